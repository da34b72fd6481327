"""Sounds of the winter that are heard once: a phone on wood, paper, a pipe, a lift, a rally, blinds, glass, and a drum being tuned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop.sound.filters import band, both, high, low, soft, through
from workshop.sound.single import crackle, knock, shown, squeal
from workshop.sound.space import Tape
from workshop.sound.synth import curve, dice, drift, fall, grains, hiss, mixed, plate, scatter, span, strike, swell, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.sound.synth import Wave


def phone_buzz() -> Wave:
    """Returns a phone that buzzes twice on wood and moves a little."""
    random, tape = dice("phone_buzz"), Tape(1.3, loop=False)
    for at in (0.0, 0.62):
        seconds = 0.42
        turn = curve(seconds, ((0, 120), (0.06, 172), (seconds, 168)))
        buzz = tone(turn, seconds) + 0.6 * tone(turn * 2, seconds) + 0.3 * tone(turn * 3, seconds)
        rattle = through(grains(seconds, 340, random, 0.5) * (0.5 + 0.5 * tone(turn, seconds)), band(1500, 1.2), tail=0)
        tape.put(at, (buzz * 0.3 + rattle * 0.5) * swell(seconds, 0.03, 0.06), 1.0, -0.1)
    return shown(tape, "bakery", 1.4, -12.0, 0.2)


def folding() -> Wave:
    """Returns a sheet folded, its edge run down with a thumbnail, and laid on a pile."""
    random, tape = dice("folding"), Tape(1.6, loop=False)
    tape.put(0, crackle(0.3, 420, (2100, 4600), random), 0.6, -0.2)
    edge = through(hiss(0.34, random) + grains(0.34, 900, random, 0.4) * 2, band(3300, 0.9), high(900), tail=0)
    tape.put(0.48, edge * swell(0.34, 0.05, 0.12), 0.3, 0.1)
    tape.put(1.0, crackle(0.1, 260, (1500, 3300), random), 0.4, 0.2)
    tape.put(1.08, knock(((150, 1.0, 0.05), (270, 0.5, 0.03)), random, 0.8), 0.35, 0.2)
    return shown(tape, "weighhouse", 1.5, -13.0, 0.2)


def pipe_bursts() -> Wave:
    """Returns a pipe that knocks, gives, and lets a whole club's water out over a drum kit."""
    random, tape = dice("pipe_bursts"), Tape(3.0, loop=False)
    for at, force in ((0.0, 0.5), (0.22, 0.7)):
        tape.put(at, knock(((310, 0.8, 0.2), (690, 0.9, 0.24), (1480, 0.5, 0.16), (2600, 0.3, 0.1)), random, 0.4), force * 0.6, 0.3)
    tape.put(0.5, knock(((120, 1.0, 0.2), (260, 0.7, 0.14), (820, 0.6, 0.2)), random, 1.0), 0.8, 0.2)
    spray = through(hiss(2.5, random), both((1.0, band(2600, 0.5)), (0.5, band(700, 0.7))), tail=0) * curve(
        2.5, ((0, 0), (0.12, 1), (2.5, 0.72))
    )
    tape.put(0.52, spray * swell(2.5, 0.04, 0.6), 0.2, 0.0)
    for at in scatter(2.2, 16, random, 0.02):
        tape.put(
            0.8 + at,
            strike(0.2, ((176, 1.0, 0.14), (290, 0.6, 0.1), (430, 0.3, 0.07)), random) * swell(0.2, 0.002, 0.05),
            random.uniform(0.06, 0.2),
            random.uniform(-0.6, 0.6),
        )
    return shown(tape, "bus", 3.0, -10.0, 0.3)


def lift_bell() -> Wave:
    """Returns the Bellevue's lift: a bell that has been polished, doors that have not been oiled."""
    random, tape = dice("lift_bell"), Tape(2.6, loop=False)
    modes = ((1046, 1.0, 1.3), (1049, 0.5, 1.2), (2110, 0.5, 0.8), (3170, 0.2, 0.4), (4480, 0.12, 0.25))
    tape.put(0, strike(1.6, modes, random) * swell(1.6, 0.001, 0.5), 0.6, -0.2)
    roll = through(hiss(1.3, random) + grains(1.3, 60, random, 0.6) * 4, both((1.0, band(190, 0.9)), (0.4, band(620, 1.2))), tail=0)
    tape.put(0.8, roll * swell(1.3, 0.2, 0.2), 0.22, -0.2)
    tape.put(0.95, squeal(0.5, ((0, 640), (0.3, 720), (0.5, 690)), random), 0.05, -0.3)
    tape.put(2.08, knock(((98, 1.0, 0.14), (170, 0.7, 0.1), (420, 0.3, 0.06)), random, 0.6), 0.5, -0.2)
    return shown(tape, "pool", 2.9, -11.0, 0.16)


def rally() -> Wave:
    """Returns six strokes of table tennis, and a ball that runs away under the desk."""
    random, tape = dice("rally"), Tape(2.9, loop=False)
    for at, table, pan in (
        (0.0, 0, -0.7),
        (0.24, 1, 0.3),
        (0.46, 0, 0.7),
        (0.72, 1, -0.3),
        (0.92, 0, -0.7),
        (1.14, 1, 0.35),
        (1.34, 0, 0.7),
        (1.58, 1, -0.4),
    ):
        tape.put(at, _ball(table=table == 1, random=random), random.uniform(0.7, 1.0), pan)
    at, gap, force = 1.98, 0.24, 0.55
    while gap > 0.02:
        tape.put(at, _ball(table=True, random=random), force, -0.6)
        at, gap, force = at + gap, gap * 0.72, force * 0.78
    return shown(tape, "pool", 2.9, -10.0, 0.14)


def blind_drops() -> Wave:
    """Returns a slatted blind let go: the cord, the slats one on another, the rail on the sill."""
    random, tape = dice("blind_drops"), Tape(1.5, loop=False)
    tape.put(0, through(hiss(0.5, random), band(2300, 0.8), tail=0) * swell(0.5, 0.05, 0.2), 0.08, 0.4)
    at, gap = 0.06, 0.075
    while at < 0.78:
        tape.put(
            at,
            knock(((620, 0.6, 0.05), (1340, 0.8, 0.05), (2480, 0.4, 0.03)), random, 0.4),
            random.uniform(0.25, 0.5),
            random.uniform(-0.2, 0.3),
        )
        at, gap = at + gap, gap * 0.93
    tape.put(0.84, knock(((150, 1.0, 0.12), (330, 0.8, 0.1), (760, 0.5, 0.08), (1500, 0.3, 0.05)), random, 0.8), 1.0, 0.0)
    tape.put(0.95, knock(((340, 0.6, 0.08), (820, 0.5, 0.06)), random), 0.25, 0.1)
    return shown(tape, "bus", 1.6, -10.0, 0.3)


def glass() -> Wave:
    """Returns a lamp's glass on asphalt: one crack, then small pieces that take their time."""
    random, tape = dice("glass"), Tape(2.2, loop=False)
    tape.put(0, knock(((210, 0.8, 0.1), (480, 0.5, 0.06)), random, 1.0), 0.6, 0.1)
    tape.put(0.01, strike(0.6, plate(40, 1900, 9500, 0.5, random, 0.1), random) * swell(0.6, 0.001, 0.2), 0.09, 0.1)
    for at in scatter(1.5, 22, random, 0.01):
        pitch, force = random.uniform(2600, 7200), float(np.exp(-at / 0.45)) * random.uniform(0.2, 0.8)
        tape.put(
            0.06 + at,
            strike(0.2, ((pitch, 1.0, 0.14), (pitch * 1.47, 0.5, 0.09), (pitch * 2.2, 0.3, 0.05)), random) * swell(0.2, 0.0008, 0.05),
            force * 0.4,
            random.uniform(-0.5, 0.7),
        )
    return shown(tape, "street", 2.4, -12.0, 0.3)


def lamp_out() -> Wave:
    """Returns a work lamp switched off at the box: the switch, the hum that runs down, metal that begins to cool."""
    random, tape = dice("lamp_out"), Tape(2.0, loop=False)
    hum = (tone(100.0, 1.0) + 0.5 * tone(200.0, 1.0) + 0.3 * tone(300.0, 1.0)) * curve(1.0, ((0, 1), (0.36, 1), (0.42, 0.2), (1.0, 0)))
    tape.put(0, hum * swell(1.0, 0.15, 0.4), 0.12)
    tape.put(0.36, knock(((240, 1.0, 0.06), (610, 0.8, 0.05), (1700, 0.5, 0.03)), random, 0.7), 0.9, 0.1)
    for at in (0.8, 1.12, 1.2, 1.62):
        tape.put(at, knock(((1900, 0.7, 0.05), (3300, 0.4, 0.03)), random, 0.2), random.uniform(0.08, 0.2), 0.2)
    return shown(tape, "street", 2.0, -12.0, 0.25)


def washer_door() -> Wave:
    """Returns a washing machine's door: rubber, latch, and the lock that clicks on by itself."""
    random, tape = dice("washer_door"), Tape(1.4, loop=False)
    tape.put(0, through(hiss(0.16, random) * swell(0.16, 0.05, 0.08), band(420, 0.9)), 0.16, 0.0)
    tape.put(0.14, knock(((88, 1.0, 0.16), (142, 0.8, 0.12), (310, 0.5, 0.08), (900, 0.3, 0.05)), random, 0.7), 1.0, 0.0)
    tape.put(0.17, knock(((760, 0.8, 0.07), (1540, 0.7, 0.05), (2900, 0.3, 0.03)), random, 0.4), 0.5, 0.1)
    tape.put(0.78, knock(((1150, 0.8, 0.04), (2200, 0.6, 0.03)), random, 0.5), 0.35, 0.1)
    return shown(tape, "pool", 1.5, -10.0, 0.1)


def stool() -> Wave:
    """Returns a drum stool: its thread wound down three turns, its feet set on wood."""
    random, tape = dice("stool"), Tape(1.7, loop=False)
    for turn in range(3):
        tape.put(turn * 0.27, squeal(0.22, ((0, 420 + 30 * turn), (0.12, 520 + 30 * turn), (0.22, 470 + 30 * turn)), random), 0.1, -0.1)
    for at, force in ((0.98, 0.9), (1.03, 0.6), (1.09, 0.4)):
        tape.put(
            at,
            knock(((132, 1.0, 0.09), (224, 0.7, 0.07), (470, 0.4, 0.05), (1300, 0.2, 0.04)), random, 0.5),
            force * 0.6,
            random.uniform(-0.2, 0.3),
        )
    return shown(tape, "weighhouse", 1.7, -11.0, 0.3)


def van_idle() -> Wave:
    """Returns Teo's van at the kerb: a sliding door, and an engine that has decided to wait."""
    random, seconds = dice("van_idle"), 3.0
    revs = curve(seconds, ((0, 13.4), (1.4, 13.0), (3.0, 13.2))) * (1 + 0.01 * drift(seconds, 6, 30, random))
    engine = np.zeros(span(seconds))
    for number, level in ((1, 0.25), (2, 0.8), (3, 0.5), (4, 0.7), (6, 0.4), (8, 0.25), (10, 0.16)):
        engine += level * tone(revs * number, seconds) * (1 + 0.2 * drift(seconds, 7, 44, random))
    knocks = through(hiss(seconds, random) * (0.5 + 0.5 * tone(revs * 2, seconds)) ** 3, band(520, 0.8), tail=0)
    tape = Tape(seconds, loop=False)
    tape.put(0, (engine * 0.09 + knocks * 0.12) * swell(seconds, 0.25, 0.9), 1.0, 0.2)
    roll = through(hiss(0.6, random) + grains(0.6, 90, random, 0.5) * 3, both((1.0, band(240, 0.9)), (0.5, band(900, 1.0))), tail=0)
    tape.put(0.5, roll * swell(0.6, 0.12, 0.08), 0.2, -0.2)
    tape.put(1.12, knock(((104, 1.0, 0.14), (190, 0.7, 0.1), (520, 0.4, 0.06), (1400, 0.2, 0.04)), random, 0.7), 0.6, -0.3)
    tape.wave = through(tape.wave, low(3600), tail=0)
    return shown(tape, "street", 3.0, -11.0, 0.25)


def snare_tuning() -> Wave:
    """Returns a snare being tuned by somebody who can: a tap at each lug, the key, and each tap nearer to the last."""
    random, tape = dice("snare_tuning"), Tape(2.9, loop=False)
    for number, (at, cents) in enumerate(((0.0, -70), (0.62, 45), (1.24, -22), (1.86, 8), (2.3, 0))):
        pitch = 204.0 * 2 ** (cents / 1200)
        skin = strike(0.5, ((pitch, 1.0, 0.32), (pitch * 1.59, 0.6, 0.24), (pitch * 2.14, 0.4, 0.18), (pitch * 2.65, 0.25, 0.12)), random)
        wires = through(hiss(0.3, random) * fall(0.3, 0.16), high(1800), soft(5200), tail=0)
        tape.put(at, mixed(skin * swell(0.5, 0.001, 0.15), 0.1 * wires), 0.7, -0.3 + 0.15 * number)
        if number < 3:
            tape.put(at + 0.34, squeal(0.14, ((0, 900), (0.14, 1010)), random), 0.03, 0.1)
    return shown(tape, "weighhouse", 2.9, -11.0, 0.3)


def tray_slides() -> Wave:
    """Returns a baking tray let go on ice, and the tray that it finds."""
    random, tape = dice("tray_slides"), Tape(2.6, loop=False)
    run = through(hiss(1.5, random) + grains(1.5, 300, random, 0.6) * 2, both((1.0, band(1700, 0.7)), (0.6, band(4200, 0.8))), tail=0)
    tape.put(0, run * curve(1.5, ((0, 0.2), (0.1, 1), (1.5, 0.5))) * swell(1.5, 0.04, 0.2), 0.12, -0.3)
    ring_ = strike(1.5, ((430, 0.5, 1.0), (612, 0.6, 0.8), (1090, 0.4, 0.6), (1720, 0.3, 0.4)), random)
    tape.put(0.02, ring_ * swell(1.5, 0.05, 0.5), 0.05, -0.3)
    tape.put(1.42, knock(((520, 0.9, 0.5), (780, 0.8, 0.4), (1340, 0.6, 0.3), (2250, 0.4, 0.2), (3600, 0.2, 0.1)), random, 0.5), 0.9, 0.3)
    tape.put(1.5, through(hiss(0.7, random), band(2200, 0.8), tail=0) * fall(0.7, 0.8) * swell(0.7, 0.05, 0.3), 0.05, 0.5)
    return shown(tape, "street", 2.6, -11.0, 0.3)


THINGS: Mapping[str, Callable[[], Wave]] = {
    "phone_buzz": phone_buzz,
    "folding": folding,
    "pipe_bursts": pipe_bursts,
    "lift_bell": lift_bell,
    "rally": rally,
    "blind_drops": blind_drops,
    "glass": glass,
    "lamp_out": lamp_out,
    "washer_door": washer_door,
    "stool": stool,
    "van_idle": van_idle,
    "snare_tuning": snare_tuning,
    "tray_slides": tray_slides,
}


def _ball(*, table: bool, random: np.random.Generator) -> Wave:
    """Returns a ball on the table, or on a bat."""
    pitch = random.uniform(980, 1080) if table else random.uniform(640, 760)
    return knock(((pitch, 1.0, 0.05), (pitch * 2.32, 0.6, 0.03), (218 if table else 330, 0.5, 0.05)), random, 0.3)
