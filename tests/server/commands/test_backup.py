"""`backup` and `restore`: half a backup is not left, a damaged one is not taken, and the file is only read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from server import config
from server.cli import main
from server.contact import backup as backups
from server.db import Database

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.commands.conftest import Made


@pytest.fixture
def copy(made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Returns a backup, beside the empty folder `again` that is ready for it."""
    path = tmp_path / "backup"
    assert main(["--folder", str(made.folder), "backup", str(path)]) == 0
    assert capsys.readouterr().out == f"{path} is written. It cannot open letters without keys.sqlite, which must stay out of backups.\n"
    (tmp_path / "again").mkdir(mode=0o700)
    for name in ("server.toml", "server.secret", "keys.sqlite"):
        shutil.copy2(made.folder / name, tmp_path / "again")
    return path


def _refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Runs a command that must be refused, and returns its one sentence."""
    assert main([str(one) for one in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.strip()


def test_a_backup_does_not_write_over_a_file(made: Made, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays, and a folder that is not there is named."""
    before = copy.read_bytes()
    assert "is there already" in _refused(capsys, "--folder", made.folder, "backup", copy)
    assert copy.read_bytes() == before
    assert "No such file" in _refused(capsys, "--folder", made.folder, "backup", copy.parent / "nowhere" / "backup")


def test_half_a_backup_is_not_left(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full in the middle, no file stays that could be taken for a backup."""
    monkeypatch.setattr(backups, "_set_counters", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device", "disk")))
    assert main(["--folder", str(made.folder), "backup", str(tmp_path / "half")]) == 1
    assert not list(tmp_path.glob("half*"))


def test_a_damaged_backup_is_refused_and_the_folder_stays_ready(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Noise, an empty file, half a file, one with a page overwritten, a folder: each is one sentence, and the good one goes in after."""
    raw, on = copy.read_bytes(), ("--folder", tmp_path / "again", "restore")
    bad = tmp_path / "bad"
    for damaged in (b"", b"noise" * 5000, raw[: len(raw) // 2], raw[:-4096], raw[:4096] + b"\x07" * 8192 + raw[12288:]):
        bad.write_bytes(damaged)
        assert str(bad) in _refused(capsys, *on, bad)
        assert bad.read_bytes() == damaged
    assert "There is no backup" in _refused(capsys, *on, tmp_path)
    assert "There is no backup" in _refused(capsys, *on, tmp_path / "nowhere")
    assert "is no backup of this version" in _refused(capsys, *on, tmp_path / "again" / "keys.sqlite")
    assert not (tmp_path / "again" / "threshold.sqlite").exists()
    copy.chmod(0o400)
    assert main([str(one) for one in (*on, copy)]) == 0
    assert capsys.readouterr().out == "Restored.\n"
    assert copy.read_bytes() == raw
    assert not list(tmp_path.glob("backup-*"))
    settings = config.load(tmp_path / "again", {})
    database = Database(settings.database_url)
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM organisations").scalar() == "Lantern"
    database.close()


def test_a_folder_without_its_configuration_is_not_filled(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A restore needs server.toml, and says so."""
    (tmp_path / "again" / "server.toml").unlink()
    assert "bring it back from its copy" in _refused(capsys, "--folder", tmp_path / "again", "restore", copy)
