"""Builds only what is stale: a story whose files, tools or key changed since its pack was made.

Beside each pack stands a small JSON with the sizes, times and hashes of everything it was made from. Sizes and times are compared first,
hashes only where those differ, so that nothing is read, and no compiler loaded, when nothing changed.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from studio import home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.diagnostics import Diagnostic

State = Literal["fresh", "built", "failed", "removed"]
Stamp = dict[str, list[Any]]

STAMP = ".built.json"
_FOLDERS = ("art", "sound")
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one story: `fresh` (nothing to do), `built`, `failed` (an older pack stays), or `removed` with its folder."""

    name: str
    state: State
    file: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def build_stale(stories: Path, packs: Path) -> list[Built]:
    """Brings the packs of a folder of stories up to date, and returns what became of each.

    Signs with this computer's development key and adds its public half to `trusted.keys` beside the packs.
    Raises StudioError where the compiler or the key cannot be had, or a pack cannot be written.
    """
    key = home.home(os.environ) / home.DEVELOPMENT
    tools = _tools()
    done = []
    for root in _stories(stories):
        inputs = {**_story_files(root), **tools, "key": key}
        done.append(
            Built(root.name, "fresh", packs / f"{root.name}.story") if _is_fresh(root.name, inputs, packs) else _build(root, inputs, packs)
        )
    return [*done, *_removed(stories, packs)]


def _stories(stories: Path) -> Iterator[Path]:
    """Yields the folders that hold a story."""
    if stories.is_dir():
        yield from (root for root in sorted(stories.iterdir()) if (root / "story.toml").is_file())


def _story_files(root: Path) -> dict[str, Path]:
    """Returns every file a pack is made from, by a name that stays when the folder moves."""
    found = {"story.toml": root / "story.toml"}
    for folder, _, names in os.walk(root):
        base = Path(folder)
        wanted = base != root and base.relative_to(root).parts[0] in _FOLDERS
        texts = (name for name in names if wanted or name.endswith((".ink", ".po")) or (base == root and name.startswith("guide")))
        found |= {(base / name).relative_to(root).as_posix(): base / name for name in texts}
    return found


def _tools() -> dict[str, Path]:
    """Returns the files of the studio itself, and of the game's rules that it follows."""
    game = _HERE.parent / "game" / "story"
    files = [*_HERE.glob("*.py"), _HERE / "vendor" / "ink-full.js", game / "cues.py", game / "manifest.py", game / "tongue.py"]
    return {f"tool:{file.parent.name}/{file.name}": file for file in files}


def _is_fresh(name: str, inputs: dict[str, Path], packs: Path) -> bool:
    """Tells whether the pack of a story was made from exactly these files; where only their times changed, notes the new times."""
    kept = _read(packs / f"{name}{STAMP}")
    if kept is None or _stat(packs / f"{name}.story") != kept["pack"] or not _trusted(str(kept["public"]), packs):
        return False
    old: Stamp = kept["files"]
    if old.keys() != inputs.keys():
        return False
    changed = {label: file for label, file in inputs.items() if _stat(file) != old[label][:2]}
    if any(label == "key" or _stat(file)[0] != old[label][0] or _digest(file) != old[label][2] for label, file in changed.items()):
        return False
    if changed:
        kept["files"] = old | {label: [*_stat(file), old[label][2]] for label, file in changed.items()}
        _write(packs / f"{name}{STAMP}", kept)
    return True


def _build(root: Path, inputs: dict[str, Path], packs: Path) -> Built:
    """Builds a story and notes what it was made from, as it was before the build began."""
    from studio import keys  # noqa: PLC0415 - only where something is stale
    from studio.build import build  # noqa: PLC0415 - see above
    from studio.diagnostics import seen_from  # noqa: PLC0415 - see above
    from studio.story_folder import StoryFolder  # noqa: PLC0415 - see above

    key = keys.development_key(inputs["key"].parent)
    files = {label: [*_stat(file), "" if label == "key" else _digest(file)] for label, file in inputs.items()}
    packed = build(StoryFolder(root), packs, key, name=root.name)
    found = tuple(seen_from(Path(), root, packed.report.diagnostics))
    if packed.file is None:
        return Built(root.name, "failed", None, found)
    keys.trust(keys.public(key), packs / "trusted.keys")
    _write(packs / f"{root.name}{STAMP}", {"public": keys.public(key), "pack": _stat(packed.file), "files": files})
    return Built(root.name, "built", packed.file, found)


def _removed(stories: Path, packs: Path) -> Iterator[Built]:
    """Removes the packs we made of stories whose folders are gone."""
    for stamp in sorted(packs.glob(f"*{STAMP}")):
        name = stamp.name.removesuffix(STAMP)
        if not (stories / name / "story.toml").is_file():
            (packs / f"{name}.story").unlink(missing_ok=True)
            stamp.unlink(missing_ok=True)
            yield Built(name, "removed")


def _trusted(public: str, packs: Path) -> bool:
    """Tells whether the list beside the packs trusts a key."""
    try:
        return public in (packs / "trusted.keys").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return False


def _stat(file: Path) -> list[int]:
    """Returns the size and time of a file, or -1 twice where it is not there."""
    try:
        found = file.stat()
    except OSError:
        return [-1, -1]
    return [found.st_size, found.st_mtime_ns]


def _digest(file: Path) -> str:
    """Returns the SHA-256 of a file, or nothing where it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _read(stamp: Path) -> dict[str, Any] | None:
    """Returns what a stamp says, or None where it does not say it rightly."""
    try:
        kept = json.loads(stamp.read_text(encoding="utf-8"))
        whole = isinstance(kept["files"], dict) and all(len(row) == len(("size", "time", "hash")) for row in kept["files"].values())
        return kept if whole and {"pack", "public"} <= kept.keys() else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _write(stamp: Path, kept: dict[str, Any]) -> None:
    """Writes a stamp."""
    from studio.pack import write  # noqa: PLC0415 - see above

    write(json.dumps(kept, indent=0).encode(), stamp)
