"""The process for live events: gevent carries thousands of idle lines in it. It answers events, and whether it is there; nothing else.

`threshold-server events` starts this file as a program of its own, because gevent must come before everything that waits.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

    from server.config import Config

# What this process answers.
PATHS = frozenset({"/api/v1/events", "/console/api/events", "/healthz", "/readyz"})
_SPARE_FILES = 256


def only_events(app: Flask) -> Flask:
    """Has an app answer nothing but events."""
    from flask import request

    from server.errors import UnknownError

    def refuse() -> None:
        if request.path not in PATHS:
            raise UnknownError

    app.before_request_funcs.setdefault(None, []).insert(0, refuse)
    return app


def _files(wanted: int) -> None:
    """Asks for as many open files as there are lines, up to what this user may have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = wanted + _SPARE_FILES if hard == resource.RLIM_INFINITY else min(hard, wanted + _SPARE_FILES)
    if soft < enough:
        resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))


def _serve(config: Config, workers: int) -> None:
    """Serves until the process is told to stop."""
    from gunicorn.app.base import BaseApplication
    from gunicorn.workers.ggevent import GeventWorker
    from nacl.utils import random

    from server import app as application
    from server import log, metrics, serve

    class Worker(GeventWorker):  # type: ignore[misc]  # gunicorn carries no types
        """A worker that lets those who listen go before it ends, so that it need not wait for them."""

        def handle_exit(self, sig: int, frame: object) -> None:
            """Ends."""
            self.wsgi.extensions["threshold"].hub.end()
            super().handle_exit(sig, frame)

    with serve.listening(config.listen, config.events_port) as listener:
        opened = os.dup(listener.fileno())
    seed = random(32)
    print(f"Live events on http://{config.listen}:{config.events_port} for {config.origin}. Ctrl-C stops it.", flush=True)

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        """Workers whose lines cost no thread."""

        def load_config(self) -> None:
            """Takes our configuration instead of a command line's."""
            more: dict[str, Any] = {"workers": workers, "worker_class": Worker, "worker_connections": config.events_most + _SPARE_FILES}
            for name, value in {**serve.settings(opened), **more, **serve.counting(config.events_metrics_port)}.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """Returns the app, made in the worker."""
            log.begin()
            app = application.create_app(config.model_copy(update={"listeners": config.events_most}), seed)
            app.extensions["threshold"].bus.begin()
            if config.events_metrics_port:
                metrics.Metrics(app).begin(config.metrics_listen, config.events_metrics_port)
            return only_events(app)

    with metrics.prepare() if config.events_metrics_port else nullcontext():
        Server().run()


def main(words: list[str]) -> int:
    """Serves the events of a data folder with some workers; returns 1 after one plain sentence where it cannot."""
    from gevent import monkey

    monkey.patch_all()
    from server import config, log
    from server.errors import ServerError

    try:
        settings: Any = config.load(Path(words[0]))
        _files(settings.events_most)
        log.begin()
        _serve(settings, int(words[1]))
    except ServerError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
