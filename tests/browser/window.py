"""A player at the game's real window: a private screen, a keyboard, and what a person would copy."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import skia

from tests.game import started, xvfb

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.conftest import Demo

SECONDS, CALM = 30.0, 0.35
# How long the picture must stay the same where keys are made and a server is asked meanwhile.
ANSWERED = 3.0
NAMES = {" ": "space", ".": "period", ",": "comma", "'": "apostrophe", "-": "minus"}


def lacks() -> str:
    """Returns why there can be no such player here, or nothing where there can."""
    return xvfb.lacks() or ("" if shutil.which("xclip") else "xclip is not installed (Debian: xclip)")


class Window:
    """The game, seen and typed at."""

    def __init__(self, screen: xvfb.Screen, game: subprocess.Popen[bytes]) -> None:
        """Waits for the first picture."""
        self.screen, self.game = screen, game
        assert xvfb.until(lambda: screen.colours() > 8 and screen.listens(), SECONDS), "no picture came, or it takes no keys"
        self.calm()

    def calm(self, seconds: float = CALM) -> None:
        """Waits until the picture has stayed the same for some time."""
        end, since, seen = time.monotonic() + SECONDS, time.monotonic(), self.screen.picture()
        while time.monotonic() - since < seconds and time.monotonic() < end:
            time.sleep(0.03)
            now = self.screen.picture()
            if now != seen:
                since, seen = time.monotonic(), now

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, each once the picture has come to rest."""
        for key in keys:
            self.screen.press(key)
            self.calm()

    def then(self, *keys: str) -> None:
        """Presses keys and waits until the picture is another one, and at rest."""
        before = self.screen.picture()
        self.screen.press(*keys)
        assert xvfb.until(lambda: self.screen.picture() != before, SECONDS), f"{keys} changed nothing"
        self.calm()

    def write(self, words: str) -> None:
        """Types words in small letters, then waits until they can be seen."""
        for letter in words:
            self.screen.press(NAMES.get(letter, letter))
        self.calm()

    def send(self) -> None:
        """Presses Ctrl and Enter."""
        before = self.screen.picture()
        self.screen.hold("Control_L", down=True)
        self.screen.press("Return")
        self.screen.hold("Control_L", down=False)
        assert xvfb.until(lambda: self.screen.picture() != before, SECONDS)
        self.calm()

    def copied(self) -> str:
        """Returns what lies on the clipboard, as another program gets it."""
        command = ["xclip", "-selection", "clipboard", "-out", "-display", self.screen.name]
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=True).stdout.decode()

    def shot(self, folder: str | None, name: str) -> None:
        """Keeps a picture of the screen in a folder, where one is named."""
        picture(self.screen, folder, name)


def picture(screen: xvfb.Screen, folder: str | None, name: str) -> None:
    """Keeps a picture of a screen in a folder, where one is named."""
    if folder:
        image = skia.Image.frombytes(screen.pixels(), (xvfb.WIDTH, xvfb.HEIGHT), skia.kBGRA_8888_ColorType, skia.kOpaque_AlphaType)
        image.save(f"{folder}/{name}.png", skia.kPNG)


@contextmanager
def playing(screen: xvfb.Screen, home: Path, demo: Demo) -> Iterator[Window]:
    """Yields the window of a game that knows where the demo's counsellors are; closes it as a window manager does."""
    command = [*started.command(), "--lang", "en", "--contact", str(demo.folder / "threshold.toml")]
    environment = started.environment(home, DISPLAY=screen.name)
    with subprocess.Popen(command, cwd=started.ROOT, env=environment, stderr=subprocess.PIPE) as game:
        try:
            yield Window(screen, game)
            screen.close_window()
            assert game.wait(SECONDS) == 0
        finally:
            if game.poll() is None:
                game.kill()
        assert game.stderr is not None
        assert b"Traceback" not in game.stderr.read()
