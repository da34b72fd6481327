"""The tables of contact: sealed bytes, who may fetch them, and the day; nothing that says who wrote or what."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.db import Base

WAITING, HELD = "waiting", "held"


class Organisation(Base):
    """The organisation that runs this server; partners come as further rows."""

    __tablename__ = "organisations"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    # Texts by language, as JSON: what it is, and the limits of what stays private.
    about: Mapped[str] = mapped_column(Text, default="{}")
    limits: Mapped[str] = mapped_column(Text, default="{}")
    retention_days: Mapped[int] = mapped_column(default=60)
    deployment: Mapped[bytes] = mapped_column(LargeBinary(16))
    root: Mapped[bytes] = mapped_column(LargeBinary(32))


class Roster(Base):
    """One signed list of people, keys and offers, as it was signed."""

    __tablename__ = "rosters"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisation_id: Mapped[bytes] = mapped_column(ForeignKey("organisations.id"))
    payload: Mapped[bytes]
    signature: Mapped[bytes] = mapped_column(LargeBinary(64))
    expires: Mapped[dt.date]


class Mailbox(Base):
    """Where a return phrase leads: a public key's hash and a blob that only the phrase opens."""

    __tablename__ = "mailboxes"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    vault: Mapped[bytes]
    vault_version: Mapped[int]
    day: Mapped[dt.date]


class Conversation(Base):
    """One stream of entries between a mailbox and counsellors."""

    __tablename__ = "conversations"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    organisation_id: Mapped[bytes] = mapped_column(ForeignKey("organisations.id"))
    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailboxes.id"), index=True)
    offer: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(8), default=WAITING)
    epoch: Mapped[int] = mapped_column(default=0)
    # The seq of the newest entry.
    last: Mapped[int] = mapped_column(default=0)
    # The day of the newest entry, and whether a counsellor wrote it: whose turn it is.
    turn_day: Mapped[dt.date]
    answered: Mapped[bool] = mapped_column(default=False)
    day: Mapped[dt.date]


class Member(Base):
    """Somebody who may fetch a conversation's entries, from one of them on; staff by id, the client without."""

    __tablename__ = "members"
    __table_args__ = (Index(None, "staff_id"),)

    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    pid: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    staff_id: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    first_seq: Mapped[int] = mapped_column(default=0)


class Epoch(Base):
    """A span of entries under one key, forgotten as a whole."""

    __tablename__ = "epochs"
    __table_args__ = (Index(None, "day"),)

    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[dt.date]


class Wrap(Base):
    """An epoch's key for one member: a sealed box, and that again under the epoch's shredding key."""

    __tablename__ = "wraps"

    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    pid: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    sealed: Mapped[bytes]


class Entry(Base):
    """One sealed entry; a deleted one keeps its place and its hash, so that the chain can still be followed."""

    __tablename__ = "entries"
    __table_args__ = (UniqueConstraint("conversation_id", "id"),)

    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[bytes] = mapped_column(LargeBinary(16))
    epoch: Mapped[int]
    sender: Mapped[bytes] = mapped_column(LargeBinary(16))
    sealed: Mapped[bytes | None]
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    day: Mapped[dt.date]


class Spent(Base):
    """The hash of a proof of work that was used; kept until the day after it expires."""

    __tablename__ = "spent"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    day: Mapped[dt.date]


class Notice(Base):
    """A counsellor's word that they are away, signed with their own key."""

    __tablename__ = "notices"

    staff_id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    payload: Mapped[bytes]
    signature: Mapped[bytes] = mapped_column(LargeBinary(64))
    until: Mapped[dt.date]
