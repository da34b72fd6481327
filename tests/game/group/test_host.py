"""A room is led through a real process: whatever dies, the phones stay in their room, and each of them counts once."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from game.group import process
from game.group.errors import AbsentError, StartError
from game.group.host import Host, fresh_id
from game.group.process import Process
from game.group.room import Choice
from tests.server.group.hosted import Line, Phone

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

QUESTION = {"en": "What do you say?", "de": "Was sagst du?"}
CHOICES = (Choice({"en": "Stay.", "de": "Bleib."}, {"en": "Who would stay?"}), Choice({"en": "Go."}), Choice({"en": "Nothing."}))


def until(holds: Callable[[], object], seconds: float = 40.0) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it does not come to hold"
        time.sleep(0.02)


@pytest.fixture
def host(tmp_path: Path) -> Generator[Host]:
    """Gives a room that is there."""
    made = Host(Process(tmp_path / "group"), fresh_id(), {"en": "Low Water"}, lambda: None)
    made.start()
    until(lambda: made.room is not None)
    yield made
    made.close()


@pytest.fixture
def phones(host: Host) -> Generator[Callable[[int], list[Phone]]]:
    """Gives what has so many phones come into the room; their lines are closed with the test."""
    found: list[Phone] = []

    def come(count: int) -> list[Phone]:
        assert host.ready is not None
        assert host.opened is not None
        new = [Phone(Line(host.ready.port), host.opened.code) for _ in range(count)]
        found.extend(new)
        assert all(phone.join() == 303 for phone in new)
        return new

    yield come
    for phone in found:
        phone.line.close()


def state(host: Host) -> str:
    """Returns how the running round stands; empty where none runs."""
    return host.room.round.state if host.room is not None and host.room.round is not None else ""


def test_a_vote_from_the_first_phone_to_the_sums(host: Host, phones: Callable[[int], list[Phone]]) -> None:
    """Phones come, vote and change their minds; counts show once they are shown; what is left are sums, and then nothing."""
    group = phones(7)
    until(lambda: host.room is not None and host.room.here == 7)
    host.ask("gate-3", QUESTION, CHOICES)
    until(lambda: state(host) == "open")
    for at, phone in enumerate(group):
        phone.vote(1, 1 + at % 2)
    group[0].vote(1, 2)
    until(lambda: host.room is not None and host.room.answered == 7)
    assert host.room is not None
    assert host.room.round is not None
    assert host.room.round.votes is None
    host.step("close")
    host.discuss(2)
    host.step("reveal")
    until(lambda: host.room is not None and host.room.round is not None and host.room.round.votes == (3, 4, 0))
    assert host.room.round is not None
    assert (host.room.round.leading, host.room.round.talk) == (2, 2)
    host.end()
    until(lambda: host.summary is not None)
    assert host.summary is not None
    (one,) = host.summary.rounds
    assert [choice.votes for choice in one.choices] == [3, 4, 0]
    assert [choice.talked for choice in one.choices] == [False, True, False]


def test_a_server_that_is_killed_is_back_with_every_vote(host: Host, phones: Callable[[int], list[Phone]]) -> None:
    """Killed in the middle of a vote, it is started again by itself, on the same port, with the same code, phones and votes."""
    group = phones(6)
    host.ask("gate-3", QUESTION, CHOICES)
    until(lambda: state(host) == "open")
    for phone in group[:4]:
        phone.vote(1, 1)
    until(lambda: host.room is not None and host.room.answered == 4)
    before = (host.opened, host.ready.port if host.ready else 0)
    assert isinstance(host._process, Process)
    running = host._process._running
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    host.step("close")
    until(lambda: state(host) == "closed")
    assert (host.opened, host.ready.port if host.ready else 0) == before
    host.step("reopen")
    until(lambda: state(host) == "open")
    for phone in group:
        phone.vote(1, 2)
    host.step("reveal")
    until(lambda: host.room is not None and host.room.round is not None and host.room.round.votes == (0, 6, 0))


def test_a_game_that_died_finds_its_room_again(tmp_path: Path) -> None:
    """The same id and folder lead to the same room, in which everybody still sits."""
    room = fresh_id()
    codes = []
    for _ in range(2):
        made = Host(Process(tmp_path / "group"), room, {"en": "Low Water"}, lambda: None)
        made.start()
        until(lambda made=made: made.room is not None)  # type: ignore[misc]  # bound here
        assert made.opened is not None
        assert made.room is not None
        codes.append((made.opened.code, made.room.round.number if made.room.round else 0))
        if len(codes) == 1:
            made.ask("gate-3", QUESTION, CHOICES)
            until(lambda made=made: state(made) == "open")  # type: ignore[misc]  # bound here
            # It dies without a word: its process goes with it, the room's file stays.
            made._ended = True
            made.opened = None
            made._thread.join(10)
            made._process.close()
        else:
            made.close()
    assert codes[0][0] == codes[1][0]
    assert [number for _, number in codes] == [0, 1]


def test_the_process_ends_with_whoever_started_it(host: Host) -> None:
    """Closing leaves no process behind, and nothing of the room is reachable."""
    assert isinstance(host._process, Process)
    running = host._process._running
    assert running is not None
    host.close()
    assert running.poll() is not None


def test_without_its_part_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without the server's libraries says how to get them; one that cannot start says that."""
    monkeypatch.setattr(process, "_NEEDED", ("no_such_library",))
    with pytest.raises(AbsentError, match="pip install"):
        Process(tmp_path / "group").start()
    monkeypatch.undo()
    monkeypatch.setattr(process, "_MODULE", "server.no_such_module")
    with pytest.raises(StartError):
        Process(tmp_path / "group").start()
