"""Keeps journeys on disk: JSON that runs no code, written whole or not at all, with the one before kept.

A save is three lines of JSON: the format and the SHA-256 of the rest; what a list shows; the journey.
Why so long: writing, listing and reading must agree on that.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import logging
import re
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game.errors import SaveError, marked
from game.files import BACKUP, backup_of, sweep, write_atomically
from game.story.record import Record

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

FORMAT: Final = 1
RING: Final = 10
MOST_AUTOSAVES: Final = 50
MOST_BYTES: Final = 32 * 2**20
MOST_HEAD_BYTES: Final = 2**16
MOST_SLOTS: Final = 9999
MOST_NOTE: Final = 4000

Kind = Literal["auto", "quick", "slot", "apart"]

_log = logging.getLogger(__name__)
_NAME = re.compile(r"(auto|quick|slot|apart)-(\d{4,9})\.json")
_STORY = re.compile(r"[a-z][a-z0-9-]{0,63}")
_PICTURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}

_UNWRITTEN = marked("The game could not be saved ({reason}). Your earlier saves are as they were.")
_DAMAGED = marked("This save is damaged and cannot be opened. Your other saves are as they were.")
_NEWER = marked("This save was made by a newer version of the game. Get the newest version to open it.")
_NO_SLOT = marked("There is no save slot {number}.")
_NO_STORY = marked("There can be no saves for a story called “{story}”.")
_NOT_DELETED = marked("This save could not be deleted ({reason}).")


class _Seal(msgspec.Struct, frozen=True):
    """The first line of a save."""

    format: int
    sha256: str


class Head(msgspec.Struct, frozen=True):
    """The second line of a save: what a list of saves shows."""

    when: Annotated[str, msgspec.Meta(max_length=40)]
    version: Annotated[str, msgspec.Meta(max_length=40)]
    language: Annotated[str, msgspec.Meta(max_length=40)]
    turns: int
    chapter: int | None = None
    chapter_title: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    excerpt: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    note: Annotated[str, msgspec.Meta(max_length=4000)] = ""


class SaveInfo(msgspec.Struct, frozen=True):
    """One save in a list; `head` is None where it is damaged."""

    kind: Kind
    number: int
    path: Path
    head: Head | None
    thumbnail: Path | None = None

    @property
    def damaged(self) -> bool:
        """Tells whether the save cannot be read, as far as its first lines show."""
        return self.head is None

    @property
    def when(self) -> str:
        """Returns when it was saved: UTC, ISO 8601; empty where it is damaged."""
        return self.head.when if self.head else ""

    @property
    def place(self) -> str:
        """Returns the title of the chapter, or the last words read where there are no chapters."""
        return (self.head.chapter_title or self.head.excerpt) if self.head else ""

    @property
    def note(self) -> str:
        """Returns what the player wrote to it."""
        return self.head.note if self.head else ""


class Saves:
    """The saves of every story below one folder."""

    def __init__(self, folder: Path, *, ring: int = RING) -> None:
        """Takes the folder, which is made with the first save, and how many autosaves are kept of each version of a story."""
        self._folder = folder
        self._ring = ring

    def write_auto(self, record: Record) -> SaveInfo:
        """Writes an autosave, and lets the oldest of the ring go.

        Raises SaveError where it cannot be written; every earlier save stays.
        """
        autos = tuple(info for info in self._infos(record.story) if info.kind == "auto")
        number = max((info.number for info in autos), default=0) + 1
        written = self._write(record, "auto", number)
        self._prune(autos, record.version)
        return written

    def write_quick(self, record: Record, thumbnail: bytes | None = None) -> SaveInfo:
        """Writes the quick save; the one before is kept as its backup.

        Raises SaveError where it cannot be written; every earlier save stays.
        """
        return self._write(record, "quick", 1, thumbnail=thumbnail)

    def write_slot(self, number: int, record: Record, note: str = "", thumbnail: bytes | None = None) -> SaveInfo:
        """Writes a slot, from 1 on, with the player's note and a PNG or JPEG picture; what was in it is kept as its backup.

        Raises SaveError where there is no such slot or it cannot be written; every earlier save stays.
        """
        if not 1 <= number <= MOST_SLOTS:
            raise SaveError(_NO_SLOT, number=number)
        return self._write(record, "slot", number, note=note[:MOST_NOTE], thumbnail=thumbnail)

    def write_apart(self, record: Record, thumbnail: bytes | None = None) -> SaveInfo:
        """Writes what nothing ever writes over: a journey as it was before a what-if; the same journey is not written twice.

        Raises SaveError where it cannot be written; every earlier save stays.
        """
        aparts = sorted((info for info in self._infos(record.story) if info.kind == "apart"), key=lambda info: info.number)
        if aparts:
            with contextlib.suppress(SaveError):
                if self.load(aparts[-1]) == record:
                    return aparts[-1]
        return self._write(record, "apart", aparts[-1].number + 1 if aparts else 1, thumbnail=thumbnail)

    def folder(self, story: str) -> Path:
        """Returns the folder of a story's saves.

        Raises SaveError where there can be no such story.
        """
        return self._of(story)

    def annotate(self, info: SaveInfo, note: str) -> SaveInfo:
        """Writes the player's note to a save, all else as it was.

        Raises SaveError where the save cannot be read or written; it then stays as it was.
        """
        record = self.load(info)
        head = msgspec.structs.replace(info.head or _head(record, ""), note=note[:MOST_NOTE])
        _put(info.path, head, record, keep=info.kind != "auto")
        return msgspec.structs.replace(info, head=head)

    def write_thumbnail(self, info: SaveInfo, picture: bytes) -> Path | None:
        """Puts a PNG or JPEG picture beside a save; None, and a line in the log, where that does not work: the save is worth more."""
        suffix = next((suffix for magic, suffix in _PICTURES.items() if picture.startswith(magic)), None)
        if suffix is None:
            _log.warning("The picture for %s is neither PNG nor JPEG.", info.path.name)
            return None
        path = info.path.with_suffix(suffix)
        try:
            # A list of saves does without a picture that a power cut broke: it is not worth a second wait for the disk.
            write_atomically(path, picture, sure=False)
        except OSError as fault:
            _log.warning("The picture for %s was not written: %s", info.path.name, fault)
            return None
        for other in _PICTURES.values():
            if other != suffix:
                _remove(info.path.with_suffix(other))
        return path

    def list(self, story: str) -> tuple[SaveInfo, ...]:
        """Returns a story's saves, newest first, damaged ones last."""
        return tuple(sorted(self._infos(story), key=lambda info: (info.when, info.number), reverse=True))

    def latest(self, story: str) -> SaveInfo | None:
        """Returns the newest save that opens, or None."""
        for info in self.list(story):
            try:
                self.load(info)
            except SaveError:
                continue
            return info
        return None

    def load(self, info: SaveInfo) -> Record:
        """Returns the journey of a save, or of its backup where the save itself is damaged.

        Raises SaveError where neither can be read.
        """
        try:
            return _read(info.path)
        except SaveError as fault:
            try:
                record = _read(backup_of(info.path))
            except SaveError:
                raise fault from None
            _log.warning("%s is damaged: its backup was opened.", info.path.name)
            return record

    def delete(self, info: SaveInfo) -> None:
        """Deletes a save, its backup and its picture.

        Raises SaveError where it cannot be deleted.
        """
        try:
            for path in (info.path, backup_of(info.path), *(info.path.with_suffix(suffix) for suffix in _PICTURES.values())):
                path.unlink(missing_ok=True)
        except OSError as fault:
            raise SaveError(_NOT_DELETED, reason=fault.strerror or str(fault)) from fault

    def tidy(self, story: str) -> None:
        """Removes what saves that were cut off left behind; call it once, when a story is opened."""
        sweep(self._of(story))

    def seen(self, story: str) -> Path:
        """Returns the file that remembers which pages of a story were read."""
        return self._of(story) / "seen.json"

    def _of(self, story: str) -> Path:
        """Returns the folder of a story's saves."""
        if not _STORY.fullmatch(story):
            raise SaveError(_NO_STORY, story=story)
        return self._folder / story

    def _infos(self, story: str) -> tuple[SaveInfo, ...]:
        """Returns a story's saves in no order."""
        try:
            names = {path.name.removesuffix(BACKUP): path.parent for path in self._of(story).iterdir()}
        except OSError:
            return ()
        found = ((_NAME.fullmatch(name), folder / name) for name, folder in names.items())
        return tuple(_info(match, path) for match, path in found if match)

    def _write(self, record: Record, kind: Kind, number: int, *, note: str = "", thumbnail: bytes | None = None) -> SaveInfo:
        """Writes a save and its picture."""
        path = self._of(record.story) / f"{kind}-{number:06}.json"
        head = _head(record, note)
        _put(path, head, record, keep=kind != "auto")
        info = SaveInfo(kind, number, path, head)
        if thumbnail is None:
            return info
        return msgspec.structs.replace(info, thumbnail=self.write_thumbnail(info, thumbnail))

    def _prune(self, autos: tuple[SaveInfo, ...], version: str) -> None:
        """Deletes autosaves that fell out of their ring; a ring of an older version stays until there are too many rings."""
        newest = sorted(autos, key=lambda info: info.number, reverse=True)
        same = [info for info in newest if info.head is None or info.head.version == version]
        for info in {info.path: info for info in (*same[self._ring - 1 :], *newest[MOST_AUTOSAVES - 1 :])}.values():
            with contextlib.suppress(SaveError):
                self.delete(info)


def _put(path: Path, head: Head, record: Record, *, keep: bool) -> None:
    """Writes the three lines of a save.

    Raises SaveError where that does not work; what was there before stays.
    """
    rest = msgspec.json.encode(head) + b"\n" + msgspec.json.encode(record) + b"\n"
    seal = msgspec.json.encode(_Seal(FORMAT, hashlib.sha256(rest).hexdigest()))
    try:
        write_atomically(path, seal + b"\n" + rest, keep=keep)
    except OSError as fault:
        raise SaveError(_UNWRITTEN, reason=fault.strerror or str(fault)) from fault


def _head(record: Record, note: str) -> Head:
    """Returns what a list shows of a journey saved now."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    return Head(
        now, record.version, record.language, len(record.turns), record.chapter, record.chapter_title[:4000], record.excerpt[:4000], note
    )


def _info(match: re.Match[str], path: Path) -> SaveInfo:
    """Returns what a list shows of a file."""
    thumbnail = next((picture for suffix in _PICTURES.values() if (picture := path.with_suffix(suffix)).is_file()), None)
    return SaveInfo(msgspec.convert(match[1], Kind), int(match[2]), path, _peek(path) or _peek(backup_of(path)), thumbnail)


def _peek(path: Path) -> Head | None:
    """Returns the head of a save without reading the rest, or None where it is damaged."""
    try:
        with path.open("rb") as stream:
            stream.readline(MOST_HEAD_BYTES)
            line = stream.readline(MOST_HEAD_BYTES)
        return msgspec.json.decode(line, type=Head)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _read(path: Path) -> Record:
    """Returns the journey that a file holds.

    Raises SaveError where it is damaged.
    """
    try:
        with path.open("rb") as stream:
            return read(stream)
    except OSError as fault:
        raise SaveError(_DAMAGED) from fault


def read(stream: BinaryIO) -> Record:
    """Returns the journey that a save's bytes hold.

    Raises SaveError where they are damaged, or of a newer version of the game.
    """
    try:
        line, rest = stream.readline(MOST_HEAD_BYTES), stream.read(MOST_BYTES + 1)
        if len(rest) > MOST_BYTES:
            raise SaveError(_DAMAGED)
        seal = msgspec.json.decode(line, type=_Seal)
        if seal.format > FORMAT:
            raise SaveError(_NEWER)
        if hashlib.sha256(rest).hexdigest() != seal.sha256:
            raise SaveError(_DAMAGED)
        return msgspec.json.decode(rest.partition(b"\n")[2], type=Record)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise SaveError(_DAMAGED) from fault


def _remove(path: Path) -> None:
    """Removes a file if it can be removed."""
    with contextlib.suppress(OSError):
        path.unlink()
