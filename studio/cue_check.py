"""Holds every tag of the ink against the table of cues and against the names of story.toml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.errors import CueError
from game.story import cues
from game.story.manifest import key
from studio.house_check import REFUSED
from studio.nearness import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from studio.compile import Compiled
    from studio.diagnostics import Diagnostic
    from studio.ink_source import Sources
    from studio.manifest_shape import StoryShape
    from studio.manifest_source import ManifestSource
    from studio.tags import Scanned, Tag

_NAME = re.compile(r"\s*([^:\s{]*)\s*:?")
_SOUNDS = {"music": "music", "ambience": "an ambience", "sound": "a sound"}


def check(sources: Sources, scanned: Mapping[str, Scanned], manifest: ManifestSource | None, compiled: Compiled) -> list[Diagnostic]:
    """Returns what is wrong with the cues of a story; without a right story.toml, only the cues themselves are looked at."""
    flows = {flow.path for flow in compiled.flows}
    found: list[Diagnostic] = []
    for name, file in scanned.items():
        by_line: dict[int, list[Tag]] = {}
        for tag in file.tags:
            by_line.setdefault(tag.line, []).append(tag)
        for tags in by_line.values():
            found += _Line(sources, name, tags, manifest.shape if manifest else None, flows).complaints()
    return found


class _Line:
    """The tags of one line, and what they are held against."""

    def __init__(self, sources: Sources, file: str, tags: list[Tag], shape: StoryShape | None, flows: Collection[str]) -> None:
        """Keeps what the complaints need: `shape` is None where there is no right story.toml."""
        self._sources = sources
        self._file = file
        self._tags = tags
        self._shape = shape
        self._flows = flows

    def complaints(self) -> Iterator[Diagnostic]:
        """Yields what is wrong with the tags of the line."""
        for tag in self._tags:
            name = _name(tag)
            rule = cues.CUES.get(name)
            if rule is None and name.lower() in REFUSED:
                yield self._told(REFUSED[name.lower()], tag, name=name)
                continue
            if rule is None:
                near = cues.suggestion(name)
                yield self._told("CUE01", tag, name=name, near=f" (did you mean “{near}”?)" if near else "")
                continue
            yield from self._placed(tag, name, rule)
            if tag.dynamic:
                continue
            cue = _parsed(tag)
            if cue is None:
                yield self._told("CUE02", tag, name=name, argument=rule.argument, example=rule.example)
            else:
                yield from self._named(tag, cue)

    def _told(self, code: str, tag: Tag, /, **values: object) -> Diagnostic:
        """Returns a complaint about a tag."""
        return self._sources.complain(code, self._file, tag.line, tag.column, **values)

    def _placed(self, tag: Tag, name: str, rule: cues.Rule) -> Iterator[Diagnostic]:
        """Yields a complaint where a cue for lines stands on a choice, or the other way round."""
        if rule.place == "line" and tag.part == "choice":
            yield self._told("CUE03", tag, name=name, mend="Put it behind the closing bracket, or on the next line.")
        elif rule.place == "line" and tag.part == "both":
            yield self._told("CUE03", tag, name=name, mend=f"Put empty brackets before it: `* Text[] # {rule.example}`.")
        elif rule.place == "choice" and tag.part == "line":
            yield self._told("CUE04", tag, name=name, mend=f"Put it inside the brackets of each choice: `* [Text # {rule.example}]`.")
        elif rule.place == "choice" and tag.part == "both":
            yield self._told("CUE04", tag, name=name, mend=f"Put it inside brackets: `* Text[ # {rule.example}]`.")

    def _named(self, tag: Tag, cue: cues.Cue) -> Iterator[Diagnostic]:
        """Yields complaints about names that the story does not have."""
        if cue.name == "skip" and self._flows and cue.value not in self._flows:
            yield self._told("CUE08", tag, name=cue.value, near=did_you_mean(cue.value, self._flows))
        if self._shape is not None:
            yield from self._in_manifest(tag, cue, self._shape)

    def _in_manifest(self, tag: Tag, cue: cues.Cue, shape: StoryShape) -> Iterator[Diagnostic]:
        """Yields complaints about names that story.toml does not have."""
        people = {one.name: one for one in shape.characters.values()}
        known: dict[str, tuple[str, Mapping[str, object]]] = {
            "scene": ("scene", shape.scenes),
            "photo": ("scene", shape.scenes),
            **dict.fromkeys(("thread", "waits"), ("thread", shape.threads)),
            "ending": ("ending", shape.endings),
            "chapter": ("chapter", {str(one.number): one for one in shape.chapters}),
            "ask": ("question", {one.name: one for one in shape.questions}),
            **dict.fromkeys(("speaker", "perspective", "people", "reaction"), ("character", people)),
        }
        if cue.name == "mood":
            yield from self._mood(tag, cue.value, shape)
        if cue.name == "skip" and cue.value in self._flows and cue.value not in shape.skips:
            yield self._told("CUE09", tag, name=cue.value, key=f'"{cue.value}"' if "." in cue.value else cue.value)
        for name in cue.names[:1] if cue.name == "reaction" else cue.names:
            if cue.name in _SOUNDS:
                yield from self._sound(tag, cue.name, name, shape)
            elif cue.name in known:
                kind, there = known[cue.name]
                if kind != "character" or key(name) not in shape.characters:
                    yield from self._known(tag, kind, name, there)

    def _known(self, tag: Tag, kind: str, name: str, known: Mapping[str, object]) -> Iterator[Diagnostic]:
        """Yields a complaint where story.toml does not have something."""
        if name in known:
            return
        tables = {"chapter": "[[chapters]]", "question": "[[questions]]", "character": f"[characters.{key(name)}]"}
        mend = f"Correct the name, or add {tables.get(kind, f'[{kind}s.{name}]')} to story.toml."
        yield self._told("CUE05", tag, kind=kind, name=name, near=did_you_mean(name, known), mend=mend)

    def _sound(self, tag: Tag, cue: str, name: str, shape: StoryShape) -> Iterator[Diagnostic]:
        """Yields a complaint where a sound is not there or is of another kind."""
        sound = shape.sounds.get(name)
        if sound is None:
            yield from self._known(tag, "sound", name, shape.sounds)
        elif sound.kind != cue:
            yield self._told("CUE06", tag, name=name, actual=_SOUNDS[sound.kind], cue=cue, wanted=_SOUNDS[cue])

    def _mood(self, tag: Tag, mood: str, shape: StoryShape) -> Iterator[Diagnostic]:
        """Yields a complaint where the speaker of the line has portraits, and none in this mood."""
        person = self._speaker(tag)
        character = shape.characters.get(key(person)) if person else None
        if person and (character is None or not character.portraits):
            return
        moods = set(character.portraits) if character else {name for one in shape.characters.values() for name in one.portraits}
        if mood in moods or not moods:
            return
        who = person or "Nobody"
        known = ", ".join(sorted(moods))
        yield self._told("CUE07", tag, person=who, name=mood, near=did_you_mean(mood, moods), known=known)

    def _speaker(self, mood: Tag) -> str | None:
        """Returns who speaks where a mood stands: the nearest `speaker` before it on the line, else the next one."""
        speakers = [tag for tag in self._tags if _name(tag) == "speaker" and not tag.dynamic]
        before = [tag for tag in speakers if tag.column < mood.column]
        chosen = before[-1] if before else (speakers[0] if speakers else None)
        cue = _parsed(chosen) if chosen else None
        return cue.value if cue else None


def _name(tag: Tag) -> str:
    """Returns the name of the cue a tag seems to be."""
    match = _NAME.match(tag.text)
    return (match.group(1) if match else "") or tag.text[:40]


def _parsed(tag: Tag) -> cues.Cue | None:
    """Returns the cue of a tag, or None where its argument does not fit."""
    try:
        return cues.parse(tag.text)
    except CueError:
        return None
