"""One raster process for all tests of the screens, which draws nothing twice: starting one for each test takes longer than most tests."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from game.ui import picture

if TYPE_CHECKING:
    from game.ui.picture import Picture, Wanted

MOST_BYTES = 200_000_000
_Own = picture._Worker


class Easel:
    """What the games of one run share: the process, and what it drew, by drawing and size."""

    def __init__(self) -> None:
        """Starts the process with the first order."""
        self._own: picture._Worker | None = None
        self._drawn: OrderedDict[tuple[Wanted, bytes], Picture] = OrderedDict()
        self._lock = threading.Lock()

    def draw(self, wanted: Wanted, svg: bytes) -> Picture:
        """Returns a picture as the raster process drew it. Raises what the process's own `draw` raises."""
        key = (wanted._replace(name=""), svg)
        with self._lock:
            found = self._drawn.get(key)
            if found is None:
                found = self._drawn[key] = self._worker().draw(wanted, svg)
                self._make_room()
            self._drawn.move_to_end(key)
        return replace(found, wanted=wanted)

    def _worker(self) -> picture._Worker:
        if self._own is None or not self._own.alive:
            self.close()
            self._own = _Own()
        return self._own

    def _make_room(self) -> None:
        held = sum(drawn.bytes for drawn in self._drawn.values())
        while held > MOST_BYTES and len(self._drawn) > 1:
            held -= self._drawn.popitem(last=False)[1].bytes

    def close(self) -> None:
        """Ends the process."""
        if self._own is not None:
            self._own.stop()
            self._own = None


class Seat:
    """One game's place at the easel; it stands where a game has a process of its own."""

    alive = True

    def __init__(self, easel: Easel) -> None:
        """Sits down."""
        self.draw = easel.draw

    def kill(self) -> None:
        """Leaves; the process draws for others."""

    def stop(self) -> None:
        """Leaves, as above."""
