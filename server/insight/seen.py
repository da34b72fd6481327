"""Which reports came already, by eight bytes of their digest; in memory only, for this week and the last."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from server.insight.weeks import WEEK

if TYPE_CHECKING:
    import datetime as dt

# So many parts, each of which grows by itself, so that nobody waits while all of them do.
_PARTS, _FIRST = 256, 64
# A set of more than this is closed early: at most 32 bytes each, so at most 128 MB of each of the two.
MOST = 4_000_000


class _Set:
    """A set of numbers of 64 bits, in a quarter of the memory that Python's own takes."""

    def __init__(self) -> None:
        """Starts empty."""
        self._parts = [array("Q", bytes(8 * _FIRST)) for _ in range(_PARTS)]
        self._counts = [0] * _PARTS
        self.count = 0

    def has(self, mark: int) -> bool:
        """Tells whether a number is in it."""
        part = self._parts[mark % _PARTS]
        return part[_place(part, mark)] == mark

    def add(self, mark: int) -> None:
        """Puts a number in that is not in it yet."""
        which = mark % _PARTS
        part = self._parts[which]
        if 2 * self._counts[which] >= len(part):
            part = self._parts[which] = _grown(part)
        part[_place(part, mark)] = mark
        self._counts[which] += 1
        self.count += 1

    @property
    def size(self) -> int:
        """Returns how many bytes it takes."""
        return sum(8 * len(part) for part in self._parts)


def _place(part: array[int], mark: int) -> int:
    """Returns where a number stands, or would."""
    last = len(part) - 1
    at = mark // _PARTS & last
    while part[at] not in (0, mark):
        at = (at + 1) & last
    return at


def _grown(part: array[int]) -> array[int]:
    """Returns a part with twice the room."""
    made = array("Q", bytes(16 * len(part)))
    for mark in part:
        if mark:
            made[_place(made, mark)] = mark
    return made


class Seen:
    """The reports of this week and the last."""

    def __init__(self) -> None:
        """Starts with none."""
        self._week: dt.date | None = None
        self._new, self._old = _Set(), _Set()

    def first(self, digest: bytes, week: dt.date) -> bool:
        """Tells whether a report comes for the first time, and remembers it."""
        # The first bytes of a proof are zero; an empty place is zero too.
        mark = int.from_bytes(digest[-8:], "big") or 1
        if week != self._week or self._new.count >= MOST:
            self._turn(week)
        if self._new.has(mark) or self._old.has(mark):
            return False
        self._new.add(mark)
        return True

    def _turn(self, week: dt.date) -> None:
        """Forgets what is older than the last week, or what there is no room for."""
        fresh = self._week is not None and week - self._week <= WEEK
        self._old, self._new, self._week = self._new if fresh else _Set(), _Set(), week

    @property
    def size(self) -> int:
        """Returns how many bytes all of it takes."""
        return self._new.size + self._old.size
