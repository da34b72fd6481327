"""An epoch's key, wrapped for one reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from game.contact.coding import Binary, Id, Key, h32, u32
from game.contact.entry import U32  # noqa: TC001 - msgspec reads the types
from game.contact.keys import seal_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.contact.body import Member
    from game.contact.keys import Box

KEY: Final = 32


class Wrap(msgspec.Struct, frozen=True):
    """An epoch's key as the wire has it: sealed for the box key of `to`."""

    to: Id
    epoch: U32
    sealed: Binary


def commitment(conversation: bytes, epoch: int, key: bytes) -> Key:
    """Returns what an epoch's first entry says of its key, so that all readers have the same one."""
    return Key(h32(b"threshold epoch v1", conversation, u32(epoch), key))


def wrap(conversation: bytes, epoch: int, key: bytes, member: Member) -> Wrap:
    """Returns an epoch's key for one member."""
    return Wrap(member.pid, epoch, Binary(seal_to(member.box, conversation + u32(epoch) + key)))


def wraps(conversation: bytes, epoch: int, key: bytes, members: Iterable[Member]) -> list[Wrap]:
    """Returns an epoch's key for each of its members."""
    return [wrap(conversation, epoch, key, member) for member in members]


def unwrap(given: Wrap, conversation: bytes, boxes: Iterable[Box]) -> tuple[bytes, Box] | None:
    """Returns the key and the box that opened it, or None: no box of ours, or another conversation's or epoch's key."""
    front = conversation + u32(given.epoch)
    for box in boxes:
        plain = box.open(given.sealed)
        if plain is not None and len(plain) == len(front) + KEY and plain.startswith(front):
            return plain[len(front) :], box
    return None
