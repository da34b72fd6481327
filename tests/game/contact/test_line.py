"""The line trusts nobody in between: sizes, times, certificates and places are held, and every failure has its own sentence."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import json
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from game.contact import errors
from game.contact import line as lines
from game.contact.configuration import Configuration, Pin
from game.contact.errors import CancelledError, ForeignError, LaterError, LineError, OfflineError, RefusedError, TooLargeError, TooLongError
from game.contact.line import Answer, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

PIN = Pin(bytes(16), bytes(32))


class Stranger:
    """Answers every request with the same bytes."""

    def __init__(self, answer: bytes, wrap: Callable[[socket.socket], socket.socket] = lambda end: end, slow: float = 0) -> None:
        """Starts to answer; `slow` is a pause in the middle, in seconds."""
        self.answer, self.wrap, self.slow = answer, wrap, slow
        self.asked: list[bytes] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    @property
    def port(self) -> int:
        """Returns where it listens."""
        port: int = self.listening.getsockname()[1]
        return port

    def close(self) -> None:
        """Ends it."""
        with contextlib.suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.thread.join(10)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                raw, _ = self.listening.accept()
                with contextlib.suppress(OSError, ssl.SSLError), raw, self.wrap(raw) as end:
                    end.settimeout(5)
                    self.asked.append(_request(end))
                    half = len(self.answer) // 2
                    end.sendall(self.answer[:half])
                    time.sleep(self.slow)
                    end.sendall(self.answer[half:])


def _request(end: socket.socket) -> bytes:
    """Returns a request with its body, or what came of it."""
    raw = b""
    while not raw.endswith((b'"}', b"\r\n\r\n")) or (raw.startswith(b"POST") and not raw.endswith(b'"}')):
        piece = end.recv(65_536)
        if not piece:
            break
        raw += piece
    return raw


def said(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Returns an answer of HTTP."""
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", ""]).encode() + body


@pytest.fixture
def stranger() -> Generator[Callable[..., Stranger]]:
    """Gives servers that are closed at the end."""
    opened: list[Stranger] = []

    def begin(answer: bytes, **more: object) -> Stranger:
        opened.append(Stranger(answer, **more))  # type: ignore[arg-type]  # whatever a stranger takes
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


def line_to(port: int, scheme: str = "http", proxy: str = "") -> Line:
    """Returns a line to a port of this device."""
    return Line(Configuration(f"{scheme}://127.0.0.1:{port}", PIN, proxy))


def test_every_request_looks_the_same(stranger: Callable[..., Stranger]) -> None:
    """A request names the program and nothing else, has a class of size, no cookie, and asks for no language."""
    there = stranger(said(b"{}", "200 OK", "Set-Cookie: id=7"))
    line = line_to(there.port)
    for message in ({}, {"text": "x" * 2000}):
        line.post("look", dict(message), Answer)
    heads, bodies = zip(*(asked.split(b"\r\n\r\n") for asked in there.asked), strict=True)
    assert [len(body) for body in bodies] == [1024, 4096]
    names = {name.partition(b":")[0].lower() for head in heads for name in head.split(b"\r\n")[1:]}
    assert names == {b"host", b"accept-encoding", b"content-length", b"user-agent", b"accept", b"content-type"}
    assert all(b"User-Agent: Threshold\r\n" in head and b"Accept-Encoding: identity" in head for head in heads)
    assert all(head.startswith(b"POST /api/v1/look HTTP/1.1") for head in heads)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (said(b"<html>Please accept our terms</html>"), ForeignError),
        (said(b"{}", "302 Found", "Location: http://127.0.0.1:1/"), ForeignError),
        (said(b"", "204 No Content"), ForeignError),
        (said(b"{}", "200 OK", "Content-Encoding: gzip"), ForeignError),
        (said(b"[" * 500), ForeignError),
        (said(b"\xff"), ForeignError),
        (said(b"not json", "404 Not Found"), ForeignError),
        (said(b"not json", "502 Bad Gateway"), LaterError),
        (said(b"x" * (2**20 + 1)), TooLargeError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", OfflineError),
        (b"", OfflineError),
        (b"SSH-2.0\r\n", OfflineError),
    ],
)
def test_an_answer_that_is_none_is_refused(stranger: Callable[..., Stranger], answer: bytes, expected: type[LineError]) -> None:
    """Pages of others, redirects, compressed, cut, huge or strange answers are never taken for the server's."""
    line = line_to(stranger(answer).port)
    with pytest.raises(expected) as caught:
        line.post("look", {}, Answer)
    assert caught.value.worth_retrying
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("behind", errors.BehindError),
        ("later", LaterError),
        ("proof", errors.ProofError),
        ("session", errors.SessionError),
        ("slow", errors.SlowError),
        ("unknown", errors.UnknownError),
        ("malformed", RefusedError),
        ("a <b>whole</b> sentence about somebody", RefusedError),
    ],
)
def test_each_refusal_has_its_kind(stranger: Callable[..., Stranger], code: str, expected: type[RefusedError]) -> None:
    """The server's codes become errors of their own; no text of the server's is ever shown."""
    body = json.dumps({"error": code, "message": "MARKER"}).encode()
    with pytest.raises(expected) as caught:
        line_to(stranger(said(body, "400 Bad Request")).port).post("look", {}, Answer)
    assert "MARKER" not in str(caught.value)
    assert "<b>" not in str(caught.value)


def test_a_server_that_says_nothing_is_given_up(stranger: Callable[..., Stranger], monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting has an end: for an answer that does not come, and for one that never ends."""
    monkeypatch.setattr(lines, "READ", 0.2)
    with pytest.raises(OfflineError):
        line_to(stranger(said(b"{}"), slow=1).port).post("look", {}, Answer)
    monkeypatch.setattr(lines, "WHOLE", 0.0)
    with pytest.raises(OfflineError):
        line_to(stranger(said(b"{}" + b" " * 500)).port).post("look", {}, Answer)


def test_nobody_there_is_offline() -> None:
    """Where nobody listens, the player is told so."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(OfflineError):
        line_to(port).get("directory", Answer)


def test_a_closed_line_sends_nothing(stranger: Callable[..., Stranger]) -> None:
    """After it was closed, a line carries nothing more."""
    there = stranger(said(b"{}"))
    line = line_to(there.port)
    line.post("look", {}, Answer)
    line.close()
    with pytest.raises(CancelledError):
        line.post("look", {}, Answer)
    assert len(there.asked) == 1


def test_a_message_too_large_is_not_sent(stranger: Callable[..., Stranger]) -> None:
    """A message that fits no class of size stays here."""
    there = stranger(said(b"{}"))
    with pytest.raises(TooLongError):
        line_to(there.port).post("look", {"text": "x" * 2**20}, Answer)
    assert there.asked == []


def test_events_that_are_none_are_refused(stranger: Callable[..., Stranger]) -> None:
    """What is no stream of events is not listened to."""
    with pytest.raises(ForeignError):
        line_to(stranger(said(b"{}")).port).listen("token")


def certificate(folder: Path) -> ssl.SSLContext:
    """Returns what a server needs to speak TLS with a certificate that nobody vouches for."""
    key, now = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
    made = made.not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = made.add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "pem").write_bytes(signed.public_bytes(pem) + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "pem")
    return context


def test_a_certificate_that_nobody_vouches_for_is_refused(stranger: Callable[..., Stranger], tmp_path: Path) -> None:
    """Somebody in between with a certificate of their own making gets not a byte of a message."""
    context = certificate(tmp_path)
    there = stranger(said(b"{}"), wrap=lambda end: context.wrap_socket(end, server_side=True))
    with pytest.raises(ForeignError):
        line_to(there.port, "https").post("look", {"text": "MARKER"}, Answer)
    assert there.asked == []


def test_a_proxy_is_given_the_name_to_find() -> None:
    """By way of a SOCKS proxy, the server's name is looked up there and not here, as an onion service needs."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        heard: list[bytes] = []

        def serve() -> None:
            end, _ = listening.accept()
            with end:
                end.recv(100)
                end.sendall(b"\x05\x00")
                heard.append(end.recv(1000))
                end.sendall(b"\x05\x00\x00\x01" + bytes(6))
                heard.append(end.recv(65_536))
                end.sendall(said(b"{}"))

        thread = threading.Thread(target=serve)
        thread.start()
        proxy = f"socks5h://127.0.0.1:{listening.getsockname()[1]}"
        Line(Configuration("http://lantern.onion", PIN, proxy)).post("look", {}, Answer)
        thread.join(10)
    assert b"lantern.onion" in heard[0]
    assert heard[1].startswith(b"POST /api/v1/look")
