"""Reads the little of Markdown that a session guide needs: headings, paragraphs, lists, tables, notes, bold and italic words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["heading", "paragraph", "bullet", "number", "note", "table", "order"]

_HEADING = re.compile(r"(#{1,3})\s+(\S.*?)\s*#*")
_BULLET = re.compile(r"[-*+]\s+(\S.*)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(\S.*)")
_NOTE = re.compile(r">\s?(.*)")
_ORDER = re.compile(r"<!--\s*(.*?)\s*-->")
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
_MARK = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\3(?![\w*])")
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: its kind, its line in the file, its text; a heading's level or an item's number; a table's rows, its head first.

    An `order` is a comment on a line of its own, which asks for something to be put there.
    """

    kind: Kind
    line: int
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(text: str) -> list[Block]:
    """Returns the parts of a text, in order."""
    lines = text.split("\n")
    found: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            at += 1
        elif line.startswith("|") and at + 1 < len(lines) and _RULE.fullmatch(lines[at + 1].strip()):
            stop = next((end for end in range(at + 2, len(lines)) if not lines[end].strip().startswith("|")), len(lines))
            rows = [_cells(lines[row]) for row in (at, *range(at + 2, stop))]
            width = len(rows[0])
            found.append(Block("table", at + 1, rows=tuple((*row[:width], *[""] * (width - len(row))) for row in rows)))
            at = stop
        else:
            block, at = _block(lines, at)
            found.append(block)
    return found


def _block(lines: list[str], at: int) -> tuple[Block, int]:
    """Returns the part that begins at a line, and the line after it."""
    line = lines[at].strip()
    if match := _HEADING.fullmatch(line):
        return Block("heading", at + 1, match[2], len(match[1])), at + 1
    if match := _ORDER.fullmatch(line):
        return Block("order", at + 1, match[1]), at + 1
    for kind, pattern in (("bullet", _BULLET), ("number", _NUMBER), ("note", _NOTE)):
        if match := pattern.fullmatch(line):
            texts, after = [match[match.lastindex or 1]], at + 1
            while after < len(lines) and (more := _goes_on(lines[after], kind)) is not None:
                texts.append(more)
                after += 1
            level = int(match[1]) if kind == "number" else 0
            return Block(kind, at + 1, " ".join(filter(None, texts)), level), after  # type: ignore[arg-type]  # one of the three
    after = at + 1
    while after < len(lines) and _goes_on(lines[after], "paragraph") is not None:
        after += 1
    return Block("paragraph", at + 1, " ".join(text.strip() for text in lines[at:after])), after


def _goes_on(line: str, kind: str) -> str | None:
    """Returns what a line adds to the part above it, or None where it begins a part of its own."""
    stripped = line.strip()
    if kind == "note" and (match := _NOTE.fullmatch(stripped)):
        return match[1]
    starts = (_HEADING, _BULLET, _NUMBER, _NOTE, _ORDER)
    if not stripped or stripped.startswith("|") or any(pattern.fullmatch(stripped) for pattern in starts):
        return None
    return stripped


def _cells(line: str) -> tuple[str, ...]:
    """Returns the cells of a table's line."""
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(cell.strip().replace("\\|", "|") for cell in _CELL.split(inner))


def runs(text: str) -> Iterator[Run]:
    """Yields the words of a text in their looks; a backslash takes the meaning from a mark."""
    hidden = text.replace("\\*", "\ue000").replace("\\_", "\ue001")
    at = 0
    for match in _MARK.finditer(hidden):
        if match.start() > at:
            yield Run(_shown(hidden[at : match.start()]))
        yield Run(_shown(match[2] or match[4]), bold=match[1] is not None, italic=match[3] is not None)
        at = match.end()
    if hidden[at:]:
        yield Run(_shown(hidden[at:]))


def _shown(text: str) -> str:
    """Returns text with the marks that a backslash kept."""
    return text.replace("\ue000", "*").replace("\ue001", "_")
