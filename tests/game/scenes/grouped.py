"""A group that plays with a real server beside the game: its phones come in over real lines."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame

from game.scenes.group_door import GroupDoor
from game.scenes.group_vote import GroupVote
from game.scenes.shell import Route
from tests.server.group.hosted import Line, Phone

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from game.scenes.party import Party
    from tests.game.scenes.player import Player


def until(player: Player, holds: Callable[[], object], seconds: float = 40.0) -> None:
    """Lets the program run until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"it does not come to hold on {player.top!r}"
        for event in pygame.event.get():
            player.app.handle(event)
        time.sleep(0.01)
    player.top.refresh()


def party_of(player: Player) -> Party:
    """Returns the group that plays along."""
    assert player.app.shell.party is not None
    return player.app.shell.party


def text_of(player: Player) -> str:
    """Returns every word of the screen on top."""
    return "\n".join(f"{widget.name} {widget.value}" for widget in player.top.widgets)


def read_to_vote(player: Player) -> None:
    """Reads on with Space until the group is asked."""
    while not isinstance(player.top, GroupVote):
        player.press(pygame.K_SPACE)
    until(player, lambda: party_of(player).round is not None)


@contextmanager
def starting() -> Generator[Callable[[Player, int], list[Phone]]]:
    """Gives what opens the way in from the story's note, and has phones come in; their lines are closed with the test."""
    found: list[Phone] = []

    def begin(player: Player, count: int) -> list[Phone]:
        player.app.shell.chosen = player.app.shell.shelf[0]
        player.go(Route.NOTE)
        player.top.press(player.widget("group"))
        assert isinstance(player.top, GroupDoor)
        party = party_of(player)
        until(player, lambda: party.host.room is not None)
        assert party.host.ready is not None
        found.extend(Phone(Line(party.host.ready.port), party.code) for _ in range(count))
        assert all(phone.join() == 303 for phone in found)
        until(player, lambda: party.host.room is not None and party.host.room.here == count)
        return found

    try:
        yield begin
    finally:
        for phone in found:
            phone.line.close()
