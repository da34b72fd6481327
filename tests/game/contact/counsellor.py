"""A counsellor for tests: comes in as the console does, over HTTP, and writes with code that shares nothing with the game's."""

from __future__ import annotations

import base64
import json
import secrets
from typing import Any

import nacl.bindings as sodium
import pyotp
import urllib3

from tests.contract.primitives import START, Signer, argon2, b64, dumps, h16, h32, kdf, u32
from tests.game.contact.wire import some_address

FRONT = 100
BLANK_VAULT = b64(bytes(1024 + 40))


def unb64(text: str) -> bytes:
    """Returns what base64url without padding stands for."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Thread:
    """One conversation as a counsellor knows it."""

    def __init__(self, conversation: bytes) -> None:
        """Knows nothing yet."""
        self.id = conversation
        self.keys: dict[int, bytes] = {}
        self.bodies: list[dict[str, Any]] = []
        self.entries: list[dict[str, Any]] = []
        self.members: list[dict[str, Any]] = []
        self.last, self.epoch, self.hash = -1, -1, b""
        self.client_box = b""

    @property
    def texts(self) -> list[str]:
        """Returns every letter's words."""
        return [body["text"] for body in self.bodies if body.get("t") in {"open", "text"}]


class Refused(Exception):  # noqa: N818  an answer, not an error
    """The server's no: its code."""


class Counsellor:
    """Somebody with keys, a session and conversations."""

    def __init__(self, address: str, deployment: bytes, name: str, identity: bytes) -> None:
        """Makes the keys."""
        self.address, self.deployment, self.name, self.id = address, deployment, name, identity
        self.signer = Signer(secrets.token_bytes(32))
        self.box_secret = secrets.token_bytes(32)
        self.box = sodium.crypto_scalarmult_base(self.box_secret)
        self.pid = h16(b"threshold participant v1" + self.signer.public)
        self.threads: dict[bytes, Thread] = {}
        self._pool = urllib3.PoolManager(retries=False, timeout=20)
        self._cookie, self._token = "", ""

    # Coming in ------------------------------------------------------------------------------------------------------

    def call(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Asks the console's API."""
        headers = {"Cookie": self._cookie, "X-Threshold-Token": self._token, "Content-Type": "application/json"}
        headers["X-Forwarded-For"] = some_address()
        method = "GET" if path == "hello" else "POST"
        answer = self._pool.request(method, f"{self.address}/console/api/{path}", body=dumps(body or {}), headers=headers)
        found: dict[str, Any] = json.loads(answer.data)
        if cookie := answer.headers.get("Set-Cookie"):
            self._cookie = cookie.partition(";")[0]
        if "token" in found:
            self._token = found["token"]
        if answer.status != 200:
            raise Refused(found["error"])
        return found

    def enrol(self, invitation: str) -> None:
        """Takes an invitation up: keys, passphrase, a generator of codes."""
        self.call("hello")
        seed = argon2(f"lamps of {self.name}", h16(b"threshold staff v1" + self.deployment + b"\0" + self.name.lower().encode()))
        proof = self.signer.sign(b"threshold enrol v1" + self.id + self.box)
        keys = {"sign": b64(self.signer.public), "box": b64(self.box), "proof": b64(proof)}
        vaults = {"vault": BLANK_VAULT, "recovery": BLANK_VAULT, "recovery_auth": b64(kdf(seed, 1, b"thrrecov"))}
        self.call("enrol", {"token": invitation, "auth": b64(kdf(seed, 1, b"thrstaff")), **vaults, **keys})
        self.call("totp-confirm", {"totp": pyotp.TOTP(self.call("totp-begin")["secret"]).now()})

    def member(self) -> dict[str, Any]:
        """Returns how lists of members name this counsellor."""
        keys = {"sign": b64(self.signer.public), "box": b64(self.box)}
        return {"pid": b64(self.pid), "role": "staff", "staff": b64(self.id), "name": self.name, **keys}

    # Reading --------------------------------------------------------------------------------------------------------

    def queue(self) -> list[bytes]:
        """Returns the conversations that wait."""
        return [unb64(one["id"]) for one in self.call("queue")["waiting"]]

    def read(self, conversation: bytes) -> Thread:
        """Fetches what is new and opens it."""
        thread = self.threads.setdefault(conversation, Thread(conversation))
        while True:
            found = self.call("read", {"conversation": b64(conversation), "after": thread.last})
            for wrap in found["wraps"]:
                plain = sodium.crypto_box_seal_open(unb64(wrap["sealed"]), self.box, self.box_secret)
                assert plain[:20] == conversation + u32(wrap["epoch"])
                thread.keys[wrap["epoch"]] = plain[20:]
            for wire in found["entries"]:
                self._take(thread, wire)
            if thread.last >= found["last"] or not found["entries"]:
                return thread

    def _take(self, thread: Thread, wire: dict[str, Any]) -> None:
        header = b"\x01" + thread.id + u32(wire["epoch"]) + u32(wire["seq"]) + unb64(wire["sender"]) + unb64(wire["id"])
        thread.last, thread.epoch = wire["seq"], wire["epoch"]
        thread.entries.append(wire)
        if wire.get("gone"):
            thread.hash = unb64(wire["hash"])
            return
        sealed = unb64(wire["sealed"])
        thread.hash = h32(header + sealed)
        if wire["epoch"] not in thread.keys:
            return
        key = thread.keys[wire["epoch"]]
        plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], header, sealed[:24], key)
        body = json.loads(plain[FRONT : FRONT + int.from_bytes(plain[96:FRONT], "big")])
        thread.bodies.append(body)
        thread.members = body.get("members", thread.members)
        thread.client_box = unb64(next((m["box"] for m in body.get("members", ()) if m["role"] == "client"), b64(thread.client_box)))
        if body.get("t") == "text" and body.get("box"):
            thread.client_box = unb64(body["box"])

    # Writing --------------------------------------------------------------------------------------------------------

    def seal(self, thread: Thread, epoch: int, body: dict[str, Any], signer: Signer | None = None) -> dict[str, Any]:
        """Returns an entry for the next place."""
        entry, seq = secrets.token_bytes(16), thread.last + 1
        header = b"\x01" + thread.id + u32(epoch) + u32(seq) + self.pid + entry
        previous = thread.hash if seq else h32(START + thread.id)
        raw = dumps(body)
        plain = (signer or self.signer).sign(b"threshold entry v1" + header + previous + raw) + previous + u32(len(raw)) + raw
        size = 256
        while size < len(plain):
            size *= 2
        nonce = secrets.token_bytes(24)
        locked = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain.ljust(size, b"\0"), header, nonce, thread.keys[epoch])
        return {"id": b64(entry), "epoch": epoch, "seq": seq, "sender": b64(self.pid), "sealed": b64(nonce + locked)}

    def say(self, conversation: bytes, body: dict[str, Any]) -> bytes:
        """Sends an entry; returns its id."""
        thread = self.read(conversation)
        entry = self.seal(thread, thread.epoch, body)
        self.call("send", {"conversation": b64(conversation), "entry": entry})
        return unb64(entry["id"])

    def write(self, conversation: bytes, words: str) -> bytes:
        """Sends a letter; returns its id."""
        return self.say(conversation, {"t": "text", "text": words})

    def turn(self, conversation: bytes, why: str, *staff: Counsellor, **more: Any) -> None:  # noqa: ANN401  whatever a rekey has
        """Begins an epoch with the client and some counsellors."""
        thread = self.read(conversation)
        client = next(member for member in thread.members if member["role"] == "client")
        members = [{**client, "box": b64(thread.client_box)}, *(counsellor.member() for counsellor in staff)]
        epoch = thread.epoch + 1
        key = thread.keys[epoch] = secrets.token_bytes(32)
        commit = b64(h32(b"threshold epoch v1" + conversation + u32(epoch) + key))
        entry = self.seal(thread, epoch, {"t": "epoch", "why": why, "members": members, "commit": commit})
        wraps = [self._wrapped(conversation, epoch, key, member) for member in members]
        message = {"conversation": b64(conversation), "entry": entry, "members": [member["pid"] for member in members], "wraps": wraps}
        self.call("rekey", {**message, **more})

    @staticmethod
    def _wrapped(conversation: bytes, epoch: int, key: bytes, member: dict[str, Any]) -> dict[str, Any]:
        sealed = sodium.crypto_box_seal(conversation + u32(epoch) + key, unb64(member["box"]))
        return {"to": member["pid"], "epoch": epoch, "sealed": b64(sealed)}

    def take_on(self, conversation: bytes) -> Thread:
        """Claims a conversation and begins its next epoch."""
        self.read(conversation)
        self.call("claim", {"conversation": b64(conversation)})
        self.turn(conversation, "accept", self)
        return self.read(conversation)
