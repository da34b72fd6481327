"""`--watch`: a real window whose story file is replaced loads it again and stands where it stood. `--overlay`: the workings."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.scenes.watcher import Watcher
from game.story.journey import Journey
from game.story.replay import replay, walk
from tests.game import started
from tests.game.story import inkjs, packs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.story.pack import Book

REST = 0.03
STORY = """\
# chapter: 1
The tap drips. Dice {RANDOM(1, 100000)}.
* [Turn it off.]
    It drips.
* [Listen.]
    Four a minute.
- -> stairs
=== stairs ===
The stairs are steep.
* [Climb.]
    Nine of them.
* [Stay.]
    You stay.
- -> END
"""


@pytest.fixture(scope="module")
def compiler() -> Iterator[inkjs.InkJs]:
    """Opens inkjs once."""
    yield from inkjs.opened()


def test_the_same_steps_in_a_newer_story(compiler: inkjs.InkJs, tmp_path: Path) -> None:
    """Choices are taken again by their words wherever they stand now, by their place where only words changed, and with the same dice."""

    def book(ink: str) -> Book:
        return packs.book(tmp_path, {"en": compiler.compile(ink)})

    journey = Journey.begin(book(STORY), "en", seed=11)
    first = journey.page.lines[0].text
    journey.choose(1)
    journey.choose(0)
    moved = replay(book(STORY.replace("* [Turn it off.]", "* [Whistle.]\n    An echo.\n* [Turn it off.]")), journey)
    assert moved.whole
    assert [turn.chosen_text for turn in moved.journey.turns[:-1]] == ["Listen.", "Climb."]
    assert moved.journey.turns[0].page.lines[0].text == first
    reworded = replay(book(STORY.replace("[Listen.]", "[Listen closely.]").replace("Nine of them.", "Eleven.")), journey)
    assert reworded.whole
    assert reworded.journey.page.lines[-1].text == "Eleven."
    shorter = replay(book(STORY.replace("* [Climb.]\n    Nine of them.\n", "")), journey)
    assert (shorter.whole, shorter.taken, shorter.wanted) == (False, 1, 2)
    assert shorter.journey.page.lines[-1].text == "The stairs are steep."


def test_choices_are_walked_with_the_dice_of_a_seed(compiler: inkjs.InkJs, tmp_path: Path) -> None:
    """Choices by their places lead to the same page each time; one that is not there ends the walk before it."""
    book = packs.book(tmp_path, {"en": compiler.compile(STORY)})
    walked = walk(book, "en", (1, 0), 3)
    assert walked.whole
    assert walked.journey.page.lines[-1].text == "Nine of them."
    assert walked.journey.turns[0].page.lines[0].text == walk(book, "en", (), 3).journey.page.lines[0].text
    short = walk(book, "en", (1, 4, 0), 3)
    assert (short.whole, short.taken, short.wanted) == (False, 1, 3)
    assert short.journey.page.lines[-1].text == "The stairs are steep."


def test_a_window_opens_where_choices_lead(compiler: inkjs.InkJs, tmp_path: Path) -> None:
    """`--choices` must open the page they lead to, without the note before it, and say where a choice could not be taken."""
    story = tmp_path / "draft.story"
    story.write_bytes(packs.packed({"ink/en.ink.json": compiler.compile(STORY).encode()}, signed=False, id="draft"))
    for choices, words, turn in (("2,1", "Nine of them.", 2), ("2,7", "1 of 2 choices could be taken.", 1)):
        (tmp_path / "told.json").unlink(missing_ok=True)
        window = Window(tmp_path, story, "--choices", choices, "--seed", "3", "--story")
        try:
            assert window.waits_for(words)["turn"] == turn
        finally:
            window.process.kill()
            window.process.communicate()


def test_a_file_is_watched_without_being_read(tmp_path: Path) -> None:
    """The watcher must wake once for a file that is replaced, not for one that is gone for a moment, and stop when it is told to."""
    path, woken = tmp_path / "a.story", []
    path.write_bytes(b"one")
    watcher = Watcher(path, lambda: woken.append(1), every=0.02)
    time.sleep(0.1)
    assert not watcher.changed()
    path.unlink()
    time.sleep(0.1)
    assert not watcher.changed()
    path.write_bytes(b"two, longer")
    _until(lambda: bool(woken))
    assert watcher.changed()
    assert not watcher.changed()
    watcher.close()
    time.sleep(0.06)
    path.write_bytes(b"three, longer still")
    time.sleep(0.1)
    assert not watcher.changed()


def _until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


class Window:
    """The game in a process of its own, with a window nobody sees; it says in a file where it is."""

    def __init__(self, folder: Path, story: Path, *options: str) -> None:
        """Starts it."""
        self.told = folder / "told.json"
        self.orders = folder / "orders"
        code = f"import tests.game.watched as w; w.run({str(self.told)!r}, {str(self.orders)!r}, {[*options, str(story)]!r})"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=started.ROOT,
            env=started.environment(folder / "home", SDL_VIDEODRIVER="dummy"),
            stderr=subprocess.PIPE,
        )

    def tells(self) -> dict[str, Any]:
        """Returns what it said last."""
        try:
            found: dict[str, Any] = json.loads(self.told.read_text("utf-8"))
        except (OSError, ValueError):
            return {"lines": [], "banner": "", "turn": -1}
        return found

    def waits_for(self, words: str) -> dict[str, Any]:
        """Waits until it says these words in a line or the banner."""

        def there() -> bool:
            assert self.process.poll() is None, self.process.stderr and self.process.stderr.read()
            told = self.tells()
            return words in told["banner"] or any(words in line for line in told["lines"])

        _until(there)
        return self.tells()

    def rests(self) -> bool:
        """Tells whether it uses next to no processor for a second, as it must once the text stands."""
        before = self.processor()
        time.sleep(1.0)
        return self.processor() - before < REST

    def processor(self) -> float:
        """Returns the seconds of processor it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_window_follows_its_file(compiler: inkjs.InkJs, tmp_path: Path) -> None:
    """A line fixed must appear where the writer stands, in the same turn; a choice gone stops before it and says so; a broken file too."""
    story = tmp_path / "draft.story"

    def pack(ink: str) -> None:
        half = story.with_suffix(".half")
        half.write_bytes(packs.packed({"ink/en.ink.json": compiler.compile(ink).encode()}, signed=False, id="draft"))
        half.replace(story)

    pack(STORY)
    window = Window(tmp_path, story, "--watch")
    try:
        told = window.waits_for("Nine of them.")
        assert told["turn"] == 2
        _until(window.rests)
        pack(STORY.replace("Nine of them.", "Eleven of them."))
        told = window.waits_for("Eleven of them.")
        assert told["turn"] == 2
        assert "You are where you were." in told["banner"]
        pack(STORY.replace("* [Climb.]\n    Nine of them.\n", ""))
        told = window.waits_for("1 of 2 choices could be taken again.")
        assert told["turn"] == 1
        story.write_bytes(b"half a file")
        window.waits_for("not a story file")
        pack(STORY)
        window.waits_for("You are where you were.")
    finally:
        window.process.kill()
        window.process.communicate()


def test_the_overlay_says_what_is_going_on(compiler: inkjs.InkJs, tmp_path: Path) -> None:
    """With `--overlay` the panel must tell frame, memory, knot, turn and cues; without it, F3 does nothing and nothing is drawn."""
    story = tmp_path / "draft.story"
    story.write_bytes(packs.packed({"ink/en.ink.json": compiler.compile(STORY).encode()}, signed=False, id="draft"))
    window = Window(tmp_path, story, "--overlay", "--story")
    try:
        told = window.waits_for("Nine of them.")
        words = " ".join(told["overlay"])
        for wanted in ("frame ", " ms", " MB", "stairs", "turn 2", "cues here"):
            assert wanted in words
        assert told["shown"] == [True, False, True]
    finally:
        window.process.kill()
        window.process.communicate()
    bare = tmp_path / "bare"
    bare.mkdir()
    window = Window(bare, story, "--story")
    try:
        told = window.waits_for("Nine of them.")
        assert told["overlay"] == []
        assert told["shown"] == [False, False, False]
    finally:
        window.process.kill()
        window.process.communicate()
