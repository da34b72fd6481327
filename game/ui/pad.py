"""Game pads: their buttons and stick as the same verbs that keys have, also while they are held.

A pad may come and go at any time. SDL knows most of them by their layout; one that it does not know is left alone.
"""

from __future__ import annotations

import contextlib
import logging
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pygame
from pygame._sdl2 import controller

from game.ui.keys import Verb

if TYPE_CHECKING:
    from collections.abc import Mapping

_log = logging.getLogger(__name__)
_BUTTONS: Final[Mapping[int, frozenset[Verb]]] = MappingProxyType(
    {
        pygame.CONTROLLER_BUTTON_A: frozenset({Verb.PRESS, Verb.READ_ON}),
        pygame.CONTROLLER_BUTTON_B: frozenset({Verb.BACK}),
        pygame.CONTROLLER_BUTTON_X: frozenset({Verb.BACKLOG}),
        pygame.CONTROLLER_BUTTON_Y: frozenset({Verb.MENU}),
        pygame.CONTROLLER_BUTTON_START: frozenset({Verb.MENU}),
        pygame.CONTROLLER_BUTTON_BACK: frozenset({Verb.HELP}),
        pygame.CONTROLLER_BUTTON_LEFTSHOULDER: frozenset({Verb.REWIND}),
        pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: frozenset({Verb.FORWARD}),
        # These lead onto everything, the quick exit too, which directions pass by.
        pygame.CONTROLLER_BUTTON_LEFTSTICK: frozenset({Verb.PREVIOUS}),
        pygame.CONTROLLER_BUTTON_RIGHTSTICK: frozenset({Verb.NEXT}),
        pygame.CONTROLLER_BUTTON_DPAD_UP: frozenset({Verb.UP}),
        pygame.CONTROLLER_BUTTON_DPAD_DOWN: frozenset({Verb.DOWN}),
        pygame.CONTROLLER_BUTTON_DPAD_LEFT: frozenset({Verb.LEFT}),
        pygame.CONTROLLER_BUTTON_DPAD_RIGHT: frozenset({Verb.RIGHT}),
    }
)
_STICK: Final = MappingProxyType(
    {pygame.CONTROLLER_AXIS_LEFTX: (Verb.LEFT, Verb.RIGHT), pygame.CONTROLLER_AXIS_LEFTY: (Verb.UP, Verb.DOWN)}
)
# A stick counts from half its way on, and again only after it came back to a third: it must not tremble between the two.
_OUT, _HOME = 16384, 10923
# Seconds: until what is held repeats, and between two repeats. What is pressed for good, such as A, never repeats.
_FIRST, _NEXT = 0.4, 0.12
_REPEATS: Final = frozenset({Verb.UP, Verb.DOWN, Verb.LEFT, Verb.RIGHT})


class Pads:
    """The pads that are plugged in, and what is held on them."""

    def __init__(self) -> None:
        """Knows no pad before `open`."""
        self._pads: dict[int, controller.Controller] = {}
        self._tilted: dict[tuple[int, int], Verb] = {}
        self._held: frozenset[Verb] = frozenset()
        self._again_at = 0.0
        self._skipping: set[int] = set()

    def open(self) -> None:
        """Begins to look for pads; each that is there announces itself."""
        with contextlib.suppress(pygame.error):
            controller.init()

    def close(self) -> None:
        """Lets go of every pad."""
        self._pads.clear()
        with contextlib.suppress(pygame.error):
            controller.quit()

    def takes(self, event: pygame.event.Event, now: float) -> list[pygame.event.Event]:
        """Returns the keys that an event of a pad stands for: none for any other event."""
        if event.type in {pygame.CONTROLLERDEVICEADDED, pygame.CONTROLLERDEVICEREMOVED}:
            return self._plugged(event)
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return self._down(_BUTTONS.get(event.button, frozenset()), now)
        if event.type == pygame.CONTROLLERBUTTONUP:
            return self._up(_BUTTONS.get(event.button, frozenset()))
        return self._moved(event, now) if event.type == pygame.CONTROLLERAXISMOTION else []

    def due(self, now: float) -> float | None:
        """Returns the seconds until what is held repeats, or None."""
        return max(0.0, self._again_at - now) if self._held else None

    def repeated(self, now: float) -> list[pygame.event.Event]:
        """Returns the key that is held, where it is time for it again."""
        if not self._held or now < self._again_at:
            return []
        self._again_at = now + _NEXT
        return [_key(self._held)]

    def rest(self) -> list[pygame.event.Event]:
        """Lets go of everything that is held: the window is no longer in front, or a pad is gone."""
        self._held, skipping = frozenset(), bool(self._skipping)
        self._tilted.clear()
        self._skipping.clear()
        return [_skip(pygame.KEYUP)] if skipping else []

    def _plugged(self, event: pygame.event.Event) -> list[pygame.event.Event]:
        """Takes a pad up, or lets go of it and of what was held on it."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            with contextlib.suppress(pygame.error):
                pad = controller.Controller(event.device_index)
                self._pads[pad.id] = pad
                _log.info("a game pad was plugged in")
            return []
        self._pads.pop(event.instance_id, None)
        return self.rest()

    def _down(self, verbs: frozenset[Verb], now: float) -> list[pygame.event.Event]:
        if not verbs:
            return []
        self._held, self._again_at = verbs & _REPEATS, now + _FIRST
        return [_key(verbs)]

    def _up(self, verbs: frozenset[Verb]) -> list[pygame.event.Event]:
        if verbs & self._held:
            self._held = frozenset()
        return [_key(verbs, pygame.KEYUP)] if verbs else []

    def _moved(self, event: pygame.event.Event, now: float) -> list[pygame.event.Event]:
        """Takes the left stick as four keys, and the right trigger as the key that is held to skip."""
        if event.axis == pygame.CONTROLLER_AXIS_TRIGGERRIGHT:
            return self._trigger(event)
        if event.axis not in _STICK:
            return []
        place = (event.instance_id, event.axis)
        before = self._tilted.get(place)
        if abs(event.value) < _HOME and before is not None:
            del self._tilted[place]
            return self._up(frozenset({before}))
        verb = _STICK[event.axis][event.value > 0]
        if abs(event.value) < _OUT or verb is before:
            return []
        self._tilted[place] = verb
        return self._down(frozenset({verb}), now)

    def _trigger(self, event: pygame.event.Event) -> list[pygame.event.Event]:
        pad, before = event.instance_id, bool(self._skipping)
        if event.value > _OUT:
            self._skipping.add(pad)
        elif event.value < _HOME:
            self._skipping.discard(pad)
        return [] if bool(self._skipping) == before else [_skip(pygame.KEYUP if before else pygame.KEYDOWN)]


def _key(verbs: frozenset[Verb], kind: int = pygame.KEYDOWN) -> pygame.event.Event:
    """Returns a key that is on no keyboard, and means these verbs."""
    return pygame.event.Event(kind, key=pygame.K_UNKNOWN, mod=0, unicode="", verbs=verbs)


def _skip(kind: int) -> pygame.event.Event:
    return pygame.event.Event(kind, key=pygame.K_LCTRL, mod=0, unicode="", verbs=frozenset())
