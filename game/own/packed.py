"""Packs a folder so that the same folder gives the same bytes: names in order, no owner, one time for all."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# 2001-09-09 01:46:40 UTC: a time that every format can hold, and that says nothing.
MOMENT: Final = 1_000_000_000
_ZIP_MOMENT: Final = (2001, 9, 9, 1, 46, 40)
# Jumps of programs are written as places first, which makes libraries a twentieth smaller; every xz can read that.
_FILTERS: Final = ({"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 2**26})
_QUICK: Final = ({"id": lzma.FILTER_LZMA2, "preset": 0},)


def _names(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())


def tar(folder: Path, target: Path, *, quick: bool = False) -> None:
    """Packs a folder into a .tar.xz that unpacks to the folder's name; `quick`, larger."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = MOMENT
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    chain = list(_QUICK if quick else _FILTERS)
    with lzma.open(target, "wb", filters=chain) as stream, tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in (folder, *_names(folder)):
            archive.add(path, f"{folder.name}/{path.relative_to(folder).as_posix()}".removesuffix("/."), recursive=False, filter=plain)


def zipped(folder: Path, target: Path) -> None:
    """Packs a folder into a .zip that unpacks to the folder's name."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _names(folder):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _ZIP_MOMENT)
                entry.external_attr = (0o755 if path.stat().st_mode & 0o100 else 0o644) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
