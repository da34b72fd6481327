"""Insight: takes randomised reports, keeps sums of them by the week, gives out closed weeks. It never learns who sent what."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from server.contact.days import today as this_day
from server.errors import MalformedError
from server.insight import alarm, pack, proof, releases
from server.insight.buffer import Buffer
from server.insight.models import OFFSET, CellRow, QuestionRow
from server.insight.weeks import Week, monday

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sqlalchemy.orm import Session

    from server.db import Database
    from server.insight.asked import Release

_COUNT_ON = (
    update(CellRow.__table__)  # type: ignore[arg-type]  # a class's table is a Table
    .where(
        CellRow.week == bindparam("of_week"),
        CellRow.question_id == bindparam("of_question"),
        CellRow.answer == bindparam("of_answer"),
    )
    .values(n=CellRow.n + bindparam("more"))
)


class Insight:
    """Counts answers. What is taken waits in memory; what is written are sums of at least twenty reports."""

    def __init__(self, database: Database, today: Callable[[], dt.date] = this_day) -> None:
        """Takes where the sums are kept; reads nothing yet."""
        self.database, self.today, self.buffer = database, today, Buffer()
        # How many answers each question has; None until it was read.
        self._answers: dict[str, int] | None = None
        # One flush at a time, so that a process does not wait for itself.
        self._writing = threading.Lock()

    def take(self, question: str, answer: int, number: int) -> None:
        """Counts a report in memory; one that came before, or of a question or answer that is not known here, leaves no trace.

        Raises MalformedError where its proof does not hold.
        """
        digest = proof.digest(question, answer, number)
        if not proof.holds(digest):
            raise MalformedError
        answers = self._answers if self._answers is not None else self.refresh()
        if answer < answers.get(question, 0):
            self.buffer.add((monday(self.today()), question, answer), digest)

    def refresh(self) -> dict[str, int]:
        """Reads which questions there are: another process may have registered some."""
        with self.database.read() as session:
            found = {row.id: len(row.options.split()) for row in session.scalars(select(QuestionRow))}
        self._answers = found
        return found

    def prepare(self) -> None:
        """Makes the cells of this week and the next ones, where they are missing."""
        with self.database.write() as session:
            releases.prepare(session, monday(self.today()))

    def flush(self) -> None:
        """Writes what was counted, if it is enough: one change for each cell, in their order, in one transaction."""
        with self._writing:
            changes = self.buffer.take_out()
            if not changes:
                return
            rows = [
                {"of_week": week, "of_question": question, "of_answer": answer, "more": count}
                for (week, question, answer), count in changes
            ]
            try:
                with self.database.write() as session:
                    releases.prepare(session, changes[0][0][0])
                    session.connection().execute(_COUNT_ON, rows)
            except BaseException:
                self.buffer.put_back(changes)
                raise
            self.tidy()

    def tidy(self) -> None:
        """Leaves no earlier sum where it lay: empties SQLite's log; has PostgreSQL write the cells anew, in the order of their key."""
        if self.database.is_sqlite:
            self.database.execute_outside("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            self.database.execute_outside("CLUSTER insight_cells USING pk_insight_cells")

    def register(self, data: bytes) -> Release:
        """Takes a release from its .story file, or from its manifest, and makes the cells of its questions.

        Raises ConfigurationError where it is none, or where it is registered already and asks something else now.
        """
        found = pack.release(data)
        with self.database.write() as session:
            releases.keep(session, found)
            session.flush()
            releases.prepare(session, monday(self.today()))
        self.refresh()
        return found

    def releases(self) -> list[Release]:
        """Returns every release that is registered."""
        with self.database.read() as session:
            return releases.everyone(session)

    def weeks(self, question: str) -> list[Week]:
        """Returns the closed weeks of a question in which anybody answered, the oldest first; those in quarantine are left out."""
        now = monday(self.today())
        with self.database.read() as session:
            return [week for week, bad in self._judged(session, question) if not bad and week.monday < now]

    def quarantined(self, question: str) -> list[dt.date]:
        """Returns the weeks of a question, the running one included, whose sums no players could have made, by their Mondays."""
        with self.database.read() as session:
            return [week.monday for week, bad in self._judged(session, question) if bad]

    def _judged(self, session: Session, question: str) -> Iterator[tuple[Week, bool]]:
        """Yields every week in which a question was answered, and whether its sums cannot be."""
        row = session.get(QuestionRow, question)
        if row is None:
            return
        sums: dict[dt.date, list[int]] = {}
        cells = select(CellRow).where(CellRow.question_id == question, CellRow.week <= monday(self.today()))
        for cell in session.scalars(cells.order_by(CellRow.week, CellRow.answer)):
            sums.setdefault(cell.week, []).append(cell.n - OFFSET)
        for week, counts in sums.items():
            if any(counts):
                yield Week(week, tuple(counts)), alarm.raised(counts, row.epsilon)

    def close(self) -> None:
        """Writes what is enough to be written, before the process ends; fewer reports than that are forgotten."""
        self.flush()
