"""Letters that no bundled font has, such as Chinese ones, from whatever fonts the system has."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import skia

if TYPE_CHECKING:
    from collections.abc import Iterable

_log = logging.getLogger(__name__)
_KANA, _HANGUL = re.compile("[\u3040-\u30ff]"), re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")


def _tongue(text: str) -> str:
    """Returns the language whose forms of shared letters a text wants."""
    return "ja" if _KANA.search(text) else "ko" if _HANGUL.search(text) else "zh-Hans"


class Borrowed:
    """Asks the system for fonts, letter by letter; not before the first letter that needs it, for that takes a third of a second."""

    def __init__(self) -> None:
        """Asks for nothing."""
        self._system: skia.FontMgr | None = None
        self._found: dict[tuple[str, int, str], skia.Typeface | None] = {}

    def faces(self, letters: Iterable[str], weight: int, text: str) -> dict[str, skia.Typeface]:
        """Returns, by name, the fonts that have these letters; that a letter has no font is logged once, and never which."""
        found: dict[str, skia.Typeface] = {}
        tongue = _tongue(text)
        for letter in sorted(letters):
            key = (letter, weight, tongue)
            if key not in self._found:
                self._found[key] = self._ask(*key)
            face = self._found[key]
            if face is not None:
                found[face.getFamilyName()] = face
        return found

    def _ask(self, letter: str, weight: int, tongue: str) -> skia.Typeface | None:
        if self._system is None:
            self._system = skia.FontMgr()
        style = skia.FontStyle(weight, skia.FontStyle.kNormal_Width, skia.FontStyle.Slant.kUpright_Slant)
        face = self._system.matchFamilyStyleCharacter("", style, [tongue], ord(letter))
        if face is None:
            _log.warning("no font of this system has a letter that a text wants")
        return face
