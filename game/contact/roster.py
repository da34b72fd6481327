"""The directory: who answers, what they offer, until when it holds. Structures and days; signatures are checked in `signed`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Final, Literal

import msgspec

from game.contact.coding import Id, Key  # noqa: TC001 - msgspec reads the types
from game.contact.errors import RosterEarlyError, RosterExpiredError, RosterForeignError, RosterOlderError

LONGEST_LIFE: Final = dt.timedelta(days=35)
GRACE: Final = dt.timedelta(days=1)

Short = Annotated[str, msgspec.Meta(max_length=200)]
Texts = Annotated[dict[Short, Annotated[str, msgspec.Meta(max_length=8000)]], msgspec.Meta(max_length=60)]
Slugs = Annotated[tuple[Short, ...], msgspec.Meta(max_length=100)]
Kind = Literal["professional", "former", "survivor", "peer"]
Day = dt.date


class Organisation(msgspec.Struct, frozen=True):
    """Who stands behind the counsellors; letters go after `retention_days`."""

    id: Id
    name: Texts
    about: Texts
    limits: Texts
    retention_days: Annotated[int, msgspec.Meta(ge=30, le=90)]


class Staff(msgspec.Struct, frozen=True):
    """A counsellor, with the keys that the organisation vouches for."""

    id: Id
    name: Short
    kind: Kind
    about: Texts
    languages: Slugs
    sign: Key
    box: Key
    age: Short | None = None
    gender: Short | None = None


class Offer(msgspec.Struct, frozen=True):
    """Something that a player can write to: `staff` are on duty, and usually answer within `reply_days`."""

    id: Short
    title: Texts
    text: Texts
    kinds: Slugs
    forms: Slugs
    topics: Slugs
    languages: Slugs
    times: Slugs
    ages: tuple[Annotated[int, msgspec.Meta(ge=0, le=150)], Annotated[int, msgspec.Meta(ge=0, le=150)]]
    staff: Annotated[tuple[Id, ...], msgspec.Meta(max_length=100)]
    reply_days: Annotated[int, msgspec.Meta(ge=0, le=365)]


class Roster(msgspec.Struct, frozen=True):
    """One signed version of all of it."""

    v: Literal[1]
    deployment: Id
    version: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
    issued: Day
    expires: Day
    organisation: Organisation
    staff: Annotated[tuple[Staff, ...], msgspec.Meta(max_length=1000)]
    offers: Annotated[tuple[Offer, ...], msgspec.Meta(max_length=200)]

    def person(self, staff: bytes | None) -> Staff | None:
        """Returns a counsellor by id."""
        return next((person for person in self.staff if person.id == staff), None)

    def offer(self, slug: str) -> Offer | None:
        """Returns an offer by its name."""
        return next((offer for offer in self.offers if offer.id == slug), None)

    def on_duty(self, offer: Offer) -> tuple[Staff, ...]:
        """Returns those who read what is written to an offer."""
        return tuple(person for person in self.staff if person.id in offer.staff)

    def judge(self, deployment: bytes, today: Day, seen: int) -> None:
        """Looks whether it may be used on a day by somebody who has seen version `seen`.

        Raises a RosterError that says why not.
        """
        if self.deployment != deployment or self.expires - self.issued > LONGEST_LIFE:
            raise RosterForeignError
        if today > self.expires:
            raise RosterExpiredError
        if today < self.issued - GRACE:
            raise RosterEarlyError
        if self.version < seen:
            raise RosterOlderError


class Notice(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """A counsellor is away from one day until another."""

    staff: Id
    since: Day
    until: Day
    text: Texts


@dataclass(frozen=True, slots=True)
class Directory:
    """What the server shows everyone: the roster, and who is away."""

    roster: Roster
    notices: tuple[Notice, ...] = ()

    def away(self, staff: bytes, day: Day) -> Notice | None:
        """Returns the notice of a counsellor who is away on a day."""
        return next((notice for notice in self.notices if notice.staff == staff and notice.since <= day <= notice.until), None)

    def staff(self, ids: tuple[bytes, ...]) -> tuple[Staff, ...]:
        """Returns counsellors by their ids, those who are there."""
        return tuple(person for person in self.roster.staff if person.id in ids)

    def offer(self, slug: str) -> Offer | None:
        """Returns an offer by its name."""
        return self.roster.offer(slug)
