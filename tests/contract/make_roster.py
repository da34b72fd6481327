"""Rosters, good and bad, and the people whom they name."""

from __future__ import annotations

from typing import Any

from tests.contract.primitives import Person, Signer, b64, draw

SLUG = "letters"
MAREN = Person("maren", "Maren", draw("maren id", 16))
YUSUF = Person("yusuf", "Yusuf", draw("yusuf id", 16))
INES = Person("ines", "Ines", draw("ines id", 16))


def _person(person: Person, kind: str, **more: object) -> dict[str, Any]:
    """Returns somebody as a roster names them."""
    about = {"en": f"{person.name} writes back.", "de": f"{person.name} antwortet."}
    keys = {"sign": b64(person.signer.public), "box": b64(person.box)}
    return {"id": b64(person.staff or b""), "name": person.name, "kind": kind, "about": about, "languages": ["en", "de"], **more, **keys}


def roster(deployment: bytes, people: list[dict[str, Any]], version: int) -> dict[str, Any]:
    """Returns a roster's payload."""
    on_duty = [person["id"] for person in people]
    return {
        "v": 1,
        "deployment": b64(deployment),
        "version": version,
        "issued": "2026-03-01",
        "expires": "2026-04-04",
        "organisation": {
            "id": b64(draw("organisation", 16)),
            "name": {"en": "Lantern", "de": "Laterne"},
            "about": {"en": "We answer letters."},
            "limits": {"en": "If a life is in danger we must act."},
            "retention_days": 60,
        },
        "staff": people,
        "offers": [
            {
                "id": SLUG,
                "title": {"en": "Letters", "de": "Briefe"},
                "text": {"en": "Write when you like."},
                "kinds": ["professional", "former"],
                "forms": ["letters", "chat"],
                "topics": ["leaving"],
                "languages": ["en", "de"],
                "times": ["evenings"],
                "ages": [12, 27],
                "staff": on_duty,
                "reply_days": 2,
            }
        ],
        "partners": [],
    }


def payload(deployment: bytes, version: int = 3, *, without: tuple[Person, ...] = ()) -> dict[str, Any]:
    """Returns the roster of three, or of fewer."""
    people: list[tuple[Person, str, dict[str, str | None]]] = [
        (MAREN, "professional", {"age": "40s", "gender": "woman"}),
        (YUSUF, "former", {"age": "30s", "gender": None}),
        (INES, "peer", {}),
    ]
    full = [_person(person, kind, **{"age": None, "gender": None, **more}) for person, kind, more in people if person not in without]
    return roster(deployment, full, version)


def rosters(root: Signer, deployment: bytes) -> dict[str, Any]:
    """Returns rosters, each with the day it is read on, the version seen before, and what a reader says to it."""
    good, domain = payload(deployment), "threshold roster v1"
    signed = root.document(domain, good)
    flipped = {**signed, "payload": signed["payload"][:-2] + ("A" if signed["payload"][-2] != "A" else "B") + signed["payload"][-1]}
    long_lived = root.document(domain, {**good, "expires": "2026-04-06"})
    foreign = root.document(domain, {**good, "deployment": b64(draw("other deployment", 16))})
    cases = [
        ("good", signed, "2026-03-10", 3, "ok"),
        ("last day", signed, "2026-04-04", 0, "ok"),
        ("a day early", signed, "2026-02-28", 0, "ok"),
        ("expired", signed, "2026-04-05", 0, "expired"),
        ("too early", signed, "2026-02-27", 0, "early"),
        ("rolled back", signed, "2026-03-10", 4, "rolled"),
        ("lives too long", long_lived, "2026-03-10", 0, "malformed"),
        ("another deployment", foreign, "2026-03-10", 0, "foreign"),
        ("flipped", flipped, "2026-03-10", 0, "signature"),
        ("signed by another", Signer(draw("not root")).document(domain, good), "2026-03-10", 0, "signature"),
        ("another domain", root.document("threshold notice v1", good), "2026-03-10", 0, "signature"),
        ("not a roster", root.document(domain, {"v": 1}), "2026-03-10", 0, "malformed"),
    ]
    listed = [dict(zip(("name", "signed", "today", "seen", "outcome"), case, strict=True)) for case in cases]
    return {"root": b64(root.public), "deployment": b64(deployment), "cases": listed}
