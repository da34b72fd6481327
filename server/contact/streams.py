"""What every verb on a conversation needs: who asks, whether they are in it, and the shape of what they send."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from server.contact.models import Conversation, Entry, Epoch, Member, Wrap
from server.errors import UnknownError
from server.wire import encode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from server.contact.requests import EntryIn, WrapIn
    from server.keys import Shredder


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a mailbox, or a member of staff."""

    mailbox: bytes | None = None
    staff: bytes | None = None


def entry_hash(conversation: bytes, entry: EntryIn) -> bytes:
    """Returns the hash that the next entry names as its previous."""
    header = b"\x01" + conversation + struct.pack(">II", entry.epoch, entry.seq) + entry.sender + entry.id
    return hashlib.blake2b(header + entry.sealed, digest_size=32).digest()


def found(session: Session, actor: Actor, conversation: bytes, *, lock: bool = False) -> tuple[Conversation, Member]:
    """Returns a conversation and the asker's place in it.

    Raises UnknownError where there is none, or the asker is not in it: the two look the same.
    """
    one = session.get(Conversation, conversation, with_for_update=True if lock else None)
    whose = Member.staff_id == actor.staff if actor.staff else Member.staff_id.is_(None)
    member = session.scalars(select(Member).where(Member.conversation_id == conversation, whose)).first()
    if one is None or member is None or (actor.staff is None and one.mailbox_id != actor.mailbox):
        raise UnknownError
    return one, member


def listeners(session: Session, conversation: Conversation) -> list[bytes]:
    """Returns whom a change concerns: the mailbox, and the staff in the conversation."""
    staff = session.scalars(select(Member.staff_id).where(Member.conversation_id == conversation.id, Member.staff_id.is_not(None)))
    return [conversation.mailbox_id, *(one for one in staff if one is not None)]


def repeated(session: Session, conversation: bytes, entry: EntryIn) -> Entry | None:
    """Returns the entry with this id that is there already, or None.

    Raises UnknownError for another's id.
    """
    one = session.scalars(select(Entry).where(Entry.conversation_id == conversation, Entry.id == entry.id)).first()
    if one is not None and one.sender != entry.sender:
        raise UnknownError
    return one


def put_entry(session: Session, conversation: Conversation, entry: EntryIn, today: dt.date, *, by_staff: bool) -> None:
    """Adds an entry at the end."""
    session.add(
        Entry(
            conversation_id=conversation.id,
            seq=entry.seq,
            id=entry.id,
            epoch=entry.epoch,
            sender=entry.sender,
            sealed=entry.sealed,
            hash=entry_hash(conversation.id, entry),
            day=today,
        )
    )
    conversation.last, conversation.turn_day, conversation.answered = entry.seq, today, by_staff


def put_epoch(session: Session, conversation: Conversation, epoch: int, today: dt.date) -> None:
    """Begins an epoch."""
    session.add(Epoch(conversation_id=conversation.id, epoch=epoch, day=today))
    conversation.epoch = epoch


def put_wraps(session: Session, keys: Shredder, conversation: bytes, wraps: Iterable[WrapIn]) -> None:
    """Stores wraps, each under its epoch's shredding key; for an epoch that is gone there is nothing to store."""
    boxes = keys.find_all(conversation)
    for wrap in wraps:
        box = boxes.get(wrap.epoch)
        if box is not None:
            sealed = bytes(box.encrypt(wrap.sealed))
            session.merge(Wrap(conversation_id=conversation, epoch=wrap.epoch, pid=wrap.to, sealed=sealed))


def shown(entry: Entry) -> dict[str, Any]:
    """Returns an entry as it goes out; a deleted one with its hash."""
    head = {
        "id": encode(entry.id),
        "epoch": entry.epoch,
        "seq": entry.seq,
        "sender": encode(entry.sender),
        "day": entry.day.isoformat(),
    }
    if entry.sealed is None:
        return {**head, "gone": True, "hash": encode(entry.hash)}
    return {**head, "sealed": encode(entry.sealed)}
