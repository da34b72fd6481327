"""Levels on their way."""

from __future__ import annotations

from game.ui.fade import Fade


def test_a_fade_reaches_its_goal_and_rests() -> None:
    """A fade must end exactly at its goal, from either side."""
    fade = Fade(1.0)
    assert fade.silent
    fade.goal = 1.0
    fade.move(0.7)
    assert fade.moving
    fade.move(0.7)
    assert (fade.moving, fade.loudness) == (False, 1.0)
    fade.goal = 0.0
    fade.move(2.0)
    assert fade.silent
