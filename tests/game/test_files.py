"""Atomic writing."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game import files

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new file takes the name, the old one is kept as its backup where that is asked for, and nothing else is left."""
    path = tmp_path / "new" / "a.json"
    files.write_atomically(path, b"one", keep=True)
    assert not files.backup_of(path).exists()
    files.write_atomically(path, b"two", keep=True)
    files.write_atomically(path, b"three")
    assert path.read_bytes() == b"three"
    assert files.backup_of(path).read_bytes() == b"one"
    assert len(list(path.parent.iterdir())) == 2


def test_what_need_not_be_sure_does_not_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that can be done without still takes its name whole, with no wait for the disk."""

    def waited(_: int) -> None:
        raise AssertionError

    monkeypatch.setattr(os, "fsync", waited)
    path = tmp_path / "a.jpg"
    files.write_atomically(path, b"one", sure=False)
    assert path.read_bytes() == b"one"
    assert [left.name for left in tmp_path.iterdir()] == ["a.jpg"]
    with pytest.raises(AssertionError):
        files.write_atomically(path, b"two")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other players out of a player's own folders.")
def test_others_can_not_read_it(tmp_path: Path) -> None:
    """What a player chose is nobody else's to read."""
    path = tmp_path / "new" / "a.json"
    files.write_atomically(path, b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without hard links the backup is a copy."""

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refused)
    path = tmp_path / "a.json"
    files.write_atomically(path, b"one", keep=True)
    files.write_atomically(path, b"two", keep=True)
    assert (path.read_bytes(), files.backup_of(path).read_bytes()) == (b"two", b"one")


@pytest.mark.parametrize("step", ["replace", "open"])
def test_a_write_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whichever step fails, the old file stays whole and nothing is left behind."""
    path = tmp_path / "a.json"
    files.write_atomically(path, b"one")

    def failing(*_: object, **__: object) -> Callable[..., None]:
        raise InterruptedError

    monkeypatch.setattr(Path, step, failing)
    with pytest.raises(InterruptedError):
        files.write_atomically(path, b"two")
    monkeypatch.undo()
    assert path.read_bytes() == b"one"
    assert [left.name for left in tmp_path.iterdir()] == ["a.json"]


def test_sweeping(tmp_path: Path) -> None:
    """Only what a cut-off write left behind is swept up; a folder that is not there is no fault."""
    (tmp_path / f"a.json.0{files.HALF}").touch()
    (tmp_path / "a.json").touch()
    files.sweep(tmp_path)
    files.sweep(tmp_path / "none")
    assert [left.name for left in tmp_path.iterdir()] == ["a.json"]
