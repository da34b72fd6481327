"""Two at the same moment: whatever comes first, no answer is a fault, and what is stored is whole."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import pytest
from sqlalchemy import func, select

from server.contact.models import Conversation, Entry, Epoch, Mailbox, Member, Spent, Wrap
from tests.server.client import Thread, b64, read, rekey, send
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from tests.server.organisation import Organisation
    from tests.server.wires import Answer

T = TypeVar("T")
CROWD, ROUNDS = 8, 6
VAULT = 1024 + 40


def at_once(*work: Callable[[], T]) -> list[T]:
    """Returns what some works give that begin at the same moment."""
    start = threading.Barrier(len(work))

    def begin(one: Callable[[], T]) -> T:
        start.wait(30)
        return one()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(begin, work))


def _rows(organisation: Organisation) -> dict[str, int]:
    """Returns how many rows there are of each kind."""
    tables = (Conversation, Entry, Epoch, Mailbox, Member, Spent, Wrap)
    with organisation.house.database.read() as session:
        return {table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def test_one_first_letter_on_eight_lines_is_stored_once(app: Flask, organisation: Organisation) -> None:
    """The same first letter that arrives eight times at once is answered like the first each time, and is there once."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    thread, letter = client.first(organisation.duty())
    body = {"vault": b64(os.urandom(VAULT)), "altcha": client.proof("open"), "first": letter}
    answers = at_once(*[partial(client.post, "open", **body)] * CROWD)
    assert {(answer.status, answer.raw) for answer in answers} == {(200, answers[0].raw)}
    assert Thread(thread.id).take(client.person, read(client, thread).body)[0]["t"] == "open"
    assert _rows(organisation) == {"conversations": 1, "entries": 1, "epochs": 1, "mailboxes": 1, "members": 3, "spent": 1, "wraps": 3}


def test_one_proof_pays_for_one_of_many_letters(app: Flask, organisation: Organisation) -> None:
    """Of eight first letters with one proof, at once, one is stored; the others are told that their proof is used."""
    wire = AppWire(app)
    clients = [organisation.client(wire) for _ in range(CROWD)]
    for client in clients:
        client.sign_in()
    proof = clients[0].proof("open")
    letters = [{"vault": b64(os.urandom(VAULT)), "altcha": proof, "first": client.first(organisation.duty())[1]} for client in clients]
    pairs = zip(clients, letters, strict=True)
    answers = at_once(*(partial(client.post, "open", **letter) for client, letter in pairs))
    assert sorted(answer.error for answer in answers) == ["", *["proof"] * (CROWD - 1)]
    assert _rows(organisation)["mailboxes"] == _rows(organisation)["spent"] == 1


def test_one_phrase_opens_one_mailbox(app: Flask, organisation: Organisation) -> None:
    """Two devices that open the mailbox of one phrase at once do not both think that theirs was first."""
    wire = AppWire(app)
    client = organisation.client(wire)
    client.sign_in()
    letters = [
        {"vault": b64(os.urandom(VAULT)), "altcha": client.proof("open"), "first": client.first(organisation.duty())[1]} for _ in range(2)
    ]
    answers = at_once(*(partial(client.post, "open", **letter) for letter in letters))
    assert sorted(answer.error for answer in answers) == ["", "behind"]
    assert _rows(organisation)["conversations"] == 1


def test_one_place_is_taken_by_one_letter(app: Flask, organisation: Organisation) -> None:
    """Of eight letters for the same place, at once, one is stored and the others are told to read first."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    entries = [thread.entry(client.person, {"t": "text", "text": str(number)}) for number in range(CROWD)]
    answers = at_once(*(partial(client.post, "send", conversation=b64(thread.id), entry=entry) for entry in entries))
    assert sorted(answer.error for answer in answers) == ["", *["behind"] * (CROWD - 1)]
    assert read(client, thread).body["last"] == 1


def test_one_letter_on_eight_lines_is_stored_once(app: Flask, organisation: Organisation) -> None:
    """The same letter that arrives eight times at once has one place, and so has one that was sealed again for another place."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    entry = thread.entry(client.person, {"t": "text", "text": "once"})
    answers = at_once(*[partial(client.post, "send", conversation=b64(thread.id), entry=entry)] * CROWD)
    assert [answer.body for answer in answers] == [{"seq": 1}] * CROWD
    again = client.post("send", conversation=b64(thread.id), entry={**entry, "seq": 2})
    assert again.body == {"seq": 1}
    assert read(client, thread).body["last"] == 1


def test_one_of_two_takes_a_conversation_on(app: Flask, organisation: Organisation) -> None:
    """Of two who claim at the same moment one has it, with a wrap that opens; the other has no place in it any more."""
    wire = AppWire(app)
    both = [organisation.counsellor(wire, name) for name in ("maren", "yusuf")]
    for _ in range(ROUNDS):
        thread = organisation.client(wire).open(organisation.duty())
        answers = at_once(*(partial(one.post, "claim", conversation=b64(thread.id)) for one in both))
        assert sorted(answer.status for answer in answers) in ([200, 404], [200, 409])
        reads = [read(one, thread) for one in both]
        assert sorted(answer.status for answer in reads) == [200, 404]
        winner = next(number for number, answer in enumerate(answers) if answer.status == 200)
        assert Thread(thread.id).take(both[winner].person, reads[winner].body)[0]["t"] == "open"


@pytest.mark.parametrize("other", ["claim", "send", "begin", "rekey", "share"])
def test_what_is_deleted_at_the_same_moment_is_gone(app: Flask, organisation: Organisation, other: str) -> None:
    """A mailbox that its owner deletes while somebody works on it is gone whole, or what came after the deletion stands whole by itself."""
    wire = AppWire(app)
    for _ in range(ROUNDS):
        client, maren = organisation.client(wire), organisation.counsellor(wire, "maren")
        thread = client.open(organisation.duty())
        hers = Thread(thread.id)
        hers.take(maren.person, read(maren, hers).body)
        further = {**client.first(organisation.duty())[1], "altcha": client.proof("begin")}
        here = {"conversation": b64(thread.id)}
        older = {"pid": b64(maren.person.pid), "wraps": thread.wraps(0, [maren.person])}
        work: dict[str, Callable[[], Answer]] = {
            "claim": partial(maren.post, "claim", **here),
            "send": partial(send, client, thread, {"t": "text", "text": "?"}),
            "begin": partial(client.post, "begin", **further),
            "rekey": partial(rekey, client, thread, [client.person, maren.person], "rotate"),
            "share": partial(client.post, "share", **here, **older),
        }
        erased, answer = at_once(partial(client.post, "erase", what="mailbox"), work[other])
        assert erased.status == 200
        assert answer.status in {200, 404, 409}, (other, answer.status, answer.body)
        looked = client.post("look").body
        if looked["vault"] is None:
            assert looked["conversations"] == []
        else:
            assert other == "begin"
            assert client.post("erase", what="mailbox").status == 200
    assert {name: count for name, count in _rows(organisation).items() if count and name != "spent"} == {}


def test_two_devices_write_one_version_of_a_vault(app: Flask, organisation: Organisation) -> None:
    """Of two different vaults for the same version, at once, one is kept."""
    client = organisation.client(AppWire(app))
    client.open(organisation.duty())
    vaults = [b64(os.urandom(VAULT)) for _ in range(CROWD)]
    answers = at_once(*(partial(client.post, "keep", version=2, sealed=vault) for vault in vaults))
    assert sorted(answer.error for answer in answers) == ["", *["behind"] * (CROWD - 1)]
    kept = next(vault for vault, answer in zip(vaults, answers, strict=True) if answer.status == 200)
    assert client.post("look").body["vault"] == {"version": 2, "sealed": kept}
