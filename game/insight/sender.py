"""Sends what is due: one report a request, each on a connection of its own, never two in one moment, never beside contact."""

from __future__ import annotations

import contextlib
import logging
import secrets
import threading
import time
from typing import TYPE_CHECKING, Final

from game import network

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.insight.book import Book, Waiting

_log = logging.getLogger(__name__)

PATH: Final = "/api/v1/insight/reports"
# Seconds between two requests, and between the start of the game, or the end of writing to somebody, and the first: drawn each time.
PAUSE: Final = (300, 2400)
_LONGEST = 900
_CONNECT, _READ = 10.0, 20.0
_TAKEN, _MALFORMED = 204, 400
_JSON = "application/json"


class Sender:
    """A thread that looks after a book."""

    def __init__(
        self, book: Book, origin: str, proxy: str = "", *, pause: tuple[int, int] = PAUSE, clock: Callable[[], float] = time.time
    ) -> None:
        """Takes what is to be sent, and where to; nothing is sent before a pause has passed."""
        self._book, self._origin, self._proxy = book, origin, proxy
        self._pause, self._clock = pause, clock
        self._turn = threading.Condition()
        self._held = self._ended = self._busy = False
        self._rested = 0.0
        self._quiet: Callable[[], None] | None = None
        self._rest()
        self._thread = threading.Thread(target=self._run, name="insight", daemon=True)

    def start(self) -> None:
        """Begins to look after the book."""
        self._thread.start()

    def hold(self, then: Callable[[], None]) -> bool:
        """Sends nothing until `release`; tells whether nothing is under way, and else calls `then`, elsewhere, once that is so."""
        with self._turn:
            self._held = True
            self._quiet = then if self._busy else None
            return not self._busy

    def release(self) -> None:
        """Goes on after a pause."""
        with self._turn:
            if self._held:
                self._held, self._quiet = False, None
                self._rest()
                self._turn.notify_all()

    def stir(self) -> None:
        """Looks at the book again: something changed in it."""
        with self._turn:
            self._turn.notify_all()

    def stop(self) -> None:
        """Sends nothing more; returns at once, also while a request is under way."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()

    def _rest(self) -> None:
        first, last = self._pause
        self._rested = time.monotonic() + first + secrets.randbelow(max(1, last - first))

    def _run(self) -> None:
        while not self._ended:
            report = None
            try:
                self._book.seal(int(self._clock()))
                report = self._next()
                if report is not None:
                    self._send(report)
            except OSError as fault:
                # Nothing goes out whose sending could not be written down.
                _log.warning("What waits to be told could not be written: %s", fault.strerror)
            finally:
                if report is not None:
                    self._sent()
            with self._turn:
                if not self._ended:
                    self._turn.wait(self._patience())

    def _next(self) -> Waiting | None:
        """Returns a report whose time has come, and says from there on that something is under way."""
        with self._turn:
            if self._held or self._ended or time.monotonic() < self._rested:
                return None
            report = self._book.due(int(self._clock()))
            self._busy = report is not None
            return report

    def _sent(self) -> None:
        with self._turn:
            self._busy = False
            self._rest()
            then, self._quiet = self._quiet, None
        if then is not None:
            then()

    def _patience(self) -> float:
        """Returns how long there is nothing to do, at most a quarter of an hour: clocks jump, and machines sleep."""
        coming = self._book.next()
        if coming is None or self._held:
            return _LONGEST
        return min(_LONGEST, max(0.05, coming - self._clock(), self._rested - time.monotonic()))

    def _send(self, report: Waiting) -> None:
        """Sends a report, and notes what became of it; one that was cancelled meanwhile is not sent."""
        status = self._post(report.body.encode("ascii"))
        now = int(self._clock())
        if status == _TAKEN:
            self._book.delivered(report, now)
        elif status == _MALFORMED:
            # It will not be understood another time either.
            self._book.cancel(report)
        else:
            self._book.later(report, now)

    def _post(self, body: bytes) -> int:
        """Returns the status of the answer, or 0 where there was none."""
        import urllib3  # noqa: PLC0415 - most never send anything

        pool = network.pool(self._proxy)
        try:
            response = pool.request(
                "POST",
                f"{self._origin}{PATH}",
                body=body,
                headers={
                    "User-Agent": network.NAME,
                    "Accept": "application/json",
                    "Content-Type": "application/json",
                    "Connection": "close",
                },
                timeout=urllib3.Timeout(connect=_CONNECT, read=_READ),
                retries=False,
                redirect=False,
            )
        except (urllib3.exceptions.HTTPError, OSError):
            return 0
        else:
            return response.status
        finally:
            with contextlib.suppress(OSError):
                pool.clear()
