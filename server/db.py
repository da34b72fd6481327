"""The database: SQLite in a file or PostgreSQL, with the settings that deletion and many writers need."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

if TYPE_CHECKING:
    from collections.abc import Generator
    from sqlite3 import Connection as SqliteConnection

    from sqlalchemy import Connection, Engine

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
BUSY_SECONDS = 30


class Base(DeclarativeBase):
    """What every table stands on; constraints have names, so that a migration can drop them."""

    metadata = MetaData(naming_convention=NAMES)


def _prepare_sqlite(connection: SqliteConnection, _: object) -> None:
    """Sets up one SQLite connection: overwritten deletions, durable commits, and no transaction that the driver begins by itself."""
    connection.isolation_level = None
    for pragma in ("auto_vacuum=INCREMENTAL", "journal_mode=WAL", "secure_delete=ON", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")


def _begin_sqlite(connection: Connection) -> None:
    """Begins a transaction: one that will write takes the lock at once, so that two never wait for each other."""
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    writes = options.get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def engine_for(url: str) -> Engine:
    """Returns an engine for a database URL; `postgresql://` means psycopg 3."""
    if url.startswith(("postgres://", "postgresql://")):
        url = "postgresql+psycopg://" + url.partition("://")[2]
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, pool_size=16, max_overflow=64)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, pool_size=16, max_overflow=32, pool_pre_ping=True)


class Database:
    """Sessions of one database."""

    def __init__(self, url: str) -> None:
        """Opens nothing yet."""
        self.engine = engine_for(url)
        # One answer comes from one moment: SQLite's readers see one anyway.
        reading = self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._reading = sessionmaker(reading, expire_on_commit=False)
        self._writing = sessionmaker(self.engine.execution_options(writes=True), expire_on_commit=False)

    @property
    def is_sqlite(self) -> bool:
        """Tells whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Generator[Session]:
        """Gives a session that only reads."""
        with self._reading() as session, session.begin():
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """Gives a session whose changes are kept when the block ends well, and forgotten when it raises."""
        with self._writing() as session, session.begin():
            yield session

    def execute_outside(self, *statements: str) -> list[list[Any]]:
        """Runs statements outside of a transaction, as VACUUM and checkpoints want, and returns their rows."""
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            found = []
            for statement in statements:
                result = connection.exec_driver_sql(statement)
                found.append([tuple(row) for row in result.fetchall()] if result.returns_rows else [])
            return found

    def close(self) -> None:
        """Lets go of every connection."""
        self.engine.dispose()
