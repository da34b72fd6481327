"""A story's session guide can be kept from the page before the story and from the credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.app import App, Options
from game.paths import below
from game.scenes.credits import CreditsScreen
from game.scenes.group_guide import GroupGuide
from game.scenes.note import NoteScreen
from game.settings import Settings, SettingsFile
from tests.game.story import packs
from tests.game.story.test_printed import PDF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GUIDE = b'{"parts":[{"kind":"heading","text":"Low Water","level":1},{"kind":"bullet","text":"Ask who waits."}]}'
INK = b'{"inkVersion":21,"root":[["^Hi.","\\n","end",null],"done",null],"listDefs":{}}'


@pytest.fixture(params=[True, False])
def app(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[App]:
    """The program before a story that brings a guide, or none."""
    story = tmp_path / "a.story"
    guide: dict[str, bytes] = {"guide.pdf": PDF} if request.param else {}
    story.write_bytes(
        packs.packed({"ink/en.ink.json": INK, **guide}, signed=False, id="tale", guide=dict.fromkeys(["en"] if guide else [], "guide.pdf"))
    )
    paths = below(tmp_path / "home")
    file = SettingsFile(paths.settings)
    file.save(Settings())
    app = App(paths, file, Options(story=story, language="en"))
    app._began_sound = True
    app.begin()
    app.frame()
    yield app
    app.shell.pictures.close()
    app.shell.sound.stop()
    app.window.destroy()


def test_a_guide_is_kept_among_the_documents(app: App) -> None:
    """The row stands where there is a guide, and only there; pressing it keeps the guide and says where."""
    assert isinstance(app.top, NoteScreen)
    book = app.top.book
    assert book
    for screen in (app.top, CreditsScreen(app.shell)):
        rows = [widget for widget in screen.column(600) if widget.key == "guide-tale"]
        assert len(rows) == len(book.manifest.guide)
        for row in rows:
            assert row.act
            row.act()
            path = app.paths.exports / "tale-guide.pdf"
            assert path.read_bytes() == PDF
            assert str(path) in app.shell.banner


def test_a_guide_that_is_not_plain_is_told_of(app: App, tmp_path: Path) -> None:
    """Where the guide cannot be kept, the banner says so in one sentence, and nothing is written."""
    assert isinstance(app.top, NoteScreen)
    for row in [widget for widget in app.top.column(600) if widget.key == "guide-tale"]:
        (tmp_path / "home" / "exports").write_text("a file where the folder should be")
        assert row.act
        row.act()
        assert "could not be kept" in app.shell.banner


def test_a_guide_is_read_in_the_window(tmp_path: Path) -> None:
    """Where a story brings its guide in words, a row before the story opens it; a damaged one is told of in a sentence."""
    for data, words in ((GUIDE, "Ask who waits."), (b"{", "cannot be shown")):
        story = tmp_path / "a.story"
        story.write_bytes(packs.packed({"ink/en.ink.json": INK, "text/guide.en.json": data}, signed=False, id="tale"))
        paths = below(tmp_path / "home")
        file = SettingsFile(paths.settings)
        file.save(Settings())
        app = App(paths, file, Options(story=story, language="en"))
        app._began_sound = True
        app.begin()
        try:
            assert isinstance(app.top, NoteScreen)
            app.top.press(next(widget for widget in app.top.widgets if widget.key == "guide"))
            assert isinstance(app.top, GroupGuide)
            assert any(words in widget.name for widget in app.top.widgets)
        finally:
            app.shell.pictures.close()
            app.shell.sound.stop()
            app.window.destroy()
