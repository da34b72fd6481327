"""What a group's API answers, field by field; every answer has `pad` beside these."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from server.group.requests import GroupChoice
from server.wire import Id, Key


class GroupAnswer(BaseModel):
    """An answer's own filling."""

    model_config = ConfigDict(extra="forbid")

    pad: str


class GroupCreated(GroupAnswer):
    """A room: its code, and the two secrets that lead it."""

    code: str
    host: Key
    lead: Key


class GroupAsked(BaseModel):
    """What a round asks."""

    text: dict[str, str]
    choices: list[GroupChoice]


class GroupRoundState(BaseModel):
    """A round: counts once they are revealed and are five or more; who leads together; words that were approved."""

    number: int
    question: str
    kind: str
    state: str
    asked: GroupAsked
    talk: int
    votes: list[int] | None
    few: bool
    tie: list[int]
    words: list[str]


class GroupState(GroupAnswer):
    """A room as everybody may see it."""

    code: str
    title: dict[str, str]
    here: int
    answered: int
    paused: bool
    blank: bool
    locked: bool
    over: bool
    round: GroupRoundState | None


class GroupSeat(BaseModel):
    """A seat: its number, and whether its phone has been quiet for a minute."""

    seat: int
    away: bool


class GroupSeats(GroupAnswer):
    """Who can be removed."""

    seats: list[GroupSeat]


class GroupWordsOne(BaseModel):
    """What somebody wrote; `flagged` where the sieve would look twice."""

    id: Id
    text: str
    state: str
    flagged: bool


class GroupWords(GroupAnswer):
    """What waits for the facilitator."""

    words: list[GroupWordsOne]


class GroupSummaryChoice(BaseModel):
    """A choice's sum, or null."""

    text: dict[str, str]
    prompt: dict[str, str]
    votes: int | None
    talked: bool


class GroupSummaryRound(BaseModel):
    """A round's sums; `shown` is `shown`, `few` or `not revealed`."""

    number: int
    question: str
    kind: str
    text: dict[str, str]
    answered: int
    shown: str
    tie: list[int]
    choices: list[GroupSummaryChoice]


class GroupSummary(GroupAnswer):
    """What is left of a session."""

    title: dict[str, str]
    minutes: int
    seats: int
    rounds: list[GroupSummaryRound]


class GroupDone(GroupAnswer):
    """It is done."""
