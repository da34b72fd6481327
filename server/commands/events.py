"""`threshold-server events`: serves live events in a process of their own."""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import TYPE_CHECKING

from server.commands import opened
from server.errors import ConfigurationError

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "events",
        help="serves live events in a process of their own, for thousands of open lines",
        description="Serves /api/v1/events and /console/api/events at `events_port`, beside `run`, until Ctrl-C or the service manager "
        'ends it. Needs PostgreSQL or a bus, gevent (pip install "threshold[events]"), and a proxy that sends those two paths here.',
    )
    made.add_argument("--workers", type=opened.count, default=1, help="how many processes share the lines (default: 1)")
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Serves until it is stopped, in place of this program.

    Raises ConfigurationError where word of a change could not reach it, or gevent is not installed.
    """
    settings = opened.settings(options.folder)
    if not (settings.on_postgresql or settings.bus):
        raise ConfigurationError("A process for events hears of changes through PostgreSQL, or a `bus` in server.toml: there is neither.")
    if os.name == "nt" or importlib.util.find_spec("gevent") is None:
        raise ConfigurationError('The process for events needs gevent: pip install "threshold[events]" (not on Windows).')
    with opened.house(options.folder):
        """Everything is there, and of this version."""
    os.execv(sys.executable, [sys.executable, "-m", "server.evented", str(options.folder), str(options.workers)])  # noqa: S606  this program itself
