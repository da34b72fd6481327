"""Operators' commands: `threshold-server init | run | roster | invite | insight | backup | restore | sweep | check | openapi | demo`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import backup, check, demo, init, insight, invite, openapi, roster, run, sweep
from server.db import DatabaseFault, reason
from server.errors import RequestError, ServerError

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "threshold-data"
COMMANDS = (init, run, roster, invite, insight, backup, sweep, check, openapi, demo)


def parser() -> argparse.ArgumentParser:
    """Returns the command line's grammar."""
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
    for module in COMMANDS:
        module.add(commands)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says; returns 1 after one plain sentence where it cannot, 130 on Ctrl-C."""
    options = parser().parse_args(arguments)
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
