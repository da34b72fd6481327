"""Layers of music that begin at the same moment and stay locked, each as loud as the story wants it now."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from game.ui.fade import Fade

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pygame.mixer import Channel, Sound

_log = logging.getLogger(__name__)
_FADE = 0.8
# The sound card asks for 23 ms at a time; starts that take longer than this may lie on both sides of such a moment.
_TOGETHER = 0.001
_TRIES = 5


class Layers:
    """Keeps one looping sound a layer; layers not heard run on silently, so that they come back in step."""

    def __init__(self, names: Sequence[str], channels: Sequence[Channel], most: int) -> None:
        """Takes the names of all layers, a channel for each, and how many bytes they may hold together."""
        self._channels = dict(zip(names, channels, strict=True))
        self._fades = {name: Fade(_FADE) for name in names}
        self._sounds: dict[str, Sound] = {}
        self._due = set(names)
        self._left = most
        self._running = False

    @property
    def moving(self) -> bool:
        """Tells whether a layer that can be heard is on its way up or down."""
        return self._running and any(fade.moving for name, fade in self._fades.items() if name in self._sounds)

    @property
    def running(self) -> bool:
        """Tells whether the layers sound, however softly."""
        return self._running

    def want(self, names: Collection[str]) -> None:
        """Sets which layers are to be heard; the others are to fade."""
        for name, fade in self._fades.items():
            fade.goal = 1.0 if name in names else 0.0
        self._start()

    def arrived(self, name: str, sound: Sound | None, size: int) -> None:
        """Takes a layer of `size` bytes; None where it cannot be had. The first note waits until none is due."""
        self._due.discard(name)
        if sound is not None and size > self._left:
            _log.warning("The layer %s is left out: the layers of this story are too long to be kept", name)
        elif sound is not None:
            self._left -= size
            self._sounds[name] = sound
        self._start()

    def move(self, elapsed: float, volume: float) -> None:
        """Goes on by `elapsed` seconds, and stops when nothing is left to hear."""
        if not self._running:
            return
        for fade in self._fades.values():
            fade.move(elapsed)
        self.level(volume)
        if all(self._fades[name].silent for name in self._sounds):
            self.stop()

    def level(self, volume: float) -> None:
        """Sets how loud each layer is, with `volume` from 0 to 1 over all of them."""
        for name, sound in self._sounds.items():
            sound.set_volume(self._fades[name].loudness * volume)

    def stop(self) -> None:
        """Stops at once."""
        for channel in self._channels.values():
            channel.stop()
        self._running = False

    def _start(self) -> None:
        """Starts every layer silently, at the same moment, once all are here and one is to be heard."""
        if self._running or self._due or not any(self._fades[name].goal for name in self._sounds):
            return
        self.level(0)
        self._running = True
        for _ in range(_TRIES):
            began = time.perf_counter()
            for name, sound in self._sounds.items():
                self._channels[name].play(sound, loops=-1)
            if time.perf_counter() - began < _TOGETHER:
                return
        _log.info("The layers may stand apart by some milliseconds: this machine is busy")
