"""Supper in the Weighhouse: the long table under the lamp, many hands, envelopes, a concertina, the dial far in the dark."""

from __future__ import annotations

import math
import random

from workshop.art.brush import brush, limb, oval
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, rising, shadow, steam, warm
from workshop.art.palette import CLAY, LAMP, MAUVE
from workshop.art.people import DARK, FAIR, OLIVE, arm, pinch, placed, profile, resting
from workshop.art.props import bowl, bricks, pendant
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

LAMP_X, LAMP_Y = 588, 214


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the picture as SVG."""
    picture = Picture()
    _far(picture)
    _mid(picture)
    _light(picture)
    _near(picture)
    return picture.text()


def _far(picture: Picture) -> None:
    chance = random.Random(5)
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#1b1c44", 1), (0.3, "#3a2f5a", 1), (0.5, "#2a2652", 1), (1, "#14153a", 1)))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 60, 560, 0.8))
    picture.add("far", tag("path", d=bricks(chance, 220, 80, 1060, 560, (52, 20), 0.16), fill="#ffb47a", opacity=0.08), tag("path", d=bricks(chance, -10, 60, 1900, 600, (52, 20), 0.2), fill="#12122f", opacity=0.22))
    picture.add("far", _posts(picture), _dial(picture, 826, 236, 96), _coats(picture), _kit(picture))


def _posts(picture: Picture) -> str:
    beam = picture.linear((0, 0), (1920, 0), (0, "#12132f", 1), (0.3, "#3f2744", 1), (0.42, "#2b1f44", 1), (1, "#0f1030", 1))
    parts = [box(-16, 40, 1952, 34, beam), box(-16, 72, 1952, 3, picture.linear((0, 0), (1200, 0), (0.1, CLAY, 0), (0.5, CLAY, 0.7), (1, CLAY, 0)))]
    parts += [box(x, -16, 32, 640, beam) + box(x + (29 if x < LAMP_X else 0), 74, 3, 540, CLAY, opacity=0.4 if 100 < x < 1100 else 0.08) for x in (196, 690, 1010, 1420)]
    parts.append(flat("1042 230; 1042 270; 1190 74; 1156 74", beam))
    return group(*parts)


def _dial(picture: Picture, x: float, y: float, radius: float) -> str:
    face = picture.radial(x - radius, y + radius * 0.3, radius * 2.1, (0, "#d99a78", 1), (0.3, "#9a6c80", 1), (0.65, "#54488a", 1), (1, "#2c2c64", 1))
    ticks = "".join("M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*(v for reach in (0.8, 0.93) for v in (x + radius * reach * math.cos(a), y + radius * reach * math.sin(a)))) for a in (math.radians(130 + 14 * k) for k in range(21)))
    needle = shape(f"{x + radius * 0.84} {y}!; {x} {y - 4}!; {x - 22} {y - 6}!; {x - 22} {y + 6}!; {x} {y + 4}!", "#1f122c", transform=f"rotate(305 {x} {y})")
    return group(shadow(picture, x + 8, y + 12, radius + 40, radius + 40, 0.7), disc(x, y, radius + 14, "#191838"), disc(x, y, radius + 12, picture.linear((x - radius, y), (x + radius, y), (0, "#a8684e", 1), (0.3, "#2a2042", 1), (1, "#2e3068", 1))), disc(x, y, radius + 3, "#161636"), disc(x, y, radius, face), tag("path", d=ticks, stroke="#241638", stroke_width=4, fill="none", opacity=0.75), needle, disc(x, y, 9, "#1f122c"))


def _coats(picture: Picture) -> str:
    rail = box(236, 196, 300, 14, picture.linear((236, 0), (536, 0), (0, "#2a2048", 1), (1, "#a0604c", 1)), 3) + box(236, 194, 300, 3, "#f0b482", opacity=0.6)
    coats = []
    for x, wide, long, left, right in ((262, 52, 236, "#22244e", "#5a4a62"), (334, 60, 262, "#3a2a3c", "#a8604a"), (410, 54, 214, "#26405a", "#7f9488"), (484, 58, 250, "#4a3050", "#cf8a66")):
        cloth = picture.linear((x - wide / 2, 0), (x + wide / 2, 0), (0, left, 1), (0.6, left, 1), (1, right, 1))
        foot = 208 + long
        outline = f"{x - 8} 214!; {x - wide * 0.5} 232; {x - wide * 0.66} 270; {x - wide * 0.62} 350; {x - wide * 0.68} {foot - 8}!; {x - 6} {foot + 6}; {x + wide * 0.6} {foot - 4}!; {x + wide * 0.52} 340; {x + wide * 0.62} 260; {x + wide * 0.46} 230; {x + 8} 214!"
        arm_ = form(picture, limb(f"{x + wide * 0.42} 244; {x + wide * 0.62} 330; {x + wide * 0.5} {foot - 60}", (26, 28, 24), 0.4), cloth, rims=(Rim(4, -2, LAMP, 0.7, 0.8),))
        front = brush(f"{x - 4} 226; {x - 12} 330; {x - 4} {foot}", 6, "#14133a", opacity=0.6) + brush(f"{x - wide * 0.4} 250; {x - wide * 0.34} 320; {x - wide * 0.42} 390", 7, "#14133a", "leaf", opacity=0.5)
        collar = shape(f"{x - 20} 236; {x - 8} 212; {x + 10} 212; {x + 20} 236; {x} 246", left) + brush(f"{x - 2} 214; {x + 14} 218; {x + 20} 236", 4, right)
        coats.append(form(picture, outline, cloth, front, rims=(Rim(3, -2, LAMP, 0.5, 0.8),)) + arm_ + collar + stroke(f"{x} 204; {x} 214", "#d9a070", 4))
    return group(rail, *coats)


def _kit(picture: Picture) -> str:
    ink = "#1d1c48"
    edge = Rim(-3, -3, "#c9795a", 0.7, 1)
    return group(
        form(picture, oval(850, 480, 62, 62), ink, disc(850, 480, 50, "#2c2a5e"), rims=(edge,)), form(picture, "812 404!; 866 400!; 864 440!; 816 440!", ink, rims=(edge,)), stroke("770 380; 770 540", ink, 4), ellipse(770, 384, 46, 7, "#2a2858", -8), ellipse(768, 382, 40, 3, "#b07058", -8, opacity=0.7),
        stroke("924 360; 920 540", ink, 4), ellipse(924, 362, 54, 8, "#2a2858", 9), ellipse(914, 359, 40, 3, "#b07058", 9, opacity=0.6), haze(picture, 380, 220, MAUVE, 0.2, 640, 420),
    )


def _mid(picture: Picture) -> None:
    picture.add("mid", haze(picture, 380, 200, MAUVE, 0.14), _hedda(picture), _table(picture), _dish(picture), _things(picture), _spoon_hand(picture), _pauli(picture), _concertina(picture))
    picture.add("mid", *_hands(picture), pendant(picture, LAMP_X, LAMP_Y, 178))


def _pauli(picture: Picture) -> str:
    edge, cold = Rim(10, -5, "#ffc488", 0.95, 1.5), Rim(-6, -3, "#6f7cc4", 0.7, 1.2)
    wool = picture.linear((-40, 0), (330, 0), (0, "#1d2a40", 1), (0.5, "#33475a", 1), (0.85, "#8a8468", 1), (1, "#e0b482", 1))
    body = form(picture, "-60 960!; -60 640; -20 560; 50 500; 120 476; 190 490; 246 530; 276 596; 268 640; 204 690!; 120 752!", wool, brush("40 560; 70 680; 60 800", 12, "#182438", "leaf"), brush("260 560; 244 660; 262 740", 9, "#5a5a58", "leaf"), *(brush(f"{30 + k * 50} 520; {24 + k * 54} 640; {28 + k * 52} 780", 4, "#243648", opacity=0.6) for k in range(5)), rims=(edge, cold))
    roll = form(picture, "82 500; 74 470; 110 456; 170 460; 210 474; 216 498; 180 516; 120 516", wool, *(brush(f"{x} 466; {x - 2} 486; {x} 508", 5, "#2a3c4c", opacity=0.7) for x in range(96, 210, 20)), rims=(Rim(6, -4, "#ffd2a0", 0.9, 1.2),))
    head = placed(62, 224, 1.06, profile(picture, FAIR, outline=LONG, lid=0.7, brow="#6a4436"), turn=6)
    hair = shape("244 284!; 226 286; 216 304; 196 314; 186 340; 166 352; 150 376; 140 410; 118 434; 96 424; 76 388; 66 340; 70 290; 92 250; 132 226; 180 222; 222 238; 248 264", "#4a3038")
    locks = "".join(brush(line, wide, tone, "leaf") for line, wide, tone in (("110 240; 82 268; 70 310; 78 350", 30, "#3a2434"), ("100 320; 82 360; 92 400; 106 426", 28, "#3a2434"), ("150 230; 200 228; 236 250; 246 284", 32, "#6a4038"), ("170 240; 200 262; 202 300; 186 336", 28, "#5a3838"), ("180 228; 222 236; 250 260; 254 290", 15, "#d08a58"), ("176 250; 206 276; 206 306", 11, "#a8644a"), ("140 250; 160 290; 152 340", 10, "#6a4440"), ("160 222; 196 216; 226 228", 10, "#d08a58")))
    return group(head, body, roll, hair, locks, brush("66 330; 70 284; 94 248", 5, "#8c9ae0"))


LONG = "92 8!; 136 16; 160 40; 168 68; 170 88; 164 102; 178 126; 196 146; 192 154; 175 157; 180 166; 182 171; 172 175!; 178 184; 176 192; 168 197; 174 210; 168 226; 148 232; 120 218; 92 190; 74 150; 50 80"
OLD = "92 8!; 136 16; 160 40; 166 68; 168 90; 162 103; 176 124; 192 144; 188 151; 172 154; 174 163; 175 168; 167 172!; 172 179; 170 187; 164 192; 172 204; 170 218; 156 228; 136 224; 112 216; 90 190; 72 150; 50 80"


def _hedda(picture: Picture) -> str:
    edge, cold = Rim(-10, -5, "#ffc488", 0.95, 1.5), Rim(5, -3, "#6f7cc4", 0.7, 1.2)
    knit = picture.linear((1240, 0), (900, 0), (0, "#2a1f4a", 1), (0.5, "#57375e", 1), (0.86, "#b0687a", 1), (1, "#eab08c", 1))
    body = form(picture, "910 1110!; 900 760; 904 660; 924 590; 964 548; 1030 520; 1100 520; 1170 552; 1220 620; 1250 760; 1260 1110!", knit, brush("1000 560; 980 660; 996 760", 10, "#6a3f62", "leaf"), brush("1130 570; 1150 680; 1140 800", 12, "#38254c", "leaf"), rims=(edge, cold))
    collar = brush("962 560; 1000 540; 1060 536; 1110 548", 18, "#7a8098", "even") + brush("962 556; 1000 535; 1040 530", 6, "#ffe6c4", "even")
    head = placed(1116, 306, 0.98, profile(picture, OLIVE, outline=OLD, lid=0.3, brow="#8a7078"), flip=True, turn=4)
    lines = brush("984 452; 996 462; 1004 478", 3, OLIVE.deep, opacity=0.6) + brush("968 470; 976 480; 976 492", 3, OLIVE.deep, opacity=0.6)
    glass = stroke("956 404; 976 396; 984 416; 968 430; 954 420; 956 404", "#2a1b38", 4) + stroke("982 408; 1016 404; 1034 420", "#2a1b38", 4) + ellipse(968, 412, 10, 12, "#ffe6b8", opacity=0.35)
    hair = shape("944 364!; 952 330; 984 304; 1030 298; 1072 314; 1098 352; 1102 400; 1086 440; 1060 444; 1048 410; 1030 388; 1000 372; 966 372", "#6a607e") + brush("950 352; 980 318; 1030 306", 12, "#d9b49a", "leaf") + brush("972 360; 1010 346; 1050 370; 1066 410", 8, "#8d80a0", "leaf") + brush("990 340; 1040 330; 1080 364", 7, "#4a4468", "leaf") + brush("950 350; 948 376; 958 396", 12, "#8d80a0", "leaf") + brush("1046 400; 1050 436; 1040 462", 14, "#6a607e", "leaf") + brush("1030 380; 1026 410; 1032 436", 10, "#8d80a0", "leaf") + brush("962 330; 956 352; 966 376", 8, "#e0bda0", "leaf")
    bun = form(picture, oval(1104, 396, 38, 44, -10), "#5a5274", brush("1080 380; 1106 366; 1128 386", 7, "#8d80a0"), brush("1082 410; 1106 420; 1130 406", 6, "#3d3860"), rims=(Rim(-4, -5, "#c9a898", 0.8, 1.5), cold))
    return group(head, body, lines, bun, hair, glass, collar)


def _table(picture: Picture) -> str:
    wood = picture.radial(LAMP_X + 10, 690, 760, (0, "#ffce90", 1), (0.2, "#e59f68", 1), (0.45, "#a8625a", 1), (0.72, "#5a3a5a", 1), (1, "#262050", 1), squash=0.66)
    top = "300 520; 890 520; 1440 1120; -260 1120"
    seams = "".join(f"M{600 + (k - 2.5) * 112:.0f} 520L{590 + (k - 2.5) * 330:.0f} 1110" for k in range(6))
    grain = "".join(brush(line, 4, "#6a3a48", opacity=0.3) for line in ("430 560; 380 680; 300 860", "720 560; 800 720; 900 900", "560 760; 540 880; 520 1040", "980 700; 1060 820; 1140 900", "660 900; 690 990; 720 1090"))
    return group(flat(top, wood), tag("path", d=seams, stroke="#5a2f40", stroke_width=4, fill="none", opacity=0.35), grain, brush("296 521; 590 518; 894 521", 7, "#ffe6bc", opacity=0.8))


def _dumpling(picture: Picture, x: float, y: float, size: float, turn: float, shade: str = "#b98a86") -> str:
    body = form(
        picture, "-42 10; -38 -8; -18 -26; 8 -28; 32 -14; 44 8; 26 20; 0 24; -26 20", shade, shape("-44 2; -36 -10; -16 -28; 10 -30; 34 -16; 44 2; 20 -4; -6 -2; -28 4", "#ffe9c6"),
        *(brush(line, 5, "#c99482", "leaf") for line in ("-22 -24; -20 -12; -26 -2", "-6 -28; -4 -14; -8 -2", "10 -27; 12 -14; 10 -2", "24 -20; 26 -10; 26 2")), rims=(Rim(0, -3, "#fff6e0", 0.8, 0.8),),
    )
    return picture.stamp(x, y, size, body, turn=turn)


def _dish(picture: Picture) -> str:
    rim = picture.linear((390, 0), (800, 0), (0, "#5f7fa0", 1), (0.4, "#cfe0d8", 1), (0.6, "#fff3d8", 1), (1, "#7a6a90", 1))
    plate = shadow(picture, 600, 706, 270, 74, 0.6, "#2a1230") + ellipse(596, 676, 224, 74, "#35507a") + ellipse(596, 668, 226, 74, rim) + ellipse(596, 672, 204, 62, picture.radial(596, 650, 210, (0, "#e0b08c", 1), (0.6, "#a57880", 1), (1, "#5a4a72", 1), squash=0.4))
    places = ((470, 660, -8), (540, 634, 6), (622, 630, -6), (700, 644, 10), (744, 672, 16), (480, 696, 6), (560, 676, -4), (650, 674, 8), (530, 712, -10), (610, 718, 4), (690, 708, -6), (590, 640, 0), (600, 612, -8), (650, 640, 12))
    return group(plate, *(_dumpling(picture, x, y, 0.98, turn, "#a97e82" if k < 9 else "#c0928a") for k, (x, y, turn) in enumerate(places)))


def _things(picture: Picture) -> str:
    bowls = bowl(picture, 392, 560, 52, "#3d5472", 1, "#7a4a3c") + bowl(picture, 770, 556, 50, "#6a4a5a", -1, "#7a4a3c") + bowl(picture, 560, 546, 44, "#4a4a78", 1, "#6a3f3c") + bowl(picture, 1010, 700, 74, "#34507a", -1, "#8a5540")
    cup = form(picture, "330 652!; 384 652!; 380 706; 358 714; 336 706", picture.linear((330, 0), (386, 0), (0, "#3a4a78", 1), (0.6, "#8a8090", 1), (1, "#ffe2b4", 1))) + ellipse(357, 652, 27, 8, "#5a3440")
    own = bowl(picture, 560, 934, 112, "#35567a", 1, "#9a5a42") + _dumpling(picture, 534, 928, 0.8, -10) + _dumpling(picture, 592, 934, 0.8, 14)
    return group(bowls, cup, own, _envelopes(picture))


def _envelope(picture: Picture, x: float, y: float, turn: float, tint: str) -> str:
    paper = form(picture, "-92 -48!; 92 -48!; 100 50!; -100 50!", tint, flat("-92 -48; 92 -48; 4 14", "#b98a72", opacity=0.4), rims=(Rim(-2, -4, "#fff6e4", 0.9, 1),))
    return placed(x, y, 1, shadow(picture, 6, 20, 120, 62, 0.5, "#2a1230"), paper, turn=turn)


def _envelopes(picture: Picture) -> str:
    pile = _envelope(picture, 930, 832, 20, "#c9a088") + _envelope(picture, 916, 816, 10, "#dcb698")
    front = placed(812, 812, 1.06, shadow(picture, 6, 20, 124, 62, 0.55, "#2a1230"), form(picture, "-92 -44!; 92 -48!; 100 50!; -100 54!", "#f0cfa4", *(brush(line, 5, "#3a2244") for line in ("-56 6; -48 -16; -42 6; -34 -16; -28 8", "-18 6; -16 -6; -14 8", "-4 -18; -4 8; 10 -6", "0 0; 8 6; 14 8", "22 4; 30 -6; 38 4; 40 8")), brush("-58 22; 0 18; 52 22", 4, "#8a5a58"), rims=(Rim(-2, -4, "#fffbea", 1, 1),)), turn=-7)
    return pile + front


def _concertina(picture: Picture) -> str:
    wood = picture.linear((20, 760), (330, 900), (0, "#3a1f38", 1), (0.5, "#7a3a3c", 1), (1, "#e0905a", 1))
    folds = []
    for k in range(9):
        x = 92 + k * 17
        tone = picture.linear((x, 0), (x + 18, 0), (0, "#241a40", 1), (0.55, "#6a3a4c", 1), (1, "#f0b878", 1))
        folds.append(shape(f"{x} {792 + (k % 2) * 4}!; {x + 18} {788}!; {x + 20} {936}!; {x + 2} {942 - (k % 2) * 4}!", tone))
    far_end = form(picture, "40 796!; 74 776!; 98 792!; 100 940!; 72 958!; 40 944!", "#2c1a38", rims=(Rim(-3, -2, "#6f7cc4", 0.7, 1),))
    near = "244 790!; 290 762!; 352 782!; 372 858!; 344 936!; 286 958!; 246 936!"
    buttons = "".join(disc(286 + k % 3 * 22 + k // 3 * 3, 818 + k // 3 * 28, 6, "#fff0d2") + disc(287 + k % 3 * 22 + k // 3 * 3, 821 + k // 3 * 28, 6, "#8a5a58", opacity=0.35) for k in range(9))
    end = form(picture, near, wood, shape("262 802!; 292 782!; 340 798!; 354 858!; 332 920!; 288 936!; 262 920!", "#4a2338", opacity=0.55), buttons, rims=(Rim(4, -5, "#ffe0b0", 0.95, 1.2),))
    return group(shadow(picture, 210, 956, 230, 40, 0.65), far_end, *folds, end)


def _sleeve(picture: Picture, line: str, widths: tuple[float, ...], tones: tuple[str, str, str], cuff: str, folds: tuple[str, ...], ink: str) -> str:
    first, *_, last = (tuple(map(float, knot.split())) for knot in line.split(";"))
    cloth = picture.linear((first[0], first[1] - 60), (last[0], last[1]), (0, tones[0], 1), (0.5, tones[1], 1), (1, tones[2], 1))
    light = Rim(3 if last[0] > first[0] else -3, -8, "#ffd9a6", 0.95, 1.5)
    return arm(picture, line, widths, cloth, light, folds=folds, fold=ink) + form(picture, limb(cuff, (widths[-1] * 1.08, widths[-1] * 1.04)), tones[1], rims=(Rim(light.right, -6, "#ffe6c0", 1, 1),))


def _hands(picture: Picture) -> list[str]:
    return [_fork_hand(picture), _pauli_hand(picture), _giving_hand(picture), _own_hands(picture)]


def _spoon_hand(picture: Picture) -> str:
    """Someone further down on the left, in a checked shirt, lifts a dumpling."""
    sleeve = _sleeve(picture, "150 590; 250 612; 330 610", (96, 84, 62), ("#2a2448", "#6a3f52", "#b5685a"), "318 612; 344 609", ("300 590; 280 620; 262 640", "250 584; 228 620; 216 644"), "#3a2244")
    spoon = stroke("432 640; 478 668; 500 676", "#e9cfae", 6) + stroke("432 638; 478 666; 500 674", "#fffbe8", 2)
    return group(shadow(picture, 330, 664, 140, 22, 0.4, "#3a1830"), sleeve, spoon, picture.stamp(350, 612, 0.8, pinch(picture, DARK), turn=8))


def _fork_hand(picture: Picture) -> str:
    """Hedda's own hand, with a bracelet, offers the dish."""
    sleeve = _sleeve(picture, "1030 640; 940 662; 868 652", (110, 92, 62), ("#4a2f58", "#8a5068", "#d08a80"), "882 654; 852 650", ("920 626; 940 664; 960 690", "970 616; 990 660; 1010 690"), "#4a2f52")
    bangle = stroke("846 622; 838 648; 844 676", "#ffd28c", 6)
    return group(shadow(picture, 850, 706, 130, 22, 0.45, "#3a1830"), sleeve, picture.stamp(842, 650, 0.82, pinch(picture, OLIVE), flip=True, turn=6), bangle)


def _pauli_hand(picture: Picture) -> str:
    sleeve = _sleeve(picture, "74 566; 52 690; 140 760; 216 758", (128, 122, 94, 66), ("#223346", "#45585c", "#b09a74"), "204 760; 230 757", ("112 724; 84 748; 50 744", "170 738; 158 770; 138 790"), "#1a2a3c")
    return group(sleeve, picture.stamp(228, 758, 0.9, resting(picture, FAIR), turn=10))


def _giving_hand(picture: Picture) -> str:
    """Jorin's hand, in a rust jacket, slides one envelope across."""
    sleeve = _sleeve(picture, "1290 980; 1150 930; 1020 880", (170, 140, 92), ("#3d1f38", "#8a4038", "#d9774a"), "1044 890; 1004 873", ("1100 860; 1110 920; 1090 960", "1180 880; 1190 940; 1170 990", "1060 850; 1066 894; 1050 926"), "#5a2632")
    shirt = form(picture, limb("1012 877; 984 866", (80, 74)), "#c9b8b4", rims=(Rim(-3, -6, "#fff6e4", 1, 1),))
    return group(shadow(picture, 1010, 934, 190, 34, 0.5, "#2a1230"), shirt, sleeve, picture.stamp(980, 862, 1.06, resting(picture, FAIR), flip=True, turn=-14))


def _own_hands(picture: Picture) -> str:
    """Mika's, in teal, round the warm bowl: the reader's own side of the table."""
    left = _sleeve(picture, "250 1130; 330 1050; 410 1000", (150, 120, 82), ("#1c3a52", "#2c5a6a", "#6f9a90"), "392 1012; 424 992", ("330 1000; 340 1050; 320 1090", "372 986; 384 1030; 368 1060"), "#143048")
    right = _sleeve(picture, "900 1140; 800 1060; 716 1004", (150, 120, 82), ("#1c3a52", "#2c5a6a", "#6f9a90"), "734 1016; 702 994", ("780 996; 776 1046; 800 1080", "738 988; 738 1030; 756 1056"), "#143048")
    return group(left, picture.stamp(424, 988, 0.96, resting(picture, FAIR), turn=-24), right, picture.stamp(700, 990, 0.96, resting(picture, FAIR), flip=True, turn=-22))


def _light(picture: Picture) -> None:
    chance = random.Random(6)
    curls = (steam(picture, x, y, tall, strength, wide, lean) for x, y, tall, strength, wide, lean in ((530, 620, 230, 0.2, 24, 0.0), (620, 604, 270, 0.22, 28, 0.1), (690, 630, 200, 0.16, 20, 0.0), (548, 900, 150, 0.14, 18, 0.0), (1010, 690, 130, 0.1, 14, 0.0)))
    picture.add(
        "light", lamplight(picture, LAMP_X, LAMP_Y + 40, 760, 0.27), cone(picture, f"{LAMP_X - 82} {LAMP_Y}!; {LAMP_X + 82} {LAMP_Y}!; {LAMP_X + 360} 960!; {LAMP_X - 360} 960!", LAMP_Y, 960, "#e0802c", 0.22, 16),
        glow(picture, LAMP_X, LAMP_Y + 12, 140, "#ffb860", 0.4), rising(*curls), dust(chance, 24, (380, 800), (260, 600)),
    )


def _near(picture: Picture) -> None:
    soft = picture.blur(6, 0.06)
    jug = form(picture, "1180 1110!; 1196 1000; 1240 950; 1330 950; 1376 1000; 1390 1110!", "#17163a", rims=(Rim(-6, -5, "#c98062", 0.8, 2),))
    chair = shape("-40 1120!; -40 1030; 20 1000; 90 1010; 130 1060; 140 1120!", "#12112c") + brush("24 1002; 92 1012; 132 1062", 7, "#a8644e", opacity=0.7)
    picture.add("near", group(jug, filter=soft), group(chair, filter=soft))
