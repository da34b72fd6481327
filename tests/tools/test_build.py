"""What is built is built from what stands there, and a broken source stops the build with its line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tools import build
from tools.failure import FailureError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_story_that_does_not_compile_stops_the_build(tmp_path: Path) -> None:
    """The complaint names file and line, and no pack appears."""
    story = tmp_path / "stories" / "broken"
    story.mkdir(parents=True)
    (story / "story.toml").write_text('id = "broken"\n', "utf-8")
    (story / "main.ink").write_text("Hello.\n-> nowhere\n", "utf-8")
    with pytest.raises(FailureError, match="A story cannot be packed: broken") as caught:
        build.make(tmp_path, ["packs"])
    assert "main.ink:2" in caught.value.tail
    assert not list((tmp_path / "game").rglob("*.story"))


def test_steps_run_in_the_order_they_need(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """However they are named, what is brought comes first, and packs, which hold the sounds, come last."""
    ran: list[str] = []
    monkeypatch.setattr(build, "STEPS", {name: lambda _, name=name: ran.append(name) for name in build.STEPS})
    build.make(tmp_path, ["packs", "sounds", "vendor", "catalogues"])
    assert ran == ["vendor", "catalogues", "sounds", "packs"]


def test_a_failing_build_says_why_and_ends_with_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m tools.build` shows the reason without a traceback."""

    def fail(_: Path) -> None:
        raise FailureError("There is no such thing.", "    a last line")

    monkeypatch.setattr(build, "STEPS", {"sounds": fail})
    monkeypatch.setattr(sys, "argv", ["build", "sounds"])
    assert build.main() == 1
    assert capsys.readouterr().err == "    a last line\nThere is no such thing.\n"
