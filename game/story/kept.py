"""What the game keeps on this device, by the names it gives its files: the one list that exporting, showing and forgetting go by."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.files import BACKUP, HALF
from game.paths import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.paths import Paths

_WORD = r"[a-z0-9][a-z0-9_-]{0,63}"
_STORY = r"[a-z][a-z0-9-]{0,63}"
SAVE_NAME: Final = re.compile(r"(auto|quick|slot|apart)-(\d{4,9})\.json")
SAVE: Final = re.compile(rf"saves/({_STORY})/{SAVE_NAME.pattern}")
PICTURE: Final = re.compile(rf"saves/({_STORY})/(auto|quick|slot|apart)-(\d{{4,9}})\.(?:png|jpg)")
# Folders and files below `data` in which the game remembers what was read, drawn on maps, or written into journals.
MEMORY: Final = re.compile(rf"(?:seen|maps?|journals?|compass|people|endings)(?:/{_WORD}){{0,2}}\.json|saves/{_STORY}/{_WORD}\.json")
SETTINGS: Final = "settings.json"
_REMEMBERED, _CONFIGURATION = "remembered", "threshold.toml"
# What is told about stories, what that has cost, and the lock that keeps two windows from telling it: it is never exported, since what
# was spent on one device would be spent again on another.
_INSIGHT = "insight"
# What a session with a group leaves where the game ends before it does.
_GROUP = "group"
_OWN_FOLDERS = ("saves", "seen", "map", "maps", "journal", "journals", "compass", "people", "endings")
_SHOT = re.compile(r"Threshold \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.png")
_PAGES = re.compile(r"threshold-pages-\d{4}-\d\d-\d\d(?:-\d{1,5})?\.txt")
EXPORT: Final = re.compile(r"threshold-\d{4}-\d\d-\d\d(?:-\d{1,4})?\.zip")
GUIDE: Final = re.compile(r"[a-z][a-z0-9-]{0,63}-guide(?:-\d{1,5})?\.pdf")
_LEFT_OVER = re.compile(rf".*\.[0-9a-f]{{8}}{re.escape(HALF)}")


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of what is kept: its key, its files, and their bytes in all."""

    key: str
    files: tuple[Path, ...]
    size: int


def parts(paths: Paths) -> tuple[Part, ...]:
    """Returns what is kept, kind by kind; kinds of which there is nothing are left out."""
    kinds = {
        "saves": saves(paths),
        "memory": memory(paths),
        "settings": _settings(paths),
        "contact": tuple(path for path in (paths.data / _REMEMBERED, paths.settings.parent / _CONFIGURATION) if path.is_file()),
        "insight": _matching(paths.data / _INSIGHT, re.compile(r"(?:ledger|told)\.json|lock")),
        "group": _matching(paths.data / _GROUP, re.compile(r"host\.key|room|group\.sqlite.*")),
        "logs": _matching(paths.logs, re.compile(r"threshold\.log(?:\.\d)?")),
        "stories": _matching(paths.stories, re.compile(r".*\.story")),
        "pictures": _matching(paths.screenshots, _SHOT),
        "exports": tuple(path for pattern in (EXPORT, _PAGES, GUIDE) for path in _matching(paths.exports, pattern)),
    }
    return tuple(Part(key, files, sum(map(_size, files))) for key, files in kinds.items() if files)


def below(paths: Paths) -> Iterator[tuple[str, Path]]:
    """Yields the files in the game's own folders and directly below `data`, by their names from there on, in order."""
    for folder in _OWN_FOLDERS:
        yield from ((path.relative_to(paths.data).as_posix(), path) for path in sorted(_files(paths.data / folder, deep=True)))
    yield from ((path.name, path) for path in sorted(_files(paths.data)))


def saves(paths: Paths) -> tuple[Path, ...]:
    """Returns every save, its picture and its backup."""
    return tuple(path for name, path in below(paths) if _is_save(name.removesuffix(BACKUP)) or _half_of_save(name))


def memory(paths: Paths) -> tuple[Path, ...]:
    """Returns what is remembered beside the saves."""
    return tuple(path for name, path in below(paths) if _is_memory(name.removesuffix(BACKUP)))


def _is_save(name: str) -> bool:
    return SAVE.fullmatch(name) is not None or PICTURE.fullmatch(name) is not None


def _half_of_save(name: str) -> bool:
    return name.startswith("saves/") and _LEFT_OVER.fullmatch(name) is not None


def _is_memory(name: str) -> bool:
    return MEMORY.fullmatch(name) is not None and not _is_save(name)


def _settings(paths: Paths) -> tuple[Path, ...]:
    """Returns the settings, and those that could not be read."""
    return _matching(paths.settings.parent, re.compile(rf"settings(?:\.broken)?\.json(?:{re.escape(BACKUP)})?"))


def _matching(folder: Path, pattern: re.Pattern[str]) -> tuple[Path, ...]:
    return tuple(path for path in sorted(_files(folder)) if pattern.fullmatch(path.name))


def _files(folder: Path, *, deep: bool = False) -> list[Path]:
    """Returns the ordinary files of a folder, none where there is no such folder; a link is never followed."""
    try:
        found = [path for path in folder.iterdir() if not path.is_symlink()]
    except OSError:
        return []
    files = [path for path in found if path.is_file()]
    if deep:
        files += [file for path in found if path.is_dir() for file in _files(path, deep=True)]
    return files


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def forget(paths: Paths, *, pictures: bool) -> tuple[Path, ...]:
    """Deletes everything that is kept, with `pictures` those of the screen and exports too; returns what could not be deleted."""
    gone = [path for part in parts(paths) if pictures or part.key not in {"pictures", "exports"} for path in part.files]
    places = (
        paths.data,
        paths.data / _INSIGHT,
        paths.data / _GROUP,
        paths.settings.parent,
        paths.logs,
        paths.stories,
        *((paths.screenshots, paths.exports) if pictures else ()),
    )
    gone += [path for folder in places for path in _files(folder) if _LEFT_OVER.fullmatch(path.name)]
    gone += [path for _, path in below(paths) if _LEFT_OVER.fullmatch(path.name)]
    stuck = tuple(path for path in dict.fromkeys(gone) if not _deleted(path))
    for name in (*_OWN_FOLDERS, _INSIGHT, _GROUP):
        _clear(paths.data / name)
    for folder in (*places, paths.data, paths.settings.parent, paths.logs.parent):
        # A folder above the logs may be the system's own.
        if folder in places or folder.name in {paths.data.name, NAME}:
            _emptied(folder)
    return stuck


def _deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _clear(folder: Path) -> None:
    """Takes a folder away with the empty folders in it."""
    with contextlib.suppress(OSError):
        for inner in folder.iterdir():
            if inner.is_dir() and not inner.is_symlink():
                _clear(inner)
    _emptied(folder)


def _emptied(folder: Path) -> None:
    """Takes a folder away if nothing is in it."""
    with contextlib.suppress(OSError):
        folder.rmdir()
