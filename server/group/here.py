"""Which phones were heard of lately: known in memory alone, written nowhere."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from server.events import nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# A phone asks every second and a half, one without a script every fifteen; whoever is quiet for longer is not waited for.
AWAY_SECONDS = 60.0
# How often other processes hear of a seat or a host that keeps asking.
TELL_SECONDS = 10.0
ROOM_BYTES = 16


class Here:
    """When each seat, and each room's host, last asked."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Starts with nobody."""
        self._clock, self._lock = clock, threading.Lock()
        self._seats: dict[bytes, dict[bytes, float]] = {}
        self._hosts: set[bytes] = set()
        self._turns: dict[bytes, int] = {}
        self._told: dict[bytes, float] = {}
        # Tells other processes a room's id, and behind it which seat asked; a host where nothing is behind it.
        self.tell: Callable[[bytes], None] = nobody

    def seen(self, room: bytes, seat: bytes) -> None:
        """Notes that a seat asked."""
        self._heard(room, seat)
        self._tell(room + seat)

    def note(self, said: bytes) -> None:
        """Notes that a seat, or a host, asked elsewhere."""
        self._heard(said[:ROOM_BYTES], said[ROOM_BYTES:])

    def _heard(self, room: bytes, seat: bytes) -> None:
        """Notes that a seat, or a host, asked."""
        with self._lock:
            if seat:
                self._seats.setdefault(room, {})[seat] = self._clock()
            else:
                self._hosts.add(room)

    def _tell(self, said: bytes) -> None:
        """Tells other processes, now and then."""
        if self.tell is nobody:
            return
        now = self._clock()
        with self._lock:
            if now - self._told.get(said, -TELL_SECONDS) < TELL_SECONDS:
                return
            self._told = {one: when for one, when in self._told.items() if now - when < TELL_SECONDS} | {said: now}
        self.tell(said)

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

    def rooms(self) -> set[bytes]:
        """Returns the rooms that seats were heard of in."""
        with self._lock:
            return set(self._seats)

    def away(self, room: bytes) -> set[bytes]:
        """Returns the seats of a room that have been quiet."""
        with self._lock:
            late = self._clock() - AWAY_SECONDS
            return {seat for seat, when in self._seats.get(room, {}).items() if when < late}

    def host(self, room: bytes) -> None:
        """Notes that a room's host asked."""
        self._heard(room, b"")
        self._tell(room)

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
