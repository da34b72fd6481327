"""Holds a story against the house rules that a program can see: docs/writers.md tells all of them, and why."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from studio.chapters import Chapters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studio.compile import Compiled
    from studio.diagnostics import Diagnostic
    from studio.manifest_source import ManifestSource
    from studio.tags import Scanned

# Messages of each kind that a sorting has.
_EACH = 4
REFUSED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("timer", "timed", "timeout", "countdown", "clock", "deadline", "hurry", "seconds", "time_limit"), "HOUSE01"),
        **dict.fromkeys(("help", "helpline", "hotline", "contact", "counsellor", "counselor", "referral", "alert", "risk"), "HOUSE02"),
        **dict.fromkeys(("score", "points", "achievement", "badge", "streak", "reward", "trophy", "karma", "leaderboard"), "HOUSE03"),
    }
)
"""Cues that other engines have and that no story here may, with the complaint that says why."""


def check(manifest: ManifestSource, scanned: Mapping[str, Scanned], compiled: Compiled, main: str) -> Iterator[Diagnostic]:
    """Yields what breaks a house rule in story.toml, or over a whole chapter."""
    shape = manifest.shape
    if shape is None:
        return
    for field in ("content_note", "note_short"):
        if not any(char.isalpha() for char in getattr(shape, field)):
            mend = "Say in plain words what is in the story, so that nobody meets it unprepared."
            yield manifest.complain("HOUSE05", (field,), name=field, mend=mend)
    for name, sound in shape.sounds.items():
        if not any(char.isalpha() for char in sound.caption):
            mend = "Write in `caption` what is heard, for those who do not hear it."
            yield manifest.complain("HOUSE05", ("sounds", name, "caption"), name=sound.file, mend=mend)
    yield from _messages(manifest)
    if compiled.json is not None:
        yield from _without_offramp(manifest, scanned, Chapters(compiled, scanned, main))


def _messages(manifest: ManifestSource) -> Iterator[Diagnostic]:
    """Yields what is wrong with the messages to sort, where there are any."""
    messages = manifest.shape.messages if manifest.shape else {}
    honest = sum(one.honest for one in messages.values())
    if messages and (honest, len(messages) - honest) != (_EACH, _EACH):
        yield manifest.complain("HOUSE06", ("messages",), honest=honest, other=len(messages) - honest)
    for name, one in messages.items():
        if not one.honest and not one.works_by.strip():
            yield manifest.complain("HOUSE07", ("messages", name), name=name)


def _without_offramp(manifest: ManifestSource, scanned: Mapping[str, Scanned], chapters: Chapters) -> Iterator[Diagnostic]:
    """Yields the chapters of story.toml in which no line is marked as an off-ramp."""
    marked = {chapters.of(name, line) for name, line, _ in offramps(scanned)}
    for index, chapter in enumerate(manifest.shape.chapters if manifest.shape else ()):
        if chapter.number not in marked:
            yield manifest.complain("HOUSE04", ("chapters", index), number=chapter.number)


def offramps(scanned: Mapping[str, Scanned]) -> Iterator[tuple[str, int, str]]:
    """Yields file, line and name of every off-ramp that is marked."""
    for name, file in scanned.items():
        for tag in file.tags:
            cue, _, value = (part.strip() for part in tag.text.partition(":"))
            if cue == "offramp":
                yield name, tag.line, value
