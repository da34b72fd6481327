"""`threshold-server backup` and `restore`: the database without the keys that open deleted letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from server import config
from server.commands import opened
from server.contact import backup as backups
from server.db import Database

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the two commands."""
    made = commands.add_parser(
        "backup",
        help="writes a backup; it never holds the shredding keys (keys.sqlite)",
        description="Writes everything as of this moment into one file, from SQLite and PostgreSQL alike, while the server runs. The file "
        "holds no shredding key, so it opens no letter without keys.sqlite, and none at all that was deleted since.",
    )
    made.add_argument("file", type=Path, help="the file to write; it must not be there yet")
    made.set_defaults(do=do)
    back = commands.add_parser(
        "restore",
        help="fills an empty database from a backup",
        description="Fills the empty database of a new data folder from a backup. Bring server.toml, server.secret and keys.sqlite into "
        "the folder first (`--folder`), each from where you keep it. What was deleted since the backup stays deleted.",
    )
    back.add_argument("file", type=Path, help="a file that `backup` wrote; it is only read")
    back.add_argument(
        "--without-letters", action="store_true", help="go on without keys.sqlite: letters are left out, everything else comes back"
    )
    back.set_defaults(do=restore)


def do(options: argparse.Namespace) -> int:
    """Writes a backup."""
    with opened.house(options.folder) as house:
        backups.backup(house.database, options.file)
    print(f"{options.file} is written. It cannot open letters without keys.sqlite, which must stay out of backups.")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Restores a backup."""
    settings = config.load(options.folder)
    database = Database(settings.database_url)
    try:
        closed = backups.restore(options.file, database, settings.keys, without_letters=options.without_letters)
    finally:
        database.close()
    print(f"Restored. {closed} spans of letters stay closed: keys.sqlite has no key for them." if closed else "Restored.")
    if not settings.secret.exists():
        print(f"{settings.secret} is missing: bring it before you start the server, or nobody can sign in.")
    return 0
