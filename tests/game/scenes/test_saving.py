"""Saving and loading from the window, and what is said where it fails."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest
import skia

from game.scenes.ask import AskScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.scenes.slots import SlotsScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


@pytest.fixture
def chosen(player: Player) -> Player:
    """Returns somebody on the second page."""
    player.open()
    player.to_choices()
    player.press(pygame.K_2)
    return player


def _slot(player: Player, number: int) -> bytes:
    return (player.paths.saves / "low-water" / f"slot-{number:06}.json").read_bytes()


def test_a_slot_is_written_with_its_picture_and_loaded(chosen: Player) -> None:
    """A slot must keep the page with a picture of it, and lead back to it."""
    page = chosen.session.page
    chosen.go(Route.SAVE)
    chosen.press(pygame.K_RETURN)
    assert chosen.app.shell.banner == "Saved."
    assert isinstance(chosen.top, SlotsScreen)
    info = chosen.top.infos["slot-1"]
    assert info.thumbnail is not None
    image = chosen.top._thumb("slot-1")
    assert image is not None
    assert (image.width(), image.height()) == (320, 180)
    chosen.frame()
    chosen.press(pygame.K_ESCAPE)
    chosen.to_choices()
    chosen.press(pygame.K_1)
    chosen.go(Route.LOAD)
    chosen.click("slot-1")
    assert isinstance(chosen.top, ReadingScreen)
    assert chosen.session.page == page


def test_saving_over_something_asks_first(chosen: Player) -> None:
    """A full slot must be written only after yes; the way back changes nothing."""
    chosen.session.save(1, None)
    before = _slot(chosen, 1)
    chosen.to_choices()
    chosen.press(pygame.K_1)
    chosen.go(Route.SAVE)
    chosen.press(pygame.K_RETURN)
    assert isinstance(chosen.top, AskScreen)
    assert chosen.focus == "back"
    chosen.press(pygame.K_RETURN)
    assert isinstance(chosen.top, SlotsScreen)
    assert _slot(chosen, 1) == before
    chosen.press(pygame.K_RETURN, pygame.K_UP)
    assert chosen.focus == "yes"
    chosen.press(pygame.K_RETURN)
    assert isinstance(chosen.top, SlotsScreen)
    assert _slot(chosen, 1) != before


def test_quick_save_and_quick_load(chosen: Player) -> None:
    """F5 must keep the page, F9 lead back to it; without one, F9 says what F5 does."""
    chosen.press(pygame.K_F9)
    assert "F5" in chosen.app.shell.banner
    chosen.press(pygame.K_F5)
    assert chosen.app.shell.banner == "Saved."
    quick = chosen.session.quick()
    assert quick is not None
    assert quick.thumbnail is not None
    page = chosen.session.page
    chosen.to_choices()
    chosen.press(pygame.K_3)
    chosen.press(pygame.K_F9)
    assert chosen.session.page == page


def test_a_quick_save_shows_what_the_window_showed(chosen: Player) -> None:
    """The picture of a quick save must be the window as it was when the key was pressed, only smaller."""
    chosen.frame()
    window = skia.Image.MakeFromEncoded(skia.Data(chosen.app.canvas.png(), copy=True))
    chosen.press(pygame.K_F5)
    quick = chosen.session.quick()
    assert quick is not None
    assert quick.thumbnail is not None
    small = skia.Image.MakeFromEncoded(skia.Data(quick.thumbnail.read_bytes(), copy=True))
    assert (small.width(), small.height()) == (320, 180)
    shrunk = window.resize(320, 180, skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
    apart = np.abs(shrunk.toarray().astype(np.int16) - small.toarray())
    assert apart.mean() < 3


def test_a_picture_costs_no_second_wait_for_the_disk(chosen: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """The save itself must be on the disk before the player is told; its picture, which can be done without, is not waited for."""
    waits: list[int] = []
    through = os.fsync

    def counted(handle: int) -> None:
        waits.append(handle)
        through(handle)

    monkeypatch.setattr(os, "fsync", counted)
    chosen.session.quick_save()
    alone = len(waits)
    chosen.press(pygame.K_F5)
    assert chosen.app.shell.banner == "Saved."
    assert alone > 0
    assert len(waits) == 2 * alone


@pytest.mark.parametrize("fault", ["gone", "empty"])
def test_a_quick_save_without_its_picture_is_listed_and_loaded(chosen: Player, fault: str) -> None:
    """Where a power cut took the picture, or left an empty file, the save must be listed, drawn and loaded all the same."""
    chosen.press(pygame.K_F5)
    quick = chosen.session.quick()
    assert quick is not None
    assert quick.thumbnail is not None
    page = chosen.session.page
    if fault == "gone":
        quick.thumbnail.unlink()
    else:
        quick.thumbnail.write_bytes(b"")
    chosen.to_choices()
    chosen.press(pygame.K_1)
    chosen.go(Route.LOAD)
    chosen.frame()
    assert chosen.widget("quick-1").enabled
    chosen.click("quick-1")
    assert chosen.session.page == page


def test_the_story_goes_on_where_it_was_left(start: Callable[..., Player]) -> None:
    """A story that was begun must open where it was left, from the shelf and by Continue."""
    first = start()
    first.open()
    first.to_choices()
    first.press(pygame.K_2)
    page = first.session.page
    first.close()
    again = start()
    assert again.widget("main").name == "Continue"
    again.press(pygame.K_RETURN)
    assert again.session.page == page


def test_a_full_disk_is_told_of_and_play_goes_on(chosen: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a save cannot be written, the player must be told, the older save must stay, and the story go on."""
    chosen.session.save(1, None)
    before = _slot(chosen, 1)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    chosen.to_choices()
    chosen.press(pygame.K_1)
    assert len(chosen.session.journey.turns) == 3
    assert "could not be saved" in chosen.app.shell.banner
    assert os.strerror(errno.ENOSPC) in chosen.app.shell.banner
    chosen.frame()
    chosen.app.shell.banner = ""
    chosen.press(pygame.K_F5)
    assert "could not be saved" in chosen.app.shell.banner
    chosen.go(Route.SAVE)
    chosen.press(pygame.K_DOWN, pygame.K_RETURN)
    assert "could not be saved" in chosen.app.shell.banner
    monkeypatch.undo()
    assert _slot(chosen, 1) == before
    assert not (chosen.paths.saves / "low-water" / "slot-000002.json").exists()


def test_settings_that_cannot_be_written_hold_until_the_end(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting must take effect although it cannot be kept, and the player is told."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    player.go(Route.SETTINGS)
    player.press(pygame.K_RIGHT)
    assert player.app.shell.settings.text_size == 110
    assert "settings could not be saved" in player.app.shell.banner


def test_a_damaged_save_stands_greyed_in_the_list(chosen: Player) -> None:
    """A damaged save must be shown as damaged and cannot be pressed; the others can."""
    info = chosen.session.save(3, None)
    info.path.write_bytes(b"\x00" * 40)
    chosen.go(Route.LOAD)
    row = chosen.widget("slot-3")
    assert not row.enabled
    assert "damaged" in row.value
    chosen.frame()
    session = chosen.session
    chosen.click("slot-3")
    assert isinstance(chosen.top, SlotsScreen)
    assert chosen.session is session


def test_a_damaged_picture_of_a_save_is_left_out(chosen: Player) -> None:
    """A save whose picture is broken or gone must still be listed and drawn."""
    info = chosen.session.save(1, chosen.app.director.picture())
    assert info.thumbnail is not None
    info.thumbnail.write_bytes(b"\x89PNG broken")
    chosen.go(Route.LOAD)
    chosen.frame()
    assert chosen.widget("slot-1").enabled
