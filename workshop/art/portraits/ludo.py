"""Draws Ludo, eighteen: lanky, hair in his eyes, a tram fitter's jacket that still has the folds of the packet in it.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.locks import lock
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn
from workshop.art.svg import box, disc, ellipse, flat, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting

PAINT = Paint(
    lit="#dca271",
    band="#b8603f",
    shade="#65394a",
    deep="#391f3a",
    bounce="#7a5c78",
    white="#e0c2a2",
    iris="#3c2a22",
    lip="#a85450",
    ink="#1d1022",
    hair="#2a1c30",
    hair_lit="#8a5a50",
    hair_back="#1c1226",
    cloth="#3c5048",
    cloth_lit="#94a67c",
    cloth_dark="#1f2c34",
    key="#ffcf8a",
    middle="#8a6a5c",
    night="#223048",
    rim="#9ad0c4",
)
SKULL = Skull(
    widths=(
        (-190, 54),
        (-150, 88),
        (-100, 101),
        (-50, 103),
        (0, 99),
        (40, 101),
        (80, 92),
        (112, 80),
        (144, 62),
        (168, 46),
        (184, 26),
        (190, 8),
    ),
    profile=((-190, -60), (-140, -20), (-90, -2), (-40, 9), (-4, -4), (40, 1), (100, 5), (132, 2), (164, 10), (190, -2)),
    jaw=((26, 186, -10), (58, 170, -36), (84, 134, -68), (95, 96, -90), (99, 40, -98), (98, -30, -100), (92, -110, -94)),
    bow=102,
    cheek=9,
    cheek_at=(64, 40),
    flatness=2.3,
)
FEATURES = Features(
    eyes=Eyes(inner=21, outer=73, slant=1, upper=17, lower=8, iris=13, fold=9, lash=5.5),
    mouth=Mouth(v=118, half=35, upper=7, lower=11, bow=3),
    nose=Nose(bridge=12, middle=36, tip=52, tip_v=72, wing=30, wing_v=68, base=84, bend=(1, 2), crook=(0, 0)),
    cut=Cut(temple=58, cheek=76, cheek_v=22, jaw=48, chin=188, hollow=0.2),
    brow="14 -30; 36 -38; 60 -39; 84 -28",
    brow_width=15,
    ear=(97, -2, -96, 1.16),
)
MOODS = {
    "open": replace(OPEN, lid=0.8, low=0.3, brow=(-6, -10, -6), far_brow=(-2, -3, 0), corners=(-11, -6), smile=0.35, roll=3),
    "guarded": replace(GUARDED, lid=0.6, gaze=(10, 2), corners=(-3, 2), press=0.7, roll=4),
    "hurt": replace(HURT, lid=0.5, roll=-9, gaze=(4, 8)),
    "glad": replace(GLAD, lid=0.5, low=0.6, brow=(-10, -12, -6), corners=(-14, -11), smile=1.0, roll=6),
}
MASS = """214 240!; 206 198; 218 146; 256 104; 314 80; 372 78; 430 98; 472 142; 492 204; 496 270; 486 328; 478 388!;
    460 368; 452 404!; 440 372; 434 330; 422 292!; 404 280; 398 330!; 388 300; 372 262; 330 236; 280 232; 240 240"""
BACK = "300 130!; 420 100; 478 160; 494 270; 484 370; 470 424; 446 440!; 404 420; 380 320"
LOCKS = (
    ("412 92; 466 140; 490 220; 484 300; 496 366", (16, 56, 64, 46, 3), 0.0),
    ("430 250; 462 300; 466 350; 452 390; 458 424", (20, 44, 44, 28, 3), 0.0),
    ("404 90; 446 150; 452 224; 434 290; 442 350", (16, 52, 58, 44, 3), 0.1),
    ("398 88; 418 150; 414 214; 394 266; 400 316", (16, 46, 52, 38, 3), 0.24),
    ("342 82; 276 92; 230 132; 212 182; 196 232", (14, 46, 54, 40, 3), 0.4),
    ("392 86; 386 142; 364 198; 352 246; 366 290", (14, 44, 52, 38, 3), 0.4),
    ("352 80; 296 98; 250 142; 230 200; 238 262", (14, 50, 60, 46, 3), 0.48),
    ("384 84; 350 126; 322 178; 312 232; 330 284", (14, 48, 58, 44, 3), 0.36),
    ("368 80; 316 110; 276 160; 258 220; 270 288", (14, 50, 60, 44, 3), 0.44),
    ("378 82; 334 118; 302 170; 288 228; 306 300", (12, 42, 48, 34, 2), 0.3),
    ("396 86; 420 62; 446 60; 470 72", (12, 26, 20, 2), 0.1),
)


def hair(sitting: Sitting) -> str:
    """Returns black hair that needs cutting, a fringe down to the lashes."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    share = 1.0 if sitting.lit else 0.7
    glint = picture.linear((400, 330), (500, 190), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    cast = shape(
        carried("212 250!; 236 290; 280 318; 310 300; 344 312; 372 300; 392 350!; 420 300; 380 220; 240 190"), paint.shade, opacity=0.5
    )
    locks = [lock(sitting, line, widths, light * share) for line, widths, light in LOCKS]
    lit = mix(paint.hair_lit, paint.key, 0.25)
    sweeps = (
        ("346 88; 290 108; 246 152; 224 206; 214 244", 9, 0.8),
        ("352 94; 304 124; 268 172; 252 230; 254 274", 8, 0.65),
        ("368 92; 322 132; 292 186; 280 246; 286 290", 7, 0.45),
        ("330 84; 276 98; 232 138", 6, 0.6),
    )
    strands = "".join(brush(carried(line), width, lit, opacity=round(strength * share, 2)) for line, width, strength in sweeps)
    strands += brush(carried("360 96; 316 160; 296 230; 300 290; 292 338"), 8, paint.hair, "out")
    edge = brush(carried("446 112; 480 158; 494 224; 492 296; 486 350"), 5, glint)
    return (
        group(cast, clip_path=picture.clip(sitting.head.outline()))
        + form(picture, carried(MASS), paint.hair)
        + "".join(locks)
        + strands
        + edge
    )


def back_hair(sitting: Sitting) -> str:
    """Returns the hair at the nape, over the collar."""
    return shape(sitting.head.carried(BACK), sitting.paint.hair_back)


def marks(sitting: Sitting) -> str:
    """Returns a smear of tram grease along the jaw, a thin beard at the chin, a line beside the mouth."""
    head, paint = sitting.head, sitting.paint
    grease = brush(head.skin("62 78; 76 88; 92 84"), 9, paint.ink, opacity=0.2) + brush(
        head.skin("66 92; 78 100; 90 98"), 6, paint.ink, opacity=0.16
    )
    goat = shape(
        head.skin("-16 150; 4 146; 24 150; 28 172; 4 184; -18 172"), paint.hair_back, opacity=0.2, filter=sitting.picture.rough(0.08, 6, 3)
    )
    line = brush(head.skin("40 84; 50 102; 50 122"), 3.4, paint.shade, opacity=0.6)
    tired = brush(head.skin("26 18; 44 26; 64 22"), 4, paint.shade, opacity=0.5)
    return goat + grease + line + tired


def behind(sitting: Sitting) -> str:
    """Returns the back of the jacket's stand-up collar."""
    return form(
        sitting.picture,
        "280 640!; 312 540; 400 488; 474 486; 512 548; 516 640!",
        sitting.paint.cloth_dark,
        rims=(Rim(6, -4, sitting.paint.rim, 0.8),),
    )


def torso(sitting: Sitting) -> str:
    """Returns the jacket: narrow shoulders in a size for somebody who lifts things, two bands that shine."""
    paint, picture = sitting.paint, sitting.picture
    body = "10 900!; 40 700; 92 640; 196 600; 282 578!; 326 640; 396 646; 448 608; 488 560!; 556 590; 608 648; 660 900!"
    glint = picture.linear((450, 600), (590, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape(
        "10 900!; 40 700; 92 640; 196 600; 282 578!; 296 630; 230 660; 186 720; 180 900!", paint.cloth_lit, filter=picture.rough(0.035, 6)
    )
    bands = "".join(
        flat(line, tone)
        for line, tone in (
            ("60 676; 216 616; 228 640; 64 706", "#f6efd4"),
            ("498 590; 600 650; 606 676; 500 616", "#b9c4b8"),
            ("66 690; 222 628; 224 632; 66 696", "#c9b884"),
        )
    )
    creases = (
        stroke("150 640; 140 760", mix(paint.cloth_lit, paint.cloth, 0.6), 3)
        + stroke("540 640; 552 780", paint.cloth_dark, 4)
        + brush("250 660; 230 720; 226 790", 8, paint.cloth)
    )
    return form(picture, body, paint.cloth, lit, creases, bands, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns a band's old shirt under the collar, the zip, and a badge that has no name on it yet."""
    paint, rough = sitting.paint, sitting.picture.rough(0.035, 6)
    shirt = shape("282 590!; 306 640; 344 664; 400 664; 452 628; 486 570!; 460 700; 390 900!; 320 900!; 290 700", "#33304c") + shape(
        "282 590!; 306 640; 336 660!; 334 900!; 306 900!", "#8a7a8c", filter=rough
    )
    neck = brush("282 592; 306 638; 344 660; 400 660; 450 626; 484 572", 11, "#231f38", "even") + brush(
        "280 588; 300 626; 326 650", 8, "#a8969c", "even"
    )
    left = shape(
        "292 556!; 258 574; 238 616; 246 690; 280 900!; 336 900!; 296 740; 280 650", mix(paint.cloth_lit, paint.cloth, 0.45), filter=rough
    )
    right = shape("488 552!; 516 580; 512 650; 470 740; 400 900!; 362 900!; 430 760; 478 650", paint.cloth_dark)
    zip_ = stroke("286 600; 296 700; 322 850", "#e6d9b4", 4, stroke_dasharray="5 4") + stroke(
        "488 590; 470 690; 420 800", "#8a9a94", 3.4, stroke_dasharray="5 4"
    )
    badge = (
        flat("176 690; 238 676; 246 722; 184 736", "#f3e6cc")
        + flat("176 690; 238 676; 240 688; 178 702", "#c8604a")
        + stroke("196 716; 230 708", "#a89a88", 3)
    )
    return shirt + neck + left + right + zip_ + badge


def backdrop(sitting: Sitting) -> str:
    """Returns the tram shed: a headlamp, two wires, a number that is not lit."""
    night = sitting.paint.night
    tram = (
        shape("604 704!; 604 60!; 470 70; 430 120; 420 704!", night, opacity=0.5)
        + box(470, 110, 120, 70, night, 8, opacity=0.5)
        + "".join(box(486 + k * 34, 124, 22, 42, sitting.paint.middle, 4, opacity=0.4) for k in range(3))
    )
    wires = (
        stroke("-10 40; 300 86; 610 50", night, 3.4, opacity=0.6)
        + stroke("-10 96; 300 120; 610 104", night, 3, opacity=0.5)
        + stroke("150 60; 176 110", night, 3, opacity=0.5)
    )
    lamp = (
        disc(84, 240, 60, "#fff0cc", opacity=0.35)
        + disc(84, 240, 32, "#fff6e0", opacity=0.6)
        + ellipse(84, 240, 150, 7, "#fff0cc", opacity=0.3)
    )
    return tram + wires + lamp


def prop(sitting: Sitting) -> str:
    """Returns the driver's brass bell and its pedal, out of focus: it does a B flat."""
    bell = (
        ellipse(70, 690, 132, 96, "#4a2c2c")
        + ellipse(66, 684, 124, 88, "#b87a3c")
        + ellipse(40, 650, 60, 34, "#f6cf7c", -24)
        + brush("-40 700; 40 618; 150 640", 9, "#ffe6a8")
    )
    nut = ellipse(78, 612, 20, 12, "#5a3a30") + ellipse(76, 607, 16, 9, "#e8b460")
    return group(bell, nut, filter=sitting.picture.blur(3.2, 0.06))


LUDO = Sitter(
    "ludo",
    SKULL,
    FEATURES,
    PAINT,
    Turn(36, 1, 0, (320, 304)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="314 440!; 336 400; 414 340!; 430 420; 440 500; 480 570!; 390 640!; 264 606!; 304 566; 316 510",
    neck_light="306 490!; 326 496; 328 536; 316 604!; 254 612!; 300 560",
)
