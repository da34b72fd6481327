"""A story that asks all there is to ask, and a public that played it: answers are blurred as games do, and counted by the service."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from sqlalchemy import select

from server.accounts import sessions
from server.accounts.models import RESEARCHER, Staff
from server.insight import weeks
from server.insight.weights import WHOLE, weights
from server.wire import encode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from server.app import House
    from server.insight.asked import Asked, Release
    from server.insight.service import Insight

WEEKS = 6
TITLES = {"en": "Second Verse", "de": "Zweite Strophe", "fr": "Second couplet", "sv": "Andra versen", "ar": "المقطع الثاني"}
MIKA = {
    "name": "mika",
    "kind": "choice",
    "options": ["read", "song", "silent"],
    "text": {"en": "What do you say to Mika?", "de": "Was sagst du zu Mika?", "ar": "ماذا تقول لميكا؟"},
    "answers": {
        "read": {"en": "I read them. I hoped nobody would notice.", "de": "Ich habe sie gelesen. Ich hoffte, dass es niemand merkt."},
        "song": {"en": "It’s only a song.", "de": "Es ist nur ein Lied."},
        "silent": {"en": "Say nothing. Turn the phone face down.", "de": "Nichts sagen. Das Telefon umdrehen."},
    },
}
QUESTIONS = [
    MIKA,
    {"name": "saturday", "kind": "choice", "options": ["jona", "mika", "nobody"], "text": {"en": "Who plays on Saturday?"}},
    {"name": "ending", "kind": "ending", "options": ["door", "road", "stage"], "answers": {"door": {"en": "=An open door"}}},
    {"name": "stopped_at", "kind": "stopped_at", "options": ["chapter_1", "chapter_2", "finished"]},
    {"name": "length", "kind": "length", "options": ["under_30", "to_60", "over_60"]},
    {"name": "help_opened", "kind": "help_opened", "options": ["opened", "not_opened"]},
    {"name": "before_after", "kind": "before_after", "options": ["toward", "same", "away"]},
]
MANIFEST = {
    "format": 1,
    "id": "second-verse",
    "version": "1.1",
    "title": TITLES,
    "ink": {"ar": "ink/ar.json", "de": "ink/de.json", "en": "ink/en.json"},
    "chapters": [{"title": {"en": "The pool’s café"}}, {"title": {"en": "Rules on the ice"}}],
    "endings": {"door": {}, "road": {}, "stage": {}},
    "questions": QUESTIONS,
}
# How many reports each question has, and which share of players each answer is true of; not reached is the last.
PUBLIC: Mapping[str, tuple[int, Sequence[float]]] = {
    "mika": (1573, (0.56, 0.15, 0.18, 0.11)),
    "saturday": (503, (0.3, 0.35, 0.2, 0.15)),
    "ending": (73, (0.3, 0.3, 0.3, 0.1)),
    "stopped_at": (1801, (0.1, 0.2, 0.7, 0.0)),
    "length": (902, (0.1, 0.3, 0.5, 0.1)),
    "help_opened": (2404, (0.3, 0.6, 0.1)),
    "before_after": (7, (0.3, 0.5, 0.1, 0.1)),
    "language": (3902, (0.2, 0.45, 0.3, 0.05)),
}


def register(insight: Insight) -> Release:
    """Registers the story."""
    return insight.register(json.dumps(MANIFEST).encode())


def fill(insight: Insight, release: Release) -> None:
    """Has the public play in the weeks before this one, and somebody tamper with one question in one more."""
    rng, now = random.Random(14), weeks.monday(insight.today())
    for back in range(WEEKS, 0, -1):
        for asked in release.questions:
            total, shares = PUBLIC[asked.name]
            part = total // WEEKS + (total % WEEKS if back == 1 else 0)
            add(insight, asked, now - back * weeks.WEEK, blurred(rng, asked, part, shares))
        insight.flush()
    tampered = next(asked for asked in release.questions if asked.name == "length")
    add(insight, tampered, now - (WEEKS + 1) * weeks.WEEK, [200, 3, 3, 3])
    insight.flush()


def blurred(rng: random.Random, asked: Asked, total: int, shares: Sequence[float]) -> list[int]:
    """Returns how often each answer is named by so many players, each of whose games flips its coins."""
    truth, lie = (weight / WHOLE for weight in weights(len(asked.options), asked.epsilon))
    drawn = rng.choices(range(len(shares)), [lie + share * (truth - lie) for share in shares], k=total)
    return [drawn.count(place) for place in range(len(shares))]


def add(insight: Insight, asked: Asked, monday: dt.date, counts: Sequence[int]) -> None:
    """Has answers counted as the service counts them once their proof of work holds."""
    for answer, count in enumerate(counts):
        for _ in range(count):
            insight.buffer.add((monday, asked.id, answer), random.Random(f"{asked.id} {monday} {answer} {_}").randbytes(32))


def researcher(house: House, name: str) -> str:
    """Gives somebody the role that reads figures beside their own, and returns the cookie of their session."""
    with house.database.write() as session:
        staff = session.scalars(select(Staff).where(Staff.name == name)).one()
        staff.roles = " ".join(sorted({*staff.roles.split(), RESEARCHER}))
        return encode(house.accounts.sessions.open(session, staff, sessions.FULL, house.accounts.clock()))
