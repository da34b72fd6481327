"""Fuzzes everything that reads what comes from outside: `python3 run.py fuzz [--seconds 60] [TARGET ...]`.

The seconds are those on the clock, shared among the targets of tests/fuzz/. What is found stands in build/fuzz/faults/, with a command that
shows it again; inputs that reach new branches are kept in build/fuzz/corpus/, and with --keep the smallest of them beside the seeds.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
TARGETS = ROOT / "tests" / "fuzz"
PLACE = ROOT / "build" / "fuzz"
LEAST = 3
# What a process may take beyond its seconds before it is ended: imports under watch, and one input that hangs.
GRACE = 90
MOST_KEPT, MOST_KEPT_BYTES = 25, 600
MOST_LINES = 30
_NOISE = re.compile(r"#\d|INFO|WARNING|stat::|Dictionary|MS: |0x|Base64|artifact_prefix|\\\\")
_RUNS = re.compile(r"^stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)
_COVERED = re.compile(r"\bcov: (\d+)")


@dataclass(frozen=True)
class Outcome:
    """What became of one target: how many inputs it met, how many branches they reached, and what it said where it failed."""

    name: str
    runs: int
    covered: int
    seconds: float
    said: str = ""
    faults: tuple[Path, ...] = ()

    @property
    def fine(self) -> bool:
        """Tells whether nothing was found, and it ran at all."""
        return not self.said


def names() -> list[str]:
    """Returns the names of all targets."""
    return sorted(path.stem.removeprefix("fuzz_") for path in TARGETS.glob("fuzz_*.py"))


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        prog="run.py fuzz", description="Gives made-up input to everything that reads what comes from outside."
    )
    parser.add_argument("target", nargs="*", help=f"one or more of: {', '.join(names())}; all without")
    parser.add_argument("--seconds", type=int, default=60, help="how long, in all (60)")
    parser.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 4)), help="targets at once (one for each core)")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="gives one file to one target, and nothing else")
    parser.add_argument("--keep", action="store_true", help="keeps the smallest inputs that reach new branches beside the seeds")
    read = parser.parse_args(given)
    if unknown := set(read.target) - set(names()):
        parser.error(f"there is no target {', '.join(sorted(unknown))}: they are {', '.join(names())}")
    if read.replay and len(read.target) != 1:
        parser.error("say which target gets the file: run.py fuzz TARGET --replay FILE")
    return read


def engine(name: str, *more: str) -> list[str]:
    """Returns the command that runs one target."""
    return [sys.executable, "-m", "tests.fuzz.engine", name, *more]


def run(name: str, seconds: int, place: Path = PLACE) -> Outcome:
    """Fuzzes one target for some seconds."""
    corpus, faults = place / "corpus" / name, place / "faults"
    before = _faults(faults, name)
    began = time.monotonic()
    try:
        command = engine(name, "--seconds", str(seconds), "--corpus", str(corpus), "--faults", str(faults))
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=seconds + GRACE, check=False)
        code, said = done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired as late:
        code, said = 1, f"{name} did not end in time.\n{_text(late.stderr)}"
    runs, covered = _RUNS.search(said), _COVERED.findall(said)
    found = tuple(sorted(_faults(faults, name) - before))
    wrong = said if code or found or not runs else ""
    return Outcome(name, int(runs[1]) if runs else 0, int(covered[-1]) if covered else 0, time.monotonic() - began, wrong, found)


def _faults(folder: Path, name: str) -> set[Path]:
    """Returns the failing inputs of a target."""
    return set(folder.glob(f"{name}-*"))


def _text(said: bytes | str | None) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said or ""


def told(outcome: Outcome) -> str:
    """Returns a line about a target, and where something was found, what and how to see it again."""
    line = f"{outcome.name:12} {outcome.runs:9,} inputs, {outcome.covered:6,} branches, {outcome.seconds:5.1f} s"
    if outcome.fine:
        return line
    told = [said for said in outcome.said.strip().split("\n") if said.strip() and not _NOISE.match(said)]
    lines = [line, *told[:MOST_LINES], *told[MOST_LINES:][-MOST_LINES:]]
    lines += [f"python3 run.py fuzz {outcome.name} --replay {_short(path)}" for path in outcome.faults]
    return "\n".join(lines)


def _short(path: Path) -> Path:
    """Returns a path as it is typed from the project's folder."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def keep(name: str, place: Path = PLACE) -> int:
    """Copies the smallest inputs that reach something new beside the seeds of a target, and returns how many there are new."""
    seeds, fresh = TARGETS / "seeds" / name, place / "fresh" / name
    shutil.rmtree(fresh, ignore_errors=True)
    command = engine(name, "--corpus", str(place / "corpus" / name), "--faults", str(place / "faults"), "--merge", str(fresh))
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    small = sorted((path for path in fresh.iterdir() if path.stat().st_size <= MOST_KEPT_BYTES), key=lambda path: path.stat().st_size)
    for path in small[:MOST_KEPT]:
        shutil.copy(path, seeds / f"found-{path.name[:12]}")
    return len(small[:MOST_KEPT])


def main(given: Sequence[str]) -> int:
    """Fuzzes, replays or keeps, and returns 1 where something was found."""
    read = arguments(given)
    if read.replay:
        return subprocess.call(engine(read.target[0], "--replay", str(read.replay.resolve())), cwd=ROOT)
    if importlib.util.find_spec("atheris") is None:
        print("Fuzzing needs atheris, which has wheels for Linux and macOS: pip install -e .[fuzz]", file=sys.stderr)
        return 1
    chosen = read.target or names()
    share = max(LEAST, read.seconds * read.jobs // len(chosen))
    found = False
    with ThreadPoolExecutor(read.jobs) as pool:
        for outcome in pool.map(lambda name: run(name, share), chosen):
            print(told(outcome), flush=True)
            found |= not outcome.fine
    if read.keep and not found:
        print(f"kept {sum(map(keep, chosen))} new inputs in tests/fuzz/seeds/")
    return int(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
