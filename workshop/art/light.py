"""Light and air: forms with rims, glows, cones, haze, soft shadows, steam and dust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.palette import EMBER, FLAME, LAMP, SOOT
from workshop.art.svg import box, disc, ellipse, group, moved, number, shape, spline, tag

if TYPE_CHECKING:
    import random

    from workshop.art.svg import Line, Picture

_REACH = 60
_FALL = ((0.0, 1.0), (0.18, 0.55), (0.42, 0.2), (0.7, 0.05), (1.0, 0.0))
_WARM = ((0.0, "#e58e42", 0.95), (0.22, "#c0623a", 0.8), (0.48, "#8e4448", 0.52), (0.74, "#5a3050", 0.22), (1.0, "#4a2a50", 0.0))


@dataclass(frozen=True)
class Rim:
    """Light along the edge of a form on the side that (right, down) points to, that many units wide at most."""

    right: float
    down: float
    fill: str
    opacity: float = 0.9
    blur: float = 0


def rim(picture: Picture, line: Line, light: Rim) -> str:
    """Returns the band of a form that its own shifted copy leaves free; the caller clips it to the form."""
    shifted = moved(line, -light.right, -light.down)
    left, right = (edge(x for x, _, _ in shifted) for edge in (min, max))
    top, bottom = (edge(y for _, y, _ in shifted) for edge in (min, max))
    wide, high = right - left + 2 * _REACH, bottom - top + 2 * _REACH
    around = f"M{number(left - _REACH)} {number(top - _REACH)}h{number(wide)}v{number(high)}h{number(-wide)}Z"
    data = around + spline(shifted)
    soft = picture.blur(light.blur, 0.05) if light.blur else None
    return tag("path", d=data, fill=light.fill, fill_rule="evenodd", opacity=light.opacity, filter=soft)


def form(picture: Picture, line: Line, fill: str, *inside: str, rims: tuple[Rim, ...] = ()) -> str:
    """Returns a filled outline with marks and rims that never leave it."""
    marks = [*inside, *(rim(picture, line, light) for light in rims)]
    return shape(line, fill) + (group(*marks, clip_path=picture.clip(line)) if marks else "")


def glow(picture: Picture, x: float, y: float, radius: float, colour: str, strength: float, squash: float = 1) -> str:
    """Returns a round light that falls off the way air scatters it; `strength` is its opacity at the core."""
    stops = [(offset, colour, round(strength * share, 3)) for offset, share in _FALL]
    return ellipse(x, y, radius, radius * squash, picture.radial(x, y, radius, *stops, squash=squash))


def warm(picture: Picture, x: float, y: float, radius: float, strength: float = 1, squash: float = 1) -> str:
    """Returns the warm local colour around a lamp, for the far or mid layer: hue first, added light afterwards."""
    stops = [(offset, colour, round(share * strength, 3)) for offset, colour, share in _WARM]
    return ellipse(x, y, radius, radius * squash, picture.radial(x, y, radius, *stops, squash=squash))


def lamplight(picture: Picture, x: float, y: float, radius: float, strength: float = 0.3) -> str:
    """Returns the orange that a lamp adds to everything around it, for the light layer."""
    return glow(picture, x, y, radius, EMBER, strength) + glow(picture, x, y, radius * 0.42, FLAME, strength * 0.8)


def cone(picture: Picture, line: Line, top: float, bottom: float, colour: str = FLAME, strength: float = 0.3, soft: float = 18) -> str:
    """Returns a shaft of light with soft edges, strongest at the height `top` and gone at `bottom`."""
    paint = picture.linear((0, top), (0, bottom), (0, colour, strength), (0.5, colour, strength * 0.45), (1, colour, 0))
    return shape(line, paint, filter=picture.blur(soft, 0.12))


def haze(picture: Picture, top: float, height: float, colour: str, strength: float, left: float = -16, width: float = 1952) -> str:
    """Returns a band of mist, thickest in its middle."""
    paint = picture.linear((0, top), (0, top + height), (0, colour, 0), (0.5, colour, strength), (1, colour, 0))
    return box(left, top, width, height, paint)


def shadow(picture: Picture, x: float, y: float, across: float, down: float, strength: float = 0.5, colour: str = SOOT) -> str:
    """Returns a soft shadow that lies on a floor or table: an ellipse that fades outwards, without a filter."""
    squash = down / across
    stops = ((0.0, colour, strength), (0.45, colour, strength * 0.72), (0.8, colour, strength * 0.18), (1.0, colour, 0.0))
    return ellipse(x, y, across, down, picture.radial(x, y, across, *stops, squash=round(squash, 4)))


def cast(picture: Picture, line: Line, right: float, down: float, blur: float = 8, strength: float = 0.45, colour: str = SOOT) -> str:
    """Returns the blurred shadow that a form throws, shifted away from the light."""
    return shape(moved(line, right, down), colour, opacity=strength, filter=picture.blur(blur, 0.14))


def steam(picture: Picture, x: float, y: float, height: float, strength: float = 0.25, width: float = 16, lean: float = 0) -> str:
    """Returns one curl of steam that rises from a point."""
    rise = ((0.0, 0.0), (-0.1, 0.28), (0.12, 0.55), (-0.04, 0.8), (0.05, 1.0))
    curl = [(x + (side + lean * up) * height * 0.7, y - up * height, False) for side, up in rise]
    return brush(curl, width, LAMP, "both", opacity=strength, filter=picture.blur(width * 0.4, 0.16))


def rising(*curls: str) -> str:
    """Returns curls of steam as the group `steam`: the game takes each for a thing of its own, and lets it rise."""
    return group(*curls, id="steam")


def dust(chance: random.Random, count: int, across: tuple[float, float], down: tuple[float, float], colour: str = LAMP) -> str:
    """Returns motes that gather in the middle of a box of light, as the group `dust`."""
    motes = []
    for _ in range(count):
        x = chance.triangular(*across)
        y = chance.uniform(*down)
        motes.append(disc(round(x), round(y), round(chance.uniform(0.8, 2.6), 1), colour, opacity=round(chance.uniform(0.12, 0.5), 2)))
    return group(*motes, id="dust")
