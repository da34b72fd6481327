"""The alarm rings for sums that coins cannot give, and for nothing that players do."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from server.insight.alarm import raised
from server.insight.weights import WHOLE, weights

SEEDS = 40
# Three endings, and those who never got there: what is true of players, from a story's end to its first week.
USUAL, RARE = (0.5, 0.3, 0.15, 0.05), (0.9, 0.1, 0.0, 0.0)


def _honest(shares: tuple[float, ...], count: int, epsilon: int, dice: random.Random) -> Counter[int]:
    """Returns how often each answer comes from players who flip the coin."""
    truth = weights(len(shares), epsilon)[0]
    told: Counter[int] = Counter(dict.fromkeys(range(len(shares)), 0))
    for real in dice.choices(range(len(shares)), shares, k=count):
        lies = dice.randrange(WHOLE) >= truth
        told[dice.choice([one for one in range(len(shares)) if one != real]) if lies else real] += 1
    return told


def caught(shares: tuple[float, ...], count: int, poison: float, epsilon: int = 2000) -> float:
    """Returns how often the alarm rings where a share of the reports all name the first answer."""
    rung = 0
    for seed in range(SEEDS):
        made = round(count * poison)
        counts = _honest(shares, count - made, epsilon, random.Random(seed))
        counts[0] += made
        rung += raised([counts[answer] for answer in range(len(shares))], epsilon)
    return rung / SEEDS


@pytest.mark.parametrize("shares", [USUAL, RARE, (1.0, 0.0, 0.0), (0.0, 1.0), (0.5, 0.5)])
@pytest.mark.parametrize("epsilon", [1000, 2000])
@pytest.mark.parametrize("count", [1, 20, 1000])
def test_players_never_raise_it(shares: tuple[float, ...], epsilon: int, count: int) -> None:
    """Whatever is true of players, also that all did the same, their answers do not raise it."""
    dice = random.Random(1)
    for _ in range(20):
        counts = _honest(shares, count, epsilon, dice)
        assert not raised([counts[answer] for answer in range(len(shares))], epsilon)
    assert not raised([0] * len(shares), epsilon)


@pytest.mark.parametrize(
    ("shares", "count", "poison", "rings"),
    [
        (RARE, 1000, 0.01, 0.0),
        (RARE, 1000, 0.05, 0.0),
        (RARE, 10_000, 0.01, 0.0),
        (RARE, 10_000, 0.25, 1.0),
        ((1.0, 0.0, 0.0), 10_000, 0.01, 0.0),
        ((1.0, 0.0, 0.0), 10_000, 0.15, 1.0),
        (USUAL, 10_000, 0.05, 0.0),
        (USUAL, 10_000, 0.80, 1.0),
        (USUAL, 1000, 1.0, 1.0),
    ],
)
def test_how_much_poison_it_catches(shares: tuple[float, ...], count: int, poison: float, rings: float) -> None:
    """A flood is caught; a few false reports among many true ones stay within what coins allow, and cannot be told from players."""
    assert caught(shares, count, poison) == rings
