"""The shelf, the quick exit, and stories in which something is missing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.away import AwayScreen
from game.scenes.note import NoteScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shelf_list import ShelfList
from game.scenes.title import TitleScreen
from tests.game.scenes import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.paths import Paths
    from tests.game.scenes.player import Player


def test_a_story_begins_with_its_note_by_keyboard_alone(player: Player) -> None:
    """Enter on the shelf must show the note, Enter there the first line."""
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, NoteScreen)
    assert player.focus == "start"
    assert "Nobody is hurt" in " ".join(widget.name for widget in player.top.widgets)
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)


def test_an_empty_shelf_says_where_stories_belong(start: Callable[..., Player], paths: Paths) -> None:
    """Without stories the shelf must say what to do, as covers and as a list."""
    (paths.packs / "low-water.story").unlink()
    player = start()
    assert "cover-0" not in player.keys
    player.frame()
    player.resize(720, 1000)
    assert isinstance(player.top, ShelfList)
    assert str(paths.stories) in player.widget("nothing").name
    player.frame()


@pytest.mark.parametrize("size", [(1280, 720), (720, 1000)])
def test_an_unreadable_story_stands_greyed_with_its_reason(start: Callable[..., Player], paths: Paths, size: tuple[int, int]) -> None:
    """A file that is no story must stand on the shelf with the reason, and pressing it says so again."""
    (paths.packs / "broken.story").write_bytes(b"PK\x03\x04 this is no story")
    player = start(size=size)
    cover = player.widget("cover-1")
    assert (cover.name, cover.value) == ("broken", "cannot be opened")
    assert cover.hint
    player.frame()
    player.click("cover-1")
    assert player.app.shell.banner == cover.hint
    assert isinstance(player.top, TitleScreen | ShelfList)
    player.frame()
    player.click("cover-0")
    assert isinstance(player.top, NoteScreen)


@pytest.mark.parametrize("missing", ["art/portraits/", "art/scenes/", "sound/", "art/cover.svg"])
def test_the_story_goes_on_without_what_its_manifest_does_not_have(
    start: Callable[..., Player], paths: Paths, members: Mapping[str, bytes], missing: str
) -> None:
    """A story without pictures or sounds must be readable."""
    empty: dict[str, object] = {"art/scenes/": "scenes", "sound/": "sounds"}
    changes: dict[str, object] = {str(empty[missing]): {}} if missing in empty else {}
    if missing == "art/cover.svg":
        changes["cover"] = None
    if missing == "art/portraits/":
        changes["characters"] = {}
    (paths.packs / "low-water.story").write_bytes(packs.packed(members, leave_out=missing, **changes))
    player = start()
    assert player.app.shell.shelf[0].book is not None, player.app.shell.shelf[0].reason
    player.see()
    player.open()
    player.see()
    player.to_choices()
    player.press(pygame.K_1)
    player.see()
    assert player.shown()


def test_a_picture_that_cannot_be_drawn_is_left_out_and_logged(
    start: Callable[..., Player], paths: Paths, members: Mapping[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    """A broken picture must cost only itself: the story goes on, and the log names it."""
    broken = {**members, "art/scenes/lock.svg": b"<svg><unclosed></svg>", "art/portraits/ines-open.svg": b"no picture at all"}
    (paths.packs / "low-water.story").write_bytes(packs.packed(broken))
    player = start()
    player.open()
    with caplog.at_level(logging.WARNING):
        player.see()
        player.to_choices()
        player.see()
    assert "art/scenes/lock.svg could not be drawn" in caplog.text
    assert "art/portraits/ines-open.svg could not be drawn" in caplog.text
    assert player.shown()


def test_arrows_walk_along_the_shelf_and_turn_it(start: Callable[..., Player], paths: Paths, members: Mapping[str, bytes]) -> None:
    """With more stories than fit, right must bring the next one in, and left the one before."""
    for number in range(2, 7):
        (paths.packs / f"water-{number}.story").write_bytes(packs.packed(members, id=f"water-{number}", title={"en": f"Water {number}"}))
    player = start()
    assert player.focus == "cover-0"
    for number in range(1, 6):
        player.press(pygame.K_RIGHT)
        assert player.focus == f"cover-{number}"
        assert player.widget(player.focus).rect.right <= 1280
        player.frame()
    player.press(pygame.K_RIGHT)
    assert player.focus.startswith("cover-5") or player.focus in player.keys
    player.top.focus.key = "cover-5"
    for number in (4, 3, 2, 1, 0):
        player.press(pygame.K_LEFT)
        assert player.focus == f"cover-{number}"


def _shift_three_times(player: Player) -> None:
    player.press(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LSHIFT)


def test_three_shifts_leave_from_anywhere_and_only_a_hold_comes_back(player: Player) -> None:
    """The quick exit must show the notepad at once, under its own title; a press does not come back, a long one does."""
    player.open()
    player.press(pygame.K_SPACE)
    _shift_three_times(player)
    assert isinstance(player.top, AwayScreen)
    assert player.app.window.title == "Notes"
    assert not player.app.shell.banner
    player.press(pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_F1, pygame.K_m)
    player.click(at=(40, 10))
    assert isinstance(player.top, AwayScreen)
    top = player.top
    top.now = 100.0
    top.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(40, 10), button=1))
    top.moving(101.0)
    assert isinstance(player.top, AwayScreen)
    top.moving(102.1)
    assert isinstance(player.top, ReadingScreen)
    assert player.app.window.title == "Threshold"
    assert len(player.shown()) == 2


def test_the_notepad_takes_what_is_typed_and_forgets_it(player: Player) -> None:
    """The notepad must be writable, and keep nothing."""
    player.app.director.leave()
    for letter in "milk":
        player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    player.press(pygame.K_BACKSPACE)
    assert isinstance(player.top, AwayScreen)
    assert player.top.text == "mil"
    player.frame()
    player.app.director.back()
    player.app.director.leave()
    assert isinstance(player.top, AwayScreen)
    assert not player.top.text


def test_an_unwritable_home_is_told_of_and_play_goes_on(start: Callable[..., Player], paths: Paths) -> None:
    """Where nothing can be written, a banner must say so, and the story can be read all the same."""
    paths.data.mkdir(parents=True)
    player = start()
    assert not player.app.shell.banner
    player.close()
    paths.saves.write_text("a file where the folder of saves belongs", encoding="utf-8")
    player = start()
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert "could not be saved" in player.app.shell.banner
    player.frame()
    player.press(pygame.K_SPACE)
    assert not player.app.shell.banner
    assert len(player.shown()) == 2
