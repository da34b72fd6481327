"""Tells the current page of a journey in every language of its story, for phones that each read their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.story.limits import LIMITS
from game.story.teller import Teller

if TYPE_CHECKING:
    from game.story.journey import Journey
    from game.story.page import Page


class Tellings:
    """The tellers of one story's languages, opened when they are first needed; they live in one thread."""

    def __init__(self) -> None:
        """Has none open."""
        self._tellers: dict[str, Teller] = {}

    def of(self, journey: Journey) -> dict[str, Page]:
        """Returns the current page by language; a language that cannot tell it from here, or offers other choices there, is left out."""
        found = {journey.language: journey.page}
        state = journey.state_at(journey.turns[-1].number)
        for language in journey.book.manifest.ink:
            if language in found:
                continue
            try:
                if language not in self._tellers:
                    self._tellers[language] = Teller(journey.book, language, LIMITS)
                page = self._tellers[language].tell(state)
            except ThresholdError:
                continue
            if len(page.choices) == len(journey.page.choices):
                found[language] = page
        return found
