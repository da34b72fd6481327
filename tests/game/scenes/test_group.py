"""A group plays: the game on the projector, a real server beside it, and phones that vote over real lines."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec
import pygame
import pytest

from game.scenes.group_end import GroupEnd, table
from game.scenes.group_vote import GroupVote
from game.scenes.reading import ReadingScreen
from game.scenes.shell import GROUP_TEXT, Route
from game.scenes.title import TitleScreen
from tests.game.scenes import parties
from tests.game.scenes.grouped import party_of, read_to_vote, text_of, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player
    from tests.server.group.hosted import Phone


def test_a_group_reads_votes_talks_and_ends(player: Player, started: Callable[[Player, int], list[Phone]]) -> None:
    """One press starts it all; the story stops at its choices; what the room decided is taken; at the end there are sums alone."""
    phones = started(player, 8)
    party = party_of(player)
    assert f"{party.code[:3]} {party.code[3:]}" in text_of(player)
    assert "8 are here" in text_of(player)
    assert player.focus == "begin"
    assert player.app.shell.text_size == GROUP_TEXT
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)
    read_to_vote(player)
    for at, phone in enumerate(phones):
        phone.vote(1, 2 if at < 5 else 1)
    until(player, lambda: party.host.room is not None and party.host.room.answered == 8)
    assert "8 of 8 have answered" in text_of(player)
    assert "votes" not in text_of(player)
    player.press(pygame.K_1)
    until(player, lambda: party.round is not None and party.round.talk == 1)
    assert "What might make someone choose 1?" in text_of(player)
    for step in ("closed", "revealed"):
        assert player.focus == "step"
        player.press(pygame.K_RETURN)
        until(player, lambda step=step: party.round is not None and party.round.state == step)  # type: ignore[misc]  # bound here
    assert "5 votes" in text_of(player)
    assert "Go this way: 2" in text_of(player)
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)
    assert player.session.journey.turns[0].chosen == 1
    player.go(Route.GROUP_ROOM)
    player.top.press(player.widget("end"))
    player.top.press(player.widget("yes"))
    assert isinstance(player.top, GroupEnd)
    until(player, lambda: party.host.summary is not None)
    assert "5 votes" in text_of(player)
    assert "116 123" in text_of(player)
    player.top.press(player.widget("keep"))
    (kept,) = player.paths.exports.glob("threshold-group*.csv")
    rows = list(csv.reader(io.StringIO(kept.read_text("utf-8-sig"))))
    assert [row[4] for row in rows[1:]] == ["3", "5", "0"][: len(rows) - 1]
    player.top.press(player.widget("done"))
    assert isinstance(player.top, TitleScreen)
    assert player.app.shell.party is None
    assert not (player.paths.data / "group").exists()
    assert player.app.shell.text_size == 100


def test_fewer_than_five_are_never_shown(player: Player, started: Callable[[Player, int], list[Phone]]) -> None:
    """Four phones vote: nobody sees how; whoever leads decides, and is asked before they do."""
    phones = started(player, 4)
    party = party_of(player)
    player.top.press(player.widget("begin"))
    read_to_vote(player)
    for phone in phones:
        phone.vote(1, 1)
    until(player, lambda: party.host.room is not None and party.host.room.answered == 4)
    party.host.step("reveal")
    until(player, lambda: party.round is not None and party.round.state == "revealed")
    assert "fewer than five" in text_of(player)
    assert all(not player.widget(f"choice-{number}").value for number in range(len(player.session.page.choices)))
    assert "step" not in player.keys
    player.press(pygame.K_2)
    player.top.press(player.widget("yes"))
    assert isinstance(player.top, ReadingScreen)
    assert player.session.journey.turns[0].chosen == 1


def test_a_choice_is_never_taken_past_the_group(player: Player) -> None:
    """Where a group reads along, choices in the story lead to the vote; going back from it keeps the story where it is."""
    parties.asked(player)
    player.app.director.back()
    assert isinstance(player.top, ReadingScreen)
    before = len(player.session.journey.turns)
    player.press(pygame.K_1)
    assert isinstance(player.top, GroupVote)
    assert len(player.session.journey.turns) == before


def test_a_tie_is_said_and_decided_by_nobody(player: Player) -> None:
    """Where several lead together there is no way that is called theirs."""
    parties.asked(player, "revealed", votes=(9, 9, 5), tie=(1, 2))
    assert "Several have the same number" in text_of(player)
    assert "step" not in player.keys
    assert "again" in player.keys


def test_choices_come_in_every_language_of_the_story(player: Player) -> None:
    """Phones get question and choices in each language that tells them."""
    party = parties.asked(player)
    (said,) = [order for order in list(party.host._orders.queue) if order is not None and order[0] == "ask"]
    choices = said[1]["choices"]
    assert all({*choice["text"]} == {"en", "ar"} for choice in choices)
    assert {*said[1]["text"]} == {"en", "ar"}


def test_sums_say_what_was_talked_about_and_nothing_under_five() -> None:
    """The question that was talked about stands beside its choice; of fewer than five answers there is no number."""
    rounds = parties.SUMMARY.rounds
    talked = msgspec.structs.replace(rounds[0].choices[0], prompt={"en": "What might make someone wait?"})
    first = msgspec.structs.replace(rounds[0], choices=(talked,))
    rows = [*csv.reader(io.StringIO(table(msgspec.structs.replace(parties.SUMMARY, rounds=(first, rounds[1])), "en")))][1:]
    assert [(row[2], row[5]) for row in rows] == [("23", "What might make someone wait?"), ("", "")]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "@x", "-2"])
def test_tables_hold_nothing_that_computes(cell: str) -> None:
    """What a spreadsheet would take for a formula is text."""
    first = parties.SUMMARY.rounds[0]
    found = parties.SUMMARY.__class__({"en": ""}, 1, 5, (first.__class__(1, "q", {"en": cell}, 5, "shown", first.choices),))
    assert f"'{cell}" in table(found, "en")
