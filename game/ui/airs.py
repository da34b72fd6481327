"""The air of a place: one loop that goes over into the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.fade import Fade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pygame.mixer import Channel, Sound

_FADE = 1.2


class _Air:
    """One loop on its channel."""

    def __init__(self, name: str, sound: Sound, channel: Channel) -> None:
        """Starts the loop, silent, on its way up."""
        self.name = name
        self.sound = sound
        self.channel = channel
        self.fade = Fade(_FADE)
        self.fade.goal = 1.0
        sound.set_volume(0)
        channel.play(sound, loops=-1)


class Airs:
    """Holds the air that comes and the air that goes; more than these two are never kept."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        """Takes two channels."""
        self._channels = tuple(channels)
        self._airs: list[_Air] = []
        self.wanted: str | None = None

    @property
    def moving(self) -> bool:
        """Tells whether an air comes or goes."""
        return any(air.fade.moving for air in self._airs)

    def want(self, name: str | None) -> bool:
        """Sets the air that is to be heard, and tells whether its sound has to be brought with `arrived`."""
        self.wanted = name
        for air in self._airs:
            air.fade.goal = 1.0 if air.name == name else 0.0
        return name is not None and all(air.name != name for air in self._airs)

    def arrived(self, name: str, sound: Sound) -> None:
        """Takes an air; it comes up if it is still wanted."""
        if name != self.wanted or any(air.name == name for air in self._airs):
            return
        if len(self._airs) == len(self._channels):
            self._drop(min(self._airs, key=lambda air: air.fade.loudness))
        taken = {air.channel for air in self._airs}
        self._airs.append(_Air(name, sound, next(channel for channel in self._channels if channel not in taken)))

    def move(self, elapsed: float, volume: float) -> None:
        """Goes on by `elapsed` seconds and lets go of what can no longer be heard."""
        for air in self._airs:
            air.fade.move(elapsed)
        self.level(volume)
        for air in [air for air in self._airs if air.fade.silent]:
            self._drop(air)

    def level(self, volume: float) -> None:
        """Sets how loud each air is, with `volume` from 0 to 1 over both."""
        for air in self._airs:
            air.sound.set_volume(air.fade.loudness * volume)

    def stop(self) -> None:
        """Stops at once."""
        self.wanted = None
        for air in tuple(self._airs):
            self._drop(air)

    def _drop(self, air: _Air) -> None:
        """Stops an air and forgets its sound."""
        air.channel.stop()
        self._airs.remove(air)
