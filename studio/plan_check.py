"""Plays all the plans of a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import plan, text_file
from studio.compile import compile_ink
from studio.ink_source import read_ink

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from studio.diagnostics import Diagnostic
    from studio.story_folder import StoryFolder


@dataclass(slots=True)
class Played:
    """What came of it: complaints, and one line a plan for the terminal."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def play_plans(folder: StoryFolder, files: Sequence[Path] = ()) -> Played:
    """Plays these plans, or every `plans/*.plan` of a story; ink that does not compile gives its own complaints instead."""
    played = Played()
    sources = read_ink(folder.root, folder.main)
    compiled = compile_ink(sources)
    if compiled.json is None:
        played.diagnostics = [one for one in (*sources.faults, *compiled.diagnostics) if one.is_error]
        return played
    plans = files or sorted((folder.root / "plans").glob("*.plan"))
    if not plans:
        played.lines.append(f"{folder.name}: there are no plans (files that end in .plan, in the folder “plans”)")
    for path in plans:
        read = plan.parse(text_file.read(path, _name(path, folder.root)))
        faults = plan.run(read, compiled.json)
        played.diagnostics += faults
        title = f" ({read.title})" if read.title else ""
        state = f"as written, {len(read.steps)} steps" if not faults else "goes another way"
        played.lines.append(f"{folder.name}: {path.name}{title}: {state}")
    return played


def _name(path: Path, root: Path) -> str:
    """Returns what a plan is called in complaints: its path from the story's folder, or its whole path."""
    whole, base = path.resolve(), root.resolve()
    return (whole.relative_to(base) if whole.is_relative_to(base) else whole).as_posix()
