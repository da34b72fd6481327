"""Writes the vectors that every program opens: `python -m tests.contract.make_vectors`. The same bytes each time."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import nacl.bindings as sodium

from tests.contract.make_roster import rosters
from tests.contract.make_stream import stream
from tests.contract.primitives import Book, Person, Signer, argon2, b64, draw, dumps, h16, h32, kdf, phrase_text, seal_box, seal_vault, u32

FOLDER = Path(__file__).with_name("vectors")
DEPLOYMENT = draw("deployment", 16)
ROOT = Signer(draw("root"))
ORIGIN = "https://contact.example"


def phrase(typed: str) -> dict[str, Any]:
    """Returns everything that comes from one phrase, typed in some way."""
    words = phrase_text(typed)
    seed = argon2(words, h16(b"threshold phrase v1" + DEPLOYMENT))
    login = Signer(kdf(seed, 1, b"thrlogin"))
    public, secret = sodium.crypto_box_seed_keypair(kdf(seed, 2, b"thr__box"))
    nonce = draw("login nonce")
    return {
        "typed": typed,
        "phrase": words,
        "seed": b64(seed),
        "login": {"seed": b64(login.seed), "public": b64(login.public)},
        "box0": {"public": b64(public), "secret": b64(secret)},
        "vault": b64(kdf(seed, 3, b"thrvault")),
        "mailbox": b64(h16(b"threshold mailbox v1" + login.public)),
        "login_nonce": b64(nonce),
        "login_signature": b64(login.sign(b"threshold login v1\0" + ORIGIN.encode() + b"\0" + nonce)),
    }


def phrases() -> dict[str, Any]:
    """Returns phrases in several scripts, and the pin."""
    typed = (
        "abandon ability able about above absent absorb",
        "  Legal\tWINNER thank  year wave sausage WORTH ",
        "ábaco abdomen abeja abierto abogado abono aborto",
        "あいこくしん あいさつ あいだ あおぞら あかちゃん あきる あけがた",
        "가격 가끔 가난 가능 가득 가르침 가뭄",
    )
    pin = "threshold1:" + b64(DEPLOYMENT + ROOT.public)
    return {
        "deployment": b64(DEPLOYMENT),
        "origin": ORIGIN,
        "root": b64(ROOT.public),
        "pin": pin,
        "cases": [phrase(each) for each in typed],
    }


def vaults() -> dict[str, Any]:
    """Returns blobs of several sizes."""
    key, owner = draw("vault key"), draw("vault owner", 16)
    contents: list[tuple[int, object]] = [(1, {}), (2, {"roster": 7, "conversations": []}), (2**31, {"text": "tür" * 700})]
    return {
        "key": b64(key),
        "owner": b64(owner),
        "cases": [
            {
                "version": version,
                "json": dumps(content).decode(),
                "sealed": b64(seal_vault(key, owner, version, content, f"vault {version}")),
            }
            for version, content in contents
        ],
    }


def wraps() -> dict[str, Any]:
    """Returns one epoch key, wrapped."""
    person, conversation, key = Person("wrapped"), draw("wrapped conversation", 16), draw("wrapped key")
    message = conversation + u32(3) + key
    return {
        "conversation": b64(conversation),
        "epoch": 3,
        "key": b64(key),
        "box": {"secret": b64(person.box_secret), "public": b64(person.box)},
        "sealed": b64(seal_box(message, person.box, "passing")),
        "commit": b64(h32(b"threshold epoch v1" + conversation + u32(3) + key)),
    }


def entries() -> dict[str, Any]:
    """Returns entries with every step of their making, up to the longest body."""
    book, person = Book(draw("entries", 16)), Person("writer")
    bodies: list[dict[str, Any]] = [
        {"t": "text", "text": "Hello."},
        {"t": "text", "text": "Grüße, مرحبا, 你好 🌱", "box": b64(person.box)},
        {"t": "text", "text": "x" * (256 - 100 - len(b'{"t":"text","text":""}'))},
        {"t": "text", "text": "y" * (257 - 100 - len(b'{"t":"text","text":""}'))},
        {"t": "text", "text": "z" * (32_000 - len(b'{"t":"text","text":""}'))},
    ]
    made = [book.write(person, 0, body) for body in bodies]
    sign = {"seed": b64(person.signer.seed), "public": b64(person.signer.public)}
    return {"conversation": b64(book.conversation), "key": b64(book.key(0)), "pid": b64(person.pid), "sign": sign, "entries": made}


def staff() -> dict[str, Any]:
    """Returns what a counsellor's passphrase and recovery code make."""
    name, passphrase = "Maren", "ﬁve warm lamps in a hallway"
    sign, box = Person("maren").signer, Person("maren").box
    crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    code_bytes = draw("recovery", 20)
    number = int.from_bytes(code_bytes, "big")
    letters = "".join(crockford[number >> shift & 31] for shift in range(155, -5, -5))
    seed = argon2(unicodedata.normalize("NFKC", passphrase), h16(b"threshold staff v1" + DEPLOYMENT + b"\0" + name.lower().encode()))
    back = argon2(letters, h16(b"threshold recovery v1" + DEPLOYMENT + b"\0" + name.lower().encode()))
    identity = draw("maren id", 16)
    print_ = h32(sign.public + box)[:10].hex()
    return {
        "deployment": b64(DEPLOYMENT),
        "name": name,
        "id": b64(identity),
        "passphrase": passphrase,
        "seed": b64(seed),
        "auth": b64(kdf(seed, 1, b"thrstaff")),
        "vault": b64(kdf(seed, 2, b"thrstaff")),
        "recovery": {
            "bytes": b64(code_bytes),
            "code": "-".join(letters[at : at + 4] for at in range(0, 32, 4)),
            "seed": b64(back),
            "auth": b64(kdf(back, 1, b"thrrecov")),
            "vault": b64(kdf(back, 2, b"thrrecov")),
        },
        "sign": {"seed": b64(sign.seed), "public": b64(sign.public)},
        "box": b64(box),
        "proof": b64(sign.sign(b"threshold enrol v1" + identity + box)),
        "fingerprint": " ".join(print_[at : at + 4] for at in range(0, 20, 4)),
    }


def notices() -> dict[str, Any]:
    """Returns an away notice, and one that somebody else signed."""
    maren, other = Person("maren"), Person("other")
    payload = {"staff": b64(draw("maren id", 16)), "from": "2026-03-02", "until": "2026-03-09", "text": {"en": "Back on Monday."}}
    good, bad = (each.signer.document("threshold notice v1", payload) for each in (maren, other))
    return {
        "sign": b64(maren.signer.public),
        "good": good,
        "bad": bad,
        "payload": dumps(payload).decode(),
    }


def main() -> None:
    """Writes every file."""
    FOLDER.mkdir(exist_ok=True)
    made = {
        "phrase": phrases(),
        "vault": vaults(),
        "wrap": wraps(),
        "entry": entries(),
        "roster": rosters(ROOT, DEPLOYMENT),
        "notice": notices(),
        "staff": staff(),
        "stream": stream(ROOT, DEPLOYMENT),
    }
    for name, content in made.items():
        (FOLDER / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
