"""The Works has stopped: a yard in the middle of the night, washing that drips, chimneys without smoke under the moon, one window lit."""

from __future__ import annotations

import random

from workshop.art.brush import brush, limb
from workshop.art.light import Rim, form, glow, haze
from workshop.art.places import stars, works
from workshop.art.streets import puddle
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

GROUND = 740
WINDOW_X, WINDOW_Y = 190, 430
EDGE = (Rim(5, -3, "#e6edff", 0.85, 1.4), Rim(-5, -2, "#f0b070", 0.55, 1.2))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(41)
    _far(picture, chance)
    picture.add("mid", _house(picture), _wall(picture, chance), _line(picture), _bucket(picture))
    picture.add("light", glow(picture, 960, 170, 520, "#3a56a8", 0.2), glow(picture, WINDOW_X, WINDOW_Y, 420, "#c8682e", 0.3), glow(picture, WINDOW_X, WINDOW_Y, 110, "#ffc070", 0.34), glow(picture, 250, 880, 260, "#b8642e", 0.24, 0.3))
    _near(picture, chance)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, 640), (0, "#0f1640", 1), (0.3, "#1f2f70", 1), (0.56, "#3c5296", 1), (0.78, "#6f7cb0", 1), (1, "#a494b4", 1))
    picture.ground("far", sky)
    clouds = "".join(brush(line, wide, colour, "both", opacity=0.5) for line, wide, colour in (("300 110; 620 84; 960 120; 1300 96", 40, "#4a5c9c"), ("420 260; 700 236; 1040 262", 30, "#5f70ac"), ("560 380; 800 366; 1020 384", 20, "#8a8fbc")))
    stone = ((0, "#1e2a64", 1), (0.5, "#33437e", 1), (1, "#6a709c", 1))
    picture.add("far", glow(picture, 960, 170, 330, "#a9bcf0", 0.5), disc(960, 170, 40, "#f4f5fc"), disc(974, 160, 8, "#d3d9ee"), disc(950, 184, 6, "#d3d9ee"), stars(chance, 46, 1500, 420), group(clouds, filter=picture.blur(9, 0.06)), works(picture, 560, 668, 1.36, stone, smoke=None, lights="#3c4880"), haze(picture, 470, 240, "#8c96c4", 0.4))
    roofs = "".join(flat(f"{x} {GROUND}!; {x} {y}!; {x + w * 0.5} {y - 46}!; {x + w} {y}!; {x + w} {GROUND}!", tone) + flat(f"{x - 4} {y + 4}!; {x + w * 0.5} {y - 50}!; {x + w * 0.5 + 20} {y - 32}!; {x + w * 0.5} {y - 36}!", "#b9c6ea", opacity=0.8) for x, y, w, tone in ((980, 630, 150, "#34407c"), (1120, 610, 170, "#2d3872"), (1280, 640, 160, "#28336c"), (1430, 600, 200, "#222c62"), (1620, 630, 330, "#1c2558")))
    picture.add("far", roofs, haze(picture, 600, 150, "#98a0cc", 0.35))
    ground = picture.linear((0, GROUND), (0, 1100), (0, "#5f6ca4", 1), (0.3, "#37447e", 1), (1, "#121a48", 1))
    sky_in = ((0, "#a9b0d8", 0.9), (0.5, "#6a7cbc", 0.9), (1, "#2f4088", 0.9))
    snow = "".join(shape(line, "#b4c2ea", opacity=o * 0.8) for line, o in (("-16 760; 120 744; 300 756; 330 774; 200 790; -16 800!", 0.9), ("820 770; 980 752; 1200 760; 1260 778; 1100 796; 900 792", 0.7), ("1300 800; 1500 784; 1936 790!; 1936 840!; 1500 836", 0.5)))
    picture.add("far", box(-16, GROUND, 1952, 370, ground), snow, puddle(picture, 600, 860, 260, 44, sky_in), puddle(picture, 960, 990, 200, 34, sky_in), puddle(picture, 250, 960, 120, 18, sky_in), _mirror(picture))


def _mirror(picture: Picture) -> str:
    """The chimneys stand on their heads in the big puddle."""
    stacks = "".join(flat(f"{x - w} 828!; {x + w} 828!; {x + w * 0.7:.0f} {foot}!; {x - w * 0.7:.0f} {foot}!", "#2a3670", opacity=0.6) for x, w, foot in ((655, 17, 892), (764, 14, 880), (867, 10, 864)))
    rings = "".join(ellipse(x, y, r, r * 0.24, "none", stroke="#ffffff", stroke_width=2, opacity=0.6) for x, y, r in ((500, 862, 18), (500, 862, 34), (940, 984, 22), (250, 958, 14)))
    return group(stacks, filter=picture.blur(2, 0.06)) + rings


def _house(picture: Picture) -> str:
    """The back of Mum's house: one kitchen window lit, icicles letting go."""
    wall = picture.linear((-16, 0), (390, 0), (0, "#1f2860", 1), (0.5, "#2f376e", 1), (1, "#6a6c9c", 1))
    bricks_ = "".join(box(x + (30 if (y // 26) % 2 else 0), y, 54, 20, "#171f52" if (x + y) % 3 else "#6a6a9c", 2, opacity=0.16) for y in range(130, 740, 26) for x in range(-16, 350, 62) if (x * 7 + y * 3) % 5 < 2)
    roof = flat("-16 60!; 330 60!; 420 132!; -16 132!", "#1a2258") + flat("-16 54!; 326 54!; 350 74!; 300 84!; 240 72!; 160 92!; 80 76!; -16 90!", "#b9c6ec") + box(-16, 128, 436, 12, "#141c4c")
    ice = "".join(brush(f"{x} 138; {x} {138 + h * 0.6:.0f}; {x} {138 + h}", 9, "#eaf4fc", "out", opacity=0.9) for x, h in ((30, 40), (70, 64), (104, 34), (150, 52), (214, 30), (262, 58), (300, 36), (352, 46), (392, 28)))
    drips = "".join(ellipse(x, y, 3.4, 6, "#ffffff", opacity=0.9) for x, y in ((70, 232), (262, 250), (150, 300), (352, 240), (262, 520), (70, 600)))
    pane = picture.radial(WINDOW_X, WINDOW_Y + 20, 150, (0, "#fff2cc", 1), (0.5, "#ffcf88", 1), (1, "#e89a54", 1))
    window = box(96, 336, 190, 200, "#2c2c5c") + box(108, 348, 166, 176, pane) + flat("108 348!; 150 348!; 138 420!; 108 450!", "#d9805a") + flat("274 348!; 236 348!; 244 420!; 274 450!", "#d9805a") + box(186, 348, 9, 176, "#2c2c5c") + box(108, 428, 166, 8, "#2c2c5c") + box(84, 534, 214, 16, "#c4b0bc") + brush("84 534; 190 526; 298 534", 8, "#f4f6fc", "both")
    things = shape("128 524!; 130 500!; 152 500!; 154 524!", "#8a4a40") + "".join(brush(line, 6, "#6f7a4c") for line in ("141 500; 136 480; 126 470", "141 500; 143 478; 142 464", "141 500; 150 482; 160 474")) + form(picture, "206 524!; 208 496; 216 486; 240 486; 250 498; 252 524!", "#5a4468", rims=()) + stroke("250 500; 264 504; 260 516", "#5a4468", 5)
    door = box(322, 470, 70, 270, "#1c2458") + box(330, 480, 54, 260, "#2c3c74") + disc(340, 620, 5, "#e8b890")
    return flat("-16 132!; 400 132!; 400 740!; -16 740!", wall) + bricks_ + roof + ice + drips + glow(picture, WINDOW_X, WINDOW_Y, 210, "#f0a860", 0.5) + window + things + door


def _wall(picture: Picture, chance: random.Random) -> str:
    brick = picture.linear((400, 0), (1500, 0), (0, "#5f5f94", 1), (0.5, "#454f8c", 1), (1, "#1e2860", 1))
    marks = "".join(box(round(chance.uniform(400, 1230)), 640 + row * 22, 48, 17, "#2a336e", 2, opacity=0.4) for row in range(4) for _ in range(9))
    cap = "".join(brush(f"{x} 632; {x + 90} {624 + x % 7}; {x + 190} 633", 15, "#c4d0f0", "both") for x in range(400, 1900, 176))
    gate = box(720, 620, 110, 128, "#1c2458") + "".join(box(726 + k * 26, 626, 20, 118, "#323c76") for k in range(4))
    return box(400, 634, 1560, 106, brick) + marks + gate + cap


def _sheet(picture: Picture, x: float, y: float, wide: float, high: float, tones: tuple[str, str, str]) -> str:
    paint = picture.linear((x, 0), (x + wide, 0), (0, tones[0], 1), (0.6, tones[1], 1), (1, "#eef2fe", 1))
    creases = (brush(f"{x + wide * k} {y}; {x + wide * (k + 0.04)} {y + high * 0.5}; {x + wide * k} {y + high}", 12, tones[2], "leaf", opacity=0.7) for k in (0.2, 0.45, 0.7))
    cloth = form(picture, f"{x} {y}!; {x + wide * 0.5} {y + 9}; {x + wide} {y}!; {x + wide + 10} {y + high * 0.55}; {x + wide - 4} {y + high}!; {x + wide * 0.6} {y + high - 12}; {x + wide * 0.3} {y + high + 6}; {x + 4} {y + high - 4}!; {x - 6} {y + high * 0.5}", paint, *creases, rims=EDGE)
    return cloth + "".join(box(px - 4, y - 10, 8, 22, "#b98a70", 2) + box(px - 4, y - 10, 3, 22, "#fff0d8", opacity=0.7) for px in (x + 10, x + wide - 10))


def _line(picture: Picture) -> str:
    cord = stroke("376 250; 560 306; 800 320; 1060 300; 1420 210", "#4a4c84", 4)
    sheets = _sheet(picture, 430, 282, 170, 250, ("#6a78b4", "#a9b6e0", "#5664a4")) + _sheet(picture, 926, 314, 150, 210, ("#6f7ab4", "#aeb8e0", "#5a66a6"))
    uniform = form(picture, "640 326; 676 318; 700 340; 724 318; 760 326; 800 356; 816 410!; 782 424!; 770 396; 772 460; 780 540!; 700 548; 620 540!; 628 460; 630 396; 618 424!; 584 410!; 600 356", picture.linear((590, 0), (816, 0), (0, "#27326e", 1), (0.6, "#3c4c8c", 1), (1, "#aebbe6", 1)), stroke("700 342; 700 544", "#2c3670", 4), *(disc(700, y, 5, "#f0e2d8") for y in (372, 410, 448, 486)), brush("650 470; 660 500; 654 536", 8, "#333e78", "leaf"), brush("750 470; 742 500; 748 536", 8, "#333e78", "leaf"), rims=EDGE) + shape("676 318!; 700 342!; 684 366!; 660 334", "#eef0f8") + shape("724 318!; 700 342!; 716 366!; 740 334", "#fff4e2") + flat("726 384!; 756 382!; 757 400!; 727 402!", "#fff0d0") + "".join(box(px - 4, 310, 8, 22, "#b98a70", 2) for px in (652, 748))
    socks = "".join(form(picture, limb(line, (30, 28, 26), 0.2), tone, rims=EDGE) for line, tone in (("850 324; 848 380; 866 404", "#a8604e"), ("890 322; 888 378; 906 402", "#a8604e")))
    post = box(366, 240, 14, 500, "#33386e") + box(366, 240, 4, 500, "#8a90bc")
    return post + cord + sheets + uniform + socks + "".join(ellipse(x, y, 3, 6, "#ffffff", opacity=0.9) for x, y in ((500, 556), (700, 574), (980, 548), (866, 440)))


def _bucket(picture: Picture) -> str:
    basket = form(picture, "496 800!; 668 800!; 650 890!; 514 890!", picture.linear((496, 0), (668, 0), (0, "#3a3060", 1), (0.5, "#6a5878", 1), (1, "#b9b0d0", 1)), *(brush(f"{500 + k * 5} {818 + k * 22}; 582 {826 + k * 22}; {664 - k * 5} {818 + k * 22}", 6, "#4a3a60", opacity=0.6) for k in range(3)), rims=EDGE) + form(picture, "506 800; 520 774; 560 764; 590 776; 630 762; 656 780; 660 802; 580 812", "#b4bee4", brush("530 790; 560 780; 590 792", 7, "#7f8cc4", "leaf"), brush("600 786; 626 776; 646 790", 7, "#7f8cc4", "leaf"), rims=EDGE)
    return group(ellipse(586, 894, 110, 12, "#3a3f78", opacity=0.5), basket, transform="translate(280 -60)")


def _near(picture: Picture, chance: random.Random) -> None:
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#0d1440", 0), (1, "#0d1440", 0.6)))
    twig = stroke("-20 1040; 60 960; 90 860; 150 790", "#0e1540", 9) + stroke("60 960; 130 930; 170 880", "#0e1540", 6) + stroke("90 860; 60 800; 70 740", "#0e1540", 6) + "".join(ellipse(x, y, 6, 9, "#6f7f74", 20) for x, y in ((150, 786), (170, 876), (70, 736), (128, 928), (62, 802)))
    drops = "".join(ellipse(round(chance.uniform(20, 1000)), round(chance.uniform(140, 700)), 2.4, 5, "#ffffff", opacity=0.5) for _ in range(16))
    picture.add("near", veil, group(twig, filter=picture.blur(2.4, 0.04)), drops)
