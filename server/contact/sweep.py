"""Retention: what is too old goes, keys first, so that a copy made in between holds nothing that opens; then rows, then freed pages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from server.contact import erase
from server.contact.models import Conversation, Entry, Epoch, Mailbox, Member, Notice, Organisation, Spent, Wrap

# The tables from which letters go.
EMPTIED = (Wrap, Entry, Epoch, Member, Conversation, Mailbox, Spent)

if TYPE_CHECKING:
    from server.db import Database
    from server.keys import Shredder


def sweep(database: Database, keys: Shredder, today: dt.date) -> int:
    """Deletes every epoch whose first day is past the organisation's retention; returns how many went."""
    with database.read() as session:
        days = session.scalars(select(Organisation.retention_days)).first()
        limit = today - dt.timedelta(days=days or 0)
        old = [(one.conversation_id, one.epoch) for one in session.scalars(select(Epoch).where(Epoch.day <= limit))] if days else []
    keys.destroy(old)
    keys.destroy_orphans(lambda conversations: _living(database, conversations))
    with database.write() as session:
        # Held until all is gone, so that nothing is added to what goes.
        doomed = {conversation for conversation, _ in old}
        session.execute(select(Conversation.id).where(Conversation.id.in_(doomed)).order_by(Conversation.id).with_for_update())
        erase.drop_epochs(session, old)
        session.execute(delete(Spent).where(Spent.day < today))
        session.execute(delete(Notice).where(Notice.until < today))
    tidy(database)
    return len(old)


def _living(database: Database, conversations: list[bytes]) -> set[bytes]:
    """Returns those of some conversations that are there."""
    with database.read() as session:
        return set(session.scalars(select(Conversation.id).where(Conversation.id.in_(conversations))))


def tidy(database: Database) -> None:
    """Gives freed pages back and empties the log in which they may still stand."""
    if database.is_sqlite:
        database.execute_outside("PRAGMA incremental_vacuum", "PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        # FULL writes the tables anew: a plain VACUUM would leave what was deleted in its place.
        database.execute_outside(*(f"VACUUM (FULL) {table.__tablename__}" for table in EMPTIED))
