"""Draws the pictures of the players' page anew: `python -m tests.game.scenes.shots` writes them into docs/pictures."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest
import skia

from game import paths
from game.scenes.shell import Route
from tests.game.scenes import desks, packs, parties, phones, views
from tests.game.scenes.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.paths import Paths

FOLDER = Path(__file__).parents[3] / "docs" / "pictures"
# Width in pixels of a kept picture, and how much of it the encoder keeps.
WIDTH, QUALITY = 960, 82


def keep(player: Player, name: str) -> None:
    """Writes what the window shows, at rest."""
    player.see()
    views.at_rest(player)
    image = player.app.canvas.image()
    height = round(image.height() * WIDTH / image.width())
    small = image.resize(WIDTH, height, skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
    (FOLDER / f"{name}.webp").write_bytes(bytes(small.encodeToData(skia.EncodedImageFormat.kWEBP, QUALITY)))


def homes(folder: Path) -> Mapping[str, Paths]:
    """Returns a home with the story the game is shipped with, one with the small test story, one with the test's phone."""
    shipped = folder / "packs"
    shipped.mkdir()
    (shipped / "low-water.story").write_bytes(packs.packed(packs.members(folder / "studio")))
    packs.trust(shipped)
    phone = folder / "phone"
    phone.mkdir()
    there = paths.below(folder / "shipped-home")
    small = replace(paths.below(folder / "small-home"), packs=shipped)
    return {"shipped": there, "small": small, "phone": phones.home(phone, phones.members(folder / "phone-studio"))}


def _reading(player: Player) -> None:
    player.open()
    player.to_choices()


def _settings(player: Player) -> None:
    player.go(Route.SETTINGS)


def _break(player: Player) -> None:
    _reading(player)
    player.app.shell.settings.reduce_motion = True
    player.go(Route.BREAK)


def _device(player: Player) -> None:
    _reading(player)
    player.press(pygame.K_F5)
    player.app.shell.banner = ""
    player.go(Route.DEVICE)


def _one_key(player: Player) -> None:
    """Waits at choices, the ring on its way through them."""
    _reading(player)
    player.top.lead("choice-1")


def _ways(player: Player) -> None:
    views.VIEWS["ways"](player)


# The picture's name, the home it is taken in, what the settings are, and how the player comes there.
SHOTS: tuple[tuple[str, str, Mapping[str, object], Callable[[Player], None]], ...] = (
    ("shelf", "shipped", {}, lambda player: player.see()),
    ("reading", "shipped", {}, _reading),
    ("one-key", "shipped", {"scan": True}, _one_key),
    ("keys", "shipped", {}, lambda player: player.go(Route.KEYS)),
    ("settings", "shipped", {"theme": "paper"}, _settings),
    ("break", "shipped", {}, _break),
    ("device", "shipped", {}, _device),
    ("ways", "small", {}, _ways),
    ("chat", "phone", {}, phones.read),
    ("contact", "small", {}, desks.door),
    ("insight", "small", {}, lambda player: player.go(Route.INSIGHT_HOW)),
    ("group-door", "small", {}, parties.VIEWS["group"]),
    ("group-vote", "small", {}, parties.VIEWS["group-revealed"]),
)


def main() -> None:
    """Draws every picture."""
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", LANG="en_GB.UTF-8", TZ="UTC")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        desks.freeze(patch)
        found = homes(Path(folder))
        for name, home, settings, way in SHOTS:
            player = Player(found[home], lang="en", **settings)  # type: ignore[arg-type]  # names of settings
            way(player)
            # The folder of whoever draws this is nobody's business.
            views.fix(player)
            player.top.refresh()
            keep(player, name)
            player.close()
            views.forget(player)


if __name__ == "__main__":
    main()
