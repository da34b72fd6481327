"""A server on the internet for groups that are not in one room: who leads signs in once, as in the console, and only to make the room.

Name, passphrase and code stay in memory until the room is made; then the session is ended and all of it is forgotten. From there on the
room's own secret leads it, which opens nothing else. The passphrase itself never leaves the device (docs/protocol.md).
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import unicodedata
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import msgspec
from nacl import pwhash

from game import network
from game.group.errors import AccountError, LostError
from game.group.process import Ready

if TYPE_CHECKING:
    import urllib3

_API: Final = "/console/api/"
_COOKIE: Final = "__Host-threshold"
_PASSES, _MEMORY = 3, 64 * 2**20
_TIMEOUT = 10.0
_TAKEN, _FAULTS = 200, 500


class _Hello(msgspec.Struct):
    token: str
    deployment: str


class _Token(msgspec.Struct):
    token: str


class Account:
    """Stands where a process of our own would: `start` signs in, and says where the room is to be made and with which rights."""

    def __init__(self, origin: str, proxy: str, name: str, passphrase: str, code: str) -> None:
        """Takes the server's address, a proxy on the way, and what signs in."""
        self._origin, self._proxy = origin, proxy
        self._said: tuple[str, str, str] | None = (name, passphrase, code)
        self._pool: urllib3.PoolManager | None = None
        self._cookie = self._token = ""
        self.alive = False

    def pool(self) -> urllib3.PoolManager:
        """Returns connections that check certificates."""
        if self._pool is None:
            self._pool = network.pool(self._proxy)
        return self._pool

    def start(self, port: int = 0) -> Ready:
        """Signs in with both factors.

        Raises AccountError where that is refused, once and for all, and LostError where nobody answers.
        """
        del port
        if self._said is None:
            raise AccountError
        name, passphrase, code = self._said
        hello = self._ask("GET", "hello", None, _Hello)
        self._token = hello.token
        auth = _auth(name, passphrase, hello.deployment)
        self._token = self._ask("POST", "sign-in", {"name": name, "auth": auth}, _Token).token
        # From here on it is used up.
        self._said = None
        self._token = self._ask("POST", "second", {"totp": code}, _Token).token
        self.alive = True
        return Ready(0, (urlsplit(self._origin).netloc,), "", self._origin, self._headers())

    def made(self) -> None:
        """Ends the session: the room has secrets of its own by now."""
        with contextlib.suppress(LostError, AccountError):
            self._ask("POST", "sign-out", {}, msgspec.Raw)
        self._cookie = self._token = ""

    def drop(self) -> None:
        """Takes the room for gone: only whoever signs in again makes another."""
        self.alive = False

    def close(self) -> None:
        """Lets go of everything."""
        self._said, self._cookie, self._token, self.alive = None, "", "", False
        if self._pool is not None:
            self._pool.clear()

    def _headers(self) -> dict[str, str]:
        return {"Cookie": f"{_COOKIE}={self._cookie}", "X-Threshold-Token": self._token} if self._cookie else {}

    def _ask(self, method: str, path: str, said: dict[str, Any] | None, kind: type[Any]) -> Any:  # noqa: ANN401  as `kind` says
        """Returns an answer, and keeps the session that it brings.

        Raises AccountError where it is refused, LostError where nobody answers, or nobody of ours.
        """
        import urllib3  # noqa: PLC0415 - few ever play with a group

        headers = {"User-Agent": network.NAME, "Content-Type": "application/json", **self._headers()}
        body = None if said is None else msgspec.json.encode(said)
        try:
            answer = self.pool().request(
                method, self._origin + _API + path, body=body, headers=headers, timeout=_TIMEOUT, retries=False, redirect=False
            )
        except (urllib3.exceptions.HTTPError, OSError):
            raise LostError from None
        if answer.status >= _FAULTS:
            raise LostError
        if answer.status != _TAKEN:
            self._said = None
            raise AccountError
        for cookie in answer.headers.getlist("Set-Cookie"):
            name, _, rest = cookie.partition("=")
            if name == _COOKIE:
                self._cookie = rest.partition(";")[0]
        try:
            return msgspec.json.decode(answer.data, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise LostError from None


def _auth(name: str, passphrase: str, deployment: str) -> str:
    """Returns what the server may see of a passphrase: Argon2id, then BLAKE2b as libsodium's crypto_kdf makes it."""
    folded = " ".join(name.lower().split())
    salt = hashlib.blake2b(b"threshold staff v1" + _decoded(deployment) + b"\0" + folded.encode(), digest_size=16).digest()
    words = unicodedata.normalize("NFKC", passphrase).encode()
    seed = pwhash.argon2id.kdf(32, words, salt, opslimit=_PASSES, memlimit=_MEMORY)
    made = hashlib.blake2b(key=seed, digest_size=32, salt=(1).to_bytes(8, "little") + bytes(8), person=b"thrstaff" + bytes(8)).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode("ascii")


def _decoded(text: str) -> bytes:
    """Returns the bytes of base64 without its fill.

    Raises LostError where it is none.
    """
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise LostError from None
