"""A group that plays along without a server: what its room is like is put into the host's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.group.process import Ready
from game.group.room import REVEALED, Asked, Choice, Opened, Room, Round, Seat, Seats, Summary, SumOfChoice, SumOfRound
from game.scenes.party import Party
from game.scenes.reading import ReadingScreen
from game.scenes.session import Session
from game.scenes.shell import Route

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

READY = Ready(8888, ("192.168.137.1", "10.0.0.7"), "k")
OPENED = Opened("482716", "h", "l" * 43)
ROOM = Room("482716", here=24, answered=0, paused=False, blank=False, locked=False, over=False)
SUMMARY = Summary(
    {"en": "Low Water", "ar": "ماء منخفض"},
    48,
    24,
    (
        SumOfRound(
            1,
            "gate-3",
            {"en": "The water is still falling.", "ar": "الماء ما زال ينخفض."},
            23,
            "shown",
            (SumOfChoice({"en": "Wait.", "ar": "انتظر."}, votes=14, talked=True), SumOfChoice({"en": "Go.", "ar": "اذهب."}, votes=9)),
        ),
        SumOfRound(2, "gate-5", {"en": "And now?", "ar": "والآن؟"}, 3, "few", (SumOfChoice({"en": "Knock.", "ar": "اطرق."}),)),
    ),
)


def begun(player: Player) -> Party:
    """Has a group be there whose server never answers: nothing is started."""
    shell = player.app.shell
    shell.chosen = shell.shelf[0]
    book = shell.chosen.book
    assert book is not None
    party = Party(player.paths.data, book, lambda: None)
    party.host.ready, party.host.opened, party.host.room = READY, OPENED, ROOM
    party.host.seats = Seats((Seat(1), Seat(2, away=True)))
    shell.party = party
    player.app.director.scale()
    return party


def asked(player: Player, state: str = "open", **more: object) -> Party:
    """Stands at choices that the group is asked about."""
    party = begun(player)
    shell = player.app.shell
    shell.session = Session.begin(party.book, shell.words.language, shell.saves)
    player.app.director.only(Route.READING)
    reading = player.top
    assert isinstance(reading, ReadingScreen)
    # What is read on to its choices is asked by itself; where it stands at them already, it is asked for.
    while player.top is reading and reading.read_on():
        pass
    if player.top is reading:
        player.go(Route.GROUP_VOTE)
    page = player.session.page
    choices = tuple(Choice({player.session.journey.language: choice.text}) for choice in page.choices)
    assert party._asked is not None
    found = Round(party._asked[1], "q", state, Asked({"en": "?"}, choices), **more)  # type: ignore[arg-type]  # as a round has them
    party.host.room = msgspec.structs.replace(ROOM, answered=23 if state == REVEALED else 17, round=found)
    player.top.refresh()
    return party


def _door(player: Player) -> None:
    begun(player)
    player.go(Route.GROUP)


def _remote(player: Player) -> None:
    begun(player).remote = True
    player.go(Route.GROUP)


def _vote(player: Player) -> None:
    asked(player)


def _revealed(player: Player) -> None:
    asked(player, REVEALED, votes=(14, 6, 3), talk=1)


def _room(player: Player) -> None:
    asked(player)
    player.go(Route.GROUP_ROOM)


def _keys(player: Player) -> None:
    asked(player)
    player.go(Route.GROUP_KEYS)


def _end(player: Player) -> None:
    begun(player).host.summary = SUMMARY
    player.go(Route.GROUP_END)


VIEWS: dict[str, Callable[[Player], None]] = {
    "group": _door,
    "group-remote": _remote,
    "group-vote": _vote,
    "group-revealed": _revealed,
    "group-room": _room,
    "group-end": _end,
    "group-keys": _keys,
}
