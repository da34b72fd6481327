"""Holds a file's lock for as long as the program runs, so that of two windows of the game only one flips coins and sends."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Alone:
    """A lock that the system gives back when the program ends, however it does."""

    def __init__(self, path: Path) -> None:
        """Takes where the lock's file is, or will be; nothing is locked yet."""
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Takes the lock; tells whether this program has it."""
        if self._handle is not None:
            return True
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return False
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def give_back(self) -> None:
        """Lets another program have the lock."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    """Locks an open file, without waiting.

    Raises OSError where another program has it locked.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - only there

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
