"""Saves outlive what writers do to their stories: each change lands where it should, and says so in one sentence."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from game.story.journey import Journey
from game.story.saves import Saves
from studio.compile import compile_ink
from studio.ink_source import read_ink
from tests.game.story import packs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.story.pack import Book

FILES = {
    "main.ink": "VAR trust = 0\nINCLUDE chapters/one.ink\nINCLUDE chapters/two.ink\n-> kitchen\n",
    "chapters/one.ink": """\
=== kitchen ===
# chapter: 1
The kettle has its lid off.
* [Put it on.]
    ~ trust = trust + 1
    It rattles.
* [Leave it.]
    It stays cold.
- Somebody is on the stairs.
* [Go up.]
* [Wait.]
- -> stairs
""",
    "chapters/two.ink": """\
=== stairs ===
# chapter: 2
The light on the stairs is broken, trust {trust}.
* [Climb.]
    Nine steps.
* * [Knock.]
    Three times.
* * [Listen.]
    Nobody.
* [Sit down.]
    The step is cold.
- -> door
=== door ===
The door has a new name on it.
* [Ring.]
- The end.
-> END
""",
}
GERMAN = (
    ("The kettle has its lid off.", "Der Kessel hat keinen Deckel."),
    ("Put it on.", "Setz ihn auf."),
    ("It rattles.", "Er klappert."),
    ("Somebody is on the stairs.", "Jemand ist auf der Treppe."),
    ("Nine steps.", "Neun Stufen."),
    ("The light on the stairs is broken, trust", "Das Licht ist kaputt, Vertrauen"),
)
Change = dict[str, str]


def ink(folder: Path, files: dict[str, str]) -> str:
    """Returns a story as the studio compiles it from its files."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    compiled = compile_ink(read_ink(folder, "main.ink"))
    assert compiled.json is not None, compiled.diagnostics
    return compiled.json


def book(folder: Path, *languages: tuple[str, dict[str, str]], version: str = "1.0") -> Book:
    """Returns an opened story told in these languages."""
    return packs.book(folder, {tag: ink(folder / "ink", files) for tag, files in languages}, version=version)


def changed(*changes: tuple[str, str]) -> dict[str, str]:
    """Returns the story's files with words replaced; each must be there."""
    files = dict(FILES)
    for old, new in changes:
        assert any(old in text for text in files.values()), old
        files = {name: text.replace(old, new) for name, text in files.items()}
    return files


def moved(name: str, to: str) -> dict[str, str]:
    """Returns the story's files with one of them at another place."""
    files = {to if each == name else each: text for each, text in FILES.items()}
    return {each: text.replace(f"INCLUDE {name}", f"INCLUDE {to}") for each, text in files.items()}


def texts(journey: Journey) -> list[str]:
    """Returns the lines of the page."""
    return [line.text for line in journey.page.lines if line.text]


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Saves]:
    """Returns what plays the story by these choices and saves it, on disk, in slot 1."""

    def play(*choices: int) -> Saves:
        journey = Journey.begin(book(tmp_path, ("en", FILES)), "en", seed=3)
        for choice in choices:
            journey.choose(choice)
        saves = Saves(tmp_path / "saves")
        saves.write_slot(1, journey.record())
        return saves

    return play


def again(saves: Saves, newer: Book) -> Journey:
    """Returns the journey that goes on from the save in the newer story."""
    info = saves.latest(newer.manifest.id)
    assert info is not None
    return Journey.resume(newer, saves.load(info))


# At the choice on the stairs after Nine steps, with trust 1: what was changed, whether it is said, and the last line read.
CHANGES = {
    "a line fixed": (changed(("Nine steps.", "Eleven steps.")), False, "Eleven steps."),
    "an earlier line fixed": (changed(("its lid off", "a lid on")), False, "Nine steps."),
    "a choice reworded": (changed(("[Knock.]", "[Knock softly.]")), False, "Nine steps."),
    "a chapter's file moved": (moved("chapters/two.ink", "upstairs/second.ink"), False, "Nine steps."),
    "a chapter's knots written in another order": (
        changed(("INCLUDE chapters/one.ink\nINCLUDE chapters/two.ink", "INCLUDE chapters/two.ink\nINCLUDE chapters/one.ink")),
        False,
        "Nine steps.",
    ),
    "a knot added elsewhere": (changed(("=== door ===", "=== attic ===\nDust.\n-> door\n=== door ===")), False, "Nine steps."),
    "a choice added before": (
        changed(("* [Climb.]", "* [Whistle.]\n    An echo.\n* [Climb.]")),
        True,
        "The light on the stairs is broken, trust 1.",
    ),
    "the knot renamed": (
        changed(("stairs ===", "steps ==="), ("-> stairs", "-> steps")),
        True,
        "The light on the stairs is broken, trust 1.",
    ),
    "a variable added": (changed(("VAR trust = 0", "VAR trust = 0\nVAR cold = true")), False, "Nine steps."),
}


@pytest.mark.parametrize("change", [*CHANGES])
def test_a_save_survives_an_edited_story(saved: Callable[..., Saves], tmp_path: Path, change: str) -> None:
    """A save must go on at its very place where that is the same, else at the last one that is, say which, and play to the end."""
    files, said, last = CHANGES[change]
    journey = again(saved(0, 0, 0), book(tmp_path, ("en", files), version="1.1"))
    assert texts(journey)[-1] == last
    assert bool(journey.landed) is said
    if journey.landed:
        assert journey.landed.count(".") == 2
        assert "last place that is still the same" in journey.landed
    for _ in range(10):
        if journey.page.ended:
            break
        journey.choose(0)
    assert texts(journey)[-1] == "The end."


def test_what_was_decided_is_kept_where_a_save_falls_back(saved: Callable[..., Saves], tmp_path: Path) -> None:
    """Variables and the pages before must come along to the place a save falls back to, and the old save stays as it was."""
    saves = saved(0, 0, 0)
    before = {path: path.read_bytes() for path in (tmp_path / "saves").rglob("*.json")}
    newer = book(tmp_path, ("en", changed(("* [Climb.]", "* [Whistle.]\n    An echo.\n* [Climb.]"))), version="2")
    journey = again(saves, newer)
    assert texts(journey) == ["The light on the stairs is broken, trust 1."]
    assert [turn.chosen_text for turn in journey.turns[:2]] == ["Put it on.", "Go up."]
    assert [choice.text for choice in journey.page.choices] == ["Whistle.", "Climb.", "Sit down."]
    assert {path: path.read_bytes() for path in before} == before


def test_a_story_translated_after_the_save_goes_on_at_the_same_place(saved: Callable[..., Saves], tmp_path: Path) -> None:
    """A save made in English must go on at the same place once the story is there in German too, and change to German there."""
    saves = saved(0, 0, 0)
    journey = again(saves, book(tmp_path, ("en", FILES), ("de", changed(*GERMAN)), version="1.1"))
    assert (journey.language, texts(journey), journey.landed) == ("en", ["Nine steps."], None)
    journey.switch_language("de")
    assert texts(journey) == ["Neun Stufen."]
    journey.back()
    assert texts(journey) == ["Das Licht ist kaputt, Vertrauen 1."]


def test_a_language_that_went_away_is_told_in_the_storys_own(saved: Callable[..., Saves], tmp_path: Path) -> None:
    """A save made in a language that the newer story lacks must go on at its place in the story's own language."""
    saves = saved(0)
    both = book(tmp_path, ("en", FILES), ("de", changed(*GERMAN)))
    journey = Journey.begin(both, "de", seed=3)
    for choice in (0, 0, 0):
        journey.choose(choice)
    info = saves.write_slot(2, journey.record())
    alone = Journey.resume(book(tmp_path, ("en", FILES), version="1.2"), saves.load(info))
    assert (alone.language, texts(alone), alone.landed) == ("en", ["Nine steps."], None)


def test_a_story_written_anew_begins_anew_and_says_so(saved: Callable[..., Saves], tmp_path: Path) -> None:
    """Where nothing is left of a story, it must begin again and say that the save is kept."""
    journey = again(saved(0, 0), book(tmp_path, ("en", {"main.ink": "All new.\n* [Yes.]\n- Done.\n-> END\n"}), version="3"))
    assert texts(journey) == ["All new."]
    assert journey.landed is not None
    assert "starts again from the beginning" in journey.landed
