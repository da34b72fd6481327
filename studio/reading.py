"""Counts words, and says how easily a text reads.

The measure is LIX: words a sentence, plus the share of words of more than six letters in per cent. It needs no syllables, so it serves
several languages; it knows nothing of meaning, so it is told and never judged.
Source: C. H. Björnsson, Läsbarhet, Stockholm 1968, and for other languages his "Readability of newspapers in 11 languages", Reading
Research Quarterly 18 (1983).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.chapters import Chapters
    from studio.compile import Compiled

_WORD = re.compile(r"[^\W_](?:[\w'’\-]*[^\W_])?")
_END = re.compile(r"[.!?:…؟।。]+")
_LONG = 6
_LEVELS = ((30, "very easy"), (40, "easy"), (50, "middling"), (60, "hard"))


def words(text: str) -> int:
    """Returns how many words a text has."""
    return len(_WORD.findall(text))


def lix(lines: Iterable[str]) -> float:
    """Returns the LIX of some lines, each of which ends a sentence; 0 where there are no words."""
    count = long = sentences = 0
    for line in lines:
        found = _WORD.findall(line)
        count += len(found)
        long += sum(sum(char.isalpha() for char in word) > _LONG for word in found)
        sentences += max(len(_END.findall(line)), 1) if found else 0
    return count / sentences + 100 * long / count if count else 0.0


def level(value: float) -> str:
    """Returns Björnsson's word for a LIX."""
    return next((word for most, word in _LEVELS if value < most), "very hard")


def lines(compiled: Compiled) -> dict[tuple[str, int], str]:
    """Returns what can be read on each line of the script, by file and line, all its variants one after the other."""
    found: dict[tuple[str, int], str] = {}
    for one in compiled.texts:
        place = (one.place.file, one.place.line)
        found[place] = f"{found.get(place, '')} {one.text.strip()}".strip()
    return found


def levels(compiled: Compiled, chapters: Chapters) -> dict[int, float]:
    """Returns the LIX of every chapter; text before the first chapter counts to it."""
    texts: dict[int, list[str]] = {}
    for place, text in lines(compiled).items():
        texts.setdefault(chapters.of(*place) or 1, []).append(text)
    return {number: lix(texts[number]) for number in sorted(texts)}
