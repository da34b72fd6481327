"""What the tests of the screens share: a small story, a home to play it in, and somebody who plays."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.paths import Paths, below
from tests.game.scenes import packs
from tests.game.scenes.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def members(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Returns the members of the test story's pack; it is compiled once for all tests."""
    return packs.members(tmp_path_factory.mktemp("studio"))


@pytest.fixture
def paths(tmp_path: Path, members: dict[str, bytes]) -> Paths:
    """Returns the places of a game that has the test story on its shelf, and nothing else."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "low-water.story").write_bytes(packs.packed(members))
    packs.trust(shipped)
    found = replace(below(tmp_path / "home"), packs=shipped)
    if not (found.catalogues / "ar_XB" / "LC_MESSAGES" / "game.mo").is_file():
        pytest.skip("The catalogues are not built: python -m tools.build catalogues")
    return found


@pytest.fixture
def start(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Player]]:
    """Returns what starts the program in this home; every one that was started ends with the test."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    players: list[Player] = []

    def started(**settings: object) -> Player:
        players.append(Player(paths, **settings))  # type: ignore[arg-type]  # names of settings, each with its own type
        return players[-1]

    yield started
    for player in players:
        player.close()


@pytest.fixture
def player(start: Callable[..., Player]) -> Player:
    """Returns somebody at the shelf of a window of 1280 x 720."""
    return start()


@pytest.fixture
def in_utc() -> Iterator[None]:
    """Has every clock show Greenwich time."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.fixture(autouse=True)
def no_faults(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails where the log tells of an error that no test expects."""
    yield
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
