"""A game that sends reports, written from the protocol's page alone, and a story for it to report on."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from collections.abc import Generator

    from flask import Flask

    from tests.server.wires import Answer, Wire

PATH = "/api/v1/insight/reports"
JSON = {"Content-Type": "application/json"}
RELEASE = "lamp@1.0.0"
ENDING = f"{RELEASE}/ending"


def manifest(**more: object) -> dict[str, Any]:
    """Returns what a small story says of itself."""
    return {
        "format": 1,
        "id": "lamp",
        "version": "1.0.0",
        "language": "en",
        "title": {"en": "Lamp", "de": "Lampe"},
        "ink": {"en": "ink/en.json", "de": "ink/de.json"},
        "chapters": [{"number": 1, "title": {"en": "One"}, "minutes": 5}, {"number": 2, "title": {"en": "Two"}, "minutes": 5}],
        "endings": {"home": {"title": {"en": "Home"}}, "away": {"title": {"en": "Away"}}},
        "questions": [
            {"name": "ending", "kind": "ending", "options": ["home", "away"], "text": {"en": "How did it end?"}},
            {"name": "stopped", "kind": "stopped_at", "options": ["chapter_1", "chapter_2", "finished"]},
            {"name": "help", "kind": "help_opened", "options": ["opened", "not_opened"]},
        ],
        **more,
    }


def pack(said: object) -> bytes:
    """Returns a .story file with a manifest."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(said))
        archive.writestr("ink/en.json", "{}")
    return made.getvalue()


def solve(question: str, answer: int, start: int = 0) -> int:
    """Returns the first proof of work from a number on."""
    begun = hashlib.sha256(b"threshold insight v1\0" + question.encode() + b"\0" + str(answer).encode() + b"\0")
    number = start
    while True:
        tried = begun.copy()
        tried.update(b"%d" % number)
        if tried.digest() < b"\0\0\x40":
            return number
        number += 1


def body(question: str, answer: int, number: int) -> bytes:
    """Returns a report as it is sent."""
    return b'{"v":1,"q":"%b","a":%d,"pow":%d}' % (question.encode(), answer, number)


def filled(bare: bytes) -> bytes:
    """Returns a report at its full length."""
    return bare.ljust(256)


def report(question: str, answer: int, start: int = 0) -> bytes:
    """Returns a report with its proof."""
    return filled(body(question, answer, solve(question, answer, start)))


def many(question: str, answers: list[int]) -> list[bytes]:
    """Returns reports of different players."""
    return [report(question, answer, 10_000_000 * number) for number, answer in enumerate(answers)]


def send(wire: Wire, raw: bytes) -> Answer:
    """Sends a report."""
    return wire.request("POST", PATH, raw, dict(JSON))


@contextmanager
def listening(app: Flask) -> Generator[int]:
    """Gives the port of an app that answers over HTTP in this process."""

    class Quiet(WSGIRequestHandler):
        """Writes no log."""

        def log(self, *_: object, **__: object) -> None:
            """Says nothing."""

    server = make_server("127.0.0.1", 0, app, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
