"""Paragraphs: laid out by Skia, measured, remembered, painted."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import skia
from skia import textlayout

from game.ui import theme
from game.ui.fonts import ATKINSON, DYSLEXIC, LITERATA, Face, Fonts

if TYPE_CHECKING:
    from pathlib import Path

Align = Literal["start", "centre", "end"]
Voice = Literal["prose", "ui", "display"]
_ISOLATE_RTL, _ISOLATE_END = "\u2067", "\u2069"
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_STRONG = re.compile(r"[^\W\d_]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")
_WORD = re.compile(r"\S+\s*")
_KEPT = 400
# Arabic letters are smaller in their body than Latin ones: one step larger reads the same (`mockups/web.md`).
_ARABIC_STEP = 1.12


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: voice, size in reference units, weight, colour, leading (of the size), tracking in units."""

    size: int = theme.PROSE
    voice: Voice = "prose"
    weight: int = 400
    italic: bool = False
    colour: int = theme.PAPER
    leading: float = 0.0
    tracking: float = 0.0

    def tinted(self, colour: int) -> Style:
        """Returns the same style in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is laid out: its size in pixels, and how to paint it."""

    paragraph: textlayout.Paragraph
    width: float
    height: float
    natural: float
    longest: float

    def paint(self, draw: skia.Canvas, x: float, y: float) -> None:
        """Paints the paragraph with its upper left corner at (x, y)."""
        self.paragraph.paint(draw, x, y)


def reads_from_right(text: str) -> bool:
    """Tells whether a text's first strong letter is of a script that runs from right to left."""
    first = _STRONG.search(text)
    return bool(first and _RTL_LETTER.match(first.group()))


def typographic(text: str) -> str:
    """Returns a text with the apostrophes that keyboards give turned into those of print; its letters keep their numbers."""
    return _APOSTROPHE.sub("’", text)


def isolated(text: object) -> str:
    """Returns a path or a name that keeps its own direction inside a sentence that runs the other way."""
    return f"\u2068{text}\u2069"


def words_in(text: str) -> list[int]:
    """Returns the position after each word of a text."""
    return [match.end() for match in _WORD.finditer(text)]


class Typesetter:
    """Lays paragraphs out at the window's scale, in the player's fonts, and remembers them."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder of the bundled fonts."""
        self._fonts = Fonts(folder)
        self._blocks: OrderedDict[tuple[object, ...], Block] = OrderedDict()
        self._reading = LITERATA
        self._scale = 1.0

    def tune(self, *, scale: float, reading: str) -> None:
        """Sets pixels per unit of type and the family that prose is read in."""
        wanted = {"atkinson": ATKINSON, "opendyslexic": DYSLEXIC}.get(reading, LITERATA)
        if (scale, wanted) != (self._scale, self._reading):
            self._scale, self._reading = scale, wanted
            self._blocks.clear()

    def forget(self) -> None:
        """Lets go of every paragraph: letters must not stay in memory when their screen is gone."""
        self._blocks.clear()

    def set(self, text: str, style: Style, width: float = 1e6, *, align: Align = "start", shown: int | None = None) -> Block:
        """Returns a paragraph laid out `width` pixels wide; letters from `shown` on take their place unseen."""
        key = (text, style, round(width), align, shown)
        block = self._blocks.get(key)
        if block is None:
            block = self._lay_out(text, style, width, align, shown)
            self._blocks[key] = block
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(key)
        return block

    def snug(self, text: str, style: Style, width: float) -> Block:
        """Returns a paragraph at most `width` pixels wide, and no wider than its words: where it is placed is where they stand."""
        return self.set(text, style, min(width, self.width(text, style)))

    def width(self, text: str, style: Style) -> float:
        """Returns how wide a text is on one line, in pixels."""
        return self.set(text, style).natural

    def line(self, style: Style) -> float:
        """Returns the height of one line, in pixels."""
        return style.size * self._scale * self._leading(style)

    @staticmethod
    def _leading(style: Style) -> float:
        return style.leading or theme.LEADING.get(style.size, 1.4)

    def _face(self, style: Style) -> Face:
        family = LITERATA if style.voice == "display" else self._reading if style.voice == "prose" else ATKINSON
        if style.voice == "ui" and self._reading == DYSLEXIC:
            family = DYSLEXIC
        return Face(family, style.weight, style.italic)

    def _lay_out(self, text: str, style: Style, width: float, align: Align, shown: int | None) -> Block:
        text = typographic(text)
        rtl = reads_from_right(text)
        paragraph = self._build(text, style, self._alignment(align, rtl=rtl), rtl=rtl, shown=shown)
        paragraph.layout(width)
        # A fraction is added: laid out again at exactly its natural width, rounding could break the last word off.
        natural = paragraph.MaxIntrinsicWidth + 1
        if width >= 1e5:
            paragraph.layout(natural)
        return Block(paragraph, min(width, natural), paragraph.Height, natural, paragraph.LongestLine)

    @staticmethod
    def _alignment(align: Align, *, rtl: bool) -> textlayout.TextAlign:
        if align == "centre":
            return textlayout.TextAlign.kCenter
        return textlayout.TextAlign.kRight if (align == "end") != rtl else textlayout.TextAlign.kLeft

    def _build(self, text: str, style: Style, align: textlayout.TextAlign, *, rtl: bool, shown: int | None) -> textlayout.Paragraph:
        whole = textlayout.ParagraphStyle()
        whole.setTextAlign(align)
        face = self._face(style)
        families = self._fonts.families(face, text)
        builder = textlayout.ParagraphBuilder.make(whole, self._fonts.collection, self._fonts.unicode)
        parts = [(text, style.colour)] if shown is None else [(text[:shown], style.colour), (text[shown:], 0)]
        if rtl:
            # There is no setter for the base direction; an isolate around the whole sets it.
            parts = [(_ISOLATE_RTL, 0), *parts, (_ISOLATE_END, 0)]
        for part, colour in parts:
            if part:
                builder.pushStyle(self._letters(style, face, families, colour, rtl=rtl))
                builder.addText(part)
                builder.pop()
        return builder.Build()

    def _letters(self, style: Style, face: Face, families: list[str], colour: int, *, rtl: bool) -> textlayout.TextStyle:
        letters = textlayout.TextStyle()
        letters.setFontFamilies(families)
        arabic = rtl and style.voice == "prose"
        letters.setFontSize(style.size * self._scale * (_ARABIC_STEP if arabic else 1))
        slant = skia.FontStyle.Slant.kItalic_Slant if face.italic else skia.FontStyle.Slant.kUpright_Slant
        letters.setFontStyle(skia.FontStyle(face.weight, skia.FontStyle.kNormal_Width, slant))
        letters.setColor(colour)
        letters.setHeight(self._leading(style))
        letters.setHeightOverride(True)
        letters.setHalfLeading(True)
        if style.tracking and not rtl:
            letters.setLetterSpacing(style.tracking * self._scale)
        return letters
