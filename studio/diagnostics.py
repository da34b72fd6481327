"""Complaints as data, and the three ways to print them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from studio.codes import CODES, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path


_WIDTH = 110


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file's name, and a line and column from 1; line 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint: code, severity, place, a sentence, how to mend it, and the source line it is about."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    sentence: str
    mend: str
    source: str = ""

    @property
    def is_error(self) -> bool:
        """Tells whether this keeps a story from being packed."""
        return self.severity == "error"


def complain(code: str, place: Place, source: str = "", /, **values: object) -> Diagnostic:
    """Returns the complaint `code` at a place, with the holes of its sentences filled."""
    kind = CODES[code]
    sentence, mend = kind.sentence.format(**values), kind.mend.format(**values)
    return Diagnostic(code, kind.severity, place.file, place.line, place.column, _one_line(sentence), _one_line(mend), source)


def _one_line(text: str) -> str:
    """Returns the text without line breaks or control characters, which an editor would take for something else."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Returns the complaints without repetitions, by file, line and column."""
    return sorted(dict.fromkeys(diagnostics), key=lambda one: (one.file, one.line, one.column, one.code, one.sentence))


def _head(one: Diagnostic) -> str:
    """Returns `file:line:column: `, as far as they are known."""
    return f"{one.file}:{one.line}:{max(one.column, 1)}: " if one.line else f"{one.file}: "


def _quoted(one: Diagnostic) -> tuple[str, str]:
    """Returns the source line, or the piece of a long one around the column, and a caret to stand below it."""
    at = min(max(one.column, 1) - 1, len(one.source))
    start = max(at - _WIDTH // 2, 0) if len(one.source) > _WIDTH else 0
    piece = one.source[start : start + _WIDTH]
    before, after = "…" if start else "", "…" if start + _WIDTH < len(one.source) else ""
    blanks = "".join("\t" if char == "\t" else " " for char in before + piece[: at - start])
    return before + piece + after, blanks + "^"


def _text(one: Diagnostic) -> str:
    """Returns a complaint as a writer reads it: head, source line, caret, mend."""
    lines = [f"{_head(one)}{one.severity} {one.code} {one.sentence}"]
    if one.source.strip():
        lines += [f"    {piece}" for piece in _quoted(one)]
    if one.mend:
        lines.append(f"    {one.mend}")
    return "\n".join(lines)


def _gcc(one: Diagnostic) -> str:
    """Returns a complaint on one line, as compilers write them and editors read them."""
    return f"{one.file}:{max(one.line, 1)}:{max(one.column, 1)}: {one.severity}: {one.sentence} [{one.code}]"


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Returns complaints for people, with an empty line between them."""
    return "\n\n".join(_text(one) for one in diagnostics)


def as_gcc(diagnostics: Iterable[Diagnostic]) -> str:
    """Returns complaints one a line, in the manner of GCC."""
    return "\n".join(_gcc(one) for one in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Returns complaints as a JSON list of objects, one a line."""
    rows = [json.dumps(asdict(one), ensure_ascii=False) for one in diagnostics]
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


RENDERERS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = MappingProxyType({"text": as_text, "json": as_json, "gcc": as_gcc})


def seen_from(here: Path, folder: Path, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Returns complaints about files of a folder with the paths that lead there from `here`, where it lies below, else with whole paths."""
    base = folder.resolve()
    base = base.relative_to(here.resolve()) if base.is_relative_to(here.resolve()) else base
    return [replace(one, file=(base / one.file).as_posix()) for one in diagnostics]


def tally(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """Returns how many errors and how many warnings there are."""
    kinds = [one.severity for one in diagnostics]
    return kinds.count("error"), kinds.count("warning")
