"""What phones do: take a seat, answer, leave. A phone has one answer in a round, however often it sends it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, text, update

from server.errors import ClosedError, ForbiddenError, LockedError, SessionError, UnknownError
from server.group import sieve, tokens
from server.group.models import LEFT, OPEN, REMOVED, VOTE, WAITING, WORDS, RoomRow, RoundRow, SeatRow, VoteRow, WordsRow
from server.group.state import asked

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from server.db import Database
    from server.group.here import Here
    from server.group.seen import Mine, Seen

# More phones than any room has people.
MOST_SEATS = 600
LONGEST_WORDS = 280
# A crowd comes in within a second: said as rows, whose statements are made once. Objects that are watched for changes cost twice as much.
_DOOR = (
    select(RoomRow.id, RoomRow.joined, RoomRow.locked, RoomRow.over).where(RoomRow.code == bindparam("code")).with_for_update(of=RoomRow)
)
_SEAT = select(SeatRow.room_id, SeatRow.gone).where(SeatRow.hash == bindparam("mark"))
_TAKEN = select(func.count()).select_from(SeatRow).where(SeatRow.room_id == bindparam("room"), SeatRow.gone == "")
_COUNT = update(RoomRow).where(RoomRow.id == bindparam("room")).values(joined=bindparam("number"))
_SIT = insert(SeatRow)
_BACK = update(SeatRow).where(SeatRow.hash == bindparam("mark")).values(gone="")
_VOTE = text(
    "INSERT INTO group_votes (room_id, number, ballot, choice) VALUES (:room, :number, :ballot, :choice)"
    " ON CONFLICT (room_id, number, ballot) DO UPDATE SET choice = excluded.choice"
)
_WORDS = text(
    "INSERT INTO group_words (room_id, number, ballot, id, text, state, flagged)"
    " VALUES (:room, :number, :ballot, :id, :text, :state, :flagged)"
    " ON CONFLICT (room_id, number, ballot) DO UPDATE"
    " SET id = excluded.id, text = excluded.text, state = excluded.state, flagged = excluded.flagged"
)


class Ballots:
    """Gives seats and takes answers."""

    def __init__(self, database: Database, here: Here, seen: Seen) -> None:
        """Takes where they are kept, and what shows rooms to phones."""
        self.database, self.here, self.seen = database, here, seen

    def exists(self, code: str) -> bool:
        """Tells whether a code leads to a room."""
        with self.database.read() as session:
            return session.scalar(select(RoomRow.id).where(RoomRow.code == code)) is not None

    def join(self, code: str, token: bytes | None = None) -> bytes:
        """Returns the token of a seat: the one that was brought, whether it has a seat, left one or takes one now, or a new one.

        Who brings the same one again, because no answer came or a button was pressed twice, has one seat.

        Raises UnknownError where there is no such room, LockedError where it takes nobody more, ForbiddenError for one who was removed.
        """
        with self.database.write_rows() as connection:
            room = connection.execute(_DOOR, {"code": code}).first()
            if room is None:
                raise UnknownError
            seat = connection.execute(_SEAT, {"mark": tokens.hashed(token)}).first() if token else None
            if token and seat is not None and seat.room_id == room.id:
                _come_back(connection, seat.gone, tokens.hashed(token))
            elif room.locked or room.over:
                raise LockedError
            else:
                # One that is known elsewhere is another room's.
                token = token if token and seat is None else tokens.fresh()
                _sit(connection, room.id, room.joined + 1, tokens.hashed(token))
        self.here.seen(room.id, tokens.hashed(token))
        return token

    def mine(self, code: str, token: bytes | None) -> Mine | None:
        """Returns a room as a phone sees it, or None where it has no seat there.

        Raises UnknownError where there is no such room.
        """
        return self.seen.mine(code, token or b"")

    def vote(self, code: str, token: bytes | None, number: int, choice: int) -> None:
        """Takes a phone's choice in a round, in place of the one before.

        Raises ClosedError where that round takes none, SessionError without a seat, ForbiddenError for one who was removed.
        """
        with self.database.write() as session:
            row, ballot = _open(session, code, token, number)
            if row.kind != VOTE or not 1 <= choice <= len(asked(row.texts).choices):
                raise ClosedError
            session.execute(_VOTE, {"room": row.room_id, "number": number, "ballot": ballot, "choice": choice})

    def say(self, code: str, token: bytes | None, number: int, words: str) -> None:
        """Takes what a phone writes in a round, in place of what it wrote before; the facilitator reads it anew.

        Raises as `vote` does.
        """
        said = " ".join(words.split())[:LONGEST_WORDS]
        with self.database.write() as session:
            row, ballot = _open(session, code, token, number)
            if row.kind != WORDS or not said:
                raise ClosedError
            there = session.get(WordsRow, (row.room_id, number, ballot))
            if there is not None and there.text == said:
                return
            given = {"room": row.room_id, "number": number, "ballot": ballot, "id": secrets.token_bytes(16)}
            session.execute(_WORDS, {**given, "text": said, "state": WAITING, "flagged": sieve.flags(said)})

    def leave(self, code: str, token: bytes | None) -> None:
        """Empties a phone's seat; an answer in a round that is still open goes with it.

        Raises SessionError without a seat.
        """
        with self.database.write() as session:
            room, seat = _seated(session, code, token)
            row = session.get(RoundRow, (room.id, room.current)) if room.current else None
            if row is not None and row.state == OPEN and token:
                mark = tokens.ballot(token, room.id, row.number)
                for table in (VoteRow, WordsRow):
                    session.execute(delete(table).where(table.room_id == room.id, table.number == row.number, table.ballot == mark))
            seat.gone = LEFT
        self.here.gone(room.id, seat.hash)


def _come_back(connection: Connection, gone: str, mark: bytes) -> None:
    """Gives a seat back to the phone that left it.

    Raises ForbiddenError for one who was removed.
    """
    if gone == REMOVED:
        raise ForbiddenError
    if gone:
        connection.execute(_BACK, {"mark": mark})


def _sit(connection: Connection, room: bytes, number: int, mark: bytes) -> None:
    """Adds a seat.

    Raises LockedError where every seat is taken; they are counted only where there ever were so many.
    """
    if number > MOST_SEATS and (connection.execute(_TAKEN, {"room": room}).scalar() or 0) >= MOST_SEATS:
        raise LockedError
    connection.execute(_COUNT, {"room": room, "number": number})
    connection.execute(_SIT, {"hash": mark, "room_id": room, "seat": number, "gone": ""})


def _seated(session: Session, code: str, token: bytes | None) -> tuple[RoomRow, SeatRow]:
    """Returns a room, held such that nobody leads it on meanwhile, and a phone's seat in it.

    Raises UnknownError where there is no such room, SessionError without a seat, ForbiddenError for one who was removed.
    """
    room = session.scalars(select(RoomRow).where(RoomRow.code == code).with_for_update(read=True)).first()
    if room is None:
        raise UnknownError
    seat = session.get(SeatRow, tokens.hashed(token)) if token else None
    if seat is None or seat.room_id != room.id or seat.gone == LEFT:
        raise SessionError
    if seat.gone:
        raise ForbiddenError
    return room, seat


def _open(session: Session, code: str, token: bytes | None, number: int) -> tuple[RoundRow, bytes]:
    """Returns the round that takes a phone's answer, and the mark of its ballot there.

    Raises ClosedError where it takes none.
    """
    room, _ = _seated(session, code, token)
    row = session.get(RoundRow, (room.id, number)) if number == room.current else None
    if row is None or row.state != OPEN or room.paused or token is None:
        raise ClosedError
    return row, tokens.ballot(token, room.id, number)
