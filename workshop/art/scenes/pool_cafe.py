"""The café beside the pool, evening: Wet Cardboard plays to four people in plastic chairs, and the hatch is open."""

from __future__ import annotations

import random

from workshop.art.brush import brush, limb, oval
from workshop.art.light import Rim, cone, dust, form, glow, haze, shadow, steam, warm
from workshop.art.palette import CLAY, GLASS, LAMP, MAUVE, PAPER
from workshop.art.people import BROWN, DARK, FAIR, OLIVE, Tone, fist, placed, profile
from workshop.art.props import cymbal, drum, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, spline, stroke, tag

# A shape stays one line of numbers.
# fmt: off
HATCH = (700, 236, 262, 246)
STAGE = 622
CHILD = "92 8!; 140 14; 166 42; 172 74; 171 92; 166 104; 174 122; 184 138; 181 146; 171 151; 176 161; 177 167; 168 171!; 174 178; 173 185; 165 189; 168 200; 160 212; 142 218; 116 208; 92 188; 70 150; 44 84"


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
    glints = "".join(f"M{chance.randint(-16, 600)} {y}h{chance.randint(14, 30 + (y - 430) // 2)}" for y in (436 + k * k // 9 for k in range(6, 42)) for _ in range(3))
    lanes = "".join(stroke(f"{-20} {y}; 640 {y - 6}", colour, wide, stroke_dasharray="14 9", opacity=0.8) for y, colour, wide in ((452, "#e8c79a", 3), (486, "#e9efe6", 4), (536, "#d9825e", 5)))
    flags = stroke("-20 214; 300 244; 640 210", "#1d2c54", 2) + "".join(flat(f"{x} {216 + 27 * (1 - ((x - 300) / 320) ** 2):.0f}; {x + 22} {216 + 27 * (1 - ((x - 289) / 320) ** 2):.0f}; {x + 10} {246 + 27 * (1 - ((x - 300) / 320) ** 2):.0f}", colour, opacity=0.85) for x, colour in zip(range(-8, 620, 46), ("#d98b6a", "#8ccbc0", "#bfbad8", "#c07c97") * 4, strict=False))
    tiles = box(-16, 396, 660, 30, "#5a8c98") + box(-16, 396, 660, 4, "#a8d6cc", opacity=0.7)
    return group(box(-16, 120, 660, 320, hall), *(box(x, 270, 70, 90, "#1b2a56", opacity=0.7) for x in (20, 130, 500)), tiles, box(-16, 424, 660, 220, water), tag("path", d=glints, stroke="#e6fbf0", stroke_width=3, fill="none", opacity=0.5), lanes, flags, haze(picture, 340, 180, "#bfe6d6", 0.3, -16, 660), _lifeguard(picture), _frames(picture))


def _lifeguard(picture: Picture) -> str:
    ink, edge = "#1b2750", Rim(3, -3, "#c9efe2", 0.75, 0.8)
    chair = "".join(stroke(line, ink, 8) for line in ("92 330; 62 560", "150 330; 176 560", "84 400; 158 400", "76 452; 164 452", "68 506; 170 506")) + box(78, 322, 84, 12, ink, 3) + stroke("84 324; 78 250", ink, 7)
    legs = form(picture, limb("112 312; 164 312; 172 352; 170 392", (34, 30, 24, 18)), "#2a3563", rims=(edge,)) + shape("162 388; 194 392; 196 402; 162 402", ink)
    body = form(picture, "96 324; 88 290; 92 254; 106 236; 126 240; 134 262; 136 292; 132 322", "#7a3f4c", rims=(Rim(4, -3, "#e8b694", 0.8, 1),))
    arm = form(picture, limb("112 250; 120 286; 152 300", (24, 20, 16)), "#5c3448", rims=(edge,))
    head = placed(92, 176, 0.29, profile(picture, BROWN)) + shape("96 184; 112 168; 138 174; 144 190!; 162 194!; 162 199!; 126 196; 100 204", "#7a3f4c")
    return group(chair, legs, body, arm, head, opacity=0.92)


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
    board = form(picture, "1090 250!; 1250 250!; 1250 430!; 1090 430!", "#1c1c40", *(box(1110, 276 + k * 24, 60 + (k * 37) % 60, 6, PAPER, 3, opacity=0.22) for k in range(6)), rims=(Rim(-3, 0, CLAY, 0.7, 0.6),))
    machine = form(picture, "1420 210!; 1640 210!; 1640 640!; 1420 640!", "#191a3e", box(1440, 240, 130, 300, "#243a5e", 6), *(box(1452 + c * 30, 260 + r * 66, 18, 40, tone, 5, opacity=0.5) for r in range(4) for c, tone in enumerate(("#8ccbc0", "#7c629a", "#c07c97", "#8ccbc0"))))
    return group(warm(picture, x + wide / 2, y + 130, 560, 0.8), jambs, box(x, y, wide, high, inside), shelves, _server(picture), urn, shutter, ledge, board, machine)


def _server(picture: Picture) -> str:
    body = form(picture, "846 486!; 850 440; 868 416; 900 408; 932 416; 950 446; 956 486!", "#5a3048", shape("850 486; 852 444; 868 420; 880 416; 872 450; 872 486", "#c9764c"), rims=(Rim(-4, -2, LAMP, 0.8, 1),))
    head = placed(948, 318, 0.44, profile(picture, Tone("#6d3844", "#b0603e", "#f0b070", "#44203a"), lid=0.5), flip=True)
    hair = shape("874 336!; 880 320; 904 310; 928 316; 942 340; 944 372; 930 392; 916 384; 912 362; 896 346", "#38182e") + disc(944, 322, 15, "#38182e") + brush("880 328; 900 314; 924 318", 5, "#c9734e")
    arm = form(picture, limb("926 430; 912 474; 872 478", (32, 28, 22)), "#6a3644", rims=(Rim(-2, -4, "#f0b47c", 0.9, 1),)) + shape("882 468; 866 464; 854 472; 858 482; 880 484", "#e0a070")
    cup = shape("838 456!; 862 456!; 858 482!; 842 482!", "#fff0d2") + shape("850 456!; 862 456!; 858 482!; 850 482!", "#d98b6a")
    return group(body, head, hair, cup, arm)


def _ceiling(picture: Picture) -> str:
    plane = "-20 -20; 1940 -20; 1940 60; 648 118; -20 118"
    roof = picture.linear((0, 0), (1700, 0), (0, "#25517a", 1), (0.3, "#28406c", 1), (0.6, "#1f2450", 1), (1, "#131434", 1))
    beams = "".join(flat(line, "#152048", opacity=0.8) for line in ("-20 92; 700 100; 760 110; -20 108", "-20 34; 1000 48; 1060 66; -20 56"))
    return group(flat(plane, roof), tag("g", _ripples(), clip_path=picture.clip([(x, y, True) for x, y in ((-20, -20), (1200, -20), (1010, 100), (648, 118), (-20, 118))])), beams)


def _ripples() -> str:
    chance = random.Random(21)
    cells = []
    for row, (y, high) in enumerate(((-2, 19), (32, 15), (61, 12), (84, 9), (104, 7))):
        wide = high * 4.6
        x = -30.0 + row % 2 * wide
        while x < 1160:
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
    picture.add("mid", _crates(picture), _amps(picture), _ludo(picture), _mika(picture), _kit(picture), haze(picture, 520, 200, MAUVE, 0.14))
    picture.add("mid", *_audience(picture))


def _crates(picture: Picture) -> str:
    deck = picture.linear((60, 0), (700, 0), (0, "#2c4468", 1), (0.5, "#5a4a68", 1), (1, "#e8a268", 1))
    face = picture.linear((60, 0), (700, 0), (0, "#1f2d58", 1), (0.5, "#3a2c54", 1), (0.9, "#8a4a4a", 1), (1, "#5a3048", 1))
    parts = [shadow(picture, 380, 734, 420, 30, 0.6), flat("84 600; 650 600; 690 632; 44 632", deck), box(44, 632, 646, 12, "#7a4a50"), box(44, 632, 646, 3, LAMP, opacity=0.5)]
    for k in range(6):
        left = 52 + k * 106
        parts.append(box(left, 646, 102, 84, face, 5) + tag("path", d="".join(f"M{left + 10 + c * 30} {656 + r * 24}h20v15h-20z" for r in range(3) for c in range(3)), fill="#14143a", opacity=0.75))
    return group(*parts)


def _amps(picture: Picture) -> str:
    return _amp(picture, 70, 506, 104, 104, 0) + _amp(picture, 586, 500, 92, 112, 1)


def _amp(picture: Picture, x: float, y: float, wide: float, high: float, lit: float) -> str:
    paint = picture.linear((x, 0), (x + wide, 0), (0, "#1a2048", 1), (0.6, "#2a2048", 1), (1, "#7a4650" if lit else "#3d3458", 1))
    cloth = picture.linear((x, 0), (x + wide, 0), (0, "#2c3560", 1), (1, "#b0685a" if lit else "#574a70", 1))
    knobs = "".join(disc(x + 16 + k * 15, y + 15, 4, "#c9a08a") for k in range(4)) + disc(x + wide - 14, y + 15, 3, "#ff8a6b")
    weave = "".join(f"M{x + 12} {y + 34 + k * 9}h{wide - 24}" for k in range(int((high - 44) // 9)))
    return group(form(picture, f"{x} {y}!; {x + wide} {y}!; {x + wide} {y + high}!; {x} {y + high}!", paint, box(x + 8, y + 28, wide - 16, high - 36, cloth, 4), tag("path", d=weave, stroke="#15143a", stroke_width=2, opacity=0.4), knobs, rims=(Rim(3, -2, LAMP if lit else CLAY, 0.8, 0.8), Rim(-2, 0, GLASS, 0.6, 0.8))))


def _ludo(picture: Picture) -> str:
    warm_edge, cold = Rim(5, -3, "#ffc488", 0.9, 1), Rim(-3, -2, "#a6e0d8", 0.75, 0.8)
    legs = form(picture, limb("246 420; 270 510; 262 604", (56, 46, 38)), "#1f2450", rims=(warm_edge,)) + form(picture, limb("214 420; 204 510; 186 606", (60, 48, 40)), "#23295a", brush("214 470; 206 520; 200 580", 6, "#151a40"), rims=(Rim(4, 0, "#c98062", 0.7, 1), cold))
    shoes = shape("170 604; 190 594; 212 604; 220 616!; 168 616!", "#141636") + shape("248 602; 266 594; 290 606; 298 616!; 246 616!", "#141636") + brush("252 600; 270 597; 294 610", 4, "#e0a070")
    jacket = picture.linear((170, 0), (290, 0), (0, "#2f4a30", 1), (0.5, "#4d5f3c", 1), (1, "#b7a05e", 1))
    torso = form(picture, "196 268; 180 310; 176 370; 180 440!; 276 442!; 278 380; 282 320; 268 274; 236 256", jacket, brush("250 300; 256 360; 248 430", 6, "#2a3a30", "leaf"), rims=(warm_edge, cold))
    head = placed(192, 166, 0.42, profile(picture, OLIVE, lid=0.4, brow="#201630"), turn=-4)
    hair = shape("262 190!; 252 188; 244 204; 232 208; 226 226; 210 232; 198 216; 190 190; 198 168; 224 156; 250 160; 266 174", "#1f1630") + brush("224 160; 250 160; 266 178", 7, "#a8604a", "leaf") + brush("194 200; 196 178; 212 164", 4, "#a6e0d8")
    guitar = form(picture, "222 388; 252 372; 290 380; 302 404; 296 430; 264 444; 228 438; 212 414", picture.linear((210, 0), (310, 0), (0, "#7a3a44", 1), (0.6, "#c9664a", 1), (1, "#f6b468", 1)), box(246, 404, 12, 18, "#2a1730", 2), rims=(Rim(3, -4, LAMP, 0.9, 1),))
    neck = flat("284 392; 398 318; 404 326; 292 406", "#a8664c") + flat("284 392; 398 318; 400 321; 287 396", "#ffd9a0") + shape("394 312!; 424 296; 432 304; 406 330!", "#3a2238")
    fret = "".join(brush(f"{344 + k * 7} {342 - k * 5}; {352 + k * 7} {346 - k * 5}; {356 + k * 7} {358 - k * 5}", 7, tone) for k, tone in enumerate((OLIVE.band, OLIVE.lit, OLIVE.lit)))
    far_arm = form(picture, limb("266 296; 312 352; 350 356", (38, 30, 22)), "#3f5238", rims=(Rim(2, -5, "#e8c080", 0.9, 1),))
    near_arm = form(picture, limb("208 284; 184 350; 196 388", (46, 44, 36), 0.42), jacket, brush("176 340; 196 364; 212 366", 6, "#26362c", "leaf"), rims=(cold,)) + form(picture, limb("190 380; 226 410; 254 408", (32, 26, 18)), OLIVE.shade, rims=(Rim(2, -5, OLIVE.band, 1, 0.6), Rim(2, -3, OLIVE.lit, 0.9, 0.5)))
    hand = shape("246 398; 262 398; 270 408; 264 418; 250 418", OLIVE.band) + brush("250 400; 264 401; 270 410", 5, OLIVE.lit)
    return group(shadow(picture, 232, 616, 90, 12, 0.6), legs, shoes, far_arm, torso, head, hair, guitar, neck, fret, near_arm, hand)


def _mika(picture: Picture) -> str:
    hoodie = picture.linear((400, 0), (520, 0), (0, "#1f4058", 1), (0.5, "#2b5a6a", 1), (1, "#9ab49c", 1))
    torso = form(picture, "428 368; 404 404; 396 470; 402 560!; 506 560!; 516 470; 514 404; 496 370; 460 352", hoodie, brush("420 400; 416 470; 424 540", 7, "#173450"), brush("500 400; 490 450; 500 520", 6, "#e0b48c", "leaf", opacity=0.7), rims=(Rim(5, -3, "#ffc488", 0.95, 1), Rim(-4, -2, "#9fdcd6", 0.8, 1)))
    hood = form(picture, "426 374; 430 352; 458 344; 490 352; 498 374; 462 386", "#1f4258", rims=(Rim(4, -2, "#f0b482", 0.8, 0.8),))
    head = placed(430, 262, 0.44, profile(picture, FAIR, lid=0.8, brow="#4a2430"), turn=6)
    cap = shape("506 296!; 490 298; 480 316; 472 330; 458 334; 450 352; 430 348; 418 322; 420 286; 436 260; 466 248; 496 260; 510 278", "#34202f")
    clumps = "".join(brush(line, wide, colour, "leaf") for line, wide, colour in (("440 266; 418 272; 410 294; 416 314", 18, "#34202f"), ("428 300; 410 316; 412 340; 424 354", 18, "#34202f"), ("452 254; 440 244; 424 246", 12, "#4c2836"), ("466 252; 490 252; 508 270; 512 294", 18, "#6a3438"), ("464 262; 486 278; 486 304; 476 320", 18, "#4c2836"), ("474 256; 494 258; 508 274; 512 290", 9, "#c9653e"), ("480 250; 500 256; 514 278", 6, "#f0a262"), ("468 246; 480 240; 494 246", 6, "#c9653e")))
    cold = brush("408 312; 410 288; 424 270", 4, "#a6e0d8")
    arm = form(picture, limb("440 396; 424 450; 446 484", (48, 50, 40), 0.42), hoodie, brush("412 450; 430 472; 452 472", 6, "#173450", "leaf"), rims=(Rim(4, -3, "#f0b482", 0.9, 1), Rim(-3, 0, "#9fdcd6", 0.6, 0.8)))
    fore = form(picture, limb("444 480; 474 472; 500 448", (34, 28, 18)), FAIR.shade, rims=(Rim(1, -7, FAIR.band, 1, 0.6), Rim(1, -4, FAIR.lit, 1, 0.5)))
    stick = stroke("500 446; 562 404", "#f3cf98", 4.5) + disc(563, 403, 4.5, "#ffe9bd")
    return group(torso, head, hood, cap, clumps, cold, arm, fore, stick, placed(508, 440, 0.38, fist(picture, FAIR), turn=-34))


def _kit(picture: Picture) -> str:
    head = picture.radial(540, 500, 170, (0, "#ffe4bc", 1), (0.35, "#dea585", 1), (0.7, "#84688e", 1), (1, "#3d4680", 1))
    hoop = picture.linear((400, 0), (550, 0), (0, "#6fa3b0", 1), (0.4, "#5a3a58", 1), (1, "#ffc27a", 1))
    card = form(picture, "440 536!; 512 530!; 518 578!; 446 584!", "#a8704e", *(box(444 + k * 9, 520, 2, 70, "#6e4038", opacity=0.35) for k in range(9)), rims=(Rim(2, -2, LAMP, 0.8, 0.5),)) + box(430, 538, 20, 12, "#c9c4d8", opacity=0.7) + box(508, 562, 20, 12, "#c9c4d8", opacity=0.7)
    kick = shadow(picture, 480, 618, 120, 14, 0.6) + disc(478, 552, 78, hoop) + disc(478, 552, 68, "#1a1838") + disc(478, 552, 65, head) + card
    snare = stand(picture, 392, 520, 618, 30, 5) + drum(picture, 392, 500, 46, 11, 28, 0.5)
    tom = drum(picture, 530, 462, 42, 12, 40, 0.5)
    hat = stand(picture, 340, 450, 616, 30, 5) + cymbal(picture, 340, 466, 50, 8, -3, 0.4)
    crash = stand(picture, 590, 386, 616, 34, 5) + cymbal(picture, 590, 396, 70, 16, 9, 0.3)
    cap = form(picture, "612 440; 604 462; 612 488; 634 494; 650 478; 648 452; 632 438", "#8ccbc0", *(disc(614 + k % 3 * 14, 454 + k // 3 * 14, 3, PAPER, opacity=0.9) for k in range(8)), rims=(Rim(4, -3, LAMP, 0.9, 1), Rim(-3, 2, "#35647a", 0.8, 2))) + stroke("592 420; 612 438; 620 446", "#5a8c98", 2)
    return group(hat, snare, crash, kick, tom, cap)


def _audience(picture: Picture) -> list[str]:
    return [_cap_lady(picture), _boy(picture), _bald_man(picture), _scarf_woman(picture)]


def _chair(picture: Picture, x: float, top: float, half: float) -> str:
    plastic = picture.linear((-110, 0), (110, 0), (0, "#5f7fa8", 1), (0.35, "#6a6294", 1), (0.8, "#b58a94", 1), (1, "#ffd7a6", 1))
    outline = "-118 260!; -110 90; -100 20; -70 0; 70 0; 100 20; 110 90; 118 260!"
    slots = "".join(box(k * 33 - 8, 34, 16, 200, "#1d1f48", 8, opacity=0.8) for k in (-2, -1, 0, 1, 2))
    back = form(picture, outline, plastic, slots, rims=(Rim(5, -6, "#fff0d2", 0.9, 1.5), Rim(-4, -2, "#9fdcd6", 0.6, 1.2)))
    return picture.stamp(x, top, round(half / 110, 2), back)


def _cap_lady(picture: Picture) -> str:
    towel = picture.linear((40, 0), (280, 0), (0, "#3a5f80", 1), (0.5, "#54507e", 1), (0.85, "#a07080", 1), (1, "#e8ac84", 1))
    body = form(picture, "30 1110!; 40 940; 66 868; 110 838; 158 826; 206 838; 250 868; 276 940; 286 1110!", towel, brush("96 850; 120 940; 110 1080", 12, "#33406c", "leaf"), brush("216 850; 196 940; 206 1080", 12, "#4a3a60", "leaf"), brush("150 850; 160 920; 152 1000", 9, "#3d4272", "leaf"), stroke("44 960; 158 986; 276 960", "#d9c3e0", 9, opacity=0.5), rims=(Rim(7, -5, "#ffc488", 0.9, 1.5), Rim(-5, -3, "#9fdcd6", 0.75, 1.2)))
    neck = form(picture, limb("160 790; 158 850", (66, 90)), OLIVE.shade, rims=(Rim(12, 0, OLIVE.band, 1, 1), Rim(6, 0, OLIVE.lit, 0.8, 1)))
    rubber = picture.linear((96, 0), (224, 0), (0, "#6a86b4", 1), (0.45, "#8a6a9a", 1), (0.8, "#d79a94", 1), (1, "#ffdcae", 1))
    petals = "".join(ellipse(x, y, 13, 10, "#f3c6c0", a, opacity=0.45) + disc(x, y, 4, "#a05a78", opacity=0.6) for x, y, a in ((126, 700, 20), (162, 676, 0), (196, 708, -20), (140, 744, 10), (182, 752, 0), (116, 772, 30), (208, 780, -20), (160, 790, 0)))
    cap = form(picture, "98 790; 92 740; 104 688; 140 656; 180 656; 214 686; 228 740; 222 790; 196 814; 160 820; 124 814", rubber, petals, brush("104 792; 160 812; 216 792", 6, "#7a5280"), rims=(Rim(6, -4, "#ffe6c0", 0.9, 1.5), Rim(-5, -3, "#b6ece2", 0.8, 1.2)))
    return group(body, group(neck, cap, transform="rotate(-5 158 850)"), _chair(picture, 150, 956, 112))


def _boy(picture: Picture) -> str:
    back = form(picture, "338 1110!; 346 960; 360 906; 392 880; 420 872; 448 880; 480 906; 494 960; 502 1110!", BROWN.shade, brush("420 890; 422 960; 420 1040", 8, BROWN.deep), brush("384 920; 396 950; 390 990", 8, BROWN.deep, "leaf"), brush("460 914; 446 946; 452 990", 8, BROWN.deep, "leaf"), rims=(Rim(14, -4, BROWN.band, 1, 1.5), Rim(7, -3, BROWN.lit, 0.95, 1), Rim(-4, -3, "#86c6c6", 0.8, 1)))
    bands = "".join(form(picture, oval(x, 976, 34, 40, a), "#c9593e", brush(f"{x - 20} 960; {x} 956; {x + 22} 966", 7, "#8a3440", "both"), rims=(Rim(6, -6, "#ffc07a", 0.95, 2), Rim(-4, -2, "#b88aa8", 0.7, 1))) for x, a in ((346, 8), (496, -8)))
    neck = form(picture, limb("420 836; 420 890", (44, 56)), BROWN.shade, rims=(Rim(8, 0, BROWN.band, 1, 1),))
    head = profile(picture, BROWN, outline=CHILD, lid=1, brow="#241530")
    cap = shape("462 716!; 448 724; 444 744; 432 752; 426 774; 412 784!; 404 800; 398 822; 376 806; 362 776; 360 740; 376 708; 406 690; 440 692; 462 706", "#20152c")
    tufts = "".join(brush(line, wide, tone, "leaf") for line, wide, tone in (("400 700; 430 696; 458 712; 464 730", 22, "#3a2234"), ("390 704; 420 712; 440 732; 436 756", 20, "#2c1c32"), ("410 694; 440 694; 462 710; 470 724", 9, "#a0583e"), ("416 704; 440 714; 448 734", 7, "#7a4038"), ("372 720; 362 750; 368 784", 5, "#86c6c6"), ("390 800; 388 826; 396 840", 14, "#20152c")))
    return group(back, neck, group(placed(352, 702, 0.72, head, turn=-6), cap, tufts, transform="translate(2 34)"), bands, _chair(picture, 420, 1010, 92))


def _bald_man(picture: Picture) -> str:
    robe = picture.linear((540, 0), (810, 0), (0, "#27305e", 1), (0.5, "#3d2f5c", 1), (0.85, "#8a4a54", 1), (1, "#e09a68", 1))
    body = form(picture, "528 1110!; 536 930; 566 850; 612 820; 676 808; 740 820; 790 850; 816 930; 824 1110!", robe, brush("590 850; 610 930; 596 1060", 13, "#1c2048", "leaf"), brush("760 850; 742 930; 756 1060", 13, "#4a2a4a", "leaf"), rims=(Rim(8, -6, "#ffc488", 0.95, 1.5), Rim(-5, -3, "#86c6c6", 0.7, 1.2)))
    neck = form(picture, "628 740!; 724 740!; 730 800; 748 830!; 606 830!; 622 800", DARK.shade, brush("640 792; 676 800; 712 792", 6, DARK.deep), brush("644 772; 676 780; 708 772", 5, DARK.deep), rims=(Rim(14, 0, DARK.band, 1, 1.5), Rim(7, 0, DARK.lit, 0.9, 1)))
    fade = picture.linear((0, 600), (0, 772), (0, "#2a1832", 1), (0.62, "#2a1832", 1), (0.9, DARK.shade, 1))
    skull = form(picture, "612 716; 608 666; 624 620; 660 596; 700 598; 734 624; 746 668; 740 718; 720 758; 676 770; 632 758", fade, brush("640 620; 690 604; 732 640", 10, "#6a4048", opacity=0.5), rims=(Rim(9, -7, "#8f5648", 0.9, 2), Rim(4, -3, "#e8ac78", 0.9, 1), Rim(-5, -3, "#86c6c6", 0.75, 1.2)))
    ears = form(picture, "730 690; 750 676; 760 700; 750 726; 732 730", DARK.band, rims=(Rim(4, -3, DARK.lit, 1, 1),)) + shape("614 690; 600 680; 594 706; 604 728; 618 728", DARK.shade)
    hood = form(picture, "584 838; 612 812; 676 824; 742 812; 772 838; 748 884; 676 904; 606 884", robe, brush("610 838; 676 858; 744 838", 9, "#1f1f48"), rims=(Rim(5, -5, "#f0b482", 0.85, 1.2),))
    return group(body, neck, ears, skull, hood, _chair(picture, 676, 946, 124))


def _scarf_woman(picture: Picture) -> str:
    coat = picture.linear((1080, 0), (820, 0), (0, "#171a40", 1), (0.6, "#2f2f5e", 1), (0.86, "#7a5068", 1), (1, "#e8a878", 1))
    edge = Rim(-7, -5, "#ffc488", 0.95, 1.5)
    body = form(picture, "812 1110!; 820 960; 844 890; 890 856; 946 846; 1004 858; 1046 892; 1070 960; 1078 1110!", coat, brush("880 880; 896 960; 884 1070", 12, "#1f2350", "leaf"), brush("1010 886; 996 960; 1004 1070", 12, "#14163a", "leaf"), rims=(edge,))
    cloth = picture.linear((870, 0), (1024, 0), (0, "#f6c890", 1), (0.16, "#c77c86", 1), (0.5, "#6a4a7e", 1), (1, "#33356c", 1))
    scarf = form(picture, "884 790; 876 740; 888 686; 922 654; 964 654; 998 684; 1012 740; 1008 800; 1030 850; 1012 890; 946 912; 878 890; 862 850", cloth, *(brush(line, 8, "#4a3468", "leaf") for line in ("990 690; 950 760; 900 800", "1004 740; 960 810; 886 840", "1010 800; 970 850; 900 872")), *(brush(line, 6, "#f0bf9a", "leaf", opacity=0.7) for line in ("900 684; 890 740; 896 790", "880 840; 900 862; 940 880")), rims=(edge, Rim(5, -3, "#7a86c8", 0.7, 1.2)))
    return group(body, scarf, _chair(picture, 946, 962, 110))


def _light(picture: Picture) -> None:
    x, y, wide, _ = HATCH
    middle = x + wide / 2
    chance = random.Random(3)
    picture.add(
        "light", glow(picture, middle, y + 130, 760, "#c8552e", 0.3), cone(picture, f"{x} {y + 40}!; {x + wide} {y + 40}!; {x + wide + 160} 1000!; {x - 420} 1000!", y + 60, 1000, "#d9742c", 0.2, 16),
        glow(picture, middle, y + 90, 260, "#ff9a48", 0.2), glow(picture, 200, 470, 420, "#2f6a6c", 0.16, 0.5), dust(chance, 24, (520, 980), (300, 760)),
    )


def _near(picture: Picture) -> None:
    table = shape(oval(1330, 1040, 260, 62), picture.linear((1070, 0), (1590, 0), (0, "#c98062", 1), (0.2, "#5a3a58", 1), (1, "#1a1a40", 1))) + box(1316, 1050, 30, 80, "#14143a")
    cup = form(picture, "1204 952!; 1272 952!; 1262 1030; 1238 1038; 1214 1030", picture.linear((1200, 0), (1274, 0), (0, "#ffdcae", 1), (0.4, "#b98a94", 1), (1, "#4a4478", 1))) + ellipse(1238, 952, 34, 8, "#4a2a3c")
    flyer = flat("1330 1010; 1440 1000; 1470 1036; 1356 1048", "#8f86b4") + flat("1352 1016; 1424 1010; 1432 1020; 1360 1027", "#4a3a68")
    picture.add("near", group(table, flyer, cup, filter=picture.blur(3, 0.05)), steam(picture, 1238, 944, 130, 0.22, 14))
