"""Backups: one file with every table and no shredding key, so that what is swept stays closed in them too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, inspect, select, text

from server import migrate
from server.db import Base, Database
from server.errors import ConfigurationError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ROWS = 500


def backup(database: Database, path: Path) -> None:
    """Writes a backup, while the server goes on; the same file from either database.

    Raises ConfigurationError where the file is there already.
    """
    if path.exists():
        raise ConfigurationError(f"{path} is there already: choose another name.")
    path.touch(mode=0o600)
    if database.is_sqlite and database.engine.url.database:
        with closing(sqlite3.connect(database.engine.url.database)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
        return
    copy = Database(f"sqlite:///{path.resolve()}")
    migrate.upgrade(copy)
    _copy(database, copy)
    copy.execute_outside("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode=DELETE")
    copy.close()


def restore(path: Path, database: Database) -> None:
    """Fills an empty database from a backup.

    Raises ConfigurationError where the file is no backup, or the database is not empty.
    """
    if not path.is_file():
        raise ConfigurationError(f"There is no backup {path}.")
    source = Database(f"sqlite:///{path.resolve()}")
    try:
        if migrate.current(source) != migrate.newest():
            raise ConfigurationError(f"{path} is no backup of this version.")
        with database.engine.connect() as connection:
            if inspect(connection).has_table("organisations") and connection.execute(text("SELECT 1 FROM organisations")).first():
                raise ConfigurationError("The database is not empty: restore into a new one.")
        migrate.upgrade(database)
        _copy(source, database)
    finally:
        source.close()


def _copy(source: Database, target: Database) -> None:
    """Copies every row, tables in the order in which they refer to each other."""
    with source.engine.connect() as reading, target.engine.execution_options(writes=True).begin() as writing:
        for table in Base.metadata.sorted_tables:
            rows = reading.execution_options(yield_per=_ROWS).execute(select(table)).mappings()
            for part in rows.partitions(_ROWS):
                writing.execute(insert(table), [dict(row) for row in part])
        _set_counters(writing)


def _set_counters(connection: Connection) -> None:
    """Has PostgreSQL count on from the highest number that came."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT setval(pg_get_serial_sequence('audit', 'id'), COALESCE((SELECT MAX(id) FROM audit), 1))"))
