"""Stories that others wrote, told in languages that nobody speaks: every line changes, and nothing else."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from py_mini_racer import MiniRacer

from game.story.runtime import Story
from studio import compile as compiler
from studio import compiler_process, pseudo, structure
from studio.ink_source import read_ink
from studio.messages import of_story
from studio.retelling import retold
from tests.studio import translating
from tests.studio.conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.story.page import Page
    from studio.ink_source import Sources

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of ink stories is not at ../shared/corpus")


@pytest.fixture(scope="module")
def engine() -> Iterator[MiniRacer]:
    """Opens inkjs once."""
    with MiniRacer() as racer:
        compiler_process.start(racer, compiler.engine_path())
        yield racer


def stories() -> list[Path]:
    """Returns every story of the corpus."""
    return sorted(CORPUS.rglob("*.ink"))


def test_every_story_keeps_its_structure_and_no_word(engine: MiniRacer) -> None:
    """Made up in both languages, each story compiles, is built the same, and shows no piece of text that it showed before."""
    told = 0
    for path in stories():
        sources = read_ink(path.parent, path.name)
        own = translating.compiled(engine, sources)
        assert own is not None, path.name
        for change in pseudo.PSEUDO.values():
            other = translating.compiled(engine, translating.changed(sources, partial(pseudo.of_ink, change=change)))
            assert other is not None, path.name
            assert structure._bones(json.loads(own)) == structure._bones(json.loads(other)), path.name
            assert not set(translating.shown(own)) & set(translating.shown(other)), path.name
        told += 1
    assert told > 70


def test_untranslated_stories_are_the_same_but_for_their_marks(engine: MiniRacer) -> None:
    """Without a single translation a story is built the same, and all of it says that it is in the story's own language."""
    for path in stories():
        sources = read_ink(path.parent, path.name)
        own, other = translating.compiled(engine, sources), translating.compiled(engine, translating.told(sources, {}))
        assert own is not None
        assert other is not None
        assert structure._bones(json.loads(own)) == structure._bones(json.loads(other)), path.name


def count(sources: Sources) -> tuple[int, int]:
    """Returns how many messages a story has, and how many different texts."""
    messages = of_story(sources, None)
    return len(messages), len({one.text for one in messages})


def test_the_intercept() -> None:
    """The Intercept has as many messages as its lines, and each has a context of its own."""
    sources = read_ink(CORPUS, "the_intercept.ink")
    assert count(sources) == (937, 790)
    messages = of_story(sources, None)
    assert len({one.key for one in messages}) == len(messages)
    assert sum(one.text == "[Evade]" for one in messages) == 24


def pages(story: Story, picks: list[int]) -> list[Page]:
    """Returns the pages of one play."""
    found = [story.advance()]
    for pick in picks:
        if found[-1].ended:
            break
        story.choose(pick % len(found[-1].choices))
        found.append(story.advance())
    return found


@pytest.mark.parametrize("seed", range(12))
def test_the_intercept_is_played_the_same(seed: int, intercept: tuple[str, str]) -> None:
    """However it is played, the made-up Intercept has the same lines and choices, each of them changed."""
    picks = [(seed * 7919 + turn * 104729) % 60 for turn in range(80)]
    first, second = (pages(Story(ink, seed=1), picks) for ink in intercept)
    assert [(len(page.lines), len(page.choices)) for page in first] == [(len(page.lines), len(page.choices)) for page in second]
    for one, other in zip(first, second, strict=True):
        said = zip((*one.lines, *one.choices), (*other.lines, *other.choices), strict=True)
        assert all(a.text != b.text and "‹" in b.text for a, b in said if a.text)  # type: ignore[attr-defined]  # a line and a choice share a text


@pytest.fixture(scope="module")
def intercept(engine: MiniRacer) -> tuple[str, str]:
    """Returns The Intercept compiled, and made up."""
    sources = read_ink(CORPUS, "the_intercept.ink")
    messages = of_story(sources, None)
    words = {one.key: pseudo.of_ink(one.text, pseudo.accented) for one in messages}
    own, other = translating.compiled(engine, sources), translating.compiled(engine, retold(sources, messages, words))
    assert own is not None
    assert other is not None
    return own, other
