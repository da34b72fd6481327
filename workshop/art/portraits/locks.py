"""Draws hair and specks: locks that run from a dark root to a lit tip, short curls, and freckles or stubble as one path."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb
from workshop.art.palette import mix
from workshop.art.svg import number, shape, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workshop.art.portraits.sitter import Sitting
    from workshop.art.svg import Knot


def lock(sitting: Sitting, line: str, widths: Sequence[float], light: float, gap: float = 1.8) -> str:
    """Returns one lock along a line over the resting head; one width a knot; `light` is the tip's share of lit colour."""
    paint = sitting.paint
    nodes = sitting.head.carried(line)
    (x1, y1, _), (x2, y2, _) = nodes[0], nodes[-1]
    tip = mix(paint.hair, paint.hair_lit, light)
    stops = ((0.0, paint.hair_back, 1.0), (0.34, mix(paint.hair, tip, 0.3), 1.0), (0.66, tip, 1.0), (1.0, mix(tip, paint.hair, 0.35), 1.0))
    ramp = sitting.picture.linear((round(x1), round(y1)), (round(x2), round(y2)), *stops)
    body = shape(limb(nodes, widths), ramp, stroke=paint.hair_back, stroke_width=gap, stroke_opacity=0.45)
    if light < 0.5 or len(nodes) < 5:
        return body
    side = max(widths) * 0.16
    core = [(x - side, y - side * 0.3, corner) for x, y, corner in nodes[2:-1]]
    return body + brush(core, max(widths) * 0.4, mix(paint.hair_lit, paint.key, 0.4), "both", opacity=round(0.15 + 0.6 * light, 2))


def curl(sitting: Sitting, x: float, y: float, size: float, turn: float, light: float) -> str:
    """Returns one short curl, a comma of hair with its lit back, over the resting head at x, y."""
    paint = sitting.paint
    ((cx, cy, _),) = sitting.head.carried([(x, y, False)])
    tone = mix(paint.hair, paint.hair_lit, light)
    ring = [_round(cx, cy, size, turn + k * 62) for k in range(5)] + [_round(cx, cy, size * 0.36, turn + k * 70) for k in (3, 2, 1)]
    shine = [_round(cx, cy, size * 0.74, turn + k * 46 + 30) for k in range(4)]
    return shape(ring, tone, stroke=paint.hair_back, stroke_width=1.4, stroke_opacity=round(0.12 + 0.3 * light, 2)) + (
        brush(shine, size * 0.22, mix(paint.hair_lit, paint.key, 0.5), opacity=round(light * 0.75, 2)) if light > 0.3 else ""
    )


def _round(x: float, y: float, radius: float, degrees: float) -> Knot:
    angle = math.radians(degrees)
    return x + radius * math.cos(angle), y + radius * math.sin(angle), False


def specks(places: Iterable[Knot], colour: str, size: float, strength: float) -> str:
    """Returns many small round specks as a single path."""
    data = "".join(f"M{number(x)} {number(y)}h.1" for x, y, _ in places)
    return tag("path", d=data, stroke=colour, stroke_width=size, stroke_linecap="round", fill="none", opacity=strength) if data else ""
