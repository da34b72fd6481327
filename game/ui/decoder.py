"""Decodes sounds on a thread of its own, so that the loop never waits for one."""

from __future__ import annotations

import io
import logging
import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.ui import vorbis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from pygame.mixer import Sound

Kind = Literal["layer", "air", "single"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """A sound to decode: what it is for, its name, where its bytes come from, how many seconds it may last.

    `story` numbers the story it belongs to; an order of a story that has been closed is dropped.
    """

    kind: Kind
    name: str
    read: Callable[[str], bytes | None]
    longest: float
    story: int


class Decoder:
    """Takes orders and hands sounds back."""

    def __init__(self, mixer: ModuleType) -> None:
        """Starts the thread."""
        self._mixer = mixer
        self._orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        # Two at most wait to be fetched: decoded sounds are large.
        self._done: queue.Queue[tuple[Order, Sound | None]] = queue.Queue(maxsize=2)
        self._open = 0
        self._story = 0
        self._thread = threading.Thread(target=self._work, name="sound decoder", daemon=True)
        self._thread.start()

    @property
    def working(self) -> bool:
        """Tells whether an order is still open."""
        return self._open > 0

    def begin(self, story: int) -> None:
        """Lets orders of every other story go undone."""
        self._story = story

    def want(self, order: Order) -> None:
        """Takes an order."""
        self._open += 1
        self._orders.put(order)

    def done(self) -> Iterator[tuple[Order, Sound | None]]:
        """Yields finished orders of this story; None stands for a sound that is missing or broken."""
        while not self._done.empty():
            order, sound = self._done.get()
            self._open -= 1
            if order.story == self._story:
                yield order, sound

    def close(self) -> None:
        """Ends the thread, after the order it is working on, or leaves it behind if that takes more than two seconds."""
        self._story = -1
        self._orders.put(None)
        for _ in range(40):
            list(self.done())
            self._thread.join(timeout=0.05)
            if not self._thread.is_alive():
                return

    def _work(self) -> None:
        """Does orders until None comes."""
        while (order := self._orders.get()) is not None:
            sound = self._decoded(order) if order.story == self._story else None
            self._done.put((order, sound))

    def _decoded(self, order: Order) -> Sound | None:
        """Returns the sound of an order, or None with a line in the log: whatever is wrong with it, the story goes on."""
        try:
            stream = order.read(order.name)
            if stream is None:
                _log.warning("The sound %s is missing", order.name)
                return None
            lasts = vorbis.seconds(stream)
            if lasts > order.longest:
                _log.warning("The sound %s would last %.1f s; a %s may last %.1f s", order.name, lasts, order.kind, order.longest)
                return None
            sound: Sound = self._mixer.Sound(file=io.BytesIO(stream))
        except Exception as fault:  # noqa: BLE001  the reader is a stranger's, and no sound is worth the thread
            _log.warning("The sound %s cannot be played: %s", order.name, fault)
            return None
        return sound
