"""Measures the story package: `python -m tests.bench.bench_story` prints the figures; nothing here fails for being slow."""

from __future__ import annotations

import gc
import json
import random
import statistics
import tempfile
import time
import tracemalloc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import bink.story  # type: ignore[import-untyped]  # bink carries no types

from game.story.journey import Journey
from game.story.runtime import Story
from game.story.saves import Saves
from tests.game.story import inkjs, packs
from tests.game.story.long import endless, long_journey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.story.pack import Book

INTERCEPT = Path(__file__).parents[3] / "shared" / "corpus" / "the_intercept.ink"
PLAYS = 100


def bare(ink: str) -> tuple[float, int]:
    """Returns the processor's seconds that bink alone takes for some plays of a story, and how many lines they have."""
    dice, lines, story = random.Random(1), 0, bink.story.Story(ink)
    start = time.process_time()
    for _ in range(PLAYS):
        while True:
            while story.can_continue():
                story.cont()
                lines += 1
            choices = list(story.get_current_choices())
            if not choices:
                break
            story.choose_choice_index(dice.randrange(len(choices)))
        story.reset_state()
    return time.process_time() - start, lines


def paged(ink: str) -> float:
    """Returns the seconds for the very same plays as pages with cues, with a checkpoint after every choice."""
    dice, story = random.Random(1), Story(ink, seed=1)
    first = story.state()
    start = time.process_time()
    for _ in range(PLAYS):
        while (page := story.advance()).choices:
            story.choose(dice.randrange(len(page.choices)))
        story.restore(first)
    return time.process_time() - start


@contextmanager
def opened() -> Iterator[tuple[str, Book]]:
    """Yields The Intercept compiled, and a story file of an endless story."""
    with contextmanager(inkjs.opened)() as compiler, tempfile.TemporaryDirectory() as folder:
        ink = compiler.compile(INTERCEPT.read_text(encoding="utf-8"))
        yield ink, packs.book(Path(folder), {"en": compiler.compile(endless())})


def milliseconds(work: Callable[[], object], times: int = 30) -> float:
    """Returns the median time of some work."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def there_and_back(journey: Journey) -> None:
    """Goes one page back and forward again."""
    journey.back()
    journey.forward()


def kept(book: Book) -> tuple[Journey, float]:
    """Returns a two-hour journey and the megabytes that Python holds for it."""
    gc.collect()
    tracemalloc.start()
    journey = long_journey(book)
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    return journey, size


def measure() -> dict[str, float]:
    """Returns every figure of the story package, each named with its unit."""
    with opened() as (ink, book), tempfile.TemporaryDirectory() as folder:
        (alone, lines), through = map(min, zip(*((bare(ink), paged(ink)) for _ in range(5)), strict=True))
        journey, size = kept(book)
        saves, record = Saves(Path(folder)), journey.record()
        info = saves.write_quick(record)
        return {
            "bink alone, lines/s": lines / alone,
            "pages with cues, lines/s": lines / through,
            "pages against bink alone, %": 100 * alone / through,
            "open a story of 500 KB compiled, ms": milliseconds(lambda: Journey.begin(book, "en", seed=1)),
            "open The Intercept, ms": milliseconds(lambda: Story(ink, seed=1).advance()),
            "two-hour journey: turns": len(journey.turns),
            "two-hour journey: memory, MB": size,
            "two-hour journey: one page back and forward, ms": milliseconds(lambda: there_and_back(journey)),
            "two-hour journey: quick save with fsync, ms": milliseconds(lambda: saves.write_quick(journey.record())),
            "two-hour journey: autosave with fsync, ms": milliseconds(lambda: saves.write_auto(journey.record())),
            "two-hour journey: save, KB": info.path.stat().st_size / 1024,
            "two-hour journey: load and resume, ms": milliseconds(lambda: Journey.resume(book, saves.load(info))),
            "two-hour journey: list 11 saves, ms": milliseconds(lambda: saves.list("test-story")),
        }


if __name__ == "__main__":
    print(json.dumps({name: round(value, 3) for name, value in measure().items()}, indent=2))
