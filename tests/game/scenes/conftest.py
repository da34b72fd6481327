"""What the tests of the screens share: a small story, a home to play it in, and somebody who plays."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.insight import ledger
from game.paths import Paths, below
from game.story import bundle
from game.story.saves import Saves
from game.ui import picture
from tests.contract.primitives import b64
from tests.game.contact.house import House
from tests.game.scenes import grouped, packs, tellings
from tests.game.scenes.easel import Easel, Seat
from tests.game.scenes.player import Player
from tests.game.story.killer import record

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from tests.server.group.hosted import Phone


@pytest.fixture(scope="session")
def members(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Returns the members of the test story's pack; it is compiled once for all tests."""
    return packs.members(tmp_path_factory.mktemp("studio"))


@pytest.fixture(scope="session")
def easel() -> Iterator[Easel]:
    """Gives the raster process that the games of all tests share."""
    made = Easel()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def shared_pictures(request: pytest.FixtureRequest, easel: Easel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has games share their pictures, but where time and memory are measured."""
    if request.node.get_closest_marker("alone") is None:
        monkeypatch.setattr(picture, "_Worker", lambda: Seat(easel))


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


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Generator[House]:
    """Serves an organisation with one counsellor."""
    made = House(tmp_path_factory.mktemp("house"))
    made.start()
    made.offer("letters", [made.enrol("maren")])
    made.sign()
    yield made
    made.close()


@pytest.fixture
def attached(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the game know where the counsellors are."""
    known = house.configuration
    pin = "threshold1:" + b64(known.pin.deployment + known.pin.root)
    path = tmp_path / "threshold.toml"
    path.write_text(f'origin = "{known.origin}"\npin = "{pin}"\n', "utf-8")
    monkeypatch.setenv("THRESHOLD_CONTACT", str(path))


@pytest.fixture
def yard_export(tmp_path: Path) -> Path:
    """Returns an export with one save in it, as another device made it."""
    there = below(tmp_path / "elsewhere")
    Saves(there.saves).write_slot(1, record(1))
    return bundle.export(there)


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the game know a place for answers, at which nobody listens."""
    path = tmp_path / "threshold.toml"
    path.write_text(f'insight = "{tellings.NOWHERE}"\n', "utf-8")
    monkeypatch.setenv("THRESHOLD_CONTACT", str(path))


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every question be drawn."""

    def all_of_them(questions: dict[int, list[str]]) -> tuple[tuple[str, ...], int]:
        return (*(name for names in questions.values() for name in names), "language"), 6000

    monkeypatch.setattr(ledger, "_chosen", all_of_them)


@pytest.fixture
def started() -> Iterator[Callable[[Player, int], list[Phone]]]:
    """Gives what opens the way in from the story's note, and has phones come in; their lines are closed with the test."""
    with grouped.starting() as begin:
        yield begin
