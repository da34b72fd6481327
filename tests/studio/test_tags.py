"""Tags are found where ink finds them, and held against the table of cues and the names of story.toml."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.comments import without_comments
from studio.compile import compile_ink
from studio.ink_source import read_ink
from studio.tags import scan
from tests.studio.conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.check import Report
    from tests.studio.conftest import Tale


def tags(text: str) -> list[tuple[str, int, int, str]]:
    """Returns text, line, column and part of the tags of some ink."""
    return [(one.text, one.line, one.column, one.part) for one in scan(without_comments(text).text).tags]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi # a: b", [("a: b", 1, 4, "line")]),
        ("# a: b # c", [("a: b", 1, 1, "line"), ("c", 1, 8, "line")]),
        ("Hi \\# no", []),
        ("Hi // # no", []),
        ("Hi # a // no", [("a", 1, 4, "line")]),
        ("{x: Hi # a: b | Ho # c: d} # e", [("a: b", 1, 8, "line"), ("c: d", 1, 20, "line"), ("e", 1, 28, "line")]),
        ("Hi # mood: {m} # x", [("mood: {m}", 1, 4, "line"), ("x", 1, 16, "line")]),
        ("* Go # a", [("a", 1, 6, "both")]),
        ("* Go # a [on # b] there # c -> k", [("a", 1, 6, "both"), ("b", 1, 14, "choice"), ("c", 1, 25, "line")]),
        ("- (l) * {x} (m) Go[ # p: q]", [("p: q", 1, 21, "choice")]),
        ("- Hi [really] # a", [("a", 1, 15, "line")]),
        ("~ x = 3 # no", []),
        ("=== knot # no", []),
        ("VAR x = 3", []),
        ("Hi # a -> k", [("a", 1, 4, "line")]),
        ("Hi # well-known", [("well-known", 1, 4, "line")]),
        ("\tHi # a", [("a", 1, 5, "line")]),
    ],
)
def test_tags_are_found(text: str, expected: list[tuple[str, int, int, str]]) -> None:
    """A tag is found with its text, its place and what it belongs to."""
    assert tags(text) == expected


def compiled_tags(node: object) -> list[str]:
    """Returns the texts of the plain tags in compiled ink, in no order."""
    found: list[str] = []
    if isinstance(node, list):
        for at, part in enumerate(node):
            if part == "#" and isinstance(node[at + 1], str) and node[at + 1].startswith("^"):
                found.append(node[at + 1].removeprefix("^").strip())
            found += compiled_tags(part)
    elif isinstance(node, dict):
        for part in node.values():
            found += compiled_tags(part)
    return found


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of ink stories is not at ../shared/corpus")
def test_the_scanner_agrees_with_the_compiler() -> None:
    """In every story of the corpus, the plain tags found in the source are those that the compiler wrote."""
    seen = 0
    for path in sorted(CORPUS.rglob("*.ink")):
        sources = read_ink(path.parent, path.name)
        plain = sorted({tag.text for bare in sources.bare.values() for tag in scan(bare).tags if not tag.dynamic})
        if plain:
            ink = compile_ink(sources).json
            assert sorted(set(compiled_tags(json.loads(ink or "")["root"]))) == plain, path.name
            seen += 1
    assert seen >= 3


@given(st.text(alphabet="#ab: *+-[]{}|\\()\n<>/~=é\t", max_size=120))
def test_any_text_is_scanned(text: str) -> None:
    """Whatever a line holds, the scanner ends, and every tag begins with a # in its place."""
    bare = without_comments(text).text
    lines = bare.split("\n")
    assert all(lines[one.line - 1][one.column - 1] == "#" for one in scan(bare).tags)


def test_a_right_story_has_no_complaints(tale: Tale) -> None:
    """The story these tests spoil is right."""
    assert tale.codes() == []


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("# mood: open", "# mod: open", "CUE01", "“mood”"),
        ("# mood: open", "# zzz", "CUE01", "“zzz”"),
        ("# mood: open", "# Mood: open", "CUE01", "“mood”"),
        ("# mood: open", "# pause: soon", "CUE02", "SECONDS"),
        ("# mood: open", "# pause: 6", "CUE02", "SECONDS"),
        ("# mood: open", "# mood", "CUE02", "NAME"),
        ("[Go in #", "[Go in # sound: kick #", "CUE03", "“sound”"),
        ("[Go in #", "Go [in #", "FLOW", ""),
        ("I went in.", "I went in. # prompt: Now", "CUE04", "“prompt”"),
        ("# scene: lock", "# scene: lok", "CUE05", "“lock”"),
        ("# mood: open", "# scene: none # mood: open", "", ""),
        ("# chapter: 1", "# chapter: 2", "CUE05", "chapter “2”"),
        ("# speaker: Rae # mood: open", "# speaker: Ray", "CUE05", "“Rae”"),
        ("# speaker: Rae # mood: open", "# speaker: rae # mood: open", "", ""),
        ("# mood: open", "# people: Rae, Zoe", "CUE05", "“Zoe”"),
        ("# mood: open", "# perspective: none", "", ""),
        ("# mood: open", "# mood: opne", "CUE07", "“open”"),
        ("# mood: open", "# mood: {LIST_COUNT(())}", "", ""),
        ("# sound: kick", "# sound: kik", "CUE05", "“kick”"),
        ("# sound: kick", "# sound: kick # music: kick", "CUE06", "is a sound"),
        ("# ending: home", "# ending: hom # ending: home", "CUE05", "“home”"),
        ("# mood: open", "# ask: which", "CUE05", "question “which”"),
        ("# mood: open", "# skip: latter", "CUE08", "“later”"),
        ("# mood: open", "# skip: later", "CUE09", "[skips.later]"),
        ("# mood: open", "# note: A window is broken.", "", ""),
    ],
)
def test_wrong_cues_are_told(tale: Tale, old: str, new: str, code: str, words: str) -> None:
    """A cue that is unknown, malformed, misplaced or names nothing gets one complaint with a way out."""
    tale.change("main.ink", old, new)
    found = [one for one in tale.check().diagnostics if one.code.startswith("CUE")]
    if not code.startswith("CUE"):
        assert found == []
        return
    assert [one.code for one in found] == [code]
    assert words in found[0].sentence + found[0].mend
    assert found[0].source[found[0].column - 1] == "#"
    assert found[0].mend


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("* Go # sound: kick\n- -> END\n", "CUE03"),
        ("* Go[] # sound: kick\n- -> END\n", ""),
        ("* Go # prompt: Now\n- -> END\n", "CUE04"),
        ("* Go[ # prompt: Now]\n- -> END\n", ""),
        ("* [Go # prompt: Now]\n- -> END\n", ""),
    ],
)
def test_the_place_of_a_cue_on_a_choice_counts(ink: Callable[..., Report], text: str, code: str) -> None:
    """Before the brackets a tag is offered and printed; inside it is offered; behind it is printed."""
    assert [one.code for one in ink(text).diagnostics if one.code.startswith("CUE")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* [a]\n* [b]\n- -> END\n", [("FLOW06", 1)]),
        ("* [a # prompt: x]\n* [b]\n- -> END\n", [("FLOW06", 2)]),
        ("* [a # prompt: x]\n* [b # prompt: y]\n- -> END\n", [("FLOW07", 2)]),
        ("* [a # prompt: x]\n* [b # prompt: x]\n- Hi\n* [c # prompt: y]\n- -> END\n", []),
        ("* [a # prompt: x]\n** [b # prompt: y]\n** [c # prompt: y]\n* [d # prompt: x]\n- -> END\n", []),
        ("* [a # prompt: x]\n* -> END\n", []),
        ("-> a\n=== a\n* [a # prompt: x]\n-> b\n=== b\n* [b # prompt: y]\n-> END\n", []),
    ],
)
def test_sets_of_choices_have_one_prompt(ink: Callable[..., Report], text: str, expected: list[tuple[str, int]]) -> None:
    """Choices offered together have the same prompt; a fallback needs none."""
    assert [(one.code, one.line) for one in ink(text).diagnostics] == expected


def test_what_no_cue_uses_is_told(tale: Tale) -> None:
    """Endings, scenes, sounds and questions that the ink never names are warnings at their place in story.toml."""
    tale.write(
        "story.toml", (tale.root / "story.toml").read_text() + '[[questions]]\nname = "which"\nkind = "choice"\noptions = ["a", "b"]\n'
    )
    tale.write("main.ink", "Hi.\n-> END\n")
    found = [(one.code, one.file) for one in tale.check().diagnostics]
    assert sorted(found) == [(code, "story.toml") for code in ("ASK06", "ASK06", "FLOW05", "HOUSE04", *["TOML09"] * 4)]


def test_a_skip_with_a_summary_is_right(tale: Tale) -> None:
    """A skip whose summary stands in story.toml has no complaint, and a summary that no skip leads to is told of as unused."""
    tale.change("main.ink", "# mood: open", "# skip: later")
    toml = tale.root / "story.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[skips.later]\nsummary = "They talked."\n[skips.never]\nsummary = "x"\n', "utf-8")
    found = tale.check().diagnostics
    assert not [one for one in found if one.code.startswith("CUE")]
    assert [one.code for one in found if "never" in one.sentence] == ["TOML09"]
