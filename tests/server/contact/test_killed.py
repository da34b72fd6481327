"""A server that dies again and again while people write: what it said yes to is there, once, and in order."""

from __future__ import annotations

import http.client
import os
import random
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil
import pytest

from server import app as application
from tests.server.client import Client, Thread, b64, read
from tests.server.organisation import found
from tests.server.wires import Answer, ProcessWire

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from server.config import Config
    from tests.server.client import Json
    from tests.server.organisation import Organisation

CLIENTS, KILLS = 8, 50
# A conversation ends and the next begins after so many letters: first letters must survive a kill like all others.
LETTERS = 12
PATIENCE = 60.0


class Ended(Exception):  # noqa: N818  a wish, not an error
    """The traffic is to end, and nothing is on its way."""


@dataclass
class Written:
    """A conversation as its writer was told it is: the letters that the server said yes to, in their order."""

    thread: Thread
    told: list[str]


@dataclass
class Writer:
    """Somebody who writes until told to stop, and sends every letter again until the server says yes or no to it."""

    client: Client
    organisation: Organisation
    number: int
    stopping: threading.Event
    books: list[Written] = field(default_factory=list)
    fault: str = ""
    retried: int = 0

    def run(self) -> None:
        """Writes conversation after conversation."""
        try:
            while not self.stopping.is_set():
                self._converse()
        except Exception as fault:  # noqa: BLE001  shown by the test
            self.fault = repr(fault)

    def _ask(self, verb: str, **body: object) -> Answer:
        """Asks until an answer comes that is no fault of the line, with a new session where the old one died with its server."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                answer = self.client.post(verb, **body)
                if answer.status not in {401, 503}:
                    return answer
                if answer.status == 401:
                    self.client.sign_in()
            except (OSError, http.client.HTTPException, KeyError, ValueError):
                self.client.wire.close()
                time.sleep(0.01)
            self.retried += 1
        raise TimeoutError(verb)

    def _converse(self) -> None:
        """Begins a conversation and writes some letters."""
        thread, letter = self.client.first(self.organisation.duty(), self._words(0))
        self._begin(letter)
        thread.accepted(letter["entry"])
        book = Written(thread, [self._words(0)])
        self.books.append(book)
        for number in range(1, LETTERS):
            if self.stopping.is_set():
                return
            entry = thread.entry(self.client.person, {"t": "text", "text": self._words(number)})
            answer = self._ask("send", conversation=b64(thread.id), entry=entry)
            assert (answer.status, answer.body) == (200, {"seq": entry["seq"]}), answer.raw[:200]
            thread.accepted(entry)
            book.told.append(self._words(number))

    def _words(self, number: int) -> str:
        """Returns a letter that is like no other."""
        return f"{self.number}/{len(self.books) - (number > 0)}/{number}"

    def _begin(self, letter: Json) -> None:
        """Sends a first letter; a proof that died with its server is worked out again."""
        vault = b64(os.urandom(1064))
        while True:
            proof = self._proof("begin" if self.books else "open")
            if self.books:
                answer = self._ask("begin", **letter, altcha=proof)
            else:
                answer = self._ask("open", vault=vault, altcha=proof, first=letter)
            if answer.status == 200:
                return
            assert answer.error == "proof", answer.raw[:200]

    def _proof(self, action: str) -> str:
        """Returns a proof, however often the line breaks meanwhile."""
        while True:
            try:
                return self.client.proof(action)
            except (OSError, http.client.HTTPException, KeyError, ValueError):
                self.client.wire.close()
                time.sleep(0.01)


def _wait_for_traffic(writers: list[Writer]) -> None:
    """Waits until one more letter was confirmed, so that every kill falls into traffic, however slow the machine is."""

    def told() -> int:
        return sum(len(book.told) for writer in writers for book in list(writer.books))

    before, end = told(), time.monotonic() + PATIENCE
    while told() <= before and time.monotonic() < end:
        time.sleep(0.005)
    assert told() > before


def _kill(process: subprocess.Popen[bytes], dice: random.Random) -> None:
    """Kills what serves, at some moment of its work, and lets the next begin."""
    workers = psutil.Process(process.pid).children()
    end = time.monotonic() + PATIENCE
    while not workers:
        assert time.monotonic() < end
        time.sleep(0.005)
        workers = psutil.Process(process.pid).children()
    time.sleep(dice.uniform(0.05, 0.35))
    for worker in workers:
        worker.kill()
    psutil.wait_procs(workers, timeout=PATIENCE)


@pytest.mark.parametrize("seed", [1])
def test_no_letter_is_lost_or_doubled_by_fifty_kills(
    settings: Config, served: Callable[[Config], AbstractContextManager[subprocess.Popen[bytes]]], seed: int
) -> None:
    """Eight writers go on through fifty kills: each letter that was confirmed is there once, in order, and opens with its key."""
    house = application.build(settings)
    organisation, stopping, dice = found(house), threading.Event(), random.Random(seed)
    wires = [ProcessWire(settings.port, f"198.51.100.{number}") for number in range(CLIENTS)]
    writers = [Writer(organisation.client(wire), organisation, number, stopping) for number, wire in enumerate(wires)]
    threads = [threading.Thread(target=writer.run) for writer in writers]
    try:
        with served(settings) as process:
            for thread in threads:
                thread.start()
            try:
                for _ in range(KILLS):
                    _wait_for_traffic(writers)
                    _kill(process, dice)
            finally:
                stopping.set()
                for thread in threads:
                    thread.join(PATIENCE)
            assert [writer.fault for writer in writers] == [""] * CLIENTS
            for writer in writers:
                _check(writer)
        written = sum(len(book.told) for writer in writers for book in writer.books)
        assert written >= KILLS
        # Where sessions die with their server, everybody asks again after each kill; told over a bus they live on, and only what was
        # on its way is asked again.
        assert sum(writer.retried for writer in writers) >= (1 if settings.database else KILLS)
    finally:
        for wire in wires:
            wire.close()
        house.close()


def _check(writer: Writer) -> None:
    """Reads all that somebody wrote, and compares it with what they were told."""
    listed = {one["id"]: one["last"] for one in writer._ask("look").body["conversations"]}
    assert listed == {b64(book.thread.id): len(book.told) - 1 for book in writer.books}
    for book in writer.books:
        seen = Thread(book.thread.id)
        answer = read(writer.client, seen).body
        assert [body["text"] for body in seen.take(writer.client.person, answer)] == book.told
        assert [entry["seq"] for entry in answer["entries"]] == list(range(len(book.told)))
        assert seen.keys == book.thread.keys
