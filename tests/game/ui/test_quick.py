"""Three Shifts leave; nothing that is typed does."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.quick import Threefold

DOWN, UP = pygame.KEYDOWN, pygame.KEYUP
LEFT, RIGHT, A = pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_a


def _event(kind: int, key: int = 0) -> pygame.event.Event:
    return pygame.event.Event(kind, key=key) if kind in {DOWN, UP} else pygame.event.Event(kind, pos=(0, 0), button=1)


def _taken(threefold: Threefold, *events: tuple[int, int], at: float = 100.0) -> bool:
    return True in [threefold.takes(_event(kind, key), at) for kind, key in events]


def _press(key: int) -> tuple[tuple[int, int], ...]:
    return (DOWN, key), (UP, key)


@pytest.mark.parametrize("keys", [(LEFT, LEFT, LEFT), (LEFT, RIGHT, LEFT), (RIGHT, RIGHT, RIGHT)])
def test_three_shifts_leave(keys: tuple[int, int, int]) -> None:
    """The third press of either Shift must leave, and the count start again."""
    threefold = Threefold()
    assert [_taken(threefold, *_press(key)) for key in keys] == [False, False, True]
    assert threefold.count == 0


def test_progress_is_counted() -> None:
    """One and two presses must be told, for the dots."""
    threefold = Threefold()
    _taken(threefold, *_press(LEFT))
    assert threefold.count == 1
    assert threefold.left(101.0) == pytest.approx(4.0)
    _taken(threefold, *_press(LEFT))
    assert threefold.count == 2


def test_capitals_never_leave() -> None:
    """Shift held for a capital must not count, and a letter between presses starts the count again."""
    threefold = Threefold()
    for _ in range(5):
        assert not _taken(threefold, (DOWN, LEFT), (DOWN, A), (UP, A), (UP, LEFT))
        assert threefold.count == 0
    for _ in range(5):
        assert not _taken(threefold, *_press(LEFT), *_press(LEFT), *_press(A))


def test_a_click_with_shift_held_does_not_count() -> None:
    """Shift held while the mouse is pressed must not count."""
    threefold = Threefold()
    assert not _taken(threefold, (DOWN, LEFT), (pygame.MOUSEBUTTONDOWN, 0), (UP, LEFT))
    assert threefold.count == 0


def test_the_count_starts_again_after_five_seconds() -> None:
    """Two presses and a third too late must not leave; the third is the first of a new count."""
    threefold = Threefold()
    _taken(threefold, *_press(LEFT), at=100.0)
    _taken(threefold, *_press(LEFT), at=104.9)
    assert threefold.count == 2
    assert not _taken(threefold, *_press(LEFT), at=110.0)
    assert threefold.count == 1
    threefold.takes(_event(pygame.MOUSEMOTION), 116.0)
    assert threefold.count == 0


@given(st.lists(st.tuples(st.sampled_from([DOWN, UP]), st.sampled_from([LEFT, A])), max_size=30))
def test_it_leaves_only_after_three_presses_in_a_row(events: list[tuple[int, int]]) -> None:
    """Whatever is pressed, leaving must come only where the last six events were three whole presses of Shift."""
    threefold = Threefold()
    for number in range(len(events)):
        if _taken(threefold, events[number]):
            downs = [key for kind, key in events[: number + 1] if kind == DOWN]
            assert downs[-3:] == [LEFT] * 3
