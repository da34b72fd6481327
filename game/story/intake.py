"""Brings in what a bundle holds. Nothing on this device is overwritten: a save whose place is taken goes into a slot of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.errors import BundleError, marked
from game.files import BACKUP, write_atomically
from game.settings import SettingsFile
from game.story import kept, union
from game.story.bundle import read_bundle
from game.story.saves import MOST_SLOTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.paths import Paths

_HALF = marked("Not all of the export could be brought in ({reason}). What was here before is as it was: try again with more free space.")


@dataclass(slots=True)
class Brought:
    """What came of a bundle: new saves, how many of them beside one whose place was taken, saves that were here already, and the rest."""

    saves: int = 0
    beside: int = 0
    same: int = 0
    memories: int = 0
    left: int = 0
    settings: bool = False


def bring(paths: Paths, path: Path) -> Brought:
    """Brings in what a bundle holds beside what is here, and returns what came of it.

    Raises BundleError: before anything is changed where it is no bundle, in the middle where the disk is full.
    """
    contents = read_bundle(path)
    brought = Brought()
    try:
        _bring_saves(paths, contents, brought)
        if kept.SETTINGS in contents:
            brought.settings = _written_new(paths.settings, contents[kept.SETTINGS])
        draws = SettingsFile(paths.settings).load().keep_map
        for name, data in contents.items():
            memory = name != kept.SETTINGS and not kept.SAVE.fullmatch(name) and not kept.PICTURE.fullmatch(name)
            # Whoever wants no map here gets none from elsewhere.
            if memory and (draws or not union.is_map(name)):
                _remember(paths.data, name, data, brought)
    except OSError as fault:
        raise BundleError(_HALF, reason=fault.strerror or str(fault)) from fault
    return brought


def _written_new(path: Path, data: bytes) -> bool:
    """Writes a file where there is none; tells whether it did."""
    if path.exists():
        return False
    write_atomically(path, data)
    return True


def _bring_saves(paths: Paths, contents: Mapping[str, bytes], brought: Brought) -> None:
    """Brings in the saves, story by story, each with its picture."""
    by_story: dict[str, list[str]] = {}
    for name in sorted(contents):
        if match := kept.SAVE.fullmatch(name):
            by_story.setdefault(match[1], []).append(name)
    for story, names in by_story.items():
        shelf = _Places(paths.saves / story)
        for name in names:
            _bring_save(shelf, name, contents, brought)


def _bring_save(shelf: _Places, name: str, contents: Mapping[str, bytes], brought: Brought) -> None:
    data, own = contents[name], name.rpartition("/")[2]
    if shelf.has(data):
        brought.same += 1
        return
    place = shelf.place(own)
    if place is None:
        brought.left += 1
        return
    for suffix in (".png", ".jpg"):
        if picture := contents.get(name.removesuffix(".json") + suffix):
            _written_new(place.with_suffix(suffix), picture)
    write_atomically(place, data)
    brought.saves += 1
    brought.beside += place.name != own


class _Places:
    """Where the saves of one story lie on this device, and where there is room for more."""

    def __init__(self, folder: Path) -> None:
        """Looks at what is there."""
        self._folder = folder
        found = list(folder.glob("*.json")) if folder.is_dir() else []
        self._names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
        self._digests = {hashlib.sha256(path.read_bytes()).digest() for path in found}
        # A ring of autosaves that is turning already is not added to: its next turn would drop some of those that are here.
        self._turning = any(path.name.startswith("auto-") for path in found)
        self._slot = max((slot for path in found if (slot := _slot(path.name)) is not None), default=0)

    def has(self, data: bytes) -> bool:
        """Tells whether this very save is here already."""
        return hashlib.sha256(data).digest() in self._digests

    def place(self, name: str) -> Path | None:
        """Returns where a save goes: its own place, else a new slot, or None where there are no more slots."""
        if name in self._names or f"{name}{BACKUP}" in self._names or (name.startswith("auto-") and self._turning):
            self._slot += 1
            name = f"slot-{self._slot:06}.json"
        else:
            self._slot = max(self._slot, _slot(name) or 0)
        self._names.add(name)
        return self._folder / name if self._slot <= MOST_SLOTS else None


def _slot(name: str) -> int | None:
    """Returns the number of the slot that a file is named for, or None."""
    match = kept.SAVE_NAME.fullmatch(name)
    return int(match[2]) if match and match[1] == "slot" else None


def _remember(data: Path, name: str, there: bytes, brought: Brought) -> None:
    """Takes over what was remembered elsewhere, together with what is remembered here; what cannot be brought together stays as it is."""
    path = data / name
    if _written_new(path, there):
        brought.memories += 1
        return
    here = path.read_bytes()
    both = here if here == there else union.united(name, here, there)
    if both is None:
        brought.left += 1
    elif both != here:
        write_atomically(path, both)
        brought.memories += 1
