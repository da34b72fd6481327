"""Puts a story file among the player's own, once its signature is found good; what was there before stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.errors import PackError, marked
from game.files import write_atomically
from game.story.library import SUFFIX, Library, trusted_keys
from game.story.pack import MOST_BYTES, open_pack

if TYPE_CHECKING:
    from pathlib import Path

    from game.paths import Paths
    from game.story.pack import Book

_STRANGE: Final = marked(
    "This story is signed by nobody whom this copy of the game trusts. It was not added. Get it from whoever gave you the game."
)
_UNWRITTEN: Final = marked("The story could not be added ({reason}). Nothing was changed.")


def add(paths: Paths, path: Path) -> tuple[Book, bool]:
    """Adds a story file, each version under a name of its own; returns it, and whether it is new here: not there already, nor older.

    Raises PackError where it cannot be opened, is signed by nobody who is trusted, or cannot be written; nothing is changed then.
    """
    trusted = trusted_keys(paths.trusted_keys)
    book = open_pack(path, trusted)
    if not book.trusted:
        raise PackError(_STRANGE)
    for member in book.manifest.files:
        book.read(member)
    if not _newer(book, paths, trusted):
        return book, False
    manifest = book.manifest
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        write_atomically(paths.stories / f"{manifest.id}-{manifest.version}{SUFFIX}", data)
    except OSError as fault:
        raise PackError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault
    return book, True


def _newer(book: Book, paths: Paths, trusted: frozenset[str]) -> bool:
    """Tells whether no trusted file of this story, as new or newer, is on the shelf."""
    here = [shelved.book for shelved in Library([paths.packs, paths.stories], trusted).shelf() if shelved.book is not None]
    return not any(there.trusted and there.manifest.id == book.manifest.id and _parts(there) >= _parts(book) for there in here)


def _parts(book: Book) -> list[int]:
    """Returns a version as numbers that can be compared."""
    return ([int(part) for part in book.manifest.version.split(".")] + [0, 0, 0])[:3]
