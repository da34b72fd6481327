"""Checks a whole story: its ink, its cues, its story.toml, its pictures and sounds, and how it hangs together."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import art, cue_check, flow
from studio.compile import compile_ink
from studio.diagnostics import Diagnostic, in_order
from studio.ink_source import read_ink
from studio.manifest_source import ManifestSource, read_manifest
from studio.tags import scan

if TYPE_CHECKING:
    from studio.art import Cost
    from studio.manifest_shape import StoryShape
    from studio.story_folder import StoryFolder


_UNREAD = frozenset({"INK03", "INK04", "INK05", "INK06"})
_FOLLOWING = frozenset({"INK10", "INK11", "FLOW01", "FLOW02", "CUE08"})


@dataclass(slots=True)
class Report:
    """What a check found: complaints in order, what a pack is made of, and what it cost in seconds."""

    folder: StoryFolder
    diagnostics: list[Diagnostic]
    shape: StoryShape | None = None
    ink: str | None = None
    words: int = 0
    seconds: float = 0.0
    costs: list[Cost] = field(default_factory=list)

    @property
    def fine(self) -> bool:
        """Tells whether the story can be packed."""
        return not any(one.is_error for one in self.diagnostics)

    @property
    def warned(self) -> bool:
        """Tells whether there is a warning."""
        return any(one.severity == "warning" for one in self.diagnostics)


def check(folder: StoryFolder, *, measure: bool = False) -> Report:
    """Returns what is wrong with a story; with `measure`, pictures are also drawn once and timed."""
    started = time.perf_counter()
    sources = read_ink(folder.root, folder.main)
    compiled = compile_ink(sources)
    manifest = None if folder.bare else read_manifest(folder.root)
    tags = {name: scan(bare) for name, bare in sources.bare.items()}
    found = [*sources.faults, *compiled.diagnostics]
    found += cue_check.check(sources, tags, manifest, compiled)
    found += flow.check(sources, tags, compiled, manifest)
    costs: list[Cost] = []
    if manifest:
        found += _about_manifest(manifest, folder)
        if manifest.shape:
            pictures = art.check(folder.root, manifest, measure=measure)
            found += pictures.faults
            costs = pictures.costs
    return Report(
        folder,
        in_order(_certain(found)),
        manifest.shape if manifest else None,
        compiled.json,
        sum(len(bare.split()) for bare in sources.bare.values()),
        time.perf_counter() - started,
        costs,
    )


def _about_manifest(manifest: ManifestSource, folder: StoryFolder) -> list[Diagnostic]:
    """Returns what is wrong with story.toml itself."""
    found = list(manifest.faults)
    name = folder.root.resolve().name
    if manifest.shape and manifest.shape.id != name:
        found.append(manifest.complain("TOML06", ("id",), folder=name, id=manifest.shape.id))
    return found


def _certain(found: list[Diagnostic]) -> list[Diagnostic]:
    """Returns the complaints without those that may only follow from text that was not read: an INCLUDE or comment that is wrong."""
    if not any(one.code in _UNREAD for one in found):
        return found
    return [one for one in found if one.code not in _FOLLOWING or "did you mean" in one.sentence]
