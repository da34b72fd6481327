"""Draws Nilu, eighteen: a small firm chin, a short plait, big red glasses, a pencil behind the ear, a jumper as thick as a wall.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn
from workshop.art.svg import box, disc, ellipse, flat, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting
    from workshop.art.svg import Knot

PAINT = Paint(
    lit="#c98a5c",
    band="#a04c3c",
    shade="#57304a",
    deep="#301a38",
    bounce="#70527c",
    white="#e0c4a6",
    iris="#2c1c1c",
    lip="#a04c50",
    ink="#180c1e",
    hair="#20142a",
    hair_lit="#6a4450",
    hair_back="#170e20",
    cloth="#93504e",
    cloth_lit="#e0a47e",
    cloth_dark="#542c44",
    key="#ffcf96",
    middle="#7d6a78",
    night="#263456",
    rim="#9adcd8",
)
SKULL = Skull(
    widths=(
        (-190, 60),
        (-150, 100),
        (-100, 117),
        (-50, 119),
        (0, 114),
        (40, 112),
        (80, 97),
        (108, 80),
        (136, 56),
        (154, 36),
        (164, 20),
        (168, 6),
    ),
    profile=((-190, -58), (-140, -12), (-90, 3), (-40, 4), (-4, -3), (40, 2), (100, 5), (128, 0), (148, 6), (168, -2)),
    jaw=((22, 164, -12), (50, 148, -38), (82, 118, -66), (98, 86, -86), (106, 40, -94), (108, -30, -98), (102, -110, -92)),
    bow=98,
    cheek=12,
    cheek_at=(62, 36),
)
FEATURES = Features(
    eyes=Eyes(inner=21, outer=78, slant=-4, upper=22, lower=9, iris=15, fold=8, lash=6.5),
    mouth=Mouth(v=106, half=28, upper=9, lower=13, bow=3),
    nose=Nose(bridge=4, middle=20, tip=36, tip_v=56, wing=32, wing_v=55, base=70),
    cut=Cut(temple=66, cheek=84, cheek_v=20, jaw=50, chin=168, hollow=0.1),
    brow="16 -40; 38 -49; 62 -50; 88 -40",
    brow_width=11,
    ear=(106, -6, -92, 0.96),
)
MOODS = {
    "open": replace(OPEN, lid=0.88, low=0.15, brow=(-2, -8, -5), far_brow=(2, -1, 0), corners=(-6, -4), gaze=(1, 0), roll=-2),
    "guarded": replace(GUARDED, lid=0.74, gaze=(7, 0), brow=(5, 2, 0), press=0.9),
    "hurt": replace(HURT, lid=0.58, gaze=(-2, 7)),
    "glad": replace(GLAD, lid=0.7, low=0.5, brow=(-6, -11, -6), corners=(-13, -9), smile=0.9, roll=4),
}
CAP = """
    214 236!; 206 200; 214 152; 244 114; 290 90; 346 82; 404 90; 452 120; 482 166; 494 224; 490 286; 472 336; 452 368!;
    440 344; 436 304!; 430 276; 414 274!; 404 292; 396 318!; 388 282; 374 240; 348 198; 316 168; 296 152!; 268 166; 240 192
"""
SHEEN = (
    ("300 98; 262 126; 238 166; 226 208", 12, 0.9),
    ("314 96; 346 136; 380 190; 402 256", 11, 0.8),
    ("330 90; 386 130; 424 190; 436 256", 10, 0.6),
    ("350 88; 420 122; 458 186; 458 270", 9, 0.4),
    ("380 92; 452 142; 478 214; 466 296", 7, 0.3),
)
WIRE = "#b04a3c"


def hair(sitting: Sitting) -> str:
    """Returns black hair drawn back from a parting, the pencil it holds, and the glasses over everything."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    share = 1.0 if sitting.lit else 0.65
    glint = picture.linear((410, 330), (500, 180), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    cast = shape(
        carried("216 248!; 244 210; 276 186; 298 172!; 330 196; 366 240; 384 300; 394 330!; 420 290; 380 180; 260 140"),
        paint.shade,
        opacity=0.5,
    )
    sheen = [
        brush(carried(line), width, mix(paint.hair_lit, paint.key, 0.25 if i < 2 else 0), opacity=strength * share)
        for i, (line, width, strength) in enumerate(SHEEN)
    ]
    fly = brush(carried("232 206; 222 232; 226 262; 218 282"), 4, paint.hair, "out") + brush(
        carried("404 284; 398 312; 404 342"), 5, paint.hair, "out"
    )
    return (
        group(cast, clip_path=picture.clip(sitting.head.outline()))
        + form(picture, carried(CAP), paint.hair, *sheen, rims=(Rim(7, -4, glint),))
        + fly
        + _pencil(sitting)
        + _glasses(sitting)
    )


def _pencil(sitting: Sitting) -> str:
    see = sitting.head.turn.see
    line = [see(112, -22, -118), see(106, -52, -40), see(98, -82, 30)]
    tip = [see(98, -82, 30), see(95, -92, 50)]
    return (
        brush(line, 12, "#8a5a34", "even")
        + brush([(x - 1, y - 2, c) for x, y, c in line], 6, "#f2c65c", "even")
        + brush(tip, 9, "#f0d2a8", "out")
        + brush([(tip[1][0], tip[1][1], False), see(94, -96, 58)], 4, sitting.paint.ink, "out")
    )


def _lens(sitting: Sitting, middle: float) -> list[Knot]:
    """Returns a round lens before one eye as it shows: it stands a little off the face and bows with it."""
    see = sitting.head.turn.see
    points = []
    for k in range(14):
        angle = 2 * math.pi * k / 14
        u, v = middle + 42 * math.cos(angle), 3 + 39 * math.sin(angle)
        points.append(see(u, v, 34 - 0.0042 * u * u))
    return points


def _glasses(sitting: Sitting) -> str:
    see = sitting.head.turn.see
    near, far = _lens(sitting, 49), _lens(sitting, -48)
    glass = shape(far, "#ffe9c4", opacity=0.14) + shape(near, "#ffe9c4", opacity=0.08)
    shine = brush([see(-74, -14, 14), see(-62, -26, 20), see(-44, -32, 26)], 5, "#fff6e2", opacity=0.85) + brush(
        [see(22, -16, 32), see(34, -28, 30), see(48, -33, 26)], 4, "#fff6e2", opacity=0.55 if sitting.lit else 0.3
    )
    bridge = [see(-8, -6, 36), see(1, -13, 43), see(9, -6, 36)]
    arm = [see(90, -8, 2), see(108, -14, -50), see(113, -8, -100)]
    frames = "".join(shape(lens, "none", stroke=WIRE, stroke_width=6.5) for lens in (far, near)) + "".join(
        shape(lens, "none", stroke="#f0a070", stroke_width=1.6, opacity=0.6) for lens in (far,)
    )
    return glass + stroke(arm, WIRE, 6.5) + frames + stroke(bridge, WIRE, 6.5) + shine


def back_hair(sitting: Sitting) -> str:
    """Returns the hair at the back of the head."""
    return shape(
        sitting.head.carried("300 130!; 410 100; 470 150; 486 230; 488 310; 486 372; 492 424!; 456 436!; 440 404; 400 390; 370 300"),
        sitting.paint.hair_back,
    )


def marks(sitting: Sitting) -> str:
    """Returns a mole by the mouth, a crease of attention between the brows, the dent the glasses leave."""
    head, paint = sitting.head, sitting.paint
    mole = disc(*head.on(40, 92, 2)[:2], 3, paint.deep)
    crease = brush(head.skin("8 -42; 11 -32; 9 -24"), 2.8, paint.deep, opacity=0.45)
    dent = brush(head.skin("14 6; 20 14; 22 22"), 3, paint.shade, opacity=0.5)
    fold = brush(head.skin("30 72; 40 84; 43 94"), 3, paint.shade, opacity=0.45)
    return mole + crease + dent + fold


def behind(sitting: Sitting) -> str:
    """Returns the back of the jumper's rolled neck."""
    return form(
        sitting.picture,
        "276 640!; 304 556; 400 500; 470 498; 506 552; 514 640!",
        sitting.paint.cloth_dark,
        rims=(Rim(6, -4, sitting.paint.rim, 0.8),),
    )


def torso(sitting: Sitting) -> str:
    """Returns the jumper: cables as thick as fingers."""
    paint, picture = sitting.paint, sitting.picture
    body = "0 900!; 24 690; 82 628; 186 592; 274 574!; 322 640; 396 648; 452 610; 490 558!; 556 582; 606 634; 650 900!"
    glint = picture.linear((450, 600), (590, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape("0 900!; 24 690; 82 628; 186 592; 274 574!; 286 640; 232 690; 214 900!", paint.cloth_lit, filter=picture.rough(0.05, 9))
    cables = []
    for x, lean, bright in ((70, -10, True), (140, -6, True), (520, 10, False), (580, 14, False)):
        for k in range(4):
            y = 640 + k * 30 + abs(x - 320) * 0.05
            tone = mix(paint.cloth_lit, "#fff2dc", 0.4) if bright else paint.cloth
            cables.append(
                ellipse(x + (9 if k % 2 else -9) + lean * k * 0.4, y, 21, 12, tone, 34 if k % 2 else -34, opacity=0.85)
                + ellipse(x + (9 if k % 2 else -9) + lean * k * 0.4, y + 7, 19, 5, paint.cloth_dark, 34 if k % 2 else -34, opacity=0.35)
            )
    purl = [
        brush(f"{x} {y}; {x - 3} 740; {x - 4} 800", 4, paint.cloth_dark, opacity=0.3)
        for x, y in ((104, 640), (178, 616), (214, 608), (548, 606), (490, 630))
    ]
    return form(picture, body, paint.cloth, lit, *cables, *purl, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns the rolled neck and the plait that has come forward over it."""
    paint, picture = sitting.paint, sitting.picture
    roll = form(
        picture,
        "266 548!; 250 590; 276 646; 340 684; 410 684; 474 640; 508 580!; 496 536!; 456 600; 396 634; 330 626; 286 588",
        mix(paint.cloth, paint.cloth_dark, 0.3),
        shape("266 548!; 250 590; 276 646; 330 680!; 322 624; 286 588", paint.cloth_lit, filter=picture.rough(0.05, 7)),
    )
    ribs = [
        brush(line, 5, paint.cloth_dark, opacity=0.5)
        for line in (
            "278 586; 276 612; 288 640",
            "304 606; 304 636; 316 664",
            "334 622; 336 652; 346 678",
            "368 630; 372 658; 376 682",
            "404 628; 410 654; 412 680",
            "438 612; 446 636; 450 660",
            "466 588; 476 610; 482 632",
        )
    ]
    plait = [shape("446 420; 484 414; 498 480; 492 560; 470 640; 446 706; 420 706; 416 640; 428 560; 440 480", paint.hair_back)]
    for k in range(-3, 7):
        x, y, size = 462 - k * 5 + min(k, 0) * 3, 512 + k * 27, 1 - abs(k) * 0.045
        left = [
            (round(x + a * size), round(y + b * size), False)
            for a, b in ((-31, -6), (-26, 14), (-6, 30), (6, 34), (8, 22), (-4, 4), (-16, -14))
        ]
        right = [
            (round(x + a * size), round(y + b * size), False)
            for a, b in ((31, -16), (29, 6), (14, 22), (-2, 28), (-6, 18), (6, 0), (18, -22))
        ]
        tone = mix(paint.hair, paint.hair_lit, 0.16)
        plait += [shape(right, paint.hair), shape(left, tone)]
        plait.append(
            brush([left[0], left[1], left[2]], 6, paint.hair_lit, opacity=0.8)
            + brush([right[0], right[1], right[2]], 4, paint.rim, opacity=0.35)
        )
    tail = disc(430, 702, 10, "#d9634a") + shape("420 706!; 440 706!; 446 750; 430 770; 414 748", paint.hair)
    return roll + "".join(ribs) + "".join(plait) + tail


def backdrop(sitting: Sitting) -> str:
    """Returns a hotel's wallpaper that has seen better guests, and a blind with the afternoon behind it."""
    night, key = sitting.paint.night, sitting.paint.key
    slats = "".join(box(-10, y, 190, 16, key, opacity=0.34) + box(-10, y + 16, 190, 3, night, opacity=0.22) for y in range(60, 440, 24))
    cord = stroke("196 40; 200 300; 194 430", night, 3, opacity=0.5) + ellipse(194, 438, 6, 9, night, opacity=0.5)
    paper = "".join(
        ellipse(x, y, 9, 14, night, 24, opacity=0.28) + ellipse(x, y + 4, 4, 6, key, opacity=0.16)
        for x in range(240, 600, 62)
        for y in range(34, 420, 72)
    )
    return (
        slats
        + cord
        + paper
        + shape("604 -4!; 604 704!; 500 704!; 520 300; 460 -4!", night, opacity=0.5, filter=sitting.picture.rough(0.035, 6))
    )


def prop(sitting: Sitting) -> str:
    """Returns an open book on compressors with ruled margins, out of focus."""
    left = flat("-40 740; -20 664; 110 640; 130 730", "#f3e2c6")
    right = flat("130 730; 110 640; 224 650; 262 740", "#d9bd9c")
    lines = "".join(
        stroke(f"{4 + k * 3} {676 + k * 13}; {98 + k * 4} {659 + k * 13}", "#8a6a62", 2.6, opacity=0.7)
        + stroke(f"{132 + k * 3} {664 + k * 13}; {212 + k * 7} {670 + k * 13}", "#8a6a62", 2.6, opacity=0.6)
        for k in range(5)
    )
    plot = ellipse(176, 700, 22, 14, "none", stroke="#4a6a8a", stroke_width=3)
    return group(left, right, lines, plot, filter=sitting.picture.blur(2.6, 0.06))


NILU = Sitter(
    "nilu",
    SKULL,
    FEATURES,
    PAINT,
    Turn(30, 2, 0, (316, 312)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="306 440!; 330 400; 412 340!; 430 420; 442 500; 484 566!; 390 650!; 256 610!; 298 566; 308 510",
    neck_light="296 480!; 318 492; 322 534; 310 606!; 248 616!; 292 560",
)
