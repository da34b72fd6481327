"""Twenty past four, late in the winter: an empty street in the low sun, and on a gate a navy coat, buttoned."""

from __future__ import annotations

import random

from workshop.art.brush import brush, limb
from workshop.art.light import Rim, cast, form, glow, haze
from workshop.art.places import works
from workshop.art.streets import puddle, setts, terrace
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

SUN_X, SUN_Y = 640, 452
VANISH = (640, 520)
IRON = "#23264e"
EDGE = (Rim(5, -4, "#ffd2a0", 0.95, 1.5), Rim(-5, -3, "#8a9cd0", 0.6, 1.2))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(420)
    _far(picture, chance)
    picture.add("mid", _shadows(picture), _clock(picture), _gate(picture), _coat(picture))
    picture.add("light", glow(picture, SUN_X, SUN_Y, 620, "#c87844", 0.3), glow(picture, SUN_X, SUN_Y, 160, "#ffcf90", 0.46), glow(picture, SUN_X, 800, 420, "#b8703c", 0.2, 0.6))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, 560), (0, "#5a6fa8", 1), (0.35, "#8a9cc8", 1), (0.62, "#c4bccc", 1), (0.84, "#f0cdb4", 1), (1, "#ffdca8", 1))
    picture.ground("far", sky)
    clouds = "".join(brush(line, wide, colour, "both", opacity=0.55) for line, wide, colour in (("120 130; 420 100; 760 140; 1040 120", 40, "#dfe0ee"), ("420 250; 640 230; 900 260", 26, "#fbe2cc"), ("-40 230; 120 216; 280 236", 24, "#e9d6d6")))
    picture.add("far", glow(picture, SUN_X, SUN_Y, 460, "#ffe2b0", 0.9), disc(SUN_X, SUN_Y, 34, "#fff8e4"), group(clouds, filter=picture.blur(9, 0.06)))
    picture.add("far", works(picture, 560, 524, 0.34, ((0, "#8a90b8", 1), (1, "#d9bcae", 1)), smoke=None, lights="#fff0d0"), haze(picture, 400, 160, "#ffe6c8", 0.55))
    left = (("#4a4a80", "#38386c"), ("#5a527e", "#45406e"), ("#6a5c82", "#554a74"), ("#80698a", "#665680"), ("#987a8c", "#7c6686"), ("#b08e8e", "#927a8a"))
    right = (("#3a3c74", "#2e2f62"), ("#484680", "#393a70"), ("#585080", "#48447a"), ("#6c5c84", "#584e7c"), ("#86708a", "#6c5c82"), ("#a0868e", "#86728a"))
    road = picture.linear((0, 520), (0, 1100), (0, "#ffdcae", 1), (0.1, "#c9a0a0", 1), (0.35, "#7d74a0", 1), (0.7, "#4c4f88", 1), (1, "#2c2f66", 1))
    picture.add("far", box(-16, 520, 1952, 590, road), setts(chance, 560, 130, ("#ffe0b8", "#a8a4cc", "#e0b8ac")), terrace(VANISH, -1, -230, left, awake=(2,)), terrace(VANISH, 1, 2060, right, awake=(1,)))
    path = ellipse(640, 800, 520, 330, picture.radial(640, 700, 520, (0, "#ffe6c0", 0.7), (0.4, "#f0b890", 0.35), (1, "#f0b890", 0), squash=0.64))
    picture.add("far", path, haze(picture, 470, 190, "#ffd9b0", 0.42, -16, 1952), puddle(picture, 880, 760, 120, 18, ((0, "#f6d2b0", 0.9), (1, "#8a98cc", 0.9))), puddle(picture, 470, 690, 70, 9, ((0, "#ffe2b8", 0.9), (1, "#b0a8cc", 0.9))))


def _clock(picture: Picture) -> str:
    """A round clock on its bracket, over a shut shop."""
    face = disc(930, 330, 40, "#2e2f62") + disc(928, 330, 34, picture.radial(900, 330, 80, (0, "#fff6e2", 1), (1, "#c4b8c4", 1)))
    return stroke("1010 330; 966 330", "#2e2f62", 9) + face + brush("928 330; 938 338; 948 346", 6, "#26264e", "out") + brush("928 330; 942 344; 950 354", 3, "#26264e", "out") + "".join(disc(x, y, 2.4, "#26264e") for x, y in ((928, 301), (957, 330), (928, 359), (899, 330)))


def _shadows(picture: Picture) -> str:
    """What stands against the sun lies long on the setts."""
    bars = "".join(flat(f"{x} 930!; {x + 10} 930!; {x + 10 + (x - 640) * 0.5:.0f} 1110!; {x - 8 + (x - 640) * 0.5:.0f} 1110!", "#2a2c60", opacity=0.5) for x in range(240, 860, 62))
    return group(bars, flat("420 930!; 690 930!; 740 1110!; 330 1110!", "#2a2c60", opacity=0.42), filter=picture.blur(5, 0.04))


def _gate(picture: Picture) -> str:
    """An iron gate between two brick piers, shut."""
    def pier(x: float) -> str:
        brick = picture.linear((x, 0), (x + 96, 0), (0, "#3a3a70", 1), (0.6, "#6a5678", 1), (1, "#e0a888" if x < 500 else "#8a7090", 1))
        courses = "".join(box(x, y, 96, 3, "#2a2a58", opacity=0.5) for y in range(560, 950, 26)) + "".join(box(x + (24 if (y // 26) % 2 else 62), y, 3, 26, "#2a2a58", opacity=0.5) for y in range(560, 930, 26))
        return box(x, 540, 96, 410, brick) + courses + flat(f"{x - 14} 540!; {x + 110} 540!; {x + 100} 512!; {x - 4} 512!", "#8a80a4") + flat(f"{x - 4} 512!; {x + 100} 512!; {x + 48} 478!", "#a894ac")
    bars = "".join(box(x, 556, 10, 374, picture.linear((x, 0), (x + 10, 0), (0, IRON, 1), (0.5, "#3a3a6c", 1), (1, "#e8b48c" if x > 640 else "#c99a88", 1))) + shape(f"{x - 4} 560!; {x + 5} 534!; {x + 14} 560!", IRON) for x in range(240, 860, 62))
    rails = "".join(box(224, y, 650, 15, picture.linear((0, y), (0, y + 15), (0, "#d9a890", 1), (0.3, "#3a3a6c", 1), (1, IRON, 1)), 4) for y in (590, 888))
    curls = "".join(stroke(f"{x} 620; {x + 24} 650; {x + 48} 620", IRON, 6) for x in range(250, 830, 62))
    latch = box(846, 720, 44, 20, "#3a3a6c", 4) + disc(886, 730, 9, "#e8b48c")
    return pier(126) + pier(876) + bars + rails + curls + latch


def _coat(picture: Picture) -> str:
    """Pauli's, brushed, hung by its shoulders over the bars and buttoned to the neck so that the wind would not have it."""
    own = picture.linear((380, 0), (740, 0), (0, "#1c2456", 1), (0.4, "#2a346c", 1), (0.75, "#3f4680", 1), (1, "#b0929c", 1))
    body = form(picture, "552 566; 500 580; 430 606; 402 640; 412 760; 402 880; 396 964!; 470 976; 560 980; 650 976; 724 962!; 716 880; 708 760; 720 640; 690 606; 620 580; 566 566", own, *(brush(line, 12, "#141a48", "leaf", opacity=0.8) for line in ("450 640; 462 780; 448 940", "668 640; 652 780; 668 940", "500 820; 510 900; 504 970", "618 800; 606 880; 616 966")), stroke("560 606; 563 780; 560 978", "#141a48", 5), rims=EDGE)
    left = form(picture, limb("424 626; 380 720; 376 850; 392 900", (86, 84, 74, 66), 0.42), own, brush("352 760; 384 776; 414 766", 9, "#141a48", "leaf"), brush("346 850; 378 864; 408 854", 8, "#141a48", "leaf"), rims=EDGE)
    right = form(picture, limb("696 626; 744 720; 748 850; 732 900", (86, 84, 74, 66), 0.42), own, brush("716 764; 746 778; 776 764", 9, "#141a48", "leaf"), brush("720 850; 748 866; 778 850", 8, "#141a48", "leaf"), rims=EDGE)
    collar = form(picture, "486 590!; 506 548; 560 536; 614 548; 634 590!; 600 624; 562 604; 522 624", "#222a60", brush("506 566; 560 552; 614 566", 9, "#141a48"), rims=EDGE) + shape("486 590!; 522 624; 540 656!; 500 640!; 470 606!", "#2f3a74") + shape("634 590!; 600 624; 580 656!; 622 640!; 652 606!", "#4a4c84")
    buttons = "".join(disc(580, y, 10, "#141a48") + disc(581, y - 1, 8, "#c9a078") + disc(579, y - 3, 2.4, "#fff0d8") for y in (672, 738, 804, 870))
    pockets = "".join(flat(f"{x} 820!; {x + 76} {818 if x < 560 else 824}!; {x + 74} 842!; {x + 2} 844!", "#1c2456") + brush(f"{x} 820; {x + 38} 817; {x + 76} 819", 3, "#8a8cb8") for x in (448, 602))
    paper = shape("606 806!; 640 816; 672 800!; 664 826!; 616 832!", "#fff4de") + shape("624 812!; 640 776!; 654 808!; 640 816!", "#f6e2c4") + stroke("640 776; 640 816", "#c9b094", 2)
    return cast(picture, "400 640!; 720 640!; 740 970!; 390 970!", -14, 14, 10, 0.3, "#1c1e4c") + left + right + body + paper + pockets + buttons + collar


def _near(picture: Picture) -> None:
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#1f2358", 0), (1, "#1f2358", 0.6)))
    snow = shape("-30 1110!; -30 1010; 60 984; 170 1000; 250 1046; 300 1110!", "#c9cbe4", opacity=0.9) + brush("-30 1010; 60 986; 170 1002; 250 1048", 10, "#ffe6cc", opacity=0.8)
    drip = "".join(ellipse(x, y, 4, 7, "#fff2de", opacity=0.8) for x, y in ((186, 470), (210, 560), (930, 460)))
    twig = stroke("1180 -20; 1150 120; 1090 210", "#2a2c5c", 10) + stroke("1150 120; 1220 220; 1230 300", "#2a2c5c", 7) + stroke("1120 170; 1060 190; 1010 260", "#2a2c5c", 5) + "".join(disc(x, y, 6, "#c98a80") for x, y in ((1090, 212), (1012, 262), (1230, 302), (1060, 190), (1200, 196)))
    picture.add("near", veil, group(snow, filter=picture.blur(2.4, 0.03)), group(twig, filter=picture.blur(2.4, 0.03)), drip)
