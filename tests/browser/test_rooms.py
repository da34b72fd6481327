"""Groups over the internet: a room opened with a button in the console, and one opened from the game with a console account."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import desk, looks, window
from tests.browser.projector import CODE, STORY, Projector, projecting
from tests.game.access import conftest as access

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

SHOTS = os.environ.get("THRESHOLD_SHOTS")
PHONE = {"width": 390, "height": 844}
SOON = 8000
ELSEWHERE = "Play with a group over the internet"


def test_a_room_is_opened_led_and_ended_from_the_console(demo: Demo, page: Callable[..., Page], at_desk: Callable[..., Page]) -> None:
    """One press opens a room; a phone comes in by its code and answers in its own words, read first by whoever leads; then it ends."""
    lena = at_desk("lena", "#groups")
    desk.shot(lena, "rooms-closed")
    lena.get_by_role("button", name="Open a room").click()
    lena.locator("#room-code").wait_for()
    code = re.sub(r"\D", "", lena.locator("#room-code").inner_text())
    phone = page(viewport=PHONE, **looks.STILL)
    phone.goto(f"{demo.origin}/g")
    phone.locator("#code").fill(code)
    phone.keyboard.press("Enter")
    phone.locator("#q").wait_for()
    lena.get_by_role("button", name="Look again").click()
    expect(lena.locator("#room-here")).to_have_text("1 is here", timeout=SOON)
    lena.get_by_label("A question that everybody answers").fill("What stayed with you?")
    lena.get_by_role("button", name="Ask the room").click()
    phone.locator("#words").fill("The quiet notes.", timeout=SOON)
    phone.locator("#words-send").click()
    with lena.context.expect_page() as opened:
        lena.get_by_role("link", name="Lead this room").click()
    expect(opened.value.get_by_text("The quiet notes.")).to_be_visible(timeout=SOON)
    desk.shot(lena, "rooms-open")
    assert looks.faults(lena) == []
    assert looks.cut(lena) == []
    lena.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    desk.shot(lena, "rooms-open-phone")
    assert looks.cut(lena) == []
    lena.get_by_role("button", name="End the session").click()
    desk.confirm(lena, "End the session")
    lena.get_by_role("button", name="Open a room").wait_for()
    expect(phone.locator("#q.over, .in h1")).to_be_visible(timeout=SOON)


@pytest.fixture
def projector(demo: Demo, tmp_path: Path) -> Generator[Projector]:
    """Gives a game that knows where rooms for groups are."""
    if reason := access.lacks():
        pytest.skip(f"no desktop for screen readers: {reason}")
    file = tmp_path / "threshold.toml"
    file.write_text(f'group = "{demo.origin}"\n', "utf-8")
    with projecting(tmp_path, "--contact", str(file)) as made:
        yield made


def write(projector: Projector, words: str) -> str:
    """Types a line and keeps it once it stands there; returns what the screen said of it."""
    for letter in words:
        projector.screen.press(window.NAMES.get(letter, letter))
    nodes = projector.until(lambda nodes: any("EDITABLE" in one["states"] and len(str(one.get("text", ""))) == len(words) for one in nodes))
    projector.choose("Keep")
    return "\n".join(f"{one['name']} {one.get('text', '')}" for one in nodes)


@pytest.mark.alone
def test_a_room_is_opened_from_the_game_with_a_console_account(demo: Demo, projector: Projector, page: Callable[..., Page]) -> None:
    """Name, passphrase and code are typed in the game, the passphrase as dots; phones come in at the server, and nothing is kept."""
    projector.choose(STORY)
    projector.choose(ELSEWHERE)
    passphrase = demo.accounts["lena"]["passphrase"]
    assert "lena" in write(projector, "lena")
    said = write(projector, passphrase)
    window.picture(projector.screen, SHOTS, "rooms-passphrase")
    assert passphrase not in said
    assert "•" * len(passphrase) in said
    write(projector, demo.code("lena"))
    code = "".join(projector.found(CODE).groups())
    window.picture(projector.screen, SHOTS, "rooms-game")
    phone = page(viewport=PHONE, **looks.STILL)
    phone.goto(f"{demo.origin}/g/{code}")
    phone.locator("button.main").click()
    phone.locator("#q").wait_for()
    projector.found(re.compile("1 is here"))
    kept = [path for path in projector.home.rglob("*") if path.is_file() and passphrase.encode() in path.read_bytes()]
    assert kept == []
