"""The story that the screens are tested with: compiled, packed and signed by the studio, in two languages."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
from nacl.signing import SigningKey

from studio import keys, pack
from studio.check import check
from studio.story_folder import StoryFolder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.check import Report

KEY = SigningKey(bytes(range(32)))
STORY = Path(__file__).parent / "story"
ARABIC = {
    "title": "ماء منخفض",
    "tagline": "قفل نهري ومقعد، وشخص ينتظر أن ينخفض الماء.",
    "content_note": "شخصان ينتظران عند القفل، وأحدهما متأخر. لا يصاب أحد بأذى.",
    "note_short": "انتظار، كذبة صغيرة",
}
NAMES = {"ines": "إيناس", "old_per": "بير العجوز"}
CHAPTERS = ("العاشرة والنصف", "البوابة الأخرى")


def knock() -> bytes:
    """Returns a knock on wood as Ogg Vorbis."""
    at = np.arange(8820) / 44100
    wave = 0.4 * np.sin(2 * np.pi * 180 * at) * np.exp(-at * 30)
    sink = io.BytesIO()
    soundfile.write(sink, np.stack([wave, wave], axis=1), 44100, format="OGG", subtype="VORBIS")
    return sink.getvalue()


def compiled(root: Path) -> tuple[Report, str]:
    """Returns the report of the story in a folder and the ink of its Arabic telling; both must be right."""
    arabic = check(StoryFolder(root, "ar.ink", bare=True))
    (root / "ar.ink").unlink()
    report = check(StoryFolder(root))
    faults = [one for found in (report, arabic) for one in found.diagnostics if one.is_error]
    assert not faults, faults
    assert report.ink is not None
    assert arabic.ink is not None
    return report, arabic.ink


def members(folder: Path) -> dict[str, bytes]:
    """Returns every member of the pack, `manifest.json` among them, unsigned; `folder` is for the studio to work in."""
    root = folder / "story"
    shutil.copytree(STORY, root)
    (root / "sound").mkdir()
    (root / "sound" / "knock.ogg").write_bytes(knock())
    report, arabic = compiled(root)
    assert report.shape is not None
    contents = pack.members(root, report.shape, report.ink or "") | {"ink/ar.ink.json": arabic.encode()}
    manifest = json.loads(pack.manifest(report.shape, contents))
    return {"manifest.json": json.dumps(_told_twice(manifest)).encode(), **contents}


def _told_twice(manifest: dict[str, Any]) -> dict[str, Any]:
    """Returns the manifest with its Arabic texts put in."""
    manifest["ink"]["ar"] = "ink/ar.ink.json"
    for field, text in ARABIC.items():
        manifest[field]["ar"] = text
    for person, name in NAMES.items():
        manifest["characters"][person]["name"]["ar"] = name
    for chapter, title in zip(manifest["chapters"], CHAPTERS, strict=True):
        chapter["title"]["ar"] = title
    return manifest


def packed(contents: Mapping[str, bytes], *, leave_out: str = "", **changes: object) -> bytes:
    """Returns a signed story file of these members, without those whose names begin with `leave_out`, the manifest changed."""
    kept = {name: data for name, data in contents.items() if name != "manifest.json" and not (leave_out and name.startswith(leave_out))}
    manifest = json.loads(contents["manifest.json"]) | changes
    manifest["files"] = {name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in kept.items()}
    raw = json.dumps(manifest).encode()
    head = {"manifest.json": raw, "signature.json": pack.sign(raw, KEY)}
    return pack.archive({**head, **kept})


def without(contents: Mapping[str, bytes], name: str) -> bytes:
    """Returns a whole story file from whose zip one member was taken away, though its manifest still names it."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed(contents))) as whole, zipfile.ZipFile(sink, "w") as less:
        for member in whole.namelist():
            if member != name:
                less.writestr(member, whole.read(member))
    return sink.getvalue()


def trust(folder: Path) -> None:
    """Writes the list of trusted keys beside the packs of a folder."""
    keys.trust(keys.public(KEY), folder / "trusted.keys")
