"""A group plays: the game on the projector, a real server beside it, and phones that vote over real lines."""

from __future__ import annotations

import csv
import io
import time
from typing import TYPE_CHECKING

import msgspec
import pygame
import pytest
import segno

from game.group.room import Seat, Seats
from game.scenes.group_door import QUIET
from game.scenes.group_end import GroupEnd, table
from game.scenes.group_keys import GroupKeys
from game.scenes.group_room import GroupRoom
from game.scenes.group_vote import GroupVote
from game.scenes.projector import LETTERS
from game.scenes.reading import ReadingScreen
from game.scenes.shell import GROUP_TEXT, Route
from game.scenes.title import TitleScreen
from game.ui.theme import luminance
from tests.game.scenes import parties, views
from tests.game.scenes.grouped import party_of, read_to_vote, text_of, until
from tests.server.group.hosted import Line, Phone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


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


def test_the_squares_on_the_projector_can_be_scanned(start: Callable[..., Player]) -> None:
    """Each square is painted as the code has it, dark on light in every theme, with a margin of four that stays light."""
    for theme in ("dusk", "paper", "contrast_dark"):
        player = start(theme=theme)
        parties.VIEWS["group"](player)
        player.see()
        views.at_rest(player)
        party, rect = party_of(player), player.widget("squares").rect
        matrix = [[bool(cell) for cell in row] for row in segno.make(party.link, error="m").matrix]
        count = len(matrix) + 2 * QUIET
        picture = player.app.canvas.image()
        pixels = picture.tobytes()
        for y in range(count):
            for x in range(count):
                row, column = y - QUIET, x - QUIET
                dark = 0 <= row < len(matrix) and 0 <= column < len(matrix) and matrix[row][column]
                at = (int(rect.x + (x + 0.5) * rect.w / count), int(rect.y + (y + 0.5) * rect.h / count))
                # The corners of the margin lie under the round of the arch.
                if dark or row >= 0:
                    blue, green, red = pixels[(at[1] * picture.width() + at[0]) * 4 : (at[1] * picture.width() + at[0]) * 4 + 3]
                    shade = luminance(red << 16 | green << 8 | blue)
                    assert shade < 0.05 if dark else shade > 0.5, (theme, x, y)


def test_another_address_changes_link_and_picture(player: Player) -> None:
    """Each of this machine's addresses can be shown, by its button or its letter; then they come round again."""
    party = parties.begun(player)
    player.go(Route.GROUP)
    found = []
    for _ in range(3):
        found.append(party.link)
        assert party.address in text_of(player)
        player.press(pygame.K_a)
    assert found == ["http://192.168.137.1:8888/g/482716", "http://10.0.0.7:8888/g/482716", "http://192.168.137.1:8888/g/482716"]


def test_where_nobody_comes_a_way_out_is_shown(
    player: Player, started: Callable[[Player, int], list[Phone]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while without anybody, the door says what may hold phones back; that is gone as soon as somebody is here."""
    monkeypatch.setattr("game.scenes.group_door.PATIENCE", 0.2)
    started(player, 0)
    time.sleep(0.3)
    player.top.refresh()
    assert "A firewall may hold phones back" in text_of(player)
    assert "Another address" in text_of(player) or len(party_of(player).addresses) < 2
    party = party_of(player)
    assert party.host.ready is not None
    phone = Phone(Line(party.host.ready.port), party.code)
    try:
        assert phone.join() == 303
        until(player, lambda: party.host.room is not None and party.host.room.here == 1)
    finally:
        phone.line.close()
    assert "1 is here" in text_of(player)
    assert "firewall" not in text_of(player)


def test_nothing_on_the_door_tells_one_phone_from_another(player: Player) -> None:
    """Who is here is a number alone: the picture is the same whichever seat is quiet."""
    party = parties.begun(player)
    player.go(Route.GROUP)
    pictures = []
    for seats in ((Seat(1), Seat(2, away=True)), (Seat(1, away=True), Seat(2))):
        party.host.seats = Seats(seats)
        player.top.refresh()
        views.at_rest(player)
        pictures.append(bytes(player.app.canvas.image().tobytes()))
    assert pictures[0] == pictures[1]


def test_one_letter_shows_every_key_of_the_session(player: Player) -> None:
    """K opens the card over the vote and closes it; each letter on it presses what stands on the screen."""
    party = parties.asked(player)
    player.press(pygame.K_k)
    assert isinstance(player.top, GroupKeys)
    told = text_of(player)
    assert all(letter.upper() in told for letter in LETTERS if letter != "k")
    assert player.top.content <= player.top.view.h
    player.press(pygame.K_k)
    assert isinstance(player.top, GroupVote)
    player.press(pygame.K_p, pygame.K_n)
    orders = [order[0] for order in list(party.host._orders.queue) if order is not None]
    assert orders[-2:] == ["pause", "close"]
    player.press(pygame.K_r)
    assert isinstance(player.top, GroupRoom)


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "@x", "-2"])
def test_tables_hold_nothing_that_computes(cell: str) -> None:
    """What a spreadsheet would take for a formula is text."""
    first = parties.SUMMARY.rounds[0]
    found = parties.SUMMARY.__class__({"en": ""}, 1, 5, (first.__class__(1, "q", {"en": cell}, 5, "shown", first.choices),))
    assert f"'{cell}" in table(found, "en")
