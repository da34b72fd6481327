"""A timer that a room asked for: the minutes that are left in words, and a quiet ring. When it ends nothing closes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    import skia

    from game.group.timer import Timer
    from game.scenes.shell import Shell
    from game.ui.text import Block

KEY: Final = "timer"
_STYLE = Style(theme.LABEL + 4, "ui", 500, leading=1.3)
_RING, _ASIDE = 34, 48


def due(shell: Shell) -> float | None:
    """Returns the seconds until the timer looks different; None where there is none."""
    timer = shell.party.timer if shell.party else None
    return timer.due if timer else None


def words(shell: Shell, timer: Timer) -> str:
    """Returns what is left, in words."""
    if not timer.left:
        return shell.t("The time is over. Nothing closes by itself.")
    return shell.tn("{count} minute left", "{count} minutes left", timer.minutes_left)


def rows(shell: Shell, width: float) -> list[Widget]:
    """Returns the timer as a row of a sheet; none where nobody asked for one."""
    timer = shell.party.timer if shell.party else None
    if timer is None:
        return []
    row = Widget(KEY, Role.TEXT, words(shell, timer), icon=KEY)
    row.rect = Rect(0, 0, width, max(shell.space.em(_RING), _block(shell, row.name, width).height))
    return [row]


def _block(shell: Shell, words: str, width: float) -> Block:
    return shell.type.snug(words, _STYLE.tinted(shell.look.second), max(shell.space.em(60), width - shell.space.em(_ASIDE)))


def draw_row(draw: skia.Canvas, shell: Shell, row: Widget) -> None:
    """Draws the ring, which empties, and the words beside it."""
    timer, space, look = shell.party.timer if shell.party else None, shell.space, shell.look
    if timer is None:
        return
    size, stroke, right = space.em(_RING - 6), max(3.0, space.px(4)), space.rtl
    x = row.rect.right - size - stroke if right else row.rect.x + stroke
    box = Rect(x, row.rect.y + (row.rect.h - size) / 2, size, size)
    draw.drawOval(paint.area(box), paint.fill(look.rule, stroke=stroke))
    around = -360 * timer.part if right else 360 * timer.part
    draw.drawArc(paint.area(box), -90, around, useCenter=False, paint=paint.fill(look.second, stroke=stroke))
    block = _block(shell, row.name, row.rect.w)
    aside = space.em(_ASIDE)
    left = row.rect.right - aside - block.width if right else row.rect.x + aside
    block.paint(draw, left, row.rect.y + (row.rect.h - block.height) / 2)
