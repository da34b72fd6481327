"""Hands: keyboard, mouse, touch, a pad or one key alone are each enough.

Why so long: each kind of hand goes the same way, told once.
"""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.paths import below
from game.scenes.away import AwayScreen
from game.scenes.backlog import BacklogScreen
from game.scenes.help import HelpScreen
from game.scenes.journal import JournalScreen
from game.scenes.menu import MenuScreen
from game.scenes.note import NoteScreen
from game.scenes.reading import ReadingScreen
from game.scenes.settings import SettingsScreen
from game.scenes.shell import Route
from tests.game.scenes import measure, views
from tests.game.scenes.places import PLACES
from tests.game.scenes.player import Player
from tests.game.scenes.storm import Storm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

A, B, X, Y = pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_B, pygame.CONTROLLER_BUTTON_X, pygame.CONTROLLER_BUTTON_Y
LB, RB = pygame.CONTROLLER_BUTTON_LEFTSHOULDER, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER
UP, DOWN = pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_DPAD_DOWN
LEFT, RIGHT = pygame.CONTROLLER_BUTTON_DPAD_LEFT, pygame.CONTROLLER_BUTTON_DPAD_RIGHT
STEPS = 120


def pad(player: Player, *buttons: int) -> None:
    """Presses buttons of a pad, one after the other."""
    for button in buttons:
        player.app.handle(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0))
        player.app.handle(pygame.event.Event(pygame.CONTROLLERBUTTONUP, button=button, instance_id=0))


def stick(player: Player, axis: int, value: int) -> None:
    """Moves a stick or a trigger of a pad."""
    player.app.handle(pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0))


class Hand:
    """Somebody who has keys that lead to a control, and one that presses it; the subclasses say by what, and with which `events`."""

    events: frozenset[int]

    def __init__(self, player: Player) -> None:
        """Plays with somebody's window."""
        self.player = player

    def on(self) -> None:
        """Reads on."""
        raise NotImplementedError

    def to(self, key: str) -> None:
        """Leads the focus to a control and presses it."""
        raise NotImplementedError

    def more(self, key: str) -> None:
        """Raises the value of a row."""
        self.to(key)

    def leave_sheet(self) -> None:
        """Goes back a screen."""
        self.to("back")


class Keyboard(Hand):
    """Keys alone."""

    events = frozenset({pygame.KEYDOWN, pygame.KEYUP})
    go: tuple[int, ...] = (pygame.K_TAB,)
    press = pygame.K_RETURN

    def strike(self, key: int) -> None:
        """Strikes one."""
        self.player.press(key)

    def on(self) -> None:
        """Reads on by Enter."""
        self.strike(self.press)

    def to(self, key: str) -> None:
        """Walks until the focus is there."""
        for step in range(STEPS):
            if self.player.focus == key:
                break
            self.strike(self.go[step * len(self.go) // STEPS])
        assert self.player.focus == key
        self.strike(self.press)


class Pad(Keyboard):
    """A pad alone: down through a screen, then up, where down did not lead there."""

    events = frozenset({pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP})
    go, press = (DOWN, UP, RIGHT, LEFT), A

    def strike(self, key: int) -> None:
        """Presses a button."""
        pad(self.player, key)

    def leave_sheet(self) -> None:
        """Goes back by B."""
        pad(self.player, B)


class Mouse(Hand):
    """A mouse alone; what is scrolled away is brought up by the wheel."""

    events = frozenset({pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL})

    def tap(self, place: tuple[float, float]) -> None:
        """Moves to a place and clicks it."""
        self.player.point(*place)
        self.player.click(at=place)

    def roll(self) -> None:
        """Scrolls down a little."""
        self.player.wheel(-1)

    def on(self) -> None:
        """Presses beside every control."""
        self.tap((8, 300))

    def to(self, key: str) -> None:
        """Scrolls until the control can be seen, and presses it."""
        for _ in range(STEPS):
            x, y = self.player.widget(key).rect.centre
            found = self.player.top.under((int(x), int(y)))
            if found is not None and found.key == key:
                break
            self.roll()
        x, y = self.player.widget(key).rect.centre
        self.tap((x + 12, y))


class Touch(Mouse):
    """Fingers alone, told twice as SDL does: as a mouse that moves there before its button is down, then as a finger."""

    events = frozenset(
        {
            *(pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP),
            *(pygame.FINGERMOTION, pygame.FINGERDOWN, pygame.FINGERUP),
        }
    )

    def _finger(self, kind: int, as_finger: int, place: tuple[float, float]) -> None:
        pos = (int(place[0]), int(place[1]))
        for told in (pygame.MOUSEMOTION, kind) if kind == pygame.MOUSEBUTTONDOWN else (kind,):
            self.player.app.handle(pygame.event.Event(told, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0), touch=True))
        width, height = self.player.app.canvas.size
        self.player.app.handle(
            pygame.event.Event(as_finger, touch_id=1, finger_id=0, x=place[0] / width, y=place[1] / height, dx=0.0, dy=0.0)
        )

    def drag(self, *places: tuple[float, float]) -> None:
        """Puts a finger down, moves it, and lifts it."""
        self._finger(pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN, places[0])
        for place in places[1:]:
            self._finger(pygame.MOUSEMOTION, pygame.FINGERMOTION, place)
        self._finger(pygame.MOUSEBUTTONUP, pygame.FINGERUP, places[-1])

    def tap(self, place: tuple[float, float]) -> None:
        """Taps a place, with a finger that trembles."""
        self.drag(place, (place[0] + 3, place[1] - 4), place)

    def roll(self) -> None:
        """Pulls the page up a little."""
        self.drag((640, 420), (640, 400), (640, 360))


class OneKey(Hand):
    """One key alone, and time."""

    events = frozenset({pygame.KEYDOWN, pygame.KEYUP})

    def waits(self) -> None:
        """Lets the ring go on by a control."""
        scan = self.player.app.scan
        scan.due(scan._at)
        scan.step(scan._at + 60)

    def on(self) -> None:
        """Waits for the ring and reads on."""
        self.to("next")

    def to(self, key: str) -> None:
        """Waits until the ring is there, then presses."""
        for _ in range(STEPS):
            if self.player.focus == key:
                break
            self.waits()
        assert self.player.focus == key
        self.player.press(pygame.K_g)


def to_choices(hand: Hand) -> None:
    """Reads on until choices, or what stands at an end, are there."""
    player = hand.player
    for _ in range(200):
        assert isinstance(player.top, ReadingScreen)
        if player.top.shows_choices:
            break
        hand.on()
        player.passes(6.0)
        player.frame()
    player.passes(1.0)


def to_settings(hand: Hand) -> None:
    """Changes a setting, and goes back to where the settings were opened."""
    player = hand.player
    below = player.top
    hand.to("settings")
    assert isinstance(player.top, SettingsScreen)
    before = player.app.settings.captions
    hand.more("captions")
    assert player.app.settings.captions is not before
    hand.leave_sheet()
    assert player.top is below


EACH = pytest.mark.parametrize(("hand", "scan"), [(Keyboard, False), (Pad, False), (Mouse, False), (Touch, False), (OneKey, True)])


def plays(reads: Hand, *, pages: int) -> None:
    """Goes from the shelf through the note and every page to an ending, to the settings on the way and afterwards."""
    player, posted = reads.player, set[int]()
    handle = player.app.handle

    def noted(event: pygame.event.Event) -> None:
        # A pad's buttons come round once more as the verbs that they mean.
        posted.update(() if hasattr(event, "verbs") else (event.type,))
        handle(event)

    player.app.handle = noted  # type: ignore[method-assign]  # to hold that no other hand helps
    reads.to("main")
    assert isinstance(player.top, NoteScreen)
    reads.to("start")
    for page in range(pages):
        to_choices(reads)
        if not player.session.page.choices:
            break
        turns = len(player.session.journey.turns)
        reads.to(f"choice-{min(page, 1, len(player.session.page.choices) - 1)}")
        assert len(player.session.journey.turns) == turns + 1
        if not page:
            reads.to("menu")
            assert isinstance(player.top, MenuScreen)
            to_settings(reads)
            reads.leave_sheet()
    assert player.session.page.ended
    reads.to("choice-0")
    assert player.top is player.app.director.screens[0]
    to_settings(reads)
    assert posted <= reads.events


@EACH
def test_each_kind_of_hand_is_enough_alone(start: Callable[..., Player], hand: type[Hand], *, scan: bool) -> None:
    """From the shelf to an ending, to the settings on the way and afterwards, by such events alone."""
    plays(hand(start(scan=scan)), pages=40)


# The whole story takes a while: the two that have the longest ways stand for all five.
@pytest.mark.parametrize(("hand", "scan"), [(Touch, False), (OneKey, True)])
def test_the_shipped_story_is_played_by_fingers_and_by_one_key(tmp_path: Path, shipped: Path, hand: type[Hand], *, scan: bool) -> None:
    """The story that players get, all of it, the same way."""
    player = Player(replace(below(tmp_path / "home"), packs=shipped), scan=scan)
    try:
        plays(hand(player), pages=400)
    finally:
        player.close()


def test_a_tap_counts_once_and_a_drag_presses_nothing(player: Player) -> None:
    """A tap reads on by one beat; a drag over a row moves the sheet as far as the finger, and leaves the row's value."""
    finger = Touch(player)
    player.open()
    beat = player.reader.beat
    finger.tap((8, 300))
    assert player.reader.beat == beat + 1
    player.go(Route.SETTINGS)
    screen, before = player.top, player.app.settings.text_size
    assert isinstance(screen, SettingsScreen)
    x, y = player.widget("text_size").rect.centre
    finger.drag((x + 100, y), (x + 100, y - 60), (x + 100, y - 90))
    assert screen.offset == pytest.approx(90, abs=1)
    assert player.app.settings.text_size == before


def test_a_finger_held_on_the_notepads_title_leads_back(player: Player) -> None:
    """The way back from the neutral screen is a hold, by finger too."""
    finger = Touch(player)
    finger.to("exit")
    away = player.top
    assert isinstance(away, AwayScreen)
    finger._finger(pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN, (200, 10))
    away.moving(time.monotonic() + 2.1)
    assert player.top is not away


def test_one_key_alone_is_enough(start: Callable[..., Player]) -> None:
    """The quick exit is reached by one letter key and waiting, and a key held on the notepad leads back."""
    player = start(scan=True)
    hand = OneKey(player)
    player.open()
    to_choices(hand)
    hand.to("exit")
    away = player.top
    assert isinstance(away, AwayScreen)
    player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g"))
    away.moving(time.monotonic() + 2.1)
    assert player.top is not away


@pytest.mark.parametrize("mode", ["auto", "skip", "scan"])
def test_no_choice_is_ever_made_by_time(start: Callable[..., Player], mode: str) -> None:
    """An hour before choices, with the story reading on by itself, skipping, or the ring walking: nothing is chosen."""
    player = start(skip_new=True)
    player.open()
    player.to_choices()
    player.app.settings.scan = mode == "scan"
    if mode != "scan":
        player.press(pygame.K_a if mode == "auto" else pygame.K_s)
    for _ in range(60):
        player.passes(60.0)
        player.app.scan.step(player.app.scan._at + 60)
        player.frame()
    assert isinstance(player.top, ReadingScreen)
    assert player.top.shows_choices
    assert len(player.session.journey.turns) == 1


def test_the_ring_goes_round_with_the_quick_exit_last_and_presses_nothing(start: Callable[..., Player]) -> None:
    """Every control comes up once a round, the quick exit after all others; a click presses what has the ring, wherever it falls."""
    player = start(scan=True)
    hand = OneKey(player)
    player.open()
    player.go(Route.MENU)
    keys, seen = player.keys, []
    for _ in keys:
        seen.append(player.focus)
        hand.waits()
    assert seen[-1] == "exit"
    assert sorted(seen) == sorted(keys)
    assert player.focus == seen[0]
    assert isinstance(player.top, MenuScreen)
    while player.focus != "settings":
        hand.waits()
    player.point(*player.widget("shelf").rect.centre)
    player.click(at=(5, 5))
    assert isinstance(player.top, SettingsScreen)


def test_a_held_key_presses_once_and_a_value_comes_round(start: Callable[..., Player]) -> None:
    """A key that repeats while it is held is one press; from its last step a value goes on to the first."""
    player = start(scan=True, auto_pace=500)
    player.go(Route.SETTINGS)
    player.top.lead("auto_pace")
    for _ in range(3):
        player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g"))
    assert player.app.settings.auto_pace == 600
    player.app.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_g, mod=0))
    player.press(pygame.K_g)
    assert player.app.settings.auto_pace == 60


def test_words_that_nothing_leads_through_are_scrolled(start: Callable[..., Player]) -> None:
    """Help is read to its end before the ring comes to the way back, and starts at its top again."""
    player = start(scan=True)
    hand = OneKey(player)
    player.go(Route.HELP)
    screen = player.top
    assert isinstance(screen, HelpScreen)
    deepest = 0.0
    for _ in range(STEPS):
        hand.waits()
        deepest = max(deepest, screen.offset)
    assert deepest >= screen.content - screen.view.h - 1


def test_what_is_scrolled_away_loses_the_focus_to_what_can_be_seen(player: Player) -> None:
    """The only control of a column scrolled away by the wheel hands the focus to the way back: Enter never presses what nobody sees."""
    player.go(Route.HELP)
    player.point(*player.widget("contact").rect.centre)
    assert player.focus == "contact"
    player.wheel(-5)
    assert player.focus == "back"
    player.wheel(50)
    player.press(pygame.K_UP)
    assert player.focus == "contact"


def test_where_words_alone_fill_the_window_a_press_first_shows_what_it_presses(start: Callable[..., Player]) -> None:
    """In a window so low that the buttons scroll too, Enter brings the focused control up before it does anything."""
    player = start(size=(480, 320), text_size=250, font="opendyslexic", line_height=200)
    views.VIEWS["journal"](player)
    screen = player.top
    assert isinstance(screen, JournalScreen)
    assert screen.low
    player.press(*[pygame.K_PAGEUP] * 9)
    key = player.focus
    assert not screen._seen(player.widget(key))
    player.press(pygame.K_RETURN)
    assert player.top is screen
    assert screen._seen(player.widget(key))
    player.press(pygame.K_RETURN)
    assert player.top is not screen


def test_the_ring_rests_behind_another_window_and_off_is_off(player: Player) -> None:
    """Without the setting nothing walks; with it nothing does while somebody is elsewhere."""
    assert player.app.scan.due(0.0) is None
    player.app.settings.scan = True
    assert player.app.scan.due(0.0) is not None
    player.app.shell.focused = False
    assert player.app.scan.due(0.0) is None


def test_the_buttons_of_a_pad_mean_what_the_keys_mean(player: Player) -> None:
    """X opens what was read, Y the menu, B leads back, the shoulders go back and forward in the story."""
    player.open()
    pad(player, A, A)
    player.passes(6)
    shown = player.shown()
    pad(player, LB)
    assert player.shown() != shown
    pad(player, RB)
    assert player.shown() == shown
    pad(player, X)
    assert isinstance(player.top, BacklogScreen)
    pad(player, B, Y)
    assert isinstance(player.top, MenuScreen)


def test_a_held_direction_repeats_until_it_is_let_go(player: Player) -> None:
    """What is held down moves on after a while, again and again; a pad that is unplugged holds nothing."""
    player.open()
    pad(player, Y)
    stick(player, pygame.CONTROLLER_AXIS_LEFTY, 30000)
    first, now = player.focus, time.monotonic()
    stick(player, pygame.CONTROLLER_AXIS_LEFTY, 31000)
    assert player.focus == first
    assert player.app.pads.repeated(now + 0.1) == []
    assert len(player.app.pads.repeated(now + 1)) == 1
    assert player.app.pads.due(now + 1) is not None
    stick(player, pygame.CONTROLLER_AXIS_LEFTY, 12000)
    assert player.app.pads.due(now + 1) is not None
    stick(player, pygame.CONTROLLER_AXIS_LEFTY, 400)
    assert player.app.pads.due(now + 1) is None
    stick(player, pygame.CONTROLLER_AXIS_LEFTY, -32768)
    player.app.handle(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0))
    assert player.app.pads.due(now + 1) is None


def test_the_trigger_skips_as_long_as_it_is_held(player: Player) -> None:
    """The right trigger is the key that is held to skip, and is let go with the window."""
    player.open()
    screen = player.top
    assert isinstance(screen, ReadingScreen)
    stick(player, pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 32767)
    modes = [screen.pace.mode]
    stick(player, pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 0)
    modes.append(screen.pace.mode)
    stick(player, pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 32767)
    modes.append(screen.pace.mode)
    player.app.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert [*modes, screen.pace.mode] == ["held", "", "held", ""]


def test_the_sticks_lead_a_pad_onto_the_quick_exit(player: Player) -> None:
    """Directions pass the quick exit by; a press on a stick goes through everything. Start, held, leads back from the notepad."""
    for _ in range(STEPS):
        if player.focus == "exit":
            break
        pad(player, pygame.CONTROLLER_BUTTON_RIGHTSTICK)
    pad(player, A, A, B, Y)
    away = player.top
    assert isinstance(away, AwayScreen)
    player.app.handle(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_START, instance_id=0))
    away.moving(time.monotonic() + 1)
    assert player.top is away
    away.moving(time.monotonic() + 2.1)
    assert player.top is not away


def test_a_pad_that_cannot_be_opened_stops_nothing(player: Player) -> None:
    """A pad that is gone before it was opened costs nothing."""
    player.app.handle(pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=77))
    assert player.focus in player.keys


@pytest.mark.parametrize("scan", [False, True])
def test_whatever_comes_from_any_hand_the_focus_stands_somewhere(start: Callable[..., Player], *, scan: bool) -> None:
    """No events of any kind in any order, on any screen, may raise, or leave the focus on what is not there or cannot be seen."""

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(list(PLACES)), st.integers(0, 2**32), st.integers(10, 60))
    def walks(place: str, seed: int, gestures: int) -> None:
        player = start(keys={"menu": ["x"]}, scan=scan)
        views.forget(player)
        PLACES[place](player)
        storm = Storm(player, Random(seed))
        for event in (event for _ in range(gestures) for event in storm.next()):
            player.app.handle(event)
            if not player.app.running:
                break
            assert not measure.lost(player), (place, event)
        player.frame()
        player.close()

    walks()
