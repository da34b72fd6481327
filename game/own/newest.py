"""Whether there is a newer version: asked only when a player asks, at the one address that a build names, and believed only if signed.

The answer is JSON: `version`, `where` people get it, and a signature over both (`told`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from game import network
from game.errors import marked
from game.own.errors import OwnError

if TYPE_CHECKING:
    from nacl.signing import SigningKey

    from game.deployment import Deployment

_MOST_BYTES: Final = 10_000
_PATIENCE: Final = 20.0
_VERSION: Final = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")
_NO_ANSWER: Final = marked("There was no answer. Are you online? Nothing was changed.")
_UNSIGNED: Final = marked("The answer is not signed as it should be, so it was not believed. Nothing was changed.")


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The newest version, where people get it, and the signature, in hexadecimal."""

    version: str
    where: str
    signature: str


def told(version: str, where: str) -> bytes:
    """Returns what is signed."""
    return f"threshold newest\n{version}\n{where}\n".encode()


def signed(version: str, where: str, key: SigningKey) -> bytes:
    """Returns the answer that a server gives: a file, for any server."""
    return msgspec.json.encode(Answer(version, where, key.sign(told(version, where)).signature.hex())) + b"\n"


def ask(place: Deployment, own: str) -> Answer | None:
    """Asks once; returns the newest version, or None where `own` is no older.

    Raises OwnError where there is no answer, or none that can be believed.
    """
    answer = read(_fetched(place), place.newest_key)
    return answer if _parts(answer.version) > _parts(own) else None


def read(raw: bytes, key: str) -> Answer:
    """Returns the answer in these bytes, once its signature is found right.

    Raises OwnError.
    """
    try:
        answer = msgspec.json.decode(raw, type=Answer)
        VerifyKey(bytes.fromhex(key)).verify(told(answer.version, answer.where), bytes.fromhex(answer.signature))
    except (msgspec.MsgspecError, UnicodeError, ValueError, CryptoError) as fault:
        raise OwnError(_UNSIGNED) from fault
    if not _VERSION.fullmatch(answer.version):
        raise OwnError(_UNSIGNED)
    return answer


def _fetched(place: Deployment) -> bytes:
    """Returns what lies at the address; no redirect is followed, nothing of this copy is said."""
    import urllib3  # noqa: PLC0415 - only who asks needs it

    try:
        with network.pool(place.proxy) as pool:
            answer = pool.request(
                "GET",
                place.newest,
                headers={"User-Agent": network.NAME},
                timeout=urllib3.Timeout(_PATIENCE),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            raw: bytes = answer.read(_MOST_BYTES)
            answer.release_conn()
    except (urllib3.exceptions.HTTPError, OSError) as fault:
        raise OwnError(_NO_ANSWER) from fault
    if answer.status != 200:  # noqa: PLR2004 - HTTP's own number
        raise OwnError(_NO_ANSWER)
    return raw


def _parts(version: str) -> tuple[int, ...]:
    """Returns a version as numbers that can be compared; one that is none is older than any."""
    numbers = tuple(int(part) for part in version.split(".")) if _VERSION.fullmatch(version) else (0,)
    return (*numbers, 0, 0, 0)[:4]
