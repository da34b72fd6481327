"""New epochs: who may begin one, with whom, and what a newcomer may fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from server.contact import roster
from server.contact.models import HELD, WAITING, Member, Wrap
from server.contact.streams import found, hold_mailbox, listeners, put_entry, put_epoch, put_wraps, repeated
from server.errors import BehindError, ForbiddenError, MalformedError, RequestError

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from server.contact.models import Conversation
    from server.contact.requests import RekeyRequest
    from server.contact.streams import Actor
    from server.db import Database
    from server.keys import Shredder


def possible(database: Database, actor: Actor, request: RekeyRequest) -> bool:
    """Tells whether an epoch would be the next one of a conversation that the asker is in: only then is a key made for it."""
    try:
        with database.read() as session:
            one, _ = found(session, actor, request.conversation)
            return request.entry.epoch == one.epoch + 1
    except RequestError:
        return False


def begin(session: Session, keys: Shredder, actor: Actor, request: RekeyRequest, today: dt.date) -> list[bytes]:
    """Begins an epoch and returns whom that concerns; sent again it does nothing more.

    Raises BehindError where the place or number is taken, or the roster changed; ForbiddenError for members that the asker may not choose.
    """
    hold_mailbox(session, request.conversation)
    one, member = found(session, actor, request.conversation, lock=True)
    entry = request.entry
    if entry.sender != member.pid:
        raise MalformedError
    if repeated(session, one.id, entry) is not None:
        return []
    if entry.seq != one.last + 1 or entry.epoch != one.epoch + 1:
        raise BehindError
    now = {row.pid: row for row in session.scalars(select(Member).where(Member.conversation_id == one.id))}
    _check_wraps(actor, request)
    concerned = set(listeners(session, one))
    newcomers = _judged(session, actor, one, request, now, today)
    put_epoch(session, one, entry.epoch, today)
    put_entry(session, one, entry, today, by_staff=actor.staff is not None)
    _leave(session, one, [pid for pid in now if pid not in set(request.members)])
    # Handed back, the first letter goes along; a client who goes on with somebody else decides about that by themselves.
    history = request.history or (request.offer is not None and actor.staff is not None)
    session.add_all(
        Member(conversation_id=one.id, pid=pid, staff_id=staff, first_seq=0 if history else entry.seq) for pid, staff in newcomers.items()
    )
    put_wraps(session, keys.find_all(one.id), one.id, request.wraps, entry.epoch)
    one.state = WAITING if request.offer else HELD if actor.staff else one.state
    one.offer = request.offer or one.offer
    session.flush()
    return [*concerned, *listeners(session, one)]


def _check_wraps(actor: Actor, request: RekeyRequest) -> None:
    """Raises MalformedError where the new epoch's key is not wrapped once for each member, or somebody wraps an older one who may not."""
    members, epoch = request.members, request.entry.epoch
    fresh = [wrap.to for wrap in request.wraps if wrap.epoch == epoch]
    older = [wrap for wrap in request.wraps if wrap.epoch != epoch]
    if len(set(members)) != len(members) or sorted(fresh) != sorted(members):
        raise MalformedError
    allowed = epoch if actor.staff is None and request.history else 1 if request.offer else 0
    if any(wrap.epoch >= allowed or wrap.to not in members for wrap in older):
        raise MalformedError
    if request.history and actor.staff:
        raise ForbiddenError


def _judged(
    session: Session, actor: Actor, one: Conversation, request: RekeyRequest, now: dict[bytes, Member], today: dt.date
) -> dict[bytes, bytes]:
    """Returns the newcomers, participant id to staff id.

    Raises ForbiddenError where the client would be left out, nobody would be left to answer, or a newcomer is not for this asker to choose;
    BehindError where the roster in force does not know them.
    """
    client = next(pid for pid, row in now.items() if row.staff_id is None)
    chosen = set(request.members)
    fresh = chosen - now.keys()
    if client not in chosen or len(chosen) < 2:  # noqa: PLR2004  the client and somebody else
        raise ForbiddenError
    if not fresh and not request.offer:
        return {}
    view = roster.view(roster.in_force(session, today).payload)
    if fresh - view.staff.keys() or (request.offer and not chosen & view.duty.get(request.offer, frozenset())):
        raise BehindError
    if actor.staff and one.state == WAITING and fresh:
        raise ForbiddenError
    return {pid: view.staff[pid] for pid in fresh}


def _leave(session: Session, one: Conversation, gone: list[bytes]) -> None:
    """Takes members out, with every wrap of theirs."""
    session.execute(delete(Wrap).where(Wrap.conversation_id == one.id, Wrap.pid.in_(gone)))
    session.execute(delete(Member).where(Member.conversation_id == one.id, Member.pid.in_(gone)))
