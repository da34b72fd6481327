"""The phones' pages, `/g`: drawn whole by the server, working without any script, and under 30 KB in all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request

from server.errors import MalformedError, RequestError, SessionError, TooFastError, UnknownError
from server.group import tokens
from server.group.requests import digits
from server.group.routes import tagged
from server.group.view import sight
from server.group.words import COOKIE, LANGUAGES, Words, words
from server.wire import encode

if TYPE_CHECKING:
    from server.group.door import Door
    from server.group.seen import Mine
    from server.group.service import Group

# Everything from this server or not at all.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
SEAT = "threshold-seat"
STATIC = Path(__file__).parent / "static"
KINDS = {"g.css": "text/css; charset=utf-8", "g.js": "text/javascript; charset=utf-8", "door.svg": "image/svg+xml"}
# What the script sends, to be answered with what it puts into the page.
BY_SCRIPT = "X-Threshold-Script"
_YEAR = 31_536_000
_TWELVE_HOURS = 43_200


@dataclass(frozen=True, slots=True)
class Phones:
    """What the pages stand on."""

    group: Group
    door: Door
    secure: bool

    def find(self, code: str) -> Mine | None:
        """Returns the room as this phone sees it, or None where it has no seat there yet.

        Raises UnknownError where there is no such room, TooFastError where too many were guessed from here.
        """
        address = request.remote_addr or ""
        try:
            found = self.group.ballots.mine(code, token())
        except UnknownError:
            self.door.knock(address)
            self.door.missed(address)
            raise
        if found is None:
            self.door.knock(address)
        return found

    def keep(self, response: Response, name: str, value: str, path: str, seconds: int) -> Response:
        """Sets a cookie that no script reads and no other site sends."""
        response.set_cookie(name, value, max_age=seconds, path=path, secure=self.secure, httponly=True, samesite="Strict")
        return response


def token() -> bytes | None:
    """Returns the token that this phone brings."""
    return tokens.read(request.cookies.get(SEAT))


def draw(template: str, said: Words, status: int = 200, **given: object) -> Response:
    """Returns a page."""
    given |= {"t": said.t, "tn": said.tn, "own": said.own, "languages": LANGUAGES, "coded": encode}
    page = render_template(f"group/{template}", language=said.language, direction=said.direction, **given)
    return Response(page, status, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})


def blueprint(phones: Phones) -> Blueprint:
    """Returns the routes of the pages."""
    made = Blueprint("group_pages", __name__, url_prefix="/g", template_folder="templates")
    _door(made, phones)
    _room(made, phones)

    @made.get("/static/<name>")
    def static(name: str) -> Response:
        """Gives a style, the script, or the picture in the tab."""
        if name not in KINDS:
            raise UnknownError
        response = Response((STATIC / name).read_bytes(), content_type=KINDS[name])
        response.headers["Cache-Control"] = "public, max-age=3600"
        return tagged(response)

    @made.after_request
    def language(response: Response) -> Response:
        """Remembers a language that was chosen."""
        chosen = request.args.get("lang", "")
        return phones.keep(response, COOKIE, chosen, "/g", _YEAR) if chosen in LANGUAGES else response

    @made.errorhandler(RequestError)
    def refused(fault: RequestError) -> Response:
        """Says on a page what is not possible, and where to go from there."""
        code = (request.view_args or {}).get("code", "")
        return draw("refused.html", words(), fault.status, why=fault.code, code=code, had=token() is not None)

    return made


def _door(made: Blueprint, phones: Phones) -> None:
    """Adds the page that takes a code."""

    @made.get("")
    def front() -> Response:
        """Asks for the code."""
        return draw("front.html", words(), code="", seat=_offered())

    @made.post("")
    def knock() -> Response:
        """Takes a code, and whoever brings a right one is in."""
        try:
            code = digits(request.form.get("code", ""))
        except MalformedError:
            return draw("front.html", words(), 400, code=request.form.get("code", "")[:20], wrong=True, seat=_offered())
        return _join(phones, code)


def _offered() -> str:
    """Returns the token that a form takes a seat with, so that sent twice it takes one."""
    return tokens.written(tokens.fresh())


def _join(phones: Phones, code: str) -> Response:
    """Gives this phone a seat, and leads it to its room.

    Raises UnknownError where there is no such room, TooFastError where too many were guessed from here.
    """
    found = phones.find(code)
    if found is not None and not found.gone:
        return to(f"/g/{code}")
    given = phones.group.ballots.join(code, token() or tokens.read(request.form.get("seat")))
    return phones.keep(to(f"/g/{code}"), SEAT, tokens.written(given), f"/g/{code}", _TWELVE_HOURS)


def to(path: str) -> Response:
    """Leads to a page."""
    response: Response = redirect(path, 303)  # type: ignore[assignment]  # Flask's own kind of response
    return response


def _room(made: Blueprint, phones: Phones) -> None:
    """Adds a room's page, what changes in it, and what a phone does there."""

    @made.get("/<code>")
    def room(code: str) -> Response:
        """Shows the room, or the way in."""
        found, said = phones.find(code), words()
        if found is None or found.gone == "left":
            return draw("join.html", said, code=code, seat=_offered())
        return draw("room.html", said, sight=sight(found, said), code=code)

    @made.get("/<code>/now")
    def now(code: str) -> Response:
        """Gives what changes in the page, or says that nothing did."""
        return tagged(_now(phones, code))

    @made.post("/<code>")
    def do(code: str) -> Response:
        """Takes a seat, an answer, or leave."""
        what = request.form.get("do", "")
        if what == "join":
            return _join(phones, code)
        held = token()
        if held is None:
            phones.find(code)
            raise SessionError
        phones.door.sent(tokens.hashed(held))
        if what == "leave":
            phones.group.ballots.leave(code, held)
            return to(f"/g/{code}")
        _answer(phones, code, held, what)
        return _now(phones, code) if request.headers.get(BY_SCRIPT) else to(f"/g/{code}")


def _answer(phones: Phones, code: str, held: bytes, what: str) -> None:
    """Takes a vote or words; where the round takes none by now, the page says so by itself.

    Raises MalformedError for anything else.
    """
    number, choice = (_number(request.form.get(name, "")) for name in ("round", "choice"))
    try:
        if what == "vote":
            phones.group.ballots.vote(code, held, number, choice)
        elif what == "say":
            phones.group.ballots.say(code, held, number, request.form.get("words", "")[:2000])
        else:
            raise MalformedError
    except (MalformedError, TooFastError, UnknownError):
        raise
    except RequestError:
        return


def _number(text: str) -> int:
    """Returns a small number, or 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004  digits of a number of a round


def _now(phones: Phones, code: str) -> Response:
    """Returns what changes in a room's page.

    Raises SessionError where this phone has no seat there.
    """
    found, said = phones.find(code), words()
    if found is None or found.gone == "left":
        raise SessionError
    key = (said.language, found.gone, found.choice, found.words)
    page = found.pages.get(key)
    if page is None:
        drawn = draw("now.html", said, sight=sight(found, said), code=code)
        found.pages[key] = drawn.get_data(as_text=True)
        return drawn
    return Response(page, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})
