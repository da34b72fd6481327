"""Every screen in every size, text size and reading direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

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
