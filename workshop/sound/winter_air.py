"""The air of the winter's places: beet, ice, shop, cupboard, road, foyer, car park, room, thaw, drums; each goes round without a seam."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop.sound.air import SECONDS, creak, lay, motor, slow, talk, tick, wide
from workshop.sound.filters import around, band, both, high, low, soft, through
from workshop.sound.space import Tape, at_rms, ring, room, stereo
from workshop.sound.synth import bubble, clock, curve, dice, drift, fall, grains, hiss, mixed, scatter, span, strike, swell, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.sound.synth import Wave


def beet_air() -> Wave:
    """Returns the beet pad: a lorry idling, roots that settle, the floodlight's hum, wind with nothing in its way."""
    random, tape = dice("beet_air"), Tape(SECONDS, loop=True)
    gusts = np.clip(0.55 + 0.45 * drift(SECONDS, 2, 8, random), 0.1, None)
    lay(tape, wide(random, both((1.0, band(150, 0.8)), (0.4, band(520, 1.4)), (0.06, soft(5000))), 0.36, 0.3 + 0.7 * gusts))
    lay(tape, stereo(motor(13.5, (0.3, 0.8, 1.0, 0.5, 0.7, 0.3, 0.2), random), -0.6) * 0.05)
    lay(tape, stereo(motor(100.0, (1.0, 0.3, 0.2, 0.1), random), 0.4) * 0.012)
    for at in scatter(SECONDS, 0.9, random, 0.08):
        tape.put(at, _root(random), random.uniform(0.08, 0.5), random.uniform(0.0, 0.9))
    return at_rms(ring(tape.wave, room("pad", 1.1, 1800, 0.06), 0.2), -30.0)


def ice_air() -> Wave:
    """Returns the frozen canal at noon: a thin wind, rooks far off, and the ice that sings down its whole length."""
    random, tape = dice("ice at noon"), Tape(SECONDS, loop=True)
    lay(tape, wide(random, both((1.0, band(480, 0.7)), (0.5, band(2600, 0.6))), 0.15, slow(random, 0.5)))
    for at, force, pan in ((3.1, 0.5, -0.5), (9.4, 0.9, 0.6), (16.2, 0.4, 0.1), (21.6, 0.7, -0.7)):
        tape.put(at, _ice(random), force * 0.4, pan)
    for at in (6.0, 6.45, 13.2, 13.6, 14.05, 22.9):
        tape.put(at, _rook(random), 0.07, 0.8)
    for _ in range(3):
        tape.put(random.uniform(0, SECONDS), talk(random), 0.35, random.uniform(-0.8, 0.2))
    return at_rms(ring(tape.wave, room("canal", 1.6, 2600, 0.08), 0.4), -30.5)


def shop_air() -> Wave:
    """Returns the shop before it opens: the cold counter, a tube light, loaves that crackle, one car that slows."""
    random, tape = dice("shop_air"), Tape(SECONDS, loop=True)
    lay(tape, stereo(motor(50.0, (0.5, 1.0, 0.3, 0.4, 0.1, 0.1), random), 0.3) * 0.04)
    lay(tape, stereo(motor(120.0, (0.4, 0.2, 0.1), random), -0.4) * 0.01)
    lay(tape, wide(random, both((1.0, band(190, 0.9)), (0.2, band(900, 0.8))), 0.14, slow(random, 0.12)))
    crust = grains(SECONDS, 5, random, 0.9) * (0.4 + 0.6 * drift(SECONDS, 3, 11, random)) ** 2
    lay(tape, stereo(around(crust, band(3400, 1.0), high(900)), 0.5) * 0.5)
    tape.put(9.0, _car(7.0, -0.8, 0.3, random), 0.5)
    return at_rms(ring(tape.wave, room("shop", 0.5, 3600), 0.3), -30.5)


def cupboard_air() -> Wave:
    """Returns the cupboard: a pipe behind the boards, a drop that has found the snare, one bulb."""
    random, tape = dice("cupboard_air"), Tape(SECONDS, loop=True)
    lay(tape, wide(random, both((1.0, band(1500, 0.8)), (0.7, band(420, 0.9))), 0.1, slow(random, 0.25)))
    lay(tape, wide(random, band(120, 1.2), 0.12, slow(random, 0.2)))
    lay(tape, stereo(motor(100.0, (1.0, 0.2, 0.15), random), 0.1) * 0.01)
    for beat in range(17):
        at = beat * SECONDS / 17 + random.normal(0, 0.09)
        tape.put(at % SECONDS, _drop_on_skin(random), random.uniform(0.3, 0.7), 0.3)
    for at in scatter(SECONDS, 1.4, random, 0.1):
        tape.put(at, bubble(random.uniform(700, 1500), 0.3, 0.05), random.uniform(0.06, 0.3), random.uniform(-0.6, 0.8))
    return at_rms(ring(tape.wave, room("cupboard", 0.26, 3000, 0.005), 0.4), -30.5)


def ring_road() -> Wave:
    """Returns the ring road in the wet: rain on the shelter's roof, cars that pass without slowing."""
    random, tape = dice("ring_road"), Tape(SECONDS, loop=True)
    gusts = 0.65 + 0.35 * drift(SECONDS, 2, 9, random)
    for pan in (-0.6, 0.6):
        roof = around(grains(SECONDS, 190, random, 0.7) * gusts, both((1.0, band(1900, 1.0)), (0.6, band(760, 1.6))), low(6000))
        lay(tape, stereo(roof, pan) * 0.4)
    lay(tape, wide(random, both((1.0, band(3000, 0.5)), (0.6, band(600, 0.5))), 0.15, gusts))
    for at, long, way, force in ((2.0, 6.0, 1, 0.9), (8.6, 5.0, -1, 0.7), (14.4, 6.5, 1, 1.0), (19.8, 5.0, -1, 0.6)):
        tape.put(at, _car(long, -0.9 * way, 0.9 * way, random), force)
    return at_rms(ring(tape.wave, room("street", 0.7, 2600, 0.05), 0.2), -30.0)


def foyer_air() -> Wave:
    """Returns the Bellevue's foyer: a lift asleep in its shaft, a clock, a telephone box's worth of voices two rooms away."""
    random, tape = dice("foyer_air"), Tape(SECONDS, loop=True)
    lay(tape, stereo(motor(50.0, (0.7, 1.0, 0.2, 0.3, 0.08), random), -0.7) * 0.026)
    lay(tape, wide(random, both((1.0, band(170, 0.8)), (0.16, band(700, 1.0))), 0.16, slow(random, 0.2)))
    for beat in range(24):
        tape.put((beat + 0.4) * SECONDS / 24, tick(1450 if beat % 2 else 1180, random), 0.22, 0.5)
    for _ in range(6):
        tape.put(random.uniform(0, SECONDS), through(talk(random), low(900), tail=0), random.uniform(0.5, 0.9), random.uniform(0.3, 0.9))
    for at in (7.3, 7.9, 8.5, 9.1, 9.7):
        tape.put(at, _step(random), 0.22, -0.5 + (at - 7.3) * 0.4)
    return at_rms(ring(tape.wave, room("foyer", 1.1, 3000, 0.02), 0.55), -30.5)


def car_park_air() -> Wave:
    """Returns the car park: a generator, sleet on a tarpaulin, a small crowd that has not decided what to do with its hands."""
    random, tape = dice("car_park_air"), Tape(SECONDS, loop=True)
    lay(tape, stereo(motor(48.0, (0.6, 1.0, 0.5, 0.4, 0.25, 0.2, 0.1), random), 0.7) * 0.05)
    gusts = 0.6 + 0.4 * drift(SECONDS, 2, 9, random)
    tarp = around(grains(SECONDS, 150, random, 0.8) * gusts, both((1.0, band(1300, 0.9)), (0.7, band(420, 1.4))), low(5000))
    lay(tape, stereo(tarp, -0.2) * 0.42)
    lay(tape, wide(random, both((1.0, band(3200, 0.5)), (0.4, band(500, 0.6))), 0.1, gusts))
    for _ in range(12):
        tape.put(random.uniform(0, SECONDS), through(talk(random), low(1200), tail=0), random.uniform(0.4, 0.8), random.uniform(-0.8, 0.8))
    return at_rms(ring(tape.wave, room("car park", 1.4, 2200, 0.07), 0.35), -30.0)


def room_air() -> Wave:
    """Returns room 14: a radiator, a chair that gives, rain on one pane, and the car park as a room hears it."""
    random, tape = dice("room_air"), Tape(SECONDS, loop=True)
    lay(tape, wide(random, both((1.0, band(190, 0.8)), (0.1, band(600, 1.0))), 0.12, slow(random, 0.3)))
    lay(tape, wide(random, both((1.0, band(2400, 0.5)), (0.4, band(900, 0.7))), 0.06, slow(random, 0.3)))
    lay(tape, stereo(motor(48.0, (0.6, 1.0, 0.3), random), 0.2) * 0.014)
    for at in scatter(SECONDS, 0.6, random, 0.4):
        tape.put(at, tick(random.uniform(480, 1300), random), random.uniform(0.1, 0.4), -0.6)
    for pan in (0.2, 0.5):
        pane = around(grains(SECONDS, 46, random, 0.7), both((0.7, band(2400, 1.2)), (0.8, band(1100, 1.4))), high(400), low(3800))
        lay(tape, stereo(pane, pan) * 0.4)
    for at in (4.8, 12.6, 18.9):
        tape.put(at, creak(random), 0.4, random.uniform(-0.4, 0.4))
    return at_rms(ring(tape.wave, room("room", 0.36, 2800, 0.008), 0.35), -31.0)


def thaw_air() -> Wave:
    """Returns the thaw: gutters, every edge in town letting go of something, a blackbird too early, and no Works."""
    random, tape = dice("thaw_air"), Tape(SECONDS, loop=True)
    lay(tape, wide(random, both((1.0, band(1100, 0.6)), (0.5, band(3000, 0.7))), 0.06, slow(random, 0.25)))
    lay(tape, wide(random, band(220, 0.8), 0.07, slow(random, 0.4)))
    for at in scatter(SECONDS, 4.2, random, 0.03):
        tape.put(
            at, bubble(random.uniform(600, 1900), 0.35, random.uniform(0.03, 0.07)), random.uniform(0.06, 0.4), random.uniform(-0.9, 0.9)
        )
    for pan, rate in ((-0.6, 21), (0.5, 15)):
        for beat in range(rate):
            tape.put((beat + 0.3) * SECONDS / rate + random.normal(0, 0.02), _drop_on_tin(random), 0.22, pan)
    for at in (5.2, 15.9, 20.4):
        tape.put(at, _blackbird(random), 0.14, 0.7)
    return at_rms(ring(tape.wave, room("yard", 0.8, 3600, 0.04), 0.3), -31.0)


def launderette_air() -> Wave:
    """Returns the launderette: one drum going round with a zip in it, water that changes its mind, a tube light."""
    random, tape = dice("launderette_air"), Tape(SECONDS, loop=True)
    turns = 21
    swing = 0.5 + 0.5 * np.sin(2 * np.pi * turns * clock(SECONDS) / SECONDS)
    lay(tape, stereo(motor(50.0, (0.5, 1.0, 0.4, 0.4, 0.15, 0.12), random), 0.1) * 0.035)
    lay(tape, wide(random, both((1.0, band(380, 0.8)), (0.4, band(1200, 0.8))), 0.16, 0.25 + swing**2))
    for turn in range(turns):
        at = turn * SECONDS / turns
        tape.put(at + 0.24 + random.normal(0, 0.02), _flop(random), random.uniform(0.5, 0.9), 0.15)
        if turn % 2 == 0:
            tape.put(at + 0.58 + random.normal(0, 0.03), tick(random.uniform(2600, 3400), random), random.uniform(0.2, 0.45), 0.2)
    lay(tape, stereo(motor(100.0, (1.0, 0.3, 0.2), random), -0.5) * 0.008)
    return at_rms(ring(tape.wave, room("launderette", 0.9, 3400, 0.015), 0.35), -30.5)


WINTER_AIRS: Mapping[str, Callable[[], Wave]] = {
    "beet_air": beet_air,
    "ice_air": ice_air,
    "shop_air": shop_air,
    "cupboard_air": cupboard_air,
    "ring_road": ring_road,
    "foyer_air": foyer_air,
    "car_park_air": car_park_air,
    "room_air": room_air,
    "thaw_air": thaw_air,
    "launderette_air": launderette_air,
}


def _root(random: np.random.Generator) -> Wave:
    """Returns one beet that rolls off another."""
    pitch = random.uniform(95, 210)
    return strike(0.25, ((pitch, 1.0, 0.1), (pitch * 1.7, 0.5, 0.07), (pitch * 2.9, 0.25, 0.04)), random) * swell(0.25, 0.002, 0.06)


def _ice(random: np.random.Generator) -> Wave:
    """Returns ice that cracks somewhere: high sound runs ahead of low, so what arrives is a falling note."""
    seconds = 1.4
    pitch = 260 + 2300 * np.exp(-clock(seconds) / random.uniform(0.06, 0.1))
    song = tone(pitch, seconds) * fall(seconds, 1.1) + 0.4 * tone(pitch * 1.51, seconds) * fall(seconds, 0.6)
    groan = through(hiss(seconds, random) * fall(seconds, 0.5), band(130, 1.2), tail=0)
    return mixed(song, 0.5 * groan) * swell(seconds, 0.002, 0.5)


def _rook(random: np.random.Generator) -> Wave:
    """Returns a rook, a field away."""
    seconds = 0.32
    pitch = curve(seconds, ((0, 560), (0.08, 640), (seconds, 470))) * random.uniform(0.94, 1.06)
    rough = 0.5 + 0.5 * tone(64.0, seconds)
    caw = sum((tone(pitch * n, seconds) / n for n in (1, 2, 3, 4, 5)), start=np.zeros(span(seconds)))
    return through(caw * rough * swell(seconds, 0.03, 0.12), band(1400, 0.9), tail=0)


def _car(seconds: float, first: float, last: float, random: np.random.Generator) -> Wave:
    """Returns a car on a wet road that passes from one side to the other, stereo."""
    near = swell(seconds, seconds * 0.5, seconds * 0.5) ** 2
    tyres = through(hiss(seconds, random), both((1.0, band(1500, 0.6)), (0.6, band(500, 0.8))), tail=0)
    revs = curve(seconds, ((0, 62), (seconds * 0.5, 60), (seconds, 54)))
    engine = tone(revs, seconds) + 0.5 * tone(revs * 2, seconds) + 0.3 * tone(revs * 3, seconds)
    body = (tyres * 0.16 + through(engine, low(260), tail=0) * 0.06) * near
    pan = (curve(seconds, ((0, first), (seconds, last))) + 1) * np.pi / 4
    return np.stack([body * np.cos(pan), body * np.sin(pan)], axis=1) * 2**0.5


def _drop_on_skin(random: np.random.Generator) -> Wave:
    """Returns a drop on a drum head that has water on it."""
    skin = strike(0.3, ((176, 1.0, 0.2), (271, 0.5, 0.14), (398, 0.3, 0.1)), random) * swell(0.3, 0.002, 0.1)
    return mixed(0.6 * skin, 0.5 * bubble(random.uniform(760, 980), 0.4, 0.06))


def _drop_on_tin(random: np.random.Generator) -> Wave:
    """Returns a drop on a window-sill of zinc."""
    pitch = random.uniform(820, 1250)
    return strike(0.14, ((pitch, 1.0, 0.07), (pitch * 2.1, 0.5, 0.05), (pitch * 3.7, 0.3, 0.03)), random) * swell(0.14, 0.001, 0.04)


def _step(random: np.random.Generator) -> Wave:
    """Returns a sole on a carpet that has boards under it."""
    return mixed(
        strike(0.2, ((92, 1.0, 0.1), (160, 0.5, 0.07)), random) * swell(0.2, 0.004, 0.06),
        0.1 * through(hiss(0.05, random) * fall(0.05, 0.03), band(900, 0.8)),
    )


def _flop(random: np.random.Generator) -> Wave:
    """Returns a heavy wet garment that comes off the top of the drum."""
    thud = strike(0.4, ((68, 1.0, 0.2), (118, 0.6, 0.14), (190, 0.3, 0.1)), random) * swell(0.4, 0.006, 0.1)
    water = through(hiss(0.4, random) * fall(0.4, 0.25), band(900, 0.7), tail=0) * swell(0.4, 0.02, 0.15)
    return mixed(0.8 * thud, 0.14 * water)


def _blackbird(random: np.random.Generator) -> Wave:
    """Returns a blackbird that tries four notes, and thinks again."""
    tape = Tape(1.9, loop=False)
    at = 0.0
    for pitch, long, bend in ((1850, 0.22, 1.04), (2300, 0.16, 0.93), (2050, 0.26, 1.08), (2750, 0.12, 1.12), (1700, 0.3, 0.96)):
        line = curve(long, ((0, pitch), (long, pitch * bend)))
        note = tone(line, long) + 0.12 * tone(line * 2, long)
        tape.put(at, note * swell(long, 0.03, 0.08) * (0.8 + 0.2 * tone(26.0, long)), random.uniform(0.7, 1.0))
        at += long + random.uniform(0.05, 0.12)
    song: Wave = tape.wave.mean(axis=1)
    return song
