"""Brushes and limbs: lines that swell and taper, made into closed outlines."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from workshop.art.svg import knots, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workshop.art.svg import Attribute, Knot, Line

PROFILES: dict[str, Callable[[float], float]] = {
    "both": lambda t: math.sin(math.pi * t) ** 0.7,
    "in": lambda t: t**0.6 * (1 if t < 0.93 else 0.6),
    "out": lambda t: (1 - t) ** 0.7,
    "leaf": lambda t: min(1, 0.35 + 2 * t) * (1 - t) ** 0.6 * 1.15,
    "brow": lambda t: min(1, 0.45 + 2.2 * t) * (1 - t) ** 0.55 * 1.15,
    "lid": lambda t: min(1, 0.25 + 1.3 * t) * (1 - max(0, t - 0.8) * 3.5),
    "even": lambda t: 1.0 if 0.02 < t < 0.98 else 0.7,
}
"""Width along a stroke, from its start (0) to its end (1), as a share of its full width."""

_STEPS = 6
_STRIDE = 3


def brush(line: Line, width: float, fill: str, profile: str = "both", **attributes: Attribute) -> str:
    """Returns a tapered stroke along a line, as a filled shape of the given greatest width."""
    return shape(stroked(line, width, profile), fill, **attributes)


def mark(line: Line, width: float, fill: str, profile: str = "both", **attributes: Attribute) -> str:
    """Returns a brush on whole numbers, a quarter shorter as text: for strokes wider than about four units."""
    return shape([(round(x), round(y), corner) for x, y, corner in stroked(line, width, profile)], fill, **attributes)


def stroked(line: Line, width: float, profile: str = "both") -> list[Knot]:
    """Returns the outline of a tapered stroke along a line."""
    middle = sampled(line)
    last = len(middle) - 1
    widths = [abs(PROFILES[profile](index / last)) * width for index in range(len(middle))]
    chosen = sorted({*range(0, last + 1, _STRIDE), last})
    return _outline(middle, widths, chosen)


def limb(line: Line, widths: Sequence[float], cap: float = 0) -> list[Knot]:
    """Returns the outline of a form along a line with one width a knot: an arm, a finger, a sleeve, a neck.

    Its ends are blunt; `cap` (0 to 0.5, as a share of the width) rounds the first one: a shoulder.
    """
    middle = sampled(line)
    spread: list[float] = []
    for start, end in pairwise(widths):
        spread.extend(start + (end - start) * _ease(step / _STEPS) for step in range(_STEPS))
    spread.append(widths[-1])
    outline = _outline(middle, spread, list(range(0, len(middle), _STRIDE)))
    return [*outline, _tip(middle[0], middle[1], widths[0] * cap)] if cap else outline


def oval(x: float, y: float, across: float, down: float, turn: float = 0) -> list[Knot]:
    """Returns the outline of an ellipse with the given radii, turned by degrees, as twelve knots."""
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    round_ = [(across * math.cos(math.tau * k / 12), down * math.sin(math.tau * k / 12)) for k in range(12)]
    return [(x + a * cosine - b * sine, y + a * sine + b * cosine, False) for a, b in round_]


def sampled(line: Line) -> list[tuple[float, float]]:
    """Returns six points a span along the Catmull-Rom spline through a line, and its last knot."""
    nodes = [(x, y) for x, y, _ in knots(line)]
    around = [nodes[0], *nodes, nodes[-1]]
    points = [_between(around[index : index + 4], step / _STEPS) for index in range(len(nodes) - 1) for step in range(_STEPS)]
    return [*points, nodes[-1]]


def _between(four: Sequence[tuple[float, float]], t: float) -> tuple[float, float]:
    a, b, c, d = four
    x, y = (
        0.5 * (2 * b[i] + (c[i] - a[i]) * t + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2 + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3)
        for i in (0, 1)
    )
    return x, y


def _tip(end: tuple[float, float], inner: tuple[float, float], reach: float) -> Knot:
    length = math.hypot(end[0] - inner[0], end[1] - inner[1]) or 1
    return end[0] + (end[0] - inner[0]) / length * reach, end[1] + (end[1] - inner[1]) / length * reach, False


def _ease(t: float) -> float:
    return t * t * (3 - 2 * t)


def _outline(middle: Sequence[tuple[float, float]], widths: Sequence[float], chosen: Sequence[int]) -> list[Knot]:
    left: list[Knot] = []
    right: list[Knot] = []
    for index in chosen:
        (x0, y0), (x1, y1) = middle[max(0, index - 1)], middle[min(len(middle) - 1, index + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1
        across, down = -(y1 - y0) / length * widths[index] / 2, (x1 - x0) / length * widths[index] / 2
        x, y = middle[index]
        left.append((x + across, y + down, False))
        right.append((x - across, y - down, False))
    return left + right[::-1]
