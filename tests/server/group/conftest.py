"""What the tests of group sessions stand on: the service on either database, and a room in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from server.db import Database
from server.group import service
from tests.server.group.sessions import led

if TYPE_CHECKING:
    from collections.abc import Generator

    from server.config import Config
    from server.group.service import Group
    from tests.server.group.sessions import Led


@pytest.fixture
def database(settings: Config) -> Generator[Database]:
    """Gives an empty database with all tables."""
    made = Database(settings.database_url)
    yield made
    made.close()


@pytest.fixture
def group(database: Database) -> Group:
    """Returns the service."""
    return service.group(database)


@pytest.fixture
def room(group: Group) -> Led:
    """Returns a room with nobody in it."""
    return led(group)
