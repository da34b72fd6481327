"""Measures insight: reports against a bare Flask route that answers 204, in one run on one machine, and what is kept in memory and written.

`python -m tests.bench.bench_insight` prints the figures. A proof of work takes a game a quarter of a second, so the served process of this
bench takes any number for one: it computes and compares as always, but with a bound that all pass.
"""

from __future__ import annotations

import dataclasses
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from flask import Flask, Response

from server import app as application
from server import config, migrate
from server.accounts import secret
from server.accounts.guard import COOKIE
from server.commands import demo
from server.config import Config
from server.db import Database
from server.insight import pack, proof, releases, sample
from server.insight.buffer import Buffer
from server.insight.service import Insight
from server.insight.weeks import monday
from tests.server import cluster
from tests.server.conftest import free_port
from tests.server.insight import played
from tests.server.insight.reports import PATH, body, filled, manifest
from tests.server.wires import AppWire, get

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

# Each kind is measured so often, in turns, and the middle round counts.
ROUNDS, LINES, REPORTS = 5, 8, 2000
CELLS, REMEMBERED = 100_000, 1_000_000
# A million players in a month: four reports each, one flush an hour. A tenth of it is played.
PLAYERS, EACH, HOURS, PART = 1_000_000, 4, 720, 10
# Three years.
MONDAYS = 156
MONTH_SECONDS = HOURS * 3600
ANY_PROOF = 1 << 256
QUESTION = "lamp@1.0.0/ending"


def bare() -> Flask:
    """Returns an app with one route that answers 204 and does nothing else."""
    made = Flask("bare")

    @made.post(PATH)
    def nothing() -> Response:
        """Answers."""
        return Response(status=204)

    return made


def serve(kind: str, folder: str, port: str, workers: str) -> None:
    """Serves one of the two apps with gunicorn's threads, as the server does."""
    from gunicorn.app.base import BaseApplication

    settings = {"bind": f"127.0.0.1:{port}", "workers": int(workers), "worker_class": "gthread", "threads": 16, "keepalive": 15}
    settings |= {"accesslog": None, "errorlog": os.devnull, "loglevel": "critical", "control_socket_disable": True}

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        """The app in so many workers."""

        def load_config(self) -> None:
            """Takes our settings."""
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """Returns the app, made in the worker."""
            if kind == "bare":
                return bare()
            proof._BOUND = ANY_PROOF
            return application.create_app(Config(folder=Path(folder), origin=f"http://localhost:{port}", port=int(port), proxies=1))

    sys.argv = sys.argv[:1]
    Server().run()


@contextmanager
def serving(kind: str, folder: Path, workers: int) -> Generator[tuple[int, list[psutil.Process]]]:
    """Gives the port of a served app, and its workers."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.bench_insight", "serve", kind, str(folder), str(port), str(workers)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                # Sent often enough that every worker has made its app.
                if all(_line(port, [_request(number)]) == 1 for number in range(20)):
                    break
            except OSError:
                time.sleep(0.1)
        yield port, psutil.Process(process.pid).children()
    finally:
        process.terminate()
        process.wait(15)


def _request(number: int) -> bytes:
    """Returns a report of its own, from an address of its own."""
    raw = filled(body(QUESTION, number % 3, number))
    place = f"10.{secrets.randbelow(256)}.{secrets.randbelow(256)}.{secrets.randbelow(256)}"
    head = ["Host: localhost", "Content-Type: application/json", f"X-Forwarded-For: {place}", "Content-Length: 256"]
    return "\r\n".join([f"POST {PATH} HTTP/1.1", *head, "", ""]).encode() + raw


def _line(port: int, requests: list[bytes]) -> int:
    """Sends requests one after another on a line, and returns how many were answered with 204."""
    taken = 0
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        for one in requests:
            line.sendall(one)
            told = b""
            while not told.endswith(b"\r\n\r\n"):
                piece = line.recv(4096)
                if not piece:
                    raise ConnectionError
                told += piece
            taken += told.startswith(b"HTTP/1.1 204")
    return taken


def _round(port: int, workers: list[psutil.Process]) -> tuple[float, float]:
    """Returns reports a second, and the microseconds of the server's processor that one took."""
    parts = [[_request(secrets.randbelow(2**50)) for _ in range(REPORTS // LINES)] for _ in range(LINES)]
    before, begun = _used(workers), time.perf_counter()
    with ThreadPoolExecutor(LINES) as pool:
        taken = sum(pool.map(lambda part: _line(port, part), parts))
    took = time.perf_counter() - begun
    assert taken == REPORTS, taken
    return REPORTS / took, (_used(workers) - before) / REPORTS * 1e6


def _used(workers: list[psutil.Process]) -> float:
    """Returns the seconds of processor that some processes took."""
    return sum(float(one.cpu_times().user + one.cpu_times().system) for one in workers)


def middle(numbers: list[float]) -> float:
    """Returns the median of an odd number of numbers."""
    return sorted(numbers)[len(numbers) // 2]


def against_bare(folder: Path) -> Iterator[tuple[str, float]]:
    """Yields both apps' reports a second with one and with two workers, in turns, and the part of the bare one's."""
    for workers in (1, 2):
        said = f"{workers} worker{'s' if workers > 1 else ''}"
        with serving("insight", folder, workers) as ours, serving("bare", folder, workers) as theirs:
            rounds = [(_round(*ours), _round(*theirs)) for _ in range(ROUNDS)]
        yield f"reports, {said}, /s", middle([one[0] for one, _ in rounds])
        yield f"a bare Flask 204, {said}, /s", middle([one[0] for _, one in rounds])
        yield f"reports against a bare Flask 204, {said}, %", middle([100 * mine[0] / other[0] for mine, other in rounds])
        yield f"a report, {said}, µs of the server's processor", middle([one[1] for one, _ in rounds])
        yield f"a bare Flask 204, {said}, µs of the server's processor", middle([one[1] for _, one in rounds])


def memory(insight: Insight) -> Iterator[tuple[str, float]]:
    """Yields what the buffer takes when every cell has something, and what remembering a million reports takes."""
    week = monday(insight.today())
    tracemalloc.start()
    made = Buffer()
    for number in range(CELLS):
        made.add((week, f"{QUESTION}{number // 16}", number % 16), secrets.token_bytes(32))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    yield f"buffer with {CELLS:,} cells, MB", (taken - made.seen.size) / 2**20
    buffer, begun = Buffer(), time.perf_counter()
    for number in range(REMEMBERED):
        buffer.add((week, QUESTION, number % 3), number.to_bytes(8, "big") * 3 + secrets.token_bytes(8))
    yield "a report in the buffer, µs", (time.perf_counter() - begun) / REMEMBERED * 1e6
    yield f"remembering {REMEMBERED:,} reports, MB", buffer.seen.size / 2**20


def flush(insight: Insight) -> Iterator[tuple[str, float]]:
    """Yields how long a flush takes that changes 100,000 cells."""
    question = {"kind": "choice", "options": [f"o{number}" for number in range(15)]}
    asked = pack.release(json.dumps(manifest(questions=[{**question, "name": f"x{number}"} for number in range(6)])).encode())
    week, each = monday(insight.today()), 16
    with insight.database.write() as session:
        for number in range(-(-CELLS // (6 * each))):
            name = f"lamp{number}@1"
            renamed = [dataclasses.replace(one, id=f"{name}/{one.name}") for one in asked.questions]
            releases.keep(session, dataclasses.replace(asked, id=name, questions=tuple(renamed)))
        session.flush()
        releases.prepare(session, week)
    for number in range(CELLS):
        place, answer = divmod(number, each)
        insight.buffer.add((week, f"lamp{place // 6}@1/x{place % 6}", answer), secrets.token_bytes(32))
    begun = time.perf_counter()
    insight.flush()
    yield f"flush of {CELLS:,} cells, s", time.perf_counter() - begun


def month(insight: Insight, report_microseconds: float) -> Iterator[tuple[str, float]]:
    """Yields what share of a month a core idles, with a million players: requests as measured, counting and hourly flushes played."""
    insight.register(json.dumps(manifest()).encode())
    kept, proof._BOUND = proof._BOUND, ANY_PROOF
    begun = time.process_time()
    for number in range(HOURS // PART):
        for one in range(PLAYERS * EACH // HOURS):
            insight.take(QUESTION, one % 3, number * 1_000_000 + one)
        insight.flush()
    own = (time.process_time() - begun) * PART
    proof._BOUND = kept
    busy = own + PLAYERS * EACH * report_microseconds / 1e6
    yield "a million players' month: counting and writing, s", own
    yield "a million players' month: one core idles, %", 100 * (1 - busy / MONTH_SECONDS)


def pages() -> Iterator[tuple[str, float]]:
    """Yields how long a researcher waits for a story's page with so many weeks of answers, the middle of several times."""
    kept = sample.PLAYERS, sample.WEEKS
    sample.PLAYERS, sample.WEEKS = kept[0] // kept[1] * MONDAYS, MONDAYS
    try:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "demo"
            demo.make(folder, free_port())
            app = application.create_app(config.load(folder))
            cookie = played.researcher(app.extensions["threshold"], "mina")
            release = app.extensions["threshold"].insight.releases()[0].id
            for name, path in (("a story's page", ""), ("its table", "answers.csv")):
                times = []
                for _ in range(ROUNDS):
                    begun = time.perf_counter()
                    answer = get(AppWire(app), f"/console/insight/{release}/{path}", {"Cookie": f"{COOKIE}={cookie}"})
                    times.append(time.perf_counter() - begun)
                    assert answer.status == HTTPStatus.OK
                yield f"{name} with {MONDAYS} weeks, s", sorted(times)[ROUNDS // 2]
            app.extensions["threshold"].close()
    finally:
        sample.PLAYERS, sample.WEEKS = kept


def opened(url: str) -> Insight:
    """Returns the service on an empty database."""
    database = Database(url)
    migrate.upgrade(database)
    return Insight(database)


def on_sqlite() -> Iterator[tuple[str, float]]:
    """Yields everything that is measured on SQLite."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        secret.make(Config(folder=folder, origin="http://localhost").secret)
        insight = opened(f"sqlite:///{folder / 'threshold.sqlite'}")
        insight.register(json.dumps(manifest()).encode())
        served = dict(against_bare(folder))
        yield from served.items()
        yield from memory(insight)
        yield from month(insight, served["a report, 1 worker, µs of the server's processor"])
        yield from flush(insight)
        insight.database.close()


def measure() -> dict[str, float | str]:
    """Returns the figures, each named with its unit; a sentence for a database that is not there."""
    seen: dict[str, float | str] = {f"insight: {name}": value for name, value in on_sqlite()}
    seen |= {f"insight: {name}": value for name, value in pages()}
    if cluster.binaries() is None:
        return {**seen, "insight on PostgreSQL": "PostgreSQL is not installed"}
    with cluster.running(durable=True) as folder:
        cluster.order(folder, "CREATE DATABASE bench")
        insight = opened(cluster.url(folder, "bench"))
        seen |= {f"insight on PostgreSQL: {name}": value for name, value in flush(insight)}
        insight.database.close()
    return seen


def main(words: list[str], serving: Callable[..., Any] = serve) -> None:
    """Serves, or prints the figures."""
    if words[:1] == ["serve"]:
        serving(*words[1:])
    else:
        print(json.dumps({name: round(value, 3) if isinstance(value, float) else value for name, value in measure().items()}, indent=2))


if __name__ == "__main__":
    main(sys.argv[1:])
