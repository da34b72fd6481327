"""A real server that counts, behind a wire that remembers what went over it; and a player's part in a folder of its own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from game.insight import asked
from tests.game.contact.house import House

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from game.insight.asked import Asked

RELEASE = "lamp@1.0.0"
# Six about play, three that come nearer: the most that a story may ask.
QUESTIONS: tuple[Asked, ...] = (
    *(asked.of(f"choice_{number}", "choice", ("left", "right")) for number in range(3)),
    asked.of("ending", "ending", ("home", "away", "out")),
    asked.of("stopped", "stopped_at", ("chapter_1", "chapter_2", "finished")),
    asked.of("length", "length", ("under_30", "to_60", "over_60")),
    asked.of("help", "help_opened", ("opened", "not_opened")),
    asked.of("other_help", "help_opened", ("opened", "not_opened")),
    asked.of("sorting", "before_after", ("toward", "same", "away")),
)
LANGUAGE = asked.language(("en", "de"))


def wholly(place: int) -> dict[str, str]:
    """Returns a playthrough in which every answer is the one at a place, 0 or -1."""
    return {one.name: one.options[:-1][place] for one in (*QUESTIONS, LANGUAGE)}


def until(holds: Callable[[], object], seconds: float = 20.0) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it does not come to hold"
        time.sleep(0.02)


@pytest.fixture(scope="session")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Generator[House]:
    """Gives a running server."""
    house = House(tmp_path_factory.mktemp("counting"))
    try:
        house.start()
        yield house
    finally:
        house.close()
