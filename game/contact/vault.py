"""The vault: what a client must find again on any device, sealed under the phrase's own key and filled up to a class of size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from game import guard
from game.contact.coding import Binary, Id, Key, decode, encode, u32
from game.contact.entry import U32  # noqa: TC001 - msgspec reads the types
from game.contact.errors import VaultError
from game.contact.keys import lock, unlock

if TYPE_CHECKING:
    from game.contact.keys import MailboxKeys

_LENGTH = 4
_LEAST, _MOST = 1024, 128 * 1024
_DEEPEST = 10


class HeldBox(msgspec.Struct):
    """A box key: the epoch it may serve first, and its secret half."""

    epoch: U32
    secret: Key


class HeldHead(msgspec.Struct):
    """The last entry that was verified."""

    seq: U32
    hash: Key


class HeldStaff(msgspec.Struct, frozen=True):
    """A counsellor whom a roster vouched for."""

    pid: Id
    box: Key


class Held(msgspec.Struct):
    """One conversation: how this client signs in it, what opens its keys, how far it was read."""

    id: Id
    sign: Key
    boxes: Annotated[list[HeldBox], msgspec.Meta(max_length=200)]
    offer: str = ""
    head: HeldHead | None = None
    known: list[HeldStaff] = []


class Content(msgspec.Struct):
    """Everything in the vault; `roster` is the highest version seen."""

    v: Literal[1] = 1
    roster: U32 = 0
    conversations: list[Held] = []

    def held(self, conversation: bytes) -> Held | None:
        """Returns a conversation by its id."""
        return next((held for held in self.conversations if held.id == conversation), None)


class Vault(msgspec.Struct, frozen=True):
    """A vault as the wire has it."""

    version: U32
    sealed: Binary


def seal(content: Content, keys: MailboxKeys, version: int) -> Vault:
    """Returns the vault's next version.

    Raises VaultError where it holds more than the server takes.
    """
    raw = encode(content)
    size = _LEAST
    while size < len(raw) + _LENGTH:
        size *= 2
    if size > _MOST:
        raise VaultError
    plain = (u32(len(raw)) + raw).ljust(size, b"\0")
    return Vault(version, Binary(lock(keys.vault, plain, _bound(keys.mailbox, version))))


def unseal(vault: Vault, keys: MailboxKeys) -> Content:
    """Returns what is in a vault.

    Raises VaultError where it does not open, was changed, or is of another version than it says.
    """
    plain = unlock(keys.vault, vault.sealed, _bound(keys.mailbox, vault.version))
    if plain is None:
        raise VaultError
    length = int.from_bytes(plain[:_LENGTH], "big")
    raw, rest = plain[_LENGTH : _LENGTH + length], plain[_LENGTH + length :]
    try:
        if len(raw) == length and not any(rest) and guard.fits(raw, size=_MOST, depth=_DEEPEST):
            return decode(raw, Content)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        pass
    raise VaultError


def _bound(mailbox: bytes, version: int) -> bytes:
    return b"threshold vault v1" + mailbox + u32(version)
