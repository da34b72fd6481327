"""A home in which somebody has played for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import files
from game.paths import Paths, below
from game.settings import Settings, SettingsFile
from game.story.saves import Saves
from tests.game.story.killer import STORY, record

if TYPE_CHECKING:
    from pathlib import Path

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\xb4\x01\x40\x01\x00\x00\x00"


def lived_in(folder: Path) -> Paths:
    """Returns the places of a game that has been played for a while."""
    paths = below(folder)
    saves = Saves(paths.saves)
    for number in range(1, 5):
        saves.write_auto(record(number))
    saves.write_slot(1, record(20), "before the talk", JPEG)
    saves.write_quick(record(30))
    saves.write_quick(record(31))
    SettingsFile(paths.settings).save(Settings(theme="contrast_dark", text_size=150))
    files.write_atomically(paths.data / "seen" / f"{STORY}.json", b'["aa", "bb"]')
    return paths


def on_disk(paths: Paths) -> dict[str, bytes]:
    """Returns every file of a home."""
    return {path.relative_to(paths.data).as_posix(): path.read_bytes() for path in sorted(paths.data.rglob("*")) if path.is_file()}
