"""Story files: whatever their zip, manifest, signature and members hold."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import zipfile

from nacl.signing import SigningKey

from game.errors import PackError
from game.story import pack
from tests.fuzz.target import CUT, Target, file, parts

_KEY = SigningKey(bytes(32))
_MANIFEST = {
    "format": 1,
    "id": "late-tram",
    "version": "1.0.0",
    "title": "The Late Tram",
    "language": "en",
    "ink": {"en": "ink/en.json"},
    "files": {"ink/en.json": {}},
}

ROOMS = ("game", "zipfile")


def run(data: bytes) -> None:
    """Opens a file as it comes where it begins as a zip does; else puts parts into a good one, signed and with right hashes."""
    raw = data if data.startswith(b"PK") else _zipped(*parts(data))
    book = pack.open_pack(file("fuzzed.story", raw), {bytes(_KEY.verify_key).hex()})
    for language in (*book.languages, "xx"):
        with contextlib.suppress(PackError):
            book.ink(language)
    for path in (*book.manifest.files, "ink/none"):
        with contextlib.suppress(PackError):
            book.read(path)


def _zipped(manifest: bytes, *members: bytes) -> bytes:
    """Returns a story file with this manifest, in which sizes and hashes are put right where that can be done."""
    kept: dict[str, bytes] = {}
    with contextlib.suppress(ValueError, TypeError, AttributeError, LookupError, RecursionError):
        read = json.loads(manifest)
        kept = dict(zip(read["files"], [*members, *[b"{}"] * len(read["files"])], strict=False))
        read["files"] = {
            name: {**more, "size": len(kept[name]), "sha256": hashlib.sha256(kept[name]).hexdigest()}
            for name, more in read["files"].items()
        }
        manifest = json.dumps(read).encode()
    signature = json.dumps({"key": bytes(_KEY.verify_key).hex(), "signature": _KEY.sign(manifest).signature.hex()})
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, said in ((pack.MANIFEST, manifest), (pack.SIGNATURE, signature.encode()), *kept.items()):
            with contextlib.suppress(ValueError, UnicodeError):
                archive.writestr(zipfile.ZipInfo(name or "x"), said)
    return sink.getvalue()


def seeds() -> dict[str, bytes]:
    """Returns a small story in parts and whole, and the manifest of the game's own."""
    plain = json.dumps(_MANIFEST).encode()
    own = json.loads(zipfile.ZipFile("game/packs/second-verse.story").read(pack.MANIFEST))
    own["files"] = {name: {} for name in (*own["ink"].values(), *own.get("guide", {}).values())}
    ink = b'{"inkVersion":21,"root":[["^Hello","\\n",["done",{"#n":"g-0"}],null],"done",null],"listDefs":{}}'
    return {
        "parts": plain + CUT + ink,
        "whole": _zipped(plain, ink),
        "own": json.dumps({name: more for name, more in own.items() if len(json.dumps(more)) < 3000}).encode(),
        "deep": b'{"format":1,"id":' + b"[" * 3000 + b"]" * 3000 + b"}",
        "cut": _zipped(plain, ink)[:200],
    }


TARGET = Target(
    run, (PackError,), ROOMS, seeds, ('"format"', '"files"', '"ink"', '"guide"', '"threads"', '"scenes"', '"questions"', "PK\x05\x06")
)
