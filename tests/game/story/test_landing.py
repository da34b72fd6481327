"""What is carried over from an old version of a story to a new one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from game.errors import SaveError, StoryError
from game.story.journey import Journey
from game.story.landing import carried
from game.story.outline import Outline
from game.story.runtime import Story
from game.story.seen import MOST_BYTES, Seen
from tests.game.story import packs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.game.story.inkjs import InkJs

OLD = """
VAR coins = 0
VAR way = -> market
VAR name = "Rae"
LIST things = key, coat
-> market
=== market ===
Market. {market}
* [Buy]
  ~ coins = 3
  ~ things += key
  ~ name = "Nilu"
  ~ way = -> gone
  Bought.
* * [Leave] -> street
=== street ===
Street.
* [On] -> gone
=== gone ===
Gone.
* [End] -> END
=== talk(who) ===
{who}
-> END
"""
NEW = """
VAR coins = 0
VAR name = "Rae"
VAR hat = 1
VAR way = -> street
LIST things = key, coat, lamp
-> market
=== market ===
A new market, {coins}, {name}, {hat}, {things}, {market}.
* [Go] -> street
* [Way] -> way
=== street ===
A new street with {coins}, {name}, {hat}, {things}, {market}.
* [End] -> END
=== talk(who) ===
{who}
-> END
"""


def walked(ink: InkJs, folder: Path, choices: int) -> tuple[Journey, str]:
    """Returns a journey through the old story and its script."""
    script = ink.compile(OLD)
    journey = Journey.begin(packs.book(folder, {"en": script}), "en", seed=1)
    for _ in range(choices):
        journey.choose(0)
    return journey, script


def test_variables_come_along(ink: InkJs, tmp_path: Path) -> None:
    """Numbers, texts and lists keep their values in the new version; a new variable has its first value; visits count on."""
    journey, _ = walked(ink, tmp_path, 4)
    newer = packs.book(tmp_path, {"en": ink.compile(NEW)}, version="2")
    again = Journey.resume(newer, journey.record())
    assert again.landed
    assert [line.text for line in again.page.lines] == ["A new street with 3, Nilu, 1, key, 1."]
    assert [turn.page.lines[-1].text for turn in again.turns[:2]] == ["Market. 1", "Bought."]
    saved = Journey.resume(newer, again.record())
    assert saved.landed is None
    assert saved.page == again.page


def test_a_way_that_leads_nowhere_is_left_behind(ink: InkJs, tmp_path: Path) -> None:
    """A variable that holds a knot which is gone has its first value in the new version."""
    journey, _ = walked(ink, tmp_path, 2)
    again = Journey.resume(packs.book(tmp_path, {"en": ink.compile(NEW)}, version="2"), journey.record())
    assert again.page.lines[0].text == "A new market, 3, Nilu, 1, key, 2."
    assert again.choose(1).lines[0].text.startswith("A new street")


def test_going_back_over_a_changed_place(ink: InkJs, tmp_path: Path) -> None:
    """Rewinding passes over pages that the new version can't play and stops at those it can."""
    journey, _ = walked(ink, tmp_path, 3)
    changed = OLD.replace("  Bought.", "  Something new.\n  Bought.")
    again = Journey.resume(packs.book(tmp_path, {"en": ink.compile(changed)}, version="2"), journey.record())
    assert again.landed is None
    assert again.page == journey.page
    assert again.back() == journey.turns[0].page
    assert not again.can_back
    assert again.forward() == journey.page
    again = Journey.resume(again.book, again.record())
    again.back()
    assert not again.can_back
    assert [line.text for line in again.choose(0).lines] == ["Something new.", "Bought."]
    with pytest.raises(StoryError):
        again.jump_to(1 + len(again.turns))


@pytest.mark.parametrize(
    "old", ["", "null", "[]", "{}", '{"variablesState": [], "visitCounts": 3}', '{"variablesState": {"coins": {"^->": 3}}}']
)
def test_anything_may_be_carried(ink: InkJs, old: str) -> None:
    """Whatever the old state is, the new version begins."""
    script = ink.compile(NEW)
    story = Story(script, seed=1)
    story.restore(carried(old, story.state(), Outline(script)))
    assert story.advance().lines


def test_places_in_a_script(ink: InkJs) -> None:
    """A knot that asks for arguments, and a path that is none, are no places to jump to; a state that is none has no shape."""
    outline = Outline(ink.compile(OLD))
    known: dict[str, Any] = {
        path: outline.has(path) for path in ("market", "street", "talk", "nope", "", "market.0.x", "..", "market.99999999")
    }
    assert known == dict.fromkeys(known, False) | {"market": True, "street": True}
    for state in (
        "",
        "{}",
        "[1]",
        json.dumps({"currentFlowName": "x", "flows": {"x": {"callstack": {"threads": [{"callstack": [{"cPath": 1, "idx": -1}]}]}}}}),
    ):
        assert outline.shape(state) == ""
        assert outline.knot_of(state) == ""


def test_the_shapes_in_older_saves_stay_what_they_were() -> None:
    """Saves keep digests of places: whichever way a script is read, these are the digests, and a number is never a knot's name."""
    asks = '"asks":[{"temp=":"x"},null]'
    lock = '"lock":["^a",{"in":["^b",{"->":".^.c-0"},null],"#f":1}]'
    script = f'{{"root":[["^Hello",{{"->":"lock"}},{{"#n":"top"}}],"done",{{"5":["q",null],{lock},{asks},"#f":1}}]}}'
    outline = Outline(script)
    found = {path: around.hex() for path in ("", "0", "top", "lock", "lock.in", "asks") if (around := outline._around(path))}
    assert found == {
        "": "dad31583d3c2e064",
        "0": "5e36dcb54c91cfb2",
        "top": "5e36dcb54c91cfb2",
        "lock": "c40fda1012e347f6",
        "lock.in": "2dcd08e601ab2df9",
        "asks": "0dae47398271dc6e",
    }
    assert (outline.has("lock.in"), outline.has("asks"), outline.has_any("asks"), outline.has_any("5")) == (True, False, True, False)
    for empty in ("{}", '{"root":null}', '{"root":[1,null]}'):
        assert not Outline(empty).has_any("lock")


def test_what_was_seen_is_not_worth_a_crash(tmp_path: Path) -> None:
    """A memory of pages that is missing, damaged or too large is empty; one that can't be written is a typed error."""
    path = tmp_path / "seen.json"
    for raw in (b"", b"{}", b"[1]", b"\xff", b" " * (MOST_BYTES + 1)):
        path.write_bytes(raw)
        assert msgspec.json.encode(sorted(Seen.load(path)._digests)) == b"[]"
    with pytest.raises(SaveError):
        Seen().save(path / "below")
