"""A report as it goes out: always 256 bytes, with a number that took some work to find and so keeps floods away."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

SIZE: Final = 256
LIMIT: Final = 2**53
_BITS = 18
_DOMAIN = b"threshold insight v1\0"


def holds(question: str, answer: int, number: int) -> bool:
    """Tells whether a number proves the work for a report."""
    return _begins(_digest(_start(question, answer), number))


def solve(question: str, answer: int) -> int:
    """Returns a number that proves the work, looked for from a random place on; takes about 2**18 tries."""
    start = _start(question, answer)
    number = secrets.randbelow(LIMIT)
    while not _begins(_digest(start, number)):
        number = (number + 1) % LIMIT
    return number


def sealed(question: str, answer: int, number: int) -> bytes:
    """Returns a report's exact bytes, filled up with blanks.

    Raises ValueError for a question whose name is too long for them.
    """
    body = f'{{"v":1,"q":"{question}","a":{answer},"pow":{number}}}'.encode("ascii")
    if len(body) > SIZE:
        raise ValueError(question)
    return body.ljust(SIZE)


def _start(question: str, answer: int) -> hashlib._Hash:
    return hashlib.sha256(_DOMAIN + question.encode("ascii") + b"\0" + str(answer).encode("ascii") + b"\0")


def _digest(start: hashlib._Hash, number: int) -> bytes:
    tried = start.copy()
    tried.update(str(number).encode("ascii"))
    return tried.digest()


def _begins(digest: bytes) -> bool:
    return int.from_bytes(digest[:4], "big") >> (32 - _BITS) == 0
