"""The story that the chat is tested with: compiled, packed and signed by the studio."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.paths import Paths, below
from studio import pack
from studio.check import check
from studio.story_folder import StoryFolder
from tests.game.scenes import packs

if TYPE_CHECKING:
    from tests.game.scenes.player import Player

STORY = Path(__file__).parent / "phone"
READ = 5


def members(folder: Path) -> dict[str, bytes]:
    """Returns every member of the pack, unsigned; `folder` is for the studio to work in."""
    root = folder / "late-tram"
    shutil.copytree(STORY, root)
    report = check(StoryFolder(root))
    assert not report.diagnostics, report.diagnostics
    assert report.shape is not None
    contents = pack.members(root, report.shape, report.ink or "")
    return {"manifest.json": pack.manifest(report.shape, contents), **contents}


def home(folder: Path, contents: dict[str, bytes]) -> Paths:
    """Returns the places of a game that has this story on its shelf, and nothing else."""
    shipped = folder / "shipped"
    shipped.mkdir()
    (shipped / "late-tram.story").write_bytes(packs.packed(contents))
    packs.trust(shipped)
    return replace(below(folder / "home"), packs=shipped)


def read(player: Player, beats: int = READ) -> None:
    """Reads the story's beginning: five beats lead to the first replies."""
    player.open()
    for _ in range(beats - 1):
        player.press(pygame.K_SPACE)
    player.passes(60.0)
    player.see()
