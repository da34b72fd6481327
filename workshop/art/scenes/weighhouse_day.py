"""The Weighhouse on a February afternoon: sun through the panes, Fenn at the kit in his hat, a plate for him on the table."""

from __future__ import annotations

import random

from workshop.art.bodies import TEAL, YELLOW, behind, mika_back, side, sleeve
from workshop.art.brush import brush, limb
from workshop.art.heads import fenn
from workshop.art.light import Rim, cone, dust, form, glow, haze, shadow
from workshop.art.people import BROWN, fist, placed
from workshop.art.places import boards, dial, masonry, panes, timber, works
from workshop.art.props import stand
from workshop.art.scenes.weighhouse import back_kit, front_kit
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

FLOOR = 716
WALL = ((0, "#b99a94", 1), (0.22, "#c9a898", 1), (0.42, "#9a8494", 1), (0.62, "#5f5a84", 1), (1, "#26295c", 1))
WOOD = ((0, "#7a6068", 1), (0.3, "#8a6a6c", 1), (0.6, "#4a4468", 1), (1, "#1c1f4c", 1))
EDGE = (Rim(7, -4, "#fff0cc", 0.95, 1.6), Rim(-5, -3, "#8a94c8", 0.7, 1.2))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(44)
    _far(picture)
    picture.add("mid", _stove(picture), back_kit(picture), _fenn(picture), front_kit(picture), _playing(picture))
    picture.add("light", glow(picture, 1010, 300, 560, "#c88a4c", 0.3), cone(picture, "880 130!; 1140 130!; 700 1060!; 180 1060!", 130, 1060, "#e0a060", 0.3, 16), glow(picture, 620, 860, 420, "#c07c40", 0.16, 0.5), dust(chance, 44, (420, 1000), (240, 900), "#fff4dc"))
    _near(picture)
    return picture.text()


def _far(picture: Picture) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    sky = picture.linear((0, 110), (0, 520), (0, "#9fc0e4", 1), (0.5, "#d3dfe8", 1), (0.85, "#ffe9c8", 1), (1, "#fff2d8", 1))
    view = box(880, 116, 270, 420, sky) + disc(1060, 230, 36, "#fffbec") + glow(picture, 1060, 230, 170, "#fff2cc", 0.8) + works(picture, 930, 526, 0.6, ((0, "#9aa0bc", 1), (1, "#dcc8bc", 1)), smoke=None, lights="#fff6e0")
    picture.add("far", masonry(44, FLOOR, "#fff0d8", "#4a4068", 60, 1300), timber(picture, (300, 800, 1220, 1600), FLOOR, WOOD, "#fff0d0", 1010), panes(picture, (880, 116, 270, 420), view, (3, 5), frame="#5a4c66", sill="#fff6e4"))
    picture.add("far", dial(picture, 520, 270, 150, needle=258, face=((0, "#fff4de", 1), (0.3, "#e6cdb8", 1), (0.65, "#a890a4", 1), (1, "#6a6490", 1)), at=(0.9, -0.2), edge="#f0c8a0"), box(510, 420, 20, 300, "#6a5468"))
    light = "".join(flat(f"{300 + k * 130} 760!; {404 + k * 130} 760!; {250 + k * 150 - 60} 1000!; {130 + k * 150 - 60} 1000!", "#ffe9c4", opacity=0.34) for k in range(3))
    picture.add("far", boards(picture, FLOOR, ((0, "#b8948c", 1), (0.3, "#8a7084", 1), (1, "#3a386c", 1)), "#5a4868"), light, _plate(picture))


def _plate(picture: Picture) -> str:
    """The scale's steel plate, chequered, with sun on it."""
    return shape("262 802!; 1028 802!; 1164 1060!; 136 1060!", "#4a4468") + shape("270 806!; 1020 806!; 1150 1050!; 150 1050!", picture.linear((150, 1050), (1020, 806), (0, "#5a5480", 1), (0.5, "#a88c94", 1), (1, "#e6c4a8", 1))) + brush("270 808; 640 807; 1020 808", 4, "#fff6e0", opacity=0.8) + "".join(stroke(f"{x} {y}; {x + 16} {y - 8}", "#fff0d8", 2.6, opacity=0.3) for y in range(836, 1044, 34) for x in range(240, 1080, 62))


def _stove(picture: Picture) -> str:
    iron = picture.linear((1290, 0), (1440, 0), (0, "#6a5468", 1), (0.3, "#4a4468", 1), (1, "#23265a", 1))
    return box(1350, -16, 36, 480, iron) + shadow(picture, 1366, 752, 140, 22, 0.5) + "".join(flat(f"{x} 706!; {x + 16} 706!; {x + 10} 752!; {x + 2} 752!", "#3a3560") for x in (1300, 1418)) + shape("1292 710!; 1286 560; 1296 480; 1330 452!; 1406 452!; 1436 480; 1446 560; 1440 710!", iron) + box(1316, 580, 100, 78, "#241f42", 9) + box(1326, 590, 80, 58, "#4a3448", 5)


def _fenn(picture: Picture) -> str:
    """Back straight, hat on, playing the part exactly as he was given it."""
    seat = shadow(picture, 318, 1040, 130, 22, 0.5) + stand(picture, 306, 820, 1036, 70, 12) + form(picture, "212 800; 230 784; 310 778; 386 784; 402 802; 390 832; 310 842; 226 832", "#4a3c60", rims=(Rim(3, -5, "#f0c8a0", 0.8, 1),))
    thigh = form(picture, limb("290 796; 410 800; 520 822; 550 866", (96, 92, 78, 60)), picture.linear((260, 0), (560, 0), (0, "#2c3068", 1), (1, "#8a7c94", 1)), brush("380 820; 450 816; 506 826", 9, "#22265a", "leaf"), rims=EDGE)
    body = placed(206, 266, 0.86, side(picture, YELLOW, *EDGE, foot=640), "".join(brush(f"-28 {y}; 70 {y + 18}; 172 {y}", 13, YELLOW.fold, opacity=0.6) for y in (400, 480, 560)), turn=3)
    far_arm = sleeve(picture, "340 560; 440 640; 530 650", (80, 70, 50), YELLOW, *EDGE) + placed(580, 660, 0.5, fist(picture, BROWN), turn=30) + stroke("572 656; 630 690", "#5a3a44", 8) + stroke("572 655; 631 689", "#f0c890", 5)
    return far_arm + seat + thigh + placed(210, 290, 0.82, fenn(picture)) + body


def _playing(picture: Picture) -> str:
    upper = sleeve(picture, "300 548; 310 680; 446 668", (98, 92, 60), YELLOW, *EDGE, creases=("280 670; 314 694; 350 680", "380 700; 392 672; 386 652"))
    fore = form(picture, limb("440 668; 512 640; 586 566", (46, 46, 32)), BROWN.shade, brush("446 654; 508 626; 578 558", 14, BROWN.band), brush("450 648; 508 620; 576 553", 7, BROWN.lit))
    stick = stroke("580 556; 712 548", "#5a3a44", 10) + stroke("580 555; 712 547", "#f0c890", 6) + ellipse(714, 547, 9, 6, "#fff0d0")
    return upper + fore + stick + placed(616, 553, 0.72, fist(picture, BROWN), turn=-6)


def _near(picture: Picture) -> None:
    mika = placed(30, 640, 1.16, behind(picture, TEAL, *EDGE, foot=600), mika_back(picture))
    table = flat("1080 930!; 1960 904!; 1960 1110!; 1000 1110!", picture.linear((1000, 0), (1900, 0), (0, "#c99a84", 1), (0.3, "#6a5878", 1), (1, "#23265a", 1))) + ellipse(1240, 960, 92, 24, "#fff2de") + ellipse(1240, 958, 70, 16, "#d9b8a4") + "".join(ellipse(x, y, 24, 15, "#f6dcb8") for x, y in ((1216, 950), (1256, 946), (1240, 962)))
    veil = box(1060, -16, 880, 1112, picture.linear((1060, 0), (1936, 0), (0, "#20245a", 0), (1, "#20245a", 0.62)))
    picture.add("near", mika, group(table, filter=picture.blur(4, 0.03)), veil, haze(picture, 1000, 110, "#4a4470", 0.2))
