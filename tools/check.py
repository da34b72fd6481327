"""Looks at everything that needs no running game: `python3 run.py check`."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tools import strings
from tools.catalogues import DOMAINS
from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]


def _program(*arguments: str) -> Callable[[], str]:
    """Returns a check that runs a module of this Python, and whose complaint is what the module prints."""

    def check() -> str:
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
        return (done.stdout + done.stderr).strip() or f"exit code {done.returncode}" if done.returncode else ""

    return check


def _catalogues() -> str:
    """Returns what is wrong with the catalogues."""
    try:
        return "\n".join(fault for domain in DOMAINS for fault in strings.faults(ROOT, domain))
    except FailureError as failure:
        return str(failure)


def checks() -> dict[str, Callable[[], str]]:
    """Returns every check by name: a function that returns its complaint, or an empty text."""
    stories = [str(path.parent.relative_to(ROOT)) for path in sorted(ROOT.glob("stories/*/story.toml"))]
    return {
        "style": _program("ruff", "check", "--output-format", "concise", "."),
        "format": _program("ruff", "format", "--check", "--output-format", "concise", "."),
        "types": _program("mypy"),
        "architecture": _program("pytest", "-q", "tests/test_architecture.py"),
        "catalogues": _catalogues,
        "stories": _program("studio.cli", "check", *stories),
    }


def main() -> int:
    """Runs every check and returns 1 where one complains; a line for each, and the complaints below it."""
    failed = []
    for name, check in checks().items():
        print(f"{name:14}", end="", flush=True)
        begun = time.monotonic()
        complaint = check()
        print(f"{'failed' if complaint else 'good':8}{time.monotonic() - begun:5.1f} s", flush=True)
        if complaint:
            failed.append(name)
            print(complaint, flush=True)
    if failed:
        print(f"Not good yet: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
