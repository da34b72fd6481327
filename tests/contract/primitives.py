"""The protocol's building blocks, written from its page alone: the vectors know nothing of the programs that open them."""

from __future__ import annotations

import base64
import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import nacl.bindings as sodium
from nacl import pwhash

START = b"threshold start v1"


def b64(data: bytes) -> str:
    """Returns base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def u32(number: int) -> bytes:
    """Returns four bytes, the big end first."""
    return number.to_bytes(4, "big")


def h16(data: bytes) -> bytes:
    """Returns 16 bytes of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).digest()


def h32(data: bytes) -> bytes:
    """Returns 32 bytes of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=32).digest()


def kdf(seed: bytes, number: int, context: bytes) -> bytes:
    """Returns what crypto_kdf_derive_from_key gives: 32 bytes."""
    return hashlib.blake2b(key=seed, digest_size=32, salt=number.to_bytes(8, "little") + bytes(8), person=context + bytes(8)).digest()


def argon2(secret: str, salt: bytes) -> bytes:
    """Returns Argon2id's 32 bytes: three passes over 64 MiB."""
    return pwhash.argon2id.kdf(32, secret.encode(), salt, opslimit=3, memlimit=64 * 2**20)


def phrase_text(words: str) -> str:
    """Returns a phrase in its one form."""
    return " ".join(unicodedata.normalize("NFKD", words).lower().split())


def dumps(thing: object) -> bytes:
    """Returns JSON in few bytes, readable in any language."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).encode()


def draw(label: str, size: int = 32) -> bytes:
    """Returns bytes that look random and are the same in every run."""
    return hashlib.blake2b(label.encode(), digest_size=size, person=b"vectors v1").digest()


@dataclass(frozen=True)
class Signer:
    """An Ed25519 key pair from a seed."""

    seed: bytes

    @property
    def public(self) -> bytes:
        """Returns the public key."""
        return sodium.crypto_sign_seed_keypair(self.seed)[0]

    def sign(self, message: bytes) -> bytes:
        """Returns a detached signature."""
        return sodium.crypto_sign(message, sodium.crypto_sign_seed_keypair(self.seed)[1])[:64]

    def document(self, domain: str, payload: object) -> dict[str, str]:
        """Returns a signed document."""
        raw = dumps(payload)
        return {"payload": b64(raw), "signature": b64(self.sign(domain.encode() + b"\0" + raw))}


@dataclass(frozen=True)
class Person:
    """Somebody in a conversation: keys, a name, and a staff id for those who have one."""

    label: str
    name: str = ""
    staff: bytes | None = None
    box_label: str = "box"

    @property
    def signer(self) -> Signer:
        """Returns the signing key."""
        return Signer(draw(f"{self.label} sign"))

    @property
    def box_secret(self) -> bytes:
        """Returns the secret half of the box key."""
        return draw(f"{self.label} {self.box_label}")

    @property
    def box(self) -> bytes:
        """Returns the public half of the box key."""
        return sodium.crypto_scalarmult_base(self.box_secret)

    @property
    def pid(self) -> bytes:
        """Returns what entries call this person."""
        return h16(b"threshold participant v1" + self.signer.public)

    def member(self) -> dict[str, str]:
        """Returns this person as a list of members names them."""
        given = {"staff": b64(self.staff)} if self.staff else {}
        role = "staff" if self.staff else "client"
        return {"pid": b64(self.pid), "role": role, **given, "name": self.name, "sign": b64(self.signer.public), "box": b64(self.box)}


def seal_box(message: bytes, to: bytes, label: str) -> bytes:
    """Returns a sealed box whose passing key pair is drawn from a label, so that it comes out the same each time."""
    secret = draw(label)
    passing = sodium.crypto_scalarmult_base(secret)
    nonce = hashlib.blake2b(passing + to, digest_size=24).digest()
    return passing + sodium.crypto_box(message, nonce, to, secret)


def seal_vault(key: bytes, owner: bytes, version: int, content: object, label: str) -> bytes:
    """Returns a vault's blob."""
    raw = dumps(content)
    size = 1024
    while size < len(raw) + 4:
        size *= 2
    plain = (u32(len(raw)) + raw).ljust(size, b"\0")
    nonce = draw(label, 24)
    bound = b"threshold vault v1" + owner + u32(version)
    return nonce + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, bound, nonce, key)


@dataclass
class Book:
    """A conversation that is being written: its keys by epoch, its entries, and the hash of the last one."""

    conversation: bytes
    keys: dict[int, bytes] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)
    wraps: list[dict[str, Any]] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)

    def key(self, epoch: int) -> bytes:
        """Returns an epoch's key."""
        return self.keys.setdefault(epoch, draw(f"{self.conversation.hex()} epoch {epoch}"))

    def commit(self, epoch: int) -> str:
        """Returns what an epoch's first entry says of its key."""
        return b64(h32(b"threshold epoch v1" + self.conversation + u32(epoch) + self.key(epoch)))

    def header(self, epoch: int, seq: int, sender: Person, entry: bytes) -> bytes:
        """Returns the 57 bytes in front of an entry."""
        return b"\x01" + self.conversation + u32(epoch) + u32(seq) + sender.pid + entry

    def write(self, sender: Person, epoch: int, body: dict[str, Any], signer: Signer | None = None) -> dict[str, Any]:
        """Adds an entry and returns it with everything that went into it."""
        seq = len(self.entries)
        entry = draw(f"{self.conversation.hex()} entry {seq}", 16)
        header = self.header(epoch, seq, sender, entry)
        previous = self.hashes[-1] if seq else h32(START + self.conversation)
        raw = dumps(body)
        signature = (signer or sender.signer).sign(b"threshold entry v1" + header + previous + raw)
        size = 256
        while size < len(raw) + 100:
            size *= 2
        plain = (signature + previous + u32(len(raw)) + raw).ljust(size, b"\0")
        nonce = draw(f"{self.conversation.hex()} nonce {seq}", 24)
        sealed = nonce + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, header, nonce, self.key(epoch))
        wire = {
            "id": b64(entry),
            "epoch": epoch,
            "seq": seq,
            "sender": b64(sender.pid),
            "sealed": b64(sealed),
            "day": f"2026-03-{seq + 1:02}",
        }
        self.entries.append(wire)
        self.hashes.append(h32(header + sealed))
        return {
            "wire": wire,
            "header": b64(header),
            "previous": b64(previous),
            "body": raw.decode(),
            "signature": b64(signature),
            "nonce": b64(nonce),
            "hash": b64(self.hashes[-1]),
        }

    def wrap(self, epoch: int, *people: Person) -> None:
        """Wraps an epoch's key for each of some people."""
        message = self.conversation + u32(epoch) + self.key(epoch)
        for person in people:
            sealed = seal_box(message, person.box, f"wrap {person.label} {epoch}")
            self.wraps.append({"to": b64(person.pid), "epoch": epoch, "sealed": b64(sealed)})
