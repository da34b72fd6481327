"""Runs what takes hours: `python3 run.py nightly [--minutes 480] [STEP ...]`. Every step runs, whatever became of the one before.

A tenth of the time fuzzes, ten minutes at least; a quarter each goes to the game and to the server under random load.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
PYTHON = (sys.executable, "-m")
PYTEST = (*PYTHON, "pytest", "-q", "-s")
MINUTES, LEAST_FUZZ = 60, 600
SCHEMAS = ("tests/server/contact/test_openapi.py", "tests/server/group/test_document.py", "tests/server/test_whole_api.py")


@dataclass(frozen=True)
class Step:
    """A step: what it does, its command, and what it finds in its environment."""

    said: str
    command: tuple[str, ...]
    told: dict[str, str] = field(default_factory=dict)


def steps(minutes: int) -> dict[str, Step]:
    """Returns every step by its name."""
    quarter = str(minutes * 60 // 4)
    return {
        "fuzz": Step("made-up input for every parser", (*PYTHON, "tools.fuzz", "--seconds", str(max(LEAST_FUZZ, minutes * 6)))),
        "schemas": Step("every operation of every API", (*PYTEST, *SCHEMAS), {"THRESHOLD_EXAMPLES": "300"}),
        "game": Step("the game in a storm of events", (*PYTEST, "tests/game/scenes/test_soak.py"), {"THRESHOLD_SOAK": quarter}),
        "server": Step("the server under random load", (*PYTEST, "tests/server/test_soak.py"), {"THRESHOLD_SOAK": quarter}),
        "faults": Step("faults injected; the table is compared with docs/faults.md", (*PYTHON, "tools.faults")),
        "tests": Step("tests that are marked nightly", (*PYTEST, "-m", "nightly")),
        "audit": Step("what is known against our packages", (*PYTHON, "tools.audit")),
    }


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="run.py nightly", description="Runs what takes hours.")
    parser.add_argument("step", nargs="*", help=f"one or more of: {', '.join(steps(1))}; all without")
    parser.add_argument(
        "--minutes", type=int, default=MINUTES, help=f"what fuzzing and endurance are measured out by ({MINUTES}; 480 for a whole night)"
    )
    parser.add_argument("--list", action="store_true", help="names the steps and their commands, and does nothing")
    read = parser.parse_args(given)
    if unknown := set(read.step) - set(steps(1)):
        parser.error(f"there is no step {', '.join(sorted(unknown))}: they are {', '.join(steps(1))}")
    return read


def run(name: str, step: Step) -> tuple[str, bool]:
    """Runs a step, and returns a line about it and whether all was well."""
    print(f"\n== {name}: {step.said}", flush=True)
    began = time.monotonic()
    code = subprocess.call(step.command, cwd=ROOT, env={**os.environ, **step.told})
    return f"{name:8} {'good' if code == 0 else 'FAILED':7} {time.monotonic() - began:7.0f} s", code == 0


def main(given: Sequence[str]) -> int:
    """Runs the steps and returns 1 where one failed."""
    read = arguments(given)
    chosen = {name: step for name, step in steps(read.minutes).items() if not read.step or name in read.step}
    if read.list:
        for name, step in chosen.items():
            print(
                f"{name:8} {step.said}\n         {' '.join([*(f'{key}={value}' for key, value in step.told.items()), *step.command[1:]])}"
            )
        return 0
    done = [run(name, step) for name, step in chosen.items()]
    print("\n" + "\n".join(line for line, _ in done))
    return int(not all(fine for _, fine in done))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
