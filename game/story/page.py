"""What one turn of a story shows."""

from __future__ import annotations

import msgspec

from game.story.cues import Cue  # noqa: TC001  (msgspec reads the types)


def _value(cues: tuple[Cue, ...], name: str) -> str | None:
    """Returns the value of the last cue called `name`, or None."""
    return next((cue.value for cue in reversed(cues) if cue.name == name), None)


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of text with the cues that arrive with it; the text may be empty where only cues stand.

    `own`: it is in the story's own language although another is told, for want of a translation.
    """

    text: str
    cues: tuple[Cue, ...] = ()
    own: bool = False

    def cue(self, name: str) -> str | None:
        """Returns the value of the cue called `name`, or None."""
        return _value(self.cues, name)


class Choice(msgspec.Struct, frozen=True, gc=False):
    """One thing the player can choose; `index` is what `Story.choose` takes, `own` as in `Line`."""

    index: int
    text: str
    cues: tuple[Cue, ...] = ()
    own: bool = False

    def cue(self, name: str) -> str | None:
        """Returns the value of the cue called `name`, or None."""
        return _value(self.cues, name)


class Page(msgspec.Struct, frozen=True, gc=False):
    """The lines of one turn, and the choices it ends with; no choices means the end."""

    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def ended(self) -> bool:
        """Tells whether the story stops here."""
        return not self.choices

    @property
    def asking(self) -> Cue | None:
        """Returns the cue whose words stand above the choices, where the writer gave one."""
        return next((cue for choice in self.choices for cue in reversed(choice.cues) if cue.name == "prompt" and cue.value), None)

    @property
    def prompt(self) -> str | None:
        """Returns the line that stands above the choices, where the writer gave one."""
        return self.asking.value if self.asking else None
