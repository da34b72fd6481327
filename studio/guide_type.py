"""Sets the paragraphs of a session guide, in the game's own fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from studio import woff
from studio.errors import CompilerError
from studio.markdown import runs

if TYPE_CHECKING:
    from pathlib import Path

TEXT, HEAD = "literata", "atkinson-hyperlegible-next"
INK, MUTED, ACCENT = 0xFF22262E, 0xFF5B6270, 0xFF7A4A12
# Skia rounds every letter's width to whole units: set ten times as large and drawn ten times smaller, nobody sees it.
_FINE = 10.0
_NOTO = ("noto-sans", "noto-sans-arabic", "noto-sans-hebrew", "noto-sans-devanagari", "noto-sans-thai")
_RIGHT = re.compile("[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")
_STRONG = re.compile(r"[^\W\d_]")
_FILE = re.compile(r"(?P<family>.+)-(?P<subset>[a-z]+(?:-ext)?)-(?P<weight>\d00)-(?P<slant>normal|italic)\.woff")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that is laid out, its height in points, and whether it runs from right to left."""

    paragraph: Any
    height: float
    right: bool

    def paint(self, canvas: Any, x: float, y: float) -> None:  # noqa: ANN401 - Skia's own
        """Draws it with its upper left corner at a place."""
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(1 / _FINE, 1 / _FINE)
        self.paragraph.paint(canvas, 0, 0)
        canvas.restore()


def skia() -> Any:  # noqa: ANN401 - the module carries no types
    """Returns Skia, which lays text out and writes PDF.

    Raises CompilerError where it, or a library of the system that it needs, is missing.
    """
    try:
        import skia as found  # noqa: PLC0415 - only where there is a guide to set
    except ImportError as fault:
        message = f"The session guide cannot be set here ({fault}): install skia-python, and on Linux libegl1 and libgl1."
        raise CompilerError(message) from fault
    return found


class GuideType:
    """Opens the fonts, and sets text in them."""

    def __init__(self, fonts: Path) -> None:
        """Takes the folder of the game's fonts.

        Raises CompilerError where they are not there.
        """
        self.skia = skia()
        self._layout = self.skia.textlayout
        self._unicode = self.skia.Unicodes.ICU.Make()
        self._provider = self._layout.TypefaceFontProvider()
        self._opener = self.skia.FontMgr.New_Custom_Empty()
        self._known: dict[str, set[str]] = {}
        self._kept: list[Any] = []
        for path in sorted(fonts.glob("*.woff")):
            if (match := _FILE.fullmatch(path.name)) and match["family"] in (TEXT, HEAD, *_NOTO) and match["weight"] in {"400", "600"}:
                self._open(path, match["family"], match["subset"])
        if TEXT not in self._known:
            message = "The fonts are not here: `game/vendor/fonts` is brought by the build; run `python3 run.py` once."
            raise CompilerError(message)
        self._collection = self._layout.FontCollection()
        self._collection.setDefaultFontManager(self._provider)

    def _open(self, path: Path, family: str, subset: str) -> None:
        """Makes a font file known, by its family and the letters it has."""
        data = self.skia.Data.MakeWithCopy(woff.unpacked(path.read_bytes()))
        face = self._opener.makeFromData(data)
        if face is not None:
            alias = f"{family} {subset}"
            self._provider.registerTypeface(face, alias)
            self._known.setdefault(family, set()).add(alias)
            self._kept += [data, face]

    def set(
        self, text: str, width: float, size: float, *, family: str = TEXT, colour: int = INK, bold: bool = False, end: bool = False
    ) -> Paragraph:
        """Returns a paragraph of text with marks, laid out so many points wide; `end` puts it at the far side."""
        layout, first = self._layout, _STRONG.search(text)
        right = bool(first and _RIGHT.match(first.group()))
        style = layout.ParagraphStyle()
        style.setTextAlign(layout.TextAlign.kRight if right is not end else layout.TextAlign.kLeft)
        builder = layout.ParagraphBuilder.make(style, self._collection, self._unicode)
        pieces = list(runs(text))
        for at, run in enumerate(pieces):
            builder.pushStyle(self._style(family, size, colour, bold=bold or run.bold, italic=run.italic, joined=right))
            before, after = "\u2067" if right and at == 0 else "", "\u2069" if right and at == len(pieces) - 1 else ""
            builder.addText(before + _APOSTROPHE.sub("’", run.text) + after)
            builder.pop()
        paragraph = builder.Build()
        paragraph.layout(width * _FINE)
        return Paragraph(paragraph, paragraph.Height / _FINE, right)

    def _style(self, family: str, size: float, colour: int, *, bold: bool, italic: bool, joined: bool) -> Any:  # noqa: ANN401 - Skia's own
        """Returns the look of some words."""
        skia_, layout = self.skia, self._layout
        style = layout.TextStyle()
        style.setFontFamilies(
            [alias for name in (family, *_NOTO) for alias in sorted(self._known.get(name, ()), key=lambda alias: (len(alias), alias))]
        )
        style.setFontSize(size * _FINE)
        style.setColor(colour)
        # A ligature is one drawing for two letters, which searching and copying would miss; letters with space between them have none.
        style.setLetterSpacing(0.0 if joined else 0.01 * _FINE)
        style.setHeight(1.42)
        style.setHeightOverride(True)
        weight = skia_.FontStyle.kSemiBold_Weight if bold else skia_.FontStyle.kNormal_Weight
        slant = skia_.FontStyle.kItalic_Slant if italic else skia_.FontStyle.kUpright_Slant
        style.setFontStyle(skia_.FontStyle(weight, skia_.FontStyle.kNormal_Width, slant))
        return style
