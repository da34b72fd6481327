"""Looks at how a story hangs together: what is never reached, never used, or would stop the game."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.errors import CueError
from game.story import cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studio.compile import Compiled, Division
    from studio.diagnostics import Diagnostic
    from studio.ink_source import Sources
    from studio.manifest_source import ManifestSource
    from studio.tags import ChoiceLine, Scanned
    from studio.toml_places import KeyPath


# What one cue names counts as used where another one names it.
_ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType({"scene": ("photo",), "thread": ("waits",)})
_EXTERNAL = re.compile(r"^[ \t]*EXTERNAL[ \t]+(\w+)", re.MULTILINE)


def check(sources: Sources, scanned: Mapping[str, Scanned], compiled: Compiled, manifest: ManifestSource | None) -> list[Diagnostic]:
    """Returns what is wrong with the shape of a story; what needs compiled ink waits until it compiles."""
    used, dynamic = _used(scanned)
    found = [_division(sources, one) for one in compiled.divisions]
    found += _externals(sources)
    if compiled.json is not None:
        found += _unreachable(sources, compiled, used.get("skip", set()))
    for name, file in scanned.items():
        for choices in _sets(file):
            found += _prompts(sources, name, choices)
    if manifest and manifest.shape:
        found += _unused(manifest, used, dynamic)
    return found


def _used(scanned: Mapping[str, Scanned]) -> tuple[dict[str, set[str]], set[str]]:
    """Returns the names that each cue names anywhere, and the cues whose argument is only known in play."""
    used: dict[str, set[str]] = {}
    dynamic: set[str] = set()
    for file in scanned.values():
        for tag in file.tags:
            if tag.dynamic:
                dynamic.add(tag.text.partition(":")[0].strip())
                continue
            try:
                cue = cues.parse(tag.text)
            except CueError:
                continue
            used.setdefault(cue.name, set()).update(cue.names)
    return used, dynamic


def _division(sources: Sources, division: Division) -> Diagnostic:
    """Returns the complaint about a division by zero, or by what may be zero."""
    place = division.place
    if division.by is None:
        return sources.complain("FLOW03", place.file, place.line, place.column)
    return sources.complain("FLOW04", place.file, place.line, place.column, name=division.by)


def _externals(sources: Sources) -> Iterator[Diagnostic]:
    """Yields the functions that the ink wants from the game, which has none."""
    for file, bare in sources.bare.items():
        for match in _EXTERNAL.finditer(bare):
            line = bare.count("\n", 0, match.start(1)) + 1
            column = match.start(1) - bare.rfind("\n", 0, match.start(1))
            yield sources.complain("FLOW08", file, line, column, name=match.group(1))


def _unreachable(sources: Sources, compiled: Compiled, skips: set[str]) -> Iterator[Diagnostic]:
    """Yields the knots, and the stitches of reachable knots, that nothing leads to."""
    after: dict[str, set[str]] = {}
    for start, end in compiled.edges:
        after.setdefault(start, set()).add(end)
    reached = {""}
    waiting = ["", *skips]
    while waiting:
        at = waiting.pop()
        fresh = ({at} | after.get(at, set())) - reached if at else after.get(at, set()) - reached
        reached |= fresh
        waiting += sorted(fresh)
    knots = {path.partition(".")[0] for path in reached}
    for flow in compiled.flows:
        knot, _, stitch = flow.path.partition(".")
        if flow.kind == "Function" or flow.path in reached or (stitch and knot not in knots) or (not stitch and knot in knots):
            continue
        yield sources.complain("FLOW02", flow.place.file, flow.place.line, flow.place.column, name=flow.path)


def _sets(file: Scanned) -> Iterator[list[ChoiceLine]]:
    """Yields the choices of a file that are offered together: the same depth, and no gather or header between them."""
    ends = list(file.breaks)
    open_sets: dict[int, list[ChoiceLine]] = {}
    for choice in file.choices:
        while ends and ends[0][0] <= choice.line:
            _, depth = ends.pop(0)
            for level in [level for level in open_sets if level >= depth]:
                yield open_sets.pop(level)
        for level in [level for level in open_sets if level > choice.depth]:
            yield open_sets.pop(level)
        open_sets.setdefault(choice.depth, []).append(choice)
    yield from open_sets.values()


def _prompts(sources: Sources, file: str, choices: list[ChoiceLine]) -> Iterator[Diagnostic]:
    """Yields complaints about a set of choices without a prompt, or with more than one."""
    offered = [choice for choice in choices if not choice.fallback]
    prompts = [(choice, tag) for choice in offered for tag in choice.tags if tag.text.partition(":")[0].strip() == "prompt"]
    bare = [choice for choice in offered if choice not in [with_prompt for with_prompt, _ in prompts]]
    if bare:
        yield sources.complain("FLOW06", file, bare[0].line, bare[0].column)
    for choice, tag in prompts[1:]:
        first = prompts[0]
        if tag.text != first[1].text and not tag.dynamic and not first[1].dynamic:
            yield sources.complain("FLOW07", file, choice.line, tag.column, line=first[0].line)


def _unused(manifest: ManifestSource, used: Mapping[str, set[str]], dynamic: set[str]) -> Iterator[Diagnostic]:
    """Yields what story.toml has and no cue names."""
    for cue, kind, name, path in _named(manifest):
        if any(one in dynamic or name in used.get(one, set()) for one in (cue, *_ALSO.get(cue, ()))):
            continue
        if kind == "ending":
            yield manifest.complain("FLOW05", path, name=name)
        else:
            yield manifest.complain("TOML09", path, kind=kind, name=name)


def _named(manifest: ManifestSource) -> Iterator[tuple[str, str, str, KeyPath]]:
    """Yields what a cue should name somewhere: the cue, what it is, its name, and its path in story.toml."""
    shape = manifest.shape
    if shape is None:
        return
    for name in shape.endings:
        yield "ending", "ending", name, ("endings", name)
    for name in shape.scenes:
        yield "scene", "scene", name, ("scenes", name)
    for name, sound in shape.sounds.items():
        yield sound.kind, "sound", name, ("sounds", name)
    for name in shape.threads:
        yield "thread", "thread", name, ("threads", name)
    for name in shape.skips:
        yield "skip", "skip", name, ("skips", name)
    for index, chapter in enumerate(shape.chapters):
        yield "chapter", "chapter", str(chapter.number), ("chapters", index)
    for index, question in enumerate(shape.questions):
        if question.kind == "choice":
            yield "ask", "question", question.name, ("questions", index)
