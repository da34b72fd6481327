"""`threshold-server run`: serves an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server import serve
from server.commands import opened

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "run",
        help="serves the organisation in the data folder, and sweeps once a day",
        description="Brings the database up to date, serves until Ctrl-C or the service manager ends it, and deletes once a day what is "
        "past its days. Address and port stand in server.toml.",
    )
    made.add_argument(
        "--workers", type=opened.count, default=1, help="how many processes share the work; more than one needs PostgreSQL (default: 1)"
    )
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Serves until it is stopped."""
    settings = opened.settings(options.folder)
    said = f"Listening on http://{settings.listen}:{settings.port} for {settings.origin}. Ctrl-C stops it."
    serve.run(settings, lambda: print(said, flush=True), options.workers)
    return 0
