"""What one turn of a story shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.story.cues import Cue


def _value(cues: tuple[Cue, ...], name: str) -> str | None:
    """Returns the value of the last cue called `name`, or None."""
    return next((cue.value for cue in reversed(cues) if cue.name == name), None)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with the cues that arrive with it; the text may be empty where only cues stand."""

    text: str
    cues: tuple[Cue, ...] = ()

    def cue(self, name: str) -> str | None:
        """Returns the value of the cue called `name`, or None."""
        return _value(self.cues, name)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing the player can choose; `index` is what `Story.choose` takes."""

    index: int
    text: str
    cues: tuple[Cue, ...] = ()

    def cue(self, name: str) -> str | None:
        """Returns the value of the cue called `name`, or None."""
        return _value(self.cues, name)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one turn, and the choices it ends with; no choices means the end."""

    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def ended(self) -> bool:
        """Tells whether the story stops here."""
        return not self.choices

    @property
    def prompt(self) -> str | None:
        """Returns the line that stands above the choices, where the writer gave one."""
        return next((text for choice in self.choices if (text := choice.cue("prompt"))), None)
