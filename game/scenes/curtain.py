"""What lies under and over a screen: the softened screen below, the banner, the dots of the quick exit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.scenes.away import AwayScreen
from game.ui import paint, theme
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.surface import offscreen
from game.ui.text import Style

if TYPE_CHECKING:
    from game.scenes.screen import Screen
    from game.scenes.shell import Shell
    from game.ui.geometry import Space

BANNER = 8.0
_STYLE = Style(theme.LABEL + 2, "ui", 500, leading=1.35)
# A picture in a list of saves, in pixels.
SMALL = (320, 180)
_LEAST = 420


class Curtain:
    """Paints a stack of screens."""

    def __init__(self) -> None:
        """Knows nothing of what lies below."""
        self._below: skia.Image | None = None
        self._said = ""
        self._said_at = 0.0

    def forget(self) -> None:
        """Draws what lies below anew, next time."""
        self._below = None

    def paint(self, draw: skia.Canvas, screens: list[Screen], shell: Shell, now: float, presses: int) -> None:
        """Draws the screen on top over the softened one below, and the banner over all."""
        top = screens[-1]
        if top.overlay:
            self._paint_below(draw, screens, shell, now)
        top.paint(draw, now)
        if not isinstance(top, AwayScreen):
            self._paint_banner(draw, top, shell, now)
            self._paint_dots(draw, top, shell, presses)

    def _paint_below(self, draw: skia.Canvas, screens: list[Screen], shell: Shell, now: float) -> None:
        space, look = shell.space, shell.look
        if self._below is None:
            base = next(screen for screen in reversed(screens) if not screen.overlay)
            whole = self._picture(base, shell, now)
            self._below = paint.softened(whole, space.width, space.height, max(4.0, 22 * space.unit))
        area = skia.Rect.MakeWH(space.width, space.height)
        draw.drawImageRect(self._below, area, skia.SamplingOptions(skia.FilterMode.kLinear))
        draw.drawRect(area, paint.fill(theme.clear(look.ground, 0.55 if look.lights else 0.85)))

    @staticmethod
    def _picture(screen: Screen, shell: Shell, now: float) -> skia.Image:
        surface = offscreen(shell.space.width, shell.space.height)
        screen.refresh()
        screen.paint(surface.getCanvas(), now)
        return surface.makeImageSnapshot()

    @staticmethod
    def small(screen: Screen, shell: Shell, now: float) -> bytes:
        """Returns a screen as a small picture, a JPEG."""
        canvas = Canvas(shell.space.width, shell.space.height)
        screen.refresh()
        screen.paint(canvas.draw, now)
        return canvas.jpeg(SMALL)

    def due(self, now: float) -> float | None:
        """Returns the seconds until the banner goes, or None where there is none."""
        return max(0.01, BANNER - (now - self._said_at)) if self._said else None

    def _paint_banner(self, draw: skia.Canvas, top: Screen, shell: Shell, now: float) -> None:
        if shell.banner != self._said:
            self._said, self._said_at = shell.banner, now
        if self._said and now - self._said_at >= BANNER:
            shell.banner = self._said = ""
        if not self._said:
            return
        space, look = shell.space, shell.look
        pad, margin = space.em(18), space.px(theme.MARGIN)
        style = _STYLE.tinted(look.text)
        y, room = self._free(top, space, shell.type.width(self._said, style) + 2 * pad)
        block = shell.type.snug(self._said, style, min(room - 2 * pad, space.em(760)))
        rect = space.place(Rect(margin, y, block.width + 2 * pad, block.height + pad * 1.2))
        paint.panel(draw, rect, look, space)
        block.paint(draw, rect.x + pad, rect.y + pad * 0.6)

    @staticmethod
    def _free(top: Screen, space: Space, wanted: float) -> tuple[float, float]:
        """Returns where a banner `wanted` wide can stand and how wide it may be: beside the buttons at the top, or below them."""
        margin, gap = space.px(theme.MARGIN), space.px(theme.SPACE[1])
        buttons = [space.place(widget.rect) for widget in top.widgets if widget.key in {"menu", "exit"} and not widget.scrolls]
        room = min((rect.x for rect in buttons), default=space.width - margin) - margin - gap
        if room >= min(wanted, space.em(_LEAST)):
            return space.px(36), room
        return max((rect.bottom for rect in buttons), default=0.0) + gap, space.width - 2 * margin

    @staticmethod
    def _paint_dots(draw: skia.Canvas, top: Screen, shell: Shell, presses: int) -> None:
        """Shows how many of the three presses of the quick exit were made."""
        button = next((widget for widget in top.widgets if widget.key == "exit"), None)
        if not presses or button is None:
            return
        size, rect = max(4.0, shell.space.px(7)), button.rect
        for number in range(3):
            colour = shell.look.accent if number < presses else shell.look.rule
            draw.drawCircle(rect.centre[0] + (number - 1) * size * 3.2, rect.bottom + size * 2, size, paint.fill(colour))
