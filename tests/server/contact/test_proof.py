"""The proof of work: once, in time, for its purpose; cheap for one, dear for a flood, and never for everybody."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from server.contact.proof import CALM_ADDRESS, MOST_TRIES, Proofs
from server.errors import ProofError
from tests.server.client import b64, solve
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from flask import Flask

    from tests.server.client import Client
    from tests.server.organisation import Organisation

HERE, THERE = b"here", b"there"
FLOOR, MOST = 256 * 10, 256 * 1000


def _open(client: Client, organisation: Organisation, altcha: str) -> str:
    """Tries to open a mailbox and returns the code of what went wrong, or nothing."""
    client.sign_in()
    _, letter = client.first(organisation.duty())
    return client.post("open", vault=b64(os.urandom(1064)), altcha=altcha, first=letter).error


def _changed(payload: str, part: str, name: str, value: object) -> str:
    """Returns a solved proof with one thing changed."""
    said = json.loads(base64.b64decode(payload))
    where = said["challenge"]["parameters"] if part == "parameters" else said[part]
    where[name] = value
    return base64.b64encode(json.dumps(said).encode()).decode()


def test_15_a_proof_is_good_once(app: Flask, organisation: Organisation) -> None:
    """The same proof opens one mailbox, and no second one."""
    wire = AppWire(app)
    client = organisation.client(wire)
    payload = client.proof("open")
    assert _open(client, organisation, payload) == ""
    assert _open(organisation.client(wire), organisation, payload) == "proof"


def test_15_a_proof_is_for_its_action(app: Flask, organisation: Organisation) -> None:
    """A proof for a further conversation opens no mailbox, and the other way round."""
    wire = AppWire(app)
    client = organisation.client(wire)
    assert _open(client, organisation, client.proof("begin")) == "proof"
    client.open(organisation.duty())
    _, letter = client.first(organisation.duty())
    assert client.post("begin", **letter, altcha=client.proof("open")).error == "proof"


def test_15_no_work_is_no_proof(app: Flask, organisation: Organisation) -> None:
    """An unsolved, a guessed and an altered proof are refused, and so is what is no proof at all."""
    client = organisation.client(AppWire(app))
    payload = client.proof("open")
    wrong = [
        "",
        "e30=",
        "not base64",
        base64.b64encode(b"[]").decode(),
        base64.b64encode(b"[" * 900).decode(),
        _changed(payload, "solution", "counter", 0),
        _changed(payload, "solution", "derivedKey", "00" * 32),
        _changed(payload, "parameters", "cost", 0),
        _changed(payload, "parameters", "keyPrefix", ""),
        _changed(payload, "parameters", "expiresAt", int(time.time()) + 10**6),
        _changed(payload, "parameters", "algorithm", "SHA-256"),
        _changed(payload, "challenge", "signature", "00" * 32),
    ]
    assert {_open(client, organisation, one) for one in wrong} == {"proof"}
    assert _open(client, organisation, payload) == ""


def test_15_a_proof_ends() -> None:
    """A proof that was set more than twenty minutes ago is refused."""
    past = Proofs(FLOOR, MOST, bytes(32), clock=lambda: time.time() - 21 * 60)
    payload = solve(past.challenge("open", HERE))
    with pytest.raises(ProofError):
        Proofs(FLOOR, MOST, bytes(32)).check("open", payload)


def test_15_a_proof_is_the_servers_own() -> None:
    """A proof that another key signed is refused."""
    payload = solve(Proofs(FLOOR, MOST).challenge("open", HERE))
    with pytest.raises(ProofError):
        Proofs(FLOOR, MOST).check("open", payload)


def test_15_used_proofs_are_forgotten_when_they_have_ended(organisation: Organisation, app: Flask) -> None:
    """The hashes of used proofs are swept on the day after the next, when none of them could be used any more."""
    organisation.client(AppWire(app)).open(organisation.duty())
    house = organisation.house
    assert _spent(organisation) == 1
    from server.contact.sweep import sweep

    sweep(house.database, house.keys, house.letters.today() + dt.timedelta(days=2))
    assert _spent(organisation) == 0


def _spent(organisation: Organisation) -> int:
    """Returns how many used proofs are kept."""
    from sqlalchemy import func, select

    from server.contact.models import Spent

    with organisation.house.database.read() as session:
        return session.scalar(select(func.count()).select_from(Spent)) or 0


def test_the_cost_rises_for_the_one_who_floods() -> None:
    """A place that asks again and again pays more each time, up to a bound; another place pays the floor still."""
    now = [0.0]
    proofs = Proofs(FLOOR, MOST, clock=lambda: now[0])
    costs = [proofs.cost(HERE) for _ in range(20)]
    assert costs[:CALM_ADDRESS] == [FLOOR] * CALM_ADDRESS
    assert costs[CALM_ADDRESS] == 2 * FLOOR
    assert costs[-1] == MOST
    assert proofs.cost(THERE) == FLOOR
    now[0] += 61
    assert proofs.cost(HERE) == FLOOR


def test_the_cost_rises_only_gently_for_all() -> None:
    """However many places ask at once, the next one pays at most eight times the floor."""
    proofs = Proofs(FLOOR, MOST, clock=lambda: 0.0)
    for number in range(20_000):
        proofs.cost(number.to_bytes(4, "big"))
    assert FLOOR < proofs.cost(THERE) <= 8 * FLOOR


def test_the_dearest_proof_is_bearable(app: Flask) -> None:
    """At the default bound a proof takes no more hashes than an old phone does in about five seconds (300,000 a second)."""
    from server.config import Config

    most = Config.model_fields["proof_most"].default
    assert most // 256 * MOST_TRIES <= 5 * 300_000
    assert app.url_map is not None
