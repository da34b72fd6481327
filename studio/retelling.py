"""Puts translated words back into the ink, each where its line stands, so that the whole can be compiled for one language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.story import tongue
from studio import mixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studio.ink_source import Sources
    from studio.messages import Message, Spot


def retold(sources: Sources, messages: Sequence[Message], words: Mapping[tuple[str, str], str]) -> Sources:
    """Returns the sources with the words of each message replaced; a message without a translation stands as it is, marked."""
    changes: dict[str, list[tuple[int, int, str]]] = {}
    for message in messages:
        said = words.get(message.key)
        for spot in message.spots:
            changes.setdefault(spot.file, []).extend(_changes(spot, said))
    return replace(sources, ready=sources.ready | {name: _changed(sources.ready[name], found) for name, found in changes.items()})


def marked(text: str) -> str:
    """Returns an ink text whose words are marked as standing in the story's own language."""
    return mixed.written(mixed.reworded(mixed.read(text), lambda core: tongue.marked(core, own=True)))


def _changes(spot: Spot, words: str | None) -> list[tuple[int, int, str]]:
    """Returns what to write in which spans of a file."""
    utterance = spot.utterance
    parts = utterance.put(words.strip() if words is not None else marked(utterance.text))
    if parts is None:
        parts = utterance.put(marked(utterance.text)) or ()
    return [(start, end, part) for (start, end), part in zip(utterance.parts, parts, strict=True)]


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Returns a text with other words in some of its spans."""
    pieces: list[str] = []
    at = 0
    for start, end, words in sorted(changes, key=lambda one: one[:2]):
        pieces += (text[at:start], words)
        at = end
    return "".join((*pieces, text[at:]))
