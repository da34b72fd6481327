"""Tells the truth with known odds and one of the other answers else, so that no report says what one player did.

Everything is whole numbers: with floats the ratio of the odds can pass the limit that is promised.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final

WHOLE: Final = 2**48
FEWEST: Final = 2
MOST: Final = 16
_DIGITS = 60


@dataclass(frozen=True)
class Weights:
    """How often the true answer and each other one is told, of `WHOLE` times."""

    truth: int
    lie: int


def weights(kinds: int, epsilon: int) -> Weights:
    """Returns the weights for that many answers; `epsilon`, in thousandths, bounds the logarithm of their ratio.

    Raises ValueError for fewer than 2 or more than 16 answers, or an epsilon that is not above 0.
    """
    if not FEWEST <= kinds <= MOST or epsilon <= 0:
        raise ValueError(kinds, epsilon)
    with localcontext() as context:
        context.prec = _DIGITS
        # Rounded up, so that what rounding costs is truth and never the promise.
        lie = int(WHOLE / ((Decimal(epsilon) / 1000).exp() + kinds - 1)) + 1
    return Weights(WHOLE - (kinds - 1) * lie, lie)


def told(answer: int, kinds: int, epsilon: int) -> int:
    """Returns what is told in the place of a true answer, both from 0 to `kinds` - 1, drawn anew at each call.

    Raises ValueError for an answer that there is not, and as `weights` does.
    """
    if not 0 <= answer < kinds:
        raise ValueError(answer, kinds)
    odds = weights(kinds, epsilon)
    drawn = secrets.randbelow(WHOLE)
    if drawn < odds.truth:
        return answer
    other = (drawn - odds.truth) // odds.lie
    return other if other < answer else other + 1
