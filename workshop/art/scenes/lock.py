"""The lock at night: Mika on the gate's beam with half a bag of custards, two dead footballs turning in the lit water below."""

from __future__ import annotations

import math
import random

from workshop.art.brush import brush, oval
from workshop.art.figures import FAIR, folds
from workshop.art.light import Rim, cast, form, glow, haze, lamplight, warm
from workshop.art.mika import mop, nape
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

COLD = "#8fb4dc"
PEACH = "#f4b880"
_BARK = "#3a3672"
_TWIGS = (9.0, 5.5, 3.4, 2.2, 1.4)
WINDOW_X, WINDOW_Y = 842, 430
SURFACE = "482 552!;704 552!;1080 1110!;300 1110!;420 760!"


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture = Picture()
    chance = random.Random(611)
    _sky(picture)
    _works(picture)
    _banks(picture, chance)
    _bridge(picture)
    _hut(picture)
    _water(picture, chance)
    _balls(picture)
    _gate(picture)
    _mika(picture)
    _light(picture, chance)
    _near(picture, chance)
    return picture.text()


def _sky(picture: Picture) -> None:
    sky = picture.linear((0, -16), (0, 520), (0, "#10153c", 1), (0.3, "#242c6c", 1), (0.56, "#4a4788", 1), (0.8, "#7a6290", 1), (1, "#b8828a", 1))
    picture.ground("far", sky)
    clouds = (("-60 90;240 70;520 110;860 84;1100 120", 50, "#2c3478"), ("400 210;760 190;1200 220;1700 190;1990 200", 46, "#54508e"), ("-60 250;200 240;420 262", 36, "#5f568f"))
    picture.add("far", group("".join(brush(line, width, colour, "both", opacity=0.45) for line, width, colour in clouds), filter=picture.blur(14, 0.06)))


def _works(picture: Picture) -> None:
    stone = picture.linear((0, 100), (0, 500), (0, "#2c2f6c", 1), (0.55, "#4a3f7a", 1), (1, "#8d6480", 1))
    stacks = "".join(flat(f"{x - w} 520!;{x - w * 0.6:.1f} {top}!;{x + w * 0.6:.1f} {top}!;{x + w} 520!", stone) + box(x - w * 0.74, top - 3, w * 1.48, 9, "#262a62") for x, top, w in ((250, 110, 20), (330, 176, 17), (404, 236, 13)))
    mass = flat("60 560!;60 400!;120 400!;120 372!;190 372!;190 410!;430 410!;430 360!;450 340!;500 340!;520 360!;520 560!", stone) + ellipse(475, 342, 26, 9, "#3d3a78") + flat("60 420!;196 330!;196 342!;60 436!", "#3a3672") + flat("150 372!;158 368!;158 410!;150 410!", "#3a3672") + flat("190 322!;226 322!;226 400!;190 400!", stone) + "".join(box(x, 380, 30, 30, "#3d3a78") for x in (346, 384)) + "".join(ellipse(x + 15, 380, 15, 5, "#6a5488") for x in (346, 384))
    smoke = "".join(brush(line, width, colour, "both", opacity=opacity) for line, width, colour, opacity in (
        ("250 108;256 72;300 44;400 40;520 10;640 14;820 -30", 100, "#8d78a8", 0.5), ("250 108;254 82;290 60;370 58;470 34;560 36", 44, "#d39a94", 0.5),
        ("330 174;336 146;380 124;470 124;580 96;700 104", 66, "#a888a8", 0.45), ("330 174;336 154;372 138;440 138;520 122", 28, "#e2aa92", 0.5), ("404 234;410 212;440 200;500 198", 30, "#d39a94", 0.4),
    ))
    beacons = disc(250, 130, 3.5, "#e8705a") + disc(330, 196, 3, "#e8705a") + "".join(disc(x, y, 2.6, "#ffc98a", opacity=0.85) for x, y in ((90, 424), (140, 396), (220, 432), (300, 430), (476, 372)))
    picture.add("far", group(smoke, filter=picture.blur(11, 0.06)), stacks, mass, beacons, haze(picture, 320, 280, "#d09a80", 0.4, -16, 900), glow(picture, 330, 470, 340, "#f0a868", 0.34, 0.42))


def _banks(picture: Picture, chance: random.Random) -> None:
    far_roofs = "540 560!;540 440!;580 410!;620 440!;640 440!;640 424!;700 424!;700 452!;900 452!;1000 440!;1040 404!;1080 440!;1180 440!;1220 400!;1260 440!;1936 430!;1936 540!;1936 560!;540 560!"
    elm, ash, willow = _bare_tree(chance, 200), _bare_tree(chance, 240), _pollard(chance)
    rows = ((1128, 0.62, elm, False), (1192, 0.72, willow, False), (1268, 0.9, ash, True), (1352, 0.8, willow, True), (1462, 1.05, elm, False), (1566, 0.78, willow, False), (1640, 0.84, ash, False), (1768, 1.14, elm, True), (1872, 0.9, willow, True), (1926, 1, ash, False))
    trees = "".join(picture.stamp(tree_x, (488 if tree is willow else 534) - tree_x * 0.008, scale, tree, flip=flip) for tree_x, scale, tree, flip in rows)
    right = flat("704 550!;1100 530!;1936 516!;1936 1110!;1080 1110!", picture.linear((700, 0), (1700, 0), (0, "#5c4a74", 1), (0.3, "#302c60", 1), (0.7, "#191a42", 1), (1, "#121436", 1)))
    wall = flat("704 552!;716 548!;1240 1110!;1080 1110!", picture.linear((700, 560), (1160, 1000), (0, "#8a6478", 1), (0.35, "#4a3c68", 1), (1, "#15163a", 1)))
    courses = "".join(stroke(f"{710 + k * 3} {556 + k * 1};{1090 + k * 38} 1100", "#191a40", 2.5, opacity=0.45) for k in range(1, 4))
    left = flat("-16 520!;420 540!;470 548!;300 760!;60 1110!;-16 1110!", picture.linear((0, 520), (0, 1100), (0, "#6a5684", 1), (0.3, "#363568", 1), (1, "#171a40", 1)))
    left_wall = flat("470 548!;482 552!;420 760!;300 1110!;60 1110!;300 760!", picture.linear((480, 560), (200, 1000), (0, "#54487c", 1), (1, "#121438", 1)))
    snow = shape("716 548!;800 542;1000 532;1936 516!;1936 544!;1100 560;900 566;742 574!", "#a9b0d8", opacity=0.5) + shape("-16 522!;200 528;420 540;470 548!;440 566;240 556;-16 556!", "#a9b0d8", opacity=0.4)
    posts = "".join(flat(f"{x} {y}!;{x + w} {y - 2}!;{x + w} {y + tall}!;{x} {y + tall}!", "#1c1c48") + box(x, y - 3, w, 4, "#b9bee0", opacity=0.7) + box(x, y, max(2, w * 0.2), tall, "#b8786a", opacity=0.6) for x, y, w, tall in ((1086, 540, 9, 44), (1172, 552, 11, 56), (1280, 568, 13, 72), (1424, 590, 16, 94), (1620, 620, 20, 122)))
    wires = stroke("1090 552;1176 566;1286 586;1430 614;1628 650;1936 706", "#1c1c48", 3) + stroke("1090 568;1176 586;1286 610;1430 646;1628 696;1936 772", "#1c1c48", 3)
    drifts = "".join(brush(line, width, "#8f93c8", opacity=o) for line, width, o in (("780 640;900 628;1060 640", 22, 0.3), ("1080 920;1320 890;1640 900", 40, 0.1)))
    drifts += "".join(brush(line, width, "#9a92c4", opacity=o) for line, width, o in (("-60 600;90 584;260 600", 24, 0.28), ("20 690;140 676;250 690", 26, 0.2), ("300 580;370 572;440 580", 12, 0.3)))
    drifts += "".join(ellipse(x, y, 7 + k * 0.9, 2.4 + k * 0.3, "#232356", -12, opacity=0.8) for k, (x, y) in enumerate(((30, 566), (58, 577), (80, 592), (112, 604), (132, 624), (168, 640), (184, 664), (222, 684))))
    spill = glow(picture, 860, 600, 240, "#e0854a", 0.4, 0.3)
    picture.add("far", trees, flat(far_roofs, "#3f3b74"), haze(picture, 400, 170, "#b0809a", 0.35), right, _field(picture), left, snow, drifts, _towpath(chance), spill, wires, posts)
    picture.add("mid", wall, courses, left_wall)


def _bare_tree(chance: random.Random, tall: float) -> str:
    """A winter tree on the origin: every branch forks until it is a twig, each order of branches one path."""
    orders: list[list[str]] = [[] for _ in _TWIGS]
    growing = [(0.0, 0.0, chance.uniform(-0.05, 0.05), tall * 0.3, 0)]
    while growing:
        x, y, lean, length, order = growing.pop()
        right, up = length * math.sin(lean), -length * math.cos(lean)
        bend = chance.uniform(-0.12, 0.12) * length
        orders[order].append(f"M{x:.0f} {y:.0f}q{right / 2 + bend:.0f} {up / 2:.0f} {right:.0f} {up:.0f}")
        if order + 1 < len(_TWIGS):
            sides = (-1, 1) if chance.random() < 0.6 else (-1, 0.1, 1)
            growing += [(x + right, y + up, lean * 0.85 + side * chance.uniform(0.25, 0.6), length * chance.uniform(0.62, 0.86), order + 1) for side in sides]
    return "".join(tag("path", d="".join(data), stroke=_BARK, stroke_width=width, stroke_linecap="round", fill="none") for data, width in zip(orders, _TWIGS, strict=True))


def _pollard(chance: random.Random) -> str:
    """A pollard willow on the origin: a short thick trunk, a knuckled head and a burst of rods."""
    rods = "".join(f"M{side * 13:.0f} -62q{side * 22:.0f} {-chance.uniform(20, 40):.0f} {side * chance.uniform(30, 54):.0f} {-chance.uniform(60, 96):.0f}" for side in (k / 8 for k in range(-8, 9)))
    trunk = shape("-13 4!; -9 -30; -17 -58; -8 -72; 8 -72; 17 -60; 9 -30; 13 4!", _BARK)
    return trunk + tag("path", d=rods, stroke=_BARK, stroke_width=2, stroke_linecap="round", fill="none")


def _field(picture: Picture) -> str:
    """Beyond the fence: furrows with snow in them, and a clamp of beet under its sheet."""
    furrows = "".join(stroke(f"{1010 + k * 78} {540 - k * 1.6:.0f}; {1180 + k * 150} {640 + k * 4}; {1500 + k * 330} {830 + k * 30}", "#8a86bc", 2.5, opacity=round(0.3 - k * 0.018, 2)) for k in range(12))
    clamp = form(picture, "1330 538!; 1372 506; 1450 484; 1560 480; 1650 500; 1690 532!", "#2b2a5c", brush("1350 520; 1440 490; 1560 484; 1660 506", 12, "#a9b0d8", opacity=0.5), brush("1450 488; 1462 510; 1458 536", 4, "#1c1c48"), brush("1560 484; 1576 508; 1574 534", 4, "#1c1c48"))
    return furrows + clamp


def _towpath(chance: random.Random) -> str:
    """The trodden edge along the water, grass through the snow, and a lifebelt on its post."""
    path = flat("722 552!; 770 552!; 1440 1110!; 1250 1110!", "#6a5a84", opacity=0.5)
    ruts = stroke("740 560; 1010 820; 1300 1100", "#1f2050", 4, opacity=0.4) + stroke("754 560; 1050 820; 1380 1100", "#b9a8c8", 3, opacity=0.25)
    tufts = []
    for _ in range(26):
        down = chance.uniform(0.06, 1)
        x, y, size = 780 + down * 700 + chance.uniform(-10, 90) * (0.4 + down), 566 + down * 520, 5 + down * 20
        tufts.append(f"M{x:.0f} {y:.0f}l{-size * 0.5:.0f} {-size:.0f}M{x:.0f} {y:.0f}l{size * 0.1:.0f} {-size * 1.3:.0f}M{x:.0f} {y:.0f}l{size * 0.6:.0f} {-size * 0.9:.0f}")
    grass = tag("path", d="".join(tufts), stroke="#15173e", stroke_width=2.6, stroke_linecap="round", fill="none", opacity=0.8)
    belt = box(1046, 574, 8, 96, "#1c1c48") + box(1046, 574, 2, 96, "#c98a78") + ellipse(1050, 602, 20, 22, "none", stroke="#d9c3c0", stroke_width=9) + tag("path", d="M1050 580a20 22 0 0 1 14 6M1030 602a20 22 0 0 0 5 14M1070 602a20 22 0 0 1-5 14", stroke="#b8523f", stroke_width=9, fill="none")
    return path + ruts + grass + belt


def _bridge(picture: Picture) -> None:
    """An iron footbridge, thin against the haze."""
    iron = "#1d1f50"
    deck = "360 470;480 446;600 438;720 446;800 466"
    parts = [stroke(deck, iron, 9), stroke("360 424;480 398;600 390;720 398;800 420", iron, 5), stroke("360 464;480 440;600 432;720 440;800 460", "#b9c0e0", 3, opacity=0.7)]
    parts.extend(stroke(f"{x} {y};{x} {y + 48}", iron, 4) for x, y in ((372, 420), (414, 410), (456, 402), (498, 397), (540, 393), (582, 391), (624, 391), (666, 393), (708, 397), (750, 406), (790, 416)))
    parts.extend(stroke(f"{x} {y};{x + 42} {y2}", iron, 2.4) for x, y, y2 in ((372, 466, 412), (414, 456, 404), (456, 448, 398), (498, 444, 394), (540, 440, 392), (582, 438, 392), (624, 438, 394), (666, 440, 398), (708, 444, 406)))
    piers = flat("392 470!;410 464!;414 556!;390 556!", iron) + flat("752 462!;772 468!;776 560!;752 560!", iron)
    picture.add("far", piers, *parts)


def _hut(picture: Picture) -> None:
    """The lock-keeper's hut, its one window lit."""
    brick = picture.linear((752, 0), (1010, 0), (0, "#54406c", 1), (0.5, "#453764", 1), (1, "#232450", 1))
    walls = flat("764 580!;764 380!;958 380!;958 576!", brick) + flat("958 380!;1034 396!;1034 568!;958 576!", "#232450")
    roof = flat("744 388!;790 300!;936 296!;980 382!", "#2b2a5c") + flat("936 296!;1056 400!;1034 402!;958 384!;976 382!", "#1c1d48") + shape("744 388!;790 300!;936 296!;954 330!;900 340;850 334;800 352;772 372!", "#b9bee0", opacity=0.6)
    stack = box(888, 244, 34, 66, "#3a3060") + box(884, 238, 42, 10, "#b9bee0", opacity=0.8)
    pane = picture.radial(WINDOW_X, 436, 70, (0, "#fff2cc", 1), (0.5, "#ffcf86", 1), (1, "#ee9a4c", 1))
    window = box(790, 398, 104, 92, "#2a1f44", 3) + box(797, 405, 90, 78, pane) + box(840, 405, 5, 78, "#5a3444") + box(797, 440, 90, 5, "#5a3444")
    things = shape("808 483!;806 468!;826 468!;824 483!", "#8a4638") + "".join(brush(line, 5, "#6f5a3c") for line in ("816 468;812 456;804 450", "816 468;817 454;814 446", "816 468;822 458;829 454")) + shape("852 483!;851 470;857 462;855 450!;860 454;867 454;872 449!;872 461;879 472;879 483!", "#5a3040") + brush("878 480;884 474;882 466", 4, "#5a3040") + shape("797 405!;818 405!;812 430;797 446!", "#c9683e") + shape("887 405!;868 405!;874 432;887 446!", "#c9683e")
    sill = box(784, 490, 116, 9, "#ffd9a4", opacity=0.9) + glow(picture, 842, 500, 90, "#e58e42", 0.5, 0.8)
    door = box(912, 430, 36, 146, "#241f48") + box(914, 432, 4, 142, "#8a5a64", opacity=0.7)
    picture.add("mid", stack, walls, warm(picture, WINDOW_X, 446, 170, 0.7, 0.9), roof, window, things, sill, door, brush("906 240;916 214;902 186;922 150;912 110", 20, "#c9a8b4", "both", opacity=0.3, filter=picture.blur(5, 0.16)))


def _water(picture: Picture, chance: random.Random) -> None:
    deep = picture.linear((0, 552), (0, 1096), (0, "#6f5a86", 1), (0.08, "#3a386e", 1), (0.26, "#191b48", 1), (1, "#090b26", 1))
    streak = [(y, 1 - (y - 560) / 560) for y in range(560, 1040, 12)]
    warm_path = "".join(
        ellipse(round(716 + (y - 560) * 0.06 + chance.uniform(-1, 1) * (8 + (y - 560) * 0.07)), y + round(chance.uniform(-3, 3)), round((16 + (y - 560) * 0.12) * chance.uniform(0.35, 1.2)), round(2 + (y - 560) * 0.006, 1), chance.choice(("#f2a85e", "#e58a48", "#ffd092")), opacity=round(0.12 + 0.66 * share * chance.uniform(0.6, 1), 2))
        for y, share in streak
    )
    ripples = "".join(
        ellipse(round(chance.uniform(430 - (y - 560) * 0.15, 680 + (y - 560) * 0.45)), y, round(chance.uniform(14, 46)), 1.8, chance.choice(("#8f86bc", "#6a66a4", "#b08aa0")), opacity=round(chance.uniform(0.15, 0.45), 2))
        for y in range(566, 1090, 12) for _ in range(2)
    )
    picture.add("mid", shape(SURFACE, deep), group(ripples, warm_path, clip_path=picture.clip(SURFACE)), haze(picture, 520, 90, "#c08a98", 0.3, 440, 320))


def _balls(picture: Picture) -> None:
    """Two dead footballs, half sunk, with rings where they turn."""
    for x, y, size, turn in ((562, 716, 44, 18), (744, 676, 38, -24)):
        rings = "".join(ellipse(x, y + 14, size * k, size * k * 0.24, "none", stroke=colour, stroke_width=2.5, opacity=o) for k, colour, o in ((1.5, "#ffca8c", 0.55), (2.1, "#d99a7a", 0.32), (2.8, "#9a86b4", 0.22)))
        leather = picture.radial(x + size * 0.1, y - size * 0.7, size * 1.5, (0, "#ffe6bd", 1), (0.35, "#d99a78", 1), (0.7, "#6d4a66", 1), (1, "#262654", 1))
        outline = f"{x - size} {y + 4}; {x - size * 0.92} {y - size * 0.36}; {x - size * 0.62} {y - size * 0.62}; {x - size * 0.24} {y - size * 0.7}; {x + size * 0.12} {y - size * 0.56}; {x + size * 0.46} {y - size * 0.54}; {x + size * 0.84} {y - size * 0.3}; {x + size} {y + 2}; {x + size * 0.7} {y + size * 0.5}; {x - size * 0.7} {y + size * 0.5}"
        patches = "".join(shape(line, "#33264c", opacity=0.85) for line in (_patch(x - size * 0.08, y - size * 0.3, size * 0.3, turn), _patch(x + size * 0.72, y - size * 0.2, size * 0.26, turn + 30), _patch(x - size * 0.78, y + size * 0.02, size * 0.26, turn - 20)))
        seams = "".join(stroke(line, "#3a2a50", 2, opacity=0.7) for line in (f"{x + size * 0.2} {y - size * 0.3};{x + size * 0.5} {y - size * 0.26}", f"{x - size * 0.34} {y - size * 0.16};{x - size * 0.56} {y - size * 0.04}", f"{x - size * 0.1} {y - size * 0.6};{x - size * 0.02} {y - size * 0.92}", f"{x} {y};{x + size * 0.06} {y + size * 0.4}"))
        dent = shape(f"{x - size * 0.2} {y - size * 0.64}!; {x + size * 0.14} {y - size * 0.5}; {x + size * 0.56} {y - size * 0.48}!; {x + size * 0.24} {y - size * 0.22}; {x - size * 0.06} {y - size * 0.34}", "#5a3a52", opacity=0.75)
        ball = form(picture, outline, leather, patches, seams, dent, rims=(Rim(2, -4, "#fff0cf", 0.85), Rim(-4, -1, COLD, 0.6)))
        above = picture.clip(f"{x - 80} {y - 90}!;{x + 80} {y - 90}!;{x + 80} {y + 14}!;{x + size * 0.5} {y + 22};{x} {y + 25};{x - size * 0.5} {y + 22};{x - 80} {y + 14}!")
        mirror = ellipse(x, y + 34, size * 0.8, 15, "#d08a62", opacity=0.35) + ellipse(x - 6, y + 30, size * 0.6, 9, "#0d0f2c", opacity=0.6)
        line = brush(f"{x - size * 0.98} {y + 12};{x - size * 0.5} {y + 23};{x} {y + 26};{x + size * 0.5} {y + 23};{x + size * 0.98} {y + 12}", 4, "#ffd8a4", opacity=0.9)
        picture.add("mid", group(rings, clip_path=picture.clip(SURFACE)), mirror, group(ball, clip_path=above), line)


def _patch(x: float, y: float, size: float, turn: float) -> list[tuple[float, float, bool]]:
    return [(a, b, True) for a, b, _ in oval(x, y, size, size * 0.86, turn)[::2]]


def _gate(picture: Picture) -> None:
    """The gate's balance beam, running from the bank to the water, and the top of the gate."""
    oak = picture.linear((0, 800), (760, 900), (0, "#1a1c48", 1), (0.5, "#2c2450", 1), (0.85, "#6a4450", 1), (1, "#8a5648", 1))
    boards = flat("560 900!;742 912!;752 1110!;548 1110!", "#15163a") + "".join(stroke(f"{x} 912;{x + 2} 1100", "#0c0d28", 3) for x in (596, 634, 672, 710)) + box(738, 914, 7, 190, "#c98058", opacity=0.75)
    beam = "-40 764!;300 800!;560 836!;748 866!;758 880!;754 926!;744 932!;540 906!;280 868!;-40 832!"
    top = flat("-40 764!;300 800!;560 836!;748 866!;752 874!;560 848!;300 812!;-40 778!", "#b9bde0")
    iron = "".join(flat(f"{x} {y}!;{x + 16} {y + 2}!;{x + 16} {y + 74}!;{x} {y + 72}!", "#10122e") + box(x + 13, y + 4, 3, 68, "#c98a68", opacity=0.6) for x, y in ((520, 832), (650, 852)))
    grain = "".join(stroke(line, "#12133a", 3, opacity=0.5) for line in ("-20 800;300 836;560 870;740 896", "-20 816;280 850;540 886;736 912"))
    post = form(picture, "716 800!;752 806!;756 940!;722 936!", "#241d44", rims=(Rim(5, -2, PEACH, 0.85),)) + flat("712 796!;726 786!;760 792!;756 808!;716 802!", "#c9c6e0")
    picture.add("mid", cast(picture, beam, 10, 50, 14, 0.4), boards, form(picture, beam, oak, grain, rims=(Rim(5, -2, PEACH, 0.7),)), top, iron, post)


def _mika(picture: Picture) -> None:
    """Seen from behind: elbows on the beam, shoulders up, one knee slack, a bitten custard in the right hand."""
    picture.add("mid", _bag(picture), shape("180 826;330 846;560 850;600 866;440 880;240 866", "#0d0f2c", opacity=0.5, filter=picture.blur(6, 0.1)), _legs(picture), _far_forearm(picture), nape(picture), _coat(picture), mop(picture))


def _legs(picture: Picture) -> str:
    jeans = picture.linear((240, 0), (410, 0), (0, "#2c3c78", 1), (0.5, "#1d2250", 1), (1, "#4a304c", 1))
    standing = "318 960!;404 956!;408 1010;400 1060;394 1120!;330 1120!;326 1040"
    slack = "254 964!;340 960!;336 1020;318 1070;310 1120!;250 1120!;252 1050"
    near = form(picture, slack, jeans, folds(("334 1034;304 1050;280 1044", "268 992;290 1004;316 1000"), 8, "#131738", 0.7), rims=(Rim(-4, 0, COLD, 0.65),))
    return form(picture, standing, jeans, folds(("404 1046;376 1060;350 1054", "352 1002;372 1010;392 1002"), 8, "#131738", 0.7), rims=(Rim(6, 0, PEACH, 0.85),)) + near


def _far_forearm(picture: Picture) -> str:
    """The right forearm along the beam, the hand, and what is left of a custard."""
    teal = picture.linear((440, 0), (560, 0), (0, "#2c5666", 1), (1, "#a87e6c", 1))
    sleeve = form(picture, "452 800;486 796;524 806;552 812!;560 826;552 842!;516 850;476 852;446 840", teal, folds(("470 852;484 836;484 820", "500 850;508 838;506 824"), 7, "#16284a", 0.7), brush("536 808;544 826;538 846", 4, "#16284a", "even", opacity=0.8), brush("470 806;500 804;530 812", 5, "#ffe2b4", opacity=0.7), rims=(Rim(3, -6, "#ffcf96", 0.9),))
    tart = form(picture, "578 800!;584 788;600 780!;604 790;614 790;618 782!;634 790;640 802;626 816;604 820;586 814", "#b8693c", shape("582 800;592 788;602 784;606 794;616 794;622 788;634 798;618 806;600 808", "#ffd078"), rims=(Rim(2, -2, "#fff2cc", 0.8),))
    hand = form(picture, "550 816!;566 806;584 804;598 810;604 820;598 832;578 842;554 842!", FAIR.shade, shape("556 812;572 802;590 802;604 812;590 816;572 816", FAIR.lit), rims=())
    fingers = "".join(form(picture, line, FAIR.band, shape(light, FAIR.lit)) for line, light in (("586 808;602 806;612 812;606 820;590 820", "590 808;602 807;609 811;600 814"), ("582 818;600 818;608 824;600 831;584 830", "588 818;600 819;604 823;594 825"), ("574 828;590 828;596 834;586 841;570 840", "578 829;588 829;592 833;582 835")))
    thumb = form(picture, "560 806;576 796;590 796;592 803;578 810;566 814", FAIR.band, shape("566 804;578 797;588 798;580 803", FAIR.lit))
    return sleeve + tart + hand + fingers + thumb


def _coat(picture: Picture) -> str:
    back = "250 990!;256 930;256 884;244 836;226 796;218 752;232 716;262 694;300 700!;366 700!;406 692;438 716;450 752;442 794;426 836;412 884;406 930;414 988!;330 1002"
    teal = picture.linear((220, 0), (450, 0), (0, "#2a6078", 1), (0.4, "#204a5e", 1), (0.72, "#2f5c68", 1), (1, "#9a7c68", 1))
    creases = folds(("302 722;288 772;266 812", "374 722;392 772;414 812", "412 880;382 908;350 916", "408 908;388 926;366 932", "256 896;276 912;304 916"), 9, "#152746", 0.65) + brush("338 760;333 830;338 900", 7, "#173450", opacity=0.6)
    creases += brush("388 716;408 764;424 800", 6, "#e0a47c", opacity=0.5) + brush("286 716;268 766;250 796", 5, "#4f93a4", opacity=0.6) + brush("406 896;380 920;352 926", 4, "#c99a7c", opacity=0.5)
    hem = brush("252 968;330 980;411 966", 12, "#16284a", "even", opacity=0.8)
    light = shape("420 700;448 740;446 790;428 836;416 884;413 960!;402 960!;404 880;416 830;430 780;428 736", "#e0a47c", filter=picture.rough(0.05, 5, 4))
    torso = form(picture, back, teal, creases, hem, light, rims=(Rim(-5, -2, COLD, 0.85), Rim(3, -1, "#ffcf96", 0.8)))
    left = form(picture, "268 690!;238 706;210 744;188 790;170 836!;172 862;190 874;224 890;258 912!;268 890;252 864;238 838;250 800;276 750", teal, folds(("168 846;196 836;216 812", "184 868;212 852;226 826"), 9, "#152746", 0.75), brush("262 716;232 762;206 808", 6, "#4f93a4", opacity=0.55), brush("252 874;238 852;240 832", 10, "#152746", "in", opacity=0.6), rims=(Rim(-5, -2, COLD, 0.9),))
    right = form(picture, "402 688!;436 706;462 740;484 784;494 820!;486 844;456 852;428 842;416 806;396 756", teal, folds(("492 830;466 824;446 800", "462 852;448 834;440 814"), 9, "#152746", 0.75), brush("414 704;450 752;482 808", 9, "#ffdcae", opacity=0.6), brush("420 838;422 814;412 790", 10, "#152746", "in", opacity=0.5), rims=(Rim(6, -3, "#ffcf96", 0.95),))
    hood = form(picture, "268 704;276 678;292 664!;312 680;336 686;360 680;380 662!;396 678;406 702;380 728;336 740;292 730", "#1b4054", folds(("284 702;336 722;394 700", "306 720;338 730;368 720", "290 684;300 700;312 708"), 8, "#122240", 0.9), rims=(Rim(4, -4, PEACH, 0.95), Rim(-4, -2, COLD, 0.75)))
    sleet = "".join(disc(x, y, r, "#e4eaf6", opacity=0.7) for x, y, r in ((250, 712, 2.4), (290, 700, 2), (420, 712, 2.2), (236, 744, 2), (336, 714, 2.2), (378, 694, 1.8), (210, 780, 2.2)))
    return torso + left + right + hood + sleet


def _bag(picture: Picture) -> str:
    """Half the custards are left: the paper is crushed down to them and has gone see-through."""
    paper = picture.linear((640, 0), (712, 0), (0, "#b07a62", 1), (0.6, "#f0c792", 1), (1, "#fff0cc", 1))
    inside = ellipse(678, 820, 32, 11, "#6a4048") + ellipse(672, 820, 20, 7, "#8a482c") + ellipse(673, 818, 16, 5, "#ffc865")
    sack = "646 822!;710 822!;712 840;707 858;710 876!;694 882;676 879;660 883;648 878!;652 858;645 840"
    grease = shape("650 862;664 850;682 858;700 850;712 862;704 884;660 886", "#b8693a", opacity=0.5, filter=picture.rough(0.07, 6, 3)) + shape("656 838;664 834;668 842;660 846", "#b8693a", opacity=0.45)
    creases = folds(("660 836;666 852;656 872", "684 840;678 858;686 874", "702 836;696 852;702 868"), 5, "#a8704e", 0.85)
    roll = form(picture, "642 818!;656 828;678 831;700 828;714 818!;717 828;712 838;692 843;664 843;645 838;639 828", "#c99a72", folds(("660 832;662 838;664 842", "696 832;694 838;692 842"), 4, "#8a5648", 0.8), rims=(Rim(2, -3, "#fffbe8", 0.95),))
    body = form(picture, sack, paper, creases, grease, rims=(Rim(4, -1, "#fffbe8", 0.9),))
    return shape("640 872;720 876;748 890;690 896;640 886", "#14143a", opacity=0.5) + inside + body + roll


def _light(picture: Picture, chance: random.Random) -> None:
    picture.add("light", lamplight(picture, WINDOW_X, WINDOW_Y + 14, 520, 0.28), glow(picture, WINDOW_X, WINDOW_Y + 14, 130, "#ffd9a0", 0.36))
    picture.add("light", glow(picture, 736, 700, 300, "#e0702c", 0.3, 0.8))
    flakes = []
    for _ in range(90):
        x, y = chance.gauss(WINDOW_X, 150), chance.uniform(330, 760)
        flakes.append(stroke(f"{x:.0f} {y:.0f};{x - 4:.0f} {y + chance.uniform(8, 15):.0f}", "#ffe0b0", round(chance.uniform(1.4, 2.8), 1), opacity=round(chance.uniform(0.15, 0.5), 2)))
    picture.add("light", group(*flakes, id="sleet"))


def _near(picture: Picture, chance: random.Random) -> None:
    """Reeds and a bollard at the frame's edge, and sleet close to the eye."""
    bollard = form(picture, "-40 1120!;-30 980;-20 940;-28 920;-14 896;40 888;92 898;104 922;94 942;104 990;112 1120!", "#0d0f2c", rims=(Rim(5, -3, "#b87a60", 0.8),)) + shape("-30 906;0 886;44 880;88 890;104 910;60 900;10 898", "#a9b4d8", opacity=0.8)
    rope = stroke("-20 966;40 984;104 968", "#2a2450", 16) + stroke("-20 960;40 978;104 962", "#8a6068", 3, opacity=0.8)
    reeds = "".join(brush(f"{x} 1120;{x + lean * 0.4} {1120 - tall * 0.6:.0f};{x + lean} {1120 - tall}", 9, "#0c0e2a", "out") for x, tall, lean in ((1180, 210, 30), (1210, 280, -20), (1240, 190, 40), (1268, 320, 16), (1300, 240, -30), (1334, 200, 30), (1150, 150, -26)))
    heads = "".join(brush(line, 15, "#15132e", "both") for line in ("1284 800;1286 830;1282 870", "1190 840;1192 866;1196 900"))
    sleet = "".join(stroke(f"{x} {y};{x - 9} {y + 38}", "#c9d6f0", 3.4, opacity=0.2) for x, y in ((round(chance.uniform(0, 1900)), round(chance.uniform(0, 1060))) for _ in range(44)))
    edge = picture.linear((1200, 0), (1936, 0), (0, "#0f1030", 0), (1, "#0f1030", 0.6))
    picture.add("near", box(1200, -16, 740, 1112, edge), group(bollard, rope, filter=picture.blur(2.6, 0.04)), group(reeds, heads, filter=picture.blur(2, 0.04)), sleet)
