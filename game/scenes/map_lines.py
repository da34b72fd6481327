"""Draws the path of the map: seen ways as lines of light that part and meet, unseen ones as stubs that fade, doors lit or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.ui import paint as brush
from game.ui import theme
from game.ui.geometry import Rect

if TYPE_CHECKING:
    from game.scenes.map_rows import Row
    from game.scenes.shell import Shell
    from game.ui.theme import Theme

# Where the path runs within its part of a row, how far ways part, and how long a way that was not seen can be followed.
_AXIS, _SPREAD, _STUB = 0.5, 34, 0.55


def paint(draw: skia.Canvas, row: Row, rect: Rect, gutter: float, shell: Shell) -> None:
    """Draws what stands beside a row's words."""
    if row.kind == "door":
        _door(draw, rect, gutter, shell, lit=any(row.lit))
    elif row.kind == "place" and gutter:
        _place(draw, row, rect, gutter, shell)


def _colour(look: Theme) -> int:
    """Returns the colour of light in a look."""
    return theme.mix(look.sign, look.label, 0.6)


def _place(draw: skia.Canvas, row: Row, rect: Rect, gutter: float, shell: Shell) -> None:
    """Draws the way to a place, the place, and the ways that part there."""
    space, look = shell.space, shell.look
    axis = rect.right - gutter * _AXIS if space.rtl else rect.x + gutter * _AXIS
    node = rect.y + min(rect.h * 0.34, space.em(40))
    step = min(space.em(_SPREAD), gutter * 0.8 / max(1, len(row.lit)))
    offsets = [(at - (len(row.lit) - 1) / 2) * step * (-1 if space.rtl else 1) for at in range(len(row.lit))]
    way = skia.PathBuilder()
    way.moveTo(axis, rect.y)
    way.lineTo(axis, node)
    _light(draw, way.detach(skia.Matrix()), shell)
    for aside, lit in sorted(zip(offsets, row.lit, strict=True), key=lambda one: one[1]):
        if lit:
            _light(draw, _meeting(axis, node, rect.bottom, aside), shell)
        else:
            _stub(draw, (axis, node, rect.bottom, aside), shell)
    if not any(row.lit):
        # Nothing was chosen here yet: the path goes on by another journey.
        _stub(draw, (axis, node, rect.bottom, 0.0), shell)
    if look.lights and not look.pale:
        brush.glow(draw, axis, node, space.em(30), theme.EMBER, 0.55)
    draw.drawCircle(axis, node, space.em(8), brush.fill(_colour(look)))


def _meeting(axis: float, top: float, bottom: float, aside: float) -> skia.Path:
    """Returns a way that parts from the path and comes back to it."""
    middle, bend = (top + bottom) / 2, (bottom - top) * 0.3
    builder = skia.PathBuilder()
    builder.moveTo(axis, top)
    builder.cubicTo(axis, top + bend * 0.7, axis + aside, middle - bend, axis + aside, middle)
    builder.cubicTo(axis + aside, middle + bend, axis, bottom - bend * 0.7, axis, bottom)
    return builder.detach(skia.Matrix())


def _light(draw: skia.Canvas, path: skia.Path, shell: Shell) -> None:
    """Draws a way that was taken."""
    look, width = shell.look, max(2.0, shell.space.em(3))
    if look.lights and not look.pale:
        draw.drawPath(path, brush.added(brush.fill(theme.clear(theme.EMBER, 0.5), blur=width * 2, stroke=width * 2.4)))
    draw.drawPath(path, brush.fill(_colour(look), stroke=width))


def _stub(draw: skia.Canvas, way: tuple[float, float, float, float], shell: Shell) -> None:
    """Draws the beginning of a way that was not taken: it is there, and it is dark."""
    axis, top, bottom, aside = way
    end = top + (bottom - top) * _STUB
    builder = skia.PathBuilder()
    builder.moveTo(axis, top)
    builder.cubicTo(axis, top + (end - top) * 0.45, axis + aside * 1.1, top + (end - top) * 0.4, axis + aside * 1.15, end)
    shades = (theme.clear(shell.look.second, 0.85), theme.clear(shell.look.second, 0.0 if shell.look.lights else 0.85))
    line = brush.linear(0, top, 0, end, shades)
    line.setStyle(skia.Paint.kStroke_Style)
    line.setStrokeWidth(max(1.5, shell.space.em(2)))
    line.setStrokeCap(skia.Paint.kRound_Cap)
    draw.drawPath(builder.detach(skia.Matrix()), line)


def _door(draw: skia.Canvas, rect: Rect, gutter: float, shell: Shell, *, lit: bool) -> None:
    """Draws a door, with light behind it or none."""
    space, look = shell.space, shell.look
    wide, tall = space.em(30), space.em(48)
    room = max(gutter, space.em(72))
    x = rect.right - (room + wide) / 2 if space.rtl else rect.x + (room - wide) / 2
    place = Rect(x, rect.y + (rect.h - tall) / 2, wide, tall)
    if lit:
        brush.door(draw, place, look)
        return
    builder = skia.PathBuilder()
    builder.moveTo(place.x, place.bottom)
    builder.lineTo(place.x, place.y + wide / 2)
    builder.arcTo(skia.Rect.MakeXYWH(place.x, place.y, wide, wide), 180, 180, False)  # noqa: FBT003 - Skia takes it by place
    builder.lineTo(place.right, place.bottom)
    builder.close()
    path = builder.detach(skia.Matrix())
    if look.lights:
        draw.drawPath(path, brush.fill(theme.clear(look.second, 0.14)))
    draw.drawPath(path, brush.fill(theme.clear(look.second, 0.7), stroke=max(1.5, space.em(2))))
