"""What goes to nobody outside a conversation, and what nobody brings in: no other organisation, no referral, no file."""

from __future__ import annotations

import io
import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from nacl.signing import SigningKey

from server.accounts import founding
from server.errors import ConfigurationError
from tests.server.client import Client, Counsellor, Thread, b64, read
from tests.server.dump import files, rows, tables
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from werkzeug.test import TestResponse

    from server.app import House
    from tests.server.organisation import Organisation

# What anybody gets, and it is the same for everybody: pages, words, the signed list, a number used once; and what anybody may put in.
OPEN = {
    "GET /",
    "GET /healthz",
    "GET /readyz",
    "GET /console/",
    "GET /console/static/<path:name>",
    "GET /console/catalogue/<language>.json",
    "GET /console/api/hello",
    "GET /api/v1/directory",
    "POST /api/v1/challenge",
    "POST /api/v1/session",
    "POST /api/v1/insight/reports",
}
# How staff come in: with a passphrase, a recovery code or an invitation, and nothing of a conversation comes back.
COMING_IN = {"POST /console/api/" + verb for verb in ("sign-in", "recover", "invitation", "enrol", "sign-out")}
CONSOLE_VERBS = ("read", "send", "rekey", "erase", "queue", "mine", "claim")
GAME_VERBS = ("look", "open", "begin", "keep", "read", "send", "rekey", "share", "erase")
# What tells of a conversation, or changes one.
OF_CONVERSATIONS = {f"POST /console/api/{verb}" for verb in CONSOLE_VERBS} | {f"POST /api/v1/{verb}" for verb in GAME_VERBS}
# Figures of what all players did together, for a researcher.
FIGURES = {f"GET /console/insight/{page}" for page in ("", "plan", "<release>/", "<release>/answers.csv")}
# Rooms of groups: pages for phones, which anybody with a code may open, and orders by a room's own secret.
PHONES = {f"{verb} /g{page}" for verb, page in (("GET", ""), ("POST", ""), ("GET", "/static/<name>"), ("GET", "/<code>"))} | {
    "GET /g/<code>/now",
    "POST /g/<code>",
}
LEADING = {f"GET /g/lead{page}" for page in ("", "/now", "/<secret>", "/summary", "/summary.csv")} | {"POST /g/lead"}
GROUPS = {f"GET /api/v1/group/{verb}" for verb in ("state", "seats", "summary", "summary.csv")} | {
    f"POST /api/v1/group/{verb}"
    for verb in (
        *("create", "ask", "open", "close", "reveal", "reopen", "skip", "discuss"),
        *("pause", "blank", "lock", "kick", "words", "judge", "end", "forget"),
    )
}
LISTENING = {"GET /console/api/events", "GET /api/v1/events"}
# Nobody is refused here because somebody asked a lot.
ADDRESSES = (f"10.{one >> 16 & 255}.{one >> 8 & 255}.{one & 255}" for one in itertools.count())
FILLED = {"name": "x.svg", "language": "en", "release": "a-story@1", "code": "123456", "secret": "x"}


def _routes(app: Flask) -> set[str]:
    """Returns every method and path that the app answers."""
    return {f"{method} {rule.rule}" for rule in app.url_map.iter_rules() for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}


def _asks(app: Flask, route: str, headers: dict[str, str], body: dict[str, Any]) -> TestResponse:
    """Asks a route."""
    method, path = route.split(" ")
    for name, value in FILLED.items():
        path = re.sub(rf"<(?:path:)?{name}>", value, path)
    data = json.dumps(body) if method == "POST" else None
    sent = {**headers, "X-Forwarded-For": next(ADDRESSES)}
    return app.test_client(use_cookies=False).open(path, method=method, data=data, content_type="application/json", headers=sent)


def test_11_there_is_one_organisation_and_no_word_of_another(app: Flask, house: House, organisation: Organisation) -> None:
    """A deployment has one organisation and takes no second; its list names no partner, and no route has to do with one."""
    with pytest.raises(ConfigurationError):
        founding.found(house.database, "Another", bytes(SigningKey.generate().verify_key))
    assert json.loads(house.people.draft())["partners"] == []
    assert organisation.payload(1, house.letters.today())["partners"] == []
    words = re.compile(r"partner|refer(?!rer)|transfer|forward|export|share(?!$)|federat", re.IGNORECASE)
    assert [route for route in _routes(app) if words.search(route)] == []
    assert [name for name in tables(house) if words.search(name)] == []


def test_11_every_route_is_known_for_what_it_gives(app: Flask) -> None:
    """Each route is open to all by intent, a way in, one of conversations or figures, or asks who is there; a new one says which."""
    known = OPEN | COMING_IN | OF_CONVERSATIONS | FIGURES | LISTENING | PHONES | LEADING | GROUPS
    rest = _routes(app) - known
    assert known <= _routes(app)
    assert all(re.fullmatch(r"POST /console/api/(admin/)?[a-z-]+", route) for route in rest), rest
    for route in sorted(_routes(app) - OPEN - COMING_IN - PHONES):
        assert _asks(app, route, {}, {}).status_code in {401, 403}, route


def _letter(app: Flask, organisation: Organisation) -> tuple[Client, Thread]:
    """Has somebody write, and Maren take it on."""
    client = organisation.client(AppWire(app))
    thread = client.open(organisation.duty(), "for you alone")
    assert organisation.counsellor(AppWire(app), "maren").post("claim", conversation=b64(thread.id)).status == 200
    return client, thread


def _bodies(organisation: Organisation, client: Client, thread: Thread) -> list[dict[str, Any]]:
    """Returns what an outsider could ask about a conversation, for any verb."""
    whose, other = b64(thread.id), Thread(thread.id, dict(thread.keys), thread.epoch, thread.seq, thread.head)
    outsider = organisation.people["ines"]
    entry = other.entry(outsider, {"t": "text", "text": "let me in"})
    wraps = other.wraps(0, [outsider])
    return [
        {},
        {"conversation": whose},
        {"conversation": whose, "after": -1},
        {"conversation": whose, "entry": entry},
        {"conversation": whose, "entry": entry, "members": [b64(outsider.pid), b64(client.person.pid)], "wraps": wraps},
        {"conversation": whose, "pid": b64(outsider.pid), "wraps": wraps},
        {"what": "conversation", "conversation": whose},
        {"what": "entry", "conversation": whose, "entry": entry["id"]},
    ]


def test_11_whoever_is_not_a_member_is_given_nothing_of_a_thread(app: Flask, organisation: Organisation) -> None:
    """No route gives a counsellor outside, an administrator, another writer or a stranger one byte of a thread, or changes it."""
    house = organisation.house
    client, thread = _letter(app, organisation)
    answer = read(client, thread).body
    secrets = [thread.id, client.mailbox, client.person.pid, *(entry["sealed"] for entry in answer["entries"])]
    marks = [mark if isinstance(mark, str) else b64(mark) for mark in secrets]
    assert all(mark in json.dumps(answer) + b64(thread.id) + b64(client.mailbox) for mark in marks)
    other = organisation.client(AppWire(app))
    other.sign_in()
    askers: dict[str, dict[str, str]] = {
        "a stranger": {},
        "another writer": {"Authorization": f"Bearer {other.token}"},
        "a counsellor outside": organisation.counsellor(AppWire(app), "ines").headers(),
        "one who was on duty": organisation.counsellor(AppWire(app), "yusuf").headers(),
        "an administrator": organisation.counsellor(AppWire(app), "admin").headers(),
    }
    bodies = _bodies(organisation, client, thread)
    before = _letters(house)
    for who, headers in askers.items():
        for route in sorted(_routes(app) - LISTENING - {"POST /console/api/sign-out", "POST /api/v1/challenge"}):
            for body in bodies if route in OF_CONVERSATIONS else bodies[:2]:
                got = _asks(app, route, headers, body)
                assert not any(mark in got.get_data(as_text=True) for mark in marks), (who, route)
                assert got.status_code < 500, (who, route)
                assert got.status_code != 429
    assert _letters(house) == before
    assert read(client, thread).body == answer


def _letters(house: House) -> list[Any]:
    """Returns every row of every table that conversations are kept in."""
    with house.database.read() as session:
        asked = ("conversations", "entries", "epochs", "mailboxes", "members", "wraps")
        return [sorted(map(repr, session.connection().exec_driver_sql(f"SELECT * FROM {table}"))) for table in asked]  # noqa: S608  names from above


def test_11_one_who_was_on_duty_is_out_once_it_is_taken_on(app: Flask, organisation: Organisation) -> None:
    """Reading is for members alone: Maren, who took it on, reads; Yusuf, who was on duty too, is answered as if it never was."""
    _, thread = _letter(app, organisation)
    maren: Counsellor = organisation.counsellor(AppWire(app), "maren")
    yusuf = organisation.counsellor(AppWire(app), "yusuf")
    assert read(maren, Thread(thread.id)).status == 200
    assert read(yusuf, Thread(thread.id)).raw == read(yusuf, Thread(bytes(16))).raw


FORMS = (
    ("multipart/form-data", "file", "letter.txt", b"hello"),
    ("multipart/form-data", "pad", "../../server.toml", b'origin = "http://elsewhere"'),
    ("multipart/form-data", "conversation", "bomb.zip", b"PK\x03\x04" + bytes(5000)),
    ("multipart/form-data", "entry", "picture.jpg", b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00GPS" + bytes(100)),
    ("application/octet-stream", "", "", b"\x7fELF" + bytes(100)),
    ("image/png", "", "", b"\x89PNG\r\n\x1a\n" + bytes(100)),
)


def _files(folder: Path) -> set[Path]:
    """Returns every file below a folder, without what SQLite makes and takes away by itself."""
    return {path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm", "-journal"))}


def test_22_no_uploads_are_accepted(app: Flask, organisation: Organisation, tmp_path: Path) -> None:
    """Whatever is sent as a file, to any route that takes anything, by anybody: refused, no row changes, and no file appears."""
    house = organisation.house
    client = organisation.client(AppWire(app))
    client.open(organisation.duty())
    askers = (
        {"Authorization": f"Bearer {client.token}"},
        organisation.counsellor(AppWire(app), "maren").headers(),
        organisation.counsellor(AppWire(app), "admin").headers(),
    )
    routes = sorted(rule.rule for rule in app.url_map.iter_rules() if {"POST", "PUT", "PATCH"} & (rule.methods or set()))
    assert len(routes) > 40
    before, there, bytes_before = rows(house), _files(tmp_path), {path.name for path in tmp_path.parent.iterdir()}
    for path in routes:
        for headers in askers:
            for kind, field, name, raw in FORMS:
                data = {field: (io.BytesIO(raw), name)} if field else raw
                sent = {**headers, "X-Forwarded-For": next(ADDRESSES)}
                answer = app.test_client(use_cookies=False).post(path, data=data, content_type=kind, headers=sent)
                assert answer.status_code in {400, 401, 403, 404, 413}, (path, kind, answer.status_code)
                answer.close()
    assert rows(house) == before
    assert _files(tmp_path) == there
    assert {path.name for path in tmp_path.parent.iterdir()} == bytes_before
    kept = files(tmp_path)
    for _, _, _, raw in FORMS[1:]:
        assert raw not in kept


def test_22_no_route_takes_a_method_that_puts_something_somewhere(app: Flask) -> None:
    """Every route is a GET or a POST; nothing can be put, patched or moved."""
    assert {route.split(" ")[0] for route in _routes(app)} == {"GET", "POST"}
    for path in ("/letter.txt", "/console/static/js/main.mjs", "/console/static/../../server.toml", "/api/v1/read"):
        for method in ("PUT", "PATCH", "DELETE", "MKCOL", "MOVE"):
            answer = app.test_client().open(path, method=method, data=b"hello")
            assert 400 <= answer.status_code < 500, (method, path)
