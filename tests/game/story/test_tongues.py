"""A story changes its language at any choice and stays where it is; what is not translated is known for what it is."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.story.journey import Journey
from game.story.tongue import OWN_BEGINS, OWN_ENDS, heard, marked
from tests.game.story import tongues

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.pack import Book
    from game.story.page import Page

TURNS = 14


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Opens the story in two languages."""
    return tongues.book(tmp_path_factory.mktemp("tongues"))


@pytest.fixture(scope="module")
def gaps(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Opens the story with some of its texts not translated."""
    return tongues.book(tmp_path_factory.mktemp("gaps"), missing=("It was", "“No.”", "She waited", "and {~a", "The door"))


def words(page: Page) -> list[str]:
    """Returns the lines, choices and prompts of a page."""
    return [*(line.text for line in page.lines), *(choice.text for choice in page.choices), page.prompt or ""]


def played(book: Book, language: str, picks: list[int]) -> list[Page]:
    """Returns the pages of a play all in one language."""
    journey = Journey.begin(book, language, seed=7)
    pages = [journey.page]
    for pick in picks:
        if journey.page.ended:
            break
        pages.append(journey.choose(pick % len(journey.page.choices)))
    return pages


def test_both_languages_tell_the_same_story(book: Book) -> None:
    """Played alike, both languages have the same pages, in their own words and with the same dice."""
    for seed in range(30):
        picks = [random.Random(seed * 100 + turn).randrange(60) for turn in range(TURNS)]
        first, second = played(book, "en", picks), played(book, "fr", picks)
        assert [words(page) for page in first] == [[text.replace("fr·", "") for text in words(page)] for page in second]
        assert all("fr·" in text for page in second for text in words(page) if text)


PICKS = st.lists(st.integers(0, 59), min_size=3, max_size=TURNS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PICKS, st.lists(st.sampled_from(["en", "fr"]), min_size=TURNS + 1, max_size=TURNS + 1))
def test_the_language_may_change_at_every_choice(book: Book, picks: list[int], languages: list[str]) -> None:
    """Whatever languages a way through the story is read in, each page is the one of a play all in that language."""
    alone = {language: played(book, language, picks) for language in ("en", "fr")}
    journey = Journey.begin(book, "en", seed=7)
    for turn, (pick, language) in enumerate(itertools.zip_longest(picks, languages[: len(picks) + 1])):
        if journey.language != language:
            journey.switch_language(language)
        assert words(journey.page) == words(alone[language][turn])
        resumed = Journey.resume(book, journey.record())
        assert (resumed.language, resumed.page, resumed.landed) == (language, journey.page, None)
        if journey.page.ended or pick is None:
            break
        journey = resumed if pick % 2 else journey
        journey.choose(pick % len(journey.page.choices))


def test_places_are_the_same_in_both_languages(book: Book) -> None:
    """A turn is known by the same shape and knot in both, so that maps, saves and ways back do not care for the language."""
    picks = [0, 2, 1, 0, 2, 1, 0]
    shapes = []
    for language in ("en", "fr"):
        journey = Journey.begin(book, language, seed=7)
        for pick in picks:
            if not journey.page.ended:
                journey.choose(pick % len(journey.page.choices))
        shapes.append([(turn.knot, turn.shape) for turn in journey.turns])
    assert shapes[0] == shapes[1]
    assert all(shape for _, shape in shapes[0])


def test_a_sentence_with_its_logic_elsewhere_changes_no_place(tmp_path: Path) -> None:
    """Where a translator moved logic about in a sentence, choices after it keep their places, and the language may change there."""
    moved = {"I came out{in > 0: , {trust} times wiser}.": "{in > 0: {trust} fois plus sage, }je sortis."}
    told = tongues.book(tmp_path, said=moved)
    journeys = [Journey.begin(told, language, seed=7) for language in ("en", "fr")]
    for pick in (0, 1, 0, 0, 1):
        for journey in journeys:
            journey.choose(pick % len(journey.page.choices))
        first, second = journeys
        assert [(turn.knot, turn.shape) for turn in first.turns] == [(turn.knot, turn.shape) for turn in second.turns]
        first.switch_language("fr")
        assert words(first.page) == words(second.page)
        first.switch_language("en")
    assert "1 fois plus sage, je sortis." in [line.text for turn in journeys[1].turns for line in turn.page.lines]


def test_earlier_pages_are_told_in_the_language_of_now(book: Book) -> None:
    """Rewinding after a change of language tells every earlier page in it, each at its place."""
    journey = Journey.begin(book, "en", seed=7)
    for pick in (0, 1, 1, 0):
        journey.choose(pick % len(journey.page.choices))
    journey.switch_language("fr")
    pages = played(book, "fr", [0, 1, 1, 0])
    for page in reversed(pages[:-1]):
        assert words(journey.back() or journey.page) == words(page)
    for page in pages[1:]:
        assert words(journey.forward() or journey.page) == words(page)


def test_what_is_not_translated_says_so(gaps: Book) -> None:
    """Lines, choices and prompts without a translation are in the story's own language, and known as such, in saves too."""
    journey = Journey.begin(gaps, "fr", seed=7)
    page = journey.page
    assert page.lines[0].text == "It was late."
    assert page.lines[0].own
    assert (page.prompt, page.asking.own if page.asking else None) == ("The door stood open.", True)
    assert [(choice.text.removeprefix("fr·"), choice.own) for choice in page.choices] == [
        ("Go in", False),
        ("“No.”", True),
        ("Wait", False),
    ]
    assert not page.lines[1].own
    assert "fr·" in page.lines[1].text
    assert Journey.resume(gaps, journey.record()).page == page
    assert not any(OWN_BEGINS in text or OWN_ENDS in text for text in words(page))
    journey.switch_language("en")
    assert not any(line.own for line in journey.page.lines)


@pytest.mark.parametrize(
    ("text", "said", "own"),
    [
        ("Plain.", "Plain.", False),
        (f"{OWN_BEGINS}Own.{OWN_ENDS}", "Own.", True),
        (f"{OWN_BEGINS}Own{OWN_ENDS} 7.", "Own 7.", False),
        (f"{OWN_BEGINS}Own{OWN_ENDS} – {OWN_BEGINS}all{OWN_ENDS}!", "Own – all!", True),
        (f"Un, {OWN_BEGINS}two{OWN_ENDS}.", "Un, two.", False),
        (f"Torn {OWN_BEGINS}off", "Torn off", False),
        (f"Torn{OWN_ENDS}", "Torn", False),
        ("", "", False),
    ],
)
def test_marks_are_read_and_never_shown(text: str, said: str, own: bool) -> None:  # noqa: FBT001 - a table's column
    """A line is in the story's own language where all of its words are; torn marks do no harm."""
    assert heard(text) == (said, own)
    assert heard(marked(said, own=own)) == (said, own)
