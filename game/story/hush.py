"""Keeps what a native library prints to standard error away from the player's terminal."""

from __future__ import annotations

import os
import tempfile
import weakref
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

STDERR = 2


class Hush:
    """Gathers standard error while a `with` block runs: into `text` where the block fails, passed on where it goes well.

    An ink engine says there why it gave up. A process without standard error stays as it is. Blocks may stand within each other.
    """

    def __init__(self) -> None:
        """Starts with nothing heard."""
        with tempfile.TemporaryFile() as file:
            self._handle = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._handle)
        self._kept: int | None = None
        self._depth = 0
        self.text = ""

    def __enter__(self) -> None:
        """Turns standard error aside."""
        self._depth += 1
        if self._depth > 1:
            return
        try:
            self._kept = os.dup(STDERR)
        except OSError:
            self._kept = None
        else:
            os.dup2(self._handle, STDERR)

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Puts standard error back."""
        self._depth -= 1
        if self._depth or self._kept is None:
            return
        os.dup2(self._kept, STDERR)
        os.close(self._kept)
        self._kept = None
        heard = self._taken()
        if kind is not None:
            self.text = heard.decode("utf-8", "replace").partition("stack backtrace")[0].strip()
        elif heard:
            os.write(STDERR, heard)

    def _taken(self) -> bytes:
        """Returns what was gathered, and empties it."""
        size = os.lseek(self._handle, 0, os.SEEK_CUR)
        if not size:
            return b""
        os.lseek(self._handle, 0, os.SEEK_SET)
        heard = os.read(self._handle, size)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.ftruncate(self._handle, 0)
        return heard
