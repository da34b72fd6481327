"""Only what is stale is built, and nothing is loaded where nothing is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.story.pack import open_pack
from studio.stale import build_stale

if TYPE_CHECKING:
    from tests.studio.conftest import Tale


ROOT = Path(__file__).resolve().parents[2]


def states(tale: Tale, packs: Path) -> list[str]:
    """Returns what became of the stories around a tale."""
    return [one.state for one in build_stale(tale.root.parent, packs)]


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder for packs."""
    return tmp_path / "packs"


def test_a_story_is_built_once_and_trusted(tale: Tale, packs: Path) -> None:
    """The first time builds a pack that the list beside it trusts; the second time does nothing."""
    assert states(tale, packs) == ["built"]
    assert open_pack(packs / "tale.story", (packs / "trusted.keys").read_text().split()).trusted
    before = (packs / "tale.story").stat().st_mtime_ns
    assert states(tale, packs) == ["fresh"]
    assert (packs / "tale.story").stat().st_mtime_ns == before


def test_new_times_alone_build_nothing(tale: Tale, packs: Path) -> None:
    """A file that was touched and not changed is noticed by its hash, once."""
    states(tale, packs)
    os.utime(tale.root / "main.ink")
    assert states(tale, packs) == ["fresh"]
    stamp = (packs / "tale.built.json").read_bytes()
    assert states(tale, packs) == ["fresh"]
    assert (packs / "tale.built.json").read_bytes() == stamp


@pytest.mark.parametrize("name", ["main.ink", "story.toml", "art/cover.svg"])
def test_a_changed_file_builds_again(tale: Tale, packs: Path, name: str) -> None:
    """A changed file of a story makes it stale, also where its size is the same."""
    states(tale, packs)
    text = (tale.root / name).read_text()
    tale.write(name, {"main.ink": text.replace("late", "dark"), "story.toml": text.replace("A short", "A brief")}.get(name, text + " \n"))
    assert states(tale, packs) == ["built"]
    assert states(tale, packs) == ["fresh"]


def test_a_new_ink_file_or_a_lost_pack_builds_again(tale: Tale, packs: Path) -> None:
    """A file that came, a pack, key list or stamp that went, and a stamp that is nonsense make a story stale."""
    states(tale, packs)
    tale.write("chapters/two.ink", "Two\n")
    assert states(tale, packs) == ["built"]
    for name in ("tale.story", "trusted.keys", "tale.built.json"):
        (packs / name).unlink()
        assert states(tale, packs) == ["built"]
    for nonsense in ("", "[]", '{"files": 3}', '{"files": {"a": [1]}, "pack": 0, "public": ""}', "{"):
        (packs / "tale.built.json").write_text(nonsense)
        assert states(tale, packs) == ["built"]


def test_a_changed_translation_builds_again(tale: Tale, packs: Path) -> None:
    """A catalogue belongs to its story: a new one, and a changed one, make it stale."""
    states(tale, packs)
    tale.write("translations/fr.po", 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n')
    assert states(tale, packs) == ["built"]
    tale.change("translations/fr.po", "plain", "plain ")
    assert states(tale, packs) == ["built"]
    assert states(tale, packs) == ["fresh"]


def test_plans_do_not_make_a_story_stale(tale: Tale, packs: Path) -> None:
    """What is not in the pack does not matter."""
    states(tale, packs)
    tale.write("plans/one.plan", "end\n")
    assert states(tale, packs) == ["fresh"]


def test_a_story_that_fails_keeps_its_pack(tale: Tale, packs: Path) -> None:
    """A story that is wrong now is told, and its older pack stays."""
    states(tale, packs)
    tale.change("main.ink", "# mood: open", "# mod: open")
    (failed,) = build_stale(tale.root.parent, packs)
    assert (failed.state, [one.code for one in failed.diagnostics]) == ("failed", ["CUE01"])
    assert (packs / "tale.story").is_file()


def test_a_story_that_went_takes_its_pack_along(tale: Tale, packs: Path) -> None:
    """The pack of a folder that is gone is removed; packs from elsewhere stay."""
    states(tale, packs)
    (packs / "guest.story").write_bytes(b"x")
    tale.root.rename(tale.root.parent / "other")
    assert sorted(one.state for one in build_stale(tale.root.parent, packs)) == ["built", "removed"]
    assert sorted(path.name for path in packs.glob("*.story")) == ["guest.story", "other.story"]


def test_no_stories_is_no_work(tmp_path: Path) -> None:
    """A folder without stories, or no folder, gives nothing."""
    assert build_stale(tmp_path / "none", tmp_path / "packs") == []


@pytest.mark.alone
def test_nothing_is_loaded_where_nothing_is_stale(tale: Tale, packs: Path) -> None:
    """A second look starts no compiler, and takes a fraction of a second in all."""
    states(tale, packs)
    code = (
        "import sys, pathlib; from studio.stale import build_stale; "
        "print([one.state for one in build_stale(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))], "
        "[name for name in ('py_mini_racer', 'nacl', 'game', 'msgspec') if name in sys.modules])"
    )
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, str(tale.root.parent), str(packs)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "['fresh'] []"
    assert time.perf_counter() - started < 5
