"""Reads a story's ink: the main file and everything it includes, each complaint with its place.

INCLUDE lines are looked up from the including file's folder first, then from the main file's, as ink itself does.
The texts handed on name every file by its path from the story's folder, so that the compiler finds them whichever way they were meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio import text_file
from studio.comments import Bare, without_comments
from studio.nearness import did_you_mean
from studio.text_file import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.diagnostics import Diagnostic

_INCLUDE = re.compile(r"^([ \t]*)INCLUDE(?![A-Za-z0-9_])[ \t]*([^\n]*?)[ \t]*$", re.MULTILINE)
MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Include:
    """An INCLUDE line: its number, and the name written there with its column."""

    line: int
    column: int
    name: str


@dataclass(slots=True)
class Sources:
    """The ink of one story: files by name, texts as the compiler reads them, and complaints.

    `files` holds the texts as written (for quoting), `bare` the same without comments, `ready` those for the compiler.
    """

    root: Path
    main: str
    files: dict[str, TextFile] = field(default_factory=dict)
    bare: dict[str, str] = field(default_factory=dict)
    ready: dict[str, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Tells whether every byte made sense, so that compiling makes sense too."""
        return not any(fault.code.startswith("FILE") or fault.code == "INK07" for fault in self.faults)

    def complain(self, code: str, name: str, line: int, column: int = 1, /, **values: object) -> Diagnostic:
        """Returns a complaint about a line of one of the files."""
        file = self.files.get(name) or TextFile(name, "")
        return file.complain(code, line, column, **values)


def includes(bare: str) -> Iterator[Include]:
    """Yields the INCLUDE lines of a text without comments."""
    for match in _INCLUDE.finditer(bare):
        line = bare.count("\n", 0, match.start()) + 1
        yield Include(line, match.start(2) - match.start() + 1, match.group(2))


def read_ink(root: Path, main: str) -> Sources:
    """Returns the ink that begins in `main` (a path from `root`), with everything it includes."""
    sources = Sources(root, main)
    _read_file(sources, main, ())
    text = sources.bare.get(main, "")
    if not text.strip() and not any(fault.file == main for fault in sources.faults):
        sources.faults.append(sources.complain("INK07", main, 1, name=main))
    return sources


def _read_file(sources: Sources, name: str, chain: tuple[str, ...]) -> None:
    """Reads one file and, through it, those it includes; `chain` is how we came here."""
    file = text_file.read(sources.root / name, name)
    bare = without_comments("" if file.faults else file.text)
    sources.files[name] = file
    sources.bare[name] = bare.text
    sources.faults.extend(file.faults)
    _note_unclosed(sources, name, bare)
    lines = file.text.split("\n")
    for include in includes(bare.text):
        target = _follow(sources, name, include, (*chain, name))
        lines[include.line - 1] = f"INCLUDE {target}" if target else ""
    sources.ready[name] = "\n".join(lines)


def _note_unclosed(sources: Sources, name: str, bare: Bare) -> None:
    """Adds a complaint where a comment is never closed."""
    if bare.unclosed is None:
        return
    text = sources.files[name].text
    line = text.count("\n", 0, bare.unclosed) + 1
    column = bare.unclosed - (text.rfind("\n", 0, bare.unclosed) + 1) + 1
    sources.faults.append(sources.complain("INK06", name, line, column))


def _follow(sources: Sources, name: str, include: Include, chain: tuple[str, ...]) -> str | None:
    """Reads what an INCLUDE line names and returns its path from the root; None, with a complaint, where it leads nowhere."""
    target = _resolve(sources.root, name, include.name) if include.name else None
    fault = _refusal(sources, name, include, target, chain)
    if fault:
        sources.faults.append(fault)
        return None
    if target and target not in sources.files:
        _read_file(sources, target, chain)
    return target


def _refusal(sources: Sources, name: str, include: Include, target: str | None, chain: tuple[str, ...]) -> Diagnostic | None:
    """Returns why an INCLUDE line is not followed, or None."""

    def told(code: str, **values: object) -> Diagnostic:
        return sources.complain(code, name, include.line, include.column, **values)

    if not include.name:
        return told("INK08")
    if target is None and _leads_out(sources.root, name, include.name):
        return told("INK05", name=include.name)
    if target is None:
        others = set(_ink_names(sources.root, name)) - set(chain)
        return told("INK03", name=include.name, near=did_you_mean(include.name, others))
    if target in chain:
        loop = (*chain[chain.index(target) :], target)
        return told("INK04", name=target, chain=" → ".join(loop))
    if target not in sources.files and len(sources.files) >= MOST_FILES:
        return told("FILE06", name=target, size=f"file number {MOST_FILES + 1}", limit=f"{MOST_FILES} files")
    return None


def _candidates(including: str, written: str) -> list[PurePosixPath]:
    """Returns the paths from the root that an INCLUDE line may mean, best first."""
    path = PurePosixPath(written.replace("\\", "/"))
    return [PurePosixPath(including).parent / path, path]


def _tidy(path: PurePosixPath) -> str | None:
    """Returns a path without `.` and `..`, or None where it leaves the root."""
    parts: list[str] = []
    if path.is_absolute() or ":" in path.as_posix().partition("/")[0]:
        return None
    for part in path.parts:
        if part != "..":
            parts.append(part)
        elif not parts:
            return None
        else:
            parts.pop()
    return "/".join(parts) or None


def _resolve(root: Path, including: str, written: str) -> str | None:
    """Returns the path from the root of the file an INCLUDE line means, or None."""
    for candidate in _candidates(including, written):
        name = _tidy(candidate)
        if name and _is_inside(root, name):
            return name
    return None


def _is_inside(root: Path, name: str) -> bool:
    """Tells whether a file of this name exists and, its links followed, lies in the folder."""
    try:
        path = (root / name).resolve()
        return path.is_file() and path.is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _leads_out(root: Path, including: str, written: str) -> bool:
    """Tells whether an INCLUDE line names something that exists outside the folder."""
    try:
        return any((root / candidate).is_file() for candidate in _candidates(including, written))
    except (OSError, ValueError):
        return False


def _ink_names(root: Path, including: str) -> list[str]:
    """Returns the ink files of the folder, as an INCLUDE line there may name them."""
    folder = (root / including).parent
    found: list[str] = []
    for base in {root, folder}:
        found += [path.relative_to(base).as_posix() for path in sorted(base.rglob("*.ink"))[:MOST_FILES]]
    return found
