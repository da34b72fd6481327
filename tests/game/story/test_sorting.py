"""What came of sorting messages: counted, compared, kept before a story, and gone when it is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import SaveError
from game.paths import below
from game.story import bundle, kept
from game.story.sorting import Before, Card, Sorted, change, tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EIGHT = [True, False] * 4
SORTED = st.builds(Sorted, hits=st.integers(0, 4), alarms=st.integers(0, 4))


def _cards(taken: Sequence[bool | None]) -> list[Card]:
    return [Card("…", "en", honest, answer) for honest, answer in zip(EIGHT, taken, strict=True)]


@pytest.fixture
def before(tmp_path: Path) -> Before:
    """Returns the file of a story that nothing was sorted before."""
    return Before(tmp_path / "saves", "low-water")


def test_hits_and_alarms_are_counted() -> None:
    """What is not straight and was seen is a hit; what is straight and was not believed is an alarm."""
    assert tally(_cards(EIGHT)) == Sorted(4, 0)
    assert tally(_cards([not honest for honest in EIGHT])) == Sorted(0, 4)
    assert tally(_cards([False] * 8)) == Sorted(4, 4)
    assert tally(_cards([True] * 8)) == Sorted(0, 0)
    assert tally(_cards([False, False, True, True, True, False, True, None])) == Sorted(2, 1)


@given(SORTED, SORTED)
def test_more_right_sortings_lead_toward(one: Sorted, other: Sorted) -> None:
    """More messages sorted rightly is toward, fewer is away; whoever suspects everything has learned nothing."""
    right = [4 - result.alarms + result.hits for result in (one, other)]
    wanted = "toward" if right[1] > right[0] else "away" if right[1] < right[0] else "same"
    assert change(one, other) == wanted
    assert change(Sorted(0, 0), Sorted(4, 4)) == "same"


def test_what_was_sorted_before_is_kept_and_dropped(before: Before) -> None:
    """It is there until it is dropped; dropping what is not there is no fault."""
    assert before.load() is None
    before.save(Sorted(3, 1))
    assert before.load() == Sorted(3, 1)
    before.save(Sorted(2, 0))
    assert before.load() == Sorted(2, 0)
    before.drop()
    before.drop()
    assert before.load() is None
    assert not [*before.path.parent.iterdir()]


@pytest.mark.parametrize(
    "raw",
    [
        *(b"", b"[1", b"null", b"{}", b'{"hits":1}', b'{"hits":1,"alarms":-1}', b'{"hits":1,"alarms":"2"}', b'{"hits":1.5,"alarms":0}'),
        *(
            b'{"hits":1,"alarms":0,"who":"me"}',
            b"[" * 500,
            b'{"hits":1,"alarms":0}' + b" " * 1000,
            b"\xff\xfe",
            b'{"hits":1000,"alarms":0}',
        ),
    ],
)
def test_a_damaged_file_is_none(before: Before, raw: bytes) -> None:
    """Whatever stands there that is no sorting is read as none, and can be written over."""
    before.path.parent.mkdir(parents=True)
    before.path.write_bytes(raw)
    assert before.load() is None
    before.save(Sorted(1, 1))
    assert before.load() == Sorted(1, 1)


def test_what_cannot_be_written_or_deleted_is_told(before: Before) -> None:
    """A folder in the place of the file raises nothing but the game's own error."""
    before.path.mkdir(parents=True)
    assert before.load() is None
    with pytest.raises(SaveError):
        before.save(Sorted(1, 1))
    with pytest.raises(SaveError):
        before.drop()


def test_it_is_shown_exported_and_forgotten_with_what_is_remembered(tmp_path: Path) -> None:
    """The file belongs to what the game remembers, and goes with it."""
    paths = below(tmp_path / "home")
    before = Before(paths.saves, "low-water")
    before.save(Sorted(3, 1))
    assert kept.memory(paths) == (before.path,)
    assert [*bundle.read_bundle(bundle.export(paths))] == ["saves/low-water/sorting.json"]
    kept.forget(paths, pictures=True)
    assert not before.path.exists()
