"""Untrusted scripts are tried in a process of their own."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from game.errors import PackError
from game.story import probe
from tests.game.story import packs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.game.story.inkjs import InkJs


def test_a_decent_story_passes(ink: InkJs, tmp_path: Path) -> None:
    """A story that plays, also one that goes round in circles on one of its ways, passes the trial."""
    probe.check(packs.book(tmp_path, {"en": ink.compile("Hi.\n* [Yes] Good. -> END\n* [No] -> l\n=== l ===\n-> l\n")}), seconds=20)


@pytest.mark.parametrize("script", ["", '{"inkVersion":21,"root":[],"listDefs":{}}', "[" * 1000])
def test_a_broken_script_does_not(tmp_path: Path, script: str) -> None:
    """A script that the engine can't open is refused with a typed error."""
    with pytest.raises(PackError):
        probe.check(packs.book(tmp_path, {"en": script}), seconds=20)


@pytest.mark.alone
@pytest.mark.parametrize("code", ["while True: pass", "import os; os.abort()", "import sys; sys.exit(3)"])
def test_a_crash_or_a_hang_stays_in_the_child(ink: InkJs, tmp_path: Path, code: str) -> None:
    """A child that crashes, fails or never ends is a typed error within the time it was given."""
    book, start = packs.book(tmp_path, {"en": ink.compile("Hi.\n-> END\n")}), time.monotonic()
    with pytest.raises(PackError):
        probe.check(book, (sys.executable, "-c", code), seconds=1)
    assert time.monotonic() - start < 2


def test_a_program_that_is_not_there(ink: InkJs, tmp_path: Path) -> None:
    """Where no child can be started, an untrusted story is not opened."""
    with pytest.raises(PackError):
        probe.check(packs.book(tmp_path, {"en": ink.compile("Hi.\n-> END\n")}), (str(tmp_path / "none"),))


def test_what_the_child_does(ink: InkJs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's own program says by its exit code whether a file can be played; in a frozen build the game itself is the child."""
    monkeypatch.setattr(probe, "_bound", lambda: None)
    good = packs.book(tmp_path, {"en": ink.compile("Hi.\n* [Yes] Good. -> END\n* [No] {RANDOM(5, 1)} -> END\n")})
    assert probe.main([str(good.path)]) == 0
    assert probe.main([str(tmp_path / "none.story")]) != 0
    assert probe.main([]) != 0
    assert probe.command()[1:] == ("-m", "game.story.probe")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert probe.command() == (sys.executable, probe.OPTION)
