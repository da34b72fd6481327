"""Draws an eye and its brow: lids, tinted white, iris in the lid's shade, one spark of the key light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.palette import mix
from workshop.art.portraits.solid import rows
from workshop.art.svg import ellipse, group, moved, shape

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Eyes, Sitting
    from workshop.art.svg import Knot

SPARK = "#fff2dc"
LID_SHADE = 8


@dataclass(frozen=True)
class _Opening:
    """The opening between the lids of one side (1 is near, -1 far), measured from its inner corner."""

    sitting: Sitting
    side: int

    @property
    def form(self) -> Eyes:
        """Returns the sitter's eyes as they are when nothing moves."""
        return self.sitting.sitter.features.eyes

    @property
    def high(self) -> float:
        """Returns how far the upper lid stands above the corners."""
        return self.form.upper * self.sitting.mood.lid

    @property
    def low(self) -> float:
        """Returns how far the lower lid hangs below the corners."""
        return self.form.lower * (1 - self.sitting.mood.low)

    def at(self, share: float, rise: float, *, corner: bool = False) -> Knot:
        """Returns a point: 0 is the inner corner, 1 the outer, raised by pixels."""
        u = self.form.inner + (self.form.outer - self.form.inner) * share
        return self.sitting.head.on(u * self.side, self.form.slant * share - rise, 4, corner=corner)

    def upper(self) -> list[Knot]:
        """Returns the upper lid between its corners."""
        return [self.at(0.18, self.high * 0.68), self.at(0.46, self.high), self.at(0.8, self.high * 0.7)]

    def lower(self) -> list[Knot]:
        """Returns the lower lid between its corners, from the outer one."""
        return [self.at(0.78, -self.low * 0.75), self.at(0.48, -self.low), self.at(0.2, -self.low * 0.66)]

    def corners(self) -> tuple[Knot, Knot]:
        """Returns the inner and the outer corner."""
        return self.at(0, -2, corner=True), self.at(1, 0, corner=True)

    def iris(self) -> tuple[float, float]:
        """Returns the middle of the iris where it looks."""
        x, y, _ = self.at(0.47, 4)
        return x + self.sitting.mood.gaze[0], y + self.sitting.mood.gaze[1]


def eye_and_brow(sitting: Sitting, side: int) -> str:
    """Returns the eye and brow of one side: 1 is near, -1 far."""
    opening = _Opening(sitting, side)
    return _ball(opening) + _lids(opening) + _spark(opening) + _brow(sitting, side)


def _ball(opening: _Opening) -> str:
    paint, near = opening.sitting.paint, opening.side > 0
    inner, outer = opening.corners()
    almond = [inner, *opening.upper(), outer, *opening.lower()]
    shadow = (0.2 if opening.sitting.lit else 0.42) if near else 0.1
    lid = shape([inner, *opening.upper(), outer, *moved(opening.upper()[::-1], 0, LID_SHADE)], paint.deep, opacity=0.6)
    inside = group(_iris(opening), lid, clip_path=opening.sitting.picture.clip(almond))
    return shape(almond, mix(paint.white, paint.shade, shadow)) + inside


def _iris(opening: _Opening) -> str:
    paint, size = opening.sitting.paint, opening.form.iris
    x, y = opening.iris()
    across = size * (1 if opening.side > 0 else 0.84)
    ring = ellipse(x, y, across, size * 1.04, mix(paint.iris, paint.ink, 0.45))
    return ring + ellipse(x - 0.5, y + 1.5, across * 0.78, size * 0.8, paint.iris) + ellipse(x, y, across * 0.48, size * 0.52, paint.ink)


def _lids(opening: _Opening) -> str:
    paint, form, at, high, low = opening.sitting.paint, opening.form, opening.at, opening.high, opening.low
    lash = [at(-0.04, -3), *opening.upper(), at(1.05, 0)]
    under = [at(0.2, -low * 0.7 - 1), at(0.5, -low - 1), at(0.9, -low * 0.5)]
    crease = [at(0.04, high * 0.5 + 5), at(0.46, max(high, 8) + form.fold), at(0.98, high * 0.5 + form.fold * 0.7)]
    thin = brush(under, 2.6, paint.deep, opacity=0.7) + brush(crease, 3.2, paint.deep, opacity=0.65)
    return thin + brush(lash, form.lash * (1 if opening.side > 0 else 0.85), paint.ink, "lid")


def _spark(opening: _Opening) -> str:
    size = 3.2 if opening.side > 0 else 2.7
    x, y = opening.iris()
    x, y = x - opening.form.iris * 0.4, y - opening.form.iris * 0.3 + (1 - opening.sitting.mood.lid) * 7
    return ellipse(x, y, size, size * 1.1, SPARK, opacity=0.95 if opening.sitting.lit else 0.7)


def _brow(sitting: Sitting, side: int) -> str:
    features, mood = sitting.sitter.features, sitting.mood
    inner, middle, outer = mood.brow if side > 0 else mood.far_brow or mood.brow
    places = rows(features.brow)
    drops = (inner, middle, middle, outer)
    line = [sitting.head.on(u * side, v + drop, 5) for (u, v), drop in zip(places, drops, strict=True)]
    width = features.brow_width * (1 if side > 0 else 0.82)
    return brush(line, width, sitting.paint.hair_back, "brow", filter=sitting.picture.rough(0.07, 4, 4))
