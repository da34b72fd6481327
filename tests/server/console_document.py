"""The console's API as an OpenAPI document, for its tests: docs/protocol.md lists it for people, and the console is its only client."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import models_json_schema

from server import errors
from server.accounts import requests as accounts
from server.contact import requests as contact
from server.contact.answers import Fault
from server.openapi import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

NOTHING: Final = contact.NothingRequest
CONSOLE: Final = "/console/api/"
# What each path asks for; those of conversations are the client's own.
ASKS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "read": contact.ReadRequest,
        "send": contact.SendRequest,
        "rekey": contact.RekeyRequest,
        "erase": contact.EraseRequest,
        "claim": contact.ClaimRequest,
        "keep": contact.KeepRequest,
        "sign-in": accounts.SignIn,
        "second": accounts.Second,
        "recover": accounts.Recover,
        "invitation": accounts.InvitationRequest,
        "enrol": accounts.Enrol,
        "totp-confirm": accounts.Totp,
        "passkey-confirm": accounts.PasskeyAnswer,
        "notice": accounts.NoticeRequest,
        "passphrase": accounts.NewPassphrase,
        "admin/invite": accounts.Person,
        "admin/change": accounts.Person,
        "admin/suspend": accounts.OnePerson,
        "admin/resume": accounts.OnePerson,
        "admin/reset": accounts.OnePerson,
        "admin/offer": accounts.OfferRequest,
        "admin/offer-delete": accounts.OneOffer,
        "admin/organisation-change": accounts.OrganisationRequest,
        "admin/roster-publish": accounts.RosterRequest,
        **dict.fromkeys(("queue", "mine", "directory", "passkey-options", "sign-out", "totp-begin", "passkey-begin", "me"), NOTHING),
        **dict.fromkeys(("admin/people", "admin/offers", "admin/organisation", "admin/audit", "admin/roster"), NOTHING),
    }
)
STATUSES = sorted({fault.status for fault in vars(errors).values() if isinstance(fault, type) and issubclass(fault, errors.RequestError)})


def document() -> dict[str, Any]:
    """Returns the document: every answer is an object, and every refusal has the form of one."""
    _, made = models_json_schema(
        [*((form, "validation") for form in set(ASKS.values())), (Fault, "serialization")], ref_template=REFERENCES
    )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Threshold console API", "version": "1"},
        "paths": {CONSOLE + name: {"post": _operation(name, form)} for name, form in ASKS.items()},
        "components": {"schemas": made["$defs"]},
    }


def _operation(name: str, form: type[BaseModel]) -> dict[str, Any]:
    refused = {"description": "No.", "content": _json({"$ref": REFERENCES.format(model=Fault.__name__)})}
    done = {"description": "Done.", "content": _json({"type": "object", "required": ["pad"], "properties": {"pad": {"type": "string"}}})}
    return {
        "operationId": name,
        "requestBody": {"required": True, "content": _json({"$ref": REFERENCES.format(model=form.__name__)})},
        "responses": {"200": done, **{str(status): refused for status in STATUSES}},
    }


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
