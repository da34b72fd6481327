"""How much one turn of a story may use."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from game.errors import StoryLimitError, marked
from game.story import memory

TOO_LONG: Final = marked("The story went round in circles here and was stopped. Your place is kept: go back and choose another way.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one turn may use: milliseconds a slice, seconds, lines, characters of text, choices, bytes of memory; and sizes of input.

    `depth` stays below the 128 levels of JSON that bink reads.
    """

    slice_ms: float = 5.0
    seconds: float = 1.5
    lines: int = 1000
    text: int = 400_000
    choices: int = 100
    memory: int = 64 * 2**20
    ink: int = 16 * 2**20
    state: int = 2 * 2**20
    depth: int = 120


LIMITS: Final = Limits()


class Budget:
    """What is left of a turn."""

    def __init__(self, limits: Limits) -> None:
        """Starts the clock."""
        self._limits = limits
        self._until = time.monotonic() + limits.seconds
        self._before = 0
        self._left_lines, self._left_text = limits.lines, limits.text

    def line(self, length: int) -> None:
        """Counts a line; raises StoryLimitError where a turn says too much."""
        self._left_lines -= 1
        self._left_text -= length
        if self._left_lines < 0 or self._left_text < 0:
            raise StoryLimitError(TOO_LONG)

    def check(self) -> None:
        """Raises StoryLimitError where the turn takes too long or too much memory."""
        now = memory.resident()
        self._before = self._before or now
        if time.monotonic() > self._until or now - self._before > self._limits.memory:
            raise StoryLimitError(TOO_LONG)
