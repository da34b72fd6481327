"""The window is driven by keys alone on a private screen, from the shelf through a whole chapter and back."""

from __future__ import annotations

import contextlib
import json
import subprocess
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest

from game.story.journey import Journey
from game.story.pack import open_pack
from game.story.saves import Saves
from tests.game import started, xvfb
from tests.game.xvfb import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from game.story.pack import Book
    from game.story.record import Record

STORY = "second-verse"
SECONDS, QUIET = 30, 1.0


class Player:
    """Somebody at the keyboard; what the story is at is read from the saves on disk."""

    def __init__(self, screen: xvfb.Screen, game: subprocess.Popen[bytes], home: Path, book: Book) -> None:
        """Waits for the first picture."""
        self.screen, self.game, self.home, self.book = screen, game, home, book
        self.saves = Saves(home / "saves")
        assert until(lambda: screen.colours() > 8 and screen.listens()), "no picture came, or it takes no keys"

    def turns(self) -> int:
        """Returns how many autosaves were written."""
        return max((info.number for info in self.saves.list(STORY) if info.kind == "auto"), default=0)

    def place(self) -> Record:
        """Returns the newest save."""
        info = self.saves.latest(STORY)
        assert info is not None
        return self.saves.load(info)

    def does(self, *keys: str) -> None:
        """Presses keys and waits until the screen shows something else."""
        self.sees(lambda: self.screen.press(*keys))

    def sees(self, cause: Callable[[], None]) -> None:
        """Waits until the screen shows something else than before something was done."""
        before = self.screen.picture()
        cause()
        assert until(lambda: self.screen.picture() != before, SECONDS), "nothing changed on the screen"

    def reads(self) -> None:
        """Presses the space bar until the whole page has been read; pressed too often, it does no harm."""
        assert until(lambda: self.turns() > 0 and bool(self.place().turns), SECONDS), "no page was saved"
        page = self.place().turns[-1]
        self.screen.press(*["space"] * (3 * len(page.lines) + 3))

    def chooses(self, *keys: str) -> None:
        """Reads the page and takes a choice; waits until it is saved."""
        before = self.turns()
        self.reads()
        self.screen.press(*keys)
        assert until(lambda: self.turns() > before, SECONDS), f"{keys} chose nothing"

    def settled(self) -> dict[str, tuple[int, bytes]]:
        """Waits until nothing is being written any more, and returns what is: the list of what was seen comes after the autosave."""
        seen, since = dict[str, tuple[int, bytes]](), time.monotonic()
        end = since + SECONDS
        while time.monotonic() < since + QUIET:
            assert time.monotonic() < end, "something is written for ever"
            time.sleep(0.02)
            # A file that is being written takes another name between the list and the look.
            with contextlib.suppress(FileNotFoundError):
                now = started.written(self.home)
                if now != seen:
                    seen, since = now, time.monotonic()
        return seen

    def leaves(self, *keys: str) -> int:
        """Presses what leaves the game, and returns its exit code."""
        self.screen.press(*keys)
        return self.game.wait(SECONDS)


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[xvfb.Screen]:
    """Yields a private screen."""
    if reason := xvfb.lacks():
        pytest.skip(f"no private screen: {reason}")
    with xvfb.opened(tmp_path_factory.mktemp("screen")) as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Returns the folder that the game keeps everything in."""
    return tmp_path / "home"


@pytest.fixture(scope="module")
def book(shipped: Path) -> Book:
    """Returns the shipped story."""
    return open_pack(shipped / f"{STORY}.story", ())


@contextmanager
def playing(screen: xvfb.Screen, home: Path, book: Book, *arguments: str) -> Iterator[Player]:
    """Yields a player in front of the started game; ends the game, should it still run."""
    environment = started.environment(home, DISPLAY=screen.name)
    with subprocess.Popen([*started.command(), *arguments], cwd=started.ROOT, env=environment, stderr=subprocess.PIPE) as game:
        try:
            yield Player(screen, game, home, book)
        finally:
            if game.poll() is None:
                game.kill()
        assert game.stderr is not None
        assert b"Traceback" not in game.stderr.read()
    assert until(lambda: screen.colours() == 1, SECONDS), "the window is still there"


def test_a_story_by_keyboard_alone(screen: xvfb.Screen, home: Path, book: Book) -> None:
    """From the shelf through the note and the whole story to its ending, a setting changed, left, and gone on with another day."""
    with playing(screen, home, book) as player:
        player.does("Return")  # the cover: the note
        player.does("Return")  # the note: the story
        assert until(lambda: player.turns() == 1)
        for way in (("2",), ("Down", "Return"), ("KP_1",)):
            player.chooses(*way)
        assert [turn.chosen for turn in player.place().turns] == [1, 1, 0, None]
        while not player.place().endings:
            player.does("space")
            player.chooses("1")
        assert player.place().endings == ("left_with_support",)
        ended = player.place()
        player.reads()
        player.does("1")  # back to the shelf
        player.does("Tab", "Tab", "Tab", "Return")  # the button to start, the one to start anew, settings
        player.does("Right")
        assert until((home / "settings.json").exists)
        assert json.loads((home / "settings.json").read_text("utf-8"))["text_size"] == 110
        player.does("Escape")
        assert player.leaves("Tab", "Tab", "Tab", "Return") == 0  # help, language, leave
    with playing(screen, home, book) as player:
        player.does("Return")  # the cover: the story goes on
        screen.press("F5")
        assert until(lambda: player.saves.list(STORY)[0].kind == "quick")
        assert player.place().turns == ended.turns
        assert Journey.resume(book, player.place()).page.ended
        assert player.turns() == len(ended.turns)
        screen.close_window()
        assert player.game.wait(SECONDS) == 0
    done = started.read(home, "q\n")
    assert "You go on where you were." in done.stdout


def test_rewinding_and_the_quick_save(screen: xvfb.Screen, home: Path, book: Book) -> None:
    """Page Up goes back over a choice, another choice is then taken, and F9 brings back what F5 kept."""
    with playing(screen, home, book) as player:
        player.does("Return")
        player.does("Return")
        assert until(lambda: player.turns() == 1)
        player.chooses("1")
        screen.press("F5")
        assert until(lambda: any(info.kind == "quick" for info in player.saves.list(STORY)))
        player.does(*["Prior"] * 80)  # to the first line of the first page
        player.chooses("2")
        assert [turn.chosen for turn in player.place().turns] == [1, None]
        player.does("F9")
        player.chooses("1")
        assert [turn.chosen for turn in player.place().turns] == [0, 0, None]


def test_the_window_takes_any_size(screen: xvfb.Screen, home: Path, book: Book) -> None:
    """The window is drawn anew at every size, with text and all, and its size is kept for the next time."""
    with playing(screen, home, book) as player:
        for size in ((960, 540), (700, 780), (320, 240), (1200, 700)):
            player.sees(partial(screen.resize, *size))
            player.does("Tab")
            assert screen.colours() > 8
        screen.close_window()
        assert player.game.wait(SECONDS) == 0
    kept = json.loads((home / "settings.json").read_text("utf-8"))
    assert (kept["width"], kept["height"]) == (1200, 700)


def test_the_quick_exit_leaves_no_trace(screen: xvfb.Screen, home: Path, book: Book) -> None:
    """Three Shifts turn the window into a notepad by title and picture; the disk tells nothing of it, and Home, held, goes back."""
    with playing(screen, home, book) as player:
        player.does("Return")
        player.does("Return")
        player.chooses("1")
        title, before = screen.title(), player.settled()
        screen.press("Shift_L", "a", "Shift_L", "Shift_L")
        player.does("space")
        assert screen.title() == title == "Threshold"  # a key in between: somebody is writing
        screen.press("Shift_L", "Shift_R", "Shift_L")
        assert until(lambda: screen.title() == "Notes")
        calm = screen.picture()
        screen.press("Escape", "F1", "F5", "F12", "1", "Return")
        player.does("h", "i")
        assert screen.picture() != calm
        assert (screen.title(), started.written(home)) == ("Notes", before)
        screen.hold("Home", down=True)
        back = until(lambda: screen.title() == title)
        screen.hold("Home", down=False)
        assert back
        player.chooses("1")


def test_a_story_from_the_command_line(screen: xvfb.Screen, home: Path, book: Book, tmp_path: Path, tiny: bytes) -> None:
    """--story opens a file at its note; a file that cannot be read, and a home that cannot be written, leave a game that runs."""
    given = tmp_path / "given.story"
    given.write_bytes(tiny)
    with playing(screen, home, book, "--story", str(given)) as player:
        player.does("Return")
        assert until(lambda: player.saves.latest("tiny") is not None)
    given.write_bytes(tiny[:99])
    with playing(screen, home, book, "--story", str(given)) as player:
        player.does("Tab")
        assert player.game.poll() is None
    (tmp_path / "file").write_text("", "utf-8")
    with playing(screen, tmp_path / "file" / "home", book) as player:
        player.does("Return")
        player.does("Return")
        player.does("space")
        assert player.game.poll() is None
