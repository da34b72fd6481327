"""What a reader changes is seen at once, keeps the place, and can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from game.scenes.settings import SettingsScreen
from game.scenes.shell import Route
from game.ui.widgets import Role
from tests.game.scenes import views

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

CHANGES = [
    {"line_height": 200},
    {"letter_spacing": 20},
    {"word_spacing": 60},
    {"column_width": "narrow"},
    {"column_width": "wide"},
    {"justified": True},
    {"font": "opendyslexic"},
    {"line_height": 150, "letter_spacing": 12, "word_spacing": 16, "text_size": 200},
]


def _pixels(player: Player) -> bytes:
    views.at_rest(player)
    return bytes(player.app.canvas.image().tobytes())


def _apart(a: bytes, b: bytes) -> float:
    """Returns the part of the bytes that are far from each other, in per cent."""
    first, second = (np.frombuffer(data, dtype=np.uint8).astype(np.int16) for data in (a, b))
    return float((np.abs(first - second) > 24).mean() * 100)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: "-".join(f"{name}-{value}" for name, value in change.items()))
def test_every_change_of_type_is_laid_out_at_once_and_keeps_the_place(player: Player, change: dict[str, object]) -> None:
    """A change must show on the page at once, and leave the reader at the same line, with the choices that stood there."""
    player.open()
    player.to_choices()
    player.see()
    newest, before = player.shown()[-1], _pixels(player)
    settings = player.app.shell.settings
    first = {name: getattr(settings, name) for name in change}
    for values in (change, first):
        for name, value in values.items():
            setattr(settings, name, value)
        player.app.director.settle()
        player.see()
        assert player.reader.here.choices
        assert (player.shown() or (newest,))[-1] == newest
        assert (_apart(_pixels(player), before) > 0.1) == (values is change)


def test_a_scrolled_page_stays_where_it_was(start: Callable[..., Player]) -> None:
    """In a column taller than the window, another height of line must leave the reader as far down as before."""
    player = start(size=(480, 320), text_size=200)
    player.open()
    player.to_choices()
    reader = player.reader
    assert reader.pages.overflows(reader.here)
    reader.scroll(1e6)
    player.app.shell.settings.line_height = 175
    player.app.director.settle()
    assert reader.scrolled == pytest.approx(reader.layout.overflow(reader.here))


def test_pictures_can_be_dimmed_and_left_out(player: Player) -> None:
    """Dimmed pictures must be darker, the text on the panel as bright as before; who speaks is shown only where that is wanted."""
    views.VIEWS["choices"](player)
    panel = player.reader.layout.frame.panel
    bright = _pixels(player)
    shell = player.app.shell
    shell.settings.dim_pictures = 80
    player.app.director.settle()
    dim = _pixels(player)
    wide, tall = player.app.canvas.size
    both = [np.frombuffer(data, dtype=np.uint8).reshape(tall, wide, 4) for data in (bright, dim)]
    before, after = (picture[200:400, 50:300, :3].mean() for picture in both)
    assert after < before * 0.4
    before, after = (picture[int(panel.y) : int(panel.bottom), int(panel.x) : int(panel.right), :3].max() for picture in both)
    assert after == before
    portrait = (int(panel.bottom) - 150, int(panel.x) - 60)
    shell.settings.dim_pictures, shell.settings.portraits = 0, False
    player.app.director.settle()
    bare = np.frombuffer(_pixels(player), dtype=np.uint8).reshape(tall, wide, 4)
    assert tuple(bare[portrait]) != tuple(both[0][portrait])


def test_pictures_can_stand_still_while_the_rest_moves(player: Player) -> None:
    """Without motion in pictures the frame must rest as soon as text and ring do."""
    player.open()
    player.see()
    backdrop, now = player.reader.air.backdrop, player.app.director.now
    assert backdrop.moving(now + 1.0, still=player.app.shell.still_scenes)
    player.app.shell.settings.scene_motion = False
    assert not backdrop.moving(now + 1.0, still=player.app.shell.still_scenes)
    assert not player.app.shell.still


def test_settings_stand_in_groups(player: Player) -> None:
    """Every row must follow a heading, the sample must be read out as text, and Tab must go through the rows in their order."""
    player.go(Route.SETTINGS)
    headings = [widget.name for widget in player.top.widgets if widget.role is Role.HEADING]
    assert headings == ["Text", "Look", "Sound", "Comfort", "Keys", "This device"]
    assert player.focus == "text_size"
    assert player.widget("sample").role is Role.TEXT
    assert "kettle" in player.widget("sample").name
    keys = player.keys
    for key in keys[1:]:
        player.press(pygame.K_TAB)
        assert player.focus == key


def test_the_row_that_is_changed_stays_under_the_pointer(start: Callable[..., Player]) -> None:
    """A sample that grows must not push away the row that makes it grow."""
    player = start(size=(1920, 1080), reduce_motion=True)
    player.go(Route.SETTINGS)
    screen = player.top
    assert isinstance(screen, SettingsScreen)
    screen.focus.key = "word_spacing"
    screen.reveal()
    screen.scroll(60)
    for _ in range(6):
        before = player.widget("word_spacing").rect.y
        player.press(pygame.K_RIGHT)
        assert player.widget("word_spacing").rect.y == pytest.approx(before, abs=2)


def test_the_first_row_of_a_group_shows_its_heading(player: Player) -> None:
    """Going up to the first row of a group must show the heading above it."""
    player.go(Route.SETTINGS)
    screen = player.top
    assert isinstance(screen, SettingsScreen)
    screen.focus.key = "scene_motion"
    screen.reveal()
    while player.focus != "theme":
        player.press(pygame.K_UP)
    assert player.widget("group-look").rect.bottom > screen.view.y
    assert player.widget("theme").rect.bottom <= screen.view.bottom + 1
