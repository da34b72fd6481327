"""New epochs that a client begins: a fresh key, wrapped for everyone who is to read on, and for nobody else."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.contact.body import Epoch, Why
from game.contact.conversation import as_member
from game.contact.errors import NobodyError
from game.contact.parcel import Parcel, Sealed, next_entry, wire
from game.contact.wrap import KEY, commitment, wraps

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.body import Member
    from game.contact.coding import Id
    from game.contact.conversation import Conversation


def rotate() -> Parcel:
    """Returns a new epoch with those who are there and whom the roster vouches for."""
    return _rekey("rotate", lambda conversation: conversation.present())


def leave(one: bytes) -> Parcel:
    """Returns a new epoch without one of the counsellors."""
    return _rekey("leave", lambda conversation: [member for member in conversation.present() if member.pid != one])


def swap(offer: str, *, history: bool) -> Parcel:
    """Returns a new epoch with those on duty for an offer in place of the present counsellors; with `history` they may read it all."""
    return _rekey("swap", lambda conversation: _on_duty(conversation, offer), offer=offer, history=history)


def _on_duty(conversation: Conversation, slug: str) -> list[Member]:
    offer = conversation.roster.offer(slug)
    return [as_member(person) for person in conversation.roster.on_duty(offer)] if offer else []


def _rekey(why: Why, staff: Callable[[Conversation], list[Member]], *, offer: str = "", history: bool = False) -> Parcel:
    """Returns the first entry of a new epoch.

    Sealing it raises NobodyError where no counsellor would be left.
    """

    def make(conversation: Conversation, entry: Id) -> Sealed:
        counsellors = staff(conversation)
        if not counsellors:
            raise NobodyError
        members = (conversation.me(), *counsellors)
        epoch, key = conversation.stream.epoch + 1, secrets.token_bytes(KEY)
        body = Epoch(why, members, commitment(conversation.id, epoch, key))
        sealed = next_entry(conversation, entry, body, key, epoch)
        made = wraps(conversation.id, epoch, key, members)
        newcomers = [member for member in counsellors if member.pid not in conversation.stream.members]
        message = {
            "conversation": conversation.id,
            "entry": wire(sealed),
            "members": [member.pid for member in members],
            "wraps": made + (conversation.earlier(newcomers) if history else []),
            **({"offer": offer} if offer else {}),
            **({"history": True} if history else {}),
        }
        return Sealed("rekey", message, sealed, (made[0],))

    return Parcel(make)
