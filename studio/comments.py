"""Takes the comments out of ink and leaves every other character where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

COMMENT = re.compile(r"//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Bare:
    """A text whose comments are blanks, and the offset of a comment that is never closed, or None."""

    text: str
    unclosed: int | None


def without_comments(text: str) -> Bare:
    """Returns the text with blanks for comments: lines and columns stay."""
    unclosed: list[int] = []

    def blank(match: re.Match[str]) -> str:
        comment = match.group()
        if comment.startswith("/*") and not (len(comment) >= len("/**/") and comment.endswith("*/")):
            unclosed.append(match.start())
        return _NOT_NEWLINE.sub(" ", comment)

    bare = COMMENT.sub(blank, text)
    return Bare(bare, unclosed[0] if unclosed else None)
