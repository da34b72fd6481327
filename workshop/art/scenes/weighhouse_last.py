"""The Weighhouse, late: one lamp, Jorin alone with Mika's snare on his knees, tuning it, an empty hook on the wall."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, RUST, side, sleeve
from workshop.art.brush import brush, limb
from workshop.art.heads import jorin
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, shadow, warm
from workshop.art.people import FAIR, pinch, placed
from workshop.art.places import boards, dial, masonry, panes, timber, works
from workshop.art.props import cymbal, drum, pendant, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 660, 250
FLOOR = 730
WALL = ((0, "#191d46", 1), (0.22, "#2c2a56", 1), (0.36, "#54405c", 1), (0.48, "#33294f", 1), (0.7, "#181a40", 1), (1, "#0e1030", 1))
WOOD = ((0, "#12143a", 1), (0.3, "#42304a", 1), (0.5, "#221d42", 1), (1, "#0b0d28", 1))
EDGE = (Rim(7, -4, "#ffc488", 0.95, 1.6), Rim(-5, -3, "#6f86c8", 0.75, 1.3))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(46)
    _far(picture)
    picture.add("mid", _kit(picture), _jorin(picture), pendant(picture, LAMP_X, LAMP_Y, 150))
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 30, 640, 0.27), cone(picture, f"{LAMP_X - 70} {LAMP_Y}!; {LAMP_X + 70} {LAMP_Y}!; {LAMP_X + 300} 1000!; {LAMP_X - 340} 1000!", LAMP_Y, 1000, "#e0802c", 0.28, 14), glow(picture, LAMP_X, LAMP_Y + 10, 120, "#ffb860", 0.44), dust(chance, 30, (500, 820), (330, 820)))
    _near(picture)
    return picture.text()


def _far(picture: Picture) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    sky = picture.linear((0, 140), (0, 520), (0, "#1a2660", 1), (0.5, "#34509a", 1), (0.85, "#8a94c4", 1), (1, "#c4b0bc", 1))
    view = box(70, 140, 200, 380, sky) + works(picture, 130, 510, 0.52, ((0, "#2c4080", 1), (1, "#6a7ab0", 1)), smoke=None) + disc(220, 200, 20, "#f4f3f8", opacity=0.9)
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 60, 560, 0.85), masonry(46, FLOOR, "#ffb47a", "#0d0f2c", 380, 1000), timber(picture, (320, 930, 1380), FLOOR, WOOD, "#d98b6a", LAMP_X), panes(picture, (70, 140, 200, 372), view, (3, 4), frame="#0f1134"))
    picture.add("far", dial(picture, 468, 250, 130, needle=228, at=(0.9, 0.2)), _hooks(picture), boards(picture, FLOOR, ((0, "#463458", 1), (0.3, "#2c2450", 1), (1, "#0d0f2c", 1)), "#0f0f2a"), ellipse(LAMP_X, 930, 560, 150, picture.radial(LAMP_X, 930, 560, (0, "#e0985f", 0.6), (0.5, "#8a5058", 0.3), (1, "#4a2a50", 0), squash=0.27)))


def _hooks(picture: Picture) -> str:
    """A board of keys on hooks; one hook has nothing on it."""
    plank = form(picture, "780 330!; 912 330!; 912 372!; 780 372!", picture.linear((780, 0), (912, 0), (0, "#c07a54", 1), (1, "#5a3848", 1)), rims=(Rim(-3, -3, "#ffd9a0", 0.8, 1),))
    keys = "".join(stroke(f"{x} 352; {x} 364", "#ffe2a8", 4) + (ellipse(x, 374, 8, 8, "none", stroke="#e8b870", stroke_width=4) + stroke(f"{x} 382; {x} 412", "#e8b870", 5) + stroke(f"{x} 404; {x + 7} 404", "#e8b870", 4) if k != 2 else "") for k, x in enumerate((796, 822, 848, 874, 900)))
    return plank + keys


def _kit(picture: Picture) -> str:
    """The rest of the kit behind him, with a hole in it where the snare stood."""
    kick = shadow(picture, 900, 980, 170, 26, 0.6) + ellipse(890, 850, 118, 128, picture.linear((772, 0), (1008, 0), (0, "#ffcf96", 1), (0.3, "#8a4a4c", 1), (1, "#2a2450", 1))) + ellipse(890, 850, 104, 114, picture.radial(820, 770, 260, (0, "#f0bd8a", 1), (0.3, "#a06a74", 1), (0.7, "#4c4078", 1), (1, "#2a2a5c", 1))) + ellipse(906, 884, 22, 26, "#1c1230")
    toms = group(drum(picture, 850, 700, 72, 20, 70, -0.4), transform="rotate(-6 850 700)") + group(drum(picture, 976, 700, 76, 21, 74, -0.5), transform="rotate(6 976 700)")
    metal = stand(picture, 1040, 560, 980, 60, 8) + cymbal(picture, 1040, 560, 128, 26, 9, -0.5, rivets=6) + stand(picture, 770, 620, 940, 50, 8) + cymbal(picture, 770, 624, 74, 12, -3, -0.2)
    bare = stand(picture, 560, 800, 1010, 62, 9) + stroke("512 792; 560 806; 608 792", "#3a3668", 9) + stroke("512 790; 560 803; 608 790", "#d9a070", 2.5)
    return metal + kick + toms + bare


def _jorin(picture: Picture) -> str:
    """On the platform's edge, the snare on his knees, an ear close to the head, the key turning by an eighth."""
    stool = shape("-30 826!; 420 826!; 452 858!; -30 858!", picture.linear((0, 0), (452, 0), (0, "#2c2450", 1), (0.6, "#6a4c5c", 1), (1, "#e0a070", 1))) + box(-30, 858, 482, 40, picture.linear((0, 0), (452, 0), (0, "#141233", 1), (1, "#5a3a48", 1))) + "".join(stroke(f"{x} 836; {x + 14} 848", "#f0b98a", 3, opacity=0.4) for x in range(10, 430, 44)) + box(-30, 856, 482, 4, "#ffd9a0", opacity=0.6)
    body = placed(172, 262, 0.86, side(picture, RUST, *EDGE, foot=640), turn=8)
    far_leg = form(picture, limb("240 800; 500 800; 520 1000", (110, 92, 58), 0.3), "#1a1f4a", rims=EDGE)
    near_leg = form(picture, limb("220 816; 480 830; 470 1020", (122, 100, 62), 0.3), picture.linear((280, 0), (540, 0), (0, JEANS.dark, 1), (0.6, JEANS.own, 1), (1, "#8a7080", 1)), brush("420 820; 480 836; 506 880", 9, JEANS.fold, "leaf"), brush("440 920; 470 940; 500 926", 8, JEANS.fold, "leaf"), rims=EDGE)
    boots = form(picture, "440 1010!; 500 1010!; 516 1030; 570 1042; 572 1060!; 432 1060!", "#17142e", rims=EDGE) + form(picture, "494 990!; 546 990!; 560 1008; 606 1020; 608 1036!; 488 1036!", "#14122a", rims=EDGE)
    snare = group(drum(picture, 500, 716, 118, 34, 66, 0.5, ((0, "#4a4a80", 1), (0.4, "#6f6488", 1), (0.7, "#b98a80", 1), (0.92, "#ffe0b0", 1), (1, "#c58a68", 1))), transform="rotate(-4 500 716)")
    far_arm = sleeve(picture, "330 560; 430 640; 560 668", (92, 80, 54), RUST, *EDGE) + form(picture, limb("552 666; 586 684; 600 704", (40, 36, 26), 0.3), FAIR.shade, brush("558 660; 588 676; 602 698", 9, FAIR.lit))
    near_arm = sleeve(picture, "270 566; 300 700; 420 690", (104, 96, 62), RUST, *EDGE, creases=("270 690; 306 716; 340 700", "360 716; 368 690; 362 672"))
    hand = placed(418, 690, 0.62, pinch(picture, FAIR), turn=-8) + stroke("500 706; 500 680", "#e8c07a", 7) + stroke("484 680; 516 680", "#ffe2a8", 7)
    head_ = placed(240, 232, 0.9, jorin(picture), turn=22)
    return stool + far_leg + head_ + body + far_arm + near_leg + boots + snare + near_arm + hand


def _near(picture: Picture) -> None:
    table = flat("1060 930!; 1960 900!; 1960 1110!; 980 1110!", picture.linear((980, 0), (1900, 0), (0, "#7a4c50", 1), (0.25, "#33264a", 1), (1, "#0f1030", 1))) + brush("980 1108; 1020 1010; 1062 930", 6, "#d98b6a", opacity=0.8)
    key = ellipse(1180, 972, 26, 15, "none", stroke="#e8b870", stroke_width=9) + stroke("1204 968; 1300 952", "#e8b870", 11) + stroke("1286 955; 1290 974", "#e8b870", 9) + stroke("1160 978; 1120 990; 1090 1010", "#c9a078", 5) + ellipse(1076, 1020, 24, 18, "#e0b488", -20) + stroke("1068 1014; 1082 1010; 1074 1028", "#4a2c40", 4)
    veil = box(1180, -16, 760, 1112, picture.linear((1180, 0), (1936, 0), (0, "#0d0f2c", 0), (1, "#0d0f2c", 0.7)))
    coat = shape("-30 1110!; -30 820; 20 790; 70 816; 96 900; 104 1110!", "#0d0f2c") + brush("24 792; 72 818; 98 902", 6, "#8a5a54", opacity=0.7)
    picture.add("near", group(table, key, filter=picture.blur(2.6, 0.03)), veil, group(coat, filter=picture.blur(5, 0.06)), haze(picture, 1010, 100, "#0d0f2c", 0.4))
