"""The map of what was read: nothing seen is lost, nothing damaged goes unsaid, and every place can be stood on again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.errors import StoryError
from game.story.atlas import Atlas, Place
from game.story.journey import Journey
from game.story.ways import NAME, Ways, eyes, record_of
from tests.game.story import packs

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
+ [Left] Left it is. # perspective: Nilu
  ~ n = n + 1
+ [Right] Right it is.
- Is it {n}?
+ [On] Some words. # music: none
  -> second
+ [Back] Once more. -> first
=== second ===
# chapter: 2 # scene: yard # perspective: none
There.
+ [Again] -> first
+ [Stop] Over. # ending: left_quietly
  -> END
+ [Stay] Still here. # ending: stayed
  -> END
"""
FRENCH = ENGLISH.replace("Hello.", "Bonjour.").replace("[Left]", "[Gauche]").replace("[Right]", "[Droite]").replace("[On]", "[Va]")
STEPS = st.lists(st.sampled_from(["0", "1", "2", "back", "forward", "en", "fr", "new"]), max_size=30)


@pytest.fixture
def book(ink: InkJs, tmp_path: Path) -> Book:
    """Opens a small story in two languages."""
    return packs.book(tmp_path, {"en": ink.compile(ENGLISH), "fr": ink.compile(FRENCH)})


def _ways(folder: Path) -> Ways:
    ways = Ways(folder)
    ways.on = True
    return ways


def _step(book: Book, journey: Journey, ways: Ways, step: str) -> Journey:
    """Does one thing that a player can do."""
    if step == "new":
        journey = Journey.begin(book, journey.language, seed=1)
    elif step in {"en", "fr"}:
        journey.switch_language(step)
    elif step in {"back", "forward"}:
        journey.back() if step == "back" else journey.forward()
    elif int(step) < len(journey.page.choices):
        journey.choose(int(step))
    ways.note(journey)
    return journey


def _facts(atlas: Atlas) -> set[tuple[str, ...]]:
    """Returns everything an atlas knows, as plain facts."""
    found: set[tuple[str, ...]] = {("ending", name) for name in atlas.endings} | {("eyes", name) for name in atlas.eyes}
    for place in atlas.places:
        for language, told in place.told.items():
            found |= {(place.knot, language, *told.choices)}
            found |= {("took", place.knot, language, told.choices[number]) for number in place.taken}
    return found


def test_nothing_that_was_seen_is_lost(book: Book, tmp_path: Path) -> None:
    """Whatever way a player goes, rewinds, switches languages or begins anew, what the map knew it knows ever after, on disk too."""
    count = iter(range(10_000))

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def walk(steps: list[str]) -> None:
        folder = tmp_path / str(next(count))
        ways, journey = _ways(folder), Journey.begin(book, "en", seed=1)
        ways.note(journey)
        known = _facts(ways.atlas)
        for step in steps:
            journey = _step(book, journey, ways, step)
            facts = _facts(ways.atlas)
            assert known <= facts
            known = facts
            assert set(journey.endings) <= set(ways.atlas.endings)
        assert _facts(_ways(folder).atlas) == known

    walk()


def test_merging_is_the_same_however_often(book: Book, tmp_path: Path) -> None:
    """Two maps merged know what both knew; merged again, nothing changes."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS, STEPS)
    def merge(one: list[str], other: list[str]) -> None:
        atlases = []
        for steps in (one, other):
            ways, journey = _ways(tmp_path / "x"), Journey.begin(book, "en", seed=1)
            ways._atlas = Atlas()
            ways.note(journey)
            for step in steps:
                journey = _step(book, journey, ways, step)
            atlases.append(ways.atlas)
        wanted = _facts(atlases[0]) | _facts(atlases[1])
        atlases[0].merge(atlases[1])
        assert wanted <= _facts(atlases[0])
        before = msgspec.json.encode(atlases[0])
        atlases[0].merge(atlases[1])
        assert msgspec.json.encode(atlases[0]) == before

    merge()


def test_gathering_twice_is_gathering_once(book: Book, tmp_path: Path) -> None:
    """A journey taken in a second time changes nothing."""
    ways, journey = _ways(tmp_path), Journey.begin(book, "en", seed=1)
    for choice in (0, 1, 1, 0, 1):
        journey.choose(choice)
    ways.gather(journey)
    before = msgspec.json.encode(ways.atlas)
    ways.gather(journey)
    assert msgspec.json.encode(ways.atlas) == before
    assert ways.atlas.endings == ["left_quietly"]
    assert ways.atlas.eyes == ["nilu"]


def test_a_place_is_one_in_every_language(book: Book, tmp_path: Path) -> None:
    """Where the language changes on a page, the place gets its words in both, and stays one place."""
    ways, journey = _ways(tmp_path), Journey.begin(book, "en", seed=1)
    ways.note(journey)
    journey.switch_language("fr")
    ways.note(journey)
    journey.choose(0)
    ways.note(journey)
    first = ways.atlas.places[0]
    assert (first.words("en").choices, first.words("fr").choices) == (("Left", "Right"), ("Gauche", "Droite"))
    assert first.taken == [0]


def test_states_survive_what_is_packed_against_them() -> None:
    """Where a story was changed at a place, every other place still begins with its own state."""

    @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.binary(max_size=60), min_size=1, max_size=40), st.integers(0, 39), st.binary(max_size=60))
    def change(states: list[bytes], at: int, other: bytes) -> None:
        atlas = Atlas()
        for state in states:
            atlas._add(Place(None, "k", "s", {}, b""), state)
        at %= len(states)
        atlas._replace(atlas.places[at], other)
        states[at] = other
        assert [atlas.state(place) for place in atlas.places] == states

    change()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_place_can_be_stood_on_again(book: Book, tmp_path: Path, language: str) -> None:
    """From the map alone, without any save, each place offers its choices again with its stage, in the language of now."""
    ways, journey = _ways(tmp_path), Journey.begin(book, "en", seed=1)
    ways.note(journey)
    for choice in (0, 0, 1):
        journey.choose(choice)
        ways.note(journey)
    ways = _ways(tmp_path)
    assert len(ways.atlas.places) == 3
    for place in ways.atlas.places:
        there = Journey.resume(book, record_of(ways.atlas, place, book, language))
        assert there.landed is None
        assert len(there.page.choices) == len(place.words("en").choices)
        assert there.language == language
        assert there.chapter == place.chapter
        assert there.stage.scene == ("hall" if place.chapter == 1 else "yard")
        assert not there.can_back
        there.choose(0)
        assert there.can_back


def test_a_place_whose_script_changed_lands_where_it_still_can(ink: InkJs, book: Book, tmp_path: Path) -> None:
    """A story that was changed since lets a player go back as an old save does: to the last place that is still there."""
    ways, journey = _ways(tmp_path / "a"), Journey.begin(book, "en", seed=1)
    journey.choose(0)
    journey.choose(0)
    ways.gather(journey)
    (tmp_path / "b").mkdir()
    other = packs.book(tmp_path / "b", {"en": ink.compile(ENGLISH.replace("+ [Stay]", "+ [Wait]\n  -> first\n+ [Stay]"))})
    place = next(place for place in ways.atlas.places if place.knot == "second" or place.chapter == 2)
    there = Journey.resume(other, record_of(ways.atlas, place, other, "en"))
    assert there.page.choices


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.just(b"[" * 5000), st.just(b'{"format":1,"places":[{"chapter":1}]}')))
def test_a_damaged_map_is_told_and_kept_aside(tmp_path: Path, raw: bytes) -> None:
    """Whatever stands in the file, the map opens; what cannot be read is kept, byte for byte, and the player is told."""
    (tmp_path / NAME).write_bytes(raw)
    ways = _ways(tmp_path)
    assert ways.atlas.format == 1
    if ways.notice is not None:
        assert (tmp_path / "map-broken.json").read_bytes() == raw
    else:
        assert msgspec.json.decode(raw, type=Atlas) == ways.atlas


def test_a_damaged_place_is_told(book: Book, tmp_path: Path) -> None:
    """A place whose state is damaged raises a sentence for the player, or lands; it never breaks the game."""
    ways, journey = _ways(tmp_path), Journey.begin(book, "en", seed=1)
    ways.note(journey)
    ways.atlas.places[0].state = b"nothing"
    try:
        there = Journey.resume(book, record_of(ways.atlas, ways.atlas.places[0], book, "en"))
    except StoryError:
        return
    assert there.landed


def test_while_it_is_off_nothing_is_written(book: Book, tmp_path: Path) -> None:
    """With the setting off no map is kept; forgetting deletes what was."""
    ways, journey = Ways(tmp_path), Journey.begin(book, "en", seed=1)
    ways.note(journey)
    assert not list(tmp_path.iterdir()) or not (tmp_path / NAME).exists()
    ways.on = True
    ways.note(journey)
    assert (tmp_path / NAME).is_file()
    ways.forget()
    assert not (tmp_path / NAME).exists()
    assert not ways.atlas.places


def test_two_hours_stay_small(ink: InkJs, tmp_path: Path) -> None:
    """The map of a journey of two hours, four hundred parting ways long, stays under 300 kB."""
    knots = "\n".join(
        f"=== k{n} ===\nOne more evening at the lock, number {n}, with words enough to fill a line.\n"
        f"* [Say what you think about number {n}, and wait.] -> k{n + 1}\n* [Say nothing about {n} and look at the water.] -> k{n + 1}"
        for n in range(400)
    )
    variables = "\n".join(f"VAR v{n} = {n}" for n in range(12))
    book = packs.book(tmp_path, {"en": ink.compile(f"{variables}\n-> k0\n{knots}\n=== k400 ===\nOver. # ending: left_quietly\n-> END")})
    ways, journey = _ways(tmp_path / "map"), Journey.begin(book, "en", seed=1)
    ways.note(journey)
    while journey.page.choices:
        journey.choose(journey.choices_made % 2)
        ways.note(journey)
    size = (tmp_path / "map" / NAME).stat().st_size
    print(f"map of {len(ways.atlas.places)} places: {size} bytes")
    assert len(ways.atlas.places) == 400
    assert size < 300_000


def test_eyes_are_read_from_the_script(ink: InkJs) -> None:
    """Everyone whose eyes the script ever uses is known, by key."""
    assert eyes(ink.compile(ENGLISH)) == ("nilu",)
