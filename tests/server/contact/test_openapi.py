"""The API's document says what the API does: any request that it allows, and any that it does not, is answered as it says."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation

from server import openapi
from tests.server.asking import CHECKS, ask, operation
from tests.server.client import Thread, b64, read, rekey, send
from tests.server.wires import AppWire, get, sizes_class

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.server.organisation import Organisation
    from tests.server.wires import Answer

DOCUMENT = openapi.document()
# The stream of events does not end; test_events.py reads it. Reports have a form of their own; insight/test_reports.py sends them.
# Rooms of groups ask for secrets of their own; group/test_api.py has them.
VERBS = [verb.path for verb in openapi.VERBS if verb.path not in {"events", "insight/reports"} and not verb.path.startswith("group/")]
# A request that schemathesis makes wrong on purpose must be refused; one that it makes right may still name what is not there.
REFUSED = {400, 401, 413}


def _wrong(case: Any) -> bool:  # noqa: ANN401  schemathesis names no public type for it
    """Tells whether a request's body is wrong on purpose; made-up headers are replaced by good ones."""
    component = case.meta.components.get(ParameterLocation.BODY)
    return component is not None and component.mode is GenerationMode.NEGATIVE


def _somewhere(dice: random.Random) -> str:
    """Returns an address, so that no limit by address is met."""
    return f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(256)}"


# A question without a body cannot be asked wrongly.
@pytest.mark.parametrize(
    ("verb", "mode"),
    [*((verb, GenerationMode.POSITIVE) for verb in VERBS), *((verb, GenerationMode.NEGATIVE) for verb in VERBS if verb != "directory")],
)
def test_every_verb_answers_as_its_document_says(app: Flask, organisation: Organisation, verb: str, mode: GenerationMode) -> None:
    """Whatever comes, agreed form or not, is answered with a status and body that the document names, padded, and never with a fault."""
    client, dice = organisation.client(AppWire(app)), random.Random(verb)
    client.open(organisation.duty())
    seen, refused = set[int](), list[int]()

    def judge(case: Any) -> None:  # noqa: ANN401  as above
        response = case.call(headers={**client.listen_headers(), "X-Forwarded-For": _somewhere(dice)})
        case.validate_response(response, checks=CHECKS)
        assert len(response.content) in {1024 * 4**power for power in range(6)}
        if _wrong(case):
            refused.append(response.status_code)
        seen.add(response.status_code)

    ask(operation(DOCUMENT, f"/api/v1/{verb}", app), mode, judge)
    assert seen
    assert set(refused) <= REFUSED
    assert bool(refused) == (mode is GenerationMode.NEGATIVE)


class Reader:
    """A wire that holds every answer against the document."""

    def __init__(self, app: Flask) -> None:
        """Starts with nothing seen."""
        self._app, self.seen = app, set[tuple[str, int]]()

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Carries one request, and holds the answer against what the document says of its path."""
        answer: TestResponse = self._app.test_client(use_cookies=False).open(path, method=method, data=body, headers=headers)
        verb = path.rpartition("/")[2]
        if path.startswith("/api/v1/"):
            operation(DOCUMENT, path).Case().validate_response(answer, checks=CHECKS)
            self.seen.add((verb, answer.status_code))
        return _as_answer(answer)

    def close(self) -> None:
        """There is no line to close."""


def _as_answer(response: TestResponse) -> Answer:
    """Returns an answer as the other wires bring it."""
    from tests.server.wires import Answer

    return Answer(response.status_code, dict(response.headers), response.data)


def test_a_whole_conversation_goes_as_the_document_says(app: Flask, organisation: Organisation) -> None:
    """Every good answer of a conversation, deleted entries included, has exactly the fields of its document."""
    wire = Reader(app)
    client = organisation.client(wire)
    thread = client.open(organisation.duty())
    maren = organisation.counsellor(AppWire(app), "maren")
    hers = Thread(thread.id)
    hers.take(maren.person, read(maren, hers).body)
    assert maren.post("claim", conversation=b64(thread.id)).status == 200
    assert rekey(maren, hers, [client.person, maren.person, organisation.people["yusuf"]], "accept").status == 200
    thread.take(client.person, read(client, thread, 0).body)
    assert send(client, thread, {"t": "text", "text": "a secret"}).status == 200
    name = read(client, thread).body["entries"][-1]["id"]
    wraps = thread.wraps(0, [organisation.people["yusuf"]])
    assert client.post("share", conversation=b64(thread.id), pid=b64(organisation.people["yusuf"].pid), wraps=wraps).status == 200
    assert client.post("erase", what="entry", conversation=b64(thread.id), entry=name).status == 200
    assert "gone" in read(client, thread).body["entries"][-1]
    assert rekey(client, thread, [client.person, maren.person], "rotate").status == 200
    assert client.post("keep", version=2, sealed=b64(bytes(1064))).status == 200
    _, letter = client.first(organisation.duty())
    assert client.post("begin", **letter, altcha=client.proof("begin")).status == 200
    assert client.post("look").status == 200
    assert sizes_class(get(wire, "/api/v1/directory"))
    assert {verb for verb, status in wire.seen if status == 200} == set(VERBS)


def test_the_document_names_every_path(app: Flask) -> None:
    """The document has the paths of the game's API, all of them and no other, with the methods that they take."""
    served = {
        (rule.rule, method.lower()) for rule in app.url_map.iter_rules() for method in rule.methods or () if rule.rule.startswith("/api/")
    }
    told = {(path, method) for path, operations in DOCUMENT["paths"].items() for method in operations}
    assert told == {(path, method) for path, method in served if method in {"get", "post"}}
    assert DOCUMENT["openapi"] == "3.1.0"
