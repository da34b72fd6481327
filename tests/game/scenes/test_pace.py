"""Reading on by itself: through what was seen, or at a pace; it stops at choices and at what is new, and never chooses."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


WITHIN = 30.0


@pytest.fixture
def player(start: Callable[..., Player]) -> Player:
    """Opens a story at its first line, its first page never read before."""
    player = start(reduce_motion=True)
    player.open()
    player.see()
    return player


def lets(player: Player, seconds: float) -> None:
    """Has the program do by itself what it does in some seconds."""
    end = time.monotonic() + seconds
    # The loop waits for what comes next, however long that is; here it is woken in time.
    timer = threading.Timer(seconds, player.app._wake)
    timer.start()
    while time.monotonic() < end:
        player.app.step()
        if player.app._patience() is None:
            break
    timer.cancel()


def reaches_choices(player: Player) -> bool:
    """Has the program do by itself what it does until choices stand there, and a second more; tells whether they still do."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end and not player.reader.here.choices:
        player.app.step()
    lets(player, 1.0)
    return player.reader.here.choices


def read_whole(player: Player) -> None:
    """Reads the page to its choices, takes the first, and turns back to the page's first line."""
    player.to_choices()
    player.press(pygame.K_1)
    while player.session.journey.can_back:
        player.press(pygame.K_PAGEUP)
    for _ in range(50):
        player.press(pygame.K_PAGEUP)


def test_skipping_runs_to_the_choices_and_takes_none(player: Player) -> None:
    """A page that was read before is skipped to its choices in a moment; there it waits for the reader, and goes on after the choice."""
    read_whole(player)
    assert not player.reader.here.choices
    turns = len(player.session.journey.turns)
    player.press(pygame.K_s)
    assert reaches_choices(player)
    assert len(player.session.journey.turns) == turns


def test_skipping_stops_at_what_is_new(player: Player) -> None:
    """On a page that was never read nothing is skipped, unless the reader wants that too."""
    assert player.session.journey.fresh
    shown = player.reader.here.shown
    player.press(pygame.K_s)
    lets(player, 0.6)
    assert player.reader.here.shown == shown
    player.app.settings.skip_new = True
    player.app.director.dirty = True
    assert reaches_choices(player)


def test_held_control_skips_as_long_as_it_is_held(player: Player) -> None:
    """Ctrl skips while it is down; once let go, nothing more happens by itself."""
    read_whole(player)
    held = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LCTRL, mod=pygame.KMOD_CTRL, unicode="")
    player.app.handle(held)
    lets(player, 0.2)
    player.app.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_LCTRL, mod=0, unicode=""))
    shown = player.reader.here
    lets(player, 0.5)
    assert player.reader.here == shown
    assert isinstance(player.top, ReadingScreen)
    assert player.top.pace.mode == ""


def test_whatever_is_held_to_skip_has_a_form_that_is_pressed_once(player: Player) -> None:
    """S, pressed and let go, skips as Ctrl does while it is held, to the very same place; S once more, or any key, ends it."""
    read_whole(player)
    begun = player.reader.here
    player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LCTRL, mod=pygame.KMOD_CTRL, unicode=""))
    assert reaches_choices(player)
    player.app.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_LCTRL, mod=0, unicode=""))
    there = player.reader.here
    player.reader.stand(begun.shown, time.monotonic(), choices=False)
    assert player.reader.here != there
    player.press(pygame.K_s)
    assert reaches_choices(player)
    assert player.reader.here == there
    player.press(pygame.K_s)
    assert isinstance(player.top, ReadingScreen)
    assert player.top.pace.mode == ""


def test_reading_on_by_itself_keeps_a_pace_and_never_chooses(player: Player) -> None:
    """At its pace one paragraph follows the other until choices stand there; no choice is taken, however long one waits."""
    player.app.settings.auto_pace = 600
    turns = len(player.session.journey.turns)
    player.press(pygame.K_a)
    begun = player.reader.here.shown
    player.passes(20)
    player.app.director.dirty = True
    lets(player, 0.3)
    assert player.reader.here.shown > begun
    for _ in range(60):
        player.passes(20)
        player.app.director.dirty = True
        lets(player, 0.05)
    assert player.reader.here.choices
    assert len(player.session.journey.turns) == turns


def test_any_key_stops_it_and_another_window_lets_it_rest(player: Player) -> None:
    """A key ends what runs and does nothing else; behind another window nothing is read."""
    player.press(pygame.K_a)
    assert isinstance(player.top, ReadingScreen)
    assert player.top.pace.wait(player.reader, time.monotonic()) is not None
    player.app.shell.focused = False
    assert player.top.pace.wait(player.reader, time.monotonic()) is None
    player.app.shell.focused = True
    shown = player.reader.here.shown
    player.press(pygame.K_SPACE)
    assert player.top.pace.mode == ""
    assert player.reader.here.shown == shown


def test_what_was_read_is_remembered_for_the_next_journey(player: Player) -> None:
    """A page read in one journey is known in the next, from the disk."""
    player.to_choices()
    player.press(pygame.K_1)
    story = player.session.book.manifest.id
    assert player.app.shell.saves.seen(story).is_file()
    player.app.director.home()
    player.app.shell.session = None
    from game.scenes.session import Session

    again = Session.begin(player.app.shell.shelf[0].book, "en", player.app.shell.saves)  # type: ignore[arg-type]  # it opened before
    assert not again.journey.fresh
