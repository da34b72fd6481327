"""Serves an app: gunicorn with threads where there is one, waitress elsewhere. One process, no access log."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

from server import app as application
from server import log, migrate
from server.accounts import founding
from server.contact import sweep
from server.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from server.app import House
    from server.config import Config

_log = logging.getLogger(__name__)
_MINUTE, _HOUR = 60.0, 3600.0
BACKLOG = 1024


def run(config: Config, ready: Callable[[], None] = lambda: None) -> None:
    """Brings the database up to date, says that it is ready, and serves until the process is told to stop.

    Raises ConfigurationError where it cannot begin.
    """
    log.begin()
    _bring_up_to_date(config)
    with _listener(config) as listener:
        ready()
        if os.name == "nt":
            _with_waitress(config, listener)
        else:
            _with_gunicorn(config, listener)


def _bring_up_to_date(config: Config) -> None:
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


def _listener(config: Config) -> socket.socket:
    """Opens the port, before anything starts.

    Raises ConfigurationError where it is in use, or not this user's to open.
    """
    try:
        return socket.create_server((config.listen, config.port), backlog=BACKLOG)
    except OSError as fault:
        raise ConfigurationError(f"{config.listen}:{config.port} cannot be listened on: {os.strerror(fault.errno or 0)}.") from fault


def _begin(config: Config) -> Flask:
    """Returns the app with its daily sweep and its hourly flush, in the process that serves."""
    app = application.create_app(config)
    works = [_sweep_daily, *([_flush_hourly] if config.insight else []), *([_tend_rooms] if config.group else [])]
    for work in works:
        threading.Thread(target=work, args=(app.extensions["threshold"],), daemon=True).start()
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


def _flush_hourly(house: House) -> None:
    """Makes the cells of the weeks to come and writes what was counted, each hour; sees each minute whether a release was registered."""
    flushed, wait = time.monotonic(), threading.Event()
    _tend(house.insight.prepare)
    while not wait.wait(_MINUTE):
        _tend(house.insight.refresh)
        if time.monotonic() - flushed >= _HOUR:
            flushed = time.monotonic()
            _tend(house.insight.prepare)
            _tend(house.insight.flush)


def _tend_rooms(house: House) -> None:
    """Looks at the calendar once, and has rooms of groups grow older each minute."""
    wait = threading.Event()
    _tend(house.group.rooms.wake)
    while not wait.wait(_MINUTE):
        _tend(house.group.rooms.tend)


def _tend(work: Callable[[], object]) -> None:
    """Does some of the work that comes again by itself."""
    try:
        work()
    except Exception:  # noqa: BLE001  whatever it was, the next time tries again
        _log.error("flush failed", exc_info=True)


def _with_waitress(config: Config, listener: socket.socket) -> None:
    """Serves with waitress."""
    import waitress  # noqa: PLC0415  only where it serves

    threads, app = config.threads + config.listeners, _begin(config)
    try:
        waitress.serve(app, sockets=[listener], threads=threads, ident="", clear_untrusted_proxy_headers=False)
    finally:
        app.extensions["threshold"].close()


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

    def ended(_: object, worker: Worker) -> None:
        """Lets go of everything once the last request is answered."""
        if worker.wsgi is not None:
            worker.wsgi.extensions["threshold"].close()

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
                "worker_exit": ended,
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """Returns the app, made in the worker."""
            log.begin()
            return _begin(config)

    Server().run()
