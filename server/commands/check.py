"""`threshold-server check`: looks at everything an operator can get wrong, and says how to mend it."""

from __future__ import annotations

import datetime as dt
import http.client
import os
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from server import config, migrate, security
from server.accounts import founding, secret
from server.contact import roster
from server.db import Database, DatabaseFault, reason
from server.errors import ServerError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from server.config import Config

SOON = 10
# Codes for signing in change every thirty seconds; nobody's clock may be further off than two of them.
ASTRAY = 60.0
_TIMEOUT = 5
_OTHERS = 0o077


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "check",
        help="looks at configuration, clock, permissions, the signed list, and the running server's headers",
        description="Looks at configuration, files and their permissions, the clock, the database, how long the signed list lasts, and "
        "what the running server answers at its public address. Prints a line for each fault with what to do, and ends with 1 where there "
        "is one: let a timer run it once a day and write to you.",
    )
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Prints a line for each fault, and returns 1 where there is one."""
    settings = config.load(options.folder)
    faults = [*_files(settings), *_database(settings), *_answers(settings)]
    print("\n".join(faults) if faults else "All is well.")
    return 1 if faults else 0


def _files(settings: Config) -> Iterator[str]:
    """Finds files that are missing, damaged, or there for others to read, and a clock that goes behind them."""
    if not settings.secret.exists():
        yield f"{settings.secret} is missing: bring it back from where you keep it. Without it nobody can sign in."
    elif fault := _damage(settings.secret):
        yield fault
    if not settings.keys.exists():
        yield f"{settings.keys} is missing: bring it back from its mirror. Without it no letter opens."
    stored = sorted(settings.folder.glob("threshold.sqlite*"))
    found = [path for path in (settings.folder, settings.folder / config.NAME, settings.secret, settings.keys, *stored) if path.exists()]
    for path in found:
        if os.name != "nt" and path.stat().st_mode & _OTHERS:
            yield f"{path} can be read by others: chmod go-rwx {path}"
    newest = max(path.stat().st_mtime for path in found)
    if newest > time.time() + ASTRAY:
        yield "The clock is behind: files here were written later than it says. Have it set by the network (NTP)."


def _damage(path: Path) -> str:
    """Returns what is wrong with the server's secret, or nothing."""
    try:
        secret.load(path)
    except ServerError as fault:
        return str(fault)
    return ""


def _database(settings: Config) -> Iterator[str]:
    """Finds a database that cannot be used, or is of another version, and what is wrong with the list in it."""
    database = Database(settings.database_url)
    try:
        if migrate.is_newer(database):
            yield "The database was made by a later version of this program: install that version."
        elif migrate.current(database) != migrate.newest():
            yield "The database is of another version: `threshold-server run` brings it up to date."
        else:
            founding.check(database)
            yield from _list(database)
    except DatabaseFault as fault:
        yield f"The database cannot be used: {reason(fault)}. Look at `database` in server.toml, or DATABASE_URL."
    except ServerError as fault:
        yield str(fault)
    finally:
        database.close()


def _list(database: Database) -> Iterator[str]:
    """Finds a signed list that is missing, has ended or soon will, or lies in the future."""
    with database.read() as session:
        newest = roster.newest(session)
    today = dt.datetime.now(dt.UTC).date()
    if newest is None:
        yield "No list of people is signed yet: `threshold-server roster sign`."
    elif newest.expires < today:
        yield f"The signed list ended on {newest.expires}, and nobody can write: `threshold-server roster sign`."
    elif (newest.expires - today).days < SOON:
        yield f"The signed list ends on {newest.expires}: sign a new one before, or nobody can write."
    elif today + roster.LONGEST < newest.expires:
        yield "The clock is behind: the signed list is from the future."


def _answers(settings: Config) -> Iterator[str]:
    """Finds headers that the running server, or the proxy before it, leaves out, and a clock that differs from the proxy's."""
    parts = urlsplit(settings.origin)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_TIMEOUT)
    try:
        connection.request("GET", "/console/", headers={"Accept": "text/html"})
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
    except (OSError, http.client.HTTPException) as fault:
        yield f"{settings.origin} does not answer ({fault.__class__.__name__}): start the server, or look at the proxy."
        return
    finally:
        connection.close()
    for name, value in security.HEADERS.items():
        if found.get(name.lower()) != value:
            yield f"{settings.origin} answers without the right {name}: let the proxy pass it on unchanged."
    if "server" in found and any(letter.isdigit() for letter in found["server"]):
        yield "The proxy tells its version: turn that off (nginx: server_tokens off)."
    if _astray(found.get("date", "")):
        yield f"The clock here and the one behind {settings.origin} differ by more than a minute: have both set by the network (NTP)."


def _astray(date: str) -> bool:
    """Tells whether an answer's date is far from this clock."""
    try:
        return abs(parsedate_to_datetime(date).timestamp() - time.time()) > ASTRAY
    except ValueError:
        return False
