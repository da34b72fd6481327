"""The API of groups: it answers as its document says, to whoever holds the right secret, and to nobody else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from server import openapi
from server.group.local import create_app as local_app
from server.wire import CLASSES, encode
from tests.server.group.sessions import ASKED, KEY, PROMPT
from tests.server.wires import AppWire, get, post

if TYPE_CHECKING:
    from flask import Flask

    from server.group.service import Group
    from tests.server.organisation import Organisation
    from tests.server.wires import Answer

VERBS = {verb.path.removeprefix("group/"): verb for verb in openapi.VERBS if verb.path.startswith("group/")}


class Host:
    """Holds a secret, and every answer against the document."""

    def __init__(self, app: Flask, secret: str) -> None:
        """Takes the secret as text."""
        self.wire, self.headers, self.seen = AppWire(app), {"Authorization": f"Bearer {secret}"}, set[str]()

    def _held(self, verb: str, answer: Answer) -> Answer:
        """Holds an answer against its model."""
        if answer.status == 200:
            self.seen.add(verb)
            model = VERBS[verb].answers
            if model is not None:
                model.model_validate_json(answer.raw)
                assert len(answer.raw) in CLASSES
        return answer

    def post(self, verb: str, **body: object) -> Answer:
        """Gives an order."""
        return self._held(verb, post(self.wire, f"/api/v1/group/{verb}", body, self.headers))

    def get(self, verb: str, **headers: str) -> Answer:
        """Asks something."""
        return self._held(verb, get(self.wire, f"/api/v1/group/{verb}", {**self.headers, **headers}))


@pytest.fixture
def local(group: Group) -> Flask:
    """Returns the app that a game starts."""
    return local_app(group, KEY)


def _room(app: Flask) -> tuple[Host, Host, str]:
    """Returns a room's host, its facilitator, and its code."""
    made = Host(app, encode(KEY)).post("create", id=encode(os.urandom(16)), title={"en": "Second Verse"})
    assert made.status == 200
    return Host(app, made.body["host"]), Host(app, made.body["lead"]), made.body["code"]


def test_a_whole_session_goes_as_the_document_says(local: Flask, group: Group) -> None:
    """Every path of the document is asked, and answered in exactly its form."""
    host, lead, code = _room(local)
    phones = [group.ballots.join(code) for _ in range(6)]
    assert host.post("ask", number=1, question="mika", kind="vote", ready=True, **ASKED).body["round"]["state"] == "ready"
    assert host.post("open", number=1).body["round"]["state"] == "open"
    for place, token in enumerate(phones):
        group.ballots.vote(code, token, 1, 1 + place % 2)
    for flag, name in (("pause", "paused"), ("blank", "blank"), ("lock", "locked")):
        assert host.post(flag, on=True).body[name] is True
        assert host.post(flag, on=False).body[name] is False
    assert host.post("close", number=1).body["round"]["votes"] is None
    revealed = host.post("reveal", number=1).body
    assert (revealed["round"]["votes"], revealed["round"]["tie"], revealed["answered"], revealed["here"]) == ([3, 3, 0], [1, 2], 6, 6)
    assert host.post("discuss", number=1, choice=2).body["round"]["talk"] == 2
    assert host.post("reopen", number=1).body["round"]["votes"] is None
    assert host.post("skip", number=1).body["round"]["state"] == "skipped"
    assert host.post("ask", number=2, question="ask", kind="words", **PROMPT).status == 200
    group.ballots.say(code, phones[0], 2, "Why now?")
    assert host.post("words", number=2).status == 403
    (one,) = lead.post("words", number=2).body["words"]
    assert lead.post("judge", id=one["id"], approve=True).body["round"]["words"] == ["Why now?"]
    assert [seat["seat"] for seat in host.get("seats").body["seats"]] == [1, 2, 3, 4, 5, 6]
    assert host.post("kick", seat=3).body["here"] == 5
    first = host.get("state")
    assert host.get("state", **{"If-None-Match": first.headers["ETag"]}).status == 304
    assert host.get("summary").body["seats"] == 6
    assert host.get("summary.csv").raw.startswith(b"\xef\xbb\xbfround,question")
    assert len(host.post("end").body["rounds"]) == 2
    assert host.post("forget").status == 200
    assert host.get("state").status == 401
    assert host.seen | lead.seen | {"create"} == set(VERBS)


def test_no_answer_holds_who_chose_what(local: Flask, group: Group) -> None:
    """Before a reveal no answer differs by what was chosen; nothing but numbers of seats stands for a phone."""
    raws = []
    for choice in (1, 3):
        host, lead, code = _room(local)
        phones = [group.ballots.join(code) for _ in range(6)]
        host.post("ask", number=1, question="mika", kind="vote", **ASKED)
        for token in phones:
            group.ballots.vote(code, token, 1, choice)
        told = [host.get(verb).raw for verb in ("state", "seats", "summary", "summary.csv")] + [lead.get("state").raw]
        raws.append([one.replace(code.encode(), b"") for one in told])
        assert not any(encode(token).encode() in one for token in phones for one in told)
    assert raws[0] == raws[1]


BAD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("ask", {"number": 1, "question": "q", "kind": "vote", "text": {"en": "?"}, "choices": [{"text": {"en": "a"}}]}),
    ("ask", {"number": 1, "question": "q", "kind": "words", **ASKED}),
    ("ask", {"number": 0, "question": "q", "kind": "words", "text": {"en": "?"}}),
    ("ask", {"number": 1, "question": "q", "kind": "words", "text": {}}),
    ("ask", {"number": 1, "question": "q", "kind": "words", "text": {"<b>": "?"}}),
    ("pause", {"on": 1}),
    ("pause", {"on": True, "more": 1}),
    ("kick", {}),
    ("close", {"number": "1"}),
    ("judge", {"id": "x", "approve": True}),
)


@pytest.mark.parametrize(("verb", "body"), BAD)
def test_what_has_another_form_is_refused(local: Flask, verb: str, body: dict[str, Any]) -> None:
    """Anything but the agreed form is `malformed`, and changes nothing."""
    _, lead, _ = _room(local)
    before = lead.get("state").raw
    assert lead.post(verb, **body).error == "malformed"
    assert lead.get("state").raw == before


def test_late_orders_change_nothing(local: Flask) -> None:
    """An order for a round that is over, or that skips one, is `behind`; asking the same again is no second round."""
    host, _, _ = _room(local)
    for _ in range(2):
        assert host.post("ask", number=1, question="mika", kind="vote", **ASKED).body["round"]["number"] == 1
    assert host.post("ask", number=3, question="mika", kind="vote", **ASKED).error == "behind"
    host.post("ask", number=2, question="mika", kind="vote", **ASKED)
    assert host.post("close", number=1).error == "behind"
    assert host.post("open", number=2).status == 200
    host.post("close", number=2)
    assert host.post("open", number=2).error == "closed"
    assert host.post("discuss", number=2, choice=9).error == "unknown"


def test_without_the_host_key_nobody_makes_a_room(local: Flask) -> None:
    """Another key, a room's own secret, or none makes no room."""
    host, _, _ = _room(local)
    for secret in (encode(os.urandom(32)), "x", ""):
        assert Host(local, secret).post("create", id=encode(os.urandom(16))).status == 401
    assert host.post("create", id=encode(os.urandom(16))).status == 401


def test_on_a_server_staff_make_rooms(app: Flask, organisation: Organisation) -> None:
    """A counsellor who is signed in makes a room, with the console's token; a stranger, or a request of another site, does not."""
    maren = organisation.counsellor(AppWire(app), "maren")
    body = {"id": encode(os.urandom(16))}
    path = "/api/v1/group/create"
    made = post(AppWire(app), path, body, maren.headers())
    assert made.status == 200
    assert Host(app, made.body["host"]).get("state").body["code"] == made.body["code"]
    without = {name: value for name, value in maren.headers().items() if name != "X-Threshold-Token"}
    assert post(AppWire(app), path, body, without).status == 403
    assert post(AppWire(app), path, body, {**maren.headers(), "Sec-Fetch-Site": "cross-site"}).status == 403
    assert post(AppWire(app), path, body).status == 403
