"""Puzzles of the server's own library are solved, in the background, and can be given up."""

from __future__ import annotations

import threading
import time
from typing import Any

import altcha
import pytest

from game.contact.errors import CancelledError, ForeignError
from game.contact.proof import solve

SECRET = b"a server's secret"


def challenge(algorithm: str, cost: int, prefix: str = "00") -> dict[str, Any]:
    """Returns a puzzle as the server makes it."""
    made = altcha.create_challenge(
        algorithm, cost, key_prefix=prefix, expires_at=int(time.time()) + 60, data={"action": "open"}, hmac_secret=SECRET
    )
    return dict(made.to_dict())


@pytest.mark.parametrize(
    ("algorithm", "cost"), [("PBKDF2/SHA-256", 20), ("PBKDF2/SHA-512", 3), ("SHA-256", 2), ("SHA-384", 1), ("SHA-512", 0)]
)
def test_15_a_solution_is_one_to_the_servers_library(algorithm: str, cost: int) -> None:
    """What the game works out, the library verifies."""
    assert altcha.verify_solution(solve(challenge(algorithm, cost), lambda: False), SECRET).verified


@pytest.mark.alone
def test_solving_can_be_given_up() -> None:
    """A puzzle that would take for ever ends as soon as it is to stop."""
    stopped = threading.Event()
    threading.Timer(0.1, stopped.set).start()
    begun = time.monotonic()
    with pytest.raises(CancelledError):
        solve(challenge("PBKDF2/SHA-256", 50, "00000000"), stopped.is_set)
    assert time.monotonic() - begun < 5


def test_solving_has_an_end() -> None:
    """A puzzle that cannot be solved in time is not the server's."""
    with pytest.raises(ForeignError):
        solve(challenge("PBKDF2/SHA-256", 5, "00000000"), lambda: False, longest=0.05)


@pytest.mark.parametrize(
    "change",
    [
        {"algorithm": "MD5"},
        {"algorithm": "ARGON2ID"},
        {"cost": 10**9},
        {"cost": -1},
        {"nonce": "xyz"},
        {"keyPrefix": ""},
        {"keyPrefix": "0" * 64},
        {"keyLength": 10**9},
    ],
)
def test_a_puzzle_that_no_server_of_ours_sets_is_refused(change: dict[str, Any]) -> None:
    """Strange puzzles are not begun."""
    made = challenge("PBKDF2/SHA-256", 5)
    made["parameters"] |= change
    with pytest.raises(ForeignError):
        solve(made, lambda: False)
    with pytest.raises(ForeignError):
        solve({}, lambda: False)
