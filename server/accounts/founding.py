"""The first day of an organisation: its row, its first administrator, the offers of a beginning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nacl.utils import random
from sqlalchemy import select

from server.accounts.requests import Person
from server.contact.models import Organisation
from server.errors import ConfigurationError

if TYPE_CHECKING:
    from server.accounts.people import People
    from server.db import Database

RETENTION_DAYS = 60
LIMITS = {
    "en": "What you write stays between you and those who answer you. If we believe that somebody’s life is in danger, we may have "
    "to get help. We would tell you before, if we can.",
    "de": "Was du schreibst, bleibt zwischen dir und denen, die dir antworten. Wenn wir glauben, dass jemand in Lebensgefahr ist, "
    "müssen wir vielleicht Hilfe holen. Wenn es geht, sagen wir es dir vorher.",
}


def found(database: Database, name: str, root: bytes) -> bytes:
    """Writes the organisation and returns its deployment id.

    Raises ConfigurationError where there is one already.
    """
    with database.write() as session:
        if session.scalars(select(Organisation)).first():
            raise ConfigurationError("This database belongs to an organisation already: use a new data folder.")
        deployment = random(16)
        limits = json.dumps(LIMITS, ensure_ascii=False)
        about = json.dumps({"en": name}, ensure_ascii=False)
        session.add(
            Organisation(
                id=random(16), name=name, about=about, limits=limits, retention_days=RETENTION_DAYS, deployment=deployment, root=root
            )
        )
        return deployment


def check(database: Database) -> None:
    """Raises ConfigurationError where there is no organisation yet."""
    with database.read() as session:
        if session.scalars(select(Organisation)).first() is None:
            raise ConfigurationError(
                "There is no organisation in this database: `threshold-server init` makes one in a new folder, `restore` brings one back."
            )


def first_administrator(people: People, name: str) -> str:
    """Invites the first administrator and returns the link's token."""
    return people.invite(Person(name=name, roles=["administrator", "counsellor"]), "threshold-server init")[1]
