"""Tries a story file that nobody trusted signed, in a process of its own, before the game lets its script near the ink engine.

The engine is native code that a hostile script might crash or keep busy for ever; here only the child process suffers.
What a script does later, on a way the trial did not take, is held by the limits of a turn alone.
"""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.errors import PackError, StoryError, marked
from game.story.limits import Limits
from game.story.pack import open_pack
from game.story.runtime import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.pack import Book

OPTION: Final = "--probe"
SECONDS: Final = 1.9
MOST_BYTES: Final = 300 * 2**20
_TURNS: Final = 30
_PLAYS: Final = 5
_PLAYING: Final = 0.8
_REFUSED: Final = 3
_LIMITS: Final = Limits(seconds=0.3)

_HARMFUL = marked("This story file was tried out and did not run safely. It was not opened. Get it again from where you found it.")


def command() -> tuple[str, ...]:
    """Returns what starts a trial: this module, or in a frozen build the game itself with `--probe`."""
    return (sys.executable, OPTION) if getattr(sys, "frozen", False) else (sys.executable, "-m", __name__)


def check(book: Book, start: Sequence[str] | None = None, *, seconds: float = SECONDS) -> None:
    """Tries a story file in a child process; `start` is the command that runs `main` here with the file's path.

    Raises PackError where the script can't be opened, crashes the engine, or keeps it busy too long.
    """
    try:
        trial = [*(start or command()), str(book.path)]
        done = subprocess.run(  # noqa: S603  (our own program, with one file's name, and no shell)
            trial, timeout=seconds, check=False, stdin=subprocess.DEVNULL, capture_output=True
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise PackError(_HARMFUL) from fault
    if done.returncode:
        raise PackError(_HARMFUL)


def main(arguments: Sequence[str]) -> int:
    """Plays the story file named by the one argument in each of its languages for a moment; returns the process's exit code."""
    _bound()
    try:
        book = open_pack(Path(arguments[0]), ())
        until = time.monotonic() + _PLAYING
        for language in book.languages:
            _play(book.ink(language), until)
    except (PackError, StoryError, MemoryError, IndexError):
        return _REFUSED
    return 0


def _play(ink: str, until: float) -> None:
    """Plays a script a few times, each time with other choices; only a script that can't be opened counts against it."""
    dice, story = random.Random(0), Story(ink, seed=0, limits=_LIMITS)  # noqa: S311  (nothing is secret here)
    first = story.state()
    for _ in range(_PLAYS):
        with contextlib.suppress(StoryError):
            story.restore(first)
            for _ in range(_TURNS):
                page = story.advance()
                if page.ended or time.monotonic() > until:
                    break
                story.choose(dice.randrange(len(page.choices)))


def _bound() -> None:
    """Bounds the memory of this process, on systems that can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (absent on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
