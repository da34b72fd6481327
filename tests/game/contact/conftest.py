"""A real server with two counsellors, once for all tests here, and games that write to it."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from game.contact.correspondence import Correspondence
from tests.game.contact.house import House

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from game.contact.post import Ticket
    from tests.game.contact.counsellor import Counsellor

T = TypeVar("T")
PATIENCE = 60.0


@dataclass
class Office:
    """The server, and who works there: two answer letters, one talks."""

    house: House
    maren: Counsellor
    yusuf: Counsellor
    ines: Counsellor


@dataclass
class Game:
    """A game with contact open."""

    contact: Correspondence
    folder: Path
    woken: threading.Event = field(default_factory=threading.Event)

    def wait(self, ticket: Ticket[T]) -> T:
        """Returns what a ticket comes to, or raises what it ends with."""
        end = time.monotonic() + PATIENCE
        while not ticket.ended and time.monotonic() < end:
            self.woken.wait(0.05)
            self.woken.clear()
        assert ticket.ended, "nothing came of it in time"
        self.contact.poll()
        return ticket.result

    def until(self, holds: Callable[[], Any], seconds: float = 10.0) -> bool:
        """Tells whether something comes to hold in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            time.sleep(0.02)
        return False


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Generator[Office]:
    """Gives the server with its counsellors."""
    house = House(tmp_path_factory.mktemp("server"))
    try:
        house.start()
        maren = house.enrol("Maren", age="40s", gender="woman")
        yusuf, ines = house.enrol("Yusuf", "former"), house.enrol("Ines", "peer")
        house.offer("letters", [maren, yusuf], topics=["leaving"], ages=[12, 27])
        house.offer("talk", [ines], times=["evenings"])
        house.sign()
        yield Office(house, maren, yusuf, ines)
    finally:
        house.close()


@pytest.fixture
def play(office: Office, tmp_path: Path) -> Generator[Callable[[], Game]]:
    """Gives games, each on a device of its own; all are left at the end."""
    games: list[Game] = []

    def begin() -> Game:
        folder, woken = tmp_path / f"device {len(games)}", threading.Event()
        games.append(Game(Correspondence(office.house.configuration, "en", woken.set, folder), folder, woken))
        return games[-1]

    yield begin
    office.house.wire.cut_next(-1, office.house.wire.cut)
    for game in games:
        game.contact.stop()
    assert all(game.contact.join(20) for game in games)


@pytest.fixture
def game(play: Callable[[], Game]) -> Game:
    """Gives one game."""
    return play()
