"""Reading aloud at the window: what is new is said, once, and never beside a screen reader."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.aloud import Aloud
from game.scenes.shell import Route
from game.ui.narrators import Manner, Narrator, Program
from game.ui.speech import Speaker
from tests.game.xvfb import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.ui.speech import Utterance
    from tests.game.scenes.player import Player


class Notes:
    """Writes down what is said."""

    def __init__(self) -> None:
        """Has heard nothing."""
        self.said: list[str] = []
        self.languages: set[str] = set()
        self.hushes = 0

    def say(self, utterance: Utterance) -> None:
        """Notes an utterance."""
        self.said.append(utterance.text)
        self.languages.add(utterance.language)

    def hush(self) -> None:
        """Counts."""
        self.hushes += 1

    def close(self) -> None:
        """Has nothing to stop."""


@pytest.fixture
def spoken(start: Callable[..., Player]) -> tuple[Player, Notes]:
    """Starts the game with a voice that writes down what it is asked to say."""
    player, notes = start(read_aloud=True), Notes()
    player.app.hearing.aloud = Aloud(notes)
    player.frame()
    return player, notes


def test_the_screen_what_is_on_it_and_the_focus_are_said(spoken: tuple[Player, Notes]) -> None:
    """A new screen says its name, its texts and where the focus is; a moved focus says where it went, and stops what was being said."""
    player, notes = spoken
    assert notes.said[0] == "Stories"
    assert any(text.startswith("No account needed") for text in notes.said)
    assert notes.said[-1].startswith(player.widget("cover-0").name)
    notes.said.clear()
    player.press(pygame.K_TAB)
    player.frame()
    assert notes.said == [player.widget("main").spoken()]
    assert notes.hushes


def test_a_line_is_said_once_when_it_comes(spoken: tuple[Player, Notes]) -> None:
    """Reading on says the next paragraph and nothing again, in the story's language."""
    player, notes = spoken
    player.open()
    player.see()
    notes.said.clear()
    player.press(pygame.K_SPACE)
    player.frame()
    player.frame()
    lines = [text for text in notes.said if player.reader.turn[player.reader.here.shown - 1].text in text]
    assert len(lines) == 1
    assert notes.languages == {"en"}


def test_a_changed_value_is_said(spoken: tuple[Player, Notes]) -> None:
    """Stepping through a setting says each new value alone."""
    player, notes = spoken
    player.go(Route.SETTINGS)
    player.frame()
    player.top.focus.key = "text_size"
    player.frame()
    notes.said.clear()
    player.press(pygame.K_RIGHT)
    player.frame()
    assert notes.said[0] == "110 %"


def test_nothing_is_said_beside_a_screen_reader_nor_on_the_neutral_screen(spoken: tuple[Player, Notes]) -> None:
    """While a screen reader listens, and after the quick exit, the game's own voice is silent at once."""
    player, notes = spoken
    notes.said.clear()
    player.app.director.leave()
    player.press(pygame.K_TAB)
    player.frame()
    assert notes.said == []
    assert notes.hushes
    player.app.director.back()
    player.frame()
    assert notes.said
    notes.said.clear()
    access = player.app.hearing._access
    if access is None:
        player.app.hearing.open()
        access = player.app.hearing._access
    assert access is not None
    access.active = True
    player.press(pygame.K_TAB)
    player.frame()
    assert notes.said == []


def test_f2_turns_it_on_and_off_and_the_setting_is_kept(start: Callable[..., Player]) -> None:
    """One key turns reading aloud on and off; it says which, and it is kept."""
    player = start()
    player.app.hearing.aloud = Aloud(Notes())
    player.press(pygame.K_F2)
    assert player.app.shell.banner == "Reading aloud is on."
    assert player.app.settings_file.load().read_aloud
    player.press(pygame.K_F2)
    assert not player.app.settings_file.load().read_aloud


def test_a_voice_is_chosen_among_those_of_the_language(start: Callable[..., Player], tmp_path: Path) -> None:
    """The settings offer the system's voices that speak the language of the game; the next line is read by the one that is chosen."""
    said = tmp_path / "said"
    note = "import sys; open(sys.argv[1], 'a').write(sys.argv[2] + ' ' + sys.stdin.read().split()[0] + '\\n')"
    voices = [Narrator("v-a", "Ada", "en"), Narrator("v-b", "Bo", "en"), Narrator("v-c", "Cem", "tr")]

    def command(manner: Manner) -> list[str]:
        return [sys.executable, "-S", "-c", note, str(said), f"{manner.voice or '-'} {manner.volume}"]

    player = start(read_aloud=True)
    speaker = Speaker(Program(command, [sys.executable, "-S", "-c", ""], lambda _: voices))
    player.app.hearing.aloud = Aloud(speaker)
    player.go(Route.SETTINGS)
    assert player.widget("voice").value == "Whichever speaks the language"
    assert until(lambda: player.app.shell.narrators() == tuple(voices))
    player.frame()
    names = []
    for _ in range(3):
        player.top.focus.key = "voice"
        player.press(pygame.K_RIGHT)
        names.append(player.widget("voice").value)
    assert names == ["Ada, English", "Bo, English", "Bo, English"]
    player.top.focus.key = "voice_volume"
    player.press(pygame.K_LEFT)
    player.frame()
    assert speaker.wait(20)
    assert said.read_text("utf-8").splitlines()[-1].startswith("v-b 90 ")
    assert (player.app.settings.voice, player.app.settings.voice_volume) == ("v-b", 90)
    speaker.close()
