"""People who use a server as people do, at random: clients and counsellors, phones in a group, and games that tell how a story ended."""

from __future__ import annotations

import os
import random
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.server.client import Thread, b64, read, rekey, send
from tests.server.insight.reports import PATH
from tests.server.wires import ProcessWire

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server.group.hosted import Hosted
    from tests.server.organisation import Organisation

LETTERS, PHONES, ROUNDS = 6, 6, 3


def somewhere(dice: random.Random) -> str:
    """Returns an address, so that no limit by address is met."""
    return f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(1, 255)}"


@dataclass
class Load:
    """What goes on until it is told to stop, each kind of visitor in a thread; `done` counts visits, `faults` says what broke."""

    organisation: Organisation
    port: int
    hosted: Hosted
    reports: list[bytes]
    seed: int
    done: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        """Lets them come."""
        for number, visit in enumerate((self._letters, self._letters, self._reports, self._group)):
            dice = random.Random(self.seed * 10 + number)
            self.threads.append(threading.Thread(target=self._come, args=(visit, dice), name=visit.__name__))
        for thread in self.threads:
            thread.start()

    def end(self) -> None:
        """Sends everybody home."""
        self.stopping.set()
        for thread in self.threads:
            thread.join(60)
            assert not thread.is_alive(), thread.name

    def _come(self, visit: Callable[[random.Random], None], dice: random.Random) -> None:
        name = visit.__name__.strip("_")
        while not self.stopping.is_set():
            try:
                visit(dice)
            except Exception as fault:  # noqa: BLE001  told by the test
                self.faults.append(f"{name}: {fault!r}")
                return
            self.done[name] = self.done.get(name, 0) + 1

    def _letters(self, dice: random.Random) -> None:
        """Somebody writes, a counsellor answers, and in the end all of it is deleted."""
        wire, office = ProcessWire(self.port, somewhere(dice)), ProcessWire(self.port, somewhere(dice))
        try:
            client = self.organisation.client(wire)
            thread = client.open(self.organisation.duty(), "x" * dice.randrange(2000))
            maren = self.organisation.counsellor(office, "maren")
            hers = Thread(thread.id)
            assert maren.post("queue").status == 200
            hers.take(maren.person, read(maren, hers).body)
            assert maren.post("claim", conversation=b64(thread.id)).status == 200
            assert rekey(maren, hers, [client.person, maren.person], "accept").status == 200
            thread.take(client.person, read(client, thread, 0).body)
            for _ in range(dice.randrange(LETTERS)):
                assert send(client, thread, {"t": "text", "text": "x" * dice.randrange(8000)}).status == 200
                hers.take(maren.person, read(maren, hers, hers.seq).body)
            assert client.post("keep", version=2, sealed=b64(os.urandom(1064))).status == 200
            assert client.post("erase", what="mailbox").status == 200
            assert maren.post("sign-out").status == 200
        finally:
            wire.close()
            office.close()

    def _reports(self, dice: random.Random) -> None:
        """Games tell, and some send what is none."""
        wire = ProcessWire(self.port, somewhere(dice))
        for _ in range(40):
            raw = dice.choice(self.reports) if dice.random() < 0.9 else os.urandom(dice.choice((0, 10, 256, 3000)))
            status = wire.request("POST", PATH, raw, {"Content-Type": "application/json"}).status
            assert status == 204 if raw in self.reports else status == 400, status
        wire.close()

    def _group(self, dice: random.Random) -> None:
        """A room with phones that vote, look, and write; then it is forgotten."""
        room = self.hosted.room()
        phones = self.hosted.phones(room, PHONES)
        for number in range(1, ROUNDS + 1):
            room.ask(number)
            for phone in phones:
                assert phone.vote(number, dice.randrange(1, 4)) == 303
                assert phone.look() in {200, 304}
            room.post("close", number=number)
            assert sum(room.post("reveal", number=number)["round"]["votes"]) == PHONES
        room.post("end")
        room.post("forget")
        for line in self.hosted.lines:
            line.close()
        self.hosted.lines.clear()
