"""Draws a face as one mass of shadow into which light is cut, and the nose and ear that stand out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.palette import mix
from workshop.art.portraits.bones import lights
from workshop.art.portraits.solid import rows
from workshop.art.svg import ellipse, group, shape, spline, tag

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting
    from workshop.art.svg import Knot, Picture

HIGHLIGHT = "#fff2dc"


def soft(picture: Picture, place: tuple[float, float], size: tuple[float, float], colour: str, strength: float) -> str:
    """Returns a round soft stain of the given half-axes without a filter."""
    (x, y), (across, down) = place, size
    stops = [
        (0.0, colour, strength),
        (0.4, colour, round(strength * 0.6, 3)),
        (0.75, colour, round(strength * 0.14, 3)),
        (1.0, colour, 0.0),
    ]
    return ellipse(x, y, across, down, picture.radial(x, y, across, *stops, squash=round(down / across, 3)))


def face(sitting: Sitting) -> str:
    """Returns the face without its features: shadow, cool bounce, light, sockets, nose, and the sitter's own marks."""
    outline = sitting.head.outline()
    inside = [
        _bounce(sitting),
        _hollow(sitting),
        _light(sitting),
        _sockets(sitting),
        _blush(sitting),
        sitting.sitter.marks(sitting),
        _edge(sitting),
    ]
    return shape(outline, sitting.paint.shade) + group(*inside, clip_path=sitting.picture.clip(outline))


def _bounce(sitting: Sitting) -> str:
    colour = sitting.paint.bounce
    jaw = soft(sitting.picture, sitting.head.turn.see(78, 130, -60)[:2], (86, 96), colour, 0.85)
    if sitting.mood_name != "hurt":
        return jaw
    return jaw + soft(sitting.picture, sitting.head.on(-20, sitting.sitter.skull.chin - 8)[:2], (60, 40), colour, 0.7)


def _hollow(sitting: Sitting) -> str:
    cut, head, deep = sitting.sitter.features.cut, sitting.head, sitting.paint.deep
    cheek, temple = head.skin(cut.below_cheek()), head.skin(cut.beside_temple())
    return shape(cheek, deep, opacity=cut.hollow * 1.6) + shape(temple, deep, opacity=cut.hollow)


def _light(sitting: Sitting) -> str:
    paint = sitting.paint
    lines = [sitting.head.skin(text) for text in lights(sitting.sitter.features.nose, sitting.sitter.features.cut)[sitting.mood_name]]
    top, low = sitting.head.on(0, -90)[1], sitting.head.on(0, 170)[1]
    stops = ((0, mix(paint.lit, HIGHLIGHT, 0.14), 1), (0.5, paint.lit, 1), (1, mix(paint.lit, paint.band, 0.3), 1))
    warm = sitting.picture.linear((0, top), (0, low), *stops)
    edges = [
        tag("path", d=spline(line), fill=paint.band, stroke=paint.band, stroke_width=14 if i == 0 else 8, stroke_linejoin="round")
        for i, line in enumerate(lines)
    ]
    cores = [tag("path", d=spline(line), fill=warm) for line in lines]
    return group(*edges, *cores, filter=sitting.picture.rough(0.035, 5))


def _sockets(sitting: Sitting) -> str:
    head, paint = sitting.head, sitting.paint
    near = head.skin("14 -26; 44 -32; 74 -30; 92 -16; 88 6; 66 17; 42 18; 22 10")
    far = head.skin("-12 -24; -40 -30; -74 -28; -90 -12; -80 10; -56 17; -34 16; -18 6")
    return shape(near, paint.shade, opacity=0.55) + shape(far, paint.shade, opacity=0.34)


def _blush(sitting: Sitting) -> str:
    stains = []
    for u, v, size, strength in ((58, 46, 42, 0.42), (-62, 44, 30, 0.28), (0, 58, 20, 0.35)):
        place = sitting.head.on(u, v, 30 if u == 0 else 0)[:2]
        stains.append(soft(sitting.picture, place, (size, size * 0.7), sitting.paint.band, strength))
    return "".join(stains)


def _edge(sitting: Sitting) -> str:
    far = sitting.head.far_side()[4:-3:3]
    return brush(far, 5, "#ffe3b8", "both", opacity=0.75 if sitting.mood_name != "hurt" else 0.4)


def nose(sitting: Sitting) -> str:
    """Returns the nose as a lit ridge, a side in shadow and a dark underside; it may stand out over the far cheek."""
    head, paint, form = sitting.head, sitting.paint, sitting.sitter.features.nose
    ridge = brush(head.skin(form.ridge()), 9, paint.lit, "in")
    side = shape(head.skin(form.side()), mix(paint.shade, paint.band, 0.16))
    wing = brush(head.skin(form.crease()), 3, paint.deep, opacity=0.5)
    return ridge + side + shape(head.skin(form.under()), paint.deep) + wing


def ear(sitting: Sitting) -> str:
    """Returns the near ear: a shell in shadow with its hollow and a rim of back light."""
    u, v, z, size = sitting.sitter.features.ear
    paint = sitting.paint

    def at(text: str) -> list[Knot]:
        places = [(back * size, down * size, out * size) for back, down, out in rows(text)]
        return [sitting.head.turn.see(u + out, v + down, z - back) for back, down, out in places]

    shell = at("0 4 0; 10 -14 8; 26 -20 14; 40 -10 17; 42 10 16; 34 30 11; 22 44 6; 10 56 2; 2 54 0; -2 34 0")
    hollow = at("8 2 4; 20 -10 10; 32 -4 13; 33 12 12; 24 24 8; 20 36 5; 12 34 3; 16 18 5")
    rim = at("22 -18 14; 38 -11 18; 43 10 17; 36 30 12; 24 44 7")
    lit = paint.band if sitting.lit else mix(paint.shade, paint.band, 0.35)
    return shape(shell, lit) + shape(hollow, paint.deep, opacity=0.8) + brush(rim, 5, paint.rim, opacity=0.7)
