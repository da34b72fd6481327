"""Finds everything in ink that a reader sees, line by line: where its words stand in the file, and what stands around them.

It follows inkjs's parser: what is not words (bullets, gathers, labels, conditions, diverts, tags, logic on lines of its own) stays outside,
so that other words can be put into the same places and nothing else moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from studio import mixed
from studio.comments import COMMENT, without_comments
from studio.content import Content, Span
from studio.expression import branch_end, condition_end

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["line", "choice", "tag"]

SAID_BY_CUES: Final = frozenset({"prompt", "discuss", "note"})
"""The cues whose argument is read by people."""

_SKIPPED = re.compile(r"~|(?:INCLUDE|VAR|CONST|LIST|EXTERNAL|TODO)(?!\w)")
_HEADER = re.compile(r"(=+)[ \t]*(?:function[ \t]+)?(\w*)")
_BULLETS = re.compile(r"(?:[*][ \t]*)+|(?:[+][ \t]*)+")
_DASHES = re.compile(r"(?:-(?!>)[ \t]*)+")
_LABEL = re.compile(r"\([ \t]*\w+[ \t]*\)")
_CUE = re.compile(r"[ \t]*([^:\s#]+)[ \t]*:[ \t]*")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that a reader sees: as written, where each part of them stands (offsets), their line and column, and the knot they are in.

    A choice with brackets has three parts: before, inside and behind them; everything else has one.
    `tags` are those of its line, as written; for a tag itself, `cue` is its name. `label`: a `(` at its beginning would begin a label.
    """

    kind: Kind
    text: str
    parts: tuple[Span, ...]
    line: int
    column: int
    knot: str
    cue: str = ""
    tags: tuple[str, ...] = ()
    label: bool = False

    def put(self, words: str) -> tuple[str, ...] | None:
        """Returns other words for each part, or None where they do not have the brackets that these have."""
        return split(words, brackets=len(self.parts) > 1)


def split(words: str, *, brackets: bool) -> tuple[str, ...] | None:
    """Returns the words before, inside and behind the brackets of a choice, or None where there is not one pair; without, all words."""
    if not brackets:
        return (words,)
    at = [place for place, char in _outer(words) if char in "[]"]
    if len(at) != 2 or words[at[0]] != "[" or words[at[1]] != "]":  # noqa: PLR2004 - one that opens and one that closes
        return None
    return words[: at[0]], words[at[0] + 1 : at[1]], words[at[1] + 1 :]


def _outer(words: str) -> Iterator[tuple[int, str]]:
    """Yields the characters outside braces, with their offsets, escaped ones left out."""
    at = 0
    while at < len(words):
        if words[at] == "\\":
            at += 2
            continue
        if words[at] == "{" and (close := mixed.brace_end(words, at)) > 0:
            at = close
        yield at, words[at]
        at += 1


def find(text: str) -> list[Utterance]:
    """Returns the utterances of one ink file, comments and all, in the order in which they stand."""
    return list(_Finder(text).utterances())


class _Finder:
    """Goes once through a file, statement by statement; `blocks` are the braces over several lines around it."""

    def __init__(self, text: str) -> None:
        """Begins at the first character."""
        self._raw = text
        self._text = without_comments(text).text
        self._at = 0
        self._knot = self._stitch = ""
        self._blocks: list[str] = []
        self._label = False
        self._line, self._counted = 1, 0

    def utterances(self) -> Iterator[Utterance]:
        """Yields the utterances."""
        while self._at < len(self._text):
            yield from self._statement()

    def _statement(self) -> Iterator[Utterance]:
        """Reads one statement, or a mark before one: a gather, a branch of logic, a closing brace."""
        self._blanks()
        text, at = self._text, self._at
        char = text[at : at + 1]
        if char in {"\n", ""}:
            self._at, self._label = self._at + 1, False
        elif self._blocks and char == "}":
            self._blocks.pop()
            self._at += 1
            yield from self._content()
        elif char == "-" and not text.startswith("->", at):
            self._dash()
        elif char == "=" and not self._blocks:
            self._header()
        elif _SKIPPED.match(text, at):
            self._at = self._line_end(at)
        elif bullets := _BULLETS.match(text, at):
            self._at = bullets.end()
            self._named()
            start = self._at
            self._conditions()
            self._label = self._label and self._at == start
            yield from self._content(choice=True)
        else:
            yield from self._content()

    def _blanks(self) -> None:
        """Goes over blanks."""
        while self._text[self._at : self._at + 1] in {" ", "\t"}:
            self._at += 1

    def _line_end(self, at: int) -> int:
        """Returns the end of the line an offset is in."""
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _dash(self) -> None:
        """Goes over a gather with its label or, inside braces, over the head of a branch."""
        if not self._blocks:
            dashes = _DASHES.match(self._text, self._at)
            self._at = dashes.end() if dashes else self._at + 1
            self._named()
            return
        self._at += 1
        self._blanks()
        if self._blocks[-1] == "condition":
            self._at = branch_end(self._text, self._at)

    def _named(self) -> None:
        """Goes over the label of a choice or gather, and the end of line that may follow it."""
        label = _LABEL.match(self._text, self._at)
        self._label = label is None
        if label:
            self._at = label.end()
            self._blanks()

    def _header(self) -> None:
        """Notes the knot or stitch that begins."""
        header = _HEADER.match(self._text, self._at)
        if header and len(header[1]) > 1:
            self._knot, self._stitch = header[2], ""
        elif header:
            self._stitch = header[2]
        self._at = self._line_end(self._at)

    def _conditions(self) -> None:
        """Goes over the conditions of a choice, which may stand on lines of their own."""
        at = self._at
        while True:
            start = at
            while self._text[at : at + 1] in {" ", "\t", "\n"}:
                at += 1
            close = mixed.brace_end(self._text, at) if self._text[at : at + 1] == "{" else -1
            if close < 0:
                break
            at = close + 1
        newline = "\n" in self._text[self._at : at] and start > self._at
        self._at = at if newline and self._continues(at) else start
        self._blanks()

    def _continues(self, at: int) -> bool:
        """Tells whether the words of a choice may stand here, on the line behind its conditions."""
        return self._text[at : at + 1] not in {"*", "+", "-", "=", "~", ""}

    def _content(self, *, choice: bool = False) -> Iterator[Utterance]:
        """Reads words, tags and diverts to the end of the line, or to a brace that goes on for several lines."""
        reader = Content(self._text, self._at, choice=choice, inside=bool(self._blocks))
        reader.read()
        start, self._at = self._at, reader.at
        if reader.block is not None:
            self._open(reader.block)
        yield from self._said(reader, start)

    def _open(self, brace: int) -> None:
        """Goes into braces over several lines."""
        at = brace + 1
        if (marks := mixed.sequence_end(self._text, at)) is not None:
            self._blocks.append("sequence")
            self._at = marks
        else:
            self._blocks.append("condition")
            self._at = condition_end(self._text, at) or at

    def _said(self, reader: Content, start: int) -> Iterator[Utterance]:
        """Yields what was read: the words, if there are any, then the tags that are read by people."""
        spans = reader.spans()
        tags = tuple(self._raw[slice(*span)].strip() for span in reader.tags)
        words = [self._words(span) for span in spans]
        text = words[0] if len(words) == 1 else f"{words[0]}[{words[1]}]{words[2]}"
        if _readable(text):
            at = next((span[0] for span in spans if span[1] > span[0]), start)
            yield self._utterance("choice" if reader.choice else "line", text, tuple(spans), at, tags=tags)
        for begin, end in reader.tags:
            cue = _CUE.match(self._text, begin, end)
            if cue and cue[1] in SAID_BY_CUES:
                value = (cue.end(), begin + len(self._text[begin:end].rstrip()))
                if _readable(said := self._words(value)):
                    yield self._utterance("tag", said, (value,), cue.end(), cue=cue[1])

    def _words(self, span: Span) -> str:
        """Returns what is written in a span, comments left out."""
        return COMMENT.sub("", self._raw[slice(*span)])

    def _utterance(
        self, kind: Kind, text: str, parts: tuple[Span, ...], at: int, *, cue: str = "", tags: tuple[str, ...] = ()
    ) -> Utterance:
        """Returns an utterance that begins at an offset."""
        self._line += self._text.count("\n", self._counted, at) if at >= self._counted else -self._text.count("\n", at, self._counted)
        self._counted = at
        column = at - self._text.rfind("\n", 0, at)
        knot = f"{self._knot}.{self._stitch}" if self._stitch else self._knot
        return Utterance(kind, text, parts, self._line, column, knot, cue, tags, self._label and not cue)


def _readable(text: str) -> bool:
    """Tells whether there is something to read in a text."""
    try:
        return mixed.has_words(mixed.read(text))
    except mixed.UnclosedError:
        return False
