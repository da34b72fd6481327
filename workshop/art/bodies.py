"""Bodies that stand in several pictures, from the side and from behind, lit from the right; flip the group to turn them.

A side body has its head on the frame of `people.PROFILE`; one from behind has the neck's foot at (0, 0) and is about 340 wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb, oval
from workshop.art.light import Rim, form
from workshop.art.mika import mop, nape
from workshop.art.people import BROWN, FAIR, OLIVE
from workshop.art.svg import disc, group, shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop.art.people import Tone
    from workshop.art.svg import Picture

# A shape stays one line of numbers.
# fmt: off
WARM = (Rim(7, -4, "#ffc488", 0.95, 1.5),)
NIGHT = (Rim(7, -4, "#ffc488", 0.95, 1.5), Rim(-5, -3, "#7f9fdc", 0.8, 1.2))


@dataclass(frozen=True)
class Cloth:
    """A garment's colours: its shadow, its own, its lit side, and its folds."""

    dark: str
    own: str
    lit: str
    fold: str


TEAL = Cloth("#1c3a52", "#285064", "#7fa398", "#142c46")
"""Mika's hoodie."""
NAVY = Cloth("#151a3c", "#222a58", "#6a6488", "#0e1230")
"""Pauli's coat."""
WOOL = Cloth("#26324a", "#45585c", "#c0a078", "#1c2a3c")
"""Pauli's jumper."""
RUST = Cloth("#4a2432", "#8a4034", "#d9774a", "#4a2030")
"""Jorin's jacket."""
SHIRT = Cloth("#1c2450", "#34457a", "#8a86a8", "#161d44")
"""Sana's work shirt."""
PLUM = Cloth("#2a1f4a", "#57375e", "#c07c80", "#38204c")
"""Hedda's cardigan, Nilu's jumper."""
YELLOW = Cloth("#3a2c30", "#8a6a30", "#f0c870", "#3a2a34")
"""Fenn's jacket."""
SLATE = Cloth("#1f2850", "#38426c", "#a59098", "#1b2450")
"""Teo's fleece."""
LILAC = Cloth("#332c5c", "#6a5a90", "#d9b0b0", "#2e2858")
"""Mum's cardigan."""
JEANS = Cloth("#161a40", "#262d60", "#5c5a80", "#12163a")


def side(picture: Picture, cloth: Cloth, *rims: Rim, foot: float = 760) -> str:
    """Returns a torso in profile below a profile's head, from the collar to `foot`, without arms."""
    low, lower = 350 + (foot - 350) * 0.4, 350 + (foot - 350) * 0.66
    line = f"52 268!; 20 300; -10 350; -30 {350 + (foot - 350) * 0.2:.0f}; -34 {low:.0f}; -26 {lower:.0f}; -20 {foot}!; 160 {foot}!; 168 {lower:.0f}; 178 {low:.0f}; 180 440; 170 370; 152 318; 134 274!; 96 292"
    paint = picture.linear((-40, 0), (184, 0), (0, cloth.dark, 1), (0.55, cloth.own, 1), (1, cloth.lit, 1))
    creases = (brush(fold, 10, cloth.fold, "leaf") for fold in ("150 500; 120 560; 60 580", f"160 {foot - 60}; 100 {foot - 40}; 20 {foot - 60}", f"-20 440; 4 {low:.0f}; -6 {lower:.0f}", f"140 {foot - 130}; 90 {foot - 110}; 40 {foot - 130}"))
    collar = form(picture, "44 276; 60 252; 92 266; 124 256; 142 276; 110 302; 66 298", cloth.own, brush("52 278; 96 294; 136 276", 8, cloth.fold), rims=rims)
    return form(picture, line, paint, *creases, rims=rims) + collar


def sleeve(picture: Picture, line: str, widths: tuple[float, ...], cloth: Cloth, *rims: Rim, creases: tuple[str, ...] = ()) -> str:
    """Returns a sleeve from the shoulder through the elbow to the cuff, folds cut into it."""
    xs = [float(knot.split()[0]) for knot in line.split(";")]
    paint = picture.linear((min(xs) - 40, 0), (max(xs) + 30, 0), (0, cloth.dark, 1), (0.5, cloth.own, 1), (1, cloth.lit, 1))
    return form(picture, limb(line, widths, 0.42), paint, *(brush(fold, 9, cloth.fold, "leaf") for fold in creases), rims=rims)


def behind(picture: Picture, cloth: Cloth, *rims: Rim, foot: float = 620, arms: bool = True, collar: bool = True) -> str:
    """Returns a body from behind, from the neck's foot at (0, 0) to the hem, arms hanging."""
    waist, hip = round(foot * 0.56), round(foot * 0.76)
    line = f"-44 -14!; -92 8; -140 36; -164 96; -156 {round(foot * 0.36)}; -140 {waist}; -146 {hip}; -158 {foot - 10}!; 0 {foot + 6}; 158 {foot - 10}!; 146 {hip}; 140 {waist}; 156 {round(foot * 0.36)}; 164 96; 140 36; 92 8; 44 -14!; 0 4"
    paint = picture.linear((-170, 0), (176, 0), (0, cloth.dark, 1), (0.5, cloth.own, 1), (0.82, cloth.own, 1), (1, cloth.lit, 1))
    creases = (brush(fold, 11, cloth.fold, "leaf") for fold in ("-60 40; -84 130; -60 220", "66 40; 92 140; 70 230", f"140 {foot - 170}; 70 {foot - 130}; -10 {foot - 150}", f"-130 {foot - 120}; -60 {foot - 90}; 10 {foot - 100}", "0 60; 6 200; -2 330"))
    body = form(picture, line, paint, *creases, brush(f"-156 {foot - 34}; 0 {foot - 18}; 156 {foot - 34}", 10, cloth.fold, "even", opacity=0.7), rims=rims)
    left = sleeve(picture, "-120 64; -178 200; -180 320; -158 442", (100, 84, 72, 56), cloth, *rims, creases=("-214 250; -178 270; -150 250", "-206 330; -180 348; -150 340"))
    right = sleeve(picture, "120 64; 178 200; 180 320; 158 442", (100, 84, 72, 56), cloth, *rims, creases=("210 250; 178 270; 150 250", "206 330; 180 348; 152 340"))
    band = form(picture, "-58 -6; -46 -36; 0 -26; 46 -36; 58 -6; 0 22", cloth.own, brush("-50 0; 0 16; 50 0", 9, cloth.fold), rims=rims) if collar else ""
    return (left + right if arms else "") + body + band


def legs(picture: Picture, cloth: Cloth, top: float, foot: float, *rims: Rim, boot: str = "#14132e") -> str:
    """Returns two legs from behind, the right one slack, and their boots."""
    paint = picture.linear((-130, 0), (130, 0), (0, cloth.dark, 1), (0.6, cloth.own, 1), (1, cloth.lit, 1))
    knee = (top + foot) / 2
    left = form(picture, f"-128 {top}!; 0 {top}!; -14 {knee}; -30 {foot}!; -108 {foot}!; -112 {knee}", paint, brush(f"-110 {knee - 30}; -70 {knee - 10}; -30 {knee - 26}", 8, cloth.fold, "leaf"), brush(f"-104 {foot - 50}; -70 {foot - 34}; -36 {foot - 48}", 8, cloth.fold, "leaf"), rims=rims)
    right = form(picture, f"0 {top}!; 128 {top}!; 122 {knee}; 128 {foot - 6}!; 54 {foot - 6}!; 28 {knee}", paint, brush(f"120 {knee - 20}; 80 {knee}; 44 {knee - 16}", 8, cloth.fold, "leaf"), brush(f"124 {foot - 56}; 90 {foot - 40}; 60 {foot - 52}", 8, cloth.fold, "leaf"), rims=rims)
    shoes = "".join(form(picture, f"{x} {foot - 14}!; {x + 86} {foot - 14}!; {x + 94} {foot + 26}; {x + 88} {foot + 40}!; {x - 6} {foot + 40}!; {x - 8} {foot + 22}", boot, rims=rims) for x in (-112, 48))
    return shoes + left + right


def standing(picture: Picture, cloth: Cloth, top: float, foot: float, *rims: Rim, stride: float = 0, boot: str = "#14132e") -> str:
    """Returns two legs in profile below a side body's hem at `top`; `stride` moves the feet apart."""
    paint = picture.linear((-30, 0), (170, 0), (0, cloth.dark, 1), (0.6, cloth.own, 1), (1, cloth.lit, 1))
    knee = (top + foot) / 2
    out = []
    for way, hip, far in ((-1, 50, True), (1, 84, False)):
        end = hip + way * stride
        leg = form(picture, limb(f"{hip} {top - 10}; {(hip + end) / 2 + 10} {knee}; {end} {foot}", (116, 84, 60), 0), cloth.dark if far else paint, brush(f"{(hip + end) / 2 - 24} {knee + 16}; {(hip + end) / 2 + 10} {knee + 26}; {(hip + end) / 2 + 44} {knee + 10}", 9, cloth.fold, "leaf"), rims=rims)
        shoe = form(picture, f"{end - 34} {foot - 12}!; {end + 30} {foot - 12}!; {end + 44} {foot + 8}; {end + 84} {foot + 22}; {end + 88} {foot + 40}!; {end - 38} {foot + 40}!", boot, rims=rims)
        out.append(shoe + leg)
    return "".join(out)


def mika_back(picture: Picture, *, snow: bool = False) -> str:
    """Returns Mika's head from behind, for a body's neck at (0, 0)."""
    return group(nape(picture), mop(picture, snow=snow), transform="scale(1.12) translate(-338 -700)")


def _skull(picture: Picture, skin: Tone, hair: str, paint: str, *marks: str, rims: tuple[Rim, ...]) -> str:
    neck = form(picture, "-44 -80!; -46 -30; -58 10!; 58 10!; 46 -30; 44 -80!", skin.shade, brush("38 -70; 42 -30; 54 6", 14, skin.band))
    ear = form(picture, "72 -128; 84 -140; 94 -128; 90 -104; 78 -90; 70 -98", skin.band, brush("80 -128; 86 -120; 80 -102", 4, skin.deep), rims=(Rim(3, -2, skin.lit, 1, 0.8),))
    return neck + ear + shape("-72 -128; -82 -138; -90 -124; -86 -100; -74 -92", skin.shade) + form(picture, hair, paint, *marks, rims=rims)


_EDGES = (Rim(6, -4, "#f0b482", 0.9, 1.5), Rim(-5, -3, "#8fa6e0", 0.8, 1.2))


def sana_back(picture: Picture) -> str:
    """Returns Sana's head from behind, hair to the middle of the back."""
    fall = "-70 -40; -84 -110; -72 -180; -32 -220; 18 -224; 62 -198; 82 -132; 80 -50; 92 50; 98 150; 84 236; 52 276; 6 262!; -28 284; -70 250; -96 150; -88 50"
    strands = (("-6 -210; -50 -120; -60 60; -50 230", 12, "#2f2650"), ("4 -212; 10 -80; -6 80; 0 240", 9, "#2c2450"), ("10 -210; 54 -130; 62 40; 56 220", 12, "#3a2a4c"), ("30 -206; 72 -120; 82 60; 80 180", 8, "#7a4a4c"))
    return _skull(picture, OLIVE, fall, "#1b1634", *(brush(line, wide, tone, "leaf") for line, wide, tone in strands), rims=_EDGES)


def pauli_back(picture: Picture) -> str:
    """Returns Pauli's head from behind, broad, brown hair cut at home."""
    hair = "-78 -66; -90 -124; -82 -184; -48 -220; -10 -232!; 14 -226; 60 -206; 90 -150; 88 -88; 80 -60!; 70 -66; 62 -36!; 46 -46; 34 -18!; 14 -34; 0 -14!; -18 -32; -34 -16!; -46 -42; -62 -34!; -68 -56"
    strands = (("0 -214; -48 -150; -60 -60", 18, "#3a2434"), ("6 -216; 8 -130; 2 -40", 16, "#40283a"), ("14 -214; 60 -150; 66 -60", 16, "#6a4038"), ("30 -206; 76 -150; 82 -80", 10, "#a8644a"), ("40 -214; 84 -170; 90 -110", 6, "#d08a58"), ("-30 -214; -74 -160; -78 -90", 12, "#33203a"), ("30 -110; 40 -70; 36 -26", 9, "#33203a"))
    return _skull(picture, FAIR, hair, "#4a3038", *(brush(line, wide, tone, "leaf") for line, wide, tone in strands), rims=_EDGES)


def nilu_back(picture: Picture) -> str:
    """Returns Nilu's head from behind, with her short plait."""
    hair = "-72 -64; -82 -124; -70 -178; -34 -212; 14 -214; 58 -192; 80 -136; 76 -70; 44 -28; 0 -18; -44 -30"
    strands = (("-60 -130; -30 -80; -6 -40", 12, "#3a2440"), ("0 -206; 0 -120; 0 -40", 7, "#120b1c"), ("62 -140; 36 -80; 8 -40", 12, "#5a3440"), ("70 -130; 52 -70; 20 -36", 6, "#9a5a4c"))
    plait = "".join(form(picture, oval(side_ * 9, y, 18 - k * 1.4, 15 - k, 34 * side_), "#21142c", brush(f"{side_ * 9 - 8} {y - 4}; {side_ * 9} {y - 9}; {side_ * 9 + 8} {y - 4}", 4, "#5a3440")) for k, (side_, y) in enumerate(((-1, -28), (1, -8), (-1, 12), (1, 32), (-1, 50)))) + disc(0, 66, 9, "#c9593e") + shape("-8 70; 10 70; 6 98; -6 100", "#21142c")
    return _skull(picture, BROWN, hair, "#21142c", *(brush(line, wide, tone, "leaf") for line, wide, tone in strands), rims=_EDGES) + plait


def fenn_back(picture: Picture) -> str:
    """Returns Fenn's head from behind, in his red hat."""
    wool = picture.linear((-90, 0), (90, 0), (0, "#3d2450", 1), (0.6, "#a8484a", 1), (1, "#e8926c", 1))
    hat = "-86 -92; -88 -150; -66 -204; -24 -234; -6 -252!; 12 -246; 30 -232; 68 -200; 88 -148; 86 -92; 0 -70"
    ribs = (brush(line, 6, "#6a2c44", opacity=0.8) for line in ("-52 -200; -58 -150; -54 -96", "-20 -226; -22 -150; -20 -90", "14 -228; 18 -150; 16 -90", "48 -204; 56 -150; 52 -96"))
    band = form(picture, "-94 -96; -90 -128; 0 -112; 90 -128; 94 -96; 0 -68", wool, *(brush(f"{x} -118; {x} -98; {x} -76", 5, "#6a2c44", opacity=0.7) for x in range(-76, 90, 22)), rims=_EDGES)
    return _skull(picture, BROWN, hat, wool, *ribs, rims=_EDGES) + band


def jorin_back(picture: Picture) -> str:
    """Returns Jorin's head from behind, all curls."""
    places = [(x, y, 24 - abs(x) / 14, x) for y, xs in ((-60, (-50, -16, 18, 52)), (-96, (-70, -36, 0, 36, 70)), (-132, (-80, -44, -8, 30, 66)), (-168, (-72, -36, 2, 40, 74)), (-200, (-44, -10, 26, 54))) for x in xs]
    tones = ("#7a3a34", "#96483a", "#c9683c", "#f0a060")
    curls = "".join(picture.stamp(x, y, round(r / 20, 2), disc(0, 0, 20, "#5a2a30") + shape("-15 4; -10 -11; 4 -15; 14 -7; 15 4!; 8 -5; -1 -7; -8 0", tones[min(3, int((lean + 90) // 46))]), turn=round(lean / 2 + y / 3)) for x, y, r, lean in places)
    return _skull(picture, FAIR, "-78 -62; -86 -124; -72 -184; -34 -216; 16 -220; 60 -196; 84 -136; 78 -66; 40 -30; 0 -26; -44 -34", "#5a2a30", rims=()) + curls


def stranger(hair: str, tone: str, skin: Tone, *strands: str, light: str = "#f0b482") -> Callable[[Picture], str]:
    """Returns what draws a head from behind for someone in a crowd: an outline of hair, hood or hat and its colour."""
    edges = (Rim(6, -4, light, 0.9, 1.5), Rim(-5, -3, "#8fa6e0", 0.7, 1.2))
    return lambda picture: _skull(picture, skin, hair, tone, *strands, rims=edges)


SHORT = "-72 -84; -84 -134; -70 -186; -32 -214; 14 -216; 56 -194; 82 -140; 72 -84; 40 -62; 0 -58; -40 -64"
BOBBED = "-84 -30!; -90 -110; -76 -182; -34 -218; 16 -220; 60 -198; 88 -120; 84 -30!; 40 -22; 0 -20; -40 -22"
HOOD = "-70 10!; -96 -60; -92 -140; -66 -204; -20 -232; 24 -232; 70 -202; 96 -138; 98 -56; 70 10!; 0 26"
BALD = "-66 -100; -80 -140; -68 -188; -30 -212; 14 -214; 54 -192; 78 -142; 66 -100; 30 -76; 0 -70; -36 -78"
