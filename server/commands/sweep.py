"""`threshold-server sweep`: deletes what is past its days, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.commands import opened
from server.contact import sweep

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "sweep",
        help="deletes letters that are past their days; `run` does so daily by itself",
        description="Deletes letters that are past the days your organisation set: first the keys, then the rows, then what is left of "
        "them in freed pages. Works while the server runs, which does the same once a day by itself.",
    )
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Sweeps, and says how much went."""
    with opened.house(options.folder) as house:
        count = sweep.sweep(house.database, house.keys, house.letters.today())
    print(f"{count} spans of letters were past their days and are gone." if count else "Nothing was past its days.")
    return 0
