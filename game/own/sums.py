"""What tells a download from a changed one: SHA256SUMS, in the form of `sha256sum`, and an Ed25519 signature over its exact bytes.

`SHA256SUMS.sig` is JSON as a story's signature is: the public key and the signature, both in hexadecimal.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from game.own.errors import OwnError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

SUMS: Final = "SHA256SUMS"
SIGNATURE: Final = "SHA256SUMS.sig"
# What comes beside the program after it was signed: what a portable copy keeps, and where an organisation's servers are.
LATER: Final = frozenset({"portable", "threshold-data", "threshold.toml", SUMS, SIGNATURE})
_ROW: Final = re.compile(r"([0-9a-f]{64})  (\S.*)")
_KEY: Final = re.compile(r"[0-9a-fA-F]{64}")
_MOST_BYTES: Final = 4_000_000


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public key and a signature, in hexadecimal."""

    key: str
    signature: str


def files(folder: Path) -> Iterator[Path]:
    """Yields every file of a folder that is signed, in the order of its names."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file() and path.relative_to(folder).parts[0] not in LATER:
            yield path


def digest(path: Path) -> str:
    """Returns the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(folder: Path, named: Collection[Path], key: SigningKey | None = None) -> Path:
    """Writes the sums of some files below a folder, and signs them where there is a key; an old signature goes."""
    text = "".join(f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in named)
    (folder / SUMS).write_bytes(text.encode())
    (folder / SIGNATURE).unlink(missing_ok=True)
    if key is not None:
        signed = Signature(key.verify_key.encode().hex(), key.sign(text.encode()).signature.hex())
        (folder / SIGNATURE).write_bytes(msgspec.json.encode(signed) + b"\n")
    return folder / SUMS


def public(text: str) -> str:
    """Returns a public key given as 64 hexadecimal digits.

    Raises OwnError where it is none.
    """
    if not _KEY.fullmatch(text.strip()):
        raise OwnError("The key must be 64 hexadecimal digits, as whoever publishes the download says it.")
    return text.strip().lower()


def secret(path: Path) -> SigningKey:
    """Returns the key in a file of `threshold-studio key`: 64 hexadecimal digits, and remarks after #.

    Raises OwnError where there is none.
    """
    try:
        lines = [line.strip() for line in path.read_text("ascii").splitlines()]
    except (OSError, ValueError) as fault:
        raise OwnError("The key file {name} cannot be read.", name=path.name) from fault
    told = [line for line in lines if line and not line.startswith("#")]
    if len(told) != 1 or not _KEY.fullmatch(told[0]):
        raise OwnError("The file {name} is no key file: it should hold 64 hexadecimal digits.", name=path.name)
    return SigningKey(bytes.fromhex(told[0]))


def verify(place: Path, key: str) -> int:
    """Compares an unpacked folder, or one file that lies beside its sums, with what `key` signed; returns how many files were compared.

    Raises OwnError with the first thing that is wrong: signed by nobody, by another key, changed, missing, or there without being named.
    """
    folder = place if place.is_dir() else place.parent
    rows = _rows(_signed(folder, key))
    if place.is_dir():
        extra = [path for path in files(folder) if path.relative_to(folder).as_posix() not in rows]
        if extra:
            raise OwnError("{name} does not belong to this download.", name=extra[0].relative_to(folder).as_posix())
    elif place.name not in rows:
        raise OwnError("{name} is not among what was signed.", name=place.name)
    chosen = rows if place.is_dir() else {place.name: rows[place.name]}
    for name, expected in chosen.items():
        _compare(folder, name, expected)
    return len(chosen)


def _compare(folder: Path, name: str, expected: str) -> None:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise OwnError("{name} is missing. Get the download again.", name=name)
    if digest(path) != expected:
        raise OwnError("{name} was changed after it was signed. Do not start it; get the download again.", name=name)


def _signed(folder: Path, key: str) -> str:
    """Returns the sums, once they are found to be signed by the key."""
    try:
        with (folder / SUMS).open("rb") as stream:
            raw = stream.read(_MOST_BYTES)
        signature = msgspec.json.decode((folder / SIGNATURE).read_bytes(), type=Signature)
    except FileNotFoundError as fault:
        raise OwnError(
            "{name} is not here: nothing says who signed this.", name=SUMS if fault.filename == str(folder / SUMS) else SIGNATURE
        ) from fault
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise OwnError("{name} cannot be read.", name=SIGNATURE) from fault
    if signature.key.lower() != public(key):
        raise OwnError("This was signed by another key: {key}. Do not start it.", key=signature.key[:64])
    try:
        VerifyKey(bytes.fromhex(signature.key)).verify(raw, bytes.fromhex(signature.signature))
        return raw.decode()
    except (CryptoError, ValueError) as fault:
        raise OwnError("{name} was changed after it was signed. Get the download again.", name=SUMS) from fault


def _rows(text: str) -> dict[str, str]:
    """Returns the sums by file."""
    rows = {}
    for line in text.splitlines():
        match = _ROW.fullmatch(line)
        if match is None:
            raise OwnError("{name} cannot be read.", name=SUMS)
        rows[match[2]] = match[1]
    return rows
