"""Measures the chapter itself: how long a writer waits for its check, how long a play is, how large its file."""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path

from game.story.runtime import Story
from studio.check import check
from studio.story_folder import StoryFolder

ROOT = Path(__file__).parents[2]
FOLDER = StoryFolder(ROOT / "stories" / "second-verse")
CHECKS, PLAYS = 7, 100


def checked() -> tuple[str, float]:
    """Returns the compiled chapter and the median seconds of its check.

    Raises ValueError where it does not compile.
    """
    taken = []
    for _ in range(CHECKS):
        begun = time.perf_counter()
        report = check(FOLDER)
        taken.append(time.perf_counter() - begun)
    if report.ink is None:
        raise ValueError("the chapter does not compile")
    return report.ink, statistics.median(taken)


def played(ink: str, seed: int) -> tuple[int, int, float]:
    """Returns the words, the choices and the processor's milliseconds of one random play."""
    dice, story, words, choices, begun = random.Random(seed), Story(ink, seed=seed), 0, 0, time.process_time()
    while True:
        page = story.advance()
        words += sum(len(line.text.split()) for line in page.lines)
        if page.ended:
            return words, choices, (time.process_time() - begun) * 1000
        story.choose(dice.randrange(len(page.choices)))
        choices += 1


def measure() -> dict[str, float]:
    """Returns every figure, each named with its unit."""
    ink, seconds = checked()
    words, choices, costs = zip(*(played(ink, seed) for seed in range(PLAYS)), strict=True)
    figures = {
        "chapter: check, s": seconds,
        "chapter: words a play, median of 100": statistics.median(words),
        "chapter: words in the shortest play": min(words),
        "chapter: words in the longest play": max(words),
        "chapter: choices a play, median of 100": statistics.median(choices),
        "chapter: a whole play, ms of processor": statistics.median(costs),
    }
    pack = ROOT / "game" / "packs" / "second-verse.story"
    return figures | ({"chapter: story file, MB": pack.stat().st_size / 2**20} if pack.exists() else {})
