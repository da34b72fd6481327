"""What becomes of letters, answers and votes on a disk that breaks: what was confirmed is there, once; what was not can be sent again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from game.insight.ledger import Ledger
from game.insight.part import FOLDER, LEDGER, Part
from server.accounts import secret
from server.app import create_app
from server.config import Config
from server.db import Database, DatabaseFault
from server.group import service
from server.insight.models import OFFSET, CellRow
from server.insight.requests import read as read_report
from tests.faults.disk import Full
from tests.game.insight.conftest import LANGUAGE, QUESTIONS, RELEASE
from tests.server.client import Thread, b64, read
from tests.server.group.sessions import led
from tests.server.insight.reports import ENDING, manifest, many, pack
from tests.server.organisation import found, wired
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from flask import Flask

    from server.app import House
    from tests.faults.disk import Disk

LETTERS, LONG = 6, 20_000


@pytest.fixture
def app(disk: Disk, empty_sqlite: Path) -> Generator[Flask]:
    """Gives a server whose data lie on the disk."""
    shutil.copy(empty_sqlite, disk.folder / "threshold.sqlite")
    settings = Config(folder=disk.folder, origin="http://localhost", port=1, proxies=1, proof_floor=256)
    secret.make(settings.secret)
    made = create_app(settings)
    yield made
    wired(made).close()


@pytest.fixture
def house(app: Flask) -> House:
    """Returns what the server stands on."""
    return wired(app)


def test_a_confirmed_letter_is_there_and_a_refused_one_arrives_later(disk: Disk, app: Flask, house: House) -> None:
    """While the disk is broken letters are answered with “not now” and reading goes on; sent again, each is there once, in its place."""
    client = (organisation := found(house)).client(AppWire(app))
    thread = client.open(organisation.duty(), "hello")
    told, waiting = ["hello"], []

    def tried() -> None:
        for number in range(LETTERS):
            words = f"{number} " + "x" * LONG
            entry = thread.entry(client.person, {"t": "text", "text": words})
            answer = client.post("send", conversation=b64(thread.id), entry=entry)
            if answer.status == 200:
                thread.accepted(entry)
                told.append(words)
                continue
            assert (answer.status, answer.error) == (503, "later"), answer.raw[:200]
            waiting.append(words)
            assert read(client, thread).status == 200

    disk.broken(tried)
    assert waiting
    for words in waiting:
        entry = thread.entry(client.person, {"t": "text", "text": words})
        for _ in range(2):
            assert client.post("send", conversation=b64(thread.id), entry=entry).status == 200
        thread.accepted(entry)
        told.append(words)
    seen = Thread(thread.id)
    assert [body["text"] for body in seen.take(client.person, read(client, seen).body)] == told


@pytest.mark.nightly
def test_answers_that_could_not_be_written_down_wait_and_count_once(disk: Disk, house: House) -> None:
    """The sums stay as they were while they cannot be written; what was counted waits, and is added once when the disk is well."""
    found(house)
    house.insight.register(pack(manifest()))
    for raw in many(ENDING, [0, 1, 2] * 8):
        house.insight.take(*read_report(raw))

    def tried() -> None:
        for _ in range(3):
            with pytest.raises((DatabaseFault, OSError)):
                house.insight.flush()

    disk.broken(tried)
    assert _counted(house) == 0
    house.insight.flush()
    house.insight.flush()
    assert _counted(house) == 24


def _counted(house: House) -> int:
    """Returns how many reports stand in the sums."""
    with house.database.read() as session:
        return sum(row.n - OFFSET for row in session.query(CellRow))


def test_nothing_is_told_that_was_not_written_down_as_spent(disk: Disk) -> None:
    """A story that begins while the disk is broken draws no questions and tells nothing; the next one that begins on a well disk does."""
    part = Part(disk.folder, "http://127.0.0.1:1")
    assert part.join()
    try:

        def tried() -> None:
            assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE) == ()

        disk.broken(tried)
        assert Ledger(disk.folder / FOLDER / LEDGER)._read() in ({}, None)
        assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE)
        assert set(Ledger(disk.folder / FOLDER / LEDGER)._read() or ()) == {"lamp"}
    finally:
        part.close()


def test_a_confirmed_vote_counts_and_a_refused_one_can_be_given_again(disk: Disk, empty_sqlite: Path) -> None:
    """While the disk is broken votes are refused and the room stands; given again, everybody's vote counts once."""
    path = disk.folder / "rooms.sqlite"
    shutil.copy(empty_sqlite, path)
    database = Database(f"sqlite:///{path}")
    try:
        room = led(service.group(database))
        tokens = room.join(6)
        room.ask()
        room.vote(tokens[0], 1)
        refused: list[bytes] = []

        def tried() -> None:
            for token in tokens:
                try:
                    room.vote(token, 2)
                except DatabaseFault:
                    refused.append(token)
            assert room.mine(tokens[0]).seat

        disk.broken(tried)
        assert refused or isinstance(disk, Full)
        for token in refused:
            room.vote(token, 2)
        room.step("close")
        room.step("reveal")
        shown = room.group.rooms.state(room.leader).round
        assert shown is not None
        assert list(shown.votes or ()) == [0, 6, 0]
    finally:
        database.close()
