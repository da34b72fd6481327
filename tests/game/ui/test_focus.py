"""The focus, rectangles, and the space of a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.geometry import LEAST_TARGET, SMALLEST, Rect, Space
from game.ui.widgets import Focus, Role, Widget

PLACES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=12, unique_by=lambda place: place[:2])
WAYS = st.lists(st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1), "next", "back"]), max_size=20)


def _widgets(places: list[tuple[int, int, bool]]) -> list[Widget]:
    return [
        Widget(f"{x}-{y}", Role.BUTTON, "name", Rect(x * 100, y * 60, 90, 50), act=(lambda: None) if focusable else None)
        for x, y, focusable in places
    ]


@given(PLACES, PLACES, WAYS)
def test_the_focus_is_always_on_something_that_is_there(
    places: list[tuple[int, int, bool]], after: list[tuple[int, int, bool]], ways: list[tuple[int, int] | str]
) -> None:
    """However it is moved and whatever goes away, the focus must be on a control, or on none where there is none."""
    focus = Focus()
    for widgets in (_widgets(places), _widgets(after)):
        focus.keep(widgets, "2-2")
        for way in ways:
            if isinstance(way, tuple):
                focus.towards(widgets, *way)
            else:
                focus.next(widgets, 1 if way == "next" else -1)
            keys = [widget.key for widget in widgets if widget.focusable]
            assert focus.key in keys or not keys


def test_the_focus_goes_first_where_it_is_asked_to() -> None:
    """A new screen must start on its first control, and keep the focus where the control is still there."""
    widgets = _widgets([(0, 0, True), (1, 0, True), (2, 0, False)])
    focus = Focus()
    focus.keep(widgets, "1-0")
    assert focus.key == "1-0"
    focus.keep(widgets, "0-0")
    assert focus.key == "1-0"
    focus.keep(widgets[:1], "2-0")
    assert focus.key == "0-0"
    focus.keep([])
    assert focus.key == ""
    assert focus.on(widgets) is None


def test_arrows_go_to_the_nearest_in_their_direction() -> None:
    """An arrow must prefer what lies straight ahead to what lies aside."""
    widgets = _widgets([(0, 0, True), (2, 0, True), (1, 1, True), (0, 3, True)])
    focus = Focus()
    focus.keep(widgets)
    assert focus.towards(widgets, 1, 0)
    assert focus.key == "2-0"
    assert focus.towards(widgets, 0, 1)
    assert focus.key == "1-1"
    assert not focus.towards(widgets[:1] + widgets[2:3], 1, 0)


def test_a_control_says_its_name_value_and_hint() -> None:
    """What is spoken must be name, value and hint, empty ones left out."""
    assert Widget("a", Role.SLIDER, "Music", value="70 %").spoken() == "Music, 70 %"
    assert Widget("a", Role.BUTTON, "Back").spoken() == "Back"


NUMBERS = st.floats(-500, 3000)
RECTS = st.builds(Rect, NUMBERS, NUMBERS, st.floats(1, 900), st.floats(1, 900))


@given(RECTS, st.integers(100, 3000))
def test_mirroring_twice_changes_nothing(rect: Rect, width: int) -> None:
    """A rectangle mirrored twice must be where it was, and as far from the other edge after one."""
    there = rect.mirrored(width)
    assert width - there.right == pytest.approx(rect.x, abs=1e-6)
    assert tuple(there.mirrored(width)) == pytest.approx(tuple(rect), abs=1e-6)


@given(RECTS, st.floats(0, 50))
def test_rectangles_grow_move_and_meet(rect: Rect, by: float) -> None:
    """A grown rectangle must hold the old one, and the way between two begin at one and end at the other."""
    assert rect.grown(by).holds(*rect.centre)
    assert tuple(rect.between(rect.moved(by, by), 1.0)) == pytest.approx(tuple(rect.moved(by, by)))
    assert tuple(rect.between(rect.moved(by, by), 0.0)) == pytest.approx(tuple(rect))
    assert not rect.holds(rect.right, rect.y)


@given(st.integers(1, 4000), st.integers(1, 3000), st.sampled_from([0.8, 1.0, 2.5]))
def test_type_and_targets_never_get_too_small(width: int, height: int, text: float) -> None:
    """In any window a label must stay at 14 pixels at 100 per cent, and a target at 40; from the smallest on it grows as asked."""
    space = Space(width, height, text)
    assert space.em(20) >= 14 * min(text, 1) - 1e-6
    if width >= SMALLEST[0] and height >= SMALLEST[1]:
        assert space.em(20) >= 14 * text - 1e-6
    assert space.target(1) == LEAST_TARGET or space.target(1) > LEAST_TARGET
    assert space.resized(0, 0).width == 1
