"""`--watch`: looks at a story file every 300 ms and says when its bytes have changed; the window sleeps on in the meantime."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVERY: Final = 0.3
_Look = tuple[int, int, int] | None


class Watcher:
    """A thread that wakes the window; the window asks what it saw."""

    def __init__(self, path: Path, wake: Callable[[], None], every: float = EVERY) -> None:
        """Begins to watch a file, which may come and go: whoever packs it replaces it."""
        self._path, self._wake, self._every = path, wake, every
        self._seen = self._look()
        self._changed, self._ended = threading.Event(), threading.Event()
        threading.Thread(target=self._watch, name="watcher", daemon=True).start()

    def _look(self) -> _Look:
        try:
            about = self._path.stat()
        except OSError:
            return None
        return about.st_mtime_ns, about.st_size, about.st_ino

    def _watch(self) -> None:
        while not self._ended.wait(self._every):
            look = self._look()
            if look is None or look == self._seen:
                continue
            # A file that is still being written is looked at again, until it rests.
            self._seen = look
            if not self._ended.wait(self._every / 3) and self._look() == look:
                self._changed.set()
                self._wake()

    def changed(self) -> bool:
        """Tells, once, whether the file has changed."""
        found = self._changed.is_set()
        self._changed.clear()
        return found

    def close(self) -> None:
        """Stops watching."""
        self._ended.set()
