"""Proof of work before a mailbox is opened: cheap for one, dear for a flood, and remembered nowhere but as a used hash."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import secrets
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any

import altcha
from nacl.utils import random

from server.contact.models import Spent
from server.errors import ProofError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

ALGORITHM = "PBKDF2/SHA-256"
SECONDS = 20 * 60
ACTIONS = ("open", "begin")
# How many keys must be tried on average. The count lies near it, so that nobody's phone is unlucky for a minute; four bytes of the key say
# which it was.
TRIES, LEAST_TRIES, MOST_TRIES, PREFIX_BYTES = 256, 192, 320, 4
LARGEST_PAYLOAD = 4000
# Up to so many first letters in a minute the proof stays at its floor: from one address, and from all.
CALM_ADDRESS, CALM_ALL = 3, 600
MINUTE = 60.0


class Load:
    """Counts what came in the last minute, by the hash of an address and in all; forgotten with the process."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Starts calm."""
        self._clock = clock
        self._all: deque[tuple[float, bytes]] = deque()
        self._by: dict[bytes, int] = {}
        self._lock = threading.Lock()

    def seen(self, address: bytes) -> tuple[int, int]:
        """Counts one more, and returns how many came from there and in all within a minute, this one included."""
        now = self._clock()
        with self._lock:
            while self._all and self._all[0][0] < now - MINUTE:
                _, old = self._all.popleft()
                self._by[old] -= 1
                if not self._by[old]:
                    del self._by[old]
            self._all.append((now, address))
            self._by[address] = self._by.get(address, 0) + 1
            return self._by[address], len(self._all)


class Proofs:
    """Gives challenges and takes their solutions, each for one action, once, for twenty minutes."""

    def __init__(self, floor: int, most: int, key: bytes | None = None, clock: Callable[[], float] = time.time) -> None:
        """Takes the hashes that a proof costs on average when it is calm, and the most it may ever cost."""
        self._floor, self._most = floor, most
        self._key = hashlib.blake2b(b"proofs", key=key or random(32), digest_size=32).digest()
        self._clock = clock
        self._load = Load(clock)

    def cost(self, address: bytes) -> int:
        """Returns how many hashes the next proof for an address costs: doubled with each one too many from there, gently for all."""
        mine, everyone = self._load.seen(address)
        own = min(max(0, mine - CALM_ADDRESS), 20)
        shared = max(1.0, everyone / CALM_ALL)
        return min(self._most, int(self._floor * 2**own * min(shared, 8.0)))

    def challenge(self, action: str, address: bytes) -> dict[str, Any]:
        """Returns a challenge for one action."""
        iterations = max(1, self.cost(address) // TRIES)
        made = altcha.create_challenge(
            ALGORITHM,
            iterations,
            counter=LEAST_TRIES + secrets.randbelow(MOST_TRIES - LEAST_TRIES + 1),
            key_prefix_length=PREFIX_BYTES,
            expires_at=int(self._clock()) + SECONDS,
            data={"action": action},
            hmac_secret=self._key,
        )
        return dict(made.to_dict())

    def check(self, action: str, payload: str) -> bytes:
        """Returns the hash of a solved challenge, which `spent_row` takes.

        Raises ProofError where it is missing, unsolved, late, or for something else.
        """
        if len(payload) > LARGEST_PAYLOAD:
            raise ProofError
        try:
            challenge = json.loads(base64.b64decode(payload, validate=True))["challenge"]
            parameters = challenge["parameters"]
            fits = parameters["data"]["action"] == action and parameters["algorithm"] == ALGORITHM
        except (ValueError, KeyError, TypeError, RecursionError):
            raise ProofError from None
        if not fits or not altcha.verify_solution(payload, self._key).verified:
            raise ProofError
        return hashlib.blake2b(str(challenge["signature"]).encode(), digest_size=32).digest()


def spent_row(digest: bytes, today: dt.date) -> dict[str, Any]:
    """Returns the row that uses a proof up, in the transaction that it pays for; the database refuses a second one."""
    return {"digest": digest, "day": today + dt.timedelta(days=1)}


def spent(session: Session, digest: bytes) -> bool:
    """Tells whether a proof was used."""
    return session.get(Spent, digest) is not None
