"""A server as it really runs: many at once, a flood beside a first letter, hundreds who listen, and what is left behind afterwards."""

from __future__ import annotations

import datetime as dt
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import TextClause, text

from tests.server.client import Client, Thread, b64, read, rekey, send
from tests.server.dump import everything
from tests.server.wires import get, post

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from server.config import Config
    from tests.server.organisation import Organisation
    from tests.server.wires import ProcessWire

    Served = Callable[[Config], AbstractContextManager[subprocess.Popen[bytes]]]
    WireFrom = Callable[..., ProcessWire]


ADDRESS = "203.0.113.{}"


def _writes(organisation: Organisation, wire_from: WireFrom, number: int, start: threading.Barrier) -> tuple[Client, Thread]:
    """Writes a first letter from an address of its own, at the same moment as all others."""
    client = organisation.client(wire_from(ADDRESS.format(number)))
    client.sign_in()
    thread, letter = client.first(organisation.duty(), f"letter {number}")
    body = {"vault": b64(os.urandom(1064)), "altcha": client.proof("open"), "first": letter}
    start.wait(60)
    answer = client.post("open", **body)
    assert answer.status == 200, (answer.status, answer.body)
    thread.accepted(letter["entry"])
    return client, thread


@pytest.mark.parametrize("count", [8, 50])
def test_25_first_letters_at_once_all_arrive(organisation: Organisation, served: Served, wire_from: WireFrom, count: int) -> None:
    """Eight, and fifty, first letters that arrive at the same moment are all answered with success, and all are there to be read."""
    settings = organisation.house.config
    start = threading.Barrier(count)
    with served(settings), ThreadPoolExecutor(count) as pool:
        written = list(pool.map(lambda number: _writes(organisation, wire_from, number, start), range(count)))
        for number, (client, thread) in enumerate(written):
            answer = read(client, thread)
            assert answer.status == 200
            assert Thread(thread.id).take(client.person, answer.body)[0]["text"] == f"letter {number}"
        maren = organisation.counsellor(wire_from(), "maren")
        assert {one["id"] for one in maren.post("queue").body["waiting"]} == {b64(thread.id) for _, thread in written}


@pytest.mark.alone
def test_16_a_flood_keeps_no_other_letter_out(organisation: Organisation, served: Served, wire_from: WireFrom) -> None:
    """While one address asks as fast as eight lines can, another one's first letter and the answer to it go through in good time."""
    settings = organisation.house.config
    over, refused = threading.Event(), [0] * 8

    def flood(number: int) -> None:
        wire = wire_from("192.0.2.66")
        while not over.is_set():
            refused[number] += post(wire, "/api/v1/challenge", {"action": "open"}).status == 429

    with served(settings):
        crowd = [threading.Thread(target=flood, args=(number,)) for number in range(8)]
        for one in crowd:
            one.start()
        # Only an address that is over its measure already is a flood, however slow the machine.
        deadline = time.monotonic() + 60
        while not sum(refused) and time.monotonic() < deadline:
            time.sleep(0.05)
        begun = time.monotonic()
        client = organisation.client(wire_from("198.51.100.1"))
        thread = client.open(organisation.duty())
        assert send(client, thread, {"t": "text", "text": "is anybody there?"}).status == 200
        took = time.monotonic() - begun
        over.set()
        for one in crowd:
            one.join(30)
    assert sum(refused) > 0
    assert took < 5


def _line(settings: Config, client: Client) -> socket.socket:
    """Opens a stream of events and waits for its first line."""
    line = socket.create_connection(("127.0.0.1", settings.port), timeout=30)
    head = f"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {client.token}\r\n"
    head += f"X-Forwarded-For: {client.wire.address}\r\n\r\n"  # type: ignore[attr-defined]  # a ProcessWire
    line.sendall(head.encode())
    told = b""
    while b"retry: 3000" not in told:
        piece = line.recv(4096)
        assert piece, told
        told += piece
    assert told.startswith(b"HTTP/1.1 200")
    return line


@pytest.mark.alone
def test_three_hundred_listen_and_letters_still_come(organisation: Organisation, served: Served, wire_from: WireFrom) -> None:
    """With three hundred streams open a first letter takes no longer than ever, and the one whom it concerns hears of the answer."""
    settings = organisation.house.config
    with served(settings):
        clients = [organisation.client(wire_from(ADDRESS.format(number))) for number in range(10)]
        for client in clients:
            client.sign_in()
        lines = [_line(settings, clients[number % 10]) for number in range(299)]
        begun = time.monotonic()
        writer = organisation.client(wire_from("198.51.100.1"))
        thread = writer.open(organisation.duty())
        took = time.monotonic() - begun
        lines.append(_line(settings, writer))
        maren = organisation.counsellor(wire_from(), "maren")
        hers = Thread(thread.id)
        hers.take(maren.person, read(maren, hers).body)
        assert maren.post("claim", conversation=b64(thread.id)).status == 200
        assert b"event: changed" in lines[-1].recv(4096)
        lines[0].settimeout(0.3)
        with pytest.raises(TimeoutError):
            lines[0].recv(4096)
        for line in lines:
            line.close()
    assert took < 5


def test_more_lines_than_there_is_room_for_keep_nobody_waiting(organisation: Organisation, served: Served, wire_from: WireFrom) -> None:
    """One address that opens far more streams than there is room for stops neither letters nor another one's stream."""
    settings = organisation.house.config.model_copy(update={"listeners": 20, "threads": 4})
    with served(settings):
        crowd = organisation.client(wire_from("192.0.2.66"))
        crowd.sign_in()
        lines = [_line(settings, crowd) for _ in range(60)]
        writer = organisation.client(wire_from("198.51.100.1"))
        writer.open(organisation.duty())
        lines.append(_line(settings, writer))
        for line in lines:
            line.close()


def test_07_a_body_without_a_length_is_counted(organisation: Organisation, served: Served, wire_from: WireFrom) -> None:
    """A body that comes in pieces and does not end is refused once it is too long, and the server goes on."""
    settings = organisation.house.config
    with served(settings):
        line = socket.create_connection(("127.0.0.1", settings.port), timeout=30)
        line.sendall(b"POST /api/v1/challenge HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(200):
                line.sendall(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
            answer = line.recv(200)
        except OSError:
            answer = b""
        line.close()
        assert not answer or b" 413 " in answer.splitlines()[0] or b" 400 " in answer.splitlines()[0]
        assert post(wire_from(), "/api/v1/challenge", {"action": "session"}).status == 200


def _journey(organisation: Organisation, wire_from: WireFrom, words: list[str]) -> tuple[Client, Thread]:
    """Lives through a conversation with everything in it that a log could be tempted to note, faults included."""
    port = organisation.house.config.port
    client = organisation.client(wire_from("203.0.113.77"))
    thread = client.open(organisation.duty(), words[0])
    maren = organisation.counsellor(wire_from("203.0.113.78"), "maren")
    hers = Thread(thread.id)
    hers.take(maren.person, read(maren, hers).body)
    assert maren.post("claim", conversation=b64(thread.id)).status == 200
    people = [client.person, maren.person]
    assert rekey(maren, hers, people, "accept").status == 200
    assert send(maren, hers, {"t": "text", "text": words[1]}).status == 200
    assert send(maren, hers, {"t": "agreement", "goals": [words[2]]}).status == 200
    for path in (f"/{words[3]}", f"/api/v1/{words[3]}", f"/console/static/{words[3]}"):
        assert get(client.wire, path, {"User-Agent": words[4]}).status == 404
    for raw in (b"{" + words[3].encode(), b"\xff" * 200):
        assert client.wire.request("POST", "/api/v1/look", raw, client.listen_headers()).status == 400
    assert client.post("read", conversation=b64(os.urandom(16)), after=-1).status == 404
    for head in (f"BREW /{words[3]} HTTP/1.1\r\nHost: x\r\n\r\n", f"{words[3]} nonsense\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(head.encode())
            assert b" 40" in line.recv(2000)
    return client, thread


WORDS = ["lighthouse-keeper", "marmalade-skies", "wish-for-somebody", "path-of-secrets", "NosyBrowser/9"]


def test_17_the_log_says_nothing_about_anybody(organisation: Organisation, served: Served, wire_from: WireFrom) -> None:
    """After a whole journey with faults, and a table that is missing under it, the log has no address, agent, path, id, key or word."""
    house = organisation.house
    log = house.config.folder.parent / "server.log"
    with served(house.config):
        client, thread = _journey(organisation, wire_from, WORDS)
        with house.database.write() as session:
            session.execute(_drop_wraps())
        assert read(client, thread).status == 503
    said = log.read_text("utf-8")
    assert "error server.faults request failed" in said
    assert "contact/service.py:" in said
    secrets = [
        client.token,
        b64(client.mailbox),
        b64(thread.id),
        b64(client.person.pid),
        client.mailbox.hex(),
        thread.id.hex(),
        b64(thread.head),
    ]
    for word in (*WORDS, "203.0.113", "192.0.2", "/api/", "Traceback", "SELECT", "wraps", "maren", *secrets):
        assert word.lower() not in said.lower(), word


def _drop_wraps() -> TextClause:
    """Returns a statement that takes a table away."""
    return text("DROP TABLE wraps")


def test_24_a_dump_holds_no_marker(organisation: Organisation, served: Served, wire_from: WireFrom) -> None:
    """Rows and files after the journey hold no word, wish, phrase, address or agent, and no time finer than a day."""
    house = organisation.house
    begun = int(time.time())
    with served(house.config):
        client, _ = _journey(organisation, wire_from, WORDS)
        kept = everything(house)
    kept += everything(house)
    login = client.login
    words = [word.encode() for word in (*WORDS, "203.0.113", "127.0.0.1")]
    secrets = [
        bytes(login),
        bytes(login.verify_key),
        b64(bytes(login.verify_key)).encode(),
        client.token.encode(),
        client.person.box_secret,
    ]
    for mark in (*words, *secrets, *(bytes(client.person.signer), bytes(client.person.signer.verify_key))):
        assert mark not in kept, mark
    times = [str(second).encode() for second in range(begun - 1, int(time.time()) + 2)]
    clock = [dt.datetime.fromtimestamp(second, dt.UTC).strftime("%H:%M:%S").encode() for second in range(begun - 1, int(time.time()) + 2)]
    assert not any(mark in kept for mark in (*times, *clock))
    assert house.letters.today().isoformat().encode() in kept


def test_24_no_column_holds_more_than_a_day() -> None:
    """No table has a column for a time of day, an address, an agent or a device."""
    from sqlalchemy import DateTime, Time

    import server.accounts.models
    import server.contact.models
    from server.db import Base

    assert {server.accounts.models.Staff.__tablename__, server.contact.models.Entry.__tablename__} <= Base.metadata.tables.keys()
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            assert not isinstance(column.type, DateTime | Time), column
            assert not {"ip", "address", "agent", "device", "phone", "email", "mail", "seen"} & set(column.name.split("_")), column


def test_the_server_says_where_it_cannot_listen(organisation: Organisation, served: Served) -> None:
    """A second server on the same port ends at once, and says that the address is in use."""
    import subprocess
    import sys

    settings = organisation.house.config
    with served(settings):
        command = [sys.executable, "-m", "server.cli", "--folder", str(settings.folder), "run"]
        second = subprocess.run(command, capture_output=True, timeout=60, check=False, text=True)
    assert second.returncode == 1
    assert "in use" in second.stderr
