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
_RTL_LETTER = re.compile("[\u200f\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
# Letters that are written joined: space between them would tear words apart.
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufeff]")
# A mark of direction counts as a letter: translators put one where a sentence begins with a name in other letters.
_STRONG = re.compile(r"[\u200e\u200f]|[^\W\d_]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")
_WORD = re.compile(r"\S+\s*")
_KEPT = 400
_FAR = 1e5
# Arabic letters are smaller in their body than Latin ones: one step larger reads the same (`mockups/web.md`).
_ARABIC_STEP = 1.12


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: voice, size in reference units, weight, colour, leading (of the size), tracking in units.

    `airy` lines stand as far apart as the player wants, as all prose does; a `page` is justified where the player wants that.
    """

    size: int = theme.PROSE
    voice: Voice = "prose"
    weight: int = 400
    italic: bool = False
    colour: int = theme.PAPER
    leading: float = 0.0
    tracking: float = 0.0
    airy: bool = False
    page: bool = False

    def tinted(self, colour: int) -> Style:
        """Returns the same style in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Spacing:
    """What a player set: line height (1 is as designed), space between letters and words (of the letters' size), both edges straight."""

    lines: float = 1.0
    letters: float = 0.0
    words: float = 0.0
    justified: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is laid out: its size in pixels, and how to paint it.

    Below `seam`, `closing` is painted instead: the last line of a justified text that reads from the right.
    """

    paragraph: textlayout.Paragraph
    width: float
    height: float
    natural: float
    longest: float
    closing: textlayout.Paragraph | None = None
    seam: float = 0.0

    def paint(self, draw: skia.Canvas, x: float, y: float) -> None:
        """Paints the paragraph with its upper left corner at (x, y)."""
        if self.closing is None:
            self.paragraph.paint(draw, x, y)
            return
        for paragraph, top, bottom in ((self.paragraph, -_FAR, self.seam), (self.closing, self.seam, _FAR)):
            draw.save()
            draw.clipRect(skia.Rect.MakeLTRB(x - _FAR, y + top, x + _FAR, y + bottom))
            paragraph.paint(draw, x, y)
            draw.restore()


def directed(text: str) -> bool:
    """Tells whether there is any letter in a text that says which way it runs."""
    return _STRONG.search(text) is not None


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
        self._spacing = Spacing()

    def tune(self, *, scale: float, reading: str, spacing: Spacing | None = None) -> None:
        """Sets pixels per unit of type, the family that prose is read in, and how far apart everything stands."""
        wanted = ({"atkinson": ATKINSON, "opendyslexic": DYSLEXIC}.get(reading, LITERATA), scale, spacing or Spacing())
        if wanted != (self._reading, self._scale, self._spacing):
            self._reading, self._scale, self._spacing = wanted
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

    def _leading(self, style: Style) -> float:
        leading = style.leading or theme.LEADING.get(style.size, 1.4)
        return leading * self._spacing.lines if style.airy or style.voice == "prose" else leading

    def _face(self, style: Style) -> Face:
        family = LITERATA if style.voice == "display" else self._reading if style.voice == "prose" else ATKINSON
        if style.voice == "ui" and self._reading == DYSLEXIC:
            family = DYSLEXIC
        return Face(family, style.weight, style.italic)

    def _lay_out(self, text: str, style: Style, width: float, align: Align, shown: int | None) -> Block:
        text = typographic(text)
        rtl = reads_from_right(text)
        both = style.page and self._spacing.justified and align == "start" and width < _FAR
        ragged = self._alignment(align, rtl=rtl)
        paragraph = self._build(text, style, textlayout.TextAlign.kJustify if both else ragged, rtl=rtl, shown=shown)
        paragraph.layout(width)
        # A fraction is added: laid out again at exactly its natural width, rounding could break the last word off.
        natural = paragraph.MaxIntrinsicWidth + 1
        if width >= _FAR:
            paragraph.layout(natural)
        block = Block(paragraph, min(width, natural), paragraph.Height, natural, paragraph.LongestLine)
        return self._closed(block, self._build(text, style, ragged, rtl=rtl, shown=shown), style, width) if both and rtl else block

    def _closed(self, block: Block, ragged: textlayout.Paragraph, style: Style, width: float) -> Block:
        """Returns a justified block whose last line stands at the right: Skia knows no base direction, and puts it at the left."""
        ragged.layout(width)
        step = _ARABIC_STEP if style.voice == "prose" else 1.0
        return replace(block, closing=ragged, seam=block.height - self.line(style) * step)

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
        spaced = not _JOINED.search(text)
        builder = textlayout.ParagraphBuilder.make(whole, self._fonts.collection, self._fonts.unicode)
        parts = [(text, style.colour)] if shown is None else [(text[:shown], style.colour), (text[shown:], 0)]
        if rtl:
            # There is no setter for the base direction; an isolate around the whole sets it.
            parts = [(_ISOLATE_RTL, 0), *parts, (_ISOLATE_END, 0)]
        for part, colour in parts:
            if part:
                builder.pushStyle(self._letters(style, face, families, colour, rtl=rtl, spaced=spaced))
                builder.addText(part)
                builder.pop()
        return builder.Build()

    def _letters(self, style: Style, face: Face, families: list[str], colour: int, *, rtl: bool, spaced: bool) -> textlayout.TextStyle:
        letters = textlayout.TextStyle()
        letters.setFontFamilies(families)
        arabic = rtl and style.voice == "prose"
        size = style.size * self._scale * (_ARABIC_STEP if arabic else 1)
        letters.setFontSize(size)
        # Scripts that have no italics are not bent into some.
        leans = face.italic and all(family.startswith(f"{face.family}/") for family in families)
        slant = skia.FontStyle.Slant.kItalic_Slant if leans else skia.FontStyle.Slant.kUpright_Slant
        letters.setFontStyle(skia.FontStyle(face.weight, skia.FontStyle.kNormal_Width, slant))
        letters.setColor(colour)
        letters.setHeight(self._leading(style))
        letters.setHeightOverride(True)
        letters.setHalfLeading(True)
        apart = self._spacing.letters * size if spaced else 0.0
        if apart or (style.tracking and not rtl):
            letters.setLetterSpacing(apart + (0.0 if rtl else style.tracking * self._scale))
        if self._spacing.words:
            letters.setWordSpacing(self._spacing.words * size)
        return letters
