"""The stack of screens, and the verbs by which screens lead to each other, change settings, load and leave.

Why so long: every verb of a screen is answered here, each in a few lines; what takes more of them stands in a file of its own.
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING

from game import log
from game.errors import SettingsError, ThresholdError
from game.scenes import key_names
from game.scenes.ask import AskScreen
from game.scenes.away import AwayScreen
from game.scenes.caretaker import Caretaker
from game.scenes.curtain import SMALL, Curtain
from game.scenes.page_layout import spacing
from game.scenes.reading import ReadingScreen
from game.scenes.routes import made, shelf
from game.scenes.session import Session
from game.scenes.shell import Route, Shell
from game.scenes.title import TitleScreen, fits
from game.settings import Settings
from game.story import kept
from game.ui.geometry import Space
from game.ui.keys import Verb
from game.words import Words, system_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.scenes.host import Host
    from game.scenes.screen import Screen
    from game.settings import SettingsFile
    from game.story.pack import Book
    from game.story.saves import SaveInfo
    from game.ui.audio import Audio, Silence

_log = logging.getLogger(__name__)


class Director:
    """Leads from screen to screen; `dirty` says that something must be drawn."""

    def __init__(self, host: Host, settings_file: SettingsFile) -> None:
        """Has no screens before `begin`."""
        self.host = host
        self.settings_file = settings_file
        self.screens: list[Screen] = []
        self.curtain = Curtain()
        self.caretaker = Caretaker()
        self.dirty = True
        # Nothing was changed since everything was forgotten: then nothing is written either.
        self.untouched = False
        self.now = 0.0
        self._shell: Shell | None = None

    @property
    def shell(self) -> Shell:
        """Returns what the screens stand on.

        Raises RuntimeError before `begin`.
        """
        if self._shell is None:
            message = "the director has not begun"
            raise RuntimeError(message)
        return self._shell

    @property
    def top(self) -> Screen:
        """Returns the screen on top."""
        return self.screens[-1]

    def begin(self, shell: Shell) -> None:
        """Opens the shelf."""
        self._shell = shell
        self.tune()
        self._push(Route.SHELF)

    # From screen to screen ----------------------------------------------------------------------------------------

    def _push(self, route: Route) -> None:
        self._raise(made(route, self.shell))

    def _raise(self, screen: Screen) -> None:
        screen.now = self.now
        if self.screens:
            self.top.left()
        if not self.screens or not self.top.overlay:
            self.curtain.forget()
        self.screens.append(screen)
        screen.entered()
        self.dirty = True

    def go(self, route: Route) -> None:
        """Opens a screen over this one; the same screen is not opened twice."""
        screen = made(route, self.shell)
        if type(screen) is not type(self.top):
            self._raise(screen)

    def back(self) -> None:
        """Closes the screen on top; the shelf stays."""
        if len(self.screens) > 1:
            gone = self.screens.pop()
            gone.left()
            gone.closed()
            if isinstance(gone, AwayScreen):
                self.host.dress(neutral=False)
                self.shell.sound.mute(muted=False)
            self._close_contact()
            self.top.now = self.now
            self.top.entered()
            self._take_work()
        self.dirty = True

    def _close_contact(self) -> None:
        """Lets go of everything between player and counsellor as soon as no screen shows it."""
        if self.shell.contact is not None and not any(screen.private for screen in self.screens):
            self.shell.contact.close()
            self.shell.contact = None
            if self.shell.telling is not None:
                self.shell.telling.part.release()
            self.shell.type.forget()
            self.curtain.forget()

    def home(self) -> None:
        """Closes every screen down to the shelf."""
        self.only()

    def only(self, *routes: Route) -> None:
        """Closes every screen down to the shelf, then opens these."""
        while len(self.screens) > 1:
            gone = self.screens.pop()
            gone.left()
            gone.closed()
        self.curtain.forget()
        if not routes:
            self.shell.sound.close()
            self.top.entered()
        for route in routes:
            self._push(route)
        self._close_contact()
        self.dirty = True

    def instead(self, *routes: Route) -> None:
        """Closes every contact screen, then opens these: the story or shelf below stays where it is."""
        while len(self.screens) > 1 and (self.top.private or isinstance(self.top, AskScreen)):
            gone = self.screens.pop()
            gone.left()
            gone.closed()
        self.curtain.forget()
        for route in routes:
            self._push(route)
        self._close_contact()
        if not routes:
            self.top.entered()
        self.dirty = True

    def leave(self) -> None:
        """Leaves at once: silence, a neutral title, a neutral screen, without waiting for the next frame."""
        if isinstance(self.top, AwayScreen):
            return
        self.shell.sound.mute(muted=True)
        self.shell.banner, self.shell.own_plan = "", ""
        self._push(Route.AWAY)
        self.host.dress(neutral=True)
        self.host.frame()
        self._drop_private()

    def _drop_private(self) -> None:
        """Takes contact away under the neutral screen: whoever comes back finds the story or the shelf."""
        private = any(screen.private for screen in self.screens)
        gone = [screen for screen in self.screens if screen.private or (private and isinstance(screen, AskScreen))]
        self.screens = [screen for screen in self.screens if screen not in gone]
        for screen in gone:
            screen.closed()
        if gone:
            self.curtain.forget()
        self.shell.question = None if gone else self.shell.question
        self._close_contact()

    def quit(self) -> None:
        """Ends the program; every choice is saved already."""
        self.host.stop()

    # The story that is open -----------------------------------------------------------------------------------------

    def load(self, info: SaveInfo) -> None:
        """Goes to a save of the story that is open."""
        shell, session = self.shell, self.shell.session
        if session is None:
            return
        try:
            shell.session = Session.resume(session.book, shell.saves.load(info), shell.saves, shell.words.asked)
        except ThresholdError as fault:
            shell.tell(fault.say(shell.t))
            return
        # Whoever opens a save of their own choice is in no what-if any more.
        shell.session.ways.began(0)
        self.only(Route.READING)

    def choose(self, index: int) -> None:
        """Closes everything above the story, and takes one of its choices."""
        while len(self.screens) > 1 and not isinstance(self.top, ReadingScreen):
            gone = self.screens.pop()
            gone.left()
            gone.closed()
        self.curtain.forget()
        if isinstance(self.top, ReadingScreen):
            self.top.now = self.now
            self.top.entered()
            self.top.take(index)
        self.dirty = True

    def reread(self) -> None:
        """Has the story's screen take up the page that the journey is on now."""
        for screen in self.screens:
            if isinstance(screen, ReadingScreen):
                screen.take_turn()
        self.curtain.forget()

    def reload(self) -> None:
        """Takes up a story file that has changed, and walks the same way through it; where it cannot be opened, all stays as it is."""
        shell, session = self.shell, self.shell.session
        shelved = self.host.shelved()
        given = shelved[0] if shelved else None
        if given is None or given.book is None:
            if given is not None and given.reason is not None:
                shell.tell(given.reason.say(shell.t))
            self.dirty = True
            return
        shell.shelf, shell.chosen = shelved, given
        shell.pictures.forget()
        if session is None or session.book.manifest.id != given.book.manifest.id:
            self.only()
            self.resize(*self.host.size())
            return
        self._replay(given.book, session)

    def walk(self, book: Book, choices: Sequence[int], seed: int) -> None:
        """Opens a story where choices lead, for a writer who wants to stand there, and says where they could not all be taken."""
        shell = self.shell
        try:
            shell.session, walked = Session.walk(book, shell.words.language, shell.saves, choices, seed)
        except ThresholdError as fault:
            shell.tell(fault.say(shell.t))
            return
        self.only(Route.READING)
        if not walked.whole:
            count, taken = walked.wanted, walked.taken
            words = shell.tn("{taken} of {count} choice could be taken.", "{taken} of {count} choices could be taken.", count, taken=taken)
            shell.tell(words)

    def _replay(self, book: Book, session: Session) -> None:
        """Stands in the newer story where the session stands in the older one, and says how far it came."""
        shell = self.shell
        reader = next((screen.reader for screen in self.screens if isinstance(screen, ReadingScreen)), None)
        shown, choices = (reader.here.shown, reader.here.choices) if reader else (0, False)
        try:
            shell.session, replayed = Session.replay(book, session.journey, shell.saves)
        except ThresholdError as fault:
            shell.tell(fault.say(shell.t))
            return
        self.only(Route.READING)
        top = self.top
        if isinstance(top, ReadingScreen) and top.reader is not None and replayed.whole:
            top.reader.stand(shown, self.now, choices=choices)
            top.refresh()
        if replayed.whole:
            shell.tell(shell.t("Loaded again. You are where you were."))
        else:
            words = shell.tn(
                "{taken} of {count} choice could be taken again.",
                "{taken} of {count} choices could be taken again.",
                replayed.wanted,
                taken=replayed.taken,
            )
            shell.tell(shell.t("Loaded again.") + " " + words)

    def quick_save(self) -> None:
        """Writes the quick save, with a picture of what the window shows, and says so."""
        shell = self.shell
        if shell.session is None:
            return
        try:
            shell.session.quick_save(self.host.seen(SMALL))
        except ThresholdError as fault:
            shell.tell(fault.say(shell.t))
        else:
            shell.tell(shell.t("Saved."))

    def quick_load(self) -> None:
        """Goes back to the quick save."""
        quick = self.shell.session.quick() if self.shell.session else None
        if quick is None:
            words = self.shell.t("There is no quick save yet: {key} makes one.")
            self.shell.tell(words.format(key=key_names.cap(self.shell, Verb.QUICK_SAVE)))
        else:
            self.load(quick)

    def picture(self) -> bytes:
        """Returns the story's screen as a small picture."""
        story = next((screen for screen in self.screens if isinstance(screen, ReadingScreen)), self.top)
        return self.curtain.small(story, self.shell, self.now)

    def keep_screen(self, png: bytes) -> None:
        """Keeps a picture of the screen among the player's pictures, and says where."""
        stamp = dt.datetime.now(dt.UTC).astimezone().strftime("%Y-%m-%d %H-%M-%S")
        path = self.shell.paths.screenshots / f"Threshold {stamp}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(png)
        except OSError as fault:
            self.shell.tell(self.shell.t("The picture could not be kept ({reason}).").format(reason=fault.strerror))
        else:
            self.shell.tell(self.shell.t("Kept as {path}").format(path=path))

    # What is on this device -----------------------------------------------------------------------------------------

    def export(self) -> None:
        """Writes everything that is kept into one file, and says where it is."""
        self.caretaker.export(self.shell)

    def bring(self, path: Path) -> None:
        """Brings in what an export holds, or a story, and says what came of it."""
        self.caretaker.bring(self.shell, path)

    def ask_newest(self) -> None:
        """Asks whether there is a newer version, and says so."""
        self.caretaker.ask(self.shell)

    def _take_work(self) -> None:
        """Takes up what an export or import has ended with; settings come only where there were none. Under the neutral screen it waits."""
        if isinstance(self.top, AwayScreen) or not self.caretaker.take(self.shell):
            return
        if self.shell.session is not None:
            self.shell.session.regain()
        if self.caretaker.new_story:
            self.caretaker.new_story = False
            self._take_shelf()
        if self.caretaker.new_settings:
            self.caretaker.new_settings = False
            self._take_settings(self.settings_file.load())
            self.settle()
        if len(self.screens) == 1:
            self.top.entered()

    def _take_shelf(self) -> None:
        """Has the shelf show the stories there are now; a story that is open stays the one that it is."""
        self.shell.shelf = self.host.shelved()
        self.screens[0].refresh()
        self.curtain.forget()

    def _take_settings(self, settings: Settings) -> None:
        """Takes settings over into those that everything holds; the window stays as large as it is."""
        for name in settings.__struct_fields__:
            setattr(self.shell.settings, name, getattr(settings, name))
        self.shell.settings.width, self.shell.settings.height = (max(320, self.host.size()[0]), max(240, self.host.size()[1]))

    def forget(self, *, pictures: bool) -> None:
        """Deletes everything that is kept on this device, and begins as at a first start."""
        shell = self.shell
        self.only()
        shell.session, shell.chosen, shell.own_plan = None, None, ""
        log.forget()
        if shell.telling is not None:
            shell.telling.part.close()
            shell.telling = None
        if shell.party is not None:
            shell.party.end()
            shell.party = None
        stuck = kept.forget(shell.paths, pictures=pictures)
        self._take_settings(Settings())
        shell.words = Words(shell.paths.catalogues, shell.given_language or system_language())
        shell.shelf = self.host.shelved()
        self._in_force()
        self.top.entered()
        self.untouched = True
        if stuck:
            names = ", ".join(str(path) for path in stuck[:3])
            shell.tell(shell.t("These could not be deleted: {names}").format(names=names))
        else:
            shell.tell(shell.t("Everything is forgotten."))

    # Settings and sizes ---------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Takes changed settings up, and writes them."""
        shell = self.shell
        words = Words(shell.paths.catalogues, shell.given_language or shell.settings.language or system_language())
        if shell.session is not None and words.asked != shell.words.asked:
            try:
                shell.session.journey.switch_language(words.asked)
            except ThresholdError as fault:
                _log.warning("%s", fault)
                shell.tell(fault.say(words.t))
        shell.words = words
        self._in_force()
        self.write_settings()

    def _in_force(self) -> None:
        """Has volumes, window and screens follow the settings."""
        settings = self.shell.settings
        self.shell.sound.volumes(settings.music, settings.ambience, settings.sound)
        self.host.full_screen(wanted=settings.fullscreen)
        self.resize(*self.host.size())

    def write_settings(self) -> None:
        """Writes the settings; where that fails, they hold until the game is left, and the player is told."""
        self.untouched = False
        try:
            self.settings_file.save(self.shell.settings)
        except SettingsError as fault:
            self.shell.tell(fault.say(self.shell.t))

    def hear(self, sound: Audio | Silence) -> None:
        """Takes up the sound card; a story that was opened before it is heard from here on."""
        settings = self.shell.settings
        self.shell.sound = sound
        sound.volumes(settings.music, settings.ambience, settings.sound)
        for screen in self.screens:
            if isinstance(screen, ReadingScreen) and screen.reader is not None:
                screen.reader.open_sounds(self.now)

    def tune(self) -> None:
        """Gives the typesetter the window's scale and the player's font."""
        settings = self.shell.settings
        self.shell.type.tune(scale=self.shell.space.type_unit, reading=settings.font, spacing=spacing(settings))

    def resize(self, width: int, height: int) -> None:
        """Lays every screen out anew for a window of another size, or for changed settings."""
        shell = self.shell
        shell.space = Space(max(width, 1), max(height, 1), shell.text_size / 100, shell.words.rtl, self.host.density())
        self.tune()
        self.curtain.forget()
        if isinstance(self.screens[0], TitleScreen) != fits(shell.space):
            self._change_shelf()
        for screen in self.screens:
            if isinstance(screen, ReadingScreen) and shell.session is not None:
                screen.retake()
            screen.refresh()
        self.dirty = True

    def scale(self) -> None:
        """Lays everything out anew for letters of another size."""
        self.resize(*self.host.size())

    def _change_shelf(self) -> None:
        """Goes from covers to a list or back; a story that is open stays open."""
        session = self.shell.session
        self.screens[0] = shelf(self.shell)
        self.screens[0].entered()
        self.shell.session = session

    def arrived(self) -> None:
        """Takes note that a picture, or an export or import, is ready."""
        self._take_work()
        self.top.arrived()
        if self.top.overlay:
            self.curtain.forget()
        self.dirty = True
