"""What the look is made of: panels, pills, rings, key caps, glows, grain. Drawn straight with Skia, in window pixels."""

from __future__ import annotations

import random
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import skia

from game.ui import theme
from game.ui.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.geometry import Space
    from game.ui.theme import Theme

_GRAIN_TILE = 256
_GRAIN_SIGMA = 2.6


def area(rect: Rect) -> skia.Rect:
    """Returns a rectangle as Skia takes it."""
    return skia.Rect.MakeXYWH(rect.x, rect.y, rect.w, rect.h)


def rounded(rect: Rect, radius: float) -> skia.RRect:
    """Returns a rectangle with round corners as Skia takes it."""
    return skia.RRect.MakeRectXY(area(rect), radius, radius)


def fill(colour: int, *, blur: float = 0.0, stroke: float = 0.0) -> skia.Paint:
    """Returns a paint of one colour."""
    paint = skia.Paint(AntiAlias=True, Color=colour)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if stroke:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(stroke)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def linear(x0: float, y0: float, x1: float, y1: float, colours: Sequence[int], stops: Sequence[float] | None = None) -> skia.Paint:
    """Returns a paint that runs from one point to another through colours."""
    points = [skia.Point(x0, y0), skia.Point(x1, y1)]
    places = None if stops is None else list(stops)
    # The matrix is given although it changes nothing: where it is left out, skia-python loads numpy to look for one (80 ms, 16 MB).
    shader = skia.GradientShader.MakeLinear(points, list(colours), places, skia.TileMode.kClamp, 0, skia.Matrix())
    return skia.Paint(AntiAlias=True, Dither=True, Shader=shader)


def radial(x: float, y: float, radius: float, colours: Sequence[int], stops: Sequence[float], *, flat: float = 1.0) -> skia.Paint:
    """Returns a paint that runs from a point outwards through colours; `flat` squeezes it in height."""
    matrix = skia.Matrix()
    matrix.setTranslate(x, y)
    matrix.preScale(1.0, flat)
    shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), max(radius, 1), list(colours), list(stops), skia.TileMode.kClamp, 0, matrix)
    return skia.Paint(AntiAlias=True, Dither=True, Shader=shader)


def added(paint: skia.Paint) -> skia.Paint:
    """Returns the same paint, adding light instead of lying over."""
    paint.setBlendMode(skia.BlendMode.kPlus)
    return paint


def glow(draw: skia.Canvas, x: float, y: float, radius: float, colour: int, strength: float, *, flat: float = 1.0) -> None:
    """Adds a soft light around a point."""
    falls = ((0.0, 1.0), (0.18, 0.55), (0.42, 0.2), (0.7, 0.05), (1.0, 0.0))
    colours = [theme.clear(colour, strength * part) for _, part in falls]
    paint = added(radial(x, y, radius, colours, [stop for stop, _ in falls], flat=flat))
    draw.drawRect(skia.Rect.MakeLTRB(x - radius, y - radius * flat, x + radius, y + radius * flat), paint)


def panel(draw: skia.Canvas, rect: Rect, look: Theme, space: Space, *, lamp_right: bool = False) -> None:
    """Draws a panel: night glass with a shadow, a lit upper edge and a warm tint from the lamp's corner."""
    margin = round(64 * space.unit)
    image = _panel(round(rect.w), round(rect.h), margin, look, space, lamp_right)
    draw.drawImage(image, round(rect.x) - margin, round(rect.y) - margin)


@lru_cache(maxsize=4)
def _panel(width: int, height: int, margin: int, look: Theme, space: Space, lamp_right: bool) -> skia.Image:  # noqa: FBT001 - a key
    """Returns a panel with room for its shadow: drawn once, because the shadow's blur takes 6 ms."""
    info = skia.ImageInfo.MakeN32Premul(width + 2 * margin, height + 2 * margin)
    surface = skia.Surface.MakeRaster(info)
    _draw_panel(surface.getCanvas(), Rect(margin, margin, width, height), look, space, lamp_right=lamp_right)
    return surface.makeImageSnapshot()


def _draw_panel(draw: skia.Canvas, rect: Rect, look: Theme, space: Space, *, lamp_right: bool) -> None:
    radius = space.px(theme.RADIUS_PANEL)
    if not look.lights:
        draw.drawRRect(rounded(rect, radius), fill(look.panel))
        draw.drawRRect(rounded(rect.grown(-1), radius), fill(look.edge, stroke=max(2.0, space.px(3))))
        return
    shade = fill(theme.clear(theme.SHADOW, 0.5), blur=space.unit * 28)
    draw.drawRRect(rounded(rect.moved(0, space.px(16)), radius), shade)
    draw.drawRRect(rounded(rect, radius), fill(look.panel))
    if look.pale:
        _draw_sheet(draw, rect, radius, look, space)
        return
    x0, x1 = (rect.right, rect.right - rect.w * 0.3) if lamp_right else (rect.x, rect.x + rect.w * 0.3)
    warm = [theme.clear(theme.EMBER, part) for part in (0.10, 0.03, 0.0)]
    draw.drawRRect(rounded(rect, radius), linear(x0, rect.y, x1, rect.bottom, warm, (0, 0.45, 1)))
    edge = linear(rect.x, rect.y, rect.x, rect.bottom, [theme.clear(theme.LAMP, 0.22), theme.clear(theme.LAMP, 0.02)])
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(max(1.0, 1.5 * space.unit))
    draw.drawRRect(rounded(rect.grown(-0.75), radius), edge)


def _draw_sheet(draw: skia.Canvas, rect: Rect, radius: float, look: Theme, space: Space) -> None:
    """Draws what makes a panel paper: light from above, warmth below, a bright upper edge."""
    clear = theme.clear(theme.CLAY, 0)
    shades = [theme.clear(0xFFFFFFFF, 0.30), clear, theme.clear(theme.CLAY, 0.10)]
    draw.drawRRect(rounded(rect, radius), linear(rect.x, rect.y, rect.right, rect.bottom, shades, (0, 0.5, 1)))
    edge = linear(rect.x, rect.y, rect.x, rect.bottom, [theme.clear(0xFFFFFFFF, 0.85), theme.clear(look.accent_edge, 0.22)])
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(max(1.0, 1.5 * space.unit))
    draw.drawRRect(rounded(rect.grown(-0.75), radius), edge)


def ring(draw: skia.Canvas, rect: Rect, radius: float, look: Theme, space: Space) -> None:
    """Draws the focus ring: three units wide, three away, with a soft glow; a halo keeps it apart from whatever is around it."""
    gap = max(2.0, 3 * space.unit) + max(2.0, 3 * space.unit) / 2
    outer = rounded(rect.grown(gap), radius + gap)
    line = max(2.0, (3 if look.lights else 5) * space.unit)
    draw.drawRRect(outer, fill(look.halo, stroke=line + max(3.0, 5 * space.unit)))
    if look.lights and not look.pale:
        draw.drawRRect(outer, fill(theme.clear(look.ring, 0.35), blur=10 * space.unit, stroke=6 * space.unit))
    draw.drawRRect(outer, fill(look.ring, stroke=line))


def field(draw: skia.Canvas, rect: Rect, radius: float, look: Theme, *, focused: bool) -> None:
    """Draws the ground of a choice or a row."""
    draw.drawRRect(rounded(rect, radius), fill(look.field_focus if focused else look.field))
    if look.edge:
        draw.drawRRect(rounded(rect.grown(-1), radius), fill(look.edge, stroke=1.5))
    elif look.pale:
        draw.drawRRect(rounded(rect.grown(-0.5), radius), fill(theme.clear(look.text, 0.34 if focused else 0.15), stroke=1))
    elif not focused:
        light = linear(rect.x, rect.y, rect.x, rect.bottom, [theme.clear(theme.PAPER, 0.12), theme.clear(theme.PAPER, 0.02)])
        light.setStyle(skia.Paint.kStroke_Style)
        light.setStrokeWidth(1)
        draw.drawRRect(rounded(rect.grown(-0.5), radius), light)


def bar(draw: skia.Canvas, rect: Rect, part: float, look: Theme, colour: int, *, rtl: bool = False) -> None:
    """Draws a thin progress bar, filled to `part` of its length from the reading side."""
    draw.drawRRect(rounded(rect, rect.h / 2), fill(look.rule))
    if part > 0:
        done = Rect(rect.x, rect.y, rect.w * min(part, 1.0), rect.h)
        draw.drawRRect(rounded(done.moved(rect.w - done.w, 0) if rtl else done, rect.h / 2), fill(colour))


def arch(rect: Rect) -> skia.Path:
    """Returns the outline of a door: round at the top, square at its foot."""
    builder = skia.PathBuilder()
    builder.moveTo(rect.x, rect.bottom)
    builder.lineTo(rect.x, rect.y + rect.w / 2)
    builder.arcTo(skia.Rect.MakeXYWH(rect.x, rect.y, rect.w, rect.w), 180, 180, False)  # noqa: FBT003 - Skia takes it by place
    builder.lineTo(rect.right, rect.bottom)
    builder.close()
    return builder.detach(skia.Matrix())


def door(draw: skia.Canvas, rect: Rect, look: Theme) -> None:
    """Draws a small lit door, round at the top: somebody is there."""
    path = arch(rect)
    if look.pale and look.lights:
        draw.drawPath(path, linear(rect.x, rect.y, rect.x, rect.bottom, (theme.LAMP, theme.AMBER)))
        draw.drawPath(path, fill(look.accent_edge, stroke=max(1.0, rect.w / 9)))
    elif look.lights:
        glow(draw, rect.centre[0], rect.centre[1], rect.h * 1.5, theme.EMBER, 0.4 * (1 - look.veil))
        draw.drawPath(path, linear(rect.x, rect.y, rect.x, rect.bottom, (theme.PAPER, theme.LAMP, theme.AMBER), (0, 0.45, 1)))
    else:
        draw.drawPath(path, fill(look.accent))


def veil(draw: skia.Canvas, rect: Rect, part: float) -> None:
    """Takes a part of a picture's light away."""
    if part > 0:
        draw.drawRect(area(rect), fill(theme.clear(theme.SHADOW, part)))


def edged(draw: skia.Canvas, rect: Rect, radius: float, look: Theme, space: Space) -> None:
    """Draws the edge of what is filled with the accent, where the accent alone does not stand out."""
    if look.accent_edge:
        draw.drawRRect(rounded(rect.grown(-0.75), radius), fill(look.accent_edge, stroke=max(1.5, 1.5 * space.unit)))


def soften_edges(draw: skia.Canvas, rect: Rect, height: float, *, above: bool, below: bool) -> None:
    """Fades what the present layer shows out at the upper or lower edge of a rectangle, where more lies beyond it."""
    for wanted, edge, inwards in ((above, rect.y, height), (below, rect.bottom, -height)):
        if wanted:
            shade = linear(0, edge, 0, edge + inwards, [0xFF000000, 0x00000000])
            shade.setBlendMode(skia.BlendMode.kDstOut)
            top = min(edge, edge + inwards)
            far = Rect(rect.x, top - (height if inwards > 0 else 0), rect.w, 2 * height)
            draw.drawRect(area(far), shade)


def stroke(draw: skia.Canvas, points: Sequence[tuple[float, float]], colour: int, width: float) -> None:
    """Draws a line through points: the hand of every icon."""
    builder = skia.PathBuilder()
    builder.moveTo(*points[0])
    for point in points[1:]:
        builder.lineTo(*point)
    draw.drawPath(builder.detach(skia.Matrix()), fill(colour, stroke=width))


@lru_cache(maxsize=1)
def _grain() -> skia.Shader:
    """Returns a tile of fine noise around middle grey; soft light leaves grey as it is."""
    # One random byte a pixel, turned into a level of the normal distribution by a table: 256 look-ups instead of 65,536 draws.
    levels = bytes(max(0, min(255, round(127.5 + 2 * _GRAIN_SIGMA * NormalDist().inv_cdf((n + 0.5) / 256)))) for n in range(256))
    noise = random.Random(3).randbytes(_GRAIN_TILE * _GRAIN_TILE).translate(levels)  # noqa: S311 - a picture's noise, no secret
    image = skia.Image.frombytes(noise, (_GRAIN_TILE, _GRAIN_TILE), skia.kGray_8_ColorType)
    return image.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions(), skia.Matrix())


def grain(draw: skia.Canvas, width: float, height: float) -> None:
    """Lays fine grain over a picture."""
    paint = skia.Paint(Shader=_grain(), BlendMode=skia.BlendMode.kSoftLight)
    draw.drawRect(skia.Rect.MakeWH(width, height), paint)


def vignette(draw: skia.Canvas, width: float, height: float, strength: float = 0.4, mode: skia.BlendMode = skia.BlendMode.kSrcOver) -> None:
    """Darkens a picture towards its edges."""
    shades = [theme.clear(theme.SHADOW, part * strength) for part in (0, 0, 1)]
    paint = radial(width / 2, height / 2, width * 0.62, shades, (0, 0.55, 1), flat=height / width * 1.15)
    paint.setBlendMode(mode)
    draw.drawRect(skia.Rect.MakeWH(width, height), paint)


def softened(image: skia.Image, width: int, height: int, sigma: float) -> skia.Image:
    """Returns an image blurred: shrunk to a quarter first, which is quick and looks the same."""
    small = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(max(1, width // 4), max(1, height // 4)))
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    soft = skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma / 4, sigma / 4, skia.TileMode.kClamp))
    small.getCanvas().drawImageRect(image, skia.Rect.MakeWH(small.width(), small.height()), smooth, soft)
    return small.makeImageSnapshot()


def clipped(draw: skia.Canvas, rect: Rect, radius: float = 0.0) -> None:
    """Saves the canvas and keeps what follows inside a rectangle, until `restore`."""
    draw.save()
    draw.clipRRect(rounded(rect, radius), skia.ClipOp.kIntersect, True)  # noqa: FBT003 - Skia's own signature
