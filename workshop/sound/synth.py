"""Raw sounds: tones, noises, plucks, reeds, voices and things that are struck."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Wave = NDArray[np.float64]

RATE = 44_100
_STEPS = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}
_NOTE = re.compile(r"([A-G])([#b]?)(\d)")


def dice(name: str) -> np.random.Generator:
    """Returns a random generator that always throws the same numbers for a name."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def span(seconds: float) -> int:
    """Returns how many samples a time in seconds takes."""
    return round(seconds * RATE)


def clock(seconds: float) -> Wave:
    """Returns the time of each sample, in seconds from 0."""
    return np.arange(span(seconds)) / RATE


def hertz(note: str) -> float:
    """Returns the frequency of a note such as `A4`, `F#3` or `Bb2`, in equal temperament with A4 at 440 Hz."""
    match = _NOTE.fullmatch(note)
    if match is None:
        message = f"{note} is not a note: write A to G, # or b where needed, and an octave."
        raise ValueError(message)
    letter, accidental, octave = match.groups()
    steps = _STEPS[letter] + {"#": 1, "b": -1, "": 0}[accidental] + 12 * (int(octave) - 4)
    return float(440.0 * 2.0 ** (steps / 12))


def mixed(*sounds: Wave) -> Wave:
    """Returns mono sounds that begin together, as long as the longest."""
    out = np.zeros(max(len(sound) for sound in sounds))
    for sound in sounds:
        out[: len(sound)] += sound
    return out


def fall(seconds: float, sixty: float) -> Wave:
    """Returns an envelope that starts at 1 and falls by 60 dB every `sixty` seconds."""
    return np.exp(clock(seconds) * (-6.9078 / sixty))


def swell(seconds: float, rise: float, release: float) -> Wave:
    """Returns an envelope that opens over `rise` seconds, holds 1, and closes over `release` seconds, without corners."""
    at = clock(seconds)
    opening: Wave = np.clip(at / max(rise, 1e-4), 0, 1)
    closing: Wave = np.clip((seconds - at) / max(release, 1e-4), 0, 1)
    shape: Wave = (1 - np.cos(np.pi * opening)) * (1 - np.cos(np.pi * closing))
    return 0.25 * shape


def curve(seconds: float, points: Sequence[tuple[float, float]]) -> Wave:
    """Returns a line drawn through (time in seconds, value) points."""
    at, values = zip(*points, strict=True)
    return np.asarray(np.interp(clock(seconds), at, values), dtype=np.float64)


def hiss(seconds: float, random: np.random.Generator) -> Wave:
    """Returns white noise with an RMS of 1."""
    return random.standard_normal(span(seconds))


def tone(pitch: Wave | float, seconds: float) -> Wave:
    """Returns a sine whose frequency in Hz may change from sample to sample."""
    steps = np.broadcast_to(np.asarray(pitch, dtype=np.float64), (span(seconds),))
    return np.sin(2 * np.pi * np.cumsum(steps) / RATE)


def strike(seconds: float, modes: Iterable[tuple[float, float, float]], random: np.random.Generator) -> Wave:
    """Returns a struck body from its modes: (frequency in Hz, loudness, seconds to fall by 60 dB)."""
    at = clock(seconds)
    body = np.zeros_like(at)
    for pitch, loudness, sixty in modes:
        body += loudness * np.exp(at * (-6.9078 / sixty)) * np.sin(2 * np.pi * pitch * at + random.uniform(-0.4, 0.4))
    return body


def plate(
    count: int, lowest: float, highest: float, longest: float, random: np.random.Generator, tilt: float = 0.35
) -> list[tuple[float, float, float]]:
    """Returns `count` modes of a thin metal plate: crowded, unharmonic, the high ones dying first."""
    pitches = lowest * (highest / lowest) ** np.sort(random.random(count))
    loudness = random.uniform(0.3, 1.0, count) * (lowest / pitches) ** tilt
    sixties = longest * random.uniform(0.5, 1.0, count) * (lowest / pitches) ** 0.45
    return [(float(p), float(a), float(s)) for p, a, s in zip(pitches, loudness, sixties, strict=True)]


def pluck(pitch: float, seconds: float, bright: float, sixty: float) -> Wave:
    """Returns a plucked string: a Karplus-Strong loop, solved in the frequency domain so that its pitch is exact.

    `bright` is the frequency in Hz above which the finger takes the edge off; `sixty` the seconds to fall by 60 dB.
    """
    length = 2 * span(seconds)
    hz = np.fft.rfftfreq(length, 1 / RATE)
    finger = (1 - np.exp(-2j * np.pi * hz * 0.21 / pitch)) / (1 + 1j * hz / bright) ** 2
    damping = 10 ** (-3 / (sixty * pitch)) / (1 + (hz / 2600) ** 2)
    string = finger / (1 - damping * np.exp(-2j * np.pi * hz / pitch))
    string[0] = 0
    return np.fft.irfft(string, length)[: span(seconds)] * pitch


def harmonics(pitch: Wave, loudness: Iterable[float]) -> Wave:
    """Returns a tone with overtones; `pitch` in Hz for each sample, `loudness` of harmonic 1, 2, 3 ..."""
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    total = np.zeros_like(phase)
    for number, level in enumerate(loudness, start=1):
        total += level * np.sin(number * phase)
    return total


def voiced(pitch: Wave, formants: Callable[[Wave], NDArray[np.complex128]], count: int, slope: float) -> Wave:
    """Returns a sung tone: harmonics falling by `slope` as 1/n^slope, each coloured by where it stands among the formants."""
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    total = np.zeros_like(phase)
    grid = np.linspace(0, 8000, 2001)
    colour = np.abs(formants(grid))
    for number in range(1, count + 1):
        total += np.interp(number * pitch, grid, colour) * np.sin(number * phase) / number**slope
    return total


def bubble(pitch: float, rise: float, sixty: float) -> Wave:
    """Returns a drop or a blip of water: a tone that climbs by the share `rise` as it dies."""
    seconds = sixty
    climbing = pitch * (1 + rise * clock(seconds) / seconds)
    return tone(climbing, seconds) * fall(seconds, sixty) * swell(seconds, 0.002, 0.01)


def scatter(seconds: float, rate: float, random: np.random.Generator, least: float = 0.0) -> list[float]:
    """Returns times in seconds at which something happens about `rate` times a second, never closer than `least`."""
    gaps = least + random.exponential(max(1 / rate - least, 1e-6), int(seconds * rate * 2) + 8)
    at = np.cumsum(gaps) - gaps[0] * random.random()
    return [float(moment) for moment in at if moment < seconds]


def grains(seconds: float, rate: float, random: np.random.Generator, spread: float = 1.0) -> Wave:
    """Returns single-sample ticks, about `rate` a second, whose loudness varies by the log-normal `spread`, up to 12 dB."""
    out = np.zeros(span(seconds))
    count = int(random.poisson(rate * seconds))
    loudness = np.minimum(np.exp(spread * random.standard_normal(count)), 4.0)
    np.add.at(out, random.integers(0, len(out), count), loudness * random.choice([-1, 1], count))
    return out


def drift(seconds: float, slowest: int, fastest: int, random: np.random.Generator) -> Wave:
    """Returns a slow wandering between -1 and 1 that meets itself at the end: sines of `slowest` to `fastest` turns."""
    at = clock(seconds) * (2 * np.pi / seconds)
    total = np.zeros_like(at)
    for turns in range(slowest, fastest + 1):
        total += np.sin(turns * at + random.uniform(0, 2 * np.pi)) * random.uniform(0.4, 1.0) / turns**0.5
    return total / float(np.max(np.abs(total)))
