"""What comes in and goes out: only the agreed form, no longer than agreed, and always with the headers that keep it private."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import altcha
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.contact import login
from server.wire import CLASSES, decode, encode, padded
from tests.server.client import b64, read
from tests.server.wires import AppWire, get, post, sizes_class

if TYPE_CHECKING:
    from flask import Flask

    from tests.server.organisation import Organisation

VERBS = ("challenge", "session", "look", "open", "begin", "keep", "send", "read", "rekey", "share", "erase")


def test_07_over_long_input_is_refused_before_any_cryptography(
    app: Flask, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too long as a whole, or in a single field, is refused before anything is decoded, hashed, verified or opened."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    used: list[str] = []

    def watch(module: object, name: str) -> None:
        real = getattr(module, name)

        def noted(*given: object, **named: object) -> object:
            used.append(name)
            return real(*given, **named)

        monkeypatch.setattr(module, name, noted)

    watch(login, "crypto_sign_open")
    watch(altcha, "verify_solution")
    long = "A" * 300_000
    assert client.post("session", key=long, nonce=b64(os.urandom(40)), signature=b64(bytes(64))).error == "large"
    for length in (43 + 1, 5_000, 200_000):
        assert client.post("session", key="A" * length, nonce=b64(os.urandom(40)), signature=b64(bytes(64))).error == "malformed"
    _, letter = client.first(organisation.duty())
    for solution in ("A" * 4001, "A" * 200_000):
        assert client.post("open", vault=b64(os.urandom(1064)), altcha=solution, first=letter).error == "malformed"
    token, client.token = client.token, "A" * 100_000
    assert client.post("look").error in {"session", "large", "malformed"}
    client.token = token + "A" * 200
    assert client.post("look").error == "session"
    assert used == []


@pytest.mark.parametrize("verb", VERBS)
def test_only_the_agreed_form_is_taken(app: Flask, organisation: Organisation, verb: str) -> None:
    """Bodies that are no JSON, no object, have further fields or other types are refused, with a padded answer."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    headers = {"Content-Type": "application/json", **client.listen_headers()}
    for raw in (b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"more": 1}', b'{"pad": 1}', b"[" * 5000):
        answer = client.wire.request("POST", f"/api/v1/{verb}", raw, headers)
        assert (answer.status, answer.error) == (400, "malformed"), raw[:20]
        assert sizes_class(answer)


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in {"challenge", "session"}])
def test_without_a_token_nothing_is_read(app: Flask, verb: str) -> None:
    """Every verb behind a token answers a request without one, or with a made-up one, in the same way."""
    wire = AppWire(app)
    answers = [
        post(wire, f"/api/v1/{verb}", {}, headers)
        for headers in ({}, {"Authorization": f"Bearer {b64(os.urandom(64))}"}, {"Authorization": "Basic x"})
    ]
    assert {(answer.status, answer.error, answer.raw) for answer in answers} == {(401, "session", answers[0].raw)}
    assert get(wire, "/api/v1/events").status == 401


def test_a_number_is_no_text_and_a_text_no_number(app: Flask, organisation: Organisation) -> None:
    """Types are taken strictly: no number out of a text, no truth out of a number."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    assert client.post("read", conversation=b64(thread.id), after="0").error == "malformed"
    assert client.post("read", conversation=b64(thread.id), after=1.5).error == "malformed"
    assert client.post("read", conversation=b64(thread.id), after=True).error == "malformed"
    entry = thread.entry(client.person, {"t": "text"})
    assert client.post("send", conversation=b64(thread.id), entry={**entry, "sealed": entry["sealed"][:-4]}).error == "malformed"
    assert client.post("send", conversation=b64(thread.id), entry={**entry, "sealed": entry["sealed"] + "="}).error == "malformed"


def test_19_nothing_dynamic_is_stored_anywhere(app: Flask, organisation: Organisation) -> None:
    """Every answer of the API but the directory says `no-store`, errors and refusals too."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty())
    answers = [client.post("look"), read(client, thread), client.post("session"), client.post("nothing"), get(client.wire, "/api/v1/look")]
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}


def test_20_every_answer_carries_the_headers(app: Flask, organisation: Organisation) -> None:
    """Answers, errors and the directory carry a policy that allows nothing from elsewhere, no frame, no referrer, no other origin."""
    client = organisation.client(AppWire(app))
    client.sign_in()
    for answer in (client.post("look"), client.post("session"), get(client.wire, "/api/v1/directory"), get(client.wire, "/nothing")):
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "data:" not in policy
        for name, value in {
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp",
            "Cross-Origin-Resource-Policy": "same-origin",
        }.items():
            assert answer.headers[name] == value
        assert "camera=()" in answer.headers["Permissions-Policy"]
        assert "Server" not in answer.headers


def test_21_the_games_api_sets_no_cookie(app: Flask, organisation: Organisation) -> None:
    """No answer to the game sets a cookie, and a cookie opens nothing there."""
    client = organisation.client(AppWire(app))
    answers = [client.sign_in(), client.post("look"), get(client.wire, "/api/v1/directory")]
    assert not any("Set-Cookie" in answer.headers for answer in answers)
    maren = organisation.counsellor(client.wire, "maren")
    assert post(client.wire, "/api/v1/look", {}, maren.headers()).status == 401


def test_an_unforeseen_fault_says_nothing(app: Flask, organisation: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault inside is answered with `later` and a plain sentence, in a size class, without a word about what it was."""
    client = organisation.client(AppWire(app))
    client.sign_in()

    def broken(*_: object) -> None:
        raise RuntimeError("sqlite is on fire at 192.0.2.1")

    monkeypatch.setattr(organisation.house.letters, "look", broken, raising=False)
    answer = client.post("look")
    assert (answer.status, answer.error) == (503, "later")
    assert b"fire" not in answer.raw
    assert sizes_class(answer)


def test_answers_come_in_the_browsers_language(app: Flask) -> None:
    """An error's sentence is text for people, its code is not; both come whatever language is asked for."""
    wire = AppWire(app)
    for language in ("en", "de", "ar", "xx"):
        answer = post(wire, "/api/v1/look", {}, {"Accept-Language": language})
        assert answer.error == "session"
        assert answer.body["message"]


@given(st.binary(max_size=200))
def test_base64url_has_one_form(data: bytes) -> None:
    """What is encoded decodes to itself, and no other text does."""
    text = encode(data)
    assert decode(text) == data
    for other in (text + "=", " " + text, text + "\n", text + "+"):
        with pytest.raises(ValueError, match="base64url"):
            decode(other)


@given(st.integers(min_value=0, max_value=1_200_000), st.sampled_from(["x", "é", "😀", '"', "\\", "\n"]))
def test_an_answer_has_the_length_of_a_class(length: int, letter: str) -> None:
    """Whatever an answer holds, its length is a class's, and what it says is unharmed."""
    body = {"text": letter * (length // len(letter.encode()))}
    raw = padded(body)
    assert len(raw) in CLASSES or len(raw) % CLASSES[-1] == 0
    said = json.loads(raw)
    assert said.pop("pad").strip("0") == ""
    assert said == body


def test_the_clock_is_told_in_minutes(app: Flask) -> None:
    """The server tells its time in whole minutes, near the time it is."""
    told = post(AppWire(app), "/api/v1/challenge", {"action": "session"}).body["time"]
    assert told % 60 == 0
    assert abs(told - time.time()) <= 61
