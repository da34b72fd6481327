"""Reads which C library a built folder needs, out of every library and program in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elftools.common.exceptions import ELFError
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

from tools import leaner

if TYPE_CHECKING:
    from pathlib import Path


def needs(folder: Path) -> dict[tuple[int, ...], list[str]]:
    """Returns, for each version of glibc that something in a folder asks for, what asks for it and for no newer one."""
    found: dict[tuple[int, ...], list[str]] = {}
    for path in leaner.elves(folder):
        asked = list(_asked(path))
        if asked:
            found.setdefault(max(asked), []).append(path.relative_to(folder).as_posix())
    return found


def _asked(path: Path) -> list[tuple[int, ...]]:
    with path.open("rb") as stream:
        try:
            sections = [part for part in ELFFile(stream).iter_sections() if isinstance(part, GNUVerNeedSection)]
            names = [entry.name for part in sections for _, entries in part.iter_versions() for entry in entries]
        except ELFError:
            return []
    versions = [name.removeprefix("GLIBC_") for name in names if name.startswith("GLIBC_")]
    return [tuple(int(part) for part in version.split(".")) for version in versions if version[:1].isdigit()]


def told(folder: Path) -> str:
    """Returns in a sentence what a folder needs, and the first three files that need it."""
    found = needs(folder)
    if not found:
        return "It needs no C library."
    newest = max(found)
    return f"It needs glibc {'.'.join(map(str, newest))}, because of {', '.join(found[newest][:3])}."
