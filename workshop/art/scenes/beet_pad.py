"""The beet pad at night, minus six: floodlit heaps under frost, a lorry with its cab lit, Mika in a lent coat, and Pauli without it."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, NAVY, NIGHT, WOOL, Cloth, behind, legs, mika_back, pauli_back
from workshop.art.brush import brush, limb
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, rising, shadow, steam
from workshop.art.people import placed
from workshop.art.places import beet, breath, flakes, stars, works
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

SACK = Cloth("#4a3f50", "#8a7466", "#e6c090", "#3a3040")
"""A beet sack with holes for the arms."""
MAST_X, MAST_Y = 1000, 92
GROUND = 770


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(66)
    _far(picture, chance)
    picture.add("mid", _ground(picture, chance), _heap(picture, chance), _lorry(picture), _mast(), _people(picture), _drum(picture))
    _light(picture, chance)
    _near(picture, chance)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, GROUND), (0, "#0d1236", 1), (0.32, "#1c2a66", 1), (0.6, "#36508e", 1), (0.84, "#6a7fae", 1), (1, "#a99bb4", 1))
    stone = ((0, "#243468", 1), (0.5, "#3f5086", 1), (1, "#7f86ac", 1))
    picture.ground("far", sky)
    picture.add("far", stars(chance, 60, 1900, 420), glow(picture, 320, 720, 420, "#f0a868", 0.4, 0.4), works(picture, 170, 720, 0.9, stone, smoke="#8d9cc8"), haze(picture, 560, 240, "#9fb4dc", 0.5))
    rows = flat("-16 700!; 500 690!; 1936 712!; 1936 800!; -16 800!", "#3c4c82") + "".join(ellipse(x, 706, w, h, "#34427a") for x, w, h in ((1420, 240, 60), (1780, 220, 84), (640, 160, 34)))
    picture.add("far", rows, haze(picture, 620, 190, "#a9b8dc", 0.4))


def _ground(picture: Picture, chance: random.Random) -> str:
    concrete = picture.linear((0, GROUND - 40), (0, 1100), (0, "#6f7fb0", 1), (0.2, "#48558c", 1), (0.6, "#232c5c", 1), (1, "#0e1434", 1))
    pool = ellipse(640, 930, 760, 200, picture.radial(640, 930, 760, (0, "#f0b478", 0.62), (0.35, "#b9787a", 0.4), (0.7, "#5a5090", 0.18), (1, "#4a4a90", 0), squash=0.26))
    ruts = "".join(brush(line, 13, "#1c2450", "both", opacity=0.5) for line in ("-40 850; 300 880; 640 940; 1000 1040; 1200 1120", "-40 890; 260 930; 560 1000; 800 1110", "-30 812; 500 832; 1000 880; 1500 960"))
    rime = "".join(ellipse(round(chance.uniform(0, 1500)), round(chance.uniform(800, 1070)), round(chance.uniform(8, 40)), round(chance.uniform(1.5, 4), 1), "#dfe8fa", opacity=round(chance.uniform(0.1, 0.35), 2)) for _ in range(60))
    return box(-16, GROUND - 30, 1952, 360, concrete) + pool + ruts + rime


def _heap(picture: Picture, chance: random.Random) -> str:
    back = "560 800!; 640 690; 760 570; 900 470; 1060 400; 1260 352; 1480 330; 1720 340; 1940 372!; 1940 930!; 620 850!"
    bulk = picture.linear((600, 300), (1500, 900), (0, "#c08a7c", 1), (0.25, "#7a5c78", 1), (0.55, "#3c3a6c", 1), (1, "#181d48", 1))
    kinds = [beet(k, fine=False) for k in range(3)]
    roots: list[tuple[float, str]] = []
    for row in range(15):
        down = row / 14
        for k in range(round(30 - 8 * down)):
            across = (k + chance.random()) / (30 - 8 * down) * 0.86
            top = 806 - 474 * min(1, across * 1.9) ** 0.75 * (1 - 0.2 * max(0, across - 0.5))
            x, y = 606 + across * 1340, top + 10 + down * (856 - top) + chance.uniform(-10, 10)
            roots.append((y, picture.stamp(round(x), round(y), round(0.42 + 0.5 * down, 2), kinds[chance.randrange(3)], turn=chance.randint(-130, 130))))
    shade = flat("1000 300!; 1940 300!; 1940 960!; 960 960!", picture.linear((1000, 0), (1560, 0), (0, "#141a44", 0), (1, "#141a44", 0.88)))
    crest = brush("620 716; 760 572; 900 474; 1060 404; 1240 356", 12, "#f0d2b4", "both", opacity=0.4)
    sheet = form(picture, "1130 392!; 1300 340; 1500 322; 1720 332; 1950 366!; 1950 700!; 1700 640; 1500 600; 1340 560; 1220 500", picture.linear((1130, 330), (1500, 640), (0, "#8a94c4", 1), (0.4, "#3c4a84", 1), (1, "#141c48", 1)), *(brush(line, 10, "#1c2658", "leaf", opacity=0.7) for line in ("1240 380; 1290 440; 1330 540", "1400 350; 1440 440; 1470 580", "1600 340; 1620 450; 1650 620")), rims=(Rim(-4, -4, "#e6d2c4", 0.7, 1.5),))
    foot = brush("560 812; 900 846; 1300 880; 1940 930", 60, "#141a40", "both", opacity=0.5, filter=picture.blur(12, 0.08))
    return form(picture, back, bulk, *(mark for _, mark in sorted(roots)), shade, crest) + sheet + foot


def _lorry(picture: Picture) -> str:
    edge, cold = Rim(5, -3, "#ffcf96", 0.85, 1.5), Rim(-4, -3, "#8fb2ea", 0.7, 1)
    steel = picture.linear((-40, 0), (460, 0), (0, "#141b42", 1), (0.6, "#2a3468", 1), (1, "#6a6088", 1))
    bed = form(picture, "-60 560!; 250 560!; 262 700!; -60 712!", steel, *(box(x, 560, 10, 150, "#121838", opacity=0.7) for x in (-10, 60, 130, 200)), rims=(edge, cold))
    load = "".join(picture.stamp(x, y, 0.66, beet(k), turn=k * 77) for k, (x, y) in enumerate(((-10, 548), (40, 540), (90, 546), (140, 536), (190, 546), (232, 550), (66, 520), (120, 512), (170, 520))))
    cab = form(picture, "274 720!; 274 560; 284 530; 320 514; 396 514; 420 534; 440 610; 470 628; 476 720!", picture.linear((274, 0), (480, 0), (0, "#2a2450", 1), (0.6, "#7a3a44", 1), (1, "#c96a4c", 1)), rims=(edge, cold))
    glass = shape("296 612!; 298 550; 316 536!; 384 536!; 400 548; 412 612!", picture.radial(350, 590, 90, (0, "#fff0c8", 1), (0.5, "#ffc878", 1), (1, "#e08a48", 1))) + box(350, 536, 6, 76, "#4a2438") + shape("312 612!; 316 592; 330 584; 334 566; 346 566; 350 584; 362 594; 366 612!", "#6a3440")
    wheels = "".join(disc(x, 728, 44, "#0c1030") + disc(x, 728, 20, "#3a4272") + brush(f"{x - 34} 706; {x} 688; {x + 34} 704", 6, "#9fb0dc", opacity=0.5) for x in (36, 146, 396))
    lamp = ellipse(470, 668, 10, 16, "#fff2cc") + glow(picture, 476, 668, 130, "#ffcf86", 0.6)
    return shadow(picture, 200, 772, 330, 26, 0.6) + box(-60, 704, 520, 24, "#10143a") + load + bed + cab + glass + wheels + lamp + glow(picture, 352, 574, 150, "#f0a050", 0.35)


def _mast() -> str:
    post = flat(f"{MAST_X - 7} 700!; {MAST_X - 4} 60!; {MAST_X + 4} 60!; {MAST_X + 7} 700!", "#161b40") + box(MAST_X - 90, 60, 180, 12, "#161b40")
    heads = "".join(box(MAST_X - 84 + k * 46, 70, 34, 26, "#1c2148", 4) + box(MAST_X - 80 + k * 46, 80, 26, 15, "#fff0cc", 3) for k in range(4))
    return post + heads


def _drum(picture: Picture) -> str:
    """The oil drum that forty people pulled to, with a flask on it, and the lent spade against it."""
    tin = form(picture, "176 880!; 308 880!; 306 1050!; 178 1050!", picture.linear((176, 0), (308, 0), (0, "#1c2a50", 1), (0.5, "#3f5a70", 1), (0.9, "#d9a47c", 1), (1, "#8a6a68", 1)), *(brush(f"178 {y}; 242 {y + 9}; 306 {y}", 7, "#1a2448", "even", opacity=0.7) for y in (932, 990)), rims=(Rim(4, -3, "#ffcf96", 0.9, 1),)) + ellipse(242, 880, 66, 15, "#5a6a7c") + ellipse(246, 880, 52, 10, "#c9a088", opacity=0.7)
    flask = form(picture, "214 874!; 212 804; 218 794; 240 794; 246 804; 246 874!", picture.linear((212, 0), (248, 0), (0, "#2a4a66", 1), (0.5, "#4f8a8c", 1), (1, "#cfe6d8", 1))) + box(216, 778, 26, 18, "#c9b8a8", 4)
    cup = form(picture, "262 876!; 258 842!; 288 842!; 284 876!", picture.linear((258, 0), (288, 0), (0, "#8a5a58", 1), (1, "#ffd9a8", 1)))
    spade = stroke("120 740; 150 980", "#4a3648", 12) + stroke("122 740; 152 980", "#d9a47c", 4) + stroke("100 744; 142 736", "#4a3648", 10) + form(picture, "130 960!; 172 954!; 182 1030; 164 1062!; 150 1050; 140 1030", "#3a4468", rims=(Rim(3, -2, "#ffcf96", 0.8, 1),))
    return shadow(picture, 240, 1052, 120, 16, 0.5) + spade + tin + flask + cup


def _people(picture: Picture) -> str:
    mika = legs(picture, JEANS, 540, 900, *NIGHT) + behind(picture, NAVY, *NIGHT, foot=640) + form(picture, limb("0 400; 5 540; 0 632", (8, 10, 10)), "#0e1230") + mika_back(picture, snow=True)
    pauli = legs(picture, JEANS, 400, 900, *NIGHT) + _folded(picture) + behind(picture, SACK, *NIGHT, foot=450, arms=False) + _stencil() + pauli_back(picture)
    pair = placed(596, 500, 0.6, mika, turn=1) + placed(846, 508, 0.6, pauli, turn=-3)
    return shadow(picture, 600, 1062, 150, 20, 0.6) + shadow(picture, 846, 1066, 150, 20, 0.6) + pair + breath(picture, 672, 440, 0.9) + breath(picture, 924, 446, 1)


def _stencil() -> str:
    """What is printed on every sack: two bars and a weight that the dark does not let you read."""
    weave = "".join(brush(f"-140 {y}; 0 {y + 6}; 140 {y}", 3, SACK.fold, "even", opacity=0.25) for y in range(70, 430, 24))
    return weave + "".join(brush(f"{x} {y}; {x + w / 2} {y + 3}; {x + w} {y}", 13, "#3a3458", "even", opacity=0.6) for x, y, w in ((-70, 190, 60), (8, 192, 66), (-50, 226, 100), (-20, 262, 52)))


def _folded(picture: Picture) -> str:
    """Arms wrapped round himself: from behind, elbows out and fingers on the ribs."""
    tones = picture.linear((-220, 0), (220, 0), (0, WOOL.dark, 1), (0.5, WOOL.own, 1), (1, WOOL.lit, 1))
    elbows = "".join(form(picture, limb(line, (96, 92, 74), 0.42), tones, brush(fold, 10, WOOL.fold, "leaf"), rims=NIGHT) for line, fold in (("-120 64; -206 180; -132 262", "-210 190; -176 206; -150 196"), ("120 64; 206 180; 132 262", "210 190; 176 206; 150 196")))
    ribs = "".join(brush(f"{x} 60; {x * 1.04:.0f} 260; {x} 380", 5, WOOL.fold, opacity=0.5) for x in (-90, -50, -10, 30, 70, 110))
    return elbows + ribs


def _light(picture: Picture, chance: random.Random) -> None:
    beams = cone(picture, f"{MAST_X - 84} 92!; {MAST_X + 84} 92!; {MAST_X + 160} 900!; {MAST_X - 560} 900!", 92, 880, "#e0a060", 0.26, 14)
    picture.add("light", lamplight(picture, MAST_X, MAST_Y, 560, 0.24), glow(picture, MAST_X, MAST_Y - 6, 150, "#ffd9a0", 0.5), beams, glow(picture, 470, 668, 260, "#d08040", 0.2), rising(steam(picture, 273, 836, 150, 0.3, 14)), dust(chance, 40, (480, 1080), (140, 760), "#fff0d8"))


def _near(picture: Picture, chance: random.Random) -> None:
    kinds = [beet(k) for k in range(3)]
    heap = "".join(picture.stamp(x, y, s, kinds[k % 3], turn=k * 67 % 360) for k, (x, y, s) in enumerate(((-10, 1060, 2.3), (120, 1092, 2), (1190, 1080, 2.2), (1330, 1054, 2.6), (1490, 1080, 2.3), (1640, 1046, 2.7), (1800, 1076, 2.5), (1920, 1040, 2.4))))
    veil = box(1050, -16, 890, 1112, picture.linear((1050, 0), (1936, 0), (0, "#0b1030", 0), (1, "#0b1030", 0.62)))
    wire = stroke("-20 30; 500 70; 1000 62", "#0e1234", 3) + stroke("1000 62; 1400 90; 1940 40", "#0e1234", 3)
    picture.add("near", veil, wire, group(heap, filter=picture.blur(4, 0.05)), flakes(chance, 46, "#f2f6ff", (1.4, 3.4), 0.6))
