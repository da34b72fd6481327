"""A player's own pages: kept here, sent nowhere, in no save and no log, and gone when they are deleted."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.away import AwayScreen
from game.scenes.journal import JournalScreen
from game.scenes.journal_page import JournalPage
from game.scenes.my_pages import MyPagesScreen
from game.scenes.shell import Route
from game.story import kept
from game.story.compass import Compass
from game.story.journal import Journal
from tests.game.scenes import views

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

WORDS = "I counted the steps, and said nothing."


def _press(player: Player, *keys: str) -> None:
    for key in keys:
        player.top.press(player.widget(key))
    player.frame()


def _type(player: Player, text: str) -> None:
    player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


def _written(player: Player) -> None:
    """Writes a page by keys alone and keeps it."""
    views.VIEWS["pages"](player)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert isinstance(player.top, JournalPage)
    _type(player, WORDS)
    player.press(pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    assert isinstance(player.top, JournalScreen)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_page_is_written_kept_and_read_again(player: Player) -> None:
    """What was written stands in the list, opens again, and can be written on."""
    _written(player)
    assert player.widget("leaf-0").name == WORDS
    _press(player, "leaf-0")
    page = player.top
    assert isinstance(page, JournalPage)
    assert page.field.draft.text == WORDS
    _type(player, " Then I went.")
    _press(player, "keep")
    assert [leaf.text for leaf in Journal(player.paths.data).leaves()] == [f"{WORDS} Then I went."]


def test_no_save_and_no_log_knows_of_it(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """Of what was written nothing stands in any file but the journal's own, and nothing in the log."""
    with caplog.at_level(logging.DEBUG):
        _written(player)
        player.app.director.back()
        player.app.director.back()
        player.app.director.quick_save()
    holding = [path for path in _files(player.paths.data) if WORDS.encode() in path.read_bytes()]
    assert holding == [player.paths.data / "journal" / "entries.json"]
    assert WORDS not in caplog.text


def test_deleting_really_deletes(player: Player) -> None:
    """Deleted pages and a deleted compass leave no file and no byte behind."""
    _written(player)
    _press(player, "delete", "yes")
    assert "leaf-0" not in player.keys
    player.app.director.back()
    player.go(Route.COMPASS)
    player.press(pygame.K_RIGHT)
    assert (player.paths.data / "compass" / "values.json").is_file()
    _press(player, "delete", "yes")
    assert not [path for path in _files(player.paths.data) if path.parent.name in {"journal", "compass"}]
    assert not [path for path in _files(player.paths.data) if WORDS.encode() in path.read_bytes()]


def test_one_page_alone_can_be_deleted(player: Player) -> None:
    """Deleting a page leaves the others."""
    _written(player)
    own = Journal(player.paths.data)
    own.write("Another evening.")
    player.top.entered()
    _press(player, "leaf-1", "delete", "yes")
    assert [leaf.text for leaf in own.leaves()] == ["Another evening."]
    assert WORDS.encode() not in b"".join(path.read_bytes() for path in _files(player.paths.data))


def test_the_text_file_has_the_words(player: Player) -> None:
    """Saved as a text file, the journal can be read without the game; forgetting exports takes the file away too."""
    _written(player)
    Journal(player.paths.data).write("Anöther evening.", prompt="Whom does it help?")
    player.top.entered()
    _press(player, "export")
    (path,) = player.paths.exports.iterdir()
    text = path.read_text(encoding="utf-8")
    assert all(part in text for part in (WORDS, "Anöther evening.", "Whom does it help?"))
    assert str(path) in player.app.shell.banner
    kept.forget(player.paths, pictures=True)
    assert not path.exists()


def test_the_quick_exit_drops_the_page(player: Player) -> None:
    """Whoever comes back from the neutral screen finds neither page nor list, and what was not kept is gone."""
    views.VIEWS["pages"](player)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    _type(player, WORDS)
    player.press(pygame.K_ESCAPE)
    player.app.director.leave()
    assert isinstance(player.top, AwayScreen)
    player.app.director.back()
    assert isinstance(player.top, MyPagesScreen)
    assert not Journal(player.paths.data).leaves()


def test_leaving_unkept_words_is_asked_about(player: Player) -> None:
    """Escape on a page with new words asks first; on one without, it goes back at once."""
    views.VIEWS["pages"](player)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.top, JournalScreen)
    player.press(pygame.K_RETURN)
    _type(player, "x")
    player.press(pygame.K_ESCAPE)
    assert player.app.shell.question is not None
    _press(player, "yes")
    assert isinstance(player.top, JournalScreen)


@pytest.mark.parametrize(("folder", "name", "route"), [("journal", "entries", Route.JOURNAL), ("compass", "values", Route.COMPASS)])
def test_what_is_damaged_is_told_and_kept_aside(start: Callable[..., Player], folder: str, name: str, route: Route) -> None:
    """A damaged file is kept aside under another name, and the player is told."""
    player = start()
    place = player.paths.data / folder
    place.mkdir(parents=True)
    (place / f"{name}.json").write_bytes(b"[1")
    player.open()
    player.go(route)
    assert (place / f"{name}-broken.json").read_bytes() == b"[1"
    assert "damaged" in player.app.shell.banner


def test_the_compass_keeps_what_was_put_and_nothing_else(player: Player) -> None:
    """A value is put by hand, stays, and can be taken back; the file holds no word beside."""
    views.VIEWS["pages"](player)
    player.go(Route.COMPASS)
    player.press(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT)
    assert Compass(player.paths.data).load().near == {"belonging": "near"}
    assert player.widget("belonging").value == "Near"
    player.press(pygame.K_LEFT, pygame.K_LEFT, pygame.K_LEFT)
    assert not (player.paths.data / "compass" / "values.json").exists()


def test_the_web_of_people_says_words_and_no_figures(player: Player) -> None:
    """Who was met stands there with how close they are, in words; who was not met is not named."""
    views.VIEWS["closeness"](player)
    said = {widget.name: widget.value for widget in player.top.widgets if widget.key.startswith("person-")}
    assert said == {"Ines": "some way off", "Old Per": "far"}
    assert not [char for widget in player.top.heard() for char in widget.name + widget.value if char.isdigit() and widget.key != "exit"]
