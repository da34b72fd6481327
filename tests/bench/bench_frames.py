"""Measures what a frame costs the processor: a line on a still picture, a picture that drifts, one scene giving way to the next.

In milliseconds of the main thread, with SDL's dummy screen: what copying to a real one costs is measured from outside.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.app import App, Options
from game.paths import below
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.settings import Settings, SettingsFile
from game.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = ((1280, 720), (1920, 1080))
FRAMES = 40
RESTED = 0.016
PATIENCE = 20.0


class Reading:
    """The story's screen of a started game."""

    def __init__(self, app: App) -> None:
        """Opens the first story at its first line, and waits for its picture."""
        self.app = app
        app._began_sound = True
        app.begin()
        app.shell.chosen = next(shelved for shelved in app.shell.shelf if shelved.book)
        app.director.go(Route.READING)
        self.settle()

    @property
    def screen(self) -> ReadingScreen:
        """Returns the story's screen.

        Raises TypeError where another one is on top.
        """
        if not isinstance(self.app.top, ReadingScreen):
            raise TypeError(f"the story is not on top: {self.app.top.name}")
        return self.app.top

    def frame(self) -> float:
        """Draws one frame and returns its milliseconds of the main thread."""
        pygame.event.pump()
        self.app.director.now = self.screen.now = time.monotonic()
        begun = time.thread_time()
        self.app.frame()
        return (time.thread_time() - begun) * 1000

    def settle(self) -> None:
        """Draws until every picture is there and no scene is changing."""
        end = time.monotonic() + PATIENCE
        self.frame()
        while self.app.shell.pictures.waiting and time.monotonic() < end:
            time.sleep(RESTED)
            self.frame()
        self.frames(theme.SCENE_CHANGE + 0.5)

    def frames(self, seconds: float) -> list[float]:
        """Draws for so long, at the pace of the game, and returns each frame's milliseconds."""
        costs, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            costs.append(self.frame())
            time.sleep(RESTED)
        return costs

    def drifting(self) -> float:
        """Returns what a frame costs while the picture is awake."""
        reader = self.screen.reader
        assert reader is not None
        reader.air.backdrop._woken = time.monotonic() - theme.SETTLE / 2
        return statistics.median(self.frames(FRAMES * RESTED))

    def resting(self) -> float:
        """Returns what a frame costs that shows a line over a picture at rest."""
        reader = self.screen.reader
        assert reader is not None
        reader.air.backdrop._woken = -100.0
        return statistics.median(self.frames(FRAMES * RESTED))

    def changing(self) -> tuple[float, float]:
        """Skips the scene; returns what a frame costs in the median and at most while the next scene comes in."""
        session = self.screen.reader.session if self.screen.reader else None
        assert session is not None
        session.journey.skip()
        self.screen.take_turn()
        end = time.monotonic() + PATIENCE
        self.frame()
        reader = self.screen.reader
        assert reader is not None
        costs: list[float] = []
        while not reader.air.backdrop.changing(time.monotonic(), still=False) and time.monotonic() < end:
            time.sleep(RESTED)
            costs = [self.frame()]
        costs += self.frames(theme.SCENE_CHANGE * 0.9)
        return statistics.median(costs), max(costs)


def milliseconds(work: Callable[[], object], times: int) -> float:
    """Returns the median time of some work, by the clock."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def at(size: tuple[int, int]) -> dict[str, float]:
    """Returns the figures of one size of the window."""
    with tempfile.TemporaryDirectory() as folder:
        places = below(Path(folder))
        file = SettingsFile(places.settings)
        file.save(Settings(width=size[0], height=size[1]))
        app = App(places, file, Options(windowed=True))
        try:
            reading = Reading(app)
            name = f"frame at {size[0]} × {size[1]}"
            change, worst = reading.changing()
            return {
                f"{name}: still, ms of processor": reading.resting(),
                f"{name}: awake, ms of processor": reading.drifting(),
                f"{name}: change of scene, ms of processor": change,
                f"{name}: change of scene, the dearest, ms of processor": worst,
                f"{name}: rewind and draw, ms": milliseconds(lambda: (reading.screen.rewind(), reading.frame()), 1),
                f"{name}: quick save with its picture, ms": milliseconds(app.director.quick_save, 9),
                f"{name}: the picture of a save, ms": milliseconds(app.director.picture, 9),
            }
        finally:
            # Not app.end(): it also ends SDL's screen, which the next size needs.
            app.shell.pictures.close()
            app.window.destroy()


def measure() -> dict[str, float]:
    """Returns every figure, each named with its unit."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    return {name: value for size in SIZES for name, value in at(size).items()}


if __name__ == "__main__":
    print(json.dumps({name: round(value, 2) for name, value in measure().items()}, indent=2))
