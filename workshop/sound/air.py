"""The air of each place: quiet, alive, without a tune; each goes round without a seam."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop.sound.filters import Response, around, band, both, high, low, soft, through
from workshop.sound.space import Tape, at_rms, ring, room, stereo
from workshop.sound.synth import (
    bubble,
    clock,
    curve,
    dice,
    drift,
    fall,
    grains,
    hiss,
    mixed,
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

SECONDS = 25.2


def bakery_air() -> Wave:
    """Returns the bakery's back room at four: oven fan, a tin now and then, a lorry changing down far off."""
    random, tape = dice("bakery_air"), Tape(SECONDS, loop=True)
    blades = slow(random, 0.05) + 0.12 * np.sin(2 * np.pi * 290 / SECONDS * clock(SECONDS))
    lay(tape, wide(random, both((1.0, band(210, 1.0)), (0.3, band(560, 1.2)), (0.1, soft(1800))), 0.3, blades))
    lay(tape, stereo(motor(49.0, (0.5, 1.0, 0.5, 0.3, 0.12, 0.08), random)) * 0.035)
    lay(tape, stereo(motor(196.0, (0.5, 0.2, 0.1), random)) * 0.008)
    for at in scatter(SECONDS, 0.42, random, 0.8):
        tape.put(at, tick(random.uniform(1100, 3200), random), random.uniform(0.1, 0.5), random.uniform(-0.7, 0.7))
    tape.put(8.3, strike(0.2, ((930, 0.5, 0.06), (1710, 1.0, 0.05), (4020, 0.4, 0.02)), random), 0.5, -0.4)
    tape.put(11.0, _lorry(9.0, random), 1.1)
    return at_rms(ring(tape.wave, room("bakery", 0.42, 4200), 0.3), -30.0)


def weighhouse_air() -> Wave:
    """Returns the Weighhouse: the stove draws and spits, people talk beyond hearing, wood gives."""
    random, tape = dice("weighhouse_air"), Tape(SECONDS, loop=True)
    lay(tape, wide(random, both((1.0, band(120, 0.9)), (0.2, band(320, 1.2))), 0.16, slow(random, 0.35)))
    sparks = grains(SECONDS, 9, random, 1.0) * (0.5 + 0.5 * drift(SECONDS, 2, 9, random)) ** 2
    lay(tape, stereo(around(sparks, band(2300, 0.8), high(500)), -0.4) * 0.55)
    for at in scatter(SECONDS, 0.9, random, 0.15):
        tape.put(at, _spit(random), min(0.55, random.lognormal(-1.8, 0.6)), random.uniform(-0.7, -0.1))
    for _ in range(10):
        tape.put(random.uniform(0, SECONDS), talk(random), random.uniform(0.6, 1.3), random.uniform(-0.2, 0.9))
    for at in (5.6, 14.9, 21.7):
        tape.put(at, creak(random), 0.55, random.uniform(-0.6, 0.6))
    return at_rms(ring(tape.wave, room("hall", 0.9, 2200, 0.02), 0.5), -29.5)


def pool_air() -> Wave:
    """Returns the pool: water slaps a tiled edge, a pump hums, everything comes back late from the deep end."""
    random, tape = dice("pool_air"), Tape(SECONDS, loop=True)
    hall = room("pool", 3.4, 3600, 0.035)
    for at in scatter(SECONDS, 0.8, random, 0.35):
        tape.put(at, _slap(random), random.uniform(0.3, 1.0), random.uniform(-0.9, 0.9))
    for at in scatter(SECONDS, 2.6, random, 0.05):
        blip = bubble(random.uniform(380, 1100), 0.35, random.uniform(0.04, 0.1))
        tape.put(at, blip, random.uniform(0.04, 0.2), random.uniform(-0.9, 0.9))
    wet = ring(tape.wave, hall, 1.5)
    hums = stereo(motor(50.0, (0.8, 1.0, 0.25, 0.35, 0.1, 0.12), random), 0.3) * 0.03
    trickle = wide(random, both((0.6, band(900, 0.9)), (0.4, band(2600, 0.7)), (0.7, band(240, 0.6))), 0.05, slow(random, 0.2))
    return at_rms(wet + hums + ring(trickle, hall, 0.6), -29.5)


def kitchen_air() -> Wave:
    """Returns Mum's kitchen: the fridge, a tap that isn't quite off, rain on the glass."""
    random, tape = dice("kitchen_air"), Tape(SECONDS, loop=True)
    lay(tape, stereo(motor(50.0, (0.4, 1.0, 0.35, 0.5, 0.12, 0.16, 0.05, 0.08), random), -0.5) * 0.05)
    gusts = 0.6 + 0.4 * drift(SECONDS, 2, 8, random)
    for pan in (0.2, 0.8):
        glass = both((1.0, band(3400, 1.1)), (0.7, band(1500, 1.4)))
        drops = around(grains(SECONDS, 110, random, 0.6) * gusts, glass, high(600), low(7000))
        lay(tape, stereo(drops, pan) * 0.45)
    lay(tape, wide(random, both((1.0, band(700, 0.5)), (0.6, band(4200, 0.6))), 0.085, gusts))
    for at in scatter(SECONDS, 0.45, random, 0.25):
        tape.put(at, bubble(random.uniform(500, 900), 0.2, 0.05), random.uniform(0.08, 0.25), random.uniform(0.3, 0.9))
    for beat in range(8):
        tape.put(beat * SECONDS / 8 + random.normal(0, 0.05), _drip(random), 0.55, -0.25)
    return at_rms(ring(tape.wave, room("kitchen", 0.38, 4600, 0.008), 0.35), -30.5)


def bus_air() -> Wave:
    """Returns the studio bus with no heater: cold metal ticks, wind at the panels, tape hiss from the desk."""
    random, tape = dice("bus_air"), Tape(SECONDS, loop=True)
    gusts = np.clip(0.55 + 0.45 * drift(SECONDS, 2, 7, random), 0.08, None)
    lay(tape, wide(random, both((1.0, band(95, 1.0)), (0.6, band(260, 1.6))), 0.42, 0.25 + 0.75 * gusts**1.3))
    lay(tape, wide(random, band(720, 7.0), 0.11, gusts**3))
    lay(tape, wide(random, both((1.0, high(3200)), (0.1, soft(8000))), 0.03, np.ones(span(SECONDS))))
    lay(tape, stereo(motor(50.0, (0.2, 0.7, 0.1, 0.3, 0.05, 0.15), random)) * 0.022)
    for at in scatter(SECONDS, 0.5, random, 0.5):
        tape.put(at, tick(random.uniform(420, 1500), random), random.uniform(0.1, 0.6), random.uniform(-0.9, 0.9))
    for at in (4.2, 4.55, 15.8, 16.02, 16.35):
        tape.put(at, _flap(random), random.uniform(0.25, 0.5), -0.75)
    return at_rms(ring(tape.wave, room("bus", 0.28, 3000, 0.006), 0.4), -30.0)


def street_sleet() -> Wave:
    """Returns Sluice Street before five: sleet on slates and cars, a gutter, the Works a long way off."""
    random, tape = dice("street_sleet"), Tape(SECONDS, loop=True)
    gusts = 0.62 + 0.38 * drift(SECONDS, 2, 9, random)
    for pan in (-0.7, 0.0, 0.7):
        grit = around(grains(SECONDS, 260, random, 0.8) * gusts, both((1.0, band(5200, 0.8)), (0.5, band(2300, 1.0))), low(8500))
        lay(tape, stereo(grit, pan) * 0.4)
    lay(tape, wide(random, both((1.0, band(3800, 0.45)), (0.5, band(900, 0.5))), 0.16, gusts))
    lay(tape, wide(random, band(170, 1.2), 0.28, gusts**2))
    lay(tape, stereo(motor(71.0, (1.0, 0.4, 0.3, 0.1), random), 0.5) * 0.035)
    for at in scatter(SECONDS, 1.1, random, 0.12):
        tape.put(at, bubble(random.uniform(600, 1300), 0.25, 0.05), random.uniform(0.05, 0.3), -0.6)
    return at_rms(ring(tape.wave, room("street", 0.7, 2600, 0.05), 0.25), -30.0)


AIRS: Mapping[str, Callable[[], Wave]] = {
    "bakery_air": bakery_air,
    "weighhouse_air": weighhouse_air,
    "pool_air": pool_air,
    "kitchen_air": kitchen_air,
    "bus_air": bus_air,
    "street_sleet": street_sleet,
}


def lay(tape: Tape, wave: Wave) -> None:
    """Adds a sound that lasts as long as the tape."""
    tape.wave += wave


def slow(random: np.random.Generator, depth: float) -> Wave:
    """Returns a loudness that breathes around 1 by at most `depth`."""
    return 1 + depth * drift(SECONDS, 2, 12, random)


def wide(random: np.random.Generator, colour: Response, loudness: float, envelope: Wave) -> Wave:
    """Returns coloured noise, different in each ear, at a loudness that follows an envelope."""
    noise = around(np.stack([hiss(SECONDS, random), hiss(SECONDS, random)], axis=1), colour)
    return noise * envelope[:, None] * (0.3 * loudness / float(np.sqrt(np.mean(noise**2))))


def motor(base: float, levels: tuple[float, ...], random: np.random.Generator) -> Wave:
    """Returns a machine's hum with its overtones; every one turns a whole number of times in the loop."""
    at, out = clock(SECONDS), np.zeros(span(SECONDS))
    for number, level in enumerate(levels, start=1):
        turns = round(base * number * SECONDS)
        beat = 1 + 0.25 * drift(SECONDS, 3, 14, random)
        out += level * beat * np.sin(2 * np.pi * turns / SECONDS * at + random.uniform(0, 6))
    return out


def tick(pitch: float, random: np.random.Generator) -> Wave:
    """Returns metal that shrinks by a hair."""
    modes = ((pitch, 1.0, 0.05), (pitch * 1.71, 0.5, 0.035), (pitch * 2.63, 0.3, 0.02))
    return strike(0.12, modes, random) * swell(0.12, 0.0006, 0.03)


def _lorry(seconds: float, random: np.random.Generator) -> Wave:
    """Returns a beet lorry that passes two streets away and changes down."""
    revs = curve(seconds, ((0, 31), (4.0, 34), (4.3, 26), (4.6, 41), (seconds, 36)))
    engine = np.zeros(span(seconds))
    for number, level in ((1, 0.5), (2, 1.0), (3, 0.6), (4, 0.4), (6, 0.2)):
        engine += level * tone(revs * number, seconds)
    road = through(hiss(seconds, random), band(160, 0.8), tail=0) * 0.6
    return through((engine * 0.14 + road * 0.2) * swell(seconds, seconds * 0.55, seconds * 0.45), low(240), tail=0)


def _spit(random: np.random.Generator) -> Wave:
    """Returns a spit of resin in the stove: a pop, then crumbs."""
    pop = through(hiss(0.02, random) * fall(0.02, 0.008), band(random.uniform(900, 2600), 1.2), tail=0.08)
    crumbs = through(grains(0.25, 70, random, 0.8) * fall(0.25, 0.3), band(3200, 1.0), tail=0)
    return mixed(pop, 0.4 * crumbs)


def talk(random: np.random.Generator) -> Wave:
    """Returns a voice at another table: its melody and its pauses, no words."""
    seconds = float(random.uniform(2.2, 4.5))
    base = float(random.choice([108, 124, 146, 187, 208]))
    pitch = base * 2 ** (curve(seconds, ((0, 2.5), (seconds * 0.5, 0.5), (seconds, -3))) / 12 + 0.08 * drift(seconds, 3, 16, random))
    mouth = np.clip(drift(seconds, int(seconds * 2), int(seconds * 5), random) + 0.25, 0, None)
    dark = voiced(pitch, both((1.0, band(430, 2.0)), (0.3, band(900, 3))), 9, 1.0)
    bright = voiced(pitch, both((1.0, band(620, 2.0)), (0.5, band(1250, 4))), 9, 1.0)
    vowel = 0.5 + 0.5 * drift(seconds, int(seconds), int(seconds * 3), random)
    return through((dark * vowel + bright * (1 - vowel)) * mouth * swell(seconds, 0.3, 0.6), soft(700), tail=0) * 0.16


def creak(random: np.random.Generator) -> Wave:
    """Returns a board or a chair that gives: small slips, faster and then slower, in a wooden body."""
    seconds = 0.5
    slips, at = np.zeros(span(seconds)), 0.0
    while at < seconds * 0.8:
        slips[span(at)] = random.uniform(0.4, 1.0)
        at += random.uniform(0.8, 1.2) * (0.014 + 0.02 * abs(at / seconds - 0.4))
    return through(slips, both((1.0, band(340, 5)), (0.8, band(760, 6)), (0.3, band(1450, 5)))) * 1.4


def _slap(random: np.random.Generator) -> Wave:
    """Returns water that falls against a tiled edge: a dull clap, then what runs back."""
    seconds = 0.6
    clap = through(hiss(seconds, random) * fall(seconds, 0.22), band(random.uniform(260, 520), 0.9), tail=0) * swell(seconds, 0.02, 0.2)
    spray = through(hiss(seconds, random) * fall(seconds, 0.5), band(1700, 0.7), tail=0) * swell(seconds, 0.09, 0.3)
    gulp = bubble(random.uniform(150, 260), 0.6, 0.16)
    return mixed(clap, 0.14 * spray, 0.25 * gulp)


def _drip(random: np.random.Generator) -> Wave:
    """Returns a drop into a full bowl in a steel sink."""
    drop = bubble(random.uniform(820, 1150), 0.45, 0.07)
    sink = strike(0.2, ((612, 0.3, 0.12), (1490, 0.14, 0.09), (2380, 0.1, 0.05)), random) * swell(0.2, 0.001, 0.05)
    return mixed(drop, 0.35 * sink)


def _flap(random: np.random.Generator) -> Wave:
    """Returns the book slot's flap, moved by wind."""
    return strike(0.2, ((310, 1.0, 0.07), (742, 0.6, 0.05), (1630, 0.3, 0.04), (2900, 0.2, 0.02)), random) * swell(0.2, 0.002, 0.05)
