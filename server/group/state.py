"""What a room is like now: for its host, and for one of its phones. Counts appear once they are revealed, and never under five."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from server.group.models import APPROVED, REVEALED, VOTE, WORDS, RoomRow, RoundRow, SeatRow, VoteRow, WordsRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from server.group.here import Here

# Under so many answers a result could say what one person chose.
LEAST = 5
Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a round, with what the group may talk about, by language."""

    text: Texts
    prompt: Texts


@dataclass(frozen=True, slots=True)
class Asked:
    """What a round asks, by language."""

    text: Texts
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A round as everybody may see it."""

    number: int
    question: str
    kind: str
    state: str
    asked: Asked
    talk: int
    # None until they are revealed, and where there are too few.
    votes: tuple[int, ...] | None
    few: bool
    tie: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A room as everybody may see it."""

    code: str
    title: Texts
    here: int
    answered: int
    paused: bool
    blank: bool
    locked: bool
    over: bool
    round: Round | None


@lru_cache(maxsize=512)
def asked(texts: str) -> Asked:
    """Returns what a row's JSON asks."""
    said: dict[str, Any] = json.loads(texts)
    return Asked(said["text"], tuple(Choice(one["text"], one.get("prompt", {})) for one in said["choices"]))


@lru_cache(maxsize=512)
def titled(title: str) -> Texts:
    """Returns a title by language from a row's JSON."""
    found: Texts = json.loads(title)
    return found


def counted(session: Session, room: bytes, number: int, choices: int) -> tuple[int, ...]:
    """Returns how often each choice of a round was chosen."""
    found = select(VoteRow.choice, func.count()).where(VoteRow.room_id == room, VoteRow.number == number).group_by(VoteRow.choice)
    sums: dict[int, int] = dict(session.execute(found).all())
    return tuple(sums.get(choice + 1, 0) for choice in range(choices))


def shown(counts: Sequence[int], state: str) -> tuple[tuple[int, ...] | None, bool, tuple[int, ...]]:
    """Returns what may be seen of counts: the counts or None, whether they are too few, and which lead together if several do."""
    if state != REVEALED:
        return None, False, ()
    if sum(counts) < LEAST:
        return None, True, ()
    most = [choice for choice, count in enumerate(counts, 1) if count == max(counts)]
    return tuple(counts), False, tuple(most) if len(most) > 1 else ()


def answers(session: Session, room: bytes, number: int, kind: str) -> int:
    """Returns how many answered a round."""
    table = WordsRow if kind == WORDS else VoteRow
    return session.scalar(select(func.count()).select_from(table).where(table.room_id == room, table.number == number)) or 0


def _approved(session: Session, row: RoundRow) -> tuple[str, ...]:
    """Returns the words of a round that the facilitator let through."""
    of_round = (WordsRow.room_id == row.room_id, WordsRow.number == row.number, WordsRow.state == APPROVED)
    return tuple(session.scalars(select(WordsRow.text).where(*of_round).order_by(WordsRow.id)))


def _round(session: Session, row: RoundRow) -> Round:
    """Returns a round as everybody may see it."""
    found = asked(row.texts)
    words: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    if row.kind == WORDS:
        words = _approved(session, row)
    elif row.state == REVEALED:
        counts = counted(session, row.room_id, row.number, len(found.choices))
    votes, few, tie = shown(counts, row.state if row.kind == VOTE else "")
    return Round(row.number, row.question, row.kind, row.state, found, row.talk, votes, few, tie, words)


def absent(session: Session, room: bytes, here: Here) -> set[bytes]:
    """Returns the seats of a room whose phones are away: quiet here, and not heard of by another process either."""
    quiet, beats = here.away(room), here.beats
    if not quiet or beats is None:
        return quiet
    heard = select(SeatRow.hash).where(SeatRow.room_id == room, SeatRow.heard.between(*beats))
    return quiet.difference(session.scalars(heard))


def state(session: Session, room: RoomRow, here: Here) -> State:
    """Returns a room as everybody may see it."""
    current = session.get(RoundRow, (room.id, room.current)) if room.current else None
    answered = answers(session, room.id, current.number, current.kind) if current else 0
    seats = session.scalar(select(func.count()).select_from(SeatRow).where(SeatRow.room_id == room.id, SeatRow.gone == "")) or 0
    flags = (room.paused, room.blank, room.locked, room.over)
    present = max(answered, seats - len(absent(session, room.id, here)))
    return State(room.code, titled(room.title), present, answered, *flags, _round(session, current) if current else None)
