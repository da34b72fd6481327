"""The tables of group sessions: rooms, seats, rounds, votes and words. No row says which seat chose what, and all go with their room.

A seat is kept by the hash of its phone's token. A vote is kept under a ballot's mark, which only the token, the room and the round
together lead to: whoever has the tables, but no phone, cannot bring the two together.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.db import Base

# What a round asks for.
VOTE, WORDS = "vote", "words"
# How far a round is.
READY, OPEN, CLOSED, REVEALED, SKIPPED = "ready", "open", "closed", "revealed", "skipped"
# Why a seat is empty; nothing while somebody has it.
LEFT, REMOVED = "left", "removed"
# What the facilitator said of some words.
WAITING, APPROVED, REFUSED = "waiting", "approved", "refused"


class RoomRow(Base):
    """A room: its code, the hashes of the secrets that lead it, and what it shows."""

    __tablename__ = "group_rooms"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    code: Mapped[str] = mapped_column(String(6), unique=True)
    host: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    lead: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    # By language, as JSON.
    title: Mapped[str] = mapped_column(Text)
    paused: Mapped[bool] = mapped_column(default=False)
    blank: Mapped[bool] = mapped_column(default=False)
    locked: Mapped[bool] = mapped_column(default=False)
    over: Mapped[bool] = mapped_column(default=False)
    # How many seats there ever were, and which round is the newest; 0 for none.
    joined: Mapped[int] = mapped_column(default=0)
    current: Mapped[int] = mapped_column(default=0)
    # Minutes that it was served, and minutes since its host last asked; the day is when this was last written.
    age: Mapped[int] = mapped_column(default=0)
    rest: Mapped[int] = mapped_column(default=0)
    day: Mapped[dt.date]
    # In which minute it was last aged: of several processes, one does it.
    minute: Mapped[int] = mapped_column(default=0, server_default="0")
    # What is left once it is over, as JSON: sums alone.
    summary: Mapped[str] = mapped_column(Text, default="")


class SeatRow(Base):
    """A phone's place in a room."""

    __tablename__ = "group_seats"
    __table_args__ = (UniqueConstraint("room_id", "seat"),)

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    room_id: Mapped[bytes] = mapped_column(ForeignKey("group_rooms.id"))
    seat: Mapped[int]
    gone: Mapped[str] = mapped_column(String(8), default="")
    # In which quarter of a minute its phone was last heard of, where a server has several processes; else 0.
    heard: Mapped[int] = mapped_column(default=0, server_default="0")


class RoundRow(Base):
    """One question to the room."""

    __tablename__ = "group_rounds"

    room_id: Mapped[bytes] = mapped_column(ForeignKey("group_rooms.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(8))
    # Question, choices and their prompts by language, as JSON.
    texts: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(8))
    # Which choice is talked about, from 1, and all that ever were, separated by spaces.
    talk: Mapped[int] = mapped_column(default=0)
    talked: Mapped[str] = mapped_column(String(40), default="")


class VoteRow(Base):
    """One ballot's choice in a round; the rows lie in the order of their marks, whoever came first."""

    __tablename__ = "group_votes"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  the library's own name and form

    room_id: Mapped[bytes] = mapped_column(ForeignKey("group_rooms.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ballot: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    choice: Mapped[int]


class WordsRow(Base):
    """What one ballot says in a round that asks for words."""

    __tablename__ = "group_words"
    __table_args__ = (UniqueConstraint("id"), {"sqlite_with_rowid": False})

    room_id: Mapped[bytes] = mapped_column(ForeignKey("group_rooms.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ballot: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    id: Mapped[bytes] = mapped_column(LargeBinary(16))
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(8))
    # Whether the sieve would look twice; for the facilitator alone.
    flagged: Mapped[bool] = mapped_column(default=False)
