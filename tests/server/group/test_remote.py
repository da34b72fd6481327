"""Groups over the internet: whoever leads signs in from the game, once and for nothing but the room; phones come in at the server."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pyotp
import pytest
from sqlalchemy import func, select

from game.group.account import Account
from game.group.errors import AccountError
from game.group.host import Host, fresh_id
from game.group.room import Choice
from server.accounts import demo
from server.accounts.models import StaffSession
from server.accounts.requests import Person
from server.group.models import RoomRow
from tests.server.group.hosted import Line, Phone
from tests.server.wires import AppWire, post

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager
    from subprocess import Popen

    from flask import Flask

    from server.app import House
    from server.config import Config
    from tests.server.organisation import Organisation

PASSPHRASE = "lantern paper demo lamp"  # noqa: S105  of somebody made up
CHOICES = (Choice({"en": "Stay."}), Choice({"en": "Go."}))


def until(holds: Callable[[], object]) -> None:
    """Waits until something holds."""
    end = time.monotonic() + 40
    while not holds():
        assert time.monotonic() < end, "it does not come to hold"
        time.sleep(0.02)


@pytest.fixture
def code(house: House, organisation: Organisation) -> Callable[[], str]:
    """Has somebody be there who may open rooms and nothing else; returns what makes their codes, each for another step."""
    person = Person(name="noor", display="Noor", roles=["facilitator"], languages=["en"])
    _, account = demo.enrol(house, demo.Made(person, PASSPHRASE), organisation.deployment)
    steps = iter(range(-1, 2))
    return lambda: str(pyotp.TOTP(account.totp).at(int(time.time()) + 30 * next(steps)))


@pytest.fixture
def opens(
    settings: Config, house: House, served: Callable[[Config], AbstractContextManager[Popen[bytes]]]
) -> Generator[Callable[[str, str], Host]]:
    """Gives what opens a room at a served organisation with a passphrase and a code, as the game does."""
    del house
    found: list[Host] = []

    def opened(passphrase: str, code: str) -> Host:
        found.append(Host(Account(settings.origin, "", " Noor ", passphrase, code), fresh_id(), {"en": "Low Water"}, lambda: None))
        found[-1].start()
        until(lambda: found[-1].room is not None or found[-1].trouble is not None)
        return found[-1]

    with served(settings):
        yield opened
        for host in found:
            host.close()


def _count(house: House, table: type[RoomRow | StaffSession]) -> int:
    """Returns how many rows a table has."""
    with house.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_facilitator_leads_from_the_game_over_the_internet(
    settings: Config, house: House, code: Callable[[], str], opens: Callable[[str, str], Host]
) -> None:
    """Signed in with both factors, the game leads a vote of six; its session ends once the room is there, and the room in the end."""
    before = _count(house, StaffSession)
    host = opens(PASSPHRASE, code())
    assert host.trouble is None
    assert host.opened is not None
    assert host.ready is not None
    assert host.ready.addresses == (f"localhost:{settings.port}",)
    assert _count(house, StaffSession) == before
    phones = [Phone(Line(settings.port), host.opened.code) for _ in range(6)]
    assert [phone.join() for phone in phones] == [303] * 6
    host.ask("gate-3", {"en": "What do you say?"}, CHOICES)
    until(lambda: host.room is not None and host.room.round is not None)
    assert [phone.vote(1, 1 + (at == 0)) for at, phone in enumerate(phones)] == [303] * 6
    host.step("reveal")
    until(lambda: host.room is not None and host.room.round is not None and host.room.round.votes == (5, 1))
    host.end()
    until(lambda: host.summary is not None)
    host.close()
    assert _count(house, RoomRow) == 0
    for phone in phones:
        phone.line.close()


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_who_is_not_let_in_is_told_so_and_not_tried_again(house: House, code: Callable[[], str], opens: Callable[[str, str], Host]) -> None:
    """A wrong passphrase and a used code each end the attempt with one sentence; nothing of what was typed is kept, and no room is made."""
    once = code()
    for passphrase, given in (("another passphrase", once), (PASSPHRASE, "000000")):
        host = opens(passphrase, given)
        assert isinstance(host.trouble, AccountError)
        assert isinstance(host._process, Account)
        assert host._process._said is None
    good = opens(PASSPHRASE, once)
    assert good.trouble is None
    used = opens(PASSPHRASE, once)
    assert isinstance(used.trouble, AccountError)
    assert _count(house, RoomRow) == 1


def test_a_facilitator_may_open_rooms_and_nothing_else(app: Flask, organisation: Organisation, house: House) -> None:
    """No letter, no colleague, no figure: every other door of the console is closed to the role, and one without any role makes no room."""
    with house.database.write() as session:
        session.connection().exec_driver_sql("UPDATE staff SET roles = 'facilitator' WHERE name = 'ines'")
        session.connection().exec_driver_sql("UPDATE staff SET roles = 'supervisor' WHERE name = 'yusuf'")
    wire = AppWire(app)
    ines, yusuf = (organisation.counsellor(wire, name) for name in ("ines", "yusuf"))
    made = {"id": fresh_id()}
    assert post(wire, "/api/v1/group/create", made, ines.headers()).status == 200
    assert post(wire, "/api/v1/group/create", made, yusuf.headers()).status == 403
    for path in ("queue", "mine", "admin/people", "admin/offers", "admin/audit"):
        assert post(wire, f"/console/api/{path}", {}, ines.headers()).status == 403, path
