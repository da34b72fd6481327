"""Somebody who presses anything at all, on every screen, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from tests.game.scenes import measure, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_ESCAPE),
    *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_BACKSPACE, pygame.K_1, pygame.K_2, pygame.K_9, pygame.K_m, pygame.K_l, pygame.K_h),
    *(pygame.K_F1, pygame.K_F5, pygame.K_F9, pygame.K_HOME, pygame.K_a),
)
SIZES = ((1280, 720), (960, 540), (720, 1000), (480, 320), (2560, 1080))
PLACES = st.tuples(st.floats(0, 0.999), st.floats(0, 0.999))
EVENTS = st.one_of(
    st.tuples(st.just("key"), st.sampled_from(KEYS), st.sampled_from([0, pygame.KMOD_SHIFT])),
    st.tuples(st.just("key"), st.sampled_from(KEYS), st.just(0)),
    st.tuples(st.just("point"), PLACES),
    st.tuples(st.just("click"), PLACES),
    st.tuples(st.just("wheel"), st.sampled_from([-3, -1, 1, 3])),
    st.tuples(st.just("resize"), st.sampled_from(SIZES)),
    st.tuples(st.just("frame")),
    st.tuples(st.just("setting"), st.sampled_from([("text_size", 80), ("text_size", 250), ("text_speed", 8), ("reduce_motion", True)])),
    st.tuples(st.just("leave")),
)


def _do(player: Player, event: tuple[object, ...]) -> None:
    width, height = player.app.window.size
    match event:
        case ("key", int(key), int(mod)):
            player.press(key, mod=mod)
        case ("point", (float(x), float(y))):
            player.point(x * width, y * height)
        case ("click", (float(x), float(y))):
            player.click(at=(x * width, y * height))
        case ("wheel", int(steps)):
            player.wheel(steps)
        case ("resize", (int(wide), int(tall))):
            player.resize(wide, tall)
        case ("setting", (str(name), value)):
            setattr(player.app.shell.settings, name, value)
            player.app.director.settle()
        case ("leave",):
            player.app.director.leave()
        case _:
            player.frame()


def _stands(player: Player) -> None:
    """The focus is on a control that is there, or nowhere where there is none; what shows a page shows it whole."""
    keys = player.keys
    assert player.focus in keys or (not keys and not player.focus), f"the focus is on {player.focus!r}, of {keys}"
    if isinstance(player.top, ReadingScreen) and player.top.reader is not None:
        reader = player.top.reader
        assert 0 <= reader.scrolled <= reader.layout.overflow(reader.here) + 1
        assert reader.here.shown <= len(reader.turn)


@pytest.mark.parametrize(
    ("theme", "language", "route"),
    [("dusk", "en", Route.READING), ("contrast_dark", "ar-XB", Route.READING), ("contrast_light", "en", Route.SETTINGS)],
)
def test_whatever_is_pressed_the_focus_stands_somewhere(start: Callable[..., Player], theme: str, language: str, route: Route) -> None:
    """No events in any order may raise, or leave the focus on something that is not there."""

    @settings(max_examples=20, suppress_health_check=list(HealthCheck))
    @given(st.lists(EVENTS, min_size=10, max_size=45))
    def walk(events: list[tuple[object, ...]]) -> None:
        player = start(theme=theme, lang=language)
        views.forget(player)
        if route is Route.READING:
            player.open()
        else:
            player.go(route)
        for event in events:
            _do(player, event)
            _stands(player)
            if not player.app.running:
                break
        player.frame()
        assert not [fault for fault in measure.faults(player) if "too low" not in fault and "wider" not in fault]
        player.close()

    walk()
