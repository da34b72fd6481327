"""Ink goes in, and comes out compiled, or with every complaint at its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from studio import compile as compiler
from studio import compiler_process
from studio.check import check
from studio.comments import without_comments
from studio.ink_source import includes, read_ink
from studio.story_folder import StoryFolder
from tests.studio.conftest import INK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.check import Report

    Checked = Callable[..., Report]


def placed(report: Report) -> list[tuple[str, str, int, int]]:
    """Returns code, file, line and column of the errors of a report."""
    return [(one.code, one.file, one.line, one.column) for one in report.diagnostics if one.is_error]


def test_plain_ink_compiles(ink: Checked) -> None:
    """A line and an end make a story without complaints."""
    report = ink("Hello.\n-> END\n")
    assert report.diagnostics == []
    assert json.loads(report.ink or "")["inkVersion"] == 21


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffHello.\n-> END\n", []),
        ("Hello.\r\n-> END\r\n", []),
        ("Hello.\r-> END\r", []),
        ("\tHello.\n\t-> END\n", []),
        ("\t\t-> gone\n", [("INK10", "main.ink", 1, 6)]),
        ("Hello.\r\n\r\n-> gone\r\n", [("INK10", "main.ink", 3, 4)]),
        ("Hi /* never\nclosed\n", [("INK06", "main.ink", 1, 4)]),
        ("Hi /*/ never\nclosed\n", [("INK06", "main.ink", 1, 4)]),
        ("INCLUDE gone.ink\nHi\n-> END\n", [("INK03", "main.ink", 1, 9)]),
        ("INCLUDE\nHi\n-> END\n", [("INK08", "main.ink", 1, 8)]),
        ("INCLUDE main.ink\nHi\n-> END\n", [("INK04", "main.ink", 1, 9)]),
        ("", [("INK07", "main.ink", 1, 1)]),
        ("// only a comment\n", [("INK07", "main.ink", 1, 1)]),
        ("a\n{b\n-> END\n", [("INK16", "main.ink", 2, 1)]),
        ("VAR b = 1\na\n{b: c\n-> END\n", [("INK16", "main.ink", 3, 1)]),
        ("{1/0}{4 % 0}{4 mod 0}\n-> END\n", [("FLOW03", "main.ink", 1, 2), ("FLOW03", "main.ink", 1, 7), ("FLOW03", "main.ink", 1, 14)]),
        ("CONST NONE = 0\n{1/NONE}\n-> END\n", [("FLOW03", "main.ink", 2, 2)]),
        ("~ x = 1\n-> END\n", [("INK11", "main.ink", 1, 3)]),
        ("- (a) hi\n- (a) hi\n-> END\n", [("INK12", "main.ink", 2, 4)]),
        (b"Hello \xff\n", [("FILE03", "main.ink", 1, 7)]),
        (b"Hello \0 you\n", [("FILE04", "main.ink", 1, 7)]),
        ("Hi".encode("utf-16"), [("FILE05", "main.ink", 0, 0)]),
        (bytes(range(256)), [("FILE03", "main.ink", 3, 115), ("FILE04", "main.ink", 1, 1)]),
    ],
)
def test_each_fault_is_told_where_it_is(ink: Checked, text: str | bytes, expected: list[tuple[str, str, int, int]]) -> None:
    """Whatever is wrong with a file, the complaint names its code, line and column."""
    assert sorted(placed(ink(text))) == sorted(expected)


def test_includes_are_found_from_the_including_file_and_from_the_main_file(ink: Checked) -> None:
    """A nested INCLUDE may be written either way, also with .. and with backslashes."""
    others = {
        "part/one.ink": "INCLUDE two.ink\nINCLUDE part/three.ink\nINCLUDE ..\\four.ink\nOne\n",
        "part/two.ink": "Two\n",
        "part/three.ink": "Three\n",
        "four.ink": "Four\n-> gone\n",
    }
    report = ink("INCLUDE part/one.ink\n-> END\n", **others)
    assert placed(report) == [("INK10", "four.ink", 2, 4)]
    report = ink("INCLUDE part/one.ink\n-> END\n", **(others | {"four.ink": "Four\n"}))
    assert all(word in (report.ink or "") for word in ("^One", "^Two", "^Three", "^Four"))


def test_a_loop_of_includes_is_told_with_its_way(ink: Checked) -> None:
    """Files that include each other get one complaint that shows the circle."""
    report = ink("INCLUDE a.ink\nHi\n-> END\n", **{"a.ink": "INCLUDE b.ink\nA\n", "b.ink": "INCLUDE a.ink\nB\n"})
    assert placed(report) == [("INK04", "b.ink", 1, 9)]
    assert "a.ink → b.ink → a.ink" in report.diagnostics[0].sentence


def test_an_include_may_not_leave_the_folder(tmp_path: Path) -> None:
    """What lies outside the story's folder is refused, by path and by symbolic link."""
    (tmp_path / "outside.ink").write_text("Secret\n")
    root = tmp_path / "tale"
    root.mkdir()
    (root / "link.ink").symlink_to(tmp_path / "outside.ink")
    (root / "main.ink").write_text("INCLUDE ../outside.ink\nINCLUDE link.ink\nHi\n-> END\n")
    assert [code for code, *_ in placed(check(StoryFolder(root, bare=True)))] == ["INK05", "INK05"]


def test_an_include_in_a_comment_is_none() -> None:
    """A commented INCLUDE is not followed, and neither is a word that begins like it."""
    bare = without_comments("// INCLUDE a.ink\n/* INCLUDE b.ink\n*/ INCLUDE c.ink\nINCLUDED D\nINCLUDE d.ink // why\n").text
    assert [(one.line, one.name) for one in includes(bare)] == [(3, "c.ink"), (5, "d.ink")]


def test_faults_do_not_hide_each_other(ink: Checked) -> None:
    """Faults of every stage of the compiler, in several files, come in one go."""
    report = ink(
        "INCLUDE other.ink\n\n{b: c\n-> one\n=== one ===\n-> nowhere\n=== two ===\n~ unknown = 3\n-> END\n",
        **{"other.ink": "=== three ===\n* [open\n-> lost\n=== four ===\n{never}\n-> END\n"},
    )
    found = {(code, file, line) for code, file, line, _ in placed(report)}
    assert {
        ("INK10", "main.ink", 6),
        ("INK11", "main.ink", 8),
        ("INK10", "other.ink", 3),
        ("INK11", "other.ink", 5),
    } <= found
    assert {(file, line) for _, file, line in found} >= {("main.ink", 3), ("other.ink", 2)}


def test_text_that_was_not_read_brings_no_more_complaints(ink: Checked) -> None:
    """Where an INCLUDE is missing, what may stand in that file is not called unknown; what is near to something else still is."""
    report = ink("INCLUDE gone.ink\nVAR coins = 1\n{elsewhere}{conis}\n-> far_away\n-> END\n")
    assert [(code, line) for code, _, line, _ in placed(report)] == [("INK03", 1), ("INK11", 3)]


def test_a_broken_story_is_told_stage_after_stage() -> None:
    """What one fault hides is found once that fault is taken out, and a story that is right needs one go."""
    files = {
        "main.ink": "INCLUDE b.ink\nVAR a = \n~ x = 1\n{a: b\n=== one\n-> two\n{q}\n",
        "b.ink": "=== four\n{never\n-> lost\n=== five\n-> no\n",
    }
    with MiniRacer() as engine:
        compiler_process.start(engine, compiler.engine_path())
        answer = compiler_process.compile_all(engine, "main.ink", files)
        again = compiler_process.compile_all(engine, "main.ink", {"main.ink": "Hi\n-> END\n"})
    assert answer["json"] is None
    found = compiler_process._places(answer["messages"])
    assert {("main.ink", 2), ("b.ink", 2), ("b.ink", 5), ("main.ink", 6), ("main.ink", 7)} <= found
    assert (again["json"] is not None, again["messages"]) == (True, [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("* [] Hi\n- -> END\n", "no text to choose"),
        ("*\n- -> END\n", "by itself"),
        ("=== \nHi\n-> END\n", "no name"),
        ("VAR x = \nHi\n-> END\n", "value is missing"),
        ("Hi } there, and a rather long rest of the line.\n-> END\n", "“} there, and a rather long res…”"),
        ("{TURNS_SINCE(-> gone)}\n-> END\n", "“gone”"),
        ("EXTERNAL shout(x)\n{shout(1)}\n-> END\n", "no function “shout”"),
    ],
)
def test_common_faults_are_told_in_plain_words(ink: Checked, text: str, words: str) -> None:
    """What ink says most often is said in our own words."""
    assert words in " ".join(one.sentence for one in ink(text).diagnostics)


PIECES = (
    "{",
    "}",
    "[",
    "]",
    "->",
    "<-",
    "* ",
    "- ",
    "== ",
    "= ",
    "~ ",
    "#",
    '"',
    "|",
    "/*",
    "//",
    "(",
    "\\",
    "\n",
    "INCLUDE x\n",
    "VAR ",
    "{&",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(INK)), st.integers(0, 20), st.sampled_from(PIECES)), min_size=1, max_size=4))
def test_spoilt_ink_gets_complaints_or_compiles(tmp_path_factory: pytest.TempPathFactory, cuts: list[tuple[int, int, str]]) -> None:
    """However a story is spoilt, it compiles or there is an error, every complaint inside the file."""
    text = INK
    for at, length, piece in cuts:
        text = text[:at] + piece + text[at + length :]
    root = tmp_path_factory.mktemp("spoilt")
    (root / "main.ink").write_text(text, encoding="utf-8")
    sources = read_ink(root, "main.ink")
    with MiniRacer() as engine:
        compiler_process.start(engine, compiler.engine_path())
        compiled = compiler._understand(compiler_process.compile_all(engine, "main.ink", sources.ready), sources)
    found = [*sources.faults, *compiled.diagnostics]
    assert compiled.json is not None or any(one.is_error for one in found)
    assert all(0 <= one.line <= len(sources.files["main.ink"].lines) for one in found)


def test_taking_out_a_line_invents_no_faults(ink: Checked) -> None:
    """A knot, variable or label on a line that is wrong is not called unknown elsewhere."""
    report = ink("VAR coins = \nYou have {coins}.\n* (left) [Go -> away\n-> left\n=== away\n-> END\n")
    assert {code for code, *_ in placed(report)} <= {"INK01", "INK13"}


def test_suggestions_name_what_is_near(ink: Checked) -> None:
    """A mistyped knot or variable brings the right one to mind."""
    report = ink("VAR coins = 1\n{conis}\n-> kichen\n=== kitchen ===\n-> END\n")
    assert ["“coins”" in report.diagnostics[0].sentence, "“kitchen”" in report.diagnostics[1].sentence] == [True, True]


def test_warnings_and_notes_are_told(ink: Checked) -> None:
    """Loose ends, divisions by variables, unreachable knots and TODOs are told and do not stop the story."""
    report = ink(
        "VAR n = 2\nTODO: more\n{4 / n}\n-> a\n=== a ===\nHi\n=== b ===\n= one\n-> two\n= two\n-> END\n=== function f(x) ===\n~ return x\n"
    )
    assert [(one.code, one.line) for one in report.diagnostics] == [("INK15", 2), ("FLOW04", 3), ("FLOW01", 6), ("FLOW02", 7)]
    assert report.ink


def test_a_stitch_without_a_way_is_told(ink: Checked) -> None:
    """A knot leads to its first stitch only; the others need a divert."""
    report = ink("-> a\n=== a ===\n= one\n{1 > 2: -> two}\n-> END\n= two\n-> END\n= three\n-> END\n")
    assert [one.sentence for one in report.diagnostics] == ["Nothing leads to “a.three”."]
