"""Limits by where requests come from, without keeping where: a keyed hash under a key that lives in memory and changes daily."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from typing import TYPE_CHECKING

from flask import request
from flask_limiter import Limiter
from limits.storage import Storage
from nacl.utils import random

if TYPE_CHECKING:
    from flask import Flask

# Requests from one address: enough for a youth centre behind one router, far too few for a flood.
EVERYTHING = "600 per minute"
FIRST_LETTERS = "60 per minute"
_MINUTE = 60.0
_SCHEME = "threshold"


class Addresses:
    """Turns addresses into marks that mean nothing tomorrow."""

    def __init__(self, seed: bytes | None = None) -> None:
        """Takes what workers of one server have in common, drawn at its start and kept in memory, so that their marks agree."""
        self._seed = seed
        self._lock = threading.Lock()
        self._day = dt.date.min
        self._key = b""

    def mark(self, address: str) -> bytes:
        """Returns the mark of an address, today."""
        today = dt.datetime.now(dt.UTC).date()
        with self._lock:
            if today != self._day:
                self._day, self._key = today, self._fresh(today)
            return hashlib.blake2b(address.encode(), key=self._key, digest_size=16).digest()

    def _fresh(self, day: dt.date) -> bytes:
        """Returns a day's key."""
        return hashlib.blake2b(day.isoformat().encode(), key=self._seed, digest_size=32).digest() if self._seed else random(32)


class Counts(Storage):
    """Counts in this process's memory. What is over goes once a minute: the library's own store looks at every count with each request."""

    STORAGE_SCHEME: list[str] | None = [_SCHEME]  # noqa: RUF012  the library's own name and form

    def __init__(self, uri: str | None = None, *, wrap_exceptions: bool = False, **options: float | str | bool) -> None:
        """Starts with no counts."""
        super().__init__(uri, wrap_exceptions, **options)
        self._lock = threading.Lock()
        # The count and when it ends, by key.
        self._counts: dict[str, tuple[int, float]] = {}
        self._swept = 0.0

    @property
    def base_exceptions(self) -> type[Exception]:
        """Returns what can go wrong: nothing of its own."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Counts on, from zero where the count before is over, and returns the count."""
        now = time.monotonic()
        with self._lock:
            if now - self._swept > _MINUTE:
                self._counts, self._swept = {name: one for name, one in self._counts.items() if one[1] > now}, now
            count, until = self._counts.get(key, (0, 0.0))
            if until <= now:
                count, until = 0, now + expiry
            self._counts[key] = (count + amount, until)
            return count + amount

    def get(self, key: str) -> int:
        """Returns a count."""
        count, until = self._counts.get(key, (0, 0.0))
        return count if until > time.monotonic() else 0

    def get_expiry(self, key: str) -> float:
        """Returns when a count ends, in seconds since 1970."""
        _, until = self._counts.get(key, (0, 0.0))
        return time.time() + max(0.0, until - time.monotonic())

    def check(self) -> bool:
        """Tells that it is there."""
        return True

    def reset(self) -> int:
        """Forgets every count and returns how many there were."""
        with self._lock:
            gone, self._counts = len(self._counts), {}
        return gone

    def clear(self, key: str) -> None:
        """Forgets a count."""
        with self._lock:
            self._counts.pop(key, None)


def limiter_for(app: Flask, addresses: Addresses) -> Limiter:
    """Returns the limiter of an app; its counts live in memory."""
    return Limiter(
        lambda: addresses.mark(request.remote_addr or "").hex(),
        app=app,
        default_limits=[EVERYTHING],
        storage_uri=f"{_SCHEME}://",
        strategy="fixed-window",
        headers_enabled=False,
    )
