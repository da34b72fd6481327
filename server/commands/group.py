"""`threshold-server group`: group sessions from this machine, for a game on the projector."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from server.errors import ConfigurationError
from server.group import local, serving

if TYPE_CHECKING:
    import argparse

    from server.group.serving import Ready

PORT = 8888


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "group",
        help="lets a room of phones vote on a story, from this machine and without the internet",
        description="Serves group sessions: a game on the projector leads, phones in the same network open a page and vote. Nothing else "
        "of a server is needed: no organisation, no account. It ends with whoever started it through a pipe; started again on the same "
        "folder, it takes its rooms up. Rooms end by themselves after twelve hours.",
    )
    made.add_argument("--port", type=int, default=PORT, help="the port; where it is taken, the next free one (default: %(default)s)")
    made.add_argument("--folder", dest="rooms", type=Path, help="where rooms are kept (default: a folder of yours among temporary files)")
    made.add_argument(
        "--host-key-file", type=Path, help="the file of the key that may make rooms, made if missing (default: in the folder)"
    )
    made.add_argument("--json", action="store_true", help="say port, addresses and host key as one line of JSON, for a program to read")
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Serves until it is stopped."""
    folder = options.rooms or _own()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    tell = _as_json if options.json else _in_words
    serving.run(folder, options.port, options.host_key_file or folder / local.KEY_FILE, tell)
    return 0


def _own() -> Path:
    """Returns this user's folder among temporary files.

    Raises ConfigurationError where somebody else made it.
    """
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    folder = Path(tempfile.gettempdir()) / f"threshold-group-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        raise ConfigurationError(f"{folder} belongs to somebody else: choose another folder with --folder.")
    return folder


def _as_json(ready: Ready) -> None:
    """Says what a program needs."""
    print(json.dumps(asdict(ready)), flush=True)


def _in_words(ready: Ready) -> None:
    """Says what somebody at a terminal needs."""
    ways = [f"http://{one}:{ready.port}/g" for one in ready.addresses]
    lines = ["Phones in the same network open one of these, the likeliest first:", "", *(f"  {way}" for way in ways), ""]
    if not ways:
        lines = ["This machine is in no network yet: open its hotspot, or join a Wi-Fi, then start again.", ""]
    lines += [
        f"If none opens, the firewall of this machine keeps port {ready.port} closed: allow it for private networks.",
        f"Host key: {ready.key}",
        "Ctrl-C stops it.",
    ]
    print("\n".join(lines), flush=True)
