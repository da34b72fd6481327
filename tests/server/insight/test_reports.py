"""Reports over the wire: the same answer whatever becomes of them, each counted once, and nothing said about any."""

from __future__ import annotations

import datetime as dt
import logging
import random
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import content_type_conformance, not_a_server_error, response_schema_conformance, status_code_conformance

from server import openapi
from server.insight.models import OFFSET
from server.insight.requests import ReportRequest, read
from server.insight.weeks import WEEK, monday
from tests.server.insight.conftest import HELP
from tests.server.insight.reports import ENDING, JSON, PATH, RELEASE, body, filled, many, report, send, solve
from tests.server.wires import AppWire

if TYPE_CHECKING:
    from flask import Flask

    from server.insight.service import Insight
    from tests.server.wires import Answer

CHECKS = [content_type_conformance, not_a_server_error, response_schema_conformance, status_code_conformance]
GENERATED = {"database": None, "deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True}
pytestmark = pytest.mark.parametrize("kind", ["sqlite"])


def _held(insight: Insight) -> int:
    """Returns how many reports wait in memory."""
    return sum(insight.buffer._counts.values())


def _same(answers: list[Answer]) -> bool:
    """Tells whether answers cannot be told apart."""
    return len({(one.status, one.raw, tuple(sorted(one.headers.items()))) for one in answers}) == 1


def test_a_repeated_report_is_counted_once(app: Flask, insight: Insight) -> None:
    """Identical bytes count once, also in the next week and from another address; two weeks on they are forgotten."""
    first, day = report(ENDING, 1), insight.today()
    answers = [send(AppWire(app, f"192.0.2.{number}"), first) for number in range(5)]
    assert _same(answers)
    assert _held(insight) == 1
    insight.today = lambda: day + WEEK
    assert send(AppWire(app), first).status == 204
    assert _held(insight) == 1
    insight.today = lambda: day + 3 * WEEK
    assert send(AppWire(app), first).status == 204
    assert _held(insight) == 2


def test_no_answer_tells_what_became_of_a_report(app: Flask, insight: Insight) -> None:
    """Taken, repeated, unknown in release, question or answer, and quarantined: one status, no body, the same headers, no cookie."""
    week = monday(insight.today())
    for number in range(200):
        insight.buffer.add((week, HELP, 0), number.to_bytes(32, "big"))
    insight.flush()
    assert insight.quarantined(HELP) == [week]
    taken = report(ENDING, 0)
    told = [taken, taken, report(ENDING, 9), report("moth@2.0/ending", 0), report(f"{RELEASE}/moths", 0), report(HELP, 1)]
    answers = [send(AppWire(app), one) for one in told]
    assert _same(answers)
    assert (answers[0].status, answers[0].raw) == (204, b"")
    assert not {"Set-Cookie", "Content-Type", "Date", "ETag"} & set(answers[0].headers)
    # The one taken, and the one that joins the sums of a week in quarantine.
    assert _held(insight) == 2


def test_what_is_no_report_is_refused(app: Flask, insight: Insight) -> None:
    """Any other length, order, spelling, type or proof is answered with 400, and nothing of it is counted."""
    number = solve(ENDING, 1)
    good = body(ENDING, 1, number)
    bad = [
        good,
        filled(good) + b" ",
        filled(body(ENDING, 1, number + 1)),
        filled(body(ENDING, 2, number)),
        filled(body(HELP, 1, number)),
        filled(body(ENDING, 16, 0)),
        filled(body(ENDING, 1, 2**53)),
        filled(good.replace(b'"a":1', b'"a":01')),
        filled(good.replace(b'"a":1', b'"a": 1')),
        filled(good.replace(b'"a":1', b'"a":"1"')),
        filled(good.replace(b'"v":1', b'"v":2')),
        filled(b" " + good),
        filled(good.replace(b"}", b',"who":"me"}')),
        good.ljust(256, b"\n"),
        b"",
        bytes(256),
    ]
    for one in bad:
        answer = send(AppWire(app), one)
        assert (answer.status, answer.error) == (400, "malformed"), one
    assert AppWire(app).request("POST", PATH, filled(good), {"Content-Type": "text/plain"}).status == 400
    assert _held(insight) == 0
    assert send(AppWire(app), filled(good)).status == 204
    assert _held(insight) == 1


def test_one_place_is_slowed_and_no_other(app: Flask, insight: Insight) -> None:
    """After sixty reports in a minute an address is answered with 429; another is not."""
    raw = report(ENDING, 1)
    statuses = [send(AppWire(app, "192.0.2.9"), raw).status for _ in range(61)]
    assert statuses == [204] * 60 + [429]
    assert send(AppWire(app, "192.0.2.10"), raw).status == 204
    assert _held(insight) == 1


def test_few_reports_are_never_written(app: Flask, insight: Insight) -> None:
    """Nineteen reports stay in memory, whatever asks for a flush, also when the process ends; with the twentieth all are written."""
    raws = many(ENDING, [0] * 20)
    for number, raw in enumerate(raws[:19]):
        send(AppWire(app, f"192.0.2.{number}"), raw)
    before = insight.database.execute_outside("SELECT * FROM insight_cells")
    insight.flush()
    insight.close()
    assert insight.database.execute_outside("SELECT * FROM insight_cells") == before
    assert _held(insight) == 19
    send(AppWire(app), raws[19])
    insight.flush()
    assert insight.database.execute_outside("SELECT max(n) FROM insight_cells") == [[(OFFSET + 20,)]]
    assert _held(insight) == 0


def test_closed_weeks_are_read_and_the_running_one_is_not(app: Flask, insight: Insight) -> None:
    """What came this week is read from the next Monday on, without the offset; a question that is not known has no weeks."""
    for number, raw in enumerate(many(ENDING, [0] * 12 + [1] * 9 + [2] * 5)):
        send(AppWire(app, f"192.0.2.{number}"), raw)
    insight.flush()
    week = monday(insight.today())
    assert insight.weeks(ENDING) == []
    insight.today = lambda: week + dt.timedelta(days=7)
    assert [(one.monday, one.counts) for one in insight.weeks(ENDING)] == [(week, (12, 9, 5))]
    assert insight.weeks("moth@1/ending") == []


def test_the_log_says_nothing_about_a_report(app: Flask, insight: Insight, caplog: pytest.LogCaptureFixture) -> None:
    """No logger is asked to write anything while reports are taken, refused and written."""
    caplog.set_level(logging.DEBUG)
    for number, raw in enumerate(many(ENDING, [0] * 22)):
        send(AppWire(app, f"192.0.2.{number}"), raw)
    send(AppWire(app), bytes(256))
    insight.flush()
    assert caplog.records == []


QUESTIONS = st.one_of(st.sampled_from([ENDING, HELP, "moth@1/x"]), st.text(max_size=200))


@pytest.mark.usefixtures("insight")
def test_any_bytes_are_answered(app: Flask) -> None:
    """Whatever bytes come, near the form or far from it, are answered with 204 or 400, and the refusal is padded."""
    dice = random.Random(5)

    @settings(max_examples=300, **GENERATED)  # type: ignore[arg-type]  # hypothesis' own settings
    @given(raw=st.one_of(st.binary(max_size=300), st.builds(_near, QUESTIONS, st.integers(), st.integers(), st.integers(200, 300))))
    def ask(raw: bytes) -> None:
        answer = send(AppWire(app, f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(256)}"), raw)
        assert (answer.status, len(answer.raw)) in {(204, 0), (400, 1024)}

    ask()


def _near(question: str, answer: int, number: int, size: int) -> bytes:
    """Returns bytes that look like a report."""
    return f'{{"v":1,"q":"{question}","a":{answer},"pow":{number}}}'.encode().ljust(size)


@pytest.mark.usefixtures("insight")
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_document_says_how_a_report_is_answered(app: Flask, mode: GenerationMode) -> None:
    """A body that the document allows, in its form and with its proof, is answered with 204; any other as the document says."""
    schema = schemathesis.openapi.from_dict(openapi.document())
    schema.app = app
    operation, dice, seen = schema[PATH]["POST"], random.Random(6), set[int]()

    @settings(max_examples=8, phases=[Phase.generate], **GENERATED)  # type: ignore[arg-type]  # hypothesis' own settings
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:  # noqa: ANN401  schemathesis names no public type for it
        place = {"X-Forwarded-For": f"10.{dice.randrange(256)}.{dice.randrange(256)}.{dice.randrange(256)}"}
        answer = case.call(headers=place)
        case.validate_response(answer, checks=CHECKS)
        seen.add(answer.status_code)
        if mode is GenerationMode.POSITIVE:
            told = app.test_client().post(PATH, data=report(case.body["q"], int(case.body["a"])), headers={**JSON, **place})
            case.validate_response(told, checks=CHECKS)
            assert told.status_code == 204

    ask()
    assert 400 in seen


@settings(max_examples=200, **GENERATED)  # type: ignore[arg-type]  # hypothesis' own settings
@given(question=st.from_regex(ReportRequest.model_fields["q"].metadata[0].pattern, fullmatch=True), data=st.data())
def test_the_form_is_the_model(kind: str, question: str, data: st.DataObject) -> None:
    """What the document's model allows, written in the one form, is read as the same; it always fits into its length."""
    assert kind
    answer, number = data.draw(st.integers(0, 15)), data.draw(st.integers(0, 2**53 - 1))
    raw = filled(body(question, answer, number))
    assert len(raw) == 256
    assert read(raw) == (question, answer, number)
    said = ReportRequest.model_validate_json(raw)
    assert (said.q, said.a, said.pow) == (question, answer, number)


def test_a_report_can_be_switched_off(settings: Any, app: Flask) -> None:  # noqa: ANN401  the fixture, not hypothesis'
    """With `insight = false` there is no such path."""
    from server.app import create_app
    from tests.server.organisation import wired

    assert send(AppWire(app), bytes(256)).status == 400
    off = create_app(settings.model_copy(update={"insight": False}))
    assert send(AppWire(off), bytes(256)).status == 404
    wired(off).close()
