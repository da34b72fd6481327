"""Looks a zip that may come from anywhere over before anything in it is used: its end, its list of members, each member."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from game.errors import ThresholdError

BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, RuntimeError)
MOST_LIST_BYTES: Final = 2**20
MOST_RATIO: Final = 200
_END = b"PK\x05\x06"
_END_BYTES = 22
_END64 = b"PK\x06\x07"
_TAIL = 2**16 + _END_BYTES
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Gate:
    """What a zip may hold: bytes in all, bytes a member, members, names; and what is raised where it holds something else."""

    most_bytes: int
    most_member_bytes: int
    most_members: int
    allowed: Callable[[str], bool]
    error: type[ThresholdError]
    no_zip: str
    too_big: str
    odd: str

    def screen_end(self, stream: BinaryIO) -> None:
        """Refuses, from a zip's last bytes, a list of members too long to be read at all."""
        size = stream.seek(0, 2)
        if size > self.most_bytes:
            raise self.error(self.too_big)
        stream.seek(-min(size, _TAIL), 2)
        tail = stream.read()
        at = tail.rfind(_END)
        if at < 0 or len(tail) < at + _END_BYTES:
            raise self.error(self.no_zip)
        if _END64 in tail[max(0, at - 20) : at] or int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_LIST_BYTES:
            raise self.error(self.too_big)
        stream.seek(0)

    def screened(self, archive: zipfile.ZipFile) -> dict[str, int]:
        """Returns the sizes of the members, by name, once every one of them is found harmless."""
        members = archive.infolist()
        sizes = {member.filename: member.file_size for member in members}
        if len(members) > self.most_members or sum(member.file_size for member in members) > self.most_bytes:
            raise self.error(self.too_big)
        if len(sizes) < len(members) or len({name.lower() for name in sizes}) < len(members) or not all(map(self._harmless, members)):
            raise self.error(self.odd)
        if any(size > self.most_member_bytes for size in sizes.values()):
            raise self.error(self.too_big)
        return sizes

    def _harmless(self, member: zipfile.ZipInfo) -> bool:
        """Tells whether a member is an ordinary, plainly packed file with a name that belongs here."""
        mode = member.external_attr >> 16
        return (
            member.filename == member.orig_filename
            and self.allowed(member.filename)
            and not member.flag_bits & _ENCRYPTED
            and member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            and (not stat.S_IFMT(mode) or stat.S_ISREG(mode))
            and member.file_size <= MOST_RATIO * max(member.compress_size, 1)
        )


def member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Returns a member of at most so many bytes.

    Raises KeyError where it is missing, ValueError where it is longer, and whatever a broken zip raises.
    """
    with archive.open(name) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise ValueError(name)
    return data
