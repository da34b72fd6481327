"""`threshold-server openapi`: the game's API as a document that tools read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from server import openapi

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "openapi",
        help="prints the game's API as an OpenAPI 3.1 document",
        description="Prints what the game may ask this version of the server, and what it answers, as an OpenAPI 3.1 document in JSON. "
        "Needs no data folder. docs/protocol.md says what the bytes in it mean.",
    )
    made.add_argument("--out", type=Path, help="the file to write it to; left out, it is printed")
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Prints or writes the document."""
    said = json.dumps(openapi.document(), ensure_ascii=False, indent=2)
    if options.out is None:
        print(said)
    else:
        options.out.write_text(said + "\n", "utf-8")
        print(f"{options.out} is written.")
    return 0
