"""Serves an app: gunicorn with threads where there is one, waitress elsewhere. One process, no access log."""

from __future__ import annotations

import logging
import os
import socket
import threading
from typing import TYPE_CHECKING, Any

from server import app as application
from server import log, migrate
from server.contact import sweep
from server.db import Database

if TYPE_CHECKING:
    from flask import Flask

    from server.app import House
    from server.config import Config

_log = logging.getLogger(__name__)
_HOUR = 3600.0
BACKLOG = 1024


def run(config: Config) -> None:
    """Brings the database up to date and serves until the process is told to stop."""
    log.begin()
    database = Database(config.database_url)
    migrate.upgrade(database)
    database.close()
    # Opened here, so that an address in use is said in words before anything starts.
    with socket.create_server((config.listen, config.port), backlog=BACKLOG) as listener:
        if os.name == "nt":
            _with_waitress(config, listener)
        else:
            _with_gunicorn(config, listener)


def _begin(config: Config) -> Flask:
    """Returns the app with its daily sweep, in the process that serves."""
    app = application.create_app(config)
    threading.Thread(target=_sweep_daily, args=(app.extensions["threshold"],), daemon=True).start()
    _log.info("started")
    return app


def _sweep_daily(house: House) -> None:
    """Sweeps at the start and then each hour in which the day has changed."""
    day, wait = None, threading.Event()
    while True:
        today = house.letters.today()
        if today != day:
            try:
                sweep.sweep(house.database, house.keys, today)
                day = today
                _log.info("swept")
            except Exception:  # noqa: BLE001  whatever it was, the next hour tries again
                _log.error("sweep failed", exc_info=True)
        wait.wait(_HOUR)


def _with_waitress(config: Config, listener: socket.socket) -> None:
    """Serves with waitress."""
    import waitress  # noqa: PLC0415  only where it serves

    threads = config.threads + config.listeners
    waitress.serve(_begin(config), sockets=[listener], threads=threads, ident="", clear_untrusted_proxy_headers=False)


def _with_gunicorn(config: Config, listener: socket.socket) -> None:
    """Serves with gunicorn's threads."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415  not on Windows
    from gunicorn.workers.gthread import ThreadWorker  # noqa: PLC0415  as above

    class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn carries no types
        """A worker that lets those who listen go before it ends, so that it need not wait for them."""

        def handle_exit(self, sig: int, frame: object) -> None:
            """Ends."""
            self.wsgi.extensions["threshold"].hub.end()
            super().handle_exit(sig, frame)

    # From here on it is gunicorn that closes it.
    opened = listener.detach()

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        """One worker with threads for requests and for those who listen."""

        def load_config(self) -> None:
            """Takes our configuration instead of a command line's."""
            settings: dict[str, Any] = {
                "bind": f"fd://{opened}",
                "workers": 1,
                "worker_class": Worker,
                "threads": config.threads + config.listeners,
                "worker_connections": 2000,
                "timeout": 120,
                "graceful_timeout": 5,
                "keepalive": 15,
                "accesslog": None,
                "errorlog": os.devnull,
                "loglevel": "critical",
                "proc_name": "threshold",
                "limit_request_line": 2000,
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """Returns the app, made in the worker."""
            log.begin()
            return _begin(config)

    Server().run()
