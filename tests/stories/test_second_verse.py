"""The first chapter of Second Verse goes where its plans say, on every way through it, and is as long as it promises."""

from __future__ import annotations

import json
import random
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.story.runtime import Story
from studio import text_file
from studio.check import check
from studio.plan import parse
from studio.plan_check import play_plans
from studio.story_folder import StoryFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.story.page import Page
    from studio.check import Report

FOLDER = StoryFolder(Path(__file__).parents[2] / "stories" / "second-verse")
PLAYS = 300
MOST_CHOICES = 60
SHORTEST, LONGEST = 2_400, 3_600
MOST_BYTES = 6_000_000
BEGINNINGS_AND_ENDS = "“”‘’ \n"


@pytest.fixture(scope="module")
def report() -> Report:
    """Returns what the studio says of the chapter."""
    return check(FOLDER)


@dataclass(slots=True)
class Played:
    """What came of many plays: every text seen, the words and the endings of each, choices without a prompt."""

    texts: set[str] = field(default_factory=set)
    words: list[int] = field(default_factory=list)
    endings: list[list[str]] = field(default_factory=list)
    unprompted: set[str] = field(default_factory=set)
    faults: list[Exception] = field(default_factory=list)


def play(ink: str, seed: int, pick: Callable[[int], int], into: Played) -> None:
    """Plays the chapter once, to its end."""
    story, pages = Story(ink, seed=seed), list["Page"]()
    for _ in range(MOST_CHOICES):
        pages.append(story.advance())
        into.texts.update(choice.text for choice in pages[-1].choices)
        if pages[-1].ended:
            break
        if not pages[-1].prompt:
            into.unprompted.update(choice.text for choice in pages[-1].choices)
        story.choose(pick(len(pages[-1].choices)))
    lines = [line for page in pages for line in page.lines]
    into.texts.update(line.text for line in lines)
    into.words.append(sum(len(line.text.split()) for line in lines))
    into.endings.append([cue.value for line in lines for cue in line.cues if cue.name == "ending"])
    into.faults += story.faults


@pytest.fixture(scope="module")
def played(report: Report) -> Played:
    """Plays the chapter many times, each time with other choices."""
    assert report.ink is not None
    into = Played()
    for seed in range(PLAYS):
        play(report.ink, seed, random.Random(seed).randrange, into)
    return into


def sentences(part: Any) -> Iterator[str]:  # noqa: ANN401  compiled ink is any JSON
    """Yields every text of compiled ink that a reader can see; tags are not for reading."""
    if isinstance(part, dict):
        part = list(part.values())
    if not isinstance(part, list):
        return
    within = False
    for inner in part:
        if not isinstance(inner, str):
            yield from sentences(inner)
        elif inner in {"#", "/#"}:
            within = inner == "#"
        elif inner.startswith("^") and not within:
            yield inner[1:].strip(BEGINNINGS_AND_ENDS)


def test_the_studio_has_nothing_to_mend(report: Report) -> None:
    """The check finds no error and no warning."""
    assert [str(one) for one in report.diagnostics] == []


def test_every_plan_goes_where_it_says() -> None:
    """Each plan of a writer is played as written, and there are three at least, each with a title and to the end of the chapter."""
    assert play_plans(FOLDER).diagnostics == []
    plans = [parse(text_file.read(path, path.name)) for path in sorted((FOLDER.root / "plans").glob("*.plan"))]
    assert len(plans) >= 3
    assert all(plan.title and plan.steps[-1].verb == "end" for plan in plans)


def test_every_way_comes_to_an_ending(played: Played) -> None:
    """However it is played, the chapter ends, with exactly one ending recorded and nothing gone wrong on the way."""
    assert played.faults == []
    assert all(len(endings) == 1 for endings in played.endings)


def test_every_sentence_can_be_read(report: Report, played: Played) -> None:
    """Nothing is written that random plays never come to: every knot, stitch, branch and choice is reached."""
    assert report.ink is not None
    seen = "\n".join(played.texts)
    written = {text for text in sentences(json.loads(report.ink)["root"]) if text}
    assert sum(len(text.split()) for text in written) > LONGEST
    assert sorted(text for text in written if text not in seen) == []


def test_every_choice_has_a_prompt(played: Played) -> None:
    """Above every choice stands what it answers."""
    assert played.unprompted == set()


def test_the_chapter_is_as_long_as_it_promises(report: Report, played: Played) -> None:
    """No way through is shorter than 2,400 words or longer than 3,600; at 240 words a minute the median takes what story.toml says."""
    median = statistics.median(played.words)
    assert SHORTEST <= min(played.words) <= max(played.words) <= LONGEST, (min(played.words), median, max(played.words))
    assert report.shape is not None
    assert abs(median / 240 - report.shape.minutes) <= 2


def test_the_story_file_is_small(shipped: Path) -> None:
    """With all its pictures and sounds the shipped file stays below six megabytes."""
    assert (shipped / "second-verse.story").stat().st_size < MOST_BYTES
