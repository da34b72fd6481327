"""Taking part at the window: off until somebody turns it on, told in plain words, taken back with a press, and never beside contact."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pygame
import pytest

from game import paths as places
from game.contact.directory import directories
from game.scenes.insight_screen import InsightScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.scenes.sorting import SortScreen
from game.settings import Settings, SettingsFile
from game.story.sorting import Before
from tests.game.scenes import tellings
from tests.game.scenes.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.paths import Paths

NOW = 1_800_000_000


def test_a_game_that_was_never_asked_writes_nothing_about_it(player: Player) -> None:
    """Without the switch there is neither ledger nor folder; and it is off at first."""
    assert not Settings().insight
    tellings.begin(player)
    tellings.read_through(player)
    player.go(Route.INSIGHT)
    assert not (player.paths.data / "insight").exists()
    assert "no place to send answers to" in tellings.text_of(player)
    assert "insight" not in player.keys


@pytest.mark.usefixtures("known")
def test_it_is_turned_on_and_off_with_keys_and_kept(player: Player) -> None:
    """From the settings to the switch: the focus starts on the way back, nobody is led; on and off survive in the settings."""
    player.go(Route.SETTINGS)
    player.top.lead("insight")
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, InsightScreen)
    assert player.focus == "back"
    sentences = [widget for widget in player.top.widgets if widget.icon == "text"]
    assert len(sentences) == 3
    player.top.lead("insight")
    for on in (True, False, True):
        player.press(pygame.K_RETURN)
        assert player.widget("insight").on is on
        assert SettingsFile(player.paths.settings).load().insight is on
        assert player.app.shell.telling is not None
        assert player.app.shell.telling.part.on is on
    player.press(pygame.K_ESCAPE)
    assert player.widget("insight").value == "On"


@pytest.mark.usefixtures("everything")
def test_what_is_noted_is_what_was_done(player: Player) -> None:
    """The first reading, from its beginning to where it stopped: ending, furthest chapter, time, help, language."""
    part = tellings.ticking(player, tellings.NOWHERE, [NOW])
    tellings.begin(player)
    first = {"ending": None, "stopped_at": "chapter_1", "length": "under_30", "help_opened": "not_opened", "language": "en"}
    assert tellings.noted(part) == first
    player.go(Route.HELP)
    player.app.director.back()
    player.to_choices()
    telling = player.app.shell.telling
    assert telling is not None
    # An hour and a minute, page by page; a night away counts as three minutes.
    for _ in range(21):
        telling._looked -= 10_000
        telling.turned(player.session)
    tellings.read_through(player)
    assert tellings.noted(part) == {
        "ending": player.session.journey.endings[0],
        "stopped_at": "finished",
        "length": "over_60",
        "help_opened": "opened",
        "language": "en",
    }
    # Another reading changes nothing.
    tellings.begin(player)
    assert part.book.pages.open["low-water"].over
    tellings.read_through(player, "choice-1")
    assert tellings.noted(part)["length"] == "over_60"


def test_only_a_first_reading_of_a_signed_story_counts(start: Callable[..., Player], paths: Paths) -> None:
    """A story that was begun before, or that nobody trusted has signed, draws nothing."""
    player = start()
    tellings.begin(player)
    part = tellings.ticking(player, tellings.NOWHERE, [NOW])
    tellings.begin(player)
    assert not part.book.pages.open
    player.close()
    (paths.packs / "trusted.keys").write_bytes(b"")
    for save in sorted(paths.saves.rglob("*"), reverse=True):
        save.unlink() if save.is_file() else save.rmdir()
    player = start()
    part = tellings.ticking(player, tellings.NOWHERE, [NOW])
    tellings.begin(player)
    assert isinstance(player.top, ReadingScreen)
    assert not part.book.pages.open


def test_of_two_windows_the_second_says_why_it_cannot(start: Callable[..., Player], known: None) -> None:
    """While another window takes part, the switch of this one stays off and says so."""
    del known
    first, second = start(), start()
    first.go(Route.INSIGHT)
    first.top.press(first.widget("insight"))
    second.go(Route.INSIGHT)
    second.top.press(second.widget("insight"))
    assert not second.widget("insight").on
    assert "Close the other one first" in tellings.text_of(second)


def test_forgetting_everything_forgets_that_too(player: Player) -> None:
    """Ledger, notes and what waits are deleted with everything else, and taking part is off; nothing is exported before that."""
    tellings.ticking(player, tellings.NOWHERE, [NOW])
    tellings.begin(player)
    folder = player.paths.data / "insight"
    assert {path.name for path in folder.iterdir()} == {"ledger.json", "told.json", "lock"}
    assert json.loads((folder / "ledger.json").read_bytes())["low-water"]["epsilon"] > 0
    player.app.director.only()
    player.go(Route.DEVICE)
    assert "What you tell those who write the stories" in tellings.text_of(player)
    player.go(Route.FORGET)
    player.top.press(player.widget("do"))
    assert not folder.exists()
    assert not player.app.shell.settings.insight
    assert player.app.shell.telling is None


@pytest.mark.usefixtures("everything")
def test_messages_are_sorted_before_and_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the question was drawn, the messages come before the first page and as an ending is left; what changed is noted, once."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    shipped = places.below(tmp_path / "home")
    player = Player(shipped)
    try:
        part = tellings.ticking(player, tellings.NOWHERE, [NOW])
        number = next(at for at, one in enumerate(player.app.shell.shelf) if one.book and one.book.manifest.id == "second-verse")
        player.app.shell.chosen = player.app.shell.shelf[number]
        player.go(Route.NOTE)
        player.top.press(player.widget("start"))
        _sort(player, right=False)
        assert isinstance(player.top, ReadingScreen)
        assert Before(shipped.saves, "second-verse").load() is not None
        journey = player.session.journey
        while journey.page.choices:
            journey.choose(0)
        player.session.autosave()
        player.app.director.reread()
        player.to_choices()
        assert not player.session.page.choices
        assert tellings.noted(part, "second-verse")["before_after"] is None
        player.top.press(player.widget("choice-0"))
        _sort(player, right=True)
        assert tellings.noted(part, "second-verse")["before_after"] == "toward"
        assert tellings.noted(part, "second-verse")["stopped_at"] == "finished"
        assert tellings.noted(part, "second-verse")["choice"] is not None
        assert Before(shipped.saves, "second-verse").load() is None
        assert len(player.app.director.screens) == 1
    finally:
        player.close()


def _sort(player: Player, *, right: bool) -> None:
    """Sorts every message, all of them rightly or all wrongly, and goes on."""
    screen = player.top
    assert isinstance(screen, SortScreen)
    while not screen.done:
        honest = screen.cards[screen.number].honest
        player.press(pygame.K_1 if honest is right else pygame.K_2)
        screen.turned_at -= 5
    player.press(pygame.K_RETURN)


def test_help_is_the_same_for_those_who_take_part(player: Player) -> None:
    """Whom to call does not hang on it."""
    tellings.ticking(player, tellings.NOWHERE, [NOW])
    player.go(Route.HELP)
    assert all(line.number in tellings.text_of(player) for found in directories(player.paths.help) for line in found.lines)
