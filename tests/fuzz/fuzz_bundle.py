"""Exports of the whole library: whatever their zip, manifest, saves and settings hold."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile

from game.errors import BundleError
from game.story import bundle
from tests.fuzz import fuzz_save
from tests.fuzz.target import CUT, Target, file, parts

ROOMS = ("game", "zipfile")


def run(data: bytes) -> None:
    """Reads a file as it comes where it begins as a zip does; else puts parts, a name and contents in turn, into a good one."""
    found = bundle.read_bundle(file("fuzzed.zip", data if data.startswith(b"PK") else _zipped(parts(data))))
    assert all(map(bundle._belongs, found))


def _zipped(said: list[bytes]) -> bytes:
    names = [name.decode("utf-8", "replace")[:200] for name in said[::2]]
    contents = {name: fuzz_save.sealed(content) if "/slot-" in name else content for name, content in zip(names, said[1::2], strict=False)}
    with contextlib.suppress(ValueError, UnicodeError):
        return bundle._zipped("2026-01-01", contents)
    return b"PK"


def seeds() -> dict[str, bytes]:
    """Returns an export with a save and settings, in parts and whole; and one that says it is newer."""
    save = next(iter(fuzz_save.seeds().values()))
    said = [b"late-tram/slot-000001.json", save, b"settings.json", b'{"text_size": 120}', b"late-tram/seen.json", b"{}"]
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(zipfile.ZipInfo("manifest.json"), json.dumps({"format": 9, "program": "threshold"}))
    return {"parts": CUT.join(said), "whole": _zipped(said), "newer": sink.getvalue()}


TARGET = Target(run, (BundleError,), ROOMS, seeds, ("settings.json", "/slot-000001.json", "/seen.json", "manifest.json"))
