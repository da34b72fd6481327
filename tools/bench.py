"""Measures what players feel: `measure()` of every tests/bench/bench_*.py, in a table; `--write` keeps it.

`measure()` returns figures by names that end in their unit, as in "load, ms", or a sentence where it could not measure.
Goals stand in tests/bench/goals.toml; a missed one is shown, never a failure.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import platform
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
BENCHES = ROOT / "tests" / "bench"
SIGNS = {"at_most": "at most", "at_least": "at least"}


def figures(path: Path) -> dict[str, float | str]:
    """Returns what a bench file measures, by name.

    Raises FailureError where it has no measure().
    """
    spec = importlib.util.spec_from_file_location(f"tests.bench.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FailureError(f"{path} cannot be read as a bench.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    measure = getattr(module, "measure", None)
    if measure is None:
        raise FailureError(f"{path} has no measure(): let it return figures by name.")
    found: dict[str, float | str] = measure()
    return found


def line(name: str, value: float | str, goals: dict[str, dict[str, float]]) -> str:
    """Returns a row of the table, in Markdown."""
    if isinstance(value, str):
        return f"| {name} | {value} | | |"
    what, _, unit = name.rpartition(", ")
    cells = f"| {what or name} | {value:.4g} {unit if what else ''}".rstrip()
    for sign, named in goals.items():
        if name in named:
            met = value <= named[name] if sign == "at_most" else value >= named[name]
            return f"{cells} | {SIGNS[sign]} {named[name]:g} | {'met' if met else 'missed'} |"
    return f"{cells} | | |"


def table(folder: Path) -> Iterator[str]:
    """Yields the lines of the report as they are measured; last, the goals that nothing measured."""
    goals: dict[str, dict[str, float]] = tomllib.loads((folder / "goals.toml").read_text("utf-8"))
    open_goals = {name for named in goals.values() for name in named}
    yield from ("| what | measured | goal | |", "| --- | ---: | --- | --- |")
    for path in sorted(folder.glob("bench_*.py")):
        for name, value in figures(path).items():
            open_goals.discard(name)
            yield line(name, value, goals)
    for name in sorted(open_goals):
        yield f"| {name} | not measured | | missed |"


def heading() -> str:
    """Returns what stands above the table: when, and on what kind of machine."""
    today = dt.datetime.now(tz=dt.UTC).date()
    return (
        "# Performance\n\n"
        "Written by `python3 run.py bench --write`; nothing here is typed in by hand.\n\n"
        f"{today}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.\n"
    )


def main() -> int:
    """Prints the table, and writes it down where `--write` is given."""
    measured = []
    try:
        for text in table(BENCHES):
            print(text, flush=True)
            measured.append(text)
    except FailureError as failure:
        print(failure, file=sys.stderr)
        return 1
    if "--write" in sys.argv[1:]:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(heading() + "\n" + "\n".join(measured) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
