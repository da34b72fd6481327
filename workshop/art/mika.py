"""Mika's head, the same in every scene, in profile and from behind: untidy auburn hair, copper to the light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.figures import FAIR, clumps, folds, lit_form
from workshop.art.light import form
from workshop.art.svg import disc, group, shape

if TYPE_CHECKING:
    from workshop.art.svg import Picture

COLD = "#7fb6d0"
_NIGHT = "#8fb4dc"
_HEAD = "translate(-2 14)"


# A shape stays one line of numbers.
# fmt: off

def head(picture: Picture, *, fine: bool = True) -> str:
    """Returns the head in profile, from the crown near (60, -40) to the chin near (130, 218), without what a small one (not `fine`) would lose."""
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
    marks = (socket, freckles, wing, eye, brow, mouth, jaw) if fine else (socket, freckles, eye, brow, mouth)
    return lit_form(picture, face, FAIR, light, *marks, edge=13) + _hair(picture, fine=fine) + ear


def _hair(picture: Picture, *, fine: bool) -> str:
    mass = "150 62!;140 52;130 84!;117 62;107 100!;95 76;90 114;83 138!;77 106;66 92;54 98;48 120;53 150;50 184;58 210!;42 200;34 230!;22 206;6 224!;0 202;-16 216!;-16 186;-27 166;-34 130;-38 102;-52 88!;-40 66;-36 36;-23 8;-6 -12;-8 -28!;14 -26;34 -38;54 -54!;66 -38;86 -42;108 -52!;110 -38;136 -26;154 -2;168 30!;152 30"
    dark, mid, high, hot = "#33203a", "#512b3c", "#8f4740", "#d9743f"
    back = (
        ("10 20;-12 44;-36 72", 26, "#42263b"), ("-2 84;-16 130;-14 196", 26, "#3f2439"), ("-20 60;-22 110;-12 160", 22, "#4a2a3e"), ("40 0;18 -10;-2 -22", 22, "#4a2a3b"), ("10 110;8 160;30 218", 24, "#38203a"), ("66 -14;60 -30;54 -46", 18, high),
        ("36 -8;62 24;76 62;84 126", 28, "#47283b"), ("0 30;2 80;18 140;40 204", 28, "#3a2239"),
    )
    fringe = (
        ("62 -20;98 -6;126 22;129 78", 30, mid), ("52 -14;84 14;104 50;106 94", 30, mid), ("92 -26;126 -12;150 16;151 56", 26, high), ("76 -20;108 6;128 36;128 78", 20, high),
        ("62 -8;92 24;106 56;105 94", 14, "#733a40"), ("44 -2;70 34;82 76;84 130", 13, "#64343e"),
    )
    lights = (("98 -30;132 -16;156 10;152 56", 13, hot), ("88 -20;116 4;138 30;130 76", 11, hot), ("74 -8;102 22;116 52;107 92", 9, "#c06040"), ("104 -34;126 -26;148 -8", 8, "#f5aa66"), ("50 2;74 40;86 78;84 124", 6, "#8f4a44"), ("84 -34;98 -40;108 -50", 6, hot))
    cold = clumps((("-50 87;-38 68;-33 40", 3.4, COLD), ("-30 28;-16 4;-4 -10", 4, COLD), ("10 -25;32 -35;50 -50", 3, COLD), ("-36 110;-29 150;-18 184", 3.4, COLD)), "both")
    flicks = clumps((("0 46;-30 64;-58 96", 20, dark), ("30 0;4 -20;-18 -26", 20, dark), ("60 -14;46 -40;30 -54", 19, "#3f2439"), ("84 -20;100 -48;122 -52", 18, "#6b3640")))
    gaps = folds(("66 -4;92 26;102 78", "40 6;54 50;62 98", "86 -14;114 14;122 64", "14 40;16 90;34 160"), 4, "#24142c", 0.8)
    if not fine:
        return form(picture, mass, dark, clumps(back[5:]), clumps(fringe[1:]), clumps(lights[:4])) + cold
    return flicks + form(picture, mass, dark, clumps(back), clumps(fringe), group(clumps(lights), filter=picture.rough(0.06, 4, 4)), gaps) + cold


def nape(picture: Picture) -> str:
    """Returns the neck from behind, turned a little to the right, so that an ear and the edge of a cheek catch the hut's light."""
    neck = shape("316 636!;362 636!;368 668;376 692!;300 692!;308 668", "#54334a") + brush("358 640;366 662;374 688", 9, FAIR.band) + shape("316 640!;362 640!;356 664;330 670;314 660", FAIR.deep, opacity=0.6)
    cheek = form(picture, "384 586;392 606;392 628;386 644;390 652;382 664;366 672!;356 640!;364 590!", FAIR.band, shape("388 586;396 612;395 632;388 644;392 654;382 664;376 650;378 620", FAIR.lit))
    return group(neck, cheek, transform=_HEAD)


def mop(picture: Picture, *, snow: bool = True) -> str:
    """Returns the hair that every picture of Mika has, from behind: fuller than the head, ragged at the nape, copper to the light."""
    ear = form(picture, "362 612;370 602;380 606;382 620;374 636;365 636", FAIR.band, shape("366 608;374 603;380 610;378 622;371 622", FAIR.lit), brush("368 612;375 614;371 628", 3, FAIR.deep))
    mass = "300 680!;292 658;282 672!;276 640;270 612;266 590!;256 590;268 566;278 546;290 534!;284 520;304 522;322 512!;326 498;340 510;352 506!;368 494;372 512;390 520;404 538!;414 544;408 562;412 582!;402 592;398 612!;390 600;380 596;370 604;366 634!;362 652;368 676!;354 664;346 686!;336 668;326 690!;316 672;308 684!"
    dark, mid, high, hot = "#2c1b36", "#4a2a3c", "#8f4740", "#d9743f"
    locks = clumps((
        ("336 540;298 556;276 606", 24, "#38213a"), ("336 544;304 592;286 660", 26, "#40253a"), ("340 544;322 604;310 676", 24, "#3f2439"), ("344 544;342 610;330 682", 24, mid), ("350 544;362 600;352 672", 22, "#5e3040"),
        ("354 540;382 556;398 604", 24, high), ("350 536;372 566;370 626", 20, high), ("334 534;308 530;288 542", 16, mid), ("340 530;334 516;328 502", 14, mid), ("356 526;366 510;370 498", 14, high),
    ))
    lights = clumps((("362 536;390 554;402 600", 12, hot), ("354 542;374 576;369 626", 9, hot), ("348 548;356 604;350 664", 6, "#a5523f"), ("356 524;384 528;406 552", 9, hot), ("366 530;392 544;406 574", 6, "#f5aa66"), ("360 518;368 508;371 498", 5, hot)))
    cold = clumps((("258 588;268 566;280 544", 3.4, _NIGHT), ("288 534;306 524;324 512", 3, _NIGHT), ("270 614;276 644;284 668", 3.4, _NIGHT)), "both")
    flakes = "".join(disc(x, y, r, "#f2ecea", opacity=0.9) for x, y, r in ((300, 566, 2.4), (338, 582, 2), (316, 620, 2), (364, 556, 2.2), (328, 534, 1.8), (384, 536, 2))) if snow else ""
    gaps = folds(("332 562;314 610;300 664", "346 566;346 620;338 668"), 4, "#1e1128", 0.8)
    return group(form(picture, mass, dark, locks, gaps, lights, flakes), cold, ear, transform=_HEAD)
