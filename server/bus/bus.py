"""Word between the processes of one server: what changed, and what else each of them must know in memory.

Nobody waits for it: what is told goes into a queue, and a thread sends what lies there in one go. A lost connection is made again; after
it, everybody is told to look, because something may have been missed.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from nacl.utils import random

from server.bus.carrier import CarrierError
from server.bus.sealing import LARGEST, Sealing

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.bus.carrier import Carrier

# What waits to be told at most while there is no connection; whoever hears later that something was missed looks at everything.
MOST = 10_000
_BATCH = 200
_AGAIN = (0.1, 0.5, 2.0, 5.0)
MISSED = 0


class Bus:
    """Tells other processes, and hears them; without a carrier there are none."""

    def __init__(self, carrier: Carrier | None, key: bytes) -> None:
        """Takes what carries, and the key that all processes have; opens nothing yet."""
        self._carrier, self._sealing, self._me = carrier, Sealing(key), random(8)
        self._takers: dict[int, Callable[[bytes], None]] = {}
        self._queue: deque[str] = deque(maxlen=MOST)
        self._more, self._ended, self._begun = threading.Event(), threading.Event(), False
        self._threads: list[threading.Thread] = []
        # Whether it hears at the moment, and how often it lost the connection.
        self.joined, self.losses = threading.Event(), 0

    @property
    def there(self) -> bool:
        """Tells whether there are other processes to be told."""
        return self._carrier is not None

    @property
    def begun(self) -> bool:
        """Tells whether it should hear by now."""
        return self._begun

    def on(self, topic: int, take: Callable[[bytes], None]) -> None:
        """Has what others say on a topic given to a function; MISSED is said by the bus itself."""
        self._takers[topic] = take

    def begin(self) -> None:
        """Begins to hear and to tell, in threads of this process."""
        if self._carrier is not None and not self._begun:
            self._begun = True
            self._threads = [threading.Thread(target=work, daemon=True) for work in (self._listen, self._tell)]
            for thread in self._threads:
                thread.start()

    def tell(self, topic: int, data: bytes) -> None:
        """Tells the other processes, soon; before `begin` there is nobody to tell."""
        if not self._begun or len(data) > LARGEST:
            return
        if len(self._queue) >= MOST:
            self._queue.clear()
            topic, data = MISSED, b""
        self._queue.append(self._sealing.closed(self._me, topic, data))
        self._more.set()

    def _take(self, text: str) -> None:
        """Gives what another process said to whom it concerns."""
        found = self._sealing.opened(text)
        if found is not None and found[0] != self._me and (take := self._takers.get(found[1])):
            take(found[2])

    def _join(self) -> None:
        """Notes that it hears from now on, and that something may have been said before."""
        self.joined.set()
        if take := self._takers.get(MISSED):
            take(b"")

    def _listen(self) -> None:
        """Hears, and connects again where that ends."""
        carrier, tries = self._carrier, 0
        while carrier is not None and not self._ended.is_set():
            try:
                carrier.listen(self._take, self._join, self._ended)
            except CarrierError:
                tries = 0 if self.joined.is_set() else tries + 1
                self.losses += 1
                self.joined.clear()
                self._ended.wait(_AGAIN[min(tries, len(_AGAIN) - 1)])

    def _tell(self) -> None:
        """Sends what waits, all of it in one go; what could not be sent is sent again."""
        carrier, tries = self._carrier, 0
        batch: list[str] = []
        while carrier is not None:
            if not batch:
                if self._ended.is_set() and not self._queue:
                    return
                self._more.wait(None if not self._ended.is_set() else 0)
                self._more.clear()
            while self._queue and len(batch) < _BATCH:
                batch.append(self._queue.popleft())
            if not batch:
                continue
            try:
                carrier.tell(batch)
                batch, tries = [], 0
                if self._queue:
                    self._more.set()
            except CarrierError:
                if self._ended.is_set():
                    return
                self._ended.wait(_AGAIN[min(tries, len(_AGAIN) - 1)])
                tries += 1

    def close(self) -> None:
        """Sends what still waits, and lets go."""
        self._ended.set()
        self._more.set()
        for thread in self._threads:
            thread.join(5.0)
        if self._carrier is not None:
            self._carrier.close()
