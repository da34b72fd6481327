"""Every operation of every API is asked by schemathesis, the console's too: none answers with a fault, or otherwise than is agreed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from schemathesis import GenerationMode

from server import openapi
from tests.server.asking import CHECKS, ask, operation
from tests.server.console_document import ASKS, CONSOLE, document
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from flask import Flask

    from tests.server.organisation import Organisation

DOCUMENT = document()
SIZES = {1024 * 4**power for power in range(6)}
# Asked with GET: they take no body. `events` does not end; contact/test_events.py reads it.
GETS = {"hello", "events"}
FEW = 4


def _somewhere(dice: random.Random) -> str:
    """Returns an address, so that no limit by address is met."""
    return f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(256)}"


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_console_is_answered_as_agreed(app: Flask, organisation: Organisation, mode: GenerationMode) -> None:
    """Whatever comes from a browser of somebody who is signed in is done or refused, padded, and never ends in a fault."""
    for name in ASKS:
        dice, seen = random.Random(name), set[int]()
        somebody = "admin" if name.startswith("admin/") else "maren"

        def judge(case: Any, somebody: str = somebody, dice: random.Random = dice, seen: set[int] = seen) -> None:  # noqa: ANN401  schemathesis names no public type for it
            # What was asked before may have signed them out.
            browser = organisation.counsellor(AppWire(app), somebody)
            response = case.call(headers={**browser.headers(), "X-Forwarded-For": _somewhere(dice)})
            case.validate_response(response, checks=CHECKS)
            assert len(response.content) in SIZES
            seen.add(response.status_code)

        ask(operation(DOCUMENT, CONSOLE + name, app), mode, judge, FEW)
        assert seen


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_reports_are_answered_as_the_document_says(app: Flask, organisation: Organisation, mode: GenerationMode) -> None:
    """Whatever is put in where reports go is taken or refused, and never ends in a fault."""
    assert organisation.people
    dice = random.Random(1)

    def judge(case: Any) -> None:  # noqa: ANN401  as above
        response = case.call(headers={"X-Forwarded-For": _somewhere(dice)})
        case.validate_response(response, checks=CHECKS)

    ask(operation(openapi.document(), "/api/v1/insight/reports", app), mode, judge)


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_the_console_s_document_names_every_path(app: Flask) -> None:
    """No path of the console is left out, so that a new one is asked too."""
    served = {rule.rule.removeprefix(CONSOLE) for rule in app.url_map.iter_rules() if rule.rule.startswith(CONSOLE)}
    assert served - GETS == set(ASKS)
