"""Who is at the other end of a request from the console: session cookie, token against forgery, role."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, request

from server.accounts.sessions import FULL, Signed, cookie_of, from_cookie
from server.errors import ForbiddenError, SessionError
from server.wire import decode, encode

if TYPE_CHECKING:
    from server.accounts.secret import Secret
    from server.accounts.service import Accounts

COOKIE = "__Host-threshold"
TOKEN_HEADER = "X-Threshold-Token"  # noqa: S105  a header's name
LONGEST_TOKEN = 64


@dataclass(frozen=True, slots=True)
class Guard:
    """Reads and sets the cookie, and lets through who may pass."""

    accounts: Accounts
    secret: Secret
    other_sites: tuple[str, ...] = ()

    def cookie(self) -> bytes | None:
        """Returns the session id that came, if it has the form of one."""
        return from_cookie(request.cookies.get(COOKIE))

    def token(self, session_id: bytes) -> str:
        """Returns the token that belongs to a session id."""
        return encode(self.secret.mark(b"token" + session_id))

    def check_token(self) -> None:
        """Raises ForbiddenError where a request does not carry its own session's token, or comes from another site."""
        cookie, given = self.cookie(), request.headers.get(TOKEN_HEADER, "")
        if (
            cookie is None
            or len(given) > LONGEST_TOKEN
            or request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}
        ):
            raise ForbiddenError
        try:
            fits = hmac.compare_digest(decode(given), self.secret.mark(b"token" + cookie))
        except ValueError:
            fits = False
        if not fits:
            raise ForbiddenError

    def signed(self, *stages: str) -> Signed:
        """Returns who is signed in, as far as one of some stages.

        Raises SessionError where nobody is, or not so far.
        """
        with self.accounts.database.read() as session:
            found = self.accounts.sessions.find(session, self.cookie(), self.accounts.clock())
        if found.stage not in (stages or (FULL,)):
            raise SessionError
        return found

    def role(self, role: str) -> Signed:
        """Returns who is signed in with a role.

        Raises ForbiddenError for somebody without it.
        """
        found = self.signed()
        if role not in found.roles:
            raise ForbiddenError
        return found

    def give(self, response: Response, session_id: bytes) -> Response:
        """Sets the session's cookie, which no script reads and no other site sends."""
        response.set_cookie(COOKIE, cookie_of(session_id), secure=True, httponly=True, samesite="Strict", path="/")
        return response

    @staticmethod
    def take(response: Response) -> Response:
        """Has the browser forget the cookie and everything it stored."""
        response.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Strict", path="/")
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response
