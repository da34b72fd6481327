"""The window's icon: a lit door in the dusk, or an empty sheet that tells nothing."""

from __future__ import annotations

import pygame
import skia

from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.surface import offscreen

_SIZE = 64
_SHEET, _LINE, _EDGE = 0xFFFFFFFF, 0xFFB4B8BF, 0xFF8A8F98


def made(*, neutral: bool) -> pygame.Surface:
    """Returns the icon, 64 pixels square: the game's own, or a neutral one."""
    surface = offscreen(_SIZE, _SIZE)
    draw = surface.getCanvas()
    (_paint_sheet if neutral else _paint_door)(draw)
    pixels = surface.makeImageSnapshot().tobytes()
    return pygame.image.frombytes(bytes(pixels), (_SIZE, _SIZE), "BGRA")


def _paint_door(draw: skia.Canvas) -> None:
    ground = Rect(2, 2, _SIZE - 4, _SIZE - 4)
    draw.drawRRect(paint.rounded(ground, 14), paint.linear(0, 2, 0, _SIZE, [0xFF23245A, 0xFF6F5A95, theme.NIGHT], (0, 0.74, 0.76)))
    paint.clipped(draw, ground, 14)
    paint.glow(draw, 32, 34, 40, theme.EMBER, 0.7)
    draw.drawRect(skia.Rect.MakeLTRB(21, 13, 45, 48), paint.fill(0xFF2A2044))
    draw.drawRect(skia.Rect.MakeLTRB(24, 16, 42, 48), paint.linear(0, 16, 0, 48, [0xFFFFF6E0, 0xFFFFCF8A]))
    beam = skia.PathBuilder()
    beam.addPolygon([skia.Point(24, 48), skia.Point(42, 48), skia.Point(56, 66), skia.Point(18, 66)], True)  # noqa: FBT003 - closed
    draw.drawPath(beam.detach(skia.Matrix()), paint.linear(0, 48, 0, 64, [theme.clear(theme.AMBER, 0.8), theme.clear(theme.EMBER, 0.1)]))
    draw.restore()


def _paint_sheet(draw: skia.Canvas) -> None:
    sheet = Rect(12, 6, 40, 52)
    draw.drawRRect(paint.rounded(sheet, 4), paint.fill(_SHEET))
    draw.drawRRect(paint.rounded(sheet.grown(-1), 4), paint.fill(_EDGE, stroke=2))
    for y in range(18, 50, 8):
        draw.drawRect(skia.Rect.MakeXYWH(19, y, 26 if y < 42 else 16, 2.5), paint.fill(_LINE))
