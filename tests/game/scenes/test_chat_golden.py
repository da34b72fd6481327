"""The phone beside pictures of how it should look: in every window, size of text, reading direction and look that other screens have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.game.scenes import golden, phones
from tests.game.scenes.test_chat import paths, phone_members  # noqa: F401  # fixtures
from tests.game.scenes.test_golden import ELSE, EVERYWHERE, LANGUAGES, SIZES, Gallery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

VIEWS = ("replies", "talks")
FOLDER = golden.FOLDER / "talk"


@pytest.mark.usefixtures("in_utc")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_chat_looks_as_it_should(
    start: Callable[..., Player], size: tuple[int, int], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replies under a conversation, and the list of conversations, must look like their golden pictures."""
    monkeypatch.setattr(golden, "FOLDER", FOLDER)
    gallery = Gallery(size, language, tmp_path / "golden")
    player = start(size=size, lang=language)
    phones.read(player)
    gallery.hang("replies", player)
    player.click("talks")
    gallery.hang("talks", player)
    assert not gallery.faults, "\n".join(gallery.faults)


def test_no_picture_of_a_chat_is_kept_for_nothing() -> None:
    """Every kept picture must be one that is compared, and all of them together must stay small."""
    looks = {f"{w}x{h}-{text}-{lang}-{theme}" for w, h in SIZES for lang in LANGUAGES for theme, text in (*EVERYWHERE, *ELSE)}
    kept = [*FOLDER.glob("*.webp")]
    assert {path.stem for path in kept} <= {f"{view}-{look}" for view in VIEWS for look in looks}
    assert sum(path.stat().st_size for path in kept) < 1_000_000
