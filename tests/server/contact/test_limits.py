"""Limits by where requests come from: for each place alone, and without a note of any place."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from server.limits import Addresses
from tests.server.dump import everything
from tests.server.wires import AppWire, post

if TYPE_CHECKING:
    import pytest
    from flask import Flask

    from tests.server.organisation import Organisation


def test_16_one_place_is_slowed_and_no_other(app: Flask, organisation: Organisation) -> None:
    """An address that asks too often is answered with `slow`; another one is answered as ever, and may still write."""
    flood, other = AppWire(app, "192.0.2.66"), AppWire(app, "198.51.100.1")
    answers = [post(flood, "/api/v1/challenge", {"action": "session"}) for _ in range(620)]
    assert answers[0].status == 200
    assert (answers[-1].status, answers[-1].error) == (429, "slow")
    organisation.client(other).open(organisation.duty())


def test_16_no_address_is_stored(app: Flask, organisation: Organisation) -> None:
    """No address is in the database after a first letter."""
    address = "203.0.113.77"
    organisation.client(AppWire(app, address)).open(organisation.duty())
    kept = everything(organisation.house)
    assert organisation.people["maren"].staff in kept
    assert address.encode() not in kept


def test_16_a_mark_means_nothing_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same address has the same mark all day, another on the next, another after a restart, and shares it with no other."""
    days = [dt.datetime(2026, 3, 1, tzinfo=dt.UTC)]

    class Clock(dt.datetime):
        """A clock that is turned by hand."""

        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]  # a datetime is enough
            """Returns the day it is."""
            assert tz is dt.UTC
            return days[0]

    monkeypatch.setattr("server.limits.dt.datetime", Clock)
    addresses = Addresses()
    first = addresses.mark("192.0.2.1")
    assert addresses.mark("192.0.2.1") == first
    assert addresses.mark("192.0.2.2") != first
    assert Addresses().mark("192.0.2.1") != first
    days[0] += dt.timedelta(days=1)
    assert addresses.mark("192.0.2.1") != first
