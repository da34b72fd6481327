"""Keeps a state for every turn in a few hundred bytes each."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from game.errors import SaveError, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

SPAN: Final = 32
MOST_STATE_BYTES: Final = 2 * 2**20

_TORN = marked("A part of this save is damaged.")


class Tape:
    """States in the order of their turns; every 32nd is whole, those between are packed against it."""

    def __init__(self, packed: Iterable[bytes] = ()) -> None:
        """Takes states packed by another tape."""
        self.packed = list(packed)
        self._whole: tuple[int, bytes] | None = None

    def __len__(self) -> int:
        """Returns how many states there are."""
        return len(self.packed)

    def add(self, state: str) -> None:
        """Keeps the state of one more turn."""
        raw = state.encode()
        if len(self.packed) % SPAN == 0:
            self._whole = (len(self.packed), raw)
            self.packed.append(zlib.compress(raw))
        else:
            packer = zlib.compressobj(zdict=self._base(len(self.packed)))
            self.packed.append(packer.compress(raw) + packer.flush())

    def cut(self, length: int) -> None:
        """Forgets every state from `length` on."""
        del self.packed[length:]
        if self._whole and self._whole[0] >= length:
            self._whole = None

    def __getitem__(self, turn: int) -> str:
        """Returns the state of a turn.

        Raises SaveError where a state that came from a save is damaged.
        """
        try:
            return self._raw(turn).decode()
        except (zlib.error, UnicodeDecodeError) as fault:
            raise SaveError(_TORN) from fault

    def _raw(self, turn: int) -> bytes:
        """Returns a state's bytes."""
        if turn % SPAN == 0:
            return _unpacked(zlib.decompressobj(), self.packed[turn])
        return _unpacked(zlib.decompressobj(zdict=self._base(turn)), self.packed[turn])

    def _base(self, turn: int) -> bytes:
        """Returns the whole state that a turn is packed against."""
        whole = turn - turn % SPAN
        if self._whole is None or self._whole[0] != whole:
            self._whole = (whole, self._raw(whole))
        return self._whole[1]


def _unpacked(unpacker: zlib._Decompress, packed: bytes) -> bytes:
    """Returns unpacked bytes; raises zlib.error where they are cut short or too many."""
    raw = unpacker.decompress(packed, MOST_STATE_BYTES)
    if not unpacker.eof:
        raise zlib.error
    return raw
