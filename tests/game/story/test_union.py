"""What two devices remember comes together: whatever either knew is known, nothing is there twice, and importing again changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from game.settings import Settings, SettingsFile
from game.story import bundle, intake, union
from game.story.atlas import Atlas, Place, Told
from game.story.compass import Compass, Values
from game.story.journal import MOST_PAGES, Journal, Leaf, Pages
from game.story.ways import NAME, Ways
from tests.game.story.killer import STORY
from tests.game.story.lived import lived_in, on_disk

if TYPE_CHECKING:
    from pathlib import Path

    from game.paths import Paths

MAP, COMPASS, JOURNAL = f"saves/{STORY}/{NAME}", "compass/values.json", "journal/entries.json"
LEAVES = st.lists(
    st.builds(Leaf, st.sampled_from(["2026-03-14T21:30:00.000000+00:00", "2026-03-14T21:31:00.000000+00:00", "odd"]), st.text(max_size=5)),
    max_size=5,
    unique_by=lambda leaf: leaf.when,
)
NEAR = st.dictionaries(st.sampled_from(["honesty", "family", "peace"]), st.sampled_from(["near", "middle", "far"]))
MARKS = st.lists(st.text(max_size=3), max_size=6)
# What a story holds: at each place a knot, and the choices there in two languages; the first two look alike in either.
ROOMS = (("lock", "Go"), ("lock", "Wait"), ("weir", "Go"), ("boat", "Row"))
VISITS = st.lists(
    st.tuples(st.integers(0, len(ROOMS) - 1), st.sampled_from(["en", "de"]), st.sets(st.integers(0, 1))),
    max_size=6,
    unique_by=lambda visit: visit[0],
)
NAMES = st.lists(st.sampled_from(["home", "stayed", "left", "late"]), unique=True)


@st.composite
def maps(draw: st.DrawFn) -> Atlas:
    """Returns a map of some of the story, each place seen in one of its languages."""
    atlas = Atlas(endings=draw(NAMES), eyes=draw(NAMES))
    for room, language, taken in draw(VISITS):
        knot, word = ROOMS[room]
        told = Told(f"{knot}?", (f"{word} ({language})", f"Stay ({language})"))
        atlas._add(Place(1, knot, f"shape-{knot}", {language: told}, b"", taken=sorted(taken)), f'{{"room": {room}}}'.encode())
    return atlas


def _seen(atlas: Atlas) -> dict[tuple[str, str, tuple[str, ...]], set[int]]:
    """Returns every place as it was seen in each language, and the ways taken there."""
    found: dict[tuple[str, str, tuple[str, ...]], set[int]] = {}
    for place in atlas.places:
        for language, told in place.told.items():
            found.setdefault((place.knot, language, told.choices), set()).update(place.taken)
    return found


def _both(name: str, here: object, there: object) -> bytes:
    found = union.united(name, msgspec.json.encode(here), msgspec.json.encode(there))
    assert found is not None
    return found


@given(maps(), maps())
def test_maps_come_together_whole_whichever_is_first(here: Atlas, there: Atlas) -> None:
    """Every ending, pair of eyes, place and way of either is on the map, the same from both sides; once more changes nothing."""
    raw = _both(MAP, here, there)
    both, other = (msgspec.json.decode(one, type=Atlas) for one in (raw, _both(MAP, there, here)))
    assert set(both.endings) == set(other.endings) == {*here.endings, *there.endings}
    assert set(both.eyes) == set(other.eyes) == {*here.eyes, *there.eyes}
    seen = _seen(both)
    assert seen == _seen(other)
    assert len(both.places) == len(other.places)
    for one in (here, there):
        assert all(taken <= seen[place] for place, taken in _seen(one).items())
    assert {both.state(place) for place in both.places} <= {one.state(place) for one in (here, there) for place in one.places}
    assert union.united(MAP, raw, msgspec.json.encode(there)) == raw
    assert union.united(MAP, raw, msgspec.json.encode(here)) == raw


def test_a_place_read_in_two_languages_is_one_place() -> None:
    """Read here in English and there in German, a place is once on the map; where it could be either of two, it stays its own."""
    here, there = _map(0), _map(1)
    there.places[0].told = {"de": Told("Und?", ("Geh", "Bleib"))}
    both = msgspec.json.decode(_both(MAP, here, there), type=Atlas)
    assert [(sorted(place.told), place.taken) for place in both.places] == [(["de", "en"], [0, 1])]
    there._add(Place(1, "lock", "shape", {"de": Told("Und?", ("Lauf", "Steh"))}, b""), b"{}")
    both = msgspec.json.decode(_both(MAP, here, there), type=Atlas)
    assert len(both.places) == 3


@given(LEAVES, LEAVES)
def test_every_page_of_both_journals_is_there_once(here: list[Leaf], there: list[Leaf]) -> None:
    """Each page's words are there, in the order of their moments, each at a moment of its own; once more changes nothing."""
    raw = _both(JOURNAL, Pages(leaves=here), Pages(leaves=there))
    leaves = msgspec.json.decode(raw, type=Pages).leaves
    assert {(leaf.text, leaf.prompt) for leaf in leaves} == {(leaf.text, leaf.prompt) for leaf in [*here, *there]}
    assert set(here) <= set(leaves)
    assert [leaf.when for leaf in leaves] == sorted({leaf.when for leaf in leaves})
    assert union.united(JOURNAL, raw, msgspec.json.encode(Pages(leaves=there))) == raw


@given(NEAR, NEAR)
def test_a_compass_keeps_what_was_put_here(here: dict[str, str], there: dict[str, str]) -> None:
    """What lies somewhere here stays there; what was put nowhere comes along; once more changes nothing."""
    raw = _both(COMPASS, {"near": here}, {"near": there})
    assert msgspec.json.decode(raw, type=Values).near == {**there, **here}
    assert union.united(COMPASS, raw, msgspec.json.encode({"near": there})) == raw


@given(MARKS, MARKS)
def test_marks_are_a_set(here: list[str], there: list[str]) -> None:
    """Lists of marks come to the same whichever is first, and know what both knew."""
    name = f"saves/{STORY}/seen.json"
    assert msgspec.json.decode(_both(name, here, there)) == sorted({*here, *there})
    assert _both(name, here, there) == _both(name, there, here)


def test_what_is_too_much_or_something_else_stays_as_it_was() -> None:
    """Two full journals, or a file that holds something else, are not brought together at all."""
    full = [Pages(leaves=[Leaf(f"{side}{at:05}", f"{side}{at}") for at in range(MOST_PAGES)]) for side in "ab"]
    assert union.united(JOURNAL, *map(msgspec.json.encode, full)) is None
    for name in (JOURNAL, COMPASS, MAP, "seen/x.json"):
        assert union.united(name, b"{}" if name != "seen/x.json" else b"[]", b'"other"') is None


def _map(*choices: int, ending: str = "", knot: str = "lock") -> Atlas:
    atlas = Atlas(endings=[ending] if ending else [])
    place = Place(1, knot, "shape", {"en": Told("Well?", ("Go", "Stay"))}, b"", taken=[*choices])
    atlas._add(place, b'{"a": 1}')
    return atlas


def _remembers(paths: Paths, atlas: Atlas, near: dict[str, str], page: str) -> None:
    path = paths.data / MAP
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(atlas))
    Compass(paths.data).save(Values(near=near))  # type: ignore[arg-type]  # three words of the type
    Journal(paths.data).write(page)


def test_maps_compass_and_journal_come_together(tmp_path: Path) -> None:
    """From one device to another: ways, endings, values and pages of both; once more changes nothing; the what-if here goes on."""
    here, there = lived_in(tmp_path / "here"), lived_in(tmp_path / "there")
    mine = _map(0, ending="home")
    mine.before = 7
    _remembers(here, mine, {"peace": "near"}, "Here.")
    _remembers(there, _map(1, ending="stayed"), {"peace": "far", "family": "near"}, "There.")
    path = bundle.export(there)
    brought = intake.bring(here, path)
    assert brought.left == 0
    atlas = Ways(here.saves / STORY).atlas
    assert (atlas.endings, [place.taken for place in atlas.places], atlas.before) == (["home", "stayed"], [[0, 1]], 7)
    assert Compass(here.data).load().near == {"peace": "near", "family": "near"}
    assert {leaf.text for leaf in Journal(here.data).leaves()} == {"Here.", "There."}
    before = on_disk(here)
    again = intake.bring(here, path)
    assert (again.saves, again.memories, again.left) == (0, 0, 0)
    assert on_disk(here) == before


def test_whoever_wants_no_map_gets_none(tmp_path: Path) -> None:
    """With the map turned off here, none comes in from elsewhere; all else does."""
    here, there = lived_in(tmp_path / "here"), lived_in(tmp_path / "there")
    SettingsFile(here.settings).save(Settings(keep_map=False))
    _remembers(there, _map(1), {"peace": "far"}, "There.")
    intake.bring(here, bundle.export(there))
    assert not (here.data / MAP).exists()
    assert Compass(here.data).load().near == {"peace": "far"}


def test_a_full_map_takes_no_more_places() -> None:
    """A map that is as large as maps get stays one that can be read."""
    atlas = Atlas()
    for number in range(3000):
        atlas.places.append(Place(1, f"k{number}", "s", {"en": Told("", ("a", "b"))}, b""))
    atlas.merge(_map(1))
    assert len(atlas.places) == 3000
    assert len(msgspec.json.decode(msgspec.json.encode(atlas), type=Atlas).places) == 3000
