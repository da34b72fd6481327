"""Sluice Street before dawn: sleet in the lamp, a paper bag on the launderette's door, one window lit, the Works behind."""

from __future__ import annotations

import random

from workshop.art.brush import brush
from workshop.art.figures import folds
from workshop.art.light import Rim, cone, form, glow, haze, lamplight, shadow, warm
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 612, 150
COLD = "#7f9fd0"
PEACH = "#f4b880"


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture = Picture()
    chance = random.Random(23)
    _sky(picture)
    _works(picture)
    _terrace(picture)
    _ground(picture, chance)
    _facade(picture, chance)
    _shop_window(picture)
    _door(picture)
    _bag(picture)
    _lamp_post(picture)
    _light(picture, chance)
    _near(picture, chance)
    return picture.text()


def _sky(picture: Picture) -> None:
    sky = picture.linear((0, -16), (0, 760), (0, "#141a46", 1), (0.25, "#2a3374", 1), (0.48, "#555094", 1), (0.7, "#9a719a", 1), (1, "#d8966f", 1))
    picture.ground("far", sky)
    clouds = (("-60 150;100 130;260 160;420 140;620 170", 44, "#39407e"), ("-60 300;140 280;300 306;560 290", 40, "#6f5f98"))
    picture.add("far", group("".join(brush(line, width, colour, "both", opacity=0.5) for line, width, colour in clouds), filter=picture.blur(14, 0.08)))


def _works(picture: Picture) -> None:
    """The sugar works: silos, three chimneys, and the caramel haze they stand in."""
    stone = picture.linear((0, 120), (0, 640), (0, "#2f3270", 1), (0.5, "#493f7c", 1), (1, "#8f6480", 1))
    mass = flat("30 700!;30 520!;90 520!;90 470!;210 470!;210 500!;250 470!;290 500!;290 440!;330 440!;330 700!", stone)
    stacks = "".join(flat(f"{x - w} 660!;{x - w * 0.62:.1f} {top}!;{x + w * 0.62:.1f} {top}!;{x + w} 660!", stone) + box(x - w * 0.75, top - 4, w * 1.5, 10, "#33367a") for x, top, w in ((404, 128, 20), (466, 212, 17), (262, 262, 15)))
    beacons = disc(404, 150, 3.5, "#e8705a") + disc(466, 234, 3, "#e8705a")
    smoke = "".join(brush(line, width, colour, "both", opacity=opacity) for line, width, colour, opacity in (
        ("404 126;398 92;368 70;310 66;220 40;110 44;-60 10", 96, "#8d78a8", 0.5), ("404 126;400 104;380 88;330 84;240 66;130 74;-60 46", 46, "#d39a94", 0.5),
        ("466 210;460 184;430 166;380 166;300 146;200 152;60 130", 64, "#a888a8", 0.45), ("466 210;462 194;440 180;390 182;310 168", 26, "#e2aa92", 0.5),
    ))
    lights = "".join(disc(x, y, 3, "#ffc98a", opacity=0.8) for x, y in ((60, 548), (120, 498), (176, 498), (308, 470)))
    picture.add("far", group(smoke, filter=picture.blur(12, 0.08)), stacks, beacons, mass, lights)
    picture.add("far", haze(picture, 460, 360, "#e0a070", 0.42, -16, 620), glow(picture, 420, 620, 300, "#f0b070", 0.4, 0.7))


def _terrace(picture: Picture) -> None:
    """Narrow houses across the street; in one of them somebody is up."""
    houses = ((-40, 96, 300, "gable"), (96, 236, 356, "step"), (236, 388, 318, "gable"), (388, 540, 420, "step"))
    for index, (left, right, top, roof) in enumerate(houses):
        wall = picture.linear((0, top), (0, 800), (0, "#262a62", 1), (0.6, "#343268", 1), (1, "#4d3f6c", 1))
        middle = (left + right) / 2
        if roof == "gable":
            line = f"{left} 820!;{left} {top + 76}!;{middle} {top}!;{right} {top + 76}!;{right} 820!"
        else:
            line = f"{left} 820!;{left} {top + 60}!;{left + 24} {top + 60}!;{left + 24} {top + 30}!;{left + 48} {top + 30}!;{left + 48} {top}!;{right - 48} {top}!;{right - 48} {top + 30}!;{right - 24} {top + 30}!;{right - 24} {top + 60}!;{right} {top + 60}!;{right} 820!"
        snow = stroke(f"{left} {top + 76}!;{middle} {top}!;{right} {top + 76}!", "#8fa0cc", 5, opacity=0.6) if roof == "gable" else "".join(box(x, y, 24, 4, "#8fa0cc", opacity=0.6) for x, y in ((left, top + 58), (left + 24, top + 28), (right - 48, top + 28), (right - 24, top + 58))) + box(left + 48, top - 2, right - left - 96, 4, "#8fa0cc", opacity=0.6)
        picture.add("far", form(picture, line, wall, box(right - 8, top, 8, 560, "#1a1c48", opacity=0.5), rims=(Rim(3, -1, "#a9788c", 0.5),)), snow)
        picture.add("far", "".join(_dark_window(x, y) for y in (top + 126, top + 268) for x in (left + 16, right - 62) if (index, y) != (2, top + 126) and x > -10 and y < 650))
        picture.add("far", box(middle - 25, 706, 50, 100, "#1a1c46", 2) + box(middle - 20, 712, 40, 22, "#3a3f7a"))
    picture.add("far", box(290, 236, 26, 100, "#232758") + box(286, 230, 34, 10, "#343a74"), _lit_window(picture), haze(picture, 560, 300, "#a8788c", 0.3, -16, 600))


def _dark_window(x: float, y: float) -> str:
    return box(x, y, 46, 74, "#171a44", 2) + box(x + 4, y + 4, 38, 66, "#323a78", opacity=0.8) + box(x + 21, y, 4, 74, "#171a44") + box(x, y + 34, 46, 4, "#171a44") + box(x - 4, y + 74, 54, 5, "#7f92c4", opacity=0.6)


def _lit_window(picture: Picture) -> str:
    """Two Seeded, up early: his head and shoulders against the lamp, a cup lifted."""
    amber = picture.radial(346, 470, 70, (0, "#fff0c4", 1), (0.5, "#ffc877", 1), (1, "#e58e42", 1))
    frame = box(306, 436, 72, 94, "#2a2044", 2) + box(311, 441, 62, 84, amber)
    man = "311 525!;311 512;320 500;332 494;334 486;327 476;328 464;336 456;346 457;352 464;352 470;355 475;351 478;350 485;345 489;346 495;358 502;364 514;366 525!"
    cup = box(355, 486, 12, 11, "#5a3040", 2) + brush("348 512;358 506;362 496", 8, "#5a3040", "even")
    curtain = shape("311 441!;328 441!;324 470;316 500;311 510!", "#b8603e") + shape("373 441!;362 441!;366 470;373 490!", "#b8603e")
    bars = box(340, 441, 4, 84, "#3a2444", opacity=0.75) + box(311, 480, 62, 4, "#3a2444", opacity=0.75)
    return glow(picture, 342, 482, 130, "#f2a85e", 0.55) + frame + shape(man, "#5a3040") + cup + curtain + bars + box(300, 530, 84, 6, "#f2c08a", opacity=0.9)


def _ground(picture: Picture, chance: random.Random) -> None:
    road = picture.linear((0, 790), (0, 1096), (0, "#5a4670", 1), (0.3, "#332f62", 1), (1, "#14163a", 1))
    pavement = picture.linear((420, 0), (1500, 0), (0, "#2c2c60", 1), (0.2, "#8a5a5c", 1), (0.36, "#6a4458", 1), (0.6, "#29244c", 1), (1, "#16173a", 1))
    picture.add("mid", box(-16, 796, 1952, 310, road), box(-16, 796, 560, 7, "#8a90bc", opacity=0.45))
    wet = "".join(
        ellipse(342 + round(chance.uniform(-10, 10)), y, round(chance.uniform(14, 40) * (1.2 - (y - 810) / 260)), 2.6, "#ffb45e", opacity=round(0.5 - (y - 810) / 480, 2)) for y in range(812, 1000, 13)
    )
    setts = "".join(
        ellipse(round(chance.uniform(-10, 520)), y + round(chance.uniform(-4, 4)), round(10 + (y - 800) * 0.07), round(2 + (y - 800) * 0.012, 1), chance.choice(("#6f6aa4", "#57548e", "#7d6690")), opacity=0.35)
        for y in range(820, 1090, 30) for _ in range(9)
    )
    kerb = flat("470 964!;1936 964!;1936 1110!;360 1110!", pavement) + flat("470 964!;360 1110!;336 1110!;454 964!", "#6b6690") + stroke("470 964;360 1110", "#c3b8cc", 4, opacity=0.7)
    joints = "".join(stroke(f"{x} 968;{x + (x - 760) * 0.5:.0f} 1100", "#1c1b42", 2.5, opacity=0.4) for x in range(560, 1600, 130)) + stroke("420 1030;1936 1030", "#1c1b42", 2.5, opacity=0.4)
    slush = "".join(shape(line, "#e8d3cc", opacity=0.5) for line in ("508 964!;508 958;530 954;560 958;570 964!;552 972;524 972", "880 964!;884 956;920 953;1000 957;1100 954;1240 958;1400 956;1500 964!;1300 971;1100 968;940 972")) + brush("360 1104;420 1030;470 966", 16, "#e4dcec", "both", opacity=0.5)
    picture.add("mid", setts, wet, kerb, joints, slush, _footprints())


def _footprints() -> str:
    """Somebody stood here a while, and went."""
    steps = ((690, 992, -6), (726, 994, 6), (672, 1012, -40), (630, 1024, -52), (560, 1046, -58), (506, 1078, -60))
    return "".join(ellipse(x, y, 15, 5.5, "#3a2a4c", turn, opacity=0.75) + ellipse(x - 13, y + 4, 6, 4, "#3a2a4c", turn, opacity=0.75) for x, y, turn in steps)


def _facade(picture: Picture, chance: random.Random) -> None:
    wall = picture.linear((520, 0), (1936, 0), (0, "#5a3f62", 1), (0.16, "#6b4460", 1), (0.36, "#3d2f58", 1), (0.62, "#211f48", 1), (1, "#141538", 1))
    picture.add("mid", box(520, -20, 1420, 984, wall), flat("486 -20!;520 -20!;520 964!;486 950!", "#2a2a60"))
    bricks = "".join(
        box(x + (26 if row % 2 else 0), y, 46, 17, chance.choice(("#2a2250", "#8a5568", "#1f1d48")), 2, opacity=round(chance.uniform(0.1, 0.3), 2))
        for row, y in enumerate(range(-10, 225, 24)) for x in range(524, 1500, 56) if chance.random() < 0.42
    )
    upstairs = "".join(_sash(picture, x) for x in (700, 1010, 1320))
    fascia = box(548, 236, 1392, 76, picture.linear((548, 0), (1700, 0), (0, "#5c3350", 1), (0.2, "#7a3f4c", 1), (0.5, "#33244c", 1), (1, "#171739", 1))) + box(540, 226, 1400, 12, "#8a5a64") + box(540, 310, 1400, 8, "#221c44")
    bubbles = "".join(ellipse(x, 274, r, r, "none", stroke="#f0c08c", stroke_width=4, opacity=o) + brush(f"{x - r * 0.5} {272 - r * 0.3};{x - r * 0.2} {270 - r * 0.55};{x + r * 0.2} {270 - r * 0.55}", 3, "#f0c08c", opacity=o) for x, r, o in ((1010, 22, 0.55), (1058, 14, 0.5), (1090, 9, 0.45), (1116, 6, 0.4)))
    snow = shape("540 228!;540 220;640 216;760 221;900 217;1100 221;1400 218;1936 222;1936 228!", "#d9c8d4", opacity=0.75)
    picture.add("mid", bricks, warm(picture, LAMP_X, 250, 560, 0.62, 1.1), upstairs, fascia, bubbles, snow, box(520, 312, 6, 652, "#c98a78", opacity=0.45))


def _sash(picture: Picture, x: float) -> str:
    glass = picture.linear((0, -16), (0, 160), (0, "#1c2152", 1), (1, "#2f3470", 1))
    return box(x - 10, -20, 160, 190, "#211c42") + box(x, -20, 140, 176, glass) + shape(f"{x} -20!;{x + 46} -20!;{x + 36} 70;{x + 12} 150;{x} 156!", "#4d4272") + box(x + 66, -20, 7, 176, "#211c42") + box(x, 60, 140, 6, "#211c42") + box(x - 18, 166, 176, 12, "#6a4a66") + box(x - 18, 164, 176, 5, "#cfc0d4", opacity=0.7)


def _shop_window(picture: Picture) -> None:
    """Washing machines asleep behind the glass."""
    inside = picture.linear((900, 0), (1640, 0), (0, "#2b2a5c", 1), (0.4, "#1a1c46", 1), (1, "#111334", 1))
    parts = [box(892, 352, 800, 470, "#20193c", 4), box(906, 366, 772, 442, inside)]
    parts.extend(box(x - 72, 560, 144, 248, "#272a5e", 6) + box(x - 72, 560, 144, 34, "#343a74", 6) + disc(x, 694, 56, "#4b5490") + disc(x, 694, 46, "#10122e") + brush(f"{x - 36} 680;{x - 20} 660;{x + 6} 654", 6, "#7f92c8", opacity=0.7) + disc(x + 52, 577, 4, "#8ccbc0", opacity=0.8) for x in (990, 1148, 1306, 1464, 1604))
    parts.append(flat("906 366!;1010 366!;930 808!;906 808!", "#c98a78", opacity=0.16) + flat("1050 366!;1090 366!;1010 808!;970 808!", "#c98a78", opacity=0.1))
    parts.append(box(1284, 366, 10, 442, "#20193c") + box(880, 820, 830, 18, "#4a3458") + shape("880 822!;880 814;1000 811;1200 815;1500 812;1710 816;1710 822!", "#cfc0d4", opacity=0.6) + box(892, 838, 800, 126, "#241f46", opacity=0.8))
    picture.add("mid", *parts, box(1678, 352, 14, 470, "#20193c"), box(1692, 340, 250, 480, "#1a1a40"))


def _door(picture: Picture) -> None:
    leaf = picture.linear((600, 340), (850, 960), (0, "#5f8a80", 1), (0.4, "#3f6a70", 1), (1, "#2a4460", 1))
    frame = picture.linear((584, 0), (862, 0), (0, "#d99a70", 1), (0.3, "#8a5a58", 1), (1, "#4a3350", 1))
    glass = picture.linear((640, 390), (800, 640), (0, "#34427c", 1), (0.5, "#232a5c", 1), (1, "#171a40", 1))
    parts = box(584, 326, 278, 640, frame) + box(606, 346, 234, 616, "#1b1836") + box(612, 350, 222, 612, leaf)
    pane = box(644, 386, 158, 240, "#1d2a44", 3) + box(652, 394, 142, 224, glass) + flat("652 394!;716 394!;652 520!", "#f0b98a", opacity=0.4) + flat("740 394!;766 394!;652 618!;652 566!", "#f0b98a", opacity=0.2)
    card = box(730, 420, 50, 36, "#e9cfae", 2) + "".join(box(737, 428 + 8 * k, 36 - 8 * k, 3, "#8a6470") for k in range(3))
    lower = box(644, 668, 158, 246, "#2c4c60", 3) + box(650, 676, 146, 232, leaf, 2) + box(644, 668, 158, 5, "#1b3048") + box(796, 668, 6, 246, "#8fb0a0", opacity=0.5) + box(644, 908, 158, 6, "#8fb0a0", opacity=0.5)
    edges = box(612, 350, 4, 612, "#f5cf9c", opacity=0.85) + box(612, 350, 222, 4, "#f5cf9c", opacity=0.6)
    kick = box(620, 926, 206, 30, "#6a5a58", opacity=0.8) + box(620, 926, 206, 4, "#e8b98c", opacity=0.7)
    step = flat("566 962!;880 962!;896 990!;552 990!", picture.linear((552, 0), (896, 0), (0, "#b88474", 1), (0.4, "#d9a080", 1), (1, "#5a4058", 1))) + box(552, 988, 344, 14, "#3a2a4a")
    plate = box(622, 632, 20, 96, "#c9985c", 4) + box(622, 632, 6, 96, "#ffe2a8", 3) + stroke("634 654;668 652", "#8a5a34", 13) + stroke("634 651;668 649", "#ffd998", 6)
    picture.add("mid", parts, pane, card, lower, edges, kick, step, plate)


def _bag(picture: Picture) -> None:
    """Two custards for Sana, hung on the handle; the paper has gone see-through where they touch it."""
    paper = "652 694!;662 688;676 692;690 687;704 694!;716 716;722 752;720 796;714 812!;696 818;676 814;656 818;640 812!;634 794;634 752;640 716"
    body = picture.linear((632, 700), (724, 812), (0, "#fff0cc", 1), (0.4, "#f0c792", 1), (1, "#b87a58", 1))
    shade = picture.blur(6, 0.16)
    shadow_ = shape("676 716;724 724;752 770;744 826;700 836;660 830", "#182038", opacity=0.6, filter=shade)
    cord = stroke("662 652;654 670;668 692", "#e8cfa6", 4) + stroke("664 652;694 668;690 690", "#c79c74", 4)
    fray = picture.rough(0.07, 8, 3)
    grease = shape("640 770;650 754;668 752;684 764;700 742;714 744;721 766;718 796;704 812;676 810;652 812;638 798", "#c07a42", opacity=0.55, filter=fray) + shape("646 730;654 724;660 732;652 742", "#c07a42", opacity=0.5) + shape("688 716;694 712;698 720;692 726", "#c07a42", opacity=0.45)
    tarts = "".join(
        ellipse(x, y, across, down, "#8a482c", turn, opacity=0.75) + ellipse(x + 1, y - 3, across * 0.8, down * 0.68, "#f4b450", turn, opacity=0.9) + ellipse(x - 5, y - 5, 5, 3, "#9a5428", turn, opacity=0.6)
        for x, y, across, down, turn in ((703, 770, 13, 25, 18), (666, 796, 29, 12, -6))
    )
    creases = folds(("664 694;660 730;664 750", "690 692;696 726;690 746", "642 730;654 742;648 760", "714 730;704 742;710 756"), 5, "#a8704e", 0.8)
    fold = shape("650 696!;664 688;678 693;692 687;706 696!;702 710;690 704;676 709;664 704;654 710", "#d9a878") + brush("652 696;666 690;680 694;704 694", 4, "#fff6da")
    picture.add("mid", shadow_, form(picture, paper, body, tarts, grease, creases, rims=(Rim(-4, -1, "#fffbe8", 0.9), Rim(3, 2, "#8a5048", 0.6))), fold, cord)


def _lamp_post(picture: Picture) -> None:
    iron = picture.linear((478, 0), (516, 0), (0, "#191a42", 1), (0.6, "#2a2450", 1), (1, "#c98a68", 1))
    post = flat("488 1010!;491 140!;503 140!;508 1010!", iron) + box(478, 900, 40, 116, iron, 6) + box(482, 560, 32, 14, iron, 4) + box(484, 300, 28, 10, iron, 4)
    arm = stroke("497 150;500 96;540 76;590 84;611 112", "#1c1b44", 10) + stroke("503 146;506 102;542 82;588 89;606 112", "#d9946c", 2.5)
    hood = form(picture, "566 142!;574 122;594 108;628 108;650 122;658 142!;612 148", "#2c2a58", rims=(Rim(3, -2, "#c98a78", 0.7), Rim(-3, -2, COLD, 0.7)))
    snow = shape("572 124;594 106;612 102;632 107;652 124;630 114;594 114", "#dfe0ee", opacity=0.85)
    picture.add("mid", shadow(picture, 500, 1014, 80, 12, 0.6), post, arm, hood, snow, ellipse(LAMP_X, 144, 44, 9, "#fff3cf"), ellipse(LAMP_X, 152, 30, 12, "#fffbe8"))


def _light(picture: Picture, chance: random.Random) -> None:
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 60, 640, 0.26), glow(picture, LAMP_X, LAMP_Y, 170, "#ffd9a0", 0.38))
    picture.add("light", cone(picture, "574 152!;650 152!;930 990!;380 990!", 150, 1020, "#f0a050", 0.34, 20), glow(picture, 342, 482, 200, "#e0702c", 0.2))
    picture.add("light", ellipse(650, 992, 290, 40, picture.radial(650, 992, 290, (0, "#f0a860", 0.32), (0.6, "#e0702c", 0.12), (1, "#e0702c", 0), squash=0.138)))
    flakes = []
    for _ in range(130):
        y = chance.uniform(170, 960)
        spread = 40 + (y - 150) * 0.3
        x = 632 + chance.uniform(-spread, spread) * 0.95
        flakes.append(stroke(f"{x:.0f} {y:.0f};{x - 4:.0f} {y + chance.uniform(10, 20):.0f}", "#ffe9c4", round(chance.uniform(1.4, 3), 1), opacity=round(chance.uniform(0.2, 0.7), 2)))
    picture.add("light", group(*flakes, id="sleet"))


def _near(picture: Picture, chance: random.Random) -> None:
    """The bridge's rail and sleet close to the eye."""
    iron = "#0f1130"
    posts = "".join(flat(f"{x} 868!;{x + 16} 868!;{x + 18} 1110!;{x - 2} 1110!", iron) + box(x + 14, 876, 4, 230, "#b87a60", opacity=0.6) for x in (-20, 58, 136, 208))
    rail = shape("-40 850!;210 846!;242 852;250 864;236 872;210 872!;-40 880!", iron) + shape("-40 852!;60 842;150 846;214 838;246 854;210 852;-40 860!", "#a9b4d8", opacity=0.75)
    finial = disc(222, 838, 16, iron) + ellipse(227, 832, 7, 5, "#e8ae80")
    sleet = "".join(stroke(f"{x} {y};{x - 9} {y + 40}", "#c9d6f0", 3.4, opacity=0.2) for x, y in ((round(chance.uniform(0, 1900)), round(chance.uniform(0, 1060))) for _ in range(46)))
    edge = picture.linear((1240, 0), (1936, 0), (0, "#0f1030", 0), (1, "#0f1030", 0.6))
    picture.add("near", box(1240, -16, 700, 1112, edge), group(posts, rail, finial, filter=picture.blur(2.6, 0.04)), sleet)
