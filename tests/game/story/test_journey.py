"""The journey through a story: back, forward, skip, languages, saves of old versions."""

from __future__ import annotations

import gc
import random
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from game.errors import SaveError, StoryError, StoryLimitError, StoryPanicError
from game.story.journey import Journey
from game.story.limits import Limits
from game.story.seen import Seen
from game.story.stage import Stage
from tests.game.story import packs
from tests.game.story.long import endless, long_journey

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.pack import Book
    from tests.game.story.inkjs import InkJs

ENGLISH = """
VAR n = 0
-> first
=== first ===
# chapter: 1 # scene: hall # music: kick, bass
Hello. # speaker: Rae
* [Left]
  ~ n = n + 1
  Left it is. # skip: second
* [Right]
  Right it is, {RANDOM(1, 1000000)}.
- It is {n}.
* [On]
  Some words. # music: none
  -> second
* [Zero] {1 / (n - n)}
  -> END
* [Loop]
  -> loop
=== second ===
# chapter: 2 # scene: yard
There, with {n}.
+ [Again] -> first
+ [Stop]
  Over. # ending: left_quietly
  -> END
=== loop ===
~ n = n + 1
-> loop
"""
FRENCH = ENGLISH.replace("Hello.", "Bonjour.").replace("It is {n}.", "C'est {n}.").replace("Left it is.", "À gauche.")


@pytest.fixture
def story(ink: InkJs, tmp_path: Path) -> Book:
    """Opens a small story in two languages."""
    return packs.book(tmp_path, {"en": ink.compile(ENGLISH), "fr": ink.compile(FRENCH)})


def texts(journey: Journey) -> list[str]:
    """Returns the texts of the current page."""
    return [line.text for line in journey.page.lines]


def test_goes_back_and_forward_word_for_word(story: Book) -> None:
    """A page gone back to, and forward to, shows the very words it showed first."""
    journey = Journey.begin(story, "en", seed=7)
    first = journey.page
    second = journey.choose(1)
    third = journey.choose(0)
    assert [journey.back(), journey.back(), journey.back()] == [second, first, None]
    assert not journey.can_back
    assert [journey.forward(), journey.forward(), journey.forward()] == [second, third, None]
    assert journey.choices_made == 2


def test_same_choice_again_keeps_what_follows(story: Book) -> None:
    """After going back, the same choice keeps the pages after it and another choice forgets them."""
    journey = Journey.begin(story, "en", seed=7)
    second = journey.choose(1)
    journey.choose(0)
    journey.back()
    journey.back()
    assert journey.choose(1) == second
    assert journey.can_forward
    journey.back()
    journey.choose(0)
    assert not journey.can_forward
    assert texts(journey) == ["Left it is.", "It is 1."]


def test_a_failed_choice_changes_nothing(story: Book) -> None:
    """Where a choice makes the engine panic or run for ever, the reader stays on the page and can choose something else."""
    journey = Journey.begin(story, "en", seed=7, limits=Limits(seconds=0.1))
    page = journey.choose(0)
    with pytest.raises(StoryPanicError):
        journey.choose(1)
    with pytest.raises(StoryLimitError):
        journey.choose(2)
    with pytest.raises(StoryError):
        journey.choose(9)
    assert journey.page is page
    assert journey.choose(0).lines[0].text == "Some words."


def test_stage_holds_the_last_cues(story: Book) -> None:
    """The stage is what the cues so far have set, before and after the page."""
    journey = Journey.begin(story, "en", seed=7)
    assert journey.stage.music == ("kick", "bass")
    journey.choose(0)
    assert journey.stage_before.skip is None
    assert journey.stage.skip == "second"
    journey.choose(0)
    assert journey.stage == Stage(scene="yard", chapter=2)
    assert journey.chapter_title == "Second"
    journey.back()
    assert (journey.stage.scene, journey.stage.music) == ("hall", ("kick", "bass"))


def test_skip_leads_where_the_cue_says(story: Book) -> None:
    """A skip goes to the knot of the last skip cue, once, and can be gone back over."""
    journey = Journey.begin(story, "en", seed=7)
    assert journey.skip() is None
    before = journey.choose(0)
    page = journey.skip()
    assert page is not None
    assert page.lines[-1].text == "There, with 1."
    assert journey.skip() is None
    assert journey.back() == before
    assert journey.skip() == page


def test_endings_stay_reached(story: Book) -> None:
    """An ending once reached stays reached after rewinding."""
    journey = Journey.begin(story, "en", seed=7)
    for choice in (0, 0, 1):
        journey.choose(choice)
    assert journey.page.ended
    assert journey.endings == ("left_quietly",)
    journey.back()
    assert journey.endings == ("left_quietly",)


def test_switches_language_in_the_middle(story: Book) -> None:
    """The current page is told again in the other language, and the story goes on in it."""
    journey = Journey.begin(story, "en", seed=7)
    journey.choose(0)
    journey.switch_language("fr-CA")
    assert journey.language == "fr"
    assert texts(journey) == ["À gauche.", "C'est 1."]
    journey.back()
    assert texts(journey)[-1] == "Bonjour."
    journey.forward()
    journey.choose(0)
    assert texts(journey)[-1] == "There, with 1."


def test_resumes_where_it_was(story: Book) -> None:
    """A journey taken up again has the same pages, stage and way back and forward, and goes on the same."""
    journey = Journey.begin(story, "en", seed=7)
    for choice in (1, 0):
        journey.choose(choice)
    journey.back()
    again = Journey.resume(story, journey.record())
    assert again.landed is None
    assert (again.page, again.stage, again.turns, again.choices_made) == (journey.page, journey.stage, journey.turns, 1)
    assert again.forward() == journey.forward()
    assert again.choose(0) == journey.choose(0)


def test_another_story_is_refused(story: Book, ink: InkJs, tmp_path: Path) -> None:
    """A save of another story is refused with a plain sentence."""
    record = Journey.begin(story, "en").record()
    other = packs.book(tmp_path, {"en": ink.compile(ENGLISH)}, id="other")
    with pytest.raises(SaveError):
        Journey.resume(other, record)


@pytest.mark.parametrize(
    ("change", "landed", "line"),
    [
        (("Left it is.", "Left, then."), False, "Left, then."),
        (("=== loop ===", "=== other ===\nNew.\n-> END\n=== loop ==="), False, "Left it is."),
        (("* [Left]", "* [Up]\n  Up.\n* [Left]"), True, "Hello."),
        (("  Left it is.", "  New line.\n  Left it is."), True, "Hello."),
    ],
)
def test_a_changed_story_goes_on_at_the_last_safe_place(
    story: Book, ink: InkJs, tmp_path: Path, change: tuple[str, str], line: str, *, landed: bool
) -> None:
    """A typo mended keeps the place; a changed knot begins again, and says so; variables stay."""
    journey = Journey.begin(story, "en", seed=7)
    journey.choose(0)
    newer = packs.book(tmp_path, {"en": ink.compile(ENGLISH.replace(*change))}, version="1.1.0")
    again = Journey.resume(newer, journey.record())
    assert (again.landed is not None) is landed
    assert texts(again)[0 if not landed else -1] == line
    assert not again.page.ended
    again.choose(0)


def test_a_vanished_knot_lands_in_the_one_before(story: Book, ink: InkJs, tmp_path: Path) -> None:
    """Where the reader's knot is gone, the journey goes on at the last page that is left; one told on the way to it stays."""
    journey = Journey.begin(story, "en", seed=7)
    journey.choose(0)
    inside = journey.record()
    for choice in (0, 0):
        journey.choose(choice)
    newer = packs.book(tmp_path, {"en": ink.compile(ENGLISH.replace("=== first ===", "=== opening ===").replace("-> first", "-> opening"))})
    again = Journey.resume(newer, journey.record())
    assert again.landed is None
    assert texts(again) == texts(journey)
    again = Journey.resume(newer, inside)
    assert again.landed
    assert texts(again) == ["Hello."]
    nothing = packs.book(tmp_path, {"en": ink.compile("All new.\n* [Yes] Indeed.\n-> END\n")}, version="2")
    restarted = Journey.resume(nothing, journey.record())
    assert restarted.landed
    assert texts(restarted) == ["All new."]


def test_seen_pages_are_known(story: Book, tmp_path: Path) -> None:
    """A page read in an earlier journey is not fresh in the next, also after the memory was saved."""
    seen = Seen()
    journey = Journey.begin(story, "en", seed=7, seen=seen)
    assert journey.fresh
    journey.choose(0)
    seen.save(tmp_path / "seen.json")
    again = Journey.begin(story, "en", seed=7, seen=Seen.load(tmp_path / "seen.json"))
    assert not again.fresh
    again.choose(1)
    assert again.fresh


def test_two_hours_take_little_memory(ink: InkJs, tmp_path: Path) -> None:
    """A journey of 600 turns, about two hours, stays under 10 MB, and its save under 2 MB comes back whole."""
    book = packs.book(tmp_path, {"en": ink.compile(endless())})
    gc.collect()
    tracemalloc.start()
    journey = long_journey(book)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 10 * 2**20
    again = Journey.resume(book, journey.record())
    assert again.turns == journey.turns
    while again.back():
        pass
    assert again.page == journey.turns[0].page
    assert again.choose(0) is not None


def test_any_way_through_the_intercept_can_be_rewound(ink: InkJs, corpus: Path, tmp_path: Path) -> None:
    """Back to any page of a whole game and the same choices again: the same pages, also after save and load at every turn."""
    book = packs.book(tmp_path, {"en": ink.compile((corpus / "the_intercept.ink").read_text(encoding="utf-8"))})
    dice, journey = random.Random(4), Journey.begin(book, "en", seed=4)
    picks = []
    while not journey.page.ended:
        picks.append(dice.randrange(len(journey.page.choices)))
        journey.choose(picks[-1])
    pages = [turn.page for turn in journey.turns]
    for at in range(0, len(pages) - 1, 3):
        again = Journey.resume(book, journey.record())
        assert again.jump_to(at) == pages[at]
        other = (picks[at] + 1) % len(pages[at].choices)
        if other != picks[at]:
            again.choose(other)
            again.back()
        rest = [again.choose(pick) for pick in picks[at:]]
        assert rest == pages[at + 1 :]
    with pytest.raises(StoryError):
        journey.jump_to(len(pages))


def test_a_switch_that_fails_changes_nothing(ink: InkJs, tmp_path: Path) -> None:
    """Where the other language can't tell this place, the journey stays in its own and goes on."""
    broken = packs.book(tmp_path, {"en": ink.compile(ENGLISH), "fr": ink.compile(ENGLISH.replace("Left it is.", "{1 / (n - n)}"))})
    journey = Journey.begin(broken, "en", seed=7)
    page = journey.choose(0)
    with pytest.raises(StoryPanicError):
        journey.switch_language("fr")
    assert (journey.language, journey.page) == ("en", page)
    assert journey.choose(0).lines[0].text == "Some words."
