"""What is past its days is gone: rows, freed pages, the log of writes, and what a restored backup could open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from server import app as application
from server import migrate
from server.contact import backup as backups
from server.contact.models import Conversation, Entry, Epoch, Mailbox, Member, Wrap
from server.contact.streams import Actor
from server.contact.sweep import sweep
from server.db import Database
from server.errors import ConfigurationError
from server.keys import opened
from tests.server.client import Thread, b64, read, rekey, send, unb64
from tests.server.dump import heap
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from server.app import House
    from tests.server.client import Client
    from tests.server.organisation import Organisation

DAYS = 60
LETTERS = (Conversation, Entry, Epoch, Mailbox, Member, Wrap)


class Calendar:
    """A day that is turned by hand."""

    def __init__(self, house: House) -> None:
        """Stands at today, and has the house follow."""
        self.first = self.day = house.letters.today()
        house.letters.today = lambda: self.day

    def turn(self, days: int) -> dt.date:
        """Goes to so many days after the first."""
        self.day = self.first + dt.timedelta(days=days)
        return self.day


def _counts(house: House) -> dict[str, int]:
    """Returns how many rows the tables of letters have."""
    with house.database.read() as session:
        return {table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0 for table in LETTERS}


def _clean(house: House, *marks: bytes) -> bool:
    """Tells whether the database's files and the data folder hold none of some marks."""
    kept = heap(house) + b"".join(path.read_bytes() for path in house.config.folder.iterdir() if path.is_file())
    return not any(mark in kept for mark in marks)


def test_23_what_is_past_its_days_is_gone(app: Flask, organisation: Organisation) -> None:
    """After the sweep no row, freed page or log of writes holds a byte of a letter, a vault or a key that is past its days."""
    house, calendar = organisation.house, Calendar(organisation.house)
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    sealed = [unb64(entry["sealed"]) for entry in read(client, thread).body["entries"]]
    vault = unb64(client.post("look").body["vault"]["sealed"])
    keys = [bytes(box) for box in house.keys.find_all(thread.id).values()]
    marks = (sealed[0][40:90], vault[40:90], keys[0], thread.id, client.mailbox, client.person.pid)
    assert not any(_clean(house, mark) for mark in marks)
    assert sweep(house.database, house.keys, calendar.turn(DAYS - 1)) == 0
    assert read(client, thread).status == 200
    assert sweep(house.database, house.keys, calendar.turn(DAYS)) == 1
    assert not any(_counts(house).values())
    assert all(_clean(house, mark) for mark in marks)
    assert client.post("look").body == {"vault": None, "conversations": []}


def test_23_an_epoch_goes_as_a_whole_and_the_rest_stays(app: Flask, organisation: Organisation) -> None:
    """Only what is past its days goes: a conversation that goes on keeps its later epochs, its mailbox and its place in the list."""
    house, calendar = organisation.house, Calendar(organisation.house)
    wire = AppWire(app)
    client = organisation.client(wire)
    thread = client.open(organisation.duty())
    calendar.turn(30)
    people = [client.person, organisation.people["maren"]]
    assert rekey(client, thread, people, "rotate").status == 200
    assert send(client, thread, {"t": "text", "text": "later"}).status == 200
    assert sweep(house.database, house.keys, calendar.turn(DAYS)) == 1
    answer = read(client, thread).body
    assert [entry["epoch"] for entry in answer["entries"]] == [1, 1]
    assert [wrap["epoch"] for wrap in answer["wraps"]] == [1]
    assert client.post("look").body["conversations"][0]["last"] == 2
    assert house.keys.all() == {(thread.id, 1)}
    assert sweep(house.database, house.keys, calendar.turn(DAYS + 30)) == 1
    assert not any(_counts(house).values())


def test_23_a_deleted_conversation_leaves_no_byte(app: Flask, organisation: Organisation) -> None:
    """What a client deletes is out of the keys at once, and out of every file after the next sweep."""
    house = organisation.house
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    sealed = unb64(read(client, thread).body["entries"][0]["sealed"])
    assert client.post("erase", what="conversation", conversation=b64(thread.id)).status == 200
    assert house.keys.all() == set()
    assert not any(_counts(house).values())
    sweep(house.database, house.keys, house.letters.today())
    assert _clean(house, sealed[40:90], thread.id, client.mailbox)


def test_23_a_restored_backup_opens_nothing_that_was_swept(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """A backup made before the sweep holds no key; restored after it, on either database, not one wrap of it opens any more."""
    house, calendar = organisation.house, Calendar(organisation.house)
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    copy = tmp_path / "backup"
    keys = [bytes(box) for box in house.keys.find_all(thread.id).values()]
    backups.backup(house.database, copy)
    assert keys[0] not in copy.read_bytes()
    assert unb64(read(client, thread).body["entries"][0]["sealed"])[40:90] in copy.read_bytes()
    sweep(house.database, house.keys, calendar.turn(DAYS))
    source = Database(f"sqlite:///{copy}")
    with source.read() as session:
        wraps = list(session.scalars(select(Wrap.sealed)))
    source.close()
    assert len(wraps) == 3
    assert [opened(box, wrap) for wrap in wraps for box in house.keys.find_all(thread.id).values()] == []
    back = _restored(house, copy, tmp_path)
    try:
        assert not any(_counts(back).values())
    finally:
        back.close()


def _asker(client: Client) -> Actor:
    """Returns the client as the service knows them."""
    return Actor(mailbox=client.mailbox)


def _restored(house: House, copy: Path, tmp_path: Path) -> House:
    """Returns a house on a new SQLite database that was filled from a backup, beside the shredding keys there are."""
    folder = tmp_path / "again"
    folder.mkdir(mode=0o700)
    for name in ("keys.sqlite", "server.secret"):
        (folder / name).write_bytes((house.config.folder / name).read_bytes())
    settings = house.config.model_copy(update={"folder": folder, "database": ""})
    database = Database(settings.database_url)
    backups.restore(copy, database, settings.keys)
    database.close()
    return application.build(settings)


def test_a_backup_brings_everything_else_back(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """With the keys still there, a restored backup reads as before: letters, wraps, the signed list, staff."""
    house = organisation.house
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty(), "still here?")
    copy = tmp_path / "backup"
    backups.backup(house.database, copy)
    assert copy.stat().st_mode & 0o077 == 0
    back = _restored(house, copy, tmp_path)
    try:
        assert _counts(back) == _counts(house)
        seen = Thread(thread.id)
        answer = back.letters.read(_asker(client), thread.id, -1)
        assert seen.take(client.person, answer)[0]["text"] == "still here?"
        assert back.people.everyone() == house.people.everyone()
    finally:
        back.close()


def test_what_a_client_deleted_since_the_backup_stays_closed(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """A conversation that its client deleted after the backup does not come back with it; another one does."""
    house, wire = organisation.house, AppWire(app)
    gone, kept = organisation.client(wire), organisation.client(wire)
    thread, other = gone.open(organisation.duty()), kept.open(organisation.duty())
    backups.backup(house.database, tmp_path / "backup")
    assert gone.post("erase", what="conversation", conversation=b64(thread.id)).status == 200
    back = _restored(house, tmp_path / "backup", tmp_path)
    try:
        assert _counts(back)["conversations"] == _counts(back)["mailboxes"] == 1
        assert back.letters.read(_asker(kept), other.id, -1)["wraps"]
    finally:
        back.close()


def test_a_backup_is_not_restored_without_the_keys_by_accident(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """Where the file of shredding keys is missing the operator is told; if they say so, everything but letters comes back."""
    house = organisation.house
    organisation.client(AppWire(app)).open(organisation.duty())
    backups.backup(house.database, tmp_path / "backup")
    database = Database(f"sqlite:///{tmp_path / 'new.sqlite'}")
    with pytest.raises(ConfigurationError):
        backups.restore(tmp_path / "backup", database, tmp_path / "keys.sqlite")
    assert backups.restore(tmp_path / "backup", database, tmp_path / "keys.sqlite", without_letters=True) == 1
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Entry)) == 0
    database.close()


def test_a_backup_restores_into_either_database(app: Flask, organisation: Organisation, database_url: str, tmp_path: Path) -> None:
    """A backup is refused by a database that is in use, and taken by the same one once its tables are empty."""
    house = organisation.house
    organisation.client(AppWire(app)).open(organisation.duty())
    copy, before = tmp_path / "backup", _counts(house)
    backups.backup(house.database, copy)
    with pytest.raises(ConfigurationError):
        backups.backup(house.database, copy)
    with pytest.raises(ConfigurationError):
        backups.restore(copy, house.database, house.config.keys)
    with pytest.raises(ConfigurationError):
        backups.restore(tmp_path / "nothing", house.database, house.config.keys)
    migrate.downgrade(house.database, "base")
    backups.restore(copy, house.database, house.config.keys)
    assert _counts(house) == before
    assert (database_url == "") == house.database.is_sqlite


def test_a_backup_is_made_while_letters_come(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """A backup made between two letters holds whole conversations only."""
    house = organisation.house
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    backups.backup(house.database, tmp_path / "first")
    assert send(client, thread, {"t": "text", "text": "two"}).status == 200
    backups.backup(house.database, tmp_path / "second")
    for name, last in (("first", 0), ("second", 1)):
        copy = Database(f"sqlite:///{tmp_path / name}")
        with copy.read() as session:
            assert session.scalars(select(Conversation.last)).one() == last
            assert session.scalar(select(func.count()).select_from(Entry)) == last + 1
        copy.close()


def test_no_backup_holds_a_session(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """Whoever has a backup cannot go on where somebody of the staff was signed in."""
    from server.accounts.models import StaffSession

    house = organisation.house
    organisation.counsellor(AppWire(app), "maren")
    backups.backup(house.database, tmp_path / "backup")
    copy = Database(f"sqlite:///{tmp_path / 'backup'}")
    with copy.read() as session:
        assert session.scalar(select(func.count()).select_from(StaffSession)) == 0
    copy.close()


def test_keys_of_letters_that_never_came_are_swept(organisation: Organisation) -> None:
    """A key whose letter was not stored stays for one sweep, because the letter may be on its way, and goes with the next."""
    house = organisation.house
    house.keys.make(b"0123456789abcdef", 0)
    sweep(house.database, house.keys, house.letters.today())
    assert len(house.keys.all()) == 1
    sweep(house.database, house.keys, house.letters.today())
    assert house.keys.all() == set()
