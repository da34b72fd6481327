"""The cupboard again, dry and painted: Rae with six tins in a blanket, Mika behind a snare, and an old man who has switched his hearing aid off, and stays."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, TEAL, Cloth, side, sleeve, standing
from workshop.art.brush import brush, limb
from workshop.art.figures import FAIR as SKIN
from workshop.art.heads import OLD, rae
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, shadow, warm
from workshop.art.mika import head
from workshop.art.people import BROWN, FAIR, fist, placed, profile, resting
from workshop.art.props import cymbal, drum, stand
from workshop.art.scenes.bowls_cupboard import BULB_X, BULB_Y, FLOOR, bulb, shelving
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

BROWN_COAT = Cloth("#3a2c48", "#6a5260", "#d9a888", "#30243c")
SKIRT = Cloth("#1c1f4a", "#2c3464", "#6a6488", "#151a40")
SHIRT_WHITE = Cloth("#6a5a72", "#a8949c", "#fff0d4", "#5a4c64")
EDGE = (Rim(6, -4, "#ffcf94", 0.95, 1.6), Rim(-5, -3, "#8a94d0", 0.75, 1.3))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(41)
    _far(picture, chance)
    picture.add("mid", _pipe(picture), bulb(), _listener(picture), _rae(picture), _mika(picture), _drums(picture), _hands(picture))
    picture.add("light", lamplight(picture, BULB_X, BULB_Y, 680, 0.28), glow(picture, BULB_X, BULB_Y, 130, "#ffc880", 0.5), cone(picture, f"{BULB_X - 30} {BULB_Y}!; {BULB_X + 30} {BULB_Y}!; {BULB_X + 440} 980!; {BULB_X - 440} 980!", BULB_Y, 960, "#d07e34", 0.2, 16), dust(chance, 40, (300, 840), (280, 820)))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#6a5c78", 1), (0.2, "#a88484", 1), (0.32, "#c49a88", 1), (0.5, "#8a7080", 1), (0.62, "#433c68", 1), (1, "#171940", 1)))
    boards = tag("path", d="".join(f"M{x} -16V{FLOOR}" for x in range(20, 1920, 86)), stroke="#1c1a40", stroke_width=3, opacity=0.4, fill="none")
    floor = picture.linear((0, FLOOR), (0, 1096), (0, "#7a5858", 1), (0.3, "#4a3c5c", 1), (1, "#15163c", 1))
    rug = ellipse(560, 1010, 480, 84, picture.radial(560, 990, 480, (0, "#e09060", 1), (0.5, "#8a4a54", 1), (1, "#3a2850", 1), squash=0.18)) + "".join(ellipse(560, 1010, 480 * k, 84 * k, "none", stroke="#f2b05e", stroke_width=6, opacity=0.24) for k in (0.88, 0.7, 0.5))
    picture.add("far", warm(picture, BULB_X, BULB_Y + 60, 600, 0.8), boards, shelving(picture, chance, toes=True), box(-16, FLOOR, 1952, 230, floor), rug, box(-16, FLOOR - 18, 1952, 18, "#1a1840", opacity=0.7), _bags(picture))


def _bags(picture: Picture) -> str:
    """Rae's, on the hook by the door; the notice has a line ruled through it and somebody's name under that."""
    notice = flat("40 330!; 146 326!; 150 470!; 44 474!", "#f0d9b8") + "".join(stroke(f"{58 + k % 2 * 4} {356 + k * 20}; {90} {352 + k * 20}; {128 - k * 5} {357 + k * 20}", "#6a5460", 4, opacity=0.7) for k in range(5)) + stroke("56 398; 136 390", "#c8503c", 5)
    bag = form(picture, "72 640!; 66 600; 74 584!; 100 590; 124 584!; 130 602; 124 700; 118 720!; 78 720!; 70 700", picture.linear((66, 0), (130, 0), (0, "#a8705c", 1), (0.6, "#f0c792", 1), (1, "#fff0cc", 1)), brush("86 610; 90 660; 84 710", 6, "#a8704e", opacity=0.8), shape("80 680; 100 664; 118 680; 114 712; 82 712", "#c07a42", opacity=0.4), rims=(Rim(4, -2, "#fffbe8", 0.9, 1),))
    return notice + stroke("98 540; 98 590", "#4a3450", 5) + bag


def _pipe(picture: Picture) -> str:
    """Mended: a new length of copper, and a bowl under it, for form's sake."""
    copper = picture.linear((0, 96), (0, 132), (0, "#6a4040", 1), (0.35, "#e0905c", 1), (0.6, "#a8603c", 1), (1, "#3a2840", 1))
    new = picture.linear((0, 94), (0, 134), (0, "#c9784c", 1), (0.35, "#ffd8a8", 1), (0.6, "#e0945c", 1), (1, "#7a4a48", 1))
    return box(-16, 100, 1952, 30, copper) + box(690, 97, 150, 36, new) + "".join(box(x, 90, 22, 50, "#8a6a58", 4) for x in (684, 824)) + "".join(box(x, 92, 20, 46, "#4a3648", 4) for x in (120, 440, 1040, 1400)) + box(-16, 104, 1952, 4, "#ffd9a8", opacity=0.5)


def _listener(picture: Picture) -> str:
    """Anselm, on a pail under the shelf, eyes shut, his hearing aid in his hand and the other palm on the wood."""
    pail = shadow(picture, 220, 1020, 120, 18, 0.5) + form(picture, "150 890!; 292 890!; 280 1016!; 162 1016!", picture.linear((150, 0), (292, 0), (0, "#3a2a44", 1), (0.6, "#a84a3c", 1), (1, "#e8905c", 1)), rims=EDGE)
    legs_ = form(picture, limb("200 870; 330 866; 346 1000", (100, 84, 54), 0.3), picture.linear((180, 0), (370, 0), (0, "#1c2250", 1), (1, "#6a6084", 1)), brush("270 860; 330 870; 350 910", 9, "#171c44", "leaf"), rims=EDGE) + form(picture, "316 996!; 374 996!; 390 1012; 430 1022; 432 1038!; 312 1038!", "#17152f", rims=EDGE)
    body = placed(128, 396, 0.78, side(picture, BROWN_COAT, *EDGE, foot=620), turn=3)
    head_ = placed(132, 366, 0.78, _old_head(picture), brush("136 112; 150 116; 166 110", 6, "#38203a") + shape("140 104; 152 100; 166 104; 164 113; 144 113", FAIR.shade, opacity=0.9), turn=5)
    arm = sleeve(picture, "176 690; 168 810; 286 850", (88, 82, 54), BROWN_COAT, *EDGE, creases=("140 800; 172 826; 204 812", "230 830; 240 852; 236 874")) + picture.stamp(292, 848, 0.56, resting(picture, FAIR), turn=10) + shape("322 836; 332 830; 340 836; 336 846; 326 846", "#fff0dc")
    return pail + head_ + body + legs_ + arm


def _old_head(picture: Picture) -> str:
    """Seventy or so: bald on top, white behind, big ears, white brows."""
    fringe = form(picture, "96 112!; 84 116; 74 118; 66 150; 48 174; 28 158; 14 116; 16 78; 34 60!; 40 96; 62 106", "#a9a0ac", brush("30 74; 24 116; 38 158", 8, "#d9ccc8", "leaf"), brush("46 100; 44 136; 52 164", 7, "#8a8294", "leaf"))
    lobe = form(picture, "74 116; 88 102; 102 110; 100 136; 88 156; 78 142", FAIR.band, brush("84 112; 94 120; 88 142", 4, FAIR.deep), rims=(Rim(3, -2, FAIR.lit, 0.9, 0.8),))
    lines = "".join(brush(line, 3.4, FAIR.deep, opacity=0.6) for line in ("120 148; 130 160; 128 178", "112 60; 130 54; 150 56", "112 74; 130 68; 148 70", "112 118; 104 124; 100 132"))
    return profile(picture, FAIR, outline=OLD, lid=0.1, brow="#d9ccc8") + lines + fringe + lobe


def _mika(picture: Picture) -> str:
    body = placed(446, 400, 0.76, side(picture, TEAL, *EDGE, foot=640), turn=2)
    neck = placed(440, 376, 0.8, shape("60 190!; 130 210!; 134 290; 96 310; 50 290", SKIN.shade) + brush("124 214; 126 250; 130 290", 12, SKIN.band))
    stool = stand(picture, 520, 880, 1040, 56, 10) + form(picture, "430 872; 450 858; 520 852; 590 860; 604 876; 590 892; 520 900; 446 892", "#2c2450", rims=(Rim(3, -4, "#d98a60", 0.8, 1),))
    thigh = form(picture, limb("500 866; 610 866; 640 960", (96, 84, 60), 0.3), JEANS.own, rims=EDGE)
    return stool + thigh + neck + body + placed(452, 372, 0.8, head(picture), turn=4)


def _drums(picture: Picture) -> str:
    snare = shadow(picture, 690, 1000, 140, 22, 0.5) + stand(picture, 690, 830, 1000, 70, 9) + drum(picture, 690, 762, 122, 32, 70, -0.3, ((0, "#c58a68", 1), (0.1, "#ffe0b0", 1), (0.4, "#b98a80", 1), (0.7, "#6f6488", 1), (1, "#4a4a80", 1)))
    hat = stand(picture, 820, 640, 980, 56, 8) + cymbal(picture, 820, 646, 92, 16, 4, -0.3) + cymbal(picture, 820, 634, 92, 16, 4, -0.4)
    kick = ellipse(560, 930, 104, 104, picture.linear((456, 830), (664, 1030), (0, "#ffcf96", 1), (0.3, "#8a4a4c", 1), (1, "#2a2450", 1))) + ellipse(560, 930, 92, 92, picture.radial(540, 850, 220, (0, "#ffe2b8", 1), (0.3, "#c08a80", 1), (0.7, "#5c4c80", 1), (1, "#2c2c60", 1)))
    return shadow(picture, 560, 1032, 150, 20, 0.5) + kick + hat + snare


def _hands(picture: Picture) -> str:
    return sleeve(picture, "520 690; 540 800; 640 770", (84, 78, 50), TEAL, *EDGE, creases=("510 790; 544 812; 572 796",)) + placed(672, 752, 0.5, fist(picture, FAIR), turn=-12) + stroke("660 754; 740 736", "#3a2438", 8) + stroke("660 753; 740 735", "#f0c48c", 5) + "".join(stroke(f"738 736; {776 + k * 2} {718 + k * 7}", "#f6e2c0", 2, opacity=0.8) for k in range(5))


def _rae(picture: Picture) -> str:
    """By the door with a folded blanket of hot tins in her arms, singing the low part to nobody in particular."""
    legs_ = standing(picture, SKIRT, 640, 960, *EDGE)
    body = side(picture, SHIRT_WHITE, *EDGE, foot=520) + form(picture, "-34 430!; 180 430!; 190 700; 184 820!; -52 820!; -44 680", picture.linear((-40, 0), (186, 0), (0, "#1f2c58", 1), (0.6, "#34507c", 1), (1, "#a8a0a0", 1)), *(brush(f"{x} 460; {x + 4} 620; {x} 800", 9, "#1a2448", "leaf") for x in (20, 80, 140)), rims=EDGE)
    blanket = form(picture, "70 470; 110 440; 240 430; 290 450; 304 510; 292 560; 220 584; 120 580; 76 540", picture.linear((70, 0), (304, 0), (0, "#6a3a48", 1), (0.5, "#a8584c", 1), (1, "#f0b884", 1)), *(brush(line, 8, "#5a2c3c", "leaf") for line in ("110 450; 130 510; 110 572", "190 440; 200 510; 180 580", "260 446; 262 510; 244 572")), stroke("76 520; 180 536; 300 516", "#ffdca8", 4, opacity=0.6), rims=EDGE)
    tins = "".join(form(picture, f"{x} 446!; {x + 4} 404!; {x + 62} 404!; {x + 66} 446!", picture.linear((x, 0), (x + 66, 0), (0, "#5a4a68", 1), (0.5, "#b98a74", 1), (1, "#ffe2b4", 1))) + ellipse(x + 33, 404, 29, 8, "#3a2438") for x in (92, 160, 226))
    arm = sleeve(picture, "70 350; 92 490; 250 530", (98, 90, 58), SHIRT_WHITE, *EDGE, creases=("76 490; 112 512; 146 496",)) + form(picture, limb("240 528; 274 524; 300 510", (40, 38, 26), 0.3), BROWN.band, brush("244 518; 274 514; 298 502", 9, BROWN.lit))
    mouth = shape("178 172!; 166 168; 158 174; 164 184; 174 184", "#3a1428")
    return placed(1040, 366, 0.78, legs_, body, tins, blanket, arm, group(rae(picture), mouth), flip=True) + "".join(brush(f"{x} 668; {x - 8} 636; {x + 8} 604; {x - 4} 572", 12, "#ffe6c8", "both", opacity=0.22, filter=picture.blur(4, 0.16)) for x in (846, 900))


def _near(picture: Picture) -> None:
    door = form(picture, "1180 -40!; 1300 -40!; 1310 1120!; 1170 1120!", picture.linear((1170, 0), (1310, 0), (0, "#8a5a54", 1), (0.2, "#33264c", 1), (1, "#15163c", 1)), rims=(Rim(-5, 0, "#ffb878", 0.8, 1.5),)) + disc(1206, 620, 13, "#d9a070")
    veil = box(1060, -16, 880, 1112, picture.linear((1060, 0), (1936, 0), (0, "#13153c", 0), (1, "#13153c", 0.7)))
    picture.add("near", group(door, filter=picture.blur(3, 0.03)), veil, haze(picture, 1000, 110, "#13153c", 0.35))
