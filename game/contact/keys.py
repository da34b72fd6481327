"""Keys out of a phrase or a passphrase, and what is done with them: sign, seal, open. libsodium through PyNaCl; nothing of our own.

What can be wiped is held in bytearrays and overwritten by `wipe`. What cannot: the copies that Python makes when bytes are passed on, and
PyNaCl's own; they stay in memory until it is used again. Against somebody who reads this process's memory while contact is open, nothing
here helps.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import nacl.bindings as sodium
from nacl import exceptions, pwhash

from game.contact.coding import Id, Key, Signature, h16

if TYPE_CHECKING:
    from game.contact.phrase import Phrase

SEED: Final = 32
NONCE: Final = 24
_PASSES = 3
_MEMORY = 64 * 2**20


def stretch(secret: bytes, salt: bytes) -> bytearray:
    """Returns 32 bytes of Argon2id: three passes over 64 MiB, about 0.1 s; other threads run on meanwhile."""
    return bytearray(pwhash.argon2id.kdf(SEED, secret, salt, opslimit=_PASSES, memlimit=_MEMORY))


def derive(seed: bytes | bytearray, number: int, context: bytes) -> bytearray:
    """Returns what libsodium's crypto_kdf_derive_from_key gives; PyNaCl lacks it, and BLAKE2b with salt and personal is the same."""
    salt = number.to_bytes(8, "little") + bytes(8)
    return bytearray(hashlib.blake2b(key=bytes(seed), digest_size=SEED, salt=salt, person=context + bytes(8)).digest())


def wipe(*secrets: bytearray) -> None:
    """Overwrites secrets with zeros."""
    for secret in secrets:
        secret[:] = bytes(len(secret))


class Signer:
    """An Ed25519 key pair."""

    __slots__ = ("_secret", "public", "seed")

    def __init__(self, seed: bytes | bytearray) -> None:
        """Makes the pair from 32 bytes."""
        public, secret = sodium.crypto_sign_seed_keypair(bytes(seed))
        self.seed = bytearray(seed)
        self.public = Key(public)
        self._secret = bytearray(secret)

    @classmethod
    def fresh(cls) -> Signer:
        """Returns a new pair."""
        return cls(sodium.randombytes(SEED))

    @property
    def pid(self) -> Id:
        """Returns what a conversation calls this signer."""
        return pid(self.public)

    def sign(self, message: bytes) -> Signature:
        """Returns a detached signature."""
        return Signature(sodium.crypto_sign(message, bytes(self._secret))[: Signature.size])

    def wipe(self) -> None:
        """Overwrites the secret half."""
        wipe(self.seed, self._secret)


class Box:
    """An X25519 key pair that sealed boxes are opened with."""

    __slots__ = ("public", "secret")

    def __init__(self, secret: bytes | bytearray) -> None:
        """Makes the pair from its secret half."""
        self.secret = bytearray(secret)
        self.public = Key(sodium.crypto_scalarmult_base(bytes(secret)))

    @classmethod
    def fresh(cls) -> Box:
        """Returns a new pair."""
        return cls(sodium.randombytes(sodium.crypto_box_SECRETKEYBYTES))

    def open(self, sealed: bytes) -> bytes | None:
        """Returns what was sealed for this pair, or None."""
        try:
            return sodium.crypto_box_seal_open(sealed, self.public, bytes(self.secret))
        except (exceptions.CryptoError, ValueError):
            return None

    def wipe(self) -> None:
        """Overwrites the secret half."""
        wipe(self.secret)


class MailboxKeys:
    """Everything that comes from one phrase at one deployment: the login, the first box, the vault's key, and the mailbox's name."""

    __slots__ = ("box", "login", "mailbox", "vault")

    def __init__(self, phrase: Phrase, deployment: bytes) -> None:
        """Stretches the phrase; takes about 0.1 s."""
        seed = stretch(phrase.canonical(), h16(b"threshold phrase v1", deployment))
        box = derive(seed, 2, b"thr__box")
        self.login = Signer(derive(seed, 1, b"thrlogin"))
        self.box = Box(sodium.crypto_box_seed_keypair(bytes(box))[1])
        self.vault = derive(seed, 3, b"thrvault")
        self.mailbox = Id(h16(b"threshold mailbox v1", self.login.public))
        wipe(seed, box)

    def login_signature(self, origin: str, nonce: bytes) -> Signature:
        """Signs in at one origin, once."""
        return self.login.sign(b"threshold login v1\0" + origin.encode() + b"\0" + nonce)

    def wipe(self) -> None:
        """Overwrites all of them."""
        self.login.wipe()
        self.box.wipe()
        wipe(self.vault)


def pid(public: bytes) -> Id:
    """Returns what a conversation calls the holder of a public signing key."""
    return Id(h16(b"threshold participant v1", public))


def signed_by(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tells whether a signature is this key's, over this message."""
    try:
        sodium.crypto_sign_open(signature + message, public)
    except (exceptions.CryptoError, ValueError):
        return False
    return True


def seal_to(public: bytes, message: bytes) -> bytes:
    """Returns a sealed box that only the holder of one box key opens."""
    return sodium.crypto_box_seal(message, public)


def lock(key: bytes | bytearray, plain: bytes, bound: bytes) -> bytes:
    """Returns XChaCha20-Poly1305 under a fresh nonce, which goes in front; `bound` must be the same to unlock."""
    nonce = sodium.randombytes(NONCE)
    return nonce + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, bound, nonce, bytes(key))


def unlock(key: bytes | bytearray, locked: bytes, bound: bytes) -> bytes | None:
    """Returns what was locked, or None where it was changed, or is another's."""
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(locked[NONCE:], bound, locked[:NONCE], bytes(key))
    except (exceptions.CryptoError, ValueError):
        return None
