"""Reading on, choosing, going back: by keys, mouse and wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.menu import MenuScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.scenes.title import TitleScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


@pytest.fixture
def reading(player: Player) -> Player:
    """Returns somebody at the first line of the story."""
    player.open()
    return player


def _turns(player: Player) -> int:
    return len(player.session.journey.turns)


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER])
def test_a_key_shows_the_next_paragraph(reading: Player, key: int) -> None:
    """Space and Enter must show one paragraph more each time."""
    assert [text[:8] for text in reading.shown()] == ["At 10:40"]
    reading.press(key)
    assert [text[:8] for text in reading.shown()] == ["At 10:40", "“Two min"]


def test_pressing_anywhere_reads_on(reading: Player) -> None:
    """A press beside every control, and one on the sign to read on, must show the next paragraph."""
    reading.click(at=(300, 400))
    assert len(reading.shown()) == 2
    reading.press(pygame.K_SPACE)
    reading.passes(1)
    reading.frame()
    reading.click("next")
    assert len(reading.shown()) == 4


@pytest.mark.parametrize(("key", "taken"), [(pygame.K_1, 0), (pygame.K_2, 1), (pygame.K_KP_3, 2)])
def test_digits_choose_at_once(reading: Player, key: int, taken: int) -> None:
    """A digit must take its choice, even as soon as the choices stand there."""
    reading.to_choices()
    reading.passes(-1.0)
    reading.press(key)
    assert _turns(reading) == 2
    assert reading.session.journey.turns[0].chosen == taken


def test_a_digit_without_its_choice_does_nothing(reading: Player) -> None:
    """Digits must do nothing before there are choices, and where there are fewer."""
    reading.press(pygame.K_1)
    assert _turns(reading) == 1
    reading.to_choices()
    reading.press(pygame.K_4, pygame.K_9)
    assert _turns(reading) == 1


def test_space_never_chooses_by_accident(reading: Player) -> None:
    """Somebody who keeps pressing Space must end up before the choices, not behind one."""
    for _ in range(40):
        reading.press(pygame.K_SPACE)
        reading.passes(6)
        reading.frame()
    assert _turns(reading) == 1
    assert isinstance(reading.top, ReadingScreen)
    assert reading.top.shows_choices


def test_space_chooses_where_the_focus_was_moved(reading: Player) -> None:
    """Once somebody walked to a choice, Space must take it."""
    reading.to_choices()
    reading.press(pygame.K_DOWN)
    assert reading.focus == "choice-1"
    reading.press(pygame.K_SPACE)
    assert reading.session.journey.turns[0].chosen == 1


def test_enter_takes_a_choice_only_when_it_has_stood_a_moment(reading: Player) -> None:
    """Enter must not choose within 0.35 seconds of the choices appearing; after that it takes the focused one."""
    reading.to_choices()
    reading.reader.beat_at = reading.app.director.now
    reading.press(pygame.K_RETURN)
    assert _turns(reading) == 1
    reading.passes(0.5)
    reading.press(pygame.K_RETURN)
    assert reading.session.journey.turns[0].chosen == 0


@pytest.mark.parametrize("step", [(pygame.K_DOWN, 0), (pygame.K_TAB, 0)])
def test_arrows_and_tab_walk_along_the_choices(reading: Player, step: tuple[int, int]) -> None:
    """Down and Tab must go from choice to choice, and back with Up and Shift+Tab."""
    key, mod = step
    reading.to_choices()
    back = (pygame.K_UP, 0) if key == pygame.K_DOWN else (pygame.K_TAB, pygame.KMOD_SHIFT)
    seen = [reading.focus]
    for _ in range(2):
        reading.press(key, mod=mod)
        seen.append(reading.focus)
    assert seen == ["choice-0", "choice-1", "choice-2"]
    reading.press(back[0], mod=back[1])
    assert reading.focus == "choice-1"


def test_the_pointer_moves_the_focus_and_a_press_chooses(reading: Player) -> None:
    """The choice under the pointer must have the focus, and a press takes it."""
    reading.to_choices()
    reading.point(*reading.widget("choice-2").rect.centre)
    assert reading.focus == "choice-2"
    reading.click("choice-1")
    assert reading.session.journey.turns[0].chosen == 1


def test_arrows_never_lead_onto_the_quick_exit(reading: Player) -> None:
    """No number of arrows may put the focus on the quick exit; Tab must."""
    reading.to_choices()
    for key in (pygame.K_UP, pygame.K_RIGHT, pygame.K_UP, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT) * 4:
        reading.press(key)
        assert reading.focus != "exit"
    seen = set()
    for _ in reading.keys:
        reading.press(pygame.K_TAB)
        seen.add(reading.focus)
    assert seen == {*reading.keys}


def test_text_comes_word_by_word_and_a_press_shows_it_all(start: Callable[..., Player]) -> None:
    """With a text speed, words must follow one another, and a press must show the rest before it reads on."""
    player = start(text_speed=10)
    player.open()
    reader = player.reader
    text = reader.turn[0].text
    assert reader.revealed(reader.beat_at) == len("At ")
    assert reader.revealed(reader.beat_at + 0.55) == text.index("metres")
    assert reader.revealed(reader.beat_at + 60) is None
    player.press(pygame.K_SPACE)
    assert reader.here.shown == 1
    assert reader.revealed(player.app.director.now) is None
    player.press(pygame.K_SPACE)
    assert reader.here.shown == 2


def test_a_pause_waits_and_a_key_ends_it(reading: Player) -> None:
    """A pause cue must hold the next line back; a second press, or time, shows it."""
    reading.press(pygame.K_SPACE, pygame.K_SPACE)
    assert len(reading.shown()) == 2
    assert reading.reader.hold_until > 0
    reading.press(pygame.K_SPACE)
    assert len(reading.shown()) == 3
    reading.press(pygame.K_PAGEUP, pygame.K_SPACE)
    reading.passes(1.0)
    reading.frame()
    assert len(reading.shown()) == 3


def test_without_motion_nothing_pauses(start: Callable[..., Player]) -> None:
    """Less motion must mean no waiting either."""
    player = start(reduce_motion=True)
    player.open()
    player.press(pygame.K_SPACE, pygame.K_SPACE)
    assert len(player.shown()) == 3


def test_a_sound_has_its_caption_for_a_while(reading: Player) -> None:
    """A sound must be told in words while captions are on, and the words go by themselves."""
    for _ in range(20):
        if "knocked on" in reading.shown()[-1]:
            break
        reading.press(pygame.K_SPACE)
    now = reading.app.director.now
    assert reading.reader.air.heard(now) == "A knock on wood"
    due = reading.top.due(now)
    assert due is not None
    assert 0 < due <= 3.6
    assert not reading.reader.air.heard(now + 4)


@pytest.mark.parametrize("by_key", [True, False])
def test_the_interface_hides_and_comes_back(reading: Player, by_key: bool) -> None:  # noqa: FBT001
    """H must leave only the picture; the next key or press brings the text back and does nothing else."""
    reading.press(pygame.K_h)
    assert reading.keys == []
    reading.frame()
    if by_key:
        reading.press(pygame.K_SPACE)
    else:
        reading.click(at=(300, 300))
    assert "next" in reading.keys
    assert len(reading.shown()) == 1


def test_escape_opens_the_menu_and_closes_it(reading: Player) -> None:
    """Escape must open the menu over the story and lead back to the same line."""
    reading.press(pygame.K_SPACE)
    reading.press(pygame.K_ESCAPE)
    assert isinstance(reading.top, MenuScreen)
    reading.press(pygame.K_ESCAPE)
    assert len(reading.shown()) == 2


def test_the_menu_skips_the_scene(reading: Player) -> None:
    """Where the story offers it, the menu must lead past the scene and read on behind it."""
    reading.go(Route.MENU)
    assert "skip" in reading.keys
    reading.click("skip")
    assert reading.shown()[0].startswith("Somebody knocked")
    assert reading.reader.turn[1].text.startswith("The gate is older")
    reading.go(Route.MENU)
    assert "skip" not in reading.keys


def test_the_end_offers_the_two_ways_on(reading: Player) -> None:
    """At the end of the story, the shelf and an earlier page must be offered."""
    reading.to_choices()
    reading.press(pygame.K_1)
    reading.to_choices()
    reading.press(pygame.K_3)
    reading.to_choices()
    assert [widget.name for widget in reading.top.widgets if widget.key.startswith("choice")] == [
        "Back to the shelf",
        "Go back to an earlier page",
    ]
    reading.press(pygame.K_2)
    assert reading.top.name == "What was read"
    reading.press(pygame.K_ESCAPE)
    reading.press(pygame.K_1)
    assert isinstance(reading.top, TitleScreen)
