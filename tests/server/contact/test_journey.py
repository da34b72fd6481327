"""A conversation from its first letter to its end, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.server.client import Thread, b64, read, rekey, send
from tests.server.wires import AppWire, sizes_class

if TYPE_CHECKING:
    from flask import Flask

    from tests.server.organisation import Organisation


def test_a_letter_is_answered(app: Flask, organisation: Organisation) -> None:
    """A first letter waits for those on duty, is taken on by one of them, and both sides read each other in a new epoch."""
    wire, people = AppWire(app), organisation.people
    client = organisation.client(wire)
    thread = client.open(organisation.duty(), "can I ask something?")
    maren, yusuf = organisation.counsellor(wire, "maren"), organisation.counsellor(wire, "yusuf")
    assert [one["id"] for one in yusuf.post("queue").body["waiting"]] == [b64(thread.id)]
    seen = Thread(thread.id)
    assert seen.take(maren.person, read(maren, seen).body)[0]["text"] == "can I ask something?"
    assert maren.post("claim", conversation=b64(thread.id)).status == 200
    assert yusuf.post("claim", conversation=b64(thread.id)).status == 404
    assert rekey(maren, seen, [client.person, people["maren"]], "accept").status == 200
    assert send(maren, seen, {"t": "text", "text": "yes, of course"}).status == 200
    answer = read(client, thread, 0)
    assert [body["t"] for body in thread.take(client.person, answer.body)] == ["epoch", "text"]
    assert answer.body["state"] == "held"
    assert sizes_class(answer)
    assert [one["id"] for one in maren.post("mine").body["conversations"]] == [b64(thread.id)]
    assert client.post("look").body["conversations"] == [{"id": b64(thread.id), "state": "held", "last": 2}]
