"""`threshold-server check`: looks at everything an operator can get wrong, and says how to mend it."""

from __future__ import annotations

import datetime as dt
import http.client
import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from server import config, migrate, security
from server.contact import roster
from server.db import Database
from server.errors import ServerError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from server.config import Config

SOON = 10
_TIMEOUT = 5
_OTHERS = 0o077


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "check", help="looks at configuration, clock, permissions, the signed list, and the running server's headers"
    )
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Prints a line for each fault, and returns 1 where there is one."""
    settings = config.load(options.folder)
    faults = [*_files(settings), *_database(settings), *_answers(settings)]
    print("\n".join(faults) if faults else "All is well.")
    return 1 if faults else 0


def _files(settings: Config) -> Iterator[str]:
    """Finds files that others can read, or that are missing."""
    for path in (settings.folder, settings.folder / config.NAME, settings.secret, settings.keys):
        if not path.exists():
            yield f"{path} is missing: bring it back from its mirror. Without keys.sqlite no thread opens any more."
        elif os.name != "nt" and path.stat().st_mode & _OTHERS:
            yield f"{path} can be read by others: chmod go-rwx {path}"


def _database(settings: Config) -> Iterator[str]:
    """Finds tables of another version, a list that is about to expire, and a clock that runs behind."""
    database = Database(settings.database_url)
    try:
        if migrate.current(database) != migrate.newest():
            yield "The database is of another version: `threshold-server run` brings it up to date."
            return
        with database.read() as session:
            newest = roster.newest(session)
            today = dt.datetime.now(dt.UTC).date()
            if newest is None:
                yield "No list of people is signed yet: `threshold-server roster sign`."
            elif (newest.expires - today).days < SOON:
                yield f"The signed list ends on {newest.expires}: sign a new one before, or nobody can write."
            elif today + roster.LONGEST < newest.expires:
                yield "The clock is behind: the signed list is from the future."
    except ServerError as fault:
        yield str(fault)
    finally:
        database.close()


def _answers(settings: Config) -> Iterator[str]:
    """Finds headers that the running server, or the proxy before it, leaves out."""
    parts = urlsplit(settings.origin)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_TIMEOUT)
    try:
        connection.request("GET", "/console/", headers={"Accept": "text/html"})
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
    except OSError as fault:
        yield f"{settings.origin} does not answer ({fault.__class__.__name__}): start the server, or look at the proxy."
        return
    finally:
        connection.close()
    for name, value in security.HEADERS.items():
        if found.get(name.lower()) != value:
            yield f"{settings.origin} answers without the right {name}: let the proxy pass it on unchanged."
    if "server" in found and any(letter.isdigit() for letter in found["server"]):
        yield "The proxy tells its version: turn that off (nginx: server_tokens off)."
