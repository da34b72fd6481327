"""Waiting: at no cost, and over at once when something happens."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.wake import Sleeper

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.alone


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    """Has SDL's events running, and none of them waiting."""
    pygame.display.init()
    window = pygame.Window("Test", (64, 64))
    while pygame.event.get():
        time.sleep(0.01)
    yield
    window.destroy()


@pytest.fixture(params=["sdl", "poll"])
def sleeper(request: pytest.FixtureRequest) -> Sleeper:
    """Returns a sleeper that waits in SDL, and one that cannot."""
    made = Sleeper()
    assert made._library is not None, "SDL's own wait was not found beside pygame-ce"
    if request.param == "poll":
        made._library = None
    return made


def test_waiting_wakes_at_once(sleeper: Sleeper) -> None:
    """An event posted by another thread must end the wait within a few milliseconds."""
    kind = pygame.event.custom_type()
    posted: list[float] = []

    def post() -> None:
        posted.append(time.perf_counter())
        pygame.event.post(pygame.event.Event(kind))

    timer = threading.Timer(0.15, post)
    timer.start()
    events = sleeper.wait(5.0)
    late = time.perf_counter() - posted[0]
    assert [event.type for event in events] == [kind]
    assert late < 0.1


def test_waiting_for_ever_ends_with_an_event(sleeper: Sleeper) -> None:
    """Without an end of its own a wait must still end with an event."""
    kind = pygame.event.custom_type()
    threading.Timer(0.05, lambda: pygame.event.post(pygame.event.Event(kind))).start()
    assert [event.type for event in sleeper.wait(None)] == [kind]


def test_waiting_costs_nothing(sleeper: Sleeper) -> None:
    """Half a second of waiting must take less than twenty milliseconds of the processor."""
    begun, before = time.monotonic(), time.thread_time()
    assert sleeper.wait(0.5) == []
    assert time.thread_time() - before < 0.02
    assert 0.4 < time.monotonic() - begun < 2


def test_what_waits_already_is_returned_at_once(sleeper: Sleeper) -> None:
    """Events that are there must be returned without waiting; zero seconds mean no wait."""
    kind = pygame.event.custom_type()
    for _ in range(3):
        pygame.event.post(pygame.event.Event(kind))
    begun = time.monotonic()
    assert len(sleeper.wait(5.0)) == 3
    assert sleeper.wait(0) == []
    assert time.monotonic() - begun < 0.5
