"""Makes two languages that nobody speaks, to see what breaks: `en-XA` is accented and longer, `ar-XB` runs from right to left.

Logic, glue and the brackets of choices stay as they are.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from studio import mixed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGER = 1.4

# Accented letters that each of the game's typefaces has, plain ones where they have none.
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = str.maketrans(_LATIN, "åbçďéƒğħîjķļmñôþqŕšţûvŵxýžÅBÇĎÉFĞĦÎJĶĻMÑÔÞQŔŠŢÛVŴXÝŽ")
_ARABIC = str.maketrans(_LATIN, "ابجدهفغحيكقلمنوپثرستعڤطخىز" * 2)
_ESCAPED = re.compile(r"(\\.)")


def _plain(text: str, change: Callable[[str], str]) -> str:
    """Returns a text changed, its escaped characters left as they are."""
    return "".join(part if _ESCAPED.fullmatch(part) else change(part) for part in _ESCAPED.split(text))


def accented(text: str) -> str:
    """Returns words in accented letters, between angle quotes, at least forty per cent longer."""
    core = _plain(text, lambda part: re.sub("[aeiou]", r"\g<0>\g<0>", part).translate(_ACCENTED))
    return f"‹{core}{'·' * max(0, round(len(text) * LONGER) - len(core) - 2)}›"


def arabic(text: str) -> str:
    """Returns words with Arabic letters for Latin ones, between angle quotes."""
    return f"«{_plain(text, lambda part: part.translate(_ARABIC))}»"


PSEUDO: Mapping[str, Callable[[str], str]] = MappingProxyType({"en-XA": accented, "ar-XB": arabic})


def made_up(language: str) -> bool:
    """Tells whether a language is one of those that nobody speaks."""
    return language.endswith(("-XA", "-XB"))


def of_ink(text: str, change: Callable[[str], str]) -> str:
    """Returns the made-up translation of an ink text."""
    return mixed.written(mixed.reworded(mixed.read(text), change))
