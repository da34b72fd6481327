"""Room 14: the same moment from inside and above. Chairs have been carried to the window; Nilu's notes lie under her lamp."""

from __future__ import annotations

import random

from workshop.art.bodies import Cloth, behind, nilu_back, sleeve, stranger
from workshop.art.brush import brush, limb
from workshop.art.light import Rim, cone, dust, form, glow, haze, shadow, warm
from workshop.art.people import BROWN, placed
from workshop.art.places import falling
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

WINDOW = (330, 110, 620, 500)
LAMP_X, LAMP_Y = 196, 440
KNIT = Cloth("#4a2a3c", "#8a4a44", "#e8a87a", "#4a2434")
GREEN = Cloth("#16282e", "#2c4a4a", "#8a8a68", "#12222a")
EDGE = (Rim(5, -4, "#e0b070", 0.8, 1.5), Rim(-5, -4, "#ffb870", 0.85, 1.4))


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(14)
    _far(picture, chance)
    picture.add("mid", _blind(picture), _desk(picture), _neighbour(picture), _chair(picture, 640, 700, 0.84), _nilu(picture), _ironing(picture))
    picture.add("light", glow(picture, LAMP_X, LAMP_Y + 20, 460, "#c8602e", 0.3), glow(picture, LAMP_X, LAMP_Y + 20, 110, "#ffc070", 0.45), cone(picture, "150 462!; 246 470!; 470 860!; 40 850!", 462, 860, "#e08838", 0.3, 12), glow(picture, 610, 520, 330, "#8a6a34", 0.22, 0.6), dust(chance, 20, (80, 420), (480, 780)))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#5a4044", 1), (0.12, "#4a3a44", 1), (0.3, "#22303a", 1), (0.6, "#182630", 1), (1, "#0d1620", 1)))
    paper = "".join(ellipse(x, y, 7, 11, "#c9a080", 20, opacity=0.12) for x in range(20, 1300, 74) for y in range(40, 700, 84))
    picture.add("far", warm(picture, LAMP_X, LAMP_Y, 460, 0.85), paper, box(-16, 760, 1952, 350, picture.linear((0, 760), (0, 1096), (0, "#33333c", 1), (0.4, "#1c262e", 1), (1, "#0a131a", 1))), box(-16, 744, 1952, 18, "#101a22", opacity=0.8), _view(picture, chance), _shelf(picture))


def _view(picture: Picture, chance: random.Random) -> str:
    """Down there: a car park, a lorry bed with its sides let down, very small people, two vague lamps, a thin crowd."""
    x, y, wide, high = WINDOW
    sky = picture.linear((0, y), (0, y + 240), (0, "#122430", 1), (0.5, "#25404a", 1), (1, "#5f6a58", 1))
    roofs = flat(f"{x} {y + 260}!; {x} {y + 190}!; {x + 60} {y + 170}!; {x + 90} {y + 190}!; {x + 180} {y + 190}!; {x + 220} {y + 160}!; {x + 270} {y + 190}!; {x + 420} {y + 180}!; {x + 470} {y + 150}!; {x + 520} {y + 186}!; {x + 620} {y + 176}!; {x + 620} {y + 270}!", "#1e333c") + box(x + 500, y + 80, 74, 190, "#223840") + ellipse(x + 537, y + 80, 37, 11, "#2c444a") + "".join(box(x + a, y + b, 8, 10, "#f0b868") for a, b in ((70, 208), (236, 200), (330, 214), (556, 210)))
    ground = flat(f"{x} {y + 250}!; {x + wide} {y + 250}!; {x + wide} {y + high}!; {x} {y + high}!", picture.linear((0, y + 250), (0, y + high), (0, "#4a524a", 1), (0.5, "#2a3a40", 1), (1, "#16242c", 1)))
    bays = "".join(stroke(f"{x + 40 + k * 76} {y + 280}; {x + 10 + k * 84} {y + 350}", "#b9b8a0", 3, opacity=0.35) for k in range(8)) + "".join(stroke(f"{x - 30 + k * 96} {y + 430}; {x - 80 + k * 110} {y + 520}", "#b9b8a0", 4, opacity=0.3) for k in range(8))
    pool = ellipse(x + 290, y + 350, 230, 62, picture.radial(x + 290, y + 350, 230, (0, "#f0c078", 0.7), (0.5, "#a8824c", 0.35), (1, "#5a5a48", 0), squash=0.27))
    lorry = flat(f"{x + 180} {y + 300}!; {x + 400} {y + 300}!; {x + 424} {y + 352}!; {x + 156} {y + 352}!", picture.linear((x + 156, 0), (x + 424, 0), (0, "#8a6a44", 1), (0.5, "#d9a868", 1), (1, "#6a5640", 1))) + flat(f"{x + 156} {y + 352}!; {x + 424} {y + 352}!; {x + 424} {y + 366}!; {x + 156} {y + 366}!", "#1a2428") + flat(f"{x + 404} {y + 352}!; {x + 404} {y + 286}!; {x + 456} {y + 286}!; {x + 470} {y + 318}!; {x + 470} {y + 366}!; {x + 424} {y + 366}!", "#243238") + "".join(disc(x + a, y + 368, 11, "#0d161c") for a in (186, 214, 440))
    band = "".join(shape(f"{x + a - 8} {y + b}!; {x + a - 9} {y + b - 20}; {x + a - 4} {y + b - 28}; {x + a - 5} {y + b - 36}; {x + a} {y + b - 41}; {x + a + 5} {y + b - 36}; {x + a + 4} {y + b - 28}; {x + a + 9} {y + b - 20}; {x + a + 8} {y + b}!", tone) + brush(f"{x + a + 4} {y + b - 38}; {x + a + 8} {y + b - 20}; {x + a + 8} {y + b}", 3, "#ffdca0", opacity=0.8) for a, b, tone in ((230, 334, "#232a48"), (330, 334, "#7a3a2c"), (286, 346, "#2a5058"))) + "".join(ellipse(x + a, y + b, 11, 4, "#e0a868") for a, b in ((268, 330), (306, 328), (290, 340)))
    lamps = "".join(stroke(f"{x + a} {y + 366}; {x + a} {y + 320}", "#141e22", 3) + box(x + a - 9, y + 310, 18, 12, "#e8bc7c", 2) + glow(picture, x + a, y + 316, 54, "#f0b060", 0.5) for a in (140, 440))
    crowd = "".join(ellipse(round(x + 150 + chance.uniform(0, 280)), round(y + 392 + chance.uniform(0, 42)), 7, 9, chance.choice(("#17242c", "#22323a", "#101b22"))) for _ in range(30))
    rain = falling(chance, 60, 4, 16, "#d9dcc8", 1.8, 0.35, (x, y, x + wide, y + high))
    drops = "".join(disc(round(chance.uniform(x, x + wide)), round(chance.uniform(y, y + high)), round(chance.uniform(1.6, 4), 1), "#e6e4d0", opacity=0.3) for _ in range(50))
    view = box(x, y, wide, high, sky) + haze(picture, y + 90, 170, "#8a8460", 0.35, x, wide) + roofs + ground + bays + pool + lorry + band + lamps + crowd + rain + drops + flat(f"{x} {y}!; {x + 90} {y}!; {x} {y + 200}!", "#ffb870", opacity=0.12)
    frame = box(x - 26, y - 26, wide + 52, high + 52, "#16222a") + box(x - 26, y - 26, 5, high + 52, "#d98a58", opacity=0.7)
    bars = box(x + wide / 2 - 7, y, 14, high, "#16222a") + box(x, y + high * 0.34, wide, 9, "#16222a")
    sill = box(x - 44, y + high + 20, wide + 88, 26, picture.linear((x - 44, 0), (x + wide, 0), (0, "#c98a5c", 1), (0.3, "#5a5450", 1), (1, "#26343a", 1)))
    return frame + group(view, clip_path=picture.clip(f"{x} {y}!; {x + wide} {y}!; {x + wide} {y + high}!; {x} {y + high}!")) + bars + sill


def _shelf(picture: Picture) -> str:
    """Over the desk: books on cold, and an exam timetable with a ring round one day."""
    sheet = flat("52 180!; 222 172!; 230 330!; 58 338!", picture.linear((52, 0), (230, 0), (0, "#ffe6c0", 1), (1, "#d9b898", 1))) + "".join(stroke(f"{68 + c * 40} {204 + r * 30}; {94 + c * 40} {203 + r * 30}", "#8a6a60", 4, opacity=0.7) for r in range(4) for c in range(4)) + ellipse(162, 262, 26, 17, "none", -8, stroke="#c8503c", stroke_width=4)
    return sheet + disc(136, 178, 6, "#c8503c")


def _blind(picture: Picture) -> str:
    """Half down, and the cord still swinging."""
    x, y, wide, _ = WINDOW
    cloth = picture.linear((x, 0), (x + wide, 0), (0, "#b98a68", 1), (0.3, "#6a625a", 1), (1, "#33434a", 1))
    slats = "".join(box(x - 6, y - 6 + k * 17, wide + 12, 13, cloth) + box(x - 6, y - 6 + k * 17, wide + 12, 3, "#e8c8a0", opacity=round(0.5 - k * 0.02, 2)) for k in range(9))
    return box(x - 16, y - 26, wide + 32, 24, "#4a4a48", 6) + slats + box(x - 8, y + 150, wide + 16, 12, "#5a5450", 4) + stroke(f"{x + wide + 42} {y - 6}; {x + wide + 48} {y + 160}; {x + wide + 44} {y + 304}", "#c9b090", 3) + ellipse(x + wide + 44, y + 312, 7, 11, "#c9b090")


def _desk(picture: Picture) -> str:
    top = form(picture, "-30 700!; 420 690!; 470 760!; -30 780!", picture.radial(196, 720, 360, (0, "#ffd9a0", 1), (0.4, "#c07a54", 1), (1, "#4a3440", 1), squash=0.4)) + flat("-30 780!; 470 760!; 466 800!; -30 822!", "#3a2830") + flat("400 796!; 440 794!; 436 1110!; 410 1110!", "#1c1a22")
    lamp = stroke("90 720; 70 600; 150 500; 196 440", "#26202a", 9) + stroke("93 720; 74 602; 153 504; 198 444", "#e8a468", 2.5) + form(picture, "140 420!; 190 396; 250 420; 276 470!; 134 466!", picture.linear((134, 400), (276, 470), (0, "#5a8a80", 1), (0.6, "#2f5656", 1), (1, "#1c343a", 1)), brush("152 420; 190 402; 230 416", 7, "#a9d0c4", opacity=0.7)) + ellipse(205, 468, 68, 10, "#fff0cc") + ellipse(90, 724, 50, 10, "#26202a")
    book = flat("130 706!; 240 700!; 254 750!; 132 758!", "#fff2da") + flat("240 700!; 340 704!; 366 752!; 254 750!", "#efd9b8") + "".join(stroke(f"{146 + k} {716 + k * 11}; {226 + k * 3} {712 + k * 11}", "#8a6a60", 3, opacity=0.7) + stroke(f"{260 + k * 3} {714 + k * 10}; {330 + k * 5} {714 + k * 10}", "#8a6a60", 3, opacity=0.7) for k in range(4))
    marks = flat("20 716!; 104 712!; 110 762!; 18 768!", "#fff6e4") + "".join(stroke(f"34 {730 + k * 11}; 56 {728 + k * 11}", "#6a4a58", 3) + stroke(f"{74} {729 + k * 11}; {92} {727 + k * 11}", "#c8503c", 4) for k in range(3)) + stroke("112 742; 176 774", "#f2c14e", 7) + stroke("176 774; 184 778", "#2a1730", 5)
    mug = form(picture, "352 650!; 406 648!; 402 706!; 358 708!", picture.linear((352, 0), (406, 0), (0, "#e8a878", 1), (0.5, "#5a6a70", 1), (1, "#22343a", 1))) + ellipse(379, 650, 27, 7, "#3a2a2c")
    return shadow(picture, 200, 1040, 330, 40, 0.5) + top + book + marks + mug + lamp


def _chair(picture: Picture, x: float, y: float, size: float) -> str:
    """A kitchen chair from behind."""
    wood = picture.linear((-110, 0), (110, 0), (0, "#b9784c", 1), (0.3, "#5a4440", 1), (1, "#26323a", 1))
    back = form(picture, "-108 0!; -92 -22; 0 -32; 92 -22; 108 0!; 104 44!; -104 44!", wood, rims=EDGE[1:]) + "".join(box(k * 42 - 7, 40, 14, 210, wood, 4) for k in (-2, -1, 0, 1, 2)) + box(-112, 240, 224, 30, wood, 6) + "".join(box(k, 264, 18, 240, wood) for k in (-108, 90))
    return placed(x, y, size, back)


def _neighbour(picture: Picture) -> str:
    """The woman from 12, arms on the sill, grey plait wound up, a shawl."""
    wound = stranger("-74 -70; -84 -126; -72 -180; -32 -212; 14 -214; 56 -194; 82 -138; 76 -72; 40 -40; 0 -34; -44 -40", "#5a5660", BROWN, brush("-60 -150; 0 -186; 60 -150", 12, "#8a8488", "leaf"), brush("-66 -110; 0 -150; 66 -110", 12, "#787480", "leaf"), brush("-58 -80; 0 -116; 58 -80", 10, "#6a6672", "leaf"))
    body = behind(picture, GREEN, *EDGE, foot=460, arms=False) + "".join(sleeve(picture, line, (98, 86, 58), GREEN, *EDGE) for line in ("120 70; 186 210; 150 360", "-120 70; -186 210; -150 360"))
    return placed(452, 570, 0.62, body, wound(picture), turn=3) + _chair(picture, 446, 706, 0.84)


def _nilu(picture: Picture) -> str:
    """Standing, one hand on the cord, not pulling."""
    body = behind(picture, KNIT, *EDGE, foot=480, arms=False) + "".join(brush(f"{x} 70; {x * 1.02:.0f} 260; {x} 460", 6, KNIT.fold, opacity=0.5) for x in (-100, -60, -20, 20, 60, 100))
    raised = sleeve(picture, "118 66; 214 60; 250 -90", (100, 88, 58), KNIT, *EDGE, creases=("200 90; 222 56; 214 30",)) + form(picture, limb("246 -78; 254 -120; 248 -146", (42, 38, 28), 0.3), BROWN.shade, rims=(Rim(-4, -3, BROWN.lit, 0.9, 1),))
    hanging = sleeve(picture, "-120 66; -180 220; -160 390", (100, 88, 58), KNIT, *EDGE, creases=("-206 220; -176 240; -146 232",)) + form(picture, limb("-162 380; -158 420; -150 446", (42, 38, 28), 0.3), BROWN.shade, rims=(Rim(-4, -3, BROWN.lit, 0.9, 1),))
    trousers = flat("-140 460!; 140 460!; 132 900!; 12 900!; 0 560!; -12 900!; -132 900!", picture.linear((-140, 0), (140, 0), (0, "#6a4a4c", 1), (0.3, "#232c44", 1), (1, "#1a2434", 1)))
    return shadow(picture, 840, 1080, 170, 22, 0.5) + placed(826, 530, 0.68, trousers, hanging, body, raised, nilu_back(picture))


def _ironing(picture: Picture) -> str:
    """An ironing board that somebody had been dancing with, left standing where he stopped."""
    board = form(picture, "1010 700!; 1260 690; 1320 706; 1330 722; 1270 734; 1010 736!", picture.linear((1010, 0), (1330, 0), (0, "#8a8a7c", 1), (0.4, "#4a5a60", 1), (1, "#1c2c34", 1)), *(brush(f"{x} 704; {x + 10} 716; {x + 4} 730", 5, "#c97a60", opacity=0.5) for x in range(1030, 1300, 44)), rims=(Rim(-4, -4, "#d9a070", 0.7, 1),))
    return stroke("1070 734; 1220 1040", "#26343a", 11) + stroke("1220 734; 1070 1040", "#1c2a30", 11) + board


def _near(picture: Picture) -> None:
    veil = box(1020, -16, 920, 1112, picture.linear((1020, 0), (1936, 0), (0, "#0a131a", 0), (1, "#0a131a", 0.74)))
    curtain = form(picture, "-40 -40!; 44 -40!; 30 200; 50 420; 24 640; 40 860; 10 1120!; -40 1120!", picture.linear((-40, 0), (50, 0), (0, "#101a20", 1), (1, "#6a4438", 1)), rims=(Rim(4, 0, "#e09a60", 0.7, 1.5),))
    picture.add("near", veil, group(curtain, filter=picture.blur(4, 0.03)))
