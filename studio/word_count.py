"""Counts a story: words, minutes, choices and reading level by chapter, and whose words they are.

All the words of the script are counted, every variant of every line: what one run reads, `explore` says.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from studio import reading
from studio.chapters import Chapters
from studio.compile import compile_ink
from studio.explore_summary import USUAL_SPEED
from studio.ink_source import read_ink
from studio.manifest_source import read_manifest
from studio.tags import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studio.diagnostics import Diagnostic
    from studio.story_folder import StoryFolder
    from studio.tags import Scanned

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ChapterCount:
    """A chapter: number, title, words, minutes to read them all, choices offered, and LIX."""

    number: int
    title: str
    words: int
    minutes: float
    choices: int
    lix: float


@dataclass(frozen=True, slots=True)
class CharacterCount:
    """Somebody who speaks: words and lines; the narrator's name is empty."""

    name: str
    words: int
    lines: int


@dataclass(frozen=True, slots=True)
class WordCount:
    """A story, counted."""

    story: str
    speed: int
    chapters: tuple[ChapterCount, ...]
    characters: tuple[CharacterCount, ...]


def count(folder: StoryFolder) -> WordCount | list[Diagnostic]:
    """Returns the counts of a story, or the complaints that keep it from being compiled."""
    sources = read_ink(folder.root, folder.main)
    compiled = compile_ink(sources)
    if compiled.json is None:
        return [one for one in (*sources.faults, *compiled.diagnostics) if one.is_error]
    shape = None if folder.bare else read_manifest(folder.root).shape
    speed = (shape.words_a_minute if shape else None) or USUAL_SPEED
    titles = {one.number: one.title for one in shape.chapters} if shape else {}
    scanned = {name: scan(bare) for name, bare in sources.bare.items()}
    chapters = Chapters(compiled, scanned, sources.main)
    lines = reading.lines(compiled)
    levels = reading.levels(compiled, chapters)
    words, choices = Counter[int](), Counter[int]()
    for place, text in lines.items():
        words[chapters.of(*place) or 1] += reading.words(text)
    for name, file in scanned.items():
        choices.update(chapters.of(name, choice.line) or 1 for choice in file.choices if not choice.fallback)
    rows = (ChapterCount(n, titles.get(n, ""), words[n], words[n] / speed, choices[n], levels[n]) for n in sorted(words))
    return WordCount(folder.name, speed, tuple(rows), tuple(_characters(lines, scanned)))


def _characters(lines: Mapping[Place, str], scanned: Mapping[str, Scanned]) -> Iterable[CharacterCount]:
    """Returns whose words the lines are, who says most first."""
    speakers = _speakers(lines, scanned)
    words, said = Counter[str](), Counter[str]()
    for place, text in lines.items():
        name = speakers.get(place, "")
        words[name] += reading.words(text)
        said[name] += 1
    return [CharacterCount(name, count, said[name]) for name, count in words.most_common()]


def _speakers(lines: Mapping[Place, str], scanned: Mapping[str, Scanned]) -> dict[Place, str]:
    """Returns the speaker of each line that has one; a cue alone on its line is about the next line that says something."""
    found: dict[Place, str] = {}
    for name, file in scanned.items():
        spoken = sorted(line for at, line in lines if at == name)
        for tag in file.tags:
            cue, _, value = (part.strip() for part in tag.text.partition(":"))
            if cue == "speaker" and not tag.dynamic:
                line = next((line for line in spoken if line >= tag.line), tag.line)
                found[name, line] = value
    return found


def as_text(counted: WordCount) -> str:
    """Returns the counts as two tables for people."""
    total = sum(row.words for row in counted.chapters)
    lines = [f"{counted.story}: {total:,} words in all variants; minutes at {counted.speed} words a minute", ""]
    lines.append(f"  {'chapter':28} {'words':>7} {'minutes':>8} {'choices':>8} {'LIX':>5}")
    for row in counted.chapters:
        title = f"{row.number} {row.title}".strip()
        lines.append(f"  {title:28} {row.words:7,} {row.minutes:8.0f} {row.choices:8} {row.lix:5.0f}  {reading.level(row.lix)}")
    lines += ["", f"  {'who':28} {'words':>7} {'share':>8} {'lines':>8}"]
    for one in counted.characters:
        lines.append(f"  {one.name or '(narrator)':28} {one.words:7,} {100 * one.words / max(total, 1):6.0f} % {one.lines:8,}")
    return "\n".join(lines)


def as_json(counted: list[WordCount]) -> str:
    """Returns the counts of several stories as a JSON list."""
    return json.dumps([asdict(one) for one in counted], ensure_ascii=False, indent=1)
