"""Tells a key that is held from one that was let go while a frame was drawn.

pygame repeats a key by a clock of its own until it hears that the key was let go, and it hears nothing while a frame is drawn: a tap
during a frame of 0.7 s came as seven presses (measured).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Held:
    """Knows which keys are down, by what SDL says of the keyboard itself."""

    def __init__(self) -> None:
        """Starts with none."""
        self._down: set[int] = set()

    def real(self, events: Iterable[pygame.event.Event]) -> Iterator[pygame.event.Event]:
        """Yields events but for repeats of keys that nobody holds any more; what was not typed passes as it is."""
        for event in events:
            if event.type == pygame.KEYUP:
                self._down.discard(event.key)
            elif event.type == pygame.KEYDOWN:
                held = pygame.key.get_pressed()[event.key]
                if event.key in self._down and not held:
                    continue
                if held:
                    self._down.add(event.key)
            yield event
