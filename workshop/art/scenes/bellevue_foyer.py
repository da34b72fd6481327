"""The Bellevue's foyer at night: a faded hotel, half a chandelier, a lift with brass doors, and Nilu at the table-tennis table."""

from __future__ import annotations

import math

from workshop.art.bodies import JEANS, TEAL, Cloth, side, sleeve, standing
from workshop.art.brush import brush, limb
from workshop.art.figures import FAIR as SKIN
from workshop.art.heads import nilu
from workshop.art.light import Rim, cone, form, glow, haze, lamplight, shadow, warm
from workshop.art.mika import head
from workshop.art.people import BROWN, FAIR, placed
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

LAMP_X, LAMP_Y = 560, 190
FLOOR = 700
EDGE = (Rim(6, -4, "#ffcf96", 0.95, 1.5), Rim(-5, -3, "#6f9a98", 0.8, 1.2))
DAY = ((0, "#b9a890", 1), (0.2, "#cdb898", 1), (0.4, "#a89a90", 1), (0.6, "#6a6f84", 1), (1, "#2c3458", 1))
KNIT = Cloth("#4a2a3c", "#8a4a44", "#e8a87a", "#4a2434")


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    return night().text()


def night() -> Picture:
    """Returns the foyer at night, with two at the table."""
    picture = Picture()
    room(picture)
    picture.add("mid", players(picture))
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 40, 700, 0.26), glow(picture, LAMP_X, LAMP_Y + 10, 170, "#ffc880", 0.4), cone(picture, f"{LAMP_X - 90} {LAMP_Y + 30}!; {LAMP_X + 90} {LAMP_Y + 30}!; {LAMP_X + 420} 900!; {LAMP_X - 420} 900!", LAMP_Y, 900, "#d08038", 0.16, 16))
    frame(picture)
    return picture


def room(picture: Picture, *, day: bool = False) -> None:
    """Adds wall, lift, desk, carpet and the chandelier to the far layer, with sun or with half the bulbs."""
    wall = picture.linear((0, 0), (1920, 0), *DAY) if day else picture.linear((0, 0), (1920, 0), (0, "#24383c", 1), (0.2, "#4a4a46", 1), (0.32, "#6a5446", 1), (0.48, "#43443f", 1), (0.7, "#1f2f36", 1), (1, "#111c26", 1))
    picture.ground("far", wall)
    stripes = tag("path", d="".join(f"M{x} 90V560" for x in range(12, 1930, 46)), stroke="#d9b98a", stroke_width=12, opacity=0.07, fill="none")
    peeled = shape("1010 90!; 1060 96; 1070 180; 1042 260; 1030 220; 1012 190!", "#8a7a62", opacity=0.6) + shape("60 90!; 110 92; 100 150; 78 170!", "#8a8a78", opacity=0.5)
    panel = box(-16, 560, 1952, 150, picture.linear((0, 0), (1920, 0), (0, "#1c2a2e", 1), (0.3, "#5a3f34", 1), (0.6, "#24282e", 1), (1, "#0f1822", 1))) + box(-16, 556, 1952, 7, "#c9905c", opacity=0.5) + "".join(box(x, 584, 150, 96, "none", 4, stroke="#15181f", stroke_width=5, opacity=0.6) for x in range(10, 1900, 180))
    cornice = box(-16, 60, 1952, 30, "#2f3a3c") + box(-16, 86, 1952, 5, "#c9a06c", opacity=0.5) + "".join(disc(x, 75, 6, "#4a4a44") for x in range(10, 1930, 34))
    picture.add("far", "" if day else warm(picture, LAMP_X, LAMP_Y + 40, 640, 0.72), stripes, peeled, panel, cornice, _lift(picture), _fuses(picture), _desk(picture), _bicycle(picture), _carpet(picture, day=day), "" if day else _chandelier(picture, (1, 3, 4)))


def _lift(picture: Picture) -> str:
    """The lift: a half-round dial over brass doors that do not quite meet, and a plate of welcome."""
    brass = picture.linear((92, 0), (330, 0), (0, "#4a4238", 1), (0.4, "#a8804a", 1), (0.6, "#6a5238", 1), (1, "#e8b870", 1))
    arch = shape("76 690!; 76 250; 120 176; 210 150; 300 176; 344 250; 344 690!", "#1c2426") + shape("66 690!; 66 246; 112 166; 210 138; 308 166; 354 246; 354 690!; 340 690!; 340 252; 300 182; 210 154; 120 182; 80 252; 80 690!", picture.linear((66, 0), (354, 0), (0, "#5a4a3a", 1), (1, "#d9a868", 1)))
    doors = box(92, 262, 114, 428, brass) + box(216, 262, 114, 428, brass) + box(206, 262, 10, 428, "#ffe2a8") + "".join(stroke(line, "#3a3230", 4, opacity=0.7) for line in ("112 286!; 188 286!; 188 470!; 112 470!; 112 286!", "112 494!; 188 494!; 188 670!; 112 670!; 112 494!", "234 286!; 310 286!; 310 470!; 234 470!; 234 286!", "234 494!; 310 494!; 310 670!; 234 670!; 234 494!"))
    fan = "".join(stroke(f"{210 + 16 * math.cos(a):.0f} {250 - 16 * math.sin(a):.0f}; {210 + 62 * math.cos(a):.0f} {250 - 62 * math.sin(a):.0f}", "#8a6a48", 3) for a in (math.radians(20 + 28 * k) for k in range(6))) + brush("210 250; 250 206", 7, "#e8c07a", "out") + "".join(disc(round(210 + 74 * math.cos(a)), round(250 - 74 * math.sin(a)), 5, "#ffe2a8" if k == 2 else "#6a5a44") for k, a in enumerate(math.radians(20 + 28 * k) for k in range(6)))
    plate = box(370, 400, 66, 44, "#c9985c", 4) + "".join(stroke(f"380 {414 + k * 11}; {402} {411 + k * 11}; {424 - k * 6} {414 + k * 11}", "#4a3428", 3) for k in range(3))
    return arch + doors + fan + plate + disc(402, 476, 8, "#e8705a") + glow(picture, 211, 480, 130, "#f0b060", 0.35, 1.6)


def _bicycle(picture: Picture) -> str:
    """Somebody's bicycle, where the guests' trunks used to wait."""
    wheel = "".join(ellipse(x, 660, 62, 62, "none", stroke="#15181f", stroke_width=9) + ellipse(x, 660, 58, 58, "none", stroke="#c9a070", stroke_width=2, opacity=0.7) + "".join(stroke(f"{x + 56 * math.cos(a):.0f} {660 + 56 * math.sin(a):.0f}; {x - 56 * math.cos(a):.0f} {660 - 56 * math.sin(a):.0f}", "#8a8a84", 1.4, opacity=0.6) for a in (0.3, 1.1, 1.9, 2.7)) for x in (420, 592))
    frame_ = stroke("420 660!; 462 580!; 556 574!; 500 662!; 420 660!", "#a8503c", 9) + stroke("462 580!; 500 662!", "#a8503c", 9) + stroke("548 548; 560 590; 592 660", "#a8503c", 8) + stroke("524 540; 548 546; 572 536", "#3a3a38", 8) + stroke("456 560; 462 580", "#3a3a38", 8)
    return wheel + frame_ + form(picture, "426 558!; 436 548; 470 550; 486 558; 470 566; 440 566", "#2a2228", rims=(Rim(3, -3, "#e8b880", 0.9, 1),)) + disc(500, 662, 13, "#3a3a38")


def _fuses(picture: Picture) -> str:
    """A fuse box, each switch labelled by hand, in blue ink."""
    tin = form(picture, "1090 250!; 1210 250!; 1210 420!; 1090 420!", picture.linear((1090, 0), (1210, 0), (0, "#8a7a66", 1), (1, "#3a4444", 1)), rims=(Rim(-3, -3, "#e8c090", 0.7, 1),))
    rows = "".join(box(1104 + c * 34, 272 + r * 50, 18, 26, "#1c2428", 3) + box(1109 + c * 34, 276 + r * 50, 8, 10, "#d9d0bc" if (r, c) != (1, 2) else "#e8705a", 2) + box(1100 + c * 34, 302 + r * 50, 27, 9, "#efe2c8") + stroke(f"{1103 + c * 34} {307 + r * 50}; {1112 + c * 34} {305 + r * 50}; {1122 + c * 34} {308 + r * 50}", "#3a5a9c", 2.4) for r in range(3) for c in range(3))
    return tin + rows


def _desk(picture: Picture) -> str:
    """The porter's desk: pigeonholes, a bell, a rubber plant that has outlived three managers."""
    holes = box(700, 250, 250, 190, "#3a2c2a") + "".join(box(708 + c * 48, 258 + r * 46, 42, 40, "#1c1a1e") + (box(716 + c * 48, 272 + r * 46, 24, 22, "#d9c8a8", opacity=0.8) if (r * 5 + c) % 4 == 1 else "") + disc(729 + c * 48, 266 + r * 46, 3, "#e8b870") for r in range(4) for c in range(5)) + box(700, 246, 250, 6, "#d9a06a")
    top = form(picture, "660 500!; 1010 500!; 1030 524!; 640 524!", picture.linear((640, 0), (1030, 0), (0, "#f0c088", 1), (0.4, "#a8704c", 1), (1, "#4a3a34", 1))) + box(656, 524, 360, 180, picture.linear((656, 0), (1016, 0), (0, "#8a5a42", 1), (0.5, "#4a3430", 1), (1, "#23242a", 1))) + "".join(box(x, 546, 96, 140, "none", 4, stroke="#2a1f22", stroke_width=5) for x in (680, 790, 900))
    bell = shape("716 500!; 718 484; 736 474; 754 484; 756 500!", "#e8b870") + disc(736, 472, 4, "#ffe6b4") + flat("800 498!; 880 494!; 884 502!; 802 504!", "#f0e2c8")
    pot = form(picture, "560 620!; 636 620!; 626 700!; 570 700!", "#5a4438", rims=(Rim(-4, -3, "#ffcf96", 0.8, 1),))
    leaves = "".join(shape(line, tone) for line, tone in (("598 620; 560 560; 520 540; 540 590", "#3a5a48"), ("598 620; 600 540; 586 480; 570 530", "#4a6a4c"), ("598 620; 640 570; 670 560; 650 600", "#33503f"), ("598 620; 622 530; 650 500; 640 560", "#5a7a54"), ("598 620; 570 580; 530 586; 560 610", "#2c4438")))
    return holes + leaves + pot + top + bell


def _carpet(picture: Picture, *, day: bool) -> str:
    tones = ("#a8786c", "#7d5c6c", "#33345c") if day else ("#5a3a38", "#3a2a32", "#141620")
    floor = box(-16, FLOOR, 1952, 410, picture.linear((0, FLOOR), (0, 1096), (0, tones[0], 1), (0.35, tones[1], 1), (1, tones[2], 1)))
    weave = "".join(flat(f"{560 + k * 120} {FLOOR + 30}!; {560 + k * 150 + 40} {FLOOR + 80}!; {560 + k * 190} {FLOOR + 150}!; {560 + k * 150 - 40} {FLOOR + 80}!", "#c9785a", opacity=0.2) for k in range(-3, 4)) + "".join(flat(f"{560 + k * 230} {FLOOR + 170}!; {560 + k * 270 + 80} {FLOOR + 250}!; {560 + k * 330} {FLOOR + 370}!; {560 + k * 270 - 80} {FLOOR + 250}!", "#c9785a", opacity=0.16) for k in range(-2, 3))
    worn = ellipse(520, 900, 560, 120, picture.radial(520, 900, 560, (0, "#e0b080", 0.42), (0.6, "#8a6458", 0.2), (1, "#5a4848", 0), squash=0.22))
    return floor + weave + worn + box(-16, FLOOR - 14, 1952, 14, tones[2], opacity=0.8)


def _chandelier(picture: Picture, lit: tuple[int, ...]) -> str:
    brass = "#8a6a44"
    arms = stroke(f"{LAMP_X} -20; {LAMP_X} 130", "#2a2a28", 6) + "".join(stroke(f"{LAMP_X} 130; {LAMP_X + x * 0.5} 176; {LAMP_X + x} {150 + abs(x) * 0.1:.0f}", brass, 6) for x in (-140, -76, 76, 140)) + ellipse(LAMP_X, 140, 22, 30, brass) + disc(LAMP_X, 178, 8, "#e8c07a")
    cups = []
    for k, x in enumerate((-140, -76, 0, 76, 140)):
        y = 150 + abs(x) * 0.1
        on = k in lit
        cups.append((glow(picture, LAMP_X + x, y - 20, 90, "#f0b060", 0.5) if on else "") + shape(f"{LAMP_X + x - 16} {y}!; {LAMP_X + x - 22} {y - 30}; {LAMP_X + x - 12} {y - 44}!; {LAMP_X + x + 12} {y - 44}!; {LAMP_X + x + 22} {y - 30}; {LAMP_X + x + 16} {y}!", "#fff0cc" if on else "#5a5a54") + disc(LAMP_X + x, y + 2, 6, brass))
    beads = "".join(disc(round(LAMP_X - 140 + k * 20), round(196 + 34 * math.sin(math.pi * k / 14)), 4.5, "#fff0d4", opacity=0.8) for k in range(15) if k not in {5, 6, 11})
    return arms + beads + "".join(cups)


def players(picture: Picture) -> str:
    """Returns table, net, ball, and the two who play: Nilu, who is winning, and Mika."""
    top = flat("250 720!; 930 720!; 1010 800!; 170 800!", picture.linear((170, 0), (1010, 0), (0, "#1f5a5a", 1), (0.5, "#3f8a80", 1), (1, "#1c4448", 1))) + stroke("250 720!; 930 720!; 1010 800!; 170 800!; 250 720!", "#f4ead2", 4, opacity=0.85) + stroke("590 720; 590 800", "#f4ead2", 3, opacity=0.6) + flat("170 800!; 1010 800!; 1010 816!; 170 816!", "#12302f")
    net = flat("584 664!; 596 664!; 606 806!; 574 806!", "#e9e2d0", opacity=0.75) + box(583, 660, 14, 8, "#fff6e0") + "".join(stroke(f"578 {y}; 602 {y}", "#5a6a68", 2, opacity=0.6) for y in range(680, 800, 14))
    legs_ = "".join(flat(f"{x} 816!; {x + 16} 816!; {x + 12} 1010!; {x + 2} 1010!", "#1c2428") for x in (210, 950, 400, 770))
    ball = disc(676, 560, 11, "#fff4dc") + brush("560 640; 610 580; 664 560", 6, "#fff4dc", "in", opacity=0.4)
    return shadow(picture, 590, 1010, 440, 34, 0.5) + _nilu(picture) + _mika(picture) + legs_ + top + net + ball


def _bat(x: float, y: float, turn: float, rubber: str = "#c8503c") -> str:
    return placed(x, y, 1, box(-7, -4, 14, 46, "#c99a68", 4), ellipse(0, -36, 35, 40, "#2a1a24"), ellipse(-2, -37, 31, 36, rubber), turn=turn)


def _nilu(picture: Picture) -> str:
    body = standing(picture, JEANS, 620, 940, *EDGE, stride=26) + side(picture, KNIT, *EDGE, foot=640) + "".join(brush(f"{x} 330; {x + 6} 460; {x} 620", 6, KNIT.fold, opacity=0.5) for x in (10, 50, 90, 130))
    near = sleeve(picture, "70 360; 110 500; 226 470", (98, 90, 58), KNIT, *EDGE, creases=("84 500; 120 520; 150 496", "170 506; 180 478; 176 456"))
    hand = form(picture, limb("216 472; 246 460; 270 452", (38, 36, 24), 0.3), BROWN.band, brush("220 464; 246 452; 268 446", 9, BROWN.lit))
    return placed(100, 380, 0.7, body, near, group(nilu(picture)), hand, turn=3) + _bat(302, 688, 54)


def _mika(picture: Picture) -> str:
    body = standing(picture, JEANS, 620, 940, *EDGE, stride=30) + side(picture, TEAL, *EDGE, foot=640)
    neck = shape("60 190!; 130 210!; 134 270; 96 300; 50 270", SKIN.shade) + brush("124 214; 126 250; 130 280", 12, SKIN.band)
    far = sleeve(picture, "110 360; 170 480; 226 416", (86, 78, 52), TEAL, *EDGE[:1]) + form(picture, limb("216 420; 234 404; 246 384", (38, 36, 24), 0.3), FAIR.shade, brush("220 412; 236 398; 246 384", 9, FAIR.lit))
    near = sleeve(picture, "70 360; 52 500; 96 610", (98, 92, 58), TEAL, *EDGE, creases=("24 490; 60 512; 94 496", "40 560; 68 576; 96 560"))
    hand = form(picture, limb("92 600; 108 636; 106 664", (42, 40, 28), 0.3), FAIR.band, brush("100 604; 116 636; 112 660", 9, FAIR.lit))
    return placed(1070, 386, 0.7, far, body, neck, placed(10, 0, 1, head(picture)), near, hand, flip=True, turn=6) + _bat(902, 644, -34, "#33508a")


def frame(picture: Picture) -> None:
    """Adds what stands nearest: an armchair's back, a column, the dark at the right."""
    chair = form(picture, "1180 1120!; 1190 940; 1240 880; 1400 866; 1560 880; 1610 940; 1620 1120!", "#2c2228", "".join(disc(x, 940, 7, "#17141a") for x in range(1240, 1590, 60)), rims=(Rim(-6, -5, "#c98a5c", 0.8, 2),))
    veil = box(1020, -16, 920, 1112, picture.linear((1020, 0), (1936, 0), (0, "#0d151e", 0), (1, "#0d151e", 0.72)))
    column = form(picture, "-50 -30!; 26 -30!; 20 1120!; -50 1120!", picture.linear((-50, 0), (30, 0), (0, "#10191f", 1), (1, "#4a4038", 1)), rims=(Rim(4, 0, "#d99a5c", 0.7, 1.5),))
    picture.add("near", veil, group(chair, filter=picture.blur(5, 0.04)), group(column, filter=picture.blur(3, 0.03)), haze(picture, 980, 130, "#141620", 0.4))
