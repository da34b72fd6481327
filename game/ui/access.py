"""Shows the screen to screen readers: one node a widget, built from the very widgets that draw, and their actions as events of the loop.

AccessKit speaks to each system's own interface (UI Automation, NSAccessibility, AT-SPI). While no screen reader asks, nothing is built.
Its handlers run on threads of their own, so they only post; the loop does the rest.
"""

from __future__ import annotations

import logging
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import accesskit

from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pygame

    from game.ui.geometry import Rect

_log = logging.getLogger(__name__)
_WORD = re.compile(r"\w+\W*|\W+")
_ROOT, _SCREEN, _STATUS, _FIRST = 1, 2, 3, 16
_ROLES = {
    Role.BUTTON: accesskit.Role.BUTTON,
    Role.CHOICE: accesskit.Role.BUTTON,
    Role.SLIDER: accesskit.Role.SLIDER,
    Role.SWITCH: accesskit.Role.SWITCH,
    Role.PICKER: accesskit.Role.SPIN_BUTTON,
    Role.ITEM: accesskit.Role.BUTTON,
    Role.HEADING: accesskit.Role.HEADING,
    Role.TEXT: accesskit.Role.LABEL,
    Role.ENTRY: accesskit.Role.MULTILINE_TEXT_INPUT,
    Role.IMAGE: accesskit.Role.IMAGE,
    Role.STATUS: accesskit.Role.STATUS,
}
# Pairs, because AccessKit's actions can be compared and not hashed.
_VERBS = (
    (accesskit.Action.CLICK, "press"),
    (accesskit.Action.FOCUS, "focus"),
    (accesskit.Action.INCREMENT, "more"),
    (accesskit.Action.DECREMENT, "less"),
    (accesskit.Action.SCROLL_INTO_VIEW, "show"),
    (accesskit.Action.SET_VALUE, "write"),
    (accesskit.Action.REPLACE_SELECTED_TEXT, "insert"),
)
# A run of text per line of an entry: ids beside the entry's own, that no widget gets.
_RUNS = 1_000_000


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything about a screen that can be heard: the window's title, the screen's name, its widgets in reading order, and the news."""

    title: str
    name: str
    language: str
    dialog: bool
    widgets: Sequence[Widget]
    focus: str
    status: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a screen reader asks for: a verb, the key of a widget, and a text where one is written."""

    verb: str
    key: str
    text: str = ""


class Access:
    """The window's tree for screen readers."""

    def __init__(self, window: pygame.Window, post: Callable[[Asked | None], None]) -> None:
        """Offers a window to screen readers; `post` takes what they ask, or None for the whole tree, from any thread."""
        self.active = False
        self._post = post
        self._ids: dict[str, int] = {}
        self._screen: object = None
        self._next = _FIRST
        self._shown: tuple[object, ...] = ()
        self._adapter = _adapter(window, self._begin, self._ask, self._end)

    # From the adapter's threads ---------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.active, self._shown = True, ()
        self._post(None)

    def _end(self) -> None:
        self.active = False

    def _ask(self, request: accesskit.ActionRequest) -> None:
        verb = next((verb for action, verb in _VERBS if action == request.action), None)
        # The ids of a screen that is gone mean nothing any more.
        key = next((key for key, number in list(self._ids.items()) if number == request.target), None)
        if verb is not None and key is not None:
            given = request.data[1] if request.data else ""
            self._post(Asked("set" if isinstance(given, float) else verb, key, str(given)))

    # From the loop ----------------------------------------------------------------------------------------------------

    def show(self, screen: object, heard: Heard) -> None:
        """Shows a screen as it can be heard now; `screen` stands for it, so that another one gets other nodes."""
        if self._adapter is None:
            return
        if screen is not self._screen:
            self._screen, self._ids = screen, {}
        known = (heard.title, heard.name, heard.focus, heard.status, tuple(_known(widget) for widget in heard.widgets))
        if known != self._shown:
            self._shown = known
            _raised(self._adapter.update_if_active(lambda: self._update(heard)))

    def placed(self, place: tuple[int, int], size: tuple[int, int]) -> None:
        """Tells where the window stands on the desktop, where the system does not know."""
        if self._adapter is not None and hasattr(self._adapter, "set_root_window_bounds"):
            box = accesskit.Rect(place[0], place[1], place[0] + size[0], place[1] + size[1])
            self._adapter.set_root_window_bounds(box, box)

    def focused(self, *, focused: bool) -> None:
        """Tells whether keys go to the window."""
        if self._adapter is not None and hasattr(self._adapter, "update_window_focus_state"):
            _raised(self._adapter.update_window_focus_state(focused))

    def _id(self, key: str) -> int:
        if key not in self._ids:
            self._ids[key] = self._next
            self._next += 1
        return self._ids[key]

    def _update(self, heard: Heard) -> accesskit.TreeUpdate:
        update = _tree_of([self._id(widget.key) for widget in heard.widgets], heard.title, heard)
        for widget in heard.widgets:
            number, node = self._id(widget.key), node_of(widget)
            runs = _runs(number, node, widget) if widget.role is Role.ENTRY else []
            update.nodes += [(number, node), *runs]
        focus = next((widget for widget in heard.widgets if widget.key == heard.focus and widget.focusable), None)
        update.focus = self._id(focus.key) if focus else _SCREEN
        return update


def _tree_of(children: list[int], title: str, heard: Heard | None = None) -> accesskit.TreeUpdate:
    """Returns the frame of a tree: window, screen, and the node that news appear in."""
    root, screen, status = (accesskit.Node(role) for role in (accesskit.Role.WINDOW, accesskit.Role.PANE, accesskit.Role.STATUS))
    root.set_label(title)
    if heard is not None:
        screen = accesskit.Node(accesskit.Role.DIALOG if heard.dialog else accesskit.Role.PANE)
        screen.set_label(heard.name)
        root.set_language(heard.language)
        status.set_value(heard.status)
        status.set_label(heard.status)
    status.set_live(accesskit.Live.POLITE)
    root.set_children([_SCREEN, _STATUS])
    screen.set_children(children)
    update = accesskit.TreeUpdate(_SCREEN)
    tree = accesskit.Tree(_ROOT)
    tree.toolkit_name = "Threshold"
    update.tree = tree
    update.nodes = [(_ROOT, root), (_SCREEN, screen), (_STATUS, status)]
    return update


def node_of(widget: Widget) -> accesskit.Node:
    """Returns the node of a widget: role, name, value, place, state and what can be done with it."""
    node = accesskit.Node(_ROLES[widget.role])
    if widget.role is Role.TEXT:
        node.set_value(", ".join(part for part in (widget.value, widget.name) if part))
    else:
        node.set_label(_label(widget))
    _set_value(node, widget)
    if widget.hint:
        node.set_description(widget.hint)
    if widget.lang:
        node.set_language(widget.lang)
    if widget.cap:
        node.set_keyboard_shortcut(widget.cap)
    if widget.news:
        node.set_live(accesskit.Live.POLITE)
    node.set_bounds(_bounds(widget.rect))
    _set_actions(node, widget)
    return node


def _set_value(node: accesskit.Node, widget: Widget) -> None:
    if widget.role is Role.SWITCH:
        node.set_toggled(accesskit.Toggled.TRUE if widget.on else accesskit.Toggled.FALSE)
    elif widget.role is Role.ENTRY:
        node.set_value(widget.value)
    elif widget.at is not None:
        # A place among the values, because systems tell only numbers on; the words stand in the name.
        node.set_numeric_value(widget.at[0])
        node.set_min_numeric_value(0)
        node.set_max_numeric_value(widget.at[1])
        node.set_numeric_value_step(1)


def _label(widget: Widget) -> str:
    """Returns a control's name, and its value where no other way tells it on."""
    value = "" if widget.role in {Role.SWITCH, Role.ENTRY} else widget.value
    return ". ".join(part.replace("\n", ". ") for part in (widget.name, value) if part)


def _set_actions(node: accesskit.Node, widget: Widget) -> None:
    if widget.scrolls:
        node.add_action(accesskit.Action.SCROLL_INTO_VIEW)
    if not widget.focusable:
        return
    node.add_action(accesskit.Action.FOCUS)
    if not widget.enabled:
        node.set_disabled()
        return
    if widget.act is not None and widget.role is not Role.ENTRY:
        node.add_action(accesskit.Action.CLICK)
    if widget.step is not None and widget.role is not Role.SWITCH:
        for action in (accesskit.Action.INCREMENT, accesskit.Action.DECREMENT, accesskit.Action.SET_VALUE):
            node.add_action(action)
    if widget.role is Role.ENTRY:
        node.add_action(accesskit.Action.SET_VALUE)
        node.add_action(accesskit.Action.REPLACE_SELECTED_TEXT)


def _runs(number: int, entry: accesskit.Node, widget: Widget) -> list[tuple[int, accesskit.Node]]:
    """Returns a node for each line of an entry, and has the entry know them and where its caret stands."""
    lines = widget.value.splitlines(keepends=True) or [""]
    if widget.value.endswith("\n"):
        lines.append("")
    runs = [(_RUNS * number + place, _run(line)) for place, line in enumerate(lines)]
    entry.set_children([run for run, _ in runs])
    anchor, caret = widget.marked or (len(widget.value),) * 2
    entry.set_text_selection(accesskit.TextSelection(_position(runs, lines, anchor), _position(runs, lines, caret)))
    return runs


def _run(line: str) -> accesskit.Node:
    """Returns the node of a line: its letters and words by their lengths."""
    node = accesskit.Node(accesskit.Role.TEXT_RUN)
    node.set_value(line)
    node.set_character_lengths([len(letter.encode()) for letter in line])
    node.set_word_lengths([len(word) for word in _WORD.findall(line)])
    return node


def _position(runs: list[tuple[int, accesskit.Node]], lines: list[str], place: int) -> accesskit.TextPosition:
    """Returns a place in the whole text as its line's node and a place in it."""
    for (number, _), line in zip(runs, lines, strict=True):
        if place < len(line) or number == runs[-1][0]:
            return accesskit.TextPosition(number, min(place, len(line)))
        place -= len(line)
    return accesskit.TextPosition(runs[-1][0], len(lines[-1]))


def _known(widget: Widget) -> tuple[object, ...]:
    """Returns all of a widget that is told to screen readers."""
    said = (widget.key, widget.role, widget.name, widget.value, widget.hint, widget.cap, widget.lang)
    return (*said, widget.rect, widget.fill, widget.enabled, widget.focusable, widget.on, widget.news, widget.marked)


def _bounds(rect: Rect) -> accesskit.Rect:
    return accesskit.Rect(rect.x, rect.y, rect.right, rect.bottom)


def _raised(events: Any) -> None:  # noqa: ANN401  AccessKit's own queue, on two of three systems
    """Lets queued events go, where the system queues them."""
    if events is not None:
        events.raise_events()


def _adapter(
    window: pygame.Window, begin: Callable[[], None], ask: Callable[[accesskit.ActionRequest], None], end: Callable[[], None]
) -> Any:  # noqa: ANN401  another class on each system
    """Returns what offers the window to this system's screen readers, or None where that cannot be."""
    try:
        if sys.platform == "win32":
            return accesskit.windows.SubclassingAdapter(window.handle, begin, ask)
        if sys.platform == "darwin":
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return accesskit.macos.SubclassingAdapter.for_window(window.handle, begin, ask)
        return accesskit.unix.Adapter(begin, ask, end)
    except (RuntimeError, OSError, ValueError) as fault:
        _log.warning("screen readers cannot be reached: %s", fault)
        return None
