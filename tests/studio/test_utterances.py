"""What has to be translated is found in ink as ink reads it, and can be put back without moving anything else."""

from __future__ import annotations

import json
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from studio import compile as compiler
from studio import compiler_process, mixed, utterances
from studio.expression import condition_end
from tests.studio import translating
from tests.studio.translating import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def engine() -> Iterator[MiniRacer]:
    """Opens inkjs once."""
    with MiniRacer() as racer:
        compiler_process.start(racer, compiler.engine_path())
        yield racer


# Ink, what of it is to be translated, and what is put in its place. Every one is compiled, and must be built the same afterwards.
TRAPS = {
    "bullets and gathers": ("* One\n** Two\n- - Three\n-> END\n", ["One", "Two", "Three"]),
    "labels": ("* (one) One\n- (two) Two {one}\n-> END\n", ["One", "Two {one}"]),
    "a label on a line of its own": ("VAR a = 1\n* (one)\n  {a}\n  One\n- -> END\n", ["One"]),
    "conditions": ("VAR a = 1\n* {a} {not a || a} One\n+ (two) {a > 1} Two\n- -> END\n", ["One", "Two"]),
    "conditions on their own lines": ("VAR a = 1\n* {a}\n  {not a}\n  One\n- -> END\n", ["One"]),
    "brackets": ("* Hello[ there.], she said.\n* [Go]\n* “No.”[]\n- -> END\n", ["Hello[ there.], she said.", "[Go]", "“No.”[]"]),
    "brackets with tags": (
        "* “No.”[ # prompt: It rang. # discuss: Why?] # speaker: Rae\n- -> END\n",
        ["“No.”[]", "It rang.", "Why?"],
    ),
    "a tag before the bracket": ("* Go # mood: open [on] further # mood: hurt\n- -> END\n", ["Go[on] further"]),
    "brackets on a line are plain": ("He [nodded].\n-> END\n", ["He [nodded]."]),
    "a condition, and what only looks like one": (
        "VAR note = 1\n{note: a|b}\n{He said: x|y}\n-> END\n",
        ["{note: a|b}", "{He said: x|y}"],
    ),
    "a call with arguments": (
        "{t(1,1): yes|no} {t(2,1)}\n-> END\n=== function t(n, m) ===\n~ return n > m\n",
        ["{t(1,1): yes|no} {t(2,1)}"],
    ),
    "sequences over lines": ("{stopping:\n - I said: hi\n - He said: {a|b}\n - -> END\n}\n-> END\n", ["I said: hi", "He said: {a|b}"]),
    "conditions over lines": (
        "VAR x = 2\nSo {x:\n- 1: one\n- 2: two\n- else: more\n}\n{\n- x > 1: much\n- else:\n  little\n}\n{x == 3:\n  three\n}\n-> END\n",
        ["So", "one", "two", "more", "much", "little", "three"],
    ),
    "blocks in blocks": (
        "VAR x = 1\n{x:\n  One.\n  {x > 1:\n    Two.\n  - else:\n    * [Three] Four. -> DONE\n  }\n}\n- -> END\n",
        ["One.", "Two.", "[Three] Four."],
    ),
    "two bars": ("VAR a = 1\n{a || not a: yes|no}\n{one||two}\n-> END\n", ["{a || not a: yes|no}", "{one||two}"]),
    "comments": ("One /* not this */ two. // nor this\n/* nor\nthis */\nThree.\n-> END\n", ["One  two.", "Three."]),
    "addresses": ("Look at http:\\/\\/example.org for it.\n-> END\n", ["Look at http:\\/\\/example.org for it."]),
    "escapes": ("\\* not a choice \\# nor a tag \\{ \\[ \\| \\->\n-> END\n", ["\\* not a choice \\# nor a tag \\{ \\[ \\| \\->"]),
    "glue": ("One, <>\ntwo<>\n<>, three.\n-> END\n", ["One, <>", "two<>", "<>, three."]),
    "diverts": ("One -> two\n=== two\nTwo ->-> \n=== three\n-> two ->\n<- two\n-> END\n", ["One", "Two"]),
    "a gather with a divert": ("* a\n- -> next\n=== next\n-> END\n", ["a"]),
    "a fallback": ("* a\n* -> next\n=== next\n-> END\n", ["a"]),
    "a divert in braces": ("VAR x = 1\n{x: -> next}\n{x: Go. -> next|Stay.}\n-> END\n=== next\n-> END\n", ["{x: Go. -> next|Stay.}"]),
    "logic alone": ("VAR x = 1\n{x}\n~ x = 2\n{f()}\n-> END\n=== function f()\n~ return 1\n", []),
    "texts of logic": (
        'VAR a = "Anna"\nCONST b = "Bea"\nLIST c = (d), e\n~ temp f = "Fay"\n{a == "Anna": Yes, {f}.}\n-> END\n',
        ['{a == "Anna": Yes, {f}.}'],
    ),
    "to do": ("TODO: write this\nOne.\n* a\n  TODO and this\n- -> END\n", ["One.", "a"]),
    "notes and chapters": ("# scene: lock # note: A window is broken.\nOne. # sound: kick\n-> END\n", ["A window is broken.", "One."]),
    "words after a block": ("VAR x = 1\n{x:\n - 1: one\n} and more. # mood: open\n-> END\n", ["one", "and more."]),
    "functions that say something": ("{name()} came.\n-> END\n=== function name()\nMika\n", ["{name()} came.", "Mika"]),
    "no letters": ("…\n“?!”\n-> END\n", ["…", "“?!”"]),
    "shuffles": ("{&Mon|Tue} {!once} {~a|b|c} {shuffle once: d|e}\n-> END\n", ["{&Mon|Tue} {!once} {~a|b|c} {shuffle once: d|e}"]),
    "nested braces": ("VAR x = 1\n{x: a {x > 1: b|c {d|e}}|f}\n-> END\n", ["{x: a {x > 1: b|c {d|e}}|f}"]),
    "dashes": ("– No.\n— Yes -- or so - he said.\n-> END\n", ["– No.", "— Yes -- or so - he said."]),
    "not quite keywords": ("VARIOUS things.\nTODOs are here.\nLISTEN!\n-> END\n", ["VARIOUS things.", "TODOs are here.", "LISTEN!"]),
}


@pytest.mark.parametrize("name", TRAPS)
def test_what_ink_means_by_a_line(name: str) -> None:
    """Each trap of ink's grammar gives exactly the texts that a reader sees."""
    ink, texts = TRAPS[name]
    assert said(ink) == texts


@pytest.mark.parametrize("name", TRAPS)
def test_other_words_change_nothing_else(name: str, engine: MiniRacer, tmp_path: Path) -> None:
    """With every word changed, each trap compiles to the same story, and no word of before is left to be seen."""
    from studio import pseudo, structure

    sources = translating.sources_of(tmp_path, TRAPS[name][0])
    own = translating.compiled(engine, sources)
    assert own is not None
    for change in pseudo.PSEUDO.values():
        other = translating.compiled(engine, translating.changed(sources, partial(pseudo.of_ink, change=change)))
        assert other is not None
        assert structure._bones(json.loads(own)) == structure._bones(json.loads(other))
        assert structure.difference(own, other) is None
        assert not set(translating.shown(own)) & set(translating.shown(other))


def test_where_a_text_stands() -> None:
    """A text knows its knot and stitch, line and column, its line's tags and its cue."""
    ink = "Before.\n=== rae ===\n= late\n* (a) {b} Go[].  # speaker: Rae # mood: open\n  # note: Loud.\n=== function f(x)\nYes\n"
    found = utterances.find(ink)
    assert [(one.knot, one.line, one.column, one.cue) for one in found] == [
        ("", 1, 1, ""),
        ("rae.late", 4, 11, ""),
        ("rae.late", 5, 11, "note"),
        ("f", 7, 1, ""),
    ]
    assert found[1].tags == ("speaker: Rae", "mood: open")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("note: a", True),
        ("He said: a", False),
        ("t(n, 1): a", True),
        ("t(n, (1 + 2)) > 3 and not (x == 2): a", True),
        ('name == "Anna": a', True),
        ("list ? (a, b): a", True),
        ("knot.stitch: a", True),
        ("-> knot: a", True),
        ("x + : a", False),
        ("x mod 2 == 0 || y hasnt z: a", True),
        ("x++ : a", True),
        ("(: a", False),
        ("Wait, said he: a", False),
        ("1.5 * -x: a", True),
        ("12: a", True),
        ("“x”: a", False),
    ],
)
def test_a_condition_is_told_from_words(text: str, condition: bool) -> None:  # noqa: FBT001 - a table's column
    """A colon ends a condition where an expression stands before it, and is a colon elsewhere."""
    assert (condition_end(text, 0) is not None) == condition


INK = st.text(alphabet="ab: *+-=~[]{}|\\()\n<>/#&!“é\t.,0", max_size=80)


@given(INK)
def test_any_ink_comes_back_as_it_was(text: str) -> None:
    """Whatever a file holds, putting every text back where it stood gives the very same file."""
    spans = [(span, part) for one in utterances.find(text) for span, part in zip(one.parts, one.put(one.text) or (), strict=True)]
    back, at = [], 0
    for (start, end), part in sorted(spans):
        assert at <= start <= end
        back += [text[at:start], text[start:end] if "/*" in text[start:end] or "//" in text[start:end] else part]
        at = end
    assert "".join((*back, text[at:])) == text


@given(INK)
def test_any_text_is_read_to_pieces_and_back(text: str) -> None:
    """Whatever a text holds, its pieces make it again, or a brace in it is open."""
    try:
        assert mixed.written(mixed.read(text)) == text
    except mixed.UnclosedError:
        assert "{" in text


def test_logic_within_logic_has_an_end() -> None:
    """Braces within as many as anybody writes are read; beyond them, and where thousands are never closed, reading ends at once."""
    for deep in (mixed.DEEPEST, mixed.DEEPEST + 1, 5_000):
        text = "{a|" * deep + "b" + "}" * deep
        if deep <= mixed.DEEPEST:
            assert mixed.written(mixed.read(text)) == text
        else:
            with pytest.raises(mixed.UnclosedError):
                mixed.read(text)
        assert len(utterances.find(text)) == (deep <= mixed.DEEPEST)
    began = time.process_time()
    utterances.find("{ " * 50_000)
    assert time.process_time() - began < 5


LINES = st.lists(
    st.sampled_from(
        [
            "Hello there.",
            "* One[ two] three",
            "+ [Go on] # prompt: Well?",
            "- Gathered {x: a|b}. # speaker: Rae",
            "{x:",
            "- 1: one",
            "- else: {He said: c|d}",
            "}",
            "{stopping:",
            "- I said: e",
            "~ x = x + 1",
            "Glue <>",
            "// a remark",
            "* {x > 1} (not a label) F",
            "=== knot_{n} ===",
            "-> END",
            "Some \\# escaped \\[ text",
        ]
    ),
    max_size=14,
)


@given(LINES)
def test_any_story_comes_back_as_it_was(lines: list[str]) -> None:
    """The same for files that look like stories, knots and braces open or closed as they come."""
    text = "\n".join(line.replace("{n}", str(at)) for at, line in enumerate(lines))
    for one in utterances.find(text):
        assert "".join(one.put(one.text) or ()) == "".join(text[slice(*span)] for span in one.parts)
