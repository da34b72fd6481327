"""The bakery's back room at ten to four: Mika with the egg brush, Aunt Rae shaping rolls, one lamp between them."""

from __future__ import annotations

import random

from workshop.art.bakers import COLD, brush_arm, mika, rae
from workshop.art.brush import brush, oval
from workshop.art.figures import folds
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, rising, shadow, steam, warm
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 664, 196


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture = Picture()
    chance = random.Random(41)
    _room(picture, chance)
    _oven(picture)
    _drums(picture)
    mika(picture)
    _table(picture, chance)
    brush_arm(picture)
    rae(picture)
    _light(picture, chance)
    _near(picture)
    return picture.text()


def _room(picture: Picture, chance: random.Random) -> None:
    wall = picture.linear((0, 0), (1920, 0), (0, "#1d2650", 1), (0.2, "#33305e", 1), (0.36, "#5c3e58", 1), (0.55, "#4e3150", 1), (0.78, "#241c40", 1), (1, "#171732", 1))
    picture.ground("far", wall)
    rows = "".join(box(-16, y, 1120, 3, "#15142e", opacity=0.2) for y in range(520, 700, 44))
    rows += "".join(box(x + (22 if y % 88 else 0), y, 3, 44, "#15142e", opacity=0.16) for y in range(520, 690, 44) for x in range(0, 1100, 88))
    picture.add("far", rows, _window(picture, chance), _clock(), _shelves(picture, chance))
    picture.add("far", warm(picture, LAMP_X, 300, 700, 0.78, 0.96))
    floor = picture.linear((0, 690), (0, 1096), (0, "#2c2248", 1), (1, "#141330", 1))
    picture.add("far", box(-16, 700, 1952, 400, floor), haze(picture, 640, 130, "#8a5a6c", 0.2))


def _window(picture: Picture, chance: random.Random) -> str:
    sky = picture.linear((0, 96), (0, 420), (0, "#16224e", 1), (0.35, "#28427a", 1), (0.62, "#4a6a9c", 1), (0.84, "#7f8fb4", 1), (1, "#b09aae", 1))
    panes = box(92, 84, 262, 342, "#121731") + box(106, 98, 234, 314, sky)
    roofs = "106 412!;106 330!;136 300!;166 330!;172 330!;172 344!;214 344!;214 312!;226 312!;226 340!;256 316!;286 344!;340 340!;340 412!"
    street = flat(roofs, "#22365f") + flat("106 412!;106 372!;160 366!;220 376!;300 362!;340 368!;340 412!", "#1a2a50")
    lamp = stroke("302 412;302 292;296 280;280 276", "#172348", 5) + disc(279, 280, 6, "#ffe6b4") + glow(picture, 279, 282, 62, "#ffd9a0", 0.55)
    sleet = "".join(
        stroke(f"{x} {y};{x - 6} {y + 17}", "#dfe8f4", 1.8, opacity=0.5) for x, y in ((chance.uniform(112, 338), chance.uniform(100, 392)) for _ in range(26))
    )
    bars = box(218, 98, 10, 314, "#121731") + box(106, 244, 234, 9, "#121731") + box(76, 420, 294, 20, "#2c2d58") + box(76, 420, 294, 4, "#56659a", opacity=0.8)
    drift = shape("106 412!;106 404;140 406;170 400;200 408;228 402;262 408;300 403;340 407;340 412!", "#a9bbd6", opacity=0.8)
    return panes + street + lamp + sleet + drift + bars


def _clock() -> str:
    face = disc(446, 140, 45, "#1c1836") + disc(448, 138, 38, "#d2a98c") + disc(446, 141, 36, "#c0937e", opacity=0.55)
    return face + brush("450 142;436 132;420 121", 5, "#2a1a38", "out") + brush("446 137;458 141;470 146", 6, "#2a1a38", "out") + disc(447, 138, 4, "#2a1a38")


def _shelves(picture: Picture, chance: random.Random) -> str:
    fray = picture.rough(0.05, 4, 2)
    parts = []
    for y in (236, 372):
        parts.append(box(862, y, 176, 13, "#2a1b38") + box(862, y, 176, 4, "#c4785a", opacity=0.7))
        x = 872.0
        while x < 1006:
            width, height = chance.choice((30, 40, 48)), chance.randint(44, 84)
            colour = chance.choice(("#5a3a50", "#7a4a52", "#824e50", "#3f3450", "#67565f"))
            parts.append(box(x, y - height, width, height, colour, 7) + box(x + 3, y - height - 6, width - 6, 9, "#2a1b38", 2))
            parts.append(brush(f"{x + 6} {y - height + 10};{x + 5} {y - height / 2};{x + 6} {y - 8}", 6, "#f0ad74", opacity=0.6))
            x += width + chance.choice((8, 12, 20))
    return group(*parts, filter=fray)


def _oven(picture: Picture) -> None:
    front = picture.linear((1040, 0), (1420, 0), (0, "#4b3046", 1), (0.4, "#2c2040", 1), (1, "#1c1835", 1))
    parts = [box(1036, 268, 396, 840, front, 8), box(1026, 252, 416, 24, "#3a2945", 4), box(1036, 268, 12, 840, "#86505a", opacity=0.8)]
    heat = picture.linear((0, 0), (0, 100), (0, "#f2b25c", 1), (0.45, "#dd7f3a", 1), (1, "#a8452c", 1))
    for y in (380, 566):
        window = box(0, 0, 270, 92, heat, 6) + "".join(
            shape(f"{x} 92!;{x + 2} 62;{x + 32} 46;{x + 64} 62;{x + 68} 92!", "#5e2a28") for x in (12, 100, 186)
        )
        parts.append(box(1094, y - 12, 294, 116, "#160e24", 10) + group(window, transform=f"translate(1106 {y})") + box(1112, y + 116, 258, 9, "#584050", 4))
    parts.append("".join(disc(x, 326, 11, "#46344c") + disc(x, 324, 5, colour) for x, colour in ((1120, "#ff8a4a"), (1168, "#7d626a"), (1216, "#7d626a"))))
    tins = "".join(flat(f"1520 {y}!;1880 {y}!;1880 {y + 8}!;1520 {y + 8}!", "#2b2648") for y in range(320, 1080, 124))
    loaves = "".join(
        ellipse(x + 30, y - 18, 32, 26, "#221d3c") for y in range(320, 1080, 124) for x in range(1540, 1850, 80)
    )
    picture.add("mid", loaves, tins, box(1506, 250, 12, 850, "#1d1938"), box(1882, 250, 12, 850, "#1d1938"), *parts)
    picture.add("mid", glow(picture, 1250, 520, 330, "#e5732f", 0.34))


def _drums(picture: Picture) -> None:
    tom = picture.linear((150, 0), (336, 0), (0, "#29366e", 1), (0.3, "#232552", 1), (0.75, "#4c2f50", 1), (1, "#a05a4c", 1))
    legs = stroke("232 1100;236 800;238 500", "#171838", 8) + stroke("241 1000;243 800;243 520", "#a4665a", 2)
    kick = form(picture, oval(270, 900, 118, 128), "#2b2450", ellipse(270, 904, 96, 106, "#46304f"), rims=(Rim(5, -3, "#d98b5a", 0.8), Rim(-4, 0, "#5f83b4", 0.7)))
    shell = form(picture, "158 660!;330 660!;326 800!;244 818;162 800!", tom, rims=(Rim(-5, 0, "#6f9cc4", 0.8),))
    picture.add("mid", shadow(picture, 250, 1050, 240, 50, 0.6), legs, kick, _towel_kick(picture), shell, _towel_tom(picture), _shower_cap(picture))


def _towel_tom(picture: Picture) -> str:
    cloth = "150 664;160 640;244 628;328 640;338 662;344 720;338 768!;318 776;300 762!;280 790;262 800!;240 782;222 800!;196 806;178 780!;160 770;146 772!;142 716"
    stripes = "".join(stroke(line, "#a8525a", 5, opacity=0.75) for line in ("150 738;170 748;200 772;240 756;270 770;300 738;340 742", "148 722;172 732;200 756;240 740;270 754;300 722;342 726"))
    top = ellipse(244, 650, 88, 19, picture.linear((156, 0), (332, 0), (0, "#6f86b8", 1), (0.5, "#b9a3b4", 1), (1, "#f2cfa4", 1)))
    fill = picture.linear((142, 0), (344, 0), (0, "#55689c", 1), (0.5, "#84789a", 1), (0.85, "#d2a48c", 1), (1, "#f0c89c", 1))
    dents = folds(("176 664;180 720;172 776", "214 668;218 730;222 796", "262 668;258 730;262 796", "300 664;298 710;302 760"), 10, "#4a4a78", 0.55)
    return form(picture, cloth, fill, stripes, dents, top, rims=(Rim(4, 0, "#ffe0b0", 0.8), Rim(-4, 0, "#8fc0dc", 0.7)))


def _towel_kick(picture: Picture) -> str:
    cloth = "196 800;232 776;300 778;350 812;372 850!;366 900;352 944!;330 930;306 948!;280 930;252 946!;226 928;196 938!;186 880;180 830"
    fill = picture.linear((180, 0), (372, 0), (0, "#3f4a80", 1), (0.6, "#62547f", 1), (1, "#bb8378", 1))
    checks = "".join(stroke(f"{x} 780;{x - 3} 860;{x + 3} 950", "#2e3564", 4, opacity=0.6) for x in range(204, 370, 28))
    checks += "".join(stroke(f"180 {y};270 {y - 8};372 {y + 4}", "#2e3564", 4, opacity=0.6) for y in range(826, 940, 28))
    return form(picture, cloth, fill, checks, rims=(Rim(4, -2, "#f0b077", 0.7),))


def _shower_cap(picture: Picture) -> str:
    """The crash in its shower cap: plastic puffed over a tilted cymbal, gathered by its elastic under the rim."""
    puff = "108 504;98 486;106 464;126 452!;140 436;166 430;184 420!;206 428;236 424;256 430!;280 432;304 444;318 444!;344 464;352 486;348 504;332 516;236 522;140 516"
    frill = "112 504;104 514;116 516;122 526;132 517;142 530;154 519;166 533;180 521;194 535;208 523;222 536;238 523;254 535;268 522;282 533;294 519;308 529;318 516;330 524;338 512;350 514;346 502;320 512;240 518;150 512"
    fill = picture.linear((104, 430), (350, 510), (0, "#9fcfe0", 0.92), (0.35, "#7596c0", 0.8), (0.7, "#b08fa6", 0.84), (1, "#f6cfa4", 0.95))
    crumple = folds(("128 508;134 480;126 456", "152 512;166 476;150 442", "186 516;192 480;184 424", "214 516;222 490;210 452", "248 518;246 480;256 432", "282 514;276 486;288 452", "308 510;306 476;318 446", "330 506;330 488;338 472", "196 440;222 452;252 446"), 6, "#38487e", 0.6)
    shine = brush("116 474;136 448;160 438", 8, "#effaff", opacity=0.85) + brush("196 432;222 436;246 434", 6, "#effaff", opacity=0.6) + brush("292 446;324 462;340 484", 9, "#ffe9c4", opacity=0.95)
    daisies = "".join(_daisy(x, y) for x, y in ((150, 478), (210, 466), (266, 472), (308, 492), (178, 502), (236, 500)))
    brass = ellipse(228, 516, 128, 13, "#5a3440") + ellipse(228, 514, 128, 11, picture.linear((100, 0), (356, 0), (0, "#7d6a86", 1), (0.6, "#b0704c", 1), (1, "#ffcf8a", 1)))
    stem = box(222, 400, 8, 30, "#3a2c4c", 3) + ellipse(226, 408, 13, 5, "#7c5a60")
    edge = (Rim(3, -2, "#ffe2b4", 0.9), Rim(-3, -2, "#c8ecf4", 0.9))
    cap = stem + brass + form(picture, puff, fill, crumple, daisies, shine, rims=edge) + form(picture, frill, fill, rims=(Rim(2, 2, "#f3d2b0", 0.6),)) + stroke("112 505;160 512;240 517;312 511;346 503", "#d97f92", 4)
    return group(cap, transform="rotate(-7 226 500)")


def _daisy(x: float, y: float) -> str:
    petals = "".join(disc(x + dx, y + dy, 4.2, "#f8efe1", opacity=0.8) for dx, dy in ((-5, 0), (5, 0), (0, -5), (0, 5)))
    return petals + disc(x, y, 3, "#f2b05e")


def _table(picture: Picture, chance: random.Random) -> None:
    top = picture.radial(690, 735, 560, (0, "#ffd296", 1), (0.25, "#eeae74", 1), (0.5, "#c07852", 1), (0.78, "#6b4452", 1), (1, "#45324f", 1), squash=0.5)
    edge = picture.linear((200, 0), (1200, 0), (0, "#33254a", 1), (0.45, "#7d4846", 1), (0.7, "#6b3c44", 1), (1, "#2a1d3c", 1))
    board = flat("330 690!;1084 690!;1186 814!;226 814!", top) + "".join(stroke(line, "#6b3a3c", 2, opacity=0.3) for line in ("280 750;700 746;1130 752", "250 784;700 780;1160 786"))
    front = flat("226 812!;1186 812!;1182 852!;230 852!", edge) + box(236, 812, 946, 5, picture.linear((236, 0), (1182, 0), (0, "#a0644f", 0.2), (0.45, "#ffca8c", 1), (1, "#a0644f", 0.1)))
    legs = flat("300 852!;362 852!;366 1100!;312 1100!", "#1d1636") + flat("1060 852!;1120 852!;1112 1100!;1060 1100!", "#1d1636") + flat("366 852!;1060 852!;1060 1100!;366 1100!", "#15122c", opacity=0.6)
    snow = shape("560 716;650 704;800 702;920 716;960 744;900 770;760 776;640 772;570 748", "#fff0d4", opacity=0.55, filter=picture.rough(0.06, 9, 5))
    specks = "".join(ellipse(round(chance.triangular(430, 1000), 1), round(chance.uniform(704, 800), 1), round(chance.uniform(2, 8), 1), round(chance.uniform(1, 2.4), 1), "#fff0d4", opacity=0.55) for _ in range(24))
    tray = shadow(picture, 560, 792, 190, 18, 0.5, "#3a1d30") + flat("432 742!;664 742!;686 790!;404 790!", "#54405a") + flat("432 742!;664 742!;668 749!;428 749!", "#8d6a68") + flat("404 788!;686 788!;685 796!;405 796!", "#e2a878")
    plaits = _plait(picture, 444, 756, 200, 1, glazed=True) + _plait(picture, 424, 776, 236, 1.12, glazed=False)
    rolls = "".join(_roll(picture, x, y, 24) for x, y in ((632, 712), (688, 712)))
    egg = _egg_bowl(picture)
    picture.add("mid", legs, board, snow, specks, front, tray, plaits, rolls, egg)


def _plait(picture: Picture, left: float, y: float, length: float, size: float, *, glazed: bool) -> str:
    base, light, core = ("#9c5029", "#ee9f4c", "#ffe2a4") if glazed else ("#94624e", "#e6bf94", "#fbe6c4")
    parts = [shadow(picture, left + length / 2, y + 13 * size, length * 0.56, 10, 0.5, "#24142c")]
    count = 9
    for index in range(count):
        x, girth = left + length * (index + 0.5) / count, size * (0.72 + 0.5 * (1 - abs(2 * index / (count - 1) - 1)))
        side = 1 if index % 2 else -1
        parts.append(ellipse(x, y + 3 * side, 23 * girth, 12 * girth, base, 30 * side) + ellipse(x + 1, y + 3 * side - 2.5, 18 * girth, 8 * girth, light, 30 * side))
        parts.append(ellipse(x + 3, y + 3 * side - 5, 8 * girth, 2.2 * girth, core, 30 * side, opacity=1.0 if glazed else 0.6))
    return "".join(parts)


def _roll(picture: Picture, x: float, y: float, size: float) -> str:
    ball = oval(x, y - size * 0.6, size, size * 0.72)
    return shadow(picture, x + 4, y, size * 1.4, 8, 0.45, "#4a2438") + form(picture, ball, "#c48762", ellipse(x - 3, y - size * 0.78, size * 0.82, size * 0.5, "#ffe6c0"))


def _egg_bowl(picture: Picture) -> str:
    bowl = form(picture, "352 744!;444 744!;436 772;416 786;380 786;360 772", picture.linear((352, 0), (444, 0), (0, "#3c5a7c", 1), (1, "#b9c7bc", 1)), rims=(Rim(-3, 0, COLD, 0.9),))
    return shadow(picture, 398, 786, 66, 9, 0.5, "#24142c") + bowl + ellipse(398, 744, 46, 10, "#2c3c5e") + ellipse(400, 746, 38, 7, "#f0a23c") + brush("382 744;400 741;420 744", 4, "#ffe09a")


def _light(picture: Picture, chance: random.Random) -> None:
    wire = brush("662 -24;664 40;664 106", 5, "#140f26", "even")
    shade = "594 192!;602 156;632 126;652 104!;676 104!;696 126;726 156;734 192!;664 204"
    lamp = form(picture, shade, "#2f4f5c", shape("590 192!;600 154;632 124;650 102!;660 102!;634 150;624 198!", "#9cbcb2", filter=picture.rough(0.06, 4, 4)), rims=(Rim(4, 0, "#d98b5a", 0.7),))
    bulb = ellipse(LAMP_X, 194, 66, 11, "#fff3cf") + disc(LAMP_X, 200, 19, "#fffbe8")
    picture.add("mid", wire, lamp, bulb)
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 40, 760, 0.3))
    picture.add("light", cone(picture, "604 200!;724 200!;1010 800!;340 800!", 200, 860, "#f0a050", 0.3, 20))
    picture.add("light", glow(picture, LAMP_X, 202, 150, "#ffd9a0", 0.38), glow(picture, 1240, 520, 360, "#e0702c", 0.16))
    picture.add("light", rising(steam(picture, 640, 690, 130, 0.2, 14)), dust(chance, 54, (470, 880), (240, 720)))


def _near(picture: Picture) -> None:
    soft = picture.blur(3, 0.03)
    posts = box(-30, -30, 62, 1150, "#0e1026") + box(128, -30, 24, 1150, "#0e1026") + brush("152 -20;152 500;152 1100", 5, "#8f5a60", "even")
    racks = []
    for y in (250, 470, 690, 910):
        racks.append(flat(f"-30 {y}!;156 {y + 12}!;156 {y + 26}!;-30 {y + 18}!", "#151733"))
        racks.extend(_rye(x, y) for x in (-26, 52))
    sacks = shape("330 1110!;356 1020;430 976;520 972;590 1006;622 1110!", "#17122c") + shape("376 1016;440 978;516 976;566 996;516 990;440 994", "#c98a66")
    right = shape("1400 1110!;1430 990;1490 930;1580 910;1680 930;1750 1000;1780 1110!", "#120f28") + brush("1432 990;1490 934;1576 914", 9, "#a0604a", opacity=0.8)
    tools = brush("1116 -24;1120 60;1114 110", 6, "#120e24", "even") + shape("1092 104!;1116 96;1140 108;1146 150;1116 176;1090 152", "#120e24") + brush("1092 112;1090 150;1112 174", 6, "#e89a5c")
    whisk = brush("1204 -24;1206 40;1204 90", 6, "#120e24", "even") + "".join(stroke(f"1204 86;{1204 + d} 136;1204 184", "#120e24", 5) for d in (-18, -7, 7, 18))
    picture.add("near", group(posts, *racks, filter=soft), group(sacks, right, filter=picture.blur(8, 0.06)), group(tools, whisk, filter=soft))


def _rye(x: float, y: float) -> str:
    loaf = shape(f"{x} {y + 6}!;{x + 2} {y - 34};{x + 38} {y - 52};{x + 76} {y - 36};{x + 82} {y + 10}!", "#2c1c36")
    return loaf + brush(f"{x + 34} {y - 50};{x + 62} {y - 42};{x + 79} {y - 14}", 7, "#d9895a")
