"""What the game says of the server's memory is what the server's tables are."""

from __future__ import annotations

import server.contact.models
from game.contact.stored import STORED
from server.db import Base

CONTACT = ("mailboxes", "conversations", "members", "epochs", "wraps", "entries", "spent")


def test_the_privacy_page_names_every_column_and_no_other() -> None:
    """A column that is added without a sentence for players, or a sentence without its column, is found."""
    assert server.contact.models.Mailbox.__tablename__ == "mailboxes"
    columns = sorted(f"{name}.{column.name}" for name in CONTACT for column in Base.metadata.tables[name].columns)
    named = sorted(column for _, columns_of in STORED for column in columns_of)
    assert named == columns


def test_no_time_of_contact_is_finer_than_a_day() -> None:
    """No column of contact could hold an hour."""
    kinds = {str(column.type) for name in CONTACT for column in Base.metadata.tables[name].columns}
    assert kinds <= {"BLOB", "INTEGER", "BOOLEAN", "DATE", "VARCHAR(60)", "VARCHAR(8)"}
