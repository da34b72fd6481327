"""The whole library in one file: everything that is kept of every story, with the settings, to take to another device.

A bundle is a zip of `manifest.json`, which names every file with its size and SHA-256, and of the files themselves. It is read as if it
came from an enemy; `game.story.intake` brings in what is in it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game import guard
from game.errors import BundleError, SaveError, marked
from game.files import write_atomically
from game.settings import Settings
from game.story import kept
from game.story.archive import BROKEN, Gate, member
from game.story.saves import MOST_BYTES as MOST_SAVE_BYTES
from game.story.saves import read
from game.story.small_picture import is_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from game.paths import Paths

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
MOST_BYTES: Final = 128 * 2**20
MOST_MEMBERS: Final = 5000
MOST_MANIFEST_BYTES: Final = 2**20
MOST_MEMORY_BYTES: Final = 8 * 2**20
MOST_SETTINGS_BYTES: Final = 2**18
MOST_FOUND: Final = 50
_DEEPEST = 12
# What shrinks better than this is kept as it is: a reader takes it for a trap.
_MOST_RATIO = 100

_NO_BUNDLE = marked("This file is not an export of this game, or it was cut short. Nothing was changed.")
_TOO_BIG = marked("This export is larger than the game opens. Nothing was changed.")
_ODD = marked("This file holds something that does not belong in an export. Nothing was changed.")
_DAMAGED = marked("This export was damaged on its way: export again and try once more. Nothing was changed.")
_NEWER = marked("This export was made by a newer version of the game. Get the newest version to open it.")
_GONE = marked("This export cannot be read ({reason}). Nothing was changed.")
_UNWRITTEN = marked("The export could not be written ({reason}). Nothing was changed.")
_TOO_MUCH = marked("There is more to export than fits into one file. Delete some saves first.")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the bundle: its size in bytes and its SHA-256."""

    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a bundle says of itself; nothing of who made it, or where."""

    format: Annotated[int, msgspec.Meta(ge=1)]
    program: Literal["threshold"]
    made: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
    files: dict[str, Entry]


class _Format(msgspec.Struct):
    """The two fields of a manifest that every version has."""

    format: int
    program: Literal["threshold"]


def _belongs(name: str) -> bool:
    """Tells whether a bundle keeps a file of this name."""
    patterns = (kept.SAVE, kept.PICTURE, kept.MEMORY)
    return name in {MANIFEST, kept.SETTINGS} or any(pattern.fullmatch(name) for pattern in patterns)


def _gate() -> Gate:
    """Returns what is let in."""
    return Gate(MOST_BYTES, MOST_SAVE_BYTES + 2**17, MOST_MEMBERS, _belongs, BundleError, _NO_BUNDLE, _TOO_BIG, _ODD)


# Exporting --------------------------------------------------------------------------------------------------------------


def export(paths: Paths, today: dt.date | None = None) -> Path:
    """Writes everything that is kept into one new file, and returns where it is.

    Raises BundleError where it cannot be written.
    """
    day = (today or dt.datetime.now(dt.UTC).astimezone().date()).isoformat()
    data = _zipped(day, dict(_contents(paths)))
    if len(data) > MOST_BYTES:
        raise BundleError(_TOO_MUCH)
    path = next(path for path in _names(paths.exports, day) if not path.exists())
    try:
        write_atomically(path, data)
    except OSError as fault:
        raise BundleError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault
    return path


def _names(folder: Path, day: str) -> Iterator[Path]:
    yield folder / f"threshold-{day}.zip"
    yield from (folder / f"threshold-{day}-{number}.zip" for number in range(2, 100_000))


def _contents(paths: Paths) -> Iterator[tuple[str, bytes]]:
    """Yields every file that goes into a bundle; what is damaged here would be refused there, and stays."""
    total = 0
    for name, path in (*kept.below(paths), (kept.SETTINGS, paths.settings)):
        if name == MANIFEST or (name == kept.SETTINGS) != (path == paths.settings) or not _belongs(name):
            continue
        try:
            data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
            _check(name, data)
        except (OSError, BundleError):
            continue
        total += len(data)
        if total > MOST_BYTES - MOST_MANIFEST_BYTES:
            raise BundleError(_TOO_MUCH)
        yield name, data


def _zipped(day: str, contents: Mapping[str, bytes]) -> bytes:
    """Returns the bytes of a bundle."""
    files = {name: Entry(len(data), hashlib.sha256(data).hexdigest()) for name, data in contents.items()}
    raw = msgspec.json.format(msgspec.json.encode(Manifest(FORMAT, "threshold", day, files)), indent=1)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in ((MANIFEST, raw), *contents.items()):
            archive.writestr(_info(name), data, compress_type=_method(data))
    return stream.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    """Returns a member's head: no clock time, no owner, an ordinary file."""
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system, info.external_attr = 3, 0o100600 << 16
    return info


def _method(data: bytes) -> int:
    """Returns how to keep a member, tried out on its own."""
    with io.BytesIO() as trial, zipfile.ZipFile(trial, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", data)
        small = archive.getinfo("x").compress_size
    return zipfile.ZIP_DEFLATED if small < len(data) <= _MOST_RATIO * small else zipfile.ZIP_STORED


# Reading ----------------------------------------------------------------------------------------------------------------


def find(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Returns the files in these folders that are named as exports are, the newest first."""
    found: dict[Path, float] = {}
    for folder in folders:
        try:
            for path in folder.iterdir():
                if kept.EXPORT.fullmatch(path.name) and path.is_file():
                    found[path.resolve()] = path.stat().st_mtime
        except OSError:
            continue
    return tuple(sorted(found, key=lambda path: found[path], reverse=True)[:MOST_FOUND])


def read_bundle(path: Path) -> dict[str, bytes]:
    """Returns the files of a bundle by name, once every one of them is found right.

    Raises BundleError where it is no bundle, breaks a limit, or was changed.
    """
    gate = _gate()
    try:
        with path.open("rb") as stream:
            gate.screen_end(stream)
            with zipfile.ZipFile(stream) as archive:
                sizes = gate.screened(archive)
                manifest = _manifest(member(archive, MANIFEST, MOST_MANIFEST_BYTES))
                if {name: entry.size for name, entry in manifest.files.items()} != {
                    name: sizes[name] for name in sizes.keys() - {MANIFEST}
                }:
                    raise BundleError(_DAMAGED)
                return {name: _proved(name, member(archive, name, entry.size), entry) for name, entry in manifest.files.items()}
    except OSError as fault:
        raise BundleError(_GONE, reason=fault.strerror or str(fault)) from fault
    except (KeyError, *BROKEN) as fault:
        raise BundleError(_NO_BUNDLE) from fault


def _manifest(raw: bytes) -> Manifest:
    """Returns what a bundle says of itself.

    Raises BundleError where it says nothing that can be believed.
    """
    if not guard.fits(raw, size=MOST_MANIFEST_BYTES, depth=4):
        raise BundleError(_NO_BUNDLE)
    try:
        if msgspec.json.decode(raw, type=_Format).format > FORMAT:
            raise BundleError(_NEWER)
        return msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise BundleError(_NO_BUNDLE) from fault


def _proved(name: str, data: bytes, entry: Entry) -> bytes:
    """Returns a file's bytes once they are found to be what was put in, and of the kind that their name says."""
    if len(data) != entry.size or hashlib.sha256(data).hexdigest() != entry.sha256:
        raise BundleError(_DAMAGED)
    _check(name, data)
    return data


def _check(name: str, data: bytes) -> None:
    """Raises BundleError where a file is not what its name says."""
    if name == kept.SETTINGS:
        _check_settings(data)
    elif match := kept.SAVE.fullmatch(name):
        _check_save(match[1], data)
    elif kept.PICTURE.fullmatch(name):
        if not is_small(data):
            raise BundleError(_ODD)
    elif not guard.fits(data, size=MOST_MEMORY_BYTES, depth=_DEEPEST) or not _is_json(data):
        raise BundleError(_ODD)


def _check_save(story: str, data: bytes) -> None:
    try:
        belongs = read(io.BytesIO(data)).story == story
    except SaveError as fault:
        raise BundleError(_DAMAGED) from fault
    if not belongs:
        raise BundleError(_ODD)


def _check_settings(data: bytes) -> None:
    try:
        if not guard.fits(data, size=MOST_SETTINGS_BYTES, depth=4):
            raise BundleError(_ODD)
        msgspec.json.decode(data, type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise BundleError(_ODD) from fault


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True
