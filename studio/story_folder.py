"""Finds the story that a writer means: a folder, its story.toml, an .ink file, or a name under `stories/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "main.ink"
MANIFEST = "story.toml"


@dataclass(frozen=True, slots=True)
class StoryFolder:
    """A story's folder and its main file; `bare` where it is only ink, without a story.toml."""

    root: Path
    main: str = MAIN
    bare: bool = False

    @property
    def name(self) -> str:
        """Returns what the story is called in messages."""
        return self.root.resolve().name if not self.bare else self.main


def find(arguments: list[str], here: Path) -> list[StoryFolder]:
    """Returns the stories that the arguments name; without arguments, the story of this folder, or all of `stories/`.

    Raises UsageError where there is none.
    """
    if not arguments:
        return _around(here)
    return [_one(argument, here) for argument in arguments]


def below(stories: Path) -> list[StoryFolder]:
    """Returns every folder of `stories` that holds a story.toml, by name."""
    try:
        return [StoryFolder(root) for root in sorted(stories.iterdir()) if (root / MANIFEST).is_file()]
    except OSError:
        return []


def _around(here: Path) -> list[StoryFolder]:
    """Returns the story of a folder, or those in its `stories/`."""
    if (here / MANIFEST).is_file() or (here / MAIN).is_file():
        return [StoryFolder(here)]
    if found := below(here / "stories"):
        return found
    message = "There is no story here: name a folder that holds a story.toml and a main.ink."
    raise UsageError(message)


def _one(argument: str, here: Path) -> StoryFolder:
    """Returns the story that one argument names."""
    try:
        for path in (here / argument, here / "stories" / argument):
            if path.is_dir():
                return StoryFolder(path)
            if path.is_file():
                return _of_file(path, argument)
    except (OSError, ValueError) as fault:
        message = f"“{argument}” cannot be opened: check its name, and whether you may read it."
        raise UsageError(message) from fault
    message = f"There is no story “{argument}”: name a folder that holds a story.toml and a main.ink."
    raise UsageError(message)


def _of_file(path: Path, argument: str) -> StoryFolder:
    """Returns the story a file belongs to; an .ink file without a story.toml beside it is checked alone."""
    if path.suffix == ".ink":
        bare = not (path.parent / MANIFEST).is_file()
        return StoryFolder(path.parent, path.name if bare else MAIN, bare=bare)
    if path.name == MANIFEST:
        return StoryFolder(path.parent)
    message = f"“{argument}” is a file: name the story's folder, its story.toml, or an .ink file."
    raise UsageError(message)
