"""The game's API as an OpenAPI 3.1 document, made from the same models that read the requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from server import errors
from server.contact import answers, requests
from server.group import answers as group_answers
from server.group import requests as group_requests
from server.insight.requests import ReportRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel


REFERENCES = "#/components/schemas/{model}"
# What every request can meet.
ALWAYS = (errors.MalformedError, errors.TooLargeError, errors.TooFastError, errors.LaterError)
SIGNED_IN = (errors.SessionError,)


@dataclass(frozen=True, slots=True)
class Verb:
    """One path: what it asks and answers, and what else can come."""

    path: str
    summary: str
    asks: type[BaseModel] | None
    answers: type[BaseModel] | None
    open: bool = False
    faults: tuple[type[errors.RequestError], ...] = ()
    # What it answers in, where that is no JSON.
    media: str = ""


def _led(path: str, summary: str, asks: type[BaseModel] | None, *faults: type[errors.RequestError], **more: Any) -> Verb:  # noqa: ANN401  fields of Verb
    """Returns a path of group sessions; without another word it answers the room's state."""
    return Verb(f"group/{path}", summary, asks, **{"answers": group_answers.GroupState, "faults": (errors.UnknownError, *faults), **more})


_FIRST = (errors.ProofError, errors.UnknownError, errors.BehindError)
VERBS = (
    Verb("directory", "The signed list of people and offers, the same bytes for everyone.", None, answers.Directory, open=True),
    Verb(
        "challenge", "A number used once; for a first letter also a proof of work.", requests.ChallengeRequest, answers.Challenge, open=True
    ),
    Verb(
        "session",
        "A token for a login key, whether it has a mailbox or not.",
        requests.SessionRequest,
        answers.Session,
        open=True,
        faults=(errors.SignatureError,),
    ),
    Verb("look", "A mailbox's vault and conversations.", requests.NothingRequest, answers.Look),
    Verb("open", "Opens a mailbox with its first letter.", requests.OpenRequest, answers.Begun, faults=_FIRST),
    Verb("begin", "Begins a further conversation.", requests.BeginRequest, answers.Begun, faults=_FIRST),
    Verb("keep", "Writes a vault's next version.", requests.KeepRequest, answers.Kept, faults=(errors.UnknownError, errors.BehindError)),
    Verb("read", "What follows an entry.", requests.ReadRequest, answers.Read, faults=(errors.UnknownError,)),
    Verb("send", "Adds an entry.", requests.SendRequest, answers.Sent, faults=(errors.UnknownError, errors.BehindError)),
    Verb(
        "rekey",
        "Begins an epoch with its members.",
        requests.RekeyRequest,
        answers.Rekeyed,
        faults=(errors.UnknownError, errors.BehindError, errors.ForbiddenError),
    ),
    Verb("share", "Lets a member read from the start.", requests.ShareRequest, answers.Done, faults=(errors.UnknownError,)),
    Verb("erase", "Deletes what is one’s own.", requests.EraseRequest, answers.Done, faults=(errors.UnknownError,)),
    Verb(
        "insight/reports",
        "Takes one randomised answer: 256 bytes in exactly one form, docs/protocol.md. Whether it was counted is not said.",
        ReportRequest,
        None,
        open=True,
    ),
    _led(
        "create",
        "Makes a room: with the host key of `threshold-server group`, or with a session of the console and its token.",
        group_requests.GroupCreate,
        errors.ForbiddenError,
        answers=group_answers.GroupCreated,
    ),
    _led("state", "What a room is like; ask every second and a half, with the mark of the last answer.", None),
    _led("seats", "The seats that can be emptied.", None, answers=group_answers.GroupSeats),
    _led("ask", "Asks the next question.", group_requests.GroupAsk, errors.BehindError, errors.ClosedError),
    *(
        _led(step, said, group_requests.GroupRound, errors.BehindError, errors.ClosedError)
        for step, said in (
            ("open", "Opens a round that was laid out."),
            ("close", "Closes the round."),
            ("reveal", "Shows what came out."),
            ("reopen", "Opens the round again; answers stay until they are changed."),
            ("skip", "Skips the round."),
        )
    ),
    _led("discuss", "Marks which choice is talked about.", group_requests.GroupDiscuss, errors.BehindError),
    *(
        _led(flag, said, group_requests.GroupFlag)
        for flag, said in (
            ("pause", "Has phones wait, or go on."),
            ("blank", "Darkens the projector, or not."),
            ("lock", "Lets nobody else in, or lets them."),
        )
    ),
    _led("kick", "Empties a seat.", group_requests.GroupKick),
    _led(
        "words",
        "What was written in a round; for the facilitator’s secret alone.",
        group_requests.GroupRound,
        errors.ForbiddenError,
        answers=group_answers.GroupWords,
    ),
    _led("judge", "Shows some words, or not; for the facilitator’s secret alone.", group_requests.GroupJudge, errors.ForbiddenError),
    _led("end", "Ends the session: seats, votes and words are deleted.", group_requests.GroupNothing, answers=group_answers.GroupSummary),
    _led("forget", "Deletes the room and its sums.", group_requests.GroupNothing, answers=group_answers.GroupDone),
    _led("summary", "The session’s sums.", None, answers=group_answers.GroupSummary),
    _led("summary.csv", "The session’s sums as a table.", None, answers=None, media="text/csv"),
    Verb("events", "Says that something changed, and only that.", None, None),
)


def document() -> dict[str, Any]:
    """Returns the document."""
    asked = [(verb.asks, "validation") for verb in VERBS if verb.asks]
    given = [(verb.answers, "serialization") for verb in VERBS if verb.answers]
    _, made = models_json_schema([*asked, *given, (answers.Fault, "serialization")], ref_template=REFERENCES)  # type: ignore[list-item]  # modes are literals
    return {
        "openapi": "3.1.0",
        "info": {"title": "Threshold contact API", "version": "1", "description": "docs/protocol.md says what the bytes in it are."},
        "paths": {f"/api/v1/{verb.path}": {_method(verb): _operation(verb)} for verb in VERBS},
        "components": {
            "schemas": made["$defs"],
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "What `session` answered, or a room’s secret."}
            },
        },
    }


def _method(verb: Verb) -> str:
    """Returns how a path is asked."""
    return "post" if verb.asks else "get"


def _operation(verb: Verb) -> dict[str, Any]:
    """Returns what stands under a path."""
    said: dict[str, Any] = {"operationId": verb.path, "summary": verb.summary, "responses": dict(_responses(verb))}
    if verb.asks:
        said["requestBody"] = {"required": True, "content": _json(verb.asks)}
    if not verb.open:
        said["security"] = [{"token": []}]
    return said


def _responses(verb: Verb) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields every answer by its status."""
    if verb.media:
        yield "200", {"description": "Done.", "content": {verb.media: {"schema": {"type": "string"}}}}
    elif verb.answers:
        yield "200", {"description": "Done.", "content": _json(verb.answers)}
    elif verb.asks:
        yield "204", {"description": "Read; the answer is empty, and the same whatever becomes of it."}
    else:
        yield "200", {"description": "`event: changed`, `data: {}`.", "content": {"text/event-stream": {"schema": {"type": "string"}}}}
    if not verb.asks:
        yield "304", {"description": "Nothing changed since the copy that the asker has."}
    faults: dict[int, list[str]] = {}
    for fault in (*ALWAYS, *(() if verb.open else SIGNED_IN), *verb.faults):
        faults.setdefault(fault.status, []).append(f"`{fault.code}`: {fault.sentence}")
    for status, sentences in sorted(faults.items()):
        yield str(status), {"description": " ".join(sentences), "content": _json(answers.Fault)}


def _json(model: type[BaseModel]) -> dict[str, Any]:
    """Returns a model as the content of a request or answer."""
    return {"application/json": {"schema": {"$ref": REFERENCES.format(model=model.__name__)}}}
