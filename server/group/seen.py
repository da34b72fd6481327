"""What phones see: the room, read once for all of them at a moment, and beside it each one's own answer."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from server.errors import UnknownError
from server.group.models import WORDS, RoomRow, SeatRow, VoteRow, WordsRow
from server.group.state import State, state
from server.group.tokens import ballot, hashed

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from server.db import Database
    from server.group.here import Here

_SEAT = select(SeatRow.room_id, SeatRow.seat, SeatRow.gone).where(SeatRow.hash == bindparam("seat"))
_ANSWERS = {
    table: select(column).where(table.room_id == bindparam("room"), table.number == bindparam("number"), table.ballot == bindparam("mark"))
    for table, column in ((VoteRow, VoteRow.choice), (WordsRow, WordsRow.text))
}


@dataclass(frozen=True, slots=True)
class Known:
    """A room as it was a moment ago, and the pages that were drawn of it since."""

    id: bytes
    number: int
    state: State
    read: float
    turns: int
    pages: dict[tuple[object, ...], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mine:
    """A room as one phone sees it: its seat, why that is empty, and its own answer in this round."""

    room: State
    seat: int
    gone: str
    choice: int
    words: str
    # Pages that were drawn for others, who see the same.
    pages: dict[tuple[object, ...], str]


class Seen:
    """Reads rooms for phones; within `seconds` all of them see the same reading, so that three hundred cost little more than one."""

    def __init__(self, database: Database, here: Here, seconds: float = 0.0, clock: Callable[[], float] = time.monotonic) -> None:
        """Starts with nothing read."""
        self._database, self._here, self._seconds, self._clock = database, here, seconds, clock
        self._lock = threading.Lock()
        self._known: dict[str, Known] = {}

    def _of(self, code: str) -> Known:
        """Returns a room as it is, or was a moment ago.

        Raises UnknownError where there is no such room.
        """
        with self._lock:
            found = self._known.get(code)
        # Noted before the room is read: what its host does meanwhile makes this reading old.
        now, turns = self._clock(), self._here.turns(found.id) if found else -1
        if found is not None and now - found.read < self._seconds and found.turns == turns:
            return found
        with self._database.read() as session:
            row = session.scalars(select(RoomRow).where(RoomRow.code == code)).first()
            fresh = Known(row.id, row.current, state(session, row, self._here), now, turns) if row else None
        with self._lock:
            if fresh is None:
                self._known.pop(code, None)
                raise UnknownError
            self._known[code] = fresh
        return fresh

    def mine(self, code: str, token: bytes) -> Mine | None:
        """Returns a room as a phone sees it, or None where it has no seat there.

        Raises UnknownError where there is no such room.
        """
        known = self._of(code)
        if known.state.over:
            return Mine(known.state, 0, "", 0, "", {})
        if not token:
            return None
        with self._database.read_once() as connection:
            seat = connection.execute(_SEAT, {"seat": hashed(token)}).first()
            if seat is None or seat.room_id != known.id:
                return None
            answer = _answer(connection, known, token)
        if not seat.gone:
            self._here.seen(known.id, hashed(token))
        choice, words = (answer, "") if isinstance(answer, int) else (0, answer)
        return Mine(known.state, seat.seat, seat.gone, choice, words, known.pages)


def _answer(connection: Connection, known: Known, token: bytes) -> int | str:
    """Returns what a phone chose or wrote in the running round: 0 or nothing where it did not."""
    running = known.state.round
    if running is None:
        return 0
    wanted = _ANSWERS[WordsRow if running.kind == WORDS else VoteRow]
    asked = {"room": known.id, "number": known.number, "mark": ballot(token, known.id, known.number)}
    found: Any = connection.execute(wanted, asked).scalar()
    return found if isinstance(found, int | str) else 0
