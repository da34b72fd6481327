"""Places and weather that several pictures share: the Works, the Weighhouse's wall and dial, windows, floors, snow, rain."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import glow, shadow
from workshop.art.props import bricks
from workshop.art.svg import box, disc, ellipse, flat, group, shape, stroke, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop.art.svg import Picture, Stop

# A shape stays one line of numbers.
# fmt: off
LAMP_FACE = ((0, "#ffd29a", 1), (0.2, "#e5a97c", 1), (0.44, "#a87284", 1), (0.72, "#5f4f88", 1), (1, "#363670", 1))
DAY_FACE = ((0, "#e9eef2", 1), (0.3, "#b9c3d2", 1), (0.65, "#8089a8", 1), (1, "#4a5280", 1))


def works(picture: Picture, x: float, base: float, size: float, stone: Sequence[Stop], *, smoke: str | None = "#a793b4", lights: str = "#ffc98a") -> str:
    """Returns the sugar works on its ground line at (x, base): three chimneys, silos, halls; `smoke` None where it stands still."""
    paint = picture.linear((0, -430), (0, 10), *stone)
    stacks = "".join(flat(f"{a - w} 10!;{a - w * 0.62:.1f} {top}!;{a + w * 0.62:.1f} {top}!;{a + w} 10!", paint) + box(a - w * 0.76, top - 4, w * 1.52, 10, stone[0][1]) for a, top, w in ((70, -430, 21), (150, -356, 18), (226, -286, 14)))
    mass = flat("-130 10!;-130 -120!;-66 -120!;-66 -152!;4 -152!;4 -108!;250 -108!;250 -160!;272 -182!;322 -182!;342 -160!;342 -70!;470 -70!;470 10!", paint) + flat("-140 -84!;4 -196!;4 -182!;-140 -66!", stone[0][1]) + ellipse(297, -180, 26, 9, stone[0][1])
    halls = "".join(box(360 + k * 34, -92, 28, 30, stone[0][1]) for k in range(3))
    beacons = disc(70, -410, 3.6, "#e8705a") + disc(150, -336, 3.2, "#e8705a")
    sparks = "".join(disc(a, b, 2.8, lights, opacity=0.85) for a, b in ((-104, -100), (-50, -128), (30, -92), (110, -94), (296, -150), (400, -52)))
    plumes = ""
    if smoke:
        plumes = group("".join(brush(line, wide, smoke, "both", opacity=strength) for line, wide, strength in (("70 -432; 78 -470; 128 -500; 240 -506; 380 -540; 520 -540; 720 -590", 96, 0.5), ("150 -358; 158 -388; 210 -408; 310 -408; 430 -440; 560 -436", 64, 0.45), ("226 -288; 234 -312; 270 -324; 340 -326", 30, 0.4))), filter=picture.blur(11, 0.06))
    return group(plumes, stacks, mass, halls, beacons, sparks, transform=f"translate({x:g} {base:g}) scale({size:g})")


def stars(chance: random.Random, count: int, right: float, down: float, colour: str = "#eef0ff") -> str:
    """Returns stars in the upper left, thinner towards the horizon."""
    return "".join(disc(round(chance.uniform(0, right)), round(down * chance.random() ** 1.4), round(chance.uniform(0.8, 2), 1), colour, opacity=round(chance.uniform(0.3, 0.9), 2)) for _ in range(count))


def dial(picture: Picture, x: float, y: float, radius: float, *, needle: float = 272, face: Sequence[Stop] = LAMP_FACE, at: tuple[float, float] = (0.75, 0.1), edge: str = "#c87a50") -> str:
    """Returns the wall dial of the beet scale; `at` says where light falls on it, in radii; `needle` is its angle in degrees."""
    paint = picture.radial(x + radius * at[0], y + radius * at[1], radius * 2, *face)
    ring = picture.linear((x - radius * at[0], y - radius), (x + radius * at[0], y + radius), (0, "#56579a", 1), (0.3, "#1d1b40", 1), (0.7, "#3a2240", 1), (1, edge, 1))
    parts = [shadow(picture, x - 14, y + 20, radius * 1.32, radius * 1.32, 0.7), disc(x, y, radius * 1.15, ring), disc(x, y, radius * 1.05, "#1a1738"), disc(x, y, radius, paint)]
    ticks: list[str] = []
    marks: list[str] = []
    for k in range(60):
        angle = math.radians(130 + 280 * k / 59)
        inner = radius * (0.8 if k % 6 == 0 else 0.87)
        points = [round(value, 1) for reach in (inner, radius * 0.93) for value in (x + reach * math.cos(angle), y + reach * math.sin(angle))]
        (marks if k % 6 == 0 else ticks).append("M{} {}L{} {}".format(*points))
    parts += [tag("path", d="".join(ticks), stroke="#3a2244", stroke_width=round(radius / 58, 1), fill="none", opacity=0.7), tag("path", d="".join(marks), stroke="#2c1838", stroke_width=round(radius / 26, 1), fill="none", opacity=0.85)]
    blade = f"{x + radius * 0.86} {y}!; {x} {y - radius * 0.04}!; {x - radius * 0.26} {y - radius * 0.06}!; {x - radius * 0.26} {y + radius * 0.06}!; {x} {y + radius * 0.04}!"
    return group(*parts, shape(blade, "#22122f", transform=f"rotate({needle} {x} {y})"), disc(x, y, radius * 0.1, "#2a1838"), disc(x + 2, y - 2, radius * 0.04, edge))


def timber(picture: Picture, posts: Sequence[float], floor: float, stops: Sequence[Stop], lit: str, lamp: float, *, beam: float = 36) -> str:
    """Returns the Weighhouse's frame: a beam under the roof, posts and a strut; edges towards the light at x `lamp` are `lit`."""
    wood = picture.linear((0, 0), (1920, 0), *stops)
    parts = [box(-16, beam, 1952, 38, wood), box(-16, beam + 35, 1952, 3, picture.linear((lamp - 700, 0), (lamp + 700, 0), (0, lit, 0), (0.5, lit, 0.8), (1, lit, 0)))]
    for x in posts:
        near = max(0.0, 0.7 - abs(x - lamp) / 900)
        parts += [box(x, -16, 36, floor + 16, wood), box(x + 33 if x < lamp else x, beam + 38, 3, floor - beam - 38, lit, opacity=round(near, 2))]
    last = posts[-1]
    parts.append(flat(f"{last} 240; {last} 288; {last - 160} {beam + 38}; {last - 200} {beam + 38}", wood, opacity=0.9))
    return group(*parts)


def masonry(seed: int, floor: float, lit: str, dark: str, left: float = 200, right: float = 1180) -> str:
    """Returns the wall's bricks: some that catch the light between `left` and `right`, some that do not."""
    chance = random.Random(seed)
    return tag("path", d=bricks(chance, left, 80, right, floor, (58, 22), 0.16), fill=lit, opacity=0.09) + tag("path", d=bricks(chance, -10, 60, 1900, floor, (58, 22), 0.15), fill=dark, opacity=0.2)


def boards(picture: Picture, floor: float, stops: Sequence[Stop], seam: str, *, middle: float = 700) -> str:
    """Returns a floor of boards that run towards the viewer."""
    seams = "".join(f"M{middle + k * 90:.0f} {floor:.0f}L{middle + k * 250:.0f} 1100" for k in range(-14, 16))
    return box(-16, floor, 1952, 1110 - floor, picture.linear((0, floor), (0, 1096), *stops)) + tag("path", d=seams, stroke=seam, stroke_width=3, fill="none", opacity=0.3) + box(-16, floor - 20, 1952, 20, seam, opacity=0.6)


def panes(picture: Picture, area: tuple[float, float, float, float], view: str, bars: tuple[int, int] = (3, 4), *, frame: str = "#14153a", sill: str = "#7c8cc0") -> str:
    """Returns a window with what is seen through it, clipped to its glass at (left, top, width, height), behind bars."""
    left, top, wide, high = area
    glass = f"{left} {top}!; {left + wide} {top}!; {left + wide} {top + high}!; {left} {top + high}!"
    grid = "".join(box(round(left + wide * k / bars[0]) - 4, top, 8, high, frame) for k in range(1, bars[0])) + "".join(box(left, round(top + high * k / bars[1]) - 4, wide, 8, frame) for k in range(1, bars[1]))
    ledge = box(left - 34, top + high + 12, wide + 68, 22, frame) + box(left - 34, top + high + 12, wide + 68, 4, sill, opacity=0.7)
    return box(left - 20, top - 18, wide + 40, high + 38, frame) + group(view, clip_path=picture.clip(glass)) + grid + ledge


def falling(chance: random.Random, count: int, lean: float, length: float, colour: str, width: float, strength: float, area: tuple[float, float, float, float] = (0, 0, 1920, 1080)) -> str:
    """Returns streaks of rain or sleet in an area (left, top, right, bottom) as one path a strength."""
    data = "".join(f"M{chance.uniform(area[0], area[2]):.0f} {chance.uniform(area[1], area[3]):.0f}l{-lean:.0f} {length * chance.uniform(0.6, 1.2):.0f}" for _ in range(count))
    return tag("path", d=data, stroke=colour, stroke_width=width, stroke_linecap="round", fill="none", opacity=strength)


def flakes(chance: random.Random, count: int, colour: str, sizes: tuple[float, float], strength: float, area: tuple[float, float, float, float] = (0, 0, 1920, 1080)) -> str:
    """Returns snow in an area (left, top, right, bottom)."""
    return "".join(disc(round(chance.uniform(area[0], area[2])), round(chance.uniform(area[1], area[3])), round(chance.uniform(*sizes), 1), colour, opacity=round(strength * chance.uniform(0.5, 1), 2)) for _ in range(count))


def breath(picture: Picture, x: float, y: float, size: float = 1, strength: float = 0.35, *, left: bool = False) -> str:
    """Returns a breath in cold air that leaves a mouth at (x, y)."""
    way = -1 if left else 1
    return group(ellipse(x + way * 26 * size, y, 26 * size, 14 * size, "#e8ecff", opacity=strength), ellipse(x + way * 62 * size, y - 12 * size, 34 * size, 19 * size, "#e8ecff", opacity=strength * 0.7), filter=picture.blur(7 * size, 0.16))


def street_lamp(picture: Picture, x: float, foot: float, high: float, reach: float, light: str = "#ffb35a", iron: str = "#191a3e") -> str:
    """Returns a street lamp whose arm reaches to the side (`reach` may be negative), with the glow about its head."""
    top = foot - high
    post = flat(f"{x - 8} {foot}!;{x - 5} {top + 20}!;{x + 5} {top + 20}!;{x + 8} {foot}!", iron) + stroke(f"{x} {top + 30}; {x + reach * 0.15} {top}; {x + reach} {top - 4}", iron, 8)
    head = ellipse(x + reach, top + 4, 30, 10, iron) + ellipse(x + reach, top + 9, 22, 6, "#fff0d0")
    return glow(picture, x + reach, top + 10, high * 0.5, light, 0.55) + post + head


def beet(tone: int = 0, *, fine: bool = True) -> str:
    """Returns one sugar beet, root down, about 70 units wide, with frost on its shoulder; a `fine` one stands near."""
    own, lit = (("#5a4668", "#c08a78"), ("#4a3c64", "#a87878"), ("#66506c", "#dca184"))[tone % 3]
    root = shape("-4 -32; 24 -28; 36 -6; 28 18; 10 36; 0 76!; -6 38; -28 20; -38 -4; -26 -28", own, stroke="#241f4c", stroke_width=3)
    light = shape("-14 -30; 4 -31; 24 -26; 35 -6; 27 17; 16 28; 18 6; 8 -14", lit, opacity=0.8) + brush("-26 -22; -2 -34; 26 -24", 9, "#e6ecfa", opacity=0.8)
    return root + light + (brush("-26 8; -8 14; 12 10", 4, "#2c2248", opacity=0.7) + brush("-30 -6; -20 -2; -10 -6", 3, "#2c2248", opacity=0.6) + shape("-8 -32; -6 -44; 0 -34; 6 -42; 10 -32", "#6a7a6c") if fine else "")
