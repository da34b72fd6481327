"""While the story reads on by itself a sign says so and how to stop it; neither it nor a banner covers what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes import curtain
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.ui.widgets import Role
from tests.game.scenes import measure, phones, views
from tests.game.scenes.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.paths import Paths
    from game.ui.geometry import Rect
    from game.ui.widgets import Widget

SIZES = ((320, 240), (480, 320), (800, 480), (960, 540), (720, 1000), (1280, 720), (1920, 1080), (2560, 1080), (3840, 2160))
TEXTS = (80, 100, 200, 250)


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Returns the places of a game with a story on a phone."""
    folder = tmp_path_factory.mktemp("phone")
    return phones.home(folder, phones.members(tmp_path_factory.mktemp("studio")))


@pytest.fixture(params=["page", "phone"])
def reading(request: pytest.FixtureRequest, start: Callable[..., Player], phone: Paths) -> Iterator[Player]:
    """Opens a story at its first choices, on a page and on a phone."""
    if request.param == "page":
        player = start(reduce_motion=True)
        player.open()
    else:
        player = Player(phone, reduce_motion=True)
        phones.read(player)
    player.to_choices()
    yield player
    player.close()
    views.forget(player)


def sign(player: Player) -> Widget | None:
    """Returns the sign, where there is one."""
    return next((widget for widget in player.top.widgets if widget.role is Role.STATUS), None)


def sized(player: Player, size: tuple[int, int]) -> None:
    """Has the window be of a size, also one smaller than a desktop would allow."""
    player.app.window.size = size
    player.app.director.resize(*size)
    space = player.app.shell.space
    assert ((space.width, space.height), space.text) == (size, player.app.settings.text_size / 100)


def _over(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


@pytest.mark.parametrize(("key", "words"), [(pygame.K_s, "Skipping · S stops"), (pygame.K_a, "Reading on by itself · A stops")])
def test_a_sign_stays_while_it_runs(reading: Player, key: int, words: str) -> None:
    """It names what runs and the key, is told to screen readers, and is gone once the key is pressed again."""
    assert sign(reading) is None
    reading.press(key)
    shown = sign(reading)
    assert shown is not None
    assert (shown.name, shown.news) == (words, True)
    assert not reading.app.shell.banner
    reading.press(key)
    assert sign(reading) is None


def test_each_run_is_said_once(reading: Player) -> None:
    """The sign is the same one as long as it runs, and another one the next time, so that it is said again."""
    reading.press(pygame.K_a)
    first = sign(reading)
    reading.resize(960, 540)
    same = sign(reading)
    reading.press(pygame.K_a, pygame.K_a)
    again = sign(reading)
    assert first is not None
    assert same is not None
    assert again is not None
    assert first.key == same.key != again.key


def test_a_press_on_the_sign_stops(reading: Player) -> None:
    """By a finger, by Enter where the focus stands on it, and by a screen reader."""
    for stop in ("finger", "enter", "reader"):
        reading.press(pygame.K_a)
        shown = sign(reading)
        assert shown is not None
        if stop == "finger":
            reading.click(shown.key)
        elif stop == "enter":
            reading.top.lead(shown.key)
            reading.press(pygame.K_RETURN)
        else:
            reading.top.perform("press", shown.key, "")
        assert isinstance(reading.top, ReadingScreen)
        assert reading.top.pace.mode == "", stop
        assert sign(reading) is None


def test_held_ctrl_has_the_sign_as_long_as_it_is_held(reading: Player) -> None:
    """It comes with the key and goes with it."""
    reading.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LCTRL, mod=pygame.KMOD_CTRL, unicode=""))
    shown = sign(reading)
    assert shown is not None
    assert shown.name == "Skipping while held"
    reading.app.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_LCTRL, mod=0, unicode=""))
    assert sign(reading) is None


def test_the_sign_covers_nothing(reading: Player) -> None:
    """In every window and size of text it stands clear of the page, of other buttons, and inside; the menu stays."""
    found = []
    for key in (pygame.K_s, pygame.K_a):
        reading.press(key)
        for language in ("en", "ar-XB"):
            reading.app.settings.language = language
            reading.app.director.settle()
            for size in SIZES:
                for text in TEXTS:
                    reading.app.settings.text_size = text
                    sized(reading, size)
                    where = f"{size}, {text} %, {language}"
                    shown, parts = sign(reading), (*reading.top.reads, reading.app.shell.space.place(reading.reader.layout.frame.panel))
                    assert shown is not None, where
                    assert "menu" in reading.keys, where
                    found += [f"{where}: {fault}" for fault in measure.faults(reading)]
                    found += [f"{where}: over what is read: {shown.rect} {part}" for part in parts if _over(shown.rect, part)]
        reading.app.settings.language = "en"
        reading.press(key)
    assert not found, "\n".join(found)


def test_the_menu_has_it_for_fingers(reading: Player) -> None:
    """Without a keyboard, skipping and reading on by itself are turned on in the menu; going back there stops them."""
    for entry, mode in (("seen", "skip"), ("auto", "auto")):
        reading.click("menu")
        reading.click(entry)
        assert isinstance(reading.top, ReadingScreen)
        assert reading.top.pace.mode == mode
        assert sign(reading) is not None
        reading.go(Route.MENU)
        reading.app.director.back()
        assert reading.top.pace.mode == ""


@pytest.mark.parametrize("size", SIZES[2:])
@pytest.mark.parametrize("text", [100, 200])
def test_a_banner_covers_nothing_that_is_read(reading: Player, size: tuple[int, int], text: int) -> None:
    """A sentence of two lines stands beside, above or between, but not over the page or the buttons."""
    reading.app.settings.text_size = text
    sized(reading, size)
    shell = reading.app.shell
    shell.tell(shell.t("Nothing can be saved here: the folder {folder} cannot be written to.").format(folder="/home/reader"))
    reading.frame()
    rect, _, _ = curtain.placed(shell.banner, reading.top, shell)
    assert not [part for part in reading.top.reads if _over(rect, part)], rect
    assert not [widget.key for widget in reading.top.widgets if widget.key in {"menu", "exit"} and _over(rect, widget.rect)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TEXTS)
def test_a_page_of_the_journal_can_be_kept_and_deleted_in_any_window(
    start: Callable[..., Player], size: tuple[int, int], text: int
) -> None:
    """The buttons to keep it, delete it and go back are there, inside the window, each by itself."""
    player = start(reduce_motion=True)
    views.VIEWS["page"](player)
    player.app.settings.text_size = text
    sized(player, size)
    assert {"keep", "delete", "back", "paper"} <= set(player.keys)
    assert not measure.faults(player)
    paper = player.widget("paper").rect
    assert not [key for key in ("keep", "delete", "back", "exit") if _over(paper, player.widget(key).rect)]
