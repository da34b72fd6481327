"""What leaves a window for insight: nothing while it is off, nothing beside contact, and else what was shown before."""

from __future__ import annotations

import socket
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.insight.book import DELAY, OPEN
from game.scenes.shell import Route
from tests.game.contact.wire import Wire
from tests.game.scenes import tellings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from tests.game.contact.house import House
    from tests.game.scenes.player import Player

NOW = 1_800_000_000


@dataclass
class Counter:
    """Counts what this process asks of any network; it counts only while it is `on`, since a hook can never be taken off again."""

    on: bool = False
    found: list[str] = field(default_factory=list)

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        """Takes note of a connection, a lookup, or a packet."""
        if self.on and event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}:
            # A screen and a sound card are spoken to over sockets of this device, which have no address.
            family = getattr(given[0], "family", socket.AF_INET)
            if family != socket.AF_UNIX:
                self.found.append(f"{event} {given[1:]}")


_COUNTER = Counter()
_HOOKED: list[bool] = []


@pytest.fixture
def packets() -> Generator[list[str]]:
    """Gives what goes out of this process from here on."""
    if not _HOOKED:
        sys.addaudithook(_COUNTER)
        _HOOKED.append(True)
    _COUNTER.found.clear()
    _COUNTER.on = True
    yield _COUNTER.found
    _COUNTER.on = False


@pytest.mark.usefixtures("known")
def test_off_is_no_packet_at_all(player: Player, packets: list[str]) -> None:
    """A whole story with its help, settings and every page about taking part, and after it was on and off again: nothing leaves."""
    tellings.begin(player)
    tellings.read_through(player)
    player.app.director.only()
    for route in (Route.HELP, Route.SETTINGS, Route.INSIGHT, Route.INSIGHT_HOW, Route.INSIGHT_TOLD):
        player.go(route)
        player.frame()
    assert player.app.shell.telling is not None
    assert not player.app.shell.telling.part.on
    player.app.director.only()
    player.go(Route.INSIGHT)
    for _ in range(2):
        player.top.press(player.widget("insight"))
    tellings.begin(player)
    tellings.read_through(player)
    time.sleep(0.5)
    assert packets == []
    # The counter counts.
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", 9), timeout=5)
    assert packets


@pytest.mark.usefixtures("everything")
def test_from_the_first_page_to_the_server(player: Player, house: House) -> None:
    """What was noted is blurred after three days, waits, can be read and taken back, and the rest reaches a real server."""
    wire = Wire(house.port)
    clock = [NOW]
    part = tellings.ticking(player, wire.origin, clock)
    tellings.begin(player)
    tellings.read_through(player)
    player.go(Route.INSIGHT_TOLD)
    assert "Drawn for you" in tellings.text_of(player)
    clock[0] = NOW + OPEN
    part._stir()
    _until(lambda: not part.book.pages.open)
    player.top.refresh()
    assert tellings.text_of(player).count("Not before") == 5
    assert 'low-water@1.0.0/how_it_ended","a":' in tellings.text_of(player)
    player.top.press(player.widget("cancel-0"))
    assert tellings.text_of(player).count("Not before") == 4
    clock[0] = NOW + OPEN + DELAY
    part._stir()
    _until(lambda: len(part.book.pages.sent) == 4)
    player.top.refresh()
    assert tellings.text_of(player).count("Sent on") == 4
    assert len(wire.seen) == 4
    wire.close()


def test_contact_and_insight_never_share_a_moment(player: Player, house: House, attached: None, tmp_path: Path) -> None:
    """A report is on its way as somebody opens contact: who answers is asked only once it is over; while contact is open none goes."""
    del attached
    before = len(house.wire.seen)
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        clock = [NOW]
        part = tellings.ticking(player, f"http://127.0.0.1:{listening.getsockname()[1]}", clock)
        tellings.begin(player)
        clock[0] = NOW + OPEN + DELAY
        part._stir()
        line, _ = listening.accept()
        player.go(Route.CONTACT)
        time.sleep(0.5)
        assert len(house.wire.seen) == before
        line.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        line.close()
        _until(lambda: _shown(player))
        assert len(house.wire.seen) > before
        listening.settimeout(2.5)
        with pytest.raises(TimeoutError):
            listening.accept()
        assert part.book.pages.waiting
        player.app.director.back()
        listening.settimeout(20)
        listening.accept()[0].close()
    del tmp_path


def _shown(player: Player) -> bool:
    for event in pygame.event.get():
        player.app.handle(event)
    return player.app.shell.contact is not None and player.app.shell.contact.directory is not None


def _until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
