"""Music in layers, the air of places, and single sounds; with a silent twin where no sound can be made."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from game.ui.airs import Airs
from game.ui.decoder import Decoder, Order
from game.ui.layers import Layers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import ModuleType

    from pygame.mixer import Sound

    from game.ui.decoder import Kind

_log = logging.getLogger(__name__)

_RATE, _BITS, _CHANNELS, _BUFFER = 44_100, -16, 2, 1024
_SECOND = _RATE * _CHANNELS * 2
# 32 MB at most: fifteen layers of 7.2 s take 19 MB (a scene holds a few), two airs of 30 s 10.6 MB; single sounds have the rest.
_LAYERS_MOST, _SINGLES_MOST = 20_000_000, 1_400_000
_LONGEST: dict[Kind, float] = {"layer": _LAYERS_MOST / _SECOND, "air": 30.0, "single": _SINGLES_MOST / _SECOND}
_MOST_LAYERS, _AIRS, _SINGLES = 24, 2, 6
# At full volume; all layers of "Second Verse" together then stay below -1 dBFS.
_MUSIC, _AMBIENCE, _SOUND = 0.6, 0.6, 0.8
# A loop that was held up must not make a fade jump.
_STEP_MOST = 0.1


def nothing(name: str) -> bytes | None:
    """Knows no sound, whatever its name."""
    return dict[str, bytes]().get(name)


def files(folder: Path) -> Callable[[str], bytes | None]:
    """Returns what reads the Ogg files of a folder by their names."""

    def read(name: str) -> bytes | None:
        path = folder / f"{name}.ogg"
        return path.read_bytes() if path.is_file() else None

    return read


class Audio:
    """Plays what a story asks for. Made by `start`; `pump` must be called as long as it returns True."""

    def __init__(self, mixer: ModuleType, shared: Callable[[str], bytes | None]) -> None:
        """Takes an initialised `pygame.mixer`, and what reads the interface's own sounds."""
        self.reason = ""
        self._mixer = mixer
        self._shared = shared
        self._read: Callable[[str], bytes | None] = nothing
        self._story = 0
        self._decoder = Decoder(mixer)
        self._airs = Airs([mixer.Channel(number) for number in range(_AIRS)])
        self._layers = Layers((), (), 0)
        self._singles: dict[str, Sound] = {}
        self._broken: set[str] = set()
        self._waiting: set[str] = set()
        self._percent = {"layer": 100, "air": 100, "single": 100}
        self._muted = False
        self._last: float | None = None
        self._room_for(0)

    @property
    def busy(self) -> bool:
        """Tells whether something still moves: a fade, or a sound on its way."""
        return self._decoder.working or self._layers.moving or self._airs.moving

    def open(self, read: Callable[[str], bytes | None], layers: Sequence[str], *, held: Sequence[str] | None = None) -> None:
        """Takes up a story: what reads its sounds as Ogg (called on another thread), and all its layers; the last story's are dropped.

        Of the layers, those are brought at once that are `held`: all, where it is not known which will be wanted.
        """
        self.close()
        self._read = read
        names = tuple(dict.fromkeys(layers))
        if len(names) > _MOST_LAYERS:
            _log.warning("Of %d layers of music, the first %d are played", len(names), _MOST_LAYERS)
            names = names[:_MOST_LAYERS]
        self._room_for(len(names))
        self._layers = Layers(names, [self._mixer.Channel(_AIRS + number) for number in range(len(names))], _LAYERS_MOST)
        self.hold(names if held is None else held)

    def close(self) -> None:
        """Stops a story's sounds at once and lets go of them."""
        self._mixer.stop()
        self._layers.stop()
        self._airs.stop()
        self._story += 1
        self._decoder.begin(self._story)
        self._layers, self._read = Layers((), (), 0), nothing
        self._singles.clear()
        self._broken.clear()
        self._waiting.clear()

    def hold(self, names: Sequence[str]) -> None:
        """Has these layers at hand, so that they can join the others in step; others go once it is quiet."""
        for name in self._layers.hold(names):
            self._want("layer", name, self._read)

    def layers(self, names: Sequence[str]) -> None:
        """Fades these layers up and all others down, over 0.8 s, without starting any anew."""
        for name in self._layers.want(names):
            self._want("layer", name, self._read)

    def air(self, name: str | None) -> None:
        """Goes over to the air of another place, or to none, in 1.2 s."""
        if self._airs.want(name) and name is not None and name not in self._broken:
            self._want("air", name, self._read)

    def once(self, name: str) -> None:
        """Plays one of the story's sounds once."""
        self._single(name, self._read)

    def tick(self, name: str) -> None:
        """Plays one of the interface's own sounds once."""
        self._single(name, self._shared)

    def volumes(self, music: int, ambience: int, sound: int) -> None:
        """Sets how loud each kind is, from 0 to 100, at once."""
        self._percent = {"layer": music, "air": ambience, "single": sound}
        self._level()

    def mute(self, muted: bool) -> None:  # noqa: FBT001  the verb reads as a sentence: mute(True)
        """Silences everything at once, or lets it be heard again; music and ambience run on unheard."""
        self._muted = muted
        self._level()
        if muted:
            channels = self._mixer.get_num_channels()
            for number in range(channels - _SINGLES, channels):
                self._mixer.Channel(number).stop()

    def fade_out(self) -> None:
        """Lets music and ambience fade to nothing."""
        self.layers(())
        self.air(None)

    def pump(self, now: float) -> bool:
        """Takes up sounds that have arrived and moves fades on to `now`, in seconds; tells whether it must be called again soon."""
        for order, sound in self._decoder.done():
            self._arrived(order, sound)
        elapsed = 0.0 if self._last is None else min(max(now - self._last, 0.0), _STEP_MOST)
        self._layers.move(elapsed, self._volume("layer"))
        self._airs.move(elapsed, self._volume("air"))
        busy = self.busy
        self._last = now if busy else None
        return busy

    def stop(self) -> None:
        """Ends for good: the thread, and the sound card."""
        self.close()
        self._decoder.close()
        self._mixer.quit()

    def _room_for(self, layers: int) -> None:
        """Keeps channels for airs and layers, and leaves some for single sounds."""
        self._mixer.set_num_channels(_AIRS + layers + _SINGLES)
        self._mixer.set_reserved(_AIRS + layers)

    def _want(self, kind: Kind, name: str, read: Callable[[str], bytes | None]) -> None:
        """Sends for a sound, unless it is on its way."""
        if f"{kind} {name}" not in self._waiting:
            self._waiting.add(f"{kind} {name}")
            self._decoder.want(Order(kind, name, read, _LONGEST[kind], self._story))

    def _arrived(self, order: Order, sound: Sound | None) -> None:
        """Takes a sound where it is wanted; a missing one is remembered, so that it is not asked for again."""
        self._waiting.discard(f"{order.kind} {order.name}")
        if sound is None:
            self._broken.add(order.name)
        if order.kind == "layer":
            self._layers.arrived(order.name, sound, 0 if sound is None else _size(sound))
        elif sound is not None and order.kind == "air":
            self._airs.arrived(order.name, sound)
        elif sound is not None:
            self._keep(order.name, sound)
            self._play(sound)

    def _single(self, name: str, read: Callable[[str], bytes | None]) -> None:
        """Plays a sound once, now if it is at hand, else as soon as it is."""
        sound = self._singles.pop(name, None)
        if sound is not None:
            self._singles[name] = sound
            self._play(sound)
        elif name not in self._broken:
            self._want("single", name, read)

    def _keep(self, name: str, sound: Sound) -> None:
        """Keeps a single sound for the next time; those not heard for longest make room."""
        self._singles[name] = sound
        while sum(map(_size, self._singles.values())) > _SINGLES_MOST:
            del self._singles[next(iter(self._singles))]

    def _play(self, sound: Sound) -> None:
        """Plays a sound on a free channel; with none free, it is left out."""
        sound.set_volume(self._volume("single"))
        sound.play()

    def _volume(self, kind: Kind) -> float:
        """Returns how loud a kind is now, from 0 to 1."""
        gain = {"layer": _MUSIC, "air": _AMBIENCE, "single": _SOUND}[kind]
        return 0.0 if self._muted else gain * self._percent[kind] / 100

    def _level(self) -> None:
        """Gives everything that sounds its volume."""
        self._layers.level(self._volume("layer"))
        self._airs.level(self._volume("air"))
        for sound in self._singles.values():
            sound.set_volume(self._volume("single"))


class Silence:
    """Takes every wish of `Audio` and makes no sound; `reason` says why, in the system's words, or is empty."""

    busy = False

    def __init__(self, reason: str = "") -> None:
        """Keeps why nothing is heard."""
        self.reason = reason

    def open(self, read: Callable[[str], bytes | None], layers: Sequence[str], *, held: Sequence[str] | None = None) -> None:
        """Takes up no story."""

    def close(self) -> None:
        """Has nothing to let go of."""

    def hold(self, names: Sequence[str]) -> None:
        """Has nothing to bring."""

    def layers(self, names: Sequence[str]) -> None:
        """Fades nothing."""

    def air(self, name: str | None) -> None:
        """Plays no air."""

    def once(self, name: str) -> None:
        """Plays no sound."""

    def tick(self, name: str) -> None:
        """Plays no sound."""

    def volumes(self, music: int, ambience: int, sound: int) -> None:
        """Has nothing to set."""

    def mute(self, muted: bool) -> None:  # noqa: FBT001  as Audio's
        """Is silent either way."""

    def fade_out(self) -> None:
        """Is silent already."""

    def pump(self, now: float) -> bool:
        """Has nothing that moves."""
        del now
        return False

    def stop(self) -> None:
        """Has nothing to end."""


def start(shared: Callable[[str], bytes | None] = nothing) -> Audio | Silence:
    """Returns sound, or silence with its reason where there is no device; `shared` reads the interface's own sounds as Ogg.

    Call it after the first frame: opening the sound card takes its time.
    """
    try:
        from pygame import error, mixer  # noqa: PLC0415  nothing of the mixer is loaded before it is wanted
    except ImportError as fault:
        return _silence(str(fault))
    try:
        mixer.init(_RATE, _BITS, _CHANNELS, _BUFFER, allowedchanges=0)
    except error as fault:
        return _silence(str(fault))
    return Audio(mixer, shared)


def _silence(reason: str) -> Silence:
    """Returns silence, with a line in the log."""
    _log.warning("There will be no sound: %s", reason)
    return Silence(reason)


def _size(sound: Sound) -> int:
    """Returns how many bytes a decoded sound takes."""
    return round(sound.get_length() * _RATE) * _CHANNELS * 2
