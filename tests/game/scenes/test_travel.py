"""Back and forward, other windows and other languages: the place is kept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from tests.game.scenes import measure
from tests.game.xvfb import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


def _to_the_end(player: Player) -> None:
    player.open()
    for key in (pygame.K_2, pygame.K_5):
        player.to_choices()
        player.press(key)
    player.to_choices()


def _walk(player: Player, step: Callable[[], None]) -> list[tuple[str, ...]]:
    """Goes one way until nothing moves any more; returns what each step showed."""
    seen: list[tuple[str, ...]] = []
    for _ in range(100):
        before = (player.session.journey.page, player.reader.beat)
        step()
        if (player.session.journey.page, player.reader.beat) == before:
            return seen
        seen.append(player.shown())
    message = "there is no end to it"
    raise AssertionError(message)


@pytest.mark.parametrize(
    "ways",
    [
        (lambda player: player.press(pygame.K_PAGEUP), lambda player: player.press(pygame.K_PAGEDOWN)),
        (lambda player: player.press(pygame.K_BACKSPACE), lambda player: player.press(pygame.K_PAGEDOWN)),
        (lambda player: player.wheel(1), lambda player: player.wheel(-1)),
    ],
)
def test_back_to_the_very_start_and_forward_to_the_end_shows_the_same(
    player: Player, ways: tuple[Callable[[Player], None], Callable[[Player], None]]
) -> None:
    """Going back to the first line and forward again must show the same texts in the other order."""
    back, forward = ways
    _to_the_end(player)
    end = player.shown()
    behind = _walk(player, lambda: back(player))
    assert [text[:8] for text in player.shown()] == ["At 10:40"]
    ahead = _walk(player, lambda: forward(player))
    assert player.shown() == end
    assert [end, *behind] == [*reversed(ahead), behind[-1]]
    assert player.session.journey.choices_made == 2


def test_going_back_plays_no_sound_and_takes_no_time(player: Player) -> None:
    """What was read stands at once when gone back to, without its sounds."""
    _to_the_end(player)
    player.press(pygame.K_PAGEUP)
    now = player.app.director.now
    assert not player.reader.air.heard(now)
    assert now - player.reader.beat_at > 1


@pytest.mark.parametrize("size", [(800, 480), (720, 1000), (2560, 1080)])
def test_another_window_keeps_the_place(player: Player, size: tuple[int, int]) -> None:
    """After the window changes its size the same line must be the newest, and nothing more is given away."""
    player.open()
    player.press(*[pygame.K_SPACE] * 5)
    newest, count = player.shown()[-1], player.reader.here.shown
    for width, height in (size, (1280, 720)):
        player.resize(width, height)
        assert player.shown()[-1] == newest
        assert (player.reader.here.shown, player.reader.here.choices) == (count, False)


def test_another_text_size_keeps_the_place(player: Player) -> None:
    """Text at 250 per cent and back must leave the reader at the same line."""
    player.open()
    player.press(*[pygame.K_SPACE] * 5)
    newest = player.shown()[-1]
    for size in (250, 80, 100):
        player.app.shell.settings.text_size = size
        player.app.director.settle()
        assert player.shown()[-1] == newest


def test_large_text_scrolls_and_shows_every_line(start: Callable[..., Player]) -> None:
    """At 250 per cent in a window of 960 x 540, a long paragraph must scroll to its end before the story goes on."""
    player = start(size=(960, 540), text_size=250)
    player.open()
    player.to_choices()
    player.press(pygame.K_2)
    for _ in range(30):
        if player.shown() and player.shown()[-1].startswith("The gate"):
            break
        player.press(pygame.K_SPACE)
    reader = player.reader
    assert reader.pages.overflows(reader.here)
    shown = player.shown()
    player.press(pygame.K_DOWN)
    assert reader.scrolled > 0
    player.press(pygame.K_UP)
    assert reader.scrolled == 0
    for _ in range(60):
        if reader.layout.hidden_below(reader.here, reader.scrolled) <= 1:
            break
        player.press(pygame.K_SPACE)
        assert player.shown() == shown
    assert reader.layout.hidden_below(reader.here, reader.scrolled) <= 1
    player.wheel(1)
    assert player.shown() == shown
    assert reader.layout.hidden_below(reader.here, reader.scrolled) > 1


def test_many_choices_in_large_text_can_all_be_reached(start: Callable[..., Player]) -> None:
    """Choices taller than the window must scroll with the focus, the last one by its key too."""
    player = start(size=(960, 540), text_size=250)
    player.open()
    player.to_choices()
    player.press(pygame.K_1)
    player.to_choices()
    view = player.reader.layout.view
    for number in range(6):
        for _ in player.keys:
            if player.focus != f"choice-{number}":
                player.press(pygame.K_TAB)
        rect = player.widget(player.focus).rect
        assert rect.y >= view.y - 1 or rect.h > view.h
        assert rect.bottom <= view.bottom + 1 or rect.h > view.h
    player.press(pygame.K_6)
    assert player.session.journey.turns[1].chosen == 5


def test_choices_stay_inside_the_panel(start: Callable[..., Player]) -> None:
    """Choices scrolled out of the panel must neither be drawn over its edges nor take a press there."""
    player = start(size=(960, 540), text_size=250, reduce_motion=True)
    player.open()
    player.to_choices()
    player.press(pygame.K_1)
    player.to_choices()
    panel = player.reader.layout.frame.panel

    def below() -> bytes:
        player.frame()
        data = bytes(player.app.canvas.image().tobytes())
        return data[round(panel.bottom + 2) * 960 * 4 :]

    player.see()

    def still() -> bool:
        before = below()
        time.sleep(0.3)
        return before == below()

    # The picture comes softly.
    assert until(still)
    shown = below()
    player.top.widgets = [widget for widget in player.top.widgets if not widget.scrolls]
    assert below() == shown
    player.top.refresh()
    assert player.widget("choice-5").rect.y > panel.bottom
    player.click(at=(480, panel.bottom + 4))
    assert len(player.session.journey.turns) == 2


def test_enter_never_takes_a_choice_that_was_scrolled_away(start: Callable[..., Player]) -> None:
    """Where choices are taller than the panel, the focus goes along with what is scrolled: it is always on one that can be seen."""
    player = start(size=(960, 540), text_size=250, reduce_motion=True)
    player.open()
    player.to_choices()
    player.press(pygame.K_1)
    player.to_choices()
    view = player.reader.layout.view
    for steps in (-20, 20, -20):
        player.wheel(steps)
        assert not measure.lost(player)
    assert player.widget("choice-0").rect.bottom < view.y
    focused = player.widget(player.focus)
    assert focused.key != "choice-0"
    assert focused.rect.bottom > view.y
    player.passes(1.0)
    player.press(pygame.K_RETURN)
    assert player.session.journey.turns[-2].chosen == int(focused.key.removeprefix("choice-"))


def test_a_wheel_turned_sideways_goes_nowhere(player: Player) -> None:
    """Only the wheel's own direction may turn pages."""
    _to_the_end(player)
    player.press(pygame.K_PAGEUP)
    before = player.reader.here
    player.wheel(0)
    assert player.reader.here == before


def test_another_language_in_the_middle_of_a_page_keeps_the_place(player: Player) -> None:
    """Switching the language must tell the same line in it, mirrored, and the story goes on in it; and back again."""
    player.open()
    player.press(*[pygame.K_SPACE] * 4)
    before, shell = player.reader.here.shown, player.app.shell
    english = player.shown()[-1]
    player.app.shell.settings.language = "ar-XB"
    player.app.director.settle()
    assert shell.space.rtl
    assert player.session.journey.language == "ar"
    assert player.reader.here.shown == before
    assert player.shown()[-1] == player.reader.turn[before - 1].text != english
    assert "إنها" in player.shown()[-1]
    player.press(pygame.K_PAGEUP)
    player.press(pygame.K_SPACE)
    player.app.shell.settings.language = "en"
    player.app.director.settle()
    assert player.shown()[-1] == english
    player.to_choices()


def test_pages_of_before_are_told_in_the_new_language(player: Player) -> None:
    """Going back after a switch must tell earlier pages in the language of now."""
    player.open()
    player.to_choices()
    player.press(pygame.K_1)
    player.app.shell.settings.language = "ar-XB"
    player.app.director.settle()
    player.press(pygame.K_PAGEUP)
    assert "حسنا" in player.shown()[-1]


def test_the_backlog_leads_back_to_a_page(player: Player) -> None:
    """A page of the backlog must open the story there, at its first line."""
    player.open()
    player.to_choices()
    player.press(pygame.K_2)
    player.go(Route.BACKLOG)
    assert [key for key in player.keys if key.startswith("turn")] == ["turn-0", "turn-1"]
    player.top.focus.key = "turn-0"
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)
    assert [text[:8] for text in player.shown()] == ["At 10:40"]


def test_after_an_ending_the_backlog_leads_to_a_page_s_choices_and_keeps_the_journey(player: Player) -> None:
    """Once an ending was reached, going back is a what-if: it opens at the choices, another one can be taken, and the journey is kept."""
    _to_the_end(player)
    player.go(Route.BACKLOG)
    assert [key for key in player.keys if key.startswith("turn")] == ["turn-0", "turn-1", "turn-2"]
    assert player.focus == "turn-2"
    player.top.lead("turn-0")
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)
    assert player.top.shows_choices
    assert player.session.first() is not None
    player.to_choices()
    player.press(pygame.K_1)
    assert player.session.journey.turns[0].chosen == 0
