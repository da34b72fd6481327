"""How a return phrase signs in: a signature over this server's address and a number used once; nothing is looked up."""

from __future__ import annotations

import hashlib
import hmac
import struct
import threading
import time
from typing import TYPE_CHECKING

from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from server.errors import SessionError, SignatureError
from server.events import nobody

if TYPE_CHECKING:
    from collections.abc import Callable

NONCE_SECONDS = 300
TOKEN_SECONDS = 900
_DOMAIN = b"threshold login v1"


def mailbox_of(login_key: bytes) -> bytes:
    """Returns the mailbox that a login key leads to."""
    return hashlib.blake2b(b"threshold mailbox v1" + login_key, digest_size=16).digest()


class Once:
    """Remembers what was used, for as long as it could be used again."""

    def __init__(self, seconds: float) -> None:
        """Remembers for some seconds."""
        self._seconds = seconds
        self._used: dict[bytes, float] = {}
        self._lock = threading.Lock()
        # Tells other processes what was used.
        self.tell: Callable[[bytes], None] = nobody

    def take(self, what: bytes, now: float) -> bool:
        """Tells whether this is used for the first time, and takes it, here and in other processes."""
        first = self.note(what, now)
        if first:
            self.tell(what)
        return first

    def note(self, what: bytes, now: float) -> bool:
        """Tells whether this is used for the first time, and takes it in this process."""
        with self._lock:
            # Oldest first, because they came in that order.
            for old, until in list(self._used.items())[:8]:
                if until < now:
                    del self._used[old]
            if what in self._used:
                return False
            self._used[what] = now + self._seconds
            return True


class Login:
    """Gives numbers used once, and tokens; keeps no session. Both end with the process, or live as long as the key it is given."""

    def __init__(self, origins: tuple[str, ...], key: bytes | None = None, clock: Callable[[], float] = time.time) -> None:
        """Takes the server's addresses and, where several processes share the work, their common key of 32 bytes."""
        key = key or random(32)
        self._origins = [origin.encode() for origin in origins]
        self._nonces = hashlib.blake2b(b"nonces", key=key, digest_size=32).digest()
        self._box = SecretBox(hashlib.blake2b(b"tokens", key=key, digest_size=32).digest())
        self.once = Once(NONCE_SECONDS)
        self._clock = clock

    def nonce(self) -> bytes:
        """Returns a number used once, of 40 bytes, good for five minutes."""
        body = random(16) + struct.pack(">Q", int(self._clock()) + NONCE_SECONDS)
        return body + self._mark(body)

    def _mark(self, body: bytes) -> bytes:
        """Returns what shows that a number was given by this server."""
        return hmac.digest(self._nonces, body, "sha256")[:16]

    def token(self, login_key: bytes, nonce: bytes, signature: bytes) -> bytes:
        """Returns a token for the mailbox of a login key, whether there is one or not.

        Raises SignatureError where the number is not ours, late or used, or the signature is not the key's.
        """
        now = self._clock()
        body, mark = nonce[:-16], nonce[-16:]
        ours = hmac.compare_digest(mark, self._mark(body)) and struct.unpack(">Q", body[16:24])[0] >= now
        signed = True in [self._signed(origin, login_key, nonce, signature) for origin in self._origins]
        if not ours or not signed or not self.once.take(nonce, now):
            raise SignatureError
        return bytes(self._box.encrypt(mailbox_of(login_key) + struct.pack(">Q", int(now) + TOKEN_SECONDS)))

    @staticmethod
    def _signed(origin: bytes, login_key: bytes, nonce: bytes, signature: bytes) -> bool:
        """Tells whether a login key signed this number for an origin."""
        try:
            crypto_sign_open(signature + _DOMAIN + b"\0" + origin + b"\0" + nonce, login_key)
        except (BadSignatureError, CryptoError, ValueError):
            return False
        return True

    def mailbox(self, token: bytes) -> bytes:
        """Returns the mailbox of a token.

        Raises SessionError for one that is not ours or is over.
        """
        try:
            plain = self._box.decrypt(token)
        except (CryptoError, ValueError):
            raise SessionError from None
        if struct.unpack(">Q", plain[16:])[0] < self._clock():
            raise SessionError
        return plain[:16]
