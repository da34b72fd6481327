"""Draws a mouth: two lips in skin-near colours, the line between them, teeth where it smiles, the shadow below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.palette import mix
from workshop.art.svg import shape

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Mouth, Sitting
    from workshop.art.svg import Knot

GAP = 11


@dataclass(frozen=True)
class _Lips:
    """A mouth in a mood, measured from its middle: shares of its half width, and pixels down."""

    sitting: Sitting

    @property
    def form(self) -> Mouth:
        """Returns the sitter's mouth as it is when nothing moves."""
        return self.sitting.sitter.features.mouth

    @property
    def gap(self) -> float:
        """Returns how far a smile parts the lips."""
        return GAP * self.sitting.mood.smile

    @property
    def thin(self) -> float:
        """Returns what share of their thickness the lips keep."""
        return 1 - 0.4 * self.sitting.mood.press

    def line(self, *places: tuple[float, float]) -> list[Knot]:
        """Returns a line through (share, down) places."""
        return [self._at(share, down) for share, down in places]

    def leaf(
        self, left: tuple[float, float], over: list[tuple[float, float]], right: tuple[float, float], under: list[tuple[float, float]]
    ) -> list[Knot]:
        """Returns a closed form that is pointed at both corners."""
        points = [(*self._at(*place)[:2], True) for place in (left, right)]
        return [points[0], *self.line(*over), points[1], *self.line(*under)]

    def _at(self, share: float, down: float) -> Knot:
        mood = self.sitting.mood
        pull = mood.corners[0 if share > 0 else 1] * abs(share) ** 1.6
        return self.sitting.head.on(share * self.form.half * (1 + 0.12 * mood.smile), self.form.v + down + pull, 3)


def mouth(sitting: Sitting) -> str:
    """Returns lips, teeth, the line between the lips, the near corner and the shadow under the lower lip."""
    lips = _Lips(sitting)
    return _below(lips) + _flesh(lips) + _teeth(lips) + _seam(lips)


def _below(lips: _Lips) -> str:
    v = lips.form.v + lips.form.lower * lips.thin + lips.gap
    form = f"-20 {v + 8}; 0 {v + 6}; 22 {v + 7}; 12 {v + 15}; -10 {v + 15}"
    return shape(lips.sitting.head.skin(form), lips.sitting.paint.shade, opacity=0.5)


def _flesh(lips: _Lips) -> str:
    paint, gap = lips.sitting.paint, lips.gap
    top, low = lips.form.upper * lips.thin, lips.form.lower * lips.thin
    bow = [(-0.5, -top * 0.8), (-0.16, -top), (0, -top + lips.form.bow), (0.16, -top), (0.55, -top * 0.72)]
    upper = lips.leaf((-1, 0), bow, (1, 0), [(0.5, 1.5), (0, 2), (-0.5, 1.5)])
    side = 1 + gap * 0.3
    lower = lips.leaf((-0.86, side), [(0, 2 + gap)], (0.86, side), [(0.5, low * 0.86 + gap), (0, low + gap), (-0.5, low * 0.86 + gap)])
    return shape(upper, mix(paint.lip, paint.shade, 0.35), opacity=0.85) + shape(lower, paint.lip, opacity=0.6)


def _teeth(lips: _Lips) -> str:
    paint, gap = lips.sitting.paint, lips.gap
    if not gap:
        return ""
    dark = lips.leaf((-0.95, 0.5), [(0, 2)], (0.95, 0.5), [(0.5, gap * 0.85), (0, gap + 3), (-0.5, gap * 0.85)])
    white = lips.leaf((-0.8, 1.5), [(0, 2.5)], (0.8, 1.5), [(0.45, gap * 0.6), (0, gap * 0.7), (-0.45, gap * 0.6)])
    return shape(dark, paint.deep) + shape(white, paint.white)


def _seam(lips: _Lips) -> str:
    paint, mood = lips.sitting.paint, lips.sitting.mood
    seam = lips.line((-1.04, -0.5), (-0.5, 1.5), (0, 2 - mood.press), (0.5, 1.5), (1.04, -1))
    corner = lips.line((1.06, -5), (1.2, -1), (1.14, 6))
    return brush(seam, 4 - 1.4 * mood.smile, paint.ink, opacity=0.85) + brush(corner, 3, paint.deep, opacity=0.55)
