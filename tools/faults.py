"""Breaks what can break under game and server, and says what became of each promise: `python3 run.py faults [--write]`.

Every cell of the table is a test; its sentence is what the test holds. `--write` puts the table into docs/faults.md.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "faults.md"
DISK, DATABASE, SLOW = "tests/faults/test_promises.py", "tests/faults/test_database.py", "tests/faults/test_slow.py"
SAVES = "tests/faults/test_saves.py"
FAULTS = {
    "full": "the disk is full",
    "failing": "the disk answers EIO",
    "worker": "the process is killed",
    "database": "PostgreSQL is killed, and started again",
    "network": "the network is slow",
}
WITHOUT_DATABASE = "(does not come up: nothing of it lies in a database)"
# What is promised, and the test of each fault: a path, a name, and in brackets the case of a test that has several; or why there is none.
PROMISES: Mapping[str, Mapping[str, str]] = {
    "A game’s saves: an earlier one is never lost": {
        "full": f"{SAVES}::test_earlier_saves_open_and_the_player_is_told[full]",
        "failing": f"{SAVES}::test_earlier_saves_open_and_the_player_is_told[failing]",
        "worker": "tests/game/story/test_saves.py::test_killed_while_saving",
        "database": WITHOUT_DATABASE,
        "network": "(does not come up: a game saves without one)",
    },
    "Letters: what was confirmed is there, once": {
        "full": f"{DISK}::test_a_confirmed_letter_is_there_and_a_refused_one_arrives_later[full]",
        "failing": f"{DISK}::test_a_confirmed_letter_is_there_and_a_refused_one_arrives_later[failing]",
        "worker": "tests/server/contact/test_killed.py::test_no_letter_is_lost_or_doubled_by_fifty_kills",
        "database": f"{DATABASE}::test_no_confirmed_letter_is_lost_or_doubled",
        "network": f"{SLOW}::test_letters_arrive_once_and_in_order",
    },
    "A player’s answers: never more told than was written down as spent": {
        "full": f"{DISK}::test_nothing_is_told_that_was_not_written_down_as_spent[full]",
        "failing": f"{DISK}::test_nothing_is_told_that_was_not_written_down_as_spent[failing]",
        "worker": "(held by the order of writing: what is spent is on disk before anything is noted)",
        "database": WITHOUT_DATABASE,
        "network": f"{SLOW}::test_answers_arrive_once",
    },
    "The sums of answers: each counts once at most": {
        "full": f"{DISK}::test_answers_that_could_not_be_written_down_wait_and_count_once[full]",
        "failing": f"{DISK}::test_answers_that_could_not_be_written_down_wait_and_count_once[failing]",
        "worker": "tests/server/insight/test_process.py::test_a_killed_process_loses_what_it_had_not_written",
        "database": f"{DATABASE}::test_answers_wait_and_count_once",
        "network": "(as above: a report that comes twice counts once)",
    },
    "Votes of a group: what was confirmed counts, once": {
        "full": f"{DISK}::test_a_confirmed_vote_counts_and_a_refused_one_can_be_given_again[full]",
        "failing": f"{DISK}::test_a_confirmed_vote_counts_and_a_refused_one_can_be_given_again[failing]",
        "worker": "tests/server/group/test_process.py::test_a_host_that_is_killed_while_all_vote_loses_and_doubles_nothing",
        "database": f"{DATABASE}::test_confirmed_votes_stand_and_refused_ones_can_be_given_again",
        "network": f"{SLOW}::test_votes_count_once",
    },
}
HEAD = """\
# When something breaks

Written by `python3 run.py faults --write`; nothing here is typed in by hand. Each line was run: a small disk filled up to its last byte (as
root; elsewhere the kernel answers as a full one does), a kernel that answers every write with EIO, processes and a PostgreSQL that are
killed in the middle of their work, a wire that takes its time. `run.py nightly` runs all of it; a change that breaks a promise fails there,
and those of saves, letters and votes on a bad disk already in CI.

What an operator does: on a full or failing disk make room or mend it, and nothing else; the server goes on by itself, without a restart.
A killed worker or database comes back under systemd. Games, phones and browsers try again by themselves, or say how.
"""


def tests() -> list[str]:
    """Returns every test of the table, each with its file, without the cases."""
    return sorted({_bare(cell) for cells in PROMISES.values() for cell in cells.values() if not cell.startswith("(")})


def _bare(cell: str) -> str:
    return cell.partition("[")[0]


def sentence(cell: str) -> str:
    """Returns what a test holds: the first sentence of its docstring."""
    path, _, name = _bare(cell).partition("::")
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    function = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name)
    return (ast.get_docstring(function) or "").strip()


def outcomes(report: Path) -> dict[str, str]:
    """Returns what became of each case, by file and name: `held`, `BROKEN`, or `not run`."""
    found = {}
    for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314  written by our own run
        kinds = {child.tag for child in case}
        state = "BROKEN" if kinds & {"failure", "error"} else "not run" if "skipped" in kinds else "held"
        found[f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"] = state
    return found


def state(cell: str, found: Mapping[str, str]) -> str:
    """Returns what became of a cell: the worst of its cases."""
    cases = {said for case, said in found.items() if case == cell or (cell == _bare(cell) and _bare(case) == cell)}
    return next((said for said in ("BROKEN", "not run") if said in cases), "held" if cases else "not run")


def table(found: Mapping[str, str]) -> Iterator[str]:
    """Yields the page, line by line."""
    yield from HEAD.split("\n")
    for promise, cells in PROMISES.items():
        yield from (f"## {promise}", "", "| when | | what was seen |", "| --- | --- | --- |")
        for fault, said in FAULTS.items():
            cell = cells[fault]
            yield f"| {said} | – | {cell[1:-1]} |" if cell.startswith("(") else f"| {said} | {state(cell, found)} | {sentence(cell)} |"
        yield ""


def run() -> dict[str, str]:
    """Runs every test of the table, and returns what became of them."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "nightly or not nightly", f"--junitxml={report}", *tests()]
        subprocess.call(command, cwd=ROOT, env={**os.environ, "CI": "true"})
        return outcomes(report) if report.is_file() else {}


def main(given: Sequence[str]) -> int:
    """Runs the table; writes it, or compares it with the page; returns 1 where a promise is broken or the page says something else."""
    if {*given} - {"--write"}:
        print(__doc__, file=sys.stderr)
        return 2
    page = "\n".join(table(run())).rstrip() + "\n"
    if "--write" in given:
        PAGE.write_text(page, "utf-8")
    print(page)
    if "| held |" not in page or "| BROKEN |" in page or "| not run |" in page:
        return 1
    if not PAGE.is_file() or PAGE.read_text("utf-8") != page:
        print("docs/faults.md says something else: look why, then python3 run.py faults --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
