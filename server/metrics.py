"""Figures for Prometheus that are about the server and about nobody: no path, id, address or person, and nothing counted one by one.

Requests are counted together, whatever they were for, and shown rounded down to hundreds; lines to tens. So a figure never steps because
of one letter. They are given on a port of their own, by whichever process gets hold of it; where several share the work, they count in
files of a folder that goes with the server.
"""

from __future__ import annotations

import importlib
import os
import tempfile
import threading
import time
from typing import TYPE_CHECKING, Any

from server import health

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask, Response

    from server.app import House

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
# What is counted one by one is shown in steps of so many.
STEPS = {"threshold_requests": 100, "threshold_request_seconds": 100, "threshold_lines": 10}
BUCKETS = (0.01, 0.05, 0.25, 1.0, 5.0)
_LOOK_SECONDS = 5.0
_BEGUN = "threshold.begun"


def prepare() -> tempfile.TemporaryDirectory[str]:
    """Makes the folder in which workers count; before any of them begins, and before the library is read."""
    made = tempfile.TemporaryDirectory(prefix="threshold-metrics-")
    os.environ[FOLDER] = made.name
    return made


def forget(worker: int) -> None:
    """Takes what a worker that ended had open out of the sums."""
    importlib.import_module("prometheus_client.multiprocess").mark_process_dead(worker)


class Rounded:
    """Gives what others counted, in steps."""

    def __init__(self, inner: Any) -> None:  # noqa: ANN401  any of the library's collectors
        """Takes what counts."""
        self._inner = inner

    def collect(self) -> Iterator[Any]:
        """Yields every figure; times are given as counts in buckets, without their sum."""
        for metric in self._inner.collect():
            step = STEPS.get(metric.name, 1)
            kept = [one for one in metric.samples if not one.name.endswith(("_created", "_seconds_sum"))]
            metric.samples = [one._replace(value=one.value // step * step, exemplar=None) for one in kept]
            yield metric


class State:
    """Gives what is asked for at the moment: faults, free disk, days of the signed list."""

    def __init__(self, house: House) -> None:
        """Takes what it looks at."""
        self._house = house

    def collect(self) -> Iterator[Any]:
        """Yields the figures of now."""
        gauge = importlib.import_module("prometheus_client.core").GaugeMetricFamily
        faults = self._house.health.faults()
        fine = gauge("threshold_fine", "Whether a check finds nothing wrong: 1 or 0.", labels=["check"])
        for name in health.CHECKS:
            fine.add_metric([name], float(name not in faults))
        yield fine
        yield gauge("threshold_disk_free_bytes", "What is free where the data folder is.", value=self._house.health.free())
        if health.DATABASE not in faults and health.TABLES not in faults:
            yield gauge("threshold_list_days", "For how many days the signed list lasts.", value=self._house.health.days_left())


class Metrics:
    """Counts in one process, and gives the figures of all."""

    def __init__(self, app: Flask) -> None:
        """Has an app's requests counted."""
        client = importlib.import_module("prometheus_client")
        self._own = client.CollectorRegistry()
        made = {"registry": self._own}
        self._requests = client.Counter("threshold_requests", "Requests by what became of them, in steps of 100.", ["result"], **made)
        self._seconds = client.Histogram("threshold_request_seconds", "How long requests took, in steps of 100.", buckets=BUCKETS, **made)
        live = {"multiprocess_mode": "livesum", **made}
        self._lines = client.Gauge("threshold_lines", "Lines for live events that are open, in steps of 10.", **live)
        self._memory = client.Gauge("threshold_memory_bytes", "Memory of all workers.", **live)
        self._losses = client.Gauge("threshold_bus_losses", "How often workers lost the bus.", **live)
        self._house: House = app.extensions["threshold"]
        app.before_request_funcs.setdefault(None, []).insert(0, self._begin)
        app.after_request(self._end)

    @staticmethod
    def _begin() -> None:
        """Notes when a request begins."""
        from flask import request  # noqa: PLC0415  only where requests are

        request.environ[_BEGUN] = time.monotonic()

    def _end(self, response: Response) -> Response:
        """Counts a request."""
        from flask import request  # noqa: PLC0415  as above

        result = "failed" if response.status_code >= 500 else "refused" if response.status_code >= 400 else "answered"  # noqa: PLR2004  HTTP's own
        self._requests.labels(result).inc()
        if (begun := request.environ.get(_BEGUN)) is not None:
            self._seconds.observe(time.monotonic() - begun)
        return response

    def registry(self) -> Any:  # noqa: ANN401  the library's
        """Returns what is shown."""
        client = importlib.import_module("prometheus_client")
        shown, counted = client.CollectorRegistry(), self._own
        if FOLDER in os.environ:
            counted = importlib.import_module("prometheus_client.multiprocess").MultiProcessCollector(None)
        shown.register(Rounded(counted))
        shown.register(State(self._house))
        return shown

    def look(self) -> None:
        """Notes what this process has open."""
        self._lines.set(len(self._house.hub))
        self._losses.set(self._house.bus.losses)
        try:
            with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  no path of anybody's
                self._memory.set(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE"))
        except (OSError, AttributeError):
            # Not on this system.
            return

    def begin(self, host: str, port: int) -> None:
        """Looks every few seconds, and gives the figures on a port once no other process does."""
        threading.Thread(target=self._serve, args=(host, port), daemon=True).start()

    def _serve(self, host: str, port: int) -> None:
        """Looks and serves until the process ends."""
        start, serving, wait = importlib.import_module("prometheus_client").start_http_server, False, threading.Event()
        while True:
            self.look()
            if not serving:
                try:
                    start(port, host, self.registry())
                    serving = True
                except OSError:
                    # Another worker has it.
                    serving = False
            wait.wait(_LOOK_SECONDS)
