"""Limits by where requests come from, without keeping where: a keyed hash under a key that lives in memory and changes daily."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from typing import TYPE_CHECKING

from flask import request
from flask_limiter import Limiter
from nacl.utils import random

if TYPE_CHECKING:
    from flask import Flask

# Requests from one address: enough for a youth centre behind one router, far too few for a flood.
EVERYTHING = "600 per minute"
FIRST_LETTERS = "60 per minute"


class Addresses:
    """Turns addresses into marks that mean nothing tomorrow."""

    def __init__(self) -> None:
        """Makes the first day's key."""
        self._lock = threading.Lock()
        self._day = dt.date.min
        self._key = b""

    def mark(self, address: str) -> bytes:
        """Returns the mark of an address, today."""
        today = dt.datetime.now(dt.UTC).date()
        with self._lock:
            if today != self._day:
                self._day, self._key = today, random(32)
            return hashlib.blake2b(address.encode(), key=self._key, digest_size=16).digest()


def limiter_for(app: Flask, addresses: Addresses) -> Limiter:
    """Returns the limiter of an app; its counts live in memory."""
    return Limiter(
        lambda: addresses.mark(request.remote_addr or "").hex(),
        app=app,
        default_limits=[EVERYTHING],
        storage_uri="memory://",
        strategy="fixed-window",
        headers_enabled=False,
    )
