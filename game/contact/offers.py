"""Finds who fits: wishes stay on the device, and are held against the directory that everybody gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.contact.roster import Directory, Offer, Staff

# How much a wish weighs, met or not: a language that both speak comes before everything else.
WEIGHTS: Final = {"languages": 8, "kinds": 4, "topics": 3, "ages": 3, "forms": 2, "times": 2, "gender": 2, "age": 1}
_OF_PERSON: dict[str, Callable[[Staff], Iterable[str]]] = {
    "languages": lambda person: person.languages,
    "kinds": lambda person: (person.kind,),
    "gender": lambda person: (person.gender,) if person.gender else (),
    "age": lambda person: (person.age,) if person.age else (),
}
_OF_OFFER: dict[str, Callable[[Offer], Iterable[str]]] = {
    "forms": lambda offer: offer.forms,
    "times": lambda offer: offer.times,
    "topics": lambda offer: offer.topics,
}


@dataclass(frozen=True, slots=True, repr=False)
class Wishes:
    """What would suit a player; whatever is empty is no wish. `own_age` is in years."""

    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    age: str = ""
    gender: str = ""
    forms: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    own_age: int | None = None

    def of(self, name: str) -> frozenset[str]:
        """Returns a wish as a set."""
        value = getattr(self, name)
        return value if isinstance(value, frozenset) else frozenset({value} - {""})


@dataclass(frozen=True, slots=True)
class Match:
    """An offer, who answers there, best first, and which wishes it meets. `score` runs from 0 to 1."""

    offer: Offer
    staff: tuple[Staff, ...]
    score: float
    fits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to wish for: only what somebody offers, each in the order it comes up in."""

    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(slots=True)
class _Verdict:
    fits: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, *, met: bool) -> None:
        (self.fits if met else self.misses).append(name)

    def score(self) -> float:
        """Returns how much of what was wished for is met; 1 where nothing was."""
        met, missed = (sum(WEIGHTS[name] for name in names) for names in (self.fits, self.misses))
        return met / (met + missed) if met + missed else 1.0


def matching(directory: Directory, wishes: Wishes) -> tuple[Match, ...]:
    """Returns every offer that has somebody on duty, best first; equally good ones stay in the organisation's order."""
    found = [_match(directory, offer, wishes) for offer in directory.roster.offers]
    return tuple(sorted((match for match in found if match.staff), key=lambda match: -match.score))


def choices(directory: Directory) -> Choices:
    """Returns what there is to wish for."""
    offers = [offer for offer in directory.roster.offers if directory.roster.on_duty(offer)]
    staff = [person for offer in offers for person in directory.roster.on_duty(offer)]
    return Choices(
        kinds=_once(person.kind for person in staff),
        languages=_once(language for person in staff for language in person.languages),
        ages=tuple(sorted(_once(person.age for person in staff))),
        genders=_once(person.gender for person in staff),
        forms=_once(form for offer in offers for form in offer.forms),
        times=_once(time for offer in offers for time in offer.times),
        topics=_once(topic for offer in offers for topic in offer.topics),
    )


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _match(directory: Directory, offer: Offer, wishes: Wishes) -> Match:
    """Judges one offer: by itself, and by the person there who suits best."""
    people = sorted(directory.roster.on_duty(offer), key=lambda person: -_of_person(person, wishes).score())
    verdict = _of_person(people[0], wishes) if people else _Verdict()
    for name, values in _OF_OFFER.items():
        if wanted := wishes.of(name):
            verdict.add(name, met=bool(wanted & set(values(offer))))
    if wishes.own_age is not None:
        verdict.add("ages", met=offer.ages[0] <= wishes.own_age <= offer.ages[1])
    return Match(offer, tuple(people), verdict.score(), tuple(verdict.fits), tuple(verdict.misses))


def _of_person(person: Staff, wishes: Wishes) -> _Verdict:
    verdict = _Verdict()
    for name, values in _OF_PERSON.items():
        if wanted := {value.partition("-")[0] if name == "languages" else value for value in wishes.of(name)}:
            had = {value.partition("-")[0] if name == "languages" else value for value in values(person)}
            verdict.add(name, met=bool(wanted & had))
    return verdict
