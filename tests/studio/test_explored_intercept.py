"""The Intercept, a published game, is explored: what its script can reach is covered, and its loose end is found at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studio.compile import compile_ink
from studio.explore import explore
from studio.explore_replay import Replayer
from studio.ink_source import read_ink
from tests.studio.conftest import CORPUS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of ink stories is not at ../shared/corpus")


def test_the_intercept_is_explored() -> None:
    """A whole published game is covered up to what its script can reach, without a fault, and plays the same in the game's engine."""
    sources = read_ink(CORPUS, "the_intercept.ink")
    found, ink = explore(sources, plays=600, seed=1), compile_ink(sources).json
    assert found
    assert ink
    assert len(found.seen) > 0.8 * len(found.pieces)
    replayer = Replayer(ink)
    assert [play.fault for play in found.plays if play.fault] == []
    assert {replayer.replay(play).outcome for play in found.plays} == {"same"}


def test_the_loose_end_of_the_intercept_is_found(tmp_path: Path) -> None:
    """Where Harris harrumphs, each choice can be taken once: whoever were led there twice would be stuck, and that is told at its line.

    As published no way leads there twice (from `harrumphs` on, no divert leads back to it), so one divert is bent here.
    """
    ink, out = (CORPUS / "the_intercept.ink").read_text("utf-8"), "\t -> harris_threatens_lynching\n\n\n= go_in_alone"
    assert ink.count(out) == 1
    (tmp_path / "main.ink").write_text(ink.replace(out, out.replace("harris_threatens_lynching", "harrumphs")), "utf-8")
    sources = read_ink(tmp_path, "main.ink")
    found, bent = explore(sources, plays=600, seed=1), compile_ink(sources).json
    assert found
    assert bent
    stuck = [play for play in found.plays if play.fault]
    assert {play.at for play in stuck} == {("main.ink", 757)}
    assert {Replayer(bent).replay(play).outcome for play in stuck[:3]} == {"stopped"}
