"""Saves: whatever their three lines hold, with a seal that is right or not."""

from __future__ import annotations

import contextlib
import hashlib
import json

import msgspec

from game.errors import SaveError
from game.story import record, saves
from tests.fuzz.target import Target, scratch

_RECORD = {
    "format": 1,
    "story": "late-tram",
    "version": "1.0.0",
    "ink": "0" * 64,
    "language": "en",
    "here": 0,
    "turns": [[[["The tram stops.", [["speaker", "Rae"]]]], [["Get in", []]], None, False, "en", "stop", "ab", "AAAA"]],
    "looked": {"stop.band": [0, 1]},
}
_HEAD = {"when": "2026-01-01T00:00:00+00:00", "version": "1.0.0", "language": "en", "turns": 1, "note": "before the stop"}


def sealed(rest: bytes) -> bytes:
    """Returns a save whose first line says what it must of the others."""
    return json.dumps({"format": 1, "sha256": hashlib.sha256(rest).hexdigest()}).encode() + b"\n" + rest


ROOMS = ("game",)


def run(data: bytes) -> None:
    """Lists and opens a save, as it comes where it begins with a seal; what opens can be shown, and is written and read again unchanged."""
    folder = scratch() / "late-tram"
    folder.mkdir(exist_ok=True)
    (folder / "slot-000001.json").write_bytes(data if data.startswith(b'{"format"') else sealed(data))
    kept = saves.Saves(scratch())
    (info,) = kept.list("late-tram")
    found = kept.load(info)
    for turn in found.turns[:20]:
        record.page_of(turn)
    again = msgspec.json.decode(msgspec.json.encode(found), type=record.Record)
    assert again == found
    with contextlib.suppress(SaveError):
        kept.write_slot(2, found, info.note)
        assert kept.load(kept.write_slot(2, found)) == found
        for path in folder.glob("slot-000002*"):
            path.unlink()


def seeds() -> dict[str, bytes]:
    """Returns a journey of one turn: bare, sealed, and its head alone."""
    rest = json.dumps(_HEAD).encode() + b"\n" + json.dumps(_RECORD).encode() + b"\n"
    return {"bare": rest, "sealed": sealed(rest), "head": rest.partition(b"\n")[0], "deep": b"{}\n" + b"[" * 5000}


TARGET = Target(run, (SaveError,), ROOMS, seeds, ('"turns"', '"looked"', '"here"', '"format"', '"endings"', "\\u2060", "null"))
