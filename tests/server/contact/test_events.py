"""Who listens is told that something changed, and nothing else; nobody can take the room of all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from server import events
from server.events import CHANGED, PULSE, RETRY, Hub
from tests.server.client import Thread, b64, read, send
from tests.server.wires import AppWire, get

if TYPE_CHECKING:
    import pytest
    from flask import Flask

    from tests.server.organisation import Organisation


def test_a_change_wakes_whom_it_concerns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who listen for an id hear of its change at once, others only the pulse that keeps their line open."""
    monkeypatch.setattr(events, "PULSE_SECONDS", 0.05)
    hub = Hub(10)
    mine, other = hub.stream(b"mine", b"a"), hub.stream(b"other", b"a")
    assert mine is not None
    assert other is not None
    assert next(mine) == next(other) == RETRY
    hub.changed([b"mine", b"mine"])
    assert next(mine) == CHANGED
    assert next(mine) == next(other) == PULSE


def test_a_stream_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream ends after its time, and at the server's end, and frees its place."""
    monkeypatch.setattr(events, "PULSE_SECONDS", 0.01)
    hub = Hub(10)
    short, long = hub.stream(b"a", b"p", seconds=0.02), hub.stream(b"b", b"p")
    assert short is not None
    assert long is not None
    assert list(short) == [RETRY, PULSE, PULSE]
    assert len(hub) == 1
    hub.end()
    assert list(long) == [RETRY]
    assert len(hub) == 0
    assert hub.stream(b"a", b"p") is None


def test_whoever_takes_all_room_takes_it_from_themselves() -> None:
    """Where all room is taken by one place, a newcomer from another gets in, and the oldest of that place goes."""
    hub = Hub(4)
    crowd = [hub.stream(bytes([number]), b"crowd") for number in range(4)]
    other = hub.stream(b"x", b"other")
    assert other is not None
    assert len(hub) == 4
    assert crowd[0] is not None
    assert list(crowd[0]) == [RETRY]
    again = hub.stream(b"y", b"crowd")
    assert again is not None
    assert len(hub) == 4
    assert crowd[1] is not None
    assert list(crowd[1]) == [RETRY]
    assert next(iter(other)) == RETRY


def test_where_all_places_are_even_a_newcomer_waits() -> None:
    """Where every place has one listener, nobody is sent away for a newcomer."""
    hub = Hub(3)
    assert all(hub.stream(b"x", bytes([number])) is not None for number in range(3))
    assert hub.stream(b"x", b"new") is None


def test_a_letter_is_announced_to_both_sides(app: Flask, organisation: Organisation) -> None:
    """A first letter wakes those on duty, an answer wakes the client, and the lines say nothing but that."""
    wire = AppWire(app)
    client = organisation.client(wire)
    hub = organisation.house.hub
    on_duty = hub.stream(organisation.people["maren"].staff, b"p")
    assert on_duty is not None
    assert next(on_duty) == RETRY
    thread = client.open(organisation.duty())
    assert next(on_duty) == CHANGED
    maren = organisation.counsellor(wire, "maren")
    hers = Thread(thread.id)
    hers.take(maren.person, read(maren, hers).body)
    maren.post("claim", conversation=b64(thread.id))
    heard: list[bytes] = []
    writing = hub.stream(client.mailbox, b"p")
    assert writing is not None
    listening = threading.Thread(target=lambda: heard.extend([next(writing), next(writing)]))
    listening.start()
    assert send(maren, hers, {"t": "text", "text": "here I am"}).status == 200
    listening.join(10)
    assert heard == [RETRY, CHANGED]


def test_events_are_for_those_who_are_signed_in(app: Flask, organisation: Organisation) -> None:
    """Both streams need a token or a session, and are no answer that anybody keeps."""
    wire = AppWire(app)
    assert get(wire, "/api/v1/events").error == "session"
    assert get(wire, "/console/api/events").error == "session"
    client = organisation.client(wire)
    client.sign_in()
    answer = app.test_client().get("/api/v1/events", headers=client.listen_headers(), buffered=False)
    assert answer.content_type == "text/event-stream"
    assert answer.headers["Cache-Control"] == "no-store"
    assert next(answer.response) == RETRY  # type: ignore[call-overload]  # an iterator of bytes
    answer.close()
    assert len(organisation.house.hub) == 0
