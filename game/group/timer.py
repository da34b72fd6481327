"""Minutes that a room gave itself; what they end is nothing."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# What a press leads through, in minutes; 0 is none.
MINUTES: Final = (0, 2, 5, 10, 15)
_MINUTE, _STEP = 60.0, 10.0


class Timer:
    """So many minutes from when it was asked for."""

    def __init__(self, minutes: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Takes the minutes; `clock` gives seconds."""
        self.minutes, self._clock = minutes, clock
        self._end = clock() + minutes * _MINUTE

    @property
    def left(self) -> float:
        """Returns the seconds that are left, never below 0."""
        return max(0.0, self._end - self._clock())

    @property
    def minutes_left(self) -> int:
        """Returns the minutes that are left, the last one whole; 0 once it has ended."""
        return math.ceil(self.left / _MINUTE)

    @property
    def part(self) -> float:
        """Returns how much is left of the whole, from 0 to 1, in steps of ten seconds."""
        return min(1.0, math.ceil(self.left / _STEP) * _STEP / (self.minutes * _MINUTE))

    @property
    def due(self) -> float | None:
        """Returns the seconds until it looks different; None once it has ended."""
        return (self.left % _STEP or _STEP) + 0.01 if self.left else None


def following(minutes: int, way: int = 1) -> Timer | None:
    """Returns the timer that a press leads to from one of so many minutes; None for none."""
    at = MINUTES.index(minutes) if minutes in MINUTES else 0
    chosen = MINUTES[(at + way) % len(MINUTES)]
    return Timer(chosen) if chosen else None
