"""Group sessions alone, for a game on the projector: one small app over a file, with no console and no letters beside it."""

from __future__ import annotations

import hmac
import os
from typing import TYPE_CHECKING

from flask import Flask

from server import faults
from server.db import Database
from server.errors import ConfigurationError, SessionError
from server.group import lead, pages, routes, service, tokens
from server.group.door import Door
from server.group.models import RoomRow, RoundRow, SeatRow, VoteRow, WordsRow
from server.group.pages import Phones
from server.limits import Addresses
from server.security import HEADERS
from server.wire import LARGEST_REQUEST

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Response

    from server.group.service import Group

FILE, KEY_FILE = "group.sqlite", "host.key"
# Browsers heed this over TLS alone, and complain of it in their log elsewhere.
OVER_TLS = "Cross-Origin-Opener-Policy"
TABLES = (RoomRow, SeatRow, RoundRow, VoteRow, WordsRow)
# Raised whenever the tables change: rooms live for hours, so that a file of another version is begun anew instead of brought along.
VERSION = 1


def key(path: Path) -> bytes:
    """Returns the host key of a file, made where it is not there yet, for this user alone.

    Raises ConfigurationError where the file holds something else.
    """
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(tokens.written(tokens.fresh()) + "\n")
    found = tokens.read(path.read_text("ascii", "replace").strip())
    if found is None:
        raise ConfigurationError(f"{path} holds no host key: delete it, and a new one is made.")
    return found


def opened(folder: Path) -> Database:
    """Returns the database of a folder, with its tables."""
    path = folder / FILE
    database = Database(f"sqlite:///{path.resolve()}")
    version = database.execute_outside("PRAGMA user_version")[0][0][0]
    if version not in {0, VERSION}:
        database.close()
        for old in folder.glob(f"{FILE}*"):
            old.unlink()
        database = Database(f"sqlite:///{path.resolve()}")
    with database.engine.begin() as connection:
        RoomRow.metadata.create_all(connection, tables=[row.__table__ for row in TABLES])  # type: ignore[misc]  # a class's table is a Table
    database.execute_outside(f"PRAGMA user_version = {VERSION}")
    return database


def create_app(group: Group, host_key: bytes) -> Flask:
    """Returns the app: the API for whoever has the host key, and pages for phones."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    faults.answer_errors(app)

    def maker() -> bytes:
        """Lets the host make rooms."""
        given = routes.bearer()
        if given is None or not hmac.compare_digest(given, host_key):
            raise SessionError
        return host_key

    phones = Phones(group, Door(Addresses()), secure=False)
    for made in (routes.blueprint(group, maker), pages.blueprint(phones), lead.blueprint(phones)):
        app.register_blueprint(made)

    @app.get("/")
    def front() -> Response:
        """Leads whoever typed the bare address to the page that takes a code."""
        return pages.to("/g")

    @app.after_request
    def headers(response: Response) -> Response:
        """Adds what has browsers keep, frame and tell nothing."""
        for name, value in {**HEADERS, "Cache-Control": "no-store"}.items():
            if name != OVER_TLS:
                response.headers.setdefault(name, value)
        return response

    return app


def house(folder: Path) -> tuple[Database, Group]:
    """Returns what a folder holds: rooms from before are taken up."""
    database = opened(folder)
    group = service.group(database, service.MOMENT)
    group.rooms.wake()
    return database, group
