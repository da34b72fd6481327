"""Second Verse at the window in its three languages, another one at every choice of a whole run."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from game.paths import below
from game.scenes.shell import Route
from game.story.journey import Journey
from tests.game.scenes.player import Player

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.page import Page

LANGUAGES = ("en", "de", "ar")
MOST_CHOICES = 60
ARABIC = range(0x600, 0x700)


def words(page: Page) -> list[str]:
    """Returns all that a page says."""
    return [*(line.text for line in page.lines), page.prompt or "", *(choice.text for choice in page.choices)]


def in_arabic(text: str) -> bool:
    """Tells whether a text has Arabic letters."""
    return any(ord(letter) in ARABIC for letter in text)


def test_another_language_at_every_choice(tmp_path: Path, shipped: Path) -> None:
    """Each page is the one of a play all in that language, and the run comes to the ending that all of them have."""
    player = Player(replace(below(tmp_path / "home"), packs=shipped), reduce_motion=True)
    try:
        player.open()
        book, dice = player.session.journey.book, random.Random(1)
        alone = {language: Journey.begin(book, language, seed=player.session.journey.seed) for language in LANGUAGES}
        turning = itertools.cycle(LANGUAGES)
        for _ in range(MOST_CHOICES):
            for language in (next(turning), next(turning)):
                player.go(Route.LANGUAGE)
                player.click(language)
                player.frame()
                assert player.session.journey.language == language
                assert words(player.session.page) == words(alone[language].page)
                assert in_arabic("".join(words(player.session.page))) == (language == "ar")
            if player.session.page.ended:
                break
            player.to_choices()
            pick = dice.randrange(len(player.session.page.choices))
            player.click(f"choice-{pick}")
            for journey in alone.values():
                journey.choose(pick)
        assert player.session.page.ended
        assert len({tuple(journey.endings) for journey in alone.values()}) == 1
        assert tuple(player.session.journey.endings) == tuple(alone["en"].endings)
    finally:
        player.close()
