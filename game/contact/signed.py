"""Signed documents: the signature first, over the bytes as they came; only then is anything read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game import guard
from game.contact.coding import Binary, Signature, decode
from game.contact.errors import RosterForeignError, RosterMissingError
from game.contact.keys import signed_by
from game.contact.roster import Directory, Notice, Roster

if TYPE_CHECKING:
    from game.contact.configuration import Pin
    from game.contact.roster import Day

_ROSTER, _NOTICE = "threshold roster v1", "threshold notice v1"
_DEEPEST = 8


class Document(msgspec.Struct, frozen=True):
    """Something signed, not yet looked at."""

    payload: Binary
    signature: Signature

    def read(self, domain: str, public: bytes) -> bytes | None:
        """Returns what was signed, by this key and for this purpose, or None."""
        signed = signed_by(public, self.signature, domain.encode() + b"\0" + self.payload)
        return bytes(self.payload) if signed and guard.fits(self.payload, size=len(self.payload), depth=_DEEPEST) else None


class Shown(msgspec.Struct, frozen=True):
    """The directory as the server gives it."""

    roster: Document | None
    notices: tuple[Document, ...] = ()


def roster(document: Document, pin: Pin, today: Day, seen: int) -> Roster:
    """Returns a roster that its organisation signed and that holds today.

    Raises a RosterError that says why not.
    """
    raw = document.read(_ROSTER, pin.root)
    if raw is None:
        raise RosterForeignError
    try:
        read = decode(raw, Roster)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise RosterForeignError from None
    read.judge(pin.deployment, today, seen)
    return read


def directory(shown: Shown, pin: Pin, today: Day, seen: int) -> Directory:
    """Returns the directory; a notice that its counsellor did not sign is left out.

    Raises a RosterError where the roster cannot be used.
    """
    if shown.roster is None:
        raise RosterMissingError
    read = roster(shown.roster, pin, today, seen)
    return Directory(read, tuple(notice for document in shown.notices if (notice := _notice(document, read))))


def _notice(document: Document, read: Roster) -> Notice | None:
    """Returns a notice that the counsellor it is about has signed."""
    if not guard.fits(document.payload, size=len(document.payload), depth=_DEEPEST):
        return None
    try:
        # Who must have signed it stands inside; nothing of it is used before that one has.
        claimed = decode(document.payload, Notice)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    person = read.person(claimed.staff)
    return claimed if person and document.read(_NOTICE, person.sign) else None
