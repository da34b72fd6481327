"""Rooms from their beginning to their end, as the host and the facilitator's phone lead them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from server.contact.days import today as this_day
from server.errors import LaterError, SessionError, UnknownError
from server.group import summary, tokens
from server.group.here import BEAT
from server.group.models import REMOVED, RoomRow, RoundRow, SeatRow, VoteRow, WordsRow
from server.group.state import State, absent, state

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy import Update
    from sqlalchemy.orm import Session

    from server.db import Database
    from server.group.here import Here
    from server.group.state import Texts

# A room ends by itself after so many minutes of being served, or of its host being silent.
LONGEST = 12 * 60
# What is left of these where the clock says that days went by, or the session is over: it may be the clock that is wrong.
GRACE = 60
FLAGS = ("paused", "blank", "locked")
_TRIES = 50
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Leader:
    """Whoever leads a room: which one, and whether with the facilitator's own secret, which alone sees what nobody has approved."""

    room: bytes
    lead: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A new room as its maker gets it."""

    code: str
    host: bytes
    lead: bytes


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat on the facilitator's list: a number, and whether its phone has been quiet. Nothing of what it answered."""

    seat: int
    away: bool


class Rooms:
    """Makes, leads, ends and forgets rooms."""

    def __init__(
        self, database: Database, here: Here, today: Callable[[], dt.date] = this_day, code: Callable[[], str] = tokens.code
    ) -> None:
        """Takes where rooms are kept, and how days and codes come about."""
        self.database, self.here, self.today, self._code = database, here, today, code

    def create(self, key: bytes, room: bytes, title: Texts) -> Opened:
        """Returns a room for an id that its maker drew, made where it is not there yet; the same key and id lead to the same one.

        Raises LaterError where no code is free.
        """
        host, lead = tokens.derived(key, "host", room), tokens.derived(key, "lead", room)
        for _ in range(_TRIES):
            try:
                with self.database.write() as session:
                    row = session.get(RoomRow, room) or self._add(session, room, host, lead, title)
                    if row.host != tokens.hashed(host):
                        raise LaterError
                    session.flush()
                    return Opened(row.code, host, lead)
            except IntegrityError:
                # The code is in use: draw another.
                continue
        raise LaterError

    def _add(self, session: Session, room: bytes, host: bytes, lead: bytes, title: Texts) -> RoomRow:
        """Adds a room's row."""
        hashes = {"host": tokens.hashed(host), "lead": tokens.hashed(lead)}
        row = RoomRow(id=room, code=self._code(), title=json.dumps(title), day=self.today(), **hashes)
        session.add(row)
        return row

    def leader(self, secret: bytes | None) -> Leader:
        """Returns which room a secret leads.

        Raises SessionError where it leads none.
        """
        if secret is None:
            raise SessionError
        mark = tokens.hashed(secret)
        with self.database.read() as session:
            row = session.execute(select(RoomRow.id, RoomRow.lead).where((RoomRow.host == mark) | (RoomRow.lead == mark))).first()
        if row is None:
            raise SessionError
        self.here.host(row.id)
        return Leader(row.id, row.lead == mark)

    def state(self, leader: Leader) -> State:
        """Returns what a room is like.

        Raises UnknownError where it is gone.
        """
        self.here.turn(leader.room)
        with self.database.read() as session:
            return state(session, _row(session, leader.room), self.here)

    def seats(self, leader: Leader) -> list[Seat]:
        """Returns the seats that somebody has, by their numbers."""
        with self.database.read() as session:
            away = absent(session, leader.room, self.here)
            found = select(SeatRow).where(SeatRow.room_id == leader.room, SeatRow.gone == "").order_by(SeatRow.seat)
            return [Seat(row.seat, row.hash in away) for row in session.scalars(found)]

    def set(self, leader: Leader, flag: str, *, on: bool) -> None:
        """Sets one of a room's flags: paused, blank or locked."""
        if flag not in FLAGS:
            raise UnknownError
        with self.database.write() as session:
            setattr(held(session, leader.room), flag, on)

    def kick(self, leader: Leader, seat: int) -> None:
        """Empties a seat; the answers it gave stay in their sums, because nobody can tell which they are.

        Raises UnknownError where there is no such seat.
        """
        with self.database.write() as session:
            row = session.scalars(select(SeatRow).where(SeatRow.room_id == leader.room, SeatRow.seat == seat)).first()
            if row is None:
                raise UnknownError
            row.gone = REMOVED
        self.here.gone(leader.room, row.hash)

    def end(self, leader: Leader) -> None:
        """Ends a session: keeps its sums for an hour, and deletes every seat, vote and word now."""
        with self.database.write() as session:
            room = held(session, leader.room)
            if room.over:
                return
            room.summary = json.dumps(summary.of(session, room), ensure_ascii=False)
            room.over, room.current, room.age = True, 0, max(room.age, LONGEST - GRACE)
            _empty(session, [room.id])
        self.here.over(leader.room)

    def summary(self, leader: Leader) -> dict[str, Any]:
        """Returns a session's sums: those of now, or those that it ended with."""
        with self.database.read() as session:
            room = _row(session, leader.room)
            found: dict[str, Any] = json.loads(room.summary) if room.over else summary.of(session, room)
            return found

    def forget(self, leader: Leader) -> None:
        """Deletes a room with everything in it."""
        with self.database.write() as session:
            _delete(session, [leader.room])
        self.here.over(leader.room)

    def tend(self) -> None:
        """Does what a minute asks for: rooms grow older, once however many processes ask, and those whose time is over go."""
        hosts = self.here.take_hosts()
        with self.database.write() as session:
            session.execute(self._older())
            if hosts:
                session.execute(update(RoomRow).where(RoomRow.id.in_(hosts)).values(rest=0))
            late = list(session.scalars(select(RoomRow.id).where((RoomRow.age >= LONGEST) | (RoomRow.rest >= LONGEST))))
            _delete(session, late)
            seats = session.execute(select(SeatRow.room_id, SeatRow.hash).where(SeatRow.gone == "")).all()
        for room in late:
            self.here.over(room)
        for room, seat in seats:
            self.here.known(room, [seat])

    def _older(self) -> Update:
        """Returns what ages rooms: where there are several processes, only those that none has aged within this minute."""
        older = update(RoomRow).values(age=RoomRow.age + 1, rest=RoomRow.rest + 1, day=self.today())
        if self.here.beats is None:
            return older
        minute = int(self.here.beat * BEAT / _MINUTE)
        return older.values(minute=minute).where(RoomRow.minute != minute)

    def wake(self) -> None:
        """Looks at the calendar, once at a start: a room last served on another day has an hour left, unless its host asks for it.

        No room goes because of a clock alone, which may be wrong, or stood still while a laptop slept.
        """
        now = self.today()
        with self.database.write() as session:
            for row in session.scalars(select(RoomRow)):
                if abs((now - row.day).days) > 1:
                    row.rest = max(row.rest, LONGEST - GRACE)


def _row(session: Session, room: bytes) -> RoomRow:
    """Returns a room's row.

    Raises UnknownError where it is gone.
    """
    found = session.get(RoomRow, room)
    if found is None:
        raise UnknownError
    return found


def held(session: Session, room: bytes) -> RoomRow:
    """Returns a room's row, held until the transaction ends.

    Raises UnknownError where it is gone.
    """
    found = session.scalars(select(RoomRow).where(RoomRow.id == room).with_for_update()).first()
    if found is None:
        raise UnknownError
    return found


def _empty(session: Session, rooms: list[bytes]) -> None:
    """Deletes everything in some rooms."""
    for table in (WordsRow, VoteRow, RoundRow, SeatRow):
        session.execute(delete(table).where(table.room_id.in_(rooms)))


def _delete(session: Session, rooms: list[bytes]) -> None:
    """Deletes rooms with everything in them."""
    if rooms:
        _empty(session, rooms)
        session.execute(delete(RoomRow).where(RoomRow.id.in_(rooms)))
