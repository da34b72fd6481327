"""Nothing is drawn while nothing changes, and nothing is loaded that is not needed."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


ROOT = Path(__file__).parents[3]

_DRAW_ALL = """
import sys
sys.modules["numpy"] = None
from dataclasses import replace
from pathlib import Path
from game.app import App, Options
from game.paths import below
from game.scenes.shell import CORRESPONDING, Question, Route
from game.settings import SettingsFile

paths = replace(below(Path(sys.argv[1]) / "other"), packs=Path(sys.argv[2]))
app = App(paths, SettingsFile(paths.settings), Options())
app._began_sound = True
app.begin()
app.frame()
app.shell.chosen = app.shell.shelf[0]
app.shell.question = Question("?", "Yes", lambda: None)
for theme in ("dusk", "contrast_light"):
    app.shell.settings.theme = theme
    for route in (route for route in Route if route not in CORRESPONDING):
        if route is not Route.SHELF:
            app.director.go(route)
        app.frame()
        while app.shell.pictures.waiting:
            pass
        app.director.arrived()
        app.frame()
        if route not in {Route.READING, Route.MENU, Route.BACKLOG}:
            app.director.back()
app.director.home()
app.director.resize(720, 1000)
app.frame()
app.shell.pictures.close()
from game.scenes import signs
from game.ui.geometry import Rect
for sign in (*signs._PATHS, "laugh", "surprise"):
    signs.draw_sign(app.canvas.draw, sign, Rect(10, 10, 24, 24), 0xFF000000, 0xFFFFFFFF)
assert app.shell.session is None
print(sorted(name for name in ("mini_racer", "py_mini_racer", "studio") if name in sys.modules))
"""


def test_drawing_loads_no_numpy(player: Player, tmp_path: Path) -> None:
    """Drawing every screen and sign must do without numpy, which no download has: skia-python looks for it where a matrix is left out."""
    command = [sys.executable, "-c", _DRAW_ALL, str(tmp_path), str(player.paths.packs)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def _settled(player: Player) -> None:
    """Stands at a line whose picture has come to rest."""
    player.open()
    player.see()
    player.press(pygame.K_SPACE)
    player.passes(5.0)
    backdrop = player.reader.air.backdrop
    backdrop._woken -= theme.SETTLE
    backdrop._changed -= theme.SETTLE
    # What the pictures' thread still had to report is heard first.
    while events := player.app.sleeper.wait(0.1):
        for event in events:
            player.app.handle(event)
    player.frame()


def _bare_wait(player: Player) -> float:
    """Returns the processor seconds that SDL's own wait takes here in a second without events."""
    library = player.app.sleeper._library
    assert library is not None
    pygame.event.get()
    before = time.thread_time()
    library.SDL_WaitEventTimeout(None, 1000)
    return time.thread_time() - before


def _own_wait(player: Player) -> float:
    """Returns the processor seconds that the loop's wait takes until it is woken after a second."""
    timer = threading.Timer(1.0, player.app._wake)
    before = time.thread_time()
    timer.start()
    player.app.sleeper.wait(player.app._patience())
    return time.thread_time() - before


@pytest.mark.alone
@pytest.mark.parametrize("sound", [False, True])
def test_at_a_line_nothing_is_drawn_and_no_time_is_spent(
    start: Callable[..., Player],
    monkeypatch: pytest.MonkeyPatch,
    sound: bool,  # noqa: FBT001
) -> None:
    """Once everything has come to rest, a second must pass without a frame and almost without the processor."""
    player = start(sound=sound)
    _settled(player)
    if sound:
        end = time.monotonic() + 5
        while player.app.shell.sound.busy and time.monotonic() < end:
            player.app.step()
    assert player.app._patience() is None
    frames = []
    monkeypatch.setattr(player.app, "frame", lambda: frames.append(time.monotonic()))
    # The quietest of several, because other programs on the machine make a wait dearer, never cheaper.
    bare = min(_bare_wait(player) for _ in range(3))
    spent = min(_own_wait(player) for _ in range(3))
    assert not frames
    # SDL's dummy driver polls inside its own wait: what the game adds to that must be next to nothing.
    assert spent < 1.5 * bare + 0.002


@pytest.mark.alone
def test_a_picture_that_arrives_draws_one_frame(start: Callable[..., Player], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another thread reports must wake the loop and draw once."""
    player = start(reduce_motion=True)
    _settled(player)
    frames = []
    draw = player.app.frame

    def counted() -> None:
        frames.append(1)
        draw()

    monkeypatch.setattr(player.app, "frame", counted)
    threading.Timer(0.2, player.app._wake).start()
    begun = time.monotonic()
    player.app.step()
    assert 0.1 < time.monotonic() - begun < 2
    assert len(frames) == 1


def test_motion_ends_by_itself(player: Player) -> None:
    """After the picture has settled, no screen must want another frame."""
    player.open()
    player.see()
    now = player.app.director.now
    assert player.top.moving(now)
    assert not player.top.moving(now + theme.SETTLE + 1)
    player.press(pygame.K_ESCAPE)
    assert not player.top.moving(player.app.director.now + theme.SETTLE + 1)
