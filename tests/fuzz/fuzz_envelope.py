"""What the other side of a conversation sends: entries, bodies, wraps, rosters and vaults, sealed rightly or not."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import json
from pathlib import Path

import msgspec
from nacl.signing import SigningKey

from game.contact import body, coding, entry, signed, vault, wrap
from game.contact.configuration import Pin
from game.contact.errors import ContactError
from game.contact.keys import Box, MailboxKeys, lock, unlock
from game.contact.line import Answer
from game.contact.phrase import Phrase
from game.contact.roster import Roster
from server import wire
from tests.fuzz.target import Target

_KEY, _CONVERSATION = bytes(32), bytes(16)
_ROOT = SigningKey(bytes(32))
_VECTORS = Path(__file__).parents[1] / "contract/vectors"
_UNREAD = (msgspec.MsgspecError, UnicodeDecodeError)

ROOMS = ("game.contact", "game.guard", "server.wire")


def run(data: bytes) -> None:
    """Gives bytes to every place where the protocol reads some; what opens, opens to the same thing again."""
    kind, said = data[:1], data[1:]
    if kind == b"e":
        _entry(said)
    elif kind == b"b":
        _body(said)
    elif kind == b"r":
        _roster(said)
    elif kind == b"v":
        _vault(said)
    elif kind == b"w":
        _text(said)
    else:
        for shape in (entry.Entry, wrap.Wrap, signed.Shown, signed.Document, vault.Vault, Answer):
            with contextlib.suppress(*_UNREAD):
                coding.decode(said, shape)


def _entry(said: bytes) -> None:
    """Reads an entry as the wire has it; or opens one with these very bytes sealed in it."""
    with contextlib.suppress(*_UNREAD):
        read = coding.decode(said, entry.Entry)
        assert coding.decode(coding.encode(read), entry.Entry) == read
        assert entry.unseal(read, _CONVERSATION, _KEY) is None
        entry.hash_of(read, _CONVERSATION)
    front = entry.Header(_CONVERSATION, 0, 0, bytes(16), bytes(16))
    size = next((256 << step for step in range(9) if 256 << step >= len(said)), 0)
    made = entry.Entry(coding.Id(bytes(16)), 0, 0, coding.Id(bytes(16)), coding.Binary(lock(_KEY, said.ljust(size, b"\0"), front.raw())))
    opened = entry.unseal(made, _CONVERSATION, _KEY)
    if opened:
        assert not opened.is_by(bytes(_ROOT.verify_key)) or opened.signature
        _body(opened.body)


def _body(said: bytes) -> None:
    """Reads what an entry says; what was read is written and read again the same."""
    with contextlib.suppress(ValueError):
        read = body.said(said)
        if read is not None and len(body.written(read)) <= body.LONGEST:
            assert body.said(body.written(read)) == read


def _roster(said: bytes) -> None:
    """Reads a roster that an organisation signed, whatever is in it, and a notice."""
    pin = Pin(coding.Key(bytes(_ROOT.verify_key)), coding.Id(bytes(16)))
    for domain in ("threshold roster v1", "threshold notice v1"):
        signature = _ROOT.sign(domain.encode() + b"\0" + said).signature
        document = signed.Document(coding.Binary(said), coding.Signature(signature))
        with contextlib.suppress(ContactError):
            read = signed.roster(document, pin, dt.date(2026, 3, 20), 0)
            assert isinstance(read, Roster)
            signed.directory(signed.Shown(document, (document,)), pin, dt.date(2026, 3, 20), 0)


def _vault(said: bytes) -> None:
    """Opens a vault with these bytes in it."""
    keys = _keys()
    size = next((1024 << step for step in range(8) if 1024 << step >= len(said) + 4), 0)
    plain = (coding.u32(len(said)) + said).ljust(size, b"\0")
    sealed = lock(keys.vault, plain, vault._bound(keys.mailbox, 1))
    content = vault.unseal(vault.Vault(1, coding.Binary(sealed)), keys)
    assert vault.unseal(vault.seal(content, keys, 2), keys) == content


@functools.cache
def _keys() -> MailboxKeys:
    """Returns one mailbox's keys, which take a while to stretch."""
    return MailboxKeys(Phrase(("abandon",) * 7, "english"), bytes(16))


def _text(said: bytes) -> None:
    """Reads base64url: game and server agree on what it stands for, and there is one way to write it."""
    text, found = said.decode("latin-1"), list[bytes | None]()
    for decode in (coding.from_text, wire.decode):
        try:
            found.append(decode(text))
        except ValueError:
            found.append(None)
    assert found[0] == found[1], text
    assert found[0] is None or coding.to_text(found[0]) == text
    with contextlib.suppress(ContactError):
        wrap.unwrap(wrap.Wrap(coding.Id(bytes(16)), 0, coding.Binary(said)), _CONVERSATION, [Box(bytes(32))])
    assert unlock(_KEY, said, b"") is None or len(said) > 40


def seeds() -> dict[str, bytes]:
    """Returns what the golden files of the protocol hold."""
    entries = json.loads((_VECTORS / "entry.json").read_text("utf-8"))["entries"]
    rosters = json.loads((_VECTORS / "roster.json").read_text("utf-8"))["cases"]
    notice = json.loads((_VECTORS / "notice.json").read_text("utf-8"))
    vaults = json.loads((_VECTORS / "vault.json").read_text("utf-8"))["cases"]
    found = {f"entry-{number}": b"e" + json.dumps(one["wire"]).encode() for number, one in enumerate(entries[:2])}
    found |= {
        f"body-{number}": b"b" + one["body"].encode() for number, one in enumerate(entries) if "body" in one and len(one["body"]) < 3000
    }
    found |= {"roster": b"r" + coding.from_text(rosters[0]["signed"]["payload"]), "notice": b"r" + notice["payload"].encode()}
    found |= {f"vault-{number}": b"v" + one["json"].encode() for number, one in enumerate(vaults[:3])}
    return found | {"text": b"wAAAA_-", "deep": b"b" + b"[" * 4000, "shown": b"s" + json.dumps({"roster": rosters[0]["signed"]}).encode()}


WORDS = (
    '"t":"open"',
    '"t":"epoch"',
    '"t":"text"',
    '"t":"agreement"',
    '"members":[',
    '"commit":',
    '"gone":true',
    '"sealed":"',
    '"staff":',
    '"offers":',
)
TARGET = Target(run, (ContactError,), ROOMS, seeds, WORDS)
