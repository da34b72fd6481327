"""Reads a text with its inline logic, such as `He gave me {x: an apple|nothing}.`, into pieces, as ink itself would.

Put together again, the pieces are the text, character by character.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from studio.expression import condition_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["words", "glue", "divert", "tag", "bracket", "stray"]
LogicKind = Literal["print", "condition", "sequence"]

# Deeper than anybody writes, and far from where Python gives up.
DEEPEST = 40
_SEQUENCE = re.compile(r"[ \t]*(?:[!&~$][!&~$ ]*|(?:(?:once|cycle|shuffle|stopping)[ \t]*)+:)")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_WORDS = re.compile(r"(?:\\.|\\\n|[^\\{}|\n#<\-\[\]]|<(?![->])|-(?!>))+", re.DOTALL)


class UnclosedError(ValueError):
    """A brace that is opened and never closed, or stands in more than 40 others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of plain text, or one mark of ink: its kind and how it is written."""

    kind: Kind
    written: str

    def __str__(self) -> str:
        """Returns it as it is written."""
        return self.written


@dataclass(frozen=True, slots=True)
class Logic:
    """Something in braces: its kind, what stands before its first branch, and its branches; a `print` has none."""

    kind: LogicKind
    head: str
    branches: tuple[Mixed, ...] = ()

    def __str__(self) -> str:
        """Returns it as it is written."""
        return "{" + self.head + "|".join(written(branch) for branch in self.branches) + "}"


Mixed = tuple[Piece | Logic, ...]


def read(text: str) -> Mixed:
    """Returns the pieces of a text.

    Raises UnclosedError where a brace is never closed.
    """
    reader = _Reader(text)
    return tuple(reader.pieces())


def written(mixed: Mixed) -> str:
    """Returns the text that pieces make."""
    return "".join(map(str, mixed))


def has_words(mixed: Mixed) -> bool:
    """Tells whether there is something to read in a text, logic aside."""
    for piece in mixed:
        if isinstance(piece, Logic):
            if any(map(has_words, piece.branches)):
                return True
        elif piece.kind == "words" and piece.written.strip():
            return True
    return False


def reworded(mixed: Mixed, change: Callable[[str], str]) -> Mixed:
    """Returns the pieces with their words changed, all logic as it was; white space around words stays."""
    found: list[Piece | Logic] = []
    for piece in mixed:
        if isinstance(piece, Logic):
            found.append(Logic(piece.kind, piece.head, tuple(reworded(branch, change) for branch in piece.branches)))
        elif piece.kind == "words" and (core := piece.written.strip(" \t")):
            before, _, after = piece.written.partition(core)
            found.append(Piece("words", f"{before}{change(core)}{after}"))
        else:
            found.append(piece)
    return tuple(found)


def brace_end(text: str, at: int) -> int:
    """Returns the offset of the brace that closes the one at an offset; -1 where it is never closed."""
    return _closed(text).get(at, -1)


@functools.lru_cache(maxsize=8)
def _closed(text: str) -> dict[int, int]:
    """Returns where each brace is closed: found for all of them at once, as a file may hold thousands that never are."""
    found: dict[int, int] = {}
    open_ones: list[int] = []
    for mark in _BRACE.finditer(text):
        if mark[0] == "{":
            open_ones.append(mark.start())
        elif mark[0] == "}" and open_ones:
            found[open_ones.pop()] = mark.start()
    return found


def sequence_end(text: str, at: int) -> int | None:
    """Returns the offset behind the marks of a sequence (`&`, `shuffle once:`), or None where there are none."""
    match = _SEQUENCE.match(text, at)
    return match.end() if match else None


class _Reader:
    """Goes once through a text."""

    def __init__(self, text: str) -> None:
        """Begins at the first character."""
        self._text = text
        self._at = 0
        self._depth = 0

    def pieces(self, *, inside: bool = False) -> Iterator[Piece | Logic]:
        """Yields pieces; `inside` braces, as far as the end of the branch."""
        text = self._text
        while self._at < len(text):
            char = text[self._at]
            if inside and char in "|}":
                return
            if words := _WORDS.match(text, self._at):
                yield self._taken("words", words.end())
            elif char == "{":
                yield self._logic()
            elif text.startswith("<>", self._at):
                yield self._taken("glue", self._at + 2)
            elif text.startswith(("->", "<-"), self._at):
                yield self._taken("divert", self._until(self._at + 2, ends="", inside=inside))
            elif char == "#":
                yield self._taken("tag", self._until(self._at + 1, ends="#[]", inside=inside))
            else:
                yield self._taken("bracket" if char in "[]" else "stray", self._at + 1)

    def _taken(self, kind: Kind, end: int) -> Piece:
        """Returns the piece from here to `end` and stands behind it."""
        piece = Piece(kind, self._text[self._at : end])
        self._at = end
        return piece

    def _until(self, at: int, ends: str, *, inside: bool) -> int:
        """Returns where a tag or divert ends: before one of `ends`, an arrow where it is a tag, or the end of its branch."""
        text, depth = self._text, 0
        while at < len(text):
            char = text[at]
            if char == "\\":
                at += 2
                continue
            if depth == 0 and (char in ends or (ends and text.startswith(("->", "<-"), at)) or (inside and char in "|}")):
                break
            depth += (char in "{(") - (char in "})")
            at += 1
        return min(at, len(text))

    def _logic(self) -> Logic:
        """Reads what stands in braces, in the order in which ink tries: a sequence by its marks, a condition, bare branches, a value."""
        text, start = self._text, self._at + 1
        close = brace_end(text, self._at)
        if close < 0:
            raise UnclosedError
        head = sequence_end(text, start)
        kind: LogicKind = "sequence"
        if head is None and (head := condition_end(text, start)) is not None:
            kind = "condition"
        if head is None and not self._has_bar(start, close):
            self._at = close + 1
            return Logic("print", text[start:close])
        self._at = start if head is None else head
        if self._depth >= DEEPEST:
            raise UnclosedError
        self._depth += 1
        logic = Logic(kind, text[start : self._at], self._branches())
        self._depth -= 1
        return logic

    def _has_bar(self, start: int, close: int) -> bool:
        """Tells whether a bar stands between the branches of these braces."""
        at, depth = start, 0
        while at < close:
            char = self._text[at]
            depth += (char == "{") - (char == "}")
            if char == "|" and not depth:
                return True
            at += 2 if char == "\\" else 1
        return False

    def _branches(self) -> tuple[Mixed, ...]:
        """Reads the branches as far as the closing brace, and stands behind it."""
        branches: list[Mixed] = []
        while True:
            branches.append(tuple(self.pieces(inside=True)))
            if self._at >= len(self._text):
                raise UnclosedError
            self._at += 1
            if self._text[self._at - 1] == "}":
                return tuple(branches)
