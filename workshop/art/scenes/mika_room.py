"""Mika's room at night: a bed under the slope of the roof, a practice pad, frost on the skylight, and the light of a phone."""

from __future__ import annotations

import random

from workshop.art.bodies import TEAL
from workshop.art.brush import brush, limb
from workshop.art.figures import FAIR as SKIN
from workshop.art.light import Rim, dust, form, glow, haze, shadow, warm
from workshop.art.mika import head
from workshop.art.people import Tone, pinch, placed
from workshop.art.places import panes, stars, works
from workshop.art.props import cymbal, drum, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 196, 560
PHONE_X, PHONE_Y = 680, 650
MOON = Tone("#4a4468", "#6f8fa4", "#c3e6e2", "#26234a")
EDGE = (Rim(6, -4, "#a9e0d8", 0.9, 1.5), Rim(-6, -3, "#f0a868", 0.8, 1.4))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(22)
    _far(picture, chance)
    picture.add("mid", _bed(picture), _lamp(picture), _mika(picture), _blanket(picture))
    picture.add("light", glow(picture, LAMP_X, LAMP_Y + 10, 460, "#c8602e", 0.3), glow(picture, LAMP_X, LAMP_Y + 16, 110, "#ffc070", 0.42), glow(picture, PHONE_X, PHONE_Y, 330, "#3f8f94", 0.3), glow(picture, PHONE_X - 6, PHONE_Y - 10, 90, "#8ccbc0", 0.34), glow(picture, 770, 260, 330, "#3a5aa8", 0.2), dust(chance, 20, (620, 900), (220, 620), "#dff2f0"))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#3a2a50", 1), (0.2, "#2f2a58", 1), (0.45, "#262a5c", 1), (0.7, "#191c46", 1), (1, "#101232", 1)))
    slope = flat("-16 -16!; 1936 -16!; 1936 150!; 1240 220!; 360 40!; -16 330!", picture.linear((0, 0), (1400, 0), (0, "#241f48", 1), (0.4, "#2a2c60", 1), (1, "#141638", 1))) + "".join(stroke(f"{x} -20; {x + 120} {60 + (x - 300) * 0.18:.0f}", "#171a40", 3, opacity=0.6) for x in range(360, 1300, 110)) + stroke("-16 330!; 360 40!; 1240 220!; 1936 150!", "#5a5c9c", 4, opacity=0.5)
    picture.add("far", warm(picture, LAMP_X, LAMP_Y, 430, 0.8), slope, _skylight(picture, chance), _wall(), box(-16, 880, 1952, 230, picture.linear((0, 880), (0, 1096), (0, "#2f2a58", 1), (1, "#0f1030", 1))), haze(picture, 760, 200, "#4d4c8c", 0.25))


def _skylight(picture: Picture, chance: random.Random) -> str:
    sky = picture.linear((0, 90), (0, 420), (0, "#16235c", 1), (0.5, "#30509a", 1), (0.85, "#7f96cc", 1), (1, "#b4a6c4", 1))
    stone = ((0, "#2c4486", 1), (1, "#7388bc", 1))
    frost = shape("620 430!; 620 330; 650 390; 720 410; 820 402; 900 412; 940 360; 956 300; 960 430!", "#eef6fc", opacity=0.6, filter=picture.rough(0.025, 22, 7)) + "".join(brush(line, 7, "#eef6fc", "out", opacity=0.5) for line in ("640 420; 660 370; 690 340", "700 420; 710 380; 744 356", "900 420; 890 370; 860 340", "930 410; 940 360; 920 320"))
    moon = disc(720, 170, 30, "#f3f4fa") + disc(734, 160, 28, picture.linear((700, 130), (760, 200), (0, "#1c2d6c", 1), (1, "#28448a", 1)))
    view = box(610, 100, 350, 330, sky) + group(stars(chance, 22, 330, 200), transform="translate(620 100)") + moon + glow(picture, 712, 172, 90, "#c9d6f6", 0.4) + works(picture, 760, 424, 0.46, stone, smoke="#9fb2dc") + frost
    return panes(picture, (620, 104, 340, 322), view, (2, 2), frame="#14163c", sill="#8fa8e4")


def _wall() -> str:
    """Posters without words, a shelf, sticks in a jam jar."""
    posters = flat("330 300!; 470 290!; 478 460!; 338 470!", "#4a3a6c") + ellipse(404, 372, 44, 44, "#8a5a78") + stroke("356 436; 400 430; 448 434", "#c9a0a8", 5, opacity=0.7) + flat("500 350!; 580 346!; 584 440!; 504 444!", "#33508a") + "".join(stroke(f"{518 + k * 16} 364; {526 + k * 12} 428", "#8fb8d0", 5, opacity=0.7) for k in range(3)) + "".join(box(x, y, 18, 9, "#c9c4b8", opacity=0.6, transform=f"rotate(-20 {x} {y})") for x, y in ((328, 296), (462, 286), (498, 346), (574, 342)))
    shelf = box(1010, 470, 300, 12, "#241f4a") + box(1010, 470, 300, 3, "#8fc0c8", opacity=0.5) + "".join(box(1030 + k * 26, 470 - h, 20, h, tone, 2, opacity=0.9) for k, (h, tone) in enumerate(((84, "#34487e"), (96, "#4a3a6c"), (76, "#5a4468"), (90, "#2f5a78"), (70, "#4a3a6c")))) + box(1200, 410, 48, 60, "#3f6c84", 8, opacity=0.8) + stroke("1212 420; 1200 330", "#c99a68", 8) + stroke("1226 420; 1236 322", "#c99a68", 8) + stroke("1236 420; 1262 340", "#a87a58", 8)
    return posters + shelf


def _bed(picture: Picture) -> str:
    frame = box(-16, 810, 1200, 150, "#221f4a") + box(-16, 808, 1200, 8, "#6a5a84", opacity=0.7)
    mattress = form(picture, "-20 740!; 300 724; 700 728; 1140 744; 1176 770; 1170 836!; -20 840!", picture.linear((0, 0), (1180, 0), (0, "#b98a88", 1), (0.25, "#7d6a94", 1), (0.58, "#8fb0c0", 1), (0.8, "#4a5690", 1), (1, "#262a5c", 1)))
    board = form(picture, "1130 640!; 1190 630!; 1196 1000!; 1134 1000!", "#1d1b42", rims=(Rim(-4, -3, "#8fc8c8", 0.7, 1),))
    pillow = form(picture, "-30 744; 30 650; 130 628; 236 660; 262 720; 200 752; 60 760", picture.linear((0, 0), (262, 0), (0, "#f0c090", 1), (0.5, "#b98a94", 1), (1, "#5f5a90", 1)), brush("40 690; 110 670; 190 690", 8, "#8a6a80", "leaf"), brush("80 730; 150 716; 210 726", 7, "#8a6a80", "leaf"), rims=(Rim(3, -4, "#ffe2b4", 0.8, 1.2),))
    return shadow(picture, 600, 990, 700, 40, 0.6) + frame + mattress + pillow + board


def _lamp(picture: Picture) -> str:
    """A clip lamp on the bed's head, its shade turned low."""
    rod = stroke("60 760; 70 640; 130 560", "#241d3c", 8) + stroke("63 756; 73 640; 132 562", "#e0a070", 2)
    shade = form(picture, "120 520!; 168 500; 226 548; 236 580!; 156 590!; 128 560", picture.linear((120, 500), (236, 590), (0, "#c9684a", 1), (0.6, "#8a3c40", 1), (1, "#5a2838", 1)), brush("134 530; 166 512; 200 528", 7, "#f3a878", opacity=0.8))
    return rod + shade + ellipse(196, 584, 42, 9, "#fff0cc", -6) + ellipse(194, 590, 15, 10, "#fffbe8")


def _mika(picture: Picture) -> str:
    """Cross-legged against the wall, chin down to the phone: its light on the face, the lamp's on the back."""
    body = form(picture, "300 560; 262 640; 256 720; 280 792!; 560 800!; 560 720; 548 640; 520 566; 470 524; 396 516; 336 528", picture.linear((260, 0), (560, 0), (0, "#a8705c", 1), (0.14, TEAL.dark, 1), (0.6, TEAL.own, 1), (1, "#7fb8b4", 1)), *(brush(fold, 10, TEAL.fold, "leaf") for fold in ("320 600; 330 680; 318 760", "500 600; 486 680; 500 760", "400 740; 460 760; 530 750")), rims=EDGE)
    knees = form(picture, limb("320 806; 520 776; 690 810", (120, 104, 84), 0.3), picture.linear((300, 0), (720, 0), (0, "#2a2450", 1), (0.6, "#2c3468", 1), (1, "#6f9ab0", 1)), brush("480 800; 540 780; 610 790", 9, "#171a40", "leaf"), rims=EDGE) + form(picture, limb("620 850; 480 862; 350 850", (84, 92, 80), 0.3), picture.linear((300, 0), (640, 0), (0, "#221f48", 1), (1, "#3a4478", 1)), brush("560 856; 500 872; 440 866", 8, "#171a40", "leaf"), rims=EDGE[:1])
    neck = shape("440 500!; 520 500!; 530 560; 500 590; 440 570", SKIN.shade)
    hood = form(picture, "356 560; 360 526; 400 506; 440 508; 480 530; 530 556!; 520 590; 470 602; 400 590", "#214a5e", brush("380 556; 430 580; 510 578", 8, "#14304a"), rims=EDGE)
    face = placed(410, 316, 0.98, head(picture), turn=14)
    arm = form(picture, limb("430 580; 470 720; 612 706", (104, 92, 60), 0.42), picture.linear((400, 0), (640, 0), (0, TEAL.dark, 1), (0.6, TEAL.own, 1), (1, "#9fd0c8", 1)), *(brush(fold, 9, TEAL.fold, "leaf") for fold in ("430 700; 466 726; 506 716", "540 734; 556 706; 552 690")), rims=EDGE[:1])
    hand = placed(618, 700, 0.66, pinch(picture, MOON), turn=-24)
    phone = group(flat("650 560!; 742 584!; 716 720!; 626 692!", "#10122e") + flat("657 570!; 734 591!; 711 710!; 634 686!", picture.linear((650, 570), (712, 710), (0, "#eafaf4", 1), (0.5, "#b9e2da", 1), (1, "#7fb6c0", 1))) + "".join(shape(f"{x} {y}!; {x + w} {y + w * 0.27:.0f}!; {x + w - 4} {y + 14 + w * 0.27:.0f}!; {x - 4} {y + 13}!", tone) for x, y, w, tone in ((664, 588, 44, "#f8fffc"), (672, 612, 50, "#5f9fa8"), (656, 626, 36, "#f8fffc"), (654, 648, 46, "#f8fffc"), (672, 672, 34, "#5f9fa8"))), transform="translate(650 690) scale(.74) translate(-652 -690)")
    return shadow(picture, 460, 880, 320, 30, 0.5) + body + neck + face + hood + knees + phone + arm + hand


def _blanket(picture: Picture) -> str:
    cloth = picture.linear((0, 790), (900, 900), (0, "#6a4058", 1), (0.3, "#4a3a6c", 1), (0.6, "#4f7090", 1), (1, "#232858", 1))
    fold = form(picture, "-20 830; 120 800; 300 860; 500 880; 700 850; 860 830; 1000 860; 1160 840!; 1190 1010!; -20 1040!", cloth, *(brush(line, 12, "#1d1f4c", "leaf", opacity=0.7) for line in ("100 830; 130 900; 120 1000", "300 870; 340 930; 330 1020", "560 890; 540 950; 570 1020", "760 860; 790 930; 770 1010", "980 870; 960 930; 990 1000")), *(brush(line, 8, "#8ccbc0", "leaf", opacity=0.35) for line in ("640 870; 650 930; 640 990", "860 846; 870 910; 860 980")), rims=(Rim(0, -5, "#a9d0d8", 0.5, 1.5),))
    squares = "".join(stroke(line, "#c98a84", 4, opacity=0.3) for line in ("-20 920; 300 950; 700 940; 1180 930", "-20 990; 300 1010; 700 1000; 1180 990", "220 850; 240 940; 236 1040", "440 880; 450 960; 446 1040", "680 860; 690 940; 690 1030", "900 840; 910 930; 904 1020"))
    return fold + squares


def _near(picture: Picture) -> None:
    pad = stand(picture, 1330, 800, 1110, 80, 12) + drum(picture, 1330, 800, 150, 34, 60, -0.4, ((0, "#8fc0c8", 1), (0.3, "#3a4478", 1), (1, "#141638", 1)))
    crash = cymbal(picture, 1620, 640, 190, 34, 10, -0.4) + stand(picture, 1620, 640, 1110, 80, 10)
    veil = box(1000, -16, 940, 1112, picture.linear((1000, 0), (1936, 0), (0, "#0f1030", 0), (1, "#0f1030", 0.72)))
    picture.add("near", group(pad, filter=picture.blur(3, 0.03)), group(crash, filter=picture.blur(3, 0.03)), veil)
