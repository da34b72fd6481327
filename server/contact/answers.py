"""What the contact API answers, field by field; every answer also has `pad`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from server.contact.requests import Offer, Seq
from server.wire import Id, Key, Sealed, Signed, Token, Vault, Wrapped

Head = Annotated[int, Field(ge=-1)]


class Answer(BaseModel):
    """An answer; `pad` makes it as long as its class."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pad: Annotated[str, Field(pattern="^0*$")]


class Fault(Answer):
    """What went wrong."""

    error: str
    message: str


class Done(Answer):
    """It is done."""


class Directory(Answer):
    """The signed list, or null before the first; and who is away."""

    roster: Signed | None
    notices: list[Signed]


class Challenge(Answer):
    """A number used once, the server's clock, and a proof of work in the library's own form."""

    nonce: Token
    time: int
    altcha: dict[str, Any] | None = None


class Session(Answer):
    """A token and its life."""

    token: Token
    seconds: int


class VaultOut(BaseModel):
    """A vault as it is kept."""

    version: Seq
    sealed: Vault


class Listed(BaseModel):
    """A conversation in a list."""

    id: Id
    state: Literal["waiting", "held"]
    last: Seq


class Look(Answer):
    """A mailbox; one that never was looks as an empty one."""

    vault: VaultOut | None
    conversations: list[Listed]


class Begun(Answer):
    """A conversation began."""

    conversation: Id
    seq: Literal[0]


class Kept(Answer):
    """The vault's version."""

    version: Seq


class Sent(Answer):
    """The entry's place."""

    seq: Seq


class Rekeyed(Sent):
    """The entry's place, and the epoch it began."""

    epoch: Seq


class EntryOut(BaseModel):
    """An entry; a deleted one has `gone` and `hash` in place of `sealed`."""

    id: Id
    epoch: Seq
    seq: Seq
    sender: Id
    day: dt.date
    sealed: Sealed | None = None
    gone: Literal[True] | None = None
    hash: Key | None = None


class WrapOut(BaseModel):
    """An epoch's key, for the asker."""

    to: Id
    epoch: Seq
    sealed: Wrapped


class Read(Answer):
    """What a member may see."""

    state: Literal["waiting", "held"]
    offer: Offer
    epoch: Seq
    last: Head
    members: list[Id]
    entries: list[EntryOut]
    wraps: list[WrapOut]
