"""What becomes of letters, answers and votes when PostgreSQL is killed in the middle of its work, and started again."""

from __future__ import annotations

import contextlib
import http.client
import random
import threading
import time
from typing import TYPE_CHECKING

import pytest

from server import app as application
from server import migrate
from server.accounts import secret
from server.config import Config
from server.db import Database, DatabaseFault
from server.group import service
from server.insight.models import OFFSET, CellRow
from server.insight.requests import read as read_report
from tests.server import cluster as clusters
from tests.server.conftest import free_port, serving
from tests.server.contact.test_killed import Writer, _check, _wait_for_traffic
from tests.server.group.sessions import led
from tests.server.insight.reports import ENDING, manifest, many, pack
from tests.server.organisation import found
from tests.server.wires import ProcessWire

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from server.app import House
    from tests.server.wires import Answer

pytestmark = pytest.mark.nightly
KILLS, WRITERS, PATIENCE = 4, 4, 90.0


class Patient(Writer):
    """Somebody who waits a moment before they try again, as games do: who hurries is asked to slow down."""

    def _ask(self, verb: str, **body: object) -> Answer:
        """Asks until an answer comes that is no fault of the database, the line or the hurry."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(OSError, http.client.HTTPException, KeyError, ValueError):
                answer = self.client.post(verb, **body)
                if answer.status not in {401, 429, 503}:
                    return answer
                if answer.status == 401:
                    self.client.sign_in()
            self.retried += 1
            time.sleep(0.4)
        raise TimeoutError(verb)


@pytest.fixture
def durable() -> Generator[Path]:
    """Gives a PostgreSQL that waits for its disk, for one test alone."""
    with clusters.running(durable=True) as folder:
        clusters.order(folder, "CREATE DATABASE threshold")
        yield folder


@pytest.fixture
def settings(durable: Path, tmp_path: Path) -> Config:
    """Returns the configuration of a server on that PostgreSQL."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    port = free_port()
    made = Config(
        folder=folder, origin=f"http://localhost:{port}", port=port, database=clusters.url(durable, "threshold"), proxies=1, proof_floor=256
    )
    secret.make(made.secret)
    database = Database(made.database_url)
    migrate.upgrade(database)
    database.close()
    return made


@pytest.fixture
def house(settings: Config) -> Generator[House]:
    """Gives what a server stands on."""
    made = application.build(settings)
    yield made
    made.close()


def _again(durable: Path) -> None:
    """Kills it and starts it again."""
    clusters.kill(durable)
    time.sleep(0.3)
    clusters.start(durable, durable=True)


def test_no_confirmed_letter_is_lost_or_doubled(durable: Path, settings: Config, house: House) -> None:
    """While writers go on, and send again what was refused, each letter that was confirmed is there once, in order, and opens."""
    organisation, stopping, dice = found(house), threading.Event(), random.Random(3)
    wires = [ProcessWire(settings.port, f"198.51.100.{number}") for number in range(WRITERS)]
    writers: list[Writer] = [Patient(organisation.client(wire), organisation, number, stopping) for number, wire in enumerate(wires)]
    threads = [threading.Thread(target=writer.run) for writer in writers]
    with serving(settings):
        for thread in threads:
            thread.start()
        try:
            for _ in range(KILLS):
                _wait_for_traffic(writers)
                time.sleep(dice.uniform(0.05, 0.5))
                _again(durable)
            _wait_for_traffic(writers)
        finally:
            stopping.set()
            for thread in threads:
                thread.join(PATIENCE)
        assert [writer.fault for writer in writers] == [""] * WRITERS
        for writer in writers:
            _check(writer)
    assert sum(writer.retried for writer in writers)
    for wire in wires:
        wire.close()


def test_answers_wait_and_count_once(durable: Path, house: House) -> None:
    """What was counted cannot be written while the database is gone; it waits in memory, and is added once when the database is back."""
    found(house)
    house.insight.register(pack(manifest()))
    for raw in many(ENDING, [0, 1, 2] * 8):
        house.insight.take(*read_report(raw))
    clusters.kill(durable)
    for _ in range(2):
        with pytest.raises(DatabaseFault):
            house.insight.flush()
    clusters.start(durable, durable=True)
    house.insight.flush()
    house.insight.flush()
    with house.database.read() as session:
        assert sum(row.n - OFFSET for row in session.query(CellRow)) == 24


def test_confirmed_votes_stand_and_refused_ones_can_be_given_again(durable: Path, house: House) -> None:
    """A vote that was confirmed is there after the kill; one that was refused, given again, counts once."""
    room = led(service.group(house.database))
    tokens = room.join(6)
    room.ask()
    for token in tokens[:3]:
        room.vote(token, 1)
    clusters.kill(durable)
    for token in tokens[3:]:
        with pytest.raises(DatabaseFault):
            room.vote(token, 2)
    clusters.start(durable, durable=True)
    for token in tokens[3:]:
        room.vote(token, 2)
    room.step("close")
    room.step("reveal")
    shown = room.group.rooms.state(room.leader).round
    assert shown is not None
    assert list(shown.votes or ()) == [3, 3, 0]
