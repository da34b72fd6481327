"""Reads a story in the terminal, with the same saves as the window: over ssh, in scripts, with a braille line."""

from __future__ import annotations

import io
import shutil
import sys
from typing import TYPE_CHECKING

from game.console import Console
from game.errors import SaveError, ThresholdError
from game.settings import SettingsFile
from game.story import probe
from game.story.journey import Journey
from game.story.library import Library, Shelved, trusted_keys
from game.story.manifest import key, pick
from game.story.pack import open_pack
from game.story.saves import Saves
from game.words import Words, system_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.paths import Paths
    from game.story.manifest import Texts
    from game.story.pack import Book
    from game.story.page import Line

DONE, CANNOT_OPEN, INPUT_ENDED = 0, 3, 4
_WIDEST = 78


class _LeaveError(Exception):
    """The player leaves."""


def run(paths: Paths, *, story: Path | None, language: str, why: str) -> int:
    """Reads a story; `why` says why there is no window. Returns the exit code of `threshold`."""
    settings = SettingsFile(paths.settings).load()
    words = Words(paths.catalogues, language or settings.language or system_language())
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            # A letter that the terminal cannot show, or that it sends spoilt, becomes a mark rather than the end of the story.
            stream.reconfigure(errors="replace")
    console = Console(words, min(_WIDEST, shutil.get_terminal_size().columns))
    if why:
        console.say(why)
    try:
        return _Reader(console, paths).run(story)
    except _LeaveError:
        return DONE
    except EOFError:
        ended = words.t("The input ended.")
        console.say(f"{ended} {console.farewell()}")
        return INPUT_ENDED


class _Reader:
    """One visit: choose a story, read it, leave."""

    def __init__(self, console: Console, paths: Paths) -> None:
        self.console, self.paths = console, paths
        self.saves = Saves(paths.saves)
        self.t = console.words.t

    def run(self, path: Path | None) -> int:
        trusted = trusted_keys(self.paths.trusted_keys)
        if path is not None:
            try:
                book: Book | None = open_pack(path, trusted)
            except ThresholdError as fault:
                self.console.say(fault.say(self.t))
                return CANNOT_OPEN
        else:
            book = self._choose_book(Library([self.paths.packs, self.paths.stories], trusted).shelf())
        if book is None:
            self.console.say(
                self.t("There is no story here yet. Put a .story file into {folder} and start again.").format(folder=self.paths.stories)
            )
            return CANNOT_OPEN
        try:
            journey = self._open(book)
        except ThresholdError as fault:
            self.console.say(fault.say(self.t))
            return CANNOT_OPEN
        return _Visit(self.console, self.saves, journey).read()

    def _choose_book(self, shelf: tuple[Shelved, ...]) -> Book | None:
        books = [shelved.book for shelved in shelf if shelved.book]
        for shelved in shelf:
            if shelved.reason is not None:
                self.console.say(f"{shelved.path.name}: {shelved.reason.say(self.t)}")
        if len(books) <= 1:
            return books[0] if books else None
        titles = [pick(book.manifest.title, self.console.words.asked, book.manifest.language) for book in books]
        for number, title in enumerate(titles, 1):
            self.console.say(title, f"{number}  ")
        return books[self._number(self.t("Which story?"), len(books))]

    def _number(self, question: str, count: int) -> int:
        while True:
            answer = self.console.ask(question)
            if answer == "q":
                raise _LeaveError
            if answer in {str(number) for number in range(1, count + 1)}:
                return int(answer) - 1
            self.console.say(self.t("Please type a number from 1 to {count}, or q to leave.").format(count=count))

    def _open(self, book: Book) -> Journey:
        """Returns the newest journey, or a new one after its note."""
        if not book.trusted:
            self.console.say(self.t("This story is not signed by anyone this game knows. It may come from anywhere."))
            probe.check(book)
        latest = self.saves.latest(book.manifest.id)
        if latest is not None:
            journey = Journey.resume(book, self.saves.load(latest))
            self.console.say(self.t("You go on where you were. Type n for a new beginning, ? for help."))
            if journey.landed:
                self.console.say(self.t(journey.landed))
            return journey
        language, own = self.console.words.asked, book.manifest.language
        for text in (pick(book.manifest.title, language, own), pick(book.manifest.content_note, language, own)):
            self.console.say(text)
        self.console.say(self.t("Type the number of a choice, or ? for help."))
        return Journey.begin(book, language)


class _Visit:
    """Reads one journey until it ends or the player leaves."""

    def __init__(self, console: Console, saves: Saves, journey: Journey) -> None:
        self.console, self.saves, self.journey = console, saves, journey
        self.t = console.words.t
        self.orders: dict[str, Callable[[], None]] = {
            "?": self._help,
            "b": self._back,
            "f": self._forward,
            "r": self._tell,
            "k": self._skip,
            "s": self._save,
            "l": self._load,
            "n": self._anew,
            "q": self._leave,
        }

    def read(self) -> int:
        self._autosave()
        self._tell()
        # Somebody who comes back to a story that is over may want to begin anew, or to turn back.
        at_end = self.journey.page if self.journey.page.ended else None
        while not self.journey.page.ended or self.journey.page is at_end:
            answer = self.console.ask(">")
            order = self.orders.get(answer.lower())
            if order is not None:
                order()
            elif answer in self._numbers():
                self._choose(int(answer) - 1)
            elif answer:
                self.console.say(self.t("Type the number of a choice, or ? for help."))
        return DONE

    def _numbers(self) -> list[str]:
        """Returns what can be typed to choose."""
        return [str(number) for number, _ in enumerate(self.journey.page.choices, 1)]

    def _words(self, texts: Texts) -> str:
        return pick(texts, self.journey.language, self.journey.book.manifest.language)

    def _tell(self) -> None:
        """Prints the page: pictures and sounds in words, speakers by name, choices by number."""
        console, page = self.console, self.journey.page
        console.say()
        for line in page.lines:
            self._tell_line(line)
        if page.ended:
            console.say(self.t("This is as far as the story goes."))
            return
        if page.prompt:
            console.say(page.prompt)
        for number, choice in enumerate(page.choices, 1):
            console.say(choice.text, f"{number}  ")

    def _tell_line(self, line: Line) -> None:
        manifest = self.journey.book.manifest
        for cue in line.cues:
            if cue.name in {"scene", "photo"} and cue.value in manifest.scenes:
                self.console.say(f"[{self._words(manifest.scenes[cue.value].alt)}]")
                self.console.say()
            elif cue.name == "note":
                self.console.say("[" + self.t("In this scene: {note} Type k to skip it.").format(note=cue.value) + "]")
            elif cue.name == "sound" and cue.value in manifest.sounds:
                self.console.say(f"[{self._words(manifest.sounds[cue.value].caption)}]")
        text = line.text.strip()
        if not text:
            return
        person = line.cue("speaker")
        character = manifest.characters.get(key(person)) if person else None
        name = self._words(character.name) if character else person
        self.console.say(f"{name}: {text}" if name else text)
        self.console.say()

    def _choose(self, index: int) -> None:
        self._move(lambda: self.journey.choose(self.journey.page.choices[index].index))

    def _move(self, move: Callable[[], object]) -> None:
        """Goes somewhere, saves, tells the page; where the story stumbles, says so and stays."""
        try:
            moved = move()
        except ThresholdError as fault:
            self.console.say(fault.say(self.t))
            return
        if moved is None:
            self.console.say(self.t("There is nothing there."))
            return
        self._autosave()
        self._tell()

    def _autosave(self) -> None:
        self.console.keep(lambda: self.saves.write_auto(self.journey.record()))

    def _back(self) -> None:
        self._move(self.journey.back)

    def _forward(self) -> None:
        self._move(self.journey.forward)

    def _skip(self) -> None:
        self._move(self.journey.skip)

    def _anew(self) -> None:
        def begin() -> Journey:
            self.journey = Journey.begin(self.journey.book, self.journey.language)
            return self.journey

        self._move(begin)

    def _save(self) -> None:
        try:
            self.saves.write_quick(self.journey.record())
        except SaveError as fault:
            self.console.say(fault.say(self.t))
        else:
            self.console.say(self.t("Saved."))

    def _load(self) -> None:
        story = self.journey.book.manifest.id
        quick = next((info for info in self.saves.list(story) if info.kind == "quick"), None)
        if quick is None:
            self.console.say(self.t("Nothing has been saved yet."))
            return

        def load() -> Journey:
            self.journey = Journey.resume(self.journey.book, self.saves.load(quick))
            return self.journey

        self._move(load)

    def _leave(self) -> None:
        self.console.say(self.console.farewell())
        raise _LeaveError

    def _help(self) -> None:
        for order, meaning in (
            ("1-9", self.t("takes a choice")),
            ("b, f", self.t("goes back, goes forward again")),
            ("r", self.t("tells this page again")),
            ("k", self.t("skips this scene")),
            ("s, l", self.t("saves, goes back to what was saved")),
            ("n", self.t("begins the story anew")),
            ("q", self.t("leaves; your place is kept")),
        ):
            self.console.say(meaning, f"{order:5}")
