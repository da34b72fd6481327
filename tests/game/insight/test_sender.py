"""What goes over the wire: one report a request, alone, late, always of one size; and nothing at all while it is off or somebody writes."""

from __future__ import annotations

import itertools
import json
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.insight import proof
from game.insight.book import DELAY, OPEN, Book
from game.insight.part import Part
from game.insight.sender import Sender
from tests.game.contact.wire import Cut, Wire
from tests.game.insight.conftest import LANGUAGE, QUESTIONS, RELEASE, until, wholly

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tests.game.contact.house import House
    from tests.game.contact.wire import Message

NOW = 1_800_000_000
LATE = NOW + OPEN + DELAY
ROOT = Path(__file__).parents[3]
HEADERS = ("accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent")


@pytest.fixture
def wire(counting: House) -> Generator[Wire]:
    """Gives a wire to the server for one test alone."""
    made = Wire(counting.port)
    yield made
    made.close()


def played(folder: Path, place: int, now: int = NOW, story: str = "lamp") -> Book:
    """Returns a book with a playthrough in which every answer is the one at a place."""
    folder.mkdir(parents=True, exist_ok=True)
    found = Book(folder / "told.json")
    found.begin(story, RELEASE, (*QUESTIONS[2:4], QUESTIONS[8], LANGUAGE), now)
    found.note(story, wholly(place))
    return found


def sent(found: Book, wire: Wire, clock: Callable[[], float] = lambda: LATE) -> list[Message]:
    """Sends what waits in a book, and returns what went over the wire."""
    sender = Sender(found, wire.origin, pause=(0, 1), clock=clock)
    sender.start()
    until(lambda: not found.pages.open and not found.pages.waiting)
    sender.stop()
    return wire.seen


def test_one_report_a_request_of_one_size_on_a_connection_of_its_own(tmp_path: Path, wire: Wire) -> None:
    """Four questions are four connections; nothing in a request says which four belong together, or who sent them."""
    found = played(tmp_path, 0)
    messages = sent(found, wire)
    assert len(messages) == len(wire._open) / 2 == 4
    heads = set()
    for message in messages:
        head, _, body = message.asked.partition(b"\r\n\r\n")
        heads.add(head)
        assert len(body) == 256
        said = json.loads(body)
        assert {*said} == {"v", "q", "a", "pow"}
        assert proof.holds(said["q"], said["a"], said["pow"])
        assert message.answered.startswith(b"HTTP/1.1 204")
    (head,) = heads
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /api/v1/insight/reports HTTP/1.1"
    assert sorted(line.partition(":")[0].lower() for line in lines[1:]) == sorted(HEADERS)
    assert "User-Agent: Threshold" in lines
    asked = [json.loads(message.asked.partition(b"\r\n\r\n")[2])["q"] for message in messages]
    assert [f"{one.release}/{one.question}" for one in found.pages.sent] == asked


# An answer that breaks in its middle has said by then that the report was taken.
@pytest.mark.parametrize("cut", [Cut.BEFORE, Cut.ASKING, Cut.UNHEARD])
def test_a_report_that_was_cut_off_goes_again_byte_for_byte(tmp_path: Path, wire: Wire, cut: Cut) -> None:
    """Wherever the line breaks, the report stays, waits longer, and is the same when it goes again; hours pass in between."""
    found, clock = played(tmp_path, 0), [LATE]
    wire.cut_next(1, cut)
    sender = Sender(found, wire.origin, pause=(0, 1), clock=lambda: clock[0])
    sender.start()
    until(lambda: len(wire.seen) == 4 and len(found.pages.sent) == 3)
    (left,) = found.pages.waiting
    assert LATE + 3600 <= left.due < LATE + 24 * 3600
    clock[0] = left.due
    sender.stir()
    until(lambda: not found.pages.waiting)
    sender.stop()
    bodies = [message.asked.partition(b"\r\n\r\n")[2] for message in wire.seen]
    assert bodies[1] == bodies[4] == left.body.encode()
    assert len({*bodies}) == 4


def test_what_is_not_understood_is_not_sent_again(tmp_path: Path, wire: Wire) -> None:
    """A server that calls a report malformed will do so each time; one that has no such place may have it another day."""
    found = played(tmp_path, 0)
    found.seal(NOW + OPEN)
    first, second, *_ = found.pages.waiting
    for one in found.pages.waiting[2:]:
        found.cancel(one)
    found._replace(first, type(first)(**{field: getattr(first, field) for field in first.__struct_fields__ if field != "body"}, body="{}"))
    sent_before = len(found.pages.sent)
    sender = Sender(found, wire.origin, pause=(0, 1), clock=lambda: LATE)
    sender.start()
    until(lambda: not found.pages.waiting)
    sender.stop()
    assert [one.question for one in found.pages.sent[sent_before:]] == [second.question]


def test_nothing_goes_out_in_the_moment_of_the_start_nor_twice_in_a_moment(tmp_path: Path, wire: Wire) -> None:
    """A pause passes before the first report and between any two, however much is due."""
    found = played(tmp_path, 0)
    times: list[float] = []
    sender = Sender(found, wire.origin, pause=(1, 2), clock=lambda: LATE)
    begun = time.monotonic()
    sender.start()
    while found.pages.waiting or found.pages.open:
        if len(wire.seen) > len(times):
            times.append(time.monotonic())
        time.sleep(0.005)
        assert time.monotonic() < begun + 60
    sender.stop()
    assert times[0] - begun >= 1
    assert all(later - earlier >= 0.95 for earlier, later in itertools.pairwise(times))


def test_nothing_goes_out_while_somebody_writes(tmp_path: Path, wire: Wire) -> None:
    """While contact is open nothing is sent; afterwards it goes on."""
    found = played(tmp_path, 0)
    sender = Sender(found, wire.origin, pause=(0, 1), clock=lambda: LATE)
    assert sender.hold(lambda: None)
    sender.start()
    until(lambda: not found.pages.open)
    time.sleep(1.5)
    assert not wire.seen
    sender.release()
    until(lambda: not found.pages.waiting)
    sender.stop()


def test_contact_waits_for_a_report_that_is_on_its_way(tmp_path: Path) -> None:
    """Whoever opens contact in the middle of a report is told once it is over, and only then."""
    found = played(tmp_path, 0)
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        sender = Sender(found, f"http://127.0.0.1:{listening.getsockname()[1]}", pause=(0, 1), clock=lambda: LATE)
        sender.start()
        line, _ = listening.accept()
        quiet = threading.Event()
        assert not sender.hold(quiet.set)
        assert not quiet.wait(0.3)
        line.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        line.close()
        assert quiet.wait(10)
        assert sender.hold(lambda: None)
        sender.stop()


def test_off_is_off(tmp_path: Path, wire: Wire) -> None:
    """Leaving takes back what waits: nothing of it goes out, then or after another start; the ledger still knows."""
    now = [NOW]
    part = Part(tmp_path, wire.origin, pause=(0, 1), clock=lambda: now[0])
    assert part.join()
    assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE)
    part.note("lamp", wholly(0))
    part.leave()
    now[0] = LATE
    assert part.join()
    time.sleep(1.2)
    part.close()
    assert not wire.seen
    assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE) == ()


HOLDER = """
import sys, time
from pathlib import Path
from game.insight.part import Part
part = Part(Path(sys.argv[1]), "http://127.0.0.1:9")
print(part.join(), flush=True)
time.sleep(60)
"""


def test_of_two_windows_one_takes_part(tmp_path: Path) -> None:
    """A second program on the same folder draws nothing and sends nothing, until the first one ends, however it does."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        part = Part(tmp_path, "http://127.0.0.1:9")
        assert not part.join()
        assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE) == ()
        other.kill()
        other.wait()
    assert part.join()
    assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE)
    part.close()
