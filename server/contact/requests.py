"""What may be asked of the contact API, field by field."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from server.wire import Id, Key, Request, Sealed, Signature, Token, Vault, Wrapped

Seq = Annotated[int, Field(ge=0, le=2**31 - 1, strict=True)]
Offer = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Solution = Annotated[str, Field(max_length=4000)]


class EntryIn(BaseModel):
    """A sealed entry as it comes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    epoch: Seq
    seq: Seq
    sender: Id
    sealed: Sealed


class WrapIn(BaseModel):
    """An epoch's key for one participant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: Id
    epoch: Seq
    sealed: Wrapped


Wraps = Annotated[list[WrapIn], Field(max_length=200)]


class First(BaseModel):
    """A conversation's first letter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    conversation: Id
    offer: Offer
    pid: Id
    entry: EntryIn
    wraps: Wraps


class ChallengeRequest(Request):
    """Asks for a number used once, and a proof's challenge."""

    action: Literal["session", "open", "begin"]


class SessionRequest(Request):
    """Signs in with a login key."""

    key: Key
    nonce: Token
    signature: Signature


class NothingRequest(Request):
    """Asks without saying anything."""


class OpenRequest(Request):
    """Opens a mailbox with its vault and first letter."""

    vault: Vault
    altcha: Solution
    first: First


class BeginRequest(Request, First):
    """Begins a further conversation."""

    altcha: Solution


class KeepRequest(Request):
    """Writes a vault's next version."""

    version: Seq
    sealed: Vault


class SendRequest(Request):
    """Sends an entry."""

    conversation: Id
    entry: EntryIn


class ReadRequest(Request):
    """Reads what follows an entry; -1 is before the first."""

    conversation: Id
    after: Annotated[int, Field(ge=-1, le=2**31 - 1, strict=True)]


class RekeyRequest(Request):
    """Begins an epoch with its members; with `offer` the conversation waits in that queue again."""

    conversation: Id
    entry: EntryIn
    members: Annotated[list[Id], Field(min_length=1, max_length=200)]
    wraps: Wraps
    offer: Offer | None = None
    history: bool = False


class ShareRequest(Request):
    """Lets a member read from the start."""

    conversation: Id
    pid: Id
    wraps: Wraps


class EraseEntry(Request):
    """Deletes one of one's own entries."""

    what: Literal["entry"]
    conversation: Id
    entry: Id


class EraseConversation(Request):
    """Deletes a conversation."""

    what: Literal["conversation"]
    conversation: Id


class EraseMailbox(Request):
    """Deletes a mailbox with all that is in it."""

    what: Literal["mailbox"]


class EraseRequest(RootModel[Annotated[EraseEntry | EraseConversation | EraseMailbox, Field(discriminator="what")]]):
    """Deletes an entry, a conversation or a mailbox."""


class ClaimRequest(Request):
    """Takes a waiting conversation on."""

    conversation: Id
