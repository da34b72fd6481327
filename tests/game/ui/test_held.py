"""A key that was tapped while a frame took long is one press; one that is held goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.game import xvfb

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Prints how many presses came of a tap within a slow frame, and of a key that is held for as long.
_LISTEN = """
import sys, time
import pygame
from game.ui.held import Held
pygame.display.init()
window = pygame.Window("held", (300, 200))
pygame.key.set_repeat(400, 60)
held = Held()

def downs(seconds, step):
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(step)
        count += sum(event.type == pygame.KEYDOWN for event in held.real(pygame.event.get()))
    return count

downs(0.8, 0.02)
for slow in (1.2, 0.02):
    print("ready", flush=True)
    while not downs(0.02, 0.02):
        pass
    print("pressed", flush=True)
    print(downs(1.2, slow), flush=True)
"""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[xvfb.Screen]:
    """Yields a private screen."""
    assert not xvfb.lacks()
    with xvfb.opened(tmp_path) as opened:
        yield opened


def test_a_tap_within_a_slow_frame_is_one_press(screen: xvfb.Screen) -> None:
    """While nothing is read from the keyboard for a second, a tap comes once; a key that is really held repeats."""
    environment = {**os.environ, "DISPLAY": screen.name, "SDL_VIDEODRIVER": "x11"}
    with subprocess.Popen([sys.executable, "-c", _LISTEN], stdout=subprocess.PIPE, text=True, env=environment) as game:
        assert game.stdout is not None
        lines = iter(game.stdout.readline, "")

        def said(word: str) -> None:
            assert any(line.strip() == word for line in lines)

        said("ready")
        screen.hold("Tab", down=True)
        said("pressed")
        screen.hold("Tab", down=False)
        tapped = int(next(lines))
        said("ready")
        screen.hold("Tab", down=True)
        said("pressed")
        kept = int(next(lines))
        screen.hold("Tab", down=False)
    assert tapped == 0
    assert kept >= 3
