"""Draws every picture of the documents anew, with the programs themselves: `python3 run.py pictures [NAME ...]`."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import skia
from nacl.signing import SigningKey
from playwright.sync_api import sync_playwright

from game import paths
from studio import build, keys, starter
from studio.story_folder import StoryFolder
from tests.browser import lived
from tests.browser.conftest import demonstration
from tests.game.scenes import desks, shots, views
from tests.game.scenes.player import Player
from workshop.art.preview import composite, rasterised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
FONT = ROOT / "game/vendor/fonts/atkinson-hyperlegible-next-latin-600-normal.woff"
QUALITY, COARSE = 82, 60
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# Where the numbers of the writers' page stand on a page of the starter, 1280 by 720: scene, chapter, speaker, mood, prompt, choice, menu.
DOTS = ((120, 330), (926, 113), (764, 237), (540, 487), (1034, 448), (1180, 503), (960, 47))
RADIUS, SIZE = 15, 18
# The sheet of the story: five scenes and eight people in a row.
SHEET, SCENE, FACE = 1200, (240, 135), (150, 175)


def keep(image: skia.Image, name: str, folder: Path, quality: int = QUALITY) -> None:
    """Writes a picture."""
    (folder / f"{name}.webp").write_bytes(bytes(image.encodeToData(skia.EncodedImageFormat.kWEBP, quality)))


def game(folder: Path) -> None:
    """Draws what the window shows."""
    shots.FOLDER = folder
    shots.main()


def cues(folder: Path) -> None:
    """Draws a page of the story that `new` makes, with a number at what each cue made of it."""
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        desks.freeze(patch)
        root, packs = Path(place) / "my-story", Path(place) / "packs"
        packs.mkdir()
        starter.make(root)
        key = SigningKey(bytes(range(32)))
        assert build.build(StoryFolder(root), packs, key).file is not None
        keys.trust(keys.public(key), packs / "trusted.keys")
        home = paths.below(Path(place) / "home")
        player = Player(type(home)(**{**{name: getattr(home, name) for name in home.__slots__}, "packs": packs}), lang="en")
        player.open()
        player.to_choices()
        views.fix(player)
        player.see()
        views.at_rest(player)
        keep(_numbered(player.app.canvas.image()), "cues", folder)
        player.close()
        views.forget(player)


def _numbered(image: skia.Image) -> skia.Image:
    """Returns a picture with the numbers on it."""
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    canvas.drawImage(image, 0, 0)
    font = skia.Font(skia.Typeface.MakeFromFile(str(FONT)), SIZE)
    for number, (x, y) in enumerate(DOTS, start=1):
        canvas.drawCircle(x, y, RADIUS, skia.Paint(Color=skia.ColorWHITE, AntiAlias=True))
        width = font.measureText(str(number))
        canvas.drawString(str(number), x - width / 2, y + SIZE / 3, font, skia.Paint(Color=skia.Color(20, 18, 45), AntiAlias=True))
    return surface.makeImageSnapshot()


def sheet(folder: Path) -> None:
    """Draws every scene and everybody's faces of the story on one sheet, in the order of its story.toml."""
    told = tomllib.loads((ROOT / "stories/second-verse/story.toml").read_text("utf-8"))
    scenes = [ROOT / "stories/second-verse" / one["file"] for one in told["scenes"].values()]
    faces = [
        [ROOT / "stories/second-verse" / mood["file"] for mood in one["portraits"].values()]
        for one in told["characters"].values()
        if "portraits" in one
    ]
    most = max(map(len, faces))
    across = SHEET // SCENE[0]
    rows = -(-len(scenes) // across)
    surface = skia.Surface(SHEET, rows * SCENE[1] + most * FACE[1])
    canvas = surface.getCanvas()
    for number, path in enumerate(scenes):
        image, _ = composite(path.read_text("utf-8"), *SCENE)
        canvas.drawImage(image, number % across * SCENE[0], number // across * SCENE[1])
    for column, person in enumerate(faces):
        for row, path in enumerate(person):
            image, _ = rasterised(path.read_text("utf-8"), *FACE)
            canvas.drawImage(image, column * FACE[0], rows * SCENE[1] + row * FACE[1])
    keep(surface.makeImageSnapshot(), "second-verse", folder, COARSE)


def console(folder: Path) -> None:
    """Draws what counsellors see, in a demo that people have lived in."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "there is no Chromium here: apt install chromium"
    with tempfile.TemporaryDirectory() as place, demonstration(Path(place)) as demo, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        look = {"locale": "en-GB", "color_scheme": "dark", "reduced_motion": "reduce"}
        lena, tarek = (browser.new_context(viewport=DESK, **look).new_page() for _ in range(2))  # type: ignore[arg-type]  # names of Playwright's
        home = Path(place) / "lived"
        home.mkdir()
        lived.settle(lena, tarek, demo, home)
        _shot(lena, "console-inbox", folder)
        lena.locator(".mine a").first.click()
        lena.locator("#letter").wait_for()
        _shot(lena, "console-thread", folder)
        lena.set_viewport_size(PHONE)  # type: ignore[arg-type]  # as above
        _shot(lena, "console-phone", folder)
        browser.close()


def _shot(page: Page, name: str, folder: Path) -> None:
    """Keeps what a page shows once it is laid out."""
    page.wait_for_timeout(600)
    keep(skia.Image.MakeFromEncoded(skia.Data(page.screenshot())), name, folder)


MADE: dict[str, Callable[[Path], None]] = {"game": game, "cues": cues, "sheet": sheet, "console": console}
NAMED = {"cues": ("cues",), "sheet": ("second-verse",), "console": ("console-inbox", "console-thread", "console-phone")}


def drawn() -> Iterator[str]:
    """Yields the name of every picture that is drawn here."""
    yield from (name for name, *_ in shots.SHOTS)
    yield from (name for names in NAMED.values() for name in names)


def main(given: Sequence[str], folder: Path = ROOT / "docs" / "pictures") -> int:
    """Draws all pictures, or those of some kinds."""
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", LANG="en_GB.UTF-8", TZ="UTC")
    if unknown := set(given) - MADE.keys():
        print(f"There is no kind {', '.join(sorted(unknown))}: they are {', '.join(MADE)}.", file=sys.stderr)
        return 2
    for name, make in MADE.items():
        if not given or name in given:
            make(folder)
            print(f"{name}: drawn")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
