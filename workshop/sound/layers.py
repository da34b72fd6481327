"""The loop-builder's layers: D Dorian, 200 quavers a minute, 24 quavers, 7.2 s; whichever sound together, they lock.

Times are counted in quavers from the loop's beginning; four bars of 6/8 over D, C, B natural and A.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop.sound.filters import around, band, both, high, low, soft, through
from workshop.sound.space import Tape, at_rms, ring, room, warm
from workshop.sound.synth import (
    RATE,
    clock,
    curve,
    dice,
    drift,
    fall,
    grains,
    harmonics,
    hertz,
    hiss,
    mixed,
    plate,
    pluck,
    scatter,
    span,
    strike,
    swell,
    tone,
    voiced,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.sound.synth import Wave

QUAVER = 0.3
QUAVERS = 24
_LATE = 0.006
_CYMBAL = 3.2
SECONDS = QUAVER * QUAVERS

# (quaver, how hard from 0 to 1)
_KICKS = ((0, 1.0), (5, 0.42), (6, 0.86), (10, 0.34), (12, 0.97), (17, 0.46), (18, 0.84), (22, 0.36), (22.98, 0.5))
_RIDES = ((0, 0.9), (3, 0.5), (8, 0.55), (9, 0.7), (12, 0.85), (15, 0.45), (17, 0.3), (21, 0.75))
_BASS = (
    ("D2", 0, 2.8, 1.0), ("A2", 3, 1.3, 0.62), ("D2", 5, 0.8, 0.55),
    ("C2", 6, 3.6, 0.95), ("E2", 10, 0.7, 0.5), ("C2", 11, 0.8, 0.6),
    ("B1", 12, 4.3, 1.0), ("D2", 17, 0.8, 0.55),
    ("A1", 18, 2.7, 0.95), ("E2", 21, 1.6, 0.6), ("C2", 23, 0.8, 0.5),
)  # fmt: skip
_TUNE = (
    (("D4", "A4"), 0, 2.9, 0.8), (("F4",), 3, 1.9, 0.75), (("E4",), 5, 0.95, 0.65),
    (("C4", "G4"), 6, 3.9, 0.8),
    (("G4", "B4"), 12, 2.9, 0.85), (("A4",), 15, 1.9, 0.75), (("G4",), 17, 0.95, 0.65),
    (("E4", "A4"), 18, 4.1, 0.8),
)  # fmt: skip
_BREATHS = ((-1.3, 1.2, 1.0), (10.6, 1.3, 0.85))
# Rae's low part: F sharp is the note that has no business in D Dorian; she goes back for it.
_HUM = ((0, "A3"), (3.92, "A3"), (4.1, "G3"), (6.6, "G3"), (6.9, "E3"), (10.4, "E3"))
_HUM_BACK = (
    (11.9, "E3"), (12.25, "F#3"), (14.9, "F#3"), (15.05, "E3"), (15.85, "E3"),
    (16.1, "F#3"), (17.9, "F#3"), (18.3, "E3"), (22.6, "E3"),
)  # fmt: skip
# (pitch, loudness and length of each mode, against the first)
_TIN = ((1, 1.0, 1), (1.59, 0.5, 0.7), (2.31, 0.35, 0.5), (3.07, 0.2, 0.3))
_CHORDS = (("D3", "A3", "C4", "F4"), ("C3", "G3", "D4", "E4"), ("B2", "G3", "A3", "D4"), ("A2", "E3", "G3", "C4"))


def kick() -> Wave:
    """Returns the bass drum on its platform, and the wall dial that jumps two kilos: furniture moved upstairs."""
    random, tape = dice("kick"), Tape(SECONDS, loop=True)
    for at, force in _KICKS:
        moment = human(at, random, 0.0025)
        tape.put(moment, _drum(force, random), 0.9 * force, -0.05)
        tape.put(moment + 0.058 + random.normal(0, 0.003), _dial(random), 0.05 * force**0.5, 0.45)
    return at_rms(ring(warm(tape.wave, 0.9), room("weighhouse", 0.32, 2200), 0.16), -22.0)


def ghosts() -> Wave:
    """Returns a brush on a snare, a long and two shorts, with drops between them: rain nearly over."""
    random, tape = dice("ghosts"), Tape(SECONDS, loop=True)
    for bar in range(4):
        start = bar * 6
        tape.put(human(start + 0.02, random), sweep(1.9 * QUAVER, random), 0.30, -0.25)
        for at, force in ((2, 0.42), (2.52, 0.27), (3, 1.0), (5, 0.46), (5.5, 0.25)):
            tape.put(human(start + at, random), tap(force, random), force * random.uniform(0.85, 1.1), 0.15)
        tape.put(human(start + 3.3, random), sweep(1.3 * QUAVER, random), 0.2, 0.35)
    for at in scatter(SECONDS, 1.7, random, 0.2):
        tape.put(at, tap(0.15, random), random.uniform(0.06, 0.17), random.uniform(-0.5, 0.6))
    return at_rms(ring(around(tape.wave, high(170), low(7000, 0.6)), room("weighhouse", 0.3, 3800), 0.2), -31.5)


def ride() -> Wave:
    """Returns a ride cymbal with rivets, played sparsely: each stroke sizzles on by itself."""
    random, tape = dice("ride"), Tape(SECONDS, loop=True)
    bronze = strike(_CYMBAL, plate(96, 520, 10500, 3.0, random, 0.15), random) * (1 - 0.75 * fall(_CYMBAL, 0.12))
    for at, force in _RIDES:
        tape.put(human(at, random), _cymbal(bronze, force, random), force**1.3, 0.35)
    return at_rms(ring(around(tape.wave, high(420), soft(9000)), room("weighhouse", 0.35, 5200), 0.15), -33.0)


def bass() -> Wave:
    """Returns the bass, D, C, B natural, A, one to a bar: someone thinking on stairs."""
    random, tape = dice("bass"), Tape(SECONDS, loop=True)
    for name, at, length, force in _BASS:
        tape.put(human(at, random) + 0.004, _string(hertz(name), length * QUAVER, force, random), force)
    loop = around(tape.wave, both((1.0, low(680)), (0.3, band(900, 0.8))), high(36))
    return at_rms(warm(at_rms(loop, -16), 1.0), -21.5)


def tins() -> Wave:
    """Returns cooling bread tins that tick off the beat and come round with it: a house at night."""
    random, tape = dice("tins"), Tape(SECONDS, loop=True)
    pitches = [hertz(name) for name in ("D6", "F6", "A5", "C6", "E6", "B5", "G6", "D7")]
    for at in scatter(SECONDS, 3.3, random, 0.09):
        pitch, force = float(random.choice(pitches)), float(random.uniform(0.25, 1.0) ** 1.5)
        tape.put(at, _tin(pitch, random), force, random.uniform(-0.8, 0.8))
        if random.random() < 0.3:
            tape.put(at + random.uniform(0.05, 0.11), _tin(pitch * 1.003, random), force * 0.4, random.uniform(-0.8, 0.8))
    for quaver, name in ((7.4, "A3"), (15.7, "D4"), (20.6, "F3")):
        tape.put(quaver * QUAVER, _tin(hertz(name), random), 0.7, random.uniform(-0.6, 0.6))
    return at_rms(ring(tape.wave, room("bakery", 0.42, 4200), 0.28), -34.0)


def concertina() -> Wave:
    """Returns Pauli's concertina: breath, then the note."""
    random, tape = dice("concertina"), Tape(SECONDS, loop=True)
    for names, at, length, force in _TUNE:
        moment = human(at, random) - 0.03 * (at > 0)
        tape.put(moment - 0.012, _button(random), 0.05 * force, -0.2)
        for name in names:
            tape.put(moment, _reed(hertz(name), length * QUAVER, force, random), force, -0.22)
    for quaver, length, force in _BREATHS:
        tape.put(quaver * QUAVER, _bellows(length * QUAVER, random), 0.2 * force, -0.2)
    loop = around(tape.wave, high(190), both((1.0, soft(2300)), (0.25, band(1150, 1.2))), low(5200))
    return at_rms(ring(loop, room("weighhouse", 0.45, 3000), 0.3), -27.0)


def hum() -> Wave:
    """Returns a low part, hummed while working, with one note in it that has no business there."""
    random, tape = dice("hum"), Tape(SECONDS, loop=True)
    for score, force in ((_HUM, 0.92), (_HUM_BACK, 1.0)):
        tape.put(score[0][0] * QUAVER, _hummed(score, 0.0, random), force, 0.16)
        tape.put(score[0][0] * QUAVER + 0.045, _hummed(score, 7.0, random), force * 0.16, -0.35)
    return at_rms(ring(tape.wave, room("bakery", 0.5, 2600), 0.3), -26.5)


def lamp_room() -> Wave:
    """Returns the Weighhouse heard from far: the drum through a wall, and a warm chord that hardly moves."""
    random, tape = dice("lamp_room"), Tape(SECONDS, loop=True)
    for at, force in _KICKS[::2]:
        tape.put(human(at, random), through(_drum(force, random), low(160)), 1.5 * force)
    for bar, names in enumerate(_CHORDS):
        for name in names:
            tape.put((bar * 6 - 1.2) * QUAVER, _pad(hertz(name), 8.6 * QUAVER, random), 0.3 * (hertz(name) / 200) ** -0.4)
    wall = around(tape.wave, low(620), both((1.0, soft(260)), (0.5, band(330, 1.0))), high(45))
    return at_rms(ring(wall, room("far", 1.6, 700, 0.03), 0.9), -27.5)


LAYERS: Mapping[str, Callable[[], Wave]] = {
    "kick": kick,
    "ghosts": ghosts,
    "ride": ride,
    "bass": bass,
    "tins": tins,
    "concertina": concertina,
    "hum": hum,
    "lamp_room": lamp_room,
}


def human(at: float, random: np.random.Generator, care: float = 0.004) -> float:
    """Returns the second at which a hand comes down that means this quaver: always a little late, so none is cut by the loop's seam."""
    return at * QUAVER + _LATE + float(np.clip(random.normal(0, care), -_LATE, _LATE))


def _drum(force: float, random: np.random.Generator) -> Wave:
    """Returns one stroke of a felt beater on a bass drum that stands on boards."""
    pitch = 54 + 34 * fall(0.5, 0.11) * (0.6 + 0.4 * force)
    skin = tone(pitch, 0.5) * fall(0.5, 0.34)
    boards = strike(0.5, ((88, 0.5, 0.16), (131, 0.34, 0.13), (187, 0.2, 0.1), (262, 0.12, 0.07), (410, 0.07, 0.05)), random)
    felt = through(hiss(0.03, random) * fall(0.03, 0.022), low(900), high(90))
    floor = through(hiss(0.25, random) * fall(0.25, 0.2), band(115, 1.6))
    stroke = mixed(skin, 0.55 * boards, (0.12 + 0.22 * force) * felt, 0.5 * floor)
    return stroke * swell(0.5, 0.003, 0.08)


def _dial(random: np.random.Generator) -> Wave:
    """Returns the needle of a wall dial that jumps: a latch, and the ghost of a spring."""
    modes = ((1240, 0.5, 0.05), (2310, 1.0, 0.07), (3620, 0.7, 0.05), (5150, 0.35, 0.03), (790, 0.3, 0.09), (1705, 0.12, 0.3))
    return strike(0.3, modes, random) * swell(0.3, 0.0006, 0.05)


def tap(force: float, random: np.random.Generator) -> Wave:
    """Returns the brush let fall on the snare; a soft one is nearly all wire."""
    wires = through(hiss(0.16, random) * fall(0.16, 0.085 + 0.06 * force), high(1500), soft(4200), tail=0)
    skin = strike(0.16, ((186, 0.5, 0.11), (289, 0.35, 0.08), (402, 0.2, 0.06)), random)
    return (wires * 0.55 + skin * (0.15 + 0.5 * force)) * swell(0.16, 0.0015 + 0.003 * (1 - force), 0.05)


def sweep(seconds: float, random: np.random.Generator) -> Wave:
    """Returns the brush drawn over the head."""
    grain = through(hiss(seconds, random) + grains(seconds, 900, random, 0.4) * 3.0, band(2700, 0.6), high(700), tail=0)
    return grain * swell(seconds, seconds * 0.45, seconds * 0.5) * 0.5


def _cymbal(bronze: Wave, force: float, random: np.random.Generator) -> Wave:
    """Returns one stroke on the riveted ride: stick, bronze, wash, rivets."""
    seconds = _CYMBAL
    stick = strike(0.12, ((2630, 0.5, 0.07), (3940, 0.42, 0.05), (5280, 0.25, 0.04)), random) * swell(0.12, 0.0008, 0.03)
    wash = through(hiss(seconds, random) * fall(seconds, 1.8), high(4200), soft(8000), tail=0) * swell(seconds, 0.05, 0.4)
    rattle = through(grains(seconds, 170, random, 0.5) * fall(seconds, 2.6) * swell(seconds, 0.09, 0.4), band(6100, 3), tail=0)
    return mixed(0.06 * bronze, 0.11 * wash, 1.1 * rattle * force, 0.42 * stick)


def _string(pitch: float, seconds: float, force: float, random: np.random.Generator) -> Wave:
    """Returns a bass note played with the side of a thumb, stopped when its time is up."""
    whole = seconds + 0.16
    string = pluck(pitch, whole, 190 + 300 * force, 2.4)
    string /= np.max(np.abs(string))
    string += 0.5 * tone(pitch, whole) * fall(whole, 2.2)
    thumb = through(hiss(0.025, random) * fall(0.025, 0.018), band(340, 0.9))
    return mixed(string * swell(whole, 0.009, 0.14), 0.09 * thumb)


def _tin(pitch: float, random: np.random.Generator) -> Wave:
    """Returns one tick of thin tin plate; a low one is a tray that buckles back."""
    long = float(np.clip(0.13 * (1000 / pitch) ** 0.3 * random.uniform(0.6, 1.6), 0.04, 0.3))
    modes = [(pitch * ratio, level, long * shorter) for ratio, level, shorter in _TIN]
    click = hiss(0.4, random) * fall(0.4, 0.004) * 0.3
    return (strike(0.4, modes, random) + through(click, band(4200, 0.8), tail=0)) * swell(0.4, 0.0006, 0.1)


def _reed(pitch: float, seconds: float, force: float, random: np.random.Generator) -> Wave:
    """Returns a free reed that speaks as the bellows lean on it: late, a little flat, then round."""
    whole = seconds + 0.1
    press = swell(whole, 0.13, 0.16) * curve(whole, ((0, 0.7), (whole * 0.45, 1.0), (whole, 0.62)))
    bend = pitch * 2 ** ((-14 * (1 - press) + 2.0 * drift(whole, 2, 7, random)) / 1200)
    phase = 2 * np.pi * np.cumsum(bend) / RATE
    out: Wave = np.zeros_like(phase)
    for number in range(1, 22):
        level = (1.0 if number % 2 else 0.72) / number**1.05
        out += level * press ** (0.8 + 0.11 * number) * np.sin(number * phase + 0.3 * number)
    out += through(hiss(whole, random), band(pitch * 3, 0.8), tail=0) * press * 0.012
    strength = (0.75 + 0.25 * force) * float((440 / pitch) ** 0.25)
    return out * strength


def _bellows(seconds: float, random: np.random.Generator) -> Wave:
    """Returns the breath that the bellows take before a phrase."""
    air = through(hiss(seconds, random), both((1.0, band(620, 0.7)), (0.5, band(1700, 0.9))), tail=0)
    return air * swell(seconds, seconds * 0.55, seconds * 0.4)


def _button(random: np.random.Generator) -> Wave:
    """Returns the small wooden knock of a concertina's button."""
    return strike(0.08, ((720, 1.0, 0.03), (1480, 0.6, 0.02), (2600, 0.3, 0.012)), random) * swell(0.08, 0.0008, 0.02)


def _hummed(score: tuple[tuple[float, str], ...], detune: float, random: np.random.Generator) -> Wave:
    """Returns a hummed phrase; `score` is a line of pitches through (quaver, note), `detune` in cents."""
    start = score[0][0]
    seconds = (score[-1][0] - start) * QUAVER
    cents = glide(curve(seconds, [((at - start) * QUAVER, 1200 * np.log2(hertz(name))) for at, name in score]))
    wave = 11 * np.sin(2 * np.pi * 4.7 * clock(seconds) + random.uniform(0, 6)) * curve(seconds, ((0, 0), (0.7, 0.2), (1.4, 1)))
    scoop = -70 * fall(seconds, 0.28)
    pitch = 2 ** ((cents + wave + scoop + detune + 5 * drift(seconds, 3, 23, random)) / 1200)
    lips = both((1.0, band(235, 1.1)), (0.2, band(980, 3)), (0.1, band(2250, 4)), (0.06, soft(900)))
    breath = through(hiss(seconds, random), band(1500, 0.6), tail=0) * 0.006
    force = swell(seconds, 0.22, 0.42) * (0.82 + 0.18 * drift(seconds, 1, 5, random))
    return (voiced(pitch, lips, 18, 1.15) + breath) * force


def glide(line: Wave) -> Wave:
    """Returns a line of pitches with its corners rounded, as a throat rounds them."""
    window = np.hanning(span(0.09))
    padded = np.pad(line, len(window) // 2, mode="edge")
    rounded: Wave = np.convolve(padded, window / window.sum(), mode="same")
    return rounded[len(window) // 2 :][: len(line)]


def _pad(pitch: float, seconds: float, random: np.random.Generator) -> Wave:
    """Returns one note of a chord that comes and goes like a lamp behind a curtain."""
    envelope = swell(seconds, 2.2 * QUAVER, 2.4 * QUAVER)
    out = np.zeros((span(seconds), 2))
    for side in (0, 1):
        for cents in (-5, 0.5, 6):
            bend = pitch * 2 ** ((cents + random.uniform(-1.5, 1.5)) / 1200) * np.ones(span(seconds))
            out[:, side] += harmonics(bend, (1, 0.42, 0.22, 0.1, 0.06)) / 3
    return out * envelope[:, None]
