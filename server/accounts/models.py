"""The tables of accounts: staff, their keys' public halves, their second factors, offers, and what staff did."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.db import Base

INVITED, ENROLLING, ACTIVE, SUSPENDED = "invited", "enrolling", "active", "suspended"
COUNSELLOR, ADMINISTRATOR, SUPERVISOR, RESEARCHER = "counsellor", "administrator", "supervisor", "researcher"
# Opens rooms for groups, and nothing else.
FACILITATOR = "facilitator"
ROLES = (COUNSELLOR, ADMINISTRATOR, SUPERVISOR, RESEARCHER, FACILITATOR)
KINDS = ("professional", "former", "survivor", "peer")


class Staff(Base):
    """Somebody who works here. What opens letters is only in their vault, which the server cannot open."""

    __tablename__ = "staff"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    # As it is typed to sign in, lower case.
    name: Mapped[str] = mapped_column(String(80), unique=True)
    display: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16), default="professional")
    # Separated by spaces.
    roles: Mapped[str] = mapped_column(String(80), default=COUNSELLOR)
    state: Mapped[str] = mapped_column(String(10), default=INVITED)
    # What writers read about them: texts by language, languages, age, gender, as JSON.
    profile: Mapped[str] = mapped_column(Text, default="{}")
    auth_hash: Mapped[str] = mapped_column(String(200), default="")
    recovery_hash: Mapped[str] = mapped_column(String(200), default="")
    vault: Mapped[bytes | None]
    vault_version: Mapped[int] = mapped_column(default=0)
    recovery: Mapped[bytes | None]
    sign_key: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    box_key: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    # Sealed under the server's secret.
    totp: Mapped[bytes | None]
    totp_confirmed: Mapped[bool] = mapped_column(default=False)
    # The thirty-second step of the last code that was taken, so that none is taken twice.
    totp_step: Mapped[int] = mapped_column(default=0)
    # Rises with whatever must end every session.
    generation: Mapped[int] = mapped_column(default=0)
    day: Mapped[dt.date]

    def has_role(self, role: str) -> bool:
        """Tells whether this is one of their roles."""
        return role in self.roles.split()


class Passkey(Base):
    """A key on a device that takes the place of a code."""

    __tablename__ = "passkeys"

    id: Mapped[bytes] = mapped_column(LargeBinary(255), primary_key=True)
    staff_id: Mapped[bytes] = mapped_column(ForeignKey("staff.id"), index=True)
    public_key: Mapped[bytes]
    sign_count: Mapped[int] = mapped_column(default=0)
    day: Mapped[dt.date]


class Invitation(Base):
    """A link that lets somebody enrol, once; only its hash is kept."""

    __tablename__ = "invitations"

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    staff_id: Mapped[bytes] = mapped_column(ForeignKey("staff.id"), index=True)
    until: Mapped[dt.date]


class StaffSession(Base):
    """A browser that signed in, and how far; only the hash of its cookie is kept."""

    __tablename__ = "staff_sessions"

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    staff_id: Mapped[bytes] = mapped_column(ForeignKey("staff.id"), index=True)
    stage: Mapped[str] = mapped_column(String(10))
    generation: Mapped[int]
    day: Mapped[dt.date]


class Offer(Base):
    """One kind of help that somebody can choose, and who is on duty for it."""

    __tablename__ = "offers"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    place: Mapped[int] = mapped_column(default=0)
    # As it goes into the roster, without id and staff.
    said: Mapped[str] = mapped_column(Text)
    # Ids of staff on duty, as JSON.
    staff: Mapped[str] = mapped_column(Text, default="[]")


class Audit(Base):
    """What a member of staff did to an account or a setting; never anything about a client."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[dt.date]
    who: Mapped[str] = mapped_column(String(80))
    act: Mapped[str] = mapped_column(String(40))
    what: Mapped[str] = mapped_column(String(120), default="")
