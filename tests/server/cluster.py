"""A PostgreSQL of the tests' own: made in a folder of its own, reached through a socket only, gone with the run."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import psycopg

if TYPE_CHECKING:
    from collections.abc import Generator

USER = "postgres"


def binaries() -> Path | None:
    """Returns the folder of PostgreSQL's programs, the newest there is, or None."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    newest = max(found, key=lambda path: int(path.parent.name), default=None)
    there = shutil.which("initdb")
    return newest or (Path(there).parent if there else None)


def _run(*command: str) -> None:
    """Runs one of PostgreSQL's programs, which refuse to be run by root."""
    before = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    subprocess.run([*before, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")


@contextmanager
def running(*, durable: bool = False) -> Generator[Path]:
    """Gives the folder of a running cluster's socket; it waits for the disk only where `durable` is asked for."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="threshold-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
    try:
        data = str(folder / "data")
        _run(str(programs / "initdb"), "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        start(folder, durable=durable)
        try:
            yield folder
        finally:
            _run(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(folder: Path, *, durable: bool = False) -> None:
    """Starts a cluster whose data lie in this folder."""
    programs = binaries()
    assert programs is not None
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=200 -c fsync={'on' if durable else 'off'}"
    _run(str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w", "-o", settings, "-l", str(folder / "log"), "start")


def kill(folder: Path) -> None:
    """Ends a cluster as a power cut would: all of its processes at once."""
    first = psutil.Process(int((folder / "data" / "postmaster.pid").read_text("ascii").split("\n")[0]))
    family = [first, *first.children(recursive=True)]
    for one in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
    psutil.wait_procs(family, timeout=30)


def url(folder: Path, name: str) -> str:
    """Returns the address of one of the cluster's databases."""
    return f"postgresql://{USER}@/{name}?host={folder}"


def order(folder: Path, statement: str) -> None:
    """Has the cluster make or drop a database."""
    with psycopg.connect(host=str(folder), user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(statement)
