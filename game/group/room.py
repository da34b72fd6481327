"""A room as everybody may see it: who is here, what is asked, and what was answered once that is shown."""

from __future__ import annotations

import msgspec

Texts = dict[str, str]

VOTE, WORDS = "vote", "words"
# Under so many answers a number could say what one person did.
LEAST = 5
WAITING, APPROVED, REFUSED = "waiting", "approved", "refused"
READY, OPEN, CLOSED, REVEALED, SKIPPED = "ready", "open", "closed", "revealed", "skipped"


class Choice(msgspec.Struct, frozen=True):
    """One choice of a round, and what the group may talk about there, by language."""

    text: Texts
    prompt: Texts = {}


class Asked(msgspec.Struct, frozen=True):
    """What a round asks, by language."""

    text: Texts
    choices: tuple[Choice, ...] = ()


class Round(msgspec.Struct, frozen=True):
    """A round; `votes` are there once they are shown, unless they were too `few`; `tie` names, from 1, those that lead together.

    Where it asks for words, `words` are those that whoever leads let through.
    """

    number: int
    question: str
    state: str
    asked: Asked
    talk: int = 0
    votes: tuple[int, ...] | None = None
    few: bool = False
    tie: tuple[int, ...] = ()
    kind: str = VOTE
    words: tuple[str, ...] = ()

    @property
    def leading(self) -> int:
        """Returns the number, from 1, of the choice that most took; 0 where there is none, or several are."""
        if not self.votes or self.tie:
            return 0
        return self.votes.index(max(self.votes)) + 1


class Room(msgspec.Struct, frozen=True):
    """A room: its code, how many are here, how many have answered, and how it is led."""

    code: str
    here: int
    answered: int
    paused: bool
    blank: bool
    locked: bool
    over: bool
    round: Round | None = None


class Seat(msgspec.Struct, frozen=True):
    """A seat by its number, and whether its phone has been quiet: nothing of what it answered."""

    seat: int
    away: bool = False


class Seats(msgspec.Struct, frozen=True):
    """All seats."""

    seats: tuple[Seat, ...] = ()


class Said(msgspec.Struct, frozen=True):
    """What somebody wrote, for whoever leads; `flagged` where it should be looked at twice. Nothing says who."""

    id: str
    text: str
    state: str
    flagged: bool = False


class Written(msgspec.Struct, frozen=True):
    """Everything that was written in a round."""

    words: tuple[Said, ...] = ()


class Opened(msgspec.Struct, frozen=True):
    """A new room: its code, the secret of whoever leads it from here, and that of a phone which leads it."""

    code: str
    host: str
    lead: str


class SumOfChoice(msgspec.Struct, frozen=True):
    """One choice in a session's sums; `votes` is None where it is not shown."""

    text: Texts
    prompt: Texts = {}
    votes: int | None = None
    talked: bool = False


class SumOfRound(msgspec.Struct, frozen=True):
    """One round in a session's sums."""

    number: int
    question: str
    text: Texts
    answered: int
    shown: str
    choices: tuple[SumOfChoice, ...] = ()
    kind: str = VOTE


class Summary(msgspec.Struct, frozen=True):
    """What is left of a session: sums, what was talked about, how long it took. Nothing of any one phone."""

    title: Texts
    minutes: int
    seats: int
    rounds: tuple[SumOfRound, ...] = ()
