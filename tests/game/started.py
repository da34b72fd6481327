"""Starts the game as a player does, in a process of its own; run as a module, it starts it on other shipped stories."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game import cli, paths
from tests.game.story import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "game.cli")
SECONDS = 60


def command(shipped: Path | None = None) -> list[str]:
    """Returns what starts the game, on the stories in a folder instead of those it is shipped with."""
    return list(COMMAND) if shipped is None else [sys.executable, "-m", "tests.game.started", str(shipped)]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Returns the environment of a player whose game keeps everything in `home`, with no screen and a silent sound card."""
    unwanted = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "COLUMNS"}
    # A player's game measures no coverage: on a full disk that would be what fails first.
    kept = {name: value for name, value in os.environ.items() if name not in unwanted and not name.startswith("COVERAGE_")}
    return {**kept, "THRESHOLD_HOME": str(home), "SDL_AUDIODRIVER": "dummy", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", **more}


def read(
    home: Path,
    answers: str | bytes,
    *arguments: str,
    shipped: Path | None = None,
    before: Callable[[], None] | None = None,
    text: bool = True,
    **more: str,
) -> subprocess.CompletedProcess[str]:
    """Reads in the terminal with these answers and returns how that went; `before` runs in the new process."""
    done = subprocess.run(
        [*command(shipped), *(["--text"] if text else []), *arguments],
        input=answers if isinstance(answers, bytes) else answers.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment(home, **more),
        timeout=SECONDS,
        preexec_fn=before,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode())


def shelf(folder: Path, stories: Mapping[str, bytes]) -> Path:
    """Makes a folder as stories are shipped in, with the key that signed them, and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trusted.keys").write_text(packs.KEY_HEX + "\n", "utf-8")
    for name, content in stories.items():
        (folder / f"{name}.story").write_bytes(content)
    return folder


def written(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Returns every file below a folder with the moment it was written and what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def main() -> int:
    """Starts the game on the stories of the first argument; returns its exit code."""
    shipped, found = Path(sys.argv[1]), paths.find()
    # Only the folder is another one; everything that happens then is the game's own doing.
    paths.find = lambda *_: replace(found, packs=shipped)
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    raise SystemExit(main())
