"""The window: events in, frames out. Nothing is drawn while nothing changes.

Why so long: opening, the loop, its events and what the director asks of a window are one thing, and nobody else's.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.errors import ThresholdError, WindowError, marked
from game.own import house
from game.scenes import taking_part
from game.scenes.away import AwayScreen
from game.scenes.director import Director
from game.scenes.hearing import HIDDEN, Hearing
from game.scenes.overlay import Overlay
from game.scenes.scan import Scan
from game.scenes.shell import Route, Shell
from game.scenes.watcher import Watcher
from game.story.library import Library, shelve, trusted_keys
from game.story.saves import Saves
from game.ui import audio, icon, pane
from game.ui.canvas import Canvas
from game.ui.geometry import Space
from game.ui.held import Held
from game.ui.keys import Verb
from game.ui.pad import Pads
from game.ui.picture import Pictures
from game.ui.quick import Threefold
from game.ui.text import Typesetter
from game.ui.touch import Touch
from game.ui.wake import Sleeper
from game.words import Words, known, made_up, system_language

if TYPE_CHECKING:
    from game.paths import Paths
    from game.scenes.screen import Screen
    from game.settings import Settings, SettingsFile
    from game.story.library import Shelved

_log = logging.getLogger(__name__)
_TITLE = "Threshold"
_FRAME = 1 / 60
_SOUND_STEP = 1 / 30
# A finger that trembles within so much still taps.
_SLACK = 24
_NO_WINDOW = marked("No window can be opened here ({reason}), so the story is read in the terminal.")
# SDL's drivers that show nothing, for ever; taken only where somebody asks for one by name, as tests do.
_UNSEEN = frozenset({"dummy", "evdev", "offscreen"})


@dataclass(slots=True)
class Options:
    """How the program was started: a story to open at once, a language, whether full screen is off, an export to bring in."""

    story: Path | None = None
    language: str = ""
    windowed: bool = False
    bring: Path | None = None
    # For writers: the story is loaded again when its file changes; a panel says what a frame costs and where one is.
    watch: bool = False
    overlay: bool = False
    # The story is opened where these choices lead, by their places from 0, with the dice of this seed.
    choices: tuple[int, ...] | None = None
    seed: int = 0


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
        self.house = house.read(paths.own)
        self.running = True
        self.window = self._open_window()
        self.threefold, self.sleeper, self.held = Threefold(), Sleeper(), Held()
        self.hearing = Hearing(self.window, self.threefold)
        self.sight, self.pads, self.touch = pane.Sight(), Pads(), Touch()
        self.arrived = pygame.event.custom_type()
        self.canvas = Canvas(*self.size())
        self._dense = self.density()
        self.director = Director(self, settings_file)
        self.shell = self._shell()
        self.scan = Scan(self.director)
        self._frame_at, self._began_sound = 0.0, False
        self.watcher: Watcher | None = None
        self.overlay = Overlay() if options.overlay else None

    # Starting -------------------------------------------------------------------------------------------------------

    def _open_window(self) -> pygame.Window:
        try:
            pane.asks_for_sharp_pixels()
            pygame.display.init()
            unseen = pygame.display.get_driver() in _UNSEEN
            if unseen and not os.environ.get("SDL_VIDEODRIVER"):
                raise pygame.error("no display")
            window = pane.opened(self.house.name or _TITLE, (self.settings.width, self.settings.height), seen=not unseen, hidden=HIDDEN)
        except pygame.error as fault:
            raise WindowError(_NO_WINDOW, reason=str(fault)) from fault
        if self.settings.fullscreen and not self.options.windowed:
            with contextlib.suppress(pygame.error):
                window.set_fullscreen(desktop=True)
        pygame.key.set_repeat(400, 60)
        return window

    def _shell(self) -> Shell:
        words = Words(self.paths.catalogues, self.options.language or self.settings.language or system_language())
        return Shell(
            space=Space(*self.size(), self.settings.text_size / 100, words.rtl, self._dense),
            settings=self.settings,
            words=words,
            type=Typesetter(self.paths.fonts),
            paths=self.paths,
            saves=Saves(self.paths.saves),
            shelf=self.shelved(),
            sound=audio.Silence(),
            pictures=Pictures(self._svg, self._wake),
            verbs=self.director,
            languages=tuple(tag for tag in known(self.paths.catalogues) if not made_up(tag) or tag == words.language),
            called=self.house.name,
            themes=self.house.themes,
            given_language=self.options.language,
            wake=self._wake,
            narrators=lambda: self.hearing.narrators(self._wake),
        )

    def shelved(self) -> tuple[Shelved, ...]:
        """Returns the stories there are now, or the one the program was started with."""
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
        if self.options.watch and self.options.story is not None:
            self.watcher = Watcher(self.options.story, self._wake)
        if self.options.bring is not None:
            self.director.bring(self.options.bring)
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
            if self.options.choices is not None:
                self.director.walk(given.book, self.options.choices, self.options.seed)
                return
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
        if not self.settings.fullscreen and not self.director.untouched and (self.settings.width, self.settings.height) != self.window.size:
            self.settings.width, self.settings.height = (max(320, self.window.size[0]), max(240, self.window.size[1]))
            self.director.write_settings()
        self.hearing.close()
        self.pads.close()
        if self.shell.telling is not None:
            self.shell.telling.part.close()
        if self.shell.party is not None:
            self.shell.party.end()
        if self.watcher is not None:
            self.watcher.close()
        self.shell.pictures.close()
        self.shell.sound.stop()
        self.window.destroy()
        pygame.display.quit()

    def step(self) -> None:
        """Waits for what happens next, takes it in, and draws a frame if one is wanted."""
        for event in self.held.real(self.sleeper.wait(self._patience())):
            self.handle(event)
        now = time.monotonic()
        for event in self.pads.repeated(now):
            self.handle(event)
        self.director.dirty |= self.running and self.scan.step(now)
        if not self.running:
            return
        self.shell.sound.pump(now)
        if self.sight.hidden:
            return
        due = self.top.due(now)
        over = self.director.curtain.due(now)
        if self.director.dirty or self.top.moving(now) or (due is not None and due <= 0) or (over is not None and over <= _FRAME):
            self.frame()

    def _patience(self) -> float | None:
        """Returns the longest time to wait for an event: none while a frame is due, for ever while nothing will change."""
        now = time.monotonic()
        if self.sight.hidden:
            return _SOUND_STEP if self.shell.sound.busy else None
        if self.director.dirty:
            return 0
        waits = [
            wait for wait in (self.top.due(now), self.director.curtain.due(now), self.pads.due(now), self.scan.due(now)) if wait is not None
        ]
        if self.top.moving(now):
            waits.append(max(0.0, _FRAME - (now - self._frame_at)))
        if self.shell.sound.busy:
            waits.append(_SOUND_STEP)
        if self.threefold.count:
            waits.append(max(0.01, self.threefold.left(now)))
        return min(waits) if waits else None

    def frame(self) -> None:
        """Draws what is on top, shows it, and has screen readers hear it."""
        self.director.dirty = False
        now = self._frame_at = self.director.now = time.monotonic()
        self.director.curtain.paint(self.canvas.draw, self.director.screens, self.shell, now, self.threefold.count)
        if self.overlay is not None and self.overlay.shown and not isinstance(self.top, AwayScreen):
            self.overlay.paint(self.canvas.draw, self.shell)
        self.window.get_surface().blit(self.canvas.pygame, (0, 0))
        self.window.flip()
        if self.overlay is not None:
            self.overlay.took(time.monotonic() - now)
        if not self._began_sound:
            self._begin_sound()
        self.hearing.show(self.director)

    def _begin_sound(self) -> None:
        """Opens what may come after the first frame, because it takes its time: icon, screen readers, sound card."""
        self._began_sound = True
        self.dress(neutral=isinstance(self.top, AwayScreen))
        self.hearing.open()
        self.pads.open()
        taking_part.resume(self.shell)
        self.director.hear(audio.start(audio.files(self.paths.fonts.parent / "sounds")))

    # Events ---------------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Takes one event."""
        now = self.director.now = self.top.now = time.monotonic()
        if event.type == self.arrived:
            self.director.arrived()
        elif event.type in {pygame.QUIT, pygame.WINDOWCLOSE}:
            self.stop()
        elif event.type == pygame.DROPFILE:
            if not isinstance(self.top, AwayScreen):
                self.director.bring(Path(event.file))
        elif self.sight.takes(event):
            self._looked(event)
        elif self._taken(pane.in_pixels(event, self._dense), now):
            self.director.dirty = True
        for key in self.pads.takes(event, now):
            self.handle(key)
        self._reload()

    def _reload(self) -> None:
        """Loads the watched story again where its file has changed; under the neutral screen it waits."""
        if self.watcher is not None and not isinstance(self.top, AwayScreen) and self.watcher.changed():
            self.director.reload()

    def _taken(self, event: pygame.event.Event, now: float) -> bool:
        """Takes what a screen reader, every screen, or the one on top knows; tells whether anybody did."""
        taps = self.touch.takes(event, self.shell.space.px(_SLACK), at_once=isinstance(self.top, AwayScreen))
        if taps is not None:
            meant = [self.top.drag(self.touch.pulled), *(self._taken(tap, now) for tap in taps)]
            return any(meant)
        return self.hearing.takes(event, self.director) or self._press(event, now) or self.scan.takes(event, now) or self.top.handle(event)

    def _press(self, event: pygame.event.Event, now: float) -> bool:
        """Takes what means the same on every screen; tells whether it was that."""
        before = self.threefold.count
        if self.threefold.takes(event, now):
            self.director.leave()
            return True
        self.director.dirty |= self.threefold.count != before
        if isinstance(self.top, AwayScreen) or event.type != pygame.KEYDOWN:
            return False
        self.hearing.hush()
        if self.top.catches:
            return False
        verbs = self.top.verbs(event)
        if Verb.FULLSCREEN in verbs or (event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT):
            self.settings.fullscreen = not self.settings.fullscreen
            self.director.settle()
        elif Verb.READ_ALOUD in verbs:
            self.hearing.toggle(self.director)
        elif Verb.SCREENSHOT in verbs:
            self.director.keep_screen(self.canvas.png())
        elif Verb.HELP in verbs:
            self.director.go(Route.HELP)
        elif event.key == pygame.K_F3 and self.overlay is not None:
            self.overlay.shown = not self.overlay.shown
        else:
            return False
        return True

    def _looked(self, event: pygame.event.Event) -> None:
        """Takes up what became of the window: other pixels, out of sight, behind another one."""
        self.shell.focused = not self.sight.away
        if self.sight.away:
            for key in self.pads.rest():
                self.handle(key)
        if event.type in {pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED}:
            self.hearing.focused(focused=not self.sight.behind)
        if self.sight.turned and not isinstance(self.top, AwayScreen):
            self.shell.sound.mute(muted=self.settings.mute_unfocused and self.sight.away)
        self.director.dirty = True
        size, dense = self.size(), self.density()
        if not self.sight.hidden and (size, dense) != (self.canvas.size, self._dense):
            self.canvas, self._dense = Canvas(*size), dense
            self.director.resize(*size)

    # What the director asks of the window ---------------------------------------------------------------------------

    def size(self) -> tuple[int, int]:
        """Returns the window's pixels."""
        return pane.pixels(self.window)

    def density(self) -> float:
        """Returns the pixels of a point."""
        return pane.density(self.window)

    def dress(self, *, neutral: bool) -> None:
        """Gives the window its own title and icon, or some that tell nothing."""
        self.window.title = self.top.name if neutral else self.house.name or _TITLE
        with contextlib.suppress(pygame.error):
            self.window.set_icon(icon.made(neutral=neutral))

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
