"""What the tests of the whole program share: a tiny story, and the story that the game is shipped with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.game import started
from tests.game.story import inkjs, packs

if TYPE_CHECKING:
    from pathlib import Path

TINY = """\
# chapter: 1
# scene: yard
# skip: later
It rains in the yard, as it has all week, and nobody has thought of taking the washing in. # sound: bell
“Come in,” says the door. # speaker: Two Seeded
* [Go in. # prompt: The door stands open.]
    Inside it is warm.
* [Stay out. # prompt: The door stands open.]
    You get wet.
- -> later
=== later ===
# scene: nowhere
“Größer, 東京, שלום.” # speaker: Two Seeded
* [Wait.]
    The rain stops. # ending: dry
- -> END
"""


@pytest.fixture(scope="session")
def tiny() -> bytes:
    """Returns a story of two choices, packed and signed."""
    with contextmanager(inkjs.opened)() as compiler:
        ink = compiler.compile(TINY)
    return packs.packed(
        {"ink/en.ink.json": ink.encode(), "art/yard.svg": b"<svg/>", "sound/bell.ogg": b"OggS"},
        id="tiny",
        title={"en": "The Yard"},
        characters={"two_seeded": {"name": {"en": "Mr Two Seeded"}, "colour": "#B7D07A"}},
        scenes={"yard": {"file": "art/yard.svg", "alt": {"en": "A yard in the rain."}}},
        sounds={"bell": {"file": "sound/bell.ogg", "kind": "sound", "caption": {"en": "a bell far off"}}},
        endings={"dry": {"title": {"en": "Dry"}}},
    )


@pytest.fixture
def yard(tmp_path: Path, tiny: bytes) -> Path:
    """Returns a folder of shipped stories with the tiny one in it."""
    return started.shelf(tmp_path / "shipped", {"tiny": tiny})


@pytest.fixture(scope="session")
def shipped() -> Path:
    """Returns the folder of the stories that the game is shipped with; packs them where nobody has yet."""
    from tools import build

    folder = started.ROOT / "game" / "packs"
    if not (folder / "second-verse.story").exists():
        build.make(started.ROOT, ["packs"])
    return folder
