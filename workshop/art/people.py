"""Heads in profile, fists and sleeves. All face right and are lit from the right; flip the group to turn them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb
from workshop.art.light import Rim, form
from workshop.art.svg import group, number, shape

if TYPE_CHECKING:
    from workshop.art.svg import Line, Picture


# A shape stays one line of numbers.
# fmt: off

@dataclass(frozen=True)
class Tone:
    """Four values of one skin: its shadow (the base), the saturated band at the light's border, the light, and the darkest folds."""

    shade: str
    band: str
    lit: str
    deep: str


FAIR = Tone("#6b4258", "#d9795a", "#ffd09c", "#38203a")
OLIVE = Tone("#633c50", "#c9694a", "#f3bb84", "#321a34")
BROWN = Tone("#4f2f46", "#b0573f", "#dc9a66", "#26142e")
DARK = Tone("#3c2440", "#8f4640", "#c27e56", "#1e1029")
AQUA = Tone("#5a384e", "#a8706e", "#d6c4b8", "#2e1a34")
"""A face turned to the pool: its light is the water's."""

PROFILE = "92 8!; 136 16; 160 40; 168 70; 170 88; 165 101; 176 124; 190 142; 187 149; 173 153; 178 163; 180 168; 171 172!; 177 180; 176 187; 169 192; 173 204; 168 217; 150 224; 120 212; 92 188; 74 150; 50 80"
"""A young head in profile, 224 units from crown to chin, the ear at (84, 128)."""


def placed(x: float, y: float, scale: float, *parts: str, turn: float = 0, flip: bool = False) -> str:
    """Returns parts moved to (x, y), scaled, turned by degrees and, where asked, mirrored to face left."""
    width = -scale if flip else scale
    return group(*parts, transform=f"translate({number(x)} {number(y)}) scale({width:g} {scale:g}) rotate({number(turn)})")


def profile(picture: Picture, skin: Tone, *, outline: Line = PROFILE, lid: float = 1, brow: str = "#2c1830") -> str:
    """Returns a face in profile with neck, its front cut by the light; hair goes over it."""
    rough = picture.rough(0.06, 5, 4)
    under = shape("70 190; 120 214; 148 226; 132 244; 90 226", skin.deep, opacity=0.6)
    strip = brush("124 212; 128 244; 146 300", 20, skin.band, "even", filter=rough)
    neck = form(picture, "62 150!; 66 200; 60 256; 48 300!; 140 300!; 130 258; 128 208!", skin.shade, strip, under)
    front = shape("140 20!; 146 60; 154 92; 146 108; 158 128; 166 146; 158 158; 160 172; 154 186; 158 204; 146 230!; 210 230!; 210 20!", skin.band, filter=rough)
    light = shape("152 22!; 156 62; 162 92; 156 108; 168 130; 174 146; 165 156; 167 172; 162 186; 164 206; 156 230!; 212 230!; 212 20!", skin.lit, filter=rough)
    cheek = shape("128 142!; 142 136; 154 140; 146 154; 134 152", skin.band, opacity=0.5, filter=rough)
    ear = shape("76 118; 86 106; 98 112; 98 134; 86 148; 78 138", skin.band, opacity=0.55) + brush("84 114; 94 120; 88 138", 4, skin.deep)
    mouth = brush("178 171; 168 173; 157 171", 3.4, skin.deep)
    eyebrow = brush("136 98; 150 88; 168 92", 7, brow, "brow")
    return neck + form(picture, outline, skin.shade, cheek, front, light, eyebrow, _eye(skin, lid), mouth) + ear


def fist(picture: Picture, skin: Tone, *, lit: bool = True) -> str:
    """Returns a hand closed around a stick that runs along the x axis through (0, 0), seen from its back; the wrist leaves at (-58, 8)."""
    bright, pale = (skin.lit, skin.band) if lit else (skin.band, skin.shade)
    back = form(
        picture,
        "-60 -10!; -34 -20; -8 -26; 14 -20; 24 -6; 24 12; 12 24; -10 26; -36 24; -62 22!",
        skin.shade,
        shape("-60 -12; -30 -22; 0 -28; 20 -18; 26 -2; 10 -6; -14 -8; -40 0; -60 4", pale),
        shape("-60 -14; -30 -22; 0 -28; 20 -18; 12 -14; -12 -16; -40 -8; -60 -4", bright),
    )
    lines = ("16 -14; 24 2; 12 16", "6 -12; 14 8; 2 22", "-6 -8; 2 12; -8 25")
    fingers = "".join(shape(limb(line, (13, 13, 9)), skin.shade) + brush(line, 5, skin.band) for line in lines)
    thumb = shape(limb("-22 -8; 4 -10; 26 -8; 38 -3", (20, 18, 14, 8)), skin.shade) + brush("-14 -15; 8 -17; 30 -10", 7, bright)
    return back + fingers + thumb


def pinch(picture: Picture, skin: Tone) -> str:
    """Returns a hand that reaches right and holds a thin thing at (116, 24), lit from above; the wrist is at (0, 0)."""
    lines = ("66 -8; 96 10; 112 26", "58 8; 82 22; 98 34")
    far = _digits(picture, skin, "36 16; 74 28; 112 26", widths=(22, 19, 11)) + _digits(picture, skin, *lines)
    near = _digits(picture, skin, "70 -18; 102 -8; 120 16", widths=(20, 17, 10))
    return far + _back(picture, skin) + near


def resting(picture: Picture, skin: Tone) -> str:
    """Returns a hand that lies palm down and points right, lit from above; the wrist is at (0, 0), the longest finger ends at (150, 8)."""
    thumb = _digits(picture, skin, "28 18; 54 42; 84 46", widths=(24, 20, 12))
    lines = ("62 14; 96 28; 116 36", "74 4; 114 12; 138 22", "78 -8; 120 -4; 148 8", "74 -20; 110 -20; 136 -10")
    return thumb + _digits(picture, skin, *lines) + _back(picture, skin)


def arm(picture: Picture, line: Line, widths: tuple[float, ...], fill: str, *rims: Rim, folds: tuple[str, ...] = (), fold: str = "#1a1e40") -> str:
    """Returns a limb or sleeve along a line with one width a knot, folds cut into it and light on its edges."""
    marks = [brush(place, 8, fold, "leaf") for place in folds]
    return form(picture, limb(line, widths, 0.42), fill, *marks, rims=rims)


def _eye(skin: Tone, lid: float) -> str:
    white = shape(f"143 112!; 153 {number(109 - lid)}; 162 112!; 158 {number(114 + 4 * lid)}; 150 {number(115 + 3 * lid)}", "#e9c7ae", opacity=0.7)
    iris = shape(f"152 110!; 161 110!; 160 {number(115 + 3 * lid)}; 153 {number(114 + 3 * lid)}", "#1d1026")
    return white + iris + brush("139 113; 150 107; 165 111", 4.5, skin.deep)


def _digits(picture: Picture, skin: Tone, *lines: str, widths: tuple[float, float, float] = (19, 17, 10)) -> str:
    rims = (Rim(-1, -10, skin.band, 1, 0.8), Rim(-1, -6, skin.lit, 1, 0.5))
    under = (shape(limb(line, widths, 0.3), skin.deep, transform="translate(1 3)") for line in lines)
    return "".join(shadow_ + form(picture, limb(line, widths, 0.3), skin.shade, rims=rims) for shadow_, line in zip(under, lines, strict=True))


def _back(picture: Picture, skin: Tone) -> str:
    outline = "-14 -24; 20 -33; 54 -33; 80 -24; 90 -8; 86 8; 66 22; 24 26; -14 22"
    tendons = (brush(line, 3.5, skin.band, opacity=0.6) for line in ("40 -20; 60 -18; 76 -14", "40 -6; 60 -3; 78 0", "36 8; 54 11; 70 14"))
    return form(picture, outline, skin.shade, rims=(Rim(-2, -30, skin.band, 1, 3), Rim(-2, -19, skin.lit, 1, 2))) + "".join(tendons)
