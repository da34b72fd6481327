"""Measures what run.py adds to the start of the game when nothing has changed."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 7
# What `play` does before it hands over: everything but the last call.
CODE = """
from tools import fresh, start
from tools.environment import Environment
place = Environment(start.ROOT)
place.installed()
for name in start.SAYING:
    fresh.mark(place.root, name)
"""


def once() -> float:
    """Returns the seconds of one start of Python with all of run.py's looking."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, check=True)
    return time.perf_counter() - begun


def measure() -> dict[str, float]:
    """Returns the median, named with its unit."""
    return {"run.py with nothing stale, s": statistics.median(once() for _ in range(RUNS))}
