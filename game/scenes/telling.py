"""What of a reader's way is told to those who write the stories, where the reader takes part: the hand between stories and insight."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from game.story import answers as said

if TYPE_CHECKING:
    from game.insight.asked import Asked
    from game.insight.part import Part
    from game.scenes.session import Session
    from game.story.pack import Book

# Nobody reads one page for longer; somebody went away.
_LONGEST_LOOK = 180.0


class Telling:
    """Looks on while a story is read, and notes what its drawn questions ask; without a part that is on, it does nothing."""

    def __init__(self, part: Part) -> None:
        """Takes the player's part."""
        self.part = part
        self._at: tuple[str, int, int] | None = None
        self._looked = 0.0
        self._seconds = 0.0

    def begun(self, session: Session, *, first: bool) -> None:
        """Notes that a story was begun at its first page; `first` says that nothing of it was read on this device before."""
        book = session.book
        story = book.manifest.id
        drawn: tuple[Asked, ...] = ()
        if first and book.trusted:
            drawn = self.part.begin(story, release(book), questions(book), language(book))
        else:
            self.part.over(story)
        self._at, self._looked, self._seconds = None, time.monotonic(), 0.0
        if drawn:
            start = {one.name: one.options[0] for one in drawn if one.kind == "length"}
            start |= {one.name: "not_opened" for one in drawn if one.kind == "help_opened"}
            self.part.note(story, start)
            self.turned(session)

    def turned(self, session: Session) -> None:
        """Notes where a reader is, once for each page."""
        now = time.monotonic()
        self._seconds += min(_LONGEST_LOOK, now - self._looked)
        self._looked = now
        journey = session.journey
        story = journey.book.manifest.id
        at = (story, journey.turns[-1].number, len(journey.endings))
        found = self.part.book.pages.open.get(story)
        if at == self._at or found is None or found.over:
            return
        self._at = at
        seconds, self._seconds = int(self._seconds), self._seconds % 1
        read = {one.asked.name: said.length(found.seconds + seconds) for one in found.noted if one.asked.kind == "length"}
        self.part.note(story, said.answers(journey) | read, seconds=seconds)

    def helped(self, session: Session | None) -> None:
        """Notes that the help page was opened in the middle of a story."""
        self._kind(session, "help_opened", "opened")

    def sorted(self, session: Session, change: str) -> None:
        """Notes how a reader sorted messages after the story, as against before."""
        self._kind(session, "before_after", change)

    def wants_sorting(self, session: Session) -> bool:
        """Tells whether this playthrough drew the question that sorting messages answers, and has not answered it."""
        found = self.part.book.pages.open.get(session.book.manifest.id)
        if found is None or found.over or not session.book.manifest.messages:
            return False
        return any(one.asked.kind == "before_after" and one.answer is None for one in found.noted)

    def _kind(self, session: Session | None, kind: str, answer: str) -> None:
        found = self.part.book.pages.open.get(session.book.manifest.id) if session else None
        if session is not None and found is not None:
            self.part.note(session.book.manifest.id, {one.asked.name: answer for one in found.noted if one.asked.kind == kind})


def release(book: Book) -> str:
    """Returns the name that a release of a story goes by."""
    return f"{book.manifest.id}@{book.manifest.version}"


def questions(book: Book) -> tuple[Asked, ...]:
    """Returns what a story asks."""
    from game.insight import asked  # noqa: PLC0415  few ever take part

    return tuple(asked.of(one.name, one.kind, one.options) for one in book.manifest.questions)


def language(book: Book) -> Asked:
    """Returns the question about the language that a story is read in."""
    from game.insight import asked  # noqa: PLC0415  few ever take part

    return asked.language(tuple(book.manifest.ink))
