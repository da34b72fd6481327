"""Brings a database up to date, or back, with Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import server.accounts.models
import server.contact.models
import server.group.models
import server.insight.models  # noqa: F401  its tables join the metadata
from server.db import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from server.db import Database

SCRIPTS = Path(__file__).parent / "migrations"


def _settings(connection: Connection | None = None) -> AlembicConfig:
    """Returns Alembic's configuration, made here instead of read from a file."""
    settings = AlembicConfig()
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    if connection is not None:
        settings.attributes["connection"] = connection
    return settings


def upgrade(database: Database, revision: str = "head") -> None:
    """Brings the tables to a revision, the newest if none is named."""
    with database.engine.connect() as connection:
        command.upgrade(_settings(connection), revision)
        connection.commit()


def downgrade(database: Database, revision: str) -> None:
    """Takes the tables back to an earlier revision; `base` is before the first."""
    with database.engine.connect() as connection:
        command.downgrade(_settings(connection), revision)
        connection.commit()


def current(database: Database) -> str | None:
    """Returns the revision that a database is at."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """Returns the newest revision there is."""
    return ScriptDirectory.from_config(_settings()).get_current_head()


def is_newer(database: Database) -> bool:
    """Tells whether a database was made by a later version of this program."""
    known = {script.revision for script in ScriptDirectory.from_config(_settings()).walk_revisions()}
    return current(database) not in {*known, None}


def differences(database: Database) -> list[object]:
    """Returns what in a database is not as the models say; empty when the migrations are complete."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


def write(database: Database, message: str) -> None:
    """Writes a new migration from what the models have and the database lacks."""
    with database.engine.connect() as connection:
        command.revision(_settings(connection), message, autogenerate=True)
