"""The studio bus on a night of frost: Teo at the desk under its one small lamp, Fenn drumming on the book slot."""

from __future__ import annotations

import random

from workshop.art.brush import brush, limb, oval
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, shadow, warm
from workshop.art.palette import AMBER, CLAY, GLASS, LAMP, MAUVE, PAPER
from workshop.art.people import BROWN, FAIR, Tone, pinch, placed, profile
from workshop.art.props import drum
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

LAMP_X, LAMP_Y = 706, 452
DESK = 664


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
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#1b2148", 1), (0.28, "#332c58", 1), (0.37, "#4c3558", 1), (0.5, "#2c2852", 1), (1, "#141536", 1)))
    picture.add("far", roof(picture), _window(picture, 250, 150, 348, 356, 3), _window(picture, 812, 150, 330, 356, 9), _window(picture, 1300, 150, 330, 356, 5))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 30, 520, 0.95), eggs(picture, 618, 136, 176, 390, 1), shelves(picture, -20, 130, 232, 640), shelves(picture, 1180, 130, 96, 640))
    picture.add("far", eggs(picture, 1660, 136, 280, 390, 0.25), lower_wall(picture), slot(picture))


def roof(picture: Picture) -> str:
    """Returns the bus's curved roof with its rails."""
    curve = picture.linear((0, -16), (0, 132), (0, "#101230", 1), (0.7, "#1f2048", 1), (1, "#34305e", 1))
    ribs = "".join(shape(f"{x} -20!; {x + 26} -20!; {x + 20} 70; {x + 18} 130!; {x} 130!; {x + 2} 70", "#13143a", opacity=0.7) for x in (200, 604, 790, 1160, 1640))
    rail = box(-16, 112, 1952, 20, "#191a40") + box(-16, 129, 1952, 3, picture.linear((200, 0), (1200, 0), (0, CLAY, 0), (0.45, CLAY, 0.9), (1, CLAY, 0)))
    grab = stroke("-20 62; 500 58; 1100 58; 1940 64", "#3a3a70", 9) + stroke("-20 59; 500 55; 1100 55; 1940 61", picture.linear((200, 0), (1200, 0), (0, "#8c96cc", 0.5), (0.45, "#f0b482", 1), (1, "#8c96cc", 0.4)), 2.5)
    return group(box(-16, -16, 1952, 150, curve), ribs, rail, grab)


def _window(picture: Picture, x: float, y: float, wide: float, high: float, seed: int) -> str:
    chance = random.Random(seed)
    sky = picture.linear((0, y), (0, y + high), (0, "#1c2658", 1), (0.38, "#30478a", 1), (0.64, "#5873ac", 1), (0.84, "#93a4cc", 1), (1, "#c7b7cc", 1))
    frame = box(x - 20, y - 18, wide + 40, high + 40, "#14163a", 44) + box(x - 20, y - 18, wide + 40, high + 40, "none", 44, stroke="#3d4a86", stroke_width=3, opacity=0.6)
    far_trees = "".join(shape(f"{x + t} {y + high}!; {x + t + 2} {y + high - h * 0.6}; {x + t + 14} {y + high - h}; {x + t + 27} {y + high - h * 0.6}; {x + t + 29} {y + high}!", "#45588f", opacity=0.75) for t, h in ((chance.randint(0, int(wide) - 30), chance.randint(96, 170)) for _ in range(5)))
    ground = shape(f"{x - 10} {y + high + 10}!; {x - 10} {y + high - 60}; {x + wide * 0.3} {y + high - 74}; {x + wide * 0.7} {y + high - 56}; {x + wide + 10} {y + high - 66}; {x + wide + 10} {y + high + 10}!", "#7f93c2")
    house = flat(f"{x + 40} {y + high - 50}; {x + 40} {y + high - 104}; {x + 76} {y + high - 134}; {x + 112} {y + high - 104}; {x + 112} {y + high - 50}", "#2b3a72") + box(x + 70, y + high - 96, 12, 16, AMBER)
    house = house if seed == 9 else ""
    rough = picture.rough(0.02, 26, 7)
    creep = [(0, 0.5), (0.03, 0.86), (0.2, 0.8), (0.34, 0.93), (0.6, 0.88), (0.8, 0.95), (0.96, 0.7), (1, 0.4), (1.06, 0.3), (1.06, 1.06), (-0.06, 1.06), (-0.06, 0.4)]
    frost = shape([(x + wide * a, y + high * b, False) for a, b in creep], "#dcecf6", opacity=0.5, filter=rough) + shape([(x + wide * a, y + high * (b * 0.8 + 0.22), False) for a, b in creep], "#eef6fa", opacity=0.45, filter=rough)
    ferns = "".join(brush(f"{px} {py}; {px + dx * 0.5} {py - dy * 0.6}; {px + dx} {py - dy}", 9, "#eaf4fa", "out", opacity=0.4) for px, py, dx, dy in ((x + chance.uniform(0, wide), y + high, chance.uniform(-60, 60), chance.uniform(50, 130)) for _ in range(9)))
    shine = flat(f"{x + wide * 0.5} {y}; {x + wide * 0.66} {y}; {x + wide * 0.3} {y + high}; {x + wide * 0.14} {y + high}", "#dfe8ff", opacity=0.07)
    glass = f"{x} {y + 28}; {x + 8} {y + 8}; {x + 30} {y}!; {x + wide - 30} {y}!; {x + wide - 8} {y + 8}; {x + wide} {y + 28}!; {x + wide} {y + high - 28}!; {x + wide - 8} {y + high - 8}; {x + wide - 30} {y + high}!; {x + 30} {y + high}!; {x + 8} {y + high - 8}; {x} {y + high - 28}!"
    split = box(x, y + 88, wide, 9, "#14163a") + box(x, y + 97, wide, 2, "#8ea0d8", opacity=0.6)
    stars = "".join(disc(round(x + chance.uniform(10, wide - 10)), round(y + chance.uniform(8, 120)), 1.6, PAPER, opacity=0.7) for _ in range(7))
    return frame + group(box(x, y, wide, high, sky), stars, far_trees, ground, house, frost, ferns, shine, clip_path=picture.clip(glass)) + split


def eggs(picture: Picture, x: float, y: float, wide: float, high: float, lit: float) -> str:
    """Returns a panel of egg boxes, each cup lit from the lamp."""
    across, down = 44, 39
    columns, rows = int(wide // across), int(high // down)
    left = x + (wide - columns * across) / 2
    cups = [(left + across * (c + 0.5), y + down * (r + 0.5)) for r in range(rows) for c in range(columns)]

    def rings(radius: float, right: float, lower: float) -> str:
        return "".join(f"M{px + right - radius:.0f} {py + lower:.0f}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0" for px, py in cups)

    middle = (LAMP_X, LAMP_Y)
    card = picture.radial(*middle, 420, (0, "#d98a5c", 1), (0.3, "#8a5058", 1), (0.7, "#4a3a62", 1), (1, "#2a2a58", 1)) if lit > 0.5 else "#2b2a58"
    tips = picture.radial(*middle, 380, (0, "#f3bc88", 1), (0.3, "#b87460", 0.9), (0.7, "#5c4c76", 0.8), (1, "#383868", 0.7))
    frame = box(x, y, wide, high, "none", stroke="#191a3e", stroke_width=5)
    hollow = tag("path", d=rings(19, 1, -4), fill="#1f1a40", opacity=0.5)
    if lit < 0.5:
        return group(box(x, y, wide, high, card), hollow, frame)
    slope = picture.radial(*middle, 420, (0, "#c9764e", 1), (0.35, "#7d4a56", 1), (0.8, "#4a3a66", 1), (1, "#2e2e60", 1))
    return group(box(x, y, wide, high, card), hollow, tag("path", d=rings(14, 0, 1), fill=slope), tag("path", d=rings(9, 1, 3), fill=tips), frame)


def shelves(picture: Picture, x: float, y: float, wide: float, high: float) -> str:
    """Returns shelves of what is left of the library."""
    chance = random.Random(int(x) + 400)
    wood = picture.linear((x, 0), (x + wide, 0), (0, "#14153a", 1), (1, "#5a3d56" if x < LAMP_X else "#241f48", 1))
    parts = [box(x, y, wide, high, "#12132f"), box(x, y, wide, 10, wood)]
    tones = ("#4a3a6a", "#6a4a62", "#3a4576", "#7a5560", "#554a7c", "#34607a")
    step = high / 5
    for row in range(5):
        floor = y + step * (row + 1)
        at = x + 8
        while at < x + wide - 24 and row != 2:
            thick, tall = chance.randint(12, 26), chance.randint(64, int(step) - 18)
            parts.append(box(at, round(floor - tall), thick, tall, chance.choice(tones), 2, opacity=0.85))
            at += thick + chance.choice((1, 2, 2, 14))
        if row == 2:
            parts += [shape(f"{x + 6} {floor - k * 24}; {x + wide * 0.5} {floor - 5 - k * 24}; {x + wide - 16} {floor - k * 24}; {x + wide - 12} {floor - 14 - k * 24}; {x + wide * 0.5} {floor - 27 - k * 24}; {x + 8} {floor - 22 - k * 24}", tone) for k, tone in enumerate(("#3f4a7c", "#6a4660", "#35406e", "#554878"))]
        parts.append(box(x, round(floor), wide, 12, wood))
    parts += [box(x + wide - 14, y, 14, high, wood), box(x + wide - 3, y, 3, high, CLAY, opacity=0.7 if x < LAMP_X else 0.1)]
    return group(*parts)


def lower_wall(picture: Picture) -> str:
    """Returns the panels under the windows, the heater and the floor."""
    panel = picture.linear((0, 0), (1920, 0), (0, "#181a40", 1), (0.26, "#35284e", 1), (0.42, "#6a4250", 1), (0.54, "#3a2a50", 1), (0.75, "#191a3e", 1))
    floor = picture.linear((0, 900), (0, 1096), (0, "#26234e", 1), (1, "#101028", 1))
    heater = "".join(box(1000 + k * 30, 800, 20, 70, "#201f48", 4) for k in range(20))
    return group(box(-16, 528, 1952, 390, panel), box(-16, 528, 1952, 5, LAMP, opacity=0.16), box(-16, 546, 1952, 3, "#15143a", opacity=0.6), heater, box(-16, 900, 1952, 200, floor), box(-16, 898, 1952, 8, "#14143a"))


def slot(picture: Picture) -> str:
    """Returns the brass slot that people still post books through."""
    brass = picture.linear((770, 0), (920, 0), (0, "#ffd28e", 1), (0.4, "#c07c56", 1), (1, "#5a3a54", 1))
    plate = form(picture, "772 604!; 916 604!; 916 690!; 772 690!", brass, box(788, 628, 112, 40, "#140f28", 4), flat("788 628; 900 628; 892 652; 796 652", "#8e5648"), rims=(Rim(-3, -3, "#fff0d2", 0.8, 0.8),))
    book = flat("806 650; 868 656; 866 676; 804 672", "#4f6f9a") + flat("806 650; 868 656; 868 661; 806 656", "#f3dfc0")
    return group(box(764, 598, 160, 100, "#1c1738", 6, opacity=0.7), plate, book, *(disc(px, py, 3.5, "#5a3a44") for px in (780, 908) for py in (612, 682)))


def _mid(picture: Picture) -> None:
    picture.add("mid", _speaker(picture), _desk(picture), _lamp(picture), haze(picture, 480, 220, MAUVE, 0.12))
    picture.add("mid", _fenn(picture), _teo(picture))


def _speaker(picture: Picture) -> str:
    side = picture.linear((206, 0), (312, 0), (0, "#171a40", 1), (0.7, "#2a2448", 1), (1, "#8a5258", 1))
    cones = disc(258, 606, 34, "#14122c") + disc(258, 606, 24, picture.radial(268, 598, 30, (0, "#9a6664", 1), (1, "#2a2348", 1))) + disc(258, 606, 8, "#17142e") + disc(258, 548, 13, "#14122c") + disc(260, 546, 6, "#6a4a5a")
    return form(picture, "206 520!; 312 520!; 312 654!; 206 654!", side, cones, rims=(Rim(4, -2, "#f0b482", 0.85, 0.8),))


def _desk(picture: Picture) -> str:
    wood = picture.linear((150, 0), (900, 0), (0, "#2a2450", 1), (0.5, "#8a5450", 1), (0.74, "#f0b878", 1), (0.86, "#b06c50", 1), (1, "#5a3a50", 1))
    top = flat(f"150 {DESK - 14}; 770 {DESK - 14}; 800 {DESK + 150}; 110 {DESK + 150}", wood)
    steel = picture.radial(LAMP_X - 20, 700, 420, (0, "#b98a78", 1), (0.25, "#6d566e", 1), (0.6, "#37305e", 1), (1, "#1f1f4a", 1), squash=0.6)
    board = shape(f"190 {DESK + 4}!; 742 {DESK + 4}!; 762 {DESK + 126}!; 166 {DESK + 126}!", steel)
    lip = box(150, DESK + 126, 630, 10, "#16142f") + flat(f"110 {DESK + 150}; 800 {DESK + 150}; 796 {DESK + 178}; 114 {DESK + 178}", "#3a2846") + box(112, DESK + 149, 690, 4, picture.linear((112, 0), (800, 0), (0.3, LAMP, 0), (0.85, LAMP, 0.9), (1, LAMP, 0.5)))
    knobs, strips = [], []
    for k in range(19):
        x = 204 + k * 29
        for row, tone in ((0, "#e9c49a"), (1, "#8ccbc0" if k % 4 else "#c07c97")):
            knobs.append(disc(x + row * -1, DESK + 20 + row * 20, 6, "#17142e") + disc(x + 1 - row, DESK + 18 + row * 20, 4, tone, opacity=0.9 if x > 560 else 0.45))
        cap = DESK + 66 + (k * 37) % 40
        strips.append(f"M{x - 3 - k % 2} {DESK + 58}v60")
        knobs.append(box(x - 11, cap, 15, 9, "#f8dcb0" if x > 560 else "#8a80a8", 2))
    meter = box(206, DESK - 6, 90, 9, "#10122c", 3) + "".join(box(210 + k * 9, DESK - 4, 6, 5, GLASS if k < 6 else AMBER, opacity=0.9 if k < 7 else 0.25) for k in range(9))
    legs = flat("150 842; 190 842; 190 1100; 160 1100", "#17152f") + flat("730 842; 780 842; 770 1100; 738 1100", "#2a1d38")
    return group(shadow(picture, 460, 1000, 480, 70, 0.6), legs, top, board, tag("path", d="".join(strips), stroke="#120f26", stroke_width=4, fill="none", stroke_linecap="round"), *knobs, meter, lip)


def _lamp(picture: Picture) -> str:
    steel = "#241d3c"
    base = ellipse(752, 668, 40, 11, "#1c1736") + ellipse(752, 664, 36, 9, "#6d4650")
    rods = stroke("752 660!; 778 556!; 722 440", steel, 8) + stroke("754 660!; 781 556!; 724 440", "#f0b482", 2, opacity=0.8) + disc(778, 556, 9, steel)
    shade = form(picture, "726 398!; 746 412; 752 440; 748 474!; 664 446!; 680 418; 704 400", picture.linear((664, 400), (750, 470), (0, "#d0704a", 1), (0.5, "#8a3c3e", 1), (1, "#3d1f36", 1)), brush("684 424; 708 406; 728 404", 7, "#f3a878", opacity=0.8), rims=(Rim(-2, 4, "#ffd9a0", 0.9, 1),))
    mouth = ellipse(706, 461, 44, 11, "#fff0cc", 18) + ellipse(704, 467, 17, 11, "#fffbe8", 18)
    return group(base, rods, shade, mouth)


def _teo(picture: Picture) -> str:
    warm_edge, cold = Rim(11, -5, "#ffc488", 0.95, 2), Rim(-6, -4, "#8fb2ea", 0.85, 1.5)
    fleece = picture.linear((220, 0), (650, 0), (0, "#25315e", 1), (0.5, "#2f3b68", 1), (0.78, "#4a4468", 1), (0.92, "#8f6468", 1), (1, "#d99a74", 1))
    fray = picture.rough(0.05, 9, 3)
    body = form(
        picture, "206 1240!; 204 960; 206 840; 208 740; 218 640; 248 572; 306 530; 372 508; 440 500; 508 508; 570 528; 622 568; 648 640; 658 740; 652 850; 650 960; 664 1240!", fleece,
        shape("420 500!; 300 530; 240 590; 214 660; 206 800; 220 1240!; 330 1240!; 320 940; 340 780; 380 640", "#1f2853", opacity=0.75),
        brush("292 552; 268 640; 282 760; 276 860", 12, "#1b2450"), brush("588 552; 610 640; 592 760; 600 850", 12, "#2c2c54"), brush("330 900; 430 940; 560 910", 16, "#1c2450", "leaf"), brush("560 800; 490 830; 390 810", 14, "#222a56", "leaf"), brush("360 610; 420 650; 510 640", 10, "#252e5c", "leaf"), brush("540 660; 490 690; 430 690", 9, "#2a305c", "leaf"),
        shape("636 580; 660 660; 662 780; 650 900; 656 1100; 640 1100; 634 900; 644 760; 636 650; 616 590", "#f0b884", opacity=0.5, filter=fray), stroke("302 540; 440 566; 578 538", "#1d2650", 5, opacity=0.6), rims=(warm_edge, cold),
    )
    arm_far = form(picture, limb("238 626; 190 730; 200 800; 262 790", (108, 104, 88, 64), 0.4), "#27325f", brush("166 730; 206 764; 240 770", 10, "#171f48", "leaf"), brush("170 690; 206 716; 232 716", 8, "#1b2450", "leaf"), rims=(cold,))
    sitting = group(arm_far, body, _teo_head(picture, FAIR), _chair(picture), transform="translate(24 118) scale(.84)")
    return group(sitting, _teo_arm(picture))


def _teo_arm(picture: Picture) -> str:
    cloth = picture.linear((500, 640), (680, 740), (0, "#3a3c66", 1), (0.4, "#4f4668", 1), (0.75, "#a5706a", 1), (1, "#e8ac80", 1))
    glint = picture.linear((500, 0), (620, 0), (0, "#ffd9a4", 0), (1, "#ffd9a4", 1))
    upper = form(picture, "530 588; 566 606; 598 648; 622 700; 660 742!; 640 806; 606 812; 570 790; 540 740; 520 670", cloth, brush("640 760; 606 770; 576 750", 12, "#3d3458", "leaf"), brush("628 730; 596 738; 568 716", 9, "#4a3c5c", "leaf"), brush("600 690; 570 704; 548 690", 8, "#4a3c5c", "leaf"), rims=(Rim(7, -6, glint, 1, 1.5),))
    lower = form(picture, "622 724!; 660 734; 704 738; 722 752; 722 786; 700 800; 650 812; 612 806!", cloth, brush("716 744; 704 766; 708 794", 9, "#5a4260"), brush("640 750; 656 776; 644 800", 9, "#4a3c5c", "leaf"), rims=(Rim(1, -7, "#ffdcaa", 1, 1.2),))
    return group(shadow(picture, 706, 806, 90, 16, 0.5), placed(700, 762, 0.84, pinch(picture, FAIR), turn=-22), lower, upper)


def _teo_head(picture: Picture, skin: Tone) -> str:
    fray = picture.rough(0.06, 5, 4)
    neck = form(picture, "366 400!; 368 470; 340 512; 330 540!; 560 540!; 540 508; 520 470; 518 400!", skin.shade, brush("380 470; 440 484; 506 468", 6, skin.deep), brush("384 448; 440 460; 500 446", 5, skin.deep), shape("500 400; 506 460; 524 500; 560 530; 580 500; 530 400", skin.band, filter=fray), shape("510 400; 516 460; 534 496; 570 520; 580 480; 530 400", skin.lit, filter=fray))
    collar = form(picture, "322 522; 340 494; 376 500; 440 512; 508 500; 544 492; 562 518; 528 548; 440 562; 352 550", "#2c3866", brush("340 530; 440 548; 544 526", 8, "#1a2248"), rims=(Rim(9, -5, picture.linear((440, 0), (560, 0), (0, "#ffd9a4", 0), (1, "#ffd9a4", 1)), 1, 1.2), Rim(-4, -3, "#8fb2ea", 0.6, 1)))
    face = form(picture, "490 290; 522 300; 538 330; 540 352; 548 376; 544 404; 530 430; 508 444; 480 430", skin.band, shape("514 294; 528 310; 542 336; 543 356; 552 378; 546 408; 530 434; 516 440; 526 408; 524 376; 522 340; 512 310", skin.lit, filter=fray), brush("522 338; 534 340; 544 336", 5, "#7a5a68"))
    grey = picture.linear((334, 0), (540, 0), (0, "#2b3364", 1), (0.45, "#3f3c60", 1), (0.74, "#6d5866", 1), (0.92, "#c9a48c", 1), (1, "#f3d3ac", 1))
    skull = form(
        picture, "362 420; 344 372; 336 316; 346 262; 376 226; 416 208; 452 206; 492 218; 522 250; 534 296; 528 330; 516 366; 512 408; 494 438; 440 450; 386 444", grey,
        shape("360 392; 378 418; 440 430; 500 408; 514 446; 440 462; 366 452", "#5d4052", opacity=0.85, filter=fray), *(brush(line, 6, "#23244e", "leaf", opacity=0.55, filter=fray) for line in ("400 240; 378 290; 376 350", "440 230; 424 290; 426 350", "470 240; 464 300; 462 360", "410 320; 400 370; 404 410", "360 290; 358 330; 368 380", "480 320; 478 370; 470 410")),
        *(brush(line, 6, "#ffe6c4", "leaf", opacity=0.6, filter=fray) for line in ("492 230; 516 262; 522 300", "476 222; 500 252; 508 296", "510 310; 504 350; 500 386", "490 280; 492 316; 488 350")), rims=(Rim(8, -5, "#ffe0b4", 0.85, 2.5), Rim(-6, -4, "#a9c4f4", 0.95, 1.5)),
    )
    ear = form(picture, "504 322; 518 312; 532 322; 532 352; 520 380; 506 376; 500 350", skin.band, brush("512 330; 524 336; 516 364", 5, skin.deep), rims=(Rim(5, -3, skin.lit, 1, 1),)) + shape("346 330; 334 322; 328 346; 338 376; 350 378", skin.shade)
    phones = stroke("338 500; 350 470; 392 492; 440 498; 490 492; 532 468; 548 498", "#14132e", 13) + stroke("352 468; 392 488; 440 494; 490 488; 530 465", "#6a5a74", 3)
    cup_left = form(picture, oval(330, 506, 26, 36, 16), "#1a1938", rims=(Rim(-4, -3, "#8fb2ea", 0.9, 1),)) + ellipse(326, 507, 12, 20, "#2a2a56", 16)
    cup_right = form(picture, oval(556, 502, 27, 38, -16), "#241b38", ellipse(560, 503, 13, 21, "#7a4a4c", -16), rims=(Rim(7, -4, "#ffd2a0", 1, 1.2),))
    return group(neck, face, skull, ear, collar, phones, cup_left, cup_right)


def _chair(picture: Picture) -> str:
    mesh = picture.linear((250, 0), (640, 0), (0, "#12132f", 1), (0.7, "#1f1a3a", 1), (1, "#5a3844", 1))
    outline = "262 1240!; 258 980; 270 910; 310 888; 440 880; 560 888; 598 910; 610 980; 606 1240!"
    return form(picture, outline, mesh, *(brush(f"286 {y}; 440 {y + 14}; 586 {y}", 6, "#2b2a56") for y in (930, 966, 1002, 1038, 1074)), rims=(Rim(5, -6, "#e8a878", 0.85, 1.5), Rim(-4, -3, "#6d86c8", 0.7, 1.2)))


def _fenn(picture: Picture) -> str:
    edge, cold = Rim(-9, -5, "#ffc488", 0.95, 1.5), Rim(5, -3, "#8fb2ea", 0.8, 1.2)
    coat = picture.linear((1090, 0), (880, 0), (0, "#1f2352", 1), (0.4, "#4a3a1f", 1), (0.7, "#9a7430", 1), (1, "#f6d078", 1))
    seat = form(picture, "880 850!; 1080 850!; 1072 1010!; 888 1010!", "#1d1b40", box(904, 880, 150, 14, "#12122e", 6), rims=(Rim(-4, -3, CLAY, 0.7, 1),)) + shadow(picture, 980, 1010, 150, 22, 0.5)
    far_leg = form(picture, limb("990 846; 900 830; 866 870; 874 990", (84, 76, 60, 46)), "#1a1f4a", rims=(edge,))
    legs = far_leg + form(picture, limb("1030 858; 930 850; 882 890; 900 1010", (92, 88, 70, 52)), "#262d60", brush("980 860; 920 866; 892 910", 9, "#161b44", "leaf"), brush("900 930; 912 960; 908 1000", 7, "#161b44", "leaf"), rims=(edge, Rim(4, 0, "#6d86c8", 0.5, 1)))
    legs += shape("812 1000; 836 988; 884 976; 900 996; 896 1010!; 808 1010!", "#a09ab8") + form(picture, "838 1030; 850 1014; 884 1002; 922 1004; 930 1040!; 832 1042!", "#cfc4cc", box(820, 1034, 120, 10, "#5a5480"), brush("862 1014; 880 1020; 892 1030", 5, "#6a6490"), rims=(Rim(-4, -4, "#fff0d2", 0.9, 1),))
    body = form(picture, "900 610; 884 680; 884 770; 892 848; 930 872; 1050 872; 1086 840; 1092 740; 1080 640; 1050 580; 990 552; 930 566", coat, *(brush(line, 13, "#3a2a34", "both", opacity=0.75) for line in ("888 650; 980 674; 1082 650", "884 726; 980 750; 1090 728", "890 800; 980 822; 1088 800")), *(brush(line, 9, "#ffe6a8", "leaf", opacity=0.8) for line in ("894 634; 910 622; 940 622", "888 704; 904 694; 930 698", "890 778; 906 768; 934 772")), rims=(edge, cold))
    collar = form(picture, "922 602; 918 584; 950 572; 1000 568; 1046 566; 1062 592; 1004 618; 946 618", "#7a5c2c", brush("928 600; 984 606; 1048 592", 7, "#3a2a34"), rims=(Rim(-6, -4, "#ffe2a0", 0.95, 1.2), cold))
    head = placed(1062, 392, 0.78, profile(picture, BROWN, outline=YOUNG, lid=0.5, brow="#241530"), flip=True, turn=3)
    wool = picture.linear((900, 0), (1060, 0), (0, "#e8926c", 1), (0.3, "#a8484a", 1), (1, "#3d2450", 1))
    ribs = (brush(line, 5, "#6a2c44", opacity=0.8) for line in ("946 386; 936 416; 932 450", "976 370; 970 410; 968 446", "1006 366; 1008 410; 1006 446", "1032 378; 1040 414; 1038 448"))
    hat = form(picture, "922 452; 926 416; 944 380; 976 356; 1006 350; 1016 344; 1028 352; 1054 380; 1068 420; 1068 462; 1040 470; 980 458", wool, *ribs, rims=(Rim(-6, -4, "#ffc99a", 0.9, 1.2), cold))
    hat += form(picture, "914 456; 918 440; 960 436; 1010 438; 1068 448; 1074 468; 1062 484; 1010 472; 960 468; 922 472", wool, *(brush(f"{x} 440; {x - 2} 456; {x} 474", 4, "#6a2c44", opacity=0.7) for x in range(934, 1066, 18)), rims=(Rim(-4, -4, "#ffd2a8", 0.9, 1), Rim(4, -2, "#8fb2ea", 0.6, 1)))
    arm = form(picture, limb("962 634; 986 720; 938 760; 880 700", (104, 100, 86, 58), 0.42), coat, *(brush(line, 12, "#4a3430", "both", opacity=0.8) for line in ("926 668; 980 690; 1030 668", "930 716; 976 742; 1030 744", "900 716; 930 740; 934 784")), rims=(Rim(-7, -6, "#ffe2a0", 0.95, 1.5),))
    return group(seat, legs, body, head, collar, hat, arm, _drumming(picture))


YOUNG = "92 8!; 138 14; 164 42; 170 72; 170 90; 165 103; 175 124; 187 141; 184 148; 172 152; 177 162; 179 167; 170 171!; 176 179; 175 186; 167 191; 170 203; 163 215; 146 221; 118 210; 92 188; 72 150; 48 82"


def _drumming(picture: Picture) -> str:
    skin = BROWN
    top = (Rim(-3, -7, skin.band, 1, 0.8), Rim(-2, -3.5, skin.lit, 1, 0.5))
    wrist = form(picture, limb("898 712; 896 676; 884 640", (44, 38, 36)), skin.shade, rims=(Rim(-8, -3, skin.band, 1, 1), Rim(-4, -2, skin.lit, 1, 0.6)))
    palm = form(picture, "850 616; 840 596; 848 582; 872 580; 894 594; 904 618; 902 646; 884 652; 864 636", skin.shade, rims=(Rim(-6, -7, skin.band, 1, 1), Rim(-3, -4, skin.lit, 1, 0.8)))
    lines = ("848 588; 812 566; 792 574", "852 592; 820 580; 806 606", "860 598; 832 588; 822 614", "868 606; 846 600; 838 620")
    fingers = "".join(form(picture, limb(line, (17, 16, 10), 0.3), skin.shade, rims=top) for line in lines)
    fingers += form(picture, limb("876 640; 856 640; 842 630", (19, 16, 10), 0.3), skin.shade, rims=top)
    beat = "".join(brush(line, 4, LAMP, opacity=0.5) for line in ("776 560; 772 550; 774 538", "792 548; 790 538; 794 526"))
    return group(wrist, fingers, palm, beat)


def _light(picture: Picture) -> None:
    chance = random.Random(9)
    picture.add(
        "light", lamplight(picture, LAMP_X, LAMP_Y + 30, 640, 0.3), cone(picture, "672 452!; 742 476!; 860 840!; 470 820!", 470, 830, "#e8842c", 0.3, 12), glow(picture, LAMP_X - 2, LAMP_Y + 14, 110, "#ffb860", 0.5),
        glow(picture, 420, 330, 330, "#3f5a9a", 0.12), dust(chance, 26, (540, 880), (480, 800)),
    )


def _near(picture: Picture) -> None:
    soft = picture.blur(3, 0.04)
    snare = drum(picture, 176, 1010, 250, 54, 120, 0.6)
    edge = Rim(5, -4, "#f0b482", 0.9, 1.5)
    glove = "".join(form(picture, limb(line, (34, 32, 24), 0.3), "#34447a", rims=(edge,)) for line in ("170 990; 118 962; 84 958", "176 982; 138 946; 108 934", "190 978; 166 938; 142 922", "214 1004; 190 1024; 160 1030"))
    glove += form(picture, "150 990; 166 968; 206 960; 262 966; 300 984; 304 1014; 268 1026; 200 1020; 164 1010", "#3d4f88", *(brush(f"{x} 966; {x + 6} 992; {x + 2} 1020", 6, "#2a366a") for x in (250, 266, 282)), rims=(edge,))
    sticks = brush("270 1050; 350 1000; 446 946", 13, "#7a4a3e", "even") + brush("272 1046; 352 996; 446 942", 5, "#ffd9a0", "even")
    seat = shape("1180 1110!; 1190 990; 1240 940; 1400 926; 1560 940; 1616 990; 1630 1110!", "#15143a") + brush("1196 990; 1244 944; 1400 930; 1550 944", 6, "#6a5480", opacity=0.7)
    picture.add("near", group(snare, glove, sticks, filter=soft), group(seat, filter=picture.blur(6, 0.05)))
