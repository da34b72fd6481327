"""Serves an app: gunicorn with threads where there is one, waitress elsewhere. No access log."""

from __future__ import annotations

import logging
import os
import socket
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from nacl.utils import random

from server import app as application
from server import chores, log, metrics, migrate
from server.accounts import founding
from server.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from server.config import Config

_log = logging.getLogger(__name__)
BACKLOG = 1024


def run(config: Config, ready: Callable[[], None] = lambda: None, workers: int = 1) -> None:
    """Brings the database up to date, says that it is ready, and serves with some workers until the process is told to stop.

    Raises ConfigurationError where it cannot begin.
    """
    log.begin()
    if workers > 1 and (os.name == "nt" or not config.on_postgresql):
        raise ConfigurationError("More than one worker needs PostgreSQL: a file of SQLite has one writer at a time. Leave --workers out.")
    bring_up_to_date(config)
    with listening(config.listen, config.port) as listener:
        ready()
        if os.name == "nt":
            _with_waitress(config, listener)
        else:
            _with_gunicorn(config, listener, workers)


def bring_up_to_date(config: Config) -> None:
    """Brings the tables up to date, and opens everything once: what is missing is said here, and not by a worker that ends.

    Raises ConfigurationError where a file is missing or damaged, or the tables are of a later version, or hold no organisation.
    """
    house = application.build(config)
    try:
        if migrate.is_newer(house.database):
            raise ConfigurationError("The database was made by a later version of this program: install that version.")
        migrate.upgrade(house.database)
        founding.check(house.database)
    finally:
        house.close()


def listening(host: str, port: int) -> socket.socket:
    """Opens the port, before anything starts.

    Raises ConfigurationError where it is in use, or not this user's to open.
    """
    try:
        return socket.create_server((host, port), backlog=BACKLOG)
    except OSError as fault:
        raise ConfigurationError(f"{host}:{port} cannot be listened on: {os.strerror(fault.errno or 0)}.") from fault


def begin(config: Config, seed: bytes | None = None) -> Flask:
    """Returns the app with what it does by itself, in the process that serves."""
    app = application.create_app(config, seed)
    house = app.extensions["threshold"]
    house.bus.begin()
    if config.metrics_port:
        metrics.Metrics(app).begin(config.metrics_listen, config.metrics_port)
    chores.begin(house)
    _log.info("started")
    return app


def _with_waitress(config: Config, listener: socket.socket) -> None:
    """Serves with waitress."""
    import waitress  # noqa: PLC0415  only where it serves

    threads, app = config.threads + config.listeners, begin(config)
    try:
        waitress.serve(app, sockets=[listener], threads=threads, ident="", clear_untrusted_proxy_headers=False)
    finally:
        app.extensions["threshold"].close()


def counting(port: int) -> dict[str, Any]:
    """Returns what has a worker that ended be taken out of the figures."""
    return {"child_exit": lambda _, worker: metrics.forget(worker.pid)} if port else {}


def settings(opened: int) -> dict[str, Any]:
    """Returns what every process of gunicorn's goes by, on a port that is open already: no log, and a quick end."""
    return {
        "bind": f"fd://{opened}",
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


def _with_gunicorn(config: Config, listener: socket.socket, workers: int) -> None:
    """Serves with gunicorn's threads, in one process or several."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415  not on Windows
    from gunicorn.workers.gthread import ThreadWorker  # noqa: PLC0415  as above

    class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn carries no types
        """A worker that lets those who listen go before it ends, so that it need not wait for them."""

        def handle_exit(self, sig: int, frame: object) -> None:
            """Ends."""
            self.wsgi.extensions["threshold"].hub.end()
            super().handle_exit(sig, frame)

    def ended(_: object, worker: Worker) -> None:
        """Lets go of everything once the last request is answered."""
        if worker.wsgi is not None:
            worker.wsgi.extensions["threshold"].close()

    # From here on it is gunicorn that closes it.
    opened = listener.detach()
    counted = metrics.prepare() if config.metrics_port else nullcontext()
    # Drawn here and nowhere written, so that all workers mark an address alike.
    seed = random(32)

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        """Workers with threads for requests and for those who listen."""

        def load_config(self) -> None:
            """Takes our configuration instead of a command line's."""
            more = {
                "workers": workers,
                "worker_class": Worker,
                "threads": config.threads + config.listeners,
                "worker_connections": 2000,
                "worker_exit": ended,
                **counting(config.metrics_port),
            }
            for name, value in {**settings(opened), **more}.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """Returns the app, made in the worker."""
            log.begin()
            return begin(config, seed)

    with counted:
        Server().run()
