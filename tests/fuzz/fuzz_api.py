"""Requests to the server: every form of the contact, console, group and insight APIs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Flask
from pydantic import BaseModel, RootModel

from server import exchange
from server.accounts import requests as accounts
from server.contact import requests as contact
from server.errors import RequestError
from server.group import requests as group
from server.insight import requests as insight
from server.wire import Request, padded
from tests.fuzz.target import Target

if TYPE_CHECKING:
    from types import ModuleType

_APP = Flask("fuzz")


def forms() -> dict[str, type[BaseModel]]:
    """Returns every form of a request by its name."""
    rooms: tuple[ModuleType, ...] = (contact, accounts, group)
    found = {name: form for room in rooms for name, form in vars(room).items() if isinstance(form, type) and issubclass(form, BaseModel)}
    return {name: form for name, form in found.items() if issubclass(form, Request | RootModel) and form not in {Request, RootModel}}


_FORMS = [form for _, form in sorted(forms().items())]

ROOMS = ("server",)


def run(data: bytes) -> None:
    """Reads a body as one of the forms, as the routes do: what is taken can be written, padded, and is taken again."""
    if not data:
        return
    number, body = data[0], data[1:]
    if number == ord("#"):
        question, answer, proof = insight.read(body.ljust(insight.SIZE))
        assert json.dumps({"v": 1, "q": question, "a": answer, "pow": proof}, separators=(",", ":")).encode() == body.rstrip()
        return
    if number == ord("%"):
        assert len(group.digits(body.decode("utf-8", "replace"))) == len("123456")
        return
    form = _FORMS[number % len(_FORMS)]
    with _APP.test_request_context(method="POST", data=body, content_type="application/json"):
        taken = exchange.asked(form)
    again = taken.model_dump(mode="json")
    assert form.model_validate_json(json.dumps(again)) == taken
    padded({"said": again})


def seeds() -> dict[str, bytes]:
    """Returns a good body for many forms, and a report."""
    key, name, vault = "A" * 43, "A" * 22, "A" * ((1064 * 4 + 2) // 3)
    entry = {"id": name, "epoch": 0, "seq": 0, "sender": name, "sealed": "A" * ((296 * 4 + 2) // 3)}
    wraps = [{"to": name, "epoch": 0, "sealed": "A" * 134}]
    first = {"conversation": name, "offer": "letters", "pid": name, "entry": entry, "wraps": wraps}
    asked = {
        "number": 1,
        "question": "keys",
        "kind": "vote",
        "text": {"en": "Who?"},
        "choices": [{"text": {"en": "A"}}, {"text": {"en": "B"}}],
    }
    good: dict[str, object] = {
        "OpenRequest": {"vault": vault, "altcha": "x", "first": first},
        "SendRequest": {"conversation": name, "entry": entry},
        "ReadRequest": {"conversation": name, "after": -1},
        "EraseRequest": {"what": "mailbox"},
        "SessionRequest": {"key": key, "nonce": name, "signature": "A" * 86},
        "GroupCreate": {"id": name, "title": {"en": "Ours"}},
        "GroupAsk": asked,
        "GroupJudge": {"id": name, "approve": True},
        "Person": {"name": "maren", "roles": ["counsellor"], "about": {"en": "Hello"}},
        "OfferRequest": {"id": "letters", "title": {"en": "Letters"}, "text": {"en": "Write"}, "forms": ["letters"], "ages": [13, 27]},
        "SignIn": {"name": "maren", "auth": key},
        "Second": {"totp": "123456", "passkey": {"id": "x"}},
        "RekeyRequest": {"conversation": name, "entry": entry, "members": [name], "wraps": wraps, "history": True},
    }
    order = [form.__name__ for form in _FORMS]
    found = {form: bytes([order.index(form)]) + json.dumps(said).encode() for form, said in good.items()}
    return found | {
        "report": b'#{"v":1,"q":"second-verse@1.0/keys","a":2,"pow":77}',
        "digits": "%12 34-५६".encode(),
        "deep": b"\x00" + b'{"a":' * 3000,
    }


WORDS = (
    '"conversation":"',
    '"entry":{',
    '"wraps":[',
    '"pad":""',
    '"text":{"en":"',
    '"number":',
    "true",
    "null",
    "1e400",
    "NaN",
    '"what":"entry"',
)
TARGET = Target(run, (RequestError,), ROOMS, seeds, WORDS)
