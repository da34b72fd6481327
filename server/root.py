"""The organisation's root key: made once, kept in a file under a passphrase, used offline to sign the roster.

The file is a line of words and a line of base64url: `salt(16) || nonce(24) || XChaCha20-Poly1305(key, seed)`, the key being
Argon2id(passphrase, salt, 3 passes, 256 MiB).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_sign_seed_keypair,
)
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.signing import SigningKey
from nacl.utils import random

from server.errors import ConfigurationError
from server.wire import decode, encode

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "threshold root key, version 1: keep this file offline"
_AD = TITLE.encode()
_MEMORY = 256 * 1024 * 1024
SHORTEST = 12


def _key(passphrase: str, salt: bytes) -> bytes:
    """Returns what a passphrase opens with."""
    return argon2id.kdf(32, passphrase.encode(), salt, opslimit=3, memlimit=_MEMORY)


def make(path: Path, passphrase: str) -> bytes:
    """Writes a new root key and returns its public half.

    Raises ConfigurationError for a short passphrase, or a file that is there already.
    """
    if len(passphrase) < SHORTEST:
        raise ConfigurationError(f"The passphrase of the root key needs {SHORTEST} letters or more: six random words are good.")
    seed, salt, nonce = random(32), random(16), random(24)
    sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(seed, _AD, nonce, _key(passphrase, salt))
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ConfigurationError(f"{path} is there already: move it away first.") from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{TITLE}\n{encode(salt + nonce + sealed)}\n")
    return crypto_sign_seed_keypair(seed)[0]


def load(path: Path, passphrase: str) -> SigningKey:
    """Returns the root key of a file.

    Raises ConfigurationError where the file is none, or the passphrase is wrong.
    """
    try:
        title, line = path.read_text("utf-8").splitlines()[:2]
        data = decode(line.strip())
    except (OSError, ValueError) as fault:
        raise ConfigurationError(f"{path} holds no root key: it is the file that `threshold-server init` made.") from fault
    if title != TITLE:
        raise ConfigurationError(f"{path} holds no root key of this version.")
    try:
        return SigningKey(crypto_aead_xchacha20poly1305_ietf_decrypt(data[40:], _AD, data[16:40], _key(passphrase, data[:16])))
    except CryptoError:
        raise ConfigurationError("The passphrase of the root key is not right.") from None
