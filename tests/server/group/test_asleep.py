"""Bad luck of a quiet kind: a laptop that sleeps, a network that is off. Whoever was in comes back by themselves, with what they chose."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import TYPE_CHECKING

import pytest

from server.group.ballots import Ballots
from server.group.here import AWAY_SECONDS, Here
from server.group.rooms import Rooms
from server.group.rounds import Rounds
from server.group.seen import Seen
from server.group.service import Group
from tests.server.group.hosted import hosting
from tests.server.group.sessions import led
from tests.server.group.test_process import Insisting

if TYPE_CHECKING:
    from pathlib import Path

    from server.db import Database


def test_a_laptop_that_slept_goes_on_where_it_was(tmp_path: Path) -> None:
    """Held still while twenty phones vote, as by a closed lid, and woken again: each gets through, and counts once with its last choice."""
    stop = threading.Event()
    with hosting(tmp_path / "rooms") as host:
        room = host.room()
        hands = [Insisting(phone, place, stop) for place, phone in enumerate(host.phones(room, 20))]
        room.ask()
        for one in hands:
            # A phone gives up on an answer sooner than a laptop sleeps.
            one.phone.line.close()
            one.phone.line.patience(0.4)
            one.start()
        time.sleep(0.5)
        os.kill(host.process.pid, signal.SIGSTOP)
        time.sleep(2.5)
        os.kill(host.process.pid, signal.SIGCONT)
        time.sleep(1.5)
        stop.set()
        for one in hands:
            one.join(20)
            assert not one.is_alive()
        state = room.post("reveal", number=1)
    sums = [sum(one.told == wanted for one in hands) for wanted in (1, 2, 3)]
    assert (state["answered"], state["round"]["votes"], state["here"]) == (20, sums, 20)


@pytest.mark.parametrize("minutes", [1, 10])
def test_a_network_that_was_off_costs_nobody_a_seat_or_a_vote(database: Database, minutes: int) -> None:
    """Phones silent for a minute, or for ten, are not waited for meanwhile; with their first look they are here, their votes unchanged."""
    now = [1000.0]
    here = Here(lambda: now[0])
    group = Group(Rooms(database, here), Rounds(database), Ballots(database, here, Seen(database, here, 0.0)))
    room = led(group)
    phones = room.join(12)
    room.ask()
    for token in phones[:8]:
        room.vote(token, 1)
    now[0] += minutes * 60 + 1 + AWAY_SECONDS
    assert room.state.here == 8
    for token in phones:
        seen = group.ballots.mine(room.code, token)
        assert seen is not None
        assert seen.choice == (1 if token in phones[:8] else 0)
    assert (room.state.here, room.state.answered) == (12, 8)
    for token in phones[8:]:
        room.vote(token, 2)
    assert room.state.answered == 12
