"""Newer versions: asked for once, when a player asks; told by somebody who signed it, or not believed."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from game import deployment
from game.deployment import Deployment
from game.errors import DeploymentError
from game.own import newest
from game.own.errors import OwnError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = SigningKey(bytes(range(32)))
OURS = KEY.verify_key.encode().hex()
WHERE = "https://help.example.org/game"


class _Answers(BaseHTTPRequestHandler):
    """Gives one answer, and notes what was asked."""

    answer: ClassVar[tuple[int, bytes]] = (200, b"")
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answers."""
        self.asked.append(f"{self.requestline}\n{self.headers}")
        status, body = self.answer
        self.send_response(status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(body: bytes, status: int = 200) -> Iterator[tuple[Deployment, list[str]]]:
    """Serves an answer on this machine; gives the place, and what was asked."""
    asked: list[str] = []
    handler = type("Answers", (_Answers,), {"answer": (status, body), "asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Deployment(newest=f"http://127.0.0.1:{server.server_port}/newest.json", newest_key=OURS), asked
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("own", "newer"), [("0.9.9", True), ("1.2", True), ("1.10.0", False), ("1.10", False), ("2.0", False), ("unpacked", True)]
)
def test_a_newer_version_is_told(own: str, newer: bool) -> None:  # noqa: FBT001
    """Versions are compared as numbers; where there is none newer, there is nothing to tell."""
    with served(newest.signed("1.10", WHERE, KEY)) as (place, asked):
        answer = newest.ask(place, own)
    assert (answer is not None) is newer
    assert len(asked) == 1


def test_the_question_says_nothing_about_who_asks() -> None:
    """One request, which names the game and no version, device, language or number."""
    with served(newest.signed("1.0", WHERE, KEY)) as (place, asked):
        newest.ask(place, "0.1.7")
    lines = asked[0].replace("\r", "").strip().splitlines()
    assert lines[0] == "GET /newest.json HTTP/1.1"
    assert sorted(line.partition(":")[0].lower() for line in lines[1:]) == ["accept-encoding", "host", "user-agent"]
    assert "User-Agent: Threshold" in lines


SIGNED = newest.signed("9.9", WHERE, KEY)
FALSE = {
    "another key": newest.signed("9.9", WHERE, SigningKey(bytes(32))),
    "a changed version": SIGNED.replace(b"9.9", b"9.8"),
    "a changed address": SIGNED.replace(b"help.example", b"evil.example"),
    "no version": newest.signed("newest", WHERE, KEY),
    "a field too many": SIGNED.replace(b"{", b'{"run": "this", '),
    "no JSON": b"<html>",
    "nothing": b"",
    "bytes": b"\xff\xfe",
    "far too much": b" " * 2_000_000 + SIGNED,
}


@pytest.mark.parametrize("name", FALSE)
def test_what_is_not_signed_as_it_should_be_is_not_believed(name: str) -> None:
    """A false answer is refused in a sentence; nothing of it reaches the player."""
    with served(FALSE[name]) as (place, _), pytest.raises(OwnError, match="was not believed"):
        newest.ask(place, "0.1.0")


@pytest.mark.parametrize("status", [301, 302, 404, 500])
def test_nothing_but_an_answer_is_followed(status: int) -> None:
    """A server that sends elsewhere, or has nothing, has not answered; nobody is asked twice."""
    with served(SIGNED, status) as (place, asked), pytest.raises(OwnError, match="There was no answer"):
        newest.ask(place, "0.1.0")
    assert len(asked) == 1


def test_nobody_there() -> None:
    """Without a server, the player is told that there was no answer."""
    with served(SIGNED) as (place, _):
        pass
    with pytest.raises(OwnError, match="There was no answer"):
        newest.ask(place, "0.1.0")


@given(raw=st.binary(max_size=400))
def test_any_bytes_are_refused(raw: bytes) -> None:
    """Whatever comes, it is refused with the one error."""
    with pytest.raises(OwnError):
        newest.read(raw, OURS)


def test_the_file_of_servers_names_the_place(tmp_path: Path) -> None:
    """The address must be safe, and counts only together with the key that signs its answers."""
    path = tmp_path / "threshold.toml"
    path.write_text(f'newest = "https://help.example.org/newest.json"\nnewest_key = "{OURS}"\n')
    assert deployment.read(path).newest == "https://help.example.org/newest.json"
    path.write_text('newest = "https://help.example.org/newest.json"\n')
    assert not deployment.read(path).newest
    for address in ("http://help.example.org/newest.json", "https://me:secret@help.example.org/", "ftp://help.example.org/"):
        path.write_text(f'newest = "{address}"\nnewest_key = "{OURS}"\n')
        with pytest.raises(DeploymentError):
            deployment.read(path)
