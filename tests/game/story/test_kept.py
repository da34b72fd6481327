"""What the game keeps on this device: its own files and no others, listed, forgotten, and told apart by their first bytes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from game import deployment, files
from game.contact import remember
from game.story import bundle, kept
from game.story.saves import Saves
from game.story.small_picture import is_small
from tests.game.story.killer import STORY, record
from tests.game.story.lived import JPEG, lived_in, on_disk

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 11, 28)


def test_forgetting_leaves_nothing_and_touches_nothing_else(tmp_path: Path) -> None:
    """Every file of ours must be gone, with the empty folders; what others put there must stay."""
    paths = lived_in(tmp_path / "home")
    for name in ("settings.broken.json", "settings.json.0123abcd.half", remember.NAME, deployment.NAME):
        (paths.data / name).write_bytes(b"x")
    (paths.saves / STORY / "slot-000001.json.0123abcd.half").write_bytes(b"x")
    files.write_atomically(paths.logs / "threshold.log", b"x")
    files.write_atomically(paths.stories / "mine.story", b"x")
    files.write_atomically(paths.screenshots / "Threshold 2026-11-28 10-00-00.png", b"x")
    files.write_atomically(paths.screenshots / "cat.png", b"x")
    bundle.export(paths, DAY)
    found = [part.key for part in kept.parts(paths)]
    assert found == ["saves", "memory", "settings", "contact", "logs", "stories", "pictures", "exports"]
    assert kept.forget(paths, pictures=False) == ()
    assert [*on_disk(paths)] == ["exports/threshold-2026-11-28.zip", "screenshots/Threshold 2026-11-28 10-00-00.png", "screenshots/cat.png"]
    assert kept.forget(paths, pictures=True) == ()
    assert [*on_disk(paths)] == ["screenshots/cat.png"]
    (paths.screenshots / "cat.png").unlink()
    kept.forget(paths, pictures=True)
    assert not paths.data.exists()


def test_small_pictures() -> None:
    """A size is read from the first bytes alone; anything odd is none."""
    assert is_small(JPEG)
    assert is_small(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (320).to_bytes(4, "big") * 2)
    for odd in (b"", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x01", b"\xff\xd8\xff\xe0\xff\xff", b"GIF89a", JPEG[:12], b"\x89PNG\r\n\x1a\n"):
        assert not is_small(odd)


def test_a_note_is_put_on_a_save(tmp_path: Path) -> None:
    """A note must change nothing of a save but the note, and survive in the list."""
    saves = Saves(tmp_path)
    info = saves.write_slot(1, record(1), thumbnail=JPEG)
    noted = saves.annotate(info, "the night at the lock")
    (listed,) = saves.list(STORY)
    assert listed.note == noted.note == "the night at the lock"
    assert saves.load(listed) == record(1)
    assert info.head is not None
    assert listed.head == msgspec.structs.replace(info.head, note="the night at the lock")
