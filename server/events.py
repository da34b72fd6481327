"""Tells who listens that something changed, and nothing else."""

from __future__ import annotations

import threading
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

PULSE_SECONDS = 20.0
CHANGED = b"event: changed\ndata: {}\n\n"
PULSE = b": \n\n"


class Hub:
    """Who listens, by what they listen for: the id of a mailbox or of a member of staff."""

    def __init__(self, most: int) -> None:
        """Takes at most so many listeners, so that requests always find a thread."""
        self.most = most
        self._lock = threading.Lock()
        self._listeners: dict[bytes, set[threading.Event]] = defaultdict(set)
        self._count = 0
        self._ended = False

    def changed(self, ids: Iterable[bytes]) -> None:
        """Wakes those who listen for any of some ids."""
        with self._lock:
            for one in ids:
                for event in self._listeners.get(one, ()):
                    event.set()

    @contextmanager
    def _listening(self, one: bytes) -> Generator[threading.Event]:
        """Gives an event that is set when something changes."""
        event = threading.Event()
        with self._lock:
            self._listeners[one].add(event)
        try:
            yield event
        finally:
            with self._lock:
                self._count -= 1
                self._listeners[one].discard(event)
                if not self._listeners[one]:
                    del self._listeners[one]

    def stream(self, one: bytes, seconds: float = 600.0) -> Iterator[bytes] | None:
        """Returns the lines of a stream of events that ends by itself, or None where too many listen already."""
        with self._lock:
            if self._count >= self.most or self._ended:
                return None
            self._count += 1
        return self._lines(one, seconds)

    def _lines(self, one: bytes, seconds: float) -> Iterator[bytes]:
        """Yields a line for each change, and one now and then that keeps the line open."""
        with self._listening(one) as event:
            yield b"retry: 3000\n\n"
            left = seconds
            while left > 0 and not self._ended:
                if event.wait(PULSE_SECONDS):
                    event.clear()
                    yield CHANGED
                else:
                    left -= PULSE_SECONDS
                    yield PULSE

    def end(self) -> None:
        """Lets every listener go."""
        self._ended = True
        with self._lock:
            for events in self._listeners.values():
                for event in events:
                    event.set()
