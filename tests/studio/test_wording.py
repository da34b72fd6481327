"""A translation that would change more than words is refused at its line of the .po file, in one plain sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from studio import catalogue, compiler_process, telling, wording
from studio import compile as compiler
from studio.catalogue import Entry
from studio.ink_source import Sources
from studio.structure import difference
from studio.text_file import TextFile
from tests.studio import translating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.diagnostics import Diagnostic

# A line of a story, a translation of what is said in it, and a piece of the complaint; None: it is fine.
LINE, CHOICE, LOGIC, GLUED, TAG = "Hello there.", "* Go[ on], then.", "I have {x: one|two} and {x}.", "Well, <>", "* [Go # prompt: Well?]"
CASES = [
    (LINE, "Bonjour.", None),
    (LINE, "Salut {x}", "“{x}” does not stand"),
    (LINE, "Salut {", "never closed"),
    (LINE, "Salut }", "There is a }"),
    (LINE, "Salut | toi", "There is a |"),
    (LINE, "Salut # toi", "would be a tag"),
    (LINE, "Salut \\# toi", None),
    (LINE, "Salut -> toi", "would lead elsewhere"),
    (LINE, "Salut \\-> toi", None),
    (LINE, "Salut <- toi", "would lead elsewhere"),
    (LINE, "Salut <> toi", "“<>” does not stand"),
    (LINE, "~ Salut", "begins with ~"),
    (LINE, "* Salut", "begins with *"),
    (LINE, "+ Salut", "begins with +"),
    (LINE, "- Salut", "begins with -"),
    (LINE, "– Salut", None),
    (LINE, "-> Salut", "would lead elsewhere"),
    (LINE, "= Salut", "begins with ="),
    (LINE, "\\= Salut", None),
    (LINE, "TODO Salut", "an order to ink"),
    (LINE, "VAR Salut", "an order to ink"),
    (LINE, "VARIOUS", None),
    (LINE, "(doucement) Salut", "would be a label"),
    (LINE, "(tout doucement) Salut", "would be a label"),
    (LINE, "\\(doucement) Salut", None),
    (LINE, "(… doucement) Salut", None),
    ("- (named) Hello.", "(doucement) Salut", None),
    ("- Hello.", "(doucement) Salut", "would be a label"),
    (LINE, "http://exemple.fr", "a comment"),
    (LINE, "http:\\/\\/exemple.fr", None),
    (LINE, "Salut /* toi */", "a comment"),
    (LINE, "Salut\\", "a backslash"),
    (LINE, "Salut\\\\", None),
    (LINE, "Salut\\ ", "a backslash"),
    (LINE, "Salut\ntoi", "a line break"),
    (LINE, " \t ", "only blanks"),
    (LINE, "a" * 4001, "4001 characters"),
    (LINE, "[Salut]", None),
    (CHOICE, "Va[ donc], alors.", None),
    (CHOICE, "Va donc, alors.", "one pair of brackets"),
    (CHOICE, "Va[ donc, alors.", "one pair of brackets"),
    (CHOICE, "Va[ donc][ alors].", "one pair of brackets"),
    (CHOICE, "Va] donc[, alors.", "one pair of brackets"),
    (CHOICE, "[Va donc], alors.", "no words before the ["),
    (CHOICE, "Va donc[], alors.", "no words between [ and ]"),
    (CHOICE, "{x} va[ donc], alors.", "would be its condition"),
    (CHOICE, "Va \\[vite\\][ donc], alors.", None),
    ("* Go on", "Va [donc]", "none in the line itself"),
    ("* Go on", "Va ]donc", "none in the line itself"),
    (LOGIC, "{x} et {x: un|deux}, c’est tout.", None),
    (LOGIC, "J’ai {x: un|deux} et {x}.", None),
    (LOGIC, "J’ai {x: un|deux}.", "“{x}” is missing"),
    (LOGIC, "J’ai {x: un|deux} et {y}.", "“{x}” is missing"),
    (LOGIC, "J’ai {x: un} et {x}.", "“{x:…|…}” is missing"),
    (LOGIC, "J’ai {z: un|deux} et {x}.", "“{x:…|…}” is missing"),
    (LOGIC, "J’ai {x: un|deux|trois} et {x}.", "“{x:…|…}” is missing"),
    (LOGIC, "J’ai {x: un -> END|deux} et {x}.", "“{x:…|…}” is missing"),
    (LOGIC, "J’ai {x: un #tag|deux} et {x}.", "“{x:…|…}” is missing"),
    (LOGIC, "J’ai {x: un {x}|deux} et {x}.", "“{x:…|…}” is missing"),
    ("{He said: x|y}", "{Il dit: x|y}", None),
    ("{He said: x|y}", "{Il: x|y}", "“{…|…}” is missing"),
    ("{x: a|b}", "{x : a|b}", "“{x:…|…}” is missing"),
    (GLUED, "Bon, <>", None),
    (GLUED, "Bon,", "“<>” is missing"),
    (GLUED, "<> Bon, <>", "“<>” does not stand"),
    (TAG, "Alors ?", None),
    (TAG, "Alors ] ?", "There is a ] in a cue"),
    (TAG, "Alors # ?", "would be a tag"),
    (TAG, "- Alors", None),
    (TAG, "a" * 401, "at most 400"),
]


@pytest.fixture(scope="module")
def engine() -> Iterator[MiniRacer]:
    """Opens inkjs once."""
    with MiniRacer() as racer:
        compiler_process.start(racer, compiler.engine_path())
        yield racer


def story(line: str) -> str:
    """Returns a story in which a line stands behind a gather."""
    head = "" if line[0] in "*-" else "- "
    return f"VAR x = 1\nVAR y = 2\nVAR z = 3\nBefore.\n{head}{line}\n- After.\n-> END\n"


@pytest.mark.parametrize(("line", "words", "complaint"), CASES)
def test_a_translation_is_judged_by_itself(line: str, words: str, complaint: str | None, engine: MiniRacer, tmp_path: Path) -> None:
    """What can be seen of a translation alone is told in one sentence with a way out; what passes is built as the line itself."""
    sources = translating.sources_of(tmp_path, story(line))
    message = next(one for one in translating.messages_of(sources) if one.text not in {"Before.", "After.", "[Go]"})
    fault = wording.fault(message, words)
    if complaint is not None:
        assert fault is not None
        assert complaint in fault.message
        assert fault.message.endswith(".")
        assert fault.mend
        return
    assert fault is None
    own = translating.compiled(engine, sources)
    other = translating.compiled(engine, translating.told(sources, {message.text: words}))
    assert own is not None
    assert other is not None
    assert difference(own, other) is None


def judged(folder: Path, ink: str, words: dict[str, str]) -> list[Diagnostic]:
    """Returns the complaints about a catalogue with these translations, its whole way through ink's compiler."""
    sources = translating.sources_of(folder, ink)
    messages = translating.messages_of(sources)
    entries = [Entry(*message.key, words.get(message.text, "")) for message in messages]
    text = catalogue.text_of("Tale", "fr", messages, entries, None)
    read = catalogue.parse("fr", TextFile("translations/fr.po", text))
    own = compiler.compile_ink(sources).json
    assert own is not None
    return [one for one in telling.tell(sources, messages, own, read, "en").faults if one.is_error]


@pytest.mark.parametrize(
    ("ink", "words", "said"),
    [
        # Words that become a condition only where they stand: by themselves nothing is wrong with them.
        ("VAR Anna = 1\n{\n- Anna > 3: Yes.\n- No, Anna.\n}\nMore.\n-> END\n", {"No, Anna.": "Anna: non.", "More.": "Plus."}, "PO03"),
        ("VAR x = 1\nOne.\n{x:\n  - 1: two\n  - else: three\n}\n-> END\n", {"One.": "Un.", "three": "trois }"}, "PO02"),
        ("Go.\n{&a|b} there.\nOn.\n-> END\n", {"{&a|b} there.": "Là, {&a|b}.", "On.": "Va."}, "PO03"),
    ],
)
def test_what_only_shows_in_the_whole_is_found_too(ink: str, words: dict[str, str], said: str, tmp_path: Path) -> None:
    """Where a translation is only wrong in its place, compiling tells, and the complaint stands at that translation's own line."""
    found = judged(tmp_path, ink, words)
    assert [one.code for one in found] == [said]
    wrong = list(words.values())[0 if said == "PO03" else 1]
    assert found[0].file == "translations/fr.po"
    assert found[0].source == f'msgstr "{wrong}"'


@pytest.mark.parametrize("at", [0, 7, 19])
def test_the_one_among_many_is_found(at: int, tmp_path: Path) -> None:
    """Where only the whole shows that something is wrong, halving finds whose fault it is, among many that look as odd."""
    ink = "VAR x = 1\n" + "".join(f"{{&a|b}} there, {number}.\n" for number in range(20)) + "-> END\n"
    words = {f"{{&a|b}} there, {number}.": f"{{&là|ici}}, {number}." for number in range(20)}
    words[f"{{&a|b}} there, {at}."] = f"{at}, {{&là|ici}}."
    found = judged(tmp_path, ink, words)
    assert [(one.code, one.source) for one in found] == [("PO03", f'msgstr "{at}, {{&là|ici}}."')]


def test_what_ink_itself_refuses_is_told_at_its_line(tmp_path: Path) -> None:
    """Where a translation does not compile, ink's own complaint leads to it."""
    ink = "VAR x = 1\nOne.\n{\n- x > 3: Yes.\n- No, Anna.\n}\nMore.\n-> END\n"
    found = judged(tmp_path, ink, {"One.": "Un.", "No, Anna.": "Anna: non.", "More.": "Plus."})
    assert [(one.code, one.source) for one in found] == [("PO03", 'msgstr "Anna: non."')]
    assert "Anna" in found[0].sentence


SIGNS = [*"ab*+-=~{}[]|#<>\\/().,:!&“”–é ", "{x}", "{x: a|b}", "->", "<>", "//", "TODO", "\\#"]
WORDS = st.lists(st.sampled_from(SIGNS), max_size=9).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([LINE, CHOICE, LOGIC, TAG, "* Go", "- (named) Go", "* {x} Go"]), WORDS)
def test_whatever_passes_is_built_the_same(engine: MiniRacer, line: str, words: str) -> None:
    """Any words either have a complaint, or compile to what the line itself compiles to."""
    ink = story(line)
    sources = Sources(Path(), "main.ink", {"main.ink": TextFile("main.ink", ink)}, {"main.ink": ink}, {"main.ink": ink})
    message = next(one for one in translating.messages_of(sources) if one.text not in {"Before.", "After.", "[Go]"})
    if wording.fault(message, words) is not None:
        return
    own = translating.compiled(engine, sources)
    other = translating.compiled(engine, translating.told(sources, {message.text: words}))
    assert own is not None
    assert other is not None
    assert difference(own, other) is None


def test_several_wrong_ones_are_all_told(tmp_path: Path) -> None:
    """Each broken translation has its own complaint; right ones have none."""
    ink = "One.\n* [Two]\n* Three[ four].\n- Five.\n-> END\n"
    found = judged(tmp_path, ink, {"One.": "# Un", "[Two]": "Deux", "Three[ four].": "Trois[ quatre].", "Five.": "-> Cinq"})
    assert [one.source for one in found] == ['msgstr "# Un"', 'msgstr "Deux"', 'msgstr "-> Cinq"']


@pytest.mark.parametrize(
    ("ink", "own", "other", "fine"),
    [
        ("VAR x = 1\n* [Go] It is {x} miles.\n  ** [On] Done.\n- -> END\n", "[Go] It is {x} miles.", "[Va] Il y a {x} lieues.", True),
        ("VAR x = 1\n* [Go] It is {x} miles.\n  ** [On] Done.\n- -> END\n", "[Go] It is {x} miles.", "[Va] {x} lieues.", True),
        ("VAR x = 1\nIt is {x} to {x > 1: one|two}.\n-> END\n", "It is {x} to {x > 1: one|two}.", "{x > 1: Une|Deux} à {x}.", True),
        ("VAR x = 1\nIt is {x} to {&one|two}.\n-> END\n", "It is {x} to {&one|two}.", "De {&une|deux} à {x}.", False),
        ("It is -> t ->\n{&a|b} too.\n-> END\n=== t\nHere.\n->->\n", "{&a|b} too.", "Là, {&a|b}.", False),
    ],
)
def test_logic_may_move_where_nothing_rests_on_it(ink: str, own: str, other: str, fine: bool, engine: MiniRacer, tmp_path: Path) -> None:  # noqa: FBT001 - a table's column
    """A sentence may have its logic elsewhere, as long as nothing that a save remembers gets another address."""
    sources = translating.sources_of(tmp_path, ink)
    first = translating.compiled(engine, sources)
    moved = translating.compiled(engine, translating.told(sources, {own: other}))
    assert first is not None
    assert moved is not None
    assert (difference(first, moved) is None) == fine
