"""A player's part in what stories are told about themselves: on or off, and all that hangs on it."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from typing import TYPE_CHECKING, Final

from game.insight import ledger
from game.insight.alone import Alone
from game.insight.book import Book
from game.insight.ledger import Ledger
from game.insight.sender import PAUSE, Sender

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from game.insight.asked import Asked

FOLDER: Final = "insight"
LEDGER: Final = "ledger.json"
TOLD: Final = "told.json"
LOCK: Final = "lock"


class Part:
    """What a player takes part in while it is on; of two windows of the game, the first one alone has it."""

    def __init__(
        self, data: Path, origin: str, proxy: str = "", *, pause: tuple[int, int] = PAUSE, clock: Callable[[], float] = time.time
    ) -> None:
        """Takes the folder that the game keeps things in, and where answers go; nothing happens yet."""
        folder = data / FOLDER
        self.origin = origin
        self._clock = clock
        self._alone, self._ledger = Alone(folder / LOCK), Ledger(folder / LEDGER)
        self.book = Book(folder / TOLD)
        self._proxy, self._pause = proxy, pause
        self._sender: Sender | None = None

    @property
    def on(self) -> bool:
        """Tells whether answers are noted and sent."""
        return self._sender is not None

    def join(self) -> bool:
        """Takes part from here on; tells whether that can be: another window of the game may have it."""
        if self._sender is None and self._alone.take():
            self.book.look()
            self._sender = Sender(self.book, self.origin, self._proxy, pause=self._pause, clock=self._clock)
            self._sender.start()
        return self.on

    def leave(self) -> None:
        """Takes part no more: nothing is sent, and what was noted or waits is gone.

        Raises OSError where that could not be written down; nothing is sent all the same until the game is started again.
        """
        self.close()
        if self._alone.take():
            try:
                self.book.clear()
            finally:
                self._alone.give_back()

    def close(self) -> None:
        """Ends with the program; what waits goes on waiting."""
        if self._sender is not None:
            self._sender.stop()
            self._sender = None
        self._alone.give_back()

    def hold(self, then: Callable[[], None]) -> bool:
        """Has nothing sent until `release`; tells whether nothing is under way, and else calls `then`, elsewhere, once that is so."""
        return self._sender is None or self._sender.hold(then)

    def release(self) -> None:
        """Goes on sending, after a pause."""
        if self._sender is not None:
            self._sender.release()

    def begin(self, story: str, release: str, questions: Sequence[Asked], language: Asked) -> tuple[Asked, ...]:
        """Draws a story's questions for its first playthrough and returns them; none where nothing of it is told.

        What they cost is written down before anything else. Where something cannot be written, nothing is told.
        """
        if not self.on:
            return ()
        now = int(self._clock())
        by_cost = {cost: [one for one in questions if one.epsilon == cost] for cost in (ledger.PLAY, ledger.SENSITIVE)}
        today = dt.datetime.fromtimestamp(now, dt.UTC).date()
        known = {one.name: one for one in (*questions, language)}
        try:
            self.book.end(story)
            play, sensitive = ([one.name for one in by_cost[cost]] for cost in (ledger.PLAY, ledger.SENSITIVE))
            drawn = tuple(known[name] for name in self._ledger.draw(story, play, sensitive, today))
            if drawn:
                self.book.begin(story, release, drawn, now)
        except OSError:
            return ()
        self._stir()
        return drawn

    def note(self, story: str, answers: Mapping[str, str], *, seconds: int = 0) -> None:
        """Notes what is true by now; where that cannot be written, it is not told."""
        if self.on:
            with contextlib.suppress(OSError):
                self.book.note(story, answers, seconds=seconds)

    def over(self, story: str) -> None:
        """Notes nothing more of a story, which is begun anew."""
        if self.on:
            with contextlib.suppress(OSError):
                self.book.end(story)

    def _stir(self) -> None:
        if self._sender is not None:
            self._sender.stir()
