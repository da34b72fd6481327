"""What a player's game has spent of the promise: for each story its questions, drawn once, and what they cost.

It is written before anything is told. A crash after that costs answers and never the promise.
"""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING, Final

import msgspec

from game.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# In thousandths of epsilon.
PLAY: Final = 2000
SENSITIVE: Final = 1000
LANGUAGE: Final = 1000
A_STORY: Final = 6000
A_YEAR: Final = 18000
_DRAWN = {PLAY: 2, SENSITIVE: 1}
_YEAR = dt.timedelta(days=366)


class Spent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one story has cost, since which day, and for which questions."""

    day: dt.date
    epsilon: int
    drawn: tuple[str, ...]


class Ledger:
    """The file of what was spent, by stories' ids without their versions."""

    def __init__(self, path: Path) -> None:
        """Takes where the file is, or will be."""
        self._path = path

    def draw(self, story: str, play: Sequence[str], sensitive: Sequence[str], today: dt.date) -> tuple[str, ...]:
        """Draws a story's questions, writes down what they cost, and returns their names; `language` is always the last.

        Returns none where the story had its draw, the year's promise is used up, or the file cannot be read.

        Raises OSError, nothing drawn, where the file cannot be written.
        """
        spent = self._read()
        if spent is None or story in spent:
            return ()
        chosen, cost = _chosen({PLAY: play, SENSITIVE: sensitive})
        if cost > A_STORY or cost + _of_the_year(spent, today) > A_YEAR:
            return ()
        write_atomically(self._path, msgspec.json.encode({**spent, story: Spent(today, cost, chosen)}))
        return chosen

    def _read(self) -> dict[str, Spent] | None:
        """Returns what was spent, or None where nobody can tell, so that nothing more may be."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, Spent])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None


def _chosen(questions: dict[int, Sequence[str]]) -> tuple[tuple[str, ...], int]:
    """Returns the names that are drawn, and what they cost together."""
    chosen, cost = [], LANGUAGE
    for epsilon, names in questions.items():
        drawn = secrets.SystemRandom().sample(list(names), min(_DRAWN[epsilon], len(names)))
        chosen += drawn
        cost += epsilon * len(drawn)
    return (*chosen, "language"), cost


def _of_the_year(spent: dict[str, Spent], today: dt.date) -> int:
    """Returns what a year holds; days that lie ahead count too, since a clock may have been set back."""
    return sum(entry.epsilon for entry in spent.values() if entry.day > today - _YEAR)
