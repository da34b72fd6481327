"""The layers that join later or in one room only: a voice, a phone's guitar, a tram's bell, a ball, a click, and two endings' own.

They keep the time of `layers`: D Dorian, 200 quavers a minute, 24 quavers, 7.2 s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop.sound.filters import around, band, both, high, low, soft, through
from workshop.sound.layers import QUAVER, SECONDS, glide, human, sweep, tap
from workshop.sound.space import Tape, at_rms, ring, room, warm
from workshop.sound.synth import clock, curve, dice, drift, fall, grains, hertz, hiss, mixed, pluck, strike, swell, tone, voiced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.sound.filters import Response
    from workshop.sound.synth import Wave

# (quaver, note): a line of pitches; where two follow closely the throat slides.
_VOICE = (
    ((0.1, "D4"), (2.9, "D4"), (3.1, "F4"), (4.85, "F4"), (5.05, "E4"), (6.0, "E4"), (6.2, "C4"), (10.3, "C4")),
    ((12.1, "D4"), (14.8, "D4"), (15.1, "G4"), (16.8, "G4"), (17.05, "F4"), (17.9, "E4"), (18.2, "E4"), (19.6, "D4"), (22.4, "D4")),
)
_SANA = (
    ((0.6, "A4"), (3.6, "A4"), (3.9, "G4"), (5.6, "G4"), (6.1, "E4"), (10.2, "E4")),
    ((12.2, "B4"), (15.6, "B4"), (15.95, "A4"), (17.6, "G4"), (18.2, "A4"), (22.2, "A4")),
)
_STRUM = ((("D4", "A4", "D5"), "F5"), (("C4", "G4", "C5"), "E5"), (("D4", "G4", "B4"), "D5"), (("A3", "E4", "A4"), "C5"))
# (quaver, 0 for a bat and 1 for the table, force): never within an eighth of a quaver of the beat.
BALL = (
    (0.37, 0, 0.9), (1.21, 1, 0.7), (1.84, 0, 0.75), (2.66, 1, 0.66), (3.3, 0, 0.85), (4.17, 1, 0.7), (4.74, 0, 0.8), (5.62, 1, 0.62),
    (6.41, 0, 0.9), (7.33, 1, 0.74), (7.86, 0, 0.7), (8.72, 1, 0.6), (9.38, 0, 1.0), (10.24, 1, 0.8),
    (12.7, 0, 0.7), (13.6, 1, 0.64), (14.29, 0, 0.85), (15.15, 1, 0.7), (15.76, 0, 0.72), (16.63, 1, 0.66),
    (17.36, 0, 0.95), (18.22, 1, 0.8), (18.8, 1, 0.5), (19.28, 1, 0.36), (19.66, 1, 0.26), (20.16, 1, 0.15),
)  # fmt: skip
_LATE = 0.045
_SNARE = ((2, 0.42), (2.52, 0.27), (3, 0.95), (5, 0.46), (5.5, 0.25))


def voice() -> Wave:
    """Returns Jorin, without words: a warm high baritone so good that you lean in."""
    random, tape = dice("voice"), Tape(SECONDS, loop=True)
    mouth = both((1.0, band(560, 3.2)), (0.62, band(880, 5)), (0.3, band(2500, 9)), (0.26, band(2900, 10)), (0.12, soft(700)))
    for score in _VOICE:
        tape.put(score[0][0] * QUAVER, _sung(score, mouth, 5.3, 14, random), 1.0, 0.1)
        tape.put(score[0][0] * QUAVER - 0.32, _breath(0.3, 1300, random), 0.028, 0.1)
    return at_rms(ring(around(tape.wave, high(120)), room("weighhouse", 0.7, 3200), 0.3), -26.5)


def sana_sings() -> Wave:
    """Returns Sana, who does not sing, singing: low, close, a little behind, and she keeps the B natural."""
    random, tape = dice("sana_sings"), Tape(SECONDS, loop=True)
    mouth = both((1.0, band(420, 2.4)), (0.5, band(1050, 4)), (0.16, band(2600, 6)), (0.1, soft(900)))
    for score in _SANA:
        tape.put(score[0][0] * QUAVER + 0.03, _sung(score, mouth, 4.6, 8, random), 0.9, -0.15)
        tape.put(score[0][0] * QUAVER - 0.3, _breath(0.28, 2100, random), 0.04, -0.15)
    return at_rms(ring(around(tape.wave, high(180)), room("cupboard", 0.26, 3000, 0.005), 0.22), -28.0)


def phone_guitar() -> Wave:
    """Returns Ludo's guitar through the speaker of a phone, propped in a mug."""
    random, tape = dice("phone_guitar"), Tape(SECONDS, loop=True)
    for bar, (names, top) in enumerate(_STRUM):
        order = (names[0], names[1], names[2], top, names[2], names[1])
        for at, name in enumerate(order):
            if (bar, at) in {(1, 5), (3, 4)}:
                continue
            string = pluck(hertz(name), 1.5, 1500, 1.7)
            string *= swell(1.5, 0.004, 0.5) / float(np.max(np.abs(string)))
            tape.put(human(bar * 6 + at, random), string, (0.9, 0.5, 0.6, 0.72, 0.46, 0.5)[at], 0.3)
    small = around(warm(at_rms(tape.wave, -14), 1.6), high(430), both((1.0, band(1150, 0.8)), (0.7, band(2700, 1.4))), low(5200))
    return at_rms(ring(small, room("mug", 0.14, 4200, 0.003), 0.35), -29.0)


def tram_bell() -> Wave:
    """Returns the bell of the nine, a B flat, twice, in the one bar where the bass has a B natural."""
    random, tape = dice("tram_bell"), Tape(SECONDS, loop=True)
    for at, force in ((12.5, 0.8), (13.5, 1.0), (20.5, 0.34)):
        tape.put(human(at, random), _bell(hertz("Bb4"), random), force, 0.5)
    rail = through(hiss(2.4, random) * swell(2.4, 1.1, 1.2), both((1.0, band(420, 1.0)), (0.2, band(1800, 3))), tail=0)
    tape.put(13.0 * QUAVER, rail, 0.06, 0.6)
    return at_rms(ring(around(tape.wave, high(220)), room("street", 0.9, 2800, 0.04), 0.3), -32.0)


def ball() -> Wave:
    """Returns Nilu's table tennis: bat, table, bat, never where you put it, and one that gets away."""
    random, tape = dice("ball"), Tape(SECONDS, loop=True)
    for at, table, force in BALL:
        side = 0.5 if int(at * 1.2) % 2 else -0.5
        tape.put(at * QUAVER, _hit(table=table == 1, random=random), force, side * (0.5 if table else 1.0))
    hits = warm(at_rms(around(tape.wave, high(300)), -16), 1.4)
    return at_rms(ring(hits, room("foyer", 1.1, 3600, 0.02), 0.35), -34.0)


def click() -> Wave:
    """Returns the click that Jorin adds, in four, out of somebody's headphones: a queue."""
    random, tape = dice("click"), Tape(SECONDS, loop=True)
    for beat in range(12):
        accent = beat % 4 == 0
        body = tone(1760.0 if accent else 1320.0, 0.05) * fall(0.05, 0.05) * swell(0.05, 0.001, 0.02)
        tape.put(
            beat * 2 * QUAVER + 0.006,
            mixed(body, 0.1 * through(hiss(0.02, random) * fall(0.02, 0.01), band(4200, 1))),
            1.0 if accent else 0.6,
        )
    return at_rms(ring(around(tape.wave, high(900), low(5200)), room("cups", 0.09, 3000, 0.002), 0.3), -34.2)


def second_snare() -> Wave:
    """Returns a second pair of brushes, late by the length of a look, with a hole where the first would come down."""
    random, tape = dice("second_snare"), Tape(SECONDS, loop=True)
    for bar in range(4):
        tape.put(human(bar * 6 + 0.02, random) + _LATE, sweep(1.7 * QUAVER, random), 0.22, 0.4)
        for at, force in _SNARE:
            if (bar, at) not in {(1, 3), (3, 3), (3, 5)}:
                tape.put(human(bar * 6 + at, random) + _LATE, tap(force, random), force * random.uniform(0.8, 1.05), 0.45)
    brushes = warm(at_rms(around(tape.wave, high(240), low(6200, 0.6)), -18), 1.6)
    return at_rms(ring(brushes, room("cupboard", 0.26, 3000, 0.005), 0.25), -34.0)


GUESTS: Mapping[str, Callable[[], Wave]] = {
    "voice": voice,
    "phone_guitar": phone_guitar,
    "tram_bell": tram_bell,
    "ball": ball,
    "click": click,
    "sana_sings": sana_sings,
    "second_snare": second_snare,
}


def _sung(score: tuple[tuple[float, str], ...], mouth: Response, rate: float, depth: float, random: np.random.Generator) -> Wave:
    """Returns a sung phrase on one vowel; `rate` in Hz and `depth` in cents are those of its vibrato, which comes late."""
    start = score[0][0]
    seconds = (score[-1][0] - start) * QUAVER + 0.05
    cents = glide(curve(seconds, [((at - start) * QUAVER, 1200 * np.log2(hertz(name))) for at, name in score]))
    wave = depth * np.sin(2 * np.pi * rate * clock(seconds) + random.uniform(0, 6)) * curve(seconds, ((0, 0), (0.5, 0.15), (1.2, 1)))
    pitch = 2 ** ((cents + wave - 55 * fall(seconds, 0.2) + 4 * drift(seconds, 3, 19, random)) / 1200)
    air = through(hiss(seconds, random), band(1800, 0.6), tail=0) * 0.008
    force = swell(seconds, 0.16, 0.38) * (0.84 + 0.16 * drift(seconds, 1, 5, random))
    return (voiced(pitch, mouth, 20, 1.05) + air) * force


def _breath(seconds: float, colour: float, random: np.random.Generator) -> Wave:
    """Returns the breath before a phrase."""
    return through(hiss(seconds, random), band(colour, 0.8), tail=0) * swell(seconds, seconds * 0.6, seconds * 0.3)


def _bell(pitch: float, random: np.random.Generator) -> Wave:
    """Returns a gong bell struck from below by a foot."""
    modes = (
        (0.5, 0.3, 1.6),
        (1, 1.0, 2.2),
        (1.003, 0.5, 2.0),
        (1.51, 0.25, 0.9),
        (2.0, 0.5, 1.3),
        (2.74, 0.3, 0.8),
        (3.0, 0.2, 0.6),
        (4.1, 0.14, 0.35),
    )
    body = strike(2.4, [(pitch * ratio, loud, sixty) for ratio, loud, sixty in modes], random)
    clapper = through(hiss(0.02, random) * fall(0.02, 0.01), band(3200, 0.8))
    return mixed(body * swell(2.4, 0.001, 0.8), 0.3 * clapper)


def _hit(*, table: bool, random: np.random.Generator) -> Wave:
    """Returns a celluloid ball that meets the table or the rubber of a bat."""
    pitch = random.uniform(980, 1080) if table else random.uniform(640, 760)
    shell = strike(0.12, ((pitch, 1.0, 0.05), (pitch * 2.32, 0.6, 0.03), (pitch * 4.1, 0.3, 0.015)), random)
    under = strike(0.12, ((218, 0.5, 0.06), (410, 0.3, 0.04)) if table else ((330, 0.4, 0.03), (520, 0.3, 0.02)), random)
    grit = through(grains(0.03, 900, random, 0.4) * fall(0.03, 0.012), band(4200, 1.0), tail=0)
    return mixed(shell * swell(0.12, 0.0006, 0.03), under * 0.6 * swell(0.12, 0.0006, 0.03), grit * 0.4)
