"""At the window: a story in the player's language, changed at any choice and in the middle of a line, each line heard in its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.aloud import Aloud
from game.scenes.shell import Route
from tests.game.scenes import packs
from tests.game.story import tongues

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.paths import Paths
    from game.ui.speech import Utterance
    from tests.game.scenes.player import Player

GAPS = ("It was", "“No.”", "The door stood")


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Returns the files of the story: in French, in French with gaps, and in Polish, which the interface does not speak."""
    found = {}
    for name, language, missing in (("whole", "fr", ()), ("gaps", "fr", GAPS), ("polish", "pl", ())):
        folder = tmp_path_factory.mktemp(name)
        found[name] = tongues.book(folder, missing=missing, language=language).path
    return found


@pytest.fixture
def shelve(paths: Paths, stories: dict[str, Path]) -> Callable[[str], None]:
    """Returns what puts one of the files on the shelf, behind the story that stands there."""

    def put(name: str) -> None:
        shutil.copy(stories[name], paths.packs / "two-tongues.story")
        packs.trust(paths.packs)

    return put


def choose_language(player: Player, tag: str) -> None:
    """Opens the screen of languages and presses one."""
    player.go(Route.LANGUAGE)
    player.click(tag)
    player.frame()


def offered(player: Player) -> list[str]:
    """Returns the choices that stand there, without what the other language puts before its words."""
    return [choice.text.replace("fr·", "") for choice in player.session.page.choices]


def test_the_language_changes_at_every_choice(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """From the screen of languages, at each choice in turn: the same choices in the other language, and the way goes on."""
    shelve("whole")
    player = start(reduce_motion=True)
    player.open(1)
    for turn, language in enumerate(("fr", "en", "fr", "fr", "en", "fr", "en", "en")):
        if player.session.page.ended:
            break
        player.to_choices()
        before, stood = offered(player), player.reader.here
        choose_language(player, language)
        assert player.app.shell.words.language == language
        assert player.session.journey.language == language
        assert len(player.session.journey.turns) == turn + 1
        assert offered(player) == before
        assert player.reader.here == stood
        assert all(("fr·" in text) == (language == "fr") for text in player.shown())
        choices = [widget for widget in player.top.widgets if widget.key.startswith("choice-")]
        assert {widget.lang for widget in choices} == {language}
        assert all(("fr·" in widget.name) == (language == "fr") for widget in choices)
        player.passes(1.0)
        player.click("choice-0")
    assert turn > 5


def test_the_language_changes_in_the_middle_of_a_line(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """While a line is still appearing, it goes on at the same line in the other language; back in the first, too."""
    shelve("whole")
    player = start(text_speed=5)
    player.open(1)
    player.press(pygame.K_SPACE)
    player.frame()
    shown = player.reader.here.shown
    english = player.shown()
    choose_language(player, "fr")
    assert player.reader.here.shown == shown
    assert [text.replace("fr·", "") for text in player.shown()] == list(english)
    assert player.shown() != english
    choose_language(player, "en")
    assert player.shown() == english


def test_the_story_is_told_in_the_language_of_the_start(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """A story begins in the player's language, and goes on in it after the game was closed; titles stand in it on the shelf."""
    shelve("whole")
    player = start(language="fr")
    assert player.widget("cover-1").name == "fr·Two tongues"
    player.open(1)
    player.to_choices()
    player.click("choice-1")
    turns = len(player.session.journey.turns)
    player.close()
    player = start(language="en")
    player.open(1)
    assert len(player.session.journey.turns) == turns
    assert player.session.journey.language == "en"
    assert not any("fr·" in text for text in player.shown())


def test_a_story_without_the_language_keeps_its_own(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """Where a story does not speak the player's language, it is told, and heard, in its own."""
    shelve("whole")
    player = start(language="sv")
    player.open(1)
    player.to_choices()
    assert player.session.journey.language == "en"
    assert {widget.lang for widget in player.top.widgets if widget.key.startswith("choice-")} == {"en"}
    assert {widget.lang for widget in player.top.heard() if widget.key.startswith("line-")} == {"en"}


def test_a_language_that_only_a_story_speaks(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """It can be chosen among the interface's, by its own name; the interface stays in English and the story is told in it."""
    shelve("polish")
    player = start()
    player.go(Route.LANGUAGE)
    assert player.widget("pl").name == "Polski"
    player.click("pl")
    player.frame()
    assert player.app.shell.words.language == "en"
    player.open(1)
    assert player.session.journey.language == "pl"
    player.to_choices()
    assert {widget.lang for widget in player.top.widgets if widget.key.startswith("choice-")} == {"pl"}
    player.go(Route.LANGUAGE)
    assert (player.focus, player.widget("pl").value) == ("pl", "In use")
    player.click("fr")
    player.frame()
    assert player.session.journey.language == "en"


def test_every_line_is_heard_in_its_own_language(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """Lines, choices and the line above them that nobody translated are given to screen readers in the story's own language."""
    shelve("gaps")
    player = start(language="fr")
    player.open(1)
    player.to_choices()
    heard = player.top.heard()
    lines = [(widget.name, widget.lang) for widget in heard if widget.key.startswith("line-")]
    assert lines[0] == ("It was late.", "en")
    assert lines[1][0].startswith("fr·")
    assert [lang for _, lang in lines[1:]] == ["fr"] * (len(lines) - 1)
    choices = [(widget.name, widget.lang) for widget in heard if widget.key.startswith("choice-")]
    assert choices == [("fr·Go in", "fr"), ("“No.”", "en"), ("fr·Wait", "fr")]
    assert [(widget.name, widget.lang) for widget in heard if widget.key == "prompt"] == [("The door stood open.", "en")]
    player.passes(1.0)
    player.click("choice-1")
    player.go(Route.BACKLOG)
    assert next(widget.lang for widget in player.top.widgets if widget.key.startswith("turn-")) == "fr"


class Voice:
    """Writes down what is said, and in which language."""

    def __init__(self) -> None:
        """Has heard nothing."""
        self.said: list[tuple[str, str]] = []

    def say(self, utterance: Utterance) -> None:
        """Notes an utterance."""
        self.said.append((utterance.text, utterance.language))

    def hush(self) -> None:
        """Has nothing to stop."""

    def close(self) -> None:
        """As above."""


def test_the_games_own_voice_says_every_line_in_its_language(start: Callable[..., Player], shelve: Callable[[str], None]) -> None:
    """Reading aloud says what nobody translated with the voice of the story's own language."""
    shelve("gaps")
    player, voice = start(language="fr", read_aloud=True), Voice()
    player.app.hearing.aloud = Aloud(voice)
    player.frame()
    player.open(1)
    player.see()
    player.to_choices()
    player.frame()
    assert ("It was late.", "en") in voice.said
    assert any(text.startswith("fr·") and language == "fr" for text, language in voice.said)
    assert not any(text.startswith("fr·") and language == "en" for text, language in voice.said)
