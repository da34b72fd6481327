"""Every screen in every size, text size and reading direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.scenes.sheet import Sheet
from game.scenes.shell import Route
from game.ui import theme
from tests.game.scenes import desks, measure, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

SIZES = ((1280, 720), (1920, 1080), (960, 540), (800, 480), (720, 1000), (2560, 1080))
VIEWS = {**views.VIEWS, **desks.OVER}
TEXTS = (80, 100, 200, 250)


def _variants(player: Player) -> list[str]:
    """Lays the screen on top out in every size and text size, walks through its controls, and returns what is wrong."""
    found = []
    for width, height in SIZES:
        for text in TEXTS:
            player.app.shell.settings.text_size = text
            player.app.window.size = (width, height)
            player.app.director.resize(width, height)
            where = f"{width} x {height}, {text} %"
            found += [f"{where}: {fault}" for fault in measure.faults(player)]
            for _ in range(len(player.keys)):
                player.press(pygame.K_TAB)
                found += [f"{where}, Tab to {player.focus}: {fault}" for fault in measure.faults(player)]
    return found


@pytest.mark.parametrize("language", ["en", "ar-XB"])
@pytest.mark.parametrize("view", [*VIEWS])
def test_nothing_leaves_the_window_or_lies_over_something_else(start: Callable[..., Player], view: str, language: str) -> None:
    """Every control must stand inside the window, clear of the others, large enough to hit, and reachable by Tab."""
    player = start(lang=language, reduce_motion=True)
    VIEWS[view](player)
    found = _variants(player)
    assert not found, "\n".join(dict.fromkeys(found[:40]))


HEIGHTS = st.sampled_from([480, 540, 720, 768, 1080, 1440, 2160])
WINDOWS = st.one_of(
    st.tuples(st.integers(320, 3840), st.integers(240, 2160)),
    st.sampled_from([(320, 240), (480, 320), (800, 480), (1366, 768), (3840, 2160), (1080, 1920), (3440, 1440)]),
    st.tuples(HEIGHTS, st.sampled_from([(4, 3), (16, 10), (21, 9), (32, 9), (9, 16), (3, 4)])).map(
        lambda of: (of[0] * of[1][0] // of[1][1], of[0])
    ),
)
TYPES = st.fixed_dictionaries(
    {
        "text_size": st.integers(80, 250),
        "font": st.sampled_from(["literata", "atkinson", "opendyslexic"]),
        "line_height": st.sampled_from([100, 130, 200]),
        "letter_spacing": st.sampled_from([0, 8, 20]),
        "word_spacing": st.sampled_from([0, 16, 60]),
        "column_width": st.sampled_from(["narrow", "standard", "wide"]),
        "justified": st.booleans(),
    }
)

WORST = {
    "text_size": 250,
    "font": "opendyslexic",
    "line_height": 200,
    "letter_spacing": 20,
    "word_spacing": 60,
    "column_width": "narrow",
    "justified": True,
}


@pytest.mark.parametrize("language", ["en", "ar-XB"])
@pytest.mark.parametrize("view", [*VIEWS])
def test_any_window_and_any_type(start: Callable[..., Player], view: str, language: str) -> None:
    """In a window of any size and shape, with type of any size, font and spacing, nothing may leave, overlap or shrink below 40 pixels."""
    player = start(lang=language, reduce_motion=True)
    VIEWS[view](player)
    if not player.keys:
        return

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(WINDOWS, TYPES, st.integers(0, 30))
    @example((480, 320), WORST, 1)
    @example((320, 240), WORST, 1)
    @example((800, 480), WORST, 3)
    def fits(size: tuple[int, int], kind: dict[str, object], tabs: int) -> None:
        for name, value in kind.items():
            setattr(player.app.shell.settings, name, value)
        player.app.director.resize(max(320, min(size[0], 3840)), max(240, min(size[1], 2160)))
        player.press(*[pygame.K_TAB] * min(tabs, len(player.keys)))
        found = measure.faults(player)
        assert not found, "\n".join([f"{player.app.shell.space}", *found[:10]])

    fits()


def test_a_sheet_is_as_low_as_what_is_in_it(start: Callable[..., Player]) -> None:
    """A panel with little in it must end below its buttons, in the middle of its room; one with much must use the whole room."""
    player = start(reduce_motion=True)
    views.VIEWS["ask"](player)
    sheet = player.top
    assert isinstance(sheet, Sheet)
    space = player.app.shell.space
    held = [widget.rect for widget in sheet.widgets if widget.key in {"text-0", "yes", "back"}]
    assert sheet.panel.h < space.height / 2
    assert all(sheet.panel.y < rect.y and rect.bottom < sheet.panel.bottom for rect in held)
    assert sheet.panel.bottom - max(rect.bottom for rect in held) < space.px(theme.PADDING)
    assert sheet.content < sheet.view.h <= sheet.content + space.px(theme.SPACE[1]) + 1
    player.go(Route.HELP)
    high = player.top
    assert isinstance(high, Sheet)
    assert high.content > high.view.h
    assert abs(sheet.panel.y + sheet.panel.h / 2 - high.panel.y - high.panel.h / 2) <= 1
