"""What a conversation looks like to its player: verified, in order, with everyone who can read it. Only shapes; `showing` fills them."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - dataclasses keep the types
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from game.errors import marked


class Reason(StrEnum):
    """Why an entry did not come as it was sent; the same words in every reader of the protocol."""

    HEADER = "header"
    SEALED = "sealed"
    SIGNATURE = "signature"
    MEMBER = "member"
    PREVIOUS = "previous"
    TWICE = "twice"
    MISSING = "missing"
    START = "start"
    ROSTER = "roster"
    ROLLED = "rolled"
    GONE = "gone"
    KEY = "key"
    BODY = "body"


WORDS: Final = {
    Reason.HEADER: marked("This came out of its place."),
    Reason.SEALED: marked("This was changed on its way, so it is not shown."),
    Reason.SIGNATURE: marked("This was not written by the person it names, so it is not shown."),
    Reason.MEMBER: marked("This is from somebody who was not part of the conversation, so it is not shown."),
    Reason.PREVIOUS: marked("This does not follow on what stands before it, so it is not shown."),
    Reason.TWICE: marked("This came a second time."),
    Reason.MISSING: marked("Something that was written here did not come."),
    Reason.START: marked("Somebody was to join or leave here in a way that is not allowed, so it was not done."),
    Reason.ROSTER: marked("Somebody was to join here whom the organisation does not vouch for, so it was not done."),
    Reason.ROLLED: marked("You have seen more of this conversation before than the server shows now."),
    Reason.GONE: marked("This was taken away, and nobody who wrote it says so."),
    Reason.KEY: marked("This cannot be opened with your words."),
    Reason.BODY: marked("This was sent, but makes no sense to this version of the game."),
}

Role = Literal["client", "staff"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who can read; `kind` is a counsellor's, empty where the roster no longer names them."""

    pid: bytes
    name: str
    role: Role
    kind: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Agreement:
    """What the conversation is for; `mine` tells whether the player proposed it."""

    id: bytes
    goals: tuple[str, ...]
    form: str
    rhythm: str
    rules: str
    name: str
    mine: bool


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Item:
    """One thing that happened, by whom (`name` is empty for the player), on what day."""

    seq: int
    day: dt.date | None = None
    mine: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Letter(Item):
    """Words."""

    id: bytes
    text: str


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Change(Item):
    """Somebody came or went."""

    why: str
    came: tuple[Reader, ...] = ()
    went: tuple[Reader, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Request(Item):
    """The player asked for somebody more, or for another."""

    id: bytes
    what: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Question(Item):
    """A counsellor asks whether somebody may read what came before; `yes` is None until it is answered."""

    pid: bytes
    about: str
    yes: bool | None


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Answer(Item):
    """The player's answer to that."""

    pid: bytes
    about: str
    yes: bool


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Proposed(Item):
    """An agreement was proposed."""

    agreement: Agreement


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Agreed(Item):
    """An agreement was accepted."""

    agreement: Agreement


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Removed(Item):
    """A letter that its writer deleted."""


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Broken(Item):
    """Something that did not come as it was sent."""

    reason: Reason


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Strange(Item):
    """Signed and in order, of a kind that a later version knows."""


@dataclass(frozen=True, slots=True, repr=False)
class Summary:
    """One conversation of a mailbox, before it is read; `unread` tells whether more is there than was seen."""

    id: bytes
    state: str
    offer: str
    unread: bool


@dataclass(frozen=True, slots=True, repr=False)
class Thread:
    """A conversation. `late`: earlier letters were deleted, or are not there any more. `last` is the highest seq shown."""

    id: bytes
    state: str
    offer: str
    items: tuple[Item, ...]
    readers: tuple[Reader, ...]
    agreement: Agreement | None
    proposal: Agreement | None
    questions: tuple[Question, ...]
    late: bool
    last: int

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Returns what did not come as it was sent."""
        return tuple(item for item in self.items if isinstance(item, Broken))
