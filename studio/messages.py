"""Lists everything of a story that has to be translated, as messages of a gettext catalogue.

A message is a text and its context. The context of a line is the knot (or `knot.stitch`) it stands in; a line that stands several times
in one knot is numbered, so that each can be translated for itself. Cues and story.toml have contexts of their own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from studio import toml_texts, utterances
from studio.diagnostics import Place
from studio.tags import scan
from studio.toml_places import KeyPath, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.ink_source import Sources
    from studio.manifest_source import ManifestSource
    from studio.utterances import Utterance

OPENING: Final = "(opening)"
"""The context of what stands before the first knot."""
TOML: Final = "story.toml"

_REMARKS = {
    "prompt": "Stands above a set of choices.",
    "discuss": "A question for a group, asked by whoever leads it.",
    "note": "Said before a scene: what is in it, in plain words.",
}
_BRACKETS = "A choice. Before the brackets: offered, then told. In them: only offered. Behind them: only told."


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the ink where a message's words stand: the file, and the utterance there."""

    file: str
    utterance: Utterance


@dataclass(slots=True)
class Message:
    """A text to translate: its context, the text as written, where it stands, remarks for translators, and the chapter it is in.

    Either `spots` (ink) or `path` (a key of story.toml) says where the translation goes.
    """

    context: str
    text: str
    remarks: tuple[str, ...] = ()
    chapter: int | None = None
    places: list[Place] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    path: KeyPath | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Returns context and text, which no two messages share."""
        return self.context, self.text

    @property
    def knot(self) -> str:
        """Returns the context without the number of a line that stands several times."""
        return knot_of(self.context)


def knot_of(context: str) -> str:
    """Returns a context without the number of a line that stands several times."""
    head, _, number = context.rpartition(" (")
    return head if head and number[:-1].isdecimal() else context


def of_story(sources: Sources, manifest: ManifestSource | None) -> list[Message]:
    """Returns the messages of a story: of its story.toml where that is right, then of its ink, in the order in which they stand."""
    found = list(_of_toml(manifest)) if manifest else []
    return found + list(_of_ink(sources))


def _of_toml(manifest: ManifestSource) -> Iterator[Message]:
    """Yields the messages of story.toml."""
    if manifest.shape is None:
        return
    for path, text, remark in toml_texts.said(manifest.shape):
        dotted = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        line, column = where(manifest.found, path)
        yield Message(f"{TOML}: {dotted}", text, (remark,), places=[Place(TOML, line, column)], path=path)


def _of_ink(sources: Sources) -> Iterator[Message]:
    """Yields the messages of every ink file; what a cue says several times in one knot is one message."""
    counts: Counter[tuple[str, str]] = Counter()
    cues: dict[tuple[str, str], Message] = {}
    chapter: int | None = None
    for name in (name for name in sources.files if name in sources.ready):
        chapters = _chapters(sources.bare[name])
        for utterance in utterances.find(sources.ready[name]):
            chapter = _chapter_at(chapters, utterance.line, chapter)
            knot = utterance.knot or OPENING
            context = f"{knot} # {utterance.cue}" if utterance.cue else knot
            place, spot = Place(name, utterance.line, utterance.column), Spot(name, utterance)
            if said := cues.get((context, utterance.text)):
                said.places.append(place)
                said.spots.append(spot)
                continue
            counts[context, utterance.text] += 1
            count = counts[context, utterance.text]
            numbered = context if count == 1 else f"{context} ({count})"
            message = Message(numbered, utterance.text, _remarks(utterance), chapter, [place], [spot])
            if utterance.cue:
                cues[message.key] = message
            yield message
        chapter = _chapter_at(chapters, len(sources.bare[name]), chapter)


def _chapters(bare: str) -> list[tuple[int, int]]:
    """Returns the lines of a file on which chapters begin, and their numbers."""
    found = [(tag.line, tag.text.partition(":")[2].strip()) for tag in scan(bare).tags if tag.text.startswith("chapter:")]
    return [(line, int(number)) for line, number in found if number.isdecimal()]


def _chapter_at(chapters: list[tuple[int, int]], line: int, before: int | None) -> int | None:
    """Returns the chapter that a line is in."""
    return next((number for start, number in reversed(chapters) if start <= line), before)


def _remarks(utterance: Utterance) -> tuple[str, ...]:
    """Returns what a translator should know: who says it, whether it is a choice, which cues stand on its line."""
    if utterance.cue:
        return (_REMARKS[utterance.cue],)
    speaker = next((tag.partition(":")[2].strip() for tag in utterance.tags if tag.startswith("speaker:")), "")
    choice = (_BRACKETS if len(utterance.parts) > 1 else "A choice.") if utterance.kind == "choice" else ""
    return tuple(remark for remark in (f"Said by {speaker}." if speaker else "", choice) if remark)
