"""Finds the tags of ink source, and where in its line each of them stands, without compiling.

It follows inkjs's parser: a tag goes on to the end of its line, the next #, a divert, or the bracket, bar or brace around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Part = Literal["line", "choice", "both"]

_SKIPPED = re.compile(r"[ \t]*(?:~|=|INCLUDE(?![A-Za-z0-9_])|(?:VAR|CONST|LIST|EXTERNAL|TODO)\b)")
_GATHER = re.compile(r"(?:[ \t]*-(?!>))*[ \t]*(?:\(\w+\))?")
_BULLETS = re.compile(r"[ \t]*((?:[*+][ \t]*)+)(?:\(\w+\)[ \t]*)?")
_ARROW = re.compile(r"->|<-")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its text without #, its line and column from 1, and what it belongs to.

    `part` is "choice" inside the brackets of a choice, "both" before them, where text is offered and then printed.
    `dynamic` tags hold logic, so that their text is only known when the story is played.
    """

    text: str
    line: int
    column: int
    part: Part
    dynamic: bool


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A choice: its line and column, how many bullets it has, and its tags; `fallback` where nothing is offered to read."""

    line: int
    column: int
    depth: int
    tags: tuple[Tag, ...]
    fallback: bool


@dataclass(frozen=True, slots=True)
class Scanned:
    """The tags and choices of one file, and the lines at which a run of choices ends."""

    tags: tuple[Tag, ...]
    choices: tuple[ChoiceLine, ...]
    breaks: tuple[tuple[int, int], ...]
    """Lines with a gather (and its depth) or a header (depth 0)."""


def scan(bare: str) -> Scanned:
    """Returns the tags and choices of a text without comments."""
    tags: list[Tag] = []
    choices: list[ChoiceLine] = []
    breaks: list[tuple[int, int]] = []
    for number, line in enumerate(bare.split("\n"), start=1):
        if line.lstrip().startswith("="):
            breaks.append((number, 0))
        if _SKIPPED.match(line):
            continue
        gather = _GATHER.match(line)
        start = gather.end() if gather else 0
        if dashes := line[:start].count("-"):
            breaks.append((number, dashes))
        bullets = _BULLETS.match(line, start)
        found = tuple(_LineReader(line, number, bullets.end() if bullets else start, choice=bool(bullets)).read())
        tags += found
        if bullets:
            choices.append(_choice(line, number, bullets, found))
    return Scanned(tuple(tags), tuple(choices), tuple(breaks))


def _choice(line: str, number: int, bullets: re.Match[str], tags: tuple[Tag, ...]) -> ChoiceLine:
    """Returns the choice on a line."""
    rest = re.sub(r"^(?:\{[^{}]*\}[ \t]*)+", "", line[bullets.end() :]).strip()
    depth = bullets.group(1).count("*") + bullets.group(1).count("+")
    offered = tuple(tag for tag in tags if tag.part != "line")
    return ChoiceLine(number, bullets.start(1) + 1, depth, offered, fallback=not rest.strip("[] ") or rest.startswith("->"))


class _LineReader:
    """Goes once through a line and gives its tags."""

    def __init__(self, line: str, number: int, start: int, *, choice: bool) -> None:
        """Begins at offset `start`; `choice` tells whether brackets have their meaning for choices."""
        self._line = line
        self._number = number
        self._at = start
        self._choice = choice
        self._part: Part = "both" if choice else "line"

    def read(self) -> Iterator[Tag]:
        """Yields the tags in order."""
        while self._at < len(self._line):
            char = self._line[self._at]
            if char == "\\":
                self._at += 2
            elif char == "#":
                yield self._tag()
            else:
                self._turn(char)
                self._at += 1

    def _turn(self, char: str) -> None:
        """Notes the brackets of a choice."""
        if self._choice and char == "[" and self._part == "both":
            self._part = "choice"
        elif self._choice and char == "]" and self._part == "choice":
            self._part = "line"

    def _tag(self) -> Tag:
        """Reads the tag at the current # and stops behind it."""
        column, part, start = self._at + 1, self._part, self._at + 1
        depth, dynamic, self._at = 0, False, start
        while self._at < len(self._line):
            char = self._line[self._at]
            if char == "\\":
                self._at += 2
                continue
            if depth == 0 and self._ends(char):
                break
            dynamic = dynamic or char == "{"
            depth += (char == "{") - (char == "}")
            self._at += 1
        text = re.sub(r"\\(.)", r"\1", self._line[start : self._at]).strip()
        return Tag(text, self._number, column, part, dynamic)

    def _ends(self, char: str) -> bool:
        """Tells whether a tag ends before this character."""
        if char in "#|}":
            return True
        if self._choice and self._part != "line" and char in "[]":
            return True
        return char in "-<" and _ARROW.match(self._line, self._at) is not None
