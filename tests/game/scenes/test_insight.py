"""Taking part at the window: off until somebody turns it on, told in plain words, taken back with a press, and never beside contact."""

from __future__ import annotations

import json
import socket
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game import paths as places
from game.contact.directory import directories
from game.insight import ledger
from game.insight.book import DELAY, OPEN
from game.insight.part import Part
from game.scenes.insight_screen import InsightScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.scenes.sorting import SortScreen
from game.scenes.telling import Telling
from game.settings import Settings, SettingsFile
from game.story.sorting import Before
from tests.game.contact.wire import Wire
from tests.game.scenes import tellings
from tests.game.scenes.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from game.paths import Paths
    from tests.game.contact.house import House

NOW = 1_800_000_000


@dataclass
class Counter:
    """Counts what this process asks of any network; it counts only while it is `on`, since a hook can never be taken off again."""

    on: bool = False
    found: list[str] = field(default_factory=list)

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        """Takes note of a connection, a lookup, or a packet."""
        if self.on and event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}:
            # A screen and a sound card are spoken to over sockets of this device, which have no address.
            family = getattr(given[0], "family", socket.AF_INET)
            if family != socket.AF_UNIX:
                self.found.append(f"{event} {given[1:]}")


_COUNTER = Counter()
_HOOKED: list[bool] = []


@pytest.fixture
def packets() -> Generator[list[str]]:
    """Gives what goes out of this process from here on."""
    if not _HOOKED:
        sys.addaudithook(_COUNTER)
        _HOOKED.append(True)
    _COUNTER.found.clear()
    _COUNTER.on = True
    yield _COUNTER.found
    _COUNTER.on = False


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the game know a place for answers, at which nobody listens."""
    path = tmp_path / "threshold.toml"
    path.write_text(f'insight = "{tellings.NOWHERE}"\n', "utf-8")
    monkeypatch.setenv("THRESHOLD_CONTACT", str(path))


def text_of(player: Player) -> str:
    """Returns every word of the screen on top."""
    return "\n".join(f"{widget.name} {widget.value}" for widget in player.top.widgets)


def ticking(player: Player, origin: str, clock: list[int]) -> Part:
    """Has a player take part whose clock is set by hand, and whose pauses are short."""
    part = Part(player.paths.data, origin, pause=(0, 1), clock=lambda: clock[0])
    assert part.join()
    player.app.shell.telling = Telling(part)
    player.app.shell.settings.insight = True
    return part


def begin(player: Player) -> None:
    """Opens the story's note and starts it."""
    player.app.director.only()
    player.app.shell.chosen = player.app.shell.shelf[0]
    player.go(Route.NOTE)
    player.top.press(player.widget("start"))


def read_through(player: Player, choice: str = "choice-0") -> None:
    """Reads to the end, always by the same choice."""
    player.to_choices()
    while player.session.page.choices:
        player.top.press(player.widget(choice))
        player.to_choices()


def noted(part: Part, story: str = "low-water") -> dict[str, str | None]:
    """Returns what is noted of the story's first reading."""
    return {one.asked.kind: None if one.answer is None else one.asked.options[one.answer] for one in part.book.pages.open[story].noted}


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every question be drawn."""

    def all_of_them(questions: dict[int, list[str]]) -> tuple[tuple[str, ...], int]:
        return (*(name for names in questions.values() for name in names), "language"), 6000

    monkeypatch.setattr(ledger, "_chosen", all_of_them)


@pytest.mark.usefixtures("known")
def test_off_is_no_packet_at_all(player: Player, packets: list[str]) -> None:
    """A whole story with its help, settings and every page about taking part, and after it was on and off again: nothing leaves."""
    begin(player)
    read_through(player)
    player.app.director.only()
    for route in (Route.HELP, Route.SETTINGS, Route.INSIGHT, Route.INSIGHT_HOW, Route.INSIGHT_TOLD):
        player.go(route)
        player.frame()
    assert player.app.shell.telling is not None
    assert not player.app.shell.telling.part.on
    player.app.director.only()
    player.go(Route.INSIGHT)
    for _ in range(2):
        player.top.press(player.widget("insight"))
    begin(player)
    read_through(player)
    time.sleep(0.5)
    assert packets == []
    # The counter counts.
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", 9), timeout=5)
    assert packets


def test_a_game_that_was_never_asked_writes_nothing_about_it(player: Player) -> None:
    """Without the switch there is neither ledger nor folder; and it is off at first."""
    assert not Settings().insight
    begin(player)
    read_through(player)
    player.go(Route.INSIGHT)
    assert not (player.paths.data / "insight").exists()
    assert "no place to send answers to" in text_of(player)
    assert "insight" not in player.keys


@pytest.mark.usefixtures("known")
def test_it_is_turned_on_and_off_with_keys_and_kept(player: Player) -> None:
    """From the settings to the switch: the focus starts on the way back, nobody is led; on and off survive in the settings."""
    player.go(Route.SETTINGS)
    player.top.lead("insight")
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, InsightScreen)
    assert player.focus == "back"
    sentences = [widget for widget in player.top.widgets if widget.icon == "text"]
    assert len(sentences) == 3
    player.top.lead("insight")
    for on in (True, False, True):
        player.press(pygame.K_RETURN)
        assert player.widget("insight").on is on
        assert SettingsFile(player.paths.settings).load().insight is on
        assert player.app.shell.telling is not None
        assert player.app.shell.telling.part.on is on
    player.press(pygame.K_ESCAPE)
    assert player.widget("insight").value == "On"


@pytest.mark.usefixtures("everything")
def test_what_is_noted_is_what_was_done(player: Player) -> None:
    """The first reading, from its beginning to where it stopped: ending, furthest chapter, time, help, language."""
    part = ticking(player, tellings.NOWHERE, [NOW])
    begin(player)
    assert noted(part) == {"ending": None, "stopped_at": "chapter_1", "length": "under_30", "help_opened": "not_opened", "language": "en"}
    player.go(Route.HELP)
    player.app.director.back()
    player.to_choices()
    telling = player.app.shell.telling
    assert telling is not None
    # An hour and a minute, page by page; a night away counts as three minutes.
    for _ in range(21):
        telling._looked -= 10_000
        telling.turned(player.session)
    read_through(player)
    assert noted(part) == {
        "ending": player.session.journey.endings[0],
        "stopped_at": "finished",
        "length": "over_60",
        "help_opened": "opened",
        "language": "en",
    }
    # Another reading changes nothing.
    begin(player)
    assert part.book.pages.open["low-water"].over
    read_through(player, "choice-1")
    assert noted(part)["length"] == "over_60"


def test_only_a_first_reading_of_a_signed_story_counts(start: Callable[..., Player], paths: Paths) -> None:
    """A story that was begun before, or that nobody trusted has signed, draws nothing."""
    player = start()
    begin(player)
    part = ticking(player, tellings.NOWHERE, [NOW])
    begin(player)
    assert not part.book.pages.open
    player.close()
    (paths.packs / "trusted.keys").write_bytes(b"")
    for save in sorted(paths.saves.rglob("*"), reverse=True):
        save.unlink() if save.is_file() else save.rmdir()
    player = start()
    part = ticking(player, tellings.NOWHERE, [NOW])
    begin(player)
    assert isinstance(player.top, ReadingScreen)
    assert not part.book.pages.open


@pytest.mark.usefixtures("everything")
def test_from_the_first_page_to_the_server(player: Player, house: House) -> None:
    """What was noted is blurred after three days, waits, can be read and taken back, and the rest reaches a real server."""
    wire = Wire(house.port)
    clock = [NOW]
    part = ticking(player, wire.origin, clock)
    begin(player)
    read_through(player)
    player.go(Route.INSIGHT_TOLD)
    assert "Drawn for you" in text_of(player)
    clock[0] = NOW + OPEN
    part._stir()
    _until(lambda: not part.book.pages.open)
    player.top.refresh()
    assert text_of(player).count("Not before") == 5
    assert 'low-water@1.0.0/how_it_ended","a":' in text_of(player)
    player.top.press(player.widget("cancel-0"))
    assert text_of(player).count("Not before") == 4
    clock[0] = NOW + OPEN + DELAY
    part._stir()
    _until(lambda: len(part.book.pages.sent) == 4)
    player.top.refresh()
    assert text_of(player).count("Sent on") == 4
    assert len(wire.seen) == 4
    wire.close()


def test_contact_and_insight_never_share_a_moment(player: Player, house: House, attached: None, tmp_path: Path) -> None:
    """A report is on its way as somebody opens contact: who answers is asked only once it is over; while contact is open none goes."""
    del attached
    before = len(house.wire.seen)
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        clock = [NOW]
        part = ticking(player, f"http://127.0.0.1:{listening.getsockname()[1]}", clock)
        begin(player)
        clock[0] = NOW + OPEN + DELAY
        part._stir()
        line, _ = listening.accept()
        player.go(Route.CONTACT)
        time.sleep(0.5)
        assert len(house.wire.seen) == before
        line.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        line.close()
        _until(lambda: _shown(player))
        assert len(house.wire.seen) > before
        listening.settimeout(2.5)
        with pytest.raises(TimeoutError):
            listening.accept()
        assert part.book.pages.waiting
        player.app.director.back()
        listening.settimeout(20)
        listening.accept()[0].close()
    del tmp_path


def _shown(player: Player) -> bool:
    for event in pygame.event.get():
        player.app.handle(event)
    return player.app.shell.contact is not None and player.app.shell.contact.directory is not None


def _until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_of_two_windows_the_second_says_why_it_cannot(start: Callable[..., Player], known: None) -> None:
    """While another window takes part, the switch of this one stays off and says so."""
    del known
    first, second = start(), start()
    first.go(Route.INSIGHT)
    first.top.press(first.widget("insight"))
    second.go(Route.INSIGHT)
    second.top.press(second.widget("insight"))
    assert not second.widget("insight").on
    assert "Close the other one first" in text_of(second)


def test_forgetting_everything_forgets_that_too(player: Player) -> None:
    """Ledger, notes and what waits are deleted with everything else, and taking part is off; nothing is exported before that."""
    ticking(player, tellings.NOWHERE, [NOW])
    begin(player)
    folder = player.paths.data / "insight"
    assert {path.name for path in folder.iterdir()} == {"ledger.json", "told.json", "lock"}
    assert json.loads((folder / "ledger.json").read_bytes())["low-water"]["epsilon"] > 0
    player.app.director.only()
    player.go(Route.DEVICE)
    assert "What you tell those who write the stories" in text_of(player)
    player.go(Route.FORGET)
    player.top.press(player.widget("do"))
    assert not folder.exists()
    assert not player.app.shell.settings.insight
    assert player.app.shell.telling is None


@pytest.mark.usefixtures("everything")
def test_messages_are_sorted_before_and_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the question was drawn, the messages come before the first page and as an ending is left; what changed is noted, once."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    shipped = places.below(tmp_path / "home")
    player = Player(shipped)
    try:
        part = ticking(player, tellings.NOWHERE, [NOW])
        number = next(at for at, one in enumerate(player.app.shell.shelf) if one.book and one.book.manifest.id == "second-verse")
        player.app.shell.chosen = player.app.shell.shelf[number]
        player.go(Route.NOTE)
        player.top.press(player.widget("start"))
        _sort(player, right=False)
        assert isinstance(player.top, ReadingScreen)
        assert Before(shipped.saves, "second-verse").load() is not None
        journey = player.session.journey
        while journey.page.choices:
            journey.choose(0)
        player.session.autosave()
        player.app.director.reread()
        player.to_choices()
        assert not player.session.page.choices
        assert noted(part, "second-verse")["before_after"] is None
        player.top.press(player.widget("choice-0"))
        _sort(player, right=True)
        assert noted(part, "second-verse")["before_after"] == "toward"
        assert noted(part, "second-verse")["stopped_at"] == "finished"
        assert noted(part, "second-verse")["choice"] is not None
        assert Before(shipped.saves, "second-verse").load() is None
        assert len(player.app.director.screens) == 1
    finally:
        player.close()


def _sort(player: Player, *, right: bool) -> None:
    """Sorts every message, all of them rightly or all wrongly, and goes on."""
    screen = player.top
    assert isinstance(screen, SortScreen)
    while not screen.done:
        honest = screen.cards[screen.number].honest
        player.press(pygame.K_1 if honest is right else pygame.K_2)
        screen.turned_at -= 5
    player.press(pygame.K_RETURN)


def test_help_is_the_same_for_those_who_take_part(player: Player) -> None:
    """Whom to call does not hang on it."""
    ticking(player, tellings.NOWHERE, [NOW])
    player.go(Route.HELP)
    assert all(line.number in text_of(player) for found in directories(player.paths.help) for line in found.lines)
