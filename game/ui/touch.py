"""Fingers on the glass: a tap presses where it is let go, a drag scrolls and presses nothing.

SDL tells of the first finger on a screen twice: as a finger, and as a mouse marked `touch`. Only the second is heeded, so that
nothing counts twice; and the fingers on a laptop's trackpad, which are no touch on anything shown, come only as the first.
"""

from __future__ import annotations

import math

import pygame

_OF_MOUSE = frozenset({pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP})


class Touch:
    """One finger: where it came down, and whether it drags."""

    def __init__(self) -> None:
        """Starts with no finger down; `pulled` is how many pixels the last event pulled the page up."""
        self._start: tuple[int, int] | None = None
        self._last = 0
        self._drags = False
        self.pulled = 0.0

    def takes(self, event: pygame.event.Event, slack: float, *, at_once: bool) -> list[pygame.event.Event] | None:
        """Returns the presses that a finger's event stands for, or None for any other event.

        A finger that moves less than `slack` pixels still taps; `at_once` presses as soon as the finger comes down, for what is held.
        """
        self.pulled = 0.0
        if event.type not in _OF_MOUSE or not getattr(event, "touch", False):
            return None
        if at_once:
            self._start = None
            return [_of_mouse(event.type, event.pos)] if event.type != pygame.MOUSEMOTION else []
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._start, self._last, self._drags = event.pos, event.pos[1], False
        elif event.type == pygame.MOUSEMOTION:
            self._move(event.pos, slack)
        else:
            return self._up(event.pos)
        return []

    def _move(self, place: tuple[int, int], slack: float) -> None:
        if self._start is None:
            return
        self._drags = self._drags or math.dist(place, self._start) > slack
        if self._drags:
            self.pulled, self._last = float(self._last - place[1]), place[1]

    def _up(self, place: tuple[int, int]) -> list[pygame.event.Event]:
        tapped, self._start = self._start is not None and not self._drags, None
        return [_of_mouse(pygame.MOUSEBUTTONDOWN, place), _of_mouse(pygame.MOUSEBUTTONUP, place)] if tapped else []


def _of_mouse(kind: int, place: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=place, button=pygame.BUTTON_LEFT, touch=False)
