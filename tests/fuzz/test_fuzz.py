"""Every input that fuzzing begins with, and every one that it once found, is answered as it must be."""

from __future__ import annotations

import pytest

from tests.fuzz import engine
from tests.fuzz.target import SEEDS, load, names, tried

MOST_SEEDS = 300_000


@pytest.mark.parametrize("name", names())
def test_every_kept_input_is_answered_as_it_must_be(name: str) -> None:
    """Only the package's own errors come out, in time; and the kept inputs are there."""
    target, kept = load(name), sorted((SEEDS / name).iterdir())
    assert kept
    for path in kept:
        try:
            tried(target, path.read_bytes())
        except Exception as fault:
            fault.add_note(f"python3 run.py fuzz {name} --replay {path}")
            raise


@pytest.mark.parametrize("name", names())
def test_the_target_watches_what_it_says(name: str) -> None:
    """The rooms that are read without importing a target are those that it names."""
    assert engine.load_rooms(name) == load(name).rooms


def test_the_seeds_stay_small() -> None:
    """All kept inputs together stay below what a repository should carry."""
    assert sum(path.stat().st_size for path in SEEDS.rglob("*") if path.is_file()) < MOST_SEEDS
