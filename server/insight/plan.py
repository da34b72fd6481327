"""How many players a question takes: what the planner's page computes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.insight import estimate, words
from server.insight.words import t

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from server.insight.estimate import Odds

# The blur of questions about play, in thousandths; how many of them a game answers; and the most that a story asks.
EPSILON, DRAWN, MOST_QUESTIONS, MOST_ENDINGS, MOST_POINTS = 2000, 2, 6, 15, 99
# For how many answers the page says how sure they make, besides.
STEPS = (100, 300, 1000, 3000, 10000)


@dataclass(frozen=True, slots=True)
class Wish:
    """A difference that somebody wants to see: in points, between two of so many endings, in a story with so many questions."""

    points: int = 10
    endings: int = 4
    questions: int = 4

    @property
    def options(self) -> int:
        """Returns how many answers the question has, with that of those who never got there."""
        return self.endings + 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What a wish takes, in sentences, and what numbers of players give."""

    wish: Wish
    fault: str
    said: str
    why: str
    rows: tuple[tuple[str, str, str], ...]


def wished(given: Mapping[str, str]) -> tuple[Wish, str]:
    """Returns the wish that a form holds, and what is wrong with it; a form without numbers holds a usual one."""
    usual = Wish()
    numbers = {}
    for name, most in (("points", MOST_POINTS), ("endings", MOST_ENDINGS), ("questions", MOST_QUESTIONS)):
        least = 2 if name == "endings" else 1
        text = given.get(name, str(getattr(usual, name))).strip()
        # Whatever script its digits are of, Python reads them.
        if not text.isdecimal() or len(text) > len(str(MOST_POINTS)) or not least <= int(text) <= most:
            return usual, t("Please give whole numbers within the bounds beside the fields. A usual case is shown instead.")
        numbers[name] = int(text)
    return Wish(**numbers), ""


def plan(given: Mapping[str, str], odds_of: Callable[[int, int], Odds]) -> Plan:
    """Returns what a form's wish takes; `odds_of` gives the odds for a number of answers and a blur."""
    wish, fault = wished(given)
    odds = odds_of(wish.options, EPSILON)
    reports = estimate.reports_apart(wish.points / 100, odds, wish.options)
    players = estimate.players_for(reports, wish.questions, DRAWN)
    said = t(
        "To see a difference of {points} points between two of {endings} endings, you need about {players} players who take part.",
        points=words.number(wish.points),
        endings=words.number(wish.endings),
        players=words.number(_even(players)),
    )
    why = t(
        "That is about {reports} answers: each game answers {drawn} of the story's {questions} questions about play. "
        "With so many, a difference of that size is seen in four of five cases; "
        "one that is not there is called clear in at most one of twenty.",
        reports=words.number(_even(reports)),
        drawn=words.number(min(DRAWN, wish.questions)),
        questions=words.number(wish.questions),
    )
    return Plan(wish, fault, said, why, tuple(_row(count, wish, odds) for count in STEPS))


def _row(answers: int, wish: Wish, odds: Odds) -> tuple[str, str, str]:
    """Returns for a number of answers: it, the players it takes, and how wide an interval near one half is."""
    low, high = estimate.interval(round(odds.seen(estimate.PLANNED_SHARE) * answers), answers, odds)
    players = estimate.players_for(answers, wish.questions, DRAWN)
    wide = t("{points} points to either side", points=words.number(round(50 * (high - low), 1)))
    return words.number(answers), words.number(_even(players)), wide


def _even(count: int) -> int:
    """Returns a number with two figures that count, rounded up."""
    step = max(10, int(10 ** (len(str(count)) - 2)))
    return -(-count // step) * step
