"""`check` finds each fault that it knows, says how to mend it, and ends with 1."""

from __future__ import annotations

import datetime as dt
import os
import threading
import time
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from server import config, security
from server.cli import main
from server.contact.models import Roster
from server.db import Database
from tests.server.commands import programs
from tests.server.conftest import free_port

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from tests.server.commands.conftest import Made

GOOD = {**security.HEADERS, "Server": "proxy"}


@contextmanager
def _answering(headers: Mapping[str, str], date: float | None = None) -> Generator[int]:
    """Gives the port of something that answers as a proxy would, with some headers and a clock."""

    class Handler(BaseHTTPRequestHandler):
        """Answers every request."""

        def do_GET(self) -> None:
            """Answers."""
            self.send_response_only(200)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Date", formatdate(time.time() if date is None else date, usegmt=True))
            self.end_headers()

        def log_message(self, *_: Any) -> None:  # noqa: ANN401  the library's own form
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def _sign(folder: Path, days: int) -> None:
    """Puts a list in force that ends in some days; `check` looks at nothing else of it."""
    database = Database(config.load(folder, {}).database_url)
    ends = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=days)
    with database.write() as session:
        for old in session.query(Roster):
            session.delete(old)
        session.flush()
        from server.contact.models import Organisation

        organisation = session.query(Organisation).one().id
        session.add(Roster(version=1, organisation_id=organisation, payload=b"{}", signature=bytes(64), expires=ends))
    database.close()


@pytest.fixture
def healthy(made: Made, monkeypatch: pytest.MonkeyPatch) -> Generator[Made]:
    """Gives an organisation with a list in force, and something that answers for it as it must."""
    _sign(made.folder, 30)
    with _answering(GOOD) as port:
        monkeypatch.setenv("THRESHOLD_ORIGIN", f"http://localhost:{port}")
        yield made


def _checks(made: Made, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Runs `check` and returns the faults that it prints, none where all is well."""
    ended, said = main(["--folder", str(made.folder), "check"]), capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    assert (ended, lines) == (0, ["All is well."]) or (ended == 1 and lines and "All is well." not in lines)
    return lines if ended else []


def test_the_clock_the_files_and_the_secret_are_looked_at(healthy: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file that others can read, that is missing or damaged, or was written in the future, is one line with what to do."""
    folder = healthy.folder
    assert _checks(healthy, capsys) == []
    for name in (".", "server.toml", "server.secret", "keys.sqlite", "threshold.sqlite"):
        path = folder / name if name != "." else folder
        mode = path.stat().st_mode
        path.chmod(mode | 0o044)
        assert _checks(healthy, capsys) == [f"{path} can be read by others: chmod go-rwx {path}"]
        path.chmod(mode)
    now = time.time()
    os.utime(folder / "keys.sqlite", (now, now + 3600))
    (said,) = _checks(healthy, capsys)
    assert said.startswith("The clock is behind")
    os.utime(folder / "keys.sqlite", (now, now))
    (folder / "keys.sqlite").rename(folder / "away")
    (said,) = _checks(healthy, capsys)
    assert said == f"{folder / 'keys.sqlite'} is missing: bring it back from its mirror. Without it no letter opens."
    (folder / "away").rename(folder / "keys.sqlite")
    (folder / "server.secret").write_bytes(b"short")
    assert _checks(healthy, capsys) == [f"{folder / 'server.secret'} is damaged: bring it back from where you keep it."]
    (folder / "server.secret").unlink()
    (said,) = _checks(healthy, capsys)
    assert "Without it nobody can sign in" in said


def test_the_list_is_looked_at(healthy: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that is missing, has ended, ends within ten days, or ends later than any can, is told."""
    day = dt.datetime.now(dt.UTC).date()
    for days, told in ((-1, "ended on"), (0, "ends on"), (9, "ends on"), (10, ""), (35, ""), (36, "The clock is behind")):
        _sign(healthy.folder, days)
        said = "\n".join(_checks(healthy, capsys))
        assert told in said
        assert bool(told) == bool(said)
        assert "clock" in told or not told or (day + dt.timedelta(days=days)).isoformat() in said
    database = Database(config.load(healthy.folder, {}).database_url)
    with database.write() as session:
        session.delete(session.query(Roster).one())
    database.close()
    assert _checks(healthy, capsys) == ["No list of people is signed yet: `threshold-server roster sign`."]


def test_the_database_is_looked_at(healthy: Made, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is not there, damaged, of another version, or without an organisation, is told in a line."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:guess@127.0.0.1:1/none")
    (said,) = _checks(healthy, capsys)
    assert said.startswith("The database cannot be used: connection failed")
    assert "guess" not in said
    monkeypatch.delenv("DATABASE_URL")
    path = healthy.folder / "threshold.sqlite"
    raw = path.read_bytes()
    database = Database(config.load(healthy.folder, {}).database_url)
    with database.write() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'tomorrow'")
    database.close()
    (said,) = _checks(healthy, capsys)
    assert "later version" in said
    path.write_bytes(b"noise" * 1000)
    (said,) = _checks(healthy, capsys)
    assert said.startswith("The database cannot be used: file is not a database")
    path.write_bytes(b"")
    assert _checks(healthy, capsys) == ["The database is of another version: `threshold-server run` brings it up to date."]
    path.write_bytes(raw)
    assert _checks(healthy, capsys) == []


def test_what_is_answered_is_looked_at(healthy: Made, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each header that a proxy drops or changes, its version, its clock, and nobody answering, is told."""
    for headers, date, told in (
        *(({**GOOD, name: "other"}, None, f"answers without the right {name}") for name in security.HEADERS),
        ({name: value for name, value in GOOD.items() if name != "Referrer-Policy"}, None, "answers without the right Referrer-Policy"),
        ({**GOOD, "Server": "nginx/1.24.0"}, None, "The proxy tells its version"),
        (GOOD, time.time() - 600, "differ by more than a minute"),
    ):
        with _answering(headers, date) as port:
            monkeypatch.setenv("THRESHOLD_ORIGIN", f"http://localhost:{port}")
            (said,) = _checks(healthy, capsys)
        assert told in said
    monkeypatch.setenv("THRESHOLD_ORIGIN", f"http://localhost:{free_port()}")
    (said,) = _checks(healthy, capsys)
    assert "does not answer (ConnectionRefusedError): start the server, or look at the proxy." in said


def test_faults_are_printed_by_a_process_that_ends_with_1(made: Made) -> None:
    """As a timer would run it: every fault is a line, and the end says that there are some."""
    made.folder.chmod(0o755)
    more = {"THRESHOLD_ORIGIN": f"http://localhost:{free_port()}"}
    ended = programs.run("--folder", made.folder, "check", more=more)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert [line.split(":")[0].split(" ")[0] for line in ended.stdout.splitlines()] == [str(made.folder), "No", "http"]
