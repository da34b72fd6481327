"""The window: events in, frames out, and a stack of screens between. Nothing is drawn while nothing changes."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
import skia

from game.errors import PackError, SettingsError, ThresholdError, WindowError, marked
from game.scenes.ask import AskScreen
from game.scenes.away import AwayScreen
from game.scenes.backlog import BacklogScreen
from game.scenes.credits import CreditsScreen
from game.scenes.help import HelpScreen
from game.scenes.menu import MenuScreen
from game.scenes.note import NoteScreen
from game.scenes.reading import ReadingScreen
from game.scenes.session import Session
from game.scenes.settings import LanguageScreen, SettingsScreen
from game.scenes.shell import Route, Shell
from game.scenes.slots import SlotsScreen
from game.scenes.title import TitleScreen
from game.story.library import Library, Shelved, trusted_keys
from game.story.pack import open_pack
from game.story.saves import Saves
from game.ui import audio, paint, theme
from game.ui.canvas import Canvas
from game.ui.geometry import SMALLEST, Rect, Space
from game.ui.picture import Pictures
from game.ui.quick import Threefold
from game.ui.text import Style, Typesetter
from game.ui.wake import Sleeper
from game.words import Words, known, system_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.paths import Paths
    from game.scenes.screen import Screen
    from game.settings import Settings, SettingsFile
    from game.story.saves import SaveInfo

_log = logging.getLogger(__name__)
_FRAME = 1 / 60
_SOUND_STEP = 1 / 30
_BANNER = 8.0
_THUMB = (320, 180)
_BANNER_STYLE = Style(theme.LABEL + 2, "ui", 500, leading=1.35)
_NO_WINDOW = marked("No window can be opened here ({reason}). The story can be read in the terminal: threshold --text")


@dataclass(slots=True)
class Options:
    """How the program was started: a story to open at once, a language, whether full screen is off."""

    story: Path | None = None
    language: str = ""
    windowed: bool = False


class App:
    """The program with its window; also the verbs that screens ask for."""

    def __init__(self, paths: Paths, settings_file: SettingsFile, options: Options) -> None:
        """Opens the window.

        Raises WindowError where there is no display.
        """
        self.paths = paths
        self.options = options
        self.settings_file = settings_file
        self.settings: Settings = settings_file.load()
        self.running = True
        self.code = 0
        self.dirty = True
        self.now = time.monotonic()
        self._frame_at = 0.0
        self._banner_at = 0.0
        self._banner_shown = ""
        self._below: tuple[tuple[object, ...], skia.Image] | None = None
        self._picture_for: SaveInfo | None = None
        self.threefold = Threefold()
        self.window = self._open_window()
        self.sleeper = Sleeper()
        self.arrived = pygame.event.custom_type()
        self.canvas = Canvas(*self.window.size)
        self.shell = self._shell()
        self.screens: list[Screen] = []
        self._began_sound = False

    # Starting ---------------------------------------------------------------------------------------------------

    def _open_window(self) -> pygame.Window:
        try:
            pygame.display.init()
            size = (self.settings.width, self.settings.height)
            window = pygame.Window("Threshold", size, resizable=True)
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
        words = self._words()
        width, height = self.window.size
        typesetter = Typesetter(self.paths.fonts)
        shell = Shell(
            space=Space(width, height, self.settings.text_size / 100, words.rtl),
            settings=self.settings,
            words=words,
            type=typesetter,
            paths=self.paths,
            saves=Saves(self.paths.saves),
            shelf=self._shelf(),
            sound=audio.Silence(),
            pictures=Pictures(self._svg, self._wake),
            verbs=self,
            languages=known(self.paths.catalogues),
        )
        self._tune(shell)
        return shell

    def _words(self) -> Words:
        return Words(self.paths.catalogues, self.options.language or self.settings.language or system_language())

    def _shelf(self) -> tuple[Shelved, ...]:
        trusted = trusted_keys(self.paths.trusted_keys)
        if self.options.story is not None:
            return (_opened(self.options.story, trusted),)
        return Library([self.paths.packs, self.paths.stories], trusted).shelf()

    def _tune(self, shell: Shell) -> None:
        shell.type.tune(scale=shell.space.type_unit, reading=self.settings.font)

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

    # The loop ---------------------------------------------------------------------------------------------------

    def run(self) -> int:
        """Runs until the player leaves; returns the exit code."""
        self.begin()
        try:
            while self.running:
                self.step()
        finally:
            self.end()
        return self.code

    def begin(self) -> None:
        """Opens the shelf, or the story the program was started with."""
        self._push(Route.SHELF)
        if self.options.story is not None and self.shell.shelf:
            self.shell.chosen = self.shell.shelf[0]
            if self.shell.chosen.book is not None:
                self.go(Route.NOTE)
            elif self.shell.chosen.reason is not None:
                self.shell.tell(self.shell.chosen.reason.say(self.shell.t))
        if self.settings_file.notice is not None:
            self.shell.tell(self.settings_file.notice.say(self.shell.t))
        elif not self.paths.writable():
            self.shell.tell(
                self.shell.t("Nothing can be saved here: the folder {folder} cannot be written to.").format(folder=self.paths.data)
            )

    def end(self) -> None:
        """Lets go of everything."""
        self._keep_size()
        self.shell.pictures.close()
        self.shell.sound.stop()
        pygame.display.quit()

    def _keep_size(self) -> None:
        if not self.settings.fullscreen and (self.settings.width, self.settings.height) != self.window.size:
            self.settings.width, self.settings.height = (max(320, self.window.size[0]), max(240, self.window.size[1]))
            self._write_settings()

    def step(self) -> None:
        """Waits for what happens next, takes it in, and draws a frame if one is wanted."""
        for event in self.sleeper.wait(self._patience()):
            self.handle(event)
        self.now = time.monotonic()
        if not self.running:
            return
        self.shell.sound.pump(self.now)
        moving = self.top.moving(self.now)
        due = self.top.due(self.now)
        if self.dirty or moving or (due is not None and due <= 0):
            self.frame()

    def _patience(self) -> float | None:
        """Returns the longest time to wait for an event: none while a frame is due, for ever while nothing will change."""
        now = time.monotonic()
        if self.dirty:
            return 0
        waits: list[float] = []
        if self.top.moving(now):
            waits.append(max(0.0, _FRAME - (now - self._frame_at)))
        if self.shell.sound.busy:
            waits.append(_SOUND_STEP)
        due = self.top.due(now)
        if due is not None:
            waits.append(due)
        if self._banner_shown:
            waits.append(max(0.01, _BANNER - (now - self._banner_at)))
        if self.threefold.count:
            waits.append(max(0.01, self.threefold.left(now)))
        return min(waits) if waits else None

    @property
    def top(self) -> Screen:
        """Returns the screen on top."""
        return self.screens[-1]

    def frame(self) -> None:
        """Draws what is on top and shows it."""
        self.dirty = False
        self.now = self._frame_at = time.monotonic()
        self.paint(self.canvas.draw, self.now)
        self.window.get_surface().blit(self.canvas.pygame, (0, 0))
        self.window.flip()
        if self._picture_for is not None:
            self.shell.saves.write_thumbnail(self._picture_for, self.picture())
            self._picture_for = None
        if not self._began_sound:
            self._begin_sound()

    def _begin_sound(self) -> None:
        """Opens the sound card, after the first frame: it takes its time."""
        self._began_sound = True
        self.shell.sound = audio.start(audio.files(self.paths.fonts.parent / "sounds"))
        self._volumes()

    def _volumes(self) -> None:
        self.shell.sound.volumes(self.settings.music, self.settings.ambience, self.settings.sound)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the screen on top over the softened one below, and the banner over all."""
        if self.top.overlay:
            self._paint_below(draw, now)
        self.top.paint(draw, now)
        self._paint_banner(draw, now)
        self._paint_dots(draw)

    def _paint_below(self, draw: skia.Canvas, now: float) -> None:
        base = next(screen for screen in reversed(self.screens) if not screen.overlay)
        key = (id(base), self.shell.space, self.shell.look.name, self.settings.font, self.shell.words.language)
        if self._below is None or self._below[0] != key:
            base.refresh()
            base.paint(draw, now)
            whole = self.canvas.image()
            self._below = (
                key,
                paint.softened(whole, self.shell.space.width, self.shell.space.height, max(4.0, 22 * self.shell.space.unit)),
            )
        area = skia.Rect.MakeWH(self.shell.space.width, self.shell.space.height)
        draw.drawImageRect(self._below[1], area, skia.SamplingOptions(skia.FilterMode.kLinear))
        look = self.shell.look
        draw.drawRect(area, paint.fill(theme.clear(look.ground, 0.55 if look.lights else 0.85)))

    def _paint_banner(self, draw: skia.Canvas, now: float) -> None:
        shell = self.shell
        if shell.banner != self._banner_shown:
            self._banner_shown, self._banner_at = shell.banner, now
        if shell.banner and now - self._banner_at >= _BANNER:
            shell.banner = self._banner_shown = ""
        if not shell.banner or isinstance(self.top, AwayScreen):
            return
        space, look = shell.space, shell.look
        room = min(space.width * 0.5, space.em(760)) if space.width > space.height else space.width * 0.55
        block = shell.type.set(shell.banner, _BANNER_STYLE.tinted(look.text), room)
        pad = space.em(18)
        rect = space.place(Rect(space.px(theme.MARGIN), space.px(36), block.longest + 2 * pad, block.height + pad * 1.2))
        paint.panel(draw, rect, look, space)
        block.paint(draw, rect.x + pad - (block.width - block.longest if space.rtl else 0), rect.y + pad * 0.6)

    def _paint_dots(self, draw: skia.Canvas) -> None:
        """Shows how many of the three presses of the quick exit were made."""
        exit_button = next((widget for widget in self.top.widgets if widget.key == "exit"), None)
        if not self.threefold.count or exit_button is None:
            return
        size, rect = max(4.0, self.shell.space.px(7)), exit_button.rect
        for number in range(3):
            colour = self.shell.look.accent if number < self.threefold.count else self.shell.look.rule
            draw.drawCircle(rect.centre[0] + (number - 1) * size * 3.2, rect.bottom + size * 2, size, paint.fill(colour))

    # Events -----------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        """Takes one event."""
        self.now = time.monotonic()
        self.top.now = self.now
        if event.type == self.arrived:
            self.top.arrived()
            self._below = None if self.top.overlay and not isinstance(self.screens[0], ReadingScreen) else self._below
            self.dirty = True
        elif event.type in {pygame.QUIT, pygame.WINDOWCLOSE}:
            self.quit()
        elif event.type in {pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED}:
            self._resized()
        elif event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN, pygame.WINDOWRESTORED}:
            self.dirty = True
        elif event.type in {pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED}:
            self._focus(gained=event.type == pygame.WINDOWFOCUSGAINED)
        elif self._short_cut(event) or self.top.handle(event):
            self.dirty = True

    def _focus(self, *, gained: bool) -> None:
        if self.settings.mute_unfocused and not isinstance(self.top, AwayScreen):
            self.shell.sound.mute(muted=not gained)

    def _short_cut(self, event: pygame.event.Event) -> bool:
        if self.threefold.takes(event, self.now):
            self.leave()
            return True
        if isinstance(self.top, AwayScreen) or event.type != pygame.KEYDOWN:
            return event.type in {pygame.KEYDOWN, pygame.KEYUP} and bool(self.threefold.count)
        if event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT):
            self.settings.fullscreen = not self.settings.fullscreen
            self.settle()
        elif event.key == pygame.K_F12:
            self._screenshot()
        elif event.key == pygame.K_F1:
            self.go(Route.HELP)
        else:
            return bool(self.threefold.count)
        return True

    def _resized(self) -> None:
        width, height = self.window.size
        if (width, height) == self.canvas.size:
            self.dirty = True
            return
        self.canvas = Canvas(width, height)
        self.shell.space = self.shell.space.resized(width, height)
        self._relaid()

    def _relaid(self) -> None:
        self._tune(self.shell)
        self._below = None
        for screen in self.screens:
            if isinstance(screen, ReadingScreen):
                screen.retake()
            screen.refresh()
        self.dirty = True

    def _screenshot(self) -> None:
        stamp = dt.datetime.now(dt.UTC).astimezone().strftime("%Y-%m-%d %H-%M-%S")
        path = self.paths.screenshots / f"Threshold {stamp}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.canvas.png())
        except OSError as fault:
            self.shell.tell(self.shell.t("The picture could not be kept ({reason}).").format(reason=fault.strerror))
        else:
            self.shell.tell(self.shell.t("Kept as {path}").format(path=path))

    # Verbs ------------------------------------------------------------------------------------------------------

    def _made(self, route: Route) -> Screen:
        makers: dict[Route, Callable[[], Screen]] = {
            Route.SHELF: lambda: TitleScreen(self.shell),
            Route.NOTE: lambda: NoteScreen(self.shell),
            Route.READING: lambda: ReadingScreen(self.shell),
            Route.MENU: lambda: MenuScreen(self.shell),
            Route.BACKLOG: lambda: BacklogScreen(self.shell),
            Route.SAVE: lambda: SlotsScreen(self.shell, saving=True),
            Route.LOAD: lambda: SlotsScreen(self.shell, saving=False),
            Route.SETTINGS: lambda: SettingsScreen(self.shell),
            Route.LANGUAGE: lambda: LanguageScreen(self.shell),
            Route.HELP: lambda: HelpScreen(self.shell),
            Route.CREDITS: lambda: CreditsScreen(self.shell),
            Route.ASK: lambda: AskScreen(self.shell),
            Route.AWAY: lambda: AwayScreen(self.shell),
        }
        return makers[route]()

    def _push(self, route: Route) -> None:
        screen = self._made(route)
        screen.now = self.now
        if self.screens:
            self.top.left()
        if not self.screens or not self.top.overlay:
            self._below = None
        self.screens.append(screen)
        screen.entered()
        self.dirty = True

    def go(self, route: Route) -> None:
        """Opens a screen over this one; the same screen is not opened twice."""
        if not self.screens or type(self.top) is not type(self._made(route)):
            self._push(route)

    def back(self) -> None:
        """Closes the screen on top; the shelf stays."""
        if len(self.screens) > 1:
            gone = self.screens.pop()
            gone.left()
            if isinstance(gone, AwayScreen):
                self.window.title = "Threshold"
                self.shell.sound.mute(muted=False)
            self.top.now = self.now
            self.top.entered()
        self.dirty = True

    def home(self) -> None:
        """Closes every screen down to the shelf."""
        self.only()

    def only(self, *routes: Route) -> None:
        """Closes every screen down to the shelf, then opens these."""
        while len(self.screens) > 1:
            self.screens.pop().left()
        self._below = None
        if not routes:
            self.shell.sound.close()
            self.top.entered()
        for route in routes:
            self._push(route)
        self.dirty = True

    def settle(self) -> None:
        """Takes changed settings up, and writes them."""
        words = self._words() if not self.settings.language else Words(self.paths.catalogues, self.settings.language)
        told = self.shell.session
        if told is not None and words.language != self.shell.words.language:
            with contextlib.suppress(ThresholdError):
                told.journey.switch_language(words.language)
        self.shell.words = words
        width, height = self.window.size
        self.shell.space = Space(width, height, self.settings.text_size / 100, words.rtl)
        self._volumes()
        self._full_screen()
        self._relaid()
        self._write_settings()

    def _full_screen(self) -> None:
        wanted = self.settings.fullscreen
        with contextlib.suppress(pygame.error):
            if wanted and not self.options.windowed:
                self.window.set_fullscreen(desktop=True)
            elif not wanted:
                self.window.set_windowed()

    def _write_settings(self) -> None:
        try:
            self.settings_file.save(self.settings)
        except SettingsError as fault:
            self.shell.tell(fault.say(self.shell.t))

    def load(self, info: SaveInfo) -> None:
        """Goes to a save of the story that is open."""
        session = self.shell.session
        if session is None:
            return
        try:
            self.shell.session = Session.resume(session.book, self.shell.saves.load(info), self.shell.saves)
        except ThresholdError as fault:
            self.shell.tell(fault.say(self.shell.t))
            return
        self.only(Route.READING)

    def reread(self) -> None:
        """Has the story's screen take up the page that the journey is on now."""
        for screen in self.screens:
            if isinstance(screen, ReadingScreen):
                screen.take_turn(end=False)
        self._below = None

    def picture_for(self, info: SaveInfo) -> None:
        """Puts a picture of the story's screen beside a save, after the next frame."""
        self._picture_for = info

    def picture(self) -> bytes:
        """Returns the story's screen as a small PNG."""
        story = next((screen for screen in self.screens if isinstance(screen, ReadingScreen)), self.top)
        whole = Canvas(*self.canvas.size)
        story.refresh()
        story.paint(whole.draw, self.now)
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(*_THUMB))
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        surface.getCanvas().drawImageRect(whole.image(), skia.Rect.MakeWH(*_THUMB), smooth)
        return bytes(surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kPNG, 90))

    def leave(self) -> None:
        """Leaves at once: silence, a neutral title, a neutral screen."""
        if isinstance(self.top, AwayScreen):
            return
        self.shell.sound.mute(muted=True)
        self.shell.banner = ""
        self._push(Route.AWAY)
        self.window.title = self.top.name
        self.frame()

    def quit(self) -> None:
        """Ends the program; every choice is saved already."""
        self.running = False


def _opened(path: Path, trusted: frozenset[str]) -> Shelved:
    """Returns one story file, opened or with the reason why it cannot be."""
    try:
        return Shelved(path, open_pack(path, trusted))
    except PackError as fault:
        return Shelved(path, reason=fault)
