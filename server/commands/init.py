"""`threshold-server init`: an organisation, its keys, and its first administrator."""

from __future__ import annotations

import json
import shlex
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from server import app, config, migrate, root
from server.accounts import founding, secret
from server.accounts.service import INVITATION_DAYS
from server.commands import invite, opened
from server.db import Database
from server.errors import ConfigurationError
from server.wire import encode

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator

GAME_FILE = "threshold.toml"
LONGEST_NAME = 80


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "init",
        help="makes a new organisation in a data folder",
        description="Makes a data folder (`--folder`) with an organisation in it, the root key that signs its list of people, and a link "
        "for the first administrator. Prints what to do next, and two lines for the game. Whatever goes wrong, nothing is left behind.",
    )
    made.add_argument("--name", required=True, help="your organisation's name, as young people will read it")
    made.add_argument("--origin", required=True, help="the address people will use, such as https://help.example.org")
    made.add_argument("--administrator", default="admin", help="the first administrator's sign-in name (default: %(default)s)")
    made.add_argument("--port", type=int, default=8740, help="the port to listen on (default: %(default)s)")
    made.add_argument(
        "--database",
        default="",
        help="a PostgreSQL address such as postgresql://threshold@/threshold, its database empty; left out, a file in the data folder. "
        "One with a password belongs into DATABASE_URL",
    )
    made.add_argument(
        "--root-key", type=Path, help="where to write the root key (default: root.key beside the data folder): take it offline"
    )
    made.add_argument(
        "--passphrase-file",
        type=Path,
        help="a file whose first line is the root key's passphrase, /dev/stdin for a pipe; left out, it is asked for",
    )
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Makes everything, and says what to do next."""
    folder: Path = options.folder
    key_file: Path = options.root_key or folder.resolve().parent / "root.key"
    name, administrator = options.name.strip(), invite.person(options.administrator, roles=["administrator"]).name
    if not 0 < len(name) <= LONGEST_NAME:
        raise ConfigurationError(f"The organisation's name has 1 to {LONGEST_NAME} letters.")
    _check_new(folder, key_file)
    words = opened.passphrase(options.passphrase_file, "A passphrase for the root key (six random words are good)", twice=True)
    with _whole(folder, key_file):
        settings = prepare(folder, options.origin, options.port, options.database)
        public = root.make(key_file, words)
        deployment, token = begin(settings, name, public, administrator)
    print(f"{name} is ready in {folder}.\n")
    print(_next_steps(folder, key_file, f"“{administrator}”", f"{settings.origin}/console/#enrol/{token}"))
    print(f"For the game, in {GAME_FILE}:\n\n{game_file(settings.origin, 'threshold1:' + encode(deployment + public))}")
    return 0


def _next_steps(folder: Path, key_file: Path, administrator: str, link: str) -> str:
    """Returns what an operator does next."""
    here, key = shlex.quote(str(folder)), shlex.quote(str(key_file))
    return (
        f"1. Start it:                  threshold-server --folder {here} run\n"
        f"2. Enrol {administrator} within {INVITATION_DAYS} days:  {link}\n"
        f"3. Sign the list of people:   threshold-server --folder {here} roster sign --key {key}\n"
        f"   Then take {key_file} off this machine, and keep its passphrase elsewhere.\n"
    )


def _check_new(folder: Path, key_file: Path) -> None:
    """Raises ConfigurationError where something would be written over."""
    if (folder / config.NAME).exists():
        raise ConfigurationError(
            f"{folder / config.NAME} is there already: this folder has an organisation. Use another folder, or run it."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigurationError(f"{folder} is not empty: an organisation begins in a new folder.")
    if key_file.exists():
        raise ConfigurationError(f"{key_file} is there already: move it away first, or name another file with --root-key.")
    # The folders above the data folder are made with it.
    if not key_file.resolve().parent.is_dir() and key_file.resolve().parent not in {folder.resolve(), *folder.resolve().parents}:
        raise ConfigurationError(f"There is no folder {key_file.parent} for the root key.")


@contextmanager
def _whole(folder: Path, key_file: Path) -> Generator[None]:
    """Takes everything back where the block does not end well: half an organisation would stand in the way of a whole one."""
    there = folder.exists()
    try:
        yield
    except BaseException:
        key_file.unlink(missing_ok=True)
        for path in folder.iterdir() if folder.is_dir() else ():
            path.unlink()
        if not there and folder.is_dir():
            folder.rmdir()
        raise


def prepare(folder: Path, origin: str, port: int, database: str = "") -> config.Config:
    """Makes the data folder with its configuration, secret and tables.

    Raises ConfigurationError where there is a configuration already, or what is asked for cannot be.
    """
    path = folder / config.NAME
    if path.exists():
        raise ConfigurationError(f"{path} is there already: this folder has an organisation. Use another folder.")
    said = {"origin": origin, "port": port, **({"database": database} if database else {})}
    config.checked({"folder": folder, **said}, lambda field: f"--{field}")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    path.touch(mode=0o600)
    # TOML writes texts and numbers as JSON does.
    path.write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in said.items()), "utf-8")
    settings = config.load(folder)
    secret.make(settings.secret)
    made = Database(settings.database_url)
    try:
        migrate.upgrade(made)
    finally:
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
