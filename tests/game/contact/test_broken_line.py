"""However often the line breaks, and wherever, a letter arrives once: never twice, never not at all."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from game.contact import phrase
from game.contact.errors import CancelledError, OfflineError
from game.contact.post import Stage
from game.contact.thread import Letter, Removed
from tests.game.contact.threads import words
from tests.game.contact.wire import Cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.post import Ticket
    from game.contact.thread import Thread
    from tests.game.contact.conftest import Game, Office

MOST = 40


def with_cuts(game: Game, office: Office, cut: Cut, begin: Callable[[], Ticket[Thread]]) -> tuple[Thread, int]:
    """Returns what comes of something that is cut at its first request, tried again and cut at the second one, and so on.

    Each attempt goes on where the one before stopped; returns how many attempts were cut too.
    """
    wire, cuts = office.house.wire, 0
    wire.cut_next(0, cut)
    ticket = begin()
    for number in range(1, MOST):
        try:
            return game.wait(ticket), cuts
        except OfflineError:
            assert ticket.retryable
            cuts += 1
            wire.cut_next(number % 7, cut)
            ticket = game.contact.retry(ticket)
        finally:
            if ticket.ended:
                wire.cut_next(-1, cut)
    raise AssertionError("it never arrived")


@pytest.mark.parametrize("cut", Cut)
def test_a_first_letter_arrives_once(office: Office, play: Callable[[], Game], cut: Cut) -> None:
    """A first letter whose sending is cut again and again begins one conversation, with one letter in it."""
    game, other, mine = play(), play(), phrase.make("en")
    thread, cuts = with_cuts(game, office, cut, lambda: game.contact.first(mine, "letters", "Once."))
    assert cuts
    assert words(thread) == ["Once."]
    listed = other.wait(other.contact.come_back(mine))
    assert [one.id for one in listed] == [thread.id]
    assert words(other.wait(other.contact.read(thread.id))) == ["Once."]


@pytest.mark.parametrize("cut", Cut)
@pytest.mark.parametrize("at", range(3))
def test_each_request_of_a_letter_may_be_cut(office: Office, game: Game, cut: Cut, at: int) -> None:
    """Whichever request of a letter is cut, and wherever in it, the letter stands there once, after it was sent again."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    office.maren.write(thread.id, "An answer in between.")
    office.house.wire.cut_next(at, cut)
    ticket = game.contact.write(thread.id, "Once.")
    try:
        game.wait(ticket)
    except OfflineError:
        game.wait(game.contact.retry(ticket))
    seen = office.maren.read(thread.id)
    assert seen.texts == ["The first.", "An answer in between.", "Once."]
    shown = game.wait(game.contact.read(thread.id))
    assert words(shown) == ["The first.", "An answer in between.", "Once."]
    assert not shown.broken


@pytest.mark.parametrize("cut", Cut)
def test_everything_else_happens_once_too(office: Office, game: Game, cut: Cut) -> None:
    """Further conversations, deletions, and a change of counsellors are done once, however often the line breaks."""
    game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    thread, cuts = with_cuts(game, office, cut, lambda: game.contact.another("letters", "Another."))
    assert cuts
    own = next(item for item in thread.items if isinstance(item, Letter))
    office.yusuf.take_on(thread.id)
    thread, _ = with_cuts(game, office, cut, lambda: game.contact.write(thread.id, "Stays."))
    thread, _ = with_cuts(game, office, cut, lambda: game.contact.delete_letter(thread.id, own.id))
    assert sum(isinstance(item, Removed) for item in thread.items) == 1
    thread, _ = with_cuts(game, office, cut, lambda: game.contact.swap(thread.id, "talk", history=True))
    epochs = [body["why"] for body in office.ines.read(thread.id).bodies if body["t"] == "epoch"]
    assert epochs == ["accept", "swap"]
    assert words(thread) == ["Stays."]
    assert not thread.broken


def test_what_came_in_between_is_read_before_the_letter_is_sealed_again(office: Office, game: Game) -> None:
    """Where another's letter, or a new epoch, took the place, the letter goes to the next one, once, and under the new key."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.maren.take_on(thread.id)
    for number in range(3):
        office.maren.write(thread.id, f"Quicker {number}.")
        office.maren.turn(thread.id, "rotate", office.maren)
        game.wait(game.contact.write(thread.id, f"Slower {number}."))
    expected = ["The first."] + [f"{word} {number}." for number in range(3) for word in ("Quicker", "Slower")]
    assert office.maren.read(thread.id).texts == expected
    shown = game.wait(game.contact.read(thread.id))
    assert words(shown) == expected
    assert not shown.broken


def test_a_server_that_is_down_is_said_to_be(office: Office, game: Game) -> None:
    """While the server is away, sending ends with a sentence and a way out, and goes through once it is back."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    office.house.wire.down = True
    ticket = game.contact.write(thread.id, "Later.")
    with pytest.raises(OfflineError):
        game.wait(ticket)
    office.house.wire.down = False
    assert words(game.wait(game.contact.retry(ticket))) == ["The first.", "Later."]


def test_a_killed_server_loses_nothing_that_it_took(office: Office, game: Game) -> None:
    """A server that is killed and started again has every letter that it said it had, once."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    game.wait(game.contact.write(thread.id, "The second."))
    office.house.kill()
    ticket = game.contact.write(thread.id, "The third.")
    with pytest.raises(OfflineError):
        game.wait(ticket)
    office.house.start()
    expected = ["The first.", "The second.", "The third."]
    # A server that has just come up may be too slow for a first try, beside other tests.
    for _ in range(3):
        ticket = game.contact.retry(ticket)
        with contextlib.suppress(OfflineError):
            game.wait(ticket)
            break
    assert words(game.wait(ticket)) == expected
    assert office.maren.read(thread.id).texts == expected


def test_sending_can_be_stopped_and_taken_up_again(game: Game) -> None:
    """A letter that was stopped before it went is not sent, says so, and goes when it is asked for again."""
    ticket = game.contact.first(phrase.make("en"), "letters", "Wait.")
    ticket.cancel()
    with pytest.raises(CancelledError):
        game.wait(ticket)
    assert ticket.stage is Stage.CANCELLED
    assert words(game.wait(game.contact.retry(ticket))) == ["Wait."]


def test_after_contact_is_left_nothing_more_is_sent(office: Office, play: Callable[[], Game]) -> None:
    """Leaving ends every thread, closes the stream of events, and whatever is asked afterwards is cancelled at once."""
    game = play()
    game.wait(game.contact.first(phrase.make("en"), "letters", "The last."))
    game.contact.stop()
    assert game.contact.join(20)
    before = len(office.house.wire.seen)
    ticket = game.contact.directory()
    assert ticket.stage is Stage.CANCELLED
    assert len(office.house.wire.seen) == before
    assert not game.contact.entered


def test_a_first_letter_asked_for_again_is_not_sent_again(game: Game) -> None:
    """Whoever asks once more for what has arrived long since gets it shown, and nothing is written twice."""
    ticket = game.contact.first(phrase.make("en"), "letters", "Once.")
    thread = game.wait(ticket)
    game.wait(game.contact.write(thread.id, "And this."))
    assert words(game.wait(game.contact.retry(ticket))) == ["Once.", "And this."]
