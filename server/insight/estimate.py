"""From randomised counts to what can be said of players: intervals, comparisons, and how many answers they take. Pure maths.

Of N answers, c name one option. A player for whom it is true names it with probability p, any other player with q, so c/N stands
near q + f(p - q) where f is the share looked for (Warner 1965; Kairouz, Bonawitz and Ramage 2016 for k options). Wilson's interval
(1927) on c/N, mapped back, is an interval for f.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

# Below the first nothing is shown, below the second no estimate is (a trial: 12.6 points of error at N = 100, k = 3, epsilon = 2).
LEAST_SHOWN, LEAST_ESTIMATED = 10, 100
# How often an interval may miss.
RISK = 0.05
# How often a planned study sees the difference that is there.
POWER = 0.8
# What an answer about one question is planned for: half of the players, five points to either side.
PLANNED_SHARE, PLANNED_POINTS = 0.5, 0.05
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Odds:
    """How often an option is named by a player for whom it is true, and by one for whom it is not."""

    truth: float
    lie: float

    @property
    def reach(self) -> float:
        """Returns by how much a true option is named more often than another."""
        return self.truth - self.lie

    def seen(self, share: float) -> float:
        """Returns which part of the answers names an option that is true of a share of players."""
        return self.lie + share * self.reach


@dataclass(frozen=True, slots=True)
class Estimate:
    """What can be said of one option: between `low` and `high`, from about `n` answers.

    `hidden` is "none" where there are so few answers that not even their number is said, "few" where they carry no estimate yet;
    low and high are 0 and 1 then. `needed` is how many answers give five points to either side.
    """

    low: float
    high: float
    n: int
    hidden: Literal["few", "none"] | None
    needed: int


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks that follow each other, from one Monday to the last day of the last week, and their counts."""

    first: dt.date
    last: dt.date
    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """Returns how many answers there are."""
        return sum(self.counts)


def deviate(risk: float) -> float:
    """Returns how many standard deviations hold all but a risk that is shared by both sides."""
    return _NORMAL.inv_cdf(1 - risk / 2)


def wilson(count: int, total: int, risk: float = RISK) -> tuple[float, float]:
    """Returns Wilson's interval for a proportion; everything where nothing was counted."""
    if not total:
        return 0.0, 1.0
    z2, share = deviate(risk) ** 2 / total, count / total
    middle = share + z2 / 2
    half = sqrt(z2 * (share * (1 - share) + z2 / 4))
    return max(0.0, (middle - half) / (1 + z2)), min(1.0, (middle + half) / (1 + z2))


def interval(count: int, total: int, odds: Odds, risk: float = RISK) -> tuple[float, float]:
    """Returns between which shares of players an option is likely true, in [0, 1]."""
    low, high = (_clipped((end - odds.lie) / odds.reach) for end in wilson(count, total, risk))
    return low, high


def _clipped(share: float) -> float:
    """Returns the nearest share there can be."""
    return min(1.0, max(0.0, share))


def rounded(count: int) -> int:
    """Returns a number of answers in tens."""
    return (count + 5) // 10 * 10


def estimates(counts: Sequence[int], odds: Odds) -> tuple[Estimate, ...]:
    """Returns what can be said of each option of a question."""
    total, needed = sum(counts), reports_for(PLANNED_POINTS, odds)
    if total < LEAST_SHOWN:
        return tuple(Estimate(0.0, 1.0, 0, "none", needed) for _ in counts)
    if total < LEAST_ESTIMATED:
        return tuple(Estimate(0.0, 1.0, rounded(total), "few", needed) for _ in counts)
    return tuple(Estimate(*interval(count, total, odds), rounded(total), None, needed) for count in counts)


def beats(counts: Sequence[int], odds: Odds) -> frozenset[tuple[int, int]]:
    """Returns every pair of options of which the first is clearly the more frequent.

    All k intervals are widened until they hold together (Bonferroni: a risk of 1/k each); whatever does not overlap then is a clear
    difference, and the whole set holds a wrong one in at most one of twenty questions. Nothing is compared below N = 100.
    """
    total = sum(counts)
    if total < LEAST_ESTIMATED:
        return frozenset()
    ends = [interval(count, total, odds, RISK / len(counts)) for count in counts]
    return frozenset((a, b) for a, (low, _) in enumerate(ends) for b, (_, high) in enumerate(ends) if low > high)


def differ(spans: Sequence[Span], option: int, odds: Odds) -> bool:
    """Tells whether an option is clearly more frequent in some spans than in others; all options and spans are widened to hold together."""
    told = [span for span in spans if span.n >= LEAST_ESTIMATED]
    ends = [interval(span.counts[option], span.n, odds, RISK / (len(told) * len(span.counts))) for span in told]
    return bool(ends) and max(low for low, _ in ends) > min(high for _, high in ends)


def merged(weeks: Sequence[Span]) -> tuple[Span, ...]:
    """Returns weeks put together until each span carries an estimate; what is left over goes to the last one."""
    made: list[Span] = []
    for week in weeks:
        if made and made[-1].n < LEAST_ESTIMATED:
            made[-1] = _joined(made[-1], week)
        else:
            made.append(week)
    if len(made) > 1 and made[-1].n < LEAST_ESTIMATED:
        last = made.pop()
        made[-1] = _joined(made[-1], last)
    return tuple(made)


def _joined(first: Span, second: Span) -> Span:
    """Returns two spans as one."""
    return Span(first.first, second.last, tuple(a + b for a, b in zip(first.counts, second.counts, strict=True)))


def reports_for(points: float, odds: Odds, share: float = PLANNED_SHARE) -> int:
    """Returns how many answers an interval of so many points to either side takes, where the share is near the one given."""
    seen = odds.seen(share)
    return ceil(deviate(RISK) ** 2 * seen * (1 - seen) / (points * odds.reach) ** 2)


def reports_apart(points: float, odds: Odds, options: int) -> int:
    """Returns how many answers show, in four of five cases, that one option is chosen by so many points more than another.

    It is planned for the hardest case, in which these two share all players between them.
    """
    more, less = odds.seen((1 + points) / 2), odds.seen((1 - points) / 2)
    ends = deviate(RISK / options) * (sqrt(more * (1 - more)) + sqrt(less * (1 - less)))
    spread = _NORMAL.inv_cdf(POWER) * sqrt(more + less - (more - less) ** 2)
    return ceil(((ends + spread) / (points * odds.reach)) ** 2)


def players_for(reports: int, questions: int, drawn: int) -> int:
    """Returns how many players give so many answers to a question, where each game draws some of several questions."""
    return ceil(reports * max(1.0, questions / drawn))
