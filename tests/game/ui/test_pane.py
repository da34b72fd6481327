"""The window's glass: its size on any screen, points and pixels, in sight and out of it."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import pane
from game.ui.geometry import SMALLEST, WINDOW, Space


@given(st.tuples(st.integers(320, 9000), st.integers(240, 9000)), st.tuples(st.integers(480, 9000), st.integers(320, 9000)))
def test_a_window_opens_inside_the_screen(kept: tuple[int, int], screen: tuple[int, int]) -> None:
    """Whatever size was kept on another monitor, the window must fit the one that is there."""
    width, height = pane.opening_size(kept, screen)
    assert SMALLEST[0] <= width <= screen[0]
    assert SMALLEST[1] <= height <= screen[1]


def test_the_first_window_of_a_large_screen_is_no_stamp() -> None:
    """On a screen of four thousand pixels the first window must take two thirds of its height; on a common one its own size."""
    assert pane.opening_size(WINDOW, (3840, 2160)) == (2560, 1440)
    assert pane.opening_size(WINDOW, (1920, 1080)) == WINDOW
    assert pane.opening_size((1600, 900), (3840, 2160)) == (1600, 900)


@given(st.integers(0, 4000), st.integers(0, 4000), st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]))
def test_places_are_in_pixels(x: int, y: int, dense: float) -> None:
    """What is pressed on a dense screen must be the pixel under the pointer; other events stay as they are."""
    event = pane.in_pixels(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1), dense)
    assert event.pos == (round(x * dense), round(y * dense))
    assert event.button == 1
    key = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a)
    assert pane.in_pixels(key, dense) is key


@given(st.sampled_from([1.0, 1.5, 2.0, 3.0]), st.integers(320, 2000), st.integers(240, 1500), st.sampled_from([0.8, 1.0, 2.5]))
def test_a_dense_screen_shows_the_same_at_more_pixels(dense: float, width: int, height: int, text: float) -> None:
    """Type and targets must be as many times larger as there are more pixels in a point."""
    one, many = Space(width, height, text), Space(round(width * dense), round(height * dense), text, density=dense)
    assert many.em(100) == pytest.approx(one.em(100) * dense, rel=0.01)
    assert many.target(48) == pytest.approx(one.target(48) * dense, rel=0.01)


NAMES = {
    "minimised": pygame.WINDOWMINIMIZED,
    "restored": pygame.WINDOWRESTORED,
    "hidden": pygame.WINDOWHIDDEN,
    "shown": pygame.WINDOWSHOWN,
    "lost": pygame.WINDOWFOCUSLOST,
    "gained": pygame.WINDOWFOCUSGAINED,
    "under": pygame.APP_WILLENTERBACKGROUND,
    "over": pygame.APP_DIDENTERFOREGROUND,
    "elsewhere": pygame.WINDOWDISPLAYCHANGED,
}


@given(st.lists(st.sampled_from([*NAMES])))
def test_what_has_the_focus_is_in_sight(events: list[str]) -> None:
    """After any events, a window that was given the focus last, or was restored, must count as seen; one that was minimised must not."""
    sight = pane.Sight()
    for name in events:
        before = sight.away
        assert sight.takes(pygame.event.Event(NAMES[name]))
        assert sight.turned == (sight.away != before)
    if events and events[-1] in {"restored", "shown", "gained", "over"}:
        assert not sight.hidden
    if events and events[-1] in {"minimised", "hidden", "under"}:
        assert sight.hidden
        assert sight.away
