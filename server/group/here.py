"""Which phones were heard of lately: known to this process, and where a server has several, told to the others by the quarter of a minute.

A server of one process writes none of it. One of several writes, for each room at most every fifteen seconds, who was heard of meanwhile;
it reads that only about phones that have been quiet here, which may be talking to another process.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# A phone asks every second and a half, one without a script every fifteen; whoever is quiet for longer is not waited for.
AWAY_SECONDS = 60.0
# How often one process tells the others, and how long a quarter of a minute is.
BEAT = 15.0


class Here:
    """When each seat, and each room's host, last asked."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, day: Callable[[], float] | None = None) -> None:
        """Starts with nobody. `day`: the clock that the processes of a server share; none where there is one process."""
        self._clock, self._day, self._lock = clock, day, threading.Lock()
        self._told: dict[bytes, float] = {}
        self._seats: dict[bytes, dict[bytes, float]] = {}
        self._hosts: set[bytes] = set()
        self._turns: dict[bytes, int] = {}

    def seen(self, room: bytes, seat: bytes) -> None:
        """Notes that a seat asked."""
        with self._lock:
            self._seats.setdefault(room, {})[seat] = self._clock()

    def known(self, room: bytes, seats: Iterable[bytes]) -> None:
        """Takes seats that are not known here, such as after a restart, as if they had just asked."""
        with self._lock:
            there, now = self._seats.setdefault(room, {}), self._clock()
            for seat in seats:
                there.setdefault(seat, now)

    def gone(self, room: bytes, seat: bytes) -> None:
        """Forgets a seat."""
        with self._lock:
            self._seats.get(room, {}).pop(seat, None)

    def away(self, room: bytes) -> set[bytes]:
        """Returns the seats of a room that have been quiet."""
        with self._lock:
            late = self._clock() - AWAY_SECONDS
            return {seat for seat, when in self._seats.get(room, {}).items() if when < late}

    def due(self, room: bytes) -> set[bytes]:
        """Returns the seats that the other processes are to be told of, once for each fifteen seconds; else none."""
        if self._day is None:
            return set()
        with self._lock:
            now = self._clock()
            before = self._told.get(room, -BEAT)
            if now - before < BEAT:
                return set()
            self._told[room] = now
            return {seat for seat, when in self._seats.get(room, {}).items() if when > before}

    @property
    def beat(self) -> int:
        """Returns which quarter of a minute it is, by the clock that the processes share."""
        return int((self._day or time.time)() / BEAT)

    @property
    def beats(self) -> tuple[int, int] | None:
        """Returns the first and last quarter in which a phone must have been heard of to be here; None where there is one process.

        A clock that was set back makes nobody present who is not.
        """
        return None if self._day is None else (self.beat - int(AWAY_SECONDS / BEAT), self.beat + 1)

    def host(self, room: bytes) -> None:
        """Notes that a room's host asked."""
        with self._lock:
            self._hosts.add(room)

    def turn(self, room: bytes) -> None:
        """Notes that a room's host was shown the room: phones that look from now on see no older one."""
        with self._lock:
            self._turns[room] = self.turns(room) + 1

    def turns(self, room: bytes) -> int:
        """Returns how often a room's host was shown it."""
        return self._turns.get(room, 0)

    def take_hosts(self) -> set[bytes]:
        """Returns the rooms whose hosts asked since this was last called."""
        with self._lock:
            found, self._hosts = self._hosts, set()
            return found

    def over(self, room: bytes) -> None:
        """Forgets a room."""
        with self._lock:
            self._seats.pop(room, None)
            self._turns.pop(room, None)
            self._told.pop(room, None)
