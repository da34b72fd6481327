"""What becomes of letters, answers and votes on a network that is slow: a second and more for whatever is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.contact import phrase
from tests.game.contact.conftest import game, office, play  # noqa: F401  fixtures
from tests.game.contact.threads import words
from tests.game.contact.wire import Wire
from tests.game.insight.conftest import counting  # noqa: F401  a fixture
from tests.game.insight.test_sender import played, sent
from tests.server.group.hosted import Line, Phone, hosting

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.game.contact.conftest import Game, Office
    from tests.game.contact.house import House

pytestmark = pytest.mark.nightly
SLOW = 1.2


@pytest.fixture
def slow(office: Office) -> Generator[None]:  # noqa: F811  the fixture
    """Makes the wire to the counsellors slow for one test."""
    office.house.wire.slow = SLOW
    yield
    office.house.wire.slow = 0.0


@pytest.mark.usefixtures("slow")
def test_letters_arrive_once_and_in_order(office: Office, game: Game) -> None:  # noqa: F811  the fixtures
    """Whoever waits long enough has every letter there, once; nothing is sent a second time because it took its time."""
    thread = game.wait(game.contact.first(phrase.make("en"), "letters", "The first."))
    thread = game.wait(game.contact.write(thread.id, "The second."))
    assert words(thread) == ["The first.", "The second."]
    sends = [message for message in office.house.wire.seen if message.path.endswith(("/send", "/open"))]
    assert len(sends) >= 2
    office.house.wire.seen.clear()


def test_answers_arrive_once(counting: House, tmp_path: Path) -> None:  # noqa: F811  the fixture
    """Four answers are four reports, none of them twice, and none waits any more."""
    wire = Wire(counting.port)
    wire.slow = SLOW
    try:
        messages = sent(played(tmp_path, 0), wire)
        assert len({message.asked.partition(b"\r\n\r\n")[2] for message in messages}) == len(messages) == 4
    finally:
        wire.close()


def test_votes_count_once(tmp_path: Path) -> None:
    """Phones on a slow network come in, vote and see their vote; each counts once, and what the host sees is not held up by them."""
    with hosting(tmp_path / "rooms") as hosted:
        room, wire = hosted.room(), Wire(hosted.port)
        wire.slow = SLOW / 4
        port = int(wire.origin.rpartition(":")[2])
        try:
            phones = [Phone(Line(port), room.code) for _ in range(6)]
            assert [phone.join() for phone in phones] == [303] * 6
            room.ask()
            for phone in phones:
                assert phone.vote(1, 2) == 303
                assert phone.look() == 200
                assert phone.chosen == 2
            assert room.state["answered"] == 6
            room.post("close", number=1)
            assert room.post("reveal", number=1)["round"]["votes"] == [0, 6, 0]
            for phone in phones:
                phone.line.close()
        finally:
            wire.close()
