"""The line to one server: fixed paths, sizes in classes, no cookies, no redirects, and an end to every wait.

Every request of the game looks the same from outside: one name for the program, no language, no version, nothing about the device.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from game import guard, network
from game.contact import errors
from game.contact.coding import SIZES, decode, fill
from game.contact.errors import CancelledError, ForeignError, LaterError, OfflineError, RefusedError, TooLargeError, TooLongError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import urllib3

    from game.contact.configuration import Configuration

API: Final = "/api/v1/"
MOST: Final = SIZES[-1]
CONNECT, READ, WHOLE, QUIET = 10.0, 30.0, 90.0, 50.0
_DEEPEST = 24
_PIECE = 65_536
_FAULTS = {
    "behind": errors.BehindError,
    "later": LaterError,
    "proof": errors.ProofError,
    "session": errors.SessionError,
    "slow": errors.SlowError,
    "unknown": errors.UnknownError,
}
_REDIRECTS, _FAILED, _BUSY = range(300, 400), range(400, 600), range(500, 600)

T = TypeVar("T")


class _Fault(msgspec.Struct):
    error: str


class Answer(msgspec.Struct):
    """An answer that says nothing but that it was done."""


class Line:
    """Requests to one server."""

    def __init__(self, configuration: Configuration) -> None:
        """Takes where the server is; nothing is sent yet."""
        self.origin = configuration.origin
        self._proxy = configuration.proxy
        self._opened: urllib3.PoolManager | None = None
        self.closed = False

    def post(self, path: str, message: dict[str, object], kind: type[T], token: str = "") -> T:
        """Sends a message to one of the fixed paths and returns the answer.

        Raises a LineError that says what went wrong; TooLongError for a message that fits no class of size.
        """
        try:
            body = fill(message)
        except ValueError:
            raise TooLongError from None
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        response = self._request("POST", path, headers, body=body)
        return _read(_whole(response), kind)

    def get(self, path: str, kind: type[T]) -> T:
        """Returns what is the same for everyone.

        Raises a LineError that says what went wrong.
        """
        return _read(_whole(self._request("GET", path, {})), kind)

    def listen(self, token: str) -> urllib3.BaseHTTPResponse:
        """Opens the stream of events; whoever reads it closes it, with `shutdown` from another thread.

        Raises a LineError that says what went wrong.
        """
        response = self._request("GET", "events", {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}, quiet=True)
        if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
            response.close()
            raise ForeignError
        return response

    def close(self) -> None:
        """Sends nothing from now on, and lets go of connections that are not in use."""
        self.closed = True
        if self._opened is not None:
            self._opened.clear()

    def _request(
        self, method: str, path: str, headers: dict[str, str], *, body: bytes | None = None, quiet: bool = False
    ) -> urllib3.BaseHTTPResponse:
        """Returns an answer that is one, its body still to be read."""
        import urllib3  # noqa: PLC0415 - the shelf does without

        if self.closed:
            raise CancelledError
        try:
            response = self._pool().request(
                method,
                f"{self.origin}{API}{path}",
                body=body,
                headers={"User-Agent": network.NAME, "Accept": "application/json", **headers},
                timeout=urllib3.Timeout(connect=CONNECT, read=QUIET if quiet else READ),
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
        except urllib3.exceptions.SSLError:
            raise ForeignError from None
        except (urllib3.exceptions.HTTPError, OSError):
            raise OfflineError from None
        if response.status in _REDIRECTS or "Content-Encoding" in response.headers:
            response.close()
            raise ForeignError
        if response.status in _FAILED:
            raise _refusal(response.status, _whole(response))
        return response

    def _pool(self) -> urllib3.PoolManager:
        if self._opened is None:
            self._opened = network.pool(self._proxy)
        return self._opened


def _whole(response: urllib3.BaseHTTPResponse) -> bytes:
    """Returns a body that is no larger than any there is, and came in time."""
    import urllib3  # noqa: PLC0415 - loaded by now

    end, pieces, size = time.monotonic() + WHOLE, [], 0
    try:
        for piece in _pieces(response):
            pieces.append(piece)
            size += len(piece)
            if size > MOST:
                raise TooLargeError
            if time.monotonic() > end:
                raise OfflineError
    except (urllib3.exceptions.HTTPError, OSError):
        raise OfflineError from None
    finally:
        if response.length_remaining:
            response.close()
        response.release_conn()
    return b"".join(pieces)


def _pieces(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(_PIECE):
        yield piece


def _read(raw: bytes, kind: type[T]) -> T:
    try:
        if guard.fits(raw, size=MOST, depth=_DEEPEST):
            return decode(raw, kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        pass
    raise ForeignError


def _refusal(status: int, raw: bytes) -> errors.LineError:
    """Returns what a refusal means; one without a code of the protocol is from something in between."""
    try:
        code = decode(raw, _Fault).error
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return LaterError("later") if status in _BUSY else ForeignError()
    kind = _FAULTS.get(code, RefusedError)
    return kind(code if code.isidentifier() and len(code) < len("a name of the protocol") else "refused")
