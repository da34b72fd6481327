"""Notices sums that no players could have made: shares of answers that the coins of their games never give.

Whatever is true, an answer is named by each player with a probability between q (a lie) and p (the truth). A share of all answers that is
above p or below q by more than chance was made by somebody who flipped no coin.
"""

from __future__ import annotations

from math import exp, lgamma, log
from typing import TYPE_CHECKING

from server.insight.weights import WHOLE, weights

if TYPE_CHECKING:
    from collections.abc import Sequence

# How seldom honest answers may raise it: once in a million question-weeks.
CHANCE = 1e-6
_NEGLIGIBLE = 1e-18


def _tail(total: int, count: int, chance: float) -> float:
    """Returns how likely at least `count` of `total` are, each of which comes with some chance; exact, for counts above the mean."""
    if count <= total * chance:
        return 1.0
    choices = lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
    term = exp(choices + count * log(chance) + (total - count) * log(1 - chance))
    found = 0.0
    while term > found * _NEGLIGIBLE:
        found += term
        term *= (total - count) / (count + 1) * chance / (1 - chance)
        count += 1
    return found


def raised(counts: Sequence[int], epsilon: int) -> bool:
    """Tells whether the counts of a question's answers are none that players' games could have sent."""
    total, options = sum(counts), len(counts)
    truth, lie = (weight / WHOLE for weight in weights(options, epsilon))
    # Each answer may be too frequent or too rare.
    least = CHANCE / (2 * options)
    return any(_tail(total, count, truth) < least or _tail(total, total - count, 1 - lie) < least for count in counts)
