"""Slows down who guesses: one account from one place soon, one account from everywhere late, and never anybody else."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from server.errors import TooFastError
from server.events import nobody

if TYPE_CHECKING:
    from collections.abc import Callable

FREE_HERE, FREE_ANYWHERE = 5, 100
LONGEST_HERE, LONGEST_ANYWHERE = 900.0, 30.0
FORGET_SECONDS = 3600.0
PLACE_BYTES = 16


class Throttle:
    """Counts failed attempts, in memory."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Starts with none."""
        self._clock = clock
        self._lock = threading.Lock()
        # Tells other processes of a failed attempt: a place's mark of 16 bytes, and an account.
        self.tell: Callable[[bytes], None] = nobody
        # By account and place, or by account alone: failures, when the last one was.
        self._failed: dict[tuple[str, bytes], tuple[int, float]] = {}

    def check(self, account: str, place: bytes) -> None:
        """Raises TooFastError while an account must wait; from a place that did not fail, almost never."""
        now = self._clock()
        with self._lock:
            for key, free, longest in (((account, place), FREE_HERE, LONGEST_HERE), ((account, b""), FREE_ANYWHERE, LONGEST_ANYWHERE)):
                count, last = self._failed.get(key, (0, 0.0))
                wait = min(longest, 2.0 ** min(count - free, 20)) if count >= free else 0.0
                if now < last + wait:
                    raise TooFastError

    def failed(self, account: str, place: bytes) -> None:
        """Counts a failed attempt, here and in other processes."""
        said = place + account.encode(errors="surrogatepass")
        self.note(said)
        self.tell(said)

    def note(self, said: bytes) -> None:
        """Counts a failed attempt that was made here or elsewhere."""
        place, account = said[:PLACE_BYTES], said[PLACE_BYTES:].decode(errors="surrogatepass")
        now = self._clock()
        with self._lock:
            for old in [key for key, (_, last) in self._failed.items() if last < now - FORGET_SECONDS]:
                del self._failed[old]
            for key in ((account, place), (account, b"")):
                self._failed[key] = (self._failed.get(key, (0, 0.0))[0] + 1, now)

    def succeeded(self, account: str, place: bytes) -> None:
        """Forgets what failed from this place."""
        with self._lock:
            self._failed.pop((account, place), None)
