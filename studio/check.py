"""Checks a whole story: its ink, its cues, its story.toml, its pictures and sounds, and how it hangs together."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import art, cue_check, flow, house_check, people_check, questions, reading, session_guide
from studio.chapters import Chapters
from studio.compile import compile_ink
from studio.diagnostics import Diagnostic, in_order
from studio.ink_source import read_ink
from studio.manifest_source import ManifestSource, read_manifest
from studio.music import music
from studio.places import places
from studio.reading import words
from studio.tags import scan
from studio.telling import Telling, tell_all

if TYPE_CHECKING:
    from studio.art import Cost
    from studio.ink_source import Sources
    from studio.manifest_shape import StoryShape
    from studio.music import Music
    from studio.places import Places
    from studio.session_guide import Guide
    from studio.story_folder import StoryFolder
    from studio.tags import Scanned


_UNREAD = frozenset({"INK03", "INK04", "INK05", "INK06"})
_FOLLOWING = frozenset({"INK10", "INK11", "FLOW01", "FLOW02", "CUE08"})


@dataclass(slots=True)
class Report:
    """What a check found: complaints in order, what a pack is made of, what it cost in seconds, and the LIX of each chapter."""

    folder: StoryFolder
    diagnostics: list[Diagnostic]
    shape: StoryShape | None = None
    ink: str | None = None
    words: int = 0
    seconds: float = 0.0
    costs: list[Cost] = field(default_factory=list)
    levels: dict[int, float] = field(default_factory=dict)
    guides: list[Guide] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)
    places: Places = field(default_factory=dict)
    music: Music = field(default_factory=dict)

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
    guides: list[Guide] = []
    chapters = Chapters(compiled, tags, sources.main)
    asked = places(manifest.shape, compiled, tags) if manifest and manifest.shape else {}
    if manifest:
        found += _about_manifest(manifest, folder)
        found += people_check.check(manifest, sources.bare)
        if compiled.json is not None:
            found += questions.check(manifest, asked, {label.name for label in compiled.labels})
        found += house_check.check(manifest, tags, compiled, sources.main)
        guides = _guides(folder, manifest, sources, tags, chapters)
        found += [fault for guide in guides for fault in guide.faults]
        if manifest.shape:
            pictures = art.check(folder.root, manifest, measure=measure)
            found += pictures.faults
            costs = pictures.costs
    tellings = tell_all(sources, manifest, compiled)
    found += [fault for telling in tellings for fault in telling.faults]
    return Report(
        folder,
        in_order(_certain(found)),
        manifest.shape if manifest else None,
        compiled.json,
        sum(words(one.text) for one in compiled.texts),
        time.perf_counter() - started,
        costs,
        reading.levels(compiled, chapters),
        guides,
        tellings,
        asked,
        music(manifest.shape, compiled, tags) if manifest and manifest.shape else {},
    )


def _guides(folder: StoryFolder, manifest: ManifestSource, sources: Sources, tags: dict[str, Scanned], chapters: Chapters) -> list[Guide]:
    """Returns the session guides of a story."""
    if manifest.shape is None:
        return []
    return session_guide.read(folder.root, manifest.shape, session_guide.moments(sources, tags, chapters))


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
