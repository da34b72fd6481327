"""A report's proof of work: dear enough that a flood of made-up answers is, and nothing that could tell one sender from another."""

from __future__ import annotations

import hashlib

BITS = 18
# A number that every language reads exactly.
MOST = 2**53 - 1
_DOMAIN = b"threshold insight v1\0"
_BOUND = 1 << (256 - BITS)


def digest(question: str, answer: int, proof: int) -> bytes:
    """Returns what a report's proof comes to."""
    return hashlib.sha256(_DOMAIN + f"{question}\0{answer}\0{proof}".encode()).digest()


def holds(found: bytes) -> bool:
    """Tells whether a digest begins with enough zero bits."""
    return int.from_bytes(found, "big") < _BOUND
