"""Walks the same way through a newer version of a story: for writers, who change a line and want to stand before it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.story.journey import Journey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.pack import Book
    from game.story.trail import Turn


@dataclass(frozen=True, slots=True)
class Replayed:
    """A journey through the newer story, how many of the steps it could take, and how many there were."""

    journey: Journey
    taken: int
    wanted: int

    @property
    def whole(self) -> bool:
        """Tells whether every step could be taken."""
        return self.taken == self.wanted


def replay(book: Book, old: Journey) -> Replayed:
    """Takes the choices and skips that led to where a journey is again, with the same dice, as far as they still exist.

    A choice is known by its words, or, where the page offers as many as before, by its place. Raises what a journey raises.
    """
    journey = Journey.begin(book, old.language, seed=old.seed)
    steps = old.turns[:-1]
    for taken, turn in enumerate(steps):
        if not _step(journey, turn):
            return Replayed(journey, taken, len(steps))
    return Replayed(journey, len(steps), len(steps))


def walk(book: Book, language: str, choices: Sequence[int], seed: int) -> Replayed:
    """Takes choices by their places from 0, with the dice of a seed, until one cannot be taken. Raises what beginning a journey raises."""
    journey = Journey.begin(book, language, seed=seed)
    for taken, choice in enumerate(choices):
        try:
            journey.choose(choice)
        except ThresholdError:
            return Replayed(journey, taken, len(choices))
    return Replayed(journey, len(choices), len(choices))


def _step(journey: Journey, turn: Turn) -> bool:
    """Takes one step; tells whether it could be taken."""
    try:
        if turn.skipped:
            return journey.skip() is not None
        place = _place(journey, turn)
        if place is None:
            return False
        journey.choose(place)
    except ThresholdError:
        return False
    return True


def _place(journey: Journey, turn: Turn) -> int | None:
    """Returns which of the choices offered now is the one that was taken then, or None."""
    offered = [choice.text for choice in journey.page.choices]
    if turn.chosen_text in offered:
        return offered.index(turn.chosen_text or "")
    same_many = len(offered) == len(turn.page.choices)
    return turn.chosen if same_many and turn.chosen is not None else None
