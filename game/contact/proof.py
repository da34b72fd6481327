"""Solves the small puzzle that keeps floods away from the counsellors: counts up until a derived key begins as it must."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec

from game.contact.errors import CancelledError, ForeignError

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST: Final = 180.0
_MOST_COST = 200_000
_DIGESTS = {"SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}
_PBKDF2 = "PBKDF2/"

Hex = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-fA-F]{2}){1,64}$")]


class Parameters(msgspec.Struct, frozen=True, rename="camel"):
    """What is asked: `cost` rounds of an algorithm for each try, until the key begins with `key_prefix`."""

    algorithm: str
    nonce: Hex
    salt: Hex
    cost: Annotated[int, msgspec.Meta(ge=0, le=_MOST_COST)]
    key_prefix: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-fA-F]{1,8}$")]
    key_length: Annotated[int, msgspec.Meta(ge=4, le=64)] = 32


def solve(challenge: dict[str, Any], stopped: Callable[[], bool], longest: float = LONGEST) -> str:
    """Returns the solved challenge in the form that the server's library reads; takes up to some seconds, other threads run on.

    Raises CancelledError once `stopped` says so, and ForeignError for a puzzle that no server of ours sets.
    """
    begun = time.monotonic()
    asked = _parameters(challenge)
    derive = _derivation(asked)
    nonce, prefix = bytes.fromhex(asked.nonce), asked.key_prefix.lower()
    for counter in range(2**32):
        key = derive(nonce + counter.to_bytes(4, "big")).hex()
        if key.startswith(prefix):
            took = round((time.monotonic() - begun) * 1000)
            return _written(challenge, {"counter": counter, "derivedKey": key, "time": took})
        if stopped():
            raise CancelledError
        if counter % 64 == 0:
            # Cheap rounds would never let go of the interpreter for long enough to draw a frame.
            time.sleep(0)
            if time.monotonic() - begun > longest:
                break
    raise ForeignError


def _parameters(challenge: dict[str, Any]) -> Parameters:
    try:
        return msgspec.convert(challenge.get("parameters"), Parameters)
    except msgspec.ValidationError:
        raise ForeignError from None


def _derivation(asked: Parameters) -> Callable[[bytes], bytes]:
    """Returns how a key is derived from a password."""
    name = _DIGESTS.get(asked.algorithm.removeprefix(_PBKDF2))
    salt, rounds, length = bytes.fromhex(asked.salt), max(1, asked.cost), asked.key_length
    if name is None:
        raise ForeignError
    if asked.algorithm.startswith(_PBKDF2):
        return lambda password: hashlib.pbkdf2_hmac(name, password, salt, rounds, length)
    return lambda password: _hashed(name, salt + password, rounds)[:length]


def _hashed(name: str, data: bytes, rounds: int) -> bytes:
    for _ in range(rounds):
        data = hashlib.new(name, data).digest()
    return data


def _written(challenge: dict[str, Any], solution: dict[str, Any]) -> str:
    """Returns a solved challenge as base64 of JSON."""
    return base64.b64encode(msgspec.json.encode({"challenge": challenge, "solution": solution})).decode("ascii")
