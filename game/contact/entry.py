"""One entry of a conversation: the bytes in front of it, what is sealed behind them, and the hash that the next one names."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the types
from dataclasses import dataclass
from typing import Annotated, Final, NamedTuple

import msgspec

from game.contact.body import LONGEST
from game.contact.coding import Binary, Id, Key, h32, u32
from game.contact.errors import TooLongError
from game.contact.keys import Signer, lock, signed_by, unlock

U32 = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
_SIZES = tuple(256 << step for step in range(9))
_SIGNATURE, _HASH, _LENGTH = 64, 32, 4
_FRONT: Final = _SIGNATURE + _HASH + _LENGTH
_OVERHEAD = 24 + 16


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry as the wire has it; a deleted one has `gone` and its `hash` in place of what was sealed."""

    id: Id
    epoch: U32
    seq: U32
    sender: Id
    sealed: Binary = Binary(b"")
    day: dt.date | None = None
    gone: bool = False
    hash: Key | None = None


class Header(NamedTuple):
    """What stands in front of an entry, and is bound to it."""

    conversation: bytes
    epoch: int
    seq: int
    sender: bytes
    id: bytes

    def raw(self) -> bytes:
        """Returns the 57 bytes."""
        return b"\x01" + self.conversation + u32(self.epoch) + u32(self.seq) + self.sender + self.id


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """What was sealed: opened, and not yet believed."""

    header: bytes
    signature: bytes
    previous: bytes
    body: bytes

    def is_by(self, public: bytes) -> bool:
        """Tells whether the holder of this key signed it, in this place."""
        return signed_by(public, self.signature, _message(self.header, self.previous, self.body))


def beginning(conversation: bytes) -> bytes:
    """Returns what the first entry names as the one before."""
    return h32(b"threshold start v1", conversation)


def header(entry: Entry, conversation: bytes) -> bytes:
    """Returns the bytes that must stand in front of an entry of this conversation."""
    return Header(conversation, entry.epoch, entry.seq, entry.sender, entry.id).raw()


def hash_of(entry: Entry, conversation: bytes) -> bytes:
    """Returns the hash of an entry; of a deleted one, what the server says it was."""
    return entry.hash or b"" if entry.gone else h32(header(entry, conversation), entry.sealed)


def seal(front: Header, key: bytes | bytearray, signer: Signer, previous: bytes, body: bytes) -> Entry:
    """Returns an entry, signed and sealed, its length one of nine.

    Raises TooLongError for a body of more than 32,000 bytes.
    """
    if len(body) > LONGEST:
        raise TooLongError
    raw = front.raw()
    plain = signer.sign(_message(raw, previous, body)) + previous + u32(len(body)) + body
    size = next(size for size in _SIZES if size >= len(plain))
    sealed = lock(key, plain.ljust(size, b"\0"), raw)
    return Entry(Id(front.id), front.epoch, front.seq, Id(front.sender), Binary(sealed))


def unseal(entry: Entry, conversation: bytes, key: bytes | bytearray) -> Opened | None:
    """Returns what was sealed, or None where it was changed, is another's, or was not filled up as it must be."""
    front = header(entry, conversation)
    if len(entry.sealed) - _OVERHEAD not in _SIZES:
        return None
    plain = unlock(key, entry.sealed, front)
    if plain is None:
        return None
    length = int.from_bytes(plain[_SIGNATURE + _HASH : _FRONT], "big")
    body, rest = plain[_FRONT : _FRONT + length], plain[_FRONT + length :]
    if len(body) != length or any(rest):
        return None
    return Opened(front, plain[:_SIGNATURE], plain[_SIGNATURE : _SIGNATURE + _HASH], body)


def _message(front: bytes, previous: bytes, body: bytes) -> bytes:
    """Returns what is signed."""
    return b"threshold entry v1" + front + previous + body
