"""Signed in at the server with a phrase's key: a token, renewed when it is over."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import msgspec

from game.contact.coding import Binary  # noqa: TC001 - msgspec reads the types
from game.contact.errors import SessionError
from game.contact.proof import solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.keys import MailboxKeys
    from game.contact.line import Line

T = TypeVar("T")
Token = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_.~+/=-]{1,2000}\Z")]


class Challenge(msgspec.Struct):
    """What the server asks before it lets somebody in, or take up room."""

    nonce: Binary
    altcha: dict[str, Any] | None = None


class _Granted(msgspec.Struct):
    token: Token


class Session:
    """One mailbox's way to the server."""

    def __init__(self, line: Line, keys: MailboxKeys) -> None:
        """Takes the line and the keys; signs in with the first request."""
        self._line = line
        self._keys = keys
        self._token = ""
        self._lock = threading.Lock()

    def post(self, path: str, message: dict[str, object], kind: type[T]) -> T:
        """Sends a message as this mailbox, signing in again where the session was over."""
        token = self.token()
        try:
            return self._line.post(path, message, kind, token)
        except SessionError:
            return self._line.post(path, message, kind, self.token(over=token))

    @property
    def known(self) -> str:
        """Returns the last token, good or over."""
        return self._token

    def token(self, over: str = "") -> str:
        """Returns a token that is good as far as is known; `over` names one that the server no longer takes."""
        with self._lock:
            if not self._token or self._token == over:
                asked = self._line.post("challenge", {"action": "session"}, Challenge)
                signature = self._keys.login_signature(self._line.origin, asked.nonce)
                answer = {"key": self._keys.login.public, "nonce": asked.nonce, "signature": signature}
                self._token = self._line.post("session", dict(answer), _Granted).token
            return self._token

    def proof(self, action: str, stopped: Callable[[], bool], working: Callable[[], None]) -> str:
        """Returns a solved puzzle for one action; tells `working` before it begins to count."""
        asked = self._line.post("challenge", {"action": action}, Challenge)
        working()
        return solve(asked.altcha or {}, stopped)
