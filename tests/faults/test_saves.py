"""What becomes of a game's saves on a disk that breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.errors import SaveError
from game.story.saves import Saves
from tests.faults.disk import Failing
from tests.game.story.killer import STORY, record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.disk import Disk

TRIES = 5


def _kept(saves: Saves) -> dict[str, str]:
    """Returns every save by its name, with what tells one journey from another."""
    return {info.path.name: saves.load(info).excerpt for info in saves.list(STORY)}


def _outlives(disk: Disk) -> None:
    """Saves, breaks the disk, tries to save, and mends it."""
    saves = Saves(disk.folder)
    for number in range(1, 4):
        saves.write_auto(record(number))
        saves.write_slot(number, record(10 + number))
    before = _kept(saves)

    def tried() -> None:
        for number in range(TRIES):
            with pytest.raises(SaveError, match=r"could not be saved \(.+\)\. Your earlier saves are as they were\.$"):
                saves.write_slot(1, record(20 + number))
            with pytest.raises(SaveError):
                saves.write_auto(record(20 + number))
            assert _kept(saves) == before

    disk.broken(tried)
    assert _kept(saves) == before
    saves.tidy(STORY)
    assert not list(disk.folder.rglob("*.half"))
    saves.write_slot(1, record(30))
    assert _kept(saves) == {**before, "slot-000001.json": "30"}


def test_earlier_saves_open_and_the_player_is_told(disk: Disk) -> None:
    """Every try is told in a sentence with its reason, every earlier save opens as it was, and once the disk is well saving works again."""
    _outlives(disk)


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_one_refused_call_is_enough_to_be_told(tmp_path: Path, call: str) -> None:
    """A disk that takes the bytes and then cannot keep them, or the other way round, is found out in the same way."""
    folder = tmp_path / "disk"
    folder.mkdir()
    _outlives(Failing(folder, frozenset({call})))
