"""Thursday, the first warm light: two people carry a drum stool through the streets, their shadows far ahead of the evening."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, TEAL, YELLOW, behind, fenn_back, legs, mika_back, sleeve
from workshop.art.brush import brush, limb
from workshop.art.light import Rim, form, glow, haze
from workshop.art.people import BROWN, FAIR, placed
from workshop.art.places import works
from workshop.art.streets import puddle, setts, terrace
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

SUN_X, SUN_Y = 690, 330
VANISH = (690, 500)
EDGE = (Rim(6, -5, "#fff0cc", 0.95, 1.6), Rim(-6, -4, "#ffd9a8", 0.8, 1.4))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(4)
    _far(picture, chance)
    picture.add("mid", _line(picture), _shadow(picture), _pair(picture))
    picture.add("light", glow(picture, SUN_X, SUN_Y, 760, "#c8743a", 0.3), glow(picture, SUN_X, SUN_Y, 180, "#ffcc84", 0.5), glow(picture, 690, 760, 480, "#c07838", 0.2, 0.6))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, 520), (0, "#7fa4d0", 1), (0.3, "#a9c0dc", 1), (0.55, "#e3d6d4", 1), (0.8, "#ffdcae", 1), (1, "#ffe9c4", 1))
    picture.ground("far", sky)
    clouds = "".join(brush(line, wide, colour, "both", opacity=0.6) for line, wide, colour in (("200 120; 460 90; 700 130; 960 100", 42, "#f4efee"), ("300 220; 500 200; 640 224", 24, "#ffeed6"), ("860 210; 1040 196; 1240 220", 26, "#fbe6d6")))
    picture.add("far", glow(picture, SUN_X, SUN_Y, 560, "#fff0c8", 0.95), disc(SUN_X, SUN_Y, 50, "#fffbec"), group(clouds, filter=picture.blur(9, 0.06)))
    picture.add("far", works(picture, 640, 506, 0.32, ((0, "#b0a4bc", 1), (1, "#f0d0b4", 1)), smoke=None, lights="#fff6e0"), haze(picture, 380, 170, "#fff0d4", 0.6))
    left = (("#6a6498", "#545086"), ("#7d6e98", "#665e8c"), ("#94809a", "#7a6c92"), ("#b0949c", "#947e98"), ("#caaaa0", "#ae949a"), ("#e0c4b0", "#c8aca4"))
    right = (("#8a7490", "#6c5e86"), ("#a8848c", "#846c88"), ("#c09688", "#9c7c88"), ("#d4a890", "#b48e8e"), ("#e4bc9e", "#caa498"), ("#f0d0b4", "#dcb8a8"))
    road = picture.linear((0, 500), (0, 1100), (0, "#fff0cc", 1), (0.1, "#f0c8a4", 1), (0.36, "#b498a4", 1), (0.7, "#7a739c", 1), (1, "#4c4c84", 1))
    picture.add("far", box(-16, 500, 1952, 610, road), setts(chance, 540, 150, ("#fff0d0", "#c4bcd4", "#f6cfac")), terrace(VANISH, -1, -300, left, tall=0.92, glass="#9aa8c8"), terrace(VANISH, 1, 2100, right, tall=0.96, glass="#c8bcc8"))
    picture.add("far", ellipse(690, 800, 560, 340, picture.radial(690, 680, 560, (0, "#fff4d8", 0.8), (0.4, "#ffd9a8", 0.4), (1, "#ffd0a0", 0), squash=0.6)), haze(picture, 440, 190, "#ffe6c0", 0.5), puddle(picture, 1010, 800, 150, 20, ((0, "#ffe9c8", 0.95), (1, "#9ab4dc", 0.95))), puddle(picture, 350, 720, 90, 10, ((0, "#fff0d0", 0.95), (1, "#c4c4dc", 0.95))))


def _line(picture: Picture) -> str:
    """A washing line across the street, the first of the year that is not frozen."""
    cord = stroke("-20 190; 300 248; 640 262; 1000 240; 1400 160", "#6a5a80", 3)
    cloths = []
    for x, y, w, h, tone, dark in ((250, 242, 92, 120, "#f6ead8", "#c9b4b0"), (368, 252, 62, 88, "#8fb0cc", "#6f8cb4"), (880, 250, 74, 104, "#e0a488", "#b87c74"), (976, 242, 100, 92, "#f6ead8", "#d0b8ac"), (452, 258, 48, 62, "#d9b4a8", "#a98a98")):
        cloths.append(form(picture, f"{x} {y}!; {x + w} {y + 2}!; {x + w + 8} {y + h * 0.6}; {x + w - 4} {y + h}!; {x + w * 0.5} {y + h - 8}; {x + 6} {y + h + 2}!; {x - 6} {y + h * 0.5}", tone, brush(f"{x + w * 0.3} {y}; {x + w * 0.36} {y + h * 0.5}; {x + w * 0.3} {y + h}", 8, dark, "leaf"), brush(f"{x + w * 0.7} {y}; {x + w * 0.66} {y + h * 0.5}; {x + w * 0.74} {y + h}", 8, dark, "leaf"), rims=(Rim(4, -3, "#fff8e6", 0.8, 1),)) + "".join(box(px - 3, y - 8, 6, 16, "#8a6a74", 2) for px in (x + 8, x + w - 8)))
    return cord + "".join(cloths)


def _shadow(picture: Picture) -> str:
    """The sun is before them; behind them their shadows and the stool's are one."""
    return group(flat("480 1010!; 590 1010!; 560 1110!; 380 1110!", "#3a3c78", opacity=0.55), flat("800 1016!; 900 1016!; 1000 1110!; 830 1110!", "#3a3c78", opacity=0.55), ellipse(690, 1062, 210, 26, "#3a3c78", opacity=0.4), filter=picture.blur(6, 0.05))


def _stool(picture: Picture) -> str:
    seat = form(picture, "560 706; 600 690; 690 684; 780 690; 818 706; 812 736; 760 750; 690 754; 620 750; 566 736", picture.linear((560, 0), (820, 0), (0, "#4a3a6c", 1), (0.5, "#7a4a58", 1), (1, "#e0a080", 1)), brush("580 722; 690 736; 800 722", 6, "#3a2850"), rims=(Rim(4, -5, "#fff0cc", 0.95, 1.2), Rim(-4, -4, "#ffdcb0", 0.8, 1))) + ellipse(690, 704, 112, 15, "#b07a70", opacity=0.7)
    steel = picture.linear((680, 0), (700, 0), (0, "#4a4a7c", 1), (0.6, "#a89aac", 1), (1, "#fff0d4", 1))
    post = box(681, 750, 18, 120, steel) + box(674, 800, 32, 22, steel, 4)
    legs_ = "".join(stroke(f"690 850; {690 + k * 62} 930", "#4a4a7c", 11) + stroke(f"693 848; {693 + k * 62} 928", "#f0d9bc", 3) + ellipse(690 + k * 63, 932, 12, 7, "#2c2c5c") for k in (-1, 0.2, 1))
    return placed(690, 742, 0.8, group(legs_, post, seat, transform="translate(-690 -720)"))


def _pair(picture: Picture) -> str:
    """Mika on the left, Fenn on the right, the stool between them, out of step."""
    mika_arm = sleeve(picture, "118 64; 190 190; 214 312", (100, 86, 58), TEAL, *EDGE, creases=("206 196; 178 218; 150 210", "230 270; 206 286; 184 278"))
    mika = legs(picture, JEANS, 380, 780, *EDGE) + sleeve(picture, "-120 64; -176 210; -150 400", (100, 84, 58), TEAL, *EDGE, creases=("-204 216; -174 238; -160 236",)) + mika_arm + behind(picture, TEAL, *EDGE, foot=440, arms=False)
    mika_hand = form(picture, limb("206 296; 228 342; 258 350", (52, 50, 40), 0.3), FAIR.shade, rims=(Rim(4, -4, FAIR.lit, 0.95, 1),))
    fenn_arm = sleeve(picture, "-118 64; -190 190; -230 330", (104, 92, 62), YELLOW, *EDGE, creases=("-214 196; -184 220; -152 208",))
    fenn = legs(picture, JEANS, 360, 740, *EDGE, boot="#e9e2e0") + sleeve(picture, "120 64; 186 200; 166 380", (104, 92, 64), YELLOW, *EDGE, creases=("212 200; 184 224; 168 220",)) + fenn_arm + behind(picture, YELLOW, *EDGE, foot=430, arms=False) + "".join(brush(f"-150 {y}; 0 {y + 16}; 150 {y}", 12, YELLOW.fold, opacity=0.6) for y in (120, 210, 300))
    fenn_hand = form(picture, limb("-222 300; -240 336; -276 330", (52, 50, 40), 0.3), BROWN.shade, rims=(Rim(4, -4, BROWN.lit, 0.95, 1),))
    sticks = stroke("-96 330; -110 480", "#5a3a40", 9) + stroke("-94 330; -108 480", "#f0c090", 5)
    left = placed(490, 496, 0.66, mika, sticks, mika_back(picture), turn=2)
    right = placed(872, 546, 0.6, fenn, fenn_back(picture), turn=-3)
    return left + right + _stool(picture) + placed(490, 496, 0.66, mika_hand, turn=2) + placed(872, 546, 0.6, fenn_hand, turn=-3)


def _near(picture: Picture) -> None:
    veil = box(1060, -16, 880, 1112, picture.linear((1060, 0), (1936, 0), (0, "#3a3a74", 0), (1, "#3a3a74", 0.6)))
    bin_ = form(picture, "-40 1120!; -40 850; -20 830; 90 826; 116 850; 128 1120!", "#3c3c74", rims=(Rim(5, -4, "#ffe2b4", 0.9, 2),)) + shape("-30 832; 40 806; 110 826; 40 842", "#dfe2f0")
    crocus = "".join(brush(f"{x} 1110; {x + 2} {1080 - h}; {x + 4} {1060 - h}", 9, "#6a8a6c", "out") + shape(f"{x - 10} {1052 - h}; {x + 4} {1018 - h}; {x + 20} {1050 - h}; {x + 4} {1064 - h}", "#b48ac8") + shape(f"{x - 2} {1050 - h}; {x + 5} {1026 - h}; {x + 12} {1052 - h}", "#e6d0f0") for x, h in ((176, 10), (214, 26), (246, 4)))
    picture.add("near", veil, group(bin_, crocus, filter=picture.blur(2.6, 0.04)))
