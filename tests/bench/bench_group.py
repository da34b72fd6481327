"""Measures group sessions: phones that look every second and a half and vote, over real lines to the process that a game starts.

`python -m tests.bench.bench_group [PHONES ...]` prints a table; 100 and 300 phones, ten rounds each, unless told otherwise.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.server.group.hosted import Hosted, Room, hosting

ROUNDS, LOOK, OPEN_SECONDS = 10, 1.5, 6.0
_ROUND, _PRESSED = re.compile(rb'class="(\w+)" data-round="(\d+)"'), re.compile(rb'value="(\d)" aria-pressed="true"')


@dataclass
class Times:
    """How long things took, in seconds, and what went wrong."""

    looks: list[float] = field(default_factory=list)
    votes: list[float] = field(default_factory=list)
    same: int = 0
    faults: int = 0


class Phone:
    """A phone with one line of its own."""

    def __init__(self, port: int, code: str, times: Times) -> None:
        """Takes where it looks."""
        self.port, self.code, self.times, self.cookie, self.tag = port, code, times, b"", b""
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.voted: dict[int, int] = {}

    async def _ask(self, head: str, body: bytes = b"") -> tuple[int, bytes, bytes]:
        """Carries one request; returns status, head and body."""
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        cookie = b"Cookie: " + self.cookie + b"\r\n" if self.cookie else b""
        self.writer.write(head.encode() + b"\r\nHost: x\r\n" + cookie + b"\r\n" + body)
        said = await self.reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", said)
        raw = await self.reader.readexactly(int(length[1])) if length and said[9:12] != b"304" else b""
        return int(said[9:12]), said, raw

    async def _form(self, fields: str) -> int:
        """Sends a form, and returns the status."""
        more = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(fields)}\r\nX-Threshold-Script: 1"
        status, said, _ = await self._ask(f"POST /g/{self.code} HTTP/1.1\r\n{more}", fields.encode())
        cookie = re.search(rb"Set-Cookie: ([^;]+)", said)
        self.cookie = cookie[1] if cookie else self.cookie
        return status

    async def live(self, until: asyncio.Event) -> None:
        """Comes in, looks, and votes once in each round, a moment after it saw it."""
        if await self._form("do=join") != 303:
            self.times.faults += 1
        await asyncio.sleep(random.uniform(0, LOOK))
        while not until.is_set():
            begun = time.perf_counter()
            try:
                await self._turn(begun)
            except (OSError, asyncio.IncompleteReadError):
                self.times.faults += 1
                self.reader = self.writer = None
            await asyncio.sleep(max(0, LOOK - (time.perf_counter() - begun)))
        if self.writer is not None:
            self.writer.close()

    async def _turn(self, begun: float) -> None:
        """Looks, and votes where there is a vote."""
        head = f"GET /g/{self.code}/now HTTP/1.1" + (f"\r\nIf-None-Match: {self.tag.decode()}" if self.tag else "")
        status, said, page = await self._ask(head)
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


async def session(hosted: Hosted, room: Room, count: int) -> tuple[Times, int]:
    """Plays a session; returns its times, and how many rounds counted each vote exactly once."""
    times, stop, right = Times(), asyncio.Event(), 0
    phones = [Phone(hosted.port, room.code, times) for _ in range(count)]
    tasks = [asyncio.create_task(phone.live(stop)) for phone in phones]
    await asyncio.sleep(3)
    for number in range(1, ROUNDS + 1):
        await asyncio.to_thread(room.ask, number)
        await asyncio.sleep(OPEN_SECONDS)
        state = await asyncio.to_thread(room.post, "reveal", number=number)
        sums = [sum(phone.voted.get(number) == choice for phone in phones) for choice in (1, 2, 3)]
        right += state["answered"] == count and state["round"]["votes"] == sums
    stop.set()
    await asyncio.gather(*tasks)
    return times, right


def part(values: list[float], share: float) -> float:
    """Returns the value below which a share of some values lies, in milliseconds."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] * 1000


def figures(count: int) -> dict[str, float]:
    """Returns the figures of a session of so many phones, each named with its unit."""
    with tempfile.TemporaryDirectory() as place, hosting(Path(place) / "rooms") as hosted:
        process, room = psutil.Process(hosted.process.pid), hosted.room()
        before, begun = process.cpu_times(), time.monotonic()
        times, right = asyncio.run(session(hosted, room, count))
        after, took = process.cpu_times(), time.monotonic() - begun
        found: dict[str, float] = {f"rounds in which every vote counted once, of {ROUNDS}": right, "faults": times.faults}
        for name, values in (("look", times.looks), ("vote", times.votes)):
            found |= {f"{name} p{share}, ms": part(values, share / 100) for share in (50, 95, 99)}
        found["looks, /s"] = len(times.looks) / took
        found["looks that found nothing new, %"] = 100 * times.same / len(times.looks)
        found["the server, % of a core"] = 100 * (after.user + after.system - before.user - before.system) / took
        found["the server, MB"] = process.memory_info().rss / 1e6
        found["start until ready, s"] = hosted.seconds
    return {f"group of {count} phones: {name}": value for name, value in found.items()}


def measure() -> dict[str, float | str]:
    """Returns every figure of a hundred and of three hundred phones."""
    return {name: value for count in (100, 300) for name, value in figures(count).items()}


def main() -> None:
    """Prints the table."""
    for count in [int(one) for one in sys.argv[1:]] or [100, 300]:
        for name, value in figures(count).items():
            print(f"  {name:72}{value:10.1f}")


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
