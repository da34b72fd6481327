"""The document of a group's API: whatever it allows, and whatever it does not, is answered as it says, and never with a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from schemathesis import GenerationMode

from server import openapi
from server.group.local import create_app
from server.group.tokens import derived
from server.wire import encode
from tests.server.asking import CHECKS, ask, operation
from tests.server.group.sessions import KEY, led

if TYPE_CHECKING:
    from server.group.service import Group

DOCUMENT = openapi.document()
VERBS = [verb.path for verb in openapi.VERBS if verb.path.startswith("group/")]
MODES = [
    (verb.path, mode)
    for verb in openapi.VERBS
    if verb.path in VERBS
    for mode in GenerationMode
    if verb.asks or mode is GenerationMode.POSITIVE
]


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("verb", "mode"), MODES)
def test_every_verb_answers_as_its_document_says(group: Group, verb: str, mode: GenerationMode) -> None:
    """Status, kind and body of every answer are those that the document names."""
    app, room = create_app(group, KEY), led(group)
    room.ask(kind="words" if verb.endswith(("words", "judge")) else "vote")
    room.group.ballots.join(room.code)
    secret = KEY if verb == "group/create" else derived(KEY, "lead", room.leader.room)
    seen = set[int]()

    def judge(case: Any) -> None:  # noqa: ANN401  schemathesis names no public type for it
        response = case.call(headers={"Authorization": f"Bearer {encode(secret)}"})
        case.validate_response(response, checks=CHECKS)
        seen.add(response.status_code)

    ask(operation(DOCUMENT, f"/api/v1/{verb}", app), mode, judge)
    assert seen
    assert 500 not in seen
