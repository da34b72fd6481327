"""Stories in scripts that the interface itself does not speak: laid out right, chosen in the settings, read on in the middle."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import skia

from game.paths import Paths, below
from game.scenes.shell import Route
from game.settings import SettingsFile
from studio.check import check
from studio.story_folder import StoryFolder
from tests.game.scenes import golden, packs, views
from tests.game.scenes.player import Player

SCRIPTS = Path(__file__).parent / "scripts"
TOLD = {"th": "ไทย", "hi": "हिन्दी", "zh": "中文", "he": "עברית"}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, members: dict[str, bytes]) -> Path:
    """Returns a folder of stories with the one that is told in every script."""
    folder = tmp_path_factory.mktemp("scripts")
    contents, manifest = dict(members), json.loads(members["manifest.json"])
    for tag in TOLD:
        root = folder / tag
        shutil.copytree(packs.STORY, root)
        shutil.copy(SCRIPTS / f"{tag}.ink", root)
        ink = check(StoryFolder(root, f"{tag}.ink", bare=True)).ink
        assert ink is not None
        contents[f"ink/{tag}.ink.json"] = ink.encode()
        manifest["ink"][tag] = f"ink/{tag}.ink.json"
    shipped = folder / "shipped"
    shipped.mkdir()
    (shipped / "low-water.story").write_bytes(packs.packed({**contents, "manifest.json": json.dumps(manifest).encode()}))
    packs.trust(shipped)
    return shipped


@pytest.fixture
def paths(tmp_path: Path, shelf: Path) -> Paths:
    """Returns the places of a game that has this story on its shelf."""
    return replace(below(tmp_path / "home"), packs=shelf)


def _chinese() -> str:
    """Returns the font that this system has for Chinese letters: the pictures were drawn with one of them."""
    face = skia.FontMgr().matchFamilyStyleCharacter("", skia.FontStyle(), ["zh-Hans"], ord("水"))
    return face.getFamilyName() if face else ""


@pytest.mark.parametrize("tag", [*TOLD])
def test_every_script_looks_as_it_should(paths: Paths, tag: str, tmp_path: Path) -> None:
    """A page with its prompt and choices must look like its golden picture, at two sizes and upright."""
    if tag == "zh" and _chinese() != "Droid Sans Fallback":
        pytest.skip("The pictures want other Chinese letters (Debian: fonts-droid-fallback)")
    faults = []
    for size, text in (((1280, 720), 100), ((1280, 720), 200), ((720, 1000), 100)):
        player = Player(paths, size=size, lang=tag, text_size=text)
        player.open()
        player.see()
        player.to_choices()
        views.at_rest(player)
        try:
            golden.check(f"script-{tag}-{size[0]}x{size[1]}-{text}", player.app.canvas, tmp_path / "golden")
        except AssertionError as fault:
            faults.append(str(fault))
        player.close()
        views.forget(player)
    assert not faults, "\n".join(faults)


def test_a_language_of_stories_alone_is_chosen_in_the_settings(paths: Paths) -> None:
    """It stands there under its own name; choosing it tells the page anew and leaves the interface as it was; it is kept."""
    player = Player(paths, lang="en")
    player.open()
    player.to_choices()
    english = player.session.page
    player.go(Route.LANGUAGE)
    named = {widget.key: (widget.name, widget.value) for widget in player.top.widgets if widget.key in TOLD}
    assert named == {tag: (name, "Stories only") for tag, name in TOLD.items()}
    player.top.press(player.widget("zh"))
    assert player.app.shell.words.language == "en"
    assert player.session.page != english
    assert "飞蛾" in " ".join(line.text for line in player.session.page.lines)
    player.go(Route.LANGUAGE)
    assert player.widget("zh").value == "In use"
    assert SettingsFile(paths.settings).load().language == "zh"
    player.close()


@pytest.mark.parametrize(("lang", "interface", "rtl"), [("he", False, True), ("ar", True, True), ("en", False, False)])
def test_choices_follow_the_direction_of_the_story(paths: Paths, lang: str, interface: bool, rtl: bool) -> None:  # noqa: FBT001
    """Number and words of a choice must stand where the story's reader begins, whatever side the interface begins at."""
    player = Player(paths, lang=lang, theme="contrast_dark")
    player.open()
    player.to_choices()
    assert player.app.shell.space.rtl is interface
    views.at_rest(player)
    drawn = golden.pixels(player.app.canvas.image())
    widget, rect = player.widget("choice-1"), player.widget("choice-1").rect
    assert widget.rtl is rtl
    row = drawn[int(rect.y + 8) : int(rect.bottom - 8), int(rect.x + 8) : int(rect.right - 8)].max(axis=2)
    lit = (row > row.min() + 60).any(axis=0).nonzero()[0]
    # The number stands close to one side; these words end far from the other.
    left, right = lit.min(), row.shape[1] - lit.max()
    assert min(left, right) < rect.h
    assert bool(right < left) is rtl
    player.close()
