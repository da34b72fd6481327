"""The wire between a game and a server, for tests: it can be cut at any place, and remembers what went over it."""

from __future__ import annotations

import contextlib
import random
import socket
import threading
import time
from dataclasses import dataclass, field
from enum import Enum

_PIECE, _SMALL = 65_536, 4096
# What its threads are called, so that who counts threads can leave them out.
CARRYING = "the tests' wire"


class Cut(Enum):
    """Where a wire is cut: before a request, in the middle of it, before its answer, in the middle of that."""

    BEFORE = "before the request"
    ASKING = "in the middle of the request"
    UNHEARD = "before the answer"
    HEARD_HALF = "in the middle of the answer"


def some_address() -> str:
    """Returns an address that nobody else comes from, most likely."""
    return ".".join(str(random.randrange(1, 255)) for _ in range(4))


@dataclass
class Message:
    """A request and its answer, as bytes."""

    path: str
    asked: bytes
    answered: bytes = b""


@dataclass
class Wire:
    """A listener on one port that carries requests to another."""

    to: int
    seen: list[Message] = field(default_factory=list)
    # The number of the request to cut at, counted from when it is set, and how; events are not counted.
    cut_at: int = -1
    cut: Cut = Cut.BEFORE
    down: bool = False
    # Seconds that each request and each small piece of an answer take on their way.
    slow: float = 0.0

    def __post_init__(self) -> None:
        """Starts to listen."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._listen, name=CARRYING, daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        """Returns the address that clients use."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def cut_next(self, number: int, cut: Cut) -> None:
        """Cuts at the request that comes after so many others."""
        with self._lock:
            self.cut_at, self.cut = number, cut

    def close(self) -> None:
        """Ends everything."""
        self.down = True
        for end in (self._listening, *self._open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                self._open.append(client)
                threading.Thread(target=self._carry, args=(client,), name=CARRYING, daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        """Carries requests of one client until it, or a cut, ends that."""
        address = some_address()
        with contextlib.suppress(OSError, ValueError), client:
            while asked := _message(client):
                if self.down:
                    return
                message = Message(asked.split(b" ", 2)[1].decode(), asked)
                cut = None if message.path.endswith("/events") else self._count(message)
                if cut is Cut.BEFORE:
                    return
                with socket.create_connection(("127.0.0.1", self.to)) as server:
                    self._open.append(server)
                    if not self._one(client, server, message, cut, address):
                        return

    def _count(self, message: Message) -> Cut | None:
        with self._lock:
            self.seen.append(message)
            self.cut_at -= 1
            return self.cut if self.cut_at == -1 else None

    def _one(self, client: socket.socket, server: socket.socket, message: Message, cut: Cut | None, address: str) -> bool:
        """Carries one request and its answer; tells whether the line still holds."""
        head, _, body = message.asked.partition(b"\r\n\r\n")
        forwarded = head + f"\r\nX-Forwarded-For: {address}\r\n\r\n".encode() + body
        time.sleep(self.slow)
        if cut is Cut.ASKING:
            server.sendall(forwarded[: len(forwarded) // 2])
            return False
        server.sendall(forwarded)
        if message.path.endswith("/events"):
            while piece := server.recv(_PIECE):
                client.sendall(piece)
            return False
        message.answered = _message(server)
        if cut is Cut.UNHEARD:
            return False
        for at in range(0, len(message.answered) if self.slow else 0, _SMALL):
            client.sendall(message.answered[at : at + _SMALL])
            time.sleep(self.slow)
        if self.slow:
            return True
        client.sendall(message.answered[: len(message.answered) // 2] if cut is Cut.HEARD_HALF else message.answered)
        return cut is not Cut.HEARD_HALF


def _message(end: socket.socket) -> bytes:
    """Returns one message of HTTP with its body, or nothing where the line ended."""
    raw = b""
    while b"\r\n\r\n" not in raw:
        piece = end.recv(_PIECE)
        if not piece:
            return b""
        raw += piece
    head, _, body = raw.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while len(body) < int(lengths[0] if lengths else 0):
        piece = end.recv(_PIECE)
        if not piece:
            raise ValueError("the line ended")
        body += piece
    return head + b"\r\n\r\n" + body
