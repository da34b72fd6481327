"""The database: SQLite in a file or PostgreSQL, with the settings that deletion and many writers need."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import MetaData, create_engine, event, insert, update
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from sqlite3 import Connection as SqliteConnection

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
BUSY_SECONDS = 30
# A connection that was used within so many seconds is taken to be there.
REST_SECONDS = 5.0
# What the library raises where a database cannot be used; `reason` says it without a value.
DatabaseFault = SQLAlchemyError
_FIXED = "mode=ro"


class Base(DeclarativeBase):
    """What every table stands on; constraints have names, so that a migration can drop them."""

    metadata = MetaData(naming_convention=NAMES)


def reason(fault: SQLAlchemyError) -> str:
    """Returns why a database could not be used: one line, without the statement and its values."""
    said = str(getattr(fault, "orig", None) or type(fault).__name__).strip()
    return said.partition("\n")[0].rstrip(".")


def fixed(path: Path) -> str:
    """Returns the URL of a SQLite file that is only read, and stays as it is."""
    return f"sqlite:///file:{quote(str(path.resolve()))}?{_FIXED}&uri=true"


def _make_private(_dialect: object, _record: object, arguments: list[Any], _options: object) -> None:
    """Makes a SQLite file that is not there yet, for this user only; SQLite gives its log the same permissions."""
    path = Path(arguments[0])
    if path.parent.is_dir():
        path.touch(mode=0o600)


def _prepare_fixed(connection: SqliteConnection, _: object) -> None:
    """Sets up a connection to a file that stays as it is."""
    connection.isolation_level = None


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
        if _FIXED in url:
            event.listen(engine, "connect", _prepare_fixed)
        else:
            event.listen(engine, "do_connect", _make_private)
            event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(url, pool_size=16, max_overflow=32)
    event.listen(engine, "checkout", partial(_ask_after_rest, engine))
    return engine


def _ask_after_rest(engine: Engine, connection: DBAPIConnection, record: ConnectionPoolEntry, _: object) -> None:
    """Asks a connection that rested whether its server is still there; asking each time would cost a tenth of every letter.

    Raises DisconnectionError for one that is gone: the pool then takes a fresh one.
    """
    now = time.monotonic()
    rested, record.info["used"] = now - record.info.get("used", now), now
    if rested <= REST_SECONDS:
        return
    try:
        engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error:
        raise DisconnectionError from None


# Rows of one table: its columns, and for each row which values; what changes: a table, its columns, and how many of them say which row.
_Rows = tuple[str, tuple[str, ...], tuple[tuple[int, ...], ...]]
_Changed = tuple[str, tuple[str, ...], tuple[int, ...], int]


@dataclass(frozen=True, slots=True)
class Change:
    """New values for the rows of a table that have some others."""

    table: type[Base]
    where: dict[str, Any]
    to: dict[str, Any]


@lru_cache(maxsize=256)
def _as_one(parts: tuple[_Rows, ...], changed: _Changed | None) -> str:
    """Returns one PostgreSQL statement that changes rows and stores others; `v0` and so on are its values."""
    steps = []
    if changed is not None:
        table, names, values, keys = changed
        said = [f"{name} = %(v{value})s" for name, value in zip(names, values, strict=True)]
        steps.append(f"UPDATE {table} SET {', '.join(said[keys:])} WHERE {' AND '.join(said[:keys])}")  # noqa: S608  names of our own
    for table, names, rows in parts:
        said = [f"({', '.join(f'%(v{value})s' for value in row)})" for row in rows]
        steps.append(f"INSERT INTO {table} ({', '.join(names)}) VALUES {', '.join(said)}")  # noqa: S608  as above
    before = ", ".join(f"step{number} AS ({step})" for number, step in enumerate(steps[:-1]))
    return f"WITH {before} {steps[-1]}" if before else steps[-1]


def put(connection: Connection, *parts: tuple[type[Base], list[dict[str, Any]]], change: Change | None = None) -> None:
    """Stores whole rows of some tables, after a change.

    PostgreSQL takes all of it as one statement, in which equal values are said once: eight ways there and back are half of what a first
    letter costs.
    """
    parts = tuple(part for part in parts if part[1])
    if connection.dialect.name == "sqlite":
        _put_each(connection, parts, change)
        return
    numbers: dict[tuple[type, object], int] = {}

    def number(value: object) -> int:
        return numbers.setdefault((type(value), value), len(numbers))

    shape = tuple(
        (table.__tablename__, tuple(rows[0]), tuple(tuple(number(row[name]) for name in rows[0]) for row in rows)) for table, rows in parts
    )
    changed = None
    if change is not None:
        named = {**change.where, **change.to}
        changed = (change.table.__tablename__, tuple(named), tuple(map(number, named.values())), len(change.where))
    connection.exec_driver_sql(_as_one(shape, changed), {f"v{place}": value for (_, value), place in numbers.items()})


def _put_each(connection: Connection, parts: Iterable[tuple[type[Base], list[dict[str, Any]]]], change: Change | None) -> None:
    """Changes and stores rows with one statement a table."""
    if change is not None:
        table = change.table.__table__
        same = [table.c[name] == value for name, value in change.where.items()]
        connection.execute(update(table).where(*same).values(change.to))  # type: ignore[arg-type]  # a mapped class's table
    for mapped, rows in parts:
        connection.execute(insert(mapped.__table__), rows)  # type: ignore[arg-type]  # as above


class Database:
    """Sessions of one database."""

    def __init__(self, url: str) -> None:
        """Opens nothing yet."""
        self.engine = engine_for(url)
        # One answer comes from one moment: SQLite's readers see one anyway.
        reading = self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._reading = sessionmaker(reading, expire_on_commit=False)
        self._writing = sessionmaker(self.engine.execution_options(writes=True), expire_on_commit=False)
        # SQLite has one writer at a time, and whoever waits for its file sleeps by the clock; a lock wakes the next at once.
        self._turn = threading.Lock() if self.is_sqlite else nullcontext()
        # The same for what everyone does who writes, in rows: objects that are watched for changes cost as much again.
        self._once = self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._rows = self.engine.execution_options(writes=True)

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
        with self._turn, self._writing() as session, session.begin():
            yield session

    @contextmanager
    def read_once(self) -> Generator[Connection]:
        """Gives a connection for one statement that only reads, and so needs no transaction around it."""
        with self._once.connect() as connection:
            yield connection

    @contextmanager
    def write_rows(self) -> Generator[Connection]:
        """Gives a connection whose rows are kept when the block ends well, and forgotten when it raises."""
        with self._turn, self._rows.begin() as connection:
            yield connection

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
