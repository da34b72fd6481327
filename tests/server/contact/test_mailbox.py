"""Mailboxes: found by a login key, kept as a blob, and as if they never were when they never were."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING

import pytest
from nacl.signing import SigningKey

from server.contact.login import NONCE_SECONDS, TOKEN_SECONDS, Login
from server.errors import SessionError, SignatureError
from tests.server.client import b64, read, send, unb64
from tests.server.wires import AppWire, get

if TYPE_CHECKING:
    from flask import Flask

    from tests.server.organisation import Organisation


VAULT = 1024 + 40


@pytest.mark.alone
def test_05_an_unknown_mailbox_looks_like_a_deleted_one(app: Flask, organisation: Organisation) -> None:
    """A phrase that never was, and one whose mailbox was deleted, give the same status and body in the same time."""
    wire = AppWire(app)
    deleted, never = organisation.client(wire), organisation.client(wire)
    deleted.open(organisation.duty())
    assert deleted.post("erase", what="mailbox").status == 200
    answers, times = [], []
    for who in (deleted, never):
        session = who.sign_in()
        answers.append((session.status, len(session.raw), who.post("look").raw, who.post("look").status))
    for who in (deleted, never) * 40:
        begun = time.perf_counter()
        who.post("look")
        times.append(time.perf_counter() - begun)
    assert answers[0] == answers[1]
    first, second = statistics.median(times[0::2]), statistics.median(times[1::2])
    assert abs(first - second) < 0.5 * min(first, second)


def test_05_forms_that_cannot_be_are_refused_alike(app: Flask, organisation: Organisation) -> None:
    """A session asked for with a number of other servers, with a used one or with another's signature gets one answer."""
    wire = AppWire(app)
    client = organisation.client(wire)
    nonce = client.post("challenge", action="session").body["nonce"]
    good = client.login.sign(b"threshold login v1\0" + client.origin.encode() + b"\0" + unb64(nonce)).signature
    key = b64(bytes(client.login.verify_key))
    elsewhere = client.login.sign(b"threshold login v1\0https://other.example\0" + unb64(nonce)).signature
    answers = [
        client.post("session", key=key, nonce=b64(os.urandom(40)), signature=b64(good)),
        client.post("session", key=key, nonce=nonce, signature=b64(elsewhere)),
        client.post("session", key=b64(bytes(SigningKey.generate().verify_key)), nonce=nonce, signature=b64(good)),
        client.post("session", key=b64(bytes(32)), nonce=nonce, signature=b64(good)),
    ]
    assert client.post("session", key=key, nonce=nonce, signature=b64(good)).status == 200
    answers.append(client.post("session", key=key, nonce=nonce, signature=b64(good)))
    assert {(answer.status, answer.raw) for answer in answers} == {(401, answers[0].raw)}
    assert answers[0].error == "signature"


def test_tokens_and_numbers_end() -> None:
    """A number is good for five minutes, a token for fifteen, and neither for another server or after a change of a bit."""
    now = [1_000_000.0]
    origin = "https://help.example.org"
    login, other = Login((origin,), clock=lambda: now[0]), Login((origin,), clock=lambda: now[0])
    key = SigningKey.generate()

    def signed(nonce: bytes) -> bytes:
        return key.sign(b"threshold login v1\0" + origin.encode() + b"\0" + nonce).signature

    late = login.nonce()
    nonce = login.nonce()
    token = login.token(bytes(key.verify_key), nonce, signed(nonce))
    assert len(login.mailbox(token)) == 16
    flipped = token[:-1] + bytes([token[-1] ^ 1])
    with pytest.raises(SessionError):
        login.mailbox(flipped)
    with pytest.raises(SessionError):
        other.mailbox(token)
    now[0] += NONCE_SECONDS + 1
    with pytest.raises(SignatureError):
        login.token(bytes(key.verify_key), late, signed(late))
    now[0] += TOKEN_SECONDS
    with pytest.raises(SessionError):
        login.mailbox(token)


def test_a_vault_is_kept_in_versions(app: Flask, organisation: Organisation) -> None:
    """Each write of a vault raises its version by one; another is refused, the same one again changes nothing."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    assert client.post("keep", version=1, sealed=b64(os.urandom(VAULT))).status == 404
    client.open(organisation.duty())
    second = b64(os.urandom(VAULT))
    assert client.post("keep", version=2, sealed=second).body == {"version": 2}
    assert client.post("keep", version=2, sealed=second).body == {"version": 2}
    assert client.post("keep", version=2, sealed=b64(os.urandom(VAULT))).error == "behind"
    assert client.post("keep", version=4, sealed=b64(os.urandom(VAULT))).error == "behind"
    assert client.post("look").body["vault"] == {"version": 2, "sealed": second}


def test_what_is_sent_twice_is_stored_once(app: Flask, organisation: Organisation) -> None:
    """A first letter and an entry that come again are answered as before, and nothing is there twice."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    thread, letter = client.first(organisation.duty())
    body = {"vault": b64(os.urandom(VAULT)), "altcha": client.proof("open"), "first": letter}
    first, again = client.post("open", **body), client.post("open", **body)
    assert first.status == 200
    assert first.raw == again.raw
    thread.accepted(letter["entry"])
    entry = thread.entry(client.person, {"t": "text", "text": "once"})
    answers = [client.post("send", conversation=b64(thread.id), entry=entry).body for _ in range(3)]
    assert answers == [{"seq": 1}] * 3
    assert len(read(client, thread).body["entries"]) == 2


def test_a_place_that_is_taken_is_refused(app: Flask, organisation: Organisation) -> None:
    """An entry for a place that is taken, too far ahead, or of another epoch is answered with `behind`, and not stored."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    ahead = {**thread.entry(client.person, {"t": "text"}), "seq": 2}
    taken = {**thread.entry(client.person, {"t": "text"}), "seq": 0}
    other = {**thread.entry(client.person, {"t": "text"}), "epoch": 1}
    for entry in (ahead, taken, other):
        assert client.post("send", conversation=b64(thread.id), entry=entry).error == "behind"
    assert read(client, thread).body["last"] == 0


def test_nobody_sends_in_anothers_name(app: Flask, organisation: Organisation) -> None:
    """An entry whose sender is not the asker is refused, whoever it names."""
    wire = AppWire(app)
    client = organisation.client(wire)
    thread = client.open(organisation.duty())
    forged = thread.entry(organisation.people["maren"], {"t": "text", "text": "I am Maren"})
    assert client.post("send", conversation=b64(thread.id), entry=forged).status == 400


def test_a_further_conversation_begins_beside_the_first(app: Flask, organisation: Organisation) -> None:
    """A mailbox holds several conversations; a second one needs a proof of its own, and one that is deleted leaves the others."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    other, letter = client.first([organisation.people["yusuf"]])
    assert client.post("begin", **letter, altcha=client.proof("begin")).status == 200
    other.accepted(letter["entry"])
    assert send(client, other, {"t": "text", "text": "second"}).status == 200
    assert client.post("erase", what="conversation", conversation=b64(thread.id)).status == 200
    assert [one["id"] for one in client.post("look").body["conversations"]] == [b64(other.id)]
    stranger = organisation.client(client.wire)
    stranger.sign_in()
    _, letter = stranger.first(organisation.duty())
    assert stranger.post("begin", **letter, altcha=stranger.proof("begin")).status == 404


@pytest.mark.parametrize("flaw", ["nobody", "not on duty", "a stranger", "no such offer", "twice"])
def test_a_first_letter_goes_to_people_on_duty(app: Flask, organisation: Organisation, flaw: str) -> None:
    """A first letter that is sealed to nobody, to nobody on duty, to somebody unknown, or for no offer is not taken."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    people = {"nobody": [], "not on duty": [organisation.people["ines"]], "a stranger": [*organisation.duty(), type(client.person)()]}
    _, letter = client.first(people.get(flaw, organisation.duty()), offer="other" if flaw == "no such offer" else "letters")
    if flaw == "twice":
        letter["wraps"].append(letter["wraps"][-1])
    answer = client.post("open", vault=b64(os.urandom(VAULT)), altcha=client.proof("open"), first=letter)
    assert answer.error == "behind"
    assert client.post("look").body == {"vault": None, "conversations": []}


def test_a_long_conversation_comes_in_pages(app: Flask, organisation: Organisation) -> None:
    """What does not fit into the largest class comes with the next question, without a hole."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    long = "x" * 30_000
    for _ in range(22):
        assert send(client, thread, {"t": "text", "text": long}).status == 200
    seen, after = [], -1
    while after < thread.seq:
        answer = read(client, thread, after)
        assert len(answer.raw) <= 1024 * 1024
        seen += [entry["seq"] for entry in answer.body["entries"]]
        after = seen[-1]
    assert seen == list(range(23))


def test_the_directory_is_the_same_for_everyone(app: Flask, organisation: Organisation) -> None:
    """The directory has the same bytes for all, may be kept for a while, and is not sent again to whoever has it."""
    assert organisation.deployment
    one, other = AppWire(app, "192.0.2.7"), AppWire(app, "198.51.100.9")
    first = get(one, "/api/v1/directory", {"User-Agent": "one", "Accept-Language": "sv"})
    second = get(other, "/api/v1/directory")
    assert first.raw == second.raw
    assert first.headers["Cache-Control"].startswith("public")
    assert get(other, "/api/v1/directory", {"If-None-Match": first.headers["ETag"]}).status == 304
