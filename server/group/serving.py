"""Serves group sessions from this machine: a port, the addresses of its network cards, and an end when whoever started it ends."""

from __future__ import annotations

import _thread
import contextlib
import logging
import os
import signal
import socket
import stat
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from waitress import create_server

from server import log
from server.errors import ConfigurationError
from server.group import addresses, local
from server.group.lines import Line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from server.group.service import Group

_log = logging.getLogger(__name__)
THREADS, BACKLOG, TRIES = 8, 1024, 20
# Below what one process may hold open: on Windows 512 lines in all, elsewhere 1024.
LINES = 450 if os.name == "nt" else 900
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Ready:
    """What whoever started it needs to know."""

    port: int
    addresses: list[str]
    key: str


def run(folder: Path, port: int, key_file: Path, ready: Callable[[Ready], None]) -> None:
    """Serves a folder's rooms until the process is told to stop, or its standard input, where that is a pipe, is closed.

    Raises ConfigurationError where it cannot begin.
    """
    log.begin()
    listener = _listener(port)
    host_key = local.key(key_file)
    database, group = local.house(folder)
    settings: dict[str, Any] = {"threads": THREADS, "backlog": BACKLOG, "connection_limit": LINES, "ident": "", "channel_timeout": 60}
    server = create_server(local.create_app(group, host_key), sockets=[listener], asyncore_use_poll=os.name != "nt", **settings)
    server.channel_class = Line
    try:
        with contextlib.suppress(KeyboardInterrupt):
            signal.signal(signal.SIGTERM, _stop)
            for work in (_watch_input, lambda: _tend(group)):
                threading.Thread(target=work, daemon=True).start()
            _log.info("started")
            ready(Ready(listener.getsockname()[1], addresses.found(), key_file.read_text("ascii").strip()))
            server.run()
    finally:
        server.close()
        database.close()
        _log.info("stopped")


def _listener(port: int) -> socket.socket:
    """Opens the port, or the next one that is free.

    Raises ConfigurationError where none of them is.
    """
    for number in range(port, min(port + TRIES, 65536)):
        try:
            return socket.create_server(("0.0.0.0", number), backlog=BACKLOG)  # noqa: S104  phones come from outside
        except OSError:
            continue
    raise ConfigurationError(f"No port from {port} on is free: choose another with --port.")


def _stop(*_: object) -> None:
    """Ends the serving loop."""
    raise KeyboardInterrupt


def _watch_input() -> None:
    """Ends the process when whoever started it is gone."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        with contextlib.suppress(OSError):
            while os.read(sys.stdin.fileno(), 4096):
                pass
        # As if told to stop; Ctrl-C may be switched off for a process in the background.
        _thread.interrupt_main(signal.SIGTERM)


def _tend(group: Group) -> None:
    """Has rooms grow older, each minute."""
    wait = threading.Event()
    while not wait.wait(_MINUTE):
        try:
            group.rooms.tend()
        except Exception:  # noqa: BLE001  whatever it was, the next minute tries again
            _log.error("sweep failed", exc_info=True)
