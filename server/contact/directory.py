"""The public list of people and offers, as it was signed: the same bytes for everyone who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.contact import notices, roster
from server.wire import encode, padded

if TYPE_CHECKING:
    import datetime as dt

    from server.db import Database


def said(database: Database, today: dt.date) -> dict[str, Any]:
    """Returns the signed roster, or null before the first, and the notices that still hold."""
    with database.read() as session:
        newest = roster.newest(session)
        signed = {"payload": encode(newest.payload), "signature": encode(newest.signature)} if newest else None
        return {"roster": signed, "notices": notices.current(session, today)}


def bytes_of(database: Database, today: dt.date) -> bytes:
    """Returns the directory's answer."""
    return padded(said(database, today))
