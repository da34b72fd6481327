"""A player's own pages: written for nobody else, kept on this device, sent nowhere."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game.errors import SaveError, marked
from game.files import write_atomically
from game.story.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT: Final = 1
MOST_LETTERS: Final = 20_000
MOST_PAGES: Final = 2000
_UNWRITTEN = marked("The file could not be written ({reason}).")
_FULL = marked("There is no room for more. Delete something first.")


class Leaf(msgspec.Struct, frozen=True):
    """One page: when it was begun (UTC, ISO 8601), what was asked on it, and what was written."""

    when: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    text: Annotated[str, msgspec.Meta(max_length=MOST_LETTERS)]
    prompt: Annotated[str, msgspec.Meta(max_length=400)] = ""


class Pages(msgspec.Struct):
    """Every page, the oldest first."""

    format: Literal[1] = FORMAT
    leaves: Annotated[list[Leaf], msgspec.Meta(max_length=MOST_PAGES)] = []


class Journal:
    """The pages in their file."""

    def __init__(self, data: Path) -> None:
        """Takes the game's folder."""
        self._file = Keeping(data / "journal" / "entries.json", Pages)

    @property
    def broken(self) -> bool:
        """Tells whether what stood there could not be read and was put aside."""
        return self._file.broken

    def leaves(self) -> tuple[Leaf, ...]:
        """Returns every page, the newest first."""
        return tuple(reversed(self._file.load().leaves))

    def leaf(self, when: str) -> Leaf | None:
        """Returns a page, or None."""
        return next((leaf for leaf in self.leaves() if leaf.when == when), None)

    def write(self, text: str, *, when: str = "", prompt: str = "") -> Leaf:
        """Writes a page, a new one where `when` names none; returns it.

        Raises SaveError where it cannot be written; what was kept before stays.
        """
        pages = self._file.load()
        number = next((at for at, leaf in enumerate(pages.leaves) if leaf.when == when), None)
        if number is not None:
            leaf = pages.leaves[number] = msgspec.structs.replace(pages.leaves[number], text=text[:MOST_LETTERS])
        else:
            if len(pages.leaves) >= MOST_PAGES:
                raise SaveError(_FULL)
            leaf = Leaf(_now(), text[:MOST_LETTERS], prompt[:400])
            pages.leaves.append(leaf)
        self._file.save(pages)
        return leaf

    def delete(self, when: str) -> None:
        """Deletes a page; with the last one the file goes too.

        Raises SaveError where that does not work.
        """
        pages = self._file.load()
        pages.leaves = [leaf for leaf in pages.leaves if leaf.when != when]
        if pages.leaves:
            self._file.save(pages)
        else:
            self._file.delete()

    def delete_all(self) -> None:
        """Deletes every page. Raises SaveError where that does not work."""
        self._file.delete()

    def export(self, folder: Path, text: str) -> Path:
        """Writes the journal's words into a new text file, and returns where it is.

        Raises SaveError where it cannot be written.
        """
        day = dt.datetime.now(dt.UTC).astimezone().date().isoformat()
        path = next(path for path in _names(folder, day) if not path.exists())
        try:
            write_atomically(path, text.encode("utf-8", "replace"))
        except OSError as fault:
            raise SaveError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault
        return path


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def _names(folder: Path, day: str) -> Iterator[Path]:
    yield folder / f"threshold-pages-{day}.txt"
    yield from (folder / f"threshold-pages-{day}-{number}.txt" for number in range(2, 100_000))
