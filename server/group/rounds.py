"""Rounds: a question is laid out, opened, closed, revealed, opened again, skipped, or talked about."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from server.errors import BehindError, ClosedError, UnknownError
from server.group.models import APPROVED, CLOSED, OPEN, READY, REFUSED, REVEALED, SKIPPED, RoundRow, WordsRow
from server.group.rooms import held

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from server.db import Database
    from server.group.rooms import Leader

# From which states each step leads on, and to which.
STEPS = {
    "open": ({READY, OPEN}, OPEN),
    "close": ({OPEN, CLOSED}, CLOSED),
    "reveal": ({OPEN, CLOSED, REVEALED}, REVEALED),
    "reopen": ({OPEN, CLOSED, REVEALED, SKIPPED}, OPEN),
    "skip": ({READY, OPEN, CLOSED, REVEALED, SKIPPED}, SKIPPED),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote, as the facilitator reads it."""

    id: bytes
    text: str
    state: str
    flagged: bool


class Rounds:
    """Leads a room through its questions."""

    def __init__(self, database: Database) -> None:
        """Takes where they are kept."""
        self.database = database

    def ask(self, leader: Leader, number: int, question: str, kind: str, asked: dict[str, Any], *, ready: bool = False) -> None:
        """Asks something as the round of a number: opens it, or only lays it out. Asked again, the same round stays as it is.

        A question may come again with a new number: what if?
        Raises BehindError where the number is not the next one, ClosedError once the session is over.
        """
        texts = json.dumps(asked, ensure_ascii=False, sort_keys=True)
        with self.database.write() as session:
            room = held(session, leader.room)
            if room.over:
                raise ClosedError
            there = session.get(RoundRow, (room.id, number))
            if there is not None and there.number == room.current and (there.question, there.kind, there.texts) == (question, kind, texts):
                return
            if number != room.current + 1:
                raise BehindError
            _settle(session, room.id, room.current)
            said = {"question": question, "kind": kind, "texts": texts, "state": READY if ready else OPEN}
            session.add(RoundRow(room_id=room.id, number=number, **said))
            room.current = number

    def step(self, leader: Leader, number: int, step: str) -> None:
        """Takes the running round one of the steps; taking it twice is taking it once.

        Raises BehindError where another round runs by now, ClosedError where the step does not follow.
        """
        before, after = STEPS[step]
        with self.database.write() as session:
            row = _running(session, leader, number)
            if row.state not in before:
                raise ClosedError
            row.state = after

    def discuss(self, leader: Leader, number: int, choice: int) -> None:
        """Marks which choice is talked about; 0 for none.

        Raises UnknownError where there is no such choice.
        """
        with self.database.write() as session:
            row = _running(session, leader, number)
            if choice > len(json.loads(row.texts)["choices"]):
                raise UnknownError
            row.talk = choice
            if choice:
                row.talked = " ".join(sorted({*row.talked.split(), str(choice)}))

    def words(self, leader: Leader, number: int) -> list[Words]:
        """Returns what was written in a round, in no order that says who or when."""
        with self.database.read() as session:
            found = select(WordsRow).where(WordsRow.room_id == leader.room, WordsRow.number == number).order_by(WordsRow.id)
            return [Words(row.id, row.text, row.state, row.flagged) for row in session.scalars(found)]

    def judge(self, leader: Leader, words: bytes, *, approve: bool) -> None:
        """Lets some words go to the projector, or not.

        Raises UnknownError where they are gone, or were changed since.
        """
        with self.database.write() as session:
            held(session, leader.room)
            row = session.scalars(select(WordsRow).where(WordsRow.room_id == leader.room, WordsRow.id == words)).first()
            if row is None:
                raise UnknownError
            row.state = APPROVED if approve else REFUSED


def _running(session: Session, leader: Leader, number: int) -> RoundRow:
    """Returns the running round, with its room held.

    Raises BehindError where it has another number.
    """
    room = held(session, leader.room)
    row = session.get(RoundRow, (room.id, number)) if number == room.current else None
    if row is None:
        raise BehindError
    return row


def _settle(session: Session, room: bytes, number: int) -> None:
    """Closes a round that the next one follows."""
    row = session.get(RoundRow, (room, number)) if number else None
    if row is not None and row.state in {READY, OPEN}:
        row.state = CLOSED if row.state == OPEN else SKIPPED
