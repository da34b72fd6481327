"""Second Verse goes where its plans say, on every way through it, comes to each of its six endings, and is as long as it promises."""

from __future__ import annotations

import json
import random
import statistics
from collections import Counter
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

    from game.story.page import Line, Page
    from studio.check import Report

FOLDER = StoryFolder(Path(__file__).parents[2] / "stories" / "second-verse")
PLAYS = 400
MOST_CHOICES = 60
SHORTEST, LONGEST = 11_000, 13_000
A_MINUTE = 240
CHAPTER_MINUTES = (10, 14)
RAREST = 0.04
MOST_BYTES = 10_000_000
BEGINNINGS_AND_ENDS = "“”‘’ \n"


@pytest.fixture(scope="module")
def report() -> Report:
    """Returns what the studio says of the story."""
    return check(FOLDER)


@dataclass(slots=True)
class Played:
    """What came of many plays: every text seen, the words of each and of its chapters, its endings, choices without a prompt."""

    texts: set[str] = field(default_factory=set)
    words: list[int] = field(default_factory=list)
    chapters: list[Counter[str]] = field(default_factory=list)
    endings: list[list[str]] = field(default_factory=list)
    unprompted: set[str] = field(default_factory=set)
    faults: list[Exception] = field(default_factory=list)


def play(ink: str, seed: int, pick: Callable[[int], int], into: Played) -> None:
    """Plays the story once, to its end."""
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
    into.chapters.append(chapters(lines))
    into.words.append(into.chapters[-1].total())
    into.endings.append([cue.value for line in lines for cue in line.cues if cue.name == "ending"])
    into.faults += story.faults


def chapters(lines: list[Line]) -> Counter[str]:
    """Returns the words of each chapter of one play."""
    words, chapter = Counter[str](), ""
    for line in lines:
        chapter = next((cue.value for cue in line.cues if cue.name == "chapter"), chapter)
        words[chapter] += len(line.text.split())
    return words


@pytest.fixture(scope="module")
def played(report: Report) -> Played:
    """Plays the story many times, each time with other choices."""
    assert report.ink is not None
    into = Played()
    for seed in range(PLAYS):
        play(report.ink, seed, random.Random(seed).randrange, into)
    return into


def sentences(part: Any, *, within: bool = False) -> Iterator[str]:  # noqa: ANN401  compiled ink is any JSON
    """Yields every text of compiled ink that a reader can see; tags, and logic `within` a tag, are not for reading."""
    if isinstance(part, dict):
        part = list(part.values())
    if not isinstance(part, list):
        return
    for inner in part:
        if not isinstance(inner, str):
            yield from sentences(inner, within=within)
        elif inner in {"#", "/#"}:
            within = inner == "#"
        elif inner.startswith("^") and not within:
            yield inner[1:].strip(BEGINNINGS_AND_ENDS)


def test_the_studio_has_nothing_to_mend(report: Report) -> None:
    """The check finds no error and no warning; that a translation is not finished is a note."""
    assert [str(one) for one in report.diagnostics if one.severity != "note"] == []


def test_every_plan_goes_where_it_says(report: Report) -> None:
    """Each plan of a writer is played as written, each with a title and to the end; together they come to every ending."""
    assert play_plans(FOLDER).diagnostics == []
    plans = [parse(text_file.read(path, path.name)) for path in sorted((FOLDER.root / "plans").glob("*.plan"))]
    assert all(plan.title and plan.steps[-1].verb == "end" for plan in plans)
    assert {step.text for plan in plans for step in plan.steps if step.verb == "ending"} == endings(report)


def endings(report: Report) -> set[str]:
    """Returns the endings that story.toml names."""
    assert report.shape is not None
    return set(report.shape.endings)


def test_every_way_comes_to_an_ending(played: Played) -> None:
    """However it is played, the story ends, with exactly one ending recorded and nothing gone wrong on the way."""
    assert played.faults == []
    assert all(len(reached) == 1 for reached in played.endings)


def test_no_ending_is_hidden(report: Report, played: Played) -> None:
    """All six endings come, none of them in fewer than four of a hundred random plays."""
    reached = Counter(ending for endings_of_one in played.endings for ending in endings_of_one)
    assert set(reached) == endings(report)
    assert len(reached) == 6
    assert min(reached.values()) / len(played.endings) >= RAREST, reached


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


def test_the_story_is_as_long_as_it_promises(report: Report, played: Played) -> None:
    """Every way through has 11,000 to 13,000 words; at 240 a minute story.toml is right about it and about each chapter."""
    assert SHORTEST <= min(played.words) <= max(played.words) <= LONGEST, (min(played.words), max(played.words))
    assert report.shape is not None
    assert abs(statistics.median(played.words) / A_MINUTE - report.shape.minutes) <= 2
    for chapter in report.shape.chapters:
        minutes = statistics.median(words[str(chapter.number)] for words in played.chapters) / A_MINUTE
        assert CHAPTER_MINUTES[0] <= minutes <= CHAPTER_MINUTES[1], (chapter.number, minutes)
        assert abs(minutes - chapter.minutes) <= 1, (chapter.number, minutes)


def test_the_story_file_is_small(shipped: Path) -> None:
    """With all its pictures and sounds the shipped file stays below ten megabytes."""
    assert (shipped / "second-verse.story").stat().st_size < MOST_BYTES
