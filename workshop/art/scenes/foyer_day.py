"""The Bellevue's foyer by day: sun through new glass with the putty still white, Nilu serving with her left hand."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, TEAL, Cloth, side, sleeve, standing
from workshop.art.brush import brush, limb
from workshop.art.figures import FAIR as SKIN
from workshop.art.heads import nilu
from workshop.art.light import Rim, cone, dust, form, glow, haze, shadow
from workshop.art.mika import head
from workshop.art.people import BROWN, FAIR, placed
from workshop.art.places import works
from workshop.art.scenes.bellevue_foyer import room
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

EDGE = (Rim(6, -4, "#fff0cc", 0.95, 1.5), Rim(-5, -3, "#9aa4d0", 0.7, 1.2))
KNIT = Cloth("#5a3450", "#a85a54", "#f4c09c", "#5a3048")


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(5)
    room(picture, day=True)
    picture.add("far", group(_window(picture), transform="translate(36 0)"), flat("500 760!; 900 740!; 1120 1010!; 560 1050!", "#ffe6c0", opacity=0.26), haze(picture, 560, 240, "#ffe2c0", 0.18))
    picture.add("mid", _table(picture), _nilu(picture), _mika(picture), _top(picture))
    picture.add("light", glow(picture, 620, 300, 620, "#c07c48", 0.3), cone(picture, "440 120!; 800 120!; 1060 960!; 420 960!", 120, 960, "#d89a5c", 0.26, 16), dust(chance, 40, (420, 980), (180, 760), "#fff4dc"))
    _near(picture)
    return picture.text()


def _window(picture: Picture) -> str:
    """A tall window where the pigeonholes leave off: three old panes, and one so clean that it is not there."""
    sky = picture.linear((0, 110), (0, 470), (0, "#94b4e0", 1), (0.5, "#cfdcea", 1), (0.85, "#ffe9cc", 1), (1, "#fff0d4", 1))
    view = box(424, 112, 250, 370, sky) + works(picture, 480, 470, 0.5, ((0, "#a4a8c4", 1), (1, "#dccabc", 1)), smoke="#f4f2f4", lights="#fff6e0") + flat("424 482!; 424 440!; 520 432!; 600 440!; 674 430!; 674 482!", "#a89cb4")
    old = "".join(box(x, y, 119, 179, "#c9b48c", opacity=0.28) + brush(f"{x + 20} {y + 150}; {x + 60} {y + 80}; {x + 100} {y + 20}", 10, "#ffffff", "both", opacity=0.2) for x, y in ((424, 112), (551, 112), (424, 300)))
    bars = box(543, 112, 10, 370, "#6a5450") + box(424, 292, 250, 10, "#6a5450")
    putty = stroke("557 306!; 670 306!; 670 478!; 557 478!; 557 306!", "#fdf8ee", 7) + stroke("590 478; 596 470; 606 476", "#fdf8ee", 5)
    rag = flat("676 488!; 742 484!; 752 500!; 690 506!", "#c97a64") + box(700, 470, 34, 16, "#e9e2d6", 3)
    return box(404, 92, 290, 410, "#6a5450") + group(view, clip_path=picture.clip("424 112!; 674 112!; 674 482!; 424 482!")) + old + bars + putty + box(390, 496, 320, 18, "#b08a70") + box(390, 496, 320, 4, "#fff2da") + rag + glow(picture, 600, 300, 240, "#ffe9c4", 0.35)


def _table(picture: Picture) -> str:
    return shadow(picture, 590, 1010, 440, 34, 0.45, "#3a2c48") + "".join(flat(f"{x} 816!; {x + 16} 816!; {x + 12} 1010!; {x + 2} 1010!", "#3a3850") for x in (210, 950, 400, 770))


def _top(picture: Picture) -> str:
    top = flat("250 720!; 930 720!; 1010 800!; 170 800!", picture.linear((170, 0), (1010, 0), (0, "#3a807c", 1), (0.5, "#6ab8a4", 1), (1, "#3f7a80", 1))) + stroke("250 720!; 930 720!; 1010 800!; 170 800!; 250 720!", "#fff8e8", 4, opacity=0.9) + stroke("590 720; 590 800", "#fff8e8", 3, opacity=0.6) + flat("170 800!; 1010 800!; 1010 816!; 170 816!", "#24504e") + flat("430 724!; 560 724!; 600 796!; 440 796!", "#fff4d8", opacity=0.25)
    net = flat("584 664!; 596 664!; 606 806!; 574 806!", "#fff6e4", opacity=0.85) + box(583, 660, 14, 8, "#ffffff") + "".join(stroke(f"578 {y}; 602 {y}", "#8a8a90", 2, opacity=0.6) for y in range(680, 800, 14))
    return top + net + disc(352, 520, 11, "#ffffff") + brush("340 640; 352 590; 353 534", 6, "#ffffff", "in", opacity=0.45)


def _bat(x: float, y: float, turn: float, rubber: str = "#c8503c") -> str:
    return placed(x, y, 1, box(-7, -4, 14, 46, "#d9a878", 4), ellipse(0, -36, 35, 40, "#3a2430"), ellipse(-2, -37, 31, 36, rubber), turn=turn)


def _nilu(picture: Picture) -> str:
    """The far hand holds the bat; the near one, a pale seam across its back, keeps out of it."""
    far = sleeve(picture, "100 360; 170 470; 250 400", (84, 76, 50), KNIT, *EDGE[:1]) + form(picture, limb("240 406; 268 380; 280 356", (36, 34, 24), 0.3), BROWN.shade, brush("246 396; 268 374; 278 358", 9, BROWN.lit))
    body = standing(picture, JEANS, 620, 940, *EDGE, stride=26) + far + side(picture, KNIT, *EDGE, foot=640) + "".join(brush(f"{x} 330; {x + 6} 460; {x} 620", 6, KNIT.fold, opacity=0.5) for x in (10, 50, 90, 130))
    near = sleeve(picture, "70 360; 66 510; 110 620", (98, 92, 60), KNIT, *EDGE, creases=("36 500; 72 522; 106 506", "56 570; 84 584; 110 568"))
    hand = form(picture, limb("104 610; 124 650; 122 690", (46, 46, 30), 0.3), BROWN.band, brush("112 616; 132 650; 130 684", 10, BROWN.lit)) + stroke("104 650; 122 656; 138 650", "#f4cdb4", 4) + "".join(stroke(f"{x} 644; {x + 2} 660", "#f4cdb4", 2) for x in (112, 122, 131))
    return placed(100, 380, 0.7, body, near, group(nilu(picture)), hand, turn=2) + _bat(288, 616, 26)


def _mika(picture: Picture) -> str:
    """Left-handed too, since it is only fair; the feet have not been told."""
    body = standing(picture, JEANS, 620, 940, *EDGE, stride=36) + side(picture, TEAL, *EDGE, foot=640)
    neck = shape("60 190!; 130 210!; 134 270; 96 300; 50 270", SKIN.shade) + brush("124 214; 126 250; 130 280", 12, SKIN.band)
    near = sleeve(picture, "70 360; 60 500; 180 480", (98, 92, 58), TEAL, *EDGE, creases=("36 490; 72 512; 106 496", "120 500; 130 476; 126 462"))
    hand = form(picture, limb("170 484; 200 474; 222 460", (40, 38, 26), 0.3), FAIR.band, brush("176 476; 200 466; 220 455", 9, FAIR.lit))
    return placed(1070, 386, 0.7, body, neck, placed(10, 0, 1, head(picture)), near, hand, flip=True, turn=8) + _bat(926, 700, -52, "#4a68a8")


def _near(picture: Picture) -> None:
    chair = form(picture, "1180 1120!; 1190 940; 1240 880; 1400 866; 1560 880; 1610 940; 1620 1120!", "#5a4450", "".join(disc(x, 940, 7, "#3a2c3c") for x in range(1240, 1590, 60)), rims=(Rim(-6, -5, "#ffe2b8", 0.8, 2),))
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#262a54", 0), (1, "#262a54", 0.62)))
    column = form(picture, "-50 -30!; 26 -30!; 20 1120!; -50 1120!", picture.linear((-50, 0), (30, 0), (0, "#4a4058", 1), (1, "#b0968a", 1)), rims=(Rim(4, 0, "#fff0cc", 0.7, 1.5),))
    picture.add("near", veil, group(chair, filter=picture.blur(5, 0.04)), group(column, filter=picture.blur(3, 0.03)))
