"""Whoever reads every report learns no more than is promised; measured on the game's own coin, with OpenDP as the judge."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

import opendp.prelude as dp
import pytest

from game.insight import randomiser
from game.insight.randomiser import WHOLE, Weights, told, weights

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWS = 200_000
# Four standard deviations: an honest coin is taken for a false one in about one run of 30,000.
SURE = 4.0


def bounds(hits: int) -> tuple[float, float]:
    """Returns Wilson's interval around a share of the draws."""
    share, square = hits / DRAWS, SURE**2
    middle = (share + square / (2 * DRAWS)) / (1 + square / DRAWS)
    half = SURE * math.sqrt(share * (1 - share) / DRAWS + square / (4 * DRAWS**2)) / (1 + square / DRAWS)
    return middle - half, middle + half


def at_least(kinds: int, epsilon: int) -> float:
    """Returns the epsilon that the draws show there to be at the least."""
    truly = sum(told(0, kinds, epsilon) == 0 for _ in range(DRAWS))
    falsely = sum(told(1, kinds, epsilon) == 0 for _ in range(DRAWS))
    return math.log(bounds(truly)[0] / bounds(falsely)[1])


def exact(odds: Weights, epsilon: int) -> bool:
    """Tells whether the ratio of the odds keeps the promise, to the last of 60 digits."""
    return Decimal(odds.truth) / odds.lie <= (Decimal(epsilon) / 1000).exp()


def test_the_coin_gives_what_is_promised_and_no_more() -> None:
    """200,000 draws for each of two answers show an epsilon of about 1.97 at the least, and never above 2."""
    assert 1.94 < at_least(2, 2000) <= 2


@pytest.mark.parametrize("kinds", range(2, 17))
@pytest.mark.parametrize("epsilon", [1000, 2000])
def test_the_judge_agrees(kinds: int, epsilon: int) -> None:
    """OpenDP finds the promised epsilon for the odds that the game uses, and a higher one for odds that are a little too good."""
    dp.enable_features("contrib")
    odds = weights(kinds, epsilon)
    judge: Callable[[float], float] = lambda share: dp.m.make_randomized_response(list(range(kinds)), share).map(1)  # type: ignore[no-untyped-call]  # noqa: E731  OpenDP has no types here
    assert judge(odds.truth / WHOLE) == pytest.approx(epsilon / 1000, abs=1e-9)
    assert judge(odds.truth / WHOLE + 1e-6) > epsilon / 1000


def test_a_coin_that_is_true_too_often_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The draws give away a coin that tells the truth nine times in ten where it promises epsilon 2."""
    lie = WHOLE // 10
    monkeypatch.setattr(randomiser, "weights", lambda _kinds, _epsilon: Weights(WHOLE - lie, lie))
    assert at_least(2, 2000) > 2


def test_weights_from_floats_are_caught() -> None:
    """Of weights made with floats at 2**62, some break the promise, and the exact check says so; the game's own never do."""
    whole = 2**62
    ratios = [(kinds, epsilon) for kinds in range(2, 17) for epsilon in (1000, 2000)]
    floats = {ask: int(whole / (math.exp(ask[1] / 1000) + ask[0] - 1)) for ask in ratios}
    assert not all(exact(Weights(whole - (ask[0] - 1) * lie, lie), ask[1]) for ask, lie in floats.items())
    assert all(exact(weights(*ask), ask[1]) for ask in ratios)


@pytest.mark.parametrize("answer", [-1, 3])
def test_no_answer_that_there_is_not(answer: int) -> None:
    """An answer that the question does not have is refused."""
    with pytest.raises(ValueError, match=str(answer)):
        told(answer, 3, 2000)
