"""The whole library in one file: out whole, in beside what is there, and nothing hostile gets in."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import io
import json
import os
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import files
from game.contact import remember
from game.errors import BundleError
from game.paths import below
from game.settings import Settings, SettingsFile
from game.story import bundle, intake, kept
from game.story.saves import Saves
from tests.game.story.killer import STORY, record
from tests.game.story.lived import lived_in, on_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

DAY = dt.date(2026, 11, 28)


def sealed(contents: Mapping[str, bytes], **changes: object) -> bytes:
    """Returns a bundle of these files as an attacker makes it who can count and hash."""
    entries = {name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in contents.items()}
    manifest = {"format": 1, "program": "threshold", "made": "2026-11-28", "files": entries, **changes}
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, data in contents.items():
            archive.writestr(name, data)
    return sink.getvalue()


def save_bytes(folder: Path, number: int = 1) -> bytes:
    """Returns the bytes of one good save."""
    return Saves(folder).write_slot(number, record(number)).path.read_bytes()


def test_everything_comes_along(tmp_path: Path) -> None:
    """On an empty device everything must be as it was: saves, notes, pictures, settings, pages seen."""
    here, there = lived_in(tmp_path / "here"), below(tmp_path / "there")
    path = bundle.export(here, DAY)
    assert path == here.exports / "threshold-2026-11-28.zip"
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    brought = intake.bring(there, path)
    assert (brought.saves, brought.beside, brought.same, brought.settings, brought.left) == (6, 0, 0, True, 0)
    wanted = {name: data for name, data in on_disk(here).items() if not name.startswith("exports/") and not name.endswith(".bak")}
    assert on_disk(there) == wanted
    (slot,) = [info for info in Saves(there.saves).list(STORY) if info.kind == "slot"]
    assert (slot.note, slot.thumbnail is not None) == ("before the talk", True)


def test_the_same_export_twice_changes_nothing(tmp_path: Path) -> None:
    """Bringing the same file in again, or on the device that made it, must change nothing."""
    here = lived_in(tmp_path / "here")
    path = bundle.export(here, DAY)
    before = on_disk(here)
    brought = intake.bring(here, path)
    assert (brought.saves, brought.same) == (0, 6)
    assert on_disk(here) == before


def test_nothing_that_is_here_is_lost(tmp_path: Path) -> None:
    """Every file that was here must stay as it is, but for lists of marks, which grow; saves whose place is taken get slots."""
    here, there = lived_in(tmp_path / "here"), below(tmp_path / "there")
    saves = Saves(there.saves)
    saves.write_slot(1, record(100), "mine")
    saves.write_quick(record(101))
    saves.write_auto(record(102))
    SettingsFile(there.settings).save(Settings(text_size=80))
    files.write_atomically(there.data / "seen" / f"{STORY}.json", b'["bb", "cc"]')
    before = on_disk(there)
    brought = intake.bring(there, bundle.export(here, DAY))
    assert (brought.saves, brought.beside, brought.settings) == (6, 6, False)
    after = on_disk(there)
    assert {name: after[name] for name in before if not name.startswith("seen/")} == {
        name: data for name, data in before.items() if not name.startswith("seen/")
    }
    assert json.loads(after[f"seen/{STORY}.json"]) == ["aa", "bb", "cc"]
    excerpts = {saves.load(info).excerpt for info in saves.list(STORY)}
    assert excerpts == {"1", "2", "3", "4", "20", "31", "100", "101", "102"}
    assert sorted(info.number for info in saves.list(STORY) if info.kind == "slot") == [1, 2, 3, 4, 5, 6, 7]
    for number in range(200, 215):
        saves.write_auto(record(number))
    assert {"1", "4", "20"} <= {saves.load(info).excerpt for info in saves.list(STORY)}


def test_an_export_names_nobody(tmp_path: Path) -> None:
    """An export must hold no name of device or user, no clock time, no letters, and no word of what the player reads in its file name."""
    here = lived_in(tmp_path / "here")
    (here.data / remember.NAME).write_bytes(b"sealed words")
    files.write_atomically(here.logs / "threshold.log", b"fault")
    path = bundle.export(here, DAY)
    with zipfile.ZipFile(path) as archive:
        assert not any("remembered" in name or "log" in name for name in archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(json.loads(archive.read("manifest.json"))) == {"format", "program", "made", "files"}
    assert bundle.export(here, DAY).name == "threshold-2026-11-28-2.zip"


def test_what_is_damaged_here_is_left_out(tmp_path: Path) -> None:
    """A damaged save must not make the whole export unreadable."""
    here = lived_in(tmp_path / "here")
    (here.saves / STORY / "auto-000002.json").write_bytes(b"\0" * 50)
    assert intake.bring(below(tmp_path / "there"), bundle.export(here, DAY)).saves == 5


def test_a_full_disk_leaves_no_half_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an export cannot be written, nothing must be there under its name, and one sentence says why."""
    here = lived_in(tmp_path / "here")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BundleError, match="No space left"):
        bundle.export(here, DAY)
    assert not list(here.exports.iterdir())


def test_a_disk_that_fills_up_while_bringing_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full in the middle, what was here stays, and trying again later brings in the rest."""
    path, there = bundle.export(lived_in(tmp_path / "here"), DAY), below(tmp_path / "there")
    Saves(there.saves).write_slot(1, record(100))
    before, left, sync = on_disk(there), [5], os.fsync

    def filling(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr(os, "fsync", filling)
    with pytest.raises(BundleError, match="Not all"):
        intake.bring(there, path)
    monkeypatch.undo()
    assert before.items() <= on_disk(there).items()
    assert not [name for name in on_disk(there) if name.endswith(files.HALF)]
    intake.bring(there, path)
    assert len({Saves(there.saves).load(info).excerpt for info in Saves(there.saves).list(STORY)}) == 7


BAD: dict[str, Callable[[bytes], bytes]] = {
    "no zip": lambda _: b"not a zip at all" * 10,
    "nothing": lambda _: b"",
    "a story file": lambda _: sealed({}, program="story"),
    "a way out": lambda save: sealed({"saves/../../x/slot-000001.json": save}),
    "an absolute way": lambda save: sealed({"/saves/x/slot-000001.json": save}),
    "a backslash": lambda save: sealed({"saves\\test-story\\slot-000001.json": save}),
    "a program": lambda _: sealed({"saves/test-story/run.py": b"print()"}),
    "a settings file that is none": lambda _: sealed({"settings.json": b'{"text_size": 9999}'}),
    "settings that nest": lambda _: sealed({"settings.json": b"[" * 5000}),
    "a save of another story": lambda save: sealed({"saves/other/slot-000001.json": save}),
    "a save that is none": lambda _: sealed({"saves/test-story/slot-000001.json": b"{}\n{}\n{}\n"}),
    "a picture that is none": lambda save: sealed(
        {"saves/test-story/slot-000001.json": save, "saves/test-story/slot-000001.jpg": b"\xff\xd8\xff nothing"}
    ),
    "a picture of a billion pixels": lambda _: sealed(
        {"saves/test-story/slot-000001.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40_000).to_bytes(4, "big") * 2}
    ),
    "memory that nests": lambda _: sealed({"seen/test-story.json": b"[" * 40 + b"]" * 40}),
    "a bomb": lambda _: sealed({"seen/test-story.json": b" " * 50_000_000}),
    "one that lies about sizes": lambda save: sealed({"saves/test-story/slot-000001.json": save}, files={}),
    "one with wrong hashes": lambda save: sealed(
        {"saves/test-story/slot-000001.json": save},
        files={"saves/test-story/slot-000001.json": {"size": len(save), "sha256": "0" * 64}},
    ),
    "a newer one": lambda _: sealed({}, format=2),
    "unknown fields": lambda _: sealed({}, owner="me"),
    "too many": lambda _: sealed({f"seen/a{number}.json": b"[]" for number in range(5001)}),
}


@pytest.mark.parametrize("kind", [*BAD])
def test_what_is_no_export_is_refused_whole(tmp_path: Path, kind: str) -> None:
    """A hostile or foreign file must be refused with one sentence before anything is written."""
    path, there = tmp_path / "threshold-2026-11-28.zip", below(tmp_path / "there")
    path.write_bytes(BAD[kind](save_bytes(tmp_path / "saves")))
    with pytest.raises(BundleError) as caught:
        intake.bring(there, path)
    assert str(caught.value).endswith(".")
    assert not there.data.exists()


def test_links_and_locked_members_are_refused(tmp_path: Path) -> None:
    """A symbolic link in a zip is refused."""
    path = tmp_path / "x.zip"
    sink = io.BytesIO(sealed({}))
    with zipfile.ZipFile(sink, "a") as archive:
        info = zipfile.ZipInfo("seen/test-story.json")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    path.write_bytes(sink.getvalue())
    with pytest.raises(BundleError):
        intake.bring(below(tmp_path / "there"), path)


def test_a_folder_or_nothing_in_place_of_the_file(tmp_path: Path) -> None:
    """A file that is gone, or a folder, is one sentence."""
    for path in (tmp_path / "gone.zip", tmp_path):
        with pytest.raises(BundleError, match="cannot be read"):
            bundle.read_bundle(path)


def test_whatever_happens_to_an_export_it_is_whole_or_refused(tmp_path: Path) -> None:
    """Changed, cut or lengthened anywhere, an export must either bring in exactly what was put in or be refused."""
    path = bundle.export(lived_in(tmp_path / "here"), DAY)
    contents, good = bundle.read_bundle(path), path.read_bytes()
    change = st.tuples(st.integers(0, len(good) - 1), st.integers(0, 60), st.binary(max_size=60))

    @settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
    @given(st.lists(change, min_size=1, max_size=3))
    def mutate(changes: list[tuple[int, int, bytes]]) -> None:
        raw = bytearray(good)
        for at, cut, filling in changes:
            raw[at : at + cut] = filling
        path.write_bytes(raw)
        try:
            found = bundle.read_bundle(path)
        except BundleError:
            return
        assert found == contents

    mutate()


NAMES = st.one_of(
    st.text(max_size=40),
    st.from_regex(kept.SAVE, fullmatch=True),
    st.from_regex(kept.MEMORY, fullmatch=True),
    st.sampled_from(["settings.json", "../settings.json", "saves//x/slot-000001.json", "seen/./x.json", "C:/x.json", "seen/con.json"]),
)


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.dictionaries(NAMES, st.one_of(st.binary(max_size=300), st.sampled_from([b"[]", b"{}", b'["a"]'])), max_size=6))
def test_nothing_is_ever_written_outside(tmp_path_factory: pytest.TempPathFactory, contents: dict[str, bytes]) -> None:
    """Whatever names a well-sealed export has, it must write inside the home's own folders or be refused."""
    folder = tmp_path_factory.mktemp("outside")
    path, there = folder / "x.zip", below(folder / "deep" / "home")
    try:
        path.write_bytes(sealed(contents))
    except (ValueError, IndexError):
        return
    try:
        intake.bring(there, path)
    except BundleError:
        assert not (folder / "deep").exists()
    written = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} - {"x.zip"}
    assert all(name.startswith("deep/home/") for name in written)
    tops = {name.split("/")[2].removesuffix(".json") for name in written}
    assert tops <= {"saves", "seen", "map", "maps", "journal", "journals", "compass", "people", "endings", "settings"}


def test_a_hundred_saves_take_little_time(tmp_path: Path) -> None:
    """An export of a hundred saves, and bringing it in, must stay far below what a thread of its own would be missed for."""
    here = below(tmp_path / "here")
    for number in range(1, 101):
        Saves(here.saves).write_slot(number, record(number, padding=20_000))
    began = time.perf_counter()
    path = bundle.export(here, DAY)
    middle = time.perf_counter()
    assert intake.bring(below(tmp_path / "there"), path).saves == 100
    print(f"export {middle - began:.3f} s, import {time.perf_counter() - middle:.3f} s, {path.stat().st_size} bytes")
    assert time.perf_counter() - began < 20


def test_exports_are_found(tmp_path: Path) -> None:
    """Only files named as exports are shown, the newest first, each once; folders that are not there are passed over."""
    for number, name in enumerate(("threshold-2026-01-01.zip", "threshold-2026-02-01-3.zip", "holiday.zip", "threshold-x.zip")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000 + number, 1000 + number))
    found = bundle.find([tmp_path, tmp_path / "gone", tmp_path])
    assert [path.name for path in found] == ["threshold-2026-02-01-3.zip", "threshold-2026-01-01.zip"]
