"""Ink that is too long, too deep, endless, or not ink at all: each ends with a complaint, and in time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from studio import compile as compiler
from studio import compiler_process, ink_source, text_file
from studio.check import check
from studio.comments import without_comments
from studio.compile import compile_ink
from studio.errors import CompilerError
from studio.ink_source import includes, read_ink
from studio.story_folder import StoryFolder
from tests.studio.conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.check import Report

    Checked = Callable[..., Report]


def test_a_text_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is told and not read."""
    monkeypatch.setattr(text_file, "BIGGEST_TEXT", 10)
    (tmp_path / "main.ink").write_text("Hello again.\n-> END\n")
    assert [one.code for one in check(StoryFolder(tmp_path, bare=True)).diagnostics] == ["FILE06"]


def test_too_many_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading stops at a number of files that no story needs."""
    monkeypatch.setattr(ink_source, "MOST_FILES", 3)
    for n in range(5):
        (tmp_path / f"{n}.ink").write_text(f"INCLUDE {n + 1}.ink\nHi\n-> END\n")
    assert [one.code for one in read_ink(tmp_path, "0.ink").faults] == ["FILE06"]


def test_deep_nesting_is_told(ink: Checked) -> None:
    """Ink that overruns the compiler's stack gets a complaint."""
    report = ink("x" + "{" * 20_000)
    assert [one.code for one in report.diagnostics if one.is_error] == ["INK02"]


@pytest.mark.alone
def test_a_compiler_that_hangs_is_stopped(tmp_path: Path) -> None:
    """A compilation past its time is ended and told."""
    (tmp_path / "main.ink").write_text("Hi\n-> END\n")
    started = time.monotonic()
    found = compile_ink(read_ink(tmp_path, "main.ink"), timeout=0.01)
    assert [one.code for one in found.diagnostics] == ["INK02"]
    assert time.monotonic() - started < 10


def test_a_missing_engine_is_an_error_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the build has not brought inkjs, a sentence says what to run."""
    monkeypatch.setattr(compiler, "__file__", str(tmp_path / "compile.py"))
    with pytest.raises(CompilerError, match=r"python3 run\.py"):
        compiler.engine_path()


def test_an_engine_that_fails_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compiler that dies without an answer is told with its last words."""
    broken = tmp_path / "ink-full.js"
    broken.write_text("throw new Error('spoilt')")
    (tmp_path / "main.ink").write_text("Hi\n-> END\n")
    monkeypatch.setattr(compiler, "engine_path", lambda: broken)
    with pytest.raises(CompilerError, match="without an answer"):
        compile_ink(read_ink(tmp_path, "main.ink"))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of ink stories is not at ../shared/corpus")
def test_the_corpus_compiles() -> None:
    """Every story that others wrote compiles without an error, The Intercept among them."""
    stories = sorted(CORPUS.rglob("*.ink"))
    assert len(stories) > 70
    failed = []
    with MiniRacer() as engine:
        compiler_process.start(engine, compiler.engine_path())
        for path in stories:
            sources = read_ink(path.parent, path.name)
            if sources.faults or compiler_process.compile_all(engine, sources.main, sources.ready)["json"] is None:
                failed.append(path.name)
    assert failed == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of ink stories is not at ../shared/corpus")
def test_the_intercept_compiles() -> None:
    """A whole published game compiles in a process of its own, to ink that says where it begins."""
    found = compile_ink(read_ink(CORPUS, "the_intercept.ink"))
    assert found.json is not None
    assert len(found.flows) > 30


@pytest.mark.alone
def test_a_chapter_is_checked_within_a_second(ink: Checked) -> None:
    """Three thousand words with cues and choices are checked in far less than five seconds, even on a busy machine."""
    scene = "".join(
        f"=== scene_{n} ===\n"
        + "Rae put the trays by the door and said nothing about them. # speaker: Rae # mood: open\n" * 9
        + f"* [Wait # prompt: It was cold.]\n    I waited.\n* [Go # prompt: It was cold.]\n    I went.\n- -> scene_{n + 1}\n"
        for n in range(30)
    )
    report = ink(f"-> scene_0\n{scene}=== scene_30 ===\nEnd.\n-> END\n")
    assert report.diagnostics == []
    assert report.words > 3000
    assert report.seconds < 5


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    """Whatever a file holds, reading it gives text and complaints with places inside that text."""
    file = text_file.decode("main.ink", data)
    assert "\0" not in file.text
    assert "\r" not in file.text
    assert all(0 <= fault.line <= len(file.lines) for fault in file.faults)
    bare = without_comments(file.text).text
    assert [len(line) for line in bare.split("\n")] == [len(line) for line in file.lines]
    assert all(1 <= one.line <= len(file.lines) for one in includes(bare))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["INCLUDE ", "a.ink", "b/c.ink", "../a.ink", "/", "\n", "/*", "*/", "//", " ", "é", "C:\\x", ".", "..", "\t"]),
        max_size=20,
    )
)
def test_any_ink_is_read(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """Whatever INCLUDE lines say, reading ends and never leaves the folder."""
    root = tmp_path_factory.mktemp("ink")
    for name in ("main.ink", "a.ink"):
        (root / name).write_text("".join(parts), encoding="utf-8")
    sources = ink_source.read_ink(root, "main.ink")
    assert set(sources.files) <= {"main.ink", "a.ink"}
