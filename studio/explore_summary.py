"""Makes of what random plays met the answers that a writer asks for."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studio.explore import Found, Play
    from studio.manifest_shape import StoryShape

USUAL_SPEED = 180
"""Words a minute, where story.toml names no other speed: a calm reader of fiction who also looks at pictures."""
_SLOWEST = 0.9


@dataclass(frozen=True, slots=True)
class Share:
    """Something a play may meet: how many plays by chance met it, how many curious ones, and its title."""

    name: str
    title: str
    chance: int
    curious: int


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of one file, from the first to the last, and the first one's text."""

    file: str
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that ended plays: its sentence and place, how many it ended, and the shortest of them."""

    sentence: str
    place: tuple[str, int] | None
    count: int
    shortest: Play


@dataclass(frozen=True, slots=True)
class Lengths:
    """Words of a run: in the middle, and where the slowest tenth begins."""

    median: int
    slowest: int


@dataclass(slots=True)
class Summary:
    """All the answers, each list in the order of the script.

    `groups` are choices of one set that nothing tells apart but their own words, as file and line.
    """

    speed: int
    speed_given: bool
    run: Lengths
    chapters: dict[str, Lengths] = field(default_factory=dict)
    shares: dict[str, list[Share]] = field(default_factory=dict)
    no_ending: int = 0
    endless: int = 0
    faults: list[Fault] = field(default_factory=list)
    lines: int = 0
    unreached: list[Span] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    never_offered: list[Span] = field(default_factory=list)
    never_taken: list[Span] = field(default_factory=list)
    groups: list[list[Span]] = field(default_factory=list)


def summed_up(found: Found, shape: StoryShape | None, texts: Mapping[str, list[str]]) -> Summary:
    """Returns the answers; `texts` are the lines of the story's files, to quote them."""
    speed = shape.words_a_minute if shape else None
    plays = found.by_chance
    summary = Summary(speed or USUAL_SPEED, speed is not None, _lengths([play.words for play in plays if not play.fault]))
    for chapter in sorted({name for play in plays for name in play.chapters if name}, key=lambda name: (len(name), name)):
        summary.chapters[chapter] = _lengths([play.chapters[chapter] for play in plays if chapter in play.chapters])
    declared = {name: one.title for name, one in shape.endings.items()} if shape else {}
    summary.shares = {"ending": _shares(found, "ending", declared)}
    summary.shares |= {kind: _shares(found, kind, {}) for kind in ("perspective", "offramp")}
    summary.no_ending = sum(not play.endings and not play.fault and play.ended for play in plays)
    summary.endless = sum(not play.ended for play in found.plays)
    summary.faults = _faults(found.plays)
    _places(summary, found, texts)
    return summary


def _lengths(words: list[int]) -> Lengths:
    """Returns the middle and the slow end of some lengths."""
    if not words:
        return Lengths(0, 0)
    ordered = sorted(words)
    return Lengths(round(statistics.median(ordered)), ordered[min(int(len(ordered) * _SLOWEST), len(ordered) - 1)])


def _shares(found: Found, kind: str, declared: Mapping[str, str]) -> list[Share]:
    """Returns how many plays met each thing of a kind, the most frequent first, then what was only declared."""
    met: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for play in found.plays:
        met[play.curious].update({value for name, value in play.marks if name == kind})
    names = sorted({*declared, *met[False], *met[True]}, key=lambda name: (-met[False][name], -met[True][name], name))
    return [Share(name, declared.get(name, ""), met[False][name], met[True][name]) for name in names]


def _faults(plays: Iterable[Play]) -> list[Fault]:
    """Returns the faults by place, the most frequent first."""
    by_kind: dict[tuple[str, tuple[str, int] | None], list[Play]] = {}
    for play in plays:
        if play.fault:
            by_kind.setdefault((play.fault, play.at), []).append(play)
    found = [Fault(*kind, len(plays), min(plays, key=lambda play: (len(play.picks), play.seed))) for kind, plays in by_kind.items()]
    return sorted(found, key=lambda fault: (-fault.count, fault.sentence, str(fault.place)))


def _places(summary: Summary, found: Found, texts: Mapping[str, list[str]]) -> None:
    """Adds what was never reached, and the choices that make no difference."""

    def quoted(file: str, first: int, last: int | None = None, text: str = "") -> Span:
        lines = texts.get(file, [])
        return Span(file, first, last or first, text or (lines[first - 1].strip() if 0 < first <= len(lines) else ""))

    reached: dict[tuple[str, int], bool] = {}
    for number, piece in enumerate(found.pieces):
        reached[piece.file, piece.line] = reached.get((piece.file, piece.line), False) or number in found.seen
    summary.lines = len(reached)
    order = {name: at for at, name in enumerate(texts)}
    places = sorted(reached, key=lambda place: (order.get(place[0], len(order)), place))
    summary.unreached = [quoted(*span) for span in _spans(places, reached)]
    never = {number for number in range(len(found.choices)) if not found.choices[number][2] and not found.taken[number]}
    for number in sorted(never, key=lambda number: places.index(found.choices[number][:2]) if found.choices[number][:2] in reached else 0):
        file, line, _ = found.choices[number]
        (summary.never_taken if found.offered[number] else summary.never_offered).append(quoted(file, line))
    untaken = {found.choices[number][:2] for number in never}
    for number, piece in enumerate(found.pieces):
        place = (piece.file, piece.line)
        if piece.text and number not in found.seen and reached[place] and place not in untaken:
            summary.unread.append(quoted(piece.file, piece.line, text=piece.text))
    summary.unread.sort(key=lambda span: places.index((span.file, span.first)))
    summary.groups = [[quoted(*found.choices[number][:2]) for number in group] for group in _groups(found)]


def _spans(places: list[tuple[str, int]], reached: Mapping[tuple[str, int], bool]) -> Iterable[tuple[str, int, int]]:
    """Yields the runs of places that were not reached, as file, first and last line."""
    first: tuple[str, int] | None = None
    last = 0
    for file, line in [*places, ("", 0)]:
        open_here = file and not reached[file, line]
        if first and (not open_here or file != first[0]):
            yield (*first, last)
            first = None
        if open_here:
            first, last = first or (file, line), line


def _groups(found: Found) -> list[list[int]]:
    """Returns the choices that were never told apart, in groups."""
    groups: list[set[int]] = []
    for (one, two), differ in sorted(found.pairs.items()):
        if differ or found.choices[one][2] or found.choices[two][2]:
            continue
        group = next((known for known in groups if one in known or two in known), None)
        if group is None:
            groups.append({one, two})
        elif all(not found.pairs.get((min(known, new), max(known, new)), True) for new in (one, two) for known in group if known != new):
            group |= {one, two}
    return [sorted(group, key=lambda number: found.choices[number][1]) for group in groups]
