"""An organisation with two counsellors and an administrator, as it stands on its second day; its root key is in the tests' hands."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nacl.signing import SigningKey

from server.accounts import founding, sessions
from server.accounts.guard import Guard
from server.accounts.models import ACTIVE, Staff
from server.contact import roster
from server.wire import encode
from tests.server.client import OFFER, Client, Counsellor, Person, b64, signed, unb64

if TYPE_CHECKING:
    from flask import Flask

    from server.app import House
    from tests.server.client import Json
    from tests.server.wires import Wire

NAMES = {"maren": "counsellor", "yusuf": "counsellor", "ines": "counsellor", "admin": "administrator"}
ON_DUTY = ("maren", "yusuf")


@dataclass
class Organisation:
    """The organisation's people and root key, beside the house that they work in."""

    house: House
    deployment: bytes
    root: SigningKey
    people: dict[str, Person] = field(default_factory=dict)

    def duty(self) -> list[Person]:
        """Returns who is on duty for the one offer."""
        return [self.people[name] for name in ON_DUTY]

    def client(self, wire: Wire) -> Client:
        """Returns somebody new who may write."""
        return Client(wire, self.house.config.origin)

    def counsellor(self, wire: Wire, name: str) -> Counsellor:
        """Returns somebody of the staff, signed in with both factors."""
        person = self.people[name]
        with self.house.database.write() as session:
            cookie = self.house.accounts.sessions.open(
                session, session.get_one(Staff, person.staff), sessions.FULL, self.house.accounts.clock()
            )
        return Counsellor(wire, person, encode(cookie), Guard(self.house.accounts, self.house.secret).token(cookie))

    def payload(self, version: int, today: dt.date, days: int = 30) -> Json:
        """Returns what a roster of these people says."""
        staff = [
            {
                "id": b64(one.staff),
                "name": one.name,
                "kind": "former",
                "about": {"en": "Writes back."},
                "languages": ["en"],
                "age": None,
                "gender": None,
                "sign": b64(bytes(one.signer.verify_key)),
                "box": b64(one.box),
            }
            for one in self.people.values()
        ]
        offer = {"id": OFFER, "title": {"en": "Letters"}, "text": {"en": "At your pace."}, "staff": [b64(one.staff) for one in self.duty()]}
        rest = {
            "kinds": ["former"],
            "forms": ["letters"],
            "topics": [],
            "languages": ["en"],
            "times": [],
            "ages": [13, 27],
            "reply_days": 2,
        }
        return {
            "v": 1,
            "deployment": b64(self.deployment),
            "version": version,
            "issued": today.isoformat(),
            "expires": (today + dt.timedelta(days=days)).isoformat(),
            "organisation": {"id": b64(bytes(16)), "name": {"en": "Lantern"}, "about": {}, "limits": {}, "retention_days": 60},
            "staff": staff,
            "offers": [{**offer, **rest}],
            "partners": [],
        }

    def publish(self, version: int, today: dt.date | None = None, days: int = 30) -> None:
        """Signs a roster and has the server take it."""
        today = today or self.house.letters.today()
        document = signed(self.root, "threshold roster v1", self.payload(version, today, days))
        with self.house.database.write() as session:
            roster.publish(session, unb64(document["payload"]), unb64(document["signature"]), today)


def found(house: House) -> Organisation:
    """Founds the organisation in an empty database."""
    root = SigningKey.generate()
    made = Organisation(house, founding.found(house.database, "Lantern", bytes(root.verify_key)), root)
    for name, role in NAMES.items():
        person = Person(name.title(), os.urandom(16))
        made.people[name] = person
        keys = {"sign_key": bytes(person.signer.verify_key), "box_key": person.box}
        with house.database.write() as session:
            session.add(
                Staff(
                    id=person.staff,
                    name=name,
                    display=person.name,
                    roles=role,
                    state=ACTIVE,
                    profile=json.dumps({}),
                    day=house.letters.today(),
                    **keys,
                )
            )
    made.publish(1)
    return made


def wired(app: Flask) -> House:
    """Returns what an app stands on."""
    house: House = app.extensions["threshold"]
    return house
