"""One reader's way through a story: every page seen, a state for each, and the way back and forward between them.

Why so long: it is everything a screen asks a story for; what can stand alone does so in trail, teller and landing.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import msgspec

from game.errors import SaveError, StoryError, marked
from game.story.limits import LIMITS, Limits
from game.story.manifest import pick
from game.story.record import FORMAT, MOST_LOOKED, Record, excerpt
from game.story.seen import Seen
from game.story.teller import Teller
from game.story.trail import Trail, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.pack import Book
    from game.story.page import Page
    from game.story.runtime import Story
    from game.story.stage import Stage

_LANDED = marked("The story was changed since you were here. You are at the last place that is still the same.")
_RESTARTED = marked("The story was changed so much since you were here that it starts again from the beginning. Your save is kept.")
_OTHER_STORY = marked("This save belongs to another story.")


class _Dice(msgspec.Struct):
    """The seed in a state, by the engine's name for it."""

    storySeed: int  # noqa: N815  (as said)


class Journey:
    """What a screen reads a story through; it lives in one thread."""

    def __init__(self, book: Book, language: str, *, seed: int | None = None, seen: Seen | None = None, limits: Limits = LIMITS) -> None:
        """Opens a story without reading its first page; `begin` and `resume` do."""
        self.book = book
        self.seen = seen if seen is not None else Seen()
        self._looked: dict[str, tuple[int, int]] = {}
        self.landed: str | None = None
        self._limits = limits
        self._teller = Teller(book, language, limits, seed)
        self._trail, self._here, self._fresh = Trail(), 0, True
        self._told: int | None = None

    @classmethod
    def begin(cls, book: Book, language: str, *, seed: int | None = None, seen: Seen | None = None, limits: Limits = LIMITS) -> Journey:
        """Returns a journey at the first page of a story.

        Raises PackError, StoryLoadError, StoryPanicError or StoryLimitError.
        """
        journey = cls(book, language, seed=seed, seen=seen, limits=limits)
        journey._add(journey._teller.begin())
        return journey

    @classmethod
    def resume(cls, book: Book, record: Record, *, seen: Seen | None = None, limits: Limits = LIMITS) -> Journey:
        """Returns the journey that a save holds; where the story changed since, `landed` says where it goes on.

        Raises SaveError where the save belongs to another story, and what `begin` raises.
        """
        if record.story != book.manifest.id:
            raise SaveError(_OTHER_STORY)
        journey = cls(book, record.language, seen=seen, limits=limits)
        journey._take(record)
        return journey

    @property
    def language(self) -> str:
        """Returns the language the story is told in."""
        return self._teller.language

    @property
    def seed(self) -> int | None:
        """Returns the seed of the story's dice, or None where the first state does not tell."""
        try:
            return msgspec.json.decode(self._trail.state_or_nothing(0), type=_Dice).storySeed
        except msgspec.DecodeError:
            return None

    @property
    def page(self) -> Page:
        """Returns the page that is shown now."""
        return self._trail[self._here].page

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Returns every turn up to the current one."""
        return self._trail.upto(self._here)

    @property
    def knot(self) -> str:
        """Returns the name of the knot in which the current page began; empty where no page tells."""
        return self._trail[self._here].knot.partition(".")[0]

    @property
    def stage(self) -> Stage:
        """Returns what stands around the text at the end of the current page."""
        return self._trail.stage(self._here)

    @property
    def stage_before(self) -> Stage:
        """Returns what stood around the text when the current page began."""
        return self._trail.stage(self._here - 1)

    def stage_at(self, at: int) -> Stage:
        """Returns what stood around the text at the end of a turn; before the first, an empty stage."""
        return self._trail.stage(at)

    def summary(self, at: int) -> str:
        """Returns what is told, in the journey's language, of the scene that was skipped right before a turn; empty where none was."""
        if at < 1 or not self._trail[at - 1].skipped:
            return ""
        skip = self.book.manifest.skips.get(self._trail.stage(at - 1).skip or "")
        return pick(skip.summary, self.language, self.book.manifest.language) if skip else ""

    def state_at(self, at: int) -> str:
        """Returns the state that a turn began with; empty where it is damaged."""
        return self._trail.state_or_nothing(at)

    def number(self, name: str) -> int | None:
        """Returns the value of one of the story's whole numbers on the current page; None where there is no such number."""
        try:
            if self._told != self._here:
                self._told = None
                self._teller.tell(self._trail.state(self._here))
                self._told = self._here
            return self._teller.story.number(name)
        except (StoryError, SaveError):
            return None

    @property
    def endings(self) -> tuple[str, ...]:
        """Returns the endings reached in this journey, rewound ones too, in the order they were first reached."""
        return tuple(self._trail.endings)

    @property
    def chapter(self) -> int | None:
        """Returns the number of the current chapter."""
        return self.stage.chapter

    @property
    def chapter_title(self) -> str:
        """Returns the title of the current chapter; empty before the first."""
        chapters = self.book.manifest.chapters
        titles = next((chapter.title for chapter in chapters if chapter.number == self.chapter), {})
        return pick(titles, self.language, self.book.manifest.language)

    @property
    def choices_made(self) -> int:
        """Returns how many choices led here."""
        return sum(turn.chosen is not None for turn in self.turns[:-1])

    @property
    def fresh(self) -> bool:
        """Tells whether the current page was never seen before, in any journey through this story."""
        return self._fresh

    @property
    def can_back(self) -> bool:
        """Tells whether there is an earlier page to go back to."""
        return self._next(range(self._here - 1, -1, -1)) is not None

    @property
    def can_forward(self) -> bool:
        """Tells whether there is a later page to go forward to."""
        return self._next(range(self._here + 1, len(self._trail))) is not None

    def choose(self, index: int) -> Page:
        """Takes a choice and returns the page it leads to; a different choice than last time forgets the pages after it.

        Raises StoryError where there is no such choice, StoryPanicError or StoryLimitError; the journey then stays where it was.
        """
        if self._trail[self._here].chosen == index and self._goes_on():
            return self.forward() or self.page
        self._move(lambda story: story.choose(index), chosen=index)
        return self.page

    def skip(self) -> Page | None:
        """Goes where this scene's `skip` cue leads; None where there is nothing to skip.

        Raises what `choose` raises.
        """
        target = self.stage.skip
        if target is None:
            return None
        if self._trail[self._here].skipped and self._goes_on():
            return self.forward()
        self._move(lambda story: story.jump(target), skipped=True)
        return self.page

    def back(self) -> Page | None:
        """Returns to the page before this one, word for word as it was; None where there is none."""
        return self._show(self._next(range(self._here - 1, -1, -1)))

    def forward(self) -> Page | None:
        """Goes to the page after this one, where the reader had been there; None where there is none."""
        return self._show(self._next(range(self._here + 1, len(self._trail))))

    def jump_to(self, turn: Turn | int) -> Page:
        """Goes to a turn of `turns`, or to the turn of that number.

        Raises StoryError where there is no such turn or it can't be gone back to.
        """
        number = turn if isinstance(turn, int) else turn.number
        page = self._show(self._next(range(number, number + 1)))
        if page is None:
            raise StoryError(marked("There is no way back to that page."))
        return page

    def switch_language(self, language: str) -> Page:
        """Tells the current page, and everything after, in another language.

        Raises PackError or a StoryError where the story can't be told in it from here; the journey then stays as it was.
        """
        teller = Teller(self.book, language, self._limits)
        page = teller.tell(self._trail.state(self._here))
        self._teller, self._told = teller, self._here
        self._trail.change(self._here, page=page, language=self.language)
        return page

    def record(self) -> Record:
        """Returns what a save holds of this journey."""
        manifest = self.book.manifest
        return Record(
            format=FORMAT,
            story=manifest.id,
            version=manifest.version,
            ink=self._teller.ink_hash,
            language=self.language,
            here=self._here,
            turns=self._trail.recorded(),
            endings=self.endings,
            chapter=self.chapter,
            chapter_title=self.chapter_title,
            excerpt=excerpt(self.page),
            looked=self._looked,
        )

    def look_at(self, began: int, thread: str, count: int) -> None:
        """Notes that so many messages of a conversation were read, in the scene on the phone that began with a turn."""
        if len(self._looked) < MOST_LOOKED:
            self._looked = {**self._looked, f"{began}:{thread}": (count, self._here)}

    def looked_at(self, began: int) -> dict[str, int]:
        """Returns how many messages of each conversation were read in the scene on the phone that began with a turn."""
        marks = ((*name.partition(":"), count) for name, (count, _) in self._looked.items())
        return {thread: count for start, _, thread, count in marks if start == str(began)}

    def _next(self, numbers: range) -> int | None:
        """Returns the first of these turns that can be gone to."""
        return next((at for at in numbers if 0 <= at < len(self._trail) and self._trail[at].fits), None)

    def _goes_on(self) -> bool:
        """Tells whether the very next page is there already."""
        return self._next(range(self._here + 1, self._here + 2)) is not None

    def _show(self, number: int | None) -> Page | None:
        """Makes a turn the current one; a turn told in another language is told again in the current one."""
        if number is None:
            return None
        self._here = number
        self._fresh = False
        if self._trail[number].language != self.language:
            with contextlib.suppress(StoryError, SaveError):
                self._retell(number)
        return self.page

    def _retell(self, number: int) -> None:
        """Tells a turn again, from its state, in the current language."""
        self._told = None
        page = self._teller.tell(self._trail.state(number))
        self._told = number
        self._trail.change(number, page=page, language=self.language)

    def _move(self, move: Callable[[Story], None], *, chosen: int | None = None, skipped: bool = False) -> None:
        """Goes on from the current page; where that fails, nothing changed."""
        story = self._teller.story
        if self._told != self._here:
            self._teller.tell(self._trail.state(self._here))
        self._told = None
        move(story)
        page = story.advance()
        self._trail.change(self._here, chosen=chosen, skipped=skipped)
        self._trail.cut(self._here + 1)
        # What was read on a way that is no longer taken was never written.
        self._looked = {name: mark for name, mark in self._looked.items() if mark[1] <= self._here}
        self._add(page)

    def _add(self, page: Page) -> None:
        """Adds a turn for the page told last, and makes it the current one."""
        self._trail.add(self._teller.turn(page, len(self._trail)), self._teller.story.state())
        self._here = self._told = len(self._trail) - 1
        self._fresh = self.seen.add(page)

    def _take(self, record: Record) -> None:
        """Takes over what a save holds."""
        self._trail.take(record.turns)
        self._trail.endings.update(dict.fromkeys(record.endings))
        self._here, self._fresh = record.here, False
        self._looked = dict(record.looked)
        same = record.ink == self._teller.ink_hash
        if not same:
            self._compare()
        if not (same and self._stands(self._here)):
            self._land()

    def _compare(self) -> None:
        """Finds out which turns the script, as it is now, can still play."""
        for at in range(len(self._trail)):
            if not self._teller.fits(self._trail[at], self._trail.state_or_nothing(at)):
                self._trail.change(at, shape="")

    def _land(self) -> None:
        """Finds where a changed story can go on: this very place, else the beginning of the last knot that is still there."""
        last, until, tried = self._here, time.monotonic() + self._limits.seconds, {""}
        for at in range(last, -1, -1):
            if time.monotonic() > until:
                break
            turn = self._trail[at]
            if turn.fits and self._plays(at):
                self.landed = None if at == last else _LANDED
                return
            if turn.knot not in tried and (page := self._teller.enter(turn.knot, self._trail.state_or_nothing(at))):
                self.landed = _LANDED
                self._trail.cut(at)
                self._add(page)
                return
            tried.add(turn.knot)
        self.landed = _RESTARTED
        self._trail.cut(0)
        self._add(self._teller.begin())

    def _stands(self, at: int) -> bool:
        """Tells whether the engine can stand at the end of a turn, and has it stand there; the page stays as it was read."""
        try:
            offered = len(self._teller.tell(self._trail.state_or_nothing(at)).choices)
        except StoryError:
            return False
        self._told = at
        return offered == len(self._trail[at].page.choices)

    def _plays(self, at: int) -> bool:
        """Tells whether a turn can be told again as the script is now, and makes it the last one, in the script's words of now."""
        try:
            self._retell(at)
        except (StoryError, SaveError):
            return False
        self._here = at
        self._trail.cut(at + 1)
        return True
