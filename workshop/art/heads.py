"""Heads that stand in several pictures, in profile: all face right, lit from the right, on the frame of `people.PROFILE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art.brush import brush, oval
from workshop.art.light import Rim, form
from workshop.art.people import BROWN, FAIR, OLIVE, profile
from workshop.art.svg import disc, ellipse, shape, stroke

if TYPE_CHECKING:
    from workshop.art.people import Tone
    from workshop.art.svg import Picture

# A shape stays one line of numbers.
# fmt: off
SOFT = "92 8!; 136 16; 160 40; 167 68; 168 88; 163 102; 172 124; 184 142; 181 150; 168 154; 174 163; 176 168; 168 172!; 174 180; 172 188; 168 194; 172 206; 168 222; 150 234; 118 226; 84 198; 66 154; 46 82"
OLD = "92 8!; 136 16; 160 40; 166 68; 168 90; 162 103; 176 124; 192 144; 188 151; 172 154; 174 163; 175 168; 167 172!; 172 179; 170 187; 164 192; 172 204; 170 218; 156 228; 136 224; 112 216; 90 190; 72 150; 50 80"
YOUNG = "92 8!; 138 14; 164 42; 170 72; 170 90; 165 103; 175 124; 187 141; 184 148; 172 152; 177 162; 179 167; 170 171!; 176 179; 175 186; 167 191; 170 203; 163 215; 146 221; 118 210; 92 188; 72 150; 48 82"
NIGHT_RIM = "#7c8cd0"


def sana(picture: Picture, skin: Tone = OLIVE, *, cold: str = NIGHT_RIM) -> str:
    """Returns Sana: long black hair behind the ear and down the back, to 420 units below the crown."""
    fall = "128 28!; 108 4; 70 -14; 28 -6; -2 30; -16 90; -22 180; -34 280; -38 370; -20 424; 6 410; 30 426; 44 380; 50 300; 54 220; 62 160!; 70 110; 88 92; 116 84; 136 62; 148 44"
    strands = (("100 10; 50 20; 20 90; 6 220; 2 380", 11, "#2f2650"), ("112 18; 78 44; 48 110; 34 230; 30 400", 10, "#3a2c56"), ("20 10; -4 80; -12 200; -22 340", 8, "#2c2c5c"))
    lit = brush("138 34; 112 34; 84 62; 66 108", 9, "#8a5450", "leaf") + brush("146 44; 128 66; 100 84", 6, "#b06a54", "leaf")
    hair = form(picture, fall, "#1b1634", *(brush(line, wide, tone, "leaf") for line, wide, tone in strands), lit, rims=(Rim(-5, -3, cold, 0.8, 1),))
    return profile(picture, skin, lid=0.6) + hair + disc(82, 148, 3.6, "#ffe6b0")


def jorin(picture: Picture, skin: Tone = FAIR, *, glasses: bool = True) -> str:
    """Returns Jorin: ginger curls with his glasses pushed into them, and a short beard."""
    curls = [(44, 170, 20, 0, 90), (30, 134, 21, 0, 60), (20, 98, 22, 0, 40), (26, 62, 23, 0, 20), (40, 30, 23, 1, 0), (66, 8, 23, 1, -10), (96, -4, 22, 1, -30), (124, 4, 22, 2, -40), (144, 22, 20, 2, -60), (52, 130, 20, 0, 80), (48, 92, 22, 0, 50), (60, 58, 22, 1, 30), (88, 36, 22, 1, 10), (116, 34, 20, 2, -20), (140, 44, 16, 2, -50), (70, 96, 16, 0, 80)]
    tones = ("#8a4236", "#b85a3c", "#e8925a")
    locks = "".join(picture.stamp(x, y, r / 20, disc(0, 0, 20, "#5a2a30") + shape("-15 4; -10 -11; 4 -15; 14 -7; 15 4!; 8 -5; -1 -7; -8 0", tones[tone]), turn=turn) for x, y, r, tone, turn in curls)
    beard = shape("96 136!; 104 152; 116 176; 134 186; 152 182!; 168 192; 172 206; 164 222; 142 230; 112 220; 92 194; 82 158", "#9a4a34", opacity=0.62) + brush("150 178; 162 174; 172 172", 5, "#9a4a34", opacity=0.8)
    shades = (ellipse(148, 24, 20, 15, "none", -30, stroke="#2a1730", stroke_width=4) + stroke("132 34; 84 92", "#2a1730", 4)) if glasses else ""
    return profile(picture, skin, lid=0.7, brow="#7a3a2c") + beard + ellipse(70, 70, 52, 66, "#5a2a30") + locks + shades


def pauli(picture: Picture, skin: Tone = FAIR, *, cold: str = NIGHT_RIM) -> str:
    """Returns Pauli: broad and soft, brown hair that falls over his forehead."""
    hair = "172 58!; 156 60; 144 76; 124 86; 118 112; 98 122; 84 146; 74 178; 52 200; 32 190; 12 156; 2 112; 6 64; 26 26; 66 2; 110 -2; 150 12; 176 38"
    locks = (("44 16; 18 42; 8 80; 14 118", 28, "#3a2434"), ("34 90; 18 128; 28 166; 40 190", 26, "#3a2434"), ("82 6; 130 4; 164 24; 174 56", 30, "#6a4038"), ("100 14; 130 36; 132 70; 116 104", 26, "#5a3838"), ("110 4; 150 12; 176 34; 180 62", 14, "#d08a58"), ("106 24; 136 48; 136 78", 10, "#a8644a"))
    return profile(picture, skin, outline=SOFT, lid=0.7, brow="#6a4436") + shape(hair, "#4a3038") + "".join(brush(line, wide, tone, "leaf") for line, wide, tone in locks) + brush("4 96; 8 56; 30 22", 5, cold)


def hedda(picture: Picture, skin: Tone = OLIVE) -> str:
    """Returns Hedda: a grey bun, round glasses, lines round the mouth."""
    lines = brush("134 150; 122 160; 114 176", 3, skin.deep, opacity=0.6) + brush("150 168; 142 178; 142 190", 3, skin.deep, opacity=0.6)
    glass = ellipse(150, 108, 15, 14, "#ffe6b8", opacity=0.3) + ellipse(150, 108, 15, 14, "none", stroke="#2a1b38", stroke_width=4) + stroke("135 106; 100 102; 84 116", "#2a1b38", 4)
    hair = shape("176 58!; 168 24; 134 -2; 88 -8; 44 8; 18 48; 14 96; 30 138; 56 140; 68 106; 88 84; 118 66; 152 66", "#6a607e") + brush("170 46; 138 12; 88 0", 12, "#d9b49a", "leaf") + brush("146 54; 108 40; 66 64; 50 106", 8, "#8d80a0", "leaf") + brush("128 34; 78 24; 36 58", 7, "#4a4468", "leaf") + brush("170 44; 172 70; 162 92", 12, "#8d80a0", "leaf")
    bun = form(picture, oval(12, 92, 38, 44, 10), "#5a5274", brush("36 76; 10 62; -12 82", 7, "#8d80a0"), brush("34 106; 10 118; -14 102", 6, "#3d3860"), rims=(Rim(4, -5, "#c9a898", 0.8, 1.5), Rim(-5, -3, "#6f7cc4", 0.7, 1.2)))
    return profile(picture, skin, outline=OLD, lid=0.3, brow="#8a7078") + lines + bun + hair + glass


def fenn(picture: Picture, skin: Tone = BROWN) -> str:
    """Returns Fenn: fifteen, a young brow, a red knitted hat down to it."""
    wool = picture.linear((0, 0), (190, 0), (0, "#3d2450", 1), (0.7, "#a8484a", 1), (1, "#e8926c", 1))
    hat = form(picture, "178 74; 174 30; 150 -16; 110 -46; 70 -58; 58 -62; 44 -52; 10 -16; -8 36; -8 88; 28 98; 104 84", wool, *(brush(line, 6, "#6a2c44", opacity=0.8) for line in ("148 -8; 160 30; 166 74", "110 -28; 118 22; 120 70", "72 -34; 70 22; 72 66", "38 -18; 28 28; 30 72")), rims=(Rim(6, -4, "#ffc99a", 0.9, 1.2), Rim(-5, -3, "#8fb2ea", 0.8, 1.2)))
    band = form(picture, "190 80; 184 60; 130 54; 66 58; -8 72; -16 98; 0 118; 66 102; 130 96; 180 102", wool, *(brush(f"{x} 60; {x + 2} 80; {x} 104", 5, "#6a2c44", opacity=0.7) for x in range(0, 176, 22)), rims=(Rim(4, -4, "#ffd2a8", 0.9, 1),))
    return profile(picture, skin, outline=YOUNG, lid=0.5, brow="#241530") + hat + band


def nilu(picture: Picture, skin: Tone = BROWN, *, cold: str = "#86c6c6") -> str:
    """Returns Nilu: black hair drawn back into a short plait, big round glasses, a pencil behind the ear."""
    cap = "158 34!; 138 34; 120 62; 106 92; 92 102; 76 112; 66 150; 46 164; 28 140; 16 100; 24 54; 50 16; 92 -2; 134 4"
    hair = form(picture, cap, "#21142c", brush("138 16; 92 22; 48 60; 34 110", 9, "#4a2838", "leaf"), brush("150 26; 112 30; 70 70; 54 130", 7, "#7a4844", "leaf"), rims=(Rim(-4, -3, cold, 0.7, 1),))
    plait = "".join(shape(oval(x, y, 17 - k * 1.5, 14 - k, 40 if k % 2 else -30), tone) for k, (x, y, tone) in enumerate(((20, 152, "#2a1a34"), (8, 170, "#21142c"), (6, 190, "#2a1a34"), (0, 208, "#21142c"), (0, 226, "#2a1a34")))) + shape("-4 234; 10 234; 6 256; -8 258", "#21142c") + disc(2, 236, 7, "#c9593e")
    glass = ellipse(152, 110, 21, 20, "#ffe6c4", opacity=0.22) + ellipse(152, 110, 21, 20, "none", stroke="#b5523c", stroke_width=4.5) + stroke("131 108; 100 106; 84 118", "#b5523c", 4.5)
    pencil = stroke("62 104; 108 70", "#f2c14e", 7) + stroke("108 70; 116 64", "#2a1730", 5)
    return plait + profile(picture, skin, lid=0.8, brow="#1c1024") + hair + glass + pencil


def teo(picture: Picture, skin: Tone = FAIR) -> str:
    """Returns Teo: a grey crop, a grey beard, a hearing aid over the ear."""
    crop = "166 52!; 150 38; 140 66; 118 78; 108 108; 96 118; 84 104; 68 112; 64 150; 48 178; 28 156; 16 112; 22 60; 52 16; 98 0; 142 8"
    grey = picture.linear((10, 0), (170, 0), (0, "#3f4370", 1), (0.6, "#7a6a80", 1), (1, "#e6cdb2", 1))
    hair = form(picture, crop, grey, *(brush(line, 6, "#34345e", "leaf", opacity=0.7) for line in ("96 8; 50 40; 34 100", "120 14; 78 50; 52 120", "140 26; 104 60; 76 100")))
    beard = form(picture, "104 134!; 112 156; 124 172; 138 170; 150 164; 166 166!; 160 178; 170 186; 178 196; 180 216; 168 236; 140 244; 112 232; 90 200; 84 160; 92 134", grey, *(brush(line, 6, "#4a4468", "leaf", opacity=0.6) for line in ("100 150; 104 190; 124 226", "120 178; 126 206; 142 234", "146 186; 150 212; 156 236")))
    aid = shape("70 104; 82 94; 94 98; 90 112; 80 118; 76 136; 70 124", "#c9b8a8") + stroke("92 108; 100 122; 92 134", "#e8ddd0", 3)
    return profile(picture, skin, outline=OLD, lid=0.6, brow="#8a7a86") + hair + beard + brush("152 168; 164 174; 174 172", 4, "#3a2440") + aid


def ludo(picture: Picture, skin: Tone = BROWN) -> str:
    """Returns Ludo: eighteen, dark hair in his eyes."""
    mop = "176 96!; 168 84; 160 104!; 152 84; 140 98!; 132 84; 118 96; 104 110; 88 114; 76 146; 60 182; 36 176; 16 138; 8 92; 22 36; 64 -8; 118 -10; 160 14; 184 56"
    locks = (("70 4; 120 4; 158 30; 172 84", 28, "#33203a"), ("60 20; 104 34; 140 62; 150 88", 24, "#2a1a32"), ("90 0; 140 8; 170 36; 182 78", 12, "#a8624a"), ("96 20; 134 40; 156 78", 9, "#7a4440"), ("40 20; 22 70; 26 140", 22, "#2a1a32"))
    return profile(picture, skin, lid=0.6, brow="#1c1024") + shape(mop, "#23142c") + "".join(brush(line, wide, tone, "leaf") for line, wide, tone in locks)


def mum(picture: Picture, skin: Tone = FAIR) -> str:
    """Returns Mum: auburn hair with grey in it, twisted up and clipped."""
    cap = "160 44!; 140 40; 124 66; 108 94; 90 104; 74 114; 68 150; 46 166; 26 142; 14 100; 22 52; 54 12; 100 -2; 140 10"
    hair = form(picture, cap, "#4a2a3c", brush("150 34; 100 26; 52 66; 38 124", 12, "#8f4740", "leaf"), brush("156 40; 122 44; 84 80; 66 128", 8, "#d9743f", "leaf"), brush("120 8; 70 34; 40 90", 5, "#c9b8b8", "leaf"))
    twist = form(picture, oval(14, 66, 34, 46, 24), "#512b3c", brush("30 30; 8 54; 0 100", 8, "#8f4740"), brush("36 44; 20 70; 12 104", 5, "#c06040"), rims=(Rim(-4, -3, "#7f9fd0", 0.7, 1),)) + brush("-10 44; 14 52; 40 50", 9, "#8ccbc0", "even")
    wisp = brush("150 40; 164 60; 160 92", 5, "#8f4740", "out")
    return twist + profile(picture, skin, outline=SOFT, lid=0.5, brow="#6a3a34") + hair + wisp


def rae(picture: Picture, skin: Tone = BROWN) -> str:
    """Returns Rae: a rust scarf with white dots knotted behind, an earring, a knot of black hair."""
    cloth = "172 84!; 176 44; 152 4; 104 -20; 48 -12; 8 18; -6 60; 6 108; 34 148!; 66 128; 98 104; 132 92"
    light = shape("180 90!; 182 40; 154 2; 100 -24!; 126 20; 134 60; 132 96!", "#f7b463") + shape("132 96!; 134 60; 126 20; 100 -24!; 72 -22!; 96 28; 104 70; 106 104!", "#d06a3c")
    creases = "".join(brush(line, 6, "#6e2a30", opacity=0.9) for line in ("26 142; 46 78; 92 30", "20 132; 26 66; 62 16", "34 138; 72 98; 116 70"))
    dots = "".join(disc(x, y, 4, "#ffe6b8", opacity=0.85) for x, y in ((154, 56), (136, 20), (104, -6), (116, 58), (82, 36), (68, -4), (44, 42), (20, 76), (64, 84), (144, 74), (32, 6), (96, 76)))
    tails = shape("16 142!; -22 132; -56 160!; -36 170; -44 206!; -2 182", "#8a3630") + shape("18 146!; 8 194; 24 240!; 0 226; -14 244!; -10 192", "#a8452f")
    knot = shape("34 134; 14 126; 0 140; 8 160; 28 158", "#7d3030")
    bun = shape("58 140!; 36 130; 10 150; 0 176; 18 200; 46 198", "#23142c")
    return bun + tails + profile(picture, skin, outline=SOFT, lid=0.4, brow="#2a1020") + form(picture, cloth, "#a8452f", light, creases, dots) + knot + disc(80, 152, 5, "#ffd58a")
