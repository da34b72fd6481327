"""Tells who listens that something changed, and nothing else."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PULSE_SECONDS = 20.0
CHANGED = b"event: changed\ndata: {}\n\n"
PULSE = b": \n\n"
RETRY = b"retry: 3000\n\n"


def nobody(_: bytes) -> None:
    """Tells nobody: there is one process."""


@dataclass(eq=False, slots=True)
class _Listener:
    """Somebody who listens for one id, from one place."""

    one: bytes
    place: bytes
    event: threading.Event = field(default_factory=threading.Event)
    let_go: bool = False


class Hub:
    """Who listens, by what they listen for: the id of a mailbox or of a member of staff."""

    def __init__(self, most: int) -> None:
        """Takes at most so many listeners, so that requests always find a thread."""
        self.most = most
        # Tells other processes which id something changed for.
        self.tell: Callable[[bytes], None] = nobody
        self._lock = threading.Lock()
        # In the order in which they came.
        self._all: dict[_Listener, None] = {}
        self._by: dict[bytes, set[_Listener]] = defaultdict(set)
        self._places: Counter[bytes] = Counter()
        self._ended = False

    def __len__(self) -> int:
        """Returns how many listen."""
        return len(self._all)

    def changed(self, ids: Iterable[bytes]) -> None:
        """Wakes those who listen for any of some ids, in this process and in the others."""
        for one in set(ids):
            self.wake(one)
            self.tell(one)

    def wake(self, one: bytes) -> None:
        """Wakes those who listen for an id in this process."""
        with self._lock:
            for listener in self._by.get(one, ()):
                listener.event.set()

    def wake_all(self) -> None:
        """Wakes everybody who listens here: something may have been missed."""
        with self._lock:
            for listener in self._all:
                listener.event.set()

    def stream(self, one: bytes, place: bytes, seconds: float = 600.0) -> Iterator[bytes] | None:
        """Returns the lines of a stream of events that ends by itself, or None where there is no room.

        Where all room is taken, the place with most listeners loses its oldest: whoever takes all room takes it from themselves.
        """
        with self._lock:
            if self._ended or (len(self._all) >= self.most and not self._make_room(place)):
                return None
            listener = _Listener(one, place)
            self._all[listener] = None
            self._by[one].add(listener)
            self._places[place] += 1
        return _Stream(self, listener, seconds)

    def _make_room(self, place: bytes) -> bool:
        """Lets the oldest listener of the fullest place go, unless that place is no fuller than the newcomer's would be."""
        fullest, count = self._places.most_common(1)[0] if self._places else (b"", 0)
        if fullest != place and count <= self._places[place] + 1:
            return False
        oldest = next(listener for listener in self._all if listener.place == fullest)
        oldest.let_go = True
        self._forget(oldest)
        oldest.event.set()
        return True

    def _forget(self, listener: _Listener) -> None:
        """Takes a listener off the lists, once."""
        if listener in self._all:
            del self._all[listener]
            self._by[listener.one].discard(listener)
            if not self._by[listener.one]:
                del self._by[listener.one]
            self._places[listener.place] -= 1
            self._places += Counter()

    def leave(self, listener: _Listener) -> None:
        """Takes a listener off the lists."""
        with self._lock:
            self._forget(listener)

    def end(self) -> None:
        """Lets every listener go."""
        with self._lock:
            self._ended = True
            for listener in self._all:
                listener.let_go = True
                listener.event.set()


class _Stream:
    """The lines that one listener gets; a server that closes it before its end frees its place."""

    def __init__(self, hub: Hub, listener: _Listener, seconds: float) -> None:
        """Takes who listens, and for how long at most."""
        self._hub, self._listener, self._left, self._begun = hub, listener, seconds, False

    def __iter__(self) -> Iterator[bytes]:
        """Returns itself."""
        return self

    def __next__(self) -> bytes:
        """Returns a line for each change, and one now and then that keeps the line open."""
        if not self._begun:
            self._begun = True
            return RETRY
        if self._left <= 0 or self._listener.let_go:
            self.close()
            raise StopIteration
        if self._listener.event.wait(PULSE_SECONDS):
            self._listener.event.clear()
            return CHANGED
        self._left -= PULSE_SECONDS
        return PULSE

    def close(self) -> None:
        """Frees the place."""
        self._hub.leave(self._listener)
