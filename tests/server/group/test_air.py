"""Phones far from the access point: what they send is late and sometimes lost, and each still counts once."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.server.group import air, crowd
from tests.server.group.hosted import hosting

if TYPE_CHECKING:
    from pathlib import Path

PHONES, ROUNDS = 20, 3
SECONDS = 60


@pytest.mark.nightly
@pytest.mark.alone
def test_twenty_phones_over_a_poor_link_count_once_each_round(tmp_path: Path) -> None:
    """With one packet in fifty lost and 80 ms each way, twenty phones come in and vote, and every round has each vote exactly once."""
    with air.link() as link, hosting(tmp_path / "rooms", within=link.within(0)) as hosted:
        assert hosted.addresses == [air.ADDRESSES[0]]
        before, handed = link.within(1)
        what = [crowd.__name__, hosted.addresses[0], str(hosted.port), hosted.key, str(PHONES), str(ROUNDS), "1"]
        command = [*before, sys.executable, "-m", *what]
        done = subprocess.run(command, pass_fds=handed, cwd=air.ROOT, capture_output=True, check=True, timeout=SECONDS)
        passed, lost = link.passed, link.lost
    times = crowd.Times(**json.loads(done.stdout))
    print(f"{passed} packets passed, {lost} were lost; the slowest join, look and vote, s: ", end="")
    print(*(f"{max(one):.2f}" for one in (times.joins, times.looks, times.votes)))
    assert lost > 0
    assert (times.right, times.here, len(times.votes)) == (ROUNDS, PHONES, PHONES * ROUNDS)
    # Nothing is faster than the link: what was measured went over it.
    assert min(times.joins) >= 2 * air.DELAY
