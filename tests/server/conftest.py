"""What the server's tests stand on: both databases, a data folder, an organisation, the app, and a process that serves it."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from server import migrate
from server.accounts import secret
from server.app import create_app
from server.config import Config
from server.db import Database
from tests.server import cluster as clusters
from tests.server.organisation import found, wired
from tests.server.wires import ProcessWire, get

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from flask import Flask

    from server.app import House
    from tests.server.organisation import Organisation

STARTED = 30.0


@pytest.fixture(scope="session")
def cluster() -> Generator[Path]:
    """Gives the socket's folder of a PostgreSQL for this run; without PostgreSQL there is nothing to test on."""
    if clusters.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with clusters.running() as folder:
        yield folder


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a SQLite database with all tables and no rows, to be copied."""
    path = tmp_path_factory.mktemp("template") / "threshold.sqlite"
    database = Database(f"sqlite:///{path}")
    migrate.upgrade(database)
    database.execute_outside("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(scope="session")
def empty_postgresql(cluster: Path) -> str:
    """Returns the name of a PostgreSQL database with all tables and no rows, to be copied."""
    clusters.order(cluster, "CREATE DATABASE empty")
    database = Database(clusters.url(cluster, "empty"))
    migrate.upgrade(database)
    database.close()
    return "empty"


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Names the database that a test runs on: each in turn."""
    return str(request.param)


@pytest.fixture
def database_url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Generator[str]:
    """Gives the address of a database with all tables and no rows; nothing for the one in the data folder."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    if kind == "sqlite":
        shutil.copy(request.getfixturevalue("empty_sqlite"), folder / "threshold.sqlite")
        yield ""
        return
    cluster, template = request.getfixturevalue("cluster"), request.getfixturevalue("empty_postgresql")
    name = f"t{secrets.token_hex(6)}"
    clusters.order(cluster, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield clusters.url(cluster, name)
    clusters.order(cluster, f"DROP DATABASE {name} WITH (FORCE)")


def free_port() -> int:
    """Returns a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Config:
    """Returns the configuration of a data folder with the lightest proof of work, behind one proxy."""
    port = free_port()
    made = Config(folder=tmp_path / "data", origin=f"http://localhost:{port}", port=port, database=database_url, proxies=1, proof_floor=256)
    secret.make(made.secret)
    return made


@pytest.fixture
def app(settings: Config) -> Generator[Flask]:
    """Gives the app."""
    made = create_app(settings)
    yield made
    wired(made).close()


@pytest.fixture
def house(app: Flask) -> House:
    """Returns what the app stands on."""
    return wired(app)


@pytest.fixture
def organisation(house: House) -> Organisation:
    """Returns an organisation with people, an offer and a signed list."""
    return found(house)


def write_settings(settings: Config) -> None:
    """Writes a configuration as an operator would."""
    lines = [
        f'origin = "{settings.origin}"',
        f"port = {settings.port}",
        f"proxies = {settings.proxies}",
        f"proof_floor = {settings.proof_floor}",
    ]
    lines += [f"events_port = {settings.events_port}", f"events_most = {settings.events_most}"]
    lines += [f"metrics_port = {settings.metrics_port}", f"events_metrics_port = {settings.events_metrics_port}"]
    lines += [f"listeners = {settings.listeners}", f"threads = {settings.threads}"]
    lines += [f'database = "{settings.database}"'] if settings.database else []
    lines += [f'bus = "{settings.bus}"'] if settings.bus else []
    path = settings.folder / "server.toml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    path.chmod(0o600)


@contextmanager
def serving(settings: Config, *words: str, port: int = 0) -> Generator[subprocess.Popen[bytes]]:
    """Gives a process that serves a data folder, with what it says in `server.log` beside it; `words` stand in place of `run`."""
    write_settings(settings)
    command = [sys.executable, "-m", "server.cli", "--folder", str(settings.folder), *(words or ("run",))]
    with (settings.folder.parent / "server.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        try:
            _wait_until_there(process, port or settings.port)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(15)


def _wait_until_there(process: subprocess.Popen[bytes], port: int) -> None:
    """Waits until a process answers."""
    end = time.monotonic() + STARTED
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended before it answered"
        wire = ProcessWire(port)
        try:
            if get(wire, "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            wire.close()
    raise AssertionError("the server does not answer")


@pytest.fixture
def wire_from(settings: Config) -> Generator[Callable[[str], ProcessWire]]:
    """Gives what makes lines to the served process from an address, and closes them afterwards."""
    made: list[ProcessWire] = []

    def wire(address: str = "192.0.2.1") -> ProcessWire:
        """Returns a line from an address."""
        made.append(ProcessWire(settings.port, address))
        return made[-1]

    yield wire
    for one in made:
        one.close()


@pytest.fixture
def served() -> Callable[[Config], AbstractContextManager[subprocess.Popen[bytes]]]:
    """Returns what starts a server of its own process on a configuration."""
    return serving
