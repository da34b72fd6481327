"""Somebody at the window: presses keys, points, turns the wheel, and looks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame

from game.app import App, Options
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.settings import Settings, SettingsFile
from game.story.pack import Book

if TYPE_CHECKING:
    from game.paths import Paths
    from game.scenes.reader import Reader
    from game.scenes.screen import Screen
    from game.scenes.session import Session
    from game.ui.widgets import Widget

PICTURES_WITHIN = 30.0


class Player:
    """One run of the program, its events handed in by hand; sound stays off unless `sound` is wanted."""

    def __init__(
        self, paths: Paths, *, size: tuple[int, int] = (1280, 720), sound: bool = False, lang: str = "", **settings: object
    ) -> None:
        """Starts the program on saves and settings of its own."""
        self.paths = paths
        self.closed = False
        file = SettingsFile(paths.settings)
        chosen = Settings(width=size[0], height=size[1])
        for name, value in settings.items():
            setattr(chosen, name, value)
        file.save(chosen)
        self.app = App(paths, file, Options(language=lang))
        self.app._began_sound = not sound
        self.app.begin()

    def close(self) -> None:
        """Ends the program, all but the display: other windows of this process may still be open."""
        if not self.closed:
            self.closed = True
            self.app.shell.pictures.close()
            self.app.shell.sound.stop()
            if self.app.shell.telling is not None:
                self.app.shell.telling.part.close()
            if self.app.shell.party is not None:
                self.app.shell.party.end()
            self.app.window.destroy()

    # Looking ---------------------------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen:
        """Returns the screen on top."""
        return self.app.top

    @property
    def reader(self) -> Reader:
        """Returns the reader of the story's screen, which must be on top."""
        assert isinstance(self.top, ReadingScreen)
        assert self.top.reader is not None
        return self.top.reader

    @property
    def session(self) -> Session:
        """Returns the session of the story, which must be open."""
        assert self.app.shell.session is not None
        return self.app.shell.session

    @property
    def focus(self) -> str:
        """Returns the key of the control that has the focus."""
        return self.top.focus.key

    @property
    def keys(self) -> list[str]:
        """Returns the keys of the controls that can take the focus."""
        return [widget.key for widget in self.top.widgets if widget.focusable]

    def widget(self, key: str) -> Widget:
        """Returns a control."""
        return next(widget for widget in self.top.widgets if widget.key == key)

    def shown(self) -> tuple[str, ...]:
        """Returns the texts of the leaf as far as it is read."""
        here = self.reader.here
        found = self.reader.layout.leaves
        first = found[here.leaf].first if here.leaf < len(found) else 0
        return tuple(paragraph.text for paragraph in self.reader.turn[first : here.shown])

    # Doing -----------------------------------------------------------------------------------------------------------

    def press(self, *keys: int, mod: int = 0) -> None:
        """Presses keys, one after the other."""
        for key in keys:
            self.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0))
            self.app.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0))

    def point(self, x: float, y: float) -> None:
        """Moves the pointer."""
        self.app.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(int(x), int(y)), rel=(0, 0), buttons=(0, 0, 0), touch=False))

    def click(self, key: str = "", *, at: tuple[float, float] | None = None) -> None:
        """Presses a control in its middle, or a place."""
        x, y = at or self.widget(key).rect.centre
        pos = (int(x), int(y))
        self.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1, touch=False))
        self.app.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1, touch=False))

    def wheel(self, steps: int) -> None:
        """Turns the wheel: up is positive."""
        self.app.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_x=0.0, precise_y=float(steps), flipped=False))

    def resize(self, width: int, height: int) -> None:
        """Drags the window to another size."""
        self.app.window.size = (width, height)
        self.app.handle(pygame.event.Event(pygame.WINDOWRESIZED, x=width, y=height))

    def frame(self) -> None:
        """Draws a frame."""
        self.app.frame()

    def passes(self, seconds: float) -> None:
        """Lets time pass for what the story's screen shows: text stands as long as if `seconds` had gone by."""
        reader = self.reader
        reader.beat_at -= seconds
        if reader.hold_until > 0:
            reader.hold_until -= seconds
        if reader.arrives_at > 0:
            reader.arrives_at = max(1e-9, reader.arrives_at - seconds)
        reader.air.caption_until -= seconds

    def see(self) -> None:
        """Draws until every picture that was ordered has come."""
        end = time.monotonic() + PICTURES_WITHIN
        self.frame()
        while self.app.shell.pictures.waiting:
            assert time.monotonic() < end, "a picture did not come"
            time.sleep(0.01)
            self.app.director.arrived()
            self.frame()
        self.app.director.arrived()
        self.frame()

    # Ways ------------------------------------------------------------------------------------------------------------

    def open(self, number: int = 0) -> None:
        """Starts a story of the shelf and stands at its first line."""
        shelved = self.app.shell.shelf[number]
        assert isinstance(shelved.book, Book)
        self.app.shell.chosen = shelved
        self.app.director.go(Route.READING)

    def go(self, route: Route) -> None:
        """Opens a screen."""
        self.app.director.go(route)

    def to_choices(self) -> None:
        """Reads on until choices stand there, long enough to take Enter."""
        for _ in range(200):
            if isinstance(self.top, ReadingScreen) and self.top.shows_choices:
                break
            self.press(pygame.K_SPACE)
            self.passes(6.0)
            self.frame()
        self.passes(1.0)
        assert isinstance(self.top, ReadingScreen)
        assert self.top.shows_choices
