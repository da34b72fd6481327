"""Administration, `/console/api/admin`: people, offers, the organisation's words, the signed list, and what staff did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.accounts.models import ADMINISTRATOR
from server.accounts.requests import OfferRequest, OneOffer, OnePerson, OrganisationRequest, Person, RosterRequest
from server.contact.requests import NothingRequest
from server.exchange import answer, asked

if TYPE_CHECKING:
    from flask import Blueprint, Response

    from server.accounts.guard import Guard
    from server.accounts.people import People
    from server.accounts.sessions import Signed


def people(made: Blueprint, house: People, guard: Guard) -> None:
    """Adds what an administrator does with accounts."""

    def administrator() -> Signed:
        """Returns the administrator who asks."""
        return guard.role(ADMINISTRATOR)

    @made.post("/admin/people")
    def everyone() -> Response:
        """Gives all staff."""
        administrator()
        asked(NothingRequest)
        return answer({"people": house.everyone()})

    @made.post("/admin/invite")
    def invite() -> Response:
        """Makes an account and gives its link's token."""
        who, body = administrator(), asked(Person)
        return answer({"invitation": house.invite(body, who.name)[1]})

    @made.post("/admin/change")
    def change() -> Response:
        """Changes an account."""
        who, body = administrator(), asked(Person)
        house.change(body, who.name)
        return answer({})

    @made.post("/admin/suspend")
    def suspend() -> Response:
        """Stops an account."""
        who, body = administrator(), asked(OnePerson)
        house.suspend(body.id, who.name)
        return answer({})

    @made.post("/admin/resume")
    def resume() -> Response:
        """Lets an account sign in again."""
        who, body = administrator(), asked(OnePerson)
        house.resume(body.id, who.name)
        return answer({})

    @made.post("/admin/reset")
    def reset() -> Response:
        """Lets somebody enrol anew, and gives the link's token."""
        who, body = administrator(), asked(OnePerson)
        return answer({"invitation": house.reset(body.id, who.name)})


def organisation(made: Blueprint, house: People, guard: Guard) -> None:
    """Adds offers, the organisation's words, the audit, and the signed list."""

    def administrator() -> Signed:
        """Returns the administrator who asks."""
        return guard.role(ADMINISTRATOR)

    @made.post("/admin/offers")
    def offers() -> Response:
        """Gives all offers."""
        administrator()
        asked(NothingRequest)
        return answer({"offers": house.offers()})

    @made.post("/admin/offer")
    def offer() -> Response:
        """Writes an offer."""
        who, body = administrator(), asked(OfferRequest)
        house.put_offer(body, who.name)
        return answer({})

    @made.post("/admin/offer-delete")
    def offer_delete() -> Response:
        """Deletes an offer."""
        who, body = administrator(), asked(OneOffer)
        house.drop_offer(body.id, who.name)
        return answer({})

    @made.post("/admin/organisation")
    def organisation() -> Response:
        """Gives what the organisation says of itself."""
        administrator()
        asked(NothingRequest)
        return answer(house.organisation())

    @made.post("/admin/organisation-change")
    def organisation_change() -> Response:
        """Writes what the organisation says of itself."""
        who, body = administrator(), asked(OrganisationRequest)
        house.put_organisation(body, who.name)
        return answer({})

    @made.post("/admin/audit")
    def audit() -> Response:
        """Gives what staff did."""
        administrator()
        asked(NothingRequest)
        return answer({"audit": house.audit()})

    @made.post("/admin/roster")
    def roster() -> Response:
        """Gives the list to be signed, and how it differs from the one in force."""
        administrator()
        asked(NothingRequest)
        return answer(house.state())

    @made.post("/admin/roster-publish")
    def roster_publish() -> Response:
        """Takes a list that was signed offline."""
        who, body = administrator(), asked(RosterRequest)
        return answer({"version": house.publish(body.roster, who.name)})
