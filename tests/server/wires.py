"""Ways to a server: the app itself, or a process that serves it."""

from __future__ import annotations

import http.client
import json
import re
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        """Returns the answer's fields without its filling."""
        return {name: value for name, value in json.loads(self.raw).items() if name != "pad"}

    @property
    def error(self) -> str:
        """Returns the code of what went wrong, or nothing."""
        return str(self.body.get("error", ""))


class Wire(Protocol):
    """Carries a request from some address, and brings the answer."""

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Carries one request."""

    def close(self) -> None:
        """Closes the line, if there is one."""


class AppWire:
    """Asks the app in this process."""

    def __init__(self, app: Flask, address: str = "192.0.2.1") -> None:
        """Comes from an address."""
        self._app, self.address = app, address

    def close(self) -> None:
        """There is no line to close."""

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Carries one request."""
        client = self._app.test_client(use_cookies=False)
        answer = client.open(path, method=method, data=body, headers=headers, environ_overrides={"REMOTE_ADDR": self.address})
        return Answer(answer.status_code, dict(answer.headers), answer.data)


class ProcessWire:
    """Asks a process, on one line that stays open; comes from an address as a proxy would say it."""

    def __init__(self, port: int, address: str = "192.0.2.1") -> None:
        """Takes the port of this machine."""
        self._line, self.address = http.client.HTTPConnection("127.0.0.1", port, timeout=60), address

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Carries one request; a line that was closed in between is opened again."""
        for last in (False, True):
            try:
                self._line.request(method, path, body, {**headers, "X-Forwarded-For": self.address})
                with closing(self._line.getresponse()) as answer:
                    return Answer(answer.status, dict(answer.getheaders()), answer.read())
            except (http.client.HTTPException, OSError) as fault:
                self._line.close()
                if last or not isinstance(fault, http.client.RemoteDisconnected | BrokenPipeError | ConnectionResetError):
                    raise
        raise AssertionError

    def close(self) -> None:
        """Closes the line."""
        self._line.close()


def post(wire: Wire, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> Answer:
    """Posts JSON."""
    return wire.request("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})})


def get(wire: Wire, path: str, headers: dict[str, str] | None = None) -> Answer:
    """Gets a page."""
    return wire.request("GET", path, None, headers or {})


def sizes_class(answer: Answer) -> bool:
    """Tells whether an answer has the length of a class."""
    return len(answer.raw) in {1024 * 4**power for power in range(6)} and bool(re.search(rb'"pad":\s*"0*"', answer.raw))
