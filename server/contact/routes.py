"""The game's side of the wire, `/api/v1`: reads requests, asks the service, pads answers. No id ever stands in an address."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request

from server.contact import directory
from server.contact.login import TOKEN_SECONDS
from server.contact.requests import (
    BeginRequest,
    ChallengeRequest,
    EraseRequest,
    KeepRequest,
    NothingRequest,
    OpenRequest,
    ReadRequest,
    RekeyRequest,
    SendRequest,
    SessionRequest,
    ShareRequest,
)
from server.contact.streams import Actor
from server.errors import LaterError, SessionError
from server.exchange import answer, asked
from server.wire import decode, encode

if TYPE_CHECKING:
    from server.contact.login import Login
    from server.contact.service import Letters
    from server.limits import Addresses

LONGEST_TOKEN = 200
# How long a copy of the directory may be used without asking again.
FRESH_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Contact:
    """What the routes stand on."""

    letters: Letters
    login: Login
    addresses: Addresses

    def here(self) -> bytes:
        """Returns the mark of where this request came from."""
        return self.addresses.mark(request.remote_addr or "")


def mailbox(contact: Contact) -> bytes:
    """Returns the mailbox that the request's token is for.

    Raises SessionError without a good one.
    """
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer" or len(token) > LONGEST_TOKEN:
        raise SessionError
    try:
        return contact.login.mailbox(decode(token))
    except ValueError:
        raise SessionError from None


def listen(stream: Any) -> Response:  # noqa: ANN401  an iterator of bytes, or None
    """Returns a stream of events.

    Raises LaterError where too many listen already: the asker looks again by itself.
    """
    if stream is None:
        raise LaterError
    return Response(stream, content_type="text/event-stream", headers={"X-Accel-Buffering": "no"}, direct_passthrough=True)


def blueprint(contact: Contact) -> Blueprint:  # noqa: C901  one small function a path
    """Returns the routes of the game's API."""
    made = Blueprint("api", __name__, url_prefix="/api/v1")
    letters = contact.letters

    @made.get("/directory")
    def show_directory() -> Response:
        """Gives the signed roster and notices: the same bytes for everyone."""
        response = Response(directory.bytes_of(letters.database, letters.today()), content_type="application/json")
        response.add_etag()
        response.headers["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
        response.make_conditional(request)
        return response

    @made.post("/challenge")
    def challenge() -> Response:
        """Gives a number used once, and for a first letter a proof to work out."""
        action = asked(ChallengeRequest).action
        body: dict[str, Any] = {"nonce": encode(contact.login.nonce()), "time": int(time.time()) // 60 * 60}
        if action != "session":
            body["altcha"] = letters.proofs.challenge(action, contact.here())
        return answer(body)

    @made.post("/session")
    def session() -> Response:
        """Gives a token for a login key, whether it has a mailbox or not."""
        body = asked(SessionRequest)
        token = contact.login.token(body.key, body.nonce, body.signature)
        return answer({"token": encode(token), "seconds": TOKEN_SECONDS})

    @made.post("/look")
    def look() -> Response:
        """Gives a mailbox's vault and conversations."""
        box, _ = mailbox(contact), asked(NothingRequest)
        return answer(letters.look(box))

    @made.post("/open")
    def open_mailbox() -> Response:
        """Opens a mailbox with its first letter."""
        box, body = mailbox(contact), asked(OpenRequest)
        letters.open(box, body.vault, body.first, body.altcha)
        return answer({"conversation": encode(body.first.conversation), "seq": 0})

    @made.post("/begin")
    def begin() -> Response:
        """Begins a further conversation."""
        box, body = mailbox(contact), asked(BeginRequest)
        letters.begin(box, body, body.altcha)
        return answer({"conversation": encode(body.conversation), "seq": 0})

    @made.post("/keep")
    def keep() -> Response:
        """Writes a vault's next version."""
        box, body = mailbox(contact), asked(KeepRequest)
        return answer({"version": letters.keep(box, body.version, body.sealed)})

    @made.get("/events")
    def events() -> Response:
        """Tells that something changed, and only that."""
        return listen(letters.hub.stream(mailbox(contact), contact.here()))

    verbs(made, letters, lambda: Actor(mailbox=mailbox(contact)))

    @made.post("/share")
    def share() -> Response:
        """Lets a member read from the start."""
        box, body = mailbox(contact), asked(ShareRequest)
        letters.share(Actor(mailbox=box), body.conversation, body.pid, body.wraps)
        return answer({})

    return made


def verbs(made: Blueprint, letters: Letters, actor: Any) -> None:  # noqa: ANN401  a function that returns who asks
    """Adds the verbs that the game and the console share to a blueprint."""

    @made.post("/read")
    def read() -> Response:
        """Gives what follows an entry."""
        who, body = actor(), asked(ReadRequest)
        return answer(letters.read(who, body.conversation, body.after))

    @made.post("/send")
    def send() -> Response:
        """Adds an entry."""
        who, body = actor(), asked(SendRequest)
        return answer({"seq": letters.send(who, body.conversation, body.entry)})

    @made.post("/rekey")
    def rekey() -> Response:
        """Begins an epoch."""
        who, body = actor(), asked(RekeyRequest)
        seq, epoch = letters.rekey(who, body)
        return answer({"seq": seq, "epoch": epoch})

    @made.post("/erase")
    def erase() -> Response:
        """Deletes what is one's own."""
        who, body = actor(), asked(EraseRequest)
        letters.erase(who, body)
        return answer({})
