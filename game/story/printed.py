"""Hands out the session guide that a story brings for youth workers: a PDF, looked over because a pack may come from anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.errors import PackError, marked
from game.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.story.pack import Book

MOST_BYTES: Final = 4 * 2**20
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
# What a printed page never needs: programs, things that start or open, files and forms inside, and objects packed out of sight.
_ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|RichMedia|AcroForm|XFA|ObjStm|Encrypt|URI|GoToR|GoToE|SubmitForm|ImportData)\b"
)
_ESCAPED = re.compile(rb"/[A-Za-z]*#[0-9A-Fa-f]{2}")
_ODD = marked("This story's session guide is not a plain PDF. It was not kept.")
_UNWRITTEN = marked("The session guide could not be kept ({reason}).")


def guide(book: Book, language: str) -> bytes:
    """Returns a story's session guide in a language, in the story's own, or in any.

    Raises PackError where it was changed, or is not a plain PDF.
    """
    guides = book.manifest.guide
    tags = (language, language.partition("-")[0], book.manifest.language)
    data = book.read(next((guides[tag] for tag in tags if tag in guides), next(iter(guides.values()), "guide.pdf")))
    if not is_plain(data):
        raise PackError(_ODD)
    return data


def is_plain(data: bytes) -> bool:
    """Tells whether some bytes are a PDF in which nothing runs, opens or hides."""
    if len(data) > MOST_BYTES or not data.startswith(b"%PDF-1.") or not data.rstrip().endswith(b"%%EOF"):
        return False
    seen = _STREAM.sub(b"", data)
    return not _ACTIVE.search(seen) and not _ESCAPED.search(seen)


def keep(book: Book, language: str, folder: Path) -> Path:
    """Writes the session guide into a new file of a folder, and returns where it is; the same guide is not written twice.

    Raises PackError where it cannot be had or written.
    """
    data = guide(book, language)
    try:
        for path in _names(folder, book.manifest.id):
            if not path.exists():
                write_atomically(path, data)
                return path
            if path.read_bytes() == data:
                return path
    except OSError as fault:
        raise PackError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault
    raise PackError(_UNWRITTEN, reason=str(folder))


def _names(folder: Path, story: str) -> Iterator[Path]:
    yield folder / f"{story}-guide.pdf"
    yield from (folder / f"{story}-guide-{number}.pdf" for number in range(2, 1000))
