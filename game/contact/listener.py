"""Waits for the server to say that something changed. It says no more than that, and only while contact is open."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Final

from game.contact.errors import CancelledError, ContactError, SessionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import urllib3

    from game.contact.line import Line
    from game.contact.session import Session

PAUSES: Final = (1.0, 2.0, 5.0, 15.0, 60.0)
_LONGEST_LINE = 4096
_CHANGED = b"event: changed"


class Listener:
    """A thread that holds one stream of events open, and opens it again when it breaks."""

    def __init__(self, line: Line, session: Session, changed: Callable[[], None]) -> None:
        """Takes the line, who listens, and whom to tell, from this thread."""
        self._line = line
        self._session = session
        self._changed = changed
        self._stopped = threading.Event()
        self._response: urllib3.BaseHTTPResponse | None = None
        self._thread = threading.Thread(target=self._listen, name="contact events", daemon=True)

    def start(self) -> None:
        """Begins to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the stream and the thread; returns at once."""
        self._stopped.set()
        response = self._response
        if response is not None:
            # What is not open any more cannot be shut; that is what was wanted.
            with contextlib.suppress(Exception):
                response.shutdown()

    def join(self, seconds: float) -> bool:
        """Waits for the thread to end; tells whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _listen(self) -> None:
        failures, over = 0, ""
        while not self._stopped.is_set():
            try:
                token = self._session.token(over=over)
                over = ""
                self._hear(token)
                failures = 0
            except SessionError:
                over = self._session.known
            except CancelledError:
                return
            except ContactError:
                pass
            if self._stopped.wait(PAUSES[min(failures, len(PAUSES) - 1)]):
                return
            failures += 1

    def _hear(self, token: str) -> None:
        """Listens until the stream ends; something may have changed before it began.

        Raises a LineError where it cannot be opened.
        """
        response = self._response = self._line.listen(token)
        try:
            self._changed()
            for line in _lines(response):
                if self._stopped.is_set():
                    return
                if line == _CHANGED:
                    self._changed()
        finally:
            self._response = None
            with contextlib.suppress(Exception):
                response.close()


def _lines(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """Yields lines as they come, until the stream breaks or is shut."""
    rest = b""
    # A stream may end in many ways, among them a socket shut from another thread; all of them mean that it ended.
    with contextlib.suppress(Exception):
        while piece := response.read1(_LONGEST_LINE):
            *lines, rest = (rest + piece).replace(b"\r\n", b"\n").split(b"\n")
            yield from lines
            if len(rest) > _LONGEST_LINE:
                return
