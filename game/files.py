"""Writes a file so that a crash, a power cut or a full disk leaves the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

BACKUP: Final = ".bak"
HALF: Final = ".half"


def backup_of(path: Path) -> Path:
    """Returns where the file that `path` held before is kept."""
    return path.with_name(path.name + BACKUP)


def write_atomically(path: Path, data: bytes, *, keep: bool = False, sure: bool = True) -> None:
    """Writes a file whole, on disk, before it takes its name; with `keep`, the file that had the name stays as a backup.

    Not `sure`, it does not wait for the disk: a power cut may then leave neither the new file nor the old one, only a broken one.

    Raises OSError, the old file untouched, where it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{secrets.token_hex(4)}{HALF}")
    try:
        _write_through(half, data, sure=sure)
        if keep:
            _keep(path)
        half.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise
    if sure:
        _settle(path.parent)


def sweep(folder: Path) -> None:
    """Removes what writes that were cut off left behind in a folder."""
    with contextlib.suppress(OSError):
        for half in folder.glob(f"*{HALF}"):
            half.unlink()


def _write_through(path: Path, data: bytes, *, sure: bool = True) -> None:
    """Writes a new file, which only this player can read, down to the disk where that has to be `sure`."""
    path.touch(mode=0o600, exist_ok=False)
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        if sure:
            os.fsync(stream.fileno())


def _keep(path: Path) -> None:
    """Makes the file at `path` its own backup without a moment in which neither name leads to it."""
    backup = backup_of(path)
    spare = path.with_name(f"{path.name}.{secrets.token_hex(4)}{HALF}")
    if not path.exists():
        return
    try:
        spare.hardlink_to(path)
    except (OSError, NotImplementedError):
        _write_through(spare, path.read_bytes())
    spare.replace(backup)


def _settle(folder: Path) -> None:
    """Has the folder's list of names written down too, on systems that can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
