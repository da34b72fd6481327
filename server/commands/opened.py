"""What the commands share: opening a data folder, and asking for a passphrase."""

from __future__ import annotations

import getpass
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from server import app, config, migrate
from server.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from server.app import House


@contextmanager
def house(folder: Path) -> Generator[House]:
    """Gives what a data folder holds, and lets go of it afterwards.

    Raises ConfigurationError where it is not complete, or its tables are of another version.
    """
    made = app.build(config.load(folder))
    try:
        if migrate.current(made.database) != migrate.newest():
            raise ConfigurationError("The database is of another version: `threshold-server run` brings it up to date.")
        yield made
    finally:
        made.close()


def passphrase(path: Path | None, asking: str, *, twice: bool = False) -> str:
    """Returns a passphrase: the first line of a file, or what is typed.

    Raises ConfigurationError where two tries differ, or nobody is there to type.
    """
    if path is not None:
        return path.read_text("utf-8").partition("\n")[0]
    if not sys.stdin.isatty():
        raise ConfigurationError("Nobody can type the passphrase here: give it with --passphrase-file.")
    found = getpass.getpass(f"{asking}: ")
    if twice and getpass.getpass("Once more: ") != found:
        raise ConfigurationError("The two differ. Nothing was made; please try again.")
    return found
