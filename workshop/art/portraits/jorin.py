"""Draws Jorin, twenty-four: a wide warm face, a nose broken once, ginger stubble, glasses pushed up, a cardigan knitted for him.

Why so long: most of it is lines and colours, the drawing itself.
"""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.light import Rim, form
from workshop.art.palette import mix
from workshop.art.portraits.bones import Cut, Nose
from workshop.art.portraits.locks import curl, specks
from workshop.art.portraits.moods import GLAD, GUARDED, HURT, OPEN
from workshop.art.portraits.sitter import Eyes, Features, Mouth, Paint, Sitter
from workshop.art.portraits.solid import Skull, Turn, rows
from workshop.art.svg import disc, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitting

PAINT = Paint(
    lit="#f3bd92",
    band="#d2694c",
    shade="#774760",
    deep="#44294c",
    bounce="#8d6c90",
    white="#ecd2ba",
    iris="#4d6679",
    lip="#c87562",
    ink="#2a1830",
    hair="#803f34",
    hair_lit="#e08a4c",
    hair_back="#54303a",
    cloth="#57604c",
    cloth_lit="#a8a06a",
    cloth_dark="#343c3e",
    key="#f6c98c",
    middle="#a9705f",
    night="#2c2f55",
    rim="#e9d6b0",
)
SKULL = Skull(
    widths=(
        (-190, 60),
        (-150, 100),
        (-100, 118),
        (-50, 122),
        (0, 121),
        (40, 125),
        (80, 120),
        (112, 112),
        (140, 91),
        (160, 66),
        (173, 40),
        (178, 8),
    ),
    profile=((-190, -60), (-140, -18), (-90, -4), (-40, 8), (-4, -5), (40, 2), (100, 5), (130, 2), (156, 8), (178, -4)),
    jaw=((34, 174, -12), (70, 163, -34), (105, 132, -62), (116, 94, -82), (115, 40, -92), (110, -30, -96), (104, -110, -90)),
    flatness=2.6,
)
FEATURES = Features(
    eyes=Eyes(inner=24, outer=76, slant=4, upper=16, lower=8, iris=12.5, fold=6, lash=5),
    mouth=Mouth(v=112, half=38, upper=6, lower=11),
    nose=Nose(bridge=4, middle=34, tip=40, tip_v=64, wing=36, wing_v=63, base=79, bend=(-1, -5), crook=(6, 8)),
    cut=Cut(temple=66, cheek=88, cheek_v=24, jaw=66, chin=178, hollow=0.1),
    brow="18 -30; 40 -35; 64 -38; 92 -30",
    brow_width=15,
    ear=(113, 0, -84, 1.15),
)
MOODS = {
    "open": replace(OPEN, lid=0.82, low=0.45, brow=(-6, -7, -1), corners=(-10, -8), smile=0.55),
    "guarded": replace(GUARDED, lid=0.8, low=0.3, brow=(4, 2, 0), corners=(-4, 0), press=0.6, gaze=(2, 0)),
    "hurt": replace(HURT, lid=0.58, roll=-5),
    "glad": replace(GLAD, lid=0.62, corners=(-13, -11), smile=0.9),
}
CROP = """
    210 226!; 203 200; 206 164; 222 136!; 240 122; 258 112!; 282 106; 300 98!; 326 94; 346 90!; 372 90; 392 92!; 414 98; 436 106!;
    452 120; 470 134!; 478 154; 490 174!; 490 196; 498 220!; 490 244; 492 272!; 484 300; 474 340; 458 372!; 448 340; 446 300;
    434 274; 414 276!; 404 300; 398 334!; 388 300; 386 270; 380 240; 356 218; 344 204!; 300 194; 262 200; 236 212
"""
CURLS = """
    468 286 80 16; 474 246 60 19; 474 204 40 18; 468 162 20 21; 444 132 0 18; 460 210 70 17; 450 172 50 16; 438 250 90 18;
    420 144 30 19; 412 114 -20 17; 428 208 70 18; 402 178 60 20; 412 240 110 18; 388 134 20 17; 376 106 -40 18; 386 214 100 18;
    368 164 60 22; 352 128 10 19; 338 106 -50 17; 356 198 110 20; 336 164 60 17; 318 132 0 20; 298 112 -60 18; 322 192 120 21;
    300 160 70 18; 280 136 10 21; 260 126 -60 17; 288 190 130 18; 264 164 80 20; 236 142 -50 20; 256 190 140 19; 228 174 100 22;
    216 206 120 17
"""


def hair(sitting: Sitting) -> str:
    """Returns thick ginger curls, and reading glasses pushed up into them."""
    paint, carried, picture = sitting.paint, sitting.head.carried, sitting.picture
    glint = picture.linear((400, 330), (500, 180), (0, paint.rim, 0), (0.6, paint.rim, 0.5), (1, paint.rim, 1))
    share = 1.0 if sitting.lit else 0.75
    cast = shape(
        carried("206 232!; 240 220; 300 206; 344 216; 372 244; 380 300; 396 350!; 420 300; 380 200; 240 170"), paint.shade, opacity=0.5
    )
    curls = [curl(sitting, x, y, size, 170 + turn * 1.4, min(1.0, max(0.1, (410 - x) / 180)) * share) for x, y, turn, size in rows(CURLS)]
    back = brush(carried("440 112; 474 142; 492 180; 496 224; 490 272"), 5, glint)
    return "".join(
        (
            group(cast, clip_path=picture.clip(sitting.head.outline())),
            shape(carried(CROP), mix(paint.hair, paint.hair_back, 0.45)),
            *curls,
            back,
            _glasses(sitting),
        )
    )


def _glasses(sitting: Sitting) -> str:
    head = sitting.head
    far = [
        head.turn.see(u, v, z)
        for u, v, z in ((-88, -126, 0), (-50, -140, 20), (-14, -128, 30), (-12, -94, 36), (-46, -80, 30), (-84, -92, 8))
    ]
    near = [
        head.turn.see(u, v, z) for u, v, z in ((12, -128, 30), (50, -140, 20), (88, -126, 0), (86, -92, 8), (48, -80, 30), (12, -94, 36))
    ]
    wire = "#2d2038"
    bridge = [head.turn.see(u, v, z) for u, v, z in ((-12, -112, 33), (0, -120, 39), (12, -112, 33))]
    arm = [head.turn.see(u, v, z) for u, v, z in ((88, -110, 2), (106, -80, -50), (114, -30, -98))]
    glass = "".join(shape(lens, "#ffe9c4", opacity=strength) for lens, strength in ((far, 0.32), (near, 0.16)))
    rims = "".join(shape(lens, "none", stroke=wire, stroke_width=5) for lens in (far, near))
    flash = brush([head.turn.see(u, v, z) for u, v, z in ((-74, -114, 10), (-54, -126, 20), (-36, -130, 26))], 5, "#fff6e2", opacity=0.9)
    return glass + rims + stroke(bridge, wire, 5) + stroke(arm, wire, 5) + flash


def back_hair(sitting: Sitting) -> str:
    """Returns the curls at the back of the head."""
    return shape(sitting.head.carried("300 130!; 420 120; 476 170; 488 250; 474 340; 452 384!; 420 400!; 380 300"), sitting.paint.hair_back)


def marks(sitting: Sitting) -> str:
    """Returns stubble, a line of laughter, and the old break in the nose."""
    head, paint = sitting.head, sitting.paint
    jaw = head.skin("-112 70!; -84 104; -56 100; -40 95; 0 92; 38 95; 60 98; 92 66; 112 10!; 120 100; 90 190; 0 210; -90 190")
    rough = sitting.picture.rough(0.07, 6, 4)
    chance = random.Random(5)
    places = [(chance.uniform(-92, 100), chance.triangular(88, 180, 152)) for _ in range(190)]
    spots = [head.on(u, v) for u, v in places if not (abs(u) < 44 and 101 < v < 134)]
    lit = sitting.lit
    smile = brush(head.skin("34 70; 48 88; 54 106"), 3.4, paint.shade, opacity=0.5)
    scar = brush(head.skin("2 18 32; 14 26 24"), 3, paint.band, opacity=0.7)
    shade = group(shape(jaw, "#b4623a", opacity=0.3 if lit else 0.24), filter=rough)
    return shade + specks(spots, "#a8512f" if lit else "#8d4a44", 2.4, 0.5) + smile + scar


def behind(sitting: Sitting) -> str:
    """Returns the back of the cardigan's collar."""
    return shape("250 640!; 300 560; 400 500; 470 496; 512 560; 530 640!", sitting.paint.cloth_dark)


def torso(sitting: Sitting) -> str:
    """Returns a collarless shirt and the cardigan over it, with a band of diamonds knitted by someone who counted."""
    paint, picture = sitting.paint, sitting.picture
    body = "-10 900!; 10 690; 64 628; 160 592; 262 572!; 316 640; 400 650; 470 610; 506 560!; 572 584; 624 640; 670 900!"
    glint = picture.linear((450, 600), (600, 590), (0, paint.rim, 0), (1, paint.rim, 0.9))
    lit = shape("-10 900!; 10 690; 64 628; 160 592; 262 572!; 270 630; 220 680; 200 900!", paint.cloth_lit, filter=picture.rough(0.035, 6))
    ribs = [
        brush(
            f"{x} {y}; {x - 8} 720; {x - 12} 780", 4, mix(paint.cloth, paint.cloth_lit, 0.5) if x < 230 else paint.cloth_dark, opacity=0.5
        )
        for x, y in ((40, 660), (70, 640), (100, 626), (130, 616), (500, 610), (530, 606), (560, 616))
    ]
    diamonds = [
        shape(f"{x} {y - 11}!; {x + 9} {y}!; {x} {y + 11}!; {x - 9} {y}!", "#f0d9a0" if x < 250 else "#b9935e", opacity=0.9)
        for x, y in DIAMONDS
    ]
    return form(picture, body, paint.cloth, lit, *ribs, *diamonds, rims=(Rim(6, -4, glint),))


DIAMONDS = (
    (-4, 690),
    (20, 672),
    (46, 658),
    (72, 646),
    (100, 636),
    (128, 627),
    (156, 620),
    (184, 614),
    (212, 609),
    (508, 606),
    (534, 610),
    (560, 617),
    (586, 628),
)


def clothes(sitting: Sitting) -> str:
    """Returns the shirt's neckband and the cardigan's ribbed shawl collar."""
    paint, rough = sitting.paint, sitting.picture.rough(0.035, 6)
    shirt = shape("262 580!; 290 640; 340 664; 400 664; 460 634; 500 566!; 470 700; 380 900!; 300 900!; 270 700", "#cdb9a8") + shape(
        "262 580!; 290 640; 330 662!; 330 900!; 290 900!", "#f3e2cc", filter=rough
    )
    band = (
        brush("262 582; 290 634; 340 660; 400 660; 458 630; 498 570", 12, "#8f7f8c", "even")
        + brush("262 582; 284 626; 316 650", 10, "#fff0da", "even")
        + brush("352 668; 350 720; 352 800", 4, "#8f7f8c", "even")
    )
    left = shape("276 560!; 246 574; 222 606; 214 680; 250 900!; 322 900!; 272 720; 262 640", mix(paint.cloth_lit, paint.cloth, 0.35))
    right = shape("494 546!; 524 572; 532 640; 500 720; 400 900!; 350 900!; 420 760; 478 650", paint.cloth_dark)
    ribs = [
        brush(line, 4, mix(paint.cloth_lit, "#f3e2cc", 0.3), opacity=0.6)
        for line in ("262 578; 240 620; 242 700; 270 800", "270 582; 252 630; 258 710; 286 800")
    ]
    ribs += [
        brush(line, 4, paint.cloth, opacity=0.9) for line in ("508 570; 510 640; 470 720; 410 800", "500 570; 496 640; 450 720; 386 800")
    ]
    return shirt + band + left + right + "".join(ribs)


def backdrop(sitting: Sitting) -> str:
    """Returns the weighing dial on the wall, as large as a door."""
    paint = sitting.paint
    x, y = 472, 176
    face = disc(x, y, 196, mix(paint.middle, paint.night, 0.55)) + disc(x, y, 178, mix(paint.middle, paint.key, 0.25), opacity=0.5)
    ticks = []
    for k in range(36):
        angle = math.radians(k * 10)
        a, b = (148, 166) if k % 3 == 0 else (156, 166)
        ends = [(x + r * math.cos(angle), y + r * math.sin(angle), False) for r in (a, b)]
        ticks.append(stroke(ends, paint.night, 5 if k % 3 == 0 else 2.5, opacity=0.55))
    return face + "".join(ticks) + brush(f"{x} {y}; {x - 60} {y - 84}; {x - 88} {y - 122}", 9, paint.night, "out", opacity=0.6)


def prop(sitting: Sitting) -> str:
    """Returns a sheaf of copied music in his hand's reach, out of focus."""
    sheet = shape("-30 674!; 96 640!; 150 656!; 172 730!; -30 730!", "#e8cfa6") + shape("96 640!; 150 656!; 172 730!; 116 730!", "#b98f72")
    lines = [stroke(f"-20 {y}; {96 + (y - 674) // 4} {y - 32}", "#8a6a62", 2) for y in (688, 695, 702, 709, 724, 731)]
    return group(sheet, *lines, filter=sitting.picture.blur(2.6, 0.06))


JORIN = Sitter(
    "jorin",
    SKULL,
    FEATURES,
    PAINT,
    Turn(22, 1, 0, (310, 306)),
    MOODS,
    backdrop,
    back_hair,
    behind,
    torso,
    marks,
    hair,
    clothes,
    prop,
    neck="280 440!; 330 400; 434 340!; 446 420; 460 500; 500 566!; 390 640!; 232 600!; 282 560; 288 510",
    neck_light="270 490!; 300 500; 304 540; 290 600!; 230 610!; 266 556",
)
