"""Saves: whole or not at all, the one before kept, damage kept to itself."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import files
from game.errors import SaveError
from game.story.journey import Journey
from game.story.saves import Saves
from tests.game.story import packs
from tests.game.story.killer import STORY, record

if TYPE_CHECKING:
    from tests.game.story.inkjs import InkJs


ROOT = Path(__file__).parents[3]
PNG, JPEG = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..."


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    """Returns saves in an empty folder."""
    return Saves(tmp_path / "saves")


def test_a_real_journey_comes_back(ink: InkJs, saves: Saves, tmp_path: Path) -> None:
    """What is saved of a journey is what is loaded, and it plays on."""
    book = packs.book(tmp_path, {"en": ink.compile("# chapter: 2\nHi. # speaker: Rae\n* [Yes] Good “quotes”. # ending: well\n-> END\n")})
    journey = Journey.begin(book, "en", seed=1)
    journey.choose(0)
    info = saves.write_slot(3, journey.record(), "before the talk")
    loaded = saves.load(info)
    assert loaded == journey.record()
    again = Journey.resume(book, loaded)
    assert (again.page, again.turns, again.endings) == (journey.page, journey.turns, ("well",))
    (listed,) = saves.list(STORY)
    assert (listed.kind, listed.number, listed.place, listed.note) == ("slot", 3, "Second", "before the talk")
    assert listed.when.endswith("+00:00")
    assert listed.head is not None
    assert listed.head.excerpt == "Good “quotes”."


def test_the_ring_of_autosaves(saves: Saves) -> None:
    """Ten autosaves are kept, the newest first; those of an older version stay beside them."""
    for number in range(1, 16):
        saves.write_auto(record(number))
    assert [saves.load(info).excerpt for info in saves.list(STORY)] == [str(number) for number in range(15, 5, -1)]
    for number in range(16, 40):
        saves.write_auto(msgspec.structs.replace(record(number), version="2.0"))
    kept = [saves.load(info).version for info in saves.list(STORY)]
    assert (kept.count("2.0"), kept.count("1.0")) == (10, 10)


def test_latest_is_the_newest_that_opens(saves: Saves) -> None:
    """`latest` passes over damaged saves; without any, there is none."""
    assert saves.latest(STORY) is None
    saves.write_quick(record(1))
    newest = saves.write_auto(record(2))
    found = saves.latest(STORY)
    assert found is not None
    assert found.path == newest.path
    newest.path.write_bytes(newest.path.read_bytes()[:-20])
    found = saves.latest(STORY)
    assert found is not None
    assert found.kind == "quick"


def test_the_save_before_is_kept(saves: Saves) -> None:
    """A damaged slot or quick save opens as it was the time before; twice damaged, it is a typed error and only its own."""
    saves.write_slot(1, record(1))
    info = saves.write_slot(1, record(2))
    other = saves.write_slot(2, record(9))
    assert saves.load(info).excerpt == "2"
    info.path.write_bytes(b"damaged")
    assert saves.load(info).excerpt == "1"
    files.backup_of(info.path).write_bytes(b"damaged too")
    with pytest.raises(SaveError):
        saves.load(info)
    assert [(listed.number, listed.damaged) for listed in saves.list(STORY)] == [(2, False), (1, True)]
    assert saves.load(other).excerpt == "9"


def test_deleting(saves: Saves) -> None:
    """A deleted save is gone with its backup and its picture; deleting it again does no harm."""
    saves.write_slot(1, record(1), thumbnail=PNG)
    info = saves.write_slot(1, record(2), thumbnail=PNG)
    saves.delete(info)
    saves.delete(info)
    assert saves.list(STORY) == ()
    assert list(info.path.parent.iterdir()) == []


def test_pictures(saves: Saves) -> None:
    """A picture stands beside its save and is replaced with it; what is no picture is left out, and the save is kept."""
    info = saves.write_slot(1, record(1), thumbnail=PNG)
    assert info.thumbnail is not None
    assert info.thumbnail.read_bytes() == PNG
    info = saves.write_slot(1, record(2), thumbnail=JPEG)
    (listed,) = saves.list(STORY)
    assert listed.thumbnail == info.thumbnail
    assert listed.thumbnail is not None
    assert listed.thumbnail.suffix == ".jpg"
    assert saves.write_quick(record(3), thumbnail=b"GIF89a").thumbnail is None


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_slots_that_are_not_there(saves: Saves, number: int) -> None:
    """A slot outside the range is a typed error."""
    with pytest.raises(SaveError):
        saves.write_slot(number, record(1))


@pytest.mark.parametrize("story", ["../other", "", "A", "a/b"])
def test_folders_outside_are_out_of_reach(saves: Saves, story: str) -> None:
    """A story's id that could lead out of the folder is a typed error."""
    with pytest.raises(SaveError):
        saves.list(story)


def test_a_newer_save_says_so(saves: Saves) -> None:
    """A save of a newer format asks for a newer game."""
    info = saves.write_quick(record(1))
    info.path.write_bytes(info.path.read_bytes().replace(b'"format":1', b'"format":2', 1))
    with pytest.raises(SaveError, match="newer"):
        saves.load(info)


@pytest.mark.parametrize("failing", ["_write_through", "_keep"])
def test_a_full_disk_costs_nothing(saves: Saves, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    """Where a save can't be written, one sentence says so, the old save stays, and nothing is left lying about."""
    info = saves.write_quick(record(1))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, failing, full)
    with pytest.raises(SaveError, match="No space left"):
        saves.write_quick(record(2))
    monkeypatch.undo()
    assert saves.load(info).excerpt == "1"
    assert [path.name for path in info.path.parent.iterdir()] == ["quick-000001.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't bound the size of a process's files.")
def test_a_disk_that_ends_in_the_middle(saves: Saves) -> None:
    """A disk that takes half of a save and no more leaves the old save, and one sentence."""
    import resource

    info = saves.write_slot(1, record(1, 100))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, before[1]))
    try:
        with pytest.raises(SaveError):
            saves.write_slot(1, record(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert saves.load(info).excerpt == "1"
    assert [path.name for path in info.path.parent.iterdir()] == [info.path.name]


def test_what_was_cut_off_is_swept_up(saves: Saves) -> None:
    """What a killed process left behind is removed, and no save with it."""
    info = saves.write_quick(record(1))
    half = info.path.with_name(f"quick-000001.json.abcd{files.HALF}")
    half.write_bytes(b"half")
    saves.tidy(STORY)
    assert not half.exists()
    assert saves.load(info).excerpt == "1"


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="Without fork, two hundred processes take too long.")
def test_killed_while_saving(tmp_path: Path) -> None:
    """After each of 200 kills in the middle of saving, the last or the last but one save opens, and every other."""
    command = [sys.executable, "-m", "tests.game.story.killer", str(tmp_path), "200"]
    done = subprocess.run(command, cwd=ROOT, timeout=300, check=False, capture_output=True, text=True)
    assert done.stderr == ""
    assert int(done.stdout) > 200


def resealed(body: bytes) -> bytes:
    """Returns a save that holds `body` and whose checksum is right."""
    rest = b'{"when":"","version":"1","language":"en","turns":1}\n' + body + b"\n"
    return json.dumps({"format": 1, "sha256": hashlib.sha256(rest).hexdigest()}).encode() + b"\n" + rest


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[" * 10**6,
        b'{"format":1,"x":' + b"[" * 10**6,
        b'{"format":1}',
        b'{"format":1,"story":"s","version":"1","ink":"","language":"en","here":5,"turns":[[[],[],null,false,"en","","",""]]}',
        b'{"format":1,"story":"s","version":"1","ink":"","language":"en","here":0,"turns":[]}',
        b'{"format":1,"story":"s","version":"' + b"1" * 10**6 + b'","ink":"","language":"en","here":0,"turns":[]}',
        b"\xff\xff",
    ],
)
def test_hostile_saves_with_a_right_checksum(saves: Saves, body: bytes) -> None:
    """A save that somebody made to do harm is a typed error, soon."""
    info = saves.write_quick(record(1))
    info.path.write_bytes(resealed(body))
    start = time.process_time()
    with pytest.raises(SaveError):
        saves.load(info)
    assert time.process_time() - start < 1


def test_a_journey_with_hostile_states(ink: InkJs, tmp_path: Path) -> None:
    """A save whose states are broken is opened as far as it goes: the journey begins again and says so."""
    book = packs.book(tmp_path, {"en": ink.compile("Hi.\n* [Yes] Good.\n* * [So] Well. -> END\n")})
    journey = Journey.begin(book, "en", seed=1)
    journey.choose(0)
    good = journey.record()
    for state in (b"", b"x" * 50, good.turns[0].state[:-3]):
        turns = tuple(msgspec.structs.replace(turn, state=state) for turn in good.turns)
        again = Journey.resume(book, msgspec.structs.replace(good, turns=turns))
        assert again.landed
        assert again.page.lines[0].text == "Hi."


FUZZ = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
GOOD = resealed(msgspec.json.encode(record(1, 100)))


@FUZZ
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 60) | st.just(len(GOOD)), st.binary(max_size=20))
def test_mutated_and_truncated_saves(tmp_path: Path, start: int, length: int, filling: bytes) -> None:
    """A save with bytes changed, cut short or spliced is a typed error or the very journey that was saved; the list stands."""
    saves = Saves(tmp_path)
    (info,) = saves.list(STORY) or (saves.write_auto(record(1, 100)),)
    info.path.write_bytes(GOOD[:start] + filling + GOOD[start + length :])
    with contextlib.suppress(SaveError):
        assert saves.load(info) == record(1, 100)
    assert len(saves.list(STORY)) == 1
