"""Stories that come in while the game runs, and the question whether there is a newer game."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pygame
import pytest
from nacl.signing import SigningKey

from game.own import newest
from studio import pack
from tests.game.own.test_newest import KEY, OURS, served
from tests.game.scenes import packs
from tests.game.scenes.test_device import settle

if TYPE_CHECKING:
    from pathlib import Path

    from tests.game.scenes.player import Player


def _drop(player: Player, path: Path) -> str:
    """Drops a file on the window; returns what the game says once it is done."""
    player.app.handle(pygame.event.Event(pygame.DROPFILE, file=str(path)))
    settle(player)
    return player.app.shell.banner


def _versions(player: Player) -> list[str]:
    return [shelved.book.manifest.version for shelved in player.app.shell.shelf if shelved.book is not None]


def test_a_newer_story_is_dropped_on_the_window(player: Player, members: dict[str, bytes], tmp_path: Path) -> None:
    """Its signature is good: it stands on the shelf at once, in its newer version, and the file that was there is not touched."""
    file = tmp_path / "Low Water (2).STORY"
    file.write_bytes(packs.packed(members, version="9.1.0"))
    before = (player.paths.packs / "low-water.story").read_bytes()
    assert "stands on your shelf" in _drop(player, file)
    assert _versions(player) == ["9.1.0"]
    assert (player.paths.stories / "low-water-9.1.0.story").read_bytes() == file.read_bytes()
    assert (player.paths.packs / "low-water.story").read_bytes() == before
    assert "is here already" in _drop(player, file)
    assert [path.name for path in player.paths.stories.iterdir()] == ["low-water-9.1.0.story"]


def test_an_older_story_changes_nothing(player: Player, members: dict[str, bytes], tmp_path: Path) -> None:
    """What is here as new or newer stays the one that is read."""
    file = tmp_path / "old.story"
    file.write_bytes(packs.packed(members, version="0.0.1"))
    assert "is here already" in _drop(player, file)
    assert not player.paths.stories.exists()


def _unsigned(members: dict[str, bytes]) -> bytes:
    return pack.archive(members)


def _by_a_stranger(members: dict[str, bytes]) -> bytes:
    signature = pack.sign(members["manifest.json"], SigningKey(bytes(32)))
    return pack.archive({"manifest.json": members["manifest.json"], "signature.json": signature, **members})


def _changed(members: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packs.packed(members, version="9.1.0"))) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in inside if name.startswith("ink/"))
    return pack.archive({**inside, name: inside[name][:-1] + b" "})


@pytest.mark.parametrize("made", [_unsigned, _by_a_stranger, _changed, lambda _: b"PK no story"])
def test_a_story_that_nobody_trusts_is_refused_in_a_sentence(
    player: Player, members: dict[str, bytes], tmp_path: Path, made: object
) -> None:
    """Unsigned, signed by a stranger, changed afterwards, or no story at all: it is not added, and the shelf stays as it was."""
    assert callable(made)
    file = tmp_path / "strange.story"
    file.write_bytes(made(members))
    said = _drop(player, file)
    assert said.endswith(".")
    assert "shelf" not in said
    assert not player.paths.stories.exists()
    assert len(_versions(player)) == 1


def test_a_disk_that_takes_nothing_is_told(player: Player, members: dict[str, bytes], tmp_path: Path) -> None:
    """Where nothing can be written, the player is told, and nothing is half there."""
    player.paths.stories.parent.mkdir(parents=True, exist_ok=True)
    player.paths.stories.write_text("in the way")
    file = tmp_path / "new.story"
    file.write_bytes(packs.packed(members, version="9.1.0"))
    assert "could not be added" in _drop(player, file)


def _ask(player: Player) -> str:
    """Presses the row in the settings; returns what the game says."""
    player.app.director.ask_newest()
    settle(player)
    return player.app.shell.banner


def test_whoever_asks_learns_of_a_newer_version(player: Player) -> None:
    """One press, one question, and the version with its address is told; before the press nobody was asked."""
    with served(newest.signed("99.0", "https://help.example.org", KEY)) as (place, asked):
        (player.paths.settings.parent / "threshold.toml").parent.mkdir(parents=True, exist_ok=True)
        (player.paths.settings.parent / "threshold.toml").write_text(f'newest = "{place.newest}"\nnewest_key = "{OURS}"\n')
        player.app.frame()
        assert asked == []
        said = _ask(player)
    assert "99.0" in said
    assert "help.example.org" in said
    assert len(asked) == 1


def test_a_copy_that_knows_no_place_says_where_to_look(player: Player) -> None:
    """Without an address the game asks nobody, and says so."""
    assert "knows no place to ask" in _ask(player)
