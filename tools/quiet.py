"""Runs another program without showing what it prints, unless it fails. Standard library only."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tools.failure import FailureError

if TYPE_CHECKING:
    from pathlib import Path

LAST_LINES = 25


def last_lines(text: str, count: int) -> str:
    """Returns the last `count` lines that are not blank, indented."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    return "\n".join(f"    {line}" for line in lines[-count:])


def run_quietly(command: list[str], folder: Path, sentence: str, *, count: int = LAST_LINES) -> None:
    """Runs a program in `folder`.

    Raises FailureError with `sentence` and the program's last `count` lines where it fails.
    """
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise FailureError(sentence, last_lines(done.stdout + done.stderr, count))
