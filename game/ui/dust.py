"""Dust that drifts where a scene's light falls, and nowhere else."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import paint, theme
from game.ui.compose import CELLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import skia

    from game.ui.geometry import Space

_MOTES = 26
_BRIGHTEST = 0.4


@dataclass(frozen=True, slots=True)
class Mote:
    """One grain: its place as parts of the picture, its size in units, how bright its light is, its pace and phase."""

    x: float
    y: float
    size: float
    bright: float
    pace: float
    phase: float


def motes(cells: Sequence[int]) -> tuple[Mote, ...]:
    """Returns grains strewn where a grid of light is bright (`compose.lit`): the same ones for the same light."""
    most = max(cells, default=0)
    lit = [(number, level / most) for number, level in enumerate(cells) if most and level > most * 0.3]
    if not lit:
        return ()
    chance = random.Random(17)  # noqa: S311 - a picture's dust, no secret
    return tuple(_mote(chance, *chance.choice(lit)) for _ in range(_MOTES))


def _mote(chance: random.Random, cell: int, level: float) -> Mote:
    x = (cell % CELLS[0] + chance.random()) / CELLS[0]
    y = (cell // CELLS[0] + chance.random()) / CELLS[1]
    return Mote(x, y, chance.uniform(0.9, 2.2), level * chance.uniform(0.35, 1), chance.uniform(0.10, 0.22), chance.uniform(0, math.tau))


def paint_dust(draw: skia.Canvas, grains: tuple[Mote, ...], space: Space, seconds: float, strength: float) -> None:
    """Adds the grains to a picture as they are `seconds` after it woke; `strength` fades them in and out."""
    for grain in grains:
        turn = seconds * grain.pace * math.tau * 0.5 + grain.phase
        x = grain.x * space.width + math.sin(turn) * 26 * space.unit
        y = grain.y * space.height + math.cos(turn * 0.7) * 16 * space.unit - seconds * 2.4 * space.unit
        glow = strength * grain.bright * _BRIGHTEST * (0.6 + 0.4 * math.sin(turn * 1.3))
        draw.drawCircle(x, y, max(0.7, grain.size * space.unit), paint.added(paint.fill(theme.clear(theme.LAMP, glow))))
