"""`threshold-server run`: serves an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server import config, serve

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser("run", help="serves the organisation in the data folder, and sweeps once a day")
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Serves until it is stopped."""
    settings = config.load(options.folder)
    print(f"Listening on http://{settings.listen}:{settings.port} for {settings.origin}. Ctrl-C stops it.", flush=True)
    serve.run(settings)
    return 0
