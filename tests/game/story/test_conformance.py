"""Every story of the corpus plays as in inkjs, and goes on the same from every save."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from game.story.cues import Cue
from game.story.runtime import Story

if TYPE_CHECKING:
    from pathlib import Path

    from game.errors import CueError
    from game.story.page import Choice, Line, Page
    from tests.game.story.inkjs import InkJs

SEEDS = 10
TURNS = 60

RANDOM = {
    "conditional/shuffle.ink": "shuffles: each engine deals its own order",
    "conditional/shuffle_once.ink": "shuffles: each engine deals its own order",
    "conditional/shuffle_stopping.ink": "shuffles: each engine deals its own order",
}


def every_tag(tags: list[str]) -> tuple[tuple[Cue, ...], tuple[CueError, ...]]:
    """Reads every tag as a cue, whatever it says."""
    return tuple(Cue(tag, "") for tag in tags), ()


def told(part: Line | Choice) -> list[Any]:
    """Returns a line or a choice as inkjs tells it."""
    return [part.text, [cue.name for cue in part.cues]]


def as_told(page: Page) -> list[Any]:
    """Returns a page as inkjs tells it."""
    return [[told(line) for line in page.lines], [told(choice) for choice in page.choices]]


def played(script: str, picks: list[int]) -> list[Any]:
    """Returns the pages of one play."""
    story, pages = Story(script, seed=1, read_tags=every_tag), []
    for pick in picks:
        page = story.advance()
        pages.append(as_told(page))
        if page.ended:
            break
        story.choose(pick % len(page.choices))
    return pages


def picks_of(seed: int) -> list[int]:
    """Returns what a player with this seed picks."""
    dice = random.Random(seed)
    return [dice.randrange(60) for _ in range(TURNS)]


@pytest.fixture(scope="session")
def stories(ink: InkJs, corpus: Path) -> dict[str, str]:
    """Returns every story of the corpus, compiled, by its path."""
    return {path.relative_to(corpus).as_posix(): compiled(ink, path) for path in sorted(corpus.rglob("*.ink"))}


def compiled(ink: InkJs, path: Path) -> str:
    """Returns a story compiled with what it includes, whichever file includes it."""
    near = sorted(path.parent.rglob("*.ink"))
    names = {other.relative_to(path.parent).as_posix(): other for other in near} | {other.name: other for other in near}
    return ink.compile(path.read_text(encoding="utf-8"), {name: other.read_text(encoding="utf-8") for name, other in names.items()})


def test_plays_as_inkjs_does(ink: InkJs, stories: dict[str, str]) -> None:
    """Lines, choices and tags agree with inkjs for ten seeds of choices in every story without dice."""
    differing = []
    for name, script in stories.items():
        for seed in range(SEEDS):
            picks = picks_of(seed)
            if name not in RANDOM and played(script, picks) != ink.play(script, picks):
                differing.append((name, seed))
    assert differing == []


@pytest.mark.parametrize("seed", range(3))
def test_goes_on_the_same_from_every_save(stories: dict[str, str], seed: int) -> None:
    """A new story restored from the state after any choice tells the very same rest, dice included."""
    for name, script in stories.items():
        story, states, pages = Story(script, seed=5, read_tags=every_tag), [], []
        picks = picks_of(seed)[:25]
        for pick in picks:
            states.append(story.state())
            pages.append(story.advance())
            if pages[-1].ended:
                break
            story.choose(pick % len(pages[-1].choices))
        for at, state in enumerate(states):
            assert rest_from(script, state, pages[at:], picks[at:]) == pages[at:], (name, at)


def rest_from(script: str, state: str, pages: list[Page], picks: list[int]) -> list[Page]:
    """Returns the pages from a state on, where the choices are taken that led to `pages`."""
    story = Story(script, seed=9, read_tags=every_tag)
    story.restore(state)
    rest = [story.advance()]
    for page, pick in zip(pages[:-1], picks, strict=False):
        story.choose(pick % len(page.choices))
        rest.append(story.advance())
    return rest


@pytest.mark.parametrize("name", RANDOM)
def test_dice_fall_by_the_seed(stories: dict[str, str], name: str) -> None:
    """A story with dice tells the same with the same seed."""
    assert played(stories[name], picks_of(1)) == played(stories[name], picks_of(1))
