"""Tells to which chapter each line of a script belongs.

A chapter begins where its cue stands and goes on wherever diverts lead, up to the next chapter's cue. What no divert leads to belongs to
what stands before it in its file.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.compile import Compiled
    from studio.tags import Scanned


class Chapters:
    """The chapters of one script."""

    def __init__(self, compiled: Compiled, scanned: Mapping[str, Scanned], main: str) -> None:
        """Follows the diverts from every chapter's cue."""
        self._flows: dict[str, list[tuple[int, str]]] = {name: [] for name in scanned}
        for flow in compiled.flows:
            self._flows.setdefault(flow.place.file, []).append((flow.place.line, flow.path))
        for flows in self._flows.values():
            flows.sort()
        self._main = main
        self._cues: dict[str, list[tuple[str, int, int]]] = {}
        for name, file in scanned.items():
            for tag in file.tags:
                cue, _, value = (part.strip() for part in tag.text.partition(":"))
                if cue == "chapter" and value.isdecimal() and not tag.dynamic:
                    self._cues.setdefault(self._flow(name, tag.line), []).append((name, tag.line, int(value)))
        self._reached = self._followed(compiled)

    def of(self, file: str, line: int) -> int | None:
        """Returns the chapter of a line, or None where no chapter has begun."""
        flow = self._flow(file, line)
        begun = [number for name, start, number in self._cues.get(flow, []) if name == file and start <= line]
        if begun:
            return begun[-1]
        if flow in self._reached:
            return self._reached[flow]
        earlier = [path for start, path in self._flows.get(file, []) if start < line and path != flow]
        return next((self._reached[path] for path in reversed(earlier) if path in self._reached), self._own(flow))

    def _own(self, flow: str) -> int | None:
        """Returns the first chapter that begins in a flow."""
        return self._cues[flow][0][2] if flow in self._cues else None

    def _flow(self, file: str, line: int) -> str:
        """Returns the path of the knot or stitch in which a line stands; the text before the first one is the empty path."""
        flows = self._flows.get(file, [])
        at = bisect.bisect_right(flows, (line, "\uffff")) - 1
        return flows[at][1] if at >= 0 else ""

    def _followed(self, compiled: Compiled) -> dict[str, int]:
        """Returns the chapter of every flow that a chapter leads to; one that several lead to belongs to the first."""
        after: dict[str, set[str]] = {}
        for start, end in compiled.edges:
            after.setdefault(start, set()).add(end)
        reached: dict[str, int] = {}
        starts = sorted((cues[-1][2], flow) for flow, cues in self._cues.items())
        for number, flow in starts:
            reached[flow] = number
            waiting = [flow]
            while waiting:
                for path in sorted(after.get(waiting.pop(), set()) - reached.keys() - self._cues.keys()):
                    reached[path] = number
                    waiting.append(path)
        return reached
