"""`threshold-server demo`: a made-up organisation with two counsellors and a story's made-up figures, served on this machine only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from server import app, config, root, serve
from server.accounts import demo, founding
from server.commands.init import GAME_FILE, game_file, prepare
from server.commands.roster import WHO, signed
from server.insight import sample
from server.wire import encode

if TYPE_CHECKING:
    import argparse

FOLDER = "threshold-demo"
ACCOUNTS = "demo-accounts.json"
KEY, PASSPHRASE = "root.key", "open door counselling demo"
NAME = "Open Door Counselling (demo)"
# The story that is installed beside the server; its figures in the demo are made up.
STORY = Path(app.__file__).parents[1] / "game" / "packs" / "second-verse.story"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "demo",
        help="makes and serves a made-up organisation with two counsellors, to try everything",
        description="Makes a made-up organisation where there is none yet, prints the passphrases of its people, and serves it on this "
        "machine. For trying out only: everybody can read those passphrases.",
    )
    made.add_argument("--into", type=Path, default=Path(FOLDER), help="its folder, made where it is not there (default: %(default)s)")
    made.add_argument("--port", type=int, default=8740, help="the port of a new one (default: %(default)s)")
    made.add_argument("--make-only", action="store_true", help="make it, print the links, and do not serve it")
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Makes the demo where there is none yet, prints its links, and serves it."""
    folder: Path = options.into
    if not (folder / ACCOUNTS).exists():
        make(folder, options.port)
    settings = config.load(folder)
    _sign_again(settings)
    print(_links(folder, settings), flush=True)
    if not options.make_only:
        serve.run(settings)
    return 0


def make(folder: Path, port: int) -> None:
    """Makes organisation, people, offers and root key."""
    settings = prepare(folder, f"http://localhost:{port}", port)
    public = root.make(folder / KEY, PASSPHRASE)
    house = app.build(settings)
    try:
        deployment = founding.found(house.database, NAME, public)
        accounts = demo.fill(house, deployment)
        if STORY.is_file():
            sample.fill(house.insight, house.insight.register(STORY.read_bytes()))
    finally:
        house.close()
    pin = "threshold1:" + encode(deployment + public)
    (folder / GAME_FILE).write_text(game_file(settings.origin, pin) + f'insight = "{settings.origin}"\n', "utf-8")
    (folder / ACCOUNTS).write_text(demo.as_text(accounts), "utf-8")


def _sign_again(settings: config.Config) -> None:
    """Signs and publishes the list where what is in force has ended or differs."""
    house = app.build(settings)
    try:
        if house.people.state()["differs"] or not house.people.state()["version"]:
            house.people.publish(signed(house.people.draft(), settings.folder / KEY, PASSPHRASE), WHO)
    finally:
        house.close()


def _links(folder: Path, settings: config.Config) -> str:
    """Returns what to open, and with which words."""
    lines = [
        "",
        f"{NAME}: for trying out only. Everybody can read these passphrases.",
        "",
        f"Counsellors sign in at  {settings.origin}/console/",
        "",
        f"  {'name':8}{'passphrase':28}secret for a generator of codes",
    ]
    lines += [f"  {one.name:8}{one.passphrase:28}{one.totp}" for one in demo.from_text((folder / ACCOUNTS).read_text("utf-8"))]
    lines += ["", f"Mina reads figures, made up for trying out, at  {settings.origin}/console/insight/"]
    lines += [
        "",
        "Play, write to them, and take part in figures (in the settings):",
        "",
        f"  python3 run.py play --contact {folder / GAME_FILE}",
        "",
    ]
    return "\n".join(lines)
