"""Opens a .story file, which may come from anywhere, as if it came from an enemy.

Opening reads the list of members, the manifest and the signature; every other member is read, and its hash checked, when it is asked for.
It is long because every check of a hostile zip stands here, in the order in which they must come.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from game import guard
from game.errors import PackError, marked
from game.story.manifest import FORMAT, Manifest

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from typing import BinaryIO

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "signature.json"

MOST_BYTES: Final = 64 * 2**20
MOST_MEMBER_BYTES: Final = 16 * 2**20
MOST_MANIFEST_BYTES: Final = 2**20
MOST_LIST_BYTES: Final = 2**20
MOST_MEMBERS: Final = 2000
MOST_RATIO: Final = 200
DEEPEST: Final = 12

_MEMBER = re.compile(r"(?:ink|art|sound|text)(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,6}")
_END = b"PK\x05\x06"
_END_BYTES = 22
_END64 = b"PK\x06\x07"
_TAIL = 2**16 + _END_BYTES
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, RuntimeError)

_NOT_A_PACK = marked("This is not a story file, or it was cut short. Get it again from where you found it.")
_TOO_BIG = marked("This story file is larger than the game opens.")
_ODD = marked("This story file holds something that does not belong in a story. It was not opened.")
_CHANGED = marked("This story file was changed after it was signed. Get it again from where you found it.")
_NEWER = marked("This story was made for a newer version of the game. Get the newest version to play it.")
_MANIFEST_WRONG = marked("This story file describes itself wrongly ({reason}). Tell whoever made it.")
_GONE = marked("This story file cannot be read any more ({reason}).")
_MISSING = marked("There is no “{path}” in this story.")


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`signature.json`: a public key and a signature over the exact bytes of the manifest, both in hexadecimal."""

    key: str
    signature: str


class _Format(msgspec.Struct):
    """The one field of a manifest that every version has."""

    format: int


@dataclass(frozen=True, slots=True)
class Book:
    """A story file that was opened: what it says of itself, and whether a trusted key signed it."""

    path: Path
    manifest: Manifest
    trusted: bool
    key: str | None

    @property
    def languages(self) -> tuple[str, ...]:
        """Returns the languages it can be read in, its own first."""
        own = self.manifest.language
        return (own, *sorted(tag for tag in self.manifest.ink if tag != own))

    def speaks(self, language: str) -> str:
        """Returns the language it is read in when `language` is asked for."""
        for tag in (language, language.partition("-")[0]):
            if tag in self.manifest.ink:
                return tag
        return self.manifest.language

    def ink(self, language: str) -> str:
        """Returns the compiled ink of a language.

        Raises PackError where it cannot be read or was changed.
        """
        try:
            return self.read(self.manifest.ink[self.speaks(language)]).decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise PackError(_ODD) from fault

    def ink_hash(self, language: str) -> str:
        """Returns the SHA-256 of the compiled ink of a language."""
        return self.manifest.files[self.manifest.ink[self.speaks(language)]].sha256

    def read(self, path: str) -> bytes:
        """Returns a member's bytes once its hash is found right.

        Raises PackError where there is no such member, or where it was changed.
        """
        file = self.manifest.files.get(path)
        if file is None:
            raise PackError(_MISSING, path=path)
        try:
            with self.path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
                data = _member(archive, path, file.size)
        except KeyError as fault:
            raise PackError(_CHANGED) from fault
        except OSError as fault:
            raise PackError(_GONE, reason=fault.strerror or str(fault)) from fault
        except _BROKEN as fault:
            raise PackError(_NOT_A_PACK) from fault
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise PackError(_CHANGED)
        return data


def open_pack(path: Path, trusted: Collection[str]) -> Book:
    """Opens a story file; `trusted` are the public keys, in hexadecimal, whose signatures this game trusts.

    A file without a signature, or signed by another key, opens with `trusted` False.
    Raises PackError where it is not a story file, breaks a limit, or was changed after it was signed.
    """
    try:
        with path.open("rb") as stream:
            _screen_end(stream)
            with zipfile.ZipFile(stream) as archive:
                members = _screened(archive)
                raw = _member(archive, MANIFEST, MOST_MANIFEST_BYTES)
                signature = _member(archive, SIGNATURE, MOST_MANIFEST_BYTES) if SIGNATURE in members else None
    except OSError as fault:
        raise PackError(_GONE, reason=fault.strerror or str(fault)) from fault
    except (KeyError, *_BROKEN) as fault:
        raise PackError(_NOT_A_PACK) from fault
    key = _signer(raw, signature) if signature is not None else None
    manifest = read_manifest(raw)
    _compare(manifest, members)
    return Book(path, manifest, key is not None and key in trusted, key)


def read_manifest(raw: bytes) -> Manifest:
    """Returns the manifest that stands in these bytes.

    Raises PackError with what is wrong with it.
    """
    if not guard.fits(raw, size=MOST_MANIFEST_BYTES, depth=DEEPEST):
        raise PackError(_ODD)
    try:
        if msgspec.json.decode(raw, type=_Format).format > FORMAT:
            raise PackError(_NEWER)
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise PackError(_MANIFEST_WRONG, reason=str(fault)) from fault
    if manifest.language not in manifest.ink:
        raise PackError(_MANIFEST_WRONG, reason=f"no ink for {manifest.language}")
    return manifest


def _screen_end(stream: BinaryIO) -> None:
    """Refuses, from a zip's last bytes, a list of members too long to be read at all."""
    size = stream.seek(0, 2)
    if size > MOST_BYTES:
        raise PackError(_TOO_BIG)
    stream.seek(-min(size, _TAIL), 2)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_BYTES:
        raise PackError(_NOT_A_PACK)
    if _END64 in tail[max(0, at - 20) : at] or int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_LIST_BYTES:
        raise PackError(_TOO_BIG)
    stream.seek(0)


def _screened(archive: zipfile.ZipFile) -> dict[str, int]:
    """Returns the sizes of the members, by name, once every one of them is found harmless."""
    members = archive.infolist()
    sizes = {member.filename: member.file_size for member in members}
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        raise PackError(_TOO_BIG)
    if len(sizes) < len(members) or len({name.lower() for name in sizes}) < len(members) or not all(map(_harmless, members)):
        raise PackError(_ODD)
    if any(size > MOST_MEMBER_BYTES for size in sizes.values()):
        raise PackError(_TOO_BIG)
    return sizes


def _harmless(member: zipfile.ZipInfo) -> bool:
    """Tells whether a member is an ordinary, plainly packed file at a place where stories keep files."""
    mode = member.external_attr >> 16
    return (
        member.filename == member.orig_filename
        and (member.filename in (MANIFEST, SIGNATURE) or _MEMBER.fullmatch(member.filename) is not None)
        and not member.flag_bits & _ENCRYPTED
        and member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        and (not stat.S_IFMT(mode) or stat.S_ISREG(mode))
        and member.file_size <= MOST_RATIO * max(member.compress_size, 1)
    )


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Returns a member of at most so many bytes.

    Raises KeyError where it is missing, ValueError where it is longer, and whatever a broken zip raises.
    """
    with archive.open(name) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise ValueError(name)
    return data


def _signer(raw: bytes, signature: bytes) -> str:
    """Returns the key that signed the manifest."""
    try:
        if not guard.fits(signature, size=MOST_MANIFEST_BYTES, depth=1):
            raise PackError(_CHANGED)
        read = msgspec.json.decode(signature, type=Signature)
        key = bytes.fromhex(read.key)
        VerifyKey(key).verify(raw, bytes.fromhex(read.signature))
    except (msgspec.DecodeError, CryptoError, ValueError, TypeError) as fault:
        raise PackError(_CHANGED) from fault
    return key.hex()


def _compare(manifest: Manifest, members: dict[str, int]) -> None:
    """Refuses a file whose members are not exactly those its manifest lists, or that lists no ink for a language."""
    listed = {path: file.size for path, file in manifest.files.items()}
    if {name: size for name, size in members.items() if name not in (MANIFEST, SIGNATURE)} != listed:
        raise PackError(_CHANGED)
    if missing := [path for path in manifest.ink.values() if path not in listed]:
        raise PackError(_MANIFEST_WRONG, reason=f"no {missing[0]}")
