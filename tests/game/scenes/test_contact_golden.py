"""The contact screens beside pictures of how they should look; no server is asked, as they find everything on their desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.game.scenes import desks, golden, views
from tests.game.scenes.test_golden import EVERYWHERE, LANGUAGES, SIZES, Gallery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

# The most pixels of a picture's longer side: there are many of them, and all that is judged is where things stand.
LONGEST = 352
FOLDER = golden.FOLDER / "contact"
# In a window this large there is room for everything: what the other windows show is enough but for these.
LARGE, ON_LARGE = (1920, 1080), ("write", "thread")
# These are made of what others show: one window, read from the left, is enough for them.
ONCE = frozenset({"unreached", "kept", "sending", "return", "recall", "waiting", "begun", "delete"})


def kept(size: tuple[int, int], language: str) -> list[str]:
    """Returns the views of which a window of this size has pictures."""
    if size == LARGE:
        return [*ON_LARGE]
    return [view for view in desks.VIEWS if view not in ONCE or (size, language) == (SIZES[0], "en")]


class Tour:
    """Leads through the contact screens in one look after the other: what lies softened below them is drawn once for each."""

    def __init__(self, player: Player, aside: Path) -> None:
        """Opens the door."""
        self.player = player
        self.gallery = Gallery(player.app.window.size, player.app.shell.words.language, aside)
        views.fix(player)
        desks.door(player)

    def lead(self, shown: list[str]) -> list[str]:
        """Compares each view in each look, and returns what differs."""
        for look in EVERYWHERE:
            desks.show(self.player, "door")
            self.gallery.wear(self.player, look)
            views.at_rest(self.player)
            for view in shown:
                desks.show(self.player, view)
                self._stand()
                self.gallery.compare(view, look, self.player)
        return self.gallery.faults

    def _stand(self) -> None:
        """Draws it as it is long after anything moved."""
        for later in (60.0, 120.0):
            views.paint(self.player, later)


@pytest.mark.usefixtures("in_utc")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_contact_screen_looks_as_it_should(
    start: Callable[..., Player], size: tuple[int, int], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every contact screen must look like its golden picture."""
    monkeypatch.setattr(golden, "FOLDER", FOLDER)
    monkeypatch.setattr(golden, "LONGEST", LONGEST)
    desks.freeze(monkeypatch)
    tour = Tour(start(size=size, lang=language, reduce_motion=True), tmp_path / "golden")
    faults = tour.lead(kept(size, language))
    assert not faults, "\n".join(faults)


def test_no_picture_of_contact_is_kept_for_nothing() -> None:
    """Every kept picture must be one that is compared, every one that is compared must be kept, and all together must stay small."""
    wanted = {
        f"{view}-{w}x{h}-{look.text}-{language}-{look.theme}"
        for w, h in SIZES
        for language in LANGUAGES
        for view in kept((w, h), language)
        for look in EVERYWHERE
    }
    found = [*FOLDER.glob("*.webp")]
    assert {path.stem for path in found} == wanted
    assert sum(path.stat().st_size for path in found) < 1_500_000
