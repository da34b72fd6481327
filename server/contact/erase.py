"""Deleting: keys first, then rows, so that a copy made in between holds nothing that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, exists, func, select

from server.contact.models import Conversation, Entry, Epoch, Mailbox, Member, Wrap
from server.contact.streams import found, listeners
from server.errors import UnknownError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from server.contact.requests import EraseRequest
    from server.contact.streams import Actor
    from server.db import Database
    from server.keys import Shredder


def erase(database: Database, keys: Shredder, actor: Actor, request: EraseRequest) -> list[bytes]:
    """Deletes an own entry, or for a client a conversation or the mailbox; returns whom that concerns.

    Raises UnknownError for what is not the asker's.
    """
    asked = request.root
    if asked.what == "entry":
        with database.write() as session:
            return _entry(session, actor, asked.conversation, asked.entry)
    if actor.mailbox is None:
        raise UnknownError
    with database.write() as session:
        # Held until all is gone, so that nothing is added to what goes.
        session.get(Mailbox, actor.mailbox, with_for_update=True)
        named = asked.conversation if asked.what == "conversation" else None
        doomed = _doomed(session, actor, actor.mailbox, named)
        concerned = {actor.mailbox}.union(*(listeners(session, one) for one in doomed))
        keys.destroy_all([one.id for one in doomed])
        drop(session, [one.id for one in doomed])
        if not _conversations(session, actor.mailbox):
            session.execute(delete(Mailbox).where(Mailbox.id == actor.mailbox))
    return list(concerned)


def _entry(session: Session, actor: Actor, conversation: bytes, entry: bytes) -> list[bytes]:
    """Empties one entry of the asker's; its place and hash stay, so that the rest can still be checked."""
    one, member = found(session, actor, conversation, lock=True)
    row = session.scalars(select(Entry).where(Entry.conversation_id == conversation, Entry.id == entry)).first()
    if row is None or row.sender != member.pid or row.seq < member.first_seq:
        raise UnknownError
    first = session.scalar(select(func.min(Entry.seq)).where(Entry.conversation_id == conversation, Entry.epoch == row.epoch))
    if row.epoch and row.seq == first:
        raise UnknownError
    row.sealed = None
    return listeners(session, one)


def _doomed(session: Session, actor: Actor, mailbox: bytes, named: bytes | None) -> list[Conversation]:
    """Returns the conversations that will go: the one that is named, or all."""
    return _conversations(session, mailbox) if named is None else [found(session, actor, named, lock=True)[0]]


def _conversations(session: Session, mailbox: bytes) -> list[Conversation]:
    """Returns the conversations of a mailbox, held until the transaction ends."""
    return list(session.scalars(select(Conversation).where(Conversation.mailbox_id == mailbox).with_for_update()))


def drop_epochs(session: Session, epochs: Iterable[tuple[bytes, int]]) -> None:
    """Deletes every row of some epochs, then conversations whose present epoch is gone, and mailboxes without conversations."""
    for conversation, epoch in epochs:
        for table in (Entry, Wrap, Epoch):
            session.execute(delete(table).where(table.conversation_id == conversation, table.epoch == epoch))
    held = exists().where(and_(Epoch.conversation_id == Conversation.id, Epoch.epoch == Conversation.epoch))
    drop(session, list(session.scalars(select(Conversation.id).where(~held))))
    used = exists().where(Conversation.mailbox_id == Mailbox.id)
    session.execute(delete(Mailbox).where(~used))


def drop(session: Session, conversations: Collection[bytes]) -> None:
    """Deletes every row of some conversations."""
    for table in (Wrap, Entry, Epoch, Member):
        session.execute(delete(table).where(table.conversation_id.in_(conversations)))
    session.execute(delete(Conversation).where(Conversation.id.in_(conversations)))
