"""What goes wrong in a story without stopping it: wrong tags, functions that fail, an end that was forgotten."""

from __future__ import annotations

import functools
import logging
from typing import TYPE_CHECKING

from game.errors import StoryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.errors import CueError
    from game.story.cues import Cue

    Tags = tuple[tuple[Cue, ...], tuple[CueError, ...]]
    External = Callable[..., bool | int | float | str]

LOOSE_END = "ran out of content"
MOST = 1000

_log = logging.getLogger(__name__)


class Faults:
    """Reads tags and calls functions for a story; keeps and logs what fails."""

    def __init__(self, read_tags: Callable[[list[str]], Tags]) -> None:
        """Takes what reads tags; the same tags are read, and their faults kept, once."""
        self.kept: list[Exception] = []
        self._read_tags = read_tags
        self._cues = functools.lru_cache(maxsize=512)(self._read)

    def cues(self, tags: list[str]) -> tuple[Cue, ...]:
        """Returns the cues that tags stand for."""
        return self._cues(tuple(tags)) if tags else ()

    def call(self, function: External, name: str, *values: object) -> bool | int | float | str:
        """Calls a function for a story; where it raises, the story reads an empty text."""
        try:
            return function(*values)
        except Exception as fault:  # noqa: BLE001  (nothing may cross the engine's boundary)
            _log.warning("The story called %s, which failed.", name, exc_info=True)
            self._keep(fault)
            return ""

    def hear(self, complaints: list[str]) -> None:
        """Empties the engine's list of complaints; a story that only forgot to say that it ends, ends.

        Raises RuntimeError with any other complaint.
        """
        heard, complaints[:] = complaints[:], []
        for words in heard:
            if LOOSE_END not in words:
                raise RuntimeError(words)
            _log.warning("%s", words)
            self._keep(StoryError("{words}", words=words))

    def _read(self, tags: tuple[str, ...]) -> tuple[Cue, ...]:
        """Returns the cues of tags met for the first time."""
        cues, faults = self._read_tags(list(tags))
        for fault in faults:
            _log.warning("%s", fault)
            self._keep(fault)
        return cues

    def _keep(self, fault: Exception) -> None:
        """Keeps a fault, as far as a story that never stops failing leaves room."""
        if len(self.kept) < MOST:
            self.kept.append(fault)
