"""The window: events in, frames out. Nothing is drawn while nothing changes."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.errors import ThresholdError, WindowError, marked
from game.scenes.away import AwayScreen
from game.scenes.director import Director
from game.scenes.shell import Route, Shell
from game.story.library import Library, shelve, trusted_keys
from game.story.saves import Saves
from game.ui import audio
from game.ui.canvas import Canvas
from game.ui.geometry import SMALLEST, Space
from game.ui.picture import Pictures
from game.ui.quick import Threefold
from game.ui.text import Typesetter
from game.ui.wake import Sleeper
from game.words import Words, known, made_up, system_language

if TYPE_CHECKING:
    from pathlib import Path

    from game.paths import Paths
    from game.scenes.screen import Screen
    from game.settings import Settings, SettingsFile
    from game.story.library import Shelved

_log = logging.getLogger(__name__)
_TITLE = "Threshold"
_FRAME = 1 / 60
_SOUND_STEP = 1 / 30
_NO_WINDOW = marked("No window can be opened here ({reason}), so the story is read in the terminal.")
# SDL's drivers that show nothing, for ever; taken only where somebody asks for one by name, as tests do.
_UNSEEN = frozenset({"dummy", "evdev", "offscreen"})
_DRAWN_ANEW = frozenset({pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN, pygame.WINDOWRESTORED})


@dataclass(slots=True)
class Options:
    """How the program was started: a story to open at once, a language, whether full screen is off."""

    story: Path | None = None
    language: str = ""
    windowed: bool = False


class App:
    """The program with its window."""

    def __init__(self, paths: Paths, settings_file: SettingsFile, options: Options) -> None:
        """Opens the window.

        Raises WindowError where there is no display.
        """
        self.paths = paths
        self.options = options
        self.settings_file = settings_file
        self.settings: Settings = settings_file.load()
        self.running = True
        self.window = self._open_window()
        self.threefold = Threefold()
        self.sleeper = Sleeper()
        self.arrived = pygame.event.custom_type()
        self.canvas = Canvas(*self.window.size)
        self.director = Director(self, settings_file)
        self.shell = self._shell()
        self._frame_at = 0.0
        self._began_sound = False

    # Starting -------------------------------------------------------------------------------------------------------

    def _open_window(self) -> pygame.Window:
        try:
            pygame.display.init()
            if pygame.display.get_driver() in _UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
                raise pygame.error("no display")
            window = pygame.Window(_TITLE, (self.settings.width, self.settings.height), resizable=True)
        except pygame.error as fault:
            raise WindowError(_NO_WINDOW, reason=str(fault)) from fault
        with contextlib.suppress(pygame.error):
            window.minimum_size = SMALLEST
        if self.settings.fullscreen and not self.options.windowed:
            with contextlib.suppress(pygame.error):
                window.set_fullscreen(desktop=True)
        pygame.key.set_repeat(400, 60)
        return window

    def _shell(self) -> Shell:
        words = Words(self.paths.catalogues, self.options.language or self.settings.language or system_language())
        return Shell(
            space=Space(*self.window.size, self.settings.text_size / 100, words.rtl),
            settings=self.settings,
            words=words,
            type=Typesetter(self.paths.fonts),
            paths=self.paths,
            saves=Saves(self.paths.saves),
            shelf=self._shelf(),
            sound=audio.Silence(),
            pictures=Pictures(self._svg, self._wake),
            verbs=self.director,
            languages=tuple(tag for tag in known(self.paths.catalogues) if not made_up(tag) or tag == words.language),
            given_language=self.options.language,
            wake=self._wake,
        )

    def _shelf(self) -> tuple[Shelved, ...]:
        trusted = trusted_keys(self.paths.trusted_keys)
        if self.options.story is not None:
            return (shelve(self.options.story, trusted),)
        return Library([self.paths.packs, self.paths.stories], trusted).shelf()

    def _svg(self, name: str) -> bytes | None:
        """Returns a picture by `story|path`; called from the thread that orders pictures."""
        story, _, path = name.partition("|")
        for shelved in self.shell.shelf:
            if shelved.book is not None and shelved.book.manifest.id == story:
                try:
                    return shelved.book.read(path)
                except ThresholdError as fault:
                    _log.warning("%s", fault)
        return None

    def _wake(self) -> None:
        """Wakes the loop from another thread: a picture is ready."""
        with contextlib.suppress(pygame.error):
            pygame.event.post(pygame.event.Event(self.arrived))

    def begin(self) -> None:
        """Opens the shelf, or the story the program was started with, and says what could not be read or cannot be written."""
        self.director.now = time.monotonic()
        self.director.begin(self.shell)
        self._open_given()
        if self.settings_file.notice is not None:
            self.shell.tell(self.settings_file.notice.say(self.shell.t))
        elif not self.paths.writable():
            text = self.shell.t("Nothing can be saved here: the folder {folder} cannot be written to.")
            self.shell.tell(text.format(folder=self.paths.data))

    def _open_given(self) -> None:
        if self.options.story is None:
            return
        given = self.shell.shelf[0]
        if given.reason is not None:
            self.shell.tell(given.reason.say(self.shell.t))
        elif given.book is not None:
            self.shell.chosen = given
            begun = self.shell.saves.latest(given.book.manifest.id) is not None
            self.director.go(Route.READING if begun else Route.NOTE)

    # The loop -------------------------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen:
        """Returns the screen on top."""
        return self.director.top

    def run(self) -> int:
        """Runs until the player leaves; returns the exit code."""
        self.begin()
        try:
            while self.running:
                self.step()
        finally:
            self.end()
        return 0

    def end(self) -> None:
        """Keeps the window's size and lets go of everything."""
        if not self.settings.fullscreen and (self.settings.width, self.settings.height) != self.window.size:
            self.settings.width, self.settings.height = (max(320, self.window.size[0]), max(240, self.window.size[1]))
            self.director.write_settings()
        self.shell.pictures.close()
        self.shell.sound.stop()
        self.window.destroy()
        pygame.display.quit()

    def step(self) -> None:
        """Waits for what happens next, takes it in, and draws a frame if one is wanted."""
        for event in self.sleeper.wait(self._patience()):
            self.handle(event)
        now = time.monotonic()
        if not self.running:
            return
        self.shell.sound.pump(now)
        due = self.top.due(now)
        over = self.director.curtain.due(now)
        if self.director.dirty or self.top.moving(now) or (due is not None and due <= 0) or (over is not None and over <= _FRAME):
            self.frame()

    def _patience(self) -> float | None:
        """Returns the longest time to wait for an event: none while a frame is due, for ever while nothing will change."""
        now = time.monotonic()
        if self.director.dirty:
            return 0
        waits = [wait for wait in (self.top.due(now), self.director.curtain.due(now)) if wait is not None]
        if self.top.moving(now):
            waits.append(max(0.0, _FRAME - (now - self._frame_at)))
        if self.shell.sound.busy:
            waits.append(_SOUND_STEP)
        if self.threefold.count:
            waits.append(max(0.01, self.threefold.left(now)))
        return min(waits) if waits else None

    def frame(self) -> None:
        """Draws what is on top and shows it."""
        self.director.dirty = False
        now = self._frame_at = self.director.now = time.monotonic()
        self.director.curtain.paint(self.canvas.draw, self.director.screens, self.shell, now, self.threefold.count)
        self.window.get_surface().blit(self.canvas.pygame, (0, 0))
        self.window.flip()
        if not self._began_sound:
            self._begin_sound()

    def _begin_sound(self) -> None:
        """Opens the sound card, after the first frame: it takes its time."""
        self._began_sound = True
        self.director.hear(audio.start(audio.files(self.paths.fonts.parent / "sounds")))

    # Events ---------------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Takes one event."""
        now = self.director.now = self.top.now = time.monotonic()
        if event.type == self.arrived:
            self.director.arrived()
        elif event.type in {pygame.QUIT, pygame.WINDOWCLOSE}:
            self.stop()
        elif event.type in {pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED}:
            self._resized()
        elif event.type in _DRAWN_ANEW:
            self.director.dirty = True
        elif event.type in {pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED}:
            if self.settings.mute_unfocused and not isinstance(self.top, AwayScreen):
                self.shell.sound.mute(muted=event.type == pygame.WINDOWFOCUSLOST)
        elif self._press(event, now) or self.top.handle(event):
            self.director.dirty = True

    def _press(self, event: pygame.event.Event, now: float) -> bool:
        """Takes what means the same on every screen; tells whether it was that."""
        before = self.threefold.count
        if self.threefold.takes(event, now):
            self.director.leave()
            return True
        self.director.dirty |= self.threefold.count != before
        if isinstance(self.top, AwayScreen) or event.type != pygame.KEYDOWN:
            return False
        if event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT):
            self.settings.fullscreen = not self.settings.fullscreen
            self.director.settle()
        elif event.key == pygame.K_F12:
            self.director.keep_screen(self.canvas.png())
        elif event.key == pygame.K_F1:
            self.director.go(Route.HELP)
        else:
            return False
        return True

    def _resized(self) -> None:
        self.director.dirty = True
        if self.window.size != self.canvas.size:
            self.canvas = Canvas(*self.window.size)
            self.director.resize(*self.window.size)

    # What the director asks of the window ---------------------------------------------------------------------------

    def size(self) -> tuple[int, int]:
        """Returns the window's pixels."""
        width, height = self.window.size
        return width, height

    def dress(self, *, neutral: bool) -> None:
        """Gives the window its own title, or one that tells nothing."""
        self.window.title = self.top.name if neutral else _TITLE

    def full_screen(self, *, wanted: bool) -> None:
        """Fills the screen, or goes back into a window."""
        with contextlib.suppress(pygame.error):
            if wanted and not self.options.windowed:
                self.window.set_fullscreen(desktop=True)
            elif not wanted:
                self.window.set_windowed()

    def seen(self, size: tuple[int, int]) -> bytes:
        """Returns the frame that the window shows, shrunk to a size, as the bytes of a JPEG."""
        return self.canvas.jpeg(size)

    def stop(self) -> None:
        """Ends the program."""
        self.running = False
