"""Opens a .story file, which may come from anywhere, as if it came from an enemy.

Opening reads the list of members, the manifest and the signature; every other member is read, and its hash checked, when it is asked for.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from game import guard
from game.errors import PackError, marked
from game.story.archive import BROKEN, Gate, member
from game.story.manifest import FORMAT, Manifest

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "signature.json"

MOST_BYTES: Final = 64 * 2**20
MOST_MEMBER_BYTES: Final = 16 * 2**20
MOST_MANIFEST_BYTES: Final = 2**20
MOST_MEMBERS: Final = 2000
DEEPEST: Final = 12

_MEMBER = re.compile(r"(?:ink|art|sound|text)(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,6}|guide(?:\.[A-Za-z0-9-]{2,20})?\.pdf")
_NOT_A_PACK = marked("This is not a story file, or it was cut short. Get it again from where you found it.")
_TOO_BIG = marked("This story file is larger than the game opens.")
_ODD = marked("This story file holds something that does not belong in a story. It was not opened.")
_CHANGED = marked("This story file was changed after it was signed. Get it again from where you found it.")
_NEWER = marked("This story was made for a newer version of the game. Get the newest version to play it.")
_MANIFEST_WRONG = marked("This story file describes itself wrongly ({reason}). Tell whoever made it.")
_GONE = marked("This story file cannot be read any more ({reason}).")
_MISSING = marked("There is no “{path}” in this story.")


def _belongs(name: str) -> bool:
    """Tells whether a story keeps a file of this name."""
    return name in (MANIFEST, SIGNATURE) or _MEMBER.fullmatch(name) is not None


def _gate() -> Gate:
    """Returns what is let in."""
    return Gate(MOST_BYTES, MOST_MEMBER_BYTES, MOST_MEMBERS, _belongs, PackError, _NOT_A_PACK, _TOO_BIG, _ODD)


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
                data = member(archive, path, file.size)
        except KeyError as fault:
            raise PackError(_CHANGED) from fault
        except OSError as fault:
            raise PackError(_GONE, reason=fault.strerror or str(fault)) from fault
        except BROKEN as fault:
            raise PackError(_NOT_A_PACK) from fault
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise PackError(_CHANGED)
        return data


def open_pack(path: Path, trusted: Collection[str]) -> Book:
    """Opens a story file; `trusted` are the public keys, in hexadecimal, whose signatures this game trusts.

    A file without a signature, or signed by another key, opens with `trusted` False.
    Raises PackError where it is not a story file, breaks a limit, or was changed after it was signed.
    """
    gate = _gate()
    try:
        with path.open("rb") as stream:
            gate.screen_end(stream)
            with zipfile.ZipFile(stream) as archive:
                members = gate.screened(archive)
                raw = member(archive, MANIFEST, MOST_MANIFEST_BYTES)
                signature = member(archive, SIGNATURE, MOST_MANIFEST_BYTES) if SIGNATURE in members else None
    except OSError as fault:
        raise PackError(_GONE, reason=fault.strerror or str(fault)) from fault
    except (KeyError, *BROKEN) as fault:
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
    if missing := [path for path in (*manifest.ink.values(), *manifest.guide.values()) if path not in listed]:
        raise PackError(_MANIFEST_WRONG, reason=f"no {missing[0]}")
