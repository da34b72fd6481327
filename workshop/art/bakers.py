"""Mika and Aunt Rae at the bakery's table: a profile in the lamp, and a back between lamp and oven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb, oval
from workshop.art.figures import BROWN, FAIR, clumps, finger, folds, lit_form
from workshop.art.light import Rim, form, shadow
from workshop.art.svg import disc, ellipse, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.svg import Picture

COLD = "#7fb6d0"
HOT = "#f0803c"
PEACH = "#f0b077"


def mika(picture: Picture) -> None:
    """Adds Mika behind the table to the middle layer: hoodie, neck and a profile that faces right into the lamp."""
    body = "330 720!;334 664;352 604;384 556;430 528;470 516!;530 530;566 560;590 606;612 660;626 720!"
    hoodie = picture.linear((340, 0), (640, 0), (0, "#1f3c5a", 1), (0.4, "#27556a", 1), (0.75, "#2f686e", 1), (1, "#668a7a", 1))
    creases = folds(("560 572;548 620;556 690", "520 560;506 610;500 690", "372 600;366 650;372 700"), 9, "#1b2a4c", 0.7)
    lit = shape("556 552;590 600;624 720!;612 720!;588 646;566 596", "#e0a878", filter=picture.rough(0.05, 5, 4))
    torso = form(picture, body, hoodie, creases, lit, rims=(Rim(-8, -2, COLD, 0.85),))
    neck = lit_form(picture, "412 430!;528 446!;528 492;546 544!;470 570!;390 548!;408 500", FAIR, "514 486;534 478;548 544!;520 540;508 508", shape("404 430!;530 446!;526 486;500 512;470 508;430 480", FAIR.deep, opacity=0.55))
    hood = form(
        picture, "392 560!;400 520;428 490;466 486;470 520;500 548;540 530!;556 552;530 584;480 590;430 580", "#214a5e",
        folds(("420 560;450 580;520 574", "410 536;440 556;470 562"), 8, "#18284a", 0.8), rims=(Rim(4, -3, PEACH, 0.8), Rim(-5, -3, COLD, 0.8)),
    )
    string = stroke("534 556;540 590;536 622", "#c9b8a8", 4) + disc(536, 625, 4, "#e6cfae")
    picture.add("mid", torso, neck, hood, string, group(_mika_head(picture), transform="translate(404 268) rotate(7 80 200)"))


def _mika_head(picture: Picture) -> str:
    face = "60 20;118 34;143 62;151 86;147 99;155 118;173 139!;169 149;152 154!;153 163;160 170;153 175!;158 182;149 190;154 205;143 219;116 217;78 192;40 180!;36 90"
    light = "122 30!;140 58;145 84;134 96;132 108;116 120;101 140;104 158;118 170;131 172;135 182;134 196;136 210;128 228!;170 230!;205 140!;165 20!"
    socket = shape("117 95;130 90;146 96;148 104;138 112;122 108", FAIR.band, opacity=0.75) + shape("119 99;131 93;145 98;146 105;134 108", FAIR.shade, opacity=0.55)
    wing = shape("146 134;153 142;153 152;144 150;141 142", FAIR.band, opacity=0.8) + brush("153 154;158 151;164 151", 4, FAIR.deep)
    ear = shape("56 106;66 97;79 102;81 118;73 136;63 140;55 126", "#8a5260") + brush("63 106;74 110;70 128", 4, FAIR.deep)
    eye = shape("133 104;140 101;146 103;145 107;138 108", "#f3d9bd") + disc(142, 105, 3.2, "#3f5a3c") + brush("121 102;132 99;142 100;149 104", 4.5, "#26122e", "in") + brush("146 101;151 104;154 108", 2.6, "#26122e", "out")
    brow = brush("113 86;126 78;140 76;149 80", 7.5, "#5a2a2c", "brow") + brush("122 94;133 90;144 94", 2.6, FAIR.deep)
    mouth = brush("155 175;147 176;139 173", 3.4, "#5a2038", "out") + shape("150 166;158 170;154 175;146 175", "#c8645a", opacity=0.55) + brush("152 191;146 193;141 190", 4, FAIR.band)
    freckles = "".join(disc(x, y, r, "#a3503a", opacity=0.8) for x, y, r in ((114, 138, 1.8), (120, 131, 1.5), (124, 141, 2), (118, 147, 1.6), (130, 133, 1.4), (132, 145, 1.7), (126, 151, 1.4), (140, 128, 1.5), (147, 121, 1.5), (111, 150, 1.4), (152, 127, 1.2)))
    jaw = brush("66 182;92 203;116 213;134 215", 7, FAIR.bounce, opacity=0.7)
    return lit_form(picture, face, FAIR, light, socket, freckles, wing, eye, brow, mouth, jaw, edge=13) + _mika_hair(picture) + ear


def _mika_hair(picture: Picture) -> str:
    mass = "150 58!;138 50;126 76!;116 62;104 92!;95 76;89 108;84 128!;77 104;66 92;54 98;48 118;52 144;46 172;42 188!;34 182;26 196!;18 186;8 188;-2 172;-14 150;-22 120;-26 94;-34 68!;-26 56;-23 30;-12 8;2 -8;12 -24!;26 -18;44 -26;62 -38!;70 -27;84 -30;100 -39!;104 -28;130 -20;148 0;160 26!;150 28"
    dark, mid, high, hot = "#33203a", "#512b3c", "#8f4740", "#d9743f"
    locks = (
        ("62 -20;98 -6;126 22;126 72", 30, mid), ("52 -14;84 14;104 50;104 88", 30, mid), ("36 -8;62 24;76 62;84 122", 26, "#47283b"),
        ("20 6;26 50;40 90;52 128", 30, "#3d243a"), ("0 30;2 80;18 130;30 186", 26, "#3a2239"), ("-12 70;-6 120;4 150;12 182", 20, "#3f2740"),
        ("92 -24;124 -10;146 18;148 54", 24, high), ("76 -18;108 6;126 36;126 72", 18, high), ("62 -8;92 24;106 56;104 88", 12, "#733a40"),
    )
    lights = (("98 -28;130 -14;152 10;150 52", 12, hot), ("88 -18;116 4;136 30;128 70", 9, hot), ("74 -6;102 22;114 52;106 86", 7, "#c06040"), ("104 -30;122 -22;140 -10", 7, "#f5aa66"), ("52 6;74 40;86 78;86 120", 5, "#8f4a44"))
    cold = clumps((("-45 87;-30 68;-16 58", 3.4, COLD), ("-20 32;-8 6;4 -8", 4, COLD), ("-9 -19;4 -16;14 -8", 3, COLD), ("26 -46;38 -34;46 -26", 3, COLD), ("-24 100;-20 122;-10 150", 3, COLD)), "both")
    tufts = (("10 20;-12 44;-32 66", 24, "#42263b"), ("-2 84;-14 120;-8 166", 24, "#3f2439"), ("40 0;24 -10;13 -23", 20, "#4a2a3b"), ("66 -14;60 -26;62 -37", 16, high), ("10 110;8 150;20 184", 22, "#38203a"))
    flicks = clumps((
        ("0 50;-28 62;-46 88", 20, dark), ("26 0;4 -18;-12 -20", 18, dark), ("56 -14;42 -38;24 -48", 18, "#3f2439"),
        ("80 -18;90 -40;106 -44", 17, "#6b3640"), ("140 16;164 20;170 38", 12, mid), ("20 160;6 188;-6 196", 14, dark),
    ))
    gaps = folds(("66 -4;92 26;100 72", "40 6;54 50;60 94", "86 -12;114 14;120 60", "14 40;16 90;30 150"), 4, "#24142c", 0.8)
    return flicks + form(picture, mass, dark, clumps(tufts), clumps(locks), group(clumps(lights), filter=picture.rough(0.06, 4, 4)), gaps) + cold


def brush_arm(picture: Picture) -> None:
    """Adds Mika's near arm, which lies on the table in front of the plaits."""
    sleeve = "392 604;420 578;458 580;490 610;514 652;548 678!;566 690;560 722;540 734!;500 736;450 724;412 690;394 648"
    cloth = picture.linear((400, 590), (520, 740), (0, "#2c6070", 1), (1, "#1f4058", 1))
    lit = brush("452 578;484 592;510 628;528 662;558 684", 17, "#efb684", "in", filter=picture.rough(0.05, 5, 4))
    creases = folds(("512 656;506 690;520 728", "530 668;528 700;538 726", "490 640;470 680;490 720", "444 650;454 690;484 712"), 8, "#182a4c", 0.85)
    arm = lit_form(picture, limb("540 706;580 704;622 696;648 690", (42, 40, 29, 27)), FAIR, "536 676;580 674;626 672;654 668;652 688;620 690;580 694;540 696", rims=())
    cuff = form(picture, "548 676!;568 684;574 706;564 732!;546 738;536 708", "#2a566a", rims=(Rim(3, -4, PEACH, 0.9),))
    picture.add("mid", group(form(picture, sleeve, cloth, creases, lit), arm, cuff, _hand_with_brush(picture), transform="translate(-34 4)"))


def _hand_with_brush(picture: Picture) -> str:
    """Mika's right hand: the brush lies between the thumb and two fingers, the others curl under."""
    handle = stroke("636 632;668 690;690 730", "#2a1730", 10) + stroke("635 632;666 689;688 728", "#c98a58", 6)
    bristles = shape("682 722!;698 716!;712 742;708 756!;696 760;688 752", "#e8b070") + shape("690 738!;706 732!;712 744;708 756!;696 760;688 752", "#f2a23c") + brush("694 724;702 742;704 754", 3, "#8a5238")
    palm = lit_form(picture, "640 680;656 668;680 668;698 680;700 696;688 712;664 716;646 708", FAIR, "642 676;660 666;684 668;698 680;690 690;668 684;648 688", edge=6)
    tucked = finger(picture, "684 706;676 720;662 720", (15, 14, 10), FAIR, light=None) + finger(picture, "692 698;688 714;674 718", (15, 14, 10), FAIR, light=None)
    index = finger(picture, "690 684;704 694;700 712;690 718", (16, 15, 13, 9), FAIR, light=(1.5, -2.5))
    thumb = finger(picture, "654 682;672 680;686 692;690 704", (17, 16, 14, 10), FAIR, light=(1, -3))
    return handle + palm + tucked + bristles + index + thumb


def rae(picture: Picture) -> None:
    """Adds Rae from behind, in front of the table, her profile to the lamp and her right side to the oven."""
    skirt = "786 1110!;790 940;800 800;818 706!;962 700!;1000 800;1022 940;1034 1110!"
    denim = picture.linear((786, 0), (1034, 0), (0, "#46506e", 1), (0.25, "#2c3656", 1), (0.8, "#232a4a", 1), (1, "#3a2a46", 1))
    pleats = folds(("850 730;838 880;836 1090", "900 740;900 900;908 1090", "944 730;962 880;972 1090", "826 760;812 900;806 1040"), 12, "#1a2040", 0.75)
    side = shape("780 1110!;784 940;796 800;816 704!;836 704!;822 800;808 940;806 1110!", "#c98a60", filter=picture.rough(0.04, 6, 3))
    lower = form(picture, skirt, denim, pleats, side, rims=(Rim(7, 0, HOT, 0.9),))
    picture.add("mid", group(lower, _rae_right_arm(picture), _rae_torso(picture), _rae_head(picture), _rae_left_arm(picture), transform="translate(14 0)"))


def _rae_torso(picture: Picture) -> str:
    torso = "812 726!;806 660;790 590;776 520;772 462;790 424;830 400;868 388!;930 388!;968 402;1002 428;1012 480;1004 560;986 640;972 726!"
    shirt = picture.linear((770, 0), (1014, 0), (0, "#e8c49a", 1), (0.2, "#a08088", 1), (0.5, "#6d5a72", 1), (1, "#55435f", 1))
    lit = shape("770 450;792 420;850 392!;838 440;822 510;824 590;834 660;838 726!;812 726!;804 650;784 570", "#f5d7a8", filter=picture.rough(0.04, 7, 3))
    band = shape("850 392!;866 390!;852 450;838 520;842 600;856 726!;838 726!;834 660;824 590;822 510;838 440", "#b66a58", filter=picture.rough(0.04, 7, 5))
    creases = folds(("900 470;906 540;896 620", "960 470;946 530;950 600", "800 500;816 560;826 640", "930 650;900 680;860 690", "986 560;960 610;930 640"), 9, "#453654", 0.7)
    strap = shape("826 404!;852 394!;968 706!;936 708!", "#2b3456") + shape("962 400!;938 390!;814 708!;846 714!", "#38446a") + shape("826 404!;846 396!;896 530!;880 548!", "#8f7c84", filter=picture.rough(0.05, 4, 3))
    belt = shape("806 694!;980 690!;980 722!;810 728!", "#2b3456") + shape("806 696!;850 694!;850 724!;810 728!", "#a8806a")
    bow = shape("888 708!;856 682;828 690;832 720;862 728", "#3a4870") + shape("890 708!;922 682;952 694;946 722;916 728", "#303a60") + brush("886 714;870 770;876 842", 17, "#3a4870", "out") + brush("896 714;912 780;904 856", 17, "#2b3456", "out") + disc(889, 708, 12, "#45537c")
    return form(picture, torso, shirt, lit, band, creases, strap, rims=(Rim(7, -1, HOT, 0.95),)) + form(picture, "800 686!;990 682!;990 732!;800 736!", "none", belt) + bow


def _rae_left_arm(picture: Picture) -> str:
    sleeve = "800 420;772 436;744 474;722 520;708 556!;728 572;760 580;784 570!;800 520;812 470"
    cloth = form(picture, sleeve, "#8d6d74", shape("802 418;770 434;742 474;718 524;704 556!;732 572!;752 520;780 466", "#ffdfae", filter=picture.rough(0.05, 6, 3)), folds(("726 540;750 552;778 556", "742 508;760 520;786 524"), 6, "#6a4a5c", 0.8))
    arm = "712 558!;700 590;700 622;708 660;716 694!;750 698!;762 664;774 624;782 590;780 568!"
    light = "704 556;694 592;694 626;702 664;712 696!;732 696!;730 656;728 620;734 584;742 562"
    limb_ = lit_form(picture, arm, BROWN, light, folds(("760 600;752 640;742 676",), 7, BROWN.deep, 0.6), brush("716 566;728 574;742 574", 4, BROWN.band))
    cuff = shape("704 550!;728 566;760 574;788 566!;790 578;762 590;726 582;702 566", "#c9a688") + brush("706 554;728 568;748 574", 6, "#ffe8c0")
    return cloth + limb_ + cuff + _shaping_hand(picture, 732, 706)


def _rae_right_arm(picture: Picture) -> str:
    sleeve = "990 420;1020 446;1042 492;1054 540;1056 566!;1030 582;1000 578;986 560!;980 500"
    cloth = form(picture, sleeve, "#54415e", folds(("1048 540;1024 556;996 552",), 6, "#3a2c4c", 0.8), rims=(Rim(7, -2, HOT, 0.95),))
    arm = form(picture, "990 566!;996 610;1010 650;1020 692!;1050 692!;1060 650;1066 610;1058 562!", BROWN.shade, folds(("1016 600;1026 640;1034 676",), 7, BROWN.deep, 0.5), rims=(Rim(6, 0, HOT, 0.95),))
    return cloth + arm + group(_shaping_hand(picture, 0, 0, lit=False), transform="translate(1034 704) scale(-1 1)")


def _shaping_hand(picture: Picture, x: float, y: float, *, lit: bool = True) -> str:
    """A hand cupped over a ball of dough, seen from the wrist: the fingers run over it, the thumb stays on the inner side."""
    ball = form(picture, oval(4, 26, 47, 29), "#b9785c", ellipse(-4, 20, 40, 23, "#ffe9c4") if lit else ellipse(-18, 22, 22, 18, "#c98e70"))
    hand = "-19 -18!;19 -18!;29 -6;36 8;48 20;50 34;43 38;34 28;31 30;30 42;22 46;19 38!;16 48;7 53;2 40!;-4 52;-13 50;-14 39!;-22 46;-30 42;-33 28;-34 12;-27 -4"
    slits = folds(("19 40;18 28;17 14", "2 42;3 28;4 16", "-14 41;-12 28;-9 16", "34 30;30 20;27 12"), 4.5, BROWN.deep, 0.95)
    knuckles = folds(("10 8;15 5;20 8", "-4 10;0 7;5 10", "-17 10;-12 7;-8 10"), 3, BROWN.band, 0.9)
    if not lit:
        return group(ball, form(picture, hand, BROWN.shade, slits, rims=(Rim(-4, 0, HOT, 0.9),)), transform=f"translate({x} {y})")
    light = "-40 -20!;4 -20!;6 0;14 12;12 26;14 56!;-50 60!;-50 0!"
    dusting = brush("-22 2;-10 0;4 4", 6, "#fff0d8", opacity=0.6) + brush("-26 24;-22 34;-24 40", 5, "#fff0d8", opacity=0.5)
    return group(shadow(picture, 6, 48, 70, 11, 0.5, "#4a2438"), ball, lit_form(picture, hand, BROWN, light, slits, knuckles, dusting, edge=7), transform=f"translate({x} {y})")


def _rae_head(picture: Picture) -> str:
    neck = lit_form(picture, "846 322!;934 322!;936 364;970 392!;900 412;832 396!;850 366", BROWN, "838 322!;866 330!;864 372;850 396!;822 400!", folds(("900 350;912 380;900 404",), 7, BROWN.deep, 0.5))
    face = "822 236!;814 256;810 268;815 276;804 296;801 306!;812 312;813 318;807 324;811 330!;808 338;816 344;815 356;828 370;852 368;890 340!;884 236!"
    light = "818 236!;810 258;806 268;808 280;796 304;812 312;806 324;810 330;804 340;814 346;812 358;822 368;834 356;832 330;836 306;832 284;842 262;840 236!"
    marks = brush("812 276;822 271;834 275", 5, "#2a1020", "lid") + brush("808 258;822 250;838 254", 6, "#341626", "brow") + brush("809 330;818 331;826 328", 3, "#4a1a2c", "out")
    lines = brush("838 272;848 270;854 264", 2.5, BROWN.deep, opacity=0.7) + brush("838 277;848 280;854 286", 2.5, BROWN.deep, opacity=0.6) + brush("826 312;832 322;830 336", 3, "#8a3e34", opacity=0.8)
    head = lit_form(picture, face, BROWN, light, marks, lines, edge=12)
    ear = shape("866 292;880 282;894 296;890 322;874 332", "#94503f") + brush("874 292;886 300;880 320", 3.5, BROWN.deep) + disc(876, 334, 4, "#ffd58a")
    knot = shape("896 312!;916 300;946 320!;958 344;946 366;922 364;904 348", "#23142c") + brush("910 320;930 330;940 352", 5, "#5a3a48") + brush("868 262;880 276;872 290", 7, "#23142c")
    return neck + head + ear + knot + _scarf(picture)


def _scarf(picture: Picture) -> str:
    cloth = "806 248!;806 210;828 166;882 140;940 148;980 190;990 244;976 290;952 322!;914 296;876 268;836 256"
    light = shape("800 250!;800 208;826 164;884 138!;862 180;850 222;850 262!", "#f7b463", filter=picture.rough(0.05, 5, 4))
    band = shape("850 262!;850 222;862 180;884 138!;912 140!;884 190;876 232;876 270!", "#d06a3c", filter=picture.rough(0.05, 5, 6))
    creases = "".join(brush(line, 6, "#6e2a30", opacity=0.9) for line in ("958 316;934 252;886 202", "964 308;958 240;922 190", "952 318;912 274;866 244"))
    dots = "".join(disc(x, y, 3.8, "#ffe6b8", opacity=0.85) for x, y in ((826, 222), (842, 188), (872, 162), (862, 226), (896, 206), (908, 166), (932, 212), (956, 246), (912, 254), (836, 246), (942, 176), (882, 246), (968, 214)))
    tails = shape("962 314!;1000 302;1030 330!;1010 340;1020 374!;982 350", "#8a3630") + shape("960 316!;970 364;954 408!;978 396;992 412!;988 362", "#a8452f") + brush("970 330;978 360;974 396", 4, "#6e2a30")
    knot = shape("946 306;966 298;978 312;970 332;952 330", "#7d3030")
    return tails + form(picture, cloth, "#a8452f", light, band, creases, dots, rims=(Rim(6, -1, HOT, 0.9),)) + knot
