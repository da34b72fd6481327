"""Two processes of two workers each: what is sent to one is heard at the other, and what one knows in memory the other knows, too."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.server.client import Thread, b64, read, unb64
from tests.server.conftest import free_port, serving
from tests.server.wires import ProcessWire, get

if TYPE_CHECKING:
    from collections.abc import Generator

    from server.config import Config
    from tests.server.client import Client
    from tests.server.organisation import Organisation

ANSWERED = 15.0


@pytest.fixture(params=["postgresql", pytest.param("redis", marks=pytest.mark.nightly)])
def carried(request: pytest.FixtureRequest, settings: Config) -> Config:
    """Returns the configuration with each of the two buses."""
    if request.param == "postgresql":
        return settings
    return settings.model_copy(update={"bus": request.getfixturevalue("redis_url")})


@pytest.fixture
def two(carried: Config, organisation: Organisation) -> Generator[tuple[Config, Config]]:
    """Gives the configurations of two processes with two workers each, on one folder and one database."""
    assert organisation.people
    other = carried.model_copy(update={"port": free_port()})
    with serving(carried, "run", "--workers", "2"), serving(other, "run", "--workers", "2"):
        for port in (carried.port, other.port):
            ready(port)
        yield carried, other


def ready(port: int) -> None:
    """Waits until every worker hears the others: asked on new lines, all of them say that they are ready, many times in a row."""
    fine, end = 0, time.monotonic() + 30
    while fine < 12:
        assert time.monotonic() < end
        wire = ProcessWire(port)
        try:
            fine = fine + 1 if get(wire, "/readyz").status == 200 else 0
        except OSError:
            fine = 0
        wire.close()
        time.sleep(0.05)


def line(port: int, client: Client, address: str = "192.0.2.1") -> socket.socket:
    """Opens a line of events and waits for its first words."""
    made = socket.create_connection(("127.0.0.1", port), timeout=ANSWERED)
    head = f"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {client.token}\r\n"
    made.sendall(f"{head}X-Forwarded-For: {address}\r\n\r\n".encode())
    told = b""
    while b"retry: 3000" not in told:
        piece = made.recv(4096)
        assert piece, told
        told += piece
    return made


def hears(made: socket.socket) -> bool:
    """Tells whether a line says soon that something changed."""
    told = b""
    while b"event: changed" not in told:
        piece = made.recv(4096)
        if not piece:
            return False
        told += piece
    return True


def drained(made: socket.socket) -> None:
    """Takes what a line has said until now, such as the call to look that follows each joining of the bus."""
    made.settimeout(0.5)
    try:
        while made.recv(4096):
            pass
    except TimeoutError:
        made.settimeout(ANSWERED)


def _numbers_are_used_everywhere(here: Config, there: Config, organisation: Organisation) -> None:
    """A token from one process is good at another; the number that was signed for it is good nowhere again."""
    client = organisation.client(ProcessWire(here.port))
    nonce = client.post("challenge", action="session").body["nonce"]
    message = b"threshold login v1\0" + client.origin.encode() + b"\0" + unb64(nonce)
    body = {"key": b64(bytes(client.login.verify_key)), "nonce": nonce, "signature": b64(client.login.sign(message).signature)}
    answer = client.post("session", **body)
    client.token = answer.body["token"]
    client.wire.close()
    time.sleep(0.5)
    for _ in range(4):
        # A line of its own each time, so that both workers are asked.
        client.wire = ProcessWire(there.port)
        assert client.post("session", **body).error == "signature"
        assert client.post("look").status == 200
        client.wire.close()


def test_a_letter_to_one_process_is_heard_at_the_other(two: tuple[Config, Config], organisation: Organisation) -> None:
    """Lines at every worker of a second process hear what only the first was told; a signed number is used at all of them."""
    here, there = two
    client = organisation.client(ProcessWire(here.port))
    thread = client.open(organisation.duty())
    lines = [line(there.port, client) for _ in range(6)]
    for one in lines:
        drained(one)
    maren = organisation.counsellor(ProcessWire(here.port), "maren")
    hers = Thread(thread.id)
    hers.take(maren.person, read(maren, hers).body)
    assert maren.post("claim", conversation=b64(thread.id)).status == 200
    assert all(hears(one) for one in lines)
    for one in lines:
        one.close()
    client.wire.close()
    maren.wire.close()
    _numbers_are_used_everywhere(here, there, organisation)


def test_a_connection_that_was_killed_is_made_again(settings: Config, organisation: Organisation, database_url: str) -> None:
    """Where PostgreSQL ends every connection of the server, lines are told to look, and the next letter is heard as before."""
    other = settings.model_copy(update={"port": free_port()})
    with serving(settings), serving(other):
        client = organisation.client(ProcessWire(settings.port))
        thread = client.open(organisation.duty())
        listening = line(other.port, client)
        drained(listening)
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert hears(listening)
        drained(listening)
        time.sleep(1)
        organisation.house.database.engine.dispose()
        maren = organisation.counsellor(ProcessWire(settings.port), "maren")
        hers = Thread(thread.id)
        for _ in range(3):
            answer = read(maren, hers)
            if answer.status == 200:
                break
        hers.take(maren.person, answer.body)
        assert maren.post("claim", conversation=b64(thread.id)).status == 200
        assert hears(listening)
        listening.close()
        client.wire.close()
        maren.wire.close()


def test_what_goes_over_the_channel_says_nothing(settings: Config, organisation: Organisation, database_url: str) -> None:
    """Whoever listens in PostgreSQL gets texts of one length that hold no id, on a channel that names nothing."""
    channel = organisation.house.bus._carrier._channel  # type: ignore[union-attr]
    with serving(settings), psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(f'LISTEN "{channel}"')
        client = organisation.client(ProcessWire(settings.port))
        thread = client.open(organisation.duty())
        told = [notice.payload for notice in connection.notifies(timeout=3)]
        client.wire.close()
    assert len(told) >= len(organisation.duty()) + 1
    assert len({len(text) for text in told}) == 1
    for secret in (client.mailbox, thread.id, *(person.staff for person in organisation.duty())):
        for text in told:
            assert secret not in unb64(text)
            assert b64(secret) not in text
    assert "lantern" not in channel.lower()


def test_more_workers_on_one_file_are_refused(tmp_path: object) -> None:
    """SQLite has one writer: two workers are refused with a sentence."""
    from pathlib import Path

    from server import serve
    from server.config import Config
    from server.errors import ConfigurationError

    with pytest.raises(ConfigurationError, match="needs PostgreSQL"):
        serve.run(Config(folder=Path(str(tmp_path)), origin="http://localhost:1"), workers=2)
