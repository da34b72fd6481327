"""People in scenes: skin in five values with the light cut into it, hands, hair in clumps, cloth folds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb
from workshop.art.light import form
from workshop.art.svg import group, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workshop.art.light import Rim
    from workshop.art.svg import Line, Picture


@dataclass(frozen=True)
class Skin:
    """Five values of one skin: lit, the saturated band where light ends, shade, the deep folds, and cool bounce."""

    lit: str
    band: str
    shade: str
    deep: str
    bounce: str


FAIR = Skin("#ffd09c", "#d9795a", "#65405a", "#3b2244", "#7d628f")
"""Mika and Mum under a lamp."""
BROWN = Skin("#eab07a", "#b8593c", "#5c3145", "#371b35", "#6f5078")
"""Aunt Rae under a lamp."""


def lit_form(picture: Picture, line: Line, skin: Skin, light: Line, *marks: str, rims: tuple[Rim, ...] = (), edge: float = 10) -> str:
    """Returns a form whose shade is one mass, with one light shape cut into it and a saturated band at the light's border."""
    fray = picture.rough(0.05, 5, 4)
    cut = group(shape(light, skin.band, stroke=skin.band, stroke_width=edge), shape(light, skin.lit), filter=fray)
    return form(picture, line, skin.shade, cut, *marks, rims=rims)


def finger(picture: Picture, line: Line, widths: Sequence[float], skin: Skin, *, light: tuple[float, float] | None = (-2, -3)) -> str:
    """Returns one finger along a line, dark at its lower edge, lit on the side that `light` (right, down) points to, in shade without it."""
    outline = limb(line, widths)
    under = shape(outline, skin.deep, transform="translate(1.5 2)")
    if light is None:
        return under + shape(outline, skin.shade)
    inner = [(x + light[0], y + light[1], corner) for x, y, corner in limb(line, [width * 0.66 for width in widths])]
    return under + form(picture, outline, skin.band, shape(inner, skin.lit))


def clumps(parts: Iterable[tuple[Line, float, str]], profile: str = "leaf") -> str:
    """Returns tufts of hair: each a line from the root to the tip, its width and its colour."""
    return "".join(brush(line, width, colour, profile) for line, width, colour in parts)


def folds(lines: Iterable[Line], width: float, colour: str, opacity: float = 0.8) -> str:
    """Returns creases of cloth, each tapering at both ends."""
    return "".join(brush(line, width, colour, "both", opacity=opacity) for line in lines)
