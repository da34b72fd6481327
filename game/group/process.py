"""The server of a group session as a process of its own: it ends with the game, and is started again where it died."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from game.group.errors import AbsentError, StartError

if TYPE_CHECKING:
    from typing import IO

    import urllib3

PORT: Final = 8888
_MODULE = "server.cli"
# What the server needs beside the game: without it, phones cannot be served.
_NEEDED = ("flask", "sqlalchemy", "waitress", "pydantic")


class Ready(msgspec.Struct, frozen=True):
    """What a process says once it serves: its port, this machine's addresses, the likeliest first, and the key that may make rooms.

    A server elsewhere has an `origin` instead, and `rights` that make one room.
    """

    port: int
    addresses: tuple[str, ...]
    key: str
    origin: str = ""
    rights: dict[str, str] = {}

    @property
    def way(self) -> str:
        """Returns where orders go."""
        return self.origin or f"http://127.0.0.1:{self.port}"


class Process:
    """The process; `folder` holds its rooms, so that a new one takes them up."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder; nothing is started yet."""
        self._folder = folder
        self._running: subprocess.Popen[bytes] | None = None
        self._pool: urllib3.PoolManager | None = None

    @property
    def alive(self) -> bool:
        """Tells whether it runs."""
        return self._running is not None and self._running.poll() is None

    def start(self, port: int = PORT) -> Ready:
        """Starts it, and returns what it says once phones can come; takes about a second.

        Raises AbsentError where this installation has no such part, StartError where it does not start.
        """
        if not available():
            raise AbsentError
        # What is left of one that died.
        self.close()
        home = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        command = [*_program(), "--json", "--folder", str(self._folder), "--port", str(port)]
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._running = subprocess.Popen(  # noqa: S603 - our own module, by its own interpreter
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": path}
            )
        except OSError:
            raise StartError from None
        stream: IO[bytes] = self._running.stdout  # type: ignore[assignment]  # it was asked for
        try:
            return msgspec.json.decode(stream.readline(), type=Ready)
        except msgspec.MsgspecError:
            self.close()
            raise StartError from None

    def pool(self) -> urllib3.PoolManager:
        """Returns connections to this machine."""
        if self._pool is None:
            import urllib3  # noqa: PLC0415 - few ever play with a group

            self._pool = urllib3.PoolManager(num_pools=1, maxsize=3)
        return self._pool

    def made(self) -> None:
        """Goes on: the key may make the room again."""

    def drop(self) -> None:
        """Goes on, as above."""

    def close(self) -> None:
        """Ends it: it stops by itself as soon as its input is closed."""
        running, self._running = self._running, None
        if running is None:
            return
        for stream in (running.stdin, running.stdout):
            if stream is not None:
                stream.close()
        try:
            running.wait(3)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _program() -> list[str]:
    """Returns what serves a group: a module, or in a download the program itself (tools/frozen.py)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--serve-group"]
    return [sys.executable, "-P", "-m", _MODULE, "group"]


def available() -> bool:
    """Tells whether this installation has the part that serves phones."""
    return all(importlib.util.find_spec(name) is not None for name in ("server", *_NEEDED))
