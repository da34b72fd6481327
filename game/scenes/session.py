"""One reader with one story: the journey, its saves, and how far the page is read."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from game.errors import SaveError, ThresholdError
from game.story import probe
from game.story.journey import Journey
from game.story.manifest import key, pick, tongue
from game.story.replay import replay, walk
from game.story.seen import Seen
from game.story.ways import Ways, record_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.atlas import Place
    from game.story.cues import Cue
    from game.story.manifest import Character, Texts
    from game.story.pack import Book
    from game.story.page import Choice, Line, Page
    from game.story.record import Record
    from game.story.replay import Replayed
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
        # The story is to be shown at its choices, where a player went back to them.
        self.to_choices = False
        self.ways = Ways(saves.folder(self.book.manifest.id))
        saves.tidy(self.book.manifest.id)

    @classmethod
    def begin(cls, book: Book, language: str, saves: Saves) -> Session:
        """Returns a session at the first page of a story. Raises what a journey raises."""
        _try_out(book)
        return cls(Journey.begin(book, language, seen=Seen.load(saves.seen(book.manifest.id))), saves)

    @classmethod
    def open(cls, book: Book, language: str, saves: Saves) -> Session:
        """Returns a session where the story was left, or at its beginning. Raises what a journey raises."""
        info = saves.latest(book.manifest.id)
        if info is not None:
            return cls.resume(book, saves.load(info), saves, language)
        session = cls.begin(book, language, saves)
        session.autosave()
        return session

    def quick(self) -> SaveInfo | None:
        """Returns the quick save of this story."""
        return next((info for info in self.saves.list(self.book.manifest.id) if info.kind == "quick"), None)

    @classmethod
    def resume(cls, book: Book, record: Record, saves: Saves, language: str = "") -> Session:
        """Returns a session where a save left off, told in `language` where the story speaks it by now. Raises what a journey raises."""
        _try_out(book)
        journey = Journey.resume(book, record, seen=Seen.load(saves.seen(book.manifest.id)))
        if language and book.speaks(language) != journey.language:
            # A telling that does not fit here costs the translation, never the place.
            with contextlib.suppress(ThresholdError):
                journey.switch_language(language)
        return cls(journey, saves)

    @classmethod
    def replay(cls, book: Book, old: Journey, saves: Saves) -> tuple[Session, Replayed]:
        """Returns a session that stands where a journey stood in an older version of the story, and how far it came. Raises as `begin`."""
        _try_out(book)
        replayed = replay(book, old)
        return cls(replayed.journey, saves), replayed

    @classmethod
    def walk(cls, book: Book, language: str, saves: Saves, choices: Sequence[int], seed: int) -> tuple[Session, Replayed]:
        """Returns a session where choices lead, unsaved as yet, and how far they led. Raises as `begin`."""
        _try_out(book)
        walked = walk(book, language, choices, seed)
        return cls(walked.journey, saves), walked

    @property
    def book(self) -> Book:
        """Returns the story."""
        return self.journey.book

    @property
    def page(self) -> Page:
        """Returns the current page."""
        return self.journey.page

    @property
    def summary(self) -> str:
        """Returns what is told of the scene that was skipped right before the current page."""
        return self.journey.summary(len(self.journey.turns) - 1)

    def choose(self, index: int) -> None:
        """Takes a choice and saves; where the story itself stumbles, `notice` says so and the page stays."""
        try:
            self.journey.choose(index)
        except ThresholdError as fault:
            self.notice = fault
            return
        self.autosave()
        self._draw()

    def skip(self) -> bool:
        """Goes past this scene; tells whether there was a way."""
        try:
            moved = self.journey.skip() is not None
        except ThresholdError as fault:
            self.notice = fault
            return False
        if moved:
            self.autosave()
            self._draw()
        return moved

    def regain(self) -> None:
        """Takes in what was brought in from elsewhere: pages seen, and the map."""
        self.journey.seen.join(Seen.load(self.saves.seen(self.book.manifest.id)))
        if self.ways.on:
            self.ways.regain()

    # The map --------------------------------------------------------------------------------------------------------

    def draw_map(self, *, wanted: bool) -> None:
        """Draws a map of what is read from here on, or stops."""
        began, self.ways.on = wanted and not self.ways.on, wanted
        if began:
            self._draw()

    def _draw(self) -> None:
        self.ways.note(self.journey)
        self.notice, self.ways.notice = self.notice or self.ways.notice, None

    @property
    def knows_end(self) -> bool:
        """Tells whether an ending of this story was ever reached, as far as the map knows: then there is a map to look at."""
        return self.ways.on and bool(self.ways.atlas.endings)

    def keep_first(self, picture: bytes | None = None) -> None:
        """Keeps the journey as it is, apart from all other saves, before another way is taken. Raises SaveError."""
        kept = self.saves.write_apart(self.journey.record(), picture)
        if self.first() is None:
            self.ways.began(kept.number)

    def first(self) -> SaveInfo | None:
        """Returns the save of the journey that this what-if began from, or None outside of one."""
        number = self.ways.atlas.before if self.ways.on else 0
        found = self.saves.list(self.book.manifest.id) if number else ()
        return next((info for info in found if info.kind == "apart" and info.number == number and not info.damaged), None)

    def turn_at(self, place: Place) -> int | None:
        """Returns the number of the last turn of this journey that is a place, or None."""
        turns = reversed(self.journey.turns)
        return next((turn.number for turn in turns if turn.fits and place.is_at(turn)), None)

    def elsewhere(self, place: Place) -> Session:
        """Returns a session that stands at a place which this journey does not lead to. Raises what a journey raises."""
        session = Session.resume(self.book, record_of(self.ways.atlas, place, self.book, self.journey.language), self.saves)
        session.ways = self.ways
        session.autosave()
        return session

    def look_at(self, began: int, thread: str, count: int) -> None:
        """Notes that a conversation on the phone was read so far, and saves."""
        self.journey.look_at(began, thread, count)
        self.autosave()

    def autosave(self) -> None:
        """Writes the next autosave; where that fails, play goes on and `notice` says why."""
        try:
            self.saves.write_auto(self.journey.record())
            if self.journey.fresh:
                self.journey.seen.save(self.saves.seen(self.book.manifest.id))
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

    def tongue(self, part: Texts | Line | Choice | Cue) -> str:
        """Returns the language that a text is read in: where there is no translation, it is the story's own."""
        own = self.book.manifest.language
        if isinstance(part, dict):
            return tongue(part, self.journey.language, own)
        return own if part.own else self.journey.language

    def character(self, person: str) -> Character | None:
        """Returns who a name in a cue stands for, where the manifest knows them."""
        return self.book.manifest.characters.get(key(person))


def _try_out(book: Book) -> None:
    """Has a story that no trusted key signed tried out first, in a process of its own.

    Raises PackError where it does not run safely.
    """
    if not book.trusted:
        probe.check(book)
