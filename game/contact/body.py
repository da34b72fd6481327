"""What an entry says: the kinds of the protocol, and nothing else."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Union

import msgspec

from game.contact.coding import Id, Key, decode, encode

LONGEST: Final = 32_000
Words = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Why = Literal["accept", "join", "leave", "handback", "swap", "rotate"]
What = Literal["someone", "another"]


class Member(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody who can read an epoch: called by `pid`; `staff` names a counsellor in the roster."""

    pid: Id
    role: Literal["client", "staff"]
    name: Name
    sign: Key
    box: Key
    staff: Id | None = None


Members = Annotated[tuple[Member, ...], msgspec.Meta(min_length=1, max_length=100)]


class Open(msgspec.Struct, frozen=True, tag_field="t", tag="open"):
    """The first letter of a conversation."""

    language: Name
    offer: Name
    roster: Annotated[int, msgspec.Meta(ge=0)]
    sign: Key
    box: Key
    commit: Key
    members: Members
    text: Words


class Epoch(msgspec.Struct, frozen=True, tag_field="t", tag="epoch"):
    """Who can read from here on."""

    why: Why
    members: Members
    commit: Key


class Text(msgspec.Struct, frozen=True, tag_field="t", tag="text", omit_defaults=True):
    """A letter; a client's may carry its next box key."""

    text: Words
    box: Key | None = None


class Ask(msgspec.Struct, frozen=True, tag_field="t", tag="ask", omit_defaults=True):
    """The client asks for one more person, or for another one."""

    what: What
    text: Words
    kind: Name = ""


class History(msgspec.Struct, frozen=True, tag_field="t", tag="history"):
    """A counsellor asks whether somebody may read what came before."""

    pid: Id


class Consent(msgspec.Struct, frozen=True, tag_field="t", tag="consent"):
    """The client says whether somebody may."""

    what: Literal["history"]
    pid: Id
    yes: bool


class Agreement(msgspec.Struct, frozen=True, tag_field="t", tag="agreement", omit_defaults=True):
    """What the conversation is to be for, as one side proposes it."""

    id: Id
    goals: Annotated[tuple[Words, ...], msgspec.Meta(max_length=20)] = ()
    form: Words = ""
    rhythm: Words = ""
    rules: Words = ""


class Agreed(msgspec.Struct, frozen=True, tag_field="t", tag="agreed"):
    """The other side's yes to a proposal."""

    id: Id


class Gone(msgspec.Struct, frozen=True, tag_field="t", tag="gone"):
    """A writer deleted letters of theirs."""

    ids: Annotated[tuple[Id, ...], msgspec.Meta(max_length=1000)]


Body = Union[Open, Epoch, Text, Ask, History, Consent, Agreement, Agreed, Gone]  # noqa: UP007  msgspec is given it at run time
FROM_CLIENT: Final = (Open, Ask, Consent)
FROM_STAFF: Final = (History,)
_KINDS = frozenset({"open", "epoch", "text", "ask", "history", "consent", "agreement", "agreed", "gone"})


class _Kind(msgspec.Struct, tag_field=None):
    t: str


def written(body: Body) -> bytes:
    """Returns a body's JSON."""
    return encode(body)


def said(raw: bytes) -> Body | None:
    """Returns what an entry says; None for a kind that a later version knows.

    Raises ValueError where it is not of this protocol.
    """
    try:
        if len(raw) > LONGEST or decode(raw, _Kind).t in _KINDS:
            body: Body = decode(raw, Body)  # type: ignore[arg-type]  # a union is no class to mypy, and a type to msgspec
            if len(raw) <= LONGEST:
                return body
            raise ValueError("not of this protocol")
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise ValueError("not of this protocol") from None
    return None
