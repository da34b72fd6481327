"""A process that serves rooms, as a game starts it, with its host and phones at the other end of real lines."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from server.wire import encode
from tests.server.conftest import free_port
from tests.server.group.sessions import ASKED, PROMPT

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0


class Line:
    """One line to the process; opened again where it was closed in between."""

    def __init__(self, port: int, address: str = "127.0.0.1") -> None:
        """Takes where it leads."""
        self.port = port
        self._line = http.client.HTTPConnection(address, port, timeout=20)

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, Any, bytes]:
        """Carries one request; returns status, headers and body."""
        for last in (False, True):
            try:
                self._line.request(method, path, body, headers or {})
                answer = self._line.getresponse()
                return answer.status, answer.headers, answer.read()
            except (http.client.HTTPException, OSError) as fault:
                self._line.close()
                if last or not isinstance(fault, http.client.RemoteDisconnected | BrokenPipeError | ConnectionResetError):
                    raise
        raise AssertionError

    def patience(self, seconds: float) -> None:
        """Waits no longer than this for an answer, from the next opening on."""
        self._line.timeout = seconds

    def close(self) -> None:
        """Closes it."""
        self._line.close()


@dataclass
class Phone:
    """A phone with its cookie."""

    line: Line
    code: str
    cookie: str = ""
    tag: str = ""
    page: str = ""

    def _headers(self, **more: str) -> dict[str, str]:
        """Returns what it sends along."""
        return {"Accept-Language": "en", **({"Cookie": self.cookie} if self.cookie else {}), **more}

    def post(self, path: str, **fields: object) -> int:
        """Sends a form."""
        headers = self._headers(**{"Content-Type": "application/x-www-form-urlencoded"})
        status, said, _ = self.line.ask("POST", path, urlencode(fields).encode(), headers)
        given = said.get("Set-Cookie", "")
        if given:
            self.cookie = given.partition(";")[0]
        return status

    def join(self) -> int:
        """Comes in."""
        return self.post(f"/g/{self.code}", do="join")

    def vote(self, number: int, choice: int) -> int:
        """Chooses."""
        return self.post(f"/g/{self.code}", do="vote", round=number, choice=choice)

    def look(self) -> int:
        """Asks what changed."""
        headers = self._headers(**({"If-None-Match": self.tag} if self.tag else {}))
        status, said, page = self.line.ask("GET", f"/g/{self.code}/now", None, headers)
        if status == 200:
            self.tag, self.page = said["ETag"], page.decode()
        return status

    @property
    def chosen(self) -> int:
        """Returns which choice the page shows as its own, as of the last look."""
        found = re.search(r'value="(\d)" aria-pressed="true"', self.page)
        return int(found[1]) if found else 0


@dataclass
class Hosted:
    """A served folder."""

    process: subprocess.Popen[bytes]
    port: int
    key: str
    addresses: list[str]
    seconds: float
    lines: list[Line] = field(default_factory=list)

    def line(self) -> Line:
        """Returns a new line."""
        self.lines.append(Line(self.port))
        return self.lines[-1]

    def room(self, title: str = "Second Verse") -> Room:
        """Returns a new room."""
        found = Room(self.line(), self.key)
        made = found.post("create", id=encode(os.urandom(16)), title={"en": title})
        return Room(found.line, made["host"], made["lead"], made["code"])

    def phones(self, room: Room, count: int) -> list[Phone]:
        """Returns so many phones that came in."""
        made = [Phone(self.line(), room.code) for _ in range(count)]
        assert [phone.join() for phone in made] == [303] * count
        return made


@dataclass
class Room:
    """A room as the host leads it."""

    line: Line
    host: str
    lead: str = ""
    code: str = ""

    def post(self, verb: str, **body: object) -> dict[str, Any]:
        """Gives an order, which must be taken."""
        headers = {"Authorization": f"Bearer {self.host}", "Content-Type": "application/json"}
        status, _, raw = self.line.ask("POST", f"/api/v1/group/{verb}", json.dumps(body).encode(), headers)
        assert status == 200, (verb, status, raw[:200])
        found: dict[str, Any] = json.loads(raw)
        return found

    @property
    def state(self) -> dict[str, Any]:
        """Returns what the room is like."""
        status, _, raw = self.line.ask("GET", "/api/v1/group/state", None, {"Authorization": f"Bearer {self.host}"})
        assert status == 200
        found: dict[str, Any] = json.loads(raw)
        return found

    def ask(self, number: int = 1, kind: str = "vote", question: str = "mika") -> None:
        """Asks the question of these tests."""
        self.post("ask", number=number, question=question, kind=kind, **(ASKED if kind == "vote" else PROMPT))


@contextmanager
def hosting(folder: Path, port: int | None = None, within: tuple[list[str], list[int]] = ([], [])) -> Generator[Hosted]:
    """Gives a process that serves a folder; what it says of itself is in `log` beside. `within`: what it begins with, and is handed."""
    wanted = free_port() if port is None else port
    command = [*within[0], sys.executable, "-m", "server.cli", "group", "--json", "--port", str(wanted), "--folder", str(folder)]
    begun = time.monotonic()
    with (folder.parent / "log").open("ab") as log:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, cwd=ROOT, pass_fds=within[1])
    assert process.stdout is not None
    assert process.stdin is not None
    said = json.loads(process.stdout.readline())
    made = Hosted(process, said["port"], said["key"], said["addresses"], time.monotonic() - begun)
    try:
        yield made
    finally:
        for line in made.lines:
            line.close()
        process.stdin.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
