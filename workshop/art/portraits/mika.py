"""Draws Mika, seventeen: freckles, unbrushed auburn hair, a teal hoodie, a cymbal at hand.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.locks import lock, specks
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn
from workshop.art.svg import box, ellipse, group, shape

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting

PAINT = Paint(
    lit="#f6c79c",
    band="#d9795a",
    shade="#7c4a5e",
    deep="#4c2b4c",
    bounce="#8f6a8a",
    white="#ecd0b6",
    iris="#66785a",
    lip="#c9685c",
    ink="#2b1730",
    hair="#4a2a3c",
    hair_lit="#d4724a",
    hair_back="#331d38",
    cloth="#2c4258",
    cloth_lit="#6f9a98",
    cloth_dark="#1d2c44",
    key="#f3b27a",
    middle="#b4615f",
    night="#352850",
    rim="#8fd3d4",
)
SKULL = Skull(
    widths=(
        (-190, 60),
        (-150, 96),
        (-100, 112),
        (-50, 114),
        (0, 110),
        (40, 111),
        (80, 102),
        (110, 88),
        (140, 64),
        (158, 42),
        (168, 22),
        (172, 6),
    ),
    profile=((-190, -60), (-140, -16), (-90, 0), (-40, 4), (-4, -4), (40, 2), (100, 4), (130, 0), (150, 4), (172, -4)),
    jaw=((24, 168, -12), (58, 150, -38), (88, 122, -66), (100, 88, -84), (104, 40, -92), (104, -30, -96), (98, -110, -90)),
)
FEATURES = Features(
    eyes=Eyes(inner=22, outer=80, upper=20, iris=14),
    mouth=Mouth(v=108, half=30),
    nose=Nose(),
    cut=Cut(hollow=0.08),
    brow="18 -34; 40 -40; 64 -42; 90 -34",
    brow_width=12,
)
MOODS = {
    "open": replace(OPEN, lid=0.87, low=0.25, corners=(-8, -7)),
    "guarded": GUARDED,
    "hurt": HURT,
    "glad": replace(GLAD, lid=0.7, low=0.55, corners=(-12, -11), smile=0.7),
}
MASS = """216 250!; 198 220; 202 164; 238 114; 298 88; 356 82; 420 92; 470 132; 498 190; 502 262; 494 322;
    486 376; 474 416!; 452 404; 440 426!; 424 404;
    420 366; 412 340!; 400 304; 384 288!; 378 306; 368 318!; 358 284; 344 262; 320 250; 280 244; 240 244"""
BACK = "240 200!; 300 110; 420 110; 486 190; 494 290; 478 380; 466 420; 440 440!; 424 460; 410 440!; 400 380; 380 300!"
LOCKS = (
    ("414 104; 474 150; 500 230; 490 300; 496 350; 526 384", (16, 50, 60, 50, 30, 2), 0.0),
    ("440 300; 470 330; 478 380; 462 420; 470 452", (20, 40, 40, 26, 2), 0.0),
    ("410 104; 456 160; 462 236; 444 300; 452 350; 434 400", (16, 50, 56, 46, 30, 2), 0.12),
    ("404 104; 424 156; 422 220; 400 270; 410 312; 396 346", (16, 44, 50, 44, 26, 2), 0.24),
    ("396 106; 392 150; 376 200; 368 244; 386 276; 380 330", (14, 36, 44, 34, 22, 2), 0.36),
    ("340 96; 278 96; 226 132; 204 176; 196 206; 172 222", (14, 36, 44, 36, 20, 2), 0.6),
    ("352 94; 296 98; 240 136; 214 192; 222 240; 206 268", (14, 40, 58, 48, 28, 2), 1.0),
    ("390 104; 366 136; 340 178; 332 218; 352 244; 350 262", (14, 34, 44, 38, 20, 2), 0.4),
    ("366 96; 316 112; 272 152; 258 206; 274 240; 262 264", (14, 40, 56, 46, 24, 2), 0.8),
    ("384 102; 344 122; 298 164; 276 216; 300 264; 288 320", (14, 40, 58, 50, 28, 2), 0.95),
    ("374 100; 326 96; 270 112; 230 148; 206 152; 190 142", (10, 26, 30, 26, 16, 2), 0.72),
    ("384 104; 352 78; 310 72; 276 82; 252 76", (10, 24, 28, 20, 2), 0.4),
    ("388 106; 410 80; 438 74; 466 84", (12, 26, 20, 2), 0.1),
    ("372 96; 352 76; 352 58; 366 46", (10, 18, 14, 2), 0.2),
)


def hair(sitting: Sitting) -> str:
    """Returns hair that has met a pillow and no comb: waves swept to the light, their tips lit."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    share = 1.0 if sitting.lit else 0.72
    glint = picture.linear((380, 330), (500, 180), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    shadow = shape(
        carried("200 250!; 230 290; 272 310; 300 280; 330 304; 356 290; 376 350!; 400 300; 380 220; 240 200"), paint.shade, opacity=0.5
    )
    backs = [shape(limb([(x + 6, y - 4, corner) for x, y, corner in carried(line)], widths), glint) for line, widths, _ in LOCKS[:2]]
    locks = [lock(sitting, line, widths, light * share) for line, widths, light in LOCKS]
    return "".join(
        (
            group(shadow, clip_path=picture.clip(sitting.head.outline())),
            form(picture, carried(MASS), paint.hair),
            *backs,
            *locks,
            brush(carried("206 176; 184 206; 190 232; 178 250"), 4, paint.hair_lit, "out"),
        )
    )


def back_hair(sitting: Sitting) -> str:
    """Returns the hair at the nape."""
    return shape(sitting.head.carried(BACK), sitting.paint.hair_back)


def marks(sitting: Sitting) -> str:
    """Returns freckles over nose and cheeks."""
    chance = random.Random(11)
    places = [sitting.head.on(chance.gauss(8, 48), chance.gauss(42, 13)) for _ in range(46)]
    return specks(places[:30], "#9c4a35", 3.6, 0.45) + specks(places[30:], "#9c4a35", 5, 0.6)


def behind(sitting: Sitting) -> str:
    """Returns the hood that lies behind the neck."""
    paint, picture = sitting.paint, sitting.picture
    return form(
        picture, "296 600!; 320 520; 410 470; 474 478; 520 540; 508 640!; 330 660!", paint.cloth_dark, rims=(Rim(6, -4, paint.rim, 0.8),)
    )


def torso(sitting: Sitting) -> str:
    """Returns the hoodie's shoulders."""
    paint, picture = sitting.paint, sitting.picture
    body = "20 900!; 50 670; 96 620; 190 588; 276 572!; 320 632; 390 640; 444 606; 486 556!; 536 574; 584 620; 640 900!"
    glint = picture.linear((440, 600), (580, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape(
        "20 900!; 50 670; 96 620; 190 588; 276 572!; 300 610!; 246 622; 196 656; 160 720; 150 900!",
        paint.cloth_lit,
        filter=picture.rough(0.035, 6),
    )
    folds = (
        brush("244 622; 210 664; 196 740", 9, paint.cloth_dark)
        + brush("490 590; 508 650; 500 740", 10, paint.cloth_dark)
        + brush("120 640; 104 690; 100 740", 6, paint.cloth)
    )
    return form(picture, body, paint.cloth, lit, folds, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns the hood's edge at the neck and its cords, one of them holding a drum key."""
    paint, picture = sitting.paint, sitting.picture
    edge = shape("286 560!; 262 580; 272 626; 326 674; 396 684; 460 648; 496 584; 486 548!; 448 610; 388 644; 322 634", paint.cloth_dark)
    lit = shape("286 560!; 262 580; 272 626; 318 662!; 306 624", mix(paint.cloth_lit, paint.cloth, 0.45), filter=picture.rough(0.035, 6))
    cords = brush("318 658; 312 700; 318 770", 7, paint.cloth_lit, "even") + brush(
        "420 672; 432 710; 426 780", 6, mix(paint.cloth_lit, paint.cloth, 0.6), "even"
    )
    return edge + lit + brush("300 600; 340 654; 400 664; 460 624", 4, paint.ink, opacity=0.6) + cords


def backdrop(sitting: Sitting) -> str:
    """Returns the dark of the room, a stand and a hanging cymbal seen from its edge."""
    night, rough = sitting.paint.night, sitting.picture.rough(0.035, 6)
    wall = shape("604 -4!; 604 704!; 470 704!; 520 440; 452 180; 340 -4!", night, opacity=0.5, filter=rough)
    return (
        wall
        + box(70, 128, 5, 580, night, opacity=0.35)
        + ellipse(74, 128, 128, 20, "#ffdca0", -10, opacity=0.34)
        + ellipse(74, 121, 20, 9, "#ffdca0", -10, opacity=0.34)
    )


def prop(sitting: Sitting) -> str:
    """Returns the near cymbal, out of focus, and a stick laid on it."""
    soft = sitting.picture.blur(3.4, 0.06)
    plate = ellipse(70, 694, 262, 52, "#3b2340", -9) + ellipse(70, 687, 256, 45, "#c07a3e", -9) + ellipse(66, 684, 120, 18, "#d9964c", -9)
    shine = (
        brush("-100 700; 40 650; 180 642; 312 648", 10, "#ffe0a0")
        + brush("-100 720; 60 694; 210 674", 5, "#8f5230")
        + ellipse(70, 672, 34, 15, "#e8ae62", -9)
    )
    return group(plate, shine, filter=soft)


MIKA = Sitter(
    "mika",
    SKULL,
    FEATURES,
    PAINT,
    Turn(32, 2, 0, (318, 312)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="306 440!; 330 400; 412 340!; 430 420; 444 500; 486 576!; 390 660!; 262 620!; 298 570; 308 510",
    neck_light="296 480!; 316 490; 320 530; 310 610!; 250 620!; 292 566",
)
