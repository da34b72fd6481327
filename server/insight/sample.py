"""Figures to try the pages with: a public that never was plays a story, and its answers are blurred as games blur them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from sqlalchemy import update

from server.insight import releases
from server.insight.models import CellRow
from server.insight.weeks import WEEK, monday
from server.insight.weights import WHOLE, weights

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Update

    from server.insight.asked import Asked, Release
    from server.insight.service import Insight

PLAYERS, WEEKS = 3200, 8
# A game answers two of the questions about play, one that comes nearer, and always which language.
_SENSITIVE, _LANGUAGE = frozenset({"help_opened", "before_after"}), "language"


def fill(insight: Insight, release: Release) -> None:
    """Has the made-up public play a registered release in the weeks before this one; the same release always gets the same figures."""
    rng, now = random.Random(release.id), monday(insight.today())  # noqa: S311  made up, and said to be
    shares = {asked.id: _shares(rng, len(asked.options)) for asked in release.questions}
    with insight.database.write() as session:
        for back in range(WEEKS, 0, -1):
            week = now - back * WEEK
            releases.prepare(session, week)
            for asked in release.questions:
                for answer, count in enumerate(_told(rng, asked, _reports(release, asked), shares[asked.id])):
                    session.execute(_more(week, asked, answer, count))


def _reports(release: Release, asked: Asked) -> int:
    """Returns how many answer a question in a week."""
    if asked.kind == _LANGUAGE:
        return PLAYERS // WEEKS
    alike = [one for one in release.questions if one.kind != _LANGUAGE and (one.kind in _SENSITIVE) is (asked.kind in _SENSITIVE)]
    drawn = 1 if asked.kind in _SENSITIVE else 2
    return PLAYERS // WEEKS * min(drawn, len(alike)) // len(alike)


def _shares(rng: random.Random, kinds: int) -> list[float]:
    """Returns which share of the public each answer is true of; few did not reach the question, which is the last."""
    parts = [rng.uniform(0.15, 1.0) for _ in range(kinds - 1)] + [0.12]
    return [part / sum(parts) for part in parts]


def _told(rng: random.Random, asked: Asked, count: int, shares: list[float]) -> list[int]:
    """Returns how often each answer is told."""
    truth, lie = (weight / WHOLE for weight in weights(len(asked.options), asked.epsilon))
    told = rng.choices(range(len(shares)), [lie + share * (truth - lie) for share in shares], k=count)
    return [told.count(answer) for answer in range(len(shares))]


def _more(week: dt.date, asked: Asked, answer: int, count: int) -> Update:
    cell = (CellRow.week == week, CellRow.question_id == asked.id, CellRow.answer == answer)
    return update(CellRow).where(*cell).values(n=CellRow.n + count)
