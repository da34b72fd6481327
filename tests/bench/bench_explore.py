"""Measures random plays: `python -m tests.bench.bench_explore` prints the figures; nothing here fails for being slow."""

from __future__ import annotations

import json
import time
from pathlib import Path

from studio.compile import compile_ink
from studio.explore import explore
from studio.explore_replay import Replayer
from studio.ink_source import read_ink
from tests.bench.bench_story import INTERCEPT

PLAYS = 3000
AGAIN = 200
STORY = Path(__file__).parents[2] / "stories" / "second-verse"


def measure() -> dict[str, float]:
    """Returns plays a second, from the command to the report's figures, and what they cover."""
    sources = read_ink(INTERCEPT.parent, INTERCEPT.name)
    found, ink = explore(sources, plays=PLAYS, seed=1), compile_ink(sources).json
    ours = explore(read_ink(STORY, "main.ink"), plays=PLAYS, seed=1)
    if found is None or ink is None or ours is None:
        message = "A story does not compile."
        raise ValueError(message)
    replayer, start = Replayer(ink), time.perf_counter()
    for play in found.plays[:AGAIN]:
        replayer.replay(play)
    return {
        "explore: The Intercept, plays/s": len(found.plays) / found.seconds,
        "explore: The Intercept, pieces of the script reached, %": 100 * len(found.seen) / len(found.pieces),
        "explore: Second Verse, plays/s": len(ours.plays) / ours.seconds,
        "explore: The Intercept again in the game's engine, plays/s": AGAIN / (time.perf_counter() - start),
    }


if __name__ == "__main__":
    print(json.dumps({name: round(value, 3) for name, value in measure().items()}, indent=2))
