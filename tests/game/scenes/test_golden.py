"""Every screen beside a picture of how it should look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.scenes.shell import Route
from tests.game.scenes import golden, views

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

STYLES: dict[str, dict[str, object]] = {
    "dusk": {},
    "large": {"text_size": 200},
    "mirrored": {"lang": "ar-XB"},
    "contrast": {"theme": "contrast_dark"},
}
ALONE = ("shelf", "note", "reading", "choices", "banner", "ask")
OVER_STORY = (
    Route.MENU,
    Route.BACKLOG,
    Route.SAVE,
    Route.LOAD,
    Route.SETTINGS,
    Route.LANGUAGE,
    Route.HELP,
    Route.CREDITS,
    Route.AWAY,
)


class Gallery:
    """Compares pictures, and gathers what differs."""

    def __init__(self, style: str, aside: Path) -> None:
        """Takes the style's name and a folder for what differs."""
        self.style = style
        self.aside = aside
        self.faults: list[str] = []

    def hang(self, view: str, player: Player) -> None:
        """Draws the screen at rest and compares it."""
        views.at_rest(player)
        try:
            golden.check(f"{view}-{self.style}", player.app.canvas, self.aside)
        except AssertionError as fault:
            self.faults.append(str(fault))


@pytest.mark.usefixtures("in_utc")
@pytest.mark.parametrize("style", [*STYLES])
def test_every_screen_looks_as_it_should(start: Callable[..., Player], style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every screen must look like its golden picture, text rasterised a hair differently aside."""
    views.freeze(monkeypatch)
    gallery = Gallery(style, tmp_path / "golden")
    for view in ALONE:
        player = start(**STYLES[style])
        views.show(player, view)
        gallery.hang(view, player)
        player.close()
        views.forget(player)
    player = start(**STYLES[style])
    views.show(player, "saved")
    for route in OVER_STORY:
        player.go(route)
        player.see()
        gallery.hang(route.value, player)
        player.app.director.back()
    assert not gallery.faults, "\n".join(gallery.faults)
