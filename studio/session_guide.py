"""A story's session guide for youth workers: `guide.md` in the story's folder, with what only the script knows put in.

A comment on a line of its own asks for it: `<!-- about -->` for length and content note, `<!-- choices -->` or `<!-- choices: 2 -->` for
the choices that have something to discuss, in all chapters or one, `<!-- messages -->` for the messages to sort. `guide.TAG.md` is the
guide in another language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import text_file
from studio.markdown import Block, blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from studio.chapters import Chapters
    from studio.diagnostics import Diagnostic
    from studio.ink_source import Sources
    from studio.manifest_shape import StoryShape
    from studio.tags import ChoiceLine, Scanned

NAME = "guide.md"
MOST_TEXT = 3000
"""Letters of one paragraph: more would not fit on a page."""
MOST_BLOCKS = 2000
_FILE = re.compile(r"guide(?:\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.md")
_ORDER = re.compile(r"about|messages|choices(?::\s*(?P<chapter>[1-9]\d?))?")
_FOREIGN = re.compile(r"!\[|\]\(|</?[A-Za-z]|```|^#{4,}")
_BULLETS = r"^[ \t]*(?:-(?!>)[ \t]*)*(?:[*+][ \t]*)+(?:\(\w+\)[ \t]*)?(?:\{[^{}]*\}[ \t]*)*"
_OFFERED = re.compile(_BULLETS + r"(?P<start>[^\[\]#]*)(?:\[(?P<inside>[^\]#]*))?")


@dataclass(slots=True)
class Guide:
    """A guide that was read: its language, its parts with everything put in, and what was wrong with it."""

    file: str
    language: str
    blocks: list[Block] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """A set of choices that a group may talk about: its chapter, what stands above it, what is offered, what may be asked."""

    chapter: int | None
    prompt: str
    offered: tuple[str, ...]
    question: str


def read(root: Path, shape: StoryShape, moments: list[Moment]) -> list[Guide]:
    """Returns the guides of a story's folder, the story's own language first."""
    found = []
    for path in sorted(root.glob("guide*.md")):
        if match := _FILE.fullmatch(path.name):
            found += [_read(path, match["language"] or shape.language, shape, moments)]
    return sorted(found, key=lambda guide: (guide.language != shape.language, guide.language))


def _read(path: Path, language: str, shape: StoryShape, moments: list[Moment]) -> Guide:
    """Returns one guide."""
    file = text_file.read(path, path.name)
    guide = Guide(path.name, language, faults=list(file.faults))
    parts = [] if file.faults else blocks(file.text)
    for number, line in enumerate(file.lines, start=1):
        if match := _FOREIGN.search(line):
            guide.faults.append(file.complain("GUIDE01", number, match.start() + 1))
    if not parts and not guide.faults:
        guide.faults.append(file.complain("GUIDE03", 1))
    for part in parts[:MOST_BLOCKS]:
        if len(part.text) > MOST_TEXT or any(len(cell) > MOST_TEXT // 4 for row in part.rows for cell in row):
            guide.faults.append(file.complain("GUIDE02", part.line))
        if part.kind != "order":
            guide.blocks.append(part)
        elif match := _ORDER.fullmatch(part.text):
            chapter = int(match["chapter"]) if match["chapter"] else None
            made = {"about": _about, "messages": _messages}.get(part.text)
            guide.blocks += made(shape, part.line) if made else _choices(moments, shape, chapter, part.line)
        else:
            guide.faults.append(file.complain("GUIDE04", part.line, name=part.text[:40]))
    return guide


def _about(shape: StoryShape, line: int) -> list[Block]:
    """Returns what story.toml knows: a table of the chapters, and the content note."""
    head = ("", shape.title, f"{shape.minutes} min")
    rows = [head, *((str(one.number), one.title, f"{one.minutes} min") for one in shape.chapters)]
    return [Block("table", line, rows=tuple(rows)), Block("note", line, shape.content_note)]


def _messages(shape: StoryShape, line: int) -> list[Block]:
    """Returns the messages to sort, in the order of their names, which says nothing of their kind."""
    return [Block("bullet", line, _plain(one.text), 1) for _, one in sorted(shape.messages.items())]


def _choices(moments: list[Moment], shape: StoryShape, chapter: int | None, line: int) -> list[Block]:
    """Returns what a group may talk about, moment by moment; a choice of level 1 stays with what follows it."""
    titles = {one.number: one.title for one in shape.chapters}
    found: list[Block] = []
    last = chapter
    for moment in moments:
        if chapter is not None and moment.chapter != chapter:
            continue
        if moment.chapter != last and moment.chapter in titles:
            found.append(Block("heading", line, f"{moment.chapter}. {titles[moment.chapter]}", 3))
        last = moment.chapter
        found.append(Block("heading", line, _plain(moment.prompt), 4))
        found += [Block("bullet", line, _plain(text), 1) for text in moment.offered]
        found.append(Block("note", line, f"**{_plain(moment.question)}**"))
    return found


def _plain(text: str) -> str:
    """Returns text in which nothing is taken for a mark."""
    return text.replace("*", "\\*").replace("_", "\\_")


def moments(sources: Sources, scanned: Mapping[str, Scanned], chapters: Chapters) -> list[Moment]:
    """Returns every set of choices that has a `discuss`, in the order of the script; sets that ask the same beside each other are one."""
    found: list[Moment] = []
    for name, file in scanned.items():
        lines = sources.bare[name].split("\n")
        for choice in file.choices:
            if question := _tag(choice, "discuss"):
                one = Moment(chapters.of(name, choice.line), _tag(choice, "prompt"), (_offered(lines[choice.line - 1]),), question)
                last = found[-1] if found else None
                if last and (last.chapter, last.prompt, last.question) == (one.chapter, one.prompt, one.question):
                    found[-1] = Moment(last.chapter, last.prompt, tuple(dict.fromkeys((*last.offered, *one.offered))), last.question)
                else:
                    found.append(one)
    return sorted(found, key=lambda moment: moment.chapter or 0)


def _tag(choice: ChoiceLine, name: str) -> str:
    """Returns the value of a choice's cue, or nothing."""
    texts = (tag.text.partition(":") for tag in choice.tags)
    return next((value.strip() for cue, _, value in texts if cue.strip() == name), "")


def _offered(line: str) -> str:
    """Returns the words of a choice as they are offered."""
    match = _OFFERED.match(line)
    return " ".join(f"{match['start']}{match['inside'] or ''}".split()) if match else ""


def languages(guides: Iterable[Guide]) -> Iterator[tuple[str, Guide]]:
    """Yields each guide under its language, the first of each."""
    seen = set()
    for guide in guides:
        if guide.language not in seen:
            seen.add(guide.language)
            yield guide.language, guide
