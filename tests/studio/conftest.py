"""What the studio's tests share: a small story that is right, and ways to spoil it."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio.check import check
from studio.story_folder import StoryFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.check import Report

TOML = """\
id = "tale"
version = "1.0"
language = "en"
title = "Tale"
tagline = "A short one"
authors = ["Ada Example"]
minutes = 3
age = 12
content_note = "Nothing happens."
note_short = "Nothing"
licence = "CC BY-SA 4.0"

[[chapters]]
number = 1
title = "One"
minutes = 3

[characters.rae]
name = "Rae"
colour = "#E8B06A"
[characters.rae.portraits.open]
file = "art/portraits/rae-open.svg"
alt = "Rae, smiling"

[scenes.lock]
file = "art/scenes/lock.svg"
alt = "A lock at night"

[sounds.kick]
file = "sound/kick.ogg"
kind = "sound"
caption = "A kick drum"

[cover]
file = "art/cover.svg"
alt = "A door"

[endings.home]
title = "Home"
"""

INK = """\
# scene: lock # chapter: 1
It was late. # sound: kick
“Come in.” # speaker: Rae # mood: open
* [Go in # prompt: The door stood open.]
    I went in.
* “No.”[ # prompt: The door stood open.] # speaker: Rae
    I stayed. # offramp: bench
- -> later

=== later ===
That was all. # ending: home
-> END
"""

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 70"><path d="M0 0h9v9z" fill="#123456"/></svg>\n'
SCENE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">\n'
    '<g id="far"/>\n<g id="mid"/>\n<g id="light"/>\n<g id="near"><path d="M0 0h9v9z"/></g>\n</svg>\n'
)
OGG = b"OggS\x00\x02" + bytes(20) + b"\x01\x1e" + b"\x01vorbis" + bytes(40)
PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


class Tale:
    """A story in a folder of its own that a test may spoil."""

    def __init__(self, root: Path) -> None:
        """Writes a story in which nothing is wrong."""
        self.root = root
        self.write("story.toml", TOML)
        self.write("main.ink", INK)
        self.write("art/portraits/rae-open.svg", PICTURE)
        self.write("art/cover.svg", PICTURE)
        self.write("art/scenes/lock.svg", SCENE)
        self.write("sound/kick.ogg", OGG)

    def write(self, name: str, content: str | bytes) -> Path:
        """Writes a file of the story."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces a piece of a file that must stand there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    @property
    def folder(self) -> StoryFolder:
        """Returns the story as the studio names it."""
        return StoryFolder(self.root)

    def check(self) -> Report:
        """Checks the story."""
        return check(self.folder)

    def codes(self) -> list[str]:
        """Checks the story and returns the codes of the complaints."""
        return [one.code for one in self.check().diagnostics]


@pytest.fixture
def tale(tmp_path: Path) -> Tale:
    """A story in which nothing is wrong."""
    return Tale(tmp_path / "stories" / "tale")


@pytest.fixture
def ink(tmp_path: Path) -> Callable[..., Report]:
    """Checks some ink alone: the main file's text, and other files by name."""

    def checked(text: str | bytes, **others: str | bytes) -> Report:
        for name, content in {"main.ink": text, **others}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return check(StoryFolder(tmp_path, "main.ink", bare=True))

    return checked


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps every test's keys in its own folder."""
    monkeypatch.setenv("THRESHOLD_HOME", str(tmp_path / "home"))
