"""Mika and Aunt Rae at the bakery's table: a profile in the lamp, and a back between lamp and oven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb, oval
from workshop.art.figures import BROWN, FAIR, finger, folds, lit_form
from workshop.art.light import Rim, form, shadow
from workshop.art.mika import head
from workshop.art.svg import disc, ellipse, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.svg import Picture

COLD = "#7fb6d0"
HOT = "#f0803c"
PEACH = "#f0b077"


# A shape stays one line of numbers.
# fmt: off

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
    picture.add("mid", torso, neck, hood, string, group(head(picture), transform="translate(404 268) rotate(7 80 200)"))


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
