"""Remembers which pages of a story were read before, as digests and never as text."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import msgspec

from game.errors import SaveError, marked
from game.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.page import Page

MOST: Final = 200_000
MOST_BYTES: Final = 8 * 2**20
_DIGEST_BYTES: Final = 8
_UNWRITTEN = marked("Which pages you have read could not be saved ({reason}).")


class Seen:
    """The pages of one story that were read, in whichever journey."""

    def __init__(self, digests: set[str] | None = None) -> None:
        """Starts from digests kept earlier."""
        self._digests = digests if digests is not None else set()

    def knows(self, page: Page) -> bool:
        """Tells whether a page with these very words was read before."""
        return _digest(page) in self._digests

    def add(self, page: Page) -> bool:
        """Remembers a page; tells whether it was new."""
        digest = _digest(page)
        new = digest not in self._digests
        if new and len(self._digests) < MOST:
            self._digests.add(digest)
        return new

    def join(self, other: Seen) -> None:
        """Remembers what another remembers, too."""
        self._digests |= other._digests

    def save(self, path: Path) -> None:
        """Writes what is remembered.

        Raises SaveError where it cannot be written; what was there before stays.
        """
        try:
            write_atomically(path, msgspec.json.encode(sorted(self._digests)))
        except OSError as fault:
            raise SaveError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault

    @classmethod
    def load(cls, path: Path) -> Seen:
        """Returns what was remembered; nothing, where there is no such file or it is damaged."""
        try:
            if path.stat().st_size > MOST_BYTES:
                return cls()
            return cls(msgspec.json.decode(path.read_bytes(), type=set[str]))
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return cls()


def _digest(page: Page) -> str:
    """Returns a digest of a page's words."""
    words = "\n".join(line.text for line in page.lines)
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).hexdigest()
