"""Breaks a text that is being written into lines, so that a caret can be placed between any two of its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.text import directed, reads_from_right

if TYPE_CHECKING:
    from game.ui.text import Style, Typesetter

_PIECE = re.compile(r"\S+[ \t]*|[ \t]+")
_KEPT = 400


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it is shown: where it begins and ends in the text."""

    start: int
    end: int
    text: str
    rtl: bool


class Lines:
    """Lines of one style, remembered a paragraph at a time: typing lays out only the paragraph that changes."""

    def __init__(self, typesetter: Typesetter, style: Style) -> None:
        """Takes what measures, and the style."""
        self.type = typesetter
        self.style = style
        self._widths: dict[str, float] = {}
        self._wrapped: dict[tuple[str, float], list[str]] = {}
        self._tuned: tuple[float, float] = (0.0, 0.0)

    def wide(self, text: str) -> float:
        """Returns how wide a text is with the spaces at its end."""
        if text not in self._widths:
            self._widths[text] = self.type.width(text + ".", self.style) - self.type.width(".", self.style) if text else 0.0
        return self._widths[text]

    def _wrap(self, paragraph: str, width: float) -> list[str]:
        key = (paragraph, width)
        if key not in self._wrapped:
            if len(self._wrapped) > _KEPT:
                self._wrapped.clear()
            self._wrapped[key] = self._broken(paragraph, width)
        return self._wrapped[key]

    def _broken(self, paragraph: str, width: float) -> list[str]:
        lines, line, used = [], "", 0.0
        for piece in _PIECE.findall(paragraph):
            if line and used + self.wide(piece.rstrip()) > width:
                lines.append(line)
                line, used = "", 0.0
            part = piece
            while self.wide(part.rstrip()) > width and len(part) > 1:
                fits = next((count for count in range(len(part) - 1, 0, -1) if self.wide(part[:count]) <= width), 1)
                lines.append(part[:fits])
                part = part[fits:]
            line += part
            used += self.wide(part)
        return [*lines, line]

    def rows(self, text: str, width: float, *, rtl: bool = False) -> list[Row]:
        """Returns the lines of a text in a width; a paragraph without letters runs as the one before it, the first as `rtl` says."""
        line = self.type.line(self.style)
        if self._tuned != (width, line):
            self._tuned = (width, line)
            self.forget()
        found, start = [], 0
        for paragraph in text.split("\n"):
            rtl = reads_from_right(paragraph) if directed(paragraph) else rtl
            place = start
            for part in self._wrap(paragraph, width):
                found.append(Row(place, place + len(part), part, rtl))
                place += len(part)
            start += len(paragraph) + 1
        return found

    def forget(self) -> None:
        """Lets go of what was measured."""
        self._widths.clear()
        self._wrapped.clear()
