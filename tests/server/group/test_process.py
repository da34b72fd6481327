"""The process that a game starts: it comes up, takes crowds, loses nothing when it dies, and ends with whoever started it."""

from __future__ import annotations

import http.client
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from server.errors import TooFastError
from server.group.addresses import found, ranked
from server.group.door import FLOOD, Door
from server.limits import Addresses
from tests.server.group.hosted import Hosted, Phone, hosting

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@pytest.fixture
def hosted(tmp_path: Path) -> Generator[Hosted]:
    """Gives a served folder."""
    with hosting(tmp_path / "rooms") as made:
        yield made


def test_two_hundred_come_in_at_once_from_one_address(hosted: Hosted) -> None:
    """Every one of 200 joins from one address within moments is let in, with a seat of its own."""
    room = hosted.room()
    phones = [Phone(hosted.line(), room.code) for _ in range(200)]
    begun = time.monotonic()
    with ThreadPoolExecutor(40) as hands:
        assert set(hands.map(Phone.join, phones)) == {303}
    took = time.monotonic() - begun
    print(f"200 joins took {took:.2f} s")
    assert room.state["here"] == 200
    assert len({phone.cookie for phone in phones}) == 200
    assert took < 10


def test_one_phone_that_votes_a_thousand_times_counts_once_and_slows_nobody(hosted: Hosted) -> None:
    """Its vote counts once; the votes of others meanwhile are answered as ever."""
    room = hosted.room()
    mad, *others = hosted.phones(room, 11)
    room.ask()
    waits, stop = list[float](), threading.Event()

    def flood() -> None:
        for _ in range(1000):
            mad.vote(1, 1)
        stop.set()

    flooding = threading.Thread(target=flood)
    flooding.start()
    for number, phone in enumerate(others * 3):
        begun = time.monotonic()
        assert phone.vote(1, 1 + number % 3) == 303
        waits.append(time.monotonic() - begun)
    flooding.join(60)
    assert stop.is_set()
    assert room.state["answered"] == 11
    print(f"others waited {max(waits) * 1000:.0f} ms at most")
    assert max(waits) < 2
    assert sum(room.post("reveal", number=1)["round"]["votes"]) == 11


class Insisting(threading.Thread):
    """Somebody who changes their mind all the time, and sends each vote until it is answered."""

    def __init__(self, phone: Phone, place: int, stop: threading.Event) -> None:
        """Takes a phone that is in."""
        super().__init__(daemon=True)
        self.phone, self.place, self.stop, self.told = phone, place, stop, 0

    def run(self) -> None:
        """Votes until told to stop."""
        turn = 0
        while not self.stop.is_set():
            wanted = 1 + (self.place + turn) % 3
            while not self._sent(wanted):
                time.sleep(0.1)
            self.told, turn = wanted, turn + 1
            time.sleep(0.4)

    def _sent(self, choice: int) -> bool:
        """Tells whether a vote got through."""
        try:
            return self.phone.vote(1, choice) == 303
        except (OSError, http.client.HTTPException):
            return False


def test_a_host_that_is_killed_while_all_vote_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Killed again and again while twenty phones vote and retry, the room is there afterwards with exactly their last choices."""
    folder, stop = tmp_path / "rooms", threading.Event()
    with hosting(folder) as first:
        room = first.room()
        hands = [Insisting(phone, place, stop) for place, phone in enumerate(first.phones(room, 20))]
        room.ask()
        for one in hands:
            one.start()
        time.sleep(0.7)
        first.process.kill()
        first.process.wait()
        for _ in range(2):
            with hosting(folder, first.port) as again:
                time.sleep(1.2)
                again.process.kill()
        with hosting(folder, first.port) as last:
            time.sleep(0.5)
            stop.set()
            for one in hands:
                one.join(20)
                assert not one.is_alive()
            assert last.port == first.port
            room.line = last.line()
            state = room.post("reveal", number=1)
    sums = [sum(one.told == wanted for one in hands) for wanted in (1, 2, 3)]
    assert (state["answered"], state["round"]["votes"], state["here"]) == (20, sums, 20)


def test_guessing_finds_nothing_and_shuts_nobody_out(hosted: Hosted) -> None:
    """After twenty wrong codes a right one is not told apart from them; phones that are in stay in."""
    room = hosted.room()
    (inside,) = hosted.phones(room, 1)
    guesser = Phone(hosted.line(), "000000")
    answers = [guesser.post("/g", code=f"{number:06}") for number in range(25)]
    assert answers == [404] * 20 + [429] * 5
    assert guesser.post("/g", code=room.code) == 429
    assert Phone(hosted.line(), room.code).join() == 429
    assert inside.look() == 200
    assert inside.join() == 303


def test_guesses_from_many_places_leave_each_one_slip_and_no_right_code_outside() -> None:
    """Under a flood of guesses from everywhere, a place with a slip waits; one without comes in, two hundred times if need be."""
    door = Door(Addresses())
    for number in range(FLOOD):
        door.knock(f"10.0.{number // 250}.{number % 250}")
        door.missed(f"10.0.{number // 250}.{number % 250}")
    with pytest.raises(TooFastError):
        door.knock("10.0.0.1")
    for _ in range(200):
        door.knock("192.0.2.1")


def test_a_typed_code_may_be_written_as_people_write(hosted: Hosted) -> None:
    """Blanks, hyphens and the digits of other scripts are understood; anything but six digits is asked for again."""
    room = hosted.room()
    arabic = "".join(chr(0x660 + int(digit)) for digit in room.code)
    for said in (f" {room.code[:3]} {room.code[3:]}", f"{room.code[:3]}-{room.code[3:]}", arabic):
        assert Phone(hosted.line(), room.code).post("/g", code=said) == 303
    assert Phone(hosted.line(), "").post("/g", code="12") == 400
    assert room.state["here"] == 3


def test_it_is_ready_soon_and_ends_with_its_starter(tmp_path: Path) -> None:
    """It is ready within two seconds on a machine that rests, takes the next port where one is taken, and ends when its input closes."""
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104  as the process does
        port = taken.getsockname()[1]
        with hosting(tmp_path / "rooms", port) as made:
            print(f"ready after {made.seconds:.2f} s")
            assert made.port > port
            assert made.seconds < 10
            assert made.process.stdin is not None
            made.process.stdin.close()
            assert made.process.wait(10) == 0
    with hosting(tmp_path / "rooms") as made:
        made.process.send_signal(signal.SIGTERM)
        assert made.process.wait(10) == 0


def test_a_line_stays_open_when_nothing_changed(hosted: Hosted) -> None:
    """After “nothing changed” the next question takes the same line; where closing was asked for, it is closed."""
    room = hosted.room()
    (phone,) = hosted.phones(room, 1)
    assert phone.look() == 200
    line = phone.line._line
    before = line.sock
    assert [phone.look() for _ in range(3)] == [304] * 3
    assert line.sock is before
    assert phone.line.ask("GET", "/g", None, {"Connection": "close"})[1]["Connection"] == "close"


def test_the_log_names_nobody(tmp_path: Path) -> None:
    """After a session there is no code, token, key or address in what the process says of itself."""
    with hosting(tmp_path / "rooms") as made:
        room = made.room()
        phones = made.phones(room, 3)
        room.ask()
        assert phones[0].vote(1, 1) == 303
        assert Phone(made.line(), "999999").look() == 404
    said = (tmp_path / "log").read_text("utf-8")
    assert "started" in said
    for word in (room.code, room.host, room.lead, made.key, "127.0.0.1", *(phone.cookie.partition("=")[2] for phone in phones)):
        assert word not in said


def test_addresses_stand_in_the_order_in_which_phones_should_try_them() -> None:
    """A hotspot of this machine comes first, then the card that leads elsewhere, then others, then virtual ones; loops and links never."""
    cards = [
        ("lo", "127.0.0.1"),
        ("docker0", "172.17.0.1"),
        ("eth0", "10.1.2.3"),
        ("wlan0", "10.42.0.1"),
        ("x", "169.254.1.1"),
        ("eth1", "192.168.1.9"),
    ]
    assert ranked(cards, ["192.168.1.9"]) == ["10.42.0.1", "192.168.1.9", "10.1.2.3", "172.17.0.1"]
    assert ranked([]) == []
    assert all(one != "127.0.0.1" for one in found())
