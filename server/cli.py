"""Operators' commands: `threshold-server init | run | events | roster | invite | insight | backup | restore | sweep | check | ...`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.db import DatabaseFault, reason
from server.errors import RequestError, ServerError

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "threshold-data"
# Each stands in a module of its own, read when it is needed: a room of thirty waits for `group`, and needs no other.
COMMANDS = ("init", "run", "events", "roster", "invite", "insight", "backup", "sweep", "check", "openapi", "group", "demo")


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Returns the command line's grammar: all of it, or that of some commands."""
    made = argparse.ArgumentParser(
        prog="threshold-server",
        description="The server behind Threshold: letters between young people and counsellors that nobody else can read.",
        epilog="Start with `threshold-server init`, then `threshold-server run`. docs/operators.md explains each step.",
    )
    made.add_argument(
        "--folder",
        type=Path,
        default=os.environ.get("THRESHOLD_DATA") or FOLDER,
        help="the data folder; stands before the command (default: %(default)s, or what THRESHOLD_DATA says)",
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in names:
        importlib.import_module(f"server.commands.{name}").add(commands)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says; returns 1 after one plain sentence where it cannot, 130 on Ctrl-C."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = parser(words[:1] if words[:1] == ["group"] else COMMANDS).parse_args(words)
    try:
        return int(options.do(options))
    except RequestError as fault:
        print(fault.sentence, file=sys.stderr)
    except ServerError as fault:
        print(fault, file=sys.stderr)
    except DatabaseFault as fault:
        print(f"The database cannot be used: {reason(fault)}. Look at `database` in server.toml, or DATABASE_URL.", file=sys.stderr)
    except OSError as fault:
        print(f"{fault.filename}: {fault.strerror}." if fault.filename else f"{fault}.", file=sys.stderr)
    except EOFError:
        print("Nothing was typed, so nothing was done.", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
