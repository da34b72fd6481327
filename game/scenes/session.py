"""One reader with one story: the journey, its saves, and how far the page is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import SaveError, ThresholdError
from game.story import probe
from game.story.journey import Journey
from game.story.manifest import key, pick
from game.story.seen import Seen

if TYPE_CHECKING:
    from game.story.manifest import Character, Texts
    from game.story.pack import Book
    from game.story.page import Page
    from game.story.record import Record
    from game.story.saves import SaveInfo, Saves


class Session:
    """A journey that saves itself after every choice.

    `notice` is one thing to tell the player once: where an older save landed, or why it cannot be saved.
    """

    def __init__(self, journey: Journey, saves: Saves) -> None:
        """Takes a journey that has begun."""
        self.journey = journey
        self.saves = saves
        self.notice: ThresholdError | None = None
        self.landed = journey.landed
        saves.tidy(self.book.manifest.id)

    @classmethod
    def begin(cls, book: Book, language: str, saves: Saves) -> Session:
        """Returns a session at the first page of a story. Raises what a journey raises."""
        _try_out(book)
        return cls(Journey.begin(book, language, seen=Seen()), saves)

    @classmethod
    def open(cls, book: Book, language: str, saves: Saves) -> Session:
        """Returns a session where the story was left, or at its beginning. Raises what a journey raises."""
        info = saves.latest(book.manifest.id)
        if info is not None:
            return cls.resume(book, saves.load(info), saves)
        session = cls.begin(book, language, saves)
        session.autosave()
        return session

    def quick(self) -> SaveInfo | None:
        """Returns the quick save of this story."""
        return next((info for info in self.saves.list(self.book.manifest.id) if info.kind == "quick"), None)

    @classmethod
    def resume(cls, book: Book, record: Record, saves: Saves) -> Session:
        """Returns a session where a save left off. Raises what a journey raises."""
        _try_out(book)
        return cls(Journey.resume(book, record, seen=Seen()), saves)

    @property
    def book(self) -> Book:
        """Returns the story."""
        return self.journey.book

    @property
    def page(self) -> Page:
        """Returns the current page."""
        return self.journey.page

    def choose(self, index: int) -> None:
        """Takes a choice and saves; where the story itself stumbles, `notice` says so and the page stays."""
        try:
            self.journey.choose(index)
        except ThresholdError as fault:
            self.notice = fault
            return
        self.autosave()

    def skip(self) -> bool:
        """Goes past this scene; tells whether there was a way."""
        try:
            moved = self.journey.skip() is not None
        except ThresholdError as fault:
            self.notice = fault
            return False
        if moved:
            self.autosave()
        return moved

    def autosave(self) -> None:
        """Writes the next autosave; where that fails, play goes on and `notice` says why."""
        try:
            self.saves.write_auto(self.journey.record())
        except SaveError as fault:
            self.notice = fault

    def quick_save(self, picture: bytes | None = None) -> SaveInfo:
        """Writes the quick save. Raises SaveError."""
        return self.saves.write_quick(self.journey.record(), picture)

    def save(self, number: int, picture: bytes | None, note: str = "") -> SaveInfo:
        """Writes a slot. Raises SaveError."""
        return self.saves.write_slot(number, self.journey.record(), note, picture)

    def latest(self) -> SaveInfo | None:
        """Returns the newest save of this story that opens."""
        return self.saves.latest(self.book.manifest.id)

    def words(self, texts: Texts) -> str:
        """Returns the text of the manifest in the journey's language."""
        return pick(texts, self.journey.language, self.book.manifest.language)

    def character(self, person: str) -> Character | None:
        """Returns who a name in a cue stands for, where the manifest knows them."""
        return self.book.manifest.characters.get(key(person))


def _try_out(book: Book) -> None:
    """Has a story that no trusted key signed tried out first, in a process of its own.

    Raises PackError where it does not run safely.
    """
    if not book.trusted:
        probe.check(book)
