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
    """Keeps one looping sound a layer; layers not heard run on silently, so that they come back in step.

    Only those are in memory that are held or heard: a layer takes 1.3 MB, and a scene has a few of a story's fifteen.
    """

    def __init__(self, names: Sequence[str], channels: Sequence[Channel], most: int) -> None:
        """Takes the names of all layers, a channel for each, and how many bytes they may hold together."""
        self._channels = dict(zip(names, channels, strict=True))
        self._fades = {name: Fade(_FADE) for name in names}
        self._sounds: dict[str, Sound] = {}
        self._sizes: dict[str, int] = {}
        self._held: frozenset[str] = frozenset()
        self._due: set[str] = set()
        self._lost: set[str] = set()
        self._most = most
        self._playing: frozenset[str] = frozenset()

    @property
    def moving(self) -> bool:
        """Tells whether a layer that can be heard is on its way up or down."""
        return self.running and any(fade.moving for name, fade in self._fades.items() if name in self._sounds)

    @property
    def running(self) -> bool:
        """Tells whether the layers sound, however softly."""
        return bool(self._playing)

    def hold(self, names: Collection[str]) -> tuple[str, ...]:
        """Sets which layers are to be at hand, so that they can join in step; returns those that have to be brought with `arrived`."""
        self._held = frozenset(names)
        self._let_go()
        return self._missing(self._held)

    def want(self, names: Collection[str]) -> tuple[str, ...]:
        """Sets which layers are to be heard; the others are to fade. Returns those that have to be brought with `arrived`."""
        for name, fade in self._fades.items():
            fade.goal = 1.0 if name in names else 0.0
        missing = self._missing(names)
        self._start()
        return missing

    def arrived(self, name: str, sound: Sound | None, size: int) -> None:
        """Takes a layer of `size` bytes; None where it cannot be had. The first note waits until none is due."""
        self._due.discard(name)
        if sound is None:
            self._lost.add(name)
        elif size > self._most - sum(self._sizes.values()):
            _log.warning("The layer %s is left out: the layers of this story are too long to be kept", name)
            self._lost.add(name)
        else:
            self._sounds[name], self._sizes[name] = sound, size
        self._start()

    def move(self, elapsed: float, volume: float) -> None:
        """Goes on by `elapsed` seconds, and stops when nothing is left to hear."""
        if not self.running:
            return
        for fade in self._fades.values():
            fade.move(elapsed)
        self.level(volume)
        if all(self._fades[name].silent for name in self._playing):
            self.stop()

    def level(self, volume: float) -> None:
        """Sets how loud each layer is, with `volume` from 0 to 1 over all of them."""
        for name, sound in self._sounds.items():
            sound.set_volume(self._fades[name].loudness * volume)

    def stop(self) -> None:
        """Stops at once."""
        for channel in self._channels.values():
            channel.stop()
        self._playing = frozenset()
        self._let_go()

    def _missing(self, names: Collection[str]) -> tuple[str, ...]:
        """Returns which of these layers are neither here nor on their way, and waits for them from now on."""
        missing = tuple(name for name in self._channels if name in names and name not in {*self._sounds, *self._due, *self._lost})
        self._due.update(missing)
        return missing

    def _let_go(self) -> None:
        """Forgets what is no longer held, once it is quiet."""
        if not self.running:
            for name in [name for name, fade in self._fades.items() if name in self._sounds and name not in self._held and not fade.goal]:
                del self._sounds[name], self._sizes[name]

    def _start(self) -> None:
        """Starts every layer silently, at the same moment, once all are here and one is to be heard.

        One that nobody held, and that is wanted while others play, has all of them begin again: in step, if not where they were.
        """
        wanted = {name for name in self._sounds if self._fades[name].goal}
        if self._due or wanted <= self._playing:
            return
        if not self.running:
            self.level(0)
        self._playing = frozenset(self._sounds)
        for _ in range(_TRIES):
            began = time.perf_counter()
            for name, sound in self._sounds.items():
                self._channels[name].play(sound, loops=-1)
            if time.perf_counter() - began < _TOGETHER:
                return
        _log.info("The layers may stand apart by some milliseconds: this machine is busy")
