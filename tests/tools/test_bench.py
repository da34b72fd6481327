"""The report shows what was measured against what was aimed at."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools import bench
from tools.failure import FailureError

ROOT = Path(__file__).parents[2]
GOALS = '[at_most]\n"load, ms" = 50\n"forgotten, ms" = 1\n[at_least]\n"speed, lines/s" = 1000\n'


def _bench(folder: Path, code: str) -> None:
    """Makes a folder with goals and one bench file."""
    (folder / "goals.toml").write_text(GOALS, "utf-8")
    (folder / "bench_one.py").write_text(code, "utf-8")


def test_the_table_says_which_goals_were_met(tmp_path: Path) -> None:
    """A figure is held against its goal, one without a goal stands alone, and a goal that nothing measured is missed."""
    _bench(tmp_path, "def measure():\n    return {'load, ms': 49.5, 'speed, lines/s': 999.0, 'saves, a list of eleven': 11}\n")
    assert list(bench.table(tmp_path))[2:] == [
        "| load | 49.5 ms | at most 50 | met |",
        "| speed | 999 lines/s | at least 1000 | missed |",
        "| saves | 11 a list of eleven | | |",
        "| forgotten, ms | not measured | | missed |",
    ]


def test_a_bench_without_measure_is_named(tmp_path: Path) -> None:
    """A bench file that measures nothing is an error with its name."""
    _bench(tmp_path, "")
    with pytest.raises(FailureError, match=r"bench_one\.py has no measure\(\)"):
        list(bench.table(tmp_path))


def test_no_name_has_two_goals() -> None:
    """A figure is to stay below its goal or above it, not both."""
    goals = tomllib.loads((ROOT / "tests" / "bench" / "goals.toml").read_text("utf-8"))
    assert set(goals) == set(bench.SIGNS)
    assert not goals["at_most"].keys() & goals["at_least"].keys()
