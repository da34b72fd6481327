"""Takes the choices of a play once more in the engine that the game plays with, under the game's own limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import msgspec

from game.errors import StoryError
from game.story.runtime import Story

if TYPE_CHECKING:
    from studio.explore import Play

Outcome = Literal["same", "stopped", "parted"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the game's engine made of a play: `same`, `stopped` with a fault, or `parted` (another number of choices, another ending).

    `taken` is how many choices it could take.
    """

    play: Play
    outcome: Outcome
    message: str = ""
    taken: int = 0


class Replayer:
    """Plays plays again on one compiled story."""

    def __init__(self, ink_json: str) -> None:
        """Opens the story."""
        self._ink = ink_json
        self._story = Story(ink_json, seed=0)
        self._first = msgspec.json.decode(self._story.state())

    def replay(self, play: Play) -> Replayed:
        """Returns what becomes of the choices of a play."""
        try:
            self._story.restore(msgspec.json.encode(self._first | {"storySeed": play.seed}).decode())
            return self._walk(play)
        except StoryError as fault:
            self._story = Story(self._ink, seed=0)
            return Replayed(play, "stopped", str(fault))

    def _walk(self, play: Play) -> Replayed:
        """Takes the choices; a story that stumbles without stopping has stopped here, too."""
        story, endings = self._story, list[str]()
        story.faults.clear()
        for step, pick in enumerate((*play.picks, None)):
            try:
                page = story.advance()
            except StoryError as fault:
                return Replayed(play, "stopped", str(fault), step)
            if stumbled := next((fault for fault in story.faults if isinstance(fault, StoryError)), None):
                return Replayed(play, "stopped", str(stumbled), step)
            endings += [cue.value for line in page.lines for cue in line.cues if cue.name == "ending"]
            if pick is None:
                break
            if pick >= len(page.choices):
                return Replayed(play, "parted", taken=step)
            story.choose(pick)
        same = tuple(endings) == play.endings and (page.ended or not play.ended)
        return Replayed(play, "same" if same else "parted", taken=len(play.picks))
