"""A client and counsellors of the contact protocol, written from its page alone: what the server takes from these it takes from any."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import Any

import nacl.bindings as sodium
from nacl.signing import SigningKey

from tests.server.wires import Answer, Wire, get, post

OFFER = "letters"
Json = dict[str, Any]


def b64(data: bytes) -> str:
    """Returns base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """Returns the bytes of base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def digest(data: bytes, size: int = 32) -> bytes:
    """Returns BLAKE2b."""
    return hashlib.blake2b(data, digest_size=size).digest()


def u32(number: int) -> bytes:
    """Returns four bytes, the big end first."""
    return number.to_bytes(4, "big")


def signed(key: SigningKey, domain: str, payload: Json) -> Json:
    """Returns a signed document."""
    raw = json.dumps(payload).encode()
    return {"payload": b64(raw), "signature": b64(key.sign(domain.encode() + b"\0" + raw).signature)}


def solve(challenge: Json) -> str:
    """Returns the proof of work that a challenge asks for."""
    asked = challenge["parameters"]
    nonce, salt, prefix = bytes.fromhex(asked["nonce"]), bytes.fromhex(asked["salt"]), asked["keyPrefix"]
    counter = 0
    while True:
        key = hashlib.pbkdf2_hmac("sha256", nonce + u32(counter), salt, asked["cost"], asked["keyLength"]).hex()
        if key.startswith(prefix):
            break
        counter += 1
    solution = {"counter": counter, "derivedKey": key, "time": 1}
    return base64.b64encode(json.dumps({"challenge": challenge, "solution": solution}).encode()).decode()


@dataclass(frozen=True)
class Person:
    """Somebody's keys in a conversation; staff have an id and a name."""

    name: str = ""
    staff: bytes = b""
    signer: SigningKey = field(default_factory=SigningKey.generate)
    box_secret: bytes = field(default_factory=lambda: os.urandom(32))

    @property
    def pid(self) -> bytes:
        """Returns the participant's id."""
        return digest(b"threshold participant v1" + bytes(self.signer.verify_key), 16)

    @property
    def box(self) -> bytes:
        """Returns the public box key."""
        return sodium.crypto_scalarmult_base(self.box_secret)

    def member(self) -> Json:
        """Returns what a list of members says."""
        keys = {"sign": b64(bytes(self.signer.verify_key)), "box": b64(self.box)}
        given = {"role": "staff", "staff": b64(self.staff)} if self.staff else {"role": "client"}
        return {"pid": b64(self.pid), "name": self.name, **given, **keys}


@dataclass
class Thread:
    """A conversation as one participant knows it."""

    id: bytes = field(default_factory=lambda: os.urandom(16))
    keys: dict[int, bytes] = field(default_factory=dict)
    epoch: int = 0
    seq: int = -1
    head: bytes = b""

    def new_key(self, epoch: int) -> None:
        """Draws an epoch's key."""
        self.keys[epoch] = os.urandom(32)

    def commit(self, epoch: int) -> str:
        """Returns what an epoch's first entry says of its key."""
        return b64(digest(b"threshold epoch v1" + self.id + u32(epoch) + self.keys[epoch]))

    def header(self, epoch: int, seq: int, sender: bytes, entry: bytes) -> bytes:
        """Returns what stands before an entry."""
        return b"\x01" + self.id + u32(epoch) + u32(seq) + sender + entry

    def entry(self, sender: Person, body: Json, epoch: int | None = None) -> Json:
        """Returns a sealed entry that would come next."""
        epoch, seq, name = self.epoch if epoch is None else epoch, self.seq + 1, os.urandom(16)
        header = self.header(epoch, seq, sender.pid, name)
        previous = self.head if seq else digest(b"threshold start v1" + self.id)
        raw = json.dumps(body).encode()
        signature = sender.signer.sign(b"threshold entry v1" + header + previous + raw).signature
        plain = signature + previous + u32(len(raw)) + raw
        size = next(256 * 2**power for power in range(9) if 256 * 2**power >= len(plain))
        nonce = os.urandom(24)
        sealed = nonce + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain.ljust(size, b"\0"), header, nonce, self.keys[epoch])
        return {"id": b64(name), "epoch": epoch, "seq": seq, "sender": b64(sender.pid), "sealed": b64(sealed)}

    def accepted(self, entry: Json) -> None:
        """Goes on from an entry that the server took."""
        header = self.header(entry["epoch"], entry["seq"], unb64(entry["sender"]), unb64(entry["id"]))
        self.head = digest(header + unb64(entry["sealed"]))
        self.seq, self.epoch = entry["seq"], entry["epoch"]

    def wraps(self, epoch: int, people: list[Person]) -> list[Json]:
        """Returns an epoch's key for each of some people."""
        message = self.id + u32(epoch) + self.keys[epoch]
        return [{"to": b64(one.pid), "epoch": epoch, "sealed": b64(sodium.crypto_box_seal(message, one.box))} for one in people]

    def take(self, person: Person, answer: Json) -> list[Json]:
        """Opens what `read` answered, checks every hash and header, and returns the bodies; deleted ones are None."""
        for wrap in answer["wraps"]:
            opened = sodium.crypto_box_seal_open(unb64(wrap["sealed"]), person.box, person.box_secret)
            assert opened[:20] == self.id + u32(wrap["epoch"])
            self.keys[wrap["epoch"]] = opened[20:]
        return [self._opened(entry) for entry in answer["entries"]]

    def _opened(self, entry: Json) -> Any:  # noqa: ANN401  JSON
        """Opens one entry and goes on from it."""
        header = self.header(entry["epoch"], entry["seq"], unb64(entry["sender"]), unb64(entry["id"]))
        if entry.get("gone"):
            self.head, self.seq, self.epoch = unb64(entry["hash"]), entry["seq"], entry["epoch"]
            return None
        sealed = unb64(entry["sealed"])
        plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], header, sealed[:24], self.keys[entry["epoch"]])
        assert not self.head or plain[64:96] == self.head or entry["seq"] > self.seq + 1
        self.accepted(entry)
        return json.loads(plain[100 : 100 + int.from_bytes(plain[96:100], "big")])


@dataclass
class Client:
    """Somebody who writes: a login key, as a phrase would lead to it, and a way to the server."""

    wire: Wire
    origin: str
    login: SigningKey = field(default_factory=SigningKey.generate)
    person: Person = field(default_factory=Person)
    token: str = ""

    @property
    def mailbox(self) -> bytes:
        """Returns the mailbox of the login key."""
        return digest(b"threshold mailbox v1" + bytes(self.login.verify_key), 16)

    def post(self, verb: str, **body: object) -> Answer:
        """Asks the API."""
        return post(self.wire, f"/api/v1/{verb}", body, {"Authorization": f"Bearer {self.token}"} if self.token else {})

    def sign_in(self) -> Answer:
        """Takes a token with the login key."""
        nonce = self.post("challenge", action="session").body["nonce"]
        message = b"threshold login v1\0" + self.origin.encode() + b"\0" + unb64(nonce)
        answer = self.post("session", key=b64(bytes(self.login.verify_key)), nonce=nonce, signature=b64(self.login.sign(message).signature))
        self.token = answer.body.get("token", "")
        return answer

    def proof(self, action: str) -> str:
        """Returns a proof for an action."""
        return solve(self.post("challenge", action=action).body["altcha"])

    def first(self, staff: list[Person], text: str = "hello", offer: str = OFFER) -> tuple[Thread, Json]:
        """Returns a new conversation and the first letter in it."""
        thread = Thread()
        thread.new_key(0)
        people = [self.person, *staff]
        said = {
            "t": "open",
            "language": "en",
            "offer": offer,
            "roster": 1,
            "sign": b64(bytes(self.person.signer.verify_key)),
            "box": b64(self.person.box),
            "commit": thread.commit(0),
            "members": [one.member() for one in people],
            "text": text,
        }
        entry = thread.entry(self.person, said)
        letter = {
            "conversation": b64(thread.id),
            "offer": offer,
            "pid": b64(self.person.pid),
            "entry": entry,
            "wraps": thread.wraps(0, people),
        }
        return thread, letter

    def open(self, staff: list[Person], text: str = "hello", offer: str = OFFER) -> Thread:
        """Signs in and opens the mailbox with a first letter."""
        self.sign_in()
        thread, letter = self.first(staff, text, offer)
        answer = self.post("open", vault=b64(os.urandom(1024 + 40)), altcha=self.proof("open"), first=letter)
        assert answer.status == 200, answer.body
        thread.accepted(letter["entry"])
        return thread

    def listen_headers(self) -> dict[str, str]:
        """Returns what a request for events carries."""
        return {"Authorization": f"Bearer {self.token}"}


@dataclass
class Counsellor:
    """Somebody on duty: keys, and a browser that is signed in."""

    wire: Wire
    person: Person
    cookie: str = ""
    token: str = ""

    def headers(self) -> dict[str, str]:
        """Returns what a browser sends along."""
        return {"Cookie": f"__Host-threshold={self.cookie}", "X-Threshold-Token": self.token}

    def post(self, verb: str, **body: object) -> Answer:
        """Asks the console's API."""
        return post(self.wire, f"/console/api/{verb}", body, self.headers())

    def get(self, path: str) -> Answer:
        """Gets a page."""
        return get(self.wire, path, self.headers())


Asker = Client | Counsellor


def send(who: Asker, thread: Thread, body: Json) -> Answer:
    """Sends the next entry of a conversation."""
    entry = thread.entry(who.person, body)
    answer = who.post("send", conversation=b64(thread.id), entry=entry)
    if answer.status == 200:
        thread.accepted(entry)
    return answer


def rekey(who: Asker, thread: Thread, people: list[Person], why: str, older: list[Json] | None = None, **more: object) -> Answer:
    """Begins an epoch with some people."""
    epoch = thread.epoch + 1
    thread.new_key(epoch)
    entry = thread.entry(
        who.person, {"t": "epoch", "why": why, "members": [one.member() for one in people], "commit": thread.commit(epoch)}, epoch
    )
    wraps = [*thread.wraps(epoch, people), *(older or [])]
    answer = who.post("rekey", conversation=b64(thread.id), entry=entry, members=[b64(one.pid) for one in people], wraps=wraps, **more)
    if answer.status == 200:
        thread.accepted(entry)
    return answer


def read(who: Asker, thread: Thread, after: int = -1) -> Answer:
    """Reads a conversation."""
    return who.post("read", conversation=b64(thread.id), after=after)
