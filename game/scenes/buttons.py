"""Lays buttons out in a row: some at its start, some at its end, or in rows above each other where one is too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.controls import pill_size
from game.ui.geometry import Rect
from game.ui.widgets import Shape

if TYPE_CHECKING:
    from game.ui.geometry import Space
    from game.ui.text import Typesetter
    from game.ui.widgets import Widget

# In a window lower than this, a second row of buttons takes the room that is needed to read: names give way to icons.
_LOW = 420


def place(start: list[Widget], end: list[Widget], room: Rect, typesetter: Typesetter, space: Space) -> None:
    """Gives every button its place along the foot of `room`; `end` stands at the far side, in one row or a row of its own."""
    both = [*start, *end]
    gap = space.px(theme.SPACE[1])
    sizes, total = _measured(both, room.w, gap, typesetter, space)
    caps = {widget.key: widget.cap for widget in both}
    if total > room.w:
        # One row without key caps leaves more to read than two rows with them.
        for widget in both:
            widget.cap = ""
        sizes, total = _measured(both, room.w, gap, typesetter, space)
    if total > room.w and space.height < space.em(_LOW):
        sizes, total = _bared(both, room.w, gap, typesetter, space)
    if total > room.w:
        for widget in both:
            widget.cap, widget.bare = caps[widget.key], False
        sizes, total = _measured(both, room.w, gap, typesetter, space)
    rows = [both] if total <= room.w else wrapped(both, sizes, room.w, gap)
    bottom = room.bottom
    for row in reversed(rows):
        height = max(sizes[widget.key][1] for widget in row)
        x = room.x
        # In several rows only one that has nothing else in it stands at the far side.
        far = end[0] if len(rows) == 1 and end else row[0] if row[0] in end else None
        for widget in row:
            width, tall = sizes[widget.key]
            if widget is far:
                x = room.right - sum(sizes[other.key][0] + gap for other in row[row.index(far) :]) + gap
            widget.rect = space.place(Rect(x, bottom - height + (height - tall) / 2, width, tall))
            x += width + gap
        bottom -= height + gap


def _bared(
    widgets: list[Widget], most: float, gap: float, typesetter: Typesetter, space: Space
) -> tuple[dict[str, tuple[float, float]], float]:
    """Has icons stand for names, the main button's last; returns what `_measured` does then."""
    for main in (False, True):
        for widget in widgets:
            widget.bare = bool(widget.icon) and (main or widget.shape is not Shape.MAIN)
        sizes, total = _measured(widgets, most, gap, typesetter, space)
        if total <= most:
            break
    return sizes, total


def _measured(
    widgets: list[Widget], most: float, gap: float, typesetter: Typesetter, space: Space
) -> tuple[dict[str, tuple[float, float]], float]:
    """Returns the buttons' sizes, and the width they need in one row."""
    sizes = {widget.key: pill_size(typesetter, space, widget, most) for widget in widgets}
    return sizes, sum(width + gap for width, _ in sizes.values()) + space.px(theme.SPACE[4])


def wrapped(widgets: list[Widget], sizes: dict[str, tuple[float, float]], room: float, gap: float) -> list[list[Widget]]:
    """Returns the buttons in rows no wider than `room`, unless one button alone is."""
    rows: list[list[Widget]] = [[]]
    used = 0.0
    for widget in widgets:
        width = sizes[widget.key][0]
        if rows[-1] and used + width > room:
            rows.append([])
            used = 0.0
        rows[-1].append(widget)
        used += width + gap
    return rows
