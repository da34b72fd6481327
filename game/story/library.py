"""Finds the stories on this machine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.errors import PackError
from game.story.pack import Book, open_pack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from game.errors import ThresholdError

SUFFIX: Final = ".story"
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Shelved:
    """One story file on the shelf: opened, or with the reason why it can't be."""

    path: Path
    book: Book | None = None
    reason: ThresholdError | None = None


class Library:
    """The story files in some folders, earlier folders first."""

    def __init__(self, folders: Iterable[Path], trusted: Collection[str]) -> None:
        """Takes the folders to look in, and the public keys that are trusted."""
        self._folders = tuple(folders)
        self._trusted = frozenset(trusted)

    def shelf(self) -> tuple[Shelved, ...]:
        """Returns every story once, in its highest version and trusted before not, then the files that can't be opened."""
        best: dict[str, Shelved] = {}
        broken: list[Shelved] = []
        for path in self._paths():
            shelved = shelve(path, self._trusted)
            if shelved.book is None:
                broken.append(shelved)
                continue
            kept = best.get(shelved.book.manifest.id)
            if kept is None or kept.book is None or _rank(shelved.book) > _rank(kept.book):
                best[shelved.book.manifest.id] = shelved
        return (*(best[story] for story in sorted(best)), *broken)

    def _paths(self) -> list[Path]:
        """Returns the story files of every folder that can be read."""
        paths: list[Path] = []
        for folder in self._folders:
            try:
                paths += sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
            except OSError:
                continue
        return paths


def shelve(path: Path, trusted: Collection[str]) -> Shelved:
    """Returns one story file, opened or with the reason why it cannot be."""
    try:
        return Shelved(path, open_pack(path, trusted))
    except PackError as fault:
        return Shelved(path, reason=fault)


def _rank(book: Book) -> tuple[bool, tuple[int, ...]]:
    """Returns what the better of two files of one story has more of: a trusted signature, then a higher version."""
    version = [int(part) for part in book.manifest.version.split(".")]
    return book.trusted, (*version, 0, 0)[:3]


def trusted_keys(path: Path) -> frozenset[str]:
    """Returns the public keys that a file lists, one a line in hexadecimal, `#` before a remark; none where there is no file."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return frozenset()
    keys = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return frozenset(key for key in keys if _KEY.fullmatch(key))
