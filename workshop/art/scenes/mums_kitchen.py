"""Mum's kitchen at night: she sleeps on a form under the low lamp, a uniform steams on the radiator, Mika stands in the doorway."""

from __future__ import annotations

import random

from workshop.art.brush import brush, oval
from workshop.art.figures import FAIR, clumps, finger, folds, lit_form
from workshop.art.light import Rim, cast, cone, dust, form, glow, haze, lamplight, rising, shadow, steam, warm
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 770, 330
COLD = "#8fb4dc"
PEACH = "#f4b880"


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture = Picture()
    chance = random.Random(7)
    _room(picture, chance)
    _radiator(picture)
    _uniform(picture)
    _table(picture)
    _mum(picture)
    _light(picture, chance)
    _near(picture)
    return picture.text()


def _room(picture: Picture, chance: random.Random) -> None:
    wall = picture.linear((0, 0), (1920, 0), (0, "#232a5c", 1), (0.22, "#34356a", 1), (0.4, "#553e5e", 1), (0.56, "#3a2c50", 1), (0.75, "#201d42", 1), (1, "#151632", 1))
    picture.ground("far", wall)
    picture.add("far", _cupboards(picture), warm(picture, LAMP_X, 400, 620, 0.8, 1.0), _window(picture, chance))
    floor = picture.linear((0, 740), (0, 1096), (0, "#2b2450", 1), (0.5, "#1c1b40", 1), (1, "#12132e", 1))
    seams = "".join(stroke(f"{700 + k * 70} 744;{700 + k * 250} 1100", "#0f1030", 2, opacity=0.5) for k in range(-6, 8))
    seams += "".join(stroke(f"-16 {y};1936 {y}", "#0f1030", 2, opacity=0.45) for y in (772, 820, 892, 990))
    picture.add("far", box(-16, 742, 1952, 360, floor), seams, box(-16, 730, 1952, 14, "#1a1a3e"), haze(picture, 660, 160, "#8a6a88", 0.16))
    picture.add("far", glow(picture, 800, 900, 420, "#a85a44", 0.3, 0.4))


def _window(picture: Picture, chance: random.Random) -> str:
    sky = picture.linear((0, 96), (0, 440), (0, "#1c2c66", 1), (0.35, "#2f4c8a", 1), (0.6, "#5274ac", 1), (0.82, "#8498c0", 1), (1, "#b8a8bc", 1))
    glass = box(196, 84, 340, 372, "#171a3e") + box(212, 100, 308, 340, sky)
    silo = flat("430 440!;430 236!;520 236!;520 440!", "#3c5688") + ellipse(476, 236, 46, 13, "#4a6698") + box(448, 236, 3, 204, "#33497a") + box(486, 236, 3, 204, "#33497a")
    block = flat("212 440!;212 300!;300 300!;300 326!;372 326!;372 360!;520 366!;520 440!", "#263c6c")
    panes = "".join(box(x, y, 11, 15, "#16264c") for y in (316, 344, 372, 400) for x in (224, 248, 272))
    lit = box(248, 344, 11, 15, "#e8bd8a")
    sleet = "".join(stroke(f"{x} {y};{x - 6} {y + 15}", "#e4ecf6", 1.7, opacity=0.45) for x, y in ((round(chance.uniform(220, 514)), round(chance.uniform(104, 420))) for _ in range(30)))
    bars = box(362, 100, 9, 340, "#171a3e") + box(212, 220, 308, 8, "#171a3e") + box(178, 446, 376, 22, "#3a3a6c") + box(178, 446, 376, 4, "#7d8cc0", opacity=0.8)
    mist = shape("212 440!;212 388;250 372;310 390;380 378;450 396;520 380!;520 440!", "#c8d4ea", opacity=0.22)
    curtain = form(picture, "500 70!;590 70!;588 200;598 330;590 470!;560 478;534 468!;520 330;524 180", "#54476e", folds(("528 90;536 250;540 460", "556 90;560 260;562 470"), 12, "#332f5c", 0.7), rims=(Rim(-4, 0, COLD, 0.7), Rim(5, 0, "#d8906c", 0.7)))
    return glass + silo + block + panes + lit + sleet + mist + bars + curtain + box(160, 62, 446, 8, "#1a1b40", 4)


def _cupboards(picture: Picture) -> str:
    doors = picture.linear((1040, 0), (1760, 0), (0, "#4b3450", 1), (0.4, "#29264e", 1), (1, "#191a3c", 1))
    upper = box(1070, 96, 660, 230, doors) + "".join(box(x, 106, 152, 210, "none", 4, stroke="#15163a", stroke_width=3, opacity=0.6) + box(x + 134, 270, 5, 30, "#6a5a7c", 2) for x in (1080, 1244, 1408, 1572))
    lower = box(1190, 560, 760, 190, doors) + box(1176, 544, 780, 18, "#4a3852") + "".join(box(x, 578, 150, 158, "none", 4, stroke="#15163a", stroke_width=3, opacity=0.6) for x in (1206, 1370, 1534, 1698))
    kettle = form(picture, "1300 544!;1296 500;1312 470;1350 462;1388 472;1400 504;1396 544!", "#262650", rims=(Rim(-5, -2, "#c98068", 0.8),)) + stroke("1310 474;1330 440;1372 440;1390 474", "#1c1c44", 8)
    mugs = "".join(box(x, 506, 34, 38, "#30284e", 6) + box(x, 506, 5, 38, "#a86a60", 2, opacity=0.6) for x in (1460, 1506))
    rota = box(1110, 372, 92, 120, "#8a6f7c", 2) + "".join(box(1120, 392 + 18 * k, 72, 2, "#54405c") for k in range(5)) + box(1146, 392, 10, 90, "#54405c", opacity=0.5)
    return upper + lower + kettle + mugs + rota


def _radiator(picture: Picture) -> None:
    iron = picture.linear((200, 0), (520, 0), (0, "#5c74a8", 1), (0.5, "#6c6a94", 1), (1, "#b88478", 1))
    ribs = "".join(box(x, 552, 24, 176, iron, 11) + box(x + 17, 560, 5, 160, "#2a2c5c", 2, opacity=0.7) + box(x + 3, 560, 4, 158, "#a9bede", 2, opacity=0.5) for x in range(206, 512, 27))
    picture.add("mid", box(196, 548, 330, 14, "#4a5488", 6), ribs, box(214, 728, 10, 22, "#2c2e5c"), box(494, 728, 10, 22, "#2c2e5c"), shadow(picture, 360, 752, 210, 14, 0.5))


def _uniform(picture: Picture) -> None:
    """A housekeeping tunic on a wire hanger, hooked on the window's handle, its hem over the hot ribs."""
    hook = stroke("330 214;338 204;348 212;344 226;336 236", "#c9c2d8", 4) + stroke("336 236;288 268;256 282", "#c9c2d8", 4) + stroke("336 236;388 266;420 280", "#c9c2d8", 4)
    tunic = "302 262!;270 274;238 290!;214 330;196 386!;214 400;238 404!;252 372!;256 430;250 500;242 592!;276 604;300 596;330 606;366 596;398 604;432 590!;424 500;418 430;420 370!;436 400!;458 394;476 380!;458 328;436 290!;404 272;372 260!;352 276;336 300;320 278"
    cloth = picture.linear((200, 0), (476, 0), (0, "#4c6aa4", 1), (0.3, "#3d4f88", 1), (0.62, "#544a7c", 1), (0.85, "#8d6474", 1), (1, "#c98a74", 1))
    pleats = folds(("268 330;262 420;258 590", "300 420;292 500;296 594", "376 420;380 500;376 594", "408 330;408 420;412 590", "232 330;228 370;222 398", "446 330;450 364;448 394"), 10, "#272c60", 0.75)
    placket = box(333, 300, 5, 304, "#2a2f66", opacity=0.8) + "".join(disc(344, y, 5, "#e8d3b4") + disc(345, y + 1, 2, "#8a6a74") for y in (330, 386, 442, 498, 554))
    collar = shape("302 262!;320 280;336 300!;318 326;300 318!;290 284!", "#d5cfe2") + shape("372 260!;352 278;336 300!;354 328;376 316!;384 282!", "#f6dfbe") + brush("302 268;318 288;334 302", 4, "#8f8ab0")
    cuffs = shape("200 376!;218 390;240 394!;238 406!;214 402;195 388!", "#cfcbe2") + shape("434 388!;456 384;472 370!;478 382!;458 396;436 402!", "#f6dfbe")
    badge = box(372, 348, 42, 22, "#f3dcb8", 3) + brush("378 355;392 354;408 355", 3, "#7a4a54", "even") + brush("380 363;390 362;402 363", 2.4, "#a8786e", "even")
    pocket = stroke("274 470;274 512;316 514;316 470", "#272c60", 3, opacity=0.8) + stroke("360 470;360 514;402 512;402 470", "#272c60", 3, opacity=0.8)
    inside = shape("302 262;336 268;372 260;352 278;336 300;320 280", "#20244e")
    body = form(picture, tunic, cloth, pleats, placket, pocket, rims=(Rim(-5, -2, COLD, 0.9), Rim(5, -2, "#ffcf9a", 0.85)))
    picture.add("mid", hook, cast(picture, tunic, -12, 10, 8, 0.35), inside, body, collar, cuffs, badge)


def _table(picture: Picture) -> None:
    top = picture.radial(790, 690, 470, (0, "#ffd9a2", 1), (0.22, "#f0b57c", 1), (0.48, "#c07a58", 1), (0.78, "#68435a", 1), (1, "#3f3054", 1), squash=0.42)
    legs = flat("1090 800!;1130 800!;1122 1100!;1092 1100!", "#1a1636") + flat("470 800!;512 800!;512 1100!;478 1100!", "#1a1636") + flat("512 820!;1090 820!;1090 1000!;512 1000!", "#14132e", opacity=0.55)
    edge = picture.linear((420, 0), (1200, 0), (0, "#5a3a4a", 1), (0.45, "#a8644e", 1), (0.75, "#6b4048", 1), (1, "#2a2040", 1))
    board = flat("540 634!;1078 634!;1184 796!;430 796!", top) + flat("430 795!;1184 795!;1180 826!;434 826!", edge) + box(440, 795, 738, 4, "#ffd09a", opacity=0.55)
    picture.add("mid", legs, board, _form_sheet(), _letter(picture), _plates(picture))


def _form_sheet() -> str:
    sheet = flat("610 694!;878 678!;936 778!;628 792!", "#5a3042", opacity=0.35, transform="translate(6 7)") + flat("610 690!;878 676!;934 774!;628 788!", "#fbeed6")
    rules = "".join(stroke(f"{x} {y};{x + w} {y - w * 0.045:.1f}", "#b08a86", 2.4, opacity=0.8) for x, y, w in ((800, 698, 70), (806, 712, 76), (812, 726, 80), (690, 776, 90), (800, 768, 110), (690, 762, 90)))
    boxes = "".join(flat(f"{x} {y}!;{x + 15} {y - 1}!;{x + 18} {y + 8}!;{x + 2} {y + 9}!", "#d8b8a4") for x, y in ((834, 742), (854, 741), (874, 740), (894, 739)))
    return sheet + rules + boxes


def _letter(picture: Picture) -> str:
    back = flat("884 616!;966 608!;972 640!;888 646!", "#cfa48e")
    middle = flat("888 646!;972 640!;984 660!;894 668!", picture.linear((888, 0), (984, 0), (0, "#fff3dc", 1), (1, "#e0b596", 1)))
    front = flat("894 668!;984 660!;996 676!;898 684!", "#b98a7c")
    lines = "".join(stroke(f"898 {622 + k * 7};{952 - k * 6} {617 + k * 7}", "#8a6470", 2, opacity=0.8) for k in range(3)) + stroke("900 656;972 650", "#b08a86", 2, opacity=0.7)
    crest = box(946, 614, 12, 9, "#a8525a", 1, opacity=0.8)
    return shadow(picture, 940, 682, 70, 10, 0.4, "#4a2438") + back + middle + front + lines + crest


def _plates(picture: Picture) -> str:
    """Somebody's dinner, kept under a second plate."""
    china = picture.linear((980, 0), (1120, 0), (0, "#fff1d6", 1), (0.4, "#d9b09c", 1), (1, "#6a5474", 1))
    lower = ellipse(1044, 719, 84, 22, "#6b4a5e") + ellipse(1044, 714, 84, 21, china) + ellipse(1044, 714, 70, 15, "#a88088", opacity=0.5)
    dome = form(picture, "966 706;984 696;1014 690;1044 688;1074 690;1104 696;1122 706;1100 716;1044 722;988 716", china, brush("980 704;1010 694;1040 691", 4, "#fffaf0", opacity=0.9))
    foot = ellipse(1044, 689, 32, 7.5, "#a8808a") + ellipse(1044, 687.5, 30, 5.5, "#e8c8ae") + ellipse(1044, 688, 24, 3.6, "#b48e90")
    peas = "".join(disc(x, y, 4, "#7d9a58") for x, y in ((966, 716), (974, 721), (1000, 726)))
    return group(shadow(picture, 1050, 730, 104, 14, 0.5, "#3a1d34"), lower, peas, dome, foot, transform="translate(-34 -2)")


def _mum(picture: Picture) -> None:
    picture.add("mid", shadow(picture, 760, 706, 150, 20, 0.55, "#5a2c3a"), _neck(picture), _head(picture), _far_arm(picture), _lap(), _torso(picture), _near_arm(picture), _pen(), _chair(picture))


def _far_arm(picture: Picture) -> str:
    sleeve = "636 664;676 668;716 664;752 664;790 656;830 646;856 644!;868 664;866 684!;830 700;780 712;720 722;650 724"
    knit = picture.linear((640, 0), (870, 0), (0, "#5a4678", 1), (0.45, "#8a668e", 1), (1, "#d9a0a8", 1))
    hand = "".join(finger(picture, line, widths, FAIR, light=(0, -4)) for line, widths in (("860 656;890 650;910 664", (22, 19, 12)), ("860 664;888 662;902 676", (22, 18, 12)), ("858 674;880 676;890 686", (20, 17, 11))))
    light = shape("760 662;800 646;836 636;866 638!;870 652;838 656;800 664", "#ffd6a6", filter=picture.rough(0.05, 6, 4))
    creases = folds(("690 668;706 692;702 716", "742 666;756 690;752 714", "806 652;816 672;808 704", "838 646;844 664;838 694"), 8, "#453566", 0.75)
    return hand + form(picture, sleeve, knit, light, creases)


def _neck(picture: Picture) -> str:
    skin = "584 600!;640 566;684 572;716 610;700 664!;640 672!"
    return lit_form(picture, skin, FAIR, "570 596!;636 556;690 566;704 590;664 600;610 622!", folds(("640 616;664 634;690 640",), 6, FAIR.deep, 0.5))


def _head(picture: Picture) -> str:
    """Her head in profile, tipped forward until the cheek lies on the far arm; drawn upright and then turned."""
    face = "60 20;118 34;142 60;150 84;146 99;155 118;172 141;152 156!;158 172;151 180;154 206;140 222;108 216;74 194;40 180!;36 90"
    light = "36 96!;70 84;92 92;106 110;108 134;96 154;92 176;70 200!;20 200!"
    cheek = shape("104 140;122 130;142 136;134 158;116 168;104 158", "#a8584e", opacity=0.32)
    eye = brush("116 108;128 114;140 112;148 106", 5, "#26122e", "both") + brush("140 112;147 113;152 111", 3, "#26122e", "out") + brush("120 98;132 94;144 97", 3, FAIR.deep, opacity=0.7)
    brow = brush("112 86;126 78;142 80;150 84", 7, "#4a2430", "brow")
    ear = shape("52 106;62 96;76 101;79 118;70 138;58 142;50 128", "#c46a4c") + shape("52 108;60 100;70 103;68 118;62 134;54 132", "#ffcf9c") + brush("62 108;70 114;66 130", 4, "#9a4a3c") + disc(61, 146, 4, "#ffe2b0")
    skin = lit_form(picture, face, FAIR, light, cheek, eye, brow, edge=13)
    return group(skin, ear, _hair(picture), transform="translate(740 598) rotate(48) scale(.84) translate(-70 -110)")


def _hair(picture: Picture) -> str:
    mass = "148 58!;136 62;122 78;104 86!;96 108;86 100;66 94;50 106;44 128;46 150;40 184!;24 178;2 166;-18 132;-26 84;-16 36;12 0;54 -20;100 -18;134 6;150 34"
    dark, mid, warm_, hot = "#2f1b34", "#55303f", "#8f4a45", "#e08a50"
    sweep = clumps((
        ("144 40;110 20;60 24;4 58", 32, "#43263b"), ("124 70;90 44;46 48;2 66", 30, mid), ("98 92;68 66;36 66;0 72", 26, "#673847"), ("50 118;36 98;18 88;-4 80", 24, mid),
        ("42 156;22 134;4 112;-8 90", 26, warm_), ("26 176;2 150;-12 120;-14 92", 22, "#9c524a"), ("110 -10;70 -8;30 14;0 52", 26, warm_), ("62 -18;30 -4;4 24;-10 54", 22, "#a5584b"),
    ))
    light = clumps((("92 -12;54 -8;20 14;-4 50", 11, hot), ("50 -16;20 0;-4 28;-14 56", 12, "#f2b06c"), ("4 162;-12 134;-18 108;-16 90", 12, "#f2b06c"), ("34 168;12 140;0 116;-6 92", 8, hot), ("120 4;84 10;44 28;8 56", 6, "#b5603f")))
    grey = clumps((("132 50;96 36;54 40;10 60", 4.5, "#b9a6b8"), ("104 84;76 58;44 58;8 68", 4, "#b9a6b8")), "both")
    bun = "-10 40;-32 34;-50 46;-60 60!;-54 76;-56 94;-38 104;-24 118!;-10 104;6 92;8 70;2 50"
    knot = form(picture, bun, "#4c2a3c", folds(("-4 50;-30 62;-50 60", "0 68;-26 78;-50 86", "-4 90;-22 94;-32 106"), 8, "#2f1b34", 0.9), clumps((("-8 46;-28 48;-46 58", 12, "#f2b06c"), ("-4 66;-28 70;-52 78", 11, hot), ("-6 84;-26 88;-42 94", 8, warm_))))
    clip = brush("4 40;14 66;6 98", 12, "#54808c") + brush("1 46;9 66;3 92", 4, "#c9efe4") + "".join(brush(line, 6, "#54808c", "out") for line in ("8 48;-8 50;-18 54", "12 66;-6 70;-18 74", "8 86;-6 92;-14 98"))
    strands = clumps((("104 82;112 104;106 128", 6, mid), ("146 48;160 66;160 90", 6, mid), ("44 150;40 180;50 200", 6, warm_)), "out")
    return form(picture, mass, dark, sweep, group(light, filter=picture.rough(0.06, 4, 4)), grey) + knot + clip + strands


def _torso(picture: Picture) -> str:
    back = "372 990!;370 960;382 880;414 760;458 664;516 604;576 580;624 580!;664 600;690 640;700 700;698 790;706 850;724 900;730 950;700 976!;640 990;500 1000;384 1000!"
    knit = picture.linear((370, 900), (690, 600), (0, "#2c2c5e", 1), (0.4, "#4a4078", 1), (0.75, "#80608e", 1), (1, "#b07f9c", 1))
    light = shape("470 640!;520 596;578 574;630 572!;676 600;700 640;712 700!;690 690;668 650;630 622;580 616;520 640", "#e3a6a0", filter=picture.rough(0.04, 7, 3))
    pale = shape("520 592!;578 570;630 568!;680 596;704 640!;684 640;650 608;612 598;570 598", "#ffd5a8", filter=picture.rough(0.05, 6, 5))
    creases = folds(("676 690;640 720;590 730", "684 730;640 780;570 810", "690 670;650 680;610 672", "470 720;490 800;480 900", "560 640;540 720;552 800", "640 820;600 900;590 1000", "420 820;436 900;430 990"), 14, "#2f2c60", 0.6)
    collar = brush("600 576;640 580;672 604;692 646", 22, "#6d5486", "even") + brush("600 570;640 572;676 594;698 634", 7, "#ffe0b4", "both")
    ribs = "".join(stroke(f"{376 + k * 23} 930;{372 + k * 23} 1000", "#23244f", 4, opacity=0.45) for k in range(15))
    return form(picture, back, knit, light, pale, creases, ribs, rims=(Rim(-6, -2, COLD, 0.75),)) + collar


def _lap() -> str:
    """Her skirt and legs in the dark under the table, and the chair's seat."""
    legs = shape("660 900;760 896;850 912;884 950;888 1110!;800 1110!;796 1000;700 990", "#1c1b42") + brush("700 904;780 904;860 928;882 980", 7, "#6a4458", opacity=0.8)
    seat = flat("340 984!;700 972!;742 996!;742 1016!;330 1016!", "#2a2148") + flat("340 984!;700 972!;742 996!;336 1002!", "#3a2c50")
    return legs + seat + flat("700 1014!;724 1014!;720 1110!;702 1110!", "#1c1838")


def _near_arm(picture: Picture) -> str:
    sleeve = "648 626;690 628;722 660;752 704;786 728;838 728;876 724!;884 744;878 764!;830 776;780 786;736 786;700 766;668 726;646 680"
    knit = picture.linear((650, 640), (880, 780), (0, "#8d6a96", 1), (0.5, "#6a5488", 1), (1, "#8a6488", 1))
    light = brush("664 620;700 638;736 688;780 722;838 724;878 724", 26, "#ffd2a2", "in", filter=picture.rough(0.05, 6, 4))
    creases = folds(("752 706;744 740;760 784", "772 722;764 752;776 786", "728 674;704 700;700 740", "700 644;676 680;680 720", "830 730;838 750;832 774"), 9, "#3f3468", 0.8)
    cuff = form(picture, "866 722!;888 720;896 742;890 766!;870 768;862 746", "#7a5a8a", rims=(Rim(2, -5, "#ffe0b4", 0.9),))
    return shape("700 780;780 800;880 790;980 776;960 768;860 776", "#5a2c3a", opacity=0.45, filter=picture.blur(5, 0.1)) + form(picture, sleeve, knit, creases, light) + _sleeping_hand(picture) + cuff


def _sleeping_hand(picture: Picture) -> str:
    """Her right hand, let go: the knuckles high, the fingers run down to the paper one behind the other."""
    fingers = "".join(finger(picture, line, widths, FAIR, light=(0.5, -3)) for line, widths in (
        ("930 728;964 730;984 746", (17, 16, 10)), ("932 736;964 740;980 756", (17, 16, 10)), ("930 746;956 752;968 765", (16, 15, 10)), ("922 756;942 763;952 771", (15, 14, 9)),
    ))
    back = lit_form(picture, "880 730!;906 722;930 722;946 734;944 752;932 764;908 766;880 764!", FAIR, "880 724!;906 718;932 718;950 734;936 738;910 740;880 744!", folds(("926 734;916 738;906 738", "928 746;914 749;902 748"), 3, FAIR.band, 0.8), edge=7)
    return fingers + back + disc(944, 739, 2, FAIR.band)


def _pen() -> str:
    return stroke("972 790;1040 764", "#4a2438", 7, opacity=0.4) + stroke("968 786;1034 760", "#2d4a78", 8) + stroke("970 784;1010 768", "#7aa0c8", 2.5) + stroke("1034 760;1042 757", "#ffe2b0", 4)


def _chair(picture: Picture) -> str:
    wood = picture.linear((330, 0), (620, 0), (0, "#20214e", 1), (0.6, "#3a2a4c", 1), (1, "#7d4c4c", 1))
    rail = form(picture, "318 792!;380 770;470 764;560 776;606 796!;602 838!;560 822;470 812;384 818;322 838!", wood, rims=(Rim(2, -5, PEACH, 0.8), Rim(-5, 0, COLD, 0.7)))
    posts = "".join(form(picture, line, wood, rims=(Rim(4, 0, "#c07a60", 0.7), Rim(-4, 0, COLD, 0.5))) for line in ("326 830!;350 824!;356 1110!;328 1110!", "578 822!;602 830!;600 1110!;574 1110!", "398 816!;416 814!;418 1110!;402 1110!", "456 812!;474 812!;474 1110!;458 1110!", "516 814!;534 816!;530 1110!;514 1110!"))
    return posts + rail


def _light(picture: Picture, chance: random.Random) -> None:
    cord = brush("768 -24;770 100;770 220", 5, "#140f26", "even")
    shade = "676 328!;684 292;716 256;752 226!;788 226!;824 256;856 292;864 328!;770 344"
    enamel = picture.linear((676, 0), (864, 0), (0, "#8a4a44", 1), (0.5, "#5c3348", 1), (1, "#33233f", 1))
    lamp = form(picture, shade, enamel, shape("672 328!;682 290;716 254;748 224!;760 224!;722 270;712 336!", "#e39a64", filter=picture.rough(0.06, 4, 4)), rims=(Rim(-3, -1, COLD, 0.6),))
    picture.add("mid", cord, lamp, ellipse(LAMP_X, 330, 93, 13, "#fff0c8"), disc(LAMP_X, 336, 20, "#fffbe8"))
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 60, 680, 0.3))
    picture.add("light", cone(picture, "684 336!;856 336!;1120 800!;430 800!", 336, 850, "#f0a050", 0.32, 20), glow(picture, LAMP_X, 338, 150, "#ffd9a0", 0.38))
    picture.add("light", rising(*(steam(picture, x, y, height, 0.24, 15, lean) for x, y, height, lean in ((286, 300, 190, 0.1), (352, 270, 220, 0.06), (414, 300, 180, 0.12), (250, 560, 130, -0.05), (440, 560, 120, 0.1)))))
    picture.add("light", dust(chance, 44, (560, 980), (370, 660)))


def _near(picture: Picture) -> None:
    """The door's edge and Mika's back, dark against the room, the key's tag in one hand."""
    soft = picture.blur(2.4, 0.03)
    jamb = box(-40, -40, 92, 1170, "#0e0f28") + box(46, -40, 8, 1170, "#7a4c58", opacity=0.75)
    body = "-40 1120!;-40 560!;20 540;96 548!;150 584;196 640;222 730;232 850;236 960;228 1120!"
    coat = form(picture, body, "#12142f", folds(("150 700;170 800;168 900", "60 640;90 760;80 900"), 12, "#0c0d24", 0.9), rims=(Rim(6, -3, PEACH, 0.85),))
    hood = form(picture, "-40 560!;-20 520;40 500;100 512;142 546!;120 590;50 606;-40 600!", "#171a3a", rims=(Rim(5, -2, PEACH, 0.8),))
    neck = shape("-20 470!;84 470!;82 520;96 560!;-20 560!", "#191434") + brush("82 472;84 510;92 540", 7, "#9a5a50")
    head = "-40 500!;-40 286!;-8 268;2 242!;24 256;46 238!;60 254;86 250!;98 268;122 292;144 326!;130 332;138 368;132 394;148 424!;128 430;124 466;130 504!;112 492;104 520!;88 502;72 522!;50 506"
    locks = clumps((("10 270;60 300;96 350", 16, "#2a1c3a"), ("40 300;90 350;108 420", 16, "#241a3a"), ("56 262;98 290;118 340", 12, "#7a4040"), ("100 300;122 340;122 400", 8, "#b8603c")))
    hair = neck + form(picture, head, "#151230", locks, rims=(Rim(4, -3, "#e08a52", 0.85),))
    arm = form(picture, "120 590!;160 596;194 640;222 720;240 820;248 912!;232 922;206 924;190 916!;180 820;160 720;130 640", "#141737", folds(("190 700;206 720;224 716", "204 800;220 812;238 806"), 8, "#0b0c22", 0.9), rims=(Rim(6, -3, PEACH, 0.85),))
    cuff = form(picture, "186 908!;214 916;250 908!;254 928;244 938;212 942;192 934!", "#1a1d42", rims=(Rim(5, -2, PEACH, 0.8),))
    skin = picture.linear((190, 0), (262, 0), (0, "#2a1836", 1), (0.6, "#5a3048", 1), (1, "#d9845c", 1))
    hand = shape("194 934!;246 936!;256 952;252 1000;232 1012;204 1004;190 976", skin) + "".join(form(picture, line, skin, rims=(Rim(3, -3, "#ffc890", 0.9),)) for line in ("214 948;240 944;260 950;264 960;256 968;226 968", "214 966;240 964;262 968;264 979;254 985;224 984", "214 982;238 981;258 985;258 995;248 1000;222 998", "214 996;234 996;250 999;248 1008;238 1013;218 1010"))
    thumb = form(picture, "206 946;222 944;238 954;250 966;246 976;232 974;214 966", "#4a2842", rims=(Rim(2, -3, "#ffc890", 0.8),))
    key = stroke("240 1008;252 1030", "#8a5634", 4) + form(picture, oval(258, 1050, 21, 21), "#c98544", brush("250 1044;266 1044;258 1060", 4, "#6a3c28", "even"), rims=(Rim(4, -4, "#fff0c8", 0.95),)) + disc(254, 1034, 3, "#3a2030") + stroke("232 1010;226 1050;226 1066", "#d9a05c", 6) + stroke("226 1064;238 1062", "#d9a05c", 5) + stroke("226 1052;236 1050", "#d9a05c", 5)
    picture.add("near", group(jamb, coat, hair, hood, arm, filter=soft), group(hand, thumb, cuff, key, filter=picture.blur(1.2, 0.06)))
