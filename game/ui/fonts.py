"""The bundled fonts, each opened when the first text needs it."""

from __future__ import annotations

import logging
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import skia
from skia import textlayout

from game.ui.borrowed import Borrowed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_log = logging.getLogger(__name__)

LITERATA, ATKINSON, DYSLEXIC, NOTO = "literata", "atkinson-hyperlegible-next", "opendyslexic", "noto-sans"
# The weights that each family ships; a face is taken from the nearest one.
_WEIGHTS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {LITERATA: (300, 400, 500, 600), ATKINSON: (400, 500, 600), DYSLEXIC: (400, 700)}
)
_ITALICS = frozenset({LITERATA, ATKINSON})
# Where a script's letters lie, and the family that has them ("" = the text's own family, in its extended file).
_SCRIPTS: tuple[tuple[int, int, str, str], ...] = (
    (0x0100, 0x02AF, "", "latin-ext"),
    (0x1E00, 0x1EFF, "", "latin-ext"),
    (0x0370, 0x03FF, NOTO, "greek"),
    (0x0400, 0x052F, NOTO, "cyrillic"),
    (0x0590, 0x05FF, "noto-sans-hebrew", "hebrew"),
    (0x0600, 0x077F, "noto-sans-arabic", "arabic"),
    (0xFB50, 0xFDFF, "noto-sans-arabic", "arabic"),
    (0xFE70, 0xFEFF, "noto-sans-arabic", "arabic"),
    (0x0900, 0x097F, "noto-sans-devanagari", "devanagari"),
    (0x0E00, 0x0E7F, "noto-sans-thai", "thai"),
)
_LATIN_END = 0x0100
# From here on the Latin files have nothing but marks and signs; what lies below and in no script above is left to them, too.
_BEYOND = 0x0530
# Marks that join and choose forms, and are never seen themselves.
_UNSEEN = frozenset({0xFEFF, *range(0x2000, 0x2070), *range(0xFE00, 0xFE10)})


class Face(NamedTuple):
    """One style of a family."""

    family: str
    weight: int = 400
    italic: bool = False


def scripts_of(text: str, family: str) -> tuple[tuple[str, str], ...]:
    """Returns the (family, subset) pairs that a text needs beyond the family's Latin file, each once."""
    if text.isascii():
        return ()
    found: dict[tuple[str, str], None] = {}
    for letter in set(text):
        code = ord(letter)
        if code < _LATIN_END:
            continue
        for first, last, other, subset in _SCRIPTS:
            if first <= code <= last:
                # OpenDyslexic ships one Latin file; Noto has the rest of its letters.
                own = other or (family if family != DYSLEXIC else NOTO)
                found[own, subset] = None
                break
    return tuple(sorted(found))


def strangers(text: str) -> set[str]:
    """Returns the letters of a text that lie in none of the scripts above."""
    if text.isascii():
        return set()
    codes = {ord(letter) for letter in set(text)} - _UNSEEN
    return {chr(code) for code in codes if code >= _BEYOND and not any(first <= code <= last for first, last, _, _ in _SCRIPTS)}


class Fonts:
    """Opens font files on demand and hands Skia's paragraphs their families."""

    def __init__(self, folder: Path) -> None:
        """Remembers where the .woff files lie."""
        self._folder = folder
        # An empty manager opens files without asking the system for its own fonts: no fontconfig, no surprise.
        self._opener = skia.FontMgr.New_Custom_Empty()
        self._provider = textlayout.TypefaceFontProvider()
        self._known: dict[tuple[str, str, int, bool], bool] = {}
        self._faces: dict[tuple[str, str, int, bool], skia.Typeface] = {}
        self._taken: dict[str, skia.Typeface] = {}
        self._borrowed = Borrowed()
        self.collection = self._collect()
        self.unicode = skia.Unicodes.ICU.Make()

    def _collect(self) -> textlayout.FontCollection:
        collection = textlayout.FontCollection()
        collection.setDefaultFontManager(self._provider)
        return collection

    def families(self, face: Face, text: str) -> list[str]:
        """Returns the families to give a paragraph for this face and text, first the one wanted."""
        wanted = [(face.family, "latin"), *scripts_of(text, face.family)]
        found = [self._alias(family, subset) for family, subset in wanted if self._open(family, subset, face)]
        return [*found, *self._lent(face, text)]

    def _lent(self, face: Face, text: str) -> list[str]:
        """Returns the system's families for the letters that the text's own family lacks."""
        own = self._faces.get(self._key(face.family, "latin", face))
        lacking = {letter for letter in strangers(text) if own is None or not own.unicharToGlyph(ord(letter))}
        if not lacking:
            return []
        lent = self._borrowed.faces(lacking, face.weight, text)
        return [self._take(f"system/{name}/{face.weight}", typeface) for name, typeface in lent.items()]

    @staticmethod
    def _alias(family: str, subset: str) -> str:
        return f"{family}/{subset}"

    @staticmethod
    def _key(family: str, subset: str, face: Face) -> tuple[str, str, int, bool]:
        """Returns which file of a family serves a face."""
        weight = min(_WEIGHTS.get(family, (400, 600)), key=lambda known: abs(known - face.weight))
        # One italic weight is shipped, and only in Latin; elsewhere upright letters stand in.
        italic = face.italic and family in _ITALICS and subset == "latin"
        return family, subset, 400 if italic else weight, italic

    def _open(self, family: str, subset: str, face: Face) -> bool:
        key = self._key(family, subset, face)
        if key not in self._known:
            self._known[key] = self._register(*key)
        return self._known[key]

    def _register(self, family: str, subset: str, weight: int, italic: bool) -> bool:  # noqa: FBT001 - a key's parts
        path = self._folder / f"{family}-{subset}-{weight}-{'italic' if italic else 'normal'}.woff"
        typeface = self._opener.makeFromFile(str(path)) if path.exists() else None
        if typeface is None:
            _log.warning("the font %s is missing", path.name)
            return False
        self._faces[family, subset, weight, italic] = typeface
        self._take(self._alias(family, subset), typeface)
        return True

    def _take(self, alias: str, typeface: skia.Typeface) -> str:
        """Hands a typeface to the paragraphs; returns the name that they have it by."""
        if alias not in self._taken:
            self._taken[alias] = typeface
            self._provider.registerTypeface(typeface, alias)
            # A collection remembers what it did not find: start a new one that asks again.
            self.collection = self._collect()
        return alias
