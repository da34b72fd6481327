"""The quick exit's key: Shift, pressed three times with nothing else held down.

The count starts again five seconds after the last press. A press counts only where no other key went down with it, so that
capitals typed in a message never leave by accident. (After GOV.UK's "Exit this page"; five Shifts open Windows' Sticky Keys.)
"""

from __future__ import annotations

import pygame

_WITHIN = 5.0
_TIMES = 3
_SHIFTS = frozenset({pygame.K_LSHIFT, pygame.K_RSHIFT})


class Threefold:
    """Counts the presses."""

    def __init__(self) -> None:
        """Starts at none."""
        self.count = 0
        self._at = -_WITHIN
        self._alone = False

    def left(self, now: float) -> float:
        """Returns the seconds until the count starts again."""
        return _WITHIN - (now - self._at)

    def takes(self, event: pygame.event.Event, now: float) -> bool:
        """Takes an event; tells whether it was the third press."""
        if self.count and self.left(now) <= 0:
            self.count = 0
        if event.type == pygame.KEYDOWN:
            self._alone = event.key in _SHIFTS
            if not self._alone:
                self.count = 0
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._alone = False
        elif event.type == pygame.KEYUP and event.key in _SHIFTS and self._alone:
            self._alone = False
            self.count += 1
            self._at = now
            if self.count == _TIMES:
                self.count = 0
                return True
        return False
