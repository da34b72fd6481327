"""What an administrator does: people, offers, the organisation's words, the list that is signed offline. Nothing here reads a letter."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nacl.utils import random
from sqlalchemy import delete, select

from server.accounts import sessions
from server.accounts.lists import answers, differences, fingerprint_of, offer_of, on_duty, public, shown
from server.accounts.models import (
    ACTIVE,
    ADMINISTRATOR,
    INVITED,
    SUSPENDED,
    Audit,
    Invitation,
    Offer,
    Passkey,
    Staff,
)
from server.accounts.service import INVITATION_DAYS, audit, folded
from server.contact import roster
from server.contact.days import today
from server.contact.models import Organisation
from server.errors import ForbiddenError, TakenError, UnknownError
from server.wire import encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from server.accounts.requests import OfferRequest, OrganisationRequest, Person
    from server.db import Database
    from server.wire import Signed as SignedDocument

VALID = dt.timedelta(days=30)
AUDIT_SHOWN = 200


@dataclass(frozen=True, slots=True)
class People:
    """What administrators can do; every act is noted with the name of who did it."""

    database: Database
    clock: Callable[[], dt.date] = today

    # People

    def everyone(self) -> list[dict[str, Any]]:
        """Returns all staff, by name."""
        with self.database.read() as session:
            return [shown(staff) for staff in session.scalars(select(Staff).order_by(Staff.name))]

    def invite(self, person: Person, who: str) -> tuple[bytes, str]:
        """Makes an account and returns its id, and the link's token, which is shown once and kept as a hash.

        Raises TakenError where the name is in use.
        """
        with self.database.write() as session:
            if session.scalars(select(Staff).where(Staff.name == folded(person.name))).first():
                raise TakenError
            staff = Staff(id=random(16), name=folded(person.name), display=person.display or person.name.strip(), day=self.clock())
            staff.state = INVITED
            _write(staff, person)
            session.add(staff)
            session.flush()
            audit(session, who, "invited", staff.name, self.clock())
            return staff.id, self._token(session, staff)

    def _token(self, session: Session, staff: Staff) -> str:
        """Returns a new invitation's token; earlier ones end."""
        token = random(32)
        session.execute(delete(Invitation).where(Invitation.staff_id == staff.id))
        until = self.clock() + dt.timedelta(days=INVITATION_DAYS)
        session.add(Invitation(hash=hashlib.blake2b(token, digest_size=32).digest(), staff_id=staff.id, until=until))
        return encode(token)

    def change(self, person: Person, who: str) -> None:
        """Changes what an account may do, and what writers read about it.

        Raises UnknownError where there is none, ForbiddenError where nobody would be left to administer.
        """
        with self.database.write() as session:
            staff = _found(session, person.id or b"")
            if staff.has_role(ADMINISTRATOR) and ADMINISTRATOR not in person.roles:
                _keep_one(session, staff)
            if sorted(staff.roles.split()) != sorted(person.roles):
                sessions.end_all(session, staff)
            _write(staff, person)
            staff.display = person.display or staff.display
            audit(session, who, "changed", staff.name, self.clock())

    def suspend(self, staff_id: bytes, who: str) -> None:
        """Stops an account and ends its sessions."""
        with self.database.write() as session:
            staff = _found(session, staff_id)
            _keep_one(session, staff)
            staff.state = SUSPENDED
            sessions.end_all(session, staff)
            audit(session, who, "suspended", staff.name, self.clock())

    def resume(self, staff_id: bytes, who: str) -> None:
        """Lets a suspended account sign in again."""
        with self.database.write() as session:
            staff = _found(session, staff_id)
            if staff.state != SUSPENDED:
                raise UnknownError
            staff.state = ACTIVE if staff.auth_hash else INVITED
            audit(session, who, "resumed", staff.name, self.clock())

    def reset(self, staff_id: bytes, who: str) -> str:
        """Lets somebody enrol anew, with new keys, and returns the link's token; their sessions, factors and old vault end."""
        with self.database.write() as session:
            staff = _found(session, staff_id)
            staff.state, staff.auth_hash, staff.recovery_hash = INVITED, "", ""
            staff.vault, staff.recovery, staff.sign_key, staff.box_key = None, None, None, None
            staff.totp, staff.totp_confirmed = None, False
            session.execute(delete(Passkey).where(Passkey.staff_id == staff.id))
            sessions.end_all(session, staff)
            audit(session, who, "reset", staff.name, self.clock())
            return self._token(session, staff)

    # Offers and words

    def greeting(self) -> dict[str, str]:
        """Returns what a page shows before anybody signs in, and what a passphrase is derived with."""
        with self.database.read() as session:
            one = session.scalars(select(Organisation)).one()
            return {"organisation": one.name, "deployment": encode(one.deployment)}

    def offers(self) -> list[dict[str, Any]]:
        """Returns all offers, in their order."""
        with self.database.read() as session:
            return [offer_of(one) for one in session.scalars(select(Offer).order_by(Offer.place, Offer.id))]

    def put_offer(self, asked: OfferRequest, who: str) -> None:
        """Writes an offer, new or changed; writers see it when the next list is signed."""
        said = asked.model_dump(mode="json", exclude={"pad", "id", "place", "staff"})
        with self.database.write() as session:
            staff = json.dumps([encode(one) for one in asked.staff])
            session.merge(Offer(id=asked.id, place=asked.place, said=json.dumps(said, ensure_ascii=False), staff=staff))
            audit(session, who, "changed an offer", asked.id, self.clock())

    def drop_offer(self, offer: str, who: str) -> None:
        """Deletes an offer."""
        with self.database.write() as session:
            session.execute(delete(Offer).where(Offer.id == offer))
            audit(session, who, "deleted an offer", offer, self.clock())

    def organisation(self) -> dict[str, Any]:
        """Returns what the organisation says of itself."""
        with self.database.read() as session:
            one = session.scalars(select(Organisation)).one()
            return {
                "id": encode(one.id),
                "name": one.name,
                "about": json.loads(one.about),
                "limits": json.loads(one.limits),
                "retention_days": one.retention_days,
            }

    def put_organisation(self, asked: OrganisationRequest, who: str) -> None:
        """Writes what the organisation says of itself, and how long letters are kept."""
        with self.database.write() as session:
            one = session.scalars(select(Organisation)).one()
            one.name, one.retention_days = asked.name, asked.retention_days
            one.about, one.limits = json.dumps(asked.about, ensure_ascii=False), json.dumps(asked.limits, ensure_ascii=False)
            audit(session, who, "changed the organisation", f"{asked.retention_days} days", self.clock())

    def audit(self) -> list[dict[str, str]]:
        """Returns what staff did, the newest first."""
        with self.database.read() as session:
            rows = session.scalars(select(Audit).order_by(Audit.id.desc()).limit(AUDIT_SHOWN))
            return [{"day": row.day.isoformat(), "who": row.who, "act": row.act, "what": row.what} for row in rows]

    # The list that is signed offline

    def draft(self) -> bytes:
        """Returns the next roster, unsigned: everyone active with keys, and the offers with those on duty who are among them."""
        with self.database.read() as session:
            organisation = session.scalars(select(Organisation)).one()
            last = roster.newest(session)
            people = [staff for staff in session.scalars(select(Staff).order_by(Staff.name)) if answers(staff)]
            known = {encode(staff.id) for staff in people}
            offers = [offer_of(one) for one in session.scalars(select(Offer).order_by(Offer.place, Offer.id))]
            now = self.clock()
            said = {
                "v": 1,
                "deployment": encode(organisation.deployment),
                "version": last.version + 1 if last else 1,
                "issued": now.isoformat(),
                "expires": (now + VALID).isoformat(),
                "organisation": {
                    "id": encode(organisation.id),
                    "name": {"en": organisation.name},
                    "about": json.loads(organisation.about),
                    "limits": json.loads(organisation.limits),
                    "retention_days": organisation.retention_days,
                },
                "staff": [public(staff) for staff in people],
                "offers": [on_duty(offer, known) for offer in offers if known & set(offer["staff"])],
                "partners": [],
            }
        return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).encode()

    def state(self) -> dict[str, Any]:
        """Returns the draft, the fingerprints in it, and how the list in force differs."""
        draft = self.draft()
        said = json.loads(draft)
        with self.database.read() as session:
            last = roster.newest(session)
            before = json.loads(last.payload) if last else None
        return {
            "draft": encode(draft),
            "people": [{"name": one["name"], "fingerprint": fingerprint_of(one)} for one in said["staff"]],
            "version": before["version"] if before else 0,
            "expires": before["expires"] if before else None,
            "differs": differences(before, said),
        }

    def publish(self, document: SignedDocument, who: str) -> int:
        """Takes a signed roster and returns its version; see `roster.publish` for what is refused."""
        with self.database.write() as session:
            seen = roster.publish(session, document.payload, document.signature, self.clock())
            audit(session, who, "published a roster", str(seen.version), self.clock())
            return seen.version


def _found(session: Session, staff_id: bytes) -> Staff:
    """Returns an account, held until the transaction ends.

    Raises UnknownError where there is none.
    """
    staff = session.scalars(select(Staff).where(Staff.id == staff_id).with_for_update()).first()
    if staff is None:
        raise UnknownError
    return staff


def _keep_one(session: Session, staff: Staff) -> None:
    """Raises ForbiddenError where this is the only administrator left."""
    others = session.scalars(select(Staff).where(Staff.id != staff.id, Staff.state == ACTIVE))
    if staff.has_role(ADMINISTRATOR) and not any(other.has_role(ADMINISTRATOR) for other in others):
        raise ForbiddenError


def _write(staff: Staff, person: Person) -> None:
    """Writes what an administrator says of somebody."""
    staff.kind, staff.roles = person.kind, " ".join(sorted(set(person.roles)))
    said = {"about": person.about, "languages": person.languages, "age": person.age, "gender": person.gender}
    staff.profile = json.dumps(said, ensure_ascii=False)
