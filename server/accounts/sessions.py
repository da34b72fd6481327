"""Sessions of staff: a new one at each step, ended by a rise of the account's generation, so that no race revives one."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nacl.utils import random
from sqlalchemy import delete, select

from server.accounts.models import ACTIVE, ENROLLING, Staff, StaffSession
from server.errors import SessionError
from server.events import nobody
from server.wire import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

# How far somebody is: a passphrase was right; a recovery code was right; an invitation was taken; both factors were right.
PASSPHRASE, RECOVERY, ENROL, FULL = "passphrase", "recovery", "enrol", "full"
IDLE_SECONDS = 45 * 60
STEP_SECONDS = 15 * 60
LONGEST = dt.timedelta(days=1)
# How long a session may be in use before other processes hear of it again.
TELL_SECONDS = 30.0
_ID_BYTES = 32


def hashed(session_id: bytes) -> bytes:
    """Returns what is kept of a session id."""
    return hashlib.blake2b(b"threshold session v1" + session_id, digest_size=32).digest()


def from_cookie(text: str | None) -> bytes | None:
    """Returns the session id of a cookie, or None for anything else."""
    if not text or len(text) > 64:  # noqa: PLR2004  an id of 32 bytes takes 43
        return None
    try:
        found = decode(text)
    except ValueError:
        return None
    return found if len(found) == _ID_BYTES else None


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody with a session: who, how far, and with which roles."""

    id: bytes
    name: str
    roles: frozenset[str]
    stage: str
    session: bytes


class Sessions:
    """Opens, finds and ends sessions. When one was last used is known in memory alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Starts with none in use."""
        self._clock = clock
        self._lock = threading.Lock()
        self._used: dict[bytes, float] = {}
        self._told: dict[bytes, float] = {}
        # Tells other processes which session is in use.
        self.tell: Callable[[bytes], None] = nobody

    def open(self, session: Session, staff: Staff, stage: str, today: dt.date, old: bytes | None = None) -> bytes:
        """Returns a new session id for somebody; the id they came with is good no longer."""
        fresh = random(_ID_BYTES)
        if old is not None:
            session.execute(delete(StaffSession).where(StaffSession.hash == hashed(old)))
        session.add(StaffSession(hash=hashed(fresh), staff_id=staff.id, stage=stage, generation=staff.generation, day=today))
        self.note(hashed(fresh))
        self.tell(hashed(fresh))
        return fresh

    def note(self, key: bytes) -> None:
        """Notes that a session is used now, here or elsewhere."""
        with self._lock:
            self._used[key] = self._clock()

    def find(self, session: Session, cookie: bytes | None, today: dt.date) -> Signed:
        """Returns who has a session.

        Raises SessionError where there is none, it rested too long, or the account has moved on since.
        """
        if cookie is None:
            raise SessionError
        row = session.get(StaffSession, hashed(cookie))
        staff = session.get(Staff, row.staff_id) if row else None
        if row is None or staff is None or row.generation != staff.generation or today - row.day > LONGEST:
            raise SessionError
        if staff.state not in {ACTIVE, ENROLLING} or not self._fresh(row.hash, row.stage):
            raise SessionError
        return Signed(staff.id, staff.name, frozenset(staff.roles.split()), row.stage, cookie)

    def _fresh(self, key: bytes, stage: str) -> bool:
        """Tells whether a session was used lately, and notes that it is used now."""
        now = self._clock()
        with self._lock:
            last = self._used.get(key, now)
            if now - last > (IDLE_SECONDS if stage == FULL else STEP_SECONDS):
                # It is not forgotten: one that nobody remembers passes for one just begun.
                return False
            self._used[key] = now
            news = now - self._told.get(key, -TELL_SECONDS) >= TELL_SECONDS
            if news:
                self._told = {one: when for one, when in self._told.items() if now - when < TELL_SECONDS} | {key: now}
        if news:
            self.tell(key)
        return True

    def end(self, session: Session, cookie: bytes) -> None:
        """Ends one session."""
        session.execute(delete(StaffSession).where(StaffSession.hash == hashed(cookie)))
        with self._lock:
            self._used.pop(hashed(cookie), None)


def end_all(session: Session, staff: Staff) -> None:
    """Ends every session of somebody, and whatever is opened from an older state."""
    staff.generation += 1
    session.execute(delete(StaffSession).where(StaffSession.staff_id == staff.id))


def sweep(session: Session, today: dt.date) -> None:
    """Deletes the rows of sessions that are over."""
    session.execute(delete(StaffSession).where(StaffSession.day < today - LONGEST))


def cookie_of(session_id: bytes) -> str:
    """Returns a session id as a cookie's text."""
    return encode(session_id)


def staff_of(session: Session, signed: Signed) -> Staff:
    """Returns the row of who is signed in, held until the transaction ends.

    Raises SessionError where it is gone.
    """
    staff = session.scalars(select(Staff).where(Staff.id == signed.id).with_for_update()).first()
    if staff is None:
        raise SessionError
    return staff
