"""Finds by which paths the engine counts the answers to a question about a choice, since labels do not outlive compiling."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.compile import Compiled
    from studio.manifest_shape import QuestionShape, StoryShape
    from studio.tags import Scanned

Places = Mapping[str, Mapping[str, tuple[str, ...]]]


def places(shape: StoryShape, compiled: Compiled, scanned: Mapping[str, Scanned]) -> Places:
    """Returns the paths of each option of each question about a choice: those of choices beside a mark of the question."""
    flows: dict[str, list[tuple[int, str]]] = {}
    for flow in compiled.flows:
        flows.setdefault(flow.place.file, []).append((flow.place.line, flow.path))
    marked: dict[str, set[str]] = {}
    for file, name, line in _marks(scanned):
        marked.setdefault(name, set()).add(_flow(sorted(flows.get(file, [])), line))
    return {one.name: _paths(one, compiled, marked.get(one.name, set())) for one in shape.questions if one.kind == "choice"}


def _marks(scanned: Mapping[str, Scanned]) -> Iterator[tuple[str, str, int]]:
    """Yields the file, name and line of every mark of a question."""
    for file, found in scanned.items():
        for tag in found.tags:
            cue, _, value = (part.strip() for part in tag.text.partition(":"))
            if cue == "ask" and not tag.dynamic:
                yield file, value, tag.line


def _flow(flows: list[tuple[int, str]], line: int) -> str:
    """Returns the path of the knot or stitch in which a line stands; the text before the first one is the empty path."""
    at = bisect.bisect_right(flows, (line, "\uffff")) - 1
    return flows[at][1] if at >= 0 else ""


def _paths(question: QuestionShape, compiled: Compiled, flows: set[str]) -> dict[str, tuple[str, ...]]:
    """Returns the paths of each option that has any."""
    found = {option: tuple(one.path for one in compiled.labels if one.name == option and one.flow in flows) for option in question.options}
    return {option: paths for option, paths in found.items() if paths}
