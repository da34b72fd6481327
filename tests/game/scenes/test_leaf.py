"""Leaves and beats: arithmetic alone, held against every turn that can be thought of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.scenes.leaf import Beat, Leaf, Measure, Room, beats, find, height, leaves

HEIGHTS = st.floats(min_value=20, max_value=900, allow_nan=False)
MEASURES = st.lists(
    st.builds(
        lambda plain, name, same: Measure(plain, plain + name, same_speaker=same), HEIGHTS, st.sampled_from([0.0, 30.0]), st.booleans()
    ),
    max_size=14,
)
ROOMS = st.builds(
    Room,
    st.floats(min_value=60, max_value=1200),
    st.floats(min_value=0, max_value=60),
    st.floats(min_value=40, max_value=1500),
    st.floats(min_value=0, max_value=60),
)


@given(MEASURES, ROOMS, st.booleans())
def test_every_paragraph_stands_on_exactly_one_leaf_in_order(measures: list[Measure], room: Room, choices: bool) -> None:  # noqa: FBT001
    """Every paragraph must stand on one leaf, none twice, none left out, in the order of the story."""
    found = leaves(measures, room, choices=choices)
    assert [number for leaf in found for number in range(leaf.first, leaf.last)] == list(range(len(measures)))


@given(MEASURES, ROOMS, st.booleans())
def test_only_a_paragraph_alone_may_be_taller_than_the_column(measures: list[Measure], room: Room, choices: bool) -> None:  # noqa: FBT001
    """A leaf of more than one paragraph must fit the column."""
    for leaf in leaves(measures, room, choices=choices):
        if leaf.last - leaf.first > 1:
            assert height(measures, leaf.first, leaf.last, room.gap) <= room.column + 1e-6


@given(MEASURES, ROOMS)
def test_choices_stand_on_the_last_leaf_and_fit_under_what_is_above_them(measures: list[Measure], room: Room) -> None:
    """Choices must stand once, on the last leaf; paragraphs stand above them only where both fit."""
    found = leaves(measures, room, choices=True)
    assert [leaf.choices for leaf in found] == [False] * (len(found) - 1) + [True]
    end = found[-1]
    if end.last > end.first:
        assert height(measures, end.first, end.last, room.gap) + room.above_choices + room.choices <= room.column + 1e-6


@given(MEASURES, ROOMS)
def test_without_choices_no_leaf_has_any(measures: list[Measure], room: Room) -> None:
    """No leaf may promise choices where there are none."""
    assert not any(leaf.choices for leaf in leaves(measures, room, choices=False))


@given(MEASURES, ROOMS, st.booleans())
def test_beats_show_one_paragraph_more_each_and_end_with_everything(measures: list[Measure], room: Room, choices: bool) -> None:  # noqa: FBT001
    """Beats must show each paragraph once, in order, and the last beat must show all that there is."""
    found = beats(leaves(measures, room, choices=choices))
    shown = [beat.shown for beat in found]
    assert shown == sorted(shown)
    assert {*range(1, len(measures) + 1)} <= {*shown}
    assert (found[-1].shown, found[-1].choices) == (len(measures), choices)
    assert sum(beat.choices for beat in found) == choices


@given(MEASURES, ROOMS, ROOMS, st.booleans(), st.data())
def test_another_layout_neither_gives_away_nor_loses_lines(
    measures: list[Measure],
    before: Room,
    after: Room,
    choices: bool,  # noqa: FBT001
    data: st.DataObject,
) -> None:
    """In a window of another size the same paragraphs must be read, and the choices stand only where they stood."""
    old = beats(leaves(measures, before, choices=choices))
    new = beats(leaves(measures, after, choices=choices))
    beat = data.draw(st.sampled_from(old))
    there = new[find(new, beat.shown, choices=beat.choices)]
    assert there.shown == beat.shown
    assert there.choices >= beat.choices
    if there.choices and not beat.choices:
        assert beat.shown == len(measures), "choices appear only where every paragraph was read"


def test_a_speaker_is_named_again_on_a_new_leaf() -> None:
    """A paragraph at the top of a leaf must count with its speaker's name, one that goes on without."""
    same = [Measure(100, 130), Measure(100, 130, same_speaker=True)]
    assert height(same, 0, 2, 10) == 240
    assert height(same, 1, 2, 10) == 130
    assert leaves(same, Room(240, 10, 50, 10), choices=False) == (Leaf(0, 2),)
    assert leaves(same, Room(239, 10, 50, 10), choices=False) == (Leaf(0, 1), Leaf(1, 2))


def test_nothing_to_read_still_has_a_beat() -> None:
    """A turn without words must have one beat, with its choices where it has any."""
    room = Room(500, 10, 100, 20)
    assert beats(leaves([], room, choices=False)) == (Beat(0, 0),)
    assert beats(leaves([], room, choices=True)) == (Beat(0, 0, choices=True),)
