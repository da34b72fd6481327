"""Mum's kitchen, the first morning with sun in it: she has read the paper, and sits on the floor against the fridge, laughing; so does Mika."""

from __future__ import annotations

import random

from workshop.art.bodies import TEAL, Cloth, side, sleeve
from workshop.art.brush import brush, limb
from workshop.art.figures import FAIR as SKIN
from workshop.art.heads import mum
from workshop.art.light import Rim, cone, dust, form, glow, haze, rising, shadow, steam
from workshop.art.mika import head
from workshop.art.people import Tone, placed
from workshop.art.places import works
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

FLOOR = 742
COAT = Cloth("#4a3460", "#80587c", "#f0c4b0", "#3c2a50")
SUN = Tone("#b07c78", "#e8a07c", "#ffe8c8", "#74465a")
"""A fair face with the sun full on it."""
EDGE = (Rim(-7, -4, "#fff0cc", 0.95, 1.6), Rim(5, -3, "#9a94c8", 0.6, 1.2))
SUNNY = (Rim(6, -4, "#fff0cc", 0.95, 1.6), Rim(-5, -3, "#9a94c8", 0.6, 1.2))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(43)
    _far(picture)
    picture.add("mid", _radiator(picture), _table(picture), _fridge(picture), _mika(picture), _mum(picture))
    picture.add("light", glow(picture, 330, 250, 620, "#c87a44", 0.32), glow(picture, 330, 280, 150, "#ffd08c", 0.36), cone(picture, "190 100!; 520 100!; 1060 960!; 420 960!", 100, 960, "#e0a060", 0.26, 16), rising(steam(picture, 664, 556, 110, 0.24, 14)), dust(chance, 40, (380, 960), (200, 760), "#fff4dc"))
    _near(picture)
    return picture.text()


def _far(picture: Picture) -> None:
    wall = picture.linear((0, 0), (1920, 0), (0, "#c9a494", 1), (0.2, "#dcb49a", 1), (0.45, "#b5929c", 1), (0.65, "#746a94", 1), (1, "#2c2f66", 1))
    picture.ground("far", wall)
    patch = flat("640 240!; 880 300!; 960 640!; 720 560!", "#ffe6c0", opacity=0.42) + stroke("760 270; 840 600", "#b5929c", 8, opacity=0.5) + stroke("668 400; 922 462", "#b5929c", 7, opacity=0.5)
    floor = picture.linear((0, FLOOR), (0, 1096), (0, "#a8849a", 1), (0.4, "#6a6090", 1), (1, "#2a2c62", 1))
    seams = "".join(stroke(f"{700 + k * 70} {FLOOR}; {700 + k * 250} 1100", "#4a4478", 2, opacity=0.4) for k in range(-8, 10)) + "".join(stroke(f"-16 {y}; 1936 {y}", "#4a4478", 2, opacity=0.35) for y in (772, 820, 892, 990))
    spill = flat("420 800!; 800 800!; 940 1060!; 380 1060!", "#ffe6bc", opacity=0.5) + stroke("606 800; 660 1060", "#b5929c", 7, opacity=0.4)
    picture.add("far", patch, _window(picture), _cupboards(picture), box(-16, FLOOR, 1952, 360, floor), seams, spill, box(-16, FLOOR - 14, 1952, 14, "#5a5080", opacity=0.7))


def _window(picture: Picture) -> str:
    sky = picture.linear((0, 90), (0, 440), (0, "#a4bce0", 1), (0.4, "#dfdce0", 1), (0.7, "#ffe0b4", 1), (1, "#ffeccc", 1))
    glass = box(196, 74, 340, 382, "#6a5878") + box(212, 90, 308, 350, sky)
    sun = disc(300, 286, 40, "#fffbec") + glow(picture, 300, 286, 190, "#fff0c4", 0.9)
    silo = flat("430 440!; 430 236!; 520 236!; 520 440!", "#b9a8b8") + ellipse(476, 236, 46, 13, "#cdbcc4")
    block = flat("212 440!; 212 330!; 300 330!; 300 350!; 372 350!; 372 376!; 520 380!; 520 440!", "#a494b0") + "".join(box(x, y, 11, 15, "#e9d4c4") for y in (344, 368, 396) for x in (224, 248, 272))
    bars = box(362, 90, 9, 350, "#6a5878") + box(212, 216, 308, 8, "#6a5878") + box(178, 446, 376, 22, "#8a7088") + box(178, 446, 376, 5, "#fff2da")
    drops = "".join(ellipse(x, y, 3, 6, "#ffffff", opacity=0.9) for x, y in ((250, 120), (330, 160), (410, 130), (470, 190), (290, 190)))
    curtain = form(picture, "500 60!; 590 60!; 588 200; 598 330; 590 480!; 560 488; 534 478!; 520 330; 524 180", picture.linear((500, 0), (600, 0), (0, "#ffe2c0", 1), (0.4, "#d9a494", 1), (1, "#9a7c9c", 1)), brush("530 80; 538 250; 544 470", 11, "#a8808c", "leaf"), brush("560 80; 564 260; 566 480", 11, "#8a6c8c", "leaf"), rims=(Rim(-5, 0, "#fff6e0", 0.9, 1),))
    pots = form(picture, "226 446!; 222 412!; 264 412!; 260 446!", "#b8604a", rims=(Rim(4, -2, "#ffd9b0", 0.8, 1),)) + "".join(shape(line, tone) for line, tone in (("242 414; 220 384; 214 360; 236 386", "#6f9468"), ("244 414; 246 376; 240 350; 236 384", "#8aac78"), ("246 414; 270 386; 276 366; 256 384", "#5f845c")))
    return glass + group(sun, works(picture, 380, 440, 0.3, ((0, "#b9a4b8", 1), (1, "#e6cdc0", 1)), smoke=None, lights="#fff6e0"), silo, block, drops, clip_path=picture.clip("212 90!; 520 90!; 520 440!; 212 440!")) + bars + pots + curtain + box(160, 52, 446, 8, "#5a4a70", 4)


def _cupboards(picture: Picture) -> str:
    doors = picture.linear((1040, 0), (1760, 0), (0, "#a88a98", 1), (0.4, "#6a6492", 1), (1, "#34376e", 1))
    upper = box(1070, 96, 660, 230, doors) + "".join(box(x, 106, 152, 210, "none", 4, stroke="#4a4478", stroke_width=3, opacity=0.6) + box(x + 134, 270, 5, 30, "#ead2c4", 2) for x in (1080, 1244, 1408, 1572))
    lower = box(1190, 560, 760, 190, doors) + box(1176, 544, 780, 18, "#8a7090") + "".join(box(x, 578, 150, 158, "none", 4, stroke="#4a4478", stroke_width=3, opacity=0.6) for x in (1206, 1370, 1534, 1698))
    kettle = form(picture, "1300 544!; 1296 500; 1312 470; 1350 462; 1388 472; 1400 504; 1396 544!", "#5a5a90", rims=(Rim(-5, -2, "#fff0d4", 0.9),))
    rota = box(1110, 372, 92, 120, "#f0d9c8", 2) + "".join(box(1120, 392 + 18 * k, 72, 2, "#8a7088") for k in range(5)) + box(1146, 392, 10, 90, "#c97a64", opacity=0.6)
    return upper + lower + kettle + rota


def _radiator(picture: Picture) -> str:
    ribs = "".join(box(x, 552, 24, 176, picture.linear((x, 0), (x + 24, 0), (0, "#b9a4b4", 1), (0.4, "#fff0dc", 1), (1, "#a08aa4", 1)), 11) for x in range(206, 512, 27))
    return box(196, 548, 330, 14, "#c9b4bc", 6) + ribs + shadow(picture, 360, 752, 210, 14, 0.35)


def _fridge(picture: Picture) -> str:
    """Seen from its side: the door is the edge that she has slid down."""
    body = form(picture, "884 236!; 1096 236!; 1096 960!; 884 960!", picture.linear((884, 0), (1096, 0), (0, "#f6e6d4", 1), (0.3, "#c4aab0", 1), (1, "#7a7098", 1)), brush("1000 300; 1004 500; 1000 700", 8, "#a894a8", "both", opacity=0.5), rims=(Rim(-5, -3, "#fffaf0", 0.9, 1.4),))
    door = box(860, 236, 26, 724, picture.linear((860, 0), (886, 0), (0, "#fff6e6", 1), (1, "#d9c0bc", 1)), 5) + box(860, 452, 26, 5, "#a08a98") + box(848, 356, 12, 80, "#b09aa4", 4) + box(848, 476, 12, 90, "#b09aa4", 4)
    top = box(876, 214, 150, 24, "#8a7090", 4) + form(picture, "930 214!; 936 160; 960 150; 990 160; 996 214!", "#c97a64", rims=(Rim(-4, -3, "#ffe2c0", 0.9, 1),))
    return shadow(picture, 980, 966, 190, 18, 0.4, "#3a3468") + body + door + top


def _mum(picture: Picture) -> str:
    """In her coat, legs straight out, the paper held up, her head gone back on to the door."""
    shoes = "".join(form(picture, line, "#2c2450", rims=EDGE) for line in ("452 868!; 478 872; 486 918; 470 946!; 444 940; 440 900", "474 880!; 500 884; 508 930; 494 956!; 466 952; 464 912"))
    far_leg = form(picture, limb("846 900; 660 898; 474 908", (94, 70, 48), 0.2), "#4a3c68", rims=EDGE)
    near_leg = form(picture, limb("846 916; 670 918; 492 926", (104, 76, 50), 0.2), picture.linear((840, 0), (480, 0), (0, "#4a3c68", 1), (0.6, "#6a5a88", 1), (1, "#d9b4a8", 1)), brush("700 900; 670 920; 680 946", 8, "#3c3058", "leaf"), rims=EDGE)
    body = placed(930, 452, 0.72, side(picture, COAT, *SUNNY, foot=640), flip=True, turn=-4)
    skirt = form(picture, "800 866; 884 850!; 890 950!; 640 948!; 620 900; 660 874; 760 866", picture.linear((880, 0), (620, 0), (0, COAT.dark, 1), (0.5, COAT.own, 1), (1, COAT.lit, 1)), brush("820 850; 780 890; 800 940", 9, COAT.fold, "leaf"), brush("720 876; 700 910; 714 944", 8, COAT.fold, "leaf"), rims=EDGE)
    laugh = shape("180 168!; 160 166; 150 176!; 158 194; 172 190", "#5a2038") + shape("178 170!; 160 168; 153 174!; 162 179; 174 178", "#fff2e0") + brush("146 160; 136 172; 138 188", 4, "#a8584e", opacity=0.8) + brush("138 112; 150 106; 164 110", 6, "#38203a") + shape("140 106; 152 102; 164 108; 160 114; 146 114", SUN.shade, opacity=0.9) + brush("138 113; 150 108; 164 112", 5, "#38203a") + brush("128 104; 118 100; 112 92", 3, "#a8584e") + brush("126 112; 116 114; 108 112", 3, "#a8584e")
    head_ = placed(986, 478, 0.74, mum(picture, SUN), laugh, flip=True, turn=-20)
    sheet = flat("600 640!; 700 616!; 722 732!; 622 756!", "#fffaf0") + "".join(stroke(f"{620 + k * 3} {660 + k * 15}; {650 + k * 3} {653 + k * 15}; {690 + k * 3} {644 + k * 15}", "#6a5470", 3.4, opacity=0.75) for k in range(5)) + stroke("642 744; 700 730", "#c8604a", 4)
    arm = sleeve(picture, "862 716; 800 830; 712 742", (88, 80, 50), COAT, *EDGE[:1], creases=("820 840; 790 846; 770 826", "760 790; 748 806; 752 824"))
    hand = form(picture, limb("722 752; 704 722; 694 696", (36, 32, 20), 0.3), SUN.band, brush("716 750; 698 722; 690 698", 9, SUN.lit))
    return shadow(picture, 680, 962, 300, 20, 0.4, "#3a3468") + far_leg + shoes + head_ + body + near_leg + skirt + sheet + arm + hand


def _mika(picture: Picture) -> str:
    """Opposite, knees up, bent over with it."""
    seat_leg = form(picture, limb("246 930; 380 800; 392 960", (104, 84, 50), 0.3), "#34386e", rims=SUNNY) + form(picture, "360 940!; 414 940!; 430 960; 452 968; 452 984!; 358 984!", "#2c2c5c", rims=SUNNY)
    body = placed(168, 468, 0.72, side(picture, TEAL, *SUNNY, foot=690), turn=12)
    neck = placed(166, 468, 0.72, shape("60 190!; 130 210!; 134 290; 96 310; 50 290", SKIN.shade) + brush("124 214; 126 250; 130 290", 12, SKIN.band), turn=12)
    smile = shape("158 171!; 146 172; 136 169!; 142 184; 152 184", "#5a2038") + shape("156 173!; 146 174; 140 172!; 146 177; 153 177", "#fff2e0") + shape("118 98; 134 94; 150 102; 146 110; 124 110", SKIN.lit, opacity=0.9) + brush("120 108; 134 100; 150 107", 5, "#26122e")
    face = placed(150, 436, 0.76, head(picture), smile, turn=10)
    near_leg = form(picture, limb("232 946; 350 836; 350 980", (112, 90, 54), 0.3), picture.linear((220, 0), (400, 0), (0, "#262d60", 1), (1, "#a89ab0", 1)), brush("330 850; 352 836; 376 846", 9, "#1d2250", "leaf"), rims=SUNNY) + form(picture, "318 962!; 374 962!; 392 984; 420 994; 420 1010!; 314 1010!", "#221f48", rims=SUNNY)
    arm = sleeve(picture, "214 706; 230 830; 330 800", (84, 76, 48), TEAL, *SUNNY, creases=("206 820; 236 842; 262 830",)) + form(picture, limb("322 804; 350 800; 366 812", (34, 32, 22), 0.3), SKIN.band, brush("324 796; 350 792; 364 804", 8, SKIN.lit))
    return shadow(picture, 300, 1006, 190, 18, 0.4, "#3a3468") + seat_leg + neck + body + face + near_leg + arm


def _table(picture: Picture) -> str:
    """The table behind them, gone down on one corner since the letter came out from under its leg."""
    top = flat("548 588!; 828 588!; 850 640!; 530 640!", picture.radial(640, 590, 300, (0, "#fff0d0", 1), (0.4, "#e0b08c", 1), (1, "#8a6a80", 1), squash=0.4)) + flat("530 640!; 850 640!; 848 656!; 532 656!", "#8a6478") + "".join(flat(f"{x} 656!; {x + 22} 656!; {x + 16} {foot}!; {x + 4} {foot}!", "#6a5478") for x, foot in ((548, 806), (812, 812)))
    cups = "".join(form(picture, f"{x} {y}!; {x + 40} {y}!; {x + 36} {y + 42}!; {x + 4} {y + 42}!", picture.linear((x, 0), (x + 40, 0), (0, "#fff6e4", 1), (0.5, tone, 1), (1, "#4a5a84", 1))) + ellipse(x + 20, y, 20, 6, "#5a3a44") for x, y, tone in ((642, 560, "#8fb8c0"), (756, 562, "#c9806a")))
    pot = form(picture, "690 604!; 686 572; 700 556; 732 556; 746 572; 742 604!", "#6a5a94", rims=(Rim(-4, -3, "#fff0d4", 0.9, 1),))
    shoe = form(picture, "566 606!; 566 584; 580 580; 596 592; 622 596; 626 606!", "#4a3c68", rims=(Rim(-3, -3, "#fff0d4", 0.8, 1),))
    return shadow(picture, 690, 812, 190, 14, 0.3, "#3a3468") + group(top, pot, cups, shoe, transform="rotate(2.6 690 640)")


def _near(picture: Picture) -> None:
    veil = box(1080, -16, 860, 1112, picture.linear((1080, 0), (1936, 0), (0, "#262a60", 0), (1, "#262a60", 0.6)))
    door = form(picture, "-40 -40!; 40 -40!; 34 1120!; -40 1120!", picture.linear((-40, 0), (40, 0), (0, "#4a4070", 1), (1, "#8a7090", 1)), rims=(Rim(4, 0, "#fff0cc", 0.6, 1.5),))
    picture.add("near", veil, group(door, filter=picture.blur(3, 0.03)), haze(picture, 1000, 110, "#4a4478", 0.2))
