"""Whether a server can do its work: what lies under it is asked, and what is wrong is said in one word."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import threading
import time
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from server import migrate
from server.contact import roster

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from server.bus.bus import Bus
    from server.db import Database

# With less than this left, a letter may find no room beside its key and the database's own log.
LEAST_FREE = 100 * 1024 * 1024
# However often it is asked, what lies under the server is asked once in so many seconds.
FRESH_SECONDS = 5.0
DATABASE, TABLES, DISK, CLOCK, BUS = "database", "tables", "disk", "clock", "bus"
CHECKS = (DATABASE, TABLES, DISK, CLOCK, BUS)
_DAY = dt.timedelta(days=1)


class Health:
    """Looks at database, tables, free disk, clock and bus."""

    def __init__(self, database: Database, bus: Bus, folder: Path, today: Callable[[], dt.date]) -> None:
        """Takes what it looks at; looks at nothing yet."""
        self._database, self._bus, self._folder, self._today = database, bus, folder, today
        self._lock, self._found, self._until, self._newest = threading.Lock(), frozenset[str](), 0.0, ""

    def faults(self) -> frozenset[str]:
        """Returns what is wrong, of CHECKS."""
        with self._lock:
            if time.monotonic() >= self._until:
                self._found, self._until = frozenset(self._look()), time.monotonic() + FRESH_SECONDS
            return self._found

    def _look(self) -> set[str]:
        """Looks."""
        found = {DISK} if self.free() < LEAST_FREE else set()
        if self._bus.begun and not self._bus.joined.is_set():
            found.add(BUS)
        self._newest = self._newest or migrate.newest() or ""
        try:
            if migrate.current(self._database) != self._newest:
                return found | {TABLES}
            if self._behind():
                found.add(CLOCK)
        except SQLAlchemyError:
            found.add(DATABASE)
        return found

    def free(self) -> int:
        """Returns how many bytes are free where the data folder is."""
        return shutil.disk_usage(self._folder).free

    def _behind(self) -> bool:
        """Tells whether the signed list comes from a day that this clock has not seen."""
        with self._database.read() as session:
            newest = roster.newest(session)
        return newest is not None and dt.date.fromisoformat(json.loads(newest.payload)["issued"]) > self._today() + _DAY

    def days_left(self) -> int:
        """Returns for how many days the signed list still lasts; below zero where it ended, or there is none."""
        with self._database.read() as session:
            newest = roster.newest(session)
        return (newest.expires - self._today()).days if newest else -1
