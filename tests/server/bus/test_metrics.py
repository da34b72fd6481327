"""Health and figures: what is wrong is said in a word, and no figure says anything about anybody."""

from __future__ import annotations

import datetime as dt
import re
import time
from typing import TYPE_CHECKING

from sqlalchemy import text

from server import health
from server.db import Database
from server.health import Health
from tests.server.client import Thread, b64, read, send
from tests.server.conftest import free_port, serving
from tests.server.wires import AppWire, ProcessWire, get

if TYPE_CHECKING:
    import pytest
    from flask import Flask

    from server.config import Config
    from tests.server.organisation import Organisation

# Every figure there is, and the words that may stand beside it: nothing else can be asked of the page.
FIGURES = {
    "threshold_requests_total": {"result"},
    "threshold_request_seconds_bucket": {"le"},
    "threshold_request_seconds_count": set(),
    "threshold_lines": set(),
    "threshold_memory_bytes": set(),
    "threshold_bus_losses": set(),
    "threshold_fine": {"check"},
    "threshold_disk_free_bytes": set(),
    "threshold_list_days": set(),
}
ONE_BY_ONE = ("threshold_requests_total", "threshold_request_seconds_bucket", "threshold_request_seconds_count")


def _figures(port: int) -> str:
    """Returns the page once there is one."""
    end = time.monotonic() + 20
    while True:
        wire = ProcessWire(port)
        try:
            return get(wire, "/metrics").raw.decode()
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.1)
        finally:
            wire.close()


def test_figures_after_a_whole_journey_say_nothing_about_anybody(settings: Config, organisation: Organisation) -> None:
    """After a journey with faults in it the page has the known figures only, in steps, and no id, path, address, name or word."""
    settings = settings.model_copy(update={"metrics_port": free_port()})
    with serving(settings, "run", "--workers", "2"):
        client = organisation.client(ProcessWire(settings.port, "203.0.113.77"))
        thread = client.open(organisation.duty(), "lighthouse-keeper")
        maren = organisation.counsellor(ProcessWire(settings.port, "203.0.113.78"), "maren")
        hers = Thread(thread.id)
        hers.take(maren.person, read(maren, hers).body)
        assert maren.post("claim", conversation=b64(thread.id)).status == 200
        assert send(maren, hers, {"t": "text", "text": "marmalade-skies"}).status == 200
        assert get(client.wire, "/path-of-secrets").status == 404
        early = _figures(settings.metrics_port)
        for _ in range(300):
            get(client.wire, "/healthz")
        said = _figures(settings.metrics_port)
        client.wire.close()
        maren.wire.close()
        wire = ProcessWire(settings.port)
        assert get(wire, "/metrics").status == 404
        wire.close()
    found: dict[str, list[float]] = {}
    for name, labels, value in re.findall(r"^(\w+)(?:\{(.*)\})? (\S+)$", said, re.MULTILINE):
        assert set(re.findall(r"(\w+)=", labels)) <= FIGURES[name], name
        found.setdefault(name, []).append(float(value))
    assert found.keys() == FIGURES.keys()
    assert all(value % 100 == 0 for name in ONE_BY_ONE for value in found[name])
    assert max(found["threshold_requests_total"]) in {200, 300}
    assert 'result="answered"} 0.0' in early
    secrets = (b64(client.mailbox), client.mailbox.hex(), b64(thread.id), thread.id.hex(), client.token)
    words = ("lighthouse", "marmalade", "path-of", "203.0.113", "127.0.0.1", "/api", "console", "maren", "lantern", "group", "POST")
    for word in (*secrets, *words):
        assert word.lower() not in said.lower(), word


def test_ready_until_something_is_missing(app: Flask, organisation: Organisation) -> None:
    """A server is ready; where its tables are of another version it says so and answers 503, and is alive all the same."""
    wire = AppWire(app)
    answer = get(wire, "/readyz")
    assert (answer.status, answer.raw) == (200, b"ready\n")
    with organisation.house.database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    organisation.house.health._until = 0.0
    answer = get(wire, "/readyz")
    assert (answer.status, answer.raw) == (503, b"tables\n")
    assert get(wire, "/healthz").status == 200


def test_each_check_finds_its_fault(organisation: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room on the disk, a clock that is behind the signed list, and a database that is gone are each said."""
    house = organisation.house
    monkeypatch.setattr(health, "FRESH_SECONDS", 0.0)

    def long_ago() -> dt.date:
        return house.letters.today() - dt.timedelta(days=3)

    made = Health(house.database, house.bus, house.config.folder, house.letters.today)
    assert made.faults() == set()
    assert made.days_left() == 30
    assert Health(house.database, house.bus, house.config.folder, long_ago).faults() == {health.CLOCK}
    monkeypatch.setattr(health, "LEAST_FREE", made.free() * 2)
    assert made.faults() == {health.DISK}
    monkeypatch.undo()
    gone = Database("postgresql://nobody@/nothing?host=/nowhere")
    assert Health(gone, house.bus, house.config.folder, house.letters.today).faults() == {health.DATABASE}
    gone.close()
