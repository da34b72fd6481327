"""The signed list of people, keys and offers: checked when it is published, read when somebody writes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError, CryptoError
from sqlalchemy import select

from server.contact.models import Organisation, Roster
from server.errors import BehindError, MalformedError, SignatureError
from server.wire import decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

DOMAIN = b"threshold roster v1"
LONGEST = dt.timedelta(days=35)
_SIGNED = Roster.__table__.c
_IN_FORCE = select(_SIGNED.organisation_id, _SIGNED.payload, _SIGNED.expires).order_by(_SIGNED.version.desc()).limit(1)


def participant(sign_key: bytes) -> bytes:
    """Returns the participant id of a signing key."""
    return hashlib.blake2b(b"threshold participant v1" + sign_key, digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class View:
    """What the server needs of a roster: whose key is whose, and who is on duty for which offer."""

    version: int
    expires: dt.date
    # Participant ids to staff ids.
    staff: Mapping[bytes, bytes]
    # Offers to the participant ids on duty.
    duty: Mapping[str, frozenset[bytes]]


class InForce(NamedTuple):
    """A roster that holds: whose it is, and what was signed."""

    organisation_id: bytes
    payload: bytes


@lru_cache(maxsize=4)
def view(payload: bytes) -> View:
    """Returns what a roster says.

    Raises MalformedError where it is not one.
    """
    try:
        said: dict[str, Any] = json.loads(payload)
        keys = {person["id"]: participant(decode(person["sign"])) for person in said["staff"]}
        return View(
            version=int(said["version"]),
            expires=dt.date.fromisoformat(said["expires"]),
            staff={pid: decode(name) for name, pid in keys.items()},
            duty={str(offer["id"]): frozenset(keys[name] for name in offer["staff"]) for offer in said["offers"]},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise MalformedError from None


def signed_by(root: bytes, payload: bytes, signature: bytes, domain: bytes = DOMAIN) -> bool:
    """Tells whether a document was signed by a key."""
    try:
        crypto_sign_open(signature + domain + b"\0" + payload, root)
    except (BadSignatureError, CryptoError, ValueError):
        return False
    return True


def newest(session: Session) -> Roster | None:
    """Returns the roster that is in force, or None before the first was signed."""
    return session.scalars(select(Roster).order_by(Roster.version.desc()).limit(1)).first()


def in_force(session: Session | Connection, today: dt.date) -> InForce:
    """Returns the roster in force.

    Raises BehindError where there is none, or it has expired: nobody can be written to then.
    """
    row = session.execute(_IN_FORCE).first()
    if row is None or row.expires < today:
        raise BehindError
    return InForce(row.organisation_id, row.payload)


def publish(session: Session, payload: bytes, signature: bytes, today: dt.date) -> View:
    """Takes a newly signed roster, after the same checks that the game and the console make.

    Raises SignatureError for a signature that is not the root's, MalformedError for dates or a deployment that cannot be,
    BehindError for a version that is not newer.
    """
    organisation = session.scalars(select(Organisation)).one()
    if not signed_by(organisation.root, payload, signature):
        raise SignatureError
    seen = view(payload)
    said = json.loads(payload)
    try:
        issued = dt.date.fromisoformat(said["issued"])
    except (KeyError, TypeError, ValueError):
        raise MalformedError from None
    if (
        said.get("deployment") != encode(organisation.deployment)
        or not today <= seen.expires <= issued + LONGEST
        or issued > today + dt.timedelta(days=1)
    ):
        raise MalformedError
    last = newest(session)
    if last is not None and seen.version <= last.version:
        raise BehindError
    session.add(Roster(version=seen.version, organisation_id=organisation.id, payload=payload, signature=signature, expires=seen.expires))
    return seen
