"""The story's picture out of focus: what stands behind a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.surface import offscreen

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.ui.backdrop import Backdrop

_SIGMA = 12
# How dark the night lies over the phone's side, and over the foot, where the replies are.
_SIDE, _FOOT = 0.62, 0.5
# The picture is drawn larger from its reading side: its light then falls beside the phone, not behind it.
_CROP = 1.35


class Softened:
    """Draws a picture out of focus once, and keeps that until another is shown or the window changes."""

    def __init__(self) -> None:
        """Keeps nothing yet."""
        self._image: skia.Image | None = None
        self._of: object = None

    def forget(self) -> None:
        """Lets go of the picture."""
        self._image = self._of = None

    def paint(self, draw: skia.Canvas, shell: Shell, backdrop: Backdrop, now: float) -> None:
        """Draws the picture out of focus, darker where words stand."""
        state = (backdrop.shown, shell.space, shell.look.name)
        if state != self._of or self._image is None:
            self._image, self._of = _made(shell, backdrop, now), state
        draw.drawImage(self._image, 0, 0)


def _made(shell: Shell, backdrop: Backdrop, now: float) -> skia.Image:
    """Returns the picture as it stands behind the phone, at the window's size: drawn anew every frame it would take 8 ms."""
    space = shell.space
    surface = offscreen(space.width, space.height)
    canvas = surface.getCanvas()
    canvas.save()
    canvas.translate(space.width * (1 - _CROP) if space.rtl else 0, space.height * (1 - _CROP) / 2)
    canvas.scale(_CROP, _CROP)
    backdrop.cut()
    backdrop.paint(canvas, space, now + 1e6, still=True)
    canvas.restore()
    soft = paint.softened(surface.makeImageSnapshot(), space.width, space.height, max(4.0, _SIGMA * space.unit))
    canvas.drawImageRect(soft, skia.Rect.MakeWH(space.width, space.height), skia.SamplingOptions(skia.FilterMode.kLinear))
    _darken(canvas, shell)
    return surface.makeImageSnapshot()


def _darken(draw: skia.Canvas, shell: Shell) -> None:
    space, look = shell.space, shell.look
    area = skia.Rect.MakeWH(space.width, space.height)
    if not look.lights:
        draw.drawRect(area, paint.fill(theme.clear(look.ground, 0.88)))
        return
    x0, x1 = (space.width, 0.0) if space.rtl else (0.0, float(space.width))
    side = [theme.clear(look.ground, part) for part in (_SIDE, _SIDE * 0.8, 0.0)]
    draw.drawRect(area, paint.linear(x0, 0, x1, 0, side, (0, 0.45, 1)))
    foot = [theme.clear(look.ground, part) for part in (0.0, _FOOT)]
    draw.drawRect(area, paint.linear(0, space.height * 0.4, 0, space.height, foot))
