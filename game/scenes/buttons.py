"""Lays buttons out in a row: some at its start, some at its end, or in rows above each other where one is too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.controls import pill_size
from game.ui.geometry import Rect

if TYPE_CHECKING:
    from game.ui.geometry import Space
    from game.ui.text import Typesetter
    from game.ui.widgets import Widget


def place(start: list[Widget], end: list[Widget], room: Rect, typesetter: Typesetter, space: Space) -> None:
    """Gives every button its place along the foot of `room`; `end` stands at the far side where all fit in one row."""
    both = [*start, *end]
    sizes = {widget.key: pill_size(typesetter, space, widget) for widget in both}
    gap = space.px(theme.SPACE[1])
    total = sum(width + gap for width, _ in sizes.values()) + space.px(theme.SPACE[4])
    rows = [both] if total <= room.w else wrapped(both, sizes, room.w, gap)
    bottom = room.bottom
    for row in reversed(rows):
        height = max(sizes[widget.key][1] for widget in row)
        x = room.x
        for widget in row:
            width, tall = sizes[widget.key]
            if len(rows) == 1 and end and widget is end[0]:
                x = room.right - sum(sizes[other.key][0] + gap for other in end) + gap
            widget.rect = space.place(Rect(x, bottom - height + (height - tall) / 2, width, tall))
            x += width + gap
        bottom -= height + gap


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
