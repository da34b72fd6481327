"""The facilitator's own phone, `/g/lead`: large buttons, no script needed, and the one place where words are read first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from server.errors import ForbiddenError, MalformedError, RequestError, SessionError
from server.group import tokens
from server.group.models import WORDS
from server.group.pages import draw, to
from server.group.requests import MOST_CHOICES
from server.group.rounds import STEPS
from server.group.routes import FLAGS, csv, tagged
from server.group.words import Words, words
from server.wire import decode

if TYPE_CHECKING:
    from server.group.pages import Phones
    from server.group.rooms import Leader
    from server.group.service import Group

COOKIE = "threshold-lead"
PATH = "/g/lead"
_TWELVE_HOURS = 43_200
_SITES = {"same-origin", "none"}


def blueprint(phones: Phones) -> Blueprint:
    """Returns the routes of the facilitator's page."""
    made = Blueprint("group_lead", __name__, url_prefix=PATH)
    _in(made, phones)
    _reading(made, phones.group)

    @made.post("")
    def do() -> Response:
        """Takes an order; one that came too late changes nothing, and the page shows what runs by now."""
        leader = _leader(phones.group)
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in _SITES:
            raise ForbiddenError
        try:
            _order(phones.group, leader, request.form.get("do", ""))
        except MalformedError:
            raise
        except RequestError:
            pass
        return to(PATH)

    @made.errorhandler(RequestError)
    def refused(fault: RequestError) -> Response:
        """Says that this link leads nowhere by now."""
        return draw("refused.html", words(), fault.status, why=fault.code, code="", had=isinstance(fault, SessionError))

    return made


def _leader(group: Group) -> Leader:
    """Returns which room this phone leads.

    Raises SessionError where it leads none, ForbiddenError where it holds the projector's secret.
    """
    found = group.rooms.leader(tokens.read(request.cookies.get(COOKIE)))
    if not found.lead:
        raise ForbiddenError
    return found


def _in(made: Blueprint, phones: Phones) -> None:
    """Adds the way in: a link that is secret, and stands in the address no longer than it takes to read it."""

    @made.get("/<secret>")
    def enter(secret: str) -> Response:
        """Takes the secret out of the address."""
        if not phones.group.rooms.leader(tokens.read(secret)).lead:
            raise ForbiddenError
        return phones.keep(to(PATH), COOKIE, secret, PATH, _TWELVE_HOURS)

    @made.get("")
    def lead() -> Response:
        """Shows the room with all that can be done in it."""
        return _page(phones.group, "lead.html", words())

    @made.get("/now")
    def now() -> Response:
        """Gives what changes in the page, or says that nothing did."""
        return tagged(_page(phones.group, "leading.html", words()))


def _page(group: Group, template: str, said: Words) -> Response:
    """Returns the facilitator's page, or what changes in it."""
    leader = _leader(group)
    state = group.rooms.state(leader)
    running = state.round
    written = group.rounds.words(leader, running.number) if running and running.kind == WORDS else []
    most = max(running.votes) if running and running.votes else 0
    return draw(template, said, state=state, round=running, seats=group.rooms.seats(leader), written=written, most=most)


def _reading(made: Blueprint, group: Group) -> None:
    """Adds what is left of the session: a page to print, and a table."""

    @made.get("/summary")
    def sums() -> Response:
        """Shows the sums."""
        said = words()
        return draw("summary.html", said, found=group.rooms.summary(_leader(group)))

    @made.get("/summary.csv")
    def table() -> Response:
        """Gives them as a table."""
        return csv(group.rooms.summary(_leader(group)), words().language)


def _order(group: Group, leader: Leader, what: str) -> None:
    """Does what a button says.

    Raises MalformedError for what no button says.
    """
    number = _number("round")
    if what in STEPS:
        group.rounds.step(leader, number, what)
    elif what in FLAGS:
        group.rooms.set(leader, FLAGS[what], on=request.form.get("on") == "1")
    elif what.startswith("talk-"):
        group.rounds.discuss(leader, number, min(int(what[5:]), MOST_CHOICES) if what[5:].isdecimal() else 0)
    elif what in {"approve", "refuse"}:
        group.rounds.judge(leader, _id(), approve=what == "approve")
    elif what == "kick":
        group.rooms.kick(leader, _number("seat"))
    elif what in {"end", "forget"}:
        (group.rooms.end if what == "end" else group.rooms.forget)(leader)
    else:
        raise MalformedError


def _number(name: str) -> int:
    """Returns a field's number, or 0 for anything else."""
    text = request.form.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004  digits of a seat


def _id() -> bytes:
    """Returns which words are meant.

    Raises MalformedError where that is no id.
    """
    try:
        return decode(request.form.get("id", "")[:40])
    except ValueError:
        raise MalformedError from None
