"""The dusk behind the shelf: a sky of five stops, ridges in haze, a door ajar, and the ledge of light that comes from under it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.surface import offscreen

if TYPE_CHECKING:
    from game.ui.geometry import Space
    from game.ui.theme import Theme

_SKY = ((0.0, 0xFF14152F), (0.35, 0xFF23245A), (0.6, 0xFF3F3A78), (0.82, 0xFF6F5A95), (1.0, 0xFFA9728F))


def dusk(space: Space, look: Theme, ledge: float, *, door: bool) -> skia.Image:
    """Returns the whole ground of the shelf at the window's size; plain where the theme has no lights."""
    surface = offscreen(space.width, space.height)
    draw = surface.getCanvas()
    draw.clear(look.ground)
    if look.lights:
        if space.rtl:
            draw.translate(space.width, 0)
            draw.scale(-1, 1)
        _sky(draw, space, ledge)
        _ridges(draw, space, ledge)
        _floor(draw, space, ledge)
        if door:
            _door(draw, space, ledge)
        draw.resetMatrix()
        paint.vignette(draw, space.width, space.height, 0.3)
        paint.grain(draw, space.width, space.height)
    else:
        line = max(2.0, space.px(3))
        draw.drawRect(skia.Rect.MakeXYWH(0, ledge, space.width, line), paint.fill(look.edge))
    return surface.makeImageSnapshot()


def _sky(draw: skia.Canvas, space: Space, ledge: float) -> None:
    shade = paint.linear(0, 0, 0, ledge * 1.02, [colour for _, colour in _SKY], [stop for stop, _ in _SKY])
    draw.drawRect(skia.Rect.MakeWH(space.width, ledge), shade)
    chance = random.Random(11)  # noqa: S311 - the same stars every evening, no secret
    for _ in range(46):
        x, y = chance.random() * space.width, chance.random() ** 1.6 * ledge * 0.62
        bright = chance.uniform(0.12, 0.5) * (1 - y / ledge)
        draw.drawCircle(x, y, chance.uniform(0.7, 1.7) * max(space.unit, 0.6), paint.fill(theme.clear(theme.PAPER, bright)))


def _hill(space: Space, base: float, heights: list[float]) -> skia.Path:
    builder = skia.PathBuilder()
    step = space.width / (len(heights) - 1)
    builder.moveTo(0, base + space.height)
    builder.lineTo(0, base - heights[0] * space.unit)
    for number in range(1, len(heights)):
        x = number * step
        before, after = base - heights[number - 1] * space.unit, base - heights[number] * space.unit
        builder.cubicTo(x - step * 0.5, before, x - step * 0.5, after, x, after)
    builder.lineTo(space.width, base + space.height)
    builder.close()
    return builder.detach(skia.Matrix())


def _ridges(draw: skia.Canvas, space: Space, ledge: float) -> None:
    draw.save()
    draw.clipRect(skia.Rect.MakeWH(space.width, ledge))
    far = _hill(space, ledge, [150, 178, 140, 120, 158, 190, 166, 128, 150])
    draw.drawPath(far, paint.linear(0, ledge - 190 * space.unit, 0, ledge, [0xFF6A568F, 0xFF8B6690]))
    near = _hill(space, ledge, [92, 70, 64, 96, 84, 60, 74, 104, 90, 70])
    draw.drawPath(near, paint.linear(0, ledge - 104 * space.unit, 0, ledge, [0xFF413C76, 0xFF5B4A7E]))
    haze = paint.linear(0, ledge - 150 * space.unit, 0, ledge, [theme.clear(theme.ROSE, 0), theme.clear(theme.ROSE, 0.20)])
    draw.drawRect(skia.Rect.MakeLTRB(0, ledge - 150 * space.unit, space.width, ledge), haze)
    _trees(draw, space, ledge)
    draw.restore()


def _trees(draw: skia.Canvas, space: Space, ledge: float) -> None:
    """Draws poplars along the ridge in loose groups, small far ones and darker near ones."""
    chance = random.Random(5)  # noqa: S311 - as the stars
    for ground, shade, low, high in ((26, 0xFF45407A, 26, 46), (0, 0xFF262550, 44, 92)):
        x = -20.0 * space.unit
        while x < space.width:
            for _ in range(chance.randint(2, 6)):
                height = chance.uniform(low, high) * space.unit
                _poplar(draw, x, ledge - ground * space.unit, height, shade)
                x += height * chance.uniform(0.22, 0.42)
            x += chance.uniform(40, 210) * space.unit


def _poplar(draw: skia.Canvas, x: float, foot: float, height: float, shade: int) -> None:
    """Draws one tree: a narrow crown that ends in a point, on the ground."""
    wide = height * 0.17
    builder = skia.PathBuilder()
    builder.moveTo(x, foot - height)
    builder.cubicTo(x + wide * 0.7, foot - height * 0.8, x + wide * 1.25, foot - height * 0.3, x + wide * 0.7, foot)
    builder.lineTo(x - wide * 0.7, foot)
    builder.cubicTo(x - wide * 1.25, foot - height * 0.3, x - wide * 0.7, foot - height * 0.8, x, foot - height)
    builder.close()
    draw.drawPath(builder.detach(skia.Matrix()), paint.fill(shade))


def _floor(draw: skia.Canvas, space: Space, ledge: float) -> None:
    floor = skia.Rect.MakeLTRB(0, ledge, space.width, space.height)
    shade = paint.linear(0, ledge, 0, space.height, [0xFF232452, 0xFF191A3E, 0xFF12132C], (0, 0.35, 1))
    draw.drawRect(floor, shade)
    edge = [theme.clear(theme.LAMP, 0.9), theme.clear(theme.AMBER, 0.75), theme.clear(theme.CLAY, 0.35), theme.clear(theme.CLAY, 0.08)]
    light = paint.linear(0, 0, space.width, 0, edge, (0, 0.25, 0.6, 1))
    thick = max(1.5, 3 * space.unit)
    draw.drawRect(skia.Rect.MakeXYWH(0, ledge - thick / 2, space.width, thick), light)
    draw.save()
    draw.clipRect(floor)
    paint.glow(draw, 392 * space.unit, ledge, space.width * 0.62, theme.EMBER, 0.22, flat=0.16)
    draw.restore()


def _quad(*points: tuple[float, float]) -> skia.Path:
    builder = skia.PathBuilder()
    builder.moveTo(*points[0])
    for point in points[1:]:
        builder.lineTo(*point)
    builder.close()
    return builder.detach(skia.Matrix())


def _door(draw: skia.Canvas, space: Space, ledge: float) -> None:
    unit = space.unit
    x, top = 352 * unit, ledge - 186 * unit
    opening = Rect(x, top, 80 * unit, ledge - top)
    paint.glow(draw, *opening.centre, 460 * unit, theme.CLAY, 0.30)
    paint.glow(draw, opening.centre[0], ledge - 50 * unit, 230 * unit, theme.EMBER, 0.40)
    _beam(draw, space, ledge, opening)
    frame = opening.grown(7 * unit)
    draw.drawRect(skia.Rect.MakeLTRB(frame.x, frame.y, frame.right, ledge), paint.fill(0xFF2A2044))
    core = paint.linear(x, top, x, ledge, [0xFFFFF6E0, 0xFFFFE9BE, 0xFFFFCF8A], (0, 0.55, 1))
    draw.drawRect(paint.area(opening), core)
    # The leaf stands ajar towards the dark: its far edge is lower by perspective, its lit edge is the hinge side.
    leaf = _quad(
        (x - 7 * unit, top - 7 * unit), (x - 44 * unit, top - 16 * unit), (x - 44 * unit, ledge + 14 * unit), (x - 7 * unit, ledge)
    )
    draw.drawPath(leaf, paint.linear(x - 44 * unit, 0, x - 7 * unit, 0, [0xFF2A2148, 0xFF4C2F4F, 0xFF9A5B4E], (0, 0.7, 1)))
    draw.drawCircle(x - 36 * unit, (top + ledge) / 2 + 8 * unit, 3.4 * unit, paint.fill(theme.LAMP))


def _beam(draw: skia.Canvas, space: Space, ledge: float, opening: Rect) -> None:
    """Draws the light that falls from the door over the floor, towards the reader."""
    unit = space.unit
    reach = space.height - ledge
    beam = _quad(
        (opening.x, ledge), (opening.right, ledge), (opening.right + reach * 0.95, space.height), (opening.x + reach * 0.06, space.height)
    )
    shades = [theme.clear(0xFFE88A5A, 0.55), theme.clear(theme.EMBER, 0.26), theme.clear(theme.EMBER, 0.02)]
    ink = paint.linear(0, ledge, 0, space.height, shades, (0, 0.45, 1))
    ink.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 7 * unit))
    draw.save()
    draw.clipRect(skia.Rect.MakeLTRB(0, ledge, space.width, space.height))
    draw.drawPath(beam, ink)
    draw.restore()
