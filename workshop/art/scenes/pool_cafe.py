"""The pool café at six: Wet Cardboard on bread crates, the lifeguard beyond the glass, and three people in plastic chairs."""

from __future__ import annotations

import random

from workshop.art.brush import limb, mark, oval
from workshop.art.heads import ludo
from workshop.art.light import Rim, cone, dust, form, glow, haze, rising, shadow, steam, warm
from workshop.art.listeners import jorin, nilu, two_seeded
from workshop.art.mika import head
from workshop.art.palette import CLAY, GLASS, LAMP, MAUVE
from workshop.art.people import AQUA, BROWN, FAIR, OLIVE, fist, placed, profile
from workshop.art.props import cymbal, drum, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, spline, stroke, tag

# A shape stays one line of numbers.
# fmt: off
HATCH = (716, 256, 250, 232)
STAGE = 622


def draw() -> str:
    """Returns the picture as SVG."""
    picture = Picture()
    _far(picture)
    _mid(picture)
    _light(picture)
    _near(picture)
    return picture.text()


def _far(picture: Picture) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), (0, "#1f3058", 1), (0.34, "#35345f", 1), (0.45, "#4f3a5e", 1), (0.6, "#2e2956", 1), (1, "#16173a", 1)))
    picture.add("far", _pool(picture), _wall(picture), _ceiling(picture), _floor(picture))


def _pool(picture: Picture) -> str:
    hall = picture.linear((0, 130), (0, 430), (0, "#26406e", 1), (0.55, "#3f6c8c", 1), (1, "#80b6b6", 1))
    water = picture.linear((0, 424), (0, 640), (0, "#d3f2e2", 1), (0.16, "#9ad8cb", 1), (0.5, "#5fa3ac", 1), (1, "#2f6084", 1))
    chance = random.Random(8)
    glints = "".join(f"M{chance.randint(-16, 500)} {y}h{chance.randint(14, 26 + (y - 430) // 2)}" for y in (436 + k * k // 9 for k in range(6, 42)) for _ in range(2))
    lanes = "".join(stroke(f"{-20} {y}; 640 {y - 6}", colour, wide, stroke_dasharray="14 9", opacity=0.8) for y, colour, wide in ((452, "#e8c79a", 3), (486, "#e9efe6", 4), (536, "#d9825e", 5)))
    flags = stroke("-20 214; 300 244; 640 210", "#1d2c54", 2) + "".join(flat(f"{x} {216 + 27 * (1 - ((x - 300) / 320) ** 2):.0f}; {x + 22} {216 + 27 * (1 - ((x - 289) / 320) ** 2):.0f}; {x + 10} {246 + 27 * (1 - ((x - 300) / 320) ** 2):.0f}", colour, opacity=0.85) for x, colour in zip(range(-8, 620, 57), ("#d98b6a", "#8ccbc0", "#bfbad8", "#c07c97") * 4, strict=False))
    tiles = box(-16, 396, 660, 30, "#5a8c98") + box(-16, 396, 660, 4, "#a8d6cc", opacity=0.7)
    return group(box(-16, 120, 660, 320, hall), *(box(x, 270, 70, 90, "#1b2a56", opacity=0.7) for x in (20, 130, 500)), tiles, box(-16, 424, 660, 220, water), tag("path", d=glints, stroke="#e6fbf0", stroke_width=3, fill="none", opacity=0.5), lanes, flags, haze(picture, 340, 180, "#bfe6d6", 0.3, -16, 660), group(_lifeguard(picture), transform="translate(212 -24)"), _frames(picture))


def _lifeguard(picture: Picture) -> str:
    ink, edge = "#1b2750", Rim(3, -3, "#c9efe2", 0.75, 0.8)
    chair = "".join(stroke(line, ink, 8) for line in ("92 330; 62 560", "150 330; 176 560", "84 400; 158 400", "76 452; 164 452", "68 506; 170 506")) + box(78, 322, 84, 12, ink, 3) + stroke("84 324; 78 250", ink, 7)
    legs = form(picture, limb("112 312; 164 312; 172 352; 170 392", (34, 30, 24, 18)), "#2a3563", rims=(edge,)) + shape("162 388; 194 392; 196 402; 162 402", ink)
    body = form(picture, "96 324; 88 290; 92 254; 106 236; 126 240; 134 262; 136 292; 132 322", "#7a3f4c", rims=(Rim(4, -3, "#e8b694", 0.8, 1),))
    arm = form(picture, limb("112 250; 120 286; 152 300", (24, 20, 16)), "#5c3448", rims=(edge,))
    head = picture.stamp(92, 176, 0.29, profile(picture, BROWN, lid=0.3))
    cap = shape("96 184; 112 168; 138 174; 144 190!; 162 194!; 162 199!; 126 196; 100 204", "#7a3f4c")
    return group(chair, legs, head, cap, body, arm, opacity=0.92)


def _frames(picture: Picture) -> str:
    post = picture.linear((0, 0), (640, 0), (0, "#1a234c", 1), (0.8, "#2a2850", 1), (1, "#6d4658", 1))
    return group(*(box(x, 120, 16, 520, post) + box(x + 13, 120, 3, 520, CLAY, opacity=0.1 + x / 1400) for x in (214, 430)), box(626, 100, 26, 560, post), box(-16, 118, 664, 18, post), box(-16, STAGE - 6, 664, 40, "#1c2046"))


def _wall(picture: Picture) -> str:
    x, y, wide, high = HATCH
    inside = picture.linear((0, y), (0, y + high), (0, "#a85a44", 1), (0.3, "#d98a52", 1), (0.7, "#f2b56a", 1), (1, "#e59a58", 1))
    shelves = box(x, y + 76, wide, 8, "#7d3f3c") + "".join(box(x + 14 + k * 30, y + 46 + k % 3 * 4, 20, 30 - k % 3 * 4, tone, 4) for k, tone in enumerate(("#9a5244", "#c07a50", "#8a4640", "#d09058", "#a55a48", "#c8804e", "#8a4640", "#b86e4a")))
    urn = form(picture, f"{x + 24} {y + high}!; {x + 24} {y + 150}; {x + 34} {y + 132}; {x + 70} {y + 132}; {x + 82} {y + 150}; {x + 82} {y + high}!", "#7d4540", box(x + 44, y + 140, 10, 110, "#ffe2ae", 5, opacity=0.8)) + box(x + 46, y + 118, 16, 16, "#8a4a40", 4)
    shutter = box(x - 6, y - 34, wide + 12, 60, picture.linear((0, y - 34), (0, y + 26), (0, "#3d2f56", 1), (1, "#7a5060", 1))) + "".join(box(x - 6, y - 30 + k * 11, wide + 12, 3, "#2a2048", opacity=0.7) for k in range(5)) + box(x - 6, y + 22, wide + 12, 6, "#ffcf8c")
    jambs = box(x - 18, y - 34, 18, high + 40, "#8a5254") + box(x + wide, y - 34, 18, high + 40, "#5d3c54")
    ledge = flat(f"{x - 36} {y + high}; {x + wide + 36} {y + high}; {x + wide + 44} {y + high + 20}; {x - 44} {y + high + 20}", "#ffd9a0") + box(x - 44, y + high + 20, wide + 88, 10, "#8a4f4a")
    return group(warm(picture, x + wide / 2, y + 150, 540, 0.66), jambs, box(x, y, wide, high, inside), shelves, urn, _cups(x, y + high), shutter, ledge, _whiteboard(picture), _machine(picture))


def _cups(x: float, foot: float) -> str:
    return "".join(shape(f"{x + k} {foot - 26}!; {x + k + 22} {foot - 26}!; {x + k + 18} {foot}!; {x + k + 4} {foot}!", tone) for k, tone in ((176, "#d98b5a"), (202, "#ffe2b4"), (226, "#c9764e")))


def _whiteboard(picture: Picture) -> str:
    """Tonight's band above, and below it the soup, wiped out with a sleeve."""
    white = picture.linear((1030, 0), (1190, 0), (0, "#b58a94", 1), (0.3, "#7d7196", 1), (1, "#4c4a78", 1))
    words = "".join(stroke(line, "#241c44", 6, opacity=0.7) for line in ("1050 282; 1062 276; 1076 284; 1090 277; 1104 283", "1050 310; 1064 304; 1080 312; 1098 304; 1116 312; 1136 305; 1160 311", "1062 334; 1080 328; 1098 335; 1120 328; 1146 333"))
    smear = "".join(stroke(line, "#a89ac0", 11, opacity=0.5) for line in ("1052 378; 1090 368; 1150 366", "1060 390; 1100 380; 1136 380")) + stroke("1070 380; 1084 376; 1098 381", "#3a3060", 4, opacity=0.4)
    return form(picture, "1030 250!; 1186 250!; 1186 410!; 1030 410!", white, words, smear, rims=(Rim(-4, 0, CLAY, 0.8, 0.6), Rim(3, 3, "#1c1c40", 0.6, 0.6))) + box(1040, 408, 136, 8, "#2a2450", 3) + box(1060, 403, 34, 6, "#a0524a", 3)


def _machine(picture: Picture) -> str:
    tins = "".join(box(1264 + c * 31, 262 + r * 64, 19, 42, tone, 5, opacity=0.6) for r in range(4) for c, tone in enumerate(("#8ccbc0", "#7c629a", "#c07c97", "#8ccbc0")))
    front = box(1252, 240, 132, 290, picture.linear((0, 240), (0, 530), (0, "#3f6f8a", 1), (1, "#243a5e", 1)), 6)
    slots = box(1398, 300, 26, 60, "#2a3060", 4) + disc(1411, 384, 6, "#ff8a6b", opacity=0.8) + box(1262, 556, 112, 40, "#10112e", 5)
    return form(picture, "1234 214!; 1440 214!; 1440 644!; 1234 644!", "#1c1d46", front, tins, slots, rims=(Rim(-4, 0, CLAY, 0.5, 0.8), Rim(0, -4, GLASS, 0.3, 0.8)))


def _ceiling(picture: Picture) -> str:
    plane = "-20 -20; 1940 -20; 1940 60; 648 118; -20 118"
    roof = picture.linear((0, 0), (1700, 0), (0, "#25517a", 1), (0.3, "#28406c", 1), (0.6, "#1f2450", 1), (1, "#131434", 1))
    beams = "".join(flat(line, "#152048", opacity=0.8) for line in ("-20 92; 700 100; 760 110; -20 108", "-20 34; 1000 48; 1060 66; -20 56"))
    return group(flat(plane, roof), tag("g", _ripples(), clip_path=picture.clip([(x, y, True) for x, y in ((-20, -20), (1200, -20), (1010, 100), (648, 118), (-20, 118))])), beams)


def _ripples() -> str:
    chance = random.Random(21)
    cells = []
    for row, (y, high) in enumerate(((-2, 20), (34, 16), (66, 12), (92, 9))):
        wide = high * 4.6
        x = -30.0 + row % 2 * wide
        while x < 860:
            cell = [(a + chance.uniform(-0.16, 0.16) * wide, b + chance.uniform(-0.3, 0.3) * high, False) for a, b, _ in oval(x, y, wide, high)[::2]]
            cells.append(tag("path", d=_loop(cell), fill="none", stroke=GLASS, stroke_width=round(chance.uniform(1.5, high / 4.2), 1), opacity=round(max(0.08, 0.72 - x / 2000 - chance.uniform(0, 0.22)), 2)))
            x += wide * 1.95
    return "".join(cells)


def _loop(line: list[tuple[float, float, bool]]) -> str:
    return spline([(round(x), round(y), corner) for x, y, corner in line])


def _floor(picture: Picture) -> str:
    ground = picture.linear((0, STAGE), (0, 1096), (0, "#2f3a66", 1), (0.4, "#23254f", 1), (1, "#121230", 1))
    pool = picture.radial(830, 720, 640, (0, "#c97a54", 0.55), (0.4, "#94505a", 0.4), (0.7, "#5a3258", 0.2), (1, "#4a2a50", 0), squash=0.4)
    seams = "".join(f"M{830 + k * 110} 640L{830 + k * 420} 1096" for k in range(-7, 10)) + "".join(f"M-16 {y}H1936" for y in (668, 712, 776, 868, 990))
    wet = "".join(ellipse(x, y, a, b, "#7fb6c8", opacity=0.16) for x, y, a, b in ((120, 760, 120, 12), (360, 920, 150, 16), (1020, 880, 90, 10)))
    return group(box(-16, STAGE + 18, 1952, 470, ground), tag("path", d=seams, stroke="#0f1030", stroke_width=3, fill="none", opacity=0.3), ellipse(830, 720, 640, 256, pool), wet)


def _mid(picture: Picture) -> None:
    band = group(_amp(picture, 238, 508, 84, 108, 0), _ludo(picture), _mika(picture), _sana(picture), transform="translate(-30 -60) scale(1.16)")
    picture.add("mid", _crates(picture), band, haze(picture, 560, 200, MAUVE, 0.12))
    picture.add("mid", two_seeded(picture), nilu(picture), jorin(picture))


def _crates(picture: Picture) -> str:
    deck = picture.linear((0, 0), (920, 0), (0, "#2c4468", 1), (0.5, "#5a4a68", 1), (0.9, "#e8a268", 1), (1, "#b87858", 1))
    face = picture.linear((0, 0), (920, 0), (0, "#1f2d58", 1), (0.5, "#3a2c54", 1), (0.9, "#8a4a4a", 1), (1, "#5a3048", 1))
    holes = tag("path", d="".join(f"M{9 + c * 30} {10 + r * 24}h20v15h-20z" for r in range(3) for c in range(3)), fill="#14143a", opacity=0.75)
    fronts = "".join(box(-8 + k * 104, 684, 100, 84, face, 5) for k in range(9))
    return group(shadow(picture, 470, 772, 540, 30, 0.6), flat("10 632; 884 632; 930 672; -16 672", deck), box(-16, 672, 946, 12, "#7a4a50"), box(-16, 672, 946, 3, LAMP, opacity=0.5), fronts, *(picture.stamp(-8 + k * 104, 684, 1, holes) for k in range(9)))


def _amp(picture: Picture, x: float, y: float, wide: float, high: float, lit: float) -> str:
    paint = picture.linear((x, 0), (x + wide, 0), (0, "#1a2048", 1), (0.6, "#2a2048", 1), (1, "#7a4650" if lit else "#3d3458", 1))
    cloth = picture.linear((x, 0), (x + wide, 0), (0, "#2c3560", 1), (1, "#b0685a" if lit else "#574a70", 1))
    knobs = "".join(disc(x + 16 + k * 15, y + 15, 4, "#c9a08a") for k in range(4)) + disc(x + wide - 14, y + 15, 3, "#ff8a6b")
    weave = "".join(f"M{x + 12} {y + 34 + k * 9}h{wide - 24}" for k in range(int((high - 44) // 9)))
    return group(form(picture, f"{x} {y}!; {x + wide} {y}!; {x + wide} {y + high}!; {x} {y + high}!", paint, box(x + 8, y + 28, wide - 16, high - 36, cloth, 4), tag("path", d=weave, stroke="#15143a", stroke_width=2, opacity=0.4), knobs, rims=(Rim(3, -2, LAMP if lit else CLAY, 0.8, 0.8), Rim(-2, 0, GLASS, 0.6, 0.8))))


def _ludo(picture: Picture) -> str:
    warm_edge, cold = Rim(5, -3, "#ffc488", 0.9, 1), Rim(-3, -2, "#a6e0d8", 0.75, 0.8)
    legs = form(picture, limb("246 420; 270 510; 262 604", (56, 46, 38)), "#1f2450", rims=(warm_edge,)) + form(picture, limb("214 420; 204 510; 186 606", (60, 48, 40)), "#23295a", mark("214 470; 206 520; 200 580", 6, "#151a40"), rims=(Rim(4, 0, "#c98062", 0.7, 1), cold))
    shoes = shape("170 604; 190 594; 212 604; 220 616!; 168 616!", "#141636") + shape("248 602; 266 594; 290 606; 298 616!; 246 616!", "#141636") + mark("252 600; 270 597; 294 610", 4, "#e0a070")
    jacket = picture.linear((170, 0), (290, 0), (0, "#2f4a30", 1), (0.5, "#4d5f3c", 1), (1, "#b7a05e", 1))
    torso = form(picture, "196 268; 180 310; 176 370; 180 440!; 276 442!; 278 380; 282 320; 268 274; 236 256", jacket, mark("250 300; 256 360; 248 430", 6, "#2a3a30", "leaf"), rims=(warm_edge, cold))
    sung = shape("180 166!; 166 169; 158 176; 164 186; 175 187!", "#2a0f24")
    face = placed(192, 166, 0.42, ludo(picture, OLIVE), sung, turn=-4)
    guitar = form(picture, "206 424; 214 402; 236 392; 256 396; 272 382; 300 366; 296 386; 306 402; 302 426; 280 440; 258 434; 236 446; 214 442", picture.linear((210, 0), (310, 0), (0, "#7a3a44", 1), (0.6, "#c9664a", 1), (1, "#f6b468", 1)), box(246, 404, 12, 18, "#2a1730", 2), rims=(Rim(3, -4, LAMP, 0.9, 1),))
    neck = flat("284 392; 398 318; 404 326; 292 406", "#a8664c") + flat("284 392; 398 318; 400 321; 287 396", "#ffd9a0") + shape("394 312!; 424 296; 432 304; 406 330!", "#3a2238")
    fret = "".join(stroke(f"{344 + k * 7} {343 - k * 5}; {352 + k * 7} {347 - k * 5}; {355 + k * 7} {356 - k * 5}", tone, 6) for k, tone in enumerate((OLIVE.band, OLIVE.lit, OLIVE.lit)))
    far_arm = form(picture, limb("266 296; 312 352; 350 356", (38, 30, 22)), "#3f5238", rims=(Rim(2, -5, "#e8c080", 0.9, 1),))
    near_arm = form(picture, limb("208 284; 184 350; 196 388", (46, 44, 36), 0.42), jacket, mark("176 340; 196 364; 212 366", 6, "#26362c", "leaf"), rims=(cold,)) + form(picture, limb("190 380; 226 410; 254 408", (32, 26, 18)), OLIVE.shade, rims=(Rim(2, -5, OLIVE.band, 1, 0.6), Rim(2, -3, OLIVE.lit, 0.9, 0.5)))
    hand = shape("246 398; 262 398; 270 408; 264 418; 250 418", OLIVE.band) + mark("250 400; 264 401; 270 410", 5, OLIVE.lit)
    return group(shadow(picture, 232, 616, 90, 12, 0.6), legs, shoes, far_arm, group(face, transform="rotate(-7 226 262)"), torso, guitar, neck, fret, near_arm, hand, transform="translate(-78 0)")


def _mika(picture: Picture) -> str:
    """Behind the kit, face to the light: the right hand on the floor tom, the left one over the snare."""
    hoodie = picture.linear((404, 0), (548, 0), (0, "#1f4058", 1), (0.5, "#2b5a6a", 1), (1, "#9ab49c", 1))
    warm_edge, cold = Rim(5, -3, "#ffc488", 0.95, 1), Rim(-4, -2, "#9fdcd6", 0.8, 1)
    torso = form(picture, "436 372; 410 392; 400 440; 406 580!; 534 580!; 542 440; 532 394; 506 372; 470 362", hoodie, mark("430 410; 438 480; 430 540", 8, "#173450"), mark("508 410; 500 470; 508 540", 8, "#5a7c78", "leaf"), rims=(warm_edge, cold))
    neck = shape("444 322!; 496 340!; 500 376!; 444 376!", FAIR.shade) + shape("486 344!; 496 342!; 502 378!; 486 376!", FAIR.lit)
    hood = form(picture, "424 388; 426 362; 446 350; 466 368; 488 372; 504 352; 520 366; 518 388; 472 402", "#1f4258", mark("436 384; 470 394; 508 384", 6, "#14304a"), rims=(Rim(4, -2, "#f0b482", 0.8, 0.8),))
    right = form(picture, limb("420 400; 394 452; 410 492", (46, 46, 36), 0.42), hoodie, mark("384 458; 402 478; 424 474", 6, "#173450", "leaf"), rims=(cold,)) + form(picture, limb("408 486; 398 500; 384 506", (32, 26, 18)), FAIR.shade, rims=(Rim(1, -6, FAIR.band, 1, 0.6),))
    left = form(picture, limb("522 400; 564 432; 574 448", (48, 44, 36), 0.42), hoodie, mark("546 440; 562 440; 584 430", 6, "#2b5660", "leaf"), mark("530 392; 566 416; 588 442", 7, "#ffcf98", "both"), rims=(warm_edge,)) + form(picture, limb("568 442; 596 452; 618 454", (34, 28, 20)), FAIR.shade, rims=(Rim(1, -9, FAIR.band, 1, 0.6), Rim(1, -6, FAIR.lit, 1, 0.5)))
    sticks = stroke("384 506; 344 522", "#c98a68", 4.5) + stroke("620 455; 676 482", "#f3cf98", 4.5) + disc(677, 483, 4.5, "#ffe9bd")
    hands = picture.stamp(382, 506, 0.36, fist(picture, FAIR), flip=True, turn=-20) + picture.stamp(630, 459, 0.44, fist(picture, FAIR), turn=22)
    return group(torso, neck, hood, placed(432, 262, 0.45, head(picture, fine=False), turn=4), _kit(picture), right, left, sticks, hands)


def _kit(picture: Picture) -> str:
    skin = picture.radial(540, 500, 170, (0, "#ffe4bc", 1), (0.35, "#dea585", 1), (0.7, "#84688e", 1), (1, "#3d4680", 1))
    hoop = picture.linear((390, 0), (550, 0), (0, "#6fa3b0", 1), (0.4, "#5a3a58", 1), (1, "#ffc27a", 1))
    card = form(picture, "434 536!; 506 530!; 512 578!; 440 584!", "#a8704e", tag("path", d="M439 520v70M450 520v70M461 520v70M472 520v70M483 520v70M494 520v70M505 520v70", stroke="#6e4038", stroke_width=2, opacity=0.35), rims=(Rim(2, -2, LAMP, 0.8, 0.5),)) + box(424, 538, 20, 12, "#c9c4d8", opacity=0.7) + box(502, 562, 20, 12, "#c9c4d8", opacity=0.7)
    kick = shadow(picture, 474, 618, 120, 14, 0.6) + disc(472, 552, 74, hoop) + disc(472, 552, 65, "#1a1838") + disc(472, 552, 62, skin) + card
    tom = drum(picture, 0, 0, 47, 12, 38, 0.5)
    floor_tom = "".join(stroke(f"{x} 560; {x + lean} 618", "#15143a", 5) for x, lean in ((318, -4), (382, 4))) + picture.stamp(350, 524, 1, tom)
    crash = stand(picture, 342, 426, 616, 28, 5) + cymbal(picture, 342, 436, 60, 14, -9, 0.3)
    snare = stand(picture, 654, 516, 618, 30, 5) + picture.stamp(654, 496, 0.97, tom)
    return group(crash, floor_tom, snare, kick)


def _sana(picture: Picture) -> str:
    """Back to the hatch, face to Ludo: the water lights her front, the hatch her hair."""
    wool = picture.linear((690, 0), (804, 0), (0, "#3a5f8c", 1), (0.25, "#24376c", 1), (0.7, "#1a2150", 1), (1, "#43304e", 1))
    cold, warm_edge = Rim(-4, -2, "#b4dcd6", 0.8, 1), Rim(4, -3, "#ffc488", 0.95, 1)
    legs = form(picture, limb("730 436; 716 520; 722 606", (52, 44, 34)), "#1b1d48", rims=(cold,)) + form(picture, limb("766 436; 774 520; 780 608", (56, 46, 36)), "#20224f", mark("760 480; 768 530; 772 590", 6, "#14153a"), rims=(warm_edge,))
    boots = shape("690 616!; 698 604; 722 594; 742 600; 742 616!", "#141636") + shape("746 618!; 754 606; 776 596; 800 602; 800 618!", "#141636")
    torso = form(picture, "722 296; 704 330; 698 390; 704 450!; 796 452!; 804 390; 800 330; 780 296; 748 286", wool, mark("740 330; 732 390; 742 440", 7, "#232a58", "leaf"), rims=(cold, warm_edge))
    back = form(picture, "752 186; 784 200; 796 240; 800 310; 806 380; 800 440; 784 428; 774 440; 764 400; 756 340; 744 296; 730 262; 734 220", "#171430", mark("768 206; 782 270; 784 350; 788 420", 7, "#35284a"), mark("752 220; 760 290; 770 360; 774 420", 6, "#2b2246"), rims=(Rim(5, -3, "#f0a870", 0.9, 1),))
    face = picture.stamp(762, 186, 0.42, profile(picture, AQUA, lid=0.5), flip=True, turn=-2)
    fringe = shape("690 222!; 694 198; 716 180; 748 176; 780 194; 790 230; 778 270; 760 288; 746 262; 738 236; 722 214; 704 210", "#171430") + mark("698 206; 720 188; 750 184", 5, "#5d7f92", "leaf") + mark("762 188; 782 208; 788 236", 5, "#c07a52", "leaf")
    wood = form(picture, "694 372; 708 392; 722 396; 738 392; 758 392; 766 410; 758 424; 768 444; 762 464; 738 470; 718 456; 708 432; 692 412", picture.linear((690, 0), (776, 0), (0, "#3f5a7c", 1), (0.5, "#472a4c", 1), (1, "#c9664a", 1)), box(728, 420, 9, 22, "#14122e", 2), rims=(Rim(-3, -3, "#b4dcd6", 0.8, 1), Rim(3, -2, LAMP, 0.7, 1)))
    neck = flat("708 406; 644 306; 652 302; 718 400", "#8a5a50") + flat("708 406; 644 306; 647 304; 712 403", "#c9d8cc") + shape("640 308!; 622 280; 630 270; 640 276; 656 300!", "#241a36") + "".join(disc(x, y, 3, "#c9b8a8") for x, y in ((622, 292), (632, 304), (640, 270)))
    far_hand = "".join(stroke(f"{661 + k * 5} {324 + k * 8}; {670 + k * 5} {319 + k * 8}; {679 + k * 5} {324 + k * 8}", tone, 7) for k, tone in enumerate((OLIVE.band, OLIVE.band, OLIVE.shade)))
    far_arm = form(picture, limb("716 316; 690 356; 680 340", (30, 26, 18)), "#2c3a6c", rims=(Rim(-3, -3, "#9fc4c8", 0.8, 1),))
    arm = form(picture, limb("768 314; 782 372; 764 404", (46, 42, 34), 0.42), wool, mark("760 386; 776 392; 796 382", 6, "#1c2250", "leaf"), rims=(warm_edge,)) + form(picture, limb("770 398; 752 416; 736 420", (28, 22, 16)), OLIVE.shade, rims=(Rim(-2, -5, OLIVE.band, 1, 0.6), Rim(3, -3, "#e8a878", 0.8, 0.6)))
    hand = shape("744 408; 732 410; 724 420; 730 430; 744 428", OLIVE.band) + mark("740 410; 730 412; 724 422", 4, "#e8b090")
    return group(shadow(picture, 748, 618, 80, 11, 0.6), legs, boots, far_arm, face, torso, fringe, back, wood, neck, far_hand, arm, hand)


def _light(picture: Picture) -> None:
    x, y, wide, _ = HATCH
    middle = x + wide / 2
    chance = random.Random(3)
    picture.add(
        "light", glow(picture, middle - 60, y + 170, 760, "#c8552e", 0.26), cone(picture, f"{x} {y + 40}!; {x + wide} {y + 40}!; {x + wide + 160} 1000!; {x - 420} 1000!", y + 60, 1000, "#d9742c", 0.15, 16),
        glow(picture, middle, y + 130, 230, "#ff9a48", 0.13), glow(picture, 200, 470, 420, "#2f6a6c", 0.16, 0.5), dust(chance, 24, (520, 980), (300, 760)),
    )


def _near(picture: Picture) -> None:
    table = shape(oval(1330, 1040, 260, 62), picture.linear((1070, 0), (1590, 0), (0, "#c98062", 1), (0.2, "#5a3a58", 1), (1, "#1a1a40", 1))) + box(1316, 1050, 30, 80, "#14143a")
    cup = form(picture, "1204 952!; 1272 952!; 1262 1030; 1238 1038; 1214 1030", picture.linear((1200, 0), (1274, 0), (0, "#ffdcae", 1), (0.4, "#b98a94", 1), (1, "#4a4478", 1))) + ellipse(1238, 952, 34, 8, "#4a2a3c")
    spoon = stroke("1290 1034; 1360 1022", "#a88a98", 6) + ellipse(1374, 1020, 16, 8, "#b898a0", -8)
    picture.add("near", group(table, spoon, cup, filter=picture.blur(3, 0.05)), rising(steam(picture, 1238, 944, 130, 0.22, 14)))
