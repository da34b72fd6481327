"""How bytes are written down: base64url in JSON, big-endian numbers, BLAKE2b, and the classes of size that everything is filled up to."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from typing import Any, ClassVar, Final, TypeVar

import msgspec

ID: Final = 16
SIZES: Final = tuple(1024 * 4**step for step in range(6))
_TEXT = re.compile(r"[A-Za-z0-9_-]*")

T = TypeVar("T")


class Binary(bytes):
    """Bytes that JSON writes as base64url without padding; `size` says how many there must be, 0 for any."""

    __slots__ = ()
    size: ClassVar[int] = 0


class Id(Binary):
    """What something is called: 16 bytes."""

    __slots__ = ()
    size = ID


class Key(Binary):
    """A public key, or a hash: 32 bytes."""

    __slots__ = ()
    size = 32


class Signature(Binary):
    """An Ed25519 signature."""

    __slots__ = ()
    size = 64


def to_text(data: bytes) -> str:
    """Returns base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_text(text: str, size: int = 0) -> bytes:
    """Returns what base64url stands for.

    Raises ValueError where it is not written in the one way there is, or has another size than `size` (0: any).
    """
    if not _TEXT.fullmatch(text):
        raise ValueError("not base64url")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_text(data) != text or (size and len(data) != size):
        raise ValueError("not base64url of that size")
    return data


def u32(number: int) -> bytes:
    """Returns four bytes, the big end first."""
    return number.to_bytes(4, "big")


def h16(*parts: bytes) -> bytes:
    """Returns 16 bytes of BLAKE2b."""
    return hashlib.blake2b(b"".join(parts), digest_size=16).digest()


def h32(*parts: bytes) -> bytes:
    """Returns 32 bytes of BLAKE2b."""
    return hashlib.blake2b(b"".join(parts), digest_size=32).digest()


def new_id() -> Id:
    """Returns a fresh id."""
    return Id(secrets.token_bytes(ID))


def encode(thing: object) -> bytes:
    """Returns JSON."""
    written: bytes = msgspec.json.encode(thing, enc_hook=_out)
    return written


def decode(data: bytes, kind: type[T]) -> T:
    """Returns what JSON holds, checked.

    Raises msgspec.MsgspecError or UnicodeDecodeError where it is no such thing.
    """
    return msgspec.json.decode(data, type=kind, dec_hook=_in)


def fill(message: dict[str, object]) -> bytes:
    """Returns a message as JSON that fills a class of size: 1, 4, 16, 64, 256 or 1024 KiB.

    Raises ValueError where it is larger than the largest.
    """
    bare = encode(message | {"pad": ""})
    size = next((size for size in SIZES if size >= len(bare)), None)
    if size is None:
        raise ValueError("larger than the largest class of size")
    return b"".join((bare[:-2], b"0" * (size - len(bare)), bare[-2:]))


def _out(thing: Any) -> object:  # noqa: ANN401  whatever msgspec does not know
    if isinstance(thing, Binary):
        return to_text(thing)
    raise NotImplementedError


def _in(kind: type, value: object) -> object:
    if issubclass(kind, Binary) and isinstance(value, str):
        made: Binary = kind(from_text(value, kind.size))
        return made
    raise ValueError("not what stands here")
