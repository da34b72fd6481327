"""Tells a book in one language: its script, opened and ready to play, and what is known of the script's places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import StoryError
from game.story.landing import carried
from game.story.outline import Outline
from game.story.runtime import Story
from game.story.trail import Turn

if TYPE_CHECKING:
    from game.story.limits import Limits
    from game.story.pack import Book
    from game.story.page import Page


class Teller:
    """One book, one language, one engine."""

    def __init__(self, book: Book, language: str, limits: Limits, seed: int | None = None) -> None:
        """Opens the script in the language that comes nearest to the one asked for.

        Raises PackError or StoryLoadError.
        """
        self.language = book.speaks(language)
        self.ink_hash = book.ink_hash(self.language)
        ink = book.ink(self.language)
        self.story = Story(ink, seed=seed, limits=limits)
        # Places are the same in every language, though a sentence may have its logic elsewhere: those of the story's own count.
        own = book.manifest.language
        self._outline = Outline(ink if self.language == own else book.ink(own))
        self._first = self.story.state()

    def begin(self) -> Page:
        """Returns the first page.

        Raises StoryPanicError or StoryLimitError.
        """
        self.story.restore(self._first)
        return self.story.advance()

    def tell(self, state: str) -> Page:
        """Returns the page that begins with a state.

        Raises a StoryError where the script cannot tell it.
        """
        self.story.restore(state)
        return self.story.advance()

    def enter(self, knot: str, old: str) -> Page | None:
        """Returns the first page of a knot, with what an older script's state remembers; None where the knot is not there or fails."""
        if not self._outline.has(knot):
            return None
        try:
            self.story.restore(carried(old, self._first, self._outline))
            self.story.jump(knot)
            return self.story.advance()
        except StoryError:
            return None

    def turn(self, page: Page, number: int) -> Turn:
        """Returns a turn for the page told last."""
        state = self.story.state()
        return Turn(page, number, language=self.language, knot=self._outline.knot_of(state), shape=self._outline.shape(state))

    def fits(self, turn: Turn, state: str) -> bool:
        """Tells whether the script is, where a turn of an older script began, what it was then."""
        return bool(turn.shape) and self._outline.shape(state) == turn.shape
