"""Draws Pauli, nineteen: broad and soft, a home-cut fringe, the navy coat, the strap of a concertina, one rafter of a dry roof.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.face import soft
from workshop.art.portraits.locks import lock
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn
from workshop.art.svg import disc, ellipse, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting

PAINT = Paint(
    lit="#f7cba4",
    band="#dd7a62",
    shade="#82506a",
    deep="#4c2d50",
    bounce="#8f7098",
    white="#eed6c0",
    iris="#4a3a34",
    lip="#cc7468",
    ink="#2a1830",
    hair="#553a3e",
    hair_lit="#c98a5c",
    hair_back="#38263c",
    cloth="#2a3260",
    cloth_lit="#7078a0",
    cloth_dark="#1a1f44",
    key="#f4c088",
    middle="#8a6a78",
    night="#272b56",
    rim="#a9c4ec",
)
SKULL = Skull(
    widths=(
        (-190, 62),
        (-150, 102),
        (-100, 118),
        (-50, 121),
        (0, 120),
        (40, 125),
        (80, 122),
        (114, 115),
        (144, 96),
        (164, 72),
        (177, 44),
        (182, 10),
    ),
    profile=((-190, -60), (-140, -18), (-90, -2), (-40, 5), (-4, -5), (40, 3), (100, 5), (132, 1), (156, 5), (182, -8)),
    jaw=((36, 179, -14), (76, 167, -36), (108, 138, -60), (118, 98, -80), (117, 40, -92), (111, -30, -96), (104, -110, -90)),
    flatness=2.5,
    cheek=11,
    cheek_at=(66, 50),
    bow=97,
)
FEATURES = Features(
    eyes=Eyes(inner=24, outer=75, slant=6, upper=16, lower=8, iris=13, fold=8, lash=5),
    mouth=Mouth(v=114, half=34, upper=7, lower=13),
    nose=Nose(bridge=4, middle=20, tip=40, tip_v=64, wing=35, wing_v=62, base=78, bend=(0, -1)),
    cut=Cut(temple=67, cheek=90, cheek_v=26, jaw=70, chin=182, hollow=0.08),
    brow="18 -28; 40 -35; 64 -36; 90 -24",
    brow_width=13,
    ear=(114, 0, -86, 1.12),
)
MOODS = {
    "open": replace(OPEN, lid=0.86, low=0.3, brow=(-8, -7, -1), corners=(-8, -7), roll=-5),
    "guarded": replace(GUARDED, lid=0.7, gaze=(5, 5), brow=(-1, 3, 5), corners=(2, 2), pitch=6),
    "hurt": replace(HURT, lid=0.5, brow=(-14, -3, 6), corners=(5, 4)),
    "glad": replace(GLAD, lid=0.5, low=0.8, brow=(-9, -9, -2), corners=(-13, -11), smile=0.75, roll=-4),
}
MASS = """204 240!; 196 206; 206 156; 238 116; 290 90; 352 82; 416 94; 464 130; 490 184; 497 246; 488 304; 474 352; 458 384!;
    448 346; 438 300!; 424 276; 408 280!; 402 336!; 392 306; 388 262; 382 226!; 352 204; 312 206; 268 222; 232 236"""
BACK = "300 130!; 420 104; 480 164; 492 258; 480 346; 462 398; 440 412!; 404 410; 380 320"
LOCKS = (
    ("424 100; 470 150; 490 220; 484 290; 470 350", (18, 60, 66, 52, 10), 0.0),
    ("416 98; 448 156; 456 226; 446 290; 450 350", (18, 54, 60, 44, 8), 0.05),
    ("408 98; 424 150; 424 210; 412 256; 408 300", (16, 46, 50, 36, 6), 0.14),
    ("398 104; 400 144; 392 190; 392 240; 396 300", (14, 38, 40, 28, 4), 0.22),
    ("360 86; 280 92; 222 134; 202 186; 192 224", (16, 50, 58, 42, 4), 0.48),
    ("404 96; 360 92; 300 110; 246 150; 222 196; 204 250", (14, 44, 58, 58, 40, 3), 0.9),
    ("406 98; 372 104; 322 130; 272 172; 246 214; 228 262", (14, 44, 58, 58, 42, 3), 0.62),
    ("408 100; 382 118; 346 146; 306 184; 280 214; 258 248", (12, 42, 54, 54, 38, 3), 0.48),
    ("408 102; 392 132; 366 164; 336 192; 312 210; 286 226", (12, 38, 46, 44, 30, 3), 0.36),
    ("406 96; 420 70; 446 60; 470 68", (12, 26, 20, 2), 0.12),
    ("398 94; 392 70; 404 52; 424 48", (12, 22, 16, 2), 0.2),
)


def hair(sitting: Sitting) -> str:
    """Returns brown hair cut round a bowl by somebody kind, a fringe that has been pushed aside."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    share = 1.0 if sitting.lit else 0.7
    glint = picture.linear((400, 330), (502, 190), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    cast = shape(carried("204 262!; 240 276; 300 270; 344 276; 378 300; 392 356!; 420 300; 380 220; 240 190"), paint.shade, opacity=0.5)
    locks = [lock(sitting, line, widths, light * share, 1.2) for line, widths, light in LOCKS]
    edge = brush(carried("446 110; 484 156; 501 220; 499 290; 484 350"), 5, glint)
    return group(cast, clip_path=picture.clip(sitting.head.outline())) + form(picture, carried(MASS), paint.hair) + "".join(locks) + edge


def back_hair(sitting: Sitting) -> str:
    """Returns the hair at the nape."""
    return shape(sitting.head.carried(BACK), sitting.paint.hair_back)


def marks(sitting: Sitting) -> str:
    """Returns cheeks red from the cold, and the beginning of a moustache that nobody has mentioned."""
    head, paint = sitting.head, sitting.paint
    cold = [soft(sitting.picture, head.on(u, v)[:2], (size, size * 0.7), paint.band, 0.5) for u, v, size in ((66, 50, 44), (-70, 46, 34))]
    lip = brush(head.skin("-26 96; 0 92; 28 97"), 8, paint.hair, opacity=0.16)
    dimple = brush(head.skin("44 104; 52 112; 50 122"), 3, paint.shade, opacity=0.55)
    soft_chin = brush(head.skin("-30 152; 4 158; 40 150"), 5, paint.shade, opacity=0.3)
    return "".join(cold) + lip + dimple + soft_chin


def behind(sitting: Sitting) -> str:
    """Returns the back of the coat's collar, turned up."""
    return form(
        sitting.picture,
        "262 640!; 290 540; 380 470; 474 460; 534 524; 546 640!",
        sitting.paint.cloth_dark,
        rims=(Rim(6, -4, sitting.paint.rim, 0.8),),
    )


def torso(sitting: Sitting) -> str:
    """Returns a jumper and the coat over it, wide in the shoulder."""
    paint, picture = sitting.paint, sitting.picture
    body = "-30 900!; -20 690; 30 630; 140 588; 258 566!; 316 640; 400 654; 474 612; 512 552!; 594 580; 650 640; 690 900!"
    glint = picture.linear((460, 600), (620, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape("-30 900!; -20 690; 30 630; 140 588; 258 566!; 266 640; 206 700; 190 900!", paint.cloth_lit, filter=picture.rough(0.035, 6))
    seams = stroke("120 602; 96 680; 92 780", paint.cloth_dark, 4) + brush("560 596; 590 690; 586 780", 10, paint.cloth_dark)
    return form(picture, body, paint.cloth, lit, seams, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns the jumper's neck, the coat's lapels, and the strap that the concertina hangs by."""
    paint, rough = sitting.paint, sitting.picture.rough(0.035, 6)
    wool = shape("262 580!; 286 636; 340 668; 404 668; 466 632; 506 560!; 480 720; 390 900!; 300 900!; 268 700", "#5f7068") + shape(
        "262 580!; 286 636; 330 664!; 330 900!; 290 900!", "#b9b48c", filter=rough
    )
    ribs = [
        brush(f"{x} {y}; {x + 3} {y + 26}; {x} {y + 52}", 4, "#3c4a4c", opacity=0.6)
        for x, y in ((300, 650), (324, 666), (350, 674), (378, 674), (406, 670), (434, 656))
    ]
    band = brush("260 578; 284 632; 338 664; 404 664; 462 628; 502 564", 17, "#4c5c5a", "even") + brush(
        "258 576; 278 622; 310 652", 13, "#c4bc92", "even"
    )
    left = shape(
        "272 548!; 232 560; 200 606; 190 690; 240 900!; 320 900!; 268 730; 254 640", mix(paint.cloth_lit, paint.cloth, 0.4)
    ) + brush("262 572; 240 620; 240 700; 268 800", 4, mix(paint.cloth_lit, "#ffffff", 0.3), opacity=0.6)
    right = shape("502 540!; 548 562; 562 640; 528 730; 420 900!; 360 900!; 440 770; 494 650", paint.cloth_dark) + brush(
        "520 570; 524 640; 480 730; 420 810", 4, paint.cloth, opacity=0.9
    )
    strap = (
        brush("150 592; 220 700; 300 830", 34, "#5a3230", "even")
        + brush("142 596; 212 702; 290 834", 12, "#c07a50", "even")
        + "".join(disc(x, y, 3.4, "#f0c890") for x, y in ((176, 636), (206, 684), (236, 732)))
    )
    return wool + band + "".join(ribs) + left + right + strap


def backdrop(sitting: Sitting) -> str:
    """Returns the rafters of a roof that does not let rain in, and the bulb they fixed there."""
    night, key = sitting.paint.night, sitting.paint.key
    beams = "".join(
        brush(line, wide, night, "even", opacity=0.4)
        for line, wide in (
            ("-20 150; 200 40; 420 -60", 34),
            ("200 40; 420 120; 640 210", 34),
            ("200 40; 206 -40", 26),
            ("-20 290; 300 140; 640 330", 16),
        )
    )
    return (
        beams
        + disc(96, 250, 20, "#fff2d8", opacity=0.8)
        + stroke("96 232; 100 130; 130 84", night, 4, opacity=0.6)
        + disc(96, 250, 46, key, opacity=0.35)
    )


def prop(sitting: Sitting) -> str:
    """Returns one end of the concertina, out of focus."""
    end = shape("-40 740!; -30 640!; 40 590!; 128 600!; 170 670!; 160 740!", "#5a2c34") + shape(
        "-20 740!; -10 650!; 44 610!; 116 618!; 148 674!; 140 740!", "#8a4a40"
    )
    rim_ = brush("-30 640; 40 590; 128 600; 170 670", 9, "#f0b478", "even")
    buttons = "".join(
        ellipse(x, y, 9, 8, "#fff0d4") for x, y in ((30, 656), (62, 650), (94, 658), (22, 690), (56, 686), (90, 692), (120, 700))
    )
    return group(end, rim_, buttons, filter=sitting.picture.blur(2.8, 0.06))


PAULI = Sitter(
    "pauli",
    SKULL,
    FEATURES,
    PAINT,
    Turn(25, 3, 0, (312, 308)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="278 440!; 330 400; 440 330!; 456 420; 470 500; 508 566!; 390 650!; 228 606!; 278 560; 284 510",
    neck_light="266 490!; 298 500; 302 540; 288 606!; 226 612!; 264 556",
)
