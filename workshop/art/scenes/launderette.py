"""The launderette in the evening: two on a bench with a bag between them, one drum turning, amber, in a row of dark ones."""

from __future__ import annotations

import random

from workshop.art.bodies import SHIRT, TEAL, behind, mika_back, sana_back
from workshop.art.brush import brush
from workshop.art.light import Rim, dust, form, glow, haze, shadow, warm
from workshop.art.people import placed
from workshop.art.places import falling, panes, street_lamp
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

FLOOR = 760
DRUM_X, DRUM_Y = 700, 470
WALL = ((0, "#3a4a84", 1), (0.2, "#4a4c84", 1), (0.36, "#6a5478", 1), (0.5, "#54487c", 1), (0.75, "#262a60", 1), (1, "#15183e", 1))
EDGE = (Rim(6, -4, "#ffc488", 0.95, 1.6), Rim(-6, -4, "#9fb4ec", 0.85, 1.4))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(45)
    _far(picture, chance)
    picture.add("mid", _machines(picture, chance), _basket(picture), _pair(picture), _bench(picture), _bag(picture))
    picture.add("light", glow(picture, DRUM_X, DRUM_Y, 560, "#c8682e", 0.3), glow(picture, DRUM_X, DRUM_Y, 130, "#ffb860", 0.34), glow(picture, DRUM_X, 860, 420, "#b0602c", 0.2, 0.3), dust(chance, 22, (520, 900), (320, 680)))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    tiles = tag("path", d="".join(f"M-16 {y}H1936" for y in range(40, 760, 60)) + "".join(f"M{x} -16V760" for x in range(20, 1930, 60)), stroke="#20245a", stroke_width=2.4, opacity=0.35, fill="none")
    floor = picture.linear((0, FLOOR), (0, 1096), (0, "#5a4f7c", 1), (0.35, "#343464", 1), (1, "#14173c", 1))
    checks = "".join(flat(f"{700 + (x - 700) * a:.0f} {y}!; {700 + (x + 90 - 700) * a:.0f} {y}!; {700 + (x + 90 - 700) * b:.0f} {y + h}!; {700 + (x - 700) * b:.0f} {y + h}!", "#b9b0d0", opacity=0.1) for row, (y, h, a, b) in enumerate(((FLOOR, 44, 1, 1.14), (FLOOR + 44, 58, 1.14, 1.34), (FLOOR + 102, 80, 1.34, 1.6), (FLOOR + 182, 120, 1.6, 2))) for x in range(-140 + row % 2 * 90, 1700, 180))
    pool = ellipse(DRUM_X, 880, 560, 110, picture.radial(DRUM_X, 880, 560, (0, "#f0a868", 0.6), (0.4, "#a86a5c", 0.35), (1, "#5a4a70", 0), squash=0.2))
    picture.add("far", warm(picture, DRUM_X, DRUM_Y, 520, 0.6), tiles, _window(picture, chance), _price(picture), box(-16, FLOOR, 1952, 350, floor), checks, pool, box(-16, FLOOR - 16, 1952, 16, "#1c1f50", opacity=0.7))


def _window(picture: Picture, chance: random.Random) -> str:
    sky = picture.linear((0, 110), (0, 560), (0, "#2c3f86", 1), (0.5, "#6a78b4", 1), (0.8, "#c094a8", 1), (1, "#f0b48c", 1))
    houses = "".join(flat(f"{x} 600!; {x} {y + 40}!; {x + w / 2} {y}!; {x + w} {y + 40}!; {x + w} 600!", tone) for x, y, w, tone in ((10, 390, 90, "#3c447c"), (100, 360, 86, "#464c84"), (186, 400, 110, "#3c447c"))) + "".join(box(x, y, 18, 26, "#ffd090") for x, y in ((130, 430), (230, 470), (40, 460)))
    road = box(0, 560, 330, 60, "#4a4a80") + ellipse(150, 580, 110, 8, "#f0b48c", opacity=0.5)
    view = box(20, 110, 280, 500, sky) + houses + road + street_lamp(picture, 250, 590, 240, -34) + falling(chance, 40, 5, 18, "#dfe6f8", 2, 0.5, (20, 110, 300, 600))
    bubbles = "".join(ellipse(x, 190, r, r, "none", stroke="#f0c08c", stroke_width=4, opacity=0.6) for x, r in ((110, 22), (158, 14), (190, 9), (214, 6)))
    return panes(picture, (20, 110, 280, 490), view + bubbles, (1, 1), frame="#242a60", sill="#a9b4e4")


def _price(picture: Picture) -> str:
    return flat("360 150!; 470 144!; 474 282!; 364 286!", picture.linear((360, 0), (474, 0), (0, "#a9b4dc", 1), (1, "#f0cfb0", 1))) + disc(384, 182, 13, "#4a5a9c") + "".join(stroke(f"{410} {178 + k * 26}; {430} {175 + k * 26}; {456 - k * 4} {178 + k * 26}", "#4a4a80", 4, opacity=0.7) for k in range(4)) + disc(386, 226, 10, "#c8705a")


def _machine(picture: Picture, *, lit: bool) -> str:
    """One machine about the middle of its window at (0, 0)."""
    front = picture.linear((-88, 0), (88, 0), (0, "#9a8ca8" if lit else "#5a649c", 1), (0.5, "#d9b4a8" if lit else "#4a5490", 1), (1, "#8a80a4" if lit else "#3a427c", 1))
    panel = box(-88, -178, 176, 52, "#3a3f7c" if not lit else "#6a5a84", 8) + disc(56, -152, 13, "#242858") + disc(54, -154, 9, "#c4bcd4") + box(-70, -162, 64, 18, "#242858", 4) + disc(14, -152, 5, "#ffcf88" if lit else "#8ccbc0")
    ring = disc(0, 0, 72, "#242858") + disc(0, 0, 66, "#c9b8c0" if lit else "#6a74a8") + disc(0, 0, 54, "#1a1d48")
    return form(picture, "-92 -130!; 92 -130!; 92 290!; -92 290!", front, box(-92, 236, 184, 6, "#242858", opacity=0.5), rims=(Rim(4, -2, "#ffd2a0", 0.5, 1),)) + panel + ring


def _machines(picture: Picture, chance: random.Random) -> str:
    top = box(320, 264, 1560, 30, "#33376f") + box(320, 262, 1560, 5, "#b9a4b4", opacity=0.6)
    dark = _machine(picture, lit=False)
    row = "".join(picture.stamp(x, DRUM_Y, 1, dark, brush("-40 -20; -20 -42; 10 -44", 7, "#a9b8ec", opacity=0.7), disc(0, 0, 0.1, "#1a1d48")) for x in (490, 910, 1120, 1330, 1540, 1750))
    inside = picture.radial(DRUM_X - 10, DRUM_Y + 10, 60, (0, "#fff2cc", 1), (0.5, "#ffc070", 1), (1, "#c8643a", 1))
    clothes = "".join(shape(line, tone, transform=f"rotate({turn} {DRUM_X} {DRUM_Y})") for line, tone, turn in ((f"{DRUM_X - 46} {DRUM_Y + 10}; {DRUM_X - 30} {DRUM_Y - 14}; {DRUM_X} {DRUM_Y - 6}; {DRUM_X + 10} {DRUM_Y + 20}; {DRUM_X - 20} {DRUM_Y + 36}", "#3a5a84", 0), (f"{DRUM_X - 10} {DRUM_Y + 30}; {DRUM_X + 14} {DRUM_Y + 4}; {DRUM_X + 44} {DRUM_Y + 10}; {DRUM_X + 36} {DRUM_Y + 36}; {DRUM_X + 8} {DRUM_Y + 46}", "#2a5064", 0), (f"{DRUM_X - 20} {DRUM_Y - 40}; {DRUM_X + 10} {DRUM_Y - 46}; {DRUM_X + 34} {DRUM_Y - 26}; {DRUM_X + 10} {DRUM_Y - 16}", "#c8604a", 0)))
    spin = "".join(tag("path", d=f"M{DRUM_X + r:.0f} {DRUM_Y}a{r} {r} 0 0 1 {-r * 0.6:.0f} {r * 0.8:.0f}", stroke="#fff6e0", stroke_width=3, fill="none", opacity=0.6, transform=f"rotate({turn} {DRUM_X} {DRUM_Y})") for r, turn in ((46, -30), (40, 90), (48, 200), (30, 150)))
    suds = "".join(disc(round(DRUM_X + chance.uniform(-40, 40)), round(DRUM_Y + chance.uniform(20, 46)), round(chance.uniform(3, 8)), "#ffffff", opacity=0.55) for _ in range(12))
    glass = group(disc(DRUM_X, DRUM_Y, 54, inside), clothes, suds, spin, clip_path=picture.clip([(DRUM_X + 53 * a, DRUM_Y + 53 * b, False) for a, b in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))]))
    return top + row + picture.stamp(DRUM_X, DRUM_Y, 1, _machine(picture, lit=True)) + glass + brush(f"{DRUM_X - 38} {DRUM_Y - 22}; {DRUM_X - 18} {DRUM_Y - 42}; {DRUM_X + 12} {DRUM_Y - 44}", 6, "#fffbe8", opacity=0.9)


def _basket(picture: Picture) -> str:
    return form(picture, "846 690!; 990 690!; 974 768!; 862 768!", picture.linear((846, 0), (990, 0), (0, "#e0a888", 1), (0.4, "#8a6a90", 1), (1, "#464a84", 1)), *(box(868 + k * 22, 704, 10, 50, "#4a3f70", 3, opacity=0.6) for k in range(5)), rims=(Rim(-4, -3, "#ffd9b0", 0.9, 1),)) + form(picture, "856 692; 870 664; 906 656; 936 668; 966 658; 984 692; 920 700", "#c4c4dc", brush("880 684; 910 672; 940 686", 7, "#8a8eb8", "leaf"), rims=(Rim(-4, -4, "#ffe2c0", 0.9, 1),))


def _pair(picture: Picture) -> str:
    """Sana on the left with the bass across her and no lead in it, Mika on the right; a person's width of bench between."""
    sana = behind(picture, SHIRT, *EDGE, foot=470) + sana_back(picture)
    mika = behind(picture, TEAL, *EDGE, foot=450) + mika_back(picture)
    neck = flat("372 800!; 130 664!; 122 682!; 360 830!", picture.linear((122, 0), (372, 0), (0, "#c98a64", 1), (0.5, "#7a4a4c", 1), (1, "#3a2238", 1))) + shape("136 666!; 100 634; 76 632; 66 648; 84 668; 122 684!", "#3a2238") + "".join(disc(78 + k * 14, 636 + k * 9 + (18 if k % 2 else -6), 6, "#ffd098") for k in range(4))
    return neck + placed(470, 560, 0.76, sana, turn=-1) + group(placed(918, 572, 0.74, mika, flip=True, turn=-4))


def _bench(picture: Picture) -> str:
    wood = picture.linear((220, 0), (1180, 0), (0, "#4a4a80", 1), (0.5, "#e0a078", 1), (1, "#3a3c70", 1))
    return shadow(picture, 700, 1060, 560, 40, 0.5) + box(250, 884, 900, 34, wood, 6) + box(250, 884, 900, 6, "#ffdcb0", opacity=0.6) + box(250, 918, 900, 8, "#1c1f50") + "".join(flat(f"{x} 924!; {x + 26} 924!; {x + 20} 1070!; {x + 4} 1070!", "#262a60") for x in (310, 690, 1070))


def _bag(picture: Picture) -> str:
    """A paper bag from the bakery, its neck rolled, unopened, and a packet of powder."""
    bag = form(picture, "650 884!; 644 820; 654 790; 648 770!; 676 776; 704 768; 726 774!; 722 796; 732 824; 728 884!", picture.linear((644, 0), (732, 0), (0, "#fff0cc", 1), (0.5, "#f0c792", 1), (1, "#a8705c", 1)), brush("666 790; 672 830; 664 870", 6, "#a8704e", opacity=0.8), brush("706 790; 700 830; 708 870", 6, "#a8704e", opacity=0.8), shape("660 840; 690 826; 720 842; 716 872; 664 872", "#c07a42", opacity=0.4), rims=(Rim(-4, -2, "#fffbe8", 0.9, 1),)) + shape("646 772!; 676 779; 704 771; 728 776!; 724 790; 700 786; 676 792; 650 786", "#d9a878")
    return shadow(picture, 690, 886, 70, 8, 0.5) + bag


def _near(picture: Picture) -> None:
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#14173c", 0), (1, "#14173c", 0.7)))
    trolley = form(picture, "1190 1120!; 1200 960!; 1240 920!; 1520 920!; 1560 960!; 1570 1120!", "#23275a", rims=(Rim(-6, -5, "#e0a888", 0.8, 2),)) + stroke("1220 930; 1200 780; 1230 760", "#23275a", 14)
    picture.add("near", veil, group(trolley, filter=picture.blur(5, 0.04)), haze(picture, 990, 120, "#14173c", 0.4))
