"""Draws Rae, forty-five: round cheeks, crow's feet, a rust headscarf with dots, a silver curl, flour.

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
from workshop.art.portraits.locks import specks
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn, rows
from workshop.art.svg import box, disc, ellipse, group, moved, shape

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting

PAINT = Paint(
    lit="#d99a68",
    band="#b85a3e",
    shade="#633548",
    deep="#371e38",
    bounce="#7a5474",
    white="#dcb898",
    iris="#4a2c22",
    lip="#a8463f",
    ink="#201026",
    hair="#2a1828",
    hair_lit="#7a4030",
    hair_back="#22142a",
    cloth="#8b8f86",
    cloth_lit="#efe0c2",
    cloth_dark="#3a4558",
    key="#fcc070",
    middle="#b85f44",
    night="#40264a",
    rim="#b9c8e8",
)
SKULL = Skull(
    widths=(
        (-190, 60),
        (-150, 98),
        (-100, 114),
        (-50, 117),
        (0, 114),
        (40, 120),
        (80, 115),
        (110, 104),
        (138, 84),
        (158, 60),
        (170, 36),
        (176, 8),
    ),
    profile=((-190, -60), (-140, -18), (-90, -2), (-40, 2), (-4, -6), (40, 3), (100, 5), (130, 1), (152, 3), (176, -8)),
    jaw=((30, 172, -12), (66, 160, -34), (100, 132, -62), (110, 92, -82), (110, 40, -92), (106, -30, -96), (100, -110, -90)),
    cheek=12,
    cheek_at=(64, 52),
    bow=98,
)
FEATURES = Features(
    eyes=Eyes(inner=23, outer=77, slant=3, upper=17, lower=8, iris=12.5, fold=8, lash=5.5),
    mouth=Mouth(v=112, half=36, upper=9, lower=14),
    nose=Nose(bridge=3, middle=16, tip=36, tip_v=60, wing=37, wing_v=58, base=74),
    cut=Cut(temple=66, cheek=90, cheek_v=24, jaw=64, chin=176, hollow=0.12),
    brow="18 -32; 40 -39; 64 -41; 92 -30",
    brow_width=9,
    ear=(108, -4, -88, 1.02),
)
MOODS = {
    "open": replace(OPEN, lid=0.6, low=0.8, brow=(-5, -8, -4), corners=(-11, -9), smile=0.8, roll=-5),
    "guarded": replace(GUARDED, lid=0.72, low=0.3, brow=(6, 1, -1), gaze=(5, 0)),
    "hurt": HURT,
    "glad": replace(GLAD, lid=0.42, low=0.9, brow=(-6, -9, -3), corners=(-14, -12), smile=1.0, roll=5),
}
SCARF = """204 230!; 201 190; 218 136; 272 98; 346 86; 420 106; 476 166; 494 240; 488 310; 466 366!; 442 352!;
    432 304; 414 264; 372 234; 310 214; 250 212"""
DOTS = """
    226 180 30; 246 138 45; 270 176 20; 284 112 60; 304 150 40; 324 190 25; 334 104 65; 352 140 50; 372 204 30; 384 108 65;
    396 158 50; 420 214 30; 434 134 60; 444 186 40; 450 262 15; 468 226 30; 470 306 5; 480 270 15
"""
FOLDS = (
    "466 362; 440 280; 384 216; 300 190",
    "468 360; 462 262; 416 168; 336 116",
    "474 350; 484 258; 458 176; 408 124",
    "458 362; 420 284; 372 240; 318 220",
)


def hair(sitting: Sitting) -> str:
    """Returns the scarf, the curls that got out of it, and its knot."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    glint = picture.linear((360, 300), (490, 170), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    lit = group(
        shape(carried("300 60!; 352 80!; 322 138; 318 200; 326 226!; 296 216; 284 160"), "#d9763f", opacity=0.75),
        shape(carried("190 240!; 180 150; 240 70; 304 70!; 276 130; 268 180; 282 218!"), "#f0a24e"),
        filter=picture.rough(0.035, 6),
    )
    dots = [
        ellipse(*carried([(x, y, False)])[0][:2], 3.4, 5, "#ffe2ae", turn, opacity=0.8 if x < 330 else 0.5) for x, y, turn in rows(DOTS)
    ]
    folds = [brush(carried(line), 8, "#7d3030", "out", opacity=0.75) for line in FOLDS]
    edge = brush(carried("206 228; 250 216; 312 219; 372 239; 412 268; 432 306"), 7, "#8a3630", opacity=0.8)
    cast = shape(carried("204 240!; 250 232; 310 236; 366 258; 396 290; 404 340!; 430 300; 380 220; 250 200"), paint.shade, opacity=0.6)
    curls = [brush(carried(line), width, colour, taper) for line, width, colour, taper in CURLS]
    knot = shape(carried("446 346; 466 340; 480 356; 474 380; 454 388; 442 370"), "#7d3030") + shape(
        carried("450 350; 466 346; 472 358; 458 370"), "#c9653d"
    )
    return "".join(
        (
            group(cast, clip_path=picture.clip(sitting.head.outline())),
            *curls[:3],
            form(picture, carried(SCARF), "#b9502f", lit, *folds, edge, *dots, rims=(Rim(7, -5, glint),)),
            knot,
            *curls[3:],
            disc(*sitting.head.turn.see(112, 60, -94)[:2], 4.2, "#e9b45e"),
        )
    )


CURLS = (
    ("246 212; 232 226; 228 244; 216 252", 6, "#2a1828", "out"),
    ("258 212; 248 228; 246 246; 236 258", 4.5, "#a99ba8", "out"),
    ("406 254; 406 290; 396 326; 400 356; 396 384", 26, "#2a1828", "leaf"),
    ("400 256; 384 284; 393 312; 381 338; 388 362; 380 386", 15, "#85788c", "leaf"),
    ("394 264; 382 286; 389 310; 379 334", 5, "#d8cdd4", "both"),
    ("406 264; 399 292; 403 320; 396 350", 4, "#85788c", "both"),
)


def back_hair(sitting: Sitting) -> str:
    """Returns the knot of hair at the nape and the scarf's two ends."""
    carried, paint = sitting.head.carried, sitting.paint
    bun = shape(carried("410 330!; 470 340; 504 380; 508 424; 476 450; 436 440; 410 410"), paint.hair_back)
    ends = shape(carried("456 360!; 506 348; 566 386!; 540 400; 556 446!; 500 416; 460 384!"), "#a8472f")
    return (
        bun
        + ends
        + shape(carried("458 370!; 494 410; 504 486!; 480 470; 462 494!; 448 410"), "#7f322e")
        + brush(carried("470 372; 510 376; 548 400"), 4, "#7d3030", "out")
    )


def marks(sitting: Sitting) -> str:
    """Returns what forty-five years and one night's flour have left on the skin."""
    head, paint = sitting.head, sitting.paint
    lines = (
        ("80 -10; 90 -14; 98 -22", 3.4, paint.deep, 0.75),
        ("82 -2; 94 -2; 103 -6", 3.2, paint.deep, 0.7),
        ("80 6; 91 10; 99 11", 3, paint.deep, 0.6),
        ("28 15; 46 23; 66 19", 3, paint.deep, 0.4),
        ("30 66; 42 82; 46 98; 43 108", 4.4, paint.shade, 0.75),
        ("-36 68; -46 84; -48 100", 3, paint.shade, 0.4),
        ("-40 -74; -8 -78; 26 -75; 44 -72", 3, paint.band, 0.6),
        ("-34 -60; -8 -63; 20 -61", 2.6, paint.band, 0.5),
        ("44 124; 48 134; 46 144", 3, paint.deep, 0.4),
        ("-78 8; -60 18; -40 17", 2.6, paint.band, 0.6),
        ("26 22; 46 32; 70 26", 4, paint.band, 0.55),
        ("-46 126; -50 138; -47 148", 3, paint.shade, 0.35),
        ("-20 168; 14 166; 48 158", 4, paint.deep, 0.35),
        ("82 2; 93 3; 102 2", 2.4, paint.deep, 0.5),
    )
    drawn = [brush(head.skin(line), width, colour, opacity=strength) for line, width, colour, strength in lines]
    return "".join(drawn) + _flour(sitting)


def _flour(sitting: Sitting) -> str:
    head, chance = sitting.head, random.Random(3)
    smear = shape(
        head.skin("40 38; 52 36; 68 44; 82 58; 80 66; 66 58; 54 55; 43 50"),
        "#fff1dc",
        opacity=0.5,
        filter=sitting.picture.rough(0.09, 12, 6),
    )
    core = shape(head.skin("48 42; 60 44; 72 54; 66 55; 54 50"), "#fff1dc", opacity=0.5, filter=sitting.picture.rough(0.09, 9, 6))
    dust = [head.on(chance.gauss(62, 16), chance.gauss(56, 13)) for _ in range(22)]
    return smear + core + specks(dust, "#fff1dc", 2.4, 0.55)


def behind(sitting: Sitting) -> str:
    """Returns the back of the shirt's neckline."""
    return shape("250 650!; 300 596; 420 566; 494 562!; 480 640!; 380 690", mix(sitting.paint.cloth, sitting.paint.night, 0.55))


def torso(sitting: Sitting) -> str:
    """Returns the shirt."""
    paint, picture = sitting.paint, sitting.picture
    body = "0 900!; 24 680; 76 622; 170 590; 266 576!; 318 640; 394 652; 456 612; 492 564!; 560 586; 612 640; 660 900!"
    glint = picture.linear((450, 600), (590, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape(
        "0 900!; 24 680; 76 622; 170 590; 266 576!; 302 622; 232 640; 176 700; 166 900!", paint.cloth_lit, filter=picture.rough(0.035, 6)
    )
    folds = brush("112 640; 88 690; 84 760", 9, "#c9b794") + brush("530 600; 552 660; 548 760", 10, mix(paint.cloth, paint.night, 0.4))
    return form(picture, body, paint.cloth, lit, folds, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns the neckline and the apron with its straps."""
    paint, rough = sitting.paint, sitting.picture.rough(0.035, 6)
    neckline = brush("262 578; 290 624; 330 656; 394 664; 456 624; 494 566", 12, mix(paint.cloth, paint.night, 0.25), "even") + brush(
        "258 580; 280 618; 312 646", 10, paint.cloth_lit, "even"
    )
    bib = shape("120 900!; 196 716!; 300 728; 440 722!; 540 900!", "#33455f") + shape(
        "120 900!; 196 716!; 262 726!; 240 900!", "#5d7f86", filter=rough
    )
    straps = shape("184 588!; 226 578!; 250 660; 262 740!; 200 740!; 200 660", "#33455f", filter=rough) + shape(
        "184 588!; 204 583!; 222 660; 230 740!; 200 740!; 200 660", "#6d9094", filter=rough
    )
    return neckline + bib + straps + shape("476 574!; 516 574!; 500 660; 470 740!; 424 740!; 462 660", "#27344f", filter=rough)


def backdrop(sitting: Sitting) -> str:
    """Returns shelves of loaves by the oven's light."""
    paint = sitting.paint
    shelves = [box(-10, y, 262, 8, paint.night, opacity=0.32) for y in (150, 292, 434)]
    loaves = [
        shape(
            f"{x} {y}!; {x + 3} {y - 34}; {x + 30} {y - 44}; {x + 60} {y - 33}; {x + 64} {y}!",
            mix(paint.middle, paint.night, 0.18),
            opacity=0.75,
        )
        for x, y in LOAVES
    ]
    tops = [brush(f"{x + 6} {y - 30}; {x + 28} {y - 41}; {x + 52} {y - 34}", 6, paint.key, opacity=0.6) for x, y in LOAVES]
    return "".join(shelves + loaves + tops) + shape(
        "604 -4!; 604 704!; 480 704!; 512 300; 430 -4!", paint.night, opacity=0.5, filter=sitting.picture.rough(0.035, 6)
    )


LOAVES = ((18, 150), (100, 150), (182, 150), (4, 292), (90, 292), (36, 434), (128, 434))


ROLL = "0 60!; -4 28; 18 4; 54 -2; 90 8; 104 34; 98 62!"
ROLLS = ((-30, 630), (66, 634), (162, 642))


def prop(sitting: Sitting) -> str:
    """Returns a tray of rolls, out of focus, and their steam."""
    rolls = [shape(moved(ROLL, x, y), "#a9572b") for x, y in ROLLS]
    tops = [brush(moved("4 26; 26 8; 56 4; 84 14", x, y), 17, "#ffd38a") for x, y in ROLLS]
    slits = [brush(moved("36 20; 58 14; 78 26", x, y), 6, "#7a3a24") for x, y in ROLLS]
    tray = shape("-20 676!; 274 690!; 280 730!; -20 730!", "#33223c") + brush("-20 677; 120 682; 276 691", 6, "#c98a5a", "even")
    wisps = brush("84 610; 62 530; 104 460; 76 380; 104 310", 26, "#ffe9c8", opacity=0.16) + brush(
        "170 614; 196 540; 160 476; 186 410", 20, "#ffe9c8", opacity=0.13
    )
    return group(*rolls, *tops, *slits, tray, filter=sitting.picture.blur(3.2, 0.06)) + group(wisps, filter=sitting.picture.blur(6, 0.1))


RAE = Sitter(
    "rae",
    SKULL,
    FEATURES,
    PAINT,
    Turn(27, 1, 0, (314, 312)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="290 440!; 330 400; 424 340!; 436 420; 446 500; 490 566!; 390 640!; 242 600!; 292 560; 302 510",
    neck_light="284 480!; 308 496; 312 534; 300 600!; 230 610!; 280 556",
)
