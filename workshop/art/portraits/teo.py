"""Draws Teo, fifty-two: a grey crop and beard, headphones round the neck, a hearing aid that he switches off to listen.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn
from workshop.art.svg import box, disc, ellipse, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting
    from workshop.art.svg import Knot

PAINT = Paint(
    lit="#eab78c",
    band="#c7684c",
    shade="#6d4258",
    deep="#3e2543",
    bounce="#83668a",
    white="#e6cdb4",
    iris="#5a6a72",
    lip="#b06258",
    ink="#241428",
    hair="#6d6478",
    hair_lit="#e6d6c4",
    hair_back="#4a4462",
    cloth="#3c4468",
    cloth_lit="#a09aa0",
    cloth_dark="#23284c",
    key="#fbc486",
    middle="#8f5f62",
    night="#272a52",
    rim="#a9c0f0",
)
SKULL = Skull(
    widths=(
        (-190, 62),
        (-150, 100),
        (-100, 116),
        (-50, 119),
        (0, 117),
        (40, 119),
        (80, 112),
        (112, 104),
        (142, 90),
        (164, 70),
        (178, 44),
        (184, 10),
    ),
    profile=((-190, -66), (-140, -26), (-90, -8), (-40, 9), (-4, -7), (40, 1), (100, 4), (132, 2), (158, 8), (184, -4)),
    jaw=((34, 180, -12), (72, 168, -34), (104, 138, -62), (112, 98, -84), (112, 40, -94), (107, -30, -98), (100, -110, -92)),
    bow=100,
    socket=14,
    cheek=9,
    cheek_at=(68, 42),
    flatness=2.4,
)
FEATURES = Features(
    eyes=Eyes(inner=24, outer=74, slant=6, upper=15, lower=8, iris=12, fold=6, lash=4.5),
    mouth=Mouth(v=114, half=33, upper=5, lower=10),
    nose=Nose(bridge=9, middle=30, tip=44, tip_v=66, wing=37, wing_v=63, base=79, bend=(2, -2), crook=(3, 4)),
    cut=Cut(temple=64, cheek=86, cheek_v=24, jaw=64, chin=184, hollow=0.18),
    brow="16 -27; 38 -35; 64 -36; 92 -24",
    brow_width=17,
    ear=(109, 0, -88, 1.2),
)
MOODS = {
    "open": replace(OPEN, lid=0.74, low=0.4, brow=(-5, -6, 0), corners=(-7, -6), roll=2, yaw=4),
    "guarded": replace(GUARDED, lid=0.6, low=0.35, brow=(5, 3, 2), gaze=(6, 2)),
    "hurt": replace(HURT, lid=0.44, roll=-5, gaze=(-2, 10)),
    "glad": replace(GLAD, lid=0.3, low=0.95, brow=(-6, -8, -1), corners=(-13, -11), smile=0.8, roll=-5),
}
CROP = """
    222 214!; 214 190; 222 152; 244 124; 278 106; 320 94; 370 90; 420 102; 464 134; 490 184; 500 240; 492 300; 478 352; 462 384!;
    448 352; 442 304!; 430 276; 412 272!; 408 306; 402 336!; 390 306; 392 268; 386 230; 372 196!; 340 168; 300 172; 258 190
"""
STROKES = (
    ("250 140; 240 168; 236 196", 9), ("276 120; 260 150; 258 184", 9), ("306 106; 292 136; 288 166", 10), ("340 98; 330 130; 328 160", 10), ("372 98; 372 136; 376 176", 10),
    ("404 104; 414 150; 412 200", 10), ("434 122; 448 170; 444 226", 10), ("462 150; 474 204; 466 262", 9), ("484 200; 488 254; 478 312", 8), ("420 212; 424 246; 420 272", 8),
)  # fmt: skip


def _bristle(sitting: Sitting) -> list[Knot]:
    """Returns the lower contour of the beard, which stands out below jaw and chin."""
    far, near = sitting.head.far_side(), sitting.head.near_side()
    low = [(x - 1, y + 6 + 2.4 * k, c) for k, (x, y, c) in enumerate(far[-9:-1:2])]
    under = [(x, y + 24 - 4 * k, c) for k, (x, y, c) in enumerate(near[:4])]
    return [*low, *under]


def hair(sitting: Sitting) -> str:
    """Returns a grey crop that has gone back at the temples, the beard's edge, and the hearing aid behind the ear."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    share = 1.0 if sitting.lit else 0.6
    ramp = picture.linear(
        (214, 160),
        (500, 260),
        (0, mix(paint.hair, paint.hair_lit, 0.9 * share), 1),
        (0.3, mix(paint.hair, paint.hair_lit, 0.5 * share), 1),
        (0.6, paint.hair, 1),
        (1, paint.hair_back, 1),
    )
    glint = picture.linear((400, 330), (500, 190), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    cast = shape(
        carried("220 224!; 260 204; 310 184; 344 184; 376 212; 388 280; 396 340!; 420 300; 400 200; 300 140"), paint.shade, opacity=0.36
    )
    dark = [brush(carried(line), width, paint.hair_back, "leaf", opacity=0.5) for line, width in STROKES]
    pale = [
        brush([(x - 6, y, c) for x, y, c in carried(line)], width * 0.5, paint.hair_lit, "leaf", opacity=0.75 * share)
        for line, width in STROKES[:6]
    ]
    crop = form(picture, carried(CROP), ramp, *dark, *pale, rims=(Rim(7, -4, glint),))
    return group(cast, clip_path=picture.clip(sitting.head.outline())) + crop + _fringe(sitting) + _aid(sitting)


def _fringe(sitting: Sitting) -> str:
    """Returns the beard's own edge: a short uneven hem below jaw and chin, lit towards the key."""
    paint, edge = sitting.paint, _bristle(sitting)
    share = 1.0 if sitting.lit else 0.55
    low: list[Knot] = []
    for k in range((len(edge) - 1) * 4 + 1):
        at = k / 4
        (x0, y0, _), (x1, y1, _) = edge[int(at)], edge[min(len(edge) - 1, int(at) + 1)]
        low.append((x0 + (x1 - x0) * (at % 1), y0 + (y1 - y0) * (at % 1) + (3.5 if k % 2 else -1.5), k % 2 == 1))
    x_far, x_near = low[0][0], low[-1][0]
    stops = (
        (0, mix(paint.hair, paint.hair_lit, share), 1),
        (0.3, mix(paint.hair, paint.hair_lit, 0.6 * share), 1),
        (0.55, paint.hair, 1),
        (1, paint.hair_back, 1),
    )
    ramp = sitting.picture.linear((round(x_far), 0), (round(x_near), 0), *stops)
    return shape([*low, *((x, y - 30, False) for x, y, _ in reversed(low[::2]))], ramp)


def _aid(sitting: Sitting) -> str:
    """Returns the hearing aid: a small shell behind the ear and a clear tube into it."""
    see = sitting.head.turn.see
    shell = [
        see(u, v, z)
        for u, v, z in (
            (112, -30, -112),
            (118, -38, -126),
            (122, -26, -138),
            (122, -2, -142),
            (118, 18, -138),
            (114, 6, -126),
            (112, -12, -116),
        )
    ]
    tube = [see(u, v, z) for u, v, z in ((113, -30, -112), (112, -36, -98), (112, -16, -92), (112, 6, -98))]
    return (
        shape(shell, "#cbbfc4")
        + brush([see(118, -30, -124), see(122, -14, -134), see(120, 8, -136)], 4, "#f4ece4")
        + stroke(tube, "#efe6ea", 3.2, opacity=0.9)
    )


def back_hair(sitting: Sitting) -> str:
    """Returns the back of the crop."""
    return shape(sitting.head.carried("300 130!; 420 104; 480 164; 494 260; 482 340; 460 392!; 420 400; 380 320"), sitting.paint.hair_back)


def marks(sitting: Sitting) -> str:
    """Returns the beard on the skin, and what twenty years of vans have drawn round the eyes."""
    head, paint, picture = sitting.head, sitting.paint, sitting.picture
    rough = picture.rough(0.07, 7, 4)
    x0, x1 = head.on(-90, 120)[0], head.on(112, 120)[0]
    share = 1.0 if sitting.lit else 0.5
    grey = picture.linear(
        (x0, 0),
        (x1, 0),
        (0, mix(paint.hair, paint.hair_lit, share), 1),
        (0.45, mix(paint.hair, paint.hair_lit, 0.7 * share), 1),
        (0.62, paint.hair, 1),
        (1, paint.hair_back, 1),
    )
    beard = shape(
        head.skin(
            "-120 50!; -100 74; -84 92; -58 92; -34 86; -12 80; 6 82; 22 80; 44 86; 62 98; 80 92; 96 62; 112 10!; 130 60; 130 170; 90 210; 0 226; -90 210; -130 120"
        ),
        grey,
    )
    lips = shape(
        head.skin("-32 113; -16 107; 4 106; 22 107; 38 114; 22 123; 2 125; -18 122"),
        mix(paint.shade, paint.lip, 0.5) if not sitting.lit else mix(paint.lit, paint.band, 0.5),
        opacity=0.9,
    )
    chance = random.Random(8)
    hairs = []
    for _ in range(34):
        u, v = chance.uniform(-84, 104), chance.uniform(92, 190)
        if abs(u - 2) < 46 and 96 < v < 134:
            continue
        tone = paint.hair_back if u > 20 or chance.random() < 0.5 else paint.hair_lit
        hairs.append(brush([head.on(u, v - 9), head.on(u - 1, v), head.on(u + 1, v + 10)], 4.4, tone, "leaf", opacity=0.5))
    lines = (
        ("82 -8; 92 -12; 102 -20", 3.4, paint.deep, 0.75), ("84 1; 96 1; 106 -3", 3.2, paint.deep, 0.7), ("82 9; 92 14; 101 15", 3, paint.deep, 0.6),
        ("28 17; 46 27; 68 22", 4, paint.deep, 0.5), ("30 28; 48 37; 68 32", 3, paint.shade, 0.5), ("-42 -80; -8 -85; 30 -80; 56 -74", 3.2, paint.band, 0.65), ("-36 -62; -6 -66; 26 -62", 3, paint.band, 0.6),
        ("4 -34; 8 -22; 6 -12", 3, paint.deep, 0.5), ("38 66; 50 80; 54 92", 4, paint.shade, 0.6), ("-74 12; -56 22; -38 20", 2.8, paint.band, 0.6),
    )  # fmt: skip
    drawn = [brush(head.skin(line), width, colour, opacity=strength) for line, width, colour, strength in lines]
    return group(beard, filter=rough) + lips + "".join(hairs) + "".join(drawn)


def behind(sitting: Sitting) -> str:
    """Returns the back of the fleece's collar and the headphones' band."""
    collar = shape("256 650!; 304 560; 400 496; 474 492; 520 556; 536 650!", sitting.paint.cloth_dark)
    return (
        collar
        + brush("258 616; 282 556; 350 516; 430 506; 492 536; 512 606", 19, "#14152a", "even")
        + brush("262 610; 286 554; 350 512; 430 502", 4, "#7a6a78", "even")
    )


def torso(sitting: Sitting) -> str:
    """Returns the fleece."""
    paint, picture = sitting.paint, sitting.picture
    body = "-16 900!; 4 690; 60 628; 164 590; 262 572!; 318 640; 398 652; 466 612; 504 558!; 576 584; 632 640; 676 900!"
    glint = picture.linear((450, 600), (600, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape("-16 900!; 4 690; 60 628; 164 590; 262 572!; 272 640; 216 690; 196 900!", paint.cloth_lit, filter=picture.rough(0.05, 9))
    folds = (
        brush("116 632; 96 690; 92 770", 8, mix(paint.cloth_lit, paint.cloth, 0.6))
        + brush("548 600; 570 680; 564 770", 10, paint.cloth_dark)
        + stroke("356 656; 352 760; 354 880", paint.cloth_dark, 5)
    )
    return form(picture, body, paint.cloth, lit, folds, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns the fleece's zipped collar, and the headphones that he never takes off because then he could not find them."""
    paint, rough = sitting.paint, sitting.picture.rough(0.05, 7)
    left = shape("270 552!; 250 580; 262 640; 316 676; 356 680; 344 640; 300 616", mix(paint.cloth_lit, paint.cloth, 0.3), filter=rough)
    right = shape("500 544!; 518 580; 490 640; 420 682; 362 682; 384 644; 460 604", paint.cloth_dark, filter=rough)
    tab = box(350, 676, 10, 26, "#d9b98a", 3)
    band = brush("250 646; 244 606; 262 560", 16, "#14152a", "even") + brush("500 640; 520 600; 512 556", 16, "#14152a", "even")
    cup_l = (
        shape("208 612; 236 594; 272 606; 286 650; 276 700; 244 718; 212 698; 198 654", "#15162c")
        + shape("210 622; 234 606; 258 618; 268 656; 260 692; 234 704; 212 686", "#33304c")
        + shape("210 622; 234 606; 242 616; 230 652; 238 700; 214 684", "#c9a488", filter=rough)
    )
    cup_r = (
        shape("470 622; 502 602; 534 616; 546 660; 530 708; 496 720; 468 690", "#15162c")
        + shape("482 634; 504 620; 522 634; 526 664; 512 694; 488 690", "#2a2c52")
        + brush("532 620; 546 656; 536 700", 4, paint.rim, opacity=0.8)
    )
    return left + right + tab + band + cup_l + cup_r


def backdrop(sitting: Sitting) -> str:
    """Returns the bus: egg boxes on the wall, and a window with a rounded corner."""
    night, middle = sitting.paint.night, sitting.paint.middle
    cups = "".join(
        disc(x, y, 20, night, opacity=0.3) + disc(x - 4, y + 2, 12, mix(middle, sitting.paint.key, 0.5), opacity=0.4)
        for x in range(20, 240, 48)
        for y in range(30, 480, 48)
    )
    pane = box(470, 60, 190, 330, "#4a6a9c", 40, opacity=0.45) + box(
        470, 60, 190, 330, "none", 40, stroke=night, stroke_width=14, opacity=0.7
    )
    return cups + pane


def prop(sitting: Sitting) -> str:
    """Returns faders of the desk, out of focus, one of them lit."""
    desk = shape("-20 740!; -20 640!; 210 662!; 236 740!", "#2c2448") + brush("-20 640; 100 650; 212 662", 6, "#e0a070", "even")
    slots = "".join(stroke(f"{20 + k * 38} {662 + k * 3}; {24 + k * 40} 740", "#14122a", 7) for k in range(5))
    caps = "".join(
        box(8 + k * 38, y, 26, 16, tone, 4)
        for k, (y, tone) in enumerate(((690, "#f6dcb0"), (706, "#e0c094"), (678, "#8ccbc0"), (700, "#c9a888"), (690, "#a88a80")))
    )
    lamp = ellipse(30, 652, 6, 5, "#ff9a6b") + ellipse(108, 660, 6, 5, "#8ccbc0")
    return group(desk, slots, caps, lamp, filter=sitting.picture.blur(2.6, 0.06))


TEO = Sitter(
    "teo",
    SKULL,
    FEATURES,
    PAINT,
    Turn(30, 1, 0, (314, 300)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="280 440!; 330 400; 432 340!; 446 420; 460 500; 500 566!; 390 640!; 232 600!; 282 560; 288 510",
    neck_light="270 490!; 300 500; 304 540; 290 600!; 230 610!; 266 556",
)
