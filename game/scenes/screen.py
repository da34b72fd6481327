"""What every screen has: controls laid out from what is true now, one focus for keys and mouse, and frames only while something moves.

Why so long: every way to a control, by key, pointer, screen reader or a ring that walks, is the same for all screens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import paint, theme
from game.ui.controls import Brush, pill_size
from game.ui.geometry import Rect
from game.ui.keys import Verb, typed
from game.ui.widgets import Focus, Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

_ARROWS = {Verb.LEFT: (-1, 0), Verb.RIGHT: (1, 0), Verb.UP: (0, -1), Verb.DOWN: (0, 1)}


class RingMotion:
    """The focus ring on its way from one control to the next."""

    def __init__(self) -> None:
        """Starts nowhere."""
        self._key = ""
        self._from: Rect | None = None
        self._last: Rect | None = None
        self._since = -1.0

    def at(self, key: str, rect: Rect, now: float, *, still: bool) -> Rect:
        """Returns where the ring is at `now` while it belongs to the control `key` at `rect`."""
        if key != self._key:
            self._from = None if still else self._last
            self._key, self._since = key, now
        part = theme.ease_out((now - self._since) / theme.RING)
        self._last = rect if self._from is None else self._from.between(rect, part)
        return self._last

    def moving(self, now: float) -> bool:
        """Tells whether the ring is still on its way."""
        return self._from is not None and now - self._since < theme.RING


class Screen:
    """One screen; the subclasses say what stands on it.

    A `private` screen shows what is between a player and a counsellor: the quick exit drops it, and nothing of it is kept.
    """

    private = False

    def __init__(self, shell: Shell) -> None:
        """Stands on the shell; nothing is laid out before `refresh`."""
        self.shell = shell
        self.focus = Focus()
        self.widgets: list[Widget] = []
        # How much the buttons at the top give way: 1 leaves the quick exit without its key cap, 2 with its icon alone.
        self.tight = 0
        # Whether they give way to a banner that would cover what is read otherwise.
        self.yields = False
        self._ring = RingMotion()
        self.now = 0.0

    @property
    def name(self) -> str:
        """Returns what the screen is called, for those who hear it."""
        return self.shell.mark

    @property
    def overlay(self) -> bool:
        """Tells whether the screen below shows through, softened."""
        return True

    @property
    def reads(self) -> tuple[Rect, ...]:
        """Returns the parts of the window that are read, which nothing should cover."""
        return ()

    def lay_out(self) -> list[Widget]:
        """Returns every control, placed for the window as it is."""
        raise NotImplementedError

    def first(self) -> str:
        """Returns the key of the control that the focus starts on."""
        return ""

    def refresh(self) -> None:
        """Lays the screen out anew; the focus stays on its control where that is still there."""
        self.widgets = [*self.lay_out(), *self.always()]
        self.focus.keep(self.widgets, self.first())

    def always(self) -> list[Widget]:
        """Returns what stands on every screen: the quick exit, at the same place, above everything."""
        return [self.quick_exit()]

    def quick_exit(self) -> Widget:
        """Returns the quick exit: upper end corner, the key it can be left by on its cap."""
        shell = self.shell
        space = shell.space
        widget = Widget("exit", Role.BUTTON, shell.t("Quick exit"), shape=Shape.PILL, act=shell.verbs.leave, icon="exit")
        widget.cap = shell.t("Shift ×3")
        width, height = pill_size(shell.type, space, widget)
        if self.tight or width > space.width * 0.4:
            widget.cap = ""
            width, height = pill_size(shell.type, space, widget)
        if self.tight > 1 or width > space.width * 0.55:
            widget.bare = True
            width, height = pill_size(shell.type, space, widget)
        widget.rect = space.place(Rect(space.width - space.px(theme.MARGIN) - width, space.px(40), width, height))
        return widget

    def texts(self) -> list[Widget]:
        """Returns what is drawn and is no control, in reading order, for those who hear it."""
        return []

    def heard(self) -> list[Widget]:
        """Returns everything that can be heard, in reading order: what is drawn, and the controls."""
        return [*self.texts(), *self.widgets]

    def perform(self, verb: str, key: str, text: str) -> bool:
        """Does what a screen reader asks of a control; tells whether there was such a one."""
        widget = next((widget for widget in self.widgets if widget.key == key), None)
        if widget is None:
            return False
        if widget.focusable:
            self.focus.key = key
            self.reveal()
        if verb == "press":
            return self.press(widget)
        if widget.step is not None and widget.enabled:
            ways = {"more": 1, "less": -1}.get(verb, 0)
            if verb == "set" and widget.at is not None:
                ways = round(float(text)) - widget.at[0]
            self._move_value(key, ways)
        return True

    def _move_value(self, key: str, ways: int) -> None:
        """Moves a value some steps; each step lays the screen out anew."""
        for _ in range(abs(ways)):
            widget = next((widget for widget in self.widgets if widget.key == key), None)
            if widget is not None and widget.step is not None:
                widget.step(1 if ways > 0 else -1)
                self.refresh()

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the screen as it is at `now` seconds."""
        self.now = now
        brush, part = self.brush(draw), self.visible()
        for widget in self.widgets:
            draw.save()
            if widget.scrolls and part is not None:
                draw.clipRect(paint.area(part))
            self.paint_control(brush, widget)
            draw.restore()

    def visible(self) -> Rect | None:
        """Returns the part of the window in which controls that scroll can be seen, where the screen has such a part."""
        return None

    def paint_control(self, brush: Brush, widget: Widget) -> None:
        """Draws one control."""
        brush.control(widget, focused=self.shows_focus(widget))

    def brush(self, draw: skia.Canvas) -> Brush:
        """Returns what controls are drawn with."""
        shell = self.shell
        still = shell.still
        return Brush(draw, shell.type, shell.look, shell.space, lambda rect: self._ring.at(self.focus.key, rect, self.now, still=still))

    def shows_focus(self, widget: Widget) -> bool:
        """Tells whether a control shows the focus now."""
        return widget.key == self.focus.key and widget.focusable

    def moving(self, now: float) -> bool:
        """Tells whether another frame is wanted at once: while the focus ring is on its way."""
        return self._ring.moving(now)

    def due(self, now: float) -> float | None:
        """Returns the seconds until something happens by itself, or None."""
        del now
        return None

    def entered(self) -> None:
        """Takes note that the screen is on top now."""
        self.refresh()

    def left(self) -> None:
        """Takes note that the screen is gone or covered."""

    def closed(self) -> None:
        """Takes note that the screen is gone for good, and lets go of what is large."""

    def arrived(self) -> None:
        """Takes note that a picture is ready."""

    def handle(self, event: pygame.event.Event) -> bool:
        """Takes one event; tells whether it meant something here."""
        if event.type == pygame.KEYDOWN:
            return self.key(event)
        if event.type == pygame.MOUSEMOTION:
            return self.point(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
            return self.click(event.pos)
        if event.type == pygame.MOUSEWHEEL:
            return self.wheel(event.y)
        return False

    def key(self, event: pygame.event.Event) -> bool:
        """Takes a key: Tab and arrows move the focus, Enter and Space press, Escape goes back, or what the player has for them."""
        verbs = self.verbs(event)
        if verbs & {Verb.NEXT, Verb.PREVIOUS}:
            self.focus.next(self.widgets, 1 if Verb.NEXT in verbs else -1)
            self.reveal()
            return True
        for verb in verbs & _ARROWS.keys():
            return self.arrow(*_ARROWS[verb])
        if Verb.PRESS in verbs and not event.mod & (pygame.KMOD_ALT | pygame.KMOD_CTRL):
            return self.press_focused()
        if Verb.BACK in verbs:
            self.escape()
        return Verb.BACK in verbs

    def verbs(self, event: pygame.event.Event) -> frozenset[Verb]:
        """Returns what a key means here: nothing, where it writes into a field."""
        widget = self.focus.on(self.widgets)
        writes = widget is not None and widget.role is Role.ENTRY and typed(event)
        return frozenset() if writes else self.shell.keys.of(event)

    @property
    def catches(self) -> bool:
        """Tells whether every key belongs to this screen, whatever it means elsewhere."""
        return False

    def arrow(self, dx: int, dy: int) -> bool:
        """Moves a value or the focus in a direction of the window."""
        widget = self.focus.on(self.widgets)
        if dx and widget is not None and widget.step is not None:
            widget.step(-dx if self.shell.space.rtl else dx)
            self.refresh()
            return True
        # Arrows never lead onto the quick exit: nobody should leave by one press too many. Tab does.
        others = [other for other in self.widgets if other.key != "exit"]
        moved = self.focus.towards(others, dx, dy)
        if not moved and dy:
            self.focus.next(others, dy)
            moved = True
        self.reveal()
        return moved

    def escape(self) -> None:
        """Goes back."""
        self.shell.verbs.back()

    def press_focused(self) -> bool:
        """Presses what has the focus."""
        return self.press(self.focus.on(self.widgets))

    def press(self, widget: Widget | None) -> bool:
        """Presses a control."""
        if widget is None or not widget.enabled:
            return False
        if widget.act is not None:
            widget.act()
        elif widget.step is not None:
            widget.step(1)
            self.refresh()
        return True

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the focus to what lies under the pointer."""
        widget = self.under(place)
        if widget is None or widget.key == self.focus.key:
            return False
        self.focus.key = widget.key
        return True

    def click(self, place: tuple[int, int]) -> bool:
        """Presses what lies under the pointer; a value is moved towards the side that was pressed."""
        widget = self.under(place)
        if widget is None:
            return self.elsewhere(place)
        self.focus.key = widget.key
        if widget.act is None and widget.step is not None:
            after = place[0] >= widget.rect.x + widget.rect.w / 2
            widget.step(1 if after != self.shell.space.rtl else -1)
            self.refresh()
            return True
        return self.press(widget)

    def elsewhere(self, place: tuple[int, int]) -> bool:
        """Takes a press beside every control."""
        del place
        return False

    def wheel(self, steps: float) -> bool:
        """Takes the wheel: up is positive."""
        del steps
        return False

    def drag(self, pixels: float) -> bool:
        """Takes a finger that pulls the page up; tells whether anything moved."""
        del pixels
        return False

    def lead(self, key: str) -> None:
        """Takes the focus to a control, for somebody who cannot lead it there."""
        self.focus.key = key
        self.reveal()

    def turns_page(self, following: Widget, *, first: bool) -> bool:
        """Scrolls on where there is more to read before the control that follows; tells whether it did."""
        del following, first
        return False

    def reveal(self) -> None:
        """Brings the focused control into view where the screen scrolls."""

    def under(self, place: tuple[int, int]) -> Widget | None:
        """Returns the control under a point, the topmost first; what is scrolled out of view is under nothing."""
        part = self.visible()
        inside = part is None or part.holds(*place)
        hits = [widget for widget in self.widgets if widget.focusable and widget.rect.holds(*place) and (inside or not widget.scrolls)]
        return hits[-1] if hits else None
