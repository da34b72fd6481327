"""Secrets and tokens, and what is kept of them: hashes that lead back to nothing."""

from __future__ import annotations

import hashlib
import secrets

from server.wire import decode, encode

SIZE = 32
LONGEST = 64
_CODES = 1_000_000
CODE_DIGITS = 6


def fresh() -> bytes:
    """Returns a new token: 32 random bytes."""
    return secrets.token_bytes(SIZE)


def hashed(token: bytes) -> bytes:
    """Returns what is kept of a token or secret: 32 bytes."""
    return hashlib.blake2b(b"threshold group token v1" + token, digest_size=32).digest()


def ballot(token: bytes, room: bytes, number: int) -> bytes:
    """Returns the mark of a token's ballot in one round of a room; without the token nobody can make or recognise it."""
    return hashlib.blake2b(b"threshold group ballot v1" + room + number.to_bytes(4, "big"), key=token, digest_size=32).digest()


def derived(key: bytes, what: str, room: bytes) -> bytes:
    """Returns a room's own secret of some kind, the same again for the same key and room."""
    return hashlib.blake2b(b"threshold group " + what.encode() + room, key=key, digest_size=SIZE).digest()


def code() -> str:
    """Returns a code: digits alone, which every keyboard has."""
    return f"{secrets.randbelow(_CODES - _CODES // 10) + _CODES // 10}"


def read(text: str | None) -> bytes | None:
    """Returns the token that a text stands for, or None for anything else."""
    if not text or len(text) > LONGEST:
        return None
    try:
        found = decode(text)
    except ValueError:
        return None
    return found if len(found) == SIZE else None


def written(token: bytes) -> str:
    """Returns a token as text."""
    return encode(token)
