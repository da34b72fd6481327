"""Keys: one table for all of them, which a player may change and never be locked out by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenes.help import HelpScreen
from game.scenes.keys import KeysScreen
from game.scenes.menu import MenuScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.settings import SettingsFile
from game.ui.keys import DEFAULTS, Keys, Verb, usable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

NAMES = st.sampled_from(
    ("b", "l", "m", "x", "space", "return", "enter", "page up", "page down", "backspace", "tab", "up", "left", "f1", "f4", "f11", "end")
)


def _sound(keys: Keys) -> None:
    """Each verb has a key, and no key has two verbs, but for pressing and reading on."""
    holders: dict[str, set[Verb]] = {}
    for verb in Verb:
        assert keys.names(verb)
        for name in keys.names(verb):
            holders.setdefault(name, set()).add(verb)
    assert all(len(verbs) == 1 or verbs == {Verb.PRESS, Verb.READ_ON} for verbs in holders.values()), holders


def _wait_for(player: Player, verb: Verb) -> KeysScreen:
    player.go(Route.KEYS)
    player.top.press(player.widget(f"key-{verb}"))
    assert isinstance(player.top, KeysScreen)
    return player.top


def test_the_first_keys_are_sound() -> None:
    """At first every verb has a key of its own."""
    _sound(Keys())
    assert Keys().own() == {}


@given(st.lists(st.tuples(st.sampled_from(Verb), NAMES), max_size=12))
def test_however_keys_are_changed_every_verb_keeps_one(changes: list[tuple[Verb, str]]) -> None:
    """After any changes each verb has a key, none two verbs, the last change holds, and the table comes back from what is kept."""
    keys = Keys()
    for verb, name in changes:
        keys = Keys(keys.given(verb, name))
        _sound(keys)
        assert keys.names(verb) == (name,)
        assert Keys(keys.own()).own() == keys.own()


@given(st.dictionaries(st.sampled_from([*Verb, "nothing"]) | st.text(max_size=5), st.lists(st.text(max_size=8) | NAMES, max_size=3)))
def test_a_table_somebody_wrote_by_hand_leaves_no_verb_without_a_key(own: dict[str, list[str]]) -> None:
    """What cannot be a key is as it was at first, and Escape leads back whatever is written."""
    keys = Keys(own)
    assert all(keys.names(verb) for verb in Verb)
    assert Verb.BACK in keys.of(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))


@pytest.mark.parametrize("name", ["", "1", "[1]", "left shift", "right ctrl", "escape", "home"])
def test_fixed_keys_cannot_be_given_away(name: str) -> None:
    """Digits choose, Shift leaves, Ctrl skips, Escape leads back: always."""
    assert not usable(name)
    assert Keys().given(Verb.MENU, name) == {}


def test_a_key_is_changed_kept_and_works(player: Player) -> None:
    """A row pressed waits for a key; from then on that key does it, the old one nothing, and the next start knows."""
    _wait_for(player, Verb.MENU)
    player.press(pygame.K_x)
    assert player.app.settings.keys == {"menu": ["x"]}
    assert SettingsFile(player.paths.settings).load().keys == {"menu": ["x"]}
    player.app.director.home()
    player.open()
    player.press(pygame.K_m)
    assert isinstance(player.top, ReadingScreen)
    player.press(pygame.K_x)
    assert isinstance(player.top, MenuScreen)


def test_a_key_of_another_verb_is_swapped_and_said(player: Player) -> None:
    """Where another verb has the key, that one gets the old key, and the banner names both."""
    _wait_for(player, Verb.MENU)
    player.press(pygame.K_l)
    assert player.app.shell.keys.names(Verb.MENU) == ("l",)
    assert player.app.shell.keys.names(Verb.BACKLOG) == ("m",)
    assert player.app.shell.banner == "L: Menu. “What was read” has M now."


def test_escape_leaves_the_row_as_it_was(player: Player) -> None:
    """Escape and a press elsewhere cancel; the screen stays."""
    screen = _wait_for(player, Verb.HIDE)
    player.press(pygame.K_ESCAPE)
    assert player.top is screen
    assert not screen.catches
    player.top.press(player.widget("key-hide"))
    player.click(at=(4, 300))
    assert not screen.catches
    assert player.app.settings.keys == {}


def test_a_waiting_row_takes_keys_that_mean_something_everywhere(player: Player) -> None:
    """While a row waits F1 opens no help and Tab moves no focus; fixed keys are refused and said; Shift three times still leaves."""
    screen = _wait_for(player, Verb.HIDE)
    player.press(pygame.K_1)
    assert screen.catches
    assert player.app.shell.banner
    player.press(pygame.K_F1)
    assert player.top is screen
    assert player.app.shell.keys.names(Verb.HIDE) == ("f1",)
    assert player.app.shell.keys.names(Verb.HELP) == ("h",)
    player.top.press(player.widget("key-hide"))
    player.press(pygame.K_LSHIFT, pygame.K_LSHIFT, pygame.K_LSHIFT)
    assert player.top is not screen


def test_all_as_at_first(player: Player) -> None:
    """One press brings every key back."""
    _wait_for(player, Verb.PRESS)
    player.press(pygame.K_x)
    assert player.app.settings.keys
    player.click("reset")
    assert player.app.settings.keys == {}
    assert all(player.app.shell.keys.names(verb) == DEFAULTS[verb] for verb in Verb)


def test_it_is_reached_from_the_settings(player: Player) -> None:
    """The settings lead to the keys and back."""
    player.go(Route.SETTINGS)
    player.top.press(player.widget("keys"))
    assert isinstance(player.top, KeysScreen)
    player.press(pygame.K_ESCAPE)
    assert player.top.name == "Settings"


def test_help_and_menu_tell_the_keys_as_they_are(start: Callable[..., Player]) -> None:
    """Help and the menu's caps print what the table says."""
    player = start(keys={"backlog": ["k"], "help": ["f4"]})
    player.open()
    player.go(Route.MENU)
    assert player.widget("backlog").value == "K"
    player.press(pygame.K_F4)
    assert isinstance(player.top, HelpScreen)
    assert any(widget.name == "What was read: K" for widget in player.top.widgets)


def test_a_letter_in_a_field_is_a_letter(start: Callable[..., Player]) -> None:
    """Whoever gave a letter to full screen or help can still write it."""
    player = start(keys={"help": ["x"], "press": ["y"]})
    player.app.shell.chosen = player.app.shell.shelf[0]
    player.go(Route.NOTE)
    player.top.press(player.widget("plan"))
    screen, before = player.top, player.app.settings.fullscreen
    for key in (pygame.K_x, pygame.K_y):
        player.press(key)
    assert player.top is screen
    assert player.app.settings.fullscreen == before
