"""How a player sorted a story's messages: how many that are not straight they saw, and how many straight ones they took for such.

What was sorted before a story is kept beside its saves until it was sorted again; it is never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game import guard
from game.errors import SaveError, marked
from game.files import write_atomically
from game.story.manifest import pick, tongue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.story.manifest import Manifest

Change = Literal["toward", "same", "away"]
Count = Annotated[int, msgspec.Meta(ge=0, le=999)]

MOST_BYTES: Final = 1000
_UNWRITTEN = marked("This could not be kept ({reason}). What was kept before is as it was.")
_STUCK = marked("This could not be deleted ({reason}).")


class Sorted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sorting: the dishonest messages that were recognised, and the honest ones that were taken for such."""

    hits: Count
    alarms: Count


@dataclass(slots=True)
class Card:
    """A message: its words, their language, whether it is honest, and whether it was taken for honest; None before it was sorted."""

    words: str
    language: str
    honest: bool
    taken: bool | None = None


def dealt(manifest: Manifest, language: str) -> list[Card]:
    """Returns a story's messages as they are told in a language, in another order each time."""
    wanted = (language, manifest.language)
    cards = [Card(pick(one.text, *wanted), tongue(one.text, *wanted), one.honest) for one in manifest.messages.values()]
    SystemRandom().shuffle(cards)
    return cards


def tally(cards: Iterable[Card]) -> Sorted:
    """Returns what came of a sorting."""
    doubted = [card.honest for card in cards if card.taken is False]
    return Sorted(hits=doubted.count(False), alarms=doubted.count(True))


def change(before: Sorted, after: Sorted) -> Change:
    """Returns whether more messages were sorted rightly afterwards, as many, or fewer."""
    # Of so many messages, those sorted rightly are the hits and every honest one without an alarm.
    more = (after.hits - after.alarms) - (before.hits - before.alarms)
    return "toward" if more > 0 else "away" if more < 0 else "same"


class Before:
    """What was sorted before a story, in a file of its own beside the saves."""

    def __init__(self, saves: Path, story: str) -> None:
        """Takes the folder of all saves and the story's id; nothing is written yet."""
        self.path = saves / story / "sorting.json"

    def load(self) -> Sorted | None:
        """Returns what was kept; None where there is nothing, or nothing that can be read."""
        try:
            with self.path.open("rb") as stream:
                raw = stream.read(MOST_BYTES + 1)
            return msgspec.json.decode(raw, type=Sorted) if guard.fits(raw, size=MOST_BYTES, depth=2) else None
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def save(self, result: Sorted) -> None:
        """Writes what was sorted.

        Raises SaveError where it cannot be written; what was there before stays.
        """
        try:
            write_atomically(self.path, msgspec.json.encode(result) + b"\n")
        except OSError as fault:
            raise SaveError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault

    def drop(self) -> None:
        """Deletes it, where it is there.

        Raises SaveError where it cannot be deleted.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as fault:
            raise SaveError(_STUCK, reason=fault.strerror or str(fault)) from fault
