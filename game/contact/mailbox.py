"""One phrase's mailbox at the server: entered with its keys, its vault kept by comparing and swapping, so that two devices lose nothing."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Annotated

import msgspec

from game.contact import vault as vaults
from game.contact.coding import Id
from game.contact.entry import U32  # noqa: TC001 - msgspec reads the types
from game.contact.errors import BehindError, LaterError, UnknownError, VaultError
from game.contact.line import Answer
from game.contact.session import Session
from game.contact.vault import Content, Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.keys import MailboxKeys
    from game.contact.line import Line

_TRIES = 6


class Listed(msgspec.Struct, frozen=True):
    """A conversation as the server lists it."""

    id: Id
    state: Annotated[str, msgspec.Meta(max_length=40)]
    last: U32


class _Looked(msgspec.Struct):
    vault: Vault | None = None
    conversations: Annotated[tuple[Listed, ...], msgspec.Meta(max_length=1000)] = ()


class _Kept(msgspec.Struct):
    version: U32


class Mailbox:
    """What a phrase leads to; empty, and looking like one that never was, until something is opened in it."""

    def __init__(self, line: Line, keys: MailboxKeys) -> None:
        """Takes the line and the keys."""
        self.keys = keys
        self.session = Session(line, keys)
        self.content = Content()
        self.listed: tuple[Listed, ...] = ()
        self.version = 0

    def look(self) -> None:
        """Fetches the vault and what the server lists.

        Raises VaultError where the vault does not open or is older than one seen before, and a LineError.
        """
        seen = self.session.post("look", {}, _Looked)
        if seen.vault is not None:
            if seen.vault.version < self.version:
                raise VaultError
            if seen.vault.version > self.version:
                self.content = vaults.unseal(seen.vault, self.keys)
            self.version = seen.vault.version
        elif self.version:
            # Deleted, here or from another device.
            self.content, self.version = Content(), 0
        self.listed = seen.conversations

    def first_vault(self, content: Content) -> Vault:
        """Returns version 1 of a vault, to be sent with the first letter."""
        return vaults.seal(content, self.keys, 1)

    def opened(self, content: Content) -> None:
        """Notes that the server has version 1 now."""
        self.content, self.version = content, 1

    def keep(self, change: Callable[[Content], None]) -> None:
        """Changes the vault and has the server keep it; where another device was quicker, the change is made to what that one left.

        A change may be made twice, where the server's answer was lost the first time: it must do no more then.

        Raises UnknownError where there is no mailbox any more, VaultError, and a LineError.
        """
        for _ in range(_TRIES):
            content = copy.deepcopy(self.content)
            change(content)
            if content == self.content and self.version:
                return
            made = vaults.seal(content, self.keys, self.version + 1)
            try:
                self.version = self.session.post("keep", {"version": made.version, "sealed": made.sealed}, _Kept).version
            except BehindError:
                self.look()
                if not self.version:
                    raise UnknownError("unknown") from None
                continue
            self.content = content
            return
        raise LaterError("later")

    def erase(self, what: str, conversation: bytes | None = None, entry: bytes | None = None) -> None:
        """Has the server delete something that is ours; what is not there any more is fine too.

        Raises a LineError.
        """
        named = {name: Id(value) for name, value in (("conversation", conversation), ("entry", entry)) if value}
        try:
            self.session.post("erase", {"what": what, **named}, Answer)
        except UnknownError:
            return
