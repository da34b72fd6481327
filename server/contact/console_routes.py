"""The counsellors' verbs on conversations, under `/console/api`: the same service, with a member of staff as the asker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from server.contact import directory
from server.contact.requests import ClaimRequest, NothingRequest
from server.contact.routes import listen, verbs
from server.contact.streams import Actor
from server.exchange import answer, asked
from server.wire import padded

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.contact.service import Letters


def blueprint(letters: Letters, counsellor: Callable[[], bytes], anyone: Callable[[], object], here: Callable[[], bytes]) -> Blueprint:
    """Returns the routes; `counsellor` returns the id of the member of staff who asks, or raises, and `here` the mark of where from."""
    made = Blueprint("console_contact", __name__, url_prefix="/console/api")
    verbs(made, letters, lambda: Actor(staff=counsellor()))

    @made.post("/queue")
    def queue() -> Response:
        """Gives the first letters that wait for this counsellor."""
        who = counsellor()
        asked(NothingRequest)
        return answer({"waiting": letters.queue(who)})

    @made.post("/mine")
    def mine() -> Response:
        """Gives the conversations that this counsellor holds."""
        who = counsellor()
        asked(NothingRequest)
        return answer({"conversations": letters.mine(who)})

    @made.post("/claim")
    def claim() -> Response:
        """Takes a waiting conversation on."""
        who, body = counsellor(), asked(ClaimRequest)
        letters.claim(who, body.conversation)
        return answer({})

    @made.post("/directory")
    def show_directory() -> Response:
        """Gives the public list."""
        anyone()
        asked(NothingRequest)
        return Response(padded(directory.said(letters.database, letters.today())), content_type="application/json")

    @made.get("/events")
    def events() -> Response:
        """Tells that something changed, and only that."""
        return listen(letters.hub.stream(counsellor(), here()))

    return made
