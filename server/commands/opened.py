"""What the commands share: opening a data folder, reading a file, and asking for a passphrase."""

from __future__ import annotations

import argparse
import getpass
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from server import app, config, migrate
from server.accounts import founding
from server.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from server.app import House
    from server.config import Config

MOST_WORKERS = 32
_PIPE = "/dev/stdin"


def settings(folder: Path) -> Config:
    """Returns the configuration of a data folder that has its shredding keys.

    Raises ConfigurationError where they are missing: an empty file in their place would close every thread without a word.
    """
    found = config.load(folder)
    if not found.keys.exists():
        raise ConfigurationError(
            f"{found.keys} is missing: bring it back from its mirror. If it is lost for good, so is every letter: docs/operators.md."
        )
    return found


@contextmanager
def house(folder: Path) -> Generator[House]:
    """Gives what a data folder holds, and lets go of it afterwards.

    Raises ConfigurationError where it is not complete, or its tables are of another version.
    """
    made = app.build(settings(folder))
    try:
        if migrate.is_newer(made.database):
            raise ConfigurationError("The database was made by a later version of this program: install that version.")
        if migrate.current(made.database) != migrate.newest():
            raise ConfigurationError("The database is of another version: `threshold-server run` brings it up to date.")
        founding.check(made.database)
        yield made
    finally:
        made.close()


def count(said: str) -> int:
    """Returns a number of processes."""
    number = int(said)
    if not 1 <= number <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"from 1 to {MOST_WORKERS}")
    return number


def text(path: Path) -> str:
    """Returns what a file says.

    Raises ConfigurationError where it cannot be read, or is no text.
    """
    try:
        return path.read_text("utf-8")
    except OSError as fault:
        raise ConfigurationError(f"{path} cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path} cannot be read: it is no text.") from None


def passphrase(path: Path | None, asking: str, *, twice: bool = False) -> str:
    """Returns a passphrase: the first line of a file, or what is typed.

    Raises ConfigurationError where two tries differ, or nobody is there to type.
    """
    if path is not None and str(path) == _PIPE:
        # Read as it comes: opened by its name, another user's pipe is nobody's to read, and services have users of their own.
        return sys.stdin.readline().removesuffix("\n")
    if path is not None:
        return text(path).partition("\n")[0]
    if not sys.stdin.isatty():
        raise ConfigurationError("Nobody can type the passphrase here: give it with --passphrase-file.")
    found = getpass.getpass(f"{asking}: ")
    if twice and getpass.getpass("Once more: ") != found:
        raise ConfigurationError("The two differ. Nothing was made; please try again.")
    return found
