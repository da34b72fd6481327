"""The vocabulary of tags, and the pages that carry them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import CueError
from game.story.cues import CUES, Cue, parse, parse_all, suggestion
from game.story.manifest import key, pick
from game.story.page import Choice, Line, Page


@pytest.mark.parametrize("name", CUES)
def test_every_example_is_right(name: str) -> None:
    """The example of every cue is read as that cue."""
    assert parse(CUES[name].example).name == name


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("music: kick, bass", "kick, bass"),
        (" pause :  1.5 ", "1.5"),
        ("people: none", "none"),
        ("speaker: Aunt Rae", "Aunt Rae"),
        ("pause: 5", "5"),
    ],
)
def test_right_tags(tag: str, value: str) -> None:
    """A tag is read with or without spaces around its parts."""
    assert parse(tag).value == value


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("musik: kick", "did you mean “music”"),
        ("xyzzy: 1", "guide"),
        ("pause: 6", "SECONDS"),
        ("view: film", "page | chat"),
        ("", "guide"),
        ("sound", "NAME"),
    ],
)
def test_wrong_tags_say_how_to_mend_them(tag: str, words: str) -> None:
    """An unknown cue names the nearest known one; a wrong argument shows an example."""
    with pytest.raises(CueError, match=words.replace("|", r"\|")):
        parse(tag)


@given(st.lists(st.text(max_size=80)))
def test_any_tags_at_all(tags: list[str]) -> None:
    """Whatever stands in tags, each becomes a cue or a fault."""
    cues, faults = parse_all(tags)
    assert len(cues) + len(faults) == len(tags)


def test_names() -> None:
    """A cue's value is a list of names where it lists them; `none` is the empty list."""
    assert Cue("music", "kick, bass").names == ("kick", "bass")
    assert Cue("music", "none").names == ()
    assert suggestion("ambiance") == "ambience"


def test_pages() -> None:
    """A page without choices is an end; a prompt stands above the choices where one of them has it."""
    assert Page().ended
    assert Page().prompt is None
    page = Page((Line("Hi.", (Cue("mood", "open"), Cue("mood", "guarded"))),), (Choice(0, "a"), Choice(1, "b", (Cue("prompt", "And?"),))))
    assert not page.ended
    assert page.prompt == "And?"
    assert page.lines[0].cue("mood") == "guarded"
    assert page.choices[0].cue("mood") is None


def test_texts_in_languages() -> None:
    """A text is picked in the language asked for, its base, the story's own, or any."""
    texts = {"en": "Hi", "pt": "Oi", "fr-CA": "Allô"}
    assert [pick(texts, language, "en") for language in ("pt-BR", "fr-CA", "de")] == ["Oi", "Allô", "Hi"]
    assert pick({"fr": "Salut"}, "de", "en") == "Salut"
    assert pick({}, "de", "en") == ""
    assert key("Two  Seeded") == "two_seeded"
