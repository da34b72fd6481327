"""The gig: a lorry bed for a stage in the hostel's car park, from behind the drums; windows across it, blinds coming down."""

from __future__ import annotations

import random

from workshop.art.bodies import NAVY, RUST, SLATE, TEAL, behind, jorin_back, legs, mika_back, pauli_back, sleeve
from workshop.art.brush import brush, limb
from workshop.art.light import Rim, form, glow, haze, shadow
from workshop.art.people import FAIR, placed
from workshop.art.places import falling
from workshop.art.props import cymbal, drum, stand
from workshop.art.svg import Picture, box, ellipse, flat, group, shape, stroke, tag

DECK = 742
EDGE = (Rim(6, -4, "#f0b060", 0.95, 1.5), Rim(-5, -3, "#5f8a94", 0.8, 1.2))
BACKLIT = (Rim(4, -4, "#f0b878", 0.95, 1.5), Rim(-4, -4, "#d9a068", 0.7, 1.2))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(35)
    _far(picture, chance)
    picture.add("mid", _crowd(picture), _lamps(picture), _deck(picture), _singers(picture), _kit(picture), _mika(picture))
    picture.add("light", glow(picture, 640, 690, 560, "#a86a30", 0.24, 0.55), glow(picture, 170, 640, 150, "#e0a050", 0.3), glow(picture, 1010, 640, 150, "#e0a050", 0.28), falling(chance, 70, 6, 20, "#ffdcb0", 2.2, 0.3, (100, 300, 1100, 720)))
    _near(picture, chance)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, 700), (0, "#0f1c28", 1), (0.4, "#1e3240", 1), (0.75, "#3a4a4c", 1), (1, "#6a6250", 1))
    picture.ground("far", sky)
    picture.add("far", haze(picture, 20, 160, "#22343c", 0.6), _hostel(picture, chance), haze(picture, 520, 200, "#8a7a58", 0.36))
    asphalt = picture.linear((0, 620), (0, 1100), (0, "#4a4c48", 1), (0.3, "#26343a", 1), (1, "#0d161d", 1))
    puddles = "".join(ellipse(x, y, a, b, "#c9a06a", opacity=o) for x, y, a, b, o in ((560, 690, 130, 8, 0.35), (860, 706, 90, 6, 0.3), (1300, 720, 160, 12, 0.16), (300, 704, 80, 6, 0.3)))
    picture.add("far", box(-16, 636, 1952, 480, asphalt), puddles, "".join(flat(f"{x} 650!; {x + 9} 650!; {x + 9 + (x - 700) * 0.2:.0f} 742!; {x + (x - 700) * 0.2 - 6:.0f} 742!", "#c9c4b0", opacity=0.3) for x in range(120, 1900, 150)))


def _hostel(picture: Picture, chance: random.Random) -> str:
    """Five floors that were a hotel: a few windows warm, most blinds half down, some all the way."""
    wall = picture.linear((100, 0), (1500, 0), (0, "#2c3c40", 1), (0.3, "#4a4c46", 1), (0.5, "#43463f", 1), (0.8, "#22323a", 1), (1, "#16242e", 1))
    block = flat("110 650!; 110 96!; 1460 96!; 1460 650!", wall) + flat("96 96!; 1474 96!; 1474 116!; 96 116!", "#1c2a32") + box(96, 112, 1378, 4, "#8a8468", opacity=0.4) + "".join(box(110, y, 1350, 3, "#16242e", opacity=0.5) for y in (222, 328, 434, 540))
    windows = []
    for row in range(5):
        for column in range(12):
            x, y = 146 + column * 110, 136 + row * 106
            warm_ = (row, column) in {(0, 2), (1, 5), (2, 1), (2, 4), (3, 6), (1, 8), (3, 3), (4, 7), (2, 10), (0, 6)}
            drop = (58, 46, 30, 20, 10)[row] if warm_ else chance.choice((64, 64, 40, 24))
            windows.append(picture.stamp(x, y, 1, _window(picture, drop, lit=warm_)))
    door = box(690, 566, 110, 84, "#141f26") + box(700, 574, 40, 76, picture.linear((0, 574), (0, 650), (0, "#f0b878", 1), (1, "#a8683c", 1)), opacity=0.75) + box(750, 574, 40, 76, "#1f2e34") + flat("660 556!; 830 556!; 850 570!; 640 570!", "#2a383c")
    return block + "".join(windows) + door


def _window(picture: Picture, drop: int, *, lit: bool) -> str:
    """One window whose blind hangs `drop` of its 64 units down; where it is lit and open enough, somebody sits there."""
    glass = picture.linear((0, 0), (0, 64), (0, "#ffd9a0", 1), (1, "#e0985a", 1)) if lit else "#17262f"
    blind = picture.linear((0, 0), (56, 0), (0, "#c9a878", 1), (1, "#8a7a60", 1)) if lit else "#3a484a"
    someone = shape("18 64!; 18 54; 24 48; 24 40; 32 34; 40 40; 40 48; 46 54; 46 64!", "#5a3c30") if lit and drop < 34 else ""
    slats = tag("path", d="".join(f"M0 {k}h56" for k in range(7, drop, 8)), stroke="#5a5444", stroke_width=1.5, opacity=0.5)
    return box(-5, -5, 66, 76, "#1a272e") + box(0, 0, 56, 64, glass) + someone + box(0, 0, 56, drop, blind) + slats + box(26, 0, 3, 64, "#1a272e") + box(-8, 68, 72, 5, "#7a765f", opacity=0.5)


def _crowd(picture: Picture) -> str:
    """Who came: thirty or so, below the stage, between it and the windows, seen only as heads and hoods."""
    chance = random.Random(4)
    rows = []
    for y, count, size, tone in ((668, 16, 0.8, "#26343a"), (690, 14, 0.95, "#1c2a31"), (716, 12, 1.12, "#131e25")):
        for k in range(count):
            x = 200 + k * (900 / count) + chance.randint(-14, 14)
            outline = "-20 4; -20 -18; -8 -38; 8 -38; 20 -18; 20 4" if chance.random() < 0.4 else "-16 0; -17 -20; -8 -34; 8 -34; 17 -20; 16 0"
            figure = shape(outline, tone) + shape("-38 70!; -36 22; -22 6; 0 2; 22 6; 36 22; 38 70!", tone) + brush("6 -33; 15 -22; 16 -6", 4, "#d9a060", opacity=0.8) + brush("8 6; 26 12; 35 26", 4, "#d9a060", opacity=0.7)
            rows.append(picture.stamp(round(x), y + chance.randint(-5, 5), size, figure))
    return group(*rows)


def _lamps(picture: Picture) -> str:
    """Two work lamps on stands at the stage's edge: plain, dented, more cable than light."""
    out = []
    for x, flip in ((150, False), (1010, True)):
        head_ = form(picture, "-40 -26!; 40 -32!; 44 28!; -40 30!", "#2a2f2c", rims=(Rim(4, -3, "#c98a50", 0.8, 1),)) + box(-28, -16, 58, 34, picture.linear((-28, 0), (30, 0), (0, "#d9a868", 1), (1, "#fff0cc", 1)), 3, opacity=0.9) + "".join(box(x2, -18, 4, 40, "#2a2f2c") for x2 in (-12, 4, 18))
        legs_ = stroke("0 30; 0 150", "#141c20", 7) + stroke("0 60; -40 156", "#141c20", 5) + stroke("0 60; 40 156", "#141c20", 5)
        cable = stroke("0 140; -30 160; -60 150; -90 170", "#0d1418", 5)
        out.append(placed(x, 628, 0.86, legs_, cable, head_, turn=-8, flip=flip))
    return "".join(out)


def _deck(picture: Picture) -> str:
    planks = picture.linear((0, DECK), (0, 1100), (0, "#8a7048", 1), (0.12, "#5a4a38", 1), (0.5, "#2a2c2c", 1), (1, "#101a20", 1))
    seams = "".join(stroke(f"{640 + k * 88} {DECK}; {640 + k * 240} 1110", "#16191a", 4, opacity=0.6) for k in range(-9, 12))
    lip = box(-16, DECK - 8, 1952, 10, "#e0ab64", opacity=0.8) + box(-16, DECK - 34, 1952, 28, "#1a2428") + "".join(box(x, DECK - 34, 8, 28, "#0f171b") for x in range(30, 1900, 120))
    cables = stroke("-20 960; 200 900; 320 960; 480 900; 620 790", "#0b1216", 10) + stroke("900 760; 960 840; 1100 860; 1300 980", "#0b1216", 9)
    return box(-16, DECK, 1952, 380, planks) + seams + lip + cables


def _singers(picture: Picture) -> str:
    """Jorin at the microphone and Pauli with his back half turned, both against the lamps."""
    jorin = legs(picture, SLATE, 400, 780, *BACKLIT) + behind(picture, RUST, *BACKLIT, foot=460, arms=False) + sleeve(picture, "116 66; 186 190; 90 250", (98, 84, 60), RUST, *BACKLIT) + sleeve(picture, "-116 66; -176 190; -120 300", (98, 84, 58), RUST, *BACKLIT) + jorin_back(picture)
    mic = stroke("790 700; 790 420", "#10181c", 7) + stroke("790 424; 806 396", "#10181c", 6) + ellipse(810, 388, 12, 17, "#2a3234", 30) + stroke("760 748; 790 690; 820 748", "#10181c", 7)
    pauli = legs(picture, SLATE, 480, 780, *BACKLIT) + behind(picture, NAVY, *BACKLIT, foot=540, arms=False) + "".join(sleeve(picture, line, (98, 86, 62), NAVY, *BACKLIT) for line in ("116 66; 196 210; 130 300", "-116 66; -196 210; -130 300")) + stroke("-90 20; 20 150; 110 300", "#6a4a30", 17) + pauli_back(picture)
    bellows = "".join(shape(f"{x} 516!; {x + 9} 512!; {x + 9} 596!; {x} 592!", tone) for x, tone in ((430, "#3a2a2c"), (438, "#6a4a3c"), (446, "#3a2a2c"), (454, "#7a5640"), (300, "#3a2a2c"), (292, "#5a4038"), (284, "#3a2a2c")))
    return shadow(picture, 760, 770, 130, 12, 0.5) + shadow(picture, 372, 776, 130, 12, 0.5) + bellows + mic + placed(742, 400, 0.44, jorin, turn=1) + placed(372, 410, 0.44, pauli, turn=-5)


def _kit(picture: Picture) -> str:
    shell = ((0, "#16242e", 1), (0.4, "#2c3434", 1), (0.8, "#8a6440", 1), (1, "#e0a860", 1))
    toms = drum(picture, 520, 846, 104, 30, 96, 0.3, shell) + drum(picture, 800, 856, 118, 34, 110, 0.2, shell)
    cymbals = stand(picture, 300, 720, 1110, 70, 9) + cymbal(picture, 300, 716, 176, 40, -11, 0.4) + stand(picture, 990, 690, 1110, 70, 9) + cymbal(picture, 990, 692, 190, 42, 9, -0.2, rivets=7)
    snare = stand(picture, 470, 1010, 1120, 60) + drum(picture, 470, 980, 130, 38, 70, 0.4, shell)
    return cymbals + toms + snare


def _mika(picture: Picture) -> str:
    """Nearest, from behind: shoulders up, both sticks down for a bar."""
    body = behind(picture, TEAL, *EDGE, foot=560, arms=False)
    left = sleeve(picture, "-120 64; -206 220; -150 350", (104, 92, 60), TEAL, *EDGE, creases=("-230 210; -196 232; -164 226",))
    right = sleeve(picture, "120 64; 214 200; 190 330", (104, 92, 60), TEAL, *EDGE, creases=("236 196; 202 220; 172 212",))
    hands = "".join(form(picture, limb(line, (50, 44, 30), 0.3), FAIR.shade, rims=(Rim(4, -3, FAIR.lit, 0.9, 1),)) for line in ("-158 336; -132 380; -120 396", "194 316; 190 356; 180 380"))
    sticks = "".join(stroke(line, "#1c1418", 13) + stroke(line, "#d9a060", 8) for line in ("-126 384; -190 300; -236 210", "184 372; 236 290; 268 200"))
    headphones = stroke("-74 -118; -60 -208; 6 -240; 66 -204; 82 -116", "#10181e", 16) + "".join(form(picture, f"{x - 18} -150; {x} -158; {x + 18} -150; {x + 22} -112; {x} -84; {x - 22} -112", "#17222a", rims=(Rim(3, -3, "#e0a860", 0.9, 1),)) for x in (-80, 84))
    return placed(650, 836, 0.86, left, right, body, sticks, hands, mika_back(picture), headphones)


def _near(picture: Picture, chance: random.Random) -> None:
    veil = box(1030, -16, 910, 1112, picture.linear((1030, 0), (1936, 0), (0, "#0c151c", 0), (1, "#0c151c", 0.74)))
    post = form(picture, "1170 -30!; 1206 -30!; 1214 1120!; 1166 1120!", "#10191f", rims=(Rim(-3, 0, "#b98a50", 0.7, 1.5),))
    tarp = shape("-30 -30!; 1210 -30!; 1190 60; 1010 30; 800 66; 600 28; 380 64; 180 26; -30 70!", "#111b21") + brush("-30 70; 180 28; 380 66; 600 30; 800 68; 1010 32; 1190 62", 5, "#8a7048", opacity=0.6)
    picture.add("near", veil, group(post, filter=picture.blur(3, 0.03)), group(tarp, filter=picture.blur(3, 0.03)), falling(chance, 60, 10, 44, "#c9d2cc", 2.8, 0.16))
