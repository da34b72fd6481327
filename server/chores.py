"""What a server does by itself: sweeps, writes what was counted, has rooms grow older. Of several processes, one does what is done once."""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import TYPE_CHECKING

from server.contact import sweep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from server.app import House

_log = logging.getLogger(__name__)
_MINUTE, _HOUR = 60.0, 3600.0
FILE = "chores.lock"


class Turn:
    """Which process does what is done once: whoever holds a file's lock, until it ends, however it ends."""

    def __init__(self, path: Path) -> None:
        """Takes the file, which all processes of a server have."""
        self._path, self._held, self._lock = path, -1, threading.Lock()

    def mine(self) -> bool:
        """Tells whether it is this process, which it becomes where nobody is."""
        if os.name == "nt":
            # There is one process.
            return True
        import fcntl  # noqa: PLC0415  not on Windows

        with self._lock:
            if self._held >= 0:
                return True
            opened = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(opened)
                return False
            self._held = opened
            return True


def begin(house: House) -> None:
    """Begins what a process does by itself, in threads."""
    turn = Turn(house.config.folder / FILE)
    works = [_sweep_daily, *([_flush_hourly] if house.config.insight else []), *([_tend_rooms] if house.config.group else [])]
    for work in works:
        threading.Thread(target=work, args=(house, turn), daemon=True).start()


def _sweep_daily(house: House, turn: Turn) -> None:
    """Sweeps at the start and then each hour in which the day has changed."""
    day, wait = None, threading.Event()
    while True:
        today = house.letters.today()
        if today != day and turn.mine():
            try:
                sweep.sweep(house.database, house.keys, today)
                day = today
                _log.info("swept")
            except Exception:  # noqa: BLE001  whatever it was, the next hour tries again
                _log.error("sweep failed", exc_info=True)
        wait.wait(_HOUR)


def _flush_hourly(house: House, turn: Turn) -> None:
    """Makes the cells of the weeks to come and writes what was counted, each hour; sees each minute whether a release was registered."""
    flushed, wait = time.monotonic(), threading.Event()
    if turn.mine():
        _tend(house.insight.prepare)
    while not wait.wait(_MINUTE):
        _tend(house.insight.refresh)
        if time.monotonic() - flushed >= _HOUR:
            flushed = time.monotonic()
            if turn.mine():
                _tend(house.insight.prepare)
            _tend(house.insight.flush)


def _tend_rooms(house: House, turn: Turn) -> None:
    """Looks at the calendar once, and has rooms of groups grow older each minute."""
    wait = threading.Event()
    if turn.mine():
        _tend(house.group.rooms.wake)
    while not wait.wait(_MINUTE):
        _tend(house.group.rooms.tend if turn.mine() else house.group.rooms.look)


def _tend(work: Callable[[], object]) -> None:
    """Does some of the work that comes again by itself."""
    try:
        work()
    except Exception:  # noqa: BLE001  whatever it was, the next time tries again
        _log.error("flush failed", exc_info=True)
