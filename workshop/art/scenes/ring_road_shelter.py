"""The ring road in January: a shelter under a sodium lamp, rain, Mika with a fingertip on the edge of what has been pasted over."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, TEAL, behind, legs, mika_back, sleeve
from workshop.art.brush import brush, limb
from workshop.art.light import Rim, cone, form, glow, haze, lamplight, shadow
from workshop.art.people import FAIR
from workshop.art.places import falling, works
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 236, 120
ROAD = 840
SODIUM = "#f0a04a"


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(33)
    _far(picture, chance)
    picture.add("mid", _shelter_back(picture), _timetable(picture), _bench(picture), _mika(picture), _shelter_front(picture), _lamp(picture))
    _light(picture, chance)
    _near(picture, chance)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, 640), (0, "#12202e", 1), (0.35, "#223a48", 1), (0.62, "#3c5458", 1), (0.84, "#6d7064", 1), (1, "#a8865e", 1))
    picture.ground("far", sky)
    picture.add("far", haze(picture, 60, 130, "#1c303e", 0.6), haze(picture, 220, 120, "#4a5a58", 0.5), works(picture, 980, 640, 0.8, ((0, "#2a3e48", 1), (0.6, "#44555a", 1), (1, "#7f7660", 1)), smoke="#8a8470", lights="#ffc27a"))
    bank = shape("-16 640; 300 600; 700 628; 1100 606; 1500 630; 1936 600; 1936 900!; -16 900!", picture.linear((0, 600), (0, 860), (0, "#3d4a4a", 1), (1, "#172630", 1))) + "".join(stroke(f"{x} 626; {x} 560", "#2a3a42", 5) + box(x - 60, 566, 120, 10, "#2a3a42") + box(x - 60, 592, 120, 8, "#2a3a42") for x in range(360, 1936, 130))
    far_lamps = "".join(stroke(f"{x} 640; {x} {640 - h}", "#22323c", 4) + ellipse(x + 8, 640 - h, 13, 4, "#ffd9a0") + glow(picture, x + 8, 644 - h, h * 0.5, SODIUM, 0.5) for x, h in ((520, 150), (640, 120), (730, 98), (1500, 190)))
    road = picture.linear((0, ROAD - 150), (0, 1100), (0, "#4a5656", 1), (0.25, "#25363e", 1), (1, "#0c1620", 1))
    streaks = "".join(ellipse(round(chance.uniform(-40, 1900)), round(y), round(chance.uniform(20, 120)), round(1.6 + (y - 690) / 130, 1), chance.choice(("#8a8a78", "#4f6468", "#b98a58")), opacity=round(chance.uniform(0.12, 0.4), 2)) for y in (chance.uniform(700, 1080) for _ in range(90)))
    picture.add("far", haze(picture, 470, 240, "#c99a60", 0.4), bank, far_lamps, box(-16, 690, 1952, 420, road), streaks, _tail_lights(picture))


def _tail_lights(picture: Picture) -> str:
    """Somebody drove past without seeing."""
    red = group(brush("820 706; 1100 716; 1460 734", 9, "#e0553c", "in", opacity=0.75) + brush("800 724; 1100 738; 1460 764", 8, "#c8402f", "in", opacity=0.6), filter=picture.blur(3, 0.1))
    car = form(picture, "1440 770!; 1446 718; 1480 712; 1510 676; 1600 672; 1640 710; 1690 722; 1696 772!", "#17252f", rims=(Rim(-4, -3, "#b98a58", 0.8, 1.2),)) + shape("1500 712!; 1520 684; 1594 680; 1620 712!", "#2c424a") + disc(1490, 776, 26, "#0c151d") + disc(1646, 776, 26, "#0c151d") + glow(picture, 1446, 740, 60, "#e0553c", 0.7)
    return red + car


def _shelter_back(picture: Picture) -> str:
    glass = picture.linear((330, 200), (960, 860), (0, "#a8865a", 0.34), (0.3, "#5f7470", 0.3), (0.7, "#2f464e", 0.42), (1, "#1c303a", 0.5))
    wall = box(330, 210, 620, 640, glass) + flat("400 210!; 520 210!; 360 850!; 330 850!; 330 480!", "#ffdca6", opacity=0.1) + flat("700 210!; 760 210!; 560 850!; 500 850!", "#ffdca6", opacity=0.07)
    posts = "".join(box(x, 196, 14, 670, "#14212b") + box(x, 196, 3, 670, "#f0a858", opacity=o) for x, o in ((324, 0.9), (640, 0.4), (944, 0.3)))
    return shadow(picture, 640, 880, 420, 40, 0.5, "#08121a") + box(-16, 858, 1952, 22, picture.linear((0, 0), (1300, 0), (0, "#8a7458", 1), (0.3, "#6a6254", 1), (1, "#1c2a32", 1))) + box(-16, 878, 1952, 60, "#17252e") + wall + posts


def _timetable(picture: Picture) -> str:
    """A long sheet in a frame; one row has been pasted over, and you can feel its edge."""
    frame = box(690, 316, 214, 330, "#101c26", 6) + box(702, 328, 190, 306, picture.linear((702, 0), (892, 0), (0, "#f0dcb4", 1), (0.5, "#c9b998", 1), (1, "#8a8a80", 1)))
    head = box(702, 328, 190, 38, "#4a6a70") + disc(724, 347, 11, "#f0dcb4")
    rows = "".join(box(716 + c * 42, 382 + r * 24, 30, 9, "#5a5a58", opacity=0.8) for r in range(10) for c in range(4) if (r, c) not in {(6, 2), (6, 3)})
    paste = flat("796 518!; 882 515!; 884 546!; 797 548!", "#fbf3e0") + stroke("796 548; 884 546", "#8a7a68", 3, opacity=0.9) + shape("872 516!; 884 515!; 884 530!", "#d9c9a8")
    return frame + head + rows + paste + flat("702 328!; 770 328!; 702 560!", "#fff4dc", opacity=0.16)


def _bench(picture: Picture) -> str:
    slats = "".join(box(352, y, 250, 13, picture.linear((352, 0), (602, 0), (0, "#c98a58", 1), (0.5, "#6a5648", 1), (1, "#2f3a3c", 1)), 3) for y in (690, 712))
    bag = form(picture, "400 690!; 392 620; 410 590; 470 586; 500 606; 506 690!", picture.linear((392, 0), (506, 0), (0, "#8a6a58", 1), (0.5, "#33485a", 1), (1, "#1c2c3a", 1)), brush("410 630; 450 640; 494 628", 7, "#15222e"), rims=(Rim(-4, -4, "#ffcf8c", 0.9, 1.2),)) + stroke("424 592; 440 560; 470 588", "#1c2c3a", 8)
    sticks = stroke("462 600; 486 520", "#e2b27a", 8) + stroke("474 600; 506 526", "#c99a68", 8)
    return slats + box(370, 724, 14, 140, "#14212b") + box(570, 724, 14, 140, "#14212b") + sticks + bag


def _mika(picture: Picture) -> str:
    """From behind, hair wet, one finger on the paper."""
    edges = (Rim(6, -4, "#ffc070", 0.95, 1.5), Rim(-5, -3, "#7fa0a8", 0.7, 1.2))
    body = legs(picture, JEANS, 400, 900, *edges) + behind(picture, TEAL, *edges, foot=460, arms=False)
    hanging = sleeve(picture, "120 64; 180 210; 164 420", (100, 84, 58), TEAL, *edges, creases=("206 210; 176 232; 148 224", "198 300; 172 316; 146 306"))
    drops = "".join(disc(x, y, 4, "#f0d2a0", opacity=0.7) for x, y in ((-60, 30), (20, 20), (80, 60), (-110, 110), (120, 150), (-30, 160), (60, 260)))
    back = group(body, hanging, drops, mika_back(picture), transform="translate(596 486) scale(-.62 .62)")
    raised = form(picture, limb("664 528; 740 560; 790 560", (60, 50, 36), 0.42), picture.linear((650, 0), (800, 0), (0, TEAL.own, 1), (1, "#c9b078", 1)), brush("712 568; 730 548; 736 536", 7, TEAL.fold, "leaf"), rims=(Rim(-2, -5, "#ffd08a", 0.9, 1.2),))
    hand = form(picture, limb("780 560; 806 552; 822 548", (28, 26, 16), 0.3), FAIR.band, brush("784 552; 806 545; 820 543", 7, FAIR.lit)) + form(picture, limb("812 550; 834 546; 850 545", (13, 11, 7), 0.3), FAIR.band, brush("814 547; 834 543; 848 543", 4, FAIR.lit))
    return shadow(picture, 596, 1066, 160, 18, 0.5, "#08121a") + back + raised + hand


def _shelter_front(picture: Picture) -> str:
    roof = flat("250 150!; 1010 150!; 1060 206!; 210 206!", picture.linear((210, 0), (1060, 0), (0, "#c9945c", 1), (0.2, "#5a5a50", 1), (0.6, "#25343c", 1), (1, "#17242c", 1))) + box(210, 204, 850, 14, "#0f1a22") + box(210, 204, 850, 3, "#f0b060", opacity=0.6)
    side = flat("210 214!; 330 214!; 330 860!; 210 900!", "#f0b868", opacity=0.13) + box(206, 206, 14, 706, "#14212b") + box(206, 206, 4, 706, "#ffc27a", opacity=0.9)
    drip = "".join(stroke(f"{x} 218; {x} {230 + k % 3 * 9}", "#ffdca8", 3, opacity=0.7) for k, x in enumerate(range(236, 1050, 46)))
    return roof + side + drip


def _lamp(picture: Picture) -> str:
    return stroke("60 1110; 66 300; 80 160; 130 112; 196 110", "#101c26", 15) + stroke("66 1100; 72 300; 86 166; 132 118; 190 115", "#d98a48", 3, opacity=0.8) + form(picture, "176 96!; 196 88; 276 98; 296 118!; 180 128!", "#15222c", rims=(Rim(0, 4, "#ffcf8c", 0.9, 1),)) + ellipse(236, 124, 46, 9, "#fff0cc")


def _light(picture: Picture, chance: random.Random) -> None:
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y, 640, 0.28), glow(picture, LAMP_X, LAMP_Y, 140, "#ffc070", 0.5), cone(picture, "190 126!; 284 126!; 720 960!; -200 960!", 126, 940, "#c8782e", 0.26, 14))
    lit = falling(chance, 110, 10, 30, "#ffd9a0", 2.4, 0.4, (-10, 120, 620, 900)) + falling(chance, 60, 10, 26, "#ffd9a0", 2, 0.2, (300, 200, 1000, 860))
    picture.add("light", group(lit, id="sleet"), glow(picture, 330, 960, 430, "#b8702e", 0.26, 0.22))


def _near(picture: Picture, chance: random.Random) -> None:
    veil = box(1020, -16, 920, 1112, picture.linear((1020, 0), (1936, 0), (0, "#0c1620", 0), (1, "#0c1620", 0.7)))
    drops = "".join(ellipse(round(chance.uniform(0, 1300)), round(chance.uniform(950, 1070)), round(chance.uniform(8, 22)), 3, "none", stroke="#e0b880", stroke_width=1.6, opacity=0.4) for _ in range(26))
    puddle = ellipse(420, 1040, 330, 40, "#c98a4a", opacity=0.22) + ellipse(420, 1036, 240, 22, "#ffcf8c", opacity=0.16)
    picture.add("near", veil, puddle, drops, falling(chance, 80, 14, 54, "#c9d6d4", 3, 0.18))
