"""Measures contact: a real server process on each database, and everyone who writes to it on the same machine.

`python -m tests.bench.bench_contact` prints the figures. Both databases wait for the disk, as they do for people.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import statistics
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from nacl.pwhash import argon2id
from nacl.signing import SigningKey

from server import app as application
from server import migrate
from server.accounts import secret
from server.config import Config
from tests.server import cluster
from tests.server.client import Client, b64, solve
from tests.server.conftest import free_port, serving
from tests.server.organisation import found
from tests.server.wires import ProcessWire

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from server.app import House
    from tests.server.client import Json, Thread
    from tests.server.organisation import Organisation
    from tests.server.wires import Answer

# First contacts that are measured with so many clients at once.
CROWDS = {1: 16, 8: 48, 32: 96}
PREPARED, LINES, LETTERS = 200, 8, 150
LISTENERS, IDLE_SECONDS = 300, 5.0


def somewhere() -> str:
    """Returns an address that few others have."""
    return f"10.{secrets.randbelow(256)}.{secrets.randbelow(256)}.{secrets.randbelow(256)}"


@dataclass
class Office:
    """A server with an organisation, and ways to it."""

    house: House
    organisation: Organisation
    worker: psutil.Process
    lines: ExitStack

    def line(self) -> ProcessWire:
        """Returns a line that comes from an address of its own."""
        wire = ProcessWire(self.house.config.port, somewhere())
        self.lines.callback(wire.close)
        return wire

    def client(self) -> Client:
        """Returns somebody new, on a line of their own."""
        return self.organisation.client(self.line())

    def processor(self) -> float:
        """Returns the seconds of processor that the server took so far."""
        used = self.worker.cpu_times()
        return float(used.user + used.system)


@contextmanager
def office(url: str) -> Generator[Office]:
    """Gives a server at the proof of work's real floor, behind one proxy, so that each writer has an address."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as lines:
        folder, port = Path(place) / "data", free_port()
        folder.mkdir(mode=0o700)
        settings = Config(folder=folder, origin=f"http://localhost:{port}", port=port, database=url, proxies=1)
        secret.make(settings.secret)
        house = application.build(settings)
        lines.callback(house.close)
        migrate.upgrade(house.database)
        organisation = found(house)
        process = lines.enter_context(serving(settings))
        yield Office(house, organisation, psutil.Process(process.pid).children()[0], lines)


def at_once(workers: int, work: Callable[[int], float], times: int) -> list[float]:
    """Returns what some work gave, done by so many at a time."""
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, range(times)))


def first_contact(there: Office, _: int) -> float:
    """Returns the seconds from seven words to a letter that is stored: key, session, proof of work, letter."""
    client = there.client()
    begun = time.perf_counter()
    seed = argon2id.kdf(32, secrets.token_bytes(40), bytes(16), opslimit=3, memlimit=64 * 2**20)
    client.login = SigningKey(seed)
    client.open(there.organisation.duty(), "Can I ask something?")
    took = time.perf_counter() - begun
    client.wire.close()
    return took


def crowds(there: Office) -> Iterator[tuple[str, float]]:
    """Yields median and 99th percentile of whole first contacts, by how many come at once."""
    first_contact(there, 0)
    for count, times in CROWDS.items():
        taken = at_once(count, lambda number: first_contact(there, number), times)
        name = f"whole first contact, {count} at once" if count > 1 else "whole first contact, alone"
        yield f"{name}, median, ms", statistics.median(taken) * 1000
        yield f"{name}, p99, ms", statistics.quantiles(taken, n=100, method="inclusive")[98] * 1000


class Prepared:
    """Somebody whose own work is done beforehand, so that what is measured is the server's."""

    def __init__(self, there: Office, client: Client) -> None:
        """Takes somebody on a line that others share."""
        self.client, self.duty = client, there.organisation.duty()
        self.challenge: Json = {}
        self.thread: Thread
        self.body: Json = {}

    def come(self) -> None:
        """Signs in and asks for the proof's challenge: what a server does before a letter comes."""
        self.client.sign_in()
        self.challenge = self.client.post("challenge", action="open").body["altcha"]

    def solve(self) -> None:
        """Works the proof out and seals the letter."""
        self.thread, letter = self.client.first(self.duty)
        self.body = {"vault": b64(os.urandom(1064)), "altcha": solve(self.challenge), "first": letter}

    def write(self) -> None:
        """Sends the letter."""
        assert self.client.post("open", **self.body).status == 200
        self.thread.accepted(self.body["first"]["entry"])


def on_lines(parts: list[list[Prepared]], work: Callable[[Prepared], None]) -> float:
    """Returns the seconds that some work takes for all, each line's people one after another."""

    def line(part: list[Prepared]) -> None:
        for one in part:
            work(one)

    begun = time.perf_counter()
    with ThreadPoolExecutor(len(parts)) as pool:
        list(pool.map(line, parts))
    return time.perf_counter() - begun


def capacity(there: Office) -> Iterator[tuple[str, float]]:
    """Yields how many first contacts the server takes in a second, and what one costs it; the clients' own work is not counted."""
    parts: list[list[Prepared]] = []
    for _ in range(LINES):
        wire = there.line()
        parts.append([Prepared(there, _from_anywhere(there, wire)) for _ in range(PREPARED // LINES)])
    before = there.processor()
    took = on_lines(parts, Prepared.come)
    on_lines(parts, Prepared.solve)
    took += on_lines(parts, Prepared.write)
    yield "first contacts that the server takes, /s", PREPARED / took
    yield "a first contact, ms of the server's processor", (there.processor() - before) / PREPARED * 1000


class _Elsewhere:
    """A shared line on which each request comes from one writer's own address."""

    def __init__(self, wire: ProcessWire, address: str) -> None:
        """Takes the line."""
        self._wire, self.address = wire, address

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Carries one request."""
        self._wire.address = self.address
        return self._wire.request(method, path, body, headers)

    def close(self) -> None:
        """Closes the line for all who share it."""
        self._wire.close()


def _from_anywhere(there: Office, wire: ProcessWire) -> Client:
    """Returns somebody with an address of their own on a shared line."""
    return there.organisation.client(_Elsewhere(wire, somewhere()))


def messages(there: Office) -> Iterator[tuple[str, float]]:
    """Yields how many letters the server takes in a second in conversations that go on, and what one costs it."""
    writers = [there.client() for _ in range(LINES)]
    threads = [writer.open(there.organisation.duty()) for writer in writers]
    entries: list[list[Json]] = []
    for writer, thread in zip(writers, threads, strict=True):
        entries.append([])
        for number in range(LETTERS):
            entry = thread.entry(writer.person, {"t": "text", "text": f"letter {number} " * 20})
            thread.accepted(entry)
            entries[-1].append({"conversation": b64(thread.id), "entry": entry})

    def write(number: int) -> float:
        for body in entries[number]:
            assert writers[number].post("send", **body).status == 200
        return 0.0

    before, begun = there.processor(), time.perf_counter()
    at_once(LINES, write, LINES)
    took = time.perf_counter() - begun
    yield "letters, /s", LINES * LETTERS / took
    yield "a letter, ms of the server's processor", (there.processor() - before) / (LINES * LETTERS) * 1000


def listeners(there: Office) -> Iterator[tuple[str, float]]:
    """Yields what hundreds of live lines cost, and how soon the last of them hears of a letter."""
    writer, idle = there.client(), there.worker.memory_info().rss
    thread = writer.open(there.organisation.duty())
    lines = [_listen(there, writer) for _ in range(LISTENERS)]
    before = there.processor()
    time.sleep(IDLE_SECONDS)
    yield f"{LISTENERS} live lines, idle, % of a core", (there.processor() - before) / IDLE_SECONDS * 100
    yield f"{LISTENERS} live lines, MB", (there.worker.memory_info().rss - idle) / 2**20
    heard = threading.Thread(target=_changed, args=(lines,))
    heard.start()
    entry = thread.entry(writer.person, {"t": "text", "text": "hello"})
    begun = time.perf_counter()
    assert writer.post("send", conversation=b64(thread.id), entry=entry).status == 200
    yield f"a letter beside {LISTENERS} live lines, ms", (time.perf_counter() - begun) * 1000
    heard.join(30)
    yield f"until the last of {LISTENERS} live lines hears of it, ms", (time.perf_counter() - begun) * 1000


def _listen(there: Office, writer: Client) -> http.client.HTTPResponse:
    """Returns a live line that has had its first word, from an address of its own."""
    line = http.client.HTTPConnection("127.0.0.1", there.house.config.port, timeout=30)
    there.lines.callback(line.close)
    line.request("GET", "/api/v1/events", headers={**writer.listen_headers(), "X-Forwarded-For": somewhere()})
    answer = line.getresponse()
    assert answer.readline().startswith(b"retry")
    assert answer.readline() == b"\n"
    return answer


def _changed(lines: list[http.client.HTTPResponse]) -> None:
    """Waits until every live line says that something changed."""
    for line in lines:
        assert line.readline() == b"event: changed\n"


def figures(fresh: Callable[[], str]) -> Iterator[tuple[str, float]]:
    """Yields everything that is measured on one kind of database; `fresh` gives the address of an empty one."""
    for parts in ((capacity, messages, listeners), (crowds,)):
        with office(fresh()) as there:
            for part in parts:
                yield from part(there)


def measure() -> dict[str, float | str]:
    """Returns the figures on both databases, each named with its unit; a sentence for a database that is not there."""
    seen: dict[str, float | str] = {f"contact on SQLite: {name}": value for name, value in figures(lambda: "")}
    if cluster.binaries() is None:
        return {**seen, "contact on PostgreSQL": "PostgreSQL is not installed"}
    with cluster.running(durable=True) as folder:

        def fresh() -> str:
            name = f"bench{secrets.token_hex(4)}"
            cluster.order(folder, f"CREATE DATABASE {name}")
            return cluster.url(folder, name)

        seen |= {f"contact on PostgreSQL: {name}": value for name, value in figures(fresh)}
    return seen


if __name__ == "__main__":
    print(json.dumps({name: round(value, 3) if isinstance(value, float) else value for name, value in measure().items()}, indent=2))
