"""Reads a writer's text file whatever state it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.diagnostics import Diagnostic, Place, complain

if TYPE_CHECKING:
    from pathlib import Path

BIGGEST_TEXT = 4_000_000


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text with Unix line ends and no byte order mark, and what was wrong with its bytes.

    `name` is its path from the story's folder, with slashes.
    """

    name: str
    text: str
    faults: tuple[Diagnostic, ...] = ()

    @property
    def lines(self) -> list[str]:
        """Returns the lines without their ends."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Returns a line by its number from 1, or an empty text where there is none."""
        lines = self.lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def complain(self, code: str, line: int, column: int = 1, /, **values: object) -> Diagnostic:
        """Returns a complaint about a line of this file."""
        return complain(code, Place(self.name, line, column), self.line(line), **values)


def decode(name: str, data: bytes) -> TextFile:
    """Returns the text in some bytes; bytes without a meaning are told and replaced."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TextFile(name, "", (complain("FILE05", Place(name), name=name),))
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = data.decode("utf-8", errors="replace")
    draft = TextFile(name, text)
    faults = [fault for fault in (_bad_byte(draft, data), _nul(draft)) if fault]
    return TextFile(name, text.replace("\0", " "), tuple(faults))


def _bad_byte(draft: TextFile, data: bytes) -> Diagnostic | None:
    """Returns a complaint about the first byte that is not UTF-8, or None."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        return draft.complain("FILE03", line, column, byte=f"{data[fault.start]:02x}")
    return None


def _nul(draft: TextFile) -> Diagnostic | None:
    """Returns a complaint about the first NUL character, or None."""
    at = draft.text.find("\0")
    if at < 0:
        return None
    line = draft.text.count("\n", 0, at) + 1
    column = at - (draft.text.rfind("\n", 0, at) + 1) + 1
    return complain("FILE04", Place(draft.name, line, column), draft.line(line).replace("\0", " "))


def read(path: Path, name: str) -> TextFile:
    """Returns the text of a file; where it cannot be had, an empty text with a complaint."""
    try:
        size = path.stat().st_size
        if size > BIGGEST_TEXT:
            limit = f"{BIGGEST_TEXT // 1000} kB"
            return TextFile(name, "", (complain("FILE06", Place(name), name=name, size=f"{size // 1000} kB", limit=limit),))
        return decode(name, path.read_bytes())
    except FileNotFoundError:
        return TextFile(name, "", (complain("FILE01", Place(name), name=name, mend="Check its name and folder."),))
    except (OSError, ValueError) as fault:
        reason = (fault.strerror or "unknown reason").lower() if isinstance(fault, OSError) else "its name is not a path"
        return TextFile(name, "", (complain("FILE02", Place(name), name=name, reason=reason),))
