"""Draws Sana, seventeen: a long face turned almost to profile, black hair, a stud, headphones round her neck, a blue work shirt.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn
from workshop.art.svg import disc, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting

PAINT = Paint(
    lit="#d1925f",
    band="#ad5540",
    shade="#5e344c",
    deep="#351d3a",
    bounce="#74587c",
    white="#dcba9a",
    iris="#3a2420",
    lip="#a04a4c",
    ink="#1c0f22",
    hair="#231a30",
    hair_lit="#5b4058",
    hair_back="#1a1328",
    cloth="#3f5f86",
    cloth_lit="#86a9bd",
    cloth_dark="#1c2440",
    key="#e79a76",
    middle="#8a5678",
    night="#252a50",
    rim="#7fd0e0",
)
SKULL = Skull(
    widths=(
        (-190, 54),
        (-150, 86),
        (-100, 98),
        (-50, 101),
        (0, 97),
        (40, 99),
        (80, 88),
        (110, 74),
        (140, 54),
        (162, 36),
        (176, 18),
        (181, 5),
    ),
    profile=((-190, -60), (-140, -16), (-90, 2), (-40, 9), (-4, -2), (40, 2), (100, 6), (130, 1), (158, 6), (181, -4)),
    jaw=((20, 177, -14), (48, 160, -40), (80, 126, -74), (92, 92, -96), (96, 40, -102), (96, -30, -104), (90, -110, -96)),
    bow=104,
    cheek=10,
)
FEATURES = Features(
    eyes=Eyes(inner=21, outer=75, slant=-2, upper=19, lower=8, iris=13.5, fold=8),
    mouth=Mouth(v=113, half=28, upper=8, lower=12),
    nose=Nose(bridge=13, middle=33, tip=46, tip_v=66, wing=27, wing_v=64, base=78),
    cut=Cut(temple=60, cheek=78, cheek_v=24, jaw=50, chin=180, hollow=0.12),
    brow="15 -32; 38 -41; 62 -43; 88 -30",
    brow_width=12,
    ear=(94, -4, -98, 0.98),
)
MOODS = {
    "open": replace(OPEN, lid=0.76, low=0.2, brow=(-3, -9, -5), far_brow=(1, 1, 2), corners=(-8, -2), gaze=(5, 0), roll=-1),
    "guarded": replace(GUARDED, lid=0.56, gaze=(8, 1), brow=(4, 5, 2)),
    "hurt": HURT,
    "glad": replace(GLAD, lid=0.62, low=0.4, brow=(-5, -9, -4), corners=(-11, -7), smile=0.5, roll=-3, gaze=(-3, 0)),
}
FALL = """238 208!; 231 182; 238 142; 272 104; 330 86; 400 92; 460 132; 494 206; 506 300; 520 400; 540 500; 548 640;
    540 740!; 420 740!; 432 600; 440 500; 436 420; 442 372!;
    450 330; 446 292; 428 272!; 408 270; 398 300; 392 352!; 384 300; 372 256; 344 208;
    310 170; 292 148!; 274 168; 256 200; 246 240; 242 282!; 234 262; 232 232"""
BACK = "300 130!; 420 104; 484 172; 506 300; 524 460; 540 640; 530 760!; 360 760!; 396 560; 400 400; 380 300"
SHEEN = (
    ("290 112; 264 140; 248 180; 240 230", 11, 0.9),
    ("300 112; 318 140; 348 184; 376 236", 10, 0.9),
    ("308 104; 350 132; 398 190; 424 256", 9, 0.7),
    ("318 98; 390 122; 446 190; 462 270", 7, 0.4),
    ("470 240; 478 330; 480 430; 494 560; 496 680", 9, 0.6),
    ("492 260; 502 370; 514 480; 522 620", 6, 0.5),
    ("456 380; 458 470; 466 580; 460 690", 8, 0.5),
)


def hair(sitting: Sitting) -> str:
    """Returns long black hair, parted, tucked behind the ear, with one strand that got away."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    glint = picture.linear((446, 320), (512, 190), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    lit = shape(
        carried("224 300!; 218 160; 256 108; 280 98!; 256 136; 242 172; 238 220; 236 262!"),
        mix(paint.hair, paint.hair_lit, 0.55),
        filter=picture.rough(0.05, 5, 3),
    )
    sheen = [
        brush(carried(line), width, mix(paint.hair_lit, paint.key, 0.3) if i < 3 else paint.hair_lit, opacity=strength * 0.8)
        for i, (line, width, strength) in enumerate(SHEEN)
    ]
    cast = shape(
        carried("238 300!; 256 236; 276 190; 294 168!; 320 200; 356 250; 374 300; 384 366!; 410 300; 380 200; 240 170"),
        paint.shade,
        opacity=0.55,
    )
    edge = brush(carried("276 106; 242 142; 234 186; 236 240; 241 276"), 4, paint.band, opacity=0.9)
    strands = brush(carried("322 184; 362 236; 380 300; 376 372; 360 436"), 9, paint.hair, "out") + brush(
        carried("336 200; 372 256; 386 312; 384 362"), 7, paint.hair, "out"
    )
    return (
        group(cast, clip_path=picture.clip(sitting.head.outline()))
        + form(picture, carried(FALL), paint.hair, lit, *sheen, rims=(Rim(8, -4, glint),))
        + edge
        + strands
        + _rings(sitting)
    )


def _rings(sitting: Sitting) -> str:
    see = sitting.head.turn.see
    stud = disc(*sitting.head.on(23, 55, 14)[:2], 3.2, "#fff0c8")
    return (
        stud
        + disc(*see(98, 50, -104)[:2], 3.6, "#ffe6b0")
        + disc(*see(108, 26, -134)[:2], 2.8, "#d8e6ee")
        + disc(*see(110, 10, -138)[:2], 2.8, "#d8e6ee")
    )


def back_hair(sitting: Sitting) -> str:
    """Returns the hair that hangs behind neck and shoulder."""
    return shape(sitting.head.carried(BACK), sitting.paint.hair_back)


def marks(sitting: Sitting) -> str:
    """Returns the soft shadow under a reader's eyes."""
    return brush(sitting.head.skin("26 16; 44 24; 64 21"), 4, sitting.paint.shade, opacity=0.45)


def behind(sitting: Sitting) -> str:
    """Returns the headphones' band and the shirt's collar behind the neck."""
    collar = shape("296 600!; 330 540; 420 500; 470 508; 498 570!; 440 640", sitting.paint.cloth_dark)
    return collar + brush("278 606; 296 556; 350 522; 420 512; 476 540; 490 600", 15, "#15172a", "even")


def torso(sitting: Sitting) -> str:
    """Returns the work shirt."""
    paint, picture = sitting.paint, sitting.picture
    body = "36 900!; 60 680; 112 626; 204 594; 284 574!; 330 640; 396 646; 450 608; 484 560!; 536 580; 584 626; 630 900!"
    glint = picture.linear((450, 600), (580, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape(
        "36 900!; 60 680; 112 626; 204 594; 284 574!; 300 620!; 240 640; 188 690; 176 900!", paint.cloth_lit, filter=picture.rough(0.035, 6)
    )
    seams = (
        stroke("150 612; 128 660; 122 760", mix(paint.cloth, paint.cloth_dark, 0.3), 3)
        + stroke("360 650; 352 720; 352 800", paint.cloth_dark, 4)
        + brush("236 640; 212 690; 206 760", 7, paint.cloth)
    )
    return form(picture, body, paint.cloth, lit, seams, rims=(Rim(6, -4, glint),))


def clothes(sitting: Sitting) -> str:
    """Returns the collar, and the headphones that live round her neck."""
    paint, rough = sitting.paint, sitting.picture.rough(0.035, 6)
    far = shape("286 566!; 262 590; 266 664!; 330 690!; 352 650!; 312 616", mix(paint.cloth_lit, "#ffffff", 0.18), filter=rough)
    near = shape("486 574!; 506 600; 470 668!; 400 690!; 356 652!; 430 624", mix(paint.cloth, paint.cloth_dark, 0.25), filter=rough)
    band = brush("276 612; 284 590; 300 572", 13, "#15172a", "even") + brush("484 612; 488 590; 484 566", 14, "#15172a", "even")
    left = shape("240 584; 266 568; 300 580; 312 618; 302 662; 272 680; 242 662; 230 622", "#15172a") + shape(
        "240 594; 260 582; 282 594; 290 626; 280 660; 256 662; 240 628", "#2b3560"
    )
    left += shape("240 594; 260 582; 268 590; 258 622; 262 660; 244 640", "#8fb4c4", filter=rough)
    right = (
        shape("452 596; 482 580; 508 594; 516 634; 500 674; 470 682; 446 648", "#15172a")
        + shape("464 610; 484 596; 500 612; 502 640; 486 662; 468 660", "#232a4e")
        + brush("500 590; 516 620; 512 660", 4, paint.rim, opacity=0.7)
    )
    return far + near + band + left + right


def backdrop(sitting: Sitting) -> str:
    """Returns a street at night through a wet pane: lamps out of focus and a bus stop's pole."""
    paint = sitting.paint
    wall = shape("604 -4!; 604 704!; 486 704!; 486 -4!", paint.cloth_dark, opacity=0.55, filter=sitting.picture.rough(0.035, 6))
    lamps = [disc(x, y, r, colour, opacity=strength) for x, y, r, colour, strength in LAMPS]
    return wall + "".join(lamps)


LAMPS = (
    (52, 96, 26, "#ffd9a0", 0.5),
    (52, 96, 16, "#fff0d0", 0.5),
    (150, 60, 18, "#ffd9a0", 0.35),
    (196, 150, 12, "#ffb48a", 0.35),
    (30, 190, 14, "#9ad4e0", 0.3),
    (120, 204, 9, "#ffd9a0", 0.3),
    (540, 80, 20, "#ffd9a0", 0.28),
    (572, 160, 12, "#9ad4e0", 0.25),
    (76, 330, 10, "#ffb48a", 0.3),
    (166, 330, 7, "#ffd9a0", 0.25),
)


def prop(sitting: Sitting) -> str:
    """Returns the head of a bass with its four tuners, out of focus."""
    neck = brush("-100 830; 20 716; 140 590", 46, "#1c1430", "even") + shape(
        "104 640!; 84 604; 124 540; 166 500!; 192 520; 178 552; 148 604; 124 640", "#1c1430"
    )
    tuners = [disc(x, y, 11, "#d8a574") for x, y in ((82, 588), (100, 556), (124, 526), (152, 496))]
    return group(neck, *tuners, brush("-80 790; 24 700; 112 598; 152 524", 5, "#f0b58a"), filter=sitting.picture.blur(2, 0.06))


SANA = Sitter(
    "sana",
    SKULL,
    FEATURES,
    PAINT,
    Turn(47, 2, 0, (330, 312)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="312 440!; 336 400; 412 340!; 428 420; 436 500; 476 566!; 390 640!; 262 600!; 308 560; 318 510",
    neck_light="306 480!; 324 490; 328 530; 316 600!; 256 610!; 302 556",
)
