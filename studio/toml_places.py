"""Finds the line and column of every key of a TOML text, so that a complaint about a value can say where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
Where = tuple[int, int]

_HEADER = re.compile(r"[ \t]*(\[\[?)([^\]\n]*)\]\]?")
_KEY = re.compile(r"""[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)(?:[ \t]*\.[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+))*)[ \t]*=""")
_PART = re.compile(r""""[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+""")
_TOKEN = re.compile(r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}]|\n''', re.DOTALL)


@dataclass(slots=True)
class _Reader:
    """Where the reader stands: the table that keys belong to, and how often each list of tables was begun."""

    table: KeyPath = ()
    counts: dict[KeyPath, int] | None = None


def places(text: str) -> dict[KeyPath, Where]:
    """Returns the line and column, from 1, of each table and key of a TOML text; lists of tables are numbered from 0.

    Keys inside an inline table stand at the key of that table.
    """
    found: dict[KeyPath, Where] = {}
    reader = _Reader(counts={})
    skipped = _inner_lines(text)
    for number, line in enumerate(text.split("\n"), start=1):
        if number in skipped:
            continue
        if header := _HEADER.match(line):
            reader.table = _table(reader, _parts(header.group(2)), many=header.group(1) == "[[")
            found.setdefault(reader.table, (number, header.start(2) + 1))
        elif key := _KEY.match(line):
            found.setdefault((*reader.table, *_parts(key.group(1))), (number, key.start(1) + 1))
    return found


def _parts(dotted: str) -> list[str]:
    """Returns the parts of a dotted key without their quotes."""
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _table(reader: _Reader, parts: list[str], *, many: bool) -> KeyPath:
    """Returns the path of the table that a header begins, with the numbers of the lists of tables it lies in."""
    counts = reader.counts if reader.counts is not None else {}
    path: KeyPath = ()
    for index, part in enumerate(parts):
        path = (*path, part)
        last = index == len(parts) - 1
        if last and many:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _inner_lines(text: str) -> set[int]:
    """Returns the numbers of the lines that begin inside a text or a list and hold no key of their own."""
    inner: set[int] = set()
    depth, line = 0, 1
    for token in _TOKEN.finditer(text):
        piece = token.group()
        if piece == "\n":
            line += 1
            if depth > 0:
                inner.add(line)
        elif piece in "[{":
            depth += 1
        elif piece in "]}":
            depth = max(depth - 1, 0)
        else:
            breaks = piece.count("\n")
            inner.update(range(line + 1, line + breaks + 1))
            line += breaks
    return inner


def where(found: dict[KeyPath, Where], path: KeyPath) -> Where:
    """Returns where a path stands, or the nearest table around it that stands somewhere."""
    for length in range(len(path), 0, -1):
        if path[:length] in found:
            return found[path[:length]]
    return (1, 1)
