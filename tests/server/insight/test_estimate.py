"""What is said of players from randomised counts: how often it is true, how wide it is, and when nothing is said."""

from __future__ import annotations

import datetime as dt
import random
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as some

from server.insight import estimate
from server.insight.estimate import Odds, Span

DEPLOYMENTS = 2000
MONDAY = dt.date(2026, 10, 5)


def odds(options: int, epsilon: float = 2.0) -> Odds:
    """Returns the odds of a question as its definition has them."""
    whole = exp(epsilon) + options - 1
    return Odds(exp(epsilon) / whole, 1 / whole)


def answers(rng: random.Random, total: int, shares: list[float], of: Odds) -> list[int]:
    """Returns how often each option was named by so many players, drawn from a public with these shares, each flipping their coins."""
    seen = [of.seen(share) for share in shares]
    drawn = rng.choices(range(len(shares)), seen, k=total)
    return [drawn.count(option) for option in range(len(shares))]


CASES = [(2, 2.0, 400, 0.5), (3, 2.0, 100, 0.2), (3, 2.0, 1000, 0.5), (4, 1.0, 600, 0.35), (5, 2.0, 300, 0.8), (8, 2.0, 2000, 0.1)]


@pytest.mark.parametrize(("options", "epsilon", "total", "share"), CASES)
def test_an_interval_holds_the_truth_as_often_as_it_says(options: int, epsilon: float, total: int, share: float) -> None:
    """Of 2,000 simulated deployments, the 95 % interval holds the true share in 93 to 97 of a hundred."""
    rng, of = random.Random(f"{options} {epsilon} {total} {share}"), odds(options, epsilon)
    shares = [share] + [(1 - share) / (options - 1)] * (options - 1)
    held = 0
    for _ in range(DEPLOYMENTS):
        low, high = estimate.interval(answers(rng, total, shares, of)[0], total, of)
        held += low <= share <= high
    assert 0.93 <= held / DEPLOYMENTS <= 0.97


@pytest.mark.parametrize(("options", "reports"), [(2, 663), (3, 821), (5, 1136)])
def test_the_planning_table_is_the_designs(options: int, reports: int) -> None:
    """Five points to either side of a half take 663, 821 and 1,136 answers at epsilon 2, and three times that many players."""
    assert estimate.reports_for(0.05, odds(options)) == reports
    assert estimate.players_for(reports, 6, 2) == 3 * reports
    assert estimate.players_for(reports, 1, 2) == reports


@pytest.mark.parametrize(("options", "points"), [(3, 0.1), (4, 0.2)])
def test_a_planned_difference_is_seen_in_four_of_five_cases(options: int, points: float) -> None:
    """With as many answers as planned, a difference that is there is called clear in 76 to 84 of a hundred deployments."""
    rng, of = random.Random(f"{options} {points}"), odds(options)
    total = estimate.reports_apart(points, of, options)
    shares = [(1 + points) / 2, (1 - points) / 2] + [0.0] * (options - 2)
    found = sum((0, 1) in estimate.beats(answers(rng, total, shares, of), of) for _ in range(500))
    assert 0.76 <= found / 500 <= 0.84


def test_a_difference_that_is_not_there_is_hardly_ever_called_clear() -> None:
    """Where all options are chosen alike, fewer than one in twenty deployments call any of them clearly the more frequent."""
    rng, of = random.Random(4), odds(4)
    wrong = sum(bool(estimate.beats(answers(rng, 600, [0.25] * 4, of), of)) for _ in range(DEPLOYMENTS))
    assert wrong / DEPLOYMENTS < estimate.RISK


@given(options=some.integers(2, 16), epsilon=some.sampled_from([1.0, 2.0]), total=some.integers(1, 10**6), part=some.floats(0, 1))
def test_an_interval_is_one(options: int, epsilon: float, total: int, part: float) -> None:
    """An interval lies in [0, 1], holds its own centre, and is narrower with ten times as many answers of the same kind."""
    of, count = odds(options, epsilon), int(total * part)
    low, high = estimate.interval(count, total, of)
    centre = min(1.0, max(0.0, (count / total - of.lie) / of.reach))
    assert 0 <= low <= centre <= high <= 1
    few, many = estimate.wilson(count, total), estimate.wilson(10 * count, 10 * total)
    assert many[1] - many[0] < few[1] - few[0]
    wider = estimate.interval(count, total, of, estimate.RISK / options)
    assert wider[0] <= low
    assert high <= wider[1]


@given(counts=some.lists(some.integers(0, 40), min_size=2, max_size=6))
def test_little_is_said_of_few(counts: list[int]) -> None:
    """Below ten answers not even their number is said, below a hundred no estimate; numbers come in tens."""
    total, of = sum(counts), odds(len(counts))
    for one in estimate.estimates(counts, of):
        assert one.n % 10 == 0
        assert one.hidden == ("none" if total < 10 else "few" if total < 100 else None)
        assert (one.low, one.high) == (0.0, 1.0) or total >= 100
        assert (one.n == 0) == (total < 10)
    assert total >= 100 or not estimate.beats(counts, of)


def week(number: int, *counts: int) -> Span:
    """Returns a week's counts."""
    monday = MONDAY + dt.timedelta(weeks=number)
    return Span(monday, monday + dt.timedelta(days=6), counts)


def test_small_weeks_are_put_together() -> None:
    """Weeks are joined until they hold a hundred answers; a small rest goes to those before it; nothing is lost."""
    weeks = [week(0, 40, 20), week(1, 30, 20), week(2, 90, 30), week(3, 5, 4)]
    made = estimate.merged(weeks)
    assert made == (
        Span(MONDAY, MONDAY + dt.timedelta(days=13), (70, 40)),
        Span(MONDAY + dt.timedelta(weeks=2), MONDAY + dt.timedelta(days=27), (95, 34)),
    )
    assert estimate.merged([week(0, 3, 4)]) == (week(0, 3, 4),)
    assert estimate.merged([]) == ()


def test_weeks_differ_only_clearly() -> None:
    """An option's weeks differ where their widened intervals do not meet, and never where there is one span or too little."""
    of = odds(3)
    assert estimate.differ([week(0, 300, 50, 50), week(1, 60, 170, 170)], 0, of)
    assert not estimate.differ([week(0, 140, 130, 130), week(1, 130, 140, 130)], 0, of)
    assert not estimate.differ([week(0, 300, 50, 50)], 0, of)
    assert not estimate.differ([week(0, 9, 0, 0), week(1, 0, 9, 0)], 0, of)
