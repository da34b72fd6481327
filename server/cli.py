"""The operator's commands: `threshold-server init | run | roster | invite | backup | restore | sweep | check | demo`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import backup, check, demo, init, invite, roster, run, sweep
from server.errors import RequestError, ServerError

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "threshold-data"
COMMANDS = (init, run, roster, invite, backup, sweep, check, demo)


def parser() -> argparse.ArgumentParser:
    """Returns the command line's grammar."""
    made = argparse.ArgumentParser(
        prog="threshold-server",
        description="The server behind Threshold: letters between young people and counsellors that nobody else can read.",
        epilog="Start with `threshold-server init`, then `threshold-server run`. docs/operators.md explains each step.",
    )
    made.add_argument("--folder", type=Path, default=Path(FOLDER), help="the data folder (default: %(default)s)")
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
    except OSError as fault:
        print(f"{fault.strerror or fault}: {fault.filename or ''}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
