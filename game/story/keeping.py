"""Keeps something a player did, in a small JSON file of its own: written whole, read forgivingly, and really gone when deleted."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import msgspec

from game import guard
from game.errors import SaveError, marked
from game.files import backup_of, sweep, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

MOST_BYTES: Final = 4 * 2**20
DEEPEST: Final = 8

_TOO_LARGE = marked("There is no room for more. Delete something first.")
_UNWRITTEN = marked("This could not be kept ({reason}). What was kept before is as it was.")
_STUCK = marked("This could not be deleted ({reason}).")


class Keeping(Generic[T]):
    """One file that holds one value; `broken` says that what stood there could not be read and was put aside."""

    def __init__(self, path: Path, kind: type[T], *, sure: bool = True) -> None:
        """Takes the file, which is made with the first value; what is not `sure` does not wait for the disk."""
        self.path = path
        self.broken = False
        self._kind, self._sure = kind, sure

    @property
    def aside(self) -> Path:
        """Returns where a file that could not be read is kept."""
        return self.path.with_name(f"{self.path.stem}-broken{self.path.suffix}")

    def load(self) -> T:
        """Returns what is kept; a fresh value where there is nothing, or nothing that can be read."""
        try:
            with self.path.open("rb") as stream:
                raw = stream.read(MOST_BYTES + 1)
        except OSError:
            return self._kind()
        try:
            if guard.fits(raw, size=MOST_BYTES, depth=DEEPEST):
                return msgspec.json.decode(raw, type=self._kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            pass
        self.broken = True
        with contextlib.suppress(OSError):
            self.path.replace(self.aside)
        return self._kind()

    def save(self, value: T) -> None:
        """Writes a value.

        Raises SaveError where it is too large or cannot be written; what was there before stays.
        """
        raw = msgspec.json.encode(value) + b"\n"
        if len(raw) > MOST_BYTES:
            raise SaveError(_TOO_LARGE)
        try:
            write_atomically(self.path, raw, sure=self._sure)
        except OSError as fault:
            raise SaveError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault

    def delete(self) -> None:
        """Deletes the file and everything that was ever put beside it.

        Raises SaveError where it cannot be deleted.
        """
        try:
            for path in (self.path, backup_of(self.path), self.aside):
                path.unlink(missing_ok=True)
        except OSError as fault:
            raise SaveError(_STUCK, reason=fault.strerror or str(fault)) from fault
        sweep(self.path.parent)
