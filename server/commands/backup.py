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
    made = commands.add_parser("backup", help="writes a backup; it never holds the shredding keys (keys.sqlite)")
    made.add_argument("file", type=Path, help="the file to write")
    made.set_defaults(do=do)
    back = commands.add_parser("restore", help="fills an empty database from a backup")
    back.add_argument("file", type=Path, help="a file that `backup` wrote")
    back.set_defaults(do=restore)


def do(options: argparse.Namespace) -> int:
    """Writes a backup."""
    with opened.house(options.folder) as house:
        backups.backup(house.database, options.file)
    print(f"{options.file} is written. It cannot open letters without keys.sqlite, which must stay out of backups.")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Restores a backup."""
    database = Database(config.load(options.folder).database_url)
    try:
        backups.restore(options.file, database)
    finally:
        database.close()
    print("Restored. Letters whose days were over stay closed.")
    return 0
