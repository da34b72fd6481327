"""What may be asked of the accounts API; everything has its longest before anything is derived from it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from server.wire import Id, Key, Request, Signature, Signed, Token, Vault

Name = Annotated[str, Field(min_length=1, max_length=80)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Texts = Annotated[dict[Language, Annotated[str, Field(max_length=2000)]], Field(max_length=20)]
Code = Annotated[str, Field(max_length=20)]
Role = Literal["counsellor", "administrator", "supervisor", "researcher", "facilitator"]
Kind = Literal["professional", "former", "survivor", "peer"]


class SignIn(Request):
    """The first factor: a name, and what is derived from the passphrase."""

    name: Name
    auth: Key


class Second(Request):
    """The second factor: a code, or a passkey's answer."""

    totp: Code | None = None
    passkey: Annotated[dict[str, Any], Field(max_length=20)] | None = None


class InvitationRequest(Request):
    """Looks at an invitation."""

    token: Token


class Enrol(Request):
    """Takes an invitation up."""

    token: Token
    auth: Key
    vault: Vault
    recovery: Vault
    recovery_auth: Key
    sign: Key
    box: Key
    proof: Signature


class Totp(Request):
    """Confirms a code generator."""

    totp: Code


class PasskeyAnswer(Request):
    """A browser's answer about a new passkey."""

    passkey: Annotated[dict[str, Any], Field(max_length=20)]


class Recover(Request):
    """Comes back with a recovery code."""

    name: Name
    recovery_auth: Key


class NewPassphrase(Request):
    """Sets a new passphrase: with the old one, or after a recovery."""

    auth: Key | None = None
    new_auth: Key
    vault: Vault
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class NoticeRequest(Request):
    """An away notice, signed."""

    notice: Signed


class Person(Request):
    """Somebody's public side, as an administrator writes it."""

    id: Id | None = None
    name: Name
    display: Name | None = None
    kind: Kind = "professional"
    roles: Annotated[list[Role], Field(min_length=1, max_length=5)]
    about: Texts = Field(default_factory=dict)
    languages: Annotated[list[Language], Field(max_length=20)] = Field(default_factory=list)
    age: Annotated[str, Field(max_length=20)] | None = None
    gender: Annotated[str, Field(max_length=40)] | None = None


class OnePerson(Request):
    """Names somebody."""

    id: Id


class OfferRequest(Request):
    """An offer, whole."""

    id: Slug
    place: Annotated[int, Field(ge=0, le=1000)] = 0
    title: Texts
    text: Texts
    kinds: Annotated[list[Kind], Field(max_length=4)] = Field(default_factory=list)
    forms: Annotated[list[Literal["letters", "chat", "call"]], Field(min_length=1, max_length=3)]
    topics: Annotated[list[Slug], Field(max_length=30)] = Field(default_factory=list)
    languages: Annotated[list[Language], Field(max_length=20)] = Field(default_factory=list)
    times: Annotated[list[Slug], Field(max_length=20)] = Field(default_factory=list)
    ages: Annotated[list[Annotated[int, Field(ge=0, le=120)]], Field(min_length=2, max_length=2)] = Field(default_factory=lambda: [13, 27])
    staff: Annotated[list[Id], Field(max_length=100)] = Field(default_factory=list)
    reply_days: Annotated[int, Field(ge=1, le=30)] = 2


class OneOffer(Request):
    """Names an offer."""

    id: Slug


class OrganisationRequest(Request):
    """What the organisation says of itself, and how long letters are kept."""

    name: Name
    about: Texts
    limits: Texts
    retention_days: Annotated[int, Field(ge=30, le=90)]


class RosterRequest(Request):
    """A roster that was signed offline."""

    roster: Signed
