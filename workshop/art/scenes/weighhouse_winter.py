"""The winter supper seen from indoors: Hedda in the doorway with a warm tub, and Sana outside in the light of the snow."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, PLUM, SHIRT, TEAL, WARM, behind, mika_back, side, sleeve, standing
from workshop.art.brush import brush, limb
from workshop.art.heads import hedda, sana
from workshop.art.light import Rim, cone, dust, form, glow, haze, lamplight, rising, shadow, steam, warm
from workshop.art.people import FAIR, OLIVE, placed
from workshop.art.places import boards, breath, dial, flakes, masonry, stars, timber, works
from workshop.art.props import bowl, pendant, wire
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

DOOR = (470, 196, 410, 660)
LAMP_X, LAMP_Y = 250, 250
FLOOR = 856
WALL = ((0, "#4a3054", 1), (0.14, "#6a4056", 1), (0.3, "#3c2c54", 1), (0.55, "#211f48", 1), (1, "#12132f", 1))
WOOD = ((0, "#4a2c48", 1), (0.16, "#6a3c48", 1), (0.4, "#241d42", 1), (1, "#101130", 1))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(25)
    _far(picture, chance)
    picture.add("mid", _sana(picture), _frame(picture), _leaf(picture), _hedda(picture), pendant(picture, LAMP_X, LAMP_Y, 150), _mika(picture))
    _light(picture, chance)
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y + 80, 560, 0.9), masonry(25, FLOOR, "#ffb47a", "#12122f", 0, 1000), timber(picture, (50, 940, 1400), FLOOR, WOOD, "#d98b6a", LAMP_X), dial(picture, 1130, 250, 120, needle=300, at=(-0.9, 0.1)))
    picture.add("far", boards(picture, FLOOR, ((0, "#5a3a54", 1), (0.3, "#332850", 1), (1, "#111130", 1)), "#14122e", middle=500), ellipse(300, 960, 560, 130, picture.radial(300, 960, 560, (0, "#d98a5c", 0.5), (0.6, "#7a4a58", 0.2), (1, "#4a2a50", 0), squash=0.24)))
    picture.add("far", _outside(picture, chance), flat("470 856!; 880 856!; 1000 1100!; 330 1100!", picture.linear((0, 856), (0, 1090), (0, "#a9c4f0", 0.6), (1, "#8fb0ee", 0))))


def _outside(picture: Picture, chance: random.Random) -> str:
    x, y, wide, high = DOOR
    sky = picture.linear((0, y), (0, y + high), (0, "#16225a", 1), (0.34, "#2f4c92", 1), (0.62, "#6b8cc8", 1), (0.8, "#b4c6e6", 1), (1, "#dbe4f4", 1))
    ground = shape(f"{x - 10} 720; {x + 120} 700; {x + 260} 712; {x + 430} 694; {x + 430} 880!; {x - 10} 880!", picture.linear((0, 690), (0, 870), (0, "#c9d9f2", 1), (1, "#8ba6dc", 1)))
    prints = "".join(ellipse(px, py, w, h, "#6f8cca", 12, opacity=0.8) for px, py, w, h in ((640, 722, 7, 2.6), (660, 732, 8, 3), (644, 744, 9, 3.4), (670, 760, 11, 4), (648, 782, 13, 5)))
    lamp = stroke("820 716; 822 470; 806 440; 786 440", "#24346e", 7) + ellipse(784, 446, 14, 6, "#fff2d4") + glow(picture, 784, 452, 110, "#ffd9a0", 0.6)
    stone = ((0, "#27387a", 1), (1, "#6f86c4", 1))
    parts = box(x, y, wide, high, sky) + stars(chance, 0, 1, 1) + works(picture, 510, 712, 0.6, stone, smoke="#93a8da") + haze(picture, 600, 150, "#cfdcf2", 0.6, x, wide) + ground + prints + lamp + flakes(chance, 90, "#ffffff", (1.4, 3.6), 0.9, (x, y, x + wide, y + high))
    return group(parts, clip_path=picture.clip(f"{x} {y}!; {x + wide} {y}!; {x + wide} {y + high}!; {x} {y + high}!"))


def _sana(picture: Picture) -> str:
    """Outside, her bass on her back, snow on her hair; the room's light reaches her face."""
    edges = (Rim(6, -3, "#ffc488", 0.95, 1.5), Rim(-6, -4, "#e4eefc", 0.85, 1.2))
    bag = form(picture, "-40 210; 0 180; 30 220; 40 320; 60 420; 70 540; 40 640; -20 660; -70 630; -86 540; -70 430; -60 320", "#1c2450", brush("-20 240; -30 400; -20 600", 8, "#12183c"), rims=(Rim(-6, -4, "#cfdcf6", 0.8, 1.2),))
    body = standing(picture, JEANS, 650, 980, *edges, stride=20) + side(picture, SHIRT, *edges, foot=660)
    arm = sleeve(picture, "76 360; 84 500; 150 574", (92, 82, 56), SHIRT, *edges, creases=("60 500; 96 520; 130 500", "90 560; 120 570; 140 550"))
    strap = brush("40 290; 70 340; 60 440; 10 520", 16, "#12183c", "even")
    bowl_ = form(picture, "126 548!; 246 548!; 238 586; 214 612!; 158 612!; 134 586", picture.linear((126, 0), (246, 0), (0, "#3d5472", 1), (0.6, "#8a8aa8", 1), (1, "#ffe2b8", 1)), rims=(Rim(3, -3, "#fff0d4", 0.8, 1),)) + ellipse(186, 548, 60, 15, "#5a6a94") + "".join(disc(a, b, 4, "#ffffff", opacity=0.9) for a, b in ((170, 544), (190, 550), (206, 545)))
    hand = bowl_ + form(picture, limb("140 570; 168 604; 200 612", (38, 36, 24), 0.3), OLIVE.band, brush("150 574; 172 600; 200 606", 8, OLIVE.lit))
    snow = "".join(disc(a, b, r, "#ffffff", opacity=0.9) for a, b, r in ((60, -8, 4), (90, 2, 3), (24, 20, 4), (-4, 70, 3), (110, 8, 3), (40, 300, 5), (10, 330, 4), (60, 290, 4)))
    x, y, wide, high = DOOR
    figure = placed(560, 372, 0.47, bag, body, group(sana(picture, cold="#dfeaff")), strap, arm, hand, snow, flip=False)
    return group(shadow(picture, 600, 852, 120, 16, 0.4, "#3a56a0"), figure, breath(picture, 652, 452, 0.7, 0.55), clip_path=picture.clip(f"{x} {y}!; {x + wide} {y}!; {x + wide} {y + high + 20}!; {x} {y + high + 20}!"))


def _frame(picture: Picture) -> str:
    x, y, wide, high = DOOR
    left = picture.linear((x - 40, 0), (x, 0), (0, "#7a4650", 1), (0.7, "#4a2f4c", 1), (1, "#9fb8ea", 1))
    right = picture.linear((x + wide, 0), (x + wide + 40, 0), (0, "#a9c0ee", 1), (0.2, "#3a3866", 1), (1, "#1f1d42", 1))
    sill = flat(f"{x - 6} {y + high - 8}!; {x + wide + 6} {y + high - 8}!; {x + wide + 24} {y + high + 14}!; {x - 24} {y + high + 14}!", "#5a5486") + brush(f"{x - 10} {y + high - 6}; {x + 160} {y + high - 16}; {x + wide + 10} {y + high - 5}", 16, "#eef4fe", "both")
    return box(x - 40, y - 36, 40, high + 46, left) + box(x + wide, y - 36, 40, high + 46, right) + box(x - 40, y - 40, wide + 80, 42, picture.linear((x, 0), (x + wide, 0), (0, "#7a4650", 1), (1, "#241f46", 1))) + box(x, y, wide, 5, "#9fb8ea", opacity=0.8) + sill


def _leaf(picture: Picture) -> str:
    """The door itself, opened inwards to the right."""
    planks = picture.linear((920, 0), (1090, 0), (0, "#6a6fa8", 1), (0.12, "#35335f", 1), (1, "#1a1a40", 1))
    return flat("916 168!; 1080 112!; 1080 1000!; 916 872!", planks) + "".join(stroke(f"{x} {168 - (x - 916) * 0.34:.0f}; {x} {872 + (x - 916) * 0.78:.0f}", "#12122f", 3, opacity=0.6) for x in (956, 998, 1040)) + flat("916 300!; 1080 262!; 1080 290!; 916 326!", "#191838") + flat("916 690!; 1080 744!; 1080 776!; 916 716!", "#191838") + box(914, 168, 5, 704, "#b9cdf4", opacity=0.85) + disc(934, 530, 9, "#d98f62")


def _hedda(picture: Picture) -> str:
    """Between them, her back to the warm room, the tub held out."""
    edges = (Rim(6, -4, "#ffcf96", 0.9, 1.5), Rim(-5, -3, "#b9cff8", 0.9, 1.2))
    skirt = flat("-24 640!; 166 640!; 190 980!; -40 980!", picture.linear((-40, 0), (190, 0), (0, "#2a2450", 1), (0.6, "#4a3254", 1), (1, "#b9706a", 1))) + "".join(brush(f"{x} 660; {x + dx} 800; {x + dx * 2} 970", 9, "#221c44", "leaf") for x, dx in ((20, -8), (70, 0), (120, 8))) + "".join(form(picture, f"{x} 960!; {x + 60} 960!; {x + 110} 996; {x + 112} 1014!; {x - 6} 1014!", "#191530", rims=edges) for x in (0, 80))
    body = side(picture, PLUM, *edges, foot=660)
    far = sleeve(picture, "90 370; 150 480; 236 470", (80, 74, 52), PLUM, *edges)
    near = sleeve(picture, "66 360; 96 500; 206 516", (98, 90, 60), PLUM, *edges, creases=("70 490; 106 516; 140 496", "150 540; 164 514; 160 490"))
    tub = form(picture, "214 420!; 336 420!; 326 516!; 226 516!", picture.linear((214, 0), (336, 0), (0, "#d9c3a8", 1), (0.5, "#9a88a0", 1), (1, "#6f8cc8", 1)), brush("222 446; 276 452; 330 446", 5, "#6a5a78"), rims=(Rim(-4, -3, "#fff0d4", 0.9, 1),)) + ellipse(275, 418, 66, 14, "#e8e2ea") + form(picture, "206 430; 214 404; 250 392; 300 392; 336 404; 346 430; 330 446; 276 438; 222 446", "#dfe6f4", *(brush(line, 5, "#c8604a", "even", opacity=0.8) for line in ("214 424; 276 414; 338 424", "220 436; 276 428; 334 436")), rims=(Rim(-3, -3, "#ffffff", 0.8, 1),)) + form(picture, "262 398; 248 372; 262 366; 276 384; 290 364; 306 372; 292 398", "#eef2fa", rims=(Rim(-3, -3, "#ffffff", 0.8, 1),))
    hand = form(picture, limb("200 520; 240 522; 268 510", (36, 32, 20), 0.3), OLIVE.band, brush("204 512; 240 512; 266 502", 8, OLIVE.lit)) + form(picture, limb("236 470; 252 486; 262 498", (30, 26, 18), 0.3), OLIVE.shade)
    return shadow(picture, 880, 946, 150, 20, 0.55) + placed(930, 382, 0.56, skirt, far, body, tub, near, hand, hedda(picture), flip=True)


def _mika(picture: Picture) -> str:
    """Nearest, on the platform's edge, sticks down, too far away to have said anything."""
    body = behind(picture, TEAL, *WARM, foot=620, arms=True) + mika_back(picture)
    hands = "".join(form(picture, limb(f"{x} 430; {x * 1.02:.0f} 474; {x * 0.98:.0f} 500", (50, 46, 34), 0.3), FAIR.shade, rims=(Rim(5, -2, FAIR.lit, 0.9, 1),)) for x in (-158, 158))
    sticks = stroke("152 480; 130 620; 116 700", "#2a1a38", 13) + stroke("154 480; 132 620; 118 700", "#e2a66e", 8) + stroke("166 484; 160 620; 152 704", "#2a1a38", 13) + stroke("168 484; 162 620; 154 704", "#e2a66e", 8)
    return placed(206, 620, 0.98, sticks, body, hands, flip=False)


def _light(picture: Picture, chance: random.Random) -> None:
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 30, 640, 0.28), cone(picture, f"{LAMP_X - 70} {LAMP_Y}!; {LAMP_X + 70} {LAMP_Y}!; {LAMP_X + 360} 980!; {LAMP_X - 360} 980!", LAMP_Y, 980, "#e0802c", 0.22, 14), glow(picture, LAMP_X, LAMP_Y + 12, 120, "#ffb860", 0.4))
    picture.add("light", glow(picture, 676, 560, 420, "#4a70c0", 0.22, 1.2), rising(steam(picture, 776, 606, 150, 0.3, 18), steam(picture, 790, 610, 110, 0.2, 14, 0.2)), dust(chance, 22, (120, 520), (300, 780)))


def _near(picture: Picture) -> None:
    table = flat("1060 950!; 1960 920!; 1960 1110!; 980 1110!", picture.linear((980, 0), (1900, 0), (0, "#4a3a5e", 1), (0.4, "#221c44", 1), (1, "#101130", 1))) + brush("980 1108; 1020 1020; 1062 950", 6, "#9fb4e4", opacity=0.7)
    bowls = bowl(picture, 1180, 948, 70, "#3d5472", -1) + bowl(picture, 1400, 962, 76, "#5a3a50", -1) + bowl(picture, 1640, 940, 66, "#2f4060", -1)
    picture.add("near", wire(picture, (-30, 80), 40, (940, 60), 7, 0.5), group(table, bowls, filter=picture.blur(4, 0.05)))
