"""One projector and six phones: the real game in its own window, led by keys, and real browsers that come in by what it shows."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser import desk, looks, window
from tests.browser.projector import ADDRESS, GROUP, STORY, Projector, projecting
from tests.game import xvfb
from tests.game.access import conftest as access

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.server.group.hosted import Room

SHOTS = os.environ.get("THRESHOLD_SHOTS")
ROOM, END, DONE = "The room", "End the session", "Delete the room"
SMALL, PHONE, TABLET = ({"width": 320, "height": 568}, {"width": 390, "height": 844}, {"width": 820, "height": 1180})
KINDS: list[dict[str, Any]] = [
    {"viewport": SMALL},
    {"viewport": PHONE, "locale": "ar-EG", "color_scheme": "dark"},
    {"viewport": TABLET, "locale": "de-DE"},
    {"viewport": PHONE, "java_script_enabled": False},
    {"viewport": SMALL, "color_scheme": "dark"},
    {"viewport": PHONE, "locale": "sv-SE"},
]
BARE, LATE = 3, 5
# A look takes a second and a half; this is five of them, on a machine that plays and shows six pages at once.
SOON = 8000


@pytest.fixture
def projector(tmp_path: Path) -> Generator[Projector]:
    """Gives the game as somebody starts it, on a desktop of its own."""
    if reason := access.lacks():
        pytest.skip(f"no desktop for screen readers: {reason}")
    with projecting(tmp_path) as made:
        yield made


def shot(projector: Projector, name: str) -> None:
    """Keeps a picture of the projector where THRESHOLD_SHOTS says."""
    window.picture(projector.screen, SHOTS, name)


def come_in(phone: Page, address: str, code: str, *, types: bool) -> None:
    """Opens the address that the projector shows: with the code typed there, or by the way that its picture of squares holds."""
    if types:
        phone.goto(f"http://{address}/g")
        phone.locator("#code").fill(f"{code[:3]} {code[3:]}")
        phone.keyboard.press("Enter")
    else:
        phone.goto(f"http://{address}/g/{code}")
        phone.locator("button.main").click()
    phone.locator("#q").wait_for()


def look(phone: Page) -> None:
    """Looks again where no script does."""
    phone.locator(".top a").click()


def vote(phone: Page, choice: int, *, bare: bool = False) -> None:
    """Chooses, and waits until the page says that it counts."""
    if bare:
        look(phone)
    phone.locator(f"#c{choice}").click(timeout=SOON)
    expect(phone.locator(f"#c{choice}")).to_have_attribute("aria-pressed", "true", timeout=SOON)


def sums(phone: Page) -> list[int]:
    """Returns the numbers beside the choices, once they are there."""
    expect(phone.locator("#q.result")).to_be_visible(timeout=SOON)
    return [int(re.sub(r"\D", "", one)) for one in phone.locator(".sum").all_inner_texts()]


def asked(room: Room, number: int) -> bool:
    """Tells whether a round runs."""
    running = room.state["round"]
    return running is not None and running["number"] == number


def shown(room: Room, number: int, projector: Projector, phones: list[Page]) -> list[int]:
    """Leads a vote to its result with Enter, as the projector's first button always is the next step; returns what all agree on."""
    for _ in range(3):
        if room.state["round"]["state"] == "revealed":
            break
        projector.enter()
        xvfb.until(lambda: room.state["round"]["state"] != "open")
    found = room.state["round"]
    assert (found["number"], found["state"]) == (number, "revealed")
    look(phones[BARE])
    assert all(sums(phone) == found["votes"] for phone in phones)
    votes: list[int] = found["votes"]
    return votes


@pytest.mark.alone
def test_six_phones_vote_on_a_real_story_by_what_the_projector_shows(projector: Projector, page: Callable[..., Page]) -> None:
    """All come in by the shown address; one reloads, one sleeps, one is late; each counts once in each vote; the end leaves nothing."""
    projector.choose(STORY)
    projector.choose(GROUP)
    address, room = projector.found(ADDRESS)[1], projector.room()
    shot(projector, "projector-door")
    phones = [page(**kind, **looks.STILL) for kind in KINDS]
    for number, phone in enumerate(phones[:LATE]):
        come_in(phone, address, room.code, types=number % 2 == 1)
        desk.shot(phone, f"projector-in-{number}")
    assert xvfb.until(lambda: room.state["here"] == LATE)

    projector.enter()
    projector.read_on(lambda: asked(room, 1))
    for number, phone in enumerate(phones[:LATE]):
        vote(phone, 1 if number < 2 else 2, bare=number == BARE)
        desk.shot(phone, f"projector-vote-{number}")
    # One reloads in the middle, and changes its mind.
    phones[0].reload()
    expect(phones[0].locator("#c1")).to_have_attribute("aria-pressed", "true")
    vote(phones[0], 2)
    assert (room.state["answered"], room.state["here"]) == (5, 5)
    shot(projector, "projector-vote")
    # One is late: in the room at once, in the vote that is open.
    come_in(phones[LATE], address, room.code, types=False)
    vote(phones[LATE], 2)
    assert (room.state["answered"], room.state["here"]) == (6, 6)
    assert shown(room, 1, projector, phones)[:2] == [1, 5]
    shot(projector, "projector-result")
    for number, phone in enumerate(phones):
        desk.shot(phone, f"projector-result-{number}")

    # One sleeps while the story goes on and all others vote, and wakes up to the vote that is open by then.
    sleeper = phones[2]
    sleeper.context.set_offline(True)
    projector.enter()
    projector.read_on(lambda: asked(room, 2))
    for number, phone in enumerate(phones):
        if phone is not sleeper:
            vote(phone, 1, bare=number == BARE)
    assert room.state["answered"] == 5
    sleeper.context.set_offline(False)
    vote(sleeper, 2)
    assert (room.state["answered"], room.state["here"]) == (6, 6)
    assert shown(room, 2, projector, phones)[:2] == [5, 1]

    # Nobody does anything unusual.
    projector.enter()
    projector.read_on(lambda: asked(room, 3))
    for number, phone in enumerate(phones):
        vote(phone, 1 + (number == 0), bare=number == BARE)
    assert shown(room, 3, projector, phones)[:2] == [5, 1]
    assert (room.state["answered"], room.state["here"]) == (6, 6)

    _end(projector, phones[0])
    room.line.close()
    assert not [path for path in projector.home.rglob("*") if path.is_file() and room.code.encode() in path.read_bytes()]


def _end(projector: Projector, phone: Page) -> None:
    """Ends the session on the projector, and waits until its folder is gone."""
    projector.choose(ROOM)
    projector.choose(END)
    projector.choose(END)
    expect(phone.locator("#q.over")).to_be_visible(timeout=SOON)
    projector.until(lambda nodes: access.named(nodes, DONE))
    shot(projector, "projector-end")
    projector.choose(DONE)
    assert xvfb.until(lambda: not list(projector.home.rglob("group*")))
