"""The host's side of a group session, `/api/v1/group`: the game on the projector, and whatever else holds a room's secret."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request

from server.errors import ForbiddenError
from server.exchange import answer, asked
from server.group import summary, tokens
from server.group.requests import GroupAsk, GroupCreate, GroupDiscuss, GroupFlag, GroupJudge, GroupKick, GroupNothing, GroupRound
from server.group.rounds import STEPS
from server.wire import encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.group.rooms import Leader
    from server.group.service import Group

FLAGS = {"pause": "paused", "blank": "blank", "lock": "locked"}


def bearer() -> bytes | None:
    """Returns the secret that a request brings, if it has the form of one."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    return tokens.read(text) if kind == "Bearer" else None


def _leader(group: Group) -> Leader:
    """Returns which room the request's secret leads.

    Raises SessionError where it leads none.
    """
    return group.rooms.leader(bearer())


def tagged(response: Response) -> Response:
    """Gives an answer its mark, and nothing but that where the asker has it already."""
    response.set_etag(hashlib.blake2b(response.get_data(), digest_size=12).hexdigest())
    response.make_conditional(request)
    return response


def _state(group: Group, leader: Leader) -> Response:
    """Returns what a room is like."""
    return answer(asdict(group.rooms.state(leader)))


def blueprint(group: Group, maker: Callable[[], bytes]) -> Blueprint:
    """Returns the routes. `maker` tells who may make rooms: it returns the key that their secrets come from, or raises."""
    made = Blueprint("group", __name__, url_prefix="/api/v1/group")
    _rooms(made, group, maker)
    _leading(made, group)
    _rounds(made, group)
    _endings(made, group)
    return made


def _rooms(made: Blueprint, group: Group, maker: Callable[[], bytes]) -> None:
    """Adds making rooms, and looking at one."""

    @made.post("/create")
    def create() -> Response:
        """Makes a room, or gives the one that was made with the same id."""
        key = maker()
        body = asked(GroupCreate)
        opened = group.rooms.create(key, body.id, body.title)
        return answer({"code": opened.code, "host": encode(opened.host), "lead": encode(opened.lead)})

    @made.get("/state")
    def state() -> Response:
        """Tells what the room is like, or that nothing changed."""
        return tagged(_state(group, _leader(group)))

    @made.get("/seats")
    def seats() -> Response:
        """Lists the seats by number."""
        return tagged(answer({"seats": [asdict(one) for one in group.rooms.seats(_leader(group))]}))


def _leading(made: Blueprint, group: Group) -> None:
    """Adds what concerns the whole room."""

    def flag(name: str) -> Callable[[], Response]:
        """Returns what sets a flag."""

        def put() -> Response:
            leader, body = _leader(group), asked(GroupFlag)
            group.rooms.set(leader, name, on=body.on)
            return _state(group, leader)

        return put

    for path, name in FLAGS.items():
        made.add_url_rule(f"/{path}", path, flag(name), methods=["POST"])

    @made.post("/kick")
    def kick() -> Response:
        """Empties a seat."""
        leader, body = _leader(group), asked(GroupKick)
        group.rooms.kick(leader, body.seat)
        return _state(group, leader)


def _rounds(made: Blueprint, group: Group) -> None:
    """Adds leading through rounds."""

    @made.post("/ask")
    def ask() -> Response:
        """Asks the next question."""
        leader, body = _leader(group), asked(GroupAsk)
        said = {"text": body.text, "choices": [one.model_dump() for one in body.choices]}
        group.rounds.ask(leader, body.number, body.question, body.kind, said, ready=body.ready)
        return _state(group, leader)

    def step(name: str) -> Callable[[], Response]:
        """Returns what takes a round one step."""

        def put() -> Response:
            leader, body = _leader(group), asked(GroupRound)
            group.rounds.step(leader, body.number, name)
            return _state(group, leader)

        return put

    for name in STEPS:
        made.add_url_rule(f"/{name}", name, step(name), methods=["POST"])

    @made.post("/discuss")
    def discuss() -> Response:
        """Marks which choice is talked about."""
        leader, body = _leader(group), asked(GroupDiscuss)
        group.rounds.discuss(leader, body.number, body.choice)
        return _state(group, leader)

    @made.post("/words")
    def words() -> Response:
        """Gives the facilitator alone what was written."""
        leader, body = _facilitator(group), asked(GroupRound)
        found = group.rounds.words(leader, body.number)
        return answer({"words": [{"id": encode(one.id), "text": one.text, "state": one.state, "flagged": one.flagged} for one in found]})

    @made.post("/judge")
    def judge() -> Response:
        """Takes what the facilitator alone says of some words."""
        leader, body = _facilitator(group), asked(GroupJudge)
        group.rounds.judge(leader, body.id, approve=body.approve)
        return _state(group, leader)


def _facilitator(group: Group) -> Leader:
    """Returns which room the facilitator's own secret leads.

    Raises ForbiddenError for the projector's.
    """
    leader = _leader(group)
    if not leader.lead:
        raise ForbiddenError
    return leader


def _endings(made: Blueprint, group: Group) -> None:
    """Adds the end, and what is left of it."""

    @made.post("/end")
    def end() -> Response:
        """Ends the session, and gives its sums."""
        leader = _leader(group)
        asked(GroupNothing)
        group.rooms.end(leader)
        return answer(group.rooms.summary(leader))

    @made.post("/forget")
    def forget() -> Response:
        """Deletes the room and its sums."""
        leader = _leader(group)
        asked(GroupNothing)
        group.rooms.forget(leader)
        return answer({})

    @made.get("/summary")
    def sums() -> Response:
        """Gives the session's sums."""
        return tagged(answer(group.rooms.summary(_leader(group))))

    @made.get("/summary.csv")
    def table() -> Response:
        """Gives them as a table."""
        return csv(group.rooms.summary(_leader(group)), request.args.get("lang", "en"))


def csv(found: dict[str, Any], language: str) -> Response:
    """Returns sums as a table to be kept."""
    headers = {"Content-Disposition": 'attachment; filename="session.csv"'}
    return Response(summary.table(found, language), content_type="text/csv; charset=utf-8", headers=headers)
