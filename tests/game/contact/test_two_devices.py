"""One phrase on two devices at once, and a phrase that leads nowhere."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from game.contact import phrase
from tests.game.contact.counsellor import Refused
from tests.game.contact.threads import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.contact.conftest import Game, Office


def test_two_devices_write_at_once(office: Office, play: Callable[[], Game]) -> None:
    """Letters that two devices and a counsellor write at the same time all arrive, once, in one order that is whole for everyone."""
    mine = phrase.make("en")
    one, two = play(), play()
    thread = one.wait(one.contact.first(mine, "letters", "The first."))
    office.maren.take_on(thread.id)
    two.wait(two.contact.come_back(mine))
    tickets = [
        (game, game.contact.write(thread.id, f"{name} {number}")) for number in range(4) for name, game in (("one", one), ("two", two))
    ]
    for number in range(3):
        with contextlib.suppress(Refused):
            office.maren.write(thread.id, f"Maren {number}")
    for game, ticket in tickets:
        game.wait(ticket)
    seen = office.maren.read(thread.id).texts
    assert len(seen) == len(set(seen)) >= 9
    for game in (one, two):
        shown = game.wait(game.contact.read(thread.id))
        assert words(shown) == seen
        assert not shown.broken


def test_two_devices_begin_at_once(play: Callable[[], Game]) -> None:
    """Two first letters under one phrase at the same time become two conversations of one mailbox."""
    mine = phrase.make("en")
    games = [play(), play()]
    tickets = [game.contact.first(mine, "letters", f"From {number}.") for number, game in enumerate(games)]
    begun = {game.wait(ticket).id for game, ticket in zip(games, tickets, strict=True)}
    assert {one.id for one in games[0].wait(games[0].contact.come_back(mine))} == begun
    for game in games:
        for one in begun:
            assert len(words(game.wait(game.contact.read(one)))) == 1


def test_05_nothing_tells_an_unknown_phrase_from_an_emptied_one(office: Office, play: Callable[[], Game]) -> None:
    """Coming back with a phrase that never was takes the same requests as with one whose mailbox was emptied, answers of the same sizes."""
    mine, wire = phrase.make("en"), office.house.wire
    traces: list[list[tuple[object, ...]]] = []
    game = play()
    game.wait(game.contact.first(mine, "letters", "To be deleted."))
    game.wait(game.contact.delete_mailbox())
    for given in (mine, phrase.make("en")):
        before = len(wire.seen)
        other = play()
        assert other.wait(other.contact.come_back(given)) == ()
        traces.append([(message.path, len(message.asked), message.answered.split(b" ", 2)[1]) for message in wire.seen[before:]])
        traces[-1].append(("bodies", *(len(message.answered.partition(b"\r\n\r\n")[2]) for message in wire.seen[before:])))
    assert traces[0] == traces[1]
