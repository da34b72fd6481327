"""Reports on their way into the sums: how many there are for each cell, in memory, without order or time."""

from __future__ import annotations

import datetime as dt
import threading
from collections import Counter
from typing import TYPE_CHECKING

from server.events import nobody
from server.insight.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Callable

Cell = tuple[dt.date, str, int]
# Fewer reports than this are never written: what changes in the file is always many people's.
LEAST = 20


class Buffer:
    """Counts reports until there are enough of them to be written; each process has its own."""

    def __init__(self) -> None:
        """Starts empty."""
        self._lock = threading.Lock()
        self._counts: dict[Cell, int] = {}
        self._held = 0
        self.seen = Seen()
        # Tells other processes which report came, by eight bytes of its digest.
        self.tell: Callable[[bytes], None] = nobody

    def add(self, cell: Cell, digest: bytes) -> None:
        """Counts a report, once."""
        with self._lock:
            if self.seen.first(digest, cell[0]):
                self._counts[cell] = self._counts.get(cell, 0) + 1
                self._held += 1
                self.tell(digest[-8:])

    def note(self, mark: bytes, week: dt.date) -> None:
        """Remembers a report that another process counted."""
        with self._lock:
            self.seen.first(mark, week)

    def take_out(self) -> list[tuple[Cell, int]]:
        """Empties it and returns the changes sorted by cell; returns none and keeps all while there are too few."""
        with self._lock:
            if self._held < LEAST:
                return []
            counts, self._counts, self._held = self._counts, {}, 0
        return sorted(counts.items())

    def put_back(self, changes: list[tuple[Cell, int]]) -> None:
        """Takes changes back that could not be written."""
        with self._lock:
            self._counts = dict(Counter(self._counts) + Counter(dict(changes)))
            self._held += sum(count for _, count in changes)
