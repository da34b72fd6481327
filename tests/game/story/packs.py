"""Story files for the tests, good and bad."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from nacl.signing import SigningKey

from game.story.pack import Book, open_pack

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KEY = SigningKey(bytes(range(32)))
KEY_HEX = KEY.verify_key.encode().hex()


def described(files: Mapping[str, bytes], **changes: object) -> dict[str, Any]:
    """Returns a manifest that fits these files."""
    languages = {path.removeprefix("ink/").removesuffix(".ink.json"): path for path in files if path.startswith("ink/")}
    return {
        "format": 1,
        "id": "test-story",
        "version": "1.0.0",
        "language": "en",
        "title": {"en": "A test"},
        "tagline": {"en": "Only a test."},
        "authors": ["Nobody"],
        "minutes": 5,
        "age": 12,
        "content_note": {"en": "Nothing happens."},
        "note_short": {"en": "Nothing."},
        "licence": "MIT",
        "ink": languages,
        "chapters": [{"number": 1, "title": {"en": "First"}, "minutes": 5}, {"number": 2, "title": {"en": "Second"}, "minutes": 5}],
        "files": {path: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for path, data in files.items()},
        **changes,
    }


def signature(manifest: bytes, key: SigningKey = KEY) -> bytes:
    """Returns `signature.json` for a manifest."""
    return json.dumps({"key": key.verify_key.encode().hex(), "signature": key.sign(manifest).signature.hex()}).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Returns a zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def packed(files: Mapping[str, bytes], *, signed: bool = True, **changes: object) -> bytes:
    """Returns a whole story file."""
    manifest = json.dumps(described(files, **changes)).encode()
    head = {"manifest.json": manifest} | ({"signature.json": signature(manifest)} if signed else {})
    return zipped(head | dict(files))


def book(folder: Path, inks: Mapping[str, str], **changes: object) -> Book:
    """Returns an opened story, with compiled ink for each language."""
    path = folder / "test.story"
    path.write_bytes(packed({f"ink/{tag}.ink.json": ink.encode() for tag, ink in inks.items()}, signed=True, **changes))
    return open_pack(path, {KEY_HEX})
