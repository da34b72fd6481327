"""Disks that fail: a small one that is really full, and calls that really answer EIO; both with a way back."""

from __future__ import annotations

import errno
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tests.faults.refusal import EVERYTHING, refusing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

SIZE = "6m"


class Disk(Protocol):
    """A folder that can break."""

    folder: Path

    def broken(self, work: Callable[[], None]) -> None:
        """Does some work while nothing more can be written; afterwards it can."""


@dataclass
class Full:
    """A file system of its own, filled up to the last byte."""

    folder: Path

    def broken(self, work: Callable[[], None]) -> None:
        """Fills it, works, and makes room again."""
        filler = self.folder / "filler"
        with filler.open("wb", buffering=0) as stream:
            for size in (65_536, 4096, 1):
                try:
                    while True:
                        stream.write(b"\0" * size)
                except OSError as fault:
                    if fault.errno != errno.ENOSPC:
                        raise
        try:
            work()
        finally:
            filler.unlink()


@dataclass
class Failing:
    """An ordinary folder, and a kernel that answers EIO: to every call that writes, or to some."""

    folder: Path
    calls: frozenset[str] = EVERYTHING

    def broken(self, work: Callable[[], None]) -> None:
        """Works in a thread whose calls are refused."""
        refusing(self.calls, work)


@contextmanager
def full(folder: Path) -> Generator[Full]:
    """Gives a small disk in this folder: a real one where that can be mounted, else calls that answer as a full one's do."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "threshold", str(folder)], check=False).returncode:  # noqa: S607  wherever the system has it
        yield Pretended(folder)
        return
    try:
        yield Full(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607  as above


@dataclass
class Pretended(Full):
    """An ordinary folder, and a kernel that answers ENOSPC: where nobody may mount anything."""

    def broken(self, work: Callable[[], None]) -> None:
        """Works in a thread whose calls are refused."""
        refusing(EVERYTHING, work, errno.ENOSPC)
