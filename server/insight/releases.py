"""Keeps what releases ask, and the cells of the weeks to come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from server.errors import ConfigurationError
from server.insight.asked import Asked, Release
from server.insight.models import OFFSET, CellRow, QuestionRow, ReleaseRow
from server.insight.weeks import WEEK

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

# This week and so many more have their cells.
AHEAD = 4
_ROWS = 5000


def keep(session: Session, release: Release) -> None:
    """Writes a release; one that is there already gets the newer words.

    Raises ConfigurationError where it is there already and asks something else: what was counted would mean another thing.
    """
    before = {one.id: one for one in session.scalars(select(QuestionRow).where(QuestionRow.release_id == release.id))}
    if before and {one.id: _shape(one) for one in before.values()} != {one.id: _shape(_row(release, 0, one)) for one in release.questions}:
        raise ConfigurationError(f"{release.id} is registered already, with other questions or answers: give the story a new version.")
    session.merge(
        ReleaseRow(
            id=release.id,
            story=release.story,
            version=release.version,
            title=_written(release.title),
            chapters=_written(release.chapters),
            languages=" ".join(release.languages),
        )
    )
    session.flush()
    for place, one in enumerate(release.questions):
        session.merge(_row(release, place, one))


def _written(said: object) -> str:
    """Returns something as JSON."""
    return json.dumps(said, ensure_ascii=False)


def _shape(row: QuestionRow) -> tuple[str, str, int]:
    """Returns what of a question must stay as it is."""
    return row.kind, row.options, row.epsilon


def _row(release: Release, place: int, one: Asked) -> QuestionRow:
    """Returns a question as it is stored."""
    return QuestionRow(
        id=one.id,
        release_id=release.id,
        place=place,
        name=one.name,
        kind=one.kind,
        options=" ".join(one.options),
        epsilon=one.epsilon,
        text=_written(one.text),
        answers=_written(one.answers),
    )


def everyone(session: Session) -> list[Release]:
    """Returns every release with its questions in their order."""
    asked: dict[str, list[Asked]] = {}
    for row in session.scalars(select(QuestionRow).order_by(QuestionRow.release_id, QuestionRow.place)):
        asked.setdefault(row.release_id, []).append(as_asked(row))
    return [
        Release(
            row.id,
            row.story,
            row.version,
            json.loads(row.title),
            tuple(row.languages.split()),
            tuple(asked.get(row.id, ())),
            tuple(json.loads(row.chapters)),
        )
        for row in session.scalars(select(ReleaseRow).order_by(ReleaseRow.id))
    ]


def as_asked(row: QuestionRow) -> Asked:
    """Returns a question as it is stored, as it is asked."""
    return Asked(row.id, row.name, row.kind, tuple(row.options.split()), row.epsilon, json.loads(row.text), json.loads(row.answers))


def prepare(session: Session, first: dt.date) -> None:
    """Makes the cells that are missing of a week and those after it: of every question, for every answer, so that they tell nothing."""
    weeks = [first + number * WEEK for number in range(AHEAD + 1)]
    found = select(CellRow.week, CellRow.question_id).where(CellRow.week >= first).distinct()
    there = {(week, question) for week, question in session.execute(found)}
    questions = [(one.id, len(one.options.split())) for one in session.scalars(select(QuestionRow).order_by(QuestionRow.id))]
    rows = [
        {"week": week, "question_id": question, "answer": answer, "n": OFFSET}
        for week in weeks
        for question, answers in questions
        if (week, question) not in there
        for answer in range(answers)
    ]
    # Another process may make the same ones at the same moment.
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    for start in range(0, len(rows), _ROWS):
        session.execute(insert(CellRow).on_conflict_do_nothing(), rows[start : start + _ROWS])
