"""Every screen in every size, text size and reading direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.sheet import Sheet
from game.scenes.shell import Route
from game.ui import theme
from tests.game.scenes import measure, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

SIZES = ((1280, 720), (1920, 1080), (960, 540), (800, 480), (720, 1000), (2560, 1080))
TEXTS = (80, 100, 200, 250)


def _variants(player: Player) -> list[str]:
    """Lays the screen on top out in every size and text size, walks through its controls, and returns what is wrong."""
    found = []
    for width, height in SIZES:
        for text in TEXTS:
            player.app.shell.settings.text_size = text
            player.app.window.size = (width, height)
            player.app.director.resize(width, height)
            where = f"{width} x {height}, {text} %"
            found += [f"{where}: {fault}" for fault in measure.faults(player)]
            for _ in range(len(player.keys)):
                player.press(pygame.K_TAB)
                found += [f"{where}, Tab to {player.focus}: {fault}" for fault in measure.faults(player)]
    return found


@pytest.mark.parametrize("language", ["en", "ar-XB"])
@pytest.mark.parametrize("view", [*views.VIEWS])
def test_nothing_leaves_the_window_or_lies_over_something_else(start: Callable[..., Player], view: str, language: str) -> None:
    """Every control must stand inside the window, clear of the others, large enough to hit, and reachable by Tab."""
    player = start(lang=language, reduce_motion=True)
    views.VIEWS[view](player)
    found = _variants(player)
    assert not found, "\n".join(dict.fromkeys(found[:40]))


def test_a_sheet_is_as_low_as_what_is_in_it(start: Callable[..., Player]) -> None:
    """A panel with little in it must end below its buttons, in the middle of its room; one with much must use the whole room."""
    player = start(reduce_motion=True)
    views.VIEWS["ask"](player)
    sheet = player.top
    assert isinstance(sheet, Sheet)
    space = player.app.shell.space
    held = [widget.rect for widget in sheet.widgets if widget.key in {"text-0", "yes", "back"}]
    assert sheet.panel.h < space.height / 2
    assert all(sheet.panel.y < rect.y and rect.bottom < sheet.panel.bottom for rect in held)
    assert sheet.panel.bottom - max(rect.bottom for rect in held) < space.px(theme.PADDING)
    assert sheet.content < sheet.view.h <= sheet.content + space.px(theme.SPACE[1]) + 1
    player.go(Route.HELP)
    high = player.top
    assert isinstance(high, Sheet)
    assert high.content > high.view.h
    assert abs(sheet.panel.y + sheet.panel.h / 2 - high.panel.y - high.panel.h / 2) <= 1
