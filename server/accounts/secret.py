"""The server's own secret: it seals second factors at rest and marks what belongs to a session. It opens no letter."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from server.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

_SIZE = 32


class Secret:
    """Keys that come from one file."""

    def __init__(self, key: bytes) -> None:
        """Takes the file's 32 bytes."""
        self._box = SecretBox(hashlib.blake2b(b"factors", key=key, digest_size=32).digest())
        self._key = key
        self._marks = hashlib.blake2b(b"marks", key=key, digest_size=32).digest()

    def seal(self, plain: bytes) -> bytes:
        """Returns something as it is kept."""
        return bytes(self._box.encrypt(plain))

    def open(self, sealed: bytes) -> bytes:
        """Returns what was kept.

        Raises ConfigurationError where the secret is another than the one it was kept with.
        """
        try:
            return self._box.decrypt(sealed)
        except CryptoError:
            raise ConfigurationError(
                "The file server.secret is not the one that this database was made with: bring the right one back."
            ) from None

    def key(self, purpose: bytes) -> bytes:
        """Returns 32 bytes that all processes of this server have for a purpose."""
        return hashlib.blake2b(b"common " + purpose, key=self._key, digest_size=32).digest()

    def mark(self, what: bytes) -> bytes:
        """Returns what only this server can say about something: 24 bytes."""
        return hmac.digest(self._marks, what, "sha256")[:24]


def make(path: Path) -> None:
    """Writes a new secret, for this user only, unless there is one."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(random(_SIZE))


def load(path: Path) -> Secret:
    """Returns the secret of a file.

    Raises ConfigurationError where it is missing or no such secret.
    """
    try:
        key = path.read_bytes()
    except OSError as fault:
        raise ConfigurationError(f"{path} cannot be read: bring it back from where you keep it, or see docs/operators.md.") from fault
    if len(key) != _SIZE:
        raise ConfigurationError(f"{path} is damaged: bring it back from where you keep it.")
    return Secret(key)
