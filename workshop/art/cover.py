"""The cover: the kit alone under the lamp, a door half rolled up on the blue night, the dial behind."""

from __future__ import annotations

import math
import random

from workshop.art.brush import brush, oval
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, shadow, warm
from workshop.art.palette import AMBER, CLAY, LAMP, MAUVE
from workshop.art.props import chimneys, cymbal, drum, pendant, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke, tag

WIDTH, HEIGHT = 800, 1216
"""The units drawn in: twice the cover's own."""
LAMP_X, LAMP_Y = 548, 420
FLOOR = 862


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the cover as SVG, 400 by 608."""
    picture = Picture(WIDTH // 2, HEIGHT // 2)
    for layer, parts in (("far", _far(picture)), ("mid", _mid(picture)), ("light", _light(picture)), ("near", _near(picture))):
        picture.add(layer, group(*parts, transform="scale(.5)"))
    return picture.text()


def _far(picture: Picture) -> list[str]:
    wall = picture.linear((0, 0), (WIDTH, 0), (0, "#1f2150", 1), (0.5, "#3a2a58", 1), (1, "#3a2650", 1))
    boards = "".join(f"M{x} -32V{FLOOR}" for x in range(16, WIDTH, 58))
    calm = picture.linear((0, -32), (0, 330), (0, "#14153a", 0.95), (0.6, "#17183e", 0.6), (1, "#17183e", 0))
    return [box(-32, -32, WIDTH + 64, HEIGHT + 64, wall), warm(picture, LAMP_X, LAMP_Y + 40, 560, 0.95), tag("path", d=boards, stroke="#14133a", stroke_width=3, opacity=0.35, fill="none"), box(-32, -32, WIDTH + 64, 362, calm), _dial(picture), _door(picture), _floor(picture)]


def _dial(picture: Picture) -> str:
    x, y, radius = 566, 610, 150
    face = picture.radial(LAMP_X - 10, 470, 330, (0, "#d99a70", 1), (0.3, "#b87a70", 1), (0.65, "#74527e", 1), (1, "#3d3a78", 1))
    marks = "".join("M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*(v for reach in (0.8, 0.93) for v in (x + radius * reach * math.cos(a), y + radius * reach * math.sin(a)))) for a in (math.radians(130 + 14 * k) for k in range(21)))
    needle = shape(f"{x + radius * 0.84} {y}!; {x} {y - 6}!; {x - 34} {y - 9}!; {x - 34} {y + 9}!; {x} {y + 6}!", "#241430", transform=f"rotate(236 {x} {y})")
    return group(shadow(picture, x + 4, y + 22, radius + 54, radius + 54, 0.7), disc(x, y, radius + 20, picture.linear((x, y - radius), (x, y + radius), (0, "#d98a58", 1), (0.4, "#33203e", 1), (1, "#2e2a5c", 1))), disc(x, y, radius + 8, "#191736"), disc(x, y, radius, face), tag("path", d=marks, stroke="#2c1838", stroke_width=6, fill="none", opacity=0.75), needle, disc(x, y, 14, "#241430"))


def _door(picture: Picture) -> str:
    left, top, wide, high = 40, 436, 310, 428
    opening = f"{left} {top}!; {left + wide} {top}!; {left + wide} {top + high}!; {left} {top + high}!"
    night = group(chimneys(picture, left, top, wide, high - 60), box(left, top + high - 62, wide, 70, picture.linear((0, top + high - 62), (0, top + high), (0, "#5a5a98", 1), (1, "#3a3c7c", 1))), haze(picture, top + high - 150, 150, MAUVE, 0.5, left, wide), glow(picture, left + 254, top + high - 154, 60, AMBER, 0.7), clip_path=picture.clip(opening))
    slats = picture.linear((left, 0), (left + wide, 0), (0, "#2a2b62", 1), (0.6, "#4a3560", 1), (1, "#9a5652", 1))
    shutter = box(left - 14, 262, wide + 28, top - 262, slats) + "".join(box(left - 14, y, wide + 28, 5, "#15153a", opacity=0.6) + box(left - 14, y + 5, wide + 28, 2, CLAY, opacity=0.3) for y in range(286, top - 10, 36))
    lip = box(left - 14, top - 14, wide + 28, 15, picture.linear((left, 0), (left + wide, 0), (0, "#5a5aa0", 1), (0.5, "#8a6288", 1), (1, "#f0a870", 1)))
    posts = box(left - 16, top, 18, high, "#23245a") + box(left + wide - 2, top, 20, high, picture.linear((left + wide - 2, 0), (left + wide + 18, 0), (0, "#2a2450", 1), (1, "#a0604e", 1)))
    return night + shutter + lip + posts


def _floor(picture: Picture) -> str:
    ground = picture.linear((0, FLOOR), (0, HEIGHT + 32), (0, "#46365f", 1), (0.5, "#2a2450", 1), (1, "#15153a", 1))
    spill = flat(f"44 {FLOOR}; 348 {FLOOR}; 430 {HEIGHT + 40}; -160 {HEIGHT + 40}", picture.linear((0, FLOOR), (0, HEIGHT), (0, "#8c88c8", 0.42), (1, "#8c88c8", 0)))
    rug = ellipse(420, 1092, 400, 104, picture.radial(470, 1060, 420, (0, "#d97c58", 1), (0.4, "#9a4e54", 1), (1, "#40284e", 1), squash=0.3))
    rings = "".join(tag("ellipse", cx=420, cy=1092, rx=400 * k, ry=104 * k, fill="none", stroke=AMBER, stroke_width=7, opacity=0.24) for k in (0.9, 0.74, 0.54))
    return group(box(-32, FLOOR, WIDTH + 64, 400, ground), spill, box(-32, FLOOR - 12, WIDTH + 64, 12, "#1a1640", opacity=0.6), rug, rings)


def _mid(picture: Picture) -> list[str]:
    posts = stand(picture, 168, 664, 1088, 64, 9) + stand(picture, 660, 640, 1080, 64, 9) + stand(picture, 96, 830, 1100, 50, 8)
    side_drums = drum(picture, 616, 884, 100, 25, 168, -0.2, SHELL_BACK) + drum(picture, 196, 894, 96, 24, 72, 0.5) + stand(picture, 196, 986, 1100, 56, 10)
    toms = group(drum(picture, 322, 742, 86, 25, 92, 0.5), transform="rotate(-6 322 780)") + group(drum(picture, 500, 738, 90, 26, 94, 0.1), transform="rotate(6 500 780)")
    plates = cymbal(picture, 166, 668, 150, 31, -9, 0.5) + cymbal(picture, 662, 646, 162, 34, 10, -0.3, rivets=7) + cymbal(picture, 96, 842, 92, 15, 0, 0.4) + cymbal(picture, 96, 830, 92, 15, 0, 0.5)
    sticks = "".join(brush(line, 9, "#7a4440", "even") + brush(line, 4, LAMP, "even") for line in ("548 872; 620 866; 700 852", "556 890; 630 880; 706 874"))
    return [haze(picture, 700, 280, "#c07c97", 0.14, -32, WIDTH + 64), posts, side_drums, sticks, _kick(picture), toms, plates, pendant(picture, LAMP_X, LAMP_Y, 208, -60, "#3c3a58")]


SHELL_BACK = ((0.0, "#d9804c", 1.0), (0.24, "#a04c44", 1.0), (0.55, "#5a2e4a", 1.0), (0.85, "#241f48", 1.0), (1.0, "#33336c", 1.0))


def _kick(picture: Picture) -> str:
    x, y, radius = 412, 964, 166
    hoop = picture.linear((x - radius * 0.6, y + radius), (x + radius * 0.6, y - radius), (0, "#33336c", 1), (0.4, "#5a2e4a", 1), (0.72, "#c9694a", 1), (1, "#ffcf88", 1))
    head = picture.radial(x + 78, y - 128, radius * 2.1, (0, "#ffe0b0", 1), (0.22, "#e5ac80", 1), (0.5, "#a06a7c", 1), (1, "#3d3878", 1))
    inside = form(picture, oval(x, y, radius - 6, radius - 6), head, disc(x - 10, y + 12, 58, "#7a4058", opacity=0.22), rims=(Rim(-7, 8, "#2a1738", 0.4, 7),))
    hole = form(picture, oval(x + 66, y + 74, 34, 36), "#22122f", rims=(Rim(-3, 3, CLAY, 0.9, 1),))
    claws = "".join(ellipse(round(x + (radius + 5) * math.cos(a)), round(y + (radius + 5) * math.sin(a)), 9, 9, "#ffe0ae", opacity=0.85) for a in (math.radians(22 + 45 * k) for k in range(8)))
    legs = stroke(f"{x - 130} {y + 100}; {x - 176} {y + 176}", "#1a183c", 10) + stroke(f"{x + 130} {y + 100}; {x + 176} {y + 176}", "#1a183c", 10) + stroke(f"{x + 133} {y + 98}; {x + 179} {y + 174}", "#e09a66", 2.5)
    return shadow(picture, x, y + radius + 4, 230, 34, 0.65) + legs + disc(x, y, radius + 14, hoop) + disc(x, y, radius, "#1a1838") + inside + hole + claws


def _light(picture: Picture) -> list[str]:
    chance = random.Random(12)
    return [
        lamplight(picture, LAMP_X, LAMP_Y + 20, 760, 0.3), cone(picture, f"{LAMP_X - 98} {LAMP_Y}!; {LAMP_X + 98} {LAMP_Y}!; {LAMP_X + 330} 1120!; {LAMP_X - 370} 1120!", LAMP_Y, 1120, "#e0802c", 0.26, 18),
        glow(picture, LAMP_X, LAMP_Y + 12, 130, "#ffb860", 0.38), dust(chance, 34, (250, 780), (470, 1080)),
    ]


def _near(picture: Picture) -> list[str]:
    return [box(-32, 1040, WIDTH + 64, 210, picture.linear((0, 1040), (0, 1240), (0, "#101029", 0), (1, "#101029", 0.75)))]
