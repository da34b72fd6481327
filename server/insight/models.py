"""The tables of insight: what a release asks, and a sum for each week, question and answer. No row stands for a person or a report."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.db import Base

# Where every sum starts, so that a row is as long when it is new as when millions were counted.
OFFSET = 1_000_000_000


class ReleaseRow(Base):
    """One release of a story whose answers are counted."""

    __tablename__ = "insight_releases"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    story: Mapped[str] = mapped_column(String(64))
    version: Mapped[str] = mapped_column(String(14))
    # Texts by language, as JSON; the chapters' titles as a list of such.
    title: Mapped[str] = mapped_column(Text)
    chapters: Mapped[str] = mapped_column(Text)
    # Separated by spaces.
    languages: Mapped[str] = mapped_column(Text)


class QuestionRow(Base):
    """One question of a release."""

    __tablename__ = "insight_questions"

    id: Mapped[str] = mapped_column(String(145), primary_key=True)
    release_id: Mapped[str] = mapped_column(ForeignKey("insight_releases.id"), index=True)
    place: Mapped[int]
    name: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    # Separated by spaces, `not_reached` last.
    options: Mapped[str] = mapped_column(Text)
    # In thousandths.
    epsilon: Mapped[int]
    # The question and its answers in words, as JSON.
    text: Mapped[str] = mapped_column(Text)
    answers: Mapped[str] = mapped_column(Text)


class CellRow(Base):
    """How often an answer came in a week, on top of OFFSET; made before anybody answers."""

    __tablename__ = "insight_cells"
    # The rows lie in the order of their key, whatever was counted first.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  the library's own name and form

    week: Mapped[dt.date] = mapped_column(primary_key=True)
    question_id: Mapped[str] = mapped_column(ForeignKey("insight_questions.id"), primary_key=True)
    answer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigInteger, default=OFFSET)
