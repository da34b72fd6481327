"""Where sounds stand: a tape that is a loop or a strip, rooms that ring, and levels."""

from __future__ import annotations

import numpy as np

from workshop.sound.filters import around, high, soft
from workshop.sound.synth import RATE, Wave, clock, dice, span


def stereo(sound: Wave, pan: float = 0.0) -> Wave:
    """Returns a mono sound at a place between -1 (left) and 1 (right), at the same power everywhere; stereo stays as it is."""
    if sound.ndim > 1:
        return sound
    angle = (pan + 1) * np.pi / 4
    return np.stack([sound * np.cos(angle), sound * np.sin(angle)], axis=1) * 2**0.5


class Tape:
    """A stereo stretch of time that sounds are laid on; as a loop, what runs over the end goes on at the beginning."""

    def __init__(self, seconds: float, *, loop: bool) -> None:
        """Makes a silent tape."""
        self.wave: Wave = np.zeros((span(seconds), 2))
        self.loop = loop

    def put(self, at: float, sound: Wave, loudness: float = 1.0, pan: float = 0.0) -> None:
        """Lays a sound at a time in seconds."""
        start, rest = round(at * RATE), stereo(sound, pan) * loudness
        while len(rest):
            start = start % len(self.wave) if self.loop else start
            fits = max(0, min(len(rest), len(self.wave) - start))
            self.wave[start : start + fits] += rest[:fits]
            rest = rest[fits:] if self.loop else rest[:0]
            start += fits


def room(name: str, sixty: float, dark: float, near: float = 0.012) -> Wave:
    """Returns a room's stereo impulse response: walls first, then a tail that falls by 60 dB in `sixty` seconds.

    `dark` is the frequency in Hz above which its walls swallow sound; `near` the seconds to the first wall.
    """
    random = dice("room " + name)
    length = near * 6 + sixty
    at = clock(length)
    tail = random.standard_normal((len(at), 2)) * np.exp(at * (-6.9078 / sixty))[:, None]
    tail *= np.clip((at - near) / (near * 3), 0, 1)[:, None]
    tail /= np.sqrt(np.sum(tail**2, axis=0))
    for _ in range(9):
        moment = int(random.uniform(near, near * 5) * RATE)
        tail[moment, random.integers(0, 2)] += random.choice([-1, 1]) * 0.35 * (near * RATE / moment) ** 0.7
    return around(tail, soft(dark), high(120))


def ring(loop: Wave, walls: Wave, wet: float) -> Wave:
    """Returns a loop in a room; its tail runs on from its end into its beginning."""
    folded = np.zeros((len(loop), 2))
    for start in range(0, len(walls), len(loop)):
        part = walls[start : start + len(loop)]
        folded[: len(part)] += part
    echo = np.fft.irfft(np.fft.rfft(stereo(loop), axis=0) * np.fft.rfft(folded, axis=0), len(loop), axis=0)
    return stereo(loop) + wet * echo


def placed(sound: Wave, walls: Wave, wet: float) -> Wave:
    """Returns a single sound in a room, with the room's tail after it."""
    long = np.concatenate([stereo(sound), np.zeros((len(walls), 2))])
    return ring(long, walls, wet)


def rms(wave: Wave) -> float:
    """Returns a sound's loudness as RMS in dBFS."""
    return float(10 * np.log10(np.mean(wave**2) + 1e-12))


def peak(wave: Wave) -> float:
    """Returns a sound's highest sample in dBFS."""
    return float(20 * np.log10(np.max(np.abs(wave)) + 1e-12))


def at_rms(wave: Wave, decibels: float) -> Wave:
    """Returns a sound brought to a loudness in dBFS."""
    return wave * 10 ** ((decibels - rms(wave)) / 20)


def at_peak(wave: Wave, decibels: float) -> Wave:
    """Returns a sound whose highest sample stands at a level in dBFS."""
    return wave * 10 ** ((decibels - peak(wave)) / 20)


def warm(wave: Wave, drive: float) -> Wave:
    """Returns a sound leaned on gently, as a valve would: peaks are rounded, overtones come up."""
    rounded: Wave = np.tanh(wave * drive)
    return rounded / float(np.tanh(drive))


def trimmed(wave: Wave, seconds: float, opening: float = 0.001, closing: float = 0.06) -> Wave:
    """Returns a single sound cut to at most `seconds`, opened and closed without a click."""
    cut = wave[: span(seconds)].copy()
    cut[: span(opening)] *= np.linspace(0, 1, span(opening))[:, None]
    cut[-span(closing) :] *= (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, span(closing))))[:, None]
    return cut
