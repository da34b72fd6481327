"""Wishes are matched on the device, each of them optional, in every combination."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from game.contact.coding import decode, from_text
from game.contact.offers import WEIGHTS, Choices, Wishes, choices, matching
from game.contact.roster import Directory, Offer, Roster
from tests.game.contact.test_vectors import ROSTERS

ROSTER = decode(from_text(ROSTERS["cases"][0]["signed"]["payload"]), Roster)
MAREN, YUSUF, INES = (person.id for person in ROSTER.staff)


def offer(slug: str, *staff: bytes, **more: Any) -> Offer:  # noqa: ANN401  whatever an offer has
    """Returns an offer."""
    base = {"kinds": [], "forms": ["letters"], "topics": [], "languages": [], "times": [], "ages": [12, 27], "reply_days": 2}
    texts = {"title": {"en": slug}, "text": {"en": slug}}
    made = decode(json.dumps({"id": slug, **texts, **base, **more, "staff": []}).encode(), Offer)
    return Offer(**{name: getattr(made, name) for name in made.__struct_fields__} | {"staff": staff})


OFFERS = (
    offer("letters", MAREN, YUSUF, topics=["leaving"], times=["evenings"]),
    offer("chat", YUSUF, forms=["chat"], topics=["family"], times=["mornings"], ages=[16, 20]),
    offer("peers", INES, forms=["letters", "call"], ages=[12, 15]),
    offer("nobody", topics=["leaving"]),
)
DIRECTORY = Directory(Roster(**{name: getattr(ROSTER, name) for name in ROSTER.__struct_fields__} | {"offers": OFFERS}))
WISHES: dict[str, tuple[Any, ...]] = {
    "kinds": (frozenset(), frozenset({"former"}), frozenset({"survivor"})),
    "languages": (frozenset(), frozenset({"de-AT"}), frozenset({"tr"})),
    "age": ("", "40s"),
    "gender": ("", "woman"),
    "forms": (frozenset(), frozenset({"chat"})),
    "times": (frozenset(), frozenset({"evenings", "nights"})),
    "topics": (frozenset(), frozenset({"leaving"})),
    "own_age": (None, 14, 99),
}


def slugs(wishes: Wishes) -> list[str]:
    """Returns the offers that are shown, best first."""
    return [match.offer.id for match in matching(DIRECTORY, wishes)]


def test_every_combination_of_wishes_works() -> None:
    """Whatever is wished for or not, every offer with somebody on duty is shown, scored between none and all."""
    for values in itertools.product(*WISHES.values()):
        found = matching(DIRECTORY, Wishes(**dict(zip(WISHES, values, strict=True))))
        assert sorted(match.offer.id for match in found) == ["chat", "letters", "peers"]
        assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
        wished = sum(bool(value) or value == 0 for value in values)
        assert all(len(match.fits) + len(match.misses) == wished and 0 <= match.score <= 1 for match in found)


def test_no_wish_keeps_the_organisations_order() -> None:
    """Who wishes for nothing sees the offers as the organisation put them, and no offer that nobody answers."""
    assert slugs(Wishes()) == ["letters", "chat", "peers"]


def test_the_best_fit_comes_first() -> None:
    """An offer that meets a wish stands before those that do not, and the person who does before the others there."""
    assert slugs(Wishes(forms=frozenset({"chat"})))[0] == "chat"
    assert slugs(Wishes(kinds=frozenset({"peer"})))[0] == "peers"
    assert slugs(Wishes(own_age=14, forms=frozenset({"call"})))[0] == "peers"
    former = matching(DIRECTORY, Wishes(kinds=frozenset({"former"})))
    assert [person.name for person in former[0].staff] == ["Yusuf", "Maren"]
    assert former[0].fits == ("kinds",)
    assert former[-1].misses == ("kinds",)


def test_a_language_in_common_weighs_most() -> None:
    """A language that both speak weighs more than any other wish, and its region does not matter."""
    assert max(WEIGHTS, key=lambda name: WEIGHTS[name]) == "languages"
    assert matching(DIRECTORY, Wishes(languages=frozenset({"de-CH"})))[0].misses == ()


def test_only_what_somebody_offers_can_be_wished_for() -> None:
    """The choices are those of offers with somebody on duty, each once."""
    assert choices(DIRECTORY) == Choices(
        kinds=("professional", "former", "peer"),
        languages=("en", "de"),
        ages=("30s", "40s"),
        genders=("woman",),
        forms=("letters", "chat", "call"),
        times=("evenings", "mornings"),
        topics=("leaving", "family"),
    )
    assert choices(replace(DIRECTORY, roster=ROSTER)).topics == ("leaving",)


@given(
    st.builds(
        Wishes, kinds=st.frozensets(st.text(max_size=5)), topics=st.frozensets(st.text(max_size=5)), own_age=st.none() | st.integers()
    )
)
def test_any_wish_at_all_is_taken(wishes: Wishes) -> None:
    """Wishes that nobody thought of still show every offer, and show themselves to nobody."""
    assert len(matching(DIRECTORY, wishes)) == 3
    assert "kinds" not in repr(wishes)
