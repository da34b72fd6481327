"""Accounts and offers as administrators see them, and as the signed list names them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from server.accounts.models import ACTIVE, COUNSELLOR, ENROLLING, INVITED
from server.accounts.service import fingerprint, profile_of
from server.wire import decode, encode

if TYPE_CHECKING:
    from server.accounts.models import Offer, Staff


def fingerprint_of(person: dict[str, Any]) -> str:
    """Returns the fingerprint of somebody in a roster."""
    return fingerprint(decode(person["sign"]), decode(person["box"]))


def answers(staff: Staff) -> bool:
    """Tells whether somebody stands in the list: a counsellor, enrolled with both factors and keys."""
    return staff.state == ACTIVE and staff.has_role(COUNSELLOR) and staff.sign_key is not None and staff.box_key is not None


def shown(staff: Staff) -> dict[str, Any]:
    """Returns an account as administrators see it."""
    keys = fingerprint(staff.sign_key, staff.box_key) if staff.sign_key and staff.box_key else None
    head = {"id": encode(staff.id), "name": staff.name, "display": staff.display, "kind": staff.kind, "roles": staff.roles.split()}
    return {**head, "state": INVITED if staff.state == ENROLLING else staff.state, "fingerprint": keys, **profile_of(staff)}


def public(staff: Staff) -> dict[str, Any]:
    """Returns somebody as the roster names them."""
    profile = profile_of(staff)
    return {
        "id": encode(staff.id),
        "name": staff.display,
        "kind": staff.kind,
        "about": profile.get("about", {}),
        "languages": profile.get("languages", []),
        "age": profile.get("age"),
        "gender": profile.get("gender"),
        "sign": encode(staff.sign_key or b""),
        "box": encode(staff.box_key or b""),
    }


def offer_of(row: Offer) -> dict[str, Any]:
    """Returns an offer as administrators see it."""
    return {"id": row.id, "place": row.place, **json.loads(row.said), "staff": json.loads(row.staff)}


def on_duty(offer: dict[str, Any], known: set[str]) -> dict[str, Any]:
    """Returns an offer as the roster names it, with only those on duty who stand in the roster."""
    return {**{name: value for name, value in offer.items() if name != "place"}, "staff": [one for one in offer["staff"] if one in known]}


def differences(before: dict[str, Any] | None, now: dict[str, Any]) -> list[str]:
    """Returns who and what is new, gone or changed, by name."""
    old = {one["id"]: one for part in ("staff", "offers") for one in (before or {}).get(part, [])}
    new = {one["id"]: one for part in ("staff", "offers") for one in now[part]}
    named = {key: str(one.get("name") or key) for key, one in {**old, **new}.items()}
    found = [f"+ {named[key]}" for key in new.keys() - old.keys()] + [f"- {named[key]}" for key in old.keys() - new.keys()]
    found += [f"~ {named[key]}" for key in new.keys() & old.keys() if new[key] != old[key]]
    if before and before["organisation"] != now["organisation"]:
        found.append(f"~ {now['organisation']['name']['en']}")
    return sorted(found)
