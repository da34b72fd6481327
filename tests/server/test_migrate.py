"""The tables come and go with Alembic, and are what the models say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from server import migrate
from server.db import NAMES, Base, Database
from tests.server.dump import everything
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask

    from server.config import Config
    from tests.server.organisation import Organisation


def _tables(database: Database) -> set[str]:
    """Returns the names of a database's tables."""
    with database.engine.connect() as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def test_the_migrations_make_what_the_models_say(settings: Config) -> None:
    """After all migrations nothing is left that Alembic would still change, and the newest revision is noted."""
    database = Database(settings.database_url)
    assert migrate.differences(database) == []
    assert migrate.current(database) == migrate.newest()
    assert _tables(database) == set(Base.metadata.tables)
    database.close()


def test_the_migrations_go_back_and_forth(settings: Config) -> None:
    """Down to nothing no table is left, and up again all are there as before; once more up changes nothing."""
    database = Database(settings.database_url)
    migrate.downgrade(database, "base")
    assert _tables(database) == set()
    assert migrate.current(database) is None
    migrate.upgrade(database)
    migrate.upgrade(database)
    assert migrate.differences(database) == []
    database.close()


def test_rows_survive_an_upgrade_that_is_none(app: Flask, organisation: Organisation) -> None:
    """Bringing an up-to-date database up to date again leaves every row."""
    house = organisation.house
    client = organisation.client(AppWire(app))
    client.open(organisation.duty())
    before = client.post("look").raw
    migrate.upgrade(house.database)
    assert client.post("look").raw == before
    assert client.mailbox in everything(house)


def _rows(database: Database, names: Iterable[str]) -> dict[str, list[tuple[object, ...]]]:
    """Returns every row of these tables, in no order of their own."""
    with database.engine.connect() as connection:
        return {name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}"))), key=repr) for name in names}  # noqa: S608


def test_letters_survive_a_way_back_and_forth_through_every_version(app: Flask, organisation: Organisation) -> None:
    """Version by version down to the first and up again, each row of a table that stays is what it was, and the letter is read again."""
    house = organisation.house
    client = organisation.client(AppWire(app))
    client.open(organisation.duty())
    before = client.post("look").raw
    versions = [one.revision for one in ScriptDirectory.from_config(migrate._settings()).walk_revisions()]
    ways = [*((migrate.downgrade, one) for one in versions[1:]), *((migrate.upgrade, one) for one in reversed(versions[:-1]))]
    for move, target in ways:
        kept = _rows(house.database, _tables(house.database))
        move(house.database, target)
        there = _tables(house.database)
        assert migrate.current(house.database) == target
        assert _rows(house.database, there & set(kept)) == {name: kept[name] for name in there & set(kept)}
    assert migrate.differences(house.database) == []
    assert client.post("look").raw == before


def test_every_constraint_has_a_name(settings: Config) -> None:
    """Each key and index is named by the convention, so that a later migration can drop it on either database."""
    database = Database(settings.database_url)
    with database.engine.connect() as connection:
        looked = inspect(connection)
        for table in sorted(_tables(database)):
            names = [looked.get_pk_constraint(table)["name"], *(one["name"] for one in looked.get_foreign_keys(table))]
            names += [one["name"] for one in (*looked.get_indexes(table), *looked.get_unique_constraints(table))]
            assert all(name and str(name).split("_")[0] in NAMES for name in names), table
    database.close()


def test_sqlite_keeps_nothing_that_was_deleted(settings: Config) -> None:
    """Every connection to SQLite overwrites what it deletes, waits for the disk, keeps to foreign keys and gives pages back."""
    database = Database(settings.database_url)
    if database.is_sqlite:
        with database.engine.connect() as connection:
            told = {
                name: connection.execute(text(f"PRAGMA {name}")).scalar()
                for name in ("secure_delete", "synchronous", "foreign_keys", "auto_vacuum")
            }
            assert told == {"secure_delete": 1, "synchronous": 2, "foreign_keys": 1, "auto_vacuum": 2}
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    else:
        with database.read() as session:
            assert session.scalar(text("SHOW transaction_isolation")) == "repeatable read"
    database.close()
