"""A crowd of phones that look every second and a half and vote, each over a line of its own, as the page's script does.

`python -m tests.server.group.crowd ADDRESS PORT KEY PHONES ROUNDS SECONDS` plays a session and prints its figures as JSON.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from dataclasses import asdict, dataclass, field

from server.wire import encode
from tests.server.group.hosted import Line, Room

# As in g.js: between two looks, and until a request that is not answered is given up.
LOOK, PATIENCE = 1.5, 8.0
# How often a round looks whether every answer is there by now.
WAITS = 100
_ROUND = re.compile(rb'class="(\w+)" data-round="(\d+)"')
_FAULTS = (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError)


@dataclass
class Times:
    """How long things took, in seconds, and what went wrong."""

    joins: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    votes: list[float] = field(default_factory=list)
    same: int = 0
    faults: int = 0
    # Seats, and rounds in which each vote counted exactly once.
    here: int = 0
    right: int = 0


class Phone:
    """A phone with one line of its own."""

    def __init__(self, place: tuple[str, int], code: str, times: Times) -> None:
        """Takes where it looks."""
        self.place, self.code, self.times, self.cookie, self.tag = place, code, times, b"", b""
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.voted: dict[int, int] = {}

    async def _ask(self, head: str, body: bytes = b"") -> tuple[int, bytes, bytes]:
        """Carries one request; returns status, head and body."""
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(*self.place)
        cookie = b"Cookie: " + self.cookie + b"\r\n" if self.cookie else b""
        self.writer.write(head.encode() + b"\r\nHost: x\r\n" + cookie + b"\r\n" + body)
        said = await self.reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", said)
        raw = await self.reader.readexactly(int(length[1])) if length and said[9:12] != b"304" else b""
        return int(said[9:12]), said, raw

    async def _insist(self, head: str, body: bytes = b"") -> tuple[int, bytes, bytes]:
        """Asks until there is an answer."""
        while True:
            try:
                return await asyncio.wait_for(self._ask(head, body), PATIENCE)
            except _FAULTS:
                self.times.faults += 1
                self.close()
                await asyncio.sleep(LOOK)

    async def _form(self, fields: str) -> int:
        """Sends a form, and returns the status."""
        more = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(fields)}\r\nX-Threshold-Script: 1"
        status, said, _ = await self._insist(f"POST /g/{self.code} HTTP/1.1\r\n{more}", fields.encode())
        cookie = re.search(rb"Set-Cookie: ([^;]+)", said)
        self.cookie = cookie[1] if cookie else self.cookie
        return status

    async def join(self) -> None:
        """Comes in."""
        begun = time.perf_counter()
        if await self._form("do=join") != 303:
            self.times.faults += 1
        self.times.joins.append(time.perf_counter() - begun)

    async def live(self, until: asyncio.Event) -> None:
        """Looks, and votes once in each round, a moment after it saw it."""
        await asyncio.sleep(random.uniform(0, LOOK))
        while not until.is_set():
            begun = time.perf_counter()
            await self._turn(begun)
            await asyncio.sleep(max(0, LOOK - (time.perf_counter() - begun)))
        self.close()

    def close(self) -> None:
        """Closes its line."""
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def _turn(self, begun: float) -> None:
        """Looks, and votes where there is a vote."""
        head = f"GET /g/{self.code}/now HTTP/1.1" + (f"\r\nIf-None-Match: {self.tag.decode()}" if self.tag else "")
        status, said, page = await self._insist(head)
        self.times.looks.append(time.perf_counter() - begun)
        if status == 304:
            self.times.same += 1
            return
        if status != 200:
            self.times.faults += 1
            return
        tag = re.search(rb"(?i)etag: (\S+)", said)
        self.tag = tag[1] if tag else b""
        kind, number = (found[1], int(found[2])) if (found := _ROUND.search(page)) else (b"", 0)
        if kind == b"vote" and number not in self.voted:
            await asyncio.sleep(random.uniform(0, 1.0))
            choice, begun = random.randint(1, 3), time.perf_counter()
            status = await self._form(f"do=vote&round={number}&choice={choice}")
            self.times.votes.append(time.perf_counter() - begun)
            if status == 200:
                self.voted[number] = choice
            else:
                self.times.faults += 1


async def session(place: tuple[str, int], room: Room, count: int, rounds: int, seconds: float) -> Times:
    """Plays a session whose votes are open for so many seconds, and longer where an answer is still on its way; returns its times."""
    times, stop = Times(), asyncio.Event()
    phones = [Phone(place, room.code, times) for _ in range(count)]
    await asyncio.gather(*(phone.join() for phone in phones))
    tasks = [asyncio.create_task(phone.live(stop)) for phone in phones]
    await asyncio.sleep(2 * LOOK)
    for number in range(1, rounds + 1):
        await asyncio.to_thread(room.ask, number)
        await asyncio.sleep(seconds)
        for _ in range(WAITS):
            if all(number in phone.voted for phone in phones):
                break
            await asyncio.sleep(LOOK / 10)
        state = await asyncio.to_thread(room.post, "reveal", number=number)
        sums = [sum(phone.voted.get(number) == choice for phone in phones) for choice in (1, 2, 3)]
        times.right += state["answered"] == count and state["round"]["votes"] == sums
        times.here = state["here"]
    stop.set()
    await asyncio.gather(*tasks)
    return times


def main() -> None:
    """Plays a session in a new room."""
    address, port, key, phones, rounds, seconds = sys.argv[1:]
    line = Line(int(port), address)
    made = Room(line, key).post("create", id=encode(random.randbytes(16)), title={"en": "Second Verse"})
    room = Room(line, made["host"], made["lead"], made["code"])
    print(json.dumps(asdict(asyncio.run(session((address, int(port)), room, int(phones), int(rounds), float(seconds))))))
    room.post("end")
    line.close()


if __name__ == "__main__":
    main()
