"""Signing in and out, enrolling, coming back: what staff do with their own accounts. Knows no Flask."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.utils import random
from sqlalchemy import delete, select

from server.accounts import sessions
from server.accounts.models import ACTIVE, ENROLLING, INVITED, Audit, Invitation, Passkey, Staff
from server.accounts.sessions import ENROL, FULL, PASSPHRASE, RECOVERY, Sessions, Signed
from server.contact import notices
from server.contact.days import today
from server.contact.models import Organisation
from server.errors import BehindError, SessionError, SignatureError, UnknownError
from server.wire import encode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from server.accounts.factors import Factors
    from server.accounts.requests import Enrol, NewPassphrase
    from server.accounts.throttle import Throttle
    from server.db import Database
    from server.wire import Signed as SignedDocument

INVITATION_DAYS = 7


def fingerprint(sign_key: bytes, box_key: bytes) -> str:
    """Returns what is read aloud before keys are signed."""
    digits = hashlib.blake2b(sign_key + box_key, digest_size=32).digest()[:10].hex()
    return " ".join(digits[place : place + 4] for place in range(0, 20, 4))


def folded(name: str) -> str:
    """Returns a name as accounts are found by."""
    return " ".join(name.lower().split())


def audit(session: Session, who: str, act: str, what: str, now: dt.date) -> None:
    """Notes what a member of staff did, and the day."""
    session.add(Audit(day=now, who=who, act=act, what=what))


@dataclass(frozen=True, slots=True)
class Accounts:
    """What staff can do with their own accounts."""

    database: Database
    factors: Factors
    throttle: Throttle
    sessions: Sessions = field(default_factory=Sessions)
    hasher: PasswordHasher = field(default_factory=lambda: PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1))
    clock: Callable[[], dt.date] = today
    # A hash that nothing matches, so that an unknown name takes as long as a known one.
    nobody: str = ""

    def __post_init__(self) -> None:
        """Makes the hash that nothing matches, with this hasher's cost."""
        object.__setattr__(self, "nobody", self.hasher.hash(random(32)))

    def _matches(self, kept: str, given: bytes) -> bool:
        """Tells whether a hash is of what is given; takes as long where there is none."""
        try:
            self.hasher.verify(kept or self.nobody, given)
        except (Argon2Error, InvalidHashError):
            return False
        return bool(kept)

    def sign_in(self, name: str, auth: bytes, place: bytes, old: bytes | None) -> tuple[bytes, list[str]]:
        """Returns a new session after the first factor, and the second factors there are.

        Raises SessionError for an unknown name as for a wrong passphrase, TooFastError where somebody guesses.
        """
        account = folded(name)
        self.throttle.check(account, place)
        with self.database.read() as session:
            staff = session.scalars(select(Staff).where(Staff.name == account)).first()
            kept, state = (staff.auth_hash, staff.state) if staff else ("", "")
        if not self._matches(kept, auth) or state not in {ACTIVE, ENROLLING}:
            self.throttle.failed(account, place)
            raise SessionError
        with self.database.write() as session:
            staff = session.scalars(select(Staff).where(Staff.name == account).with_for_update()).one()
            if staff.auth_hash != kept or staff.state != state:
                raise SessionError
            ways = self.factors.of(session, staff)
            # Without a second factor yet there is nothing but the way to one.
            return self.sessions.open(session, staff, PASSPHRASE if ways else ENROL, self.clock(), old), ways

    def second(self, signed: Signed, place: bytes, totp: str | None, passkey: dict[str, Any] | None) -> bytes:
        """Returns a new session after the second factor.

        Raises SessionError for a wrong or used one.
        """
        if signed.stage != PASSPHRASE:
            raise SessionError
        self.throttle.check(signed.name, place)
        with self.database.write() as session:
            staff = sessions.staff_of(session, signed)
            self.sessions.find(session, signed.session, self.clock())
            good = self.factors.take(session, staff, signed.session, totp, passkey)
            fresh = self.sessions.open(session, staff, FULL, self.clock(), signed.session) if good else None
        if fresh is None:
            self.throttle.failed(signed.name, place)
            raise SessionError
        self.throttle.succeeded(signed.name, place)
        return fresh

    def me(self, signed: Signed) -> dict[str, Any]:
        """Returns what somebody's own page needs: their vault, and whom they work for."""
        with self.database.read() as session:
            staff = session.get(Staff, signed.id)
            organisation = session.scalars(select(Organisation)).one()
            if staff is None:
                raise SessionError
            return {
                "id": encode(staff.id),
                "name": staff.name,
                "display": staff.display,
                "kind": staff.kind,
                "roles": staff.roles.split(),
                "vault": {"version": staff.vault_version, "sealed": encode(staff.vault)} if staff.vault else None,
                "sign": encode(staff.sign_key) if staff.sign_key else None,
                "box": encode(staff.box_key) if staff.box_key else None,
                "factors": self.factors.of(session, staff),
                "deployment": encode(organisation.deployment),
                "pin": "threshold1:" + encode(organisation.deployment + organisation.root),
                "organisation": {"id": encode(organisation.id), "name": organisation.name, "retention_days": organisation.retention_days},
            }

    def keep(self, signed: Signed, version: int, sealed: bytes) -> int:
        """Writes the vault's next version.

        Raises BehindError where another page wrote first.
        """
        with self.database.write() as session:
            staff = sessions.staff_of(session, signed)
            if version == staff.vault_version and sealed == staff.vault:
                return version
            if version != staff.vault_version + 1:
                raise BehindError
            staff.vault, staff.vault_version = sealed, version
        return version

    def notice(self, signed: Signed, document: SignedDocument) -> None:
        """Takes somebody's away notice."""
        with self.database.write() as session:
            staff = sessions.staff_of(session, signed)
            if staff.sign_key is None:
                raise SignatureError
            notices.put(session, staff.id, staff.sign_key, document.payload, document.signature, self.clock())

    def sign_out(self, cookie: bytes | None) -> None:
        """Ends a session, if there is one."""
        if cookie is not None:
            with self.database.write() as session:
                self.sessions.end(session, cookie)

    # Coming in

    def invitation(self, token: bytes) -> dict[str, Any]:
        """Returns whom an invitation is for.

        Raises UnknownError for one that is not ours, used or over.
        """
        with self.database.read() as session:
            staff = self._invited(session, token)
            organisation = session.scalars(select(Organisation)).one()
            return {
                "id": encode(staff.id),
                "name": staff.name,
                "display": staff.display,
                "roles": staff.roles.split(),
                "deployment": encode(organisation.deployment),
                "organisation": organisation.name,
            }

    def _invited(self, session: Session, token: bytes) -> Staff:
        """Returns whom a token invites."""
        row = session.get(Invitation, hashlib.blake2b(token, digest_size=32).digest())
        staff = session.get(Staff, row.staff_id) if row else None
        if row is None or staff is None or row.until < self.clock() or staff.state != INVITED:
            raise UnknownError
        return staff

    def enrol(self, asked: Enrol, old: bytes | None) -> bytes:
        """Takes an invitation up and returns a session that leads to a second factor, and no further.

        Raises SignatureError where the keys were not made by whoever sends them.
        """
        hashes = self.hasher.hash(asked.auth), self.hasher.hash(asked.recovery_auth)
        with self.database.write() as session:
            staff = self._invited(session, asked.token)
            try:
                crypto_sign_open(asked.proof + b"threshold enrol v1" + staff.id + asked.box, asked.sign)
            except (BadSignatureError, CryptoError, ValueError):
                raise SignatureError from None
            staff.auth_hash, staff.recovery_hash = hashes
            staff.vault, staff.vault_version, staff.recovery = asked.vault, 1, asked.recovery
            staff.sign_key, staff.box_key, staff.state = asked.sign, asked.box, ENROLLING
            session.execute(delete(Invitation).where(Invitation.staff_id == staff.id))
            session.execute(delete(Passkey).where(Passkey.staff_id == staff.id))
            sessions.end_all(session, staff)
            audit(session, staff.name, "enrolled", fingerprint(asked.sign, asked.box), self.clock())
            return self.sessions.open(session, staff, ENROL, self.clock(), old)

    def factor_ready(self, signed: Signed) -> bytes:
        """Makes the account active now that it has a second factor, and returns a full session."""
        with self.database.write() as session:
            staff = sessions.staff_of(session, signed)
            self.sessions.find(session, signed.session, self.clock())
            if not self.factors.of(session, staff):
                raise SessionError
            staff.state = ACTIVE
            return self.sessions.open(session, staff, FULL, self.clock(), signed.session)

    # Coming back

    def recover(self, name: str, recovery_auth: bytes, place: bytes, old: bytes | None) -> tuple[bytes, dict[str, Any]]:
        """Returns a session that can set a new passphrase and no more, and the vault under the recovery code.

        Raises SessionError for an unknown name as for a wrong code.
        """
        account = folded(name)
        self.throttle.check(account, place)
        with self.database.read() as session:
            staff = session.scalars(select(Staff).where(Staff.name == account)).first()
            kept = staff.recovery_hash if staff and staff.state == ACTIVE else ""
        if not self._matches(kept, recovery_auth):
            self.throttle.failed(account, place)
            raise SessionError
        with self.database.write() as session:
            staff = session.scalars(select(Staff).where(Staff.name == account).with_for_update()).one()
            if staff.recovery_hash != kept or staff.recovery is None:
                raise SessionError
            fresh = self.sessions.open(session, staff, RECOVERY, self.clock(), old)
            return fresh, {"id": encode(staff.id), "recovery": encode(staff.recovery), "version": staff.vault_version}

    def passphrase(self, signed: Signed, asked: NewPassphrase, place: bytes) -> bytes | None:
        """Sets a new passphrase and ends every other session; after a recovery, this one too.

        Raises SessionError where the old one is wrong, BehindError where the vault is not the next version.
        """
        with self.database.read() as session:
            staff = session.get(Staff, signed.id)
            kept = staff.auth_hash if staff else ""
        self.throttle.check(signed.name, place)
        if signed.stage != RECOVERY and (asked.auth is None or not self._matches(kept, asked.auth)):
            self.throttle.failed(signed.name, place)
            raise SessionError
        fresh_hash = self.hasher.hash(asked.new_auth)
        with self.database.write() as session:
            staff = sessions.staff_of(session, signed)
            self.sessions.find(session, signed.session, self.clock())
            if staff.auth_hash != kept:
                raise SessionError
            if asked.version != staff.vault_version + 1:
                raise BehindError
            staff.auth_hash, staff.vault, staff.vault_version = fresh_hash, asked.vault, asked.version
            sessions.end_all(session, staff)
            audit(session, staff.name, "changed their passphrase", "", self.clock())
            if signed.stage == RECOVERY:
                return None
            return self.sessions.open(session, staff, FULL, self.clock())


def profile_of(staff: Staff) -> dict[str, Any]:
    """Returns what writers read about somebody."""
    found: dict[str, Any] = json.loads(staff.profile)
    return found
