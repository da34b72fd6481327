"""The bakery's shop before it opens: shelves under one lamp, Rae from behind at the price board, a bill on the counter."""

from __future__ import annotations

import random

from workshop.art.bodies import Cloth
from workshop.art.brush import brush, limb, oval
from workshop.art.heads import rae
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, rising, shadow, steam, warm
from workshop.art.people import BROWN, pinch, placed
from workshop.art.places import flakes, panes, street_lamp, works
from workshop.art.props import pendant
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 700, 216
SHIRT = Cloth("#5a4a62", "#94808c", "#ffe2bc", "#5a4a5c")
WALL = ((0, "#223066", 1), (0.2, "#3a3566", 1), (0.38, "#6a4658", 1), (0.52, "#4a3354", 1), (0.75, "#1f1d44", 1), (1, "#131430", 1))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(26)
    _far(picture, chance)
    picture.add("mid", _rae(picture), _counter(picture), pendant(picture, LAMP_X, LAMP_Y, 140, enamel="#6a3440"))
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 40, 720, 0.3), cone(picture, f"{LAMP_X - 66} {LAMP_Y}!; {LAMP_X + 66} {LAMP_Y}!; {LAMP_X + 320} 800!; {LAMP_X - 320} 800!", LAMP_Y, 820, "#e8903c", 0.26, 16), glow(picture, LAMP_X, LAMP_Y + 10, 130, "#ffc070", 0.42), glow(picture, 190, 380, 330, "#3f62a8", 0.2), rising(steam(picture, 428, 690, 130, 0.2, 14)), dust(chance, 40, (480, 940), (280, 700)))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 80, 640, 0.85), _window(picture, chance), _shelves(picture, chance), _board(picture))


def _window(picture: Picture, chance: random.Random) -> str:
    sky = picture.linear((0, 90), (0, 620), (0, "#1a2a6a", 1), (0.4, "#3f62a8", 1), (0.7, "#86a0cc", 1), (0.9, "#d9c0c4", 1), (1, "#f2c9a4", 1))
    stone = ((0, "#3a528c", 1), (1, "#8294bc", 1))
    street = "".join(flat(f"{x} 620!; {x} {y + 40}!; {x + w / 2} {y}!; {x + w} {y + 40}!; {x + w} 620!", tone) + flat(f"{x - 3} {y + 42}!; {x + w / 2} {y - 4}!; {x + w + 3} {y + 42}!; {x + w / 2} {y + 12}!", "#e6eefa") for x, y, w, tone in ((-30, 430, 110, "#2c3f7c"), (80, 400, 96, "#34488a"), (176, 440, 120, "#2c3f7c"), (296, 410, 100, "#34488a")))
    lit = box(120, 476, 26, 36, "#ffcf86") + glow(picture, 133, 494, 60, "#f0a858", 0.5)
    snow = shape("20 590; 120 578; 250 588; 370 574; 370 640!; 20 640!", "#cfdcf2")
    frost = shape("20 640!; 20 540; 60 600; 130 618; 220 610; 310 620; 350 560; 366 480; 370 640!", "#eef5fc", opacity=0.6, filter=picture.rough(0.03, 18, 5))
    view = box(20, 90, 346, 540, sky) + works(picture, 140, 560, 0.6, stone, smoke="#b9c6e0") + street + lit + street_lamp(picture, 262, 606, 220, -30) + snow + frost + flakes(chance, 40, "#ffffff", (1.2, 3), 0.8, (20, 90, 366, 600))
    return panes(picture, (20, 90, 346, 530), view, (1, 1), frame="#1a1b40", sill="#a9bce6") + box(12, 84, 362, 236, picture.linear((12, 0), (374, 0), (0, "#4a4c84", 1), (0.5, "#7a6482", 1), (1, "#c9937c", 1))) + "".join(box(12, y, 362, 3, "#2c2a58", opacity=0.45) for y in range(112, 316, 34)) + box(10, 316, 366, 14, "#8a6470", 5) + stroke("193 330; 193 366", "#e0b090", 3) + disc(193, 372, 8, "#e0b090")


def _shelves(picture: Picture, chance: random.Random) -> str:
    parts = []
    for row, y in enumerate((300, 420, 540)):
        left, right = 890, 1420
        parts.append(box(left, y, right - left, 12, picture.linear((left, 0), (right, 0), (0, "#e0a070", 1), (0.25, "#7a4a50", 1), (1, "#1f1b40", 1))) + box(left, y + 12, right - left, 5, "#171432", opacity=0.7))
        x = left + 14.0
        while x < right - 60:
            wide = (64, 84, 48)[row]
            shade = min(1.0, (x - left) / 460)
            crust = picture.linear((x, y - 50), (x + wide, y), (0, "#ffd99a" if shade < 0.4 else "#a8685a", 1), (0.4, "#c9783e" if shade < 0.5 else "#5a3448", 1), (1, "#4a2436" if shade < 0.7 else "#241838", 1))
            high = 42 + chance.uniform(-4, 8)
            parts.append(shape(f"{x} {y}!; {x + 2} {y - high * 0.6:.0f}; {x + wide * 0.5} {y - high:.0f}; {x + wide - 2} {y - high * 0.6:.0f}; {x + wide} {y}!", crust) + brush(f"{x + wide * 0.25} {y - high * 0.6:.0f}; {x + wide * 0.5} {y - high * 0.72:.0f}; {x + wide * 0.8} {y - high * 0.5:.0f}", 5, "#fff0cc", opacity=round(0.75 * (1 - shade), 2)))
            x += wide + 10
    cards = "".join(flat(f"{x} {y}!; {x + 44} {y - 2}!; {x + 44} {y + 20}!; {x} {y + 20}!", "#f0dcc0", opacity=0.8) + stroke(f"{x + 7} {y + 10}; {x + 24} {y + 8}; {x + 36} {y + 11}", "#5a3a48", 3) for x, y in ((930, 308), (1060, 308), (960, 428), (1100, 428), (940, 548)))
    return group(*parts) + cards


def _board(picture: Picture) -> str:
    """Prices in chalk, and a name with many strokes behind it that nobody has crossed out."""
    slate = form(picture, "430 120!; 640 120!; 640 470!; 430 470!", picture.linear((430, 0), (640, 0), (0, "#1d2448", 1), (0.6, "#2c2a4c", 1), (1, "#4a3650", 1)), rims=(Rim(3, 0, "#e0a070", 0.8, 1),))
    frame = box(420, 110, 230, 370, "#5a3a48", 4) + box(420, 110, 230, 5, "#e0a070", opacity=0.7)
    rows = "".join(stroke(f"{452} {y}; {476} {y - 5}; {500} {y + 2}; {530} {y - 3}", "#e9e4ea", 5, opacity=0.75) + stroke(f"{580} {y}; {596} {y - 8}; {614} {y}", "#f2c98a", 5, opacity=0.75) for y in (166, 206, 246, 286))
    tally = stroke("452 346; 480 338; 512 346", "#e9e4ea", 5, opacity=0.8) + "".join(stroke(f"{456 + k * 13 + k // 4 * 12} 372; {453 + k * 13 + k // 4 * 12} 402", "#e9e4ea", 4.5, opacity=0.8) for k in range(8)) + stroke("446 394; 506 378", "#e9e4ea", 4.5, opacity=0.8) + stroke("510 394; 570 378", "#e9e4ea", 4.5, opacity=0.8)
    return frame + slate + rows + tally


def _rae(picture: Picture) -> str:
    """Her arm up at the board, chalk in hand, her face half turned to it."""
    edges = (Rim(7, -4, "#ffc98a", 0.95, 1.5), Rim(-6, -3, "#86a8e4", 0.85, 1.2))
    body = form(picture, "-44 -14!; -92 8; -136 40; -158 100; -146 220; -134 330; -146 470; -160 640!; 160 640!; 146 470; 134 330; 146 220; 158 100; 136 40; 92 8; 44 -14!; 0 4", picture.linear((-160, 0), (160, 0), (0, SHIRT.dark, 1), (0.55, SHIRT.own, 1), (1, SHIRT.lit, 1)), *(brush(fold, 10, SHIRT.fold, "leaf") for fold in ("-70 60; -90 160; -60 250", "80 60; 96 160; 70 240")), rims=edges)
    apron = form(picture, "-150 320!; 150 320!; 168 700!; -168 700!", picture.linear((-160, 0), (160, 0), (0, "#1f2c58", 1), (0.6, "#34507c", 1), (1, "#a8a0a0", 1)), *(brush(f"{x} 350; {x * 1.1:.0f} 520; {x * 1.2:.0f} 690", 9, "#1a2448", "leaf") for x in (-100, -30, 40, 110)), rims=edges)
    straps = flat("-104 20!; -70 6!; 60 322!; 20 322!", "#3a567e") + flat("104 20!; 70 6!; -60 322!; -20 322!", "#5a7692") + shape("-40 316; 0 300; 40 316; 34 344; 0 350; -34 344", "#3a567e") + brush("-6 340; -30 400; -44 470", 16, "#34507c", "out") + brush("8 340; 26 400; 30 450", 16, "#4a6a90", "out")
    lowered = form(picture, limb("126 70; 186 210; 150 330", (96, 82, 60), 0.42), picture.linear((90, 0), (210, 0), (0, SHIRT.own, 1), (1, SHIRT.lit, 1)), brush("206 200; 178 216; 150 210", 8, SHIRT.fold, "leaf"), rims=edges) + form(picture, limb("156 320; 130 380; 118 430", (48, 42, 34)), BROWN.shade, rims=(Rim(6, -2, BROWN.lit, 0.95, 1.2),))
    raised = form(picture, limb("-118 70; -220 20; -236 -90", (98, 84, 62), 0.42), picture.linear((-240, 0), (-90, 0), (0, SHIRT.dark, 1), (1, SHIRT.lit, 1)), brush("-226 20; -206 40; -170 44", 8, SHIRT.fold, "leaf"), rims=edges) + form(picture, limb("-236 -70; -226 -140; -200 -206", (50, 42, 32)), BROWN.shade, rims=(Rim(7, -2, BROWN.lit, 0.95, 1.2),)) + placed(-206, -186, 0.62, pinch(picture, BROWN), turn=-66) + stroke("-172 -246; -160 -272", "#fff6e6", 9)
    head = placed(96, -262, 1.04, rae(picture), flip=True, turn=-4)
    return placed(730, 466, 0.76, raised, head, body, lowered, straps, apron)


def _counter(picture: Picture) -> str:
    top = picture.radial(690, 760, 620, (0, "#ffd9a0", 1), (0.25, "#e0a068", 1), (0.55, "#96564c", 1), (1, "#3a2648", 1), squash=0.4)
    deck = flat("-16 730!; 1300 730!; 1420 834!; -16 834!", top) + flat("-16 834!; 1420 834!; 1400 1110!; -16 1110!", picture.linear((0, 834), (0, 1100), (0, "#5a3446", 1), (0.3, "#33233f", 1), (1, "#151330", 1))) + box(-16, 832, 1436, 5, picture.linear((0, 0), (1400, 0), (0, "#8fa6d8", 0.7), (0.5, "#ffdca6", 1), (1, "#ffdca6", 0)))
    panels = "".join(box(x, 870, 220, 220, "none", 8, stroke="#1f1838", stroke_width=6, opacity=0.7) for x in (40, 290, 540, 790, 1040))
    bill = flat("560 764!; 690 756!; 716 818!; 572 826!", "#fff2da") + "".join(stroke(f"{586 + k * 3} {780 + k * 12}; {620 + k * 3} {777 + k * 12}", "#6a4a58", 3.4) + stroke(f"{652 + k * 3} {776 + k * 12}; {680 + k * 3} {774 + k * 12}", "#6a4a58", 3.4) for k in range(3)) + stroke("650 816; 696 812", "#b5523c", 4)
    pencil = stroke("728 800; 812 776", "#c9a24a", 8) + stroke("812 776; 824 772", "#2a1730", 6)
    basket = form(picture, "310 722!; 520 722!; 500 800!; 330 800!", picture.linear((310, 0), (520, 0), (0, "#4a4a78", 1), (0.5, "#a8705a", 1), (1, "#f0b878", 1)), *(brush(f"{316 + k * 6} {738 + k * 22}; 414 {746 + k * 22}; {512 - k * 6} {738 + k * 22}", 6, "#4a2c40", opacity=0.7) for k in range(3)), rims=(Rim(4, -3, "#ffe2b4", 0.8, 1),))
    rolls = "".join(form(picture, oval(x, y, 44, 30), "#b5683c", ellipse(x + 6, y - 8, 32, 18, "#ffcf8a"), brush(f"{x - 14} {y - 8}; {x + 4} {y - 14}; {x + 22} {y - 6}", 5, "#7a3a2c"), rims=()) for x, y in ((362, 706), (446, 700), (404, 682), (486, 714), (330, 720)))
    till = form(picture, "60 620!; 210 620!; 236 732!; 40 732!", picture.linear((40, 0), (236, 0), (0, "#4a66a0", 1), (0.4, "#3a3c70", 1), (1, "#8a5a62", 1)), *(disc(84 + k % 4 * 34, 660 + k // 4 * 26, 9, "#c9c4d4", opacity=0.8) for k in range(8)), rims=(Rim(-4, -3, "#a9c4f4", 0.9, 1), Rim(4, -2, "#f0b482", 0.8, 1))) + form(picture, "90 560!; 184 560!; 192 622!; 84 622!", "#2c2f60", box(104, 574, 66, 30, "#8ccbc0", 3, opacity=0.7), rims=(Rim(-3, -3, "#a9c4f4", 0.8, 1),))
    flour = "".join(ellipse(x, y, r, r * 0.25, "#fff6e6", opacity=0.5) for x, y, r in ((800, 760, 46), (860, 790, 24), (500, 806, 20), (920, 752, 16)))
    return deck + panels + flour + shadow(picture, 420, 802, 130, 14, 0.5) + basket + rolls + shadow(picture, 140, 736, 130, 12, 0.5) + till + shadow(picture, 650, 824, 90, 8, 0.35) + bill + pencil


def _near(picture: Picture) -> None:
    jars = "".join(form(picture, f"{x} 1120!; {x} 950; {x + 14} 926; {x + 96} 926; {x + 110} 950; {x + 110} 1120!", "#1a1838", rims=(Rim(-4, -3, "#c98a64", 0.8, 2),)) + box(x + 8, 900, 94, 30, "#241f42", 6) for x in (1160, 1300, 1450))
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#121230", 0), (1, "#121230", 0.7)))
    picture.add("near", veil, group(jars, filter=picture.blur(5, 0.05)), haze(picture, 980, 140, "#121230", 0.5))
