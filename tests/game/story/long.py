"""A story as long as a player has patience for, and a journey of two hours through it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from game.story.journey import Journey

if TYPE_CHECKING:
    from game.story.pack import Book

TWO_HOURS_IN_TURNS = 600


def long_journey(book: Book, turns: int = TWO_HOURS_IN_TURNS) -> Journey:
    """Returns a journey of so many turns through a story that goes on for ever."""
    dice, journey = random.Random(2), Journey.begin(book, "en", seed=2)
    for _ in range(turns):
        journey.choose(dice.randrange(len(journey.page.choices)))
    return journey


def endless(knots: int = 300) -> str:
    """Returns a story in a ring of knots, about eighty words and three choices each, that remembers every visit."""
    line = "The oven fan ran down and started up, and for as long as that took nobody had to say a thing."
    parts = [*(f"VAR v{number} = 0" for number in range(40)), "-> k0"]
    for number in range(knots):
        parts += [f"=== k{number} ===", f"# scene: s{number % 7}", *(f"{line} {{k{number}}} # speaker: Rae # mood: open" for _ in range(4))]
        for way in range(3):
            parts += [f"+ (c{way}) [Say {way} {{k{number}.c{way}}}]", f"  ~ v{number % 40} = v{number % 40} + {way}", f"  {line}"]
        parts += [f"- -> k{(number + 1) % knots}"]
    return "\n".join(parts)
