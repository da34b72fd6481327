"""What every verb on a conversation needs: who asks, whether they are in it, and the shape of what they send."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from server.contact.models import Conversation, Entry, Epoch, Mailbox, Member, Wrap
from server.db import Change, put
from server.errors import UnknownError
from server.wire import encode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from nacl.secret import SecretBox
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from server.contact.requests import EntryIn, WrapIn
    from server.db import Base

# Entries of one answer, in bytes as they go out, of which each has some beside its sealed ones: what is left is asked for again.
PAGE_BYTES, BESIDE_BYTES = 750_000, 180
# Made once: a statement that is made anew for each letter is also looked at anew.
_ONE, _MEMBER = Conversation.__table__, Member.__table__
_KNOWN = select(_ONE.c.id).where(_ONE.c.id == bindparam("conversation"))
_PLACE = (
    select(_ONE.c.mailbox_id, _ONE.c.last, _ONE.c.epoch, _MEMBER.c.pid, _MEMBER.c.staff_id)
    .join(_MEMBER, _MEMBER.c.conversation_id == _ONE.c.id)
    .where(_ONE.c.id == bindparam("conversation"))
    .with_for_update(of=_ONE)
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a mailbox, or a member of staff."""

    mailbox: bytes | None = None
    staff: bytes | None = None


def entry_hash(conversation: bytes, entry: EntryIn) -> bytes:
    """Returns the hash that the next entry names as its previous."""
    header = b"\x01" + conversation + struct.pack(">II", entry.epoch, entry.seq) + entry.sender + entry.id
    return hashlib.blake2b(header + entry.sealed, digest_size=32).digest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next entry of a conversation goes: after which one, in which epoch, whose it may be, and whom it concerns."""

    last: int
    epoch: int
    pid: bytes
    listeners: list[bytes]


def place(connection: Connection, actor: Actor, conversation: bytes) -> Place:
    """Returns where a conversation's next entry goes, and holds that place until the transaction ends.

    Raises UnknownError where there is no conversation, or the asker is not in it: the two look the same.
    """
    rows = connection.execute(_PLACE, {"conversation": conversation}).all()
    asker = next((row for row in rows if row.staff_id == actor.staff), None)
    if asker is None or (actor.staff is None and asker.mailbox_id != actor.mailbox):
        raise UnknownError
    return Place(asker.last, asker.epoch, asker.pid, [asker.mailbox_id, *(row.staff_id for row in rows if row.staff_id is not None)])


def known(connection: Connection, conversation: bytes) -> bool:
    """Tells whether there is a conversation of this id, whosever it is."""
    return connection.execute(_KNOWN, {"conversation": conversation}).first() is not None


def append(connection: Connection, conversation: bytes, entry: EntryIn, today: dt.date, *, by_staff: bool) -> None:
    """Adds an entry at the end, where its place is held."""
    turn = {"last": entry.seq, "turn_day": today, "answered": by_staff}
    put(connection, (Entry, [entry_row(conversation, entry, today)]), change=Change(Conversation, {"id": conversation}, turn))


def hold_mailbox(session: Session, conversation: bytes) -> None:
    """Keeps a conversation's mailbox from being deleted meanwhile.

    PostgreSQL asks for it by itself where a conversation is changed twice; asked for only then, it would wait for somebody who deletes the
    mailbox and waits for the conversation.
    """
    mailbox = select(Conversation.mailbox_id).where(Conversation.id == conversation).scalar_subquery()
    session.execute(select(Mailbox.id).where(Mailbox.id == mailbox).with_for_update(read=True, key_share=True))


def found(session: Session, actor: Actor, conversation: bytes, *, lock: bool = False) -> tuple[Conversation, Member]:
    """Returns a conversation and the asker's place in it, held until the transaction ends where `lock` is asked for.

    Raises UnknownError where there is none, or the asker is not in it: the two look the same.
    """
    query = select(Conversation, Member).join(Member, Member.conversation_id == Conversation.id).where(Conversation.id == conversation)
    rows = session.execute(query.with_for_update(of=Conversation) if lock else query).all()
    one, asker = next(((one, member) for one, member in rows if member.staff_id == actor.staff), (None, None))
    if one is None or asker is None or (actor.staff is None and one.mailbox_id != actor.mailbox):
        raise UnknownError
    return one, asker


def listeners(session: Session, conversation: Conversation) -> list[bytes]:
    """Returns whom a change concerns, as it is now: the mailbox, and the staff in the conversation."""
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
    put_rows(session, Entry, [entry_row(conversation.id, entry, today)])
    conversation.last, conversation.turn_day, conversation.answered = entry.seq, today, by_staff


def entry_row(conversation: bytes, entry: EntryIn, today: dt.date) -> dict[str, Any]:
    """Returns an entry's row."""
    return {**dict(entry), "conversation_id": conversation, "hash": entry_hash(conversation, entry), "day": today}


def put_rows(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    """Stores rows of a table with one statement, past the bookkeeping that a changed object would need."""
    if rows:
        session.execute(insert(table.__table__), rows)  # type: ignore[arg-type]  # a mapped class's table


def put_epoch(session: Session, conversation: Conversation, epoch: int, today: dt.date) -> None:
    """Begins an epoch."""
    session.add(Epoch(conversation_id=conversation.id, epoch=epoch, day=today))
    conversation.epoch = epoch


def wrap_rows(boxes: dict[int, SecretBox], conversation: bytes, wraps: Iterable[WrapIn]) -> list[dict[str, Any]]:
    """Returns the rows of wraps, each under its epoch's shredding key; for an epoch that is gone there is nothing to store."""
    return [
        {"conversation_id": conversation, "epoch": wrap.epoch, "pid": wrap.to, "sealed": bytes(boxes[wrap.epoch].encrypt(wrap.sealed))}
        for wrap in wraps
        if wrap.epoch in boxes
    ]


def put_wraps(session: Session, boxes: dict[int, SecretBox], conversation: bytes, wraps: Iterable[WrapIn], fresh: int | None) -> None:
    """Stores wraps, as `wrap_rows` says.

    `fresh` is the epoch that begins, of which none is there yet; older ones may be there and are replaced.
    """
    sealed = wrap_rows(boxes, conversation, wraps)
    put_rows(session, Wrap, [row for row in sealed if row["epoch"] == fresh])
    for row in sealed:
        if row["epoch"] != fresh:
            session.merge(Wrap(**row))


def page(session: Session, conversation: bytes, first: int) -> list[dict[str, Any]]:
    """Returns entries from a seq on, as many as fit into one answer."""
    entries: list[dict[str, Any]] = []
    size = 0
    query = select(Entry).where(Entry.conversation_id == conversation, Entry.seq >= first).order_by(Entry.seq)
    with session.scalars(query.execution_options(yield_per=100)) as rows:
        for entry in rows:
            size += BESIDE_BYTES + len(entry.sealed or b"") * 4 // 3
            if entries and size > PAGE_BYTES:
                break
            entries.append(shown(entry))
    return entries


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
