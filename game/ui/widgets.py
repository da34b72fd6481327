"""What can be seen, focused, pressed and spoken: one plain record a control, the same for drawing and for screen readers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from game.ui.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Role(StrEnum):
    """What a control is, in the words of screen readers."""

    BUTTON = "button"
    CHOICE = "choice"
    SLIDER = "slider"
    SWITCH = "switch"
    PICKER = "picker"
    ITEM = "item"
    HEADING = "heading"
    TEXT = "text"
    ENTRY = "entry"
    IMAGE = "image"
    STATUS = "status"


class Shape(StrEnum):
    """How a control is drawn."""

    MAIN = "main"
    PILL = "pill"
    CHOICE = "choice"
    ROW = "row"
    COVER = "cover"
    SLOT = "slot"
    LINE = "line"
    NONE = "none"


@dataclass(slots=True)
class Widget:
    """A control: its key within the screen, role, name for people who hear it, place, and what it does.

    `act` presses it; `step` moves its value by -1 or 1; `value` is said after the name; `scrolls` keeps it inside the
    screen's scrolling part; `bare` shows its icon without its name. A widget without `act` and `step` takes no focus. `at` is a
    picker's place among its values, and the last one's; `on` is a switch's state; `lang` is the name's language where it is not the
    interface's, and `rtl` whether it runs from right to left, None for as the interface does; `news` has screen readers say it when it
    appears; `marked` is where the selection of an entry begins and where its caret stands.
    """

    key: str
    role: Role
    name: str
    rect: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    shape: Shape = Shape.NONE
    act: Callable[[], object] | None = None
    step: Callable[[int], None] | None = None
    value: str = ""
    hint: str = ""
    cap: str = ""
    icon: str = ""
    fill: float | None = None
    enabled: bool = True
    bare: bool = False
    scrolls: bool = False
    at: tuple[int, int] | None = None
    on: bool = False
    lang: str = ""
    rtl: bool | None = None
    news: bool = False
    marked: tuple[int, int] | None = None

    @property
    def focusable(self) -> bool:
        """Tells whether the focus can stand on it."""
        return self.act is not None or self.step is not None

    def spoken(self) -> str:
        """Returns what a screen reader says of it."""
        return ", ".join(part for part in (self.name, self.value, self.hint) if part)


class Focus:
    """Where the focus stands: always on a control that is there, if any is."""

    def __init__(self) -> None:
        """Starts with the focus on nothing."""
        self.key = ""
        self.seen = False

    def keep(self, widgets: Iterable[Widget], first: str = "") -> None:
        """Keeps the focus on its control; where that is gone, moves it to `first` or to the first control there is."""
        keys = [widget.key for widget in widgets if widget.focusable]
        if self.key not in keys:
            self.key = first if first in keys else (keys[0] if keys else "")

    def on(self, widgets: Iterable[Widget]) -> Widget | None:
        """Returns the control that has the focus."""
        return next((widget for widget in widgets if widget.key == self.key and widget.focusable), None)

    def next(self, widgets: Iterable[Widget], step: int) -> None:
        """Moves along the order of controls, round its ends."""
        keys = [widget.key for widget in widgets if widget.focusable]
        if keys:
            place = keys.index(self.key) if self.key in keys else -1
            self.key = keys[(place + step) % len(keys)]

    def towards(self, widgets: Iterable[Widget], dx: int, dy: int) -> bool:
        """Moves to the nearest control in a direction; tells whether there was one."""
        widgets = list(widgets)
        here = self.on(widgets)
        if here is None:
            self.keep(widgets)
            return bool(self.key)
        ways = [(_way(here.rect, other.rect, dx, dy), other.key) for other in widgets if other.focusable and other.key != here.key]
        ahead = [(way, key) for way, key in ways if way is not None]
        if ahead:
            self.key = min(ahead)[1]
        return bool(ahead)


def _way(here: Rect, there: Rect, dx: int, dy: int) -> tuple[bool, float] | None:
    """Returns how far a control lies in a direction: straight ahead before aside, then nearest; None where it does not lie there."""
    (x0, y0), (x1, y1) = here.centre, there.centre
    along = (x1 - x0) * dx + (y1 - y0) * dy
    if along <= 1:
        return None
    rows = max(0.0, there.y - here.bottom, here.y - there.bottom)
    columns = max(0.0, there.x - here.right, here.x - there.right)
    aside = rows if dx else columns
    return aside > 0, along + 2 * aside
