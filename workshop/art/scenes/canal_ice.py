"""The canal at noon, frozen: bakery trays for stones, Sana letting one go, Fenn sweeping before it with a scarf, Rae, an umpire on a chair."""

from __future__ import annotations

import random

from workshop.art.bodies import JEANS, PLUM, SHIRT, SLATE, WARM, YELLOW, behind, fenn_back, legs, side, sleeve, standing
from workshop.art.brush import brush, limb
from workshop.art.heads import OLD, rae, sana
from workshop.art.light import Rim, form, glow, haze, shadow
from workshop.art.people import FAIR, OLIVE, placed, profile
from workshop.art.places import breath, flakes, works
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

HORIZON = 430
SUN_X, SUN_Y = 300, 300
ICE = "384 438!; 980 438!; 2100 1110!; -700 1110!"


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(24)
    _far(picture, chance)
    picture.add("mid", _ice(picture, chance), _house(picture), _tray(picture, 676, 640, 0.72, 0), _tray(picture, 560, 600, 0.6, 2), _umpire(picture), _rae(picture), _fenn(picture), _tray(picture, 640, 846, 1.15, 1), _sana(picture))
    picture.add("light", glow(picture, SUN_X, SUN_Y, 620, "#c87840", 0.3), glow(picture, SUN_X, SUN_Y, 150, "#ffc880", 0.5), glow(picture, 420, 760, 460, "#b06a3c", 0.12, 0.5))
    _near(picture, chance)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    sky = picture.linear((0, -16), (0, HORIZON), (0, "#4a74b4", 1), (0.35, "#7ba0cc", 1), (0.66, "#b3c8de", 1), (0.88, "#ecd9cc", 1), (1, "#fbd3a6", 1))
    picture.ground("far", sky)
    picture.add("far", glow(picture, SUN_X, SUN_Y, 520, "#ffdca6", 0.85), disc(SUN_X, SUN_Y, 46, "#fff6de"))
    clouds = "".join(brush(line, wide, colour, "both", opacity=0.55) for line, wide, colour in (("520 120; 760 96; 1040 130; 1300 110", 44, "#dbe6f2"), ("-40 180; 120 166; 260 186", 30, "#f3dfd2"), ("900 240; 1200 220; 1600 250; 1980 226", 40, "#e6e4ec")))
    picture.add("far", group(clouds, filter=picture.blur(10, 0.06)))
    stone = ((0, "#7f93c0", 1), (0.5, "#98a4c8", 1), (1, "#d3c2cc", 1))
    picture.add("far", works(picture, 640, HORIZON + 6, 0.52, stone, smoke="#eef0f6", lights="#fff0d0"), haze(picture, 280, 190, "#fbe6d2", 0.6))
    trees = "".join(_poplar(x, HORIZON + 8, h, chance) for x, h in ((36, 150), (84, 180), (140, 160), (196, 120), (1010, 130), (1080, 170), (1160, 200), (1250, 180), (1350, 230), (1460, 210), (1580, 250), (1710, 230), (1850, 270)))
    roofs = "".join(flat(f"{x} {HORIZON + 10}!; {x} {HORIZON - h}!; {x + w / 2} {HORIZON - h - 34}!; {x + w} {HORIZON - h}!; {x + w} {HORIZON + 10}!", "#8693bc") + flat(f"{x - 4} {HORIZON - h + 2}!; {x + w / 2} {HORIZON - h - 38}!; {x + w + 4} {HORIZON - h + 2}!; {x + w / 2} {HORIZON - h - 24}!", "#eef3fb") for x, h, w in ((430, 30, 60), (500, 44, 54), (566, 26, 66)))
    bridge = stroke("380 398; 520 366; 660 356; 800 366; 960 400", "#5a6a9c", 10) + stroke("380 372; 520 338; 660 328; 800 338; 960 374", "#5a6a9c", 4) + "".join(stroke(f"{x} {y}; {x} {y + 30}", "#5a6a9c", 3) for x, y in ((420, 362), (480, 346), (540, 336), (600, 330), (660, 328), (720, 331), (780, 336), (840, 346), (900, 360))) + stroke("380 391; 520 359; 660 349; 800 359; 960 393", "#f6fafe", 4)
    left = flat("-16 424!; 384 432!; 384 446!; -16 1000!", picture.linear((-16, 430), (300, 900), (0, "#f3e2d6", 1), (0.4, "#c9d2e8", 1), (1, "#8b9cc8", 1)))
    right = flat("980 432!; 1936 420!; 1936 1010!; 980 446!", picture.linear((980, 430), (1700, 900), (0, "#d8dcec", 1), (0.4, "#a3b0d4", 1), (1, "#5f70a8", 1)))
    picture.add("far", trees, roofs, _girl(), bridge, left, right, haze(picture, 380, 110, "#fff0e0", 0.5))


def _poplar(x: float, foot: float, high: float, chance: random.Random) -> str:
    twigs = "".join(stroke(f"{x} {foot - high * t:.0f}; {x + side * high * 0.1 * (1.1 - t):.0f} {foot - high * (t + 0.18):.0f}; {x + side * high * 0.16 * (1.1 - t) + chance.uniform(-3, 3):.0f} {foot - high * (t + 0.34):.0f}", "#7584b0", 2.2, opacity=0.8) for t in (0.2, 0.34, 0.48, 0.6) for side in (-1, 1))
    return stroke(f"{x} {foot}; {x + 2} {foot - high}", "#7584b0", 4, opacity=0.85) + twigs


def _ice(picture: Picture, chance: random.Random) -> str:
    sheet = picture.linear((0, 438), (0, 1100), (0, "#f6e6d8", 1), (0.16, "#cfdbee", 1), (0.5, "#9db6dc", 1), (1, "#5f7fb8", 1))
    shine = ellipse(330, 640, 560, 420, picture.radial(330, 560, 560, (0, "#ffe6c0", 0.85), (0.3, "#ffd9ae", 0.5), (0.7, "#ffd9ae", 0.14), (1, "#ffd9ae", 0), squash=0.75))
    cracks = "".join(stroke(line, "#f4f8fe", 2.6, opacity=0.55) for line in ("-20 900; 160 860; 300 880; 420 840", "160 860; 220 790; 330 770", "1000 760; 1140 800; 1300 790", "820 960; 960 930; 1080 960; 1240 930", "430 540; 520 552; 600 540", "760 520; 820 540; 900 534"))
    swept = "".join(brush(f"{x} 500; {x + (x - 640) * 0.8:.0f} 760; {x + (x - 640) * 1.7:.0f} 1090", 9 + abs(x - 640) * 0.06, "#eaf2fc", "both", opacity=0.28) for x in (600, 640, 680, 720))
    powder = "".join(ellipse(round(chance.uniform(-40, 1700)), round(y), round(chance.uniform(20, 90) * (y - 400) / 500), round((y - 400) / 90, 1), "#f4f8fe", opacity=round(chance.uniform(0.12, 0.34), 2)) for y in (chance.uniform(470, 1080) for _ in range(48)))
    house = group("".join(ellipse(640, 600, 210 * k, 46 * k, "none", stroke=colour, stroke_width=15 * k, opacity=0.5) for k, colour in ((1, "#c8604a"), (0.62, "#f2f4fa"), (0.3, "#4a70b0"))))
    bank = brush("-20 1010; 180 720; 384 444", 22, "#fff6ec", "both", opacity=0.8) + brush("980 444; 1400 690; 1936 1010", 26, "#dfe8f8", "both", opacity=0.7)
    return group(flat(ICE, sheet), shine, powder, swept, house, cracks) + bank


def _house(picture: Picture) -> str:
    """The lock-keeper's hut on the left bank, its chimney going."""
    walls = flat("36 470!; 36 372!; 152 372!; 152 462!", picture.linear((36, 0), (152, 0), (0, "#6a6a98", 1), (1, "#b98a8a", 1))) + flat("152 372!; 200 380!; 200 452!; 152 462!", "#5f6496")
    roof = flat("24 376!; 56 316!; 150 314!; 212 384!; 164 374!", "#f3f6fc") + flat("24 376!; 164 374!; 164 380!; 24 382!", "#8a94bc")
    pane = box(70, 396, 46, 38, "#3d3a66", 2) + box(74, 400, 38, 30, picture.radial(93, 414, 30, (0, "#fff0c4", 1), (1, "#f0a858", 1))) + box(92, 400, 3, 30, "#3d3a66")
    return box(118, 276, 20, 44, "#8a7088") + walls + roof + pane + brush("128 272; 120 240; 142 210; 126 176", 22, "#ffffff", "both", opacity=0.4, filter=picture.blur(5, 0.16))


def _tray(picture: Picture, x: float, y: float, size: float, kind: int) -> str:
    steel = picture.linear((-110, 0), (110, 0), (0, "#ffe9cc", 1), (0.35, "#c7b8bc", 1), (0.7, "#7f88b0", 1), (1, "#5a6698", 1))
    load = ("".join(ellipse(k * 40, -20, 26, 19, "#b9703c") + ellipse(k * 40 - 4, -26, 18, 10, "#f2b56a") for k in (-1, 0, 1)), form(picture, "-40 -6!; -44 -60; -30 -76; 30 -76; 44 -60; 40 -6!", "#9a4a40", brush("-30 -60; 0 -66; 30 -60", 8, "#f0a878"), rims=(Rim(-5, -3, "#ffe2c0", 0.9, 1),)) + stroke("-14 -76; -8 -98; 12 -98; 16 -76", "#4a3050", 8), "".join(disc(k * 44, -16, 17, "#8fa6cc") + disc(k * 44 - 4, -20, 9, "#eef4fc") for k in (-1, 0, 1)))[kind]
    body = ellipse(0, 10, 118, 30, "#3f558c", opacity=0.4) + flat("-116 -12!; 116 -12!; 100 14!; -100 14!", steel) + ellipse(0, -12, 116, 24, steel) + ellipse(0, -10, 102, 18, "#6b6f98") + load + brush("-112 -16; -60 -30; 0 -35", 4, "#fff6e6", opacity=0.9)
    return placed(x, y, size, body)


def _rae(picture: Picture) -> str:
    """On the left bank, with a mug: she has the rules."""
    coat = side(picture, PLUM, *WARM, foot=640)
    arm = sleeve(picture, "70 350; 104 470; 176 440", (92, 82, 58), PLUM, *WARM, creases=("80 480; 112 500; 140 480",))
    mug = box(176, 396, 46, 54, "#e9f2f4", 6) + box(176, 396, 14, 54, "#8fb4c8", 6) + brush("198 390; 190 360; 206 330", 10, "#ffffff", "both", opacity=0.6, filter=picture.blur(4, 0.16))
    lower = standing(picture, JEANS, 640, 880, *WARM)
    hand = form(picture, limb("168 440; 190 424; 200 410", (34, 30, 22), 0.3), "#a8603f", rims=(Rim(3, -3, "#f0b482", 0.9, 1),))
    return shadow(picture, 350, 850, 110, 14, 0.4, "#34487e") + placed(292, 462, 0.43, lower, coat, mug, hand, arm, group(rae(picture))) + breath(picture, 388, 536, 0.5, 0.5)


def _fenn(picture: Picture) -> str:
    """From behind, sweeping for both sides with a scarf."""
    body = legs(picture, JEANS, 320, 740, *WARM, boot="#dfe2f0") + behind(picture, YELLOW, *WARM, foot=390, arms=False) + "".join(brush(f"-146 {y}; 0 {y + 14}; 146 {y}", 12, YELLOW.fold, opacity=0.6) for y in (110, 200, 290))
    arms = sleeve(picture, "112 70; 214 180; 262 310", (98, 84, 56), YELLOW, *WARM, creases=("228 190; 198 210; 172 204",)) + sleeve(picture, "-116 70; -150 220; 70 350", (98, 84, 56), YELLOW, creases=("-176 210; -146 230; -116 222",))
    scarf = form(picture, "60 330; 260 330; 400 430; 520 560; 560 640!; 500 650!; 410 560; 300 450; 180 400; 70 380", "#3f7a8c", *(brush(line, 12, "#e9efe6", "even") for line in ("440 500; 420 540", "340 420; 310 460", "500 570; 466 600")), rims=(Rim(3, -4, "#cfeaec", 0.8, 1),)) + "".join(stroke(f"{556 - k * 14} 642; {566 - k * 14} 672", "#3f7a8c", 5) for k in range(5))
    hand = form(picture, limb("252 300; 272 326; 288 334", (42, 38, 28), 0.3), "#8f4640", brush("254 304; 274 320; 290 328", 9, "#c27e56"))
    puff = group("".join(ellipse(x, y, r, r * 0.5, "#ffffff", opacity=0.5) for x, y, r in ((600, 640, 44), (660, 616, 30), (706, 634, 20))), filter=picture.blur(6, 0.16))
    return shadow(picture, 560, 826, 120, 16, 0.45, "#34487e") + placed(528, 506, 0.42, body, scarf, arms, hand, puff, fenn_back(picture), turn=10)


def _umpire(picture: Picture) -> str:
    """Two Seeded, who has brought a chair."""
    chair = "".join(stroke(line, "#4a4070", 9) for line in ("96 640; 96 812", "176 648; 190 812", "96 640; 92 520", "92 700; 178 706")) + box(84, 636, 104, 14, "#5a4a78", 4)
    body = placed(70, 420, 0.36, side(picture, SLATE, *WARM, foot=620))
    leg = form(picture, limb("116 640; 176 644; 186 740; 184 806", (44, 38, 28, 22), 0.3), "#3a4478", rims=WARM) + form(picture, "168 800!; 200 800!; 222 816; 222 824!; 166 824!", "#191d48")
    head_ = placed(66, 408, 0.37, profile(picture, FAIR, outline=OLD, lid=0.3, brow="#e6e2ea"), shape("170 52!; 140 10; 92 -4; 44 14; 16 56; 12 112; 30 164; 52 172; 66 140; 74 112; 98 96; 120 66; 150 52", "#e9ecf6"), brush("150 24; 96 10; 46 42; 30 100", 10, "#b9c4e0", "leaf"))
    arm = sleeve(picture, "98 556; 110 620; 166 616", (36, 32, 22), SLATE, *WARM)
    return shadow(picture, 150, 826, 110, 12, 0.4, "#34487e") + chair + head_ + body + leg + arm


def _girl() -> str:
    """On the bridge, small, in two hats, with an apple."""
    return shape("806 372!; 802 344; 806 322; 820 312; 836 312; 848 322; 852 346; 850 376!", "#8a4a4c") + ellipse(828, 300, 12, 14, "#6f4a52") + shape("814 298!; 816 282; 828 276; 840 282; 842 298!", "#3f7a8c") + shape("818 286!; 822 270; 830 264; 838 272; 840 286!", "#c8604a") + disc(830, 262, 4, "#fff2da") + disc(812, 322, 5, "#c8504a")


def _sana(picture: Picture) -> str:
    """In the hack: one knee on the ice, the arm still out where the tray has left it."""
    cold = (Rim(-6, -4, "#ffd9ae", 0.9, 1.5),)
    back_leg = form(picture, limb("1010 740; 1090 850; 1080 960; 1200 1000", (110, 84, 70, 44), 0.3), "#2a3470", rims=cold) + form(picture, "1180 976!; 1220 972; 1262 950; 1284 964; 1276 1004; 1190 1026!", "#191d48", rims=cold)
    front_leg = form(picture, limb("1010 760; 900 790; 868 880; 872 966", (120, 100, 72, 52), 0.3), "#34407e", brush("950 760; 900 780; 872 830", 9, "#1d2658", "leaf"), brush("850 900; 870 920; 896 912", 8, "#1d2658", "leaf"), rims=cold) + form(picture, "846 950!; 900 950!; 904 996!; 784 996!; 792 974", "#191d48", rims=cold)
    body = placed(776, 378, 0.8, side(picture, SHIRT, *WARM, foot=580), flip=True, turn=40)
    arm = sleeve(picture, "884 636; 800 716; 700 742", (84, 70, 46), SHIRT, *cold, creases=("840 716; 826 684; 800 672", "800 752; 786 726; 766 716"))
    hand = form(picture, limb("708 738; 676 756; 652 758", (36, 32, 18), 0.3), OLIVE.band, brush("700 738; 674 748; 654 752", 9, OLIVE.lit))
    scarf = form(picture, "822 584; 846 566; 890 576; 920 604; 912 632; 866 626; 832 610", "#c8604a", brush("830 584; 870 602; 908 616", 7, "#7d2f3c"), rims=cold) + form(picture, "896 610!; 960 636; 1000 626!; 1004 660!; 950 676; 888 640!", "#a84a42", rims=cold)
    head = placed(868, 366, 0.8, sana(picture, cold="#8fb0e4"), flip=True, turn=14)
    return shadow(picture, 960, 1010, 300, 26, 0.5, "#2c3f78") + back_leg + body + front_leg + head + scarf + arm + hand + breath(picture, 706, 530, 0.9, 0.5, left=True)


def _near(picture: Picture, chance: random.Random) -> None:
    reeds = "".join(brush(f"{x} 1120; {x + lean * 0.4} {1120 - tall * 0.6:.0f}; {x + lean} {1120 - tall}", 8, "#3c4a80", "out") for x, tall, lean in ((20, 300, 30), (54, 380, -10), (88, 260, 40), (-10, 220, 20), (120, 200, 34)))
    heads = brush("48 730; 46 770; 50 806", 15, "#5a4a68", "both") + brush("112 850; 104 880; 100 910", 14, "#5a4a68", "both")
    rime = "".join(disc(x, y, 4, "#ffffff", opacity=0.8) for x, y in ((44, 742), (40, 768), (58, 900), (104, 866), (26, 960)))
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#22305f", 0), (1, "#22305f", 0.55)))
    picture.add("near", veil, group(reeds, heads, rime, filter=picture.blur(2.4, 0.05)), flakes(chance, 34, "#ffffff", (1.4, 3.2), 0.7))
