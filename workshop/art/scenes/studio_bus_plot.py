"""The studio bus in the thaw: a stage plot in pencil on a drawing board, Teo holding the pencil out, chairs still to be drawn."""

from __future__ import annotations

import random

from workshop.art.bodies import SLATE, TEAL, behind, mika_back, side, sleeve
from workshop.art.brush import brush, limb
from workshop.art.heads import teo
from workshop.art.light import Rim, cone, dust, form, glow, lamplight, rising, shadow, steam, warm
from workshop.art.palette import CLAY
from workshop.art.people import FAIR, pinch, placed
from workshop.art.places import falling
from workshop.art.scenes.studio_bus import eggs, lower_wall, roof, slot
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

LAMP_X, LAMP_Y = 706, 300
EDGE = (Rim(6, -4, "#ffc98c", 0.95, 1.6), Rim(-5, -3, "#a9c0e8", 0.8, 1.3))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(42)
    _far(picture, chance)
    picture.add("mid", _board(picture), _lamp(picture), _teo(picture), _mika(picture), _table(picture))
    picture.add("light", lamplight(picture, LAMP_X, LAMP_Y + 30, 620, 0.27), cone(picture, "640 306!; 772 306!; 900 820!; 500 820!", 306, 820, "#e8842c", 0.24, 12), glow(picture, LAMP_X, LAMP_Y + 10, 120, "#ffb860", 0.44), glow(picture, 250, 320, 330, "#6a84c0", 0.2), rising(steam(picture, 627, 850, 130, 0.24, 15), steam(picture, 717, 850, 120, 0.2, 14, 0.1)), dust(chance, 24, (540, 880), (340, 760)))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#3a4676", 1), (0.26, "#4c4470", 1), (0.37, "#664a68", 1), (0.5, "#443c6a", 1), (1, "#1a1d48", 1)))
    picture.add("far", roof(picture), _window(picture, chance, 60, 330), _window(picture, chance, 1170, 330), _window(picture, chance, 1560, 330), warm(picture, LAMP_X, LAMP_Y + 40, 540, 0.85), eggs(picture, 414, 136, 88, 390, 1), eggs(picture, 960, 136, 176, 390, 1), lower_wall(picture), slot(picture))


def _window(picture: Picture, chance: random.Random, x: float, wide: float) -> str:
    """A bus window on a field in thaw: water, fence posts, a sky that means it."""
    y, high = 150, 356
    sky = picture.linear((0, y), (0, y + high), (0, "#6f8cc4", 1), (0.4, "#a3b4d8", 1), (0.66, "#e3cfd0", 1), (0.8, "#ffdcb4", 1), (1, "#e6c4b4", 1))
    field = shape(f"{x - 10} {y + 270}; {x + wide * 0.3} {y + 258}; {x + wide * 0.7} {y + 272}; {x + wide + 10} {y + 262}; {x + wide + 10} {y + 370}!; {x - 10} {y + 370}!", picture.linear((0, y + 260), (0, y + 360), (0, "#8a8ca0", 1), (1, "#54608c", 1)))
    water = "".join(shape(f"{x + a} {y + b}; {x + a + w * 0.5} {y + b - 7}; {x + a + w} {y + b}; {x + a + w * 0.5} {y + b + 9}", "#f6dcc4", opacity=0.85) for a, b, w in ((20, 300, 120), (180, 318, 140), (60, 338, 170)))
    snow = "".join(brush(f"{x + a} {y + b}; {x + a + w * 0.5} {y + b - 6}; {x + a + w} {y + b}", 10, "#f0f2fa", "both") for a, b, w in ((150, 282, 110), (10, 322, 60), (250, 344, 80)))
    posts = "".join(box(x + a, y + 244, 5, 40, "#4a5080") for a in range(30, int(wide), 62)) + stroke(f"{x} {y + 256}; {x + wide} {y + 254}", "#4a5080", 2)
    drops = falling(chance, 26, 0, 26, "#ffffff", 2.4, 0.5, (x, y, x + wide, y + 330)) + "".join(ellipse(round(chance.uniform(x + 8, x + wide - 8)), round(chance.uniform(y + 10, y + 340)), 3, 4.4, "#ffffff", opacity=0.6) for _ in range(18))
    frame = box(x - 20, y - 18, wide + 40, high + 40, "#23274e", 44) + box(x - 20, y - 18, wide + 40, high + 40, "none", 44, stroke="#6a78ac", stroke_width=3, opacity=0.6)
    glass = f"{x} {y + 28}; {x + 8} {y + 8}; {x + 30} {y}!; {x + wide - 30} {y}!; {x + wide - 8} {y + 8}; {x + wide} {y + 28}!; {x + wide} {y + high - 28}!; {x + wide - 8} {y + high - 8}; {x + wide - 30} {y + high}!; {x + 30} {y + high}!; {x + 8} {y + high - 8}; {x} {y + high - 28}!"
    split = box(x, y + 88, wide, 9, "#23274e") + box(x, y + 97, wide, 2, "#c4cdf0", opacity=0.6)
    return frame + group(box(x, y, wide, high, sky), field, water, snow, posts, drops, clip_path=picture.clip(glass)) + split


def _board(picture: Picture) -> str:
    """A drawing board propped between the windows, a flattened sheet on it: stage, drums, arrows, a van, a way home, four chairs and two more to be."""
    frame = box(510, 330, 442, 392, picture.linear((510, 0), (952, 0), (0, "#5a3a48", 1), (0.45, "#c9805a", 1), (1, "#5a3c50", 1)), 5)
    slate = box(518, 338, 426, 376, picture.radial(LAMP_X, 330, 460, (0, "#e0a878", 1), (0.4, "#a8745c", 1), (1, "#5a4458", 1))) + flat("534 350!; 926 346!; 930 700!; 530 704!", picture.radial(LAMP_X, 330, 480, (0, "#fff6e2", 1), (0.5, "#f0dcc0", 1), (1, "#b9a0a0", 1))) + stroke("730 348; 732 700", "#c9ae98", 3, opacity=0.7) + stroke("532 524; 928 520", "#c9ae98", 3, opacity=0.7) + "".join(disc(x, y, 6, "#c8604a") for x, y in ((546, 362), (914, 358)))
    chalk = "#4a3a58"
    stage = stroke("560 400!; 760 392!; 772 520!; 552 528!; 560 400!", chalk, 5, opacity=0.85)
    drums = "".join(ellipse(x, y, r, r * 0.9, "none", stroke=chalk, stroke_width=4.5, opacity=0.85) for x, y, r in ((650, 440, 25), (618, 472, 15), (686, 470, 17), (612, 428, 12)))
    amps = stroke("720 424!; 752 422!; 754 448!; 722 450!; 720 424!", chalk, 4, opacity=0.8) + stroke("572 492!; 594 491!; 595 512!; 573 513!; 572 492!", chalk, 4, opacity=0.8)
    van = stroke("812 590!; 812 556!; 836 540!; 896 538!; 898 588!; 812 590!", "#b5523c", 5, opacity=0.9) + "".join(ellipse(x, 594, 9, 9, "none", stroke="#b5523c", stroke_width=4, opacity=0.9) for x in (834, 876))
    way = "".join(stroke(line, "#2f7474", 5, opacity=0.9) for line in ("782 470; 812 476; 836 500", "842 510; 850 524; 852 532", "822 502; 838 504; 846 490")) + stroke("800 636; 740 664; 660 668; 590 650", "#2f7474", 5, stroke_dasharray="16 12", opacity=0.9) + stroke("566 662!; 566 636!; 584 620!; 602 636!; 602 662!; 566 662!", "#b5523c", 5, opacity=0.9)
    chairs = "".join(stroke(f"{x} {596}; {x} 574; {x + 2} 556", chalk, 4.5, opacity=0.85) + stroke(f"{x} 576; {x + 20} 576; {x + 20} 596", chalk, 4.5, opacity=0.85) for x in (570, 612, 654, 696)) + "".join(stroke(f"{x} {596}; {x} 574; {x + 2} 556", chalk, 3, opacity=0.45, stroke_dasharray="5 7") + stroke(f"{x} 576; {x + 20} 576; {x + 20} 596", chalk, 3, opacity=0.45, stroke_dasharray="5 7") for x in (742,))
    list_ = "".join(disc(800, 378 + k * 26, 4, "#b5523c") + stroke(f"816 {378 + k * 26}; {846} {374 + k * 26}; {890 - k * 9} {378 + k * 26}", chalk, 4, opacity=0.75) for k in range(4))
    smear = stroke("806 640; 812 600; 840 602; 846 640; 806 640", chalk, 4, opacity=0.7) + stroke("860 640; 866 620; 872 640", chalk, 4, opacity=0.5)
    ledge = box(500, 720, 462, 14, picture.linear((500, 0), (962, 0), (0, "#5a3a48", 1), (0.45, "#ffca8c", 1), (1, "#5a3c50", 1)), 3)
    return shadow(picture, 730, 760, 260, 20, 0.4) + frame + slate + stage + drums + amps + van + way + chairs + list_ + smear + ledge


def _lamp(picture: Picture) -> str:
    """A clip lamp on the board's edge."""
    return stroke("560 330; 590 276; 660 262", "#241d3c", 8) + stroke("562 326; 592 272; 660 259", "#f0b482", 2) + form(picture, "650 262!; 668 246; 740 246; 770 270!; 776 304!; 636 304!", picture.linear((640, 250), (776, 300), (0, "#d0704a", 1), (0.5, "#8a3c3e", 1), (1, "#4a2438", 1)), brush("662 268; 690 254; 730 256", 7, "#f3a878", opacity=0.8), rims=(Rim(0, 4, "#ffd9a0", 0.9, 1),)) + ellipse(706, 305, 68, 10, "#fff0cc") + ellipse(706, 310, 22, 12, "#fffbe8")


def _teo(picture: Picture) -> str:
    """At the right, sitting on a flight case, one hand out with the pencil for somebody else to take."""
    case = form(picture, "940 830!; 1160 830!; 1160 1080!; 940 1080!", picture.linear((940, 0), (1160, 0), (0, "#6a4a50", 1), (0.4, "#2c2a50", 1), (1, "#171a40", 1)), box(936, 900, 230, 10, "#a88a80", opacity=0.6), box(1020, 890, 40, 30, "#c9a890", 3), rims=(Rim(-4, -4, "#ffca8c", 0.8, 1.2),))
    body = placed(1110, 356, 0.82, side(picture, SLATE, *EDGE, foot=620), flip=True, turn=4)
    thigh = form(picture, limb("1050 850; 930 846; 890 900; 886 1040", (108, 92, 72, 54), 0.3), picture.linear((1080, 0), (870, 0), (0, "#1c2250", 1), (0.6, "#303a6c", 1), (1, "#8a7888", 1)), brush("980 836; 930 840; 900 870", 9, "#171c44", "leaf"), rims=(Rim(-5, -4, "#ffca8c", 0.9, 1.4),)) + form(picture, "846 1036!; 908 1036!; 914 1076!; 812 1076!; 820 1056", "#17152f", rims=(Rim(-4, -4, "#ffca8c", 0.8, 1),))
    phones = stroke("1040 590; 1010 612; 966 606", "#14132e", 13) + form(picture, "954 586; 976 580; 986 604; 972 632; 950 624", "#241b38", rims=(Rim(-4, -3, "#ffd2a0", 0.9, 1),))
    arm = sleeve(picture, "1030 650; 1000 760; 880 740", (92, 82, 56), SLATE, Rim(-5, -5, "#ffd2a0", 0.9, 1.4), creases=("1000 756; 968 774; 940 760", "950 730; 940 750; 944 770"))
    hand = placed(888, 736, 0.66, pinch(picture, FAIR), flip=True, turn=12) + stroke("808 750; 752 722", "#d9a24a", 9) + stroke("752 722; 742 716", "#f6dcb8", 7) + stroke("742 716; 737 713", "#2a1730", 5)
    return shadow(picture, 1030, 1084, 180, 20, 0.5) + case + placed(1080, 340, 0.82, teo(picture), flip=True, turn=6) + body + phones + thigh + arm + hand


def _mika(picture: Picture) -> str:
    body = behind(picture, TEAL, *EDGE, foot=560) + mika_back(picture)
    return placed(330, 616, 0.98, body)


def _table(picture: Picture) -> str:
    """Between them a crate with two mugs and the tea made."""
    crate = form(picture, "560 930!; 790 930!; 800 1090!; 552 1090!", picture.linear((552, 0), (800, 0), (0, "#5a3c4c", 1), (0.6, "#b0705a", 1), (1, "#7a5060", 1)), *(box(552, y, 250, 6, "#2c1f3c", opacity=0.6) for y in (970, 1016, 1060)), rims=(Rim(3, -5, "#ffd9a0", 0.9, 1.2),))
    mugs = "".join(form(picture, f"{x} 860!; {x + 54} 860!; {x + 50} 928!; {x + 4} 928!", picture.linear((x, 0), (x + 54, 0), (0, tone, 1), (1, "#ffe2b8", 1))) + ellipse(x + 27, 860, 27, 7, "#4a2c38") for x, tone in ((600, "#3a5a84"), (690, "#8a4a50")))
    return crate + mugs


def _near(picture: Picture) -> None:
    seat = shape("1240 1110!; 1250 1000; 1300 950; 1440 936; 1580 950; 1640 1000; 1650 1110!", "#191c46") + brush("1256 1000; 1304 954; 1440 941; 1570 952", 6, CLAY, opacity=0.6)
    veil = box(1080, -16, 860, 1112, picture.linear((1080, 0), (1936, 0), (0, "#171a44", 0), (1, "#171a44", 0.6)))
    picture.add("near", veil, group(seat, filter=picture.blur(5, 0.05)))
