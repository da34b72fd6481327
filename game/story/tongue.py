"""Tells words of a translation from words in the story's own language, which stand where nobody has translated them yet.

The studio puts such words between two characters that are never shown: Unicode's language tag and its end.
"""

from __future__ import annotations

import re
from typing import Final

OWN_BEGINS: Final = "\U000e0001"
OWN_ENDS: Final = "\U000e007f"

_OWN = re.compile(f"{OWN_BEGINS}[^{OWN_ENDS}]*{OWN_ENDS}?")
_MARKS = {ord(OWN_BEGINS): None, ord(OWN_ENDS): None}


def marks_in(text: str) -> bool:
    """Tells whether a text has any of the marks."""
    return OWN_BEGINS in text or OWN_ENDS in text


def heard(text: str) -> tuple[str, bool]:
    """Returns a text without the marks, and whether all of its words are in the story's own language although another is told."""
    if OWN_BEGINS not in text:
        return text.replace(OWN_ENDS, ""), False
    return text.translate(_MARKS), not any(char.isalnum() for char in _OWN.sub("", text))


def marked(text: str, *, own: bool) -> str:
    """Returns a text with the marks put back, as `heard` reads it."""
    return f"{OWN_BEGINS}{text}{OWN_ENDS}" if own else text
