"""`threshold-server init`: an organisation, its keys, and its first administrator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from server import app, config, migrate, root
from server.accounts import founding, secret
from server.commands import opened
from server.db import Database
from server.errors import ConfigurationError
from server.wire import encode

if TYPE_CHECKING:
    import argparse

GAME_FILE = "threshold.toml"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser("init", help="makes a new organisation in a data folder")
    made.add_argument("--name", required=True, help="your organisation's name, as young people will read it")
    made.add_argument("--origin", required=True, help="the address people will use, such as https://help.example.org")
    made.add_argument("--administrator", default="admin", help="the first administrator's sign-in name (default: %(default)s)")
    made.add_argument("--port", type=int, default=8740, help="the port to listen on (default: %(default)s)")
    made.add_argument("--database", default="", help="a PostgreSQL address; left out, a file in the data folder")
    made.add_argument(
        "--root-key", type=Path, help="where to write the root key (default: root.key beside the data folder): take it offline"
    )
    made.add_argument(
        "--passphrase-file", type=Path, help="a file whose first line is the root key's passphrase; left out, it is asked for"
    )
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Makes everything, and says what to do next."""
    folder: Path = options.folder
    key_file = options.root_key or folder.resolve().parent / "root.key"
    words = opened.passphrase(options.passphrase_file, "A passphrase for the root key (six random words are good)", twice=True)
    settings = prepare(folder, options.origin, options.port, options.database)
    public = root.make(key_file, words)
    deployment, token = begin(settings, options.name, public, options.administrator)
    pin = "threshold1:" + encode(deployment + public)
    print(f"{options.name} is ready in {folder}.\n")
    print(f"1. Start it:                  threshold-server --folder {folder} run")
    print(f"2. Enrol “{options.administrator}” within {7} days:  {settings.origin}/console/#enrol/{token}")
    print(f"3. Sign the list of people:   threshold-server --folder {folder} roster sign --key {key_file}")
    print(f"   Then take {key_file} off this machine, and keep its passphrase elsewhere.\n")
    print(f"For the game, in {GAME_FILE}:\n\n{game_file(settings.origin, pin)}")
    return 0


def prepare(folder: Path, origin: str, port: int, database: str = "") -> config.Config:
    """Makes the data folder with its configuration, secret and tables.

    Raises ConfigurationError where there is a configuration already.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    path = folder / config.NAME
    if path.exists():
        raise ConfigurationError(f"{path} is there already: this folder has an organisation. Use another folder, or run it.")
    lines = [f'origin = "{origin}"', f"port = {port}", *([f'database = "{database}"'] if database else [])]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    path.chmod(0o600)
    try:
        settings = config.load(folder)
    except ConfigurationError:
        path.unlink()
        raise
    secret.make(settings.secret)
    made = Database(settings.database_url)
    migrate.upgrade(made)
    made.close()
    return settings


def begin(settings: config.Config, name: str, public: bytes, administrator: str) -> tuple[bytes, str]:
    """Writes organisation and administrator; returns the deployment id and the enrolment token."""
    house = app.build(settings)
    try:
        deployment = founding.found(house.database, name, public)
        return deployment, founding.first_administrator(house.people, administrator)
    finally:
        house.close()


def game_file(origin: str, pin: str) -> str:
    """Returns the lines that connect a game with this server."""
    return f'origin = "{origin}"\npin = "{pin}"\n'
