"""Staff accounts: signing in, second factors, sessions, and that no page of an administrator reads a letter."""

from __future__ import annotations

import json
import time
from statistics import median
from typing import TYPE_CHECKING, Any

import pyotp
import pytest
from nacl.utils import random
from sqlalchemy import func, select

from server.accounts import demo
from server.accounts.guard import COOKIE, TOKEN_HEADER
from server.accounts.models import Staff, StaffSession
from server.db import Base
from server.wire import encode

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from server.app import House
    from tests.server.organisation import Organisation


WRONG = encode(bytes(32))


class Desk:
    """A browser of somebody's: keeps its cookie, sends its token."""

    def __init__(self, app: Flask) -> None:
        """Opens the page."""
        self.client: FlaskClient = app.test_client()
        self.token = ""
        self.hello = self.client.get("/console/api/hello", base_url="https://localhost")
        self.token = self.hello.json["token"] if self.hello.json else ""

    def post(self, path: str, **body: Any) -> Any:  # noqa: ANN401  Flask's answer
        """Posts to the console's API."""
        answer = self.client.post(f"/console/api/{path}", json=body, headers={TOKEN_HEADER: self.token}, base_url="https://localhost")
        if answer.is_json and answer.json and "token" in answer.json:
            self.token = answer.json["token"]
        return answer

    @property
    def cookie(self) -> str:
        """Returns the session's cookie."""
        cookie = self.client.get_cookie(COOKIE, domain="localhost")
        return cookie.value if cookie else ""


class Member:
    """Somebody with an account, and what they know."""

    def __init__(self, house: House, deployment: bytes, made: demo.Made) -> None:
        """Enrols them."""
        self.id, self.account = demo.enrol(house, made, deployment)
        seed = demo._seed(made.passphrase, b"threshold staff v1", deployment, made.person.name)
        self.auth = encode(demo._kdf(seed, 1, b"thrstaff"))
        self.steps = int(time.time()) // 30

    def code(self) -> str:
        """Returns a code that was not used yet."""
        self.steps += 1
        return str(pyotp.TOTP(self.account.totp).at((self.steps - 1) * 30))

    def sign_in(self, app: Flask) -> Desk:
        """Signs in with both factors."""
        desk = Desk(app)
        assert desk.post("sign-in", name=self.account.name, auth=self.auth).status_code == 200
        answer = desk.post("second", totp=self.code())
        assert answer.status_code == 200, answer.json
        return desk


@pytest.fixture
def lena(house: House, organisation: Organisation) -> Member:
    """A counsellor."""
    assert organisation.duty()
    return Member(house, _deployment(house), demo.PEOPLE[0])


@pytest.fixture
def admin(house: House, organisation: Organisation) -> Member:
    """An administrator who answers no letters."""
    assert organisation.duty()
    chief = demo.PEOPLE[2].person.model_copy(update={"name": "chief"})
    return Member(house, _deployment(house), demo.Made(chief, "scarf rowan test lamp"))


def _deployment(house: House) -> bytes:
    """Returns the deployment's id."""
    from server.wire import decode

    return decode(house.people.greeting()["deployment"])


def test_01_the_session_id_changes_at_each_step(app: Flask, lena: Member) -> None:
    """Passphrase and second factor each bring a new session id, and the one before is good for nothing."""
    desk = Desk(app)
    seen = [desk.cookie]
    desk.post("sign-in", name="lena", auth=lena.auth)
    seen.append(desk.cookie)
    assert desk.post("me").status_code == 401
    desk.post("second", totp=lena.code())
    seen.append(desk.cookie)
    assert desk.post("me").status_code == 200
    assert len(set(seen)) == 3
    desk.client.set_cookie(COOKIE, seen[1], domain="localhost", secure=True, path="/")
    assert desk.post("me").status_code in {401, 403}


def test_02_a_tampered_session_is_refused(app: Flask, lena: Member) -> None:
    """A cookie with one letter changed belongs to nobody."""
    desk = lena.sign_in(app)
    good = desk.cookie
    for bad in ("A" + good[1:] if good[0] != "A" else "B" + good[1:], good[:-2], "", "x" * 3000):
        desk.client.set_cookie(COOKIE, bad, domain="localhost", secure=True, path="/")
        assert desk.post("me").status_code in {401, 403}


def test_03_what_changes_an_account_ends_its_sessions(app: Flask, house: House, lena: Member) -> None:
    """After an administrator's reset or suspension no session lives, not even one that is being opened at that moment."""
    desk = lena.sign_in(app)
    racing = Desk(app)
    racing.post("sign-in", name="lena", auth=lena.auth)
    house.people.suspend(lena.id, "test")
    assert desk.post("me").status_code == 401
    assert racing.post("second", totp=lena.code()).status_code == 401
    with house.database.read() as session:
        assert session.scalar(select(func.count()).select_from(StaffSession).where(StaffSession.staff_id == lena.id)) == 0


def _posts(app: Flask) -> list[str]:
    """Returns every address of the console that takes a POST."""
    return sorted(rule.rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ()) and rule.rule.startswith("/console"))


def _rows(house: House) -> dict[str, int]:
    """Counts every table."""
    with house.database.read() as session:
        return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in Base.metadata.sorted_tables}


def test_04_no_change_without_the_session_s_own_token(app: Flask, house: House, admin: Member) -> None:
    """Every POST without a token, with a malformed one, with another session's, or from another site is refused, and changes nothing."""
    desk, other = admin.sign_in(app), Desk(app)
    before = _rows(house)
    assert len(_posts(app)) > 30
    for path in _posts(app):
        for headers in (
            {},
            {TOKEN_HEADER: "x" * 500},
            {TOKEN_HEADER: other.token},
            {TOKEN_HEADER: desk.token, "Sec-Fetch-Site": "cross-site"},
        ):
            answer = desk.client.post(path, json={}, headers=headers, base_url="https://localhost")
            assert answer.status_code == 403, path
    assert _rows(house) == before


@pytest.mark.alone
def test_06_an_unknown_name_looks_like_a_wrong_passphrase(app: Flask, lena: Member) -> None:
    """Status, body and time tell nobody who works here."""
    assert lena.id
    times: dict[str, list[float]] = {"lena": [], "nobody": []}
    answers = set()
    for number in range(4):
        for name, spent in times.items():
            desk = Desk(app)
            # The work that is done, which is what somebody on the line could measure; not what else the machine does.
            begun = time.process_time()
            answer = desk.client.post(
                "/console/api/sign-in",
                json={"name": name, "auth": WRONG},
                headers={TOKEN_HEADER: desk.token},
                base_url="https://localhost",
                environ_overrides={"REMOTE_ADDR": f"198.51.100.{number}"},
            )
            spent.append(time.process_time() - begun)
            answers.add((answer.status_code, answer.data))
    assert len(answers) == 1
    assert abs(median(times["lena"]) - median(times["nobody"])) < 0.5 * median(times["lena"])


def test_07_what_is_too_long_is_refused_before_any_hashing(app: Flask, house: House, lena: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long name or secret never reaches Argon2id."""
    assert lena.id
    hashed: list[int] = []

    def noted(*_: object) -> bool:
        hashed.append(1)
        return False

    monkeypatch.setattr(type(house.accounts), "_matches", noted)
    desk = Desk(app)
    for body in ({"name": "l" * 5000, "auth": WRONG}, {"name": "lena", "auth": "A" * 100_000}, {"name": "lena", "auth": "A" * 44}):
        assert desk.post("sign-in", **body).status_code == 400
    assert hashed == []


def test_13_a_code_is_good_once(app: Flask, lena: Member) -> None:
    """The same code is refused the second time, with spaces in it too, and an older one as well."""
    first = lena.code()
    desk = Desk(app)
    desk.post("sign-in", name="lena", auth=lena.auth)
    assert desk.post("second", totp=first).status_code == 200
    for again in (first, f" {first[:3]} {first[3:]} ", pyotp.TOTP(lena.account.totp).at((lena.steps - 2) * 30)):
        desk = Desk(app)
        desk.post("sign-in", name="lena", auth=lena.auth)
        assert desk.post("second", totp=again).status_code == 401


def test_14_guessing_slows_down_one_account_and_no_other(app: Flask, lena: Member, admin: Member) -> None:
    """After some wrong tries this account must wait from there; another account, and this one from elsewhere, need not."""
    desk = Desk(app)
    states = [desk.post("sign-in", name="lena", auth=WRONG).status_code for _ in range(8)]
    assert states[:5] == [401] * 5
    assert 429 in states
    assert desk.post("sign-in", name="chief", auth=admin.auth).status_code == 200
    elsewhere = Desk(app)
    answer = elsewhere.client.post(
        "/console/api/sign-in",
        json={"name": "lena", "auth": lena.auth},
        headers={TOKEN_HEADER: elsewhere.token},
        base_url="https://localhost",
        environ_overrides={"REMOTE_ADDR": "203.0.113.9"},
    )
    assert answer.status_code == 200


def test_18_and_21_the_cookie_is_the_only_thing_a_browser_keeps(app: Flask, lena: Member) -> None:
    """The session's cookie is bound to this host, to TLS and to this site, and no script reads it."""
    assert lena.id
    answer = Desk(app).hello
    (line,) = answer.headers.getlist("Set-Cookie")
    assert line.startswith(f"{COOKIE}=")
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in line.split(";")}
    assert "Domain" not in line


def test_19_nothing_is_stored_and_signing_out_has_the_browser_forget(app: Flask, lena: Member) -> None:
    """What is dynamic is not stored anywhere, and signing out clears what the site holds."""
    desk = lena.sign_in(app)
    assert desk.post("me").headers["Cache-Control"] == "no-store"
    assert desk.client.get("/console/", base_url="https://localhost").headers["Cache-Control"] == "no-store"
    out = desk.post("sign-out")
    assert '"storage"' in out.headers["Clear-Site-Data"]
    assert desk.post("me").status_code in {401, 403}


def test_20_the_page_runs_nothing_foreign(app: Flask) -> None:
    """The page's policy names this origin alone, nothing inline, and every module it loads carries its hash."""
    answer = app.test_client().get("/console/", base_url="https://localhost")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    for name in ("Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Resource-Policy"):
        assert answer.headers[name]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    page = answer.get_data(as_text=True)
    assert "style=" not in page
    assert page.count("<script") == page.count('integrity="sha384-') - page.count("modulepreload")


def test_an_administrator_reads_no_thread(app: Flask, organisation: Organisation, admin: Member) -> None:
    """Every verb on conversations is closed to somebody who only administers."""
    assert organisation.duty()
    desk = admin.sign_in(app)
    for verb in ("queue", "mine"):
        assert desk.post(verb).status_code == 403
    for verb in ("read", "send", "rekey", "erase", "claim"):
        assert desk.post(verb, conversation=encode(random(16)), after=-1).status_code == 403


def test_what_staff_see_of_people_holds_no_secret(app: Flask, house: House, admin: Member, lena: Member) -> None:
    """The list of people has no hash, vault or factor in it."""
    desk = admin.sign_in(app)
    said = json.dumps(desk.post("admin/people").json)
    with house.database.read() as session:
        staff = session.get_one(Staff, lena.id)
        assert staff.auth_hash not in said
        assert staff.vault is not None
        assert encode(staff.vault)[:40] not in said
    assert lena.account.totp not in said
