"""The verb `guide`: writes the session guides of stories as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from studio import guide_pdf, pack
from studio.check import check
from studio.diagnostics import Diagnostic, seen_from
from studio.errors import UsageError
from studio.session_guide import languages

if TYPE_CHECKING:
    from studio.manifest_shape import StoryShape
    from studio.session_guide import Guide
    from studio.story_folder import StoryFolder


def written(folders: list[StoryFolder], to: Path) -> tuple[list[Diagnostic], list[str]]:
    """Writes the guides of stories into a folder; returns the complaints about guides that are wrong, and a line for each file.

    Raises UsageError where a story has no guide, or no right story.toml.
    """
    found: list[Diagnostic] = []
    lines: list[str] = []
    for folder in folders:
        report = check(folder)
        if report.shape is None or not report.guides:
            message = f"“{folder.name}” has no session guide: write a guide.md beside a story.toml that `check` finds right."
            raise UsageError(message)
        found += seen_from(Path(), folder.root, [fault for guide in report.guides for fault in guide.faults])
        if not found:
            lines += [_one(report.shape, language, guide, to) for language, guide in languages(report.guides)]
    return found, lines


def _one(shape: StoryShape, language: str, guide: Guide, to: Path) -> str:
    """Writes one guide and returns the line that says so."""
    file, pdf = to / f"{shape.id}-guide-{language}.pdf", guide_pdf.written(guide, shape.title)
    pack.write(pdf, file)
    return f"{file} ({len(pdf) / 1000:.0f} kB)"
