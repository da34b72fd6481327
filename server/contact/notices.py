"""Away notices: a counsellor signs their own, so that it can change the same evening."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from server.contact.models import Notice
from server.contact.roster import signed_by
from server.errors import MalformedError, SignatureError
from server.wire import encode

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DOMAIN = b"threshold notice v1"
LONGEST = dt.timedelta(days=120)


def current(session: Session, today: dt.date) -> list[dict[str, str]]:
    """Returns the notices that are not over, in the order of staff ids."""
    rows = session.scalars(select(Notice).where(Notice.until >= today).order_by(Notice.staff_id))
    return [{"payload": encode(row.payload), "signature": encode(row.signature)} for row in rows]


def put(session: Session, staff_id: bytes, sign_key: bytes, payload: bytes, signature: bytes, today: dt.date) -> None:
    """Takes a counsellor's notice in place of the one before; one that is over takes it away.

    Raises SignatureError for another's signature, MalformedError for what is no notice of theirs.
    """
    if not signed_by(sign_key, payload, signature, DOMAIN):
        raise SignatureError
    try:
        said = json.loads(payload)
        until = dt.date.fromisoformat(said["until"])
        begins = dt.date.fromisoformat(said["from"])
        fits = said["staff"] == encode(staff_id) and begins <= until <= today + LONGEST and isinstance(said["text"], dict)
    except (ValueError, KeyError, TypeError):
        raise MalformedError from None
    if not fits:
        raise MalformedError
    session.merge(Notice(staff_id=staff_id, payload=payload, signature=signature, until=until))
