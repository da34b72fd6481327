"""Tells what has changed since it was built, by names, sizes and times alone: no file is read.

Standard library only: run.py imports this before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What each step reads, and what it makes: its mark holds for both, so that a lost product counts as stale.
READS = {
    "catalogues": ("locales", "tools/catalogues.py", "tools/pseudo.py", "game/catalogues", "server/catalogues", "server/group/catalogues"),
    "sounds": ("workshop/sound", "stories/*/sound", "game/vendor/sounds"),
    "packs": ("stories", "studio", "game/story", "game/errors.py", "game/packs"),
}
SKIPPED = frozenset({"__pycache__"})


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yields path, size and time of each file below `folder`."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in SKIPPED:
                yield from _files(entry.path)
        else:
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns


def mark(root: Path, step: str) -> str:
    """Returns a hash of the names, sizes and times of everything `step` reads or makes."""
    found = hashlib.sha256()
    for pattern in READS[step]:
        for path in sorted(root.glob(pattern)):
            rows = _files(str(path)) if path.is_dir() else [(str(path), path.stat().st_size, path.stat().st_mtime_ns)]
            for row in rows:
                found.update(repr(row).encode())
    return found.hexdigest()


def content(root: Path, names: tuple[str, ...], first: str = "") -> str:
    """Returns a hash of a text and of what the named files hold; a missing file counts as empty."""
    found = hashlib.sha256(first.encode())
    for name in names:
        path = root / name
        found.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b"") + b"\0")
    return found.hexdigest()
