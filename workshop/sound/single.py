"""Sounds that are heard once: things, doors, four people clapping, and the interface's two ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop.sound.filters import around, band, both, high, low, soft, through
from workshop.sound.space import Tape, at_peak, placed, room, trimmed, warm
from workshop.sound.synth import clock, curve, dice, drift, fall, grains, hiss, mixed, plate, scatter, span, strike, swell, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.sound.filters import Response
    from workshop.sound.synth import Wave


def oven_fan() -> Wave:
    """Returns the oven's fan as it runs down, clicks, and starts up again."""
    random, seconds = dice("oven_fan"), 3.0
    speed = curve(seconds, ((0, 0.9), (0.9, 0.3), (1.15, 0.28), (1.9, 0.85), (3.0, 1.0)))
    blades = tone(168 * speed, seconds) * 0.3 + tone(336 * speed, seconds) * 0.12 + tone(98 * speed, seconds) * 0.4
    wind = through(hiss(seconds, random), both((1.0, band(240, 0.9)), (0.4, band(700, 0.9))), tail=0)
    fan = (0.5 * blades + 0.45 * wind * (1 + 0.25 * tone(23 * speed, seconds))) * speed**2
    tape = Tape(seconds, loop=False)
    tape.put(0, fan * swell(seconds, 0.25, 1.0))
    tape.put(1.08, knock(((1900, 1.0, 0.03), (3100, 0.5, 0.02), (640, 0.7, 0.05)), random), 0.35, 0.2)
    return shown(tape, "bakery", 3.0, -12.0, 0.25)


def key_on_wood() -> Wave:
    """Returns a key on a brass tag, put down on a floury table."""
    random, tape = dice("key_on_wood"), Tape(0.9, loop=False)
    for at, force in ((0.0, 1.0), (0.062, 0.4), (0.105, 0.18)):
        tape.put(at, knock(((196, 1.0, 0.07), (318, 0.7, 0.05), (545, 0.35, 0.03)), random), 0.7 * force)
        tape.put(at + 0.004, knock(((3180, 0.5, 0.22), (4710, 0.4, 0.16), (7350, 0.2, 0.08)), random, 0.4), 0.35 * force, 0.2)
    for at, force in ((0.035, 0.7), (0.088, 0.45), (0.15, 0.3), (0.19, 0.16)):
        tape.put(at, knock(((2140, 0.7, 0.3), (3890, 0.5, 0.2), (6020, 0.25, 0.1)), random, 0.5), 0.3 * force, -0.1)
    return shown(tape, "bakery", 1.0, -9.0, 0.25)


def tins_ticking() -> Wave:
    """Returns the first tins out, ticking all over the place."""
    random, tape = dice("tins_ticking"), Tape(2.2, loop=False)
    for at in scatter(1.9, 9, random, 0.03):
        pitch, force = float(random.uniform(900, 3400)), float(random.uniform(0.2, 1.0)) * (1.1 - at / 2.6)
        tape.put(
            at, knock(((pitch, 1.0, 0.12), (pitch * 1.6, 0.5, 0.08), (pitch * 2.3, 0.3, 0.05)), random), force, random.uniform(-0.8, 0.8)
        )
    tape.put(0.55, knock(((233, 1.0, 0.22), (371, 0.6, 0.16), (540, 0.4, 0.1), (861, 0.2, 0.08)), random, 0.6), 0.9, -0.3)
    return shown(tape, "bakery", 2.4, -12.0, 0.35)


def crash_cheap() -> Wave:
    """Returns the cheapest crash there is: a tray dropped, and sorry."""
    random, tape = dice("crash_cheap"), Tape(2.6, loop=False)
    sheet = strike(2.2, plate(80, 410, 9000, 1.5, random, 0.1), random) * 0.07
    tray = strike(2.2, ((523, 0.7, 0.9), (688, 0.8, 0.7), (1011, 0.6, 0.6), (1379, 0.5, 0.5), (1930, 0.3, 0.4)), random) * 0.16
    wash = through(hiss(2.2, random) * fall(2.2, 0.8), high(2800), soft(6500), tail=0) * 0.16
    tape.put(0, (sheet + tray + wash) * swell(2.2, 0.002, 0.5))
    for at, force in ((0.62, 0.16), (0.74, 0.12), (0.83, 0.09), (0.9, 0.06), (0.95, 0.04)):
        tape.put(at, strike(0.4, plate(14, 600, 5200, 0.3, random, 0.2), random) * swell(0.4, 0.001, 0.1), force * 0.5, 0.3)
    return shown(tape, "bakery", 1.9, -7.0, 0.25)


def paper_bag() -> Wave:
    """Returns two custards going into a bag, and the bag's neck being turned over."""
    random, tape = dice("paper_bag"), Tape(1.3, loop=False)
    for at, length, force in ((0.0, 0.28, 0.7), (0.3, 0.2, 0.5), (0.62, 0.16, 1.0), (0.8, 0.34, 0.85)):
        tape.put(at, crackle(length, 800, (2600, 5200), random), force, random.uniform(-0.3, 0.3))
    for at in (0.26, 0.47):
        tape.put(at, knock(((140, 1.0, 0.05), (260, 0.5, 0.03)), random, 0.6), 0.3)
    tape.wave = warm(at_peak(tape.wave, 12), 1.0)
    return shown(tape, "bakery", 1.4, -12.0, 0.15)


def dial_jump() -> Wave:
    """Returns the wall dial of the beet scale: its needle jumps two kilos and trembles."""
    random, tape = dice("dial_jump"), Tape(1.2, loop=False)
    tape.put(0, knock(((470, 0.8, 0.09), (1240, 0.8, 0.06), (2310, 1.0, 0.09), (3620, 0.5, 0.05)), random, 0.5), 1.0)
    for number in range(9):
        at = 0.05 + 0.055 * number + random.normal(0, 0.004)
        tape.put(at, knock(((1705, 0.6, 0.04), (2890, 0.5, 0.03)), random), 0.22 * 0.72**number, 0.1)
    spring = strike(0.9, ((612, 0.5, 0.5), (618, 0.4, 0.6), (1333, 0.16, 0.4)), random) * swell(0.9, 0.004, 0.3)
    tape.put(0.01, spring, 0.12, 0.2)
    return shown(tape, "weighhouse", 1.3, -11.0, 0.3)


def whistle() -> Wave:
    """Returns the lifeguard's whistle from the far end of the pool: short, then long."""
    random, tape = dice("whistle"), Tape(1.1, loop=False)
    for at, seconds in ((0.0, 0.13), (0.24, 0.42)):
        pea = 0.5 + 0.5 * tone(37 + 4 * drift(seconds, 1, 3, random), seconds)
        bend = 1 + 0.012 * pea - 0.05 * fall(seconds, 0.05)
        pipe = tone(2210 * bend, seconds) + 0.5 * tone(2394 * bend, seconds) + 0.08 * tone(4420 * bend, seconds)
        air = through(hiss(seconds, random), band(2400, 3), tail=0) * 0.35
        tape.put(at, (pipe + air) * (0.45 + 0.55 * pea) * swell(seconds, 0.02, 0.06), 0.4, 0.3)
    tape.wave = through(tape.wave, low(3000), tail=0)
    return shown(tape, "pool", 2.4, -13.0, 0.9)


def applause_four() -> Wave:
    """Returns the applause of four people, one of them paid to be there."""
    random, tape = dice("applause_four"), Tape(2.1, loop=False)
    for rate, tune, pan, first, last in (
        (3.6, 1150, -0.6, 0.05, 1.7),
        (4.3, 860, -0.1, 0.3, 1.5),
        (3.1, 1420, 0.3, 0.22, 1.2),
        (1.9, 690, 0.8, 0.6, 1.9),
    ):
        at = first
        while at < last:
            tape.put(at, _clap(tune, random), random.uniform(0.6, 1.0), pan)
            at += random.normal(1 / rate, 0.018)
    return shown(tape, "pool", 2.5, -9.0, 0.5)


def envelope() -> Wave:
    """Returns an envelope slid over a table, and its flap."""
    random, tape = dice("envelope"), Tape(1.0, loop=False)
    slide = through(hiss(0.42, random) + grains(0.42, 500, random, 0.5) * 2, band(2300, 0.6), high(500), tail=0)
    tape.put(0, slide * swell(0.42, 0.12, 0.22), 0.22, -0.2)
    tape.put(0.52, crackle(0.12, 300, (1700, 4200), random), 0.5, 0.1)
    tape.put(0.6, knock(((310, 0.5, 0.03), (900, 0.4, 0.02)), random, 1.0), 0.3, 0.1)
    return shown(tape, "bakery", 1.0, -13.0, 0.18)


def book_slot() -> Wave:
    """Returns a book posted through the bus's slot: hinge, book, flap."""
    random, tape = dice("book_slot"), Tape(1.3, loop=False)
    tape.put(0, squeal(0.22, ((0, 520), (0.22, 780)), random), 0.16, -0.3)
    tape.put(0.3, knock(((92, 1.0, 0.12), (151, 0.8, 0.1), (243, 0.5, 0.07), (410, 0.3, 0.05)), random, 0.8), 1.0)
    tape.put(0.36, crackle(0.1, 200, (1600, 3400), random), 0.2)
    for at, force in ((0.47, 0.7), (0.58, 0.32), (0.65, 0.15)):
        tape.put(at, knock(((312, 0.8, 0.12), (748, 0.8, 0.1), (1630, 0.5, 0.07), (2900, 0.3, 0.04)), random, 0.5), force * 0.6, -0.3)
    return shown(tape, "bus", 1.3, -9.0, 0.4)


def bus_leaves() -> Wave:
    """Returns the last bus going: doors, brakes let off, and away to the left."""
    random, seconds = dice("bus_leaves"), 3.0
    revs = curve(seconds, ((0, 12.5), (0.7, 13), (1.9, 25), (2.15, 19), (3.0, 26)))
    engine = np.zeros(span(seconds))
    for number, level in ((1, 0.3), (2, 0.7), (3, 1.0), (4, 0.6), (6, 0.5), (8, 0.25), (9, 0.3), (12, 0.2)):
        engine += level * tone(revs * number, seconds) * (1 + 0.15 * drift(seconds, 5, 40, random))
    knocks = through(hiss(seconds, random) * (0.5 + 0.5 * tone(revs * 3, seconds)) ** 3, band(480, 0.8), tail=0)
    away = curve(seconds, ((0, 1), (1.0, 1), (3.0, 0.25)))
    body = (engine * 0.1 + knocks * 0.16) * away * swell(seconds, 0.12, 0.9)
    pan = curve(seconds, ((0, 0.1), (1.0, 0.1), (3.0, -0.85)))
    tape = Tape(seconds, loop=False)
    tape.wave += np.stack([body * np.sqrt((1 - pan) / 2), body * np.sqrt((1 + pan) / 2)], axis=1) * 1.4
    tape.put(0.15, through(hiss(0.5, random), high(2200), soft(6000), tail=0) * swell(0.5, 0.015, 0.4), 0.13, 0.2)
    tape.wave = through(tape.wave, low(3600), tail=0)
    return shown(tape, "street", 3.0, -10.0, 0.3)


def stove_door() -> Wave:
    """Returns the stove's iron door: hinge, shut, latch."""
    random, tape = dice("stove_door"), Tape(1.5, loop=False)
    tape.put(0, squeal(0.34, ((0, 330), (0.2, 410), (0.34, 365)), random), 0.16, -0.2)
    iron = ((176, 0.8, 0.3), (268, 0.9, 0.4), (441, 0.7, 0.35), (689, 0.5, 0.3), (1080, 0.35, 0.22), (1733, 0.2, 0.14))
    tape.put(0.42, knock(iron, random, 0.8), 1.0, -0.1)
    tape.put(0.66, knock(((590, 0.6, 0.1), (1240, 0.9, 0.12), (2110, 0.6, 0.1), (3300, 0.3, 0.06)), random, 0.4), 0.4, 0.05)
    return shown(tape, "weighhouse", 1.5, -8.0, 0.35)


def chair_scrape() -> Wave:
    """Returns a chair pushed back on boards, and its back legs landing."""
    random, tape = dice("chair_scrape"), Tape(1.1, loop=False)
    seconds, at = 0.55, 0.0
    slips = np.zeros(span(seconds))
    while at < seconds - 0.01:
        slips[span(at)] = random.uniform(0.4, 1.0)
        at += random.uniform(0.9, 1.1) / (75 + 95 * np.sin(np.pi * at / seconds))
    legs = through(slips, both((1.0, band(290, 3.5)), (0.7, band(510, 4)), (0.5, band(1180, 4)), (0.25, band(2300, 3))))
    rub = through(hiss(seconds, random), band(1500, 0.7), tail=0) * 0.05
    tape.put(0, mixed(legs * 9.0, rub) * swell(seconds + 0.05, 0.06, 0.1), 0.8, 0.2)
    for late, force in ((0.62, 0.8), (0.66, 0.45)):
        tape.put(late, knock(((124, 1.0, 0.08), (203, 0.7, 0.06), (377, 0.4, 0.04)), random, 0.5), force * 0.45, 0.2)
    return shown(tape, "weighhouse", 1.1, -12.0, 0.3)


def ui_page() -> Wave:
    """Returns a page: the very edge of a sheet let go."""
    random = dice("ui_page")
    paper = through(hiss(0.09, random) * swell(0.09, 0.03, 0.055), band(1900, 0.7), high(500), tail=0.02)
    return _interface(mixed(paper, 0.25 * crackle(0.06, 300, (1500, 3600), random)), -27.0)


def ui_choose() -> Wave:
    """Returns a choice: a fingertip on a wooden table."""
    random = dice("ui_choose")
    return _interface(knock(((236, 1.0, 0.07), (412, 0.5, 0.045), (830, 0.25, 0.025), (1490, 0.08, 0.015)), random, 0.25), -24.0)


SINGLES: Mapping[str, Callable[[], Wave]] = {
    "oven_fan": oven_fan,
    "key_on_wood": key_on_wood,
    "tins_ticking": tins_ticking,
    "crash_cheap": crash_cheap,
    "paper_bag": paper_bag,
    "dial_jump": dial_jump,
    "whistle": whistle,
    "applause_four": applause_four,
    "envelope": envelope,
    "book_slot": book_slot,
    "bus_leaves": bus_leaves,
    "stove_door": stove_door,
    "chair_scrape": chair_scrape,
}

INTERFACE: Mapping[str, Callable[[], Wave]] = {"ui_page": ui_page, "ui_choose": ui_choose}

# (seconds to fall by 60 dB, where its walls grow dark in Hz, seconds to the first wall)
_ROOMS = {
    "bakery": (0.42, 4200.0, 0.012),
    "weighhouse": (0.6, 3200.0, 0.018),
    "pool": (2.2, 3200.0, 0.035),
    "bus": (0.28, 3000.0, 0.006),
    "street": (0.7, 2600.0, 0.05),
}


def shown(tape: Tape, place: str, seconds: float, decibels: float, wet: float) -> Wave:
    """Returns what lies on a tape as heard in a place: at most `seconds`, its peak at a level in dBFS."""
    sixty, dark, near = _ROOMS[place]
    heard = placed(tape.wave, room(place, sixty, dark, near), wet)
    return at_peak(trimmed(through(heard, high(45)), seconds, closing=0.25), decibels)


def _interface(sound: Wave, decibels: float) -> Wave:
    """Returns a tick of the interface: mono, dry, very soft."""
    return at_peak(trimmed(sound[:, None], 0.2, 0.002, 0.05), decibels)[:, 0]


def knock(modes: tuple[tuple[float, float, float], ...], random: np.random.Generator, noise: float = 0.3) -> Wave:
    """Returns a body struck once: its modes, and a little noise where it was hit."""
    seconds = 0.1 + 1.1 * max(sixty for _, _, sixty in modes)
    contact = through(hiss(0.012, random) * fall(0.012, 0.006), band(max(pitch for pitch, _, _ in modes) * 0.8, 0.7))
    return mixed(strike(seconds, modes, random) * swell(seconds, 0.0008, 0.06), contact * noise)


def crackle(seconds: float, rate: float, colours: tuple[float, float], random: np.random.Generator) -> Wave:
    """Returns paper that folds: sharp grains in bursts, between two pitches."""
    bursts = np.clip(drift(seconds, 1, 9, random) + 0.3, 0, None)
    paper = grains(seconds, rate, random, 0.9) * bursts
    crisp: Response = both((1.0, band(colours[0], 1.0)), (0.8, band(colours[1], 1.2)), (0.3, band(1000, 1.0)))
    whole = through(paper, crisp, tail=0) + 0.02 * through(hiss(seconds, random), crisp, tail=0) * bursts
    return whole * swell(seconds, 0.02, 0.06)


def _clap(pitch: float, random: np.random.Generator) -> Wave:
    """Returns two hands, once."""
    palm = hiss(0.09, random) * fall(0.09, 0.045) * swell(0.09, 0.001, 0.03)
    return through(palm, both((1.0, band(pitch, 1.4)), (0.35, band(pitch * 2.4, 1.2))), high(350))


def squeal(seconds: float, line: tuple[tuple[float, float], ...], random: np.random.Generator) -> Wave:
    """Returns a dry hinge whose pitch follows a line of (second, Hz)."""
    pitch = curve(seconds, line) * (1 + 0.015 * drift(seconds, 4, 20, random))
    rough = 0.75 + 0.25 * tone(pitch / 9, seconds)
    notes = mixed(*(tone(pitch * number, seconds) / number for number in (1, 2, 3, 5)))
    grip = np.clip(0.7 + drift(seconds, 2, 12, random), 0.15, None)
    return around(notes * rough * grip * swell(seconds, 0.05, 0.08), both((1.0, band(1300, 0.7)), (0.3, soft(900)))) * np.minimum(
        1, clock(seconds) * 20
    )
