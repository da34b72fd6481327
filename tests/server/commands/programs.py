"""The operator's program as an operator starts it: a process with its answer, with somebody who types, or one that serves."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.server.wires import ProcessWire, get

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = (sys.executable, "-m", "server.cli")
PATIENCE = 60.0
Done = subprocess.CompletedProcess[str]


def _surroundings(more: Mapping[str, str] | None) -> dict[str, str]:
    """Returns the environment of a process: this one's, and some more."""
    return {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT), **(more or {})}


def run(*arguments: object, said: str = "", cwd: Path = ROOT, more: Mapping[str, str] | None = None) -> Done:
    """Runs a command to its end; `said` is what comes through a pipe."""
    command = [*PROGRAM, *(str(one) for one in arguments)]
    return subprocess.run(
        command, input=said, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=cwd, env=_surroundings(more)
    )


def done(*arguments: object, said: str = "", cwd: Path = ROOT, more: Mapping[str, str] | None = None) -> str:
    """Runs a command that must end well and complain of nothing, and returns what it printed."""
    ended = run(*arguments, said=said, cwd=cwd, more=more)
    assert (ended.returncode, ended.stderr) == (0, ""), (ended.stdout, ended.stderr)
    return ended.stdout


def typed(arguments: Sequence[object], answers: Sequence[tuple[str, str]], cwd: Path = ROOT, more: Mapping[str, str] | None = None) -> Done:
    """Runs a command at a terminal; each time one of the questions is there, its answer is typed."""
    ours, theirs = pty.openpty()
    command = [*PROGRAM, *(str(one) for one in arguments)]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, cwd=cwd, env=_surroundings(more)
    )
    os.close(theirs)
    try:
        seen = _converse(ours, list(answers))
        return subprocess.CompletedProcess(command, process.wait(PATIENCE), seen, "")
    finally:
        os.close(ours)
        process.kill()
        process.wait()


def _converse(terminal: int, answers: list[tuple[str, str]]) -> str:
    """Reads until the process lets go of its terminal, and answers what it asks; returns everything that was to be seen."""
    seen, read_to, end = "", 0, time.monotonic() + PATIENCE
    with suppress(OSError):
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 0.1)[0]:
                continue
            piece = os.read(terminal, 4096)
            if not piece:
                break
            seen += piece.decode()
            if answers and answers[0][0] in seen[read_to:]:
                read_to = len(seen)
                os.write(terminal, answers.pop(0)[1].encode() + b"\n")
    assert not answers, (answers, seen)
    return seen.replace("\r\n", "\n")


@contextmanager
def serving(folder: Path, port: int, more: Mapping[str, str] | None = None) -> Generator[subprocess.Popen[bytes]]:
    """Gives a process that serves a data folder, once it answers; what it says is in `server.log` beside the folder."""
    with (folder.parent / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [*PROGRAM, "--folder", str(folder), "run"], stdout=log, stderr=log, cwd=ROOT, env=_surroundings(more), start_new_session=True
        )
        try:
            _wait(process, port)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(15)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Waits until a process answers on its port."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended before it answered"
        wire = ProcessWire(port)
        try:
            if get(wire, "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            wire.close()
    raise AssertionError("the server does not answer")
