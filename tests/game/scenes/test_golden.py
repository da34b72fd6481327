"""Every screen beside a picture of how it should look: in four windows, two sizes of text, two reading directions, plain and lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.game.scenes import golden, views

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

SIZES = ((1280, 720), (1920, 1080), (960, 540), (720, 1000))
LANGUAGES = ("en", "ar")


class Variant(NamedTuple):
    """A look that a screen is changed to while it stands there."""

    theme: str
    text: int


EVERYWHERE = tuple(Variant(theme, text) for theme in ("dusk", "contrast_dark") for text in (100, 200))
# The other themes are looked at in one window, on screens that have all of their colours.
ELSE = tuple(Variant(theme, 100) for theme in ("night", "paper", "sepia", "contrast_light"))
ELSE_ON = frozenset({"shelf", "note", "choices", "banner", "menu", "backlog", "save", "settings-sound", "help", "contact"})


class Gallery:
    """Compares pictures, and gathers what differs."""

    def __init__(self, size: tuple[int, int], language: str, aside: Path) -> None:
        """Takes the window, the language and a folder for what differs."""
        self.size = size
        self.language = language
        self.aside = aside
        self.faults: list[str] = []

    def hang(self, view: str, player: Player) -> None:
        """Draws the screen at rest in every variant, and compares each."""
        more = (self.size, self.language) == (SIZES[0], "en") and view in ELSE_ON
        for variant in (*EVERYWHERE, *(ELSE if more else ())):
            self.wear(player, variant)
            views.arrange(player, view)
            views.at_rest(player)
            self.compare(view, variant, player)
        self.wear(player, EVERYWHERE[0])

    def compare(self, view: str, variant: Variant, player: Player) -> None:
        """Compares what is drawn with the picture of this name."""
        name = f"{view}-{self.size[0]}x{self.size[1]}-{variant.text}-{self.language}-{variant.theme}"
        try:
            golden.check(name, player.app.canvas, self.aside)
        except AssertionError as fault:
            self.faults.append(str(fault))

    @staticmethod
    def wear(player: Player, variant: Variant) -> None:
        """Changes the look, where it is another."""
        settings = player.app.shell.settings
        if (settings.theme, settings.text_size) != (variant.theme, variant.text):
            settings.theme, settings.text_size = variant.theme, variant.text  # type: ignore[assignment]  # a name of the table
            player.app.director.settle()


@pytest.mark.usefixtures("in_utc")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_looks_as_it_should(
    start: Callable[..., Player], size: tuple[int, int], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every screen must look like its golden picture, text rasterised a hair differently aside."""
    views.freeze(monkeypatch)
    gallery = Gallery(size, language, tmp_path / "golden")
    player = start(size=size, lang=language)
    views.fix(player)
    for view in views.tour(player):
        gallery.hang(view, player)
    player.close()
    less = frozenset() if (size, language) == (SIZES[0], "en") else views.ONCE
    for view in [view for view in views.VIEWS if view not in views.TOURED and view not in views.UNKEPT and view not in less]:
        views.forget(player)
        player = start(size=size, lang=language)
        views.fix(player)
        views.VIEWS[view](player)
        gallery.hang(view, player)
        player.close()
    assert not gallery.faults, "\n".join(gallery.faults)


def test_no_picture_is_kept_for_nothing() -> None:
    """Every kept picture must belong to a view and a look that are compared, and all of them must stay small."""
    kept = sorted(path.stem for path in golden.FOLDER.glob("*.webp"))
    looks = {f"{w}x{h}-{text}-{lang}-{theme}" for w, h in SIZES for lang in LANGUAGES for theme, text in (*EVERYWHERE, *ELSE)}
    wanted = {f"{view}-{look}" for view in views.VIEWS if view not in views.UNKEPT for look in looks}
    assert not [name for name in kept if name not in wanted and not name.startswith("script-")]
    assert sum(path.stat().st_size for path in golden.FOLDER.glob("*.webp")) < 8_000_000
