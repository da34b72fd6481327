"""Who was met in a journey, and how close they are by the story's own numbers. Closeness, never goodness; words, never figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.story.manifest import key

if TYPE_CHECKING:
    from game.story.journey import Journey
    from game.story.manifest import Person

Near = Literal["near", "some", "far"]
_NEAR, _SOME = 2 / 3, 1 / 3


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who was met: their key, how near they are (None where the story does not say), and the chapters they were met in."""

    who: str
    near: Near | None
    chapters: tuple[int, ...]


def met(journey: Journey) -> tuple[Met, ...]:
    """Returns everyone who spoke or was in the room so far, in the order they came, the player's own character left out."""
    people = journey.book.manifest.people
    seen: dict[str, dict[int, None]] = {}
    for at, turn in enumerate(journey.turns):
        chapter = journey.stage_at(at).chapter
        for line in turn.page.lines:
            for cue in line.cues:
                names = (cue.value,) if cue.name == "speaker" else cue.names if cue.name == "people" else ()
                for name in names:
                    seen.setdefault(key(name), {}).update({chapter: None} if chapter else {})
    own = me(journey)
    known = [who for who in seen if who != own and who in journey.book.manifest.characters]
    return tuple(Met(who, _near(journey, people.get(who)), tuple(sorted(seen[who]))) for who in known)


def me(journey: Journey) -> str:
    """Returns the key of the player's own character; empty where the story names none."""
    return next((who for who, person in journey.book.manifest.people.items() if person.me), "")


def _near(journey: Journey, person: Person | None) -> Near | None:
    """Returns how near somebody is by the story's number for them."""
    value = journey.number(person.closeness) if person and person.closeness else None
    if person is None or value is None or person.range[1] <= person.range[0]:
        return None
    part = (value - person.range[0]) / (person.range[1] - person.range[0])
    return "near" if part >= _NEAR else "some" if part >= _SOME else "far"
