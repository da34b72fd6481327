"""What comes in from another device while a story is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.story import bundle
from game.story.ways import Ways
from tests.game.scenes.test_device import played, settle

if TYPE_CHECKING:
    from pathlib import Path

    from tests.game.scenes.player import Player


def test_what_was_seen_elsewhere_is_on_the_map_of_the_story_that_is_open(player: Player, tmp_path: Path) -> None:
    """Brought in while a story is open, the other device's ways are on its map at once, and stay there when the story is read on."""
    played(player)
    elsewhere = tmp_path / "elsewhere.zip"
    elsewhere.write_bytes(bundle.export(player.paths).read_bytes())
    player.app.director.forget(pictures=True)
    player.open()
    player.to_choices()
    player.press(pygame.K_3)
    place = player.session.ways.atlas.places[0]
    assert place.taken == [2]
    player.app.handle(pygame.event.Event(pygame.DROPFILE, file=str(elsewhere)))
    settle(player)
    assert place.taken == [1, 2]
    player.to_choices()
    player.press(pygame.K_1)
    assert Ways(player.session.saves.folder("low-water")).atlas.places[0].taken == [1, 2]
