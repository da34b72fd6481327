"""The whole way with nothing but what people have: the game's own window and keyboard, and two counsellors' browsers."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.browser import desk, window
from tests.game import xvfb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

SHOTS = os.environ.get("THRESHOLD_SHOTS")
FIRST, SECOND = "marker-one, it is about my brother.", "marker-two, we fix bikes."


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[xvfb.Screen]:
    """Yields a private screen."""
    if reason := window.lacks():
        pytest.skip(f"no private screen: {reason}")
    folder = tmp_path / "screen"
    folder.mkdir()
    with xvfb.opened(folder) as opened:
        yield opened


def _to_contact(game: window.Window) -> None:
    """Goes to the door: help, and the way to a person in it."""
    game.then("F1")
    game.press("Tab", "Tab")
    game.then("Return")
    # The server is asked who answers.
    game.calm(window.ANSWERED)


def _first_letter(game: window.Window) -> None:
    """Writes a first letter to the first who fits, and sends it."""
    _to_contact(game)
    game.then("Return")
    # Past the six wishes, all left open, to the first offer.
    game.press(*["Tab"] * 6)
    game.then("Return")
    game.write(FIRST)
    game.shot(SHOTS, "game-write")
    game.send()


def _copied_words(game: window.Window) -> str:
    """Copies the seven words, as the screen that shows them offers, and returns them."""
    game.then("Up", "Up", "Return")
    game.then("Up", "Return")
    game.shot(SHOTS, "game-words")
    words = game.copied()
    assert len(words.split()) == 7
    return words


def _blinks(game: window.Window) -> bool:
    """Tells whether the picture changes and changes back, as it does where a caret waits for words, and not while the server is asked."""
    seen = game.screen.picture()
    return xvfb.until(lambda: game.screen.picture() != seen, 1.5) and xvfb.until(lambda: game.screen.picture() == seen, 1.5)


@pytest.mark.alone
def test_a_player_and_two_counsellors_hold_a_conversation(
    demo: Demo, page: Callable[..., Page], screen: xvfb.Screen, tmp_path: Path
) -> None:
    """From the game's menu to an answer, back from an empty home with seven words, a colleague who joins; nothing is on the disk."""
    lena, tarek = page(), page(color_scheme="dark")
    desk.sign_in(lena, demo, "lena")
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    with window.playing(screen, here, demo) as game:
        _first_letter(game)
        # Once it is with her, the window shows the words.
        lena.get_by_text(FIRST).wait_for()
        game.calm(window.ANSWERED)
        words = _copied_words(game)
    desk.take_on(lena)
    desk.write(lena, "What do you two still do together?")
    lena.get_by_role("button", name="Bring someone in").click()
    desk.confirm(lena, "Bring in")
    lena.get_by_text("Tarek joined.").wait_for()
    desk.sign_in(tarek, demo, "tarek")
    tarek.locator(".mine a").first.click()
    desk.write(tarek, "Hi. I will not tell you what to do.")

    with window.playing(screen, elsewhere, demo) as game:
        _to_contact(game)
        game.press("Down")
        game.then("Return")
        game.write(" ".join(word[:4] for word in words.split()))
        before = screen.picture()
        game.then("Return")
        assert xvfb.until(lambda: screen.picture() != before, window.SECONDS)
        # The caret blinks once the conversation is open and can be written in.
        assert xvfb.until(partial(_blinks, game), window.SECONDS)
        game.shot(SHOTS, "game-thread")
        game.write(SECOND)
        game.send()
        # Both read it, without a reload.
        for page_of in (lena, tarek):
            page_of.locator(".say.writer .body", has_text=SECOND).wait_for()
        assert tarek.get_by_text("marker-one").count() == 0
        desk.write(lena, "That sounds like a good evening.")
        game.calm()
        game.shot(SHOTS, "game-answered")
        # Three times Shift: a neutral window at once.
        for _ in range(3):
            screen.press("Shift_L")
        assert xvfb.until(lambda: screen.title() == "Notes", 3)
        game.shot(SHOTS, "game-away")

    for home in (here, elsewhere):
        for path in (path for path in home.rglob("*") if path.is_file()):
            data = path.read_bytes()
            assert not any(mark.encode() in data for mark in ("marker-", words, words[:20], "What do you two")), path
