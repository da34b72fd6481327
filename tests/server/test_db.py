"""The database as the server holds on to it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from server import db
from server.contact.models import Mailbox, Spent

if TYPE_CHECKING:
    from server.app import House

END_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def test_connections_that_rested_while_the_server_went_away_are_taken_anew(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """After PostgreSQL ended every connection, one that rested is replaced unseen; of those in use at most one request fails."""
    database = house.database
    if database.is_sqlite:
        assert database.execute_outside("SELECT 1") == [[(1,)]]
        return
    with database.read() as session:
        assert session.scalar(text("SELECT 1")) == 1
    other = db.Database(house.config.database_url)
    other.execute_outside(END_OTHERS)
    other.close()
    monkeypatch.setattr(db, "REST_SECONDS", -1.0)
    with database.read() as session:
        assert session.scalar(text("SELECT 1")) == 1
    monkeypatch.undo()
    other = db.Database(house.config.database_url)
    other.execute_outside(END_OTHERS)
    other.close()
    with pytest.raises(OperationalError), database.read() as session:
        session.scalar(text("SELECT 1"))
    with database.read() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_rows_of_several_tables_and_a_change_are_kept_together_or_not_at_all(house: House) -> None:
    """What is put together is there afterwards, equal values in every place; where one row is refused, nothing of it is."""
    day, one, other = dt.date(2026, 1, 2), b"1" * 16, b"2" * 16
    box = {"vault": b"sealed", "vault_version": 1, "day": day}
    with house.database.write_rows() as connection:
        db.put(connection, (Spent, [{"digest": b"d" * 32, "day": day}]), (Mailbox, [{"id": one, **box}, {"id": other, **box}]))
    change = db.Change(Mailbox, {"id": one}, {"vault_version": 2})
    with house.database.write_rows() as connection:
        db.put(connection, (Spent, []), (Spent, [{"digest": b"e" * 32, "day": day}]), change=change)
    again = db.Change(Mailbox, {"id": other}, {"vault_version": 3})
    with pytest.raises(IntegrityError), house.database.write_rows() as connection:
        db.put(connection, (Mailbox, [{"id": b"3" * 16, **box}]), (Spent, [{"digest": b"e" * 32, "day": day}]), change=again)
    with house.database.read() as session:
        boxes = session.execute(select(Mailbox.id, Mailbox.vault, Mailbox.vault_version, Mailbox.day).order_by(Mailbox.id)).all()
        spent = session.execute(select(Spent.digest, Spent.day).order_by(Spent.digest)).all()
    assert [tuple(row) for row in boxes] == [(one, b"sealed", 2, day), (other, b"sealed", 1, day)]
    assert [tuple(row) for row in spent] == [(b"d" * 32, day), (b"e" * 32, day)]
