"""Two glasses of tea on a low table in evening light: somebody is already sitting there. The picture beside a first letter."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.surface import offscreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.geometry import Rect

# The picture is thought 1,000 units wide; its light falls from behind, through a window of four panes.
_WIDE = 1000.0
_GLASSES = (428.0, 596.0)


@lru_cache(maxsize=2)
def two_glasses(width: int, height: int) -> skia.Image:
    """Returns the picture at a size in pixels: wide ones show more of the room, low ones less of the floor."""
    surface = offscreen(width, height)
    draw = surface.getCanvas()
    draw.save()
    draw.scale(width / _WIDE, width / _WIDE)
    tall = height / width * _WIDE
    _floor(draw, tall)
    draw.translate(0, tall - 380)
    _cushions(draw)
    _table(draw)
    for x in _GLASSES:
        _glass(draw, x)
    _dust(draw)
    draw.restore()
    paint.vignette(draw, width, height, 0.45)
    paint.grain(draw, width, height)
    return surface.makeImageSnapshot()


def _shape(points: Sequence[tuple[float, ...]]) -> skia.Path:
    """Returns a closed shape: two numbers draw a line to a point, six a curve."""
    builder = skia.PathBuilder()
    builder.moveTo(*points[0])
    for point in points[1:]:
        (builder.lineTo if len(point) == 2 else builder.cubicTo)(*point)
    builder.close()
    return builder.detach(skia.Matrix())


def _oval(x: float, y: float, wide: float, tall: float) -> skia.Rect:
    return skia.Rect.MakeXYWH(x - wide, y - tall, 2 * wide, 2 * tall)


def _floor(draw: skia.Canvas, tall: float) -> None:
    """Draws boards that run towards the reader, and the evening on them."""
    draw.drawRect(skia.Rect.MakeWH(_WIDE, tall), paint.linear(0, 0, 0, tall, [0xFF6A3F55, 0xFF472B4C, 0xFF251B3F], (0, 0.45, 1)))
    for number in range(-9, 20):
        top, low = 500 + (number - 5.5) * 62, 500 + (number - 5.5) * 168
        paint.stroke(draw, [(top, -40), (low, tall + 20)], theme.clear(0xFF1C1538, 0.5), 2.5)
        paint.stroke(draw, [(top + 2.5, -40), (low + 6, tall + 20)], theme.clear(theme.CLAY, 0.16), 1.5)
    for left in (0, 1):
        for row, (y0, y1) in enumerate(((-30, tall * 0.20), (tall * 0.25, tall * 0.52))):
            x0, x1 = 318 + left * 214, 506 + left * 214
            slant = 0.30
            pane = _shape([(x0 - y0 * slant, y0), (x1 - y0 * slant, y0), (x1 - y1 * slant, y1), (x0 - y1 * slant, y1)])
            light = paint.linear(0, y0, 0, y1, [theme.clear(0xFFFFC795, 0.92), theme.clear(0xFFF08E62, 0.80 - 0.2 * row)])
            light.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 3.5))
            draw.drawPath(pane, light)
    paint.glow(draw, 480, tall * 0.2, 520, theme.EMBER, 0.34, flat=0.55)


def _cushions(draw: skia.Canvas) -> None:
    """Draws a seat on each side, the nearest things and the darkest, with the light on their backs."""
    for side, shades in ((-1, (0xFF8C4A55, 0xFF55304F, 0xFF2B1E42)), (1, (0xFF5E58A0, 0xFF3C3B78, 0xFF232452))):
        middle = 500 + side * 440
        left, right = middle - 250, middle + 250
        body = _shape([(left, 400), (left - 20, 300, left + 60, 262, middle, 258), (right - 60, 262, right + 20, 300, right, 400)])
        draw.drawPath(body, paint.linear(0, 255, 0, 400, shades, (0, 0.35, 1)))
        rim = _shape(
            [(left + 30, 292), (left + 90, 262, right - 90, 262, right - 30, 292), (right - 110, 274, left + 110, 274, left + 30, 292)]
        )
        edge = paint.linear(left, 0, right, 0, [theme.clear(theme.CLAY, 0.15), theme.clear(0xFFFFC08A, 0.9), theme.clear(theme.CLAY, 0.15)])
        edge.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 2.0))
        draw.drawPath(rim, edge)


def _table(draw: skia.Canvas) -> None:
    """Draws the round top, its dark edge, and the light that lies on it."""
    draw.drawOval(_oval(520, 322, 330, 62), paint.fill(theme.clear(theme.SHADOW, 0.55), blur=22))
    for x in (330, 512, 694):
        draw.drawRect(skia.Rect.MakeXYWH(x - 11, 290, 22, 110), paint.linear(x - 11, 0, x + 11, 0, [0xFF5A3344, 0xFF1B1334]))
    draw.drawOval(_oval(512, 286, 314, 72), paint.linear(198, 0, 826, 0, [0xFF6E3B40, 0xFF3B2340, 0xFF1E1638]))
    top = paint.radial(430, 222, 420, [0xFFF2A86C, 0xFFB9654C, 0xFF6E3B4A, 0xFF42284A], (0, 0.32, 0.72, 1), flat=0.42)
    draw.drawOval(_oval(512, 266, 314, 70), top)
    edge = paint.linear(
        198, 0, 826, 0, [theme.clear(theme.LAMP, 0.75), theme.clear(theme.LAMP, 0.9), theme.clear(theme.CLAY, 0.2)], (0, 0.4, 1)
    )
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(2.5)
    draw.drawArc(_oval(512, 266, 313, 69), 178, 184, False, edge)  # noqa: FBT003 - Skia takes it by place


def _glass(draw: skia.Canvas, x: float) -> None:
    """Draws one glass: its shadow towards the reader, a saucer, tea that holds the light, a rim, and steam."""
    shadow = _shape([(x - 30, 258), (x + 30, 258), (x + 8, 330), (x - 62, 330)])
    draw.drawPath(shadow, paint.fill(theme.clear(0xFF1B1030, 0.5), blur=8))
    draw.drawOval(_oval(x, 262, 58, 15), paint.linear(x - 58, 0, x + 58, 0, [0xFFFFF3DC, 0xFFE9C3A0, 0xFF9C7A8C]))
    draw.drawOval(_oval(x, 260, 40, 9), paint.fill(0xFFB58478))
    body = _shape(
        [
            (x - 36, 148),
            (x + 36, 148),
            (x + 32, 200, x + 30, 240, x + 27, 258),
            (x + 10, 266, x - 10, 266, x - 27, 258),
            (x - 30, 240, x - 32, 200, x - 36, 148),
        ]
    )
    draw.drawPath(
        body,
        paint.linear(x - 36, 0, x + 36, 0, [theme.clear(theme.PAPER, 0.55), theme.clear(theme.PAPER, 0.12), theme.clear(theme.MIST, 0.4)]),
    )
    tea = _shape(
        [
            (x - 33, 172),
            (x + 33, 172),
            (x + 30, 210, x + 29, 236, x + 26, 255),
            (x + 10, 262, x - 10, 262, x - 26, 255),
            (x - 29, 236, x - 30, 210, x - 33, 172),
        ]
    )
    draw.drawPath(tea, paint.linear(0, 172, 0, 262, [0xFFF7A24E, 0xFFD9652F, 0xFF8E2F2A], (0, 0.5, 1)))
    paint.glow(draw, x - 6, 214, 74, theme.AMBER, 0.42)
    draw.drawOval(_oval(x, 172, 33, 8), paint.linear(x - 33, 0, x + 33, 0, [0xFFFFD08A, 0xFFE3823F, 0xFF9A4A38]))
    draw.drawOval(_oval(x, 148, 36, 9), paint.fill(theme.clear(theme.PAPER, 0.85), stroke=2.2))
    paint.stroke(draw, [(x - 29, 156), (x - 24, 244)], theme.clear(theme.PAPER, 0.75), 4)
    paint.stroke(draw, [(x + 30, 158), (x + 25, 238)], theme.clear(theme.LAMP, 0.5), 2)
    for shift, strong in ((-9, 0.30), (8, 0.22)):
        steam = _shape(
            [
                (x + shift - 4, 138),
                (x + shift - 22, 104, x + shift + 20, 78, x + shift - 2, 30),
                (x + shift + 32, 80, x + shift - 8, 104, x + shift + 4, 138),
            ]
        )
        draw.drawPath(steam, paint.fill(theme.clear(theme.PAPER, strong), blur=7))


def _dust(draw: skia.Canvas) -> None:
    chance = random.Random(7)  # noqa: S311 - the same specks every evening, no secret
    for _ in range(26):
        x, y = chance.uniform(180, 840), chance.uniform(0, 250)
        draw.drawCircle(x, y, chance.uniform(1.2, 3.0), paint.fill(theme.clear(theme.LAMP, chance.uniform(0.2, 0.6))))


def paint_glasses(draw: skia.Canvas, rect: Rect, radius: float) -> None:
    """Draws the picture into a rectangle with round corners."""
    paint.clipped(draw, rect, radius)
    draw.drawImage(two_glasses(max(1, round(rect.w)), max(1, round(rect.h))), round(rect.x), round(rect.y))
    draw.restore()
