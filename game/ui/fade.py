"""A level on its way to another."""

from __future__ import annotations

import math


class Fade:
    """Goes from 0 to 1 or back in a fixed time, and may turn round on the way."""

    def __init__(self, seconds: float) -> None:
        """Begins at 0 and stays there."""
        self._seconds = seconds
        self._at = 0.0
        self.goal = 0.0

    @property
    def moving(self) -> bool:
        """Tells whether the goal has not been reached."""
        return self._at != self.goal

    @property
    def silent(self) -> bool:
        """Tells whether it rests at 0."""
        return self._at == 0 == self.goal

    @property
    def loudness(self) -> float:
        """Returns what to multiply a sound by: two sounds that cross stay equally loud together."""
        return math.sin(self._at * math.pi / 2)

    def move(self, elapsed: float) -> None:
        """Goes on by `elapsed` seconds."""
        step = elapsed / self._seconds
        self._at = min(self.goal, self._at + step) if self.goal > self._at else max(self.goal, self._at - step)
