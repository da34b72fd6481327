"""The bowls club's cupboard in January: forty pairs of white shoes facing the wall, and the pipe above the kit has burst."""

from __future__ import annotations

import random

from workshop.art.brush import brush
from workshop.art.light import Rim, cone, form, glow, haze, lamplight, shadow, warm
from workshop.art.props import cymbal, drum, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

BULB_X, BULB_Y = 560, 208
FLOOR = 880
BURST_X, BURST_Y = 760, 132
SHELVES = (300, 420, 540, 660, 780)


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(40)
    _far(picture, chance)
    picture.add("mid", _pipe(picture), _kit(picture), _bucket(picture), _spray(picture, chance), bulb())
    picture.add("light", lamplight(picture, BULB_X, BULB_Y, 620, 0.26), glow(picture, BULB_X, BULB_Y, 130, "#ffc880", 0.5), cone(picture, f"{BULB_X - 30} {BULB_Y}!; {BULB_X + 30} {BULB_Y}!; {BULB_X + 420} 960!; {BULB_X - 420} 960!", BULB_Y, 940, "#c8782e", 0.16, 18), glow(picture, 800, 560, 360, "#4a8088", 0.2, 1.3))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#1f2f38", 1), (0.2, "#4a4a48", 1), (0.32, "#6a5848", 1), (0.5, "#36423f", 1), (0.62, "#1a2a33", 1), (1, "#0f1a24", 1)))
    boards = tag("path", d="".join(f"M{x} -16V{FLOOR}" for x in range(20, 1920, 86)), stroke="#16222a", stroke_width=3, opacity=0.4, fill="none")
    picture.add("far", warm(picture, BULB_X, BULB_Y + 40, 520, 0.7), boards, shelving(picture, chance), _notice(picture))
    floor = picture.linear((0, FLOOR), (0, 1096), (0, "#5a5648", 1), (0.3, "#2c3a3c", 1), (1, "#0d1820", 1))
    checks = "".join(flat(f"{x} {y}!; {x + w} {y}!; {x + w - (600 - x - w) * 0.12:.0f} {y + h}!; {x - (600 - x) * 0.12:.0f} {y + h}!", "#8a8670", opacity=0.12) for row, (y, h) in enumerate(((FLOOR, 34), (FLOOR + 34, 50), (FLOOR + 84, 70), (FLOOR + 154, 90))) for x in range(-100 + row % 2 * 90, 1300, 180) for w in (90,))
    wet = ellipse(680, 1000, 560, 96, picture.radial(680, 1000, 560, (0, "#f0c88c", 0.55), (0.3, "#a8a088", 0.4), (0.7, "#5a8088", 0.3), (1, "#4a7078", 0), squash=0.17)) + "".join(ellipse(round(chance.uniform(240, 1100)), round(chance.uniform(920, 1070)), round(chance.uniform(16, 60)), 3, "none", stroke="#d9e6dc", stroke_width=2, opacity=round(chance.uniform(0.2, 0.5), 2)) for _ in range(22))
    picture.add("far", box(-16, FLOOR, 1952, 230, floor), checks, wet, box(-16, FLOOR - 18, 1952, 18, "#131f28", opacity=0.8))


def shelving(picture: Picture, chance: random.Random, *, toes: bool = False) -> str:
    """Returns five shelves of eight pairs each, heels to the room, or toes."""
    frame = box(180, 226, 800, 640, "#a8949c" if toes else "#14212a") + box(170, 216, 22, 664, picture.linear((170, 0), (192, 0), (0, "#5a4a40", 1), (1, "#a87850", 1))) + box(966, 216, 22, 664, "#2a3234")
    parts = [frame]
    for y in SHELVES:
        parts.append(box(190, y, 778, 14, picture.linear((190, 0), (968, 0), (0, "#8a6448", 1), (0.45, "#d9a06a", 1), (1, "#4a4a44", 1))) + box(190, y + 14, 778, 12, "#0d181f", opacity=0.7))
        for k in range(8):
            x = 204 + k * 96 + chance.uniform(-3, 3)
            if (k, y) == (6, 660) and not toes:
                continue
            far = abs(x + 40 - BULB_X) / 420
            tone = ("#fff2da", "#e2d6c4", "#b9b8b0", "#8f9a9c")[min(3, int(far * 3.2))]
            parts.append("".join(picture.stamp(round(x + side), y, 1, _toe(picture, tone) if toes else _heel(picture, tone), flip=flip) for side, flip in ((20, False), (62, True))))
    return group(*parts)


def _heel(picture: Picture, tone: str) -> str:
    """One white shoe from behind, standing at (0, 0)."""
    body = picture.linear((-20, 0), (20, 0), (0, "#5f6a70", 1), (0.45, tone, 1), (1, tone, 1))
    return shape("-18 0!; -19 -22; -15 -40; -12 -54; 0 -58; 12 -54; 15 -40; 19 -22; 18 0!", body) + shape("-10 -48; 0 -54; 10 -48; 8 -38; 0 -34; -8 -38", "#4a4a52", opacity=0.75) + box(-20, -8, 40, 8, "#6a5a54", 3) + brush("0 -34; 1 -20; 0 -10", 3, "#8a8a8c", opacity=0.6)


def _toe(picture: Picture, tone: str) -> str:
    """One white shoe from the front, standing at (0, 0): a round cap, laces, the mouth above."""
    body = picture.linear((-20, 0), (20, 0), (0, "#8a8088", 1), (0.45, tone, 1), (1, "#fff6e6", 1))
    return shape("-19 0!; -21 -20; -17 -40; -13 -52; 0 -56; 13 -52; 17 -40; 21 -20; 19 0!", body) + shape("-10 -50; 0 -54; 10 -50; 7 -42; 0 -40; -7 -42", "#4a4452", opacity=0.7) + "".join(stroke(f"-8 {y}; 0 {y + 4}; 8 {y}", "#8a8088", 2.4) for y in (-36, -29)) + brush("-17 -16; 0 -24; 17 -16", 3, "#a89ca0", opacity=0.8) + box(-21, -7, 42, 7, "#8a7470", 3)


def _notice(picture: Picture) -> str:
    return flat("40 330!; 146 326!; 150 470!; 44 474!", picture.linear((40, 0), (150, 0), (0, "#8a9490", 1), (1, "#e2cfa8", 1))) + "".join(stroke(f"{58 + k % 2 * 4} {356 + k * 20}; {90} {352 + k * 20}; {128 - k * 5} {357 + k * 20}", "#4a4a4c", 4, opacity=0.7) for k in range(5)) + disc(94, 334, 5, "#c8604a") + stroke("90 540; 90 620", "#1c2a30", 4) + form(picture, "64 630; 90 618; 116 630; 124 720; 120 800!; 60 800!; 56 720", "#33484c", brush("76 640; 72 720; 78 790", 7, "#1c2c32"), rims=(Rim(4, -3, "#e0b078", 0.8, 1),))


def _pipe(picture: Picture) -> str:
    copper = picture.linear((0, 96), (0, 132), (0, "#5a4034", 1), (0.35, "#d98a58", 1), (0.6, "#a8603c", 1), (1, "#3a2a2c", 1))
    run = box(-16, 100, 756, 30, copper) + box(782, 100, 1160, 30, copper) + "".join(box(x, 92, 20, 46, "#4a3a36", 4) for x in (120, 440, 1040, 1400)) + box(-16, 104, 756, 4, "#ffd9a8", opacity=0.7)
    torn = shape("736 98!; 752 94; 760 104; 772 96; 786 98!; 790 132!; 776 128; 766 138; 752 130; 738 134!", copper) + brush("744 112; 764 120; 782 110", 9, "#16222a")
    frost = brush("600 101; 690 97; 750 100", 10, "#dff0f4", opacity=0.7) + brush("790 100; 880 97; 980 101", 10, "#dff0f4", opacity=0.6) + "".join(brush(f"{x} 130; {x} {130 + h}", 7, "#cfe6ec", "out", opacity=0.8) for x, h in ((640, 30), (668, 52), (700, 24), (830, 46), (860, 28), (900, 40)))
    return run + torn + frost


def _spray(picture: Picture, chance: random.Random) -> str:
    fan = []
    for _ in range(64):
        side = chance.uniform(-1, 1)
        reach, down = side * chance.uniform(60, 330), chance.uniform(420, 740)
        fan.append(brush(f"{BURST_X + side * 12:.0f} {BURST_Y}; {BURST_X + reach * 0.6:.0f} {BURST_Y + down * 0.24:.0f}; {BURST_X + reach:.0f} {BURST_Y + down:.0f}", round(chance.uniform(2, 5), 1), chance.choice(("#e9f6f4", "#b9dcdc", "#ffe6c0")), "out", opacity=round(chance.uniform(0.2, 0.6), 2)))
    veil = shape(f"{BURST_X - 16} {BURST_Y}!; {BURST_X + 16} {BURST_Y}!; {BURST_X + 150} {BURST_Y + 240}; {BURST_X + 270} {FLOOR + 40}!; {BURST_X - 250} {FLOOR + 40}!; {BURST_X - 140} {BURST_Y + 240}", picture.linear((0, BURST_Y), (0, FLOOR + 40), (0, "#e4f4f2", 0.6), (0.4, "#a9d0d2", 0.26), (1, "#8fc0c4", 0.08)), filter=picture.blur(8, 0.06))
    drops = "".join(disc(round(BURST_X + chance.gauss(0, 180)), round(chance.uniform(300, 980)), round(chance.uniform(1.6, 4.4), 1), "#eaf6f4", opacity=round(chance.uniform(0.4, 0.9), 2)) for _ in range(70))
    return veil + "".join(fan) + drops


def _kit(picture: Picture) -> str:
    """A practice kit, drowned: water stands on the heads."""
    blue = ((0, "#1c2c3c", 1), (0.4, "#274a58", 1), (0.8, "#6a7a70", 1), (1, "#d9b078", 1))
    floor_tom = shadow(picture, 470, 1020, 150, 26, 0.6) + "".join(stroke(f"{x} 860; {x + lean} 1020", "#101c26", 9) for x, lean in ((370, -8), (570, 8), (470, 4))) + drum(picture, 470, 800, 122, 32, 150, 0.4, blue)
    snare = shadow(picture, 770, 1000, 140, 22, 0.5) + stand(picture, 770, 840, 1000, 70, 9) + drum(picture, 770, 772, 128, 32, 74, -0.4, ((0, "#d9b078", 1), (0.2, "#8a8a84", 1), (0.6, "#4a6470", 1), (1, "#22384a", 1)))
    pools = ellipse(470, 802, 92, 20, "#bfe0e0", opacity=0.5) + ellipse(440, 796, 40, 7, "#f4fbf8", opacity=0.7) + ellipse(770, 774, 98, 20, "#bfe0e0", opacity=0.6) + ellipse(800, 768, 46, 8, "#f4fbf8", opacity=0.7)
    crowns = "".join(stroke(f"{x} {y}; {x + dx} {y - dy}", "#f0faf8", 4, opacity=0.8) for x, y, dx, dy in ((770, 770, -30, 40), (770, 770, 0, 56), (770, 770, 34, 42), (700, 772, -16, 26), (840, 770, 18, 28)))
    runs = "".join(brush(f"{x} {y}; {x + 3} {y + 50}; {x - 2} {y + h}", 6, "#d9f0ee", "out", opacity=0.6) for x, y, h in ((690, 792, 130), (730, 802, 160), (810, 802, 150), (856, 790, 120), (400, 826, 120), (540, 826, 140)))
    hat = stand(picture, 300, 620, 1000, 60, 8) + cymbal(picture, 300, 622, 110, 22, -12, 0.5)
    return hat + floor_tom + snare + pools + crowns + runs


def _bucket(picture: Picture) -> str:
    pail = form(picture, "896 900!; 1016 900!; 1002 1030!; 910 1030!", picture.linear((896, 0), (1016, 0), (0, "#d98a58", 1), (0.4, "#a84a3c", 1), (1, "#3a2a34", 1)), brush("906 930; 956 938; 1008 930", 5, "#5a2a2c"), rims=(Rim(-4, -3, "#ffcf96", 0.9, 1),)) + ellipse(956, 900, 60, 15, "#4a2c30") + ellipse(956, 903, 52, 11, "#b9dcdc") + ellipse(944, 900, 24, 4, "#f4fbf8", opacity=0.8)
    spill = "".join(brush(line, 7, "#d9f0ee", "out", opacity=0.7) for line in ("900 908; 894 960; 898 1030", "1012 908; 1020 970; 1014 1030", "950 914; 948 960; 952 1000"))
    return shadow(picture, 956, 1034, 100, 18, 0.5) + pail + spill + stroke("898 898; 956 850; 1014 898", "#8a8a84", 4)


def bulb() -> str:
    """Returns the bare bulb on its flex."""
    return stroke(f"{BULB_X} -20; {BULB_X + 2} 90; {BULB_X} 170", "#0d161d", 5) + box(BULB_X - 11, 164, 22, 26, "#1c2228", 4) + ellipse(BULB_X, 208, 22, 27, "#fff4d6") + ellipse(BULB_X, 208, 9, 12, "#fffdf2")


def _near(picture: Picture) -> None:
    door = form(picture, "-40 -40!; 84 -40!; 70 1120!; -40 1120!", picture.linear((-40, 0), (90, 0), (0, "#0c161e", 1), (0.8, "#1c2a30", 1), (1, "#5a5040", 1)), rims=(Rim(4, 0, "#d99a5c", 0.7, 1.5),)) + disc(54, 600, 13, "#8a6a48")
    veil = box(1010, -16, 930, 1112, picture.linear((1010, 0), (1936, 0), (0, "#0c161e", 0), (1, "#0c161e", 0.75)))
    shoe = form(picture, "-84 0!; -88 -34; -80 -62!; -34 -56!; -20 -34; 30 -26; 78 -12; 92 4; 90 18!; -86 18!", picture.linear((-90, 0), (92, 0), (0, "#fff2da", 1), (0.5, "#cfd0c4", 1), (1, "#7f8c8e", 1)), shape("-78 -58!; -38 -52!; -46 -38; -72 -40", "#4a4a52"), *(stroke(f"{-30 + k * 13} {-36 + k * 4}; {-12 + k * 13} {-24 + k * 4}", "#8a8a8c", 3.5) for k in range(3)), box(-90, 8, 190, 12, "#6a5a54"), rims=(Rim(-3, -4, "#fff6e6", 0.9, 1.2),))
    floaters = "".join(ellipse(x, y + 22, 120, 9, "#d9e6dc", opacity=0.3) + picture.stamp(x, y, 0.9, shoe, turn=turn, flip=flip) for x, y, turn, flip in ((1180, 1020, 8, False), (236, 1044, -6, True)))
    picture.add("near", veil, group(door, filter=picture.blur(4, 0.03)), floaters, haze(picture, 900, 180, "#6a9a9c", 0.14))
