"""The small parts of the story package: nesting, tape, stage, standard error."""

from __future__ import annotations

import json
import mmap
import os
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import guard
from game.errors import SaveError
from game.story import memory
from game.story.cues import Cue
from game.story.hush import Hush
from game.story.page import Line
from game.story.stage import Stage
from game.story.tape import MOST_STATE_BYTES, Tape

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.recursive(
    st.none() | st.integers() | st.text(alphabet='a"\\[]{}é\n'),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(alphabet='"\\[{'), inner),
)


def depth(value: Any) -> int:  # noqa: ANN401  (any JSON)
    """Returns how deep a value nests, worked out the plain way."""
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(VALUES)
def test_nesting_is_counted_right(value: object) -> None:
    """The nesting of any JSON is what walking through it gives, quotes and brackets in texts or not."""
    assert guard.nesting(json.dumps(value).encode(), 50) == depth(value)
    assert guard.nesting(json.dumps(value, ensure_ascii=False, indent=1).encode(), 50) == depth(value)


@pytest.mark.parametrize("data", [b"[" * 10**6, b"]" * 10, b"[[]", b'{"a":' * 50, b'["' + b"[" * 1000, b"[}"[:1]])
def test_what_does_not_pair_does_not_fit(data: bytes) -> None:
    """Brackets that do not pair, or nest too deep, do not fit."""
    assert not guard.fits(data, size=2**21, depth=20)


def test_size_is_held() -> None:
    """JSON longer than the limit does not fit."""
    assert guard.fits(b"[1]", size=3, depth=1)
    assert not guard.fits(b"[12]", size=3, depth=1)


@given(st.lists(st.text(max_size=30), max_size=80), st.integers(0, 80))
def test_a_tape_gives_back_what_it_was_given(states: list[str], cut: int) -> None:
    """Every state comes back whole, also from a tape made of the packed states, and after a cut."""
    states = [state.encode("utf-8", "replace").decode() for state in states]
    tape = Tape()
    for state in states:
        tape.add(state)
    assert [Tape(tape.packed)[at] for at in range(len(tape))] == states
    tape.cut(cut)
    tape.add("new")
    assert [tape[at] for at in range(len(tape))] == [*states[:cut], "new"]


@pytest.mark.parametrize(
    "packed", [b"", b"x", zlib.compress(b"a")[:-1], zlib.compress(bytes(MOST_STATE_BYTES + 1)), zlib.compress(b"\xff")]
)
def test_a_damaged_tape(packed: bytes) -> None:
    """A state that is damaged, or unpacks to too much, is a typed error."""
    tape = Tape([packed, packed])
    for at in (0, 1):
        with pytest.raises(SaveError):
            tape[at]


def test_stage_keeps_what_lasts() -> None:
    """Lasting cues stay until the next one, `none` takes them away, a new scene ends the skip and the note of the one before."""
    cues = [
        ("scene", "hall"),
        ("view", "chat"),
        ("people", "Rae, Mika"),
        ("perspective", "Nilu"),
        ("ambience", "rain"),
        ("skip", "on"),
        ("note", "A fall."),
    ]
    stage = Stage().after(Line("", tuple(Cue(*cue) for cue in cues)))
    assert stage == Stage("hall", "chat", (), "rain", ("Rae", "Mika"), "Nilu", None, "A fall.", "on")
    assert stage.after(Line("Hi.", (Cue("speaker", "Rae"),))) is stage
    assert stage.after(Line("", (Cue("scene", "hall"), Cue("skip", "further")))).skip == "further"
    assert stage.after(Line("", (Cue("chapter", "2"),))).skip is None
    after = stage.after(Line("", (Cue("scene", "none"), Cue("perspective", "none"), Cue("people", "none"))))
    assert after == Stage(None, "chat", (), "rain", (), None, None, None, None)


def test_hush_without_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without standard error plays all the same."""

    def gone(_: int) -> int:
        raise OSError

    hush = Hush()
    monkeypatch.setattr(os, "dup", gone)
    with hush:
        pass
    assert hush.text == ""


def test_hush_keeps_why_a_block_failed(capfd: pytest.CaptureFixture[str]) -> None:
    """What is printed in a block that fails is kept and not shown; blocks may stand within each other."""
    hush = Hush()

    def fail() -> None:
        with hush, hush:
            os.write(2, b"because of it\nstack backtrace: long")
            raise ValueError("it")

    with pytest.raises(ValueError, match="it"):
        fail()
    assert hush.text == "because of it"
    assert capfd.readouterr().err == ""


def test_memory_is_known() -> None:
    """The memory of this process is known, and grows with what it holds."""
    before = memory.resident()
    # Mapped anew: a large test run has freed memory that an ordinary block would only take over.
    with mmap.mmap(-1, 20 * 2**20) as held:
        held.write(os.urandom(20 * 2**20))
        assert memory.resident() - before > 10 * 2**20


def test_memory_without_statm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system keeps no such file, the highest size so far is told."""
    monkeypatch.setattr(memory, "_STATM", tmp_path / "none")
    assert memory.resident() > 0
