"""The Weighhouse at night: Mika at the kit on the beet scale under one lamp, Sana listening, the dial on the wall."""

from __future__ import annotations

import math
import random

from workshop.art.brush import brush, limb, oval, stroked
from workshop.art.figures import FAIR as SKIN
from workshop.art.figures import lit_form
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, rising, shadow, steam, warm
from workshop.art.mika import head
from workshop.art.palette import AMBER, CLAY, LAMP, MAUVE
from workshop.art.people import FAIR, OLIVE, arm, fist, placed, profile
from workshop.art.props import bowl, bricks, cymbal, drum, pendant, stand, window, wire
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

LAMP_X, LAMP_Y = 806, 262
FLOOR = 716


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
    chance = random.Random(11)
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#20244e", 1), (0.3, "#33305f", 1), (0.46, "#4a3560", 1), (0.62, "#33295a", 1), (1, "#191a40", 1)))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 60, 690, 0.95))
    picture.add("far", tag("path", d=bricks(chance, 330, 60, 1180, FLOOR, share=0.2), fill="#ffb47a", opacity=0.09), tag("path", d=bricks(chance, 0, 40, 1900, FLOOR, share=0.13), fill="#15143a", opacity=0.2))
    picture.add("far", window(picture, 70, 130, 232, 400), _timber(picture), _dial(picture, 566, 262, 176), _floor(picture))


def _timber(picture: Picture) -> str:
    beam = picture.linear((0, 0), (1920, 0), (0, "#15163a", 1), (0.4, "#3a2446", 1), (0.47, "#5a3548", 1), (0.56, "#2b1f44", 1), (1, "#121330", 1))
    edge = picture.linear((0, 0), (1920, 0), (0.1, CLAY, 0), (0.42, CLAY, 0.8), (0.58, CLAY, 0.35), (0.75, CLAY, 0))
    parts = [box(-16, 34, 1952, 40, beam), box(-16, 71, 1952, 4, edge)]
    for x in (346, 1046, 1500):
        parts += [box(x, -16, 40, FLOOR + 16, beam), box(x + 36 if x < LAMP_X else x, 74, 4, FLOOR - 74, CLAY, opacity=0.55 if x < 1100 else 0.12)]
    parts += [flat("1046 250; 1046 300; 1240 74; 1196 74", beam), flat("1086 74; 1130 74; 1500 330; 1500 370", beam, opacity=0.8)]
    parts.append(flat("386 214; 386 174; 452 74; 484 74", beam))
    return group(*parts)


def _dial(picture: Picture, x: float, y: float, radius: float) -> str:
    face = picture.radial(x + radius * 0.75, y + radius * 0.1, radius * 2, (0, "#ffd29a", 1), (0.2, "#e5a97c", 1), (0.44, "#a87284", 1), (0.72, "#5f4f88", 1), (1, "#363670", 1))
    ring = picture.linear((x - radius, y - radius), (x + radius, y + radius), (0, "#56579a", 1), (0.3, "#1d1b40", 1), (0.7, "#3a2240", 1), (1, "#c87a50", 1))
    parts = [shadow(picture, x - 14, y + 24, radius + 60, radius + 60, 0.75), disc(x, y, radius + 26, ring), disc(x, y, radius + 10, "#1a1738"), disc(x, y, radius, face)]
    ticks: list[str] = []
    marks: list[str] = []
    for k in range(60):
        angle = math.radians(130 + 280 * k / 59)
        inner = radius * (0.8 if k % 6 == 0 else 0.87)
        points = [round(value, 1) for reach in (inner, radius * 0.93) for value in (x + reach * math.cos(angle), y + reach * math.sin(angle))]
        (marks if k % 6 == 0 else ticks).append("M{} {}L{} {}".format(*points))
    parts += [tag("path", d="".join(ticks), stroke="#3a2244", stroke_width=3, fill="none", opacity=0.7), tag("path", d="".join(marks), stroke="#2c1838", stroke_width=7, fill="none", opacity=0.85)]
    parts += [_needle(x, y, radius, 262, 0.22), _needle(x, y, radius, 272, 1), disc(x, y, 17, "#2a1838"), disc(x + 4, y - 4, 7, "#d98f62")]
    parts.append(shape(stroked(f"{x - radius * 0.84} {y - radius * 0.1}; {x - radius * 0.62} {y - radius * 0.56}; {x - radius * 0.16} {y - radius * 0.83}", 26), "#b9c4f0", opacity=0.14))
    pipe = picture.linear((x - 10, 0), (x + 10, 0), (0, "#17163a", 1), (0.7, "#3c2848", 1), (1, "#c97f55", 1))
    return group(box(x - 10, y + radius, 20, FLOOR - y - radius, pipe), box(x - 20, y + radius + 90, 40, 14, pipe, 4), *parts)


def _needle(x: float, y: float, radius: float, angle: float, opacity: float) -> str:
    blade = f"{x + radius * 0.86} {y}!; {x} {y - 7}!; {x - radius * 0.26} {y - 11}!; {x - radius * 0.26} {y + 11}!; {x} {y + 7}!"
    return shape(blade, "#22122f", opacity=opacity, transform=f"rotate({angle} {x} {y})")


def _floor(picture: Picture) -> str:
    boards = picture.linear((0, FLOOR), (0, 1096), (0, "#33295a", 1), (0.4, "#282350", 1), (1, "#14143a", 1))
    seams = "".join(f"M{800 + k * 92} {FLOOR}L{800 + k * 330} 1096" for k in range(-9, 12))
    pool = picture.radial(760, 900, 620, (0, "#c9764e", 0.75), (0.4, "#8e4a50", 0.5), (0.75, "#5a3056", 0.2), (1, "#4a2a50", 0), squash=0.34)
    plate = "270 808!; 1020 808!; 1150 1050!; 150 1050!"
    iron = picture.radial(770, 890, 560, (0, "#b06f58", 1), (0.35, "#6e4356", 1), (0.7, "#37305e", 1), (1, "#23234f", 1), squash=0.4)
    chequer = "".join(f"M{x + (y - 929) * (x - 640) * 0.0011:.0f} {y}l{9} {-4}" for y in range(830, 1046, 42) for x in range(220 + (y % 4) * 12, 1110, 74))
    return group(
        box(-16, FLOOR, 1952, 380, boards), tag("path", d=seams, stroke="#100f2c", stroke_width=3, fill="none", opacity=0.35), ellipse(760, 900, 620, 620 * 0.34, pool),
        box(-16, FLOOR - 26, 1952, 26, "#1b1740", opacity=0.75), box(330, FLOOR - 28, 800, 3, CLAY, opacity=0.35),
        shape("262 802!; 1028 802!; 1164 1060!; 136 1060!", "#14122e"), shape(plate, iron), tag("path", d=chequer, stroke="#f0b98a", stroke_width=2.6, fill="none", opacity=0.2),
        stroke("150 1050!; 270 808!", "#6d74b8", 2, opacity=0.5), brush("270 808; 640 807; 1020 808", 4, LAMP, opacity=0.75), brush("1022 810; 1086 930; 1150 1048", 5, CLAY, opacity=0.8),
    )


def _mid(picture: Picture) -> None:
    picture.add("mid", _stove(picture), haze(picture, 600, 200, MAUVE, 0.16))
    picture.add("mid", _sana(picture))
    picture.add("mid", back_kit(picture), _mika(picture), front_kit(picture), _playing_arm(picture))
    picture.add("mid", pendant(picture, LAMP_X, LAMP_Y, 150))


def _stove(picture: Picture) -> str:
    iron = picture.linear((1280, 0), (1460, 0), (0, "#3a2a4c", 1), (0.3, "#1d1a3e", 1), (1, "#121230", 1))
    door = picture.linear((0, 590), (0, 650), (0, "#ffcf7c", 1), (0.5, "#f08a44", 1), (1, "#a8452e", 1))
    bars = "".join(box(1326 + k * 22, 590, 7, 58, "#2a1430") for k in range(4))
    return group(
        box(1352, -16, 40, 480, iron), shadow(picture, 1372, 742, 150, 30, 0.6), flat("1296 738; 1306 700; 1320 700; 1316 738", "#121230"), flat("1436 738; 1426 700; 1412 700; 1418 738", "#121230"),
        shape("1292 710!; 1286 560; 1296 480; 1330 452!; 1416 452!; 1446 480; 1456 560; 1450 710!", iron), box(1276, 548, 190, 12, "#241c42", 5),
        box(1312, 578, 108, 82, "#15112c", 10), box(1322, 588, 88, 62, door, 6), bars, glow(picture, 1366, 620, 210, AMBER, 0.3),
    )


def _sana(picture: Picture) -> str:
    cloth = picture.linear((880, 0), (1040, 0), (0, "#6a6488", 1), (0.3, "#34457a", 1), (1, "#1c2450", 1))
    lamp = Rim(-7, -3, "#ffc488", 0.95, 1.2)
    night = Rim(4, -2, "#5f6bb4", 0.7, 1)
    amp = form(
        picture, "884 720!; 1072 720!; 1080 900!; 878 900!", picture.linear((878, 0), (1080, 0), (0, "#553649", 1), (0.3, "#2a2048", 1), (1, "#141434", 1)),
        box(900, 756, 150, 120, picture.linear((900, 0), (1050, 0), (0, "#8a5850", 1), (0.4, "#3d2c4c", 1), (1, "#1d1a3e", 1)), 6), rims=(Rim(-3, -3, "#f0b077", 0.8, 1),),
    )
    far_leg = form(picture, limb("985 706; 905 690; 880 760; 872 872", (84, 62, 52, 40)), "#1a1a42", rims=(Rim(-5, -2, "#d98a62", 0.7, 1),))
    near_leg = form(picture, limb("1010 706; 930 712; 912 790; 908 896", (96, 70, 58, 42)), "#232654", brush("990 730; 940 738; 924 780", 6, "#151638"), rims=(Rim(-6, -4, "#e8a070", 0.9, 1.2),))
    boots = shape("842 876!; 850 862; 888 858; 896 890!; 838 892!", "#15132f") + shape("872 908!; 882 890; 928 884; 936 922!; 862 922!", "#1a1636") + brush("866 912; 880 893; 900 888", 4, "#e0a070")
    torso = form(
        picture, "934 470!; 918 520; 922 600; 938 700; 960 730!; 1062 732!; 1072 660; 1066 560; 1046 490; 1016 452; 972 446", cloth,
        brush("960 690; 1000 668; 1056 660", 8, "#1a2048", "leaf"), brush("950 560; 966 610; 960 660", 7, "#242c5c", "leaf"), shape("930 480; 924 540; 930 620; 946 700; 956 640; 946 540; 950 480", "#c58b76", opacity=0.6, filter=picture.rough()), rims=(lamp, night),
    )
    body = form(picture, "884 690; 918 656; 948 676; 962 720; 992 760; 1000 820; 972 868; 924 872; 890 836; 880 780; 894 736", picture.radial(890, 700, 190, (0, "#f2b05e", 1), (0.4, "#b9563e", 1), (1, "#43223f", 1)), shape("936 730; 960 760; 970 812; 946 830; 934 780", "#f3dcc0", opacity=0.5), box(908, 800, 44, 8, "#2a1730"), rims=(Rim(-5, -3, LAMP, 0.9, 1.2),))
    neck_wood = picture.linear((900, 0), (926, 0), (0, "#f2b880", 1), (0.5, "#8a4f48", 1), (1, "#3a2238", 1))
    neck = flat("908 700; 890 372; 908 371; 932 700", neck_wood) + shape("886 376!; 878 330; 886 306; 906 308; 914 340; 908 374!", "#3a2238") + "".join(disc(876 + k % 2 * 36, 322 + k * 13, 5, "#e8b080") for k in range(4)) + stroke("900 376; 918 700; 926 800", "#ffe3b5", 1.4, opacity=0.6)
    gleam = picture.linear((930, 0), (1010, 0), (0, "#f6bd8c", 1), (0.7, "#f0b482", 0.6), (1, "#f0b482", 0))
    sleeve = form(
        picture, "1020 482; 1046 520; 1060 580; 1048 626; 1006 654; 956 652!; 932 642; 930 612!; 966 598; 984 570; 986 520; 996 490", cloth,
        *(brush(fold, 8, "#161d44", "leaf") for fold in ("990 574; 1014 596; 1040 600", "978 598; 1000 624; 1030 626", "950 640; 980 640; 1010 628")), shape("1000 500; 992 560; 972 602; 940 620; 944 606; 974 584; 984 540; 990 504", "#c58b76", opacity=0.6, filter=picture.rough()), rims=(Rim(-5, -4, gleam, 1, 1.2),),
    )
    hand = shape("944 598; 922 592; 904 602; 900 618; 912 636; 934 644; 950 632", OLIVE.shade) + "".join(brush(f"{902} {604 + k * 11}; {916} {600 + k * 11}; {936} {606 + k * 10}", 10, tone) for k, tone in enumerate((OLIVE.lit, OLIVE.band, OLIVE.band, OLIVE.shade))) + brush("930 596; 918 588; 906 590", 9, OLIVE.lit)
    hair_back = form(picture, "1000 262; 1044 280; 1068 330; 1074 420; 1090 520; 1092 620; 1072 672; 1050 640; 1020 650; 1010 560; 1004 480; 998 430; 992 372; 982 320", "#1b1634", brush("1024 300; 1040 400; 1036 520; 1046 630", 10, "#2f2650"), brush("1046 310; 1060 400; 1066 520; 1070 640", 9, "#37376f"), brush("1006 330; 1014 420; 1018 520; 1028 620", 7, "#4a3050"), rims=(Rim(5, -3, "#7c8cd0", 0.75, 1),))
    head = placed(1064, 262, 0.68, profile(picture, OLIVE, lid=0.6), flip=True, turn=4)
    collar = form(picture, "936 466; 952 446; 990 440; 1020 452; 1030 476; 990 486; 952 482", "#34437a", rims=(Rim(-4, -3, "#f0b482", 0.9, 1),))
    fringe = shape("918 298!; 930 268; 968 246; 1012 252; 1044 286; 1060 350; 1050 420; 1030 400; 1014 350; 994 330; 976 318; 946 300; 930 306", "#1b1634") + brush("926 290; 950 262; 990 252; 1020 270", 9, "#7a4a50", "leaf") + brush("938 286; 980 276; 1010 310; 1024 370", 6, "#3a2c56", "leaf")
    return group(amp, far_leg, torso, head, collar, hair_back, fringe, near_leg, boots, body, neck, sleeve, hand)


def back_kit(picture: Picture) -> str:
    """Returns hi-hat and snare, behind the player."""
    hat = stand(picture, 668, 560, 910, 60) + cymbal(picture, 668, 604, 92, 15, -3, 0.3) + cymbal(picture, 668, 590, 92, 15, -3, 0.4)
    snare = shadow(picture, 590, 958, 120, 22, 0.5) + stand(picture, 596, 780, 950, 60, 9) + drum(picture, 596, 716, 108, 24, 62, 0.45, ((0, "#4a4a80", 1), (0.4, "#6f6488", 1), (0.7, "#b98a80", 1), (0.92, "#ffe0b0", 1), (1, "#c58a68", 1)))
    return hat + snare


def front_kit(picture: Picture) -> str:
    """Returns kick, toms and ride, nearest the viewer."""
    kick = _kick(picture, 826, 884, 160)
    tom = group(drum(picture, 790, 668, 84, 24, 74, 0.2), transform="rotate(-9 790 700)")
    bracket = box(806, 700, 12, 60, "#1d1a3e")
    floor_tom = shadow(picture, 560, 1046, 170, 30, 0.6) + "".join(stroke(f"{x} 880; {x + lean} 1052", "#15143a", 9) + stroke(f"{x + 3} 880; {x + lean + 3} 1052", "#d08a5c", 2, opacity=0.7) for x, lean in ((452, -8), (668, 8), (560, 4))) + drum(picture, 560, 838, 126, 30, 152, 0.5)
    ride = stand(picture, 748, 560, 1052, 84, 9) + cymbal(picture, 748, 566, 186, 42, -8, 0.36, rivets=7)
    return bracket + kick + tom + floor_tom + ride


def _kick(picture: Picture, x: float, y: float, radius: float) -> str:
    near = radius * 0.93
    lacquer = picture.linear((0, y - radius), (0, y + radius), (0, "#f0a25e", 1), (0.14, "#b4593f", 1), (0.45, "#5a2a48", 1), (1, "#1c1a40", 1))
    shell = [(x - 96, y - radius, True), (x + 40, y - radius, True), *((x + 40 + 62 * math.cos(math.radians(a)), y + radius * math.sin(math.radians(a)), False) for a in range(-80, 90, 20)), (x + 40, y + radius, True), (x - 96, y + radius, True), *((x - 96 - 54 * math.cos(math.radians(a)), y - radius * math.sin(math.radians(a)), False) for a in range(-80, 90, 20))]
    head = picture.radial(x + 46, y - radius * 0.95, radius * 2.1, (0, "#ffe9c4", 1), (0.22, "#eebd8a", 1), (0.5, "#a86f7c", 1), (0.8, "#54477e", 1), (1, "#34346c", 1))
    hoop = picture.linear((0, y - radius), (0, y + radius), (0, "#ffdca0", 1), (0.3, "#c06b48", 1), (0.7, "#3c2648", 1), (1, "#34346c", 1))
    claws = "".join(box(round(x + 46 + 66 * math.cos(a) - 6), round(y + (radius + 2) * math.sin(a) - 5), 15, 10, "#e0b184", 3, opacity=0.8) for a in (-1.3, -0.7, -0.1, 0.5, 1.1))
    legs = stroke(f"{x - 40} {y + radius - 30}; {x - 70} {y + radius + 26}", "#1a183c", 9) + stroke(f"{x + 60} {y + 90}; {x + 150} {y + radius + 20}", "#1a183c", 9)
    front = ellipse(x + 44, y, 70, radius + 6, hoop) + ellipse(x + 48, y, 58, near, "#1a1838") + ellipse(x + 49, y, 55, near - 4, head) + ellipse(x + 52, y + 52, 13, 27, "#22122f", opacity=0.85) + ellipse(x + 47, y - 6, 20, 54, "#7a4058", opacity=0.22)
    back_hoop = form(picture, oval(x - 96, y, 60, radius + 7), hoop)
    return shadow(picture, x - 10, y + radius + 6, 220, 34, 0.65) + legs + back_hoop + form(picture, shell, lacquer, *(box(x - 70 + k * 0, round(y - radius + 20 + k * 62), 96, 7, "#f3cfa0", 3, opacity=0.75 - 0.14 * k) for k in range(4)), rims=(Rim(0, -6, LAMP, 0.7, 3),)) + front + claws


def _mika(picture: Picture) -> str:
    seat = shadow(picture, 318, 1040, 130, 22, 0.55) + stand(picture, 316, 800, 1036, 70, 12) + form(picture, "222 780; 240 764; 320 758; 396 764; 412 782; 400 812; 320 822; 236 812", "#241c44", rims=(Rim(3, -5, "#c97a58", 0.7, 1),))
    lamp = Rim(9, -5, "#ffc488", 0.95, 1.5)
    night = Rim(-6, -3, "#7fa6d8", 0.85, 1.2)
    hoodie = picture.linear((250, 560), (480, 620), (0, "#1f4058", 1), (0.45, "#285064", 1), (0.8, "#3f7478", 1), (1, "#8fae98", 1))
    torso = form(
        picture, "318 494; 276 548; 248 636; 236 706; 242 752; 268 778; 340 784; 420 774; 448 756; 452 720; 458 650; 464 580; 448 510; 410 472; 354 470", hoodie,
        shape("318 494; 276 548; 246 640; 244 786!; 306 794; 290 690; 306 590; 340 500", "#18304a"), brush("246 738; 330 758; 446 738", 9, "#152a42", "leaf"), brush("262 700; 330 716; 400 700", 8, "#1a3650", "leaf"),
        shape("446 500; 466 560; 460 640; 452 720; 442 660; 446 580", "#e7b98c", opacity=0.75, filter=picture.rough()), rims=(lamp, night),
    )
    hood = form(picture, "296 506!; 286 470; 312 440; 362 432; 410 446; 432 484; 420 512!; 370 530; 322 526", "#1f4258", brush("312 500; 350 514; 412 500", 9, "#142c44"), brush("318 462; 350 448; 396 456", 7, "#37687a"), rims=(Rim(6, -3, picture.linear((360, 0), (432, 0), (0, "#f0b482", 0), (1, "#f0b482", 0.9)), 1, 1.2), Rim(-5, -3, picture.linear((286, 0), (360, 0), (0, "#8fb6e0", 0.9), (1, "#8fb6e0", 0)), 1, 1)))
    thigh = form(picture, limb("300 776; 420 780; 530 802; 560 850", (96, 92, 78, 60)), "#232450", brush("380 800; 450 796; 520 806", 9, "#15163a", "leaf"), brush("360 744; 430 744; 520 768", 8, "#c9795a", "leaf", filter=picture.rough()), rims=(Rim(3, -7, "#e09a6c", 0.85, 1.5),))
    far_arm = arm(picture, "420 520; 466 610; 520 650", (64, 58, 46), "#1d3c54", Rim(5, -6, "#e8b084", 0.8, 1.2)) + arm(picture, "512 642; 556 660; 592 664", (38, 33, 24), FAIR.shade, Rim(2, -7, FAIR.band, 1, 1), Rim(1, -4, FAIR.lit, 0.9, 0.6))
    far_stick = stroke("590 652; 640 690", "#2a1a38", 8) + stroke("590 651; 641 689", "#e8b27c", 5)
    far_hand = placed(602, 662, 0.5, fist(picture, FAIR), turn=38)
    neck = lit_form(picture, "372 430!;450 440!;448 490;456 530!;352 540!;360 490", SKIN, "438 470;462 466;470 540!;442 540;434 500", shape("366 430!;456 436!;454 476;430 492;376 466", SKIN.deep, opacity=0.55))
    face = placed(350, 276, 0.9, head(picture), turn=4)
    return group(far_arm, far_stick, far_hand, seat, thigh, neck, torso, hood, face)


def _playing_arm(picture: Picture) -> str:
    hoodie = picture.linear((300, 560), (500, 620), (0, "#1d3c54", 1), (0.4, "#2a566a", 1), (0.8, "#4a8080", 1), (1, "#a8bc9c", 1))
    glimmer = picture.linear((400, 500), (480, 690), (0, "#f3bd8c", 0), (0.35, "#f3bd8c", 0.9), (1, "#ffd2a0", 1))
    sleeve = form(
        picture, "356 486; 330 530; 334 600; 356 664; 396 708; 446 716!; 478 676!; 450 640; 436 590; 428 536; 404 494; 380 480", hoodie,
        *(brush(fold, 10, "#173450", "leaf") for fold in ("452 650; 420 672; 384 656", "462 672; 426 700; 388 690", "436 604; 400 634; 366 616")), brush("336 540; 334 600; 354 660; 392 704", 9, "#142c46", "both"),
        brush("440 600; 424 624; 400 634", 7, "#e0b48c", "leaf", opacity=0.7), rims=(Rim(7, -5, glimmer, 1, 1.5),),
    )
    cuff = form(picture, "446 722; 436 706; 456 674; 478 662; 492 676; 482 706; 462 726", "#346a7a", brush("446 716; 468 700; 484 672", 6, "#1b3c56"), rims=(Rim(4, -5, "#ffd0a0", 0.9, 1),))
    forearm = form(
        picture, limb("456 696; 512 662; 560 600; 592 556", (58, 60, 44, 32)), FAIR.shade,
        shape(limb("456 676; 508 642; 552 586; 588 544", (32, 32, 24, 18)), FAIR.band, filter=picture.rough(0.06, 5, 4)), shape(limb("460 664; 506 632; 548 578; 586 538", (20, 22, 16, 14)), FAIR.lit, filter=picture.rough(0.06, 5, 4)), rims=(Rim(-3, 5, "#55406e", 0.8, 1),),
    )
    stick = stroke("580 536; 712 548", "#2a1a38", 10) + stroke("580 535; 712 547", "#e2a66e", 7) + stroke("590 533; 710 545", "#ffe6ba", 2.4) + ellipse(714, 547, 9, 6, "#ffe6ba", 5)
    hand = placed(622, 539, 0.78, fist(picture, FAIR), turn=3)
    return group(forearm, cuff, sleeve, stick, hand)


def _light(picture: Picture) -> None:
    chance = random.Random(4)
    picture.add(
        "light", lamplight(picture, LAMP_X, LAMP_Y + 20, 860, 0.3), cone(picture, f"{LAMP_X - 70} {LAMP_Y}!; {LAMP_X + 70} {LAMP_Y}!; {LAMP_X + 330} 1010!; {LAMP_X - 400} 1010!", LAMP_Y, 1010, "#e0802c", 0.26, 14),
        glow(picture, LAMP_X, LAMP_Y + 10, 120, "#ffb860", 0.45), glow(picture, 1366, 620, 260, FLAME_STOVE, 0.16), dust(chance, 28, (560, 1040), (330, 900)),
    )


FLAME_STOVE = "#d05a2c"


def _near(picture: Picture) -> None:
    picture.add("near", wire(picture, (-30, 60), 40, (640, 36), 5, 0.45), wire(picture, (640, 36), 44, (1500, 40), 4, 0.4), box(632, 24, 16, 18, "#15122c", 4))
    soft = picture.blur(2.5, 0.05)
    top = flat("1180 960; 2000 930; 2000 1110; 1090 1110", picture.linear((1090, 0), (1900, 0), (0, "#6d4450", 1), (0.25, "#2f2148", 1), (1, "#121230", 1))) + brush("1090 1108; 1132 1036; 1180 962", 6, CLAY, opacity=0.9) + brush("1180 961; 1500 949; 1936 932", 4, "#a86a5c", opacity=0.6)
    bowls = bowl(picture, 1268, 960, 74) + bowl(picture, 1462, 976, 82, "#5a3a50") + bowl(picture, 1690, 950, 70, "#2f4060")
    vapour = rising(steam(picture, 1262, 950, 190, 0.28, 18), steam(picture, 1466, 960, 210, 0.2, 20), steam(picture, 1294, 946, 120, 0.16, 12, 0.2))
    picture.add("near", group(top, bowls, filter=soft), vapour)
    coat = group(shape("-30 1110!; -30 800; 30 770; 88 800; 118 900; 128 1110!", "#131230"), brush("36 772; 90 802; 120 900; 128 1000", 7, "#a8644e", opacity=0.8), filter=picture.blur(7, 0.08))
    picture.add("near", coat)
