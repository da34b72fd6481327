"""A group comes to the end, goes back, votes once more, and finds both votes in the sums: with a real server and real phones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes.group_end import GroupEnd
from game.scenes.group_talk import GroupTalk
from game.scenes.group_vote import GroupVote
from game.scenes.group_ways import GroupWays
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from tests.game.scenes import parties
from tests.game.scenes.grouped import party_of, read_to_vote, text_of, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player
    from tests.server.group.hosted import Phone


def decide(player: Player, phones: list[Phone], choice: int) -> None:
    """Has every phone vote for one choice, and the room take it."""
    party = party_of(player)
    read_to_vote(player)
    assert party.round is not None
    number = party.round.number
    for phone in phones:
        phone.vote(number, choice)
    until(player, lambda: party.host.room is not None and party.host.room.answered == len(phones))
    for step in ("close", "reveal"):
        party.host.step(step)
    until(player, lambda: party.round is not None and party.round.leading == choice)
    player.top.press(player.widget("step"))
    assert isinstance(player.top, ReadingScreen)


def to_end(player: Player, phones: list[Phone], choice: int) -> None:
    """Plays to an ending, and leaves it."""
    reading = player.top
    while player.session.page.choices:
        decide(player, phones, choice)
        reading = player.top
    assert isinstance(reading, ReadingScreen)
    while not reading.shows_choices:
        player.press(pygame.K_SPACE)
    player.top.press(player.widget("choice-0"))


def test_a_group_goes_back_and_both_votes_stay(player: Player, started: Callable[[Player, int], list[Phone]]) -> None:
    """The end leads to the talk and not to the shelf; going back keeps the journey, and each vote has its own line in the sums."""
    phones = started(player, 5)
    party = party_of(player)
    player.top.press(player.widget("begin"))
    to_end(player, phones, 1)
    assert isinstance(player.top, GroupTalk)
    assert "116 123" in text_of(player)
    whole = player.session.journey.record()
    player.top.press(player.widget("ways"))
    assert isinstance(player.top, GroupWays)
    assert "first" not in player.keys
    player.top.press(player.widget("turn-0"))
    player.top.press(player.widget("yes"))
    assert isinstance(player.top, GroupVote)
    assert len(player.session.journey.turns) == 1
    player.app.shell.banner = ""
    decide(player, phones, 2)
    assert player.session.journey.turns[0].chosen == 1
    player.go(Route.MENU)
    player.top.press(player.widget("room"))
    player.top.press(player.widget("ways"))
    player.top.press(player.widget("first"))
    assert player.session.journey.record().turns == whole.turns
    assert party.first is None
    player.app.shell.banner = ""
    player.go(Route.GROUP_TALK)
    player.top.press(player.widget("end"))
    player.top.press(player.widget("yes"))
    assert isinstance(player.top, GroupEnd)
    until(player, lambda: party.host.summary is not None)
    assert party.host.summary is not None
    asked = [one.question for one in party.host.summary.rounds]
    assert asked.count(asked[0]) == 2
    assert "Asked once more" in text_of(player)


def test_the_menu_leads_to_the_room_while_a_group_plays(player: Player) -> None:
    """The room is one press away, a group ends in its talk, and what belongs to one reader alone is not offered."""
    parties.asked(player)
    player.app.director.back()
    player.press(pygame.K_ESCAPE)
    assert {"room", "talk"} <= {*player.keys}
    assert not {"shelf", "ways", "load"} & {*player.keys}
    player.top.press(player.widget("talk"))
    assert isinstance(player.top, GroupTalk)


def test_only_what_the_group_saw_can_be_gone_back_to(player: Player) -> None:
    """Choices that were not put to the group have no row, whatever else was read on this device."""
    parties.begun(player)
    player.go(Route.GROUP_WAYS)
    assert not [key for key in player.keys if key.startswith("turn-")]
