"""Work is done on a thread of its own, one piece after another, and whatever goes wrong ends in its ticket."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from game.contact.errors import CancelledError, ContactError, OfflineError
from game.contact.post import Post, Stage, Ticket

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture
def woken() -> threading.Event:
    """Gives what is set when the window is woken."""
    return threading.Event()


@pytest.fixture
def post(woken: threading.Event) -> Generator[Post]:
    """Gives a post that is stopped at the end."""
    made = Post(woken.set, lambda: None)
    yield made
    made.stop()
    assert made.join(10)


def ended(post: Post, *tickets: Ticket[int]) -> list[Ticket[int]]:
    """Returns the tickets that `poll` gives, once all of these have ended."""
    found: list[Ticket[int]] = []
    until = time.monotonic() + 30
    while len(found) < len(tickets) and time.monotonic() < until:
        found += post.poll()
        time.sleep(0.005)
    return found


def test_work_is_done_in_order_and_the_window_woken(post: Post, woken: threading.Event) -> None:
    """Tickets end in the order they were taken, with what came of them, and the window hears of it."""
    tickets = [post.submit(lambda _, number=number: number) for number in range(5)]  # type: ignore[misc]  # a default binds the number
    assert ended(post, *tickets) == tickets
    assert [ticket.result for ticket in tickets] == list(range(5))
    assert woken.is_set()
    assert not post.busy


@pytest.mark.alone
def test_the_window_never_waits(post: Post) -> None:
    """Taking work, looking after it and stopping it return at once, whatever the work takes."""
    release = threading.Event()
    begun = time.monotonic()
    ticket = post.submit(lambda _: release.wait(10))
    post.poll()
    ticket.cancel()
    assert time.monotonic() - begun < 0.2
    assert post.busy
    release.set()


def test_what_goes_wrong_is_in_the_ticket(post: Post) -> None:
    """An error of contact is kept as it is; any other becomes a plain sentence that tells nothing of it."""

    def fails(_: Ticket[int]) -> int:
        raise OfflineError

    def breaks(_: Ticket[int]) -> int:
        raise KeyError("MARKER")

    tickets = [post.submit(fails), post.submit(breaks), post.submit(lambda _: 7)]
    ended(post, *tickets)
    assert [ticket.stage for ticket in tickets] == [Stage.FAILED, Stage.FAILED, Stage.DONE]
    assert [ticket.retryable for ticket in tickets] == [True, False, False]
    with pytest.raises(ContactError) as caught:
        _ = tickets[1].result
    assert "MARKER" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_work_is_cancelled_between_its_steps(post: Post) -> None:
    """Cancelled work stops at its next step; what waits is not begun."""
    reached, release = threading.Event(), threading.Event()

    def work(ticket: Ticket[int]) -> int:
        ticket.reach(Stage.ASKING)
        reached.set()
        release.wait(10)
        ticket.reach(Stage.SENDING)
        raise AssertionError("not reached")

    first, second = post.submit(work), post.submit(lambda _: 7)
    assert reached.wait(10)
    assert first.stage is Stage.ASKING
    first.cancel()
    second.cancel()
    release.set()
    ended(post, first, second)
    assert [first.stage, second.stage] == [Stage.CANCELLED] * 2
    for ticket in (first, second):
        with pytest.raises(CancelledError):
            _ = ticket.result


def test_stopping_lets_go_on_the_thread_itself(woken: threading.Event) -> None:
    """At the end the thread does what is last; without a thread it is done at once; afterwards nothing is begun."""
    seen: list[str] = []
    for used in (True, False):
        post = Post(woken.set, lambda: seen.append(threading.current_thread().name))
        if used:
            ended(post, post.submit(lambda _: 7))
        post.stop()
        post.stop()
        assert post.join(10)
        assert post.submit(lambda _: 7).stage is Stage.CANCELLED
    assert seen == ["contact", threading.current_thread().name]
