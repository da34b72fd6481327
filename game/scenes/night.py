"""The night that a group sits before: a door full of light on a ledge, and its beam on the floor; a plain line where lights are off."""

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

_STOPS = (0.0, 0.45, 0.78, 1.0)
_FAR, _NEAR = (60, 96, 132, 108, 84, 100, 128, 96), (34, 62, 70, 66, 72, 60, 46, 52)
# How wide the door's leaf is seen, as a part of its opening.
LEAF = 0.2


def night(space: Space, look: Theme, ledge: float, door: Rect | None) -> skia.Image:
    """Returns the ground at the window's size; `ledge` is the height of the floor's edge, `door` the opening as read from the left."""
    surface = offscreen(space.width, space.height)
    draw = surface.getCanvas()
    draw.clear(look.ground)
    if space.rtl:
        draw.translate(space.width, 0)
        draw.scale(-1, 1)
    if look.lights:
        _sky(draw, space, look, ledge)
        if door:
            _shine(draw, space, look, ledge, door)
    line = max(1.5, space.px(3))
    edge = paint.linear(0, 0, space.width, 0, (theme.clear(theme.LAMP, 0.35), theme.LAMP, theme.AMBER)) if look.lights else None
    draw.drawRect(skia.Rect.MakeXYWH(0, ledge - line / 2, space.width, line), edge or paint.fill(look.edge))
    if door:
        _opening(draw, space, look, door)
    if look.lights and not look.pale:
        paint.grain(draw, space.width, space.height)
    return surface.makeImageSnapshot()


def _sky(draw: skia.Canvas, space: Space, look: Theme, ledge: float) -> None:
    """Draws the sky, two ridges and the floor."""
    unit, ground = space.unit, look.ground
    if look.pale:
        colours = (ground, theme.mix(ground, theme.LAMP, 0.18), theme.mix(ground, theme.LAMP, 0.4), theme.mix(ground, theme.ROSE, 0.3))
        ridges = (theme.mix(ground, theme.ROSE, 0.24), theme.mix(ground, theme.MAUVE, 0.24))
        floor = (theme.mix(ground, theme.CLAY, 0.12), ground)
    else:
        colours = (theme.NIGHT, theme.INDIGO, theme.DUSK, theme.mix(theme.DUSK, theme.MAUVE, 0.42))
        ridges = (theme.mix(theme.DUSK, theme.MAUVE, 0.3), theme.mix(theme.INDIGO, theme.DUSK, 0.7))
        floor = (theme.mix(theme.INDIGO, theme.DUSK, 0.35), theme.NIGHT)
    draw.drawRect(skia.Rect.MakeWH(space.width, ledge), paint.linear(0, 0, 0, ledge, colours, _STOPS))
    if not look.pale:
        chance = random.Random(7)  # noqa: S311 - the same stars every night, no secret
        for _ in range(40):
            x, y = chance.random() * space.width, chance.random() ** 1.7 * ledge * 0.6
            star = theme.clear(theme.PAPER, chance.uniform(0.08, 0.3))
            draw.drawCircle(x, y, chance.uniform(0.7, 1.5) * max(unit, 0.6), paint.fill(star))
    for heights, colour in zip((_FAR, _NEAR), ridges, strict=True):
        draw.drawPath(_ridge(space, ledge, heights), paint.fill(colour))
    draw.drawRect(skia.Rect.MakeLTRB(0, ledge, space.width, space.height), paint.linear(0, ledge, 0, space.height, floor))


def _ridge(space: Space, ledge: float, heights: tuple[int, ...]) -> skia.Path:
    builder = skia.PathBuilder()
    step = space.width / (len(heights) - 1)
    builder.moveTo(0, ledge)
    builder.lineTo(0, ledge - heights[0] * space.unit)
    for number in range(1, len(heights)):
        x, before, after = number * step, ledge - heights[number - 1] * space.unit, ledge - heights[number] * space.unit
        builder.cubicTo(x - step / 2, before, x - step / 2, after, x, after)
    builder.lineTo(space.width, ledge)
    builder.close()
    return builder.detach(skia.Matrix())


def _shine(draw: skia.Canvas, space: Space, look: Theme, ledge: float, door: Rect) -> None:
    """Draws what the door gives its surroundings: a glow, and the beam over the floor."""
    if not look.pale:
        draw.save()
        draw.clipRect(skia.Rect.MakeWH(space.width, ledge))
        paint.glow(draw, *door.centre, door.h * 1.25, theme.CLAY, 0.34)
        paint.glow(draw, door.centre[0], door.bottom - door.h * 0.25, door.w * 1.5, theme.EMBER, 0.3)
        draw.restore()
    reach = space.height - ledge
    beam = quad((door.x, ledge), (door.right, ledge), (door.right + reach * 0.6, space.height), (door.x - reach * 0.8, space.height))
    shades = [theme.clear(theme.CLAY, 0.62), theme.clear(theme.EMBER, 0.28), theme.clear(theme.EMBER, 0.04)]
    ink = paint.linear(0, ledge, 0, space.height, shades, (0, 0.45, 1))
    ink.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(1.0, 9 * space.unit)))
    draw.save()
    draw.clipRect(skia.Rect.MakeLTRB(0, ledge, space.width, space.height))
    draw.drawPath(beam, ink)
    draw.restore()


def _opening(draw: skia.Canvas, space: Space, look: Theme, door: Rect) -> None:
    """Draws the leaf that stands open towards the dark, and the opening; squares of a picture fit on its light."""
    path = paint.arch(door)
    if not look.lights:
        draw.drawPath(path, paint.fill(theme.PAPER))
        draw.drawPath(path, paint.fill(look.edge or look.text, stroke=max(2.0, space.px(3))))
        return
    wide, tall = door.w * LEAF, door.h
    leaf = quad(
        (door.x, door.y + tall * 0.14),
        (door.x - wide, door.y + tall * 0.05),
        (door.x - wide, door.bottom + tall * 0.05),
        (door.x, door.bottom),
    )
    draw.drawPath(leaf, paint.linear(door.x - wide, 0, door.x, 0, (0xFF3A2C56, 0xFF4A3A6C, theme.CLAY), (0, 0.8, 1)))
    draw.drawCircle(door.x - wide * 0.24, door.y + tall * 0.62, max(1.5, door.w * 0.014), paint.fill(theme.LAMP))
    frame = paint.arch(Rect(door.x - door.w * 0.018, door.y - door.w * 0.018, door.w * 1.036, tall + door.w * 0.018))
    draw.drawPath(frame, paint.fill(look.accent_edge or theme.AMBER))
    shades = (0xFFFFF4E2, 0xFFFFEFD3, 0xFFFFE3B4, theme.mix(theme.LAMP, theme.AMBER, 0.5))
    light = paint.linear(0, door.y, 0, door.bottom, shades, (0, 0.5, 0.85, 1))
    draw.drawPath(path, light)


def quad(*points: tuple[float, float]) -> skia.Path:
    """Returns the outline through points."""
    builder = skia.PathBuilder()
    builder.moveTo(*points[0])
    for point in points[1:]:
        builder.lineTo(*point)
    builder.close()
    return builder.detach(skia.Matrix())
