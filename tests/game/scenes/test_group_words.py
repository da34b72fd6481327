"""An open question to the room, with a real server: what nobody let through is on no projector; a timer closes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pygame

from game.group.timer import MINUTES, Timer, following
from game.scenes.ask import AskScreen
from game.scenes.group_end import GroupEnd
from game.scenes.group_judge import GroupJudge
from game.scenes.group_vote import GroupVote
from game.scenes.group_words import GroupWords
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.story import printed
from tests.game.scenes import parties
from tests.game.scenes.grouped import party_of, read_to_vote, text_of, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player
    from tests.server.group.hosted import Phone


def ask(player: Player, text: str) -> None:
    """Types a question in the room, and asks it."""
    player.go(Route.GROUP_ROOM)
    player.top.press(player.widget("words"))
    player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, GroupWords)


def test_an_answer_is_shown_once_it_was_let_through(player: Player, started: Callable[[Player, int], list[Phone]]) -> None:
    """What phones write is read first, with a yes or no each; the vote that the question ended is asked anew."""
    phones = started(player, 5)
    party = party_of(player)
    player.top.press(player.widget("begin"))
    read_to_vote(player)
    ask(player, "Why does nobody knock?")
    until(player, lambda: party.host.room is not None and party.host.room.round is not None and party.host.room.round.number == 2)
    assert "Why does nobody knock?" in player.top.name
    for phone, words in zip(phones, ("Pride.", "You fool, shit", "Cold.", "Fear.", "Habit."), strict=True):
        phone.post(f"/g/{phone.code}", do="say", round=2, words=words)
    until(player, lambda: len(party.host.written.words) == 5)
    assert "Pride." not in text_of(player)
    assert "5 answers wait" in text_of(player)
    player.top.press(player.widget("read"))
    assert isinstance(player.top, AskScreen)
    player.top.press(player.widget("yes"))
    assert isinstance(player.top, GroupJudge)
    flagged = 0
    while player.top.waits:
        said = player.top.waits[0]
        assert player.focus == "no"
        assert said.text in text_of(player)
        flagged += said.flagged
        player.top.press(player.widget("no" if said.flagged else "yes"))
    assert flagged == 1
    player.app.director.back()
    until(player, lambda: party.host.room is not None and party.host.room.round is not None and len(party.host.room.round.words) == 4)
    assert "Pride." in text_of(player)
    assert "fool" not in text_of(player)
    until(player, lambda: "read" not in player.keys)
    player.top.press(player.widget("step"))
    until(player, lambda: "The question is closed." in text_of(player))
    player.app.director.back()
    assert isinstance(player.top, ReadingScreen)
    player.press(pygame.K_1)
    assert isinstance(player.top, GroupVote)
    until(player, lambda: party.round is not None and party.round.number == 3)
    party.host.end()
    player.app.director.only(Route.GROUP_END)
    until(player, lambda: party.host.summary is not None)
    assert "5 answered in words." in text_of(player)
    assert "Pride." not in text_of(player)


def test_the_sums_go_on_paper(player: Player) -> None:
    """The PDF stands beside the table, runs and opens nothing, and is the same for the same sums: it holds no date."""
    parties.begun(player).host.summary = parties.SUMMARY
    player.go(Route.GROUP_END)
    assert isinstance(player.top, GroupEnd)
    for _ in range(2):
        player.top.press(player.widget("print"))
    first, second = (player.paths.exports / name for name in ("threshold-group.pdf", "threshold-group-2.pdf"))
    data = first.read_bytes()
    assert printed.is_plain(data)
    assert data == second.read_bytes()
    assert str(second) in player.app.shell.banner
    assert len(re.findall(rb"/Type /Page\b", data)) == 1


def test_a_timer_is_off_until_somebody_asks_and_closes_nothing(player: Player) -> None:
    """A press leads through the minutes and back to none; what is left stands in words, and an end is only said."""
    party = parties.asked(player)
    assert not any(widget.key == "timer" for widget in player.top.widgets)
    player.go(Route.GROUP_ROOM)
    for minutes in (*MINUTES[1:], 0):
        player.top.press(player.widget("timer"))
        assert (party.timer.minutes if party.timer else 0) == minutes
    now = [0.0]
    party.timer = Timer(2, lambda: now[0])
    player.app.director.back()
    for seconds, words in ((0, "2 minutes left"), (59, "2 minutes left"), (61, "1 minute left"), (200, "The time is over")):
        now[0] = seconds
        player.frame()
        assert words in text_of(player)
    assert party.timer.due is None
    assert party.timer.part == 0
    assert isinstance(player.top, GroupVote)
    assert [order for order in list(party.host._orders.queue) if order is not None and order[0] == "close"] == []


def test_minutes_follow_each_other_both_ways() -> None:
    """From none, a step back is the longest."""
    last = following(0, -1)
    assert last is not None
    assert last.minutes == MINUTES[-1]
