"""Backups: one file with every row and no shredding key, so that what is swept or deleted stays closed in them too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, inspect, select, text

from server import migrate
from server.contact import erase
from server.contact.models import Epoch
from server.db import Base, Database, DatabaseFault, fixed
from server.errors import ConfigurationError
from server.keys import Shredder

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Table

_ROWS = 500
# Who was signed in, which proofs were used, and what a group does this afternoon mean nothing to another day.
LEFT_OUT = {"staff_sessions", "spent", "group_rooms", "group_seats", "group_rounds", "group_votes", "group_words"}


def backup(database: Database, path: Path) -> None:
    """Writes a backup as of one moment, while the server goes on; the same kind of file from either database.

    Raises ConfigurationError where the file is there already.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise ConfigurationError(f"{path} is there already: choose another name.") from None
    copy = Database(f"sqlite:///{path.resolve()}")
    try:
        migrate.upgrade(copy)
        _copy(database, copy)
        copy.execute_outside("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode=DELETE")
    except BaseException:
        # Half a backup must not be taken for one.
        copy.close()
        path.unlink()
        raise
    finally:
        copy.close()


def restore(path: Path, database: Database, keys: Path, *, without_letters: bool = False) -> int:
    """Fills an empty database from a backup; returns how many spans of letters stay closed, because their keys were destroyed since.

    Raises ConfigurationError where the file is no backup, the database is not empty, or the file of shredding keys is missing and
    nobody said that the letters may go.
    """
    if not path.is_file():
        raise ConfigurationError(f"There is no backup {path}.")
    if not keys.exists() and not without_letters:
        raise ConfigurationError(
            f"{keys} is missing: bring it from its mirror first. Without it no letter opens; --without-letters leaves them out."
        )
    source = Database(fixed(path))
    try:
        _check_whole(source, path)
        _check_empty(database)
        migrate.upgrade(database)
        _copy(source, database)
    finally:
        source.close()
    return _leave_closed(database, keys)


def _check_whole(source: Database, path: Path) -> None:
    """Raises ConfigurationError where a file is damaged, or no backup."""
    try:
        whole = source.execute_outside("PRAGMA integrity_check") == [[("ok",)]]
        version = migrate.current(source)
    except DatabaseFault:
        whole, version = False, None
    if not whole:
        raise ConfigurationError(f"{path} is damaged, or no backup: take another one.")
    if version != migrate.newest():
        raise ConfigurationError(f"{path} is no backup of this version.")


def _check_empty(database: Database) -> None:
    """Raises ConfigurationError where a database belongs to an organisation."""
    with database.engine.connect() as connection:
        if inspect(connection).has_table("organisations") and connection.execute(text("SELECT 1 FROM organisations")).first():
            raise ConfigurationError("The database is not empty: restore into a new one.")


def _tables() -> list[Table]:
    """Returns the tables of a backup in the order in which they refer to each other."""
    return [table for table in Base.metadata.sorted_tables if table.name not in LEFT_OUT]


def _copy(source: Database, target: Database) -> None:
    """Copies every row."""
    with source.read() as reading, target.write() as writing:
        for table in _tables():
            rows = reading.execute(select(table).execution_options(yield_per=_ROWS)).mappings()
            for part in rows.partitions():
                writing.execute(insert(table), [dict(row) for row in part])
        _set_counters(writing.connection())


def _set_counters(connection: Connection) -> None:
    """Has PostgreSQL count on from the highest number that came."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT setval(pg_get_serial_sequence('audit', 'id'), COALESCE((SELECT MAX(id) FROM audit), 1))"))


def _leave_closed(database: Database, keys: Path) -> int:
    """Deletes the epochs whose keys are gone: they were swept or deleted after the backup was made."""
    shredder = Shredder(keys)
    try:
        living = shredder.all()
    finally:
        shredder.close()
    with database.write() as session:
        closed = [
            (one.conversation_id, one.epoch) for one in session.scalars(select(Epoch)) if (one.conversation_id, one.epoch) not in living
        ]
        erase.drop_epochs(session, closed)
    return len(closed)
