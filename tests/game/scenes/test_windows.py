"""What happens to windows: other sizes, other monitors, minimised in a fade, behind others, asleep for an hour."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import app as program
from game.scenes.away import AwayScreen
from game.ui.audio import Silence
from tests.game.scenes import measure, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

PLAIN = {
    "minimise": pygame.WINDOWMINIMIZED,
    "restore": pygame.WINDOWRESTORED,
    "lose": pygame.WINDOWFOCUSLOST,
    "gain": pygame.WINDOWFOCUSGAINED,
    "maximise": pygame.WINDOWMAXIMIZED,
    "elsewhere": pygame.WINDOWDISPLAYCHANGED,
    "profile": pygame.WINDOWICCPROFCHANGED,
    "expose": pygame.WINDOWEXPOSED,
    "suspend": pygame.APP_WILLENTERBACKGROUND,
    "resume": pygame.APP_DIDENTERFOREGROUND,
}
SIZES = ((800, 480), (1024, 768), (2560, 1080), (720, 1280), (480, 320), (1920, 1080))
HAPPENS = st.one_of(
    st.sampled_from([(name,) for name in PLAIN]),
    st.tuples(st.just("size"), st.sampled_from(SIZES)),
    st.tuples(st.just("key"), st.sampled_from([(pygame.K_F11, 0), (pygame.K_RETURN, pygame.KMOD_ALT), (pygame.K_SPACE, 0)])),
    st.tuples(st.just("sleep"), st.sampled_from([0.3, 5.0, 3600.0])),
    st.tuples(st.just("leave")),
)


class Ear(Silence):
    """A silent sound card that notes whether it was told to be silent."""

    def __init__(self) -> None:
        """Starts with sound."""
        super().__init__()
        self.muted = False

    def mute(self, muted: bool) -> None:  # noqa: FBT001  as Audio's
        """Notes it."""
        self.muted = muted


class Clock:
    """The program's clock, which can be put forward as a laptop's that slept."""

    def __init__(self) -> None:
        """Goes right."""
        self.ahead = 0.0

    def monotonic(self) -> float:
        """Returns the time."""
        return time.monotonic() + self.ahead


def _do(player: Player, clock: Clock, event: tuple[object, ...]) -> None:
    match event:
        case ("size", (int(width), int(height))):
            player.resize(width, height)
        case ("key", (int(key), int(mod))):
            player.press(key, mod=mod)
        case ("sleep", float(seconds)):
            clock.ahead += seconds
        case ("leave",):
            player.app.director.leave()
        case (str(name),):
            player.app.handle(pygame.event.Event(PLAIN[name]))


def _stands(player: Player, ear: Ear, drawn: float) -> None:
    """The canvas fits the window; what cannot be seen is not drawn, and not heard where that is wanted."""
    app = player.app
    if app.sight.hidden:
        assert app._frame_at == drawn, "drawn although nobody sees it"
    else:
        assert app.canvas.size == app.size() == (app.shell.space.width, app.shell.space.height)
        assert not app.director.dirty
    if app.sight.turned and not isinstance(player.top, AwayScreen):
        assert ear.muted == (app.settings.mute_unfocused and app.sight.away)


def test_whatever_happens_to_the_window_it_shows_what_it_should(start: Callable[..., Player], monkeypatch: pytest.MonkeyPatch) -> None:
    """After any events the canvas must fit the window, and nothing that is hidden may be drawn or heard."""
    clock = Clock()
    monkeypatch.setattr(program, "time", clock)

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(st.lists(HAPPENS, min_size=4, max_size=25), st.booleans())
    def happens(events: list[tuple[object, ...]], mute: bool) -> None:  # noqa: FBT001 - given by hypothesis
        player, ear = start(mute_unfocused=mute), Ear()
        views.forget(player)
        player.app.shell.sound = ear
        player.open()
        for event in events:
            _do(player, clock, event)
            drawn = player.app._frame_at
            _step(player)
            _step(player)
            _stands(player, ear, drawn)
        player.close()

    happens()


def _step(player: Player) -> None:
    """Lets the program go round once without waiting."""
    player.app._patience = lambda: 0  # type: ignore[method-assign]  # nobody has time to wait
    player.app.step()


def test_a_hidden_window_waits_for_ever(start: Callable[..., Player]) -> None:
    """Minimised in the middle of a change of scene, the program must sleep until something happens, and go on when it is back."""
    player = start()
    player.open()
    player.see()
    assert player.top.moving(player.app.director.now)
    player.app.handle(pygame.event.Event(pygame.WINDOWMINIMIZED))
    assert player.app._patience() is None
    player.app.handle(pygame.event.Event(pygame.WINDOWRESTORED))
    assert player.app._patience() == 0
    player.frame()


def test_a_dense_screen_is_drawn_at_its_pixels(start: Callable[..., Player], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a point has two pixels, everything must be laid out in pixels, twice as large, and be pressed where it is."""
    player = start(size=(640, 360))
    small = player.widget("settings").rect
    monkeypatch.setattr("game.ui.pane.pixels", lambda window: (window.size[0] * 2, window.size[1] * 2))
    player.app.handle(pygame.event.Event(pygame.WINDOWDISPLAYCHANGED))
    rect = player.widget("settings").rect
    assert player.app.canvas.size == (1280, 720)
    assert rect.h == pytest.approx(small.h * 2, abs=2)
    assert not measure.faults(player)
    player.click(at=(rect.centre[0] / 2, rect.centre[1] / 2))
    assert player.top.name == "Settings"
