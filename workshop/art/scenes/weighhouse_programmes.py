"""Late in the Weighhouse: nine hundred folds in towers, Jorin beating two bars with one finger, Pauli at them for the eleventh time."""

from __future__ import annotations

import random

from workshop.art.bodies import RUST, WOOL, Cloth, side, sleeve
from workshop.art.brush import brush, limb
from workshop.art.heads import jorin, pauli
from workshop.art.light import Rim, cone, dust, form, glow, lamplight, shadow, warm
from workshop.art.people import FAIR, pinch, placed, resting
from workshop.art.places import boards, dial, falling, masonry, panes, timber, works
from workshop.art.props import pendant
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 560, 176
FLOOR = 690
WALL = ((0, "#1f2c36", 1), (0.2, "#3f4446", 1), (0.32, "#5a4e46", 1), (0.5, "#343e40", 1), (0.7, "#1b2930", 1), (1, "#0f1a22", 1))
WOOD = ((0, "#1c252b", 1), (0.26, "#4a3c34", 1), (0.5, "#242b2e", 1), (1, "#0d161c", 1))
EDGE = (Rim(6, -4, "#ffc880", 0.95, 1.4), Rim(-5, -3, "#6f9698", 0.7, 1.2))
TEAL = Cloth("#16323e", "#2a5660", "#a8a884", "#102830")


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(31)
    _far(picture, chance)
    picture.add("mid", _jorin(picture), _pauli(picture), _table(picture), _towers(picture, chance), _hands(picture), pendant(picture, LAMP_X, LAMP_Y, 158, enamel="#2f4a48"))
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 40, 700, 0.25), cone(picture, f"{LAMP_X - 74} {LAMP_Y}!; {LAMP_X + 74} {LAMP_Y}!; {LAMP_X + 380} 960!; {LAMP_X - 380} 960!", LAMP_Y, 960, "#c87a2e", 0.22, 14), glow(picture, LAMP_X, LAMP_Y + 10, 130, "#ffbe68", 0.42), dust(chance, 26, (360, 780), (260, 640), "#fff0d0"))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 60, 580, 0.75), masonry(31, FLOOR, "#e8c090", "#0d161c", 100, 1040), timber(picture, (330, 800, 1230, 1600), FLOOR, WOOD, "#d9a06a", LAMP_X), _window(picture, chance), dial(picture, 1010, 236, 112, needle=250, face=((0, "#f0c890", 1), (0.25, "#b08a74", 1), (0.6, "#5f6468", 1), (1, "#2f4048", 1)), at=(-0.9, 0.2), edge="#b9854f"))
    picture.add("far", boards(picture, FLOOR, ((0, "#4a4440", 1), (0.3, "#2c3234", 1), (1, "#0d161c", 1)), "#0f181d"), _clock(picture))


def _window(picture: Picture, chance: random.Random) -> str:
    sky = picture.linear((0, 130), (0, 500), (0, "#0f1e28", 1), (0.5, "#1f3640", 1), (0.85, "#4a5a54", 1), (1, "#7a7058", 1))
    view = box(60, 130, 210, 380, sky) + works(picture, 130, 500, 0.56, ((0, "#22363e", 1), (1, "#4a5a58", 1)), smoke="#7f8272") + glow(picture, 240, 470, 130, "#f0a04a", 0.5) + falling(chance, 44, 6, 18, "#cfd9d4", 2, 0.5, (60, 130, 270, 510))
    return panes(picture, (60, 130, 210, 380), view, (3, 5), frame="#121d24", sill="#8a9a94")


def _clock(picture: Picture) -> str:
    """Ten to twelve, over the coat rail."""
    face = disc(690, 150, 40, "#1c2428") + disc(692, 148, 34, picture.radial(660, 150, 80, (0, "#f0c890", 1), (1, "#7a6a5c", 1)))
    return face + brush("692 148; 684 136; 678 124", 6, "#241c20", "out") + brush("692 148; 678 152; 662 156", 5, "#241c20", "out") + disc(692, 148, 4, "#241c20")


def _jorin(picture: Picture) -> str:
    """Headphones on, eyes on nobody; the finger comes down, gently."""
    body = side(picture, RUST, *EDGE, foot=620)
    phones = stroke("76 90; 62 40; 66 -12; 92 -42", "#12181c", 15) + stroke("72 84; 58 38; 63 -10; 86 -38", "#8a7a60", 3, opacity=0.8) + form(picture, "56 92; 78 78; 100 92; 106 128; 92 156; 66 154; 52 128", "#1a2428", brush("70 100; 84 94; 96 104", 6, "#6a7a78"), rims=(Rim(3, -3, "#e0a868", 0.9, 1),)) + stroke("80 154; 96 240; 60 330; 80 460; 140 560", "#12181c", 6)
    return placed(980, 244, 0.9, body, jorin(picture, glasses=False), phones, flip=True)


def _pauli(picture: Picture) -> str:
    """Bent over the concertina, the same two bars; his ears are red."""
    body = side(picture, WOOL, *EDGE, foot=640)
    ear = ellipse(86, 130, 13, 19, "#c8604a", opacity=0.5)
    return placed(84, 330, 0.9, body, group(pauli(picture, cold="#8fb0b0"), ear, transform="rotate(14 90 260)"), turn=5)


def _table(picture: Picture) -> str:
    wood = picture.radial(560, 720, 760, (0, "#f0c88c", 1), (0.22, "#c08a5c", 1), (0.5, "#7a5a4c", 1), (0.78, "#3a3a40", 1), (1, "#17242b", 1), squash=0.6)
    seams = "".join(stroke(f"{560 + (k - 2.5) * 124:.0f} 660; {560 + (k - 2.5) * 340:.0f} 1110", "#3a2c28", 4, opacity=0.4) for k in range(6))
    return flat("190 660!; 930 660!; 1500 1120!; -340 1120!", wood) + seams + brush("190 661; 560 657; 930 662", 6, "#ffe2ae", opacity=0.7)


def _sheaf(picture: Picture, x: float, foot: float, count: int, wide: float, chance: random.Random) -> str:
    """A tower of folded programmes: every one a little off the one below."""
    out = [shadow(picture, x + wide / 2 + 20, foot + 8, wide * 0.8, 14, 0.5)]
    for k in range(count):
        left = x + chance.uniform(-6, 6) + (k * 0.5 if wide > 150 else 0)
        y = foot - k * 8.4
        shade = picture.linear((x, 0), (x + wide, 0), (0, "#8a8478" if x > LAMP_X else "#c9b48c", 1), (0.5, "#e0cda4", 1), (1, "#fff2d2" if x < LAMP_X else "#8f8878", 1))
        out.append(f'<path d="M{left:.0f} {y:.0f}q{wide / 2:.0f} 5 {wide:.0f} 0v-6q{-wide / 2:.0f} 4 {-wide:.0f} 0z" fill="{shade}"/>')
    top = foot - count * 8.4
    return "".join(out) + flat(f"{x} {top}!; {x + wide} {top}!; {x + wide - 14} {top - 22}!; {x + 18} {top - 22}!", "#fff0d0" if x < 700 else "#c9b694") + stroke(f"{x + 40} {top - 12}; {x + wide * 0.5} {top - 15}; {x + wide - 44} {top - 11}", "#8a6a54", 4, opacity=0.7)


def _towers(picture: Picture, chance: random.Random) -> str:
    back = _sheaf(picture, 420, 700, 17, 122, chance) + _sheaf(picture, 566, 690, 23, 118, chance) + _sheaf(picture, 704, 704, 13, 126, chance)
    front = _sheaf(picture, 760, 860, 30, 176, chance) + _sheaf(picture, 960, 920, 21, 190, chance)
    loose = flat("470 842!; 610 828!; 640 886!; 490 906!", "#fff2d4") + flat("470 842!; 610 828!; 618 844!; 476 858!", "#d9c49a") + stroke("500 880; 560 872; 616 866", "#8a6a54", 4, opacity=0.6)
    mug = form(picture, "650 738!; 716 738!; 710 812!; 656 812!", picture.linear((650, 0), (716, 0), (0, "#fff0d0", 1), (0.4, "#7a8a84", 1), (1, "#2f4448", 1))) + ellipse(683, 738, 33, 9, "#3a2a24") + ellipse(683, 740, 26, 5, "#5a4434")
    return back + mug + loose + front


def _hands(picture: Picture) -> str:
    beat = sleeve(picture, "1000 560; 1016 690; 880 640", (120, 108, 70), RUST, *EDGE[:1], creases=("1010 690; 976 706; 950 690", "930 640; 926 670; 910 690")) + form(picture, limb("890 640; 850 630; 812 634", (58, 54, 40), 0.3), FAIR.shade, brush("886 624; 850 614; 812 622", 14, FAIR.band), brush("880 618; 850 609; 818 616", 8, FAIR.lit)) + form(picture, limb("824 632; 776 622; 736 634", (22, 20, 12), 0.3), FAIR.band, brush("820 626; 776 616; 740 628", 7, FAIR.lit)) + "".join(form(picture, limb(line, (22, 20, 14), 0.3), FAIR.shade, rims=(Rim(-2, -4, FAIR.band, 1, 0.8),)) for line in ("830 644; 802 650; 806 664", "838 654; 814 662; 820 674"))
    marks = stroke("722 604; 716 592", "#ffe2ae", 4) + stroke("738 600; 738 586", "#ffe2ae", 4) + stroke("754 604; 760 592", "#ffe2ae", 4)
    squeeze = _concertina(picture) + sleeve(picture, "130 620; 90 760; 186 800", (112, 104, 66), WOOL, *EDGE[:1], creases=("76 750; 106 774; 140 764",)) + picture.stamp(190, 796, 0.74, resting(picture, FAIR), turn=4)
    mine = sleeve(picture, "190 1150; 270 1060; 380 980", (150, 118, 78), TEAL, Rim(3, -8, "#ffd29a", 0.9, 1.5), creases=("300 990; 316 1030; 300 1066",)) + picture.stamp(384, 976, 0.92, pinch(picture, FAIR), turn=-38) + sleeve(picture, "900 1160; 800 1076; 700 1010", (150, 118, 78), TEAL, Rim(-3, -8, "#ffd29a", 0.9, 1.5), creases=("780 1010; 770 1050; 790 1090",)) + picture.stamp(694, 1000, 0.92, pinch(picture, FAIR), flip=True, turn=-34)
    return beat + marks + squeeze + mine


def _concertina(picture: Picture) -> str:
    bellows = "".join(shape(f"{150 + k * 13} {768 + k % 2 * 4}!; {164 + k * 13} 766!; {166 + k * 13} 876!; {152 + k * 13} {880 - k % 2 * 4}!", "#1f2a2e" if k % 2 else "#5a4a40") for k in range(9))
    end = form(picture, "266 762!; 304 742!; 348 758!; 362 818!; 342 874!; 300 892!; 268 880!", picture.linear((266, 0), (362, 0), (0, "#3a2a2c", 1), (0.6, "#7d4a3a", 1), (1, "#e0a068", 1)), "".join(disc(298 + k % 3 * 19, 788 + k // 3 * 25, 5.5, "#fff0d2") for k in range(9)), rims=(Rim(4, -4, "#ffe0a8", 0.9, 1.2),))
    return shadow(picture, 250, 896, 160, 24, 0.5) + form(picture, "108 772!; 140 754!; 160 768!; 162 880!; 138 896!; 108 886!", "#222c30", rims=(Rim(-3, -2, "#7a9a98", 0.7, 1),)) + bellows + end


def _near(picture: Picture) -> None:
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#0d161c", 0), (1, "#0d161c", 0.7)))
    pile = "".join(flat(f"{1200 + k % 3 * 5} {1070 - k * 13}!; {1560 + k % 2 * 7} {1064 - k * 13}!; {1560 + k % 2 * 7} {1075 - k * 13}!; {1200 + k % 3 * 5} {1081 - k * 13}!", "#8a8270" if k % 2 else "#6a675c") for k in range(12))
    picture.add("near", veil, group(pile, flat("1204 916!; 1560 908!; 1540 880!; 1230 886!", "#b9a888"), filter=picture.blur(4, 0.04)))
