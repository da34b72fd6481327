"""One projector and six phones: the real game in its own window, led by keys, and real browsers that come in by what it shows."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from server.group import tokens
from server.wire import decode, encode
from tests.browser import desk, looks, window
from tests.game import started, xvfb
from tests.game.access import conftest as access
from tests.server.group.hosted import Line, Room

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.game.access.conftest import Listener, Node

SHOTS = os.environ.get("THRESHOLD_SHOTS")
STORY, GROUP, ROOM, END, DONE = "Second Verse", "Play with a group", "The room", "End the session", "Delete the room"
MENU = "Menu"
# As the projector says them: an address with a port, and six digits in two threes; marks around them guide what writes from the right.
ADDRESS, CODE = re.compile(r"(\d+\.\d+\.\d+\.\d+:\d+)/g"), re.compile(r"\b(\d{3})\s?(\d{3})\b")
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
TABS, BEATS = 60, 200


class Projector:
    """The game in its window: keys go in as a person presses them, and what it says is heard as a screen reader hears it."""

    def __init__(self, screen: xvfb.Screen, reader: Listener, home: Path) -> None:
        """Takes the screen, what listens, and the folder that the game keeps everything in."""
        self.screen, self.reader, self.home = screen, reader, home
        self.until(lambda nodes: access.named(nodes, STORY))
        assert xvfb.until(screen.listens)

    def until(self, holds: Callable[[list[Node]], object]) -> list[Node]:
        """Waits until something holds of what the screen says, and returns that."""
        found: list[Node] = []

        def told() -> object:
            found[:] = self.reader.ask("tree")
            return holds(found)

        assert xvfb.until(told, window.SECONDS), "\n".join(_names(found))
        return found

    def found(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Returns where the screen says something, once it does; marks of direction are left out."""
        match: list[re.Match[str]] = []

        def says(nodes: list[Node]) -> bool:
            match[:] = pattern.finditer(re.sub("[\u200e\u200f\u2066-\u2069]", "", "\n".join(_names(nodes))))
            return bool(match)

        self.until(says)
        return match[0]

    def choose(self, name: str) -> None:
        """Goes with Tab to the control whose name begins so, and presses Enter."""
        nodes = self.until(lambda nodes: access.named(nodes, name))
        for _ in range(TABS):
            if any(one.startswith(name) for one in _focused(nodes)):
                break
            nodes = self.press("Tab", nodes, _focused)
        self.press("Return", nodes)

    def press(self, key: str, before: list[Node], told: Callable[[list[Node]], list[str]] | None = None) -> list[Node]:
        """Presses a key, and waits until what is told of the screen is something else than before."""
        said = told or _names
        self.screen.press(key)
        return self.until(lambda nodes: said(nodes) != said(before))

    def enter(self) -> list[Node]:
        """Presses Enter on what has the focus, and waits until the screen says something else."""
        return self.press("Return", self.until(bool))

    def read_on(self) -> None:
        """Reads with Space until the story stands still for a vote: the reading screen is gone, and with it its menu."""
        nodes = self.until(lambda nodes: access.named(nodes, MENU))
        for _ in range(BEATS):
            if not access.named(nodes, MENU):
                return
            nodes = self.press("space", nodes)
        raise AssertionError("the story comes to no choice")

    def room(self) -> Room:
        """Returns the room as whoever holds this game's key leads it."""
        folder = next(self.home.rglob("host.key")).parent
        key = tokens.read((folder / "host.key").read_text("ascii").strip())
        room = decode((folder / "room").read_text("ascii").split()[1])
        assert key is not None
        port = int(self.found(ADDRESS)[1].partition(":")[2])
        return Room(Line(port), encode(tokens.derived(key, "host", room)), code="".join(self.found(CODE).groups()))

    def shot(self, name: str) -> None:
        """Keeps a picture where THRESHOLD_SHOTS says."""
        window.picture(self.screen, SHOTS, name)


def _names(nodes: list[Node]) -> list[str]:
    return [f"{one['name']} {one['description']}" for one in nodes]


def _focused(nodes: list[Node]) -> list[str]:
    return [str(one["name"]) for one in nodes if "FOCUSED" in one["states"]]


@pytest.fixture
def projector(tmp_path: Path) -> Generator[Projector]:
    """Gives the game as somebody starts it, on a desktop of its own."""
    if reason := access.lacks():
        pytest.skip(f"no desktop for screen readers: {reason}")
    (tmp_path / "screen").mkdir()
    with ExitStack() as stack:
        bus = stack.enter_context(access.bus(tmp_path / "run"))
        screen = stack.enter_context(xvfb.opened(tmp_path / "screen"))
        reader = stack.enter_context(access.hearing({**bus, "DISPLAY": screen.name}))
        kept = {name: bus[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
        home = tmp_path / "home"
        environment = started.environment(home, DISPLAY=screen.name, **kept)
        game = stack.enter_context(subprocess.Popen([*started.command(), "--lang", "en"], cwd=started.ROOT, env=environment))
        stack.callback(game.terminate)
        yield Projector(screen, reader, home)


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
    projector.shot("projector-door")
    phones = [page(**kind, **looks.STILL) for kind in KINDS]
    for number, phone in enumerate(phones[:LATE]):
        come_in(phone, address, room.code, types=number % 2 == 1)
        desk.shot(phone, f"projector-in-{number}")
    assert xvfb.until(lambda: room.state["here"] == LATE)

    projector.enter()
    projector.read_on()
    assert xvfb.until(lambda: (room.state["round"] or {}).get("number") == 1)
    for number, phone in enumerate(phones[:LATE]):
        vote(phone, 1 if number < 2 else 2, bare=number == BARE)
        desk.shot(phone, f"projector-vote-{number}")
    # One reloads in the middle, and changes its mind.
    phones[0].reload()
    expect(phones[0].locator("#c1")).to_have_attribute("aria-pressed", "true")
    vote(phones[0], 2)
    assert (room.state["answered"], room.state["here"]) == (5, 5)
    projector.shot("projector-vote")
    # One is late: in the room at once, in the vote that is open.
    come_in(phones[LATE], address, room.code, types=False)
    vote(phones[LATE], 2)
    assert (room.state["answered"], room.state["here"]) == (6, 6)
    assert shown(room, 1, projector, phones)[:2] == [1, 5]
    projector.shot("projector-result")
    for number, phone in enumerate(phones):
        desk.shot(phone, f"projector-result-{number}")

    # One sleeps while the story goes on and all others vote, and wakes up to the vote that is open by then.
    sleeper = phones[2]
    sleeper.context.set_offline(True)
    projector.enter()
    projector.read_on()
    assert xvfb.until(lambda: (room.state["round"] or {}).get("number") == 2)
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
    projector.read_on()
    assert xvfb.until(lambda: (room.state["round"] or {}).get("number") == 3)
    for number, phone in enumerate(phones):
        vote(phone, 1 + (number == 0), bare=number == BARE)
    assert shown(room, 3, projector, phones)[:2] == [5, 1]
    assert (room.state["answered"], room.state["here"]) == (6, 6)

    projector.choose(ROOM)
    projector.choose(END)
    projector.choose(END)
    expect(phones[0].locator("#q.over")).to_be_visible(timeout=SOON)
    projector.until(lambda nodes: access.named(nodes, DONE))
    projector.shot("projector-end")
    projector.choose(DONE)
    room.line.close()
    assert xvfb.until(lambda: not list(projector.home.rglob("group*")))
    assert not [path for path in projector.home.rglob("*") if path.is_file() and room.code.encode() in path.read_bytes()]
