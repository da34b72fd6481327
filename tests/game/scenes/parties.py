"""A group that plays along without a server: what its room is like is put into the host's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.group.process import Ready
from game.group.room import (
    REVEALED,
    WORDS,
    Asked,
    Choice,
    Opened,
    Room,
    Round,
    Said,
    Seat,
    Seats,
    Summary,
    SumOfChoice,
    SumOfRound,
    Written,
)
from game.group.timer import Timer
from game.scenes.group_guide import GroupGuide
from game.scenes.party import Party
from game.scenes.reading import ReadingScreen
from game.scenes.session import Session
from game.scenes.shell import Route
from game.story.guide_text import GuideText
from studio import guide_words, markdown
from studio.session_guide import Guide

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


def _talk(player: Player) -> None:
    asked(player)
    player.go(Route.GROUP_TALK)


def _asks(player: Player) -> Party:
    """Asks the room an open question: two answers were let through, two wait."""
    party = begun(player)
    shown = ("Because it is warm there.", "I would have waited, too.")
    found = Round(3, "words-3", "open", Asked({"en": "Why does nobody knock?"}), kind=WORDS, words=shown)
    party.host.room = msgspec.structs.replace(ROOM, answered=4, round=found)
    waits = (Said("a" * 22, "Somebody should ring me: 0151 234 567", "waiting", flagged=True), Said("b" * 22, "Pride.", "waiting"))
    party.host.written = Written(waits)
    return party


def _words(player: Player) -> None:
    _asks(player).timer = Timer(5, lambda: 0.0)
    player.go(Route.GROUP_WORDS)


def _judge(player: Player) -> None:
    _asks(player)
    player.go(Route.GROUP_JUDGE)


GUIDE = """# Low Water: a guide for your session

For whoever plays this story with a group.

| time | what fits |
|---|---|
| 45 minutes | the whole story, and a talk |

> Two people wait at a lock, and one of them is late. **Nobody** is hurt.

## What to ask

1. Who waits longer, the one who counts or the one who does not?
2. When would you have knocked?

## What to watch for

- Somebody who goes quiet. Ask in the break, and alone.
- Nobody has to say what they chose.
"""


def _guide(player: Player) -> None:
    begun(player)
    player.go(Route.GROUP_GUIDE)
    assert isinstance(player.top, GroupGuide)
    written = guide_words.written(Guide("guide.md", "en", markdown.blocks(GUIDE)))
    player.top.show(msgspec.json.decode(written, type=GuideText), "en")
    player.top.refresh()


def _ways(player: Player) -> None:
    asked(player)
    shell = player.app.shell
    player.app.director.choose(0)
    # The picture below is there before it is softened.
    player.see()
    player.frame()
    assert shell.party is not None
    shell.party.first = player.session.saves.write_apart(player.session.journey.record())
    player.go(Route.GROUP_WAYS)


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
    "group-talk": _talk,
    "group-guide": _guide,
    "group-words": _words,
    "group-judge": _judge,
    "group-ways": _ways,
    "group-end": _end,
    "group-keys": _keys,
}
