"""Turns a turn's lines into leaves that fit the panel, and leaves into beats: what is shown after each press. Pure arithmetic."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence


@dataclass(frozen=True, slots=True)
class Measure:
    """How tall one paragraph is: alone, and with its speaker's name above it, which it needs at the top of a leaf or after others."""

    plain: float
    named: float
    same_speaker: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Heights in pixels: the column, the gap between paragraphs, the choices, and the least space above them."""

    column: float
    gap: float
    choices: float
    above_choices: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """Paragraphs `first` to `last` (not included), and whether the choices stand on it too."""

    first: int
    last: int
    choices: bool = False


@dataclass(frozen=True, slots=True)
class Beat:
    """What is shown after one press: a leaf's paragraphs up to `shown` (not included), and whether the choices are."""

    leaf: int
    shown: int
    choices: bool = False


def height(measures: Sequence[Measure], first: int, last: int, gap: float) -> float:
    """Returns the height of a run of paragraphs on a leaf of their own."""
    total = 0.0
    for number in range(first, last):
        part = measures[number]
        alone = number == first or not part.same_speaker
        total += (part.named if alone else part.plain) + (gap if number > first else 0.0)
    return total


def leaves(measures: Sequence[Measure], room: Room, *, choices: bool) -> tuple[Leaf, ...]:
    """Returns the leaves of a turn.

    Every paragraph stands on exactly one leaf, in order. A leaf holds as many as fit; one too tall for the column stands
    alone and scrolls. The choices stand under the last paragraphs that fit above them, or on a leaf of their own.
    """
    found: list[Leaf] = []
    first = 0
    for number in range(1, len(measures) + 1):
        if number - first > 1 and height(measures, first, number, room.gap) > room.column:
            found.append(Leaf(first, number - 1))
            first = number - 1
    if first < len(measures):
        found.append(Leaf(first, len(measures)))
    return tuple(_with_choices(measures, found, room)) if choices else tuple(found)


def runs(measures: Sequence[Measure], chats: Sequence[bool], room: Room, *, choices: bool) -> list[Leaf]:
    """Returns the leaves of a turn that is partly written on a phone: each such part is a leaf of its own, which scrolls."""
    found: list[Leaf] = []
    first = 0
    for end in range(1, len(measures) + 1):
        last = end == len(measures)
        if not last and chats[end] == chats[first]:
            continue
        if chats[first]:
            found.append(Leaf(first, end, choices=choices and last))
        else:
            part = leaves(measures[first:end], room, choices=choices and last)
            found += [Leaf(first + one.first, first + one.last, one.choices) for one in part]
        first = end
    return found or list(leaves(measures, room, choices=choices))


def _with_choices(measures: Sequence[Measure], found: list[Leaf], room: Room) -> list[Leaf]:
    if not found:
        return [Leaf(0, 0, choices=True)]
    end = found.pop()
    left = room.column - room.choices - room.above_choices
    first = end.last
    while first > end.first and height(measures, first - 1, end.last, room.gap) <= left:
        first -= 1
    if first == end.last:
        # Not even one paragraph fits above: if one alone comes close it scrolls with them, or the choices get a leaf.
        return [*found, end, Leaf(end.last, end.last, choices=True)]
    parts = [Leaf(end.first, first)] if first > end.first else []
    return [*found, *parts, Leaf(first, end.last, choices=True)]


def beats(found: Sequence[Leaf]) -> tuple[Beat, ...]:
    """Returns one beat a paragraph, and one for choices that stand on a leaf of their own."""
    result: list[Beat] = []
    for number, leaf in enumerate(found):
        result += [Beat(number, shown) for shown in range(leaf.first + 1, leaf.last + 1)]
        if leaf.choices and leaf.first == leaf.last:
            result.append(Beat(number, leaf.last, choices=True))
        elif leaf.choices:
            result[-1] = Beat(number, leaf.last, choices=True)
    return tuple(result) or (Beat(0, 0),)


def without(found: Sequence[Beat], spared: Container[int]) -> tuple[Beat, ...]:
    """Returns the beats without those of `spared` that another of the same leaf follows: what they show comes with the next one."""
    kept = [a for a, b in itertools.pairwise(found) if a.shown not in spared or a.choices or a.leaf != b.leaf]
    return (*kept, found[-1])


def find(found: Sequence[Beat], shown: int, *, choices: bool) -> int:
    """Returns the beat at which as much is shown as before: after the window was resized, nothing is lost or given away."""
    for number, beat in enumerate(found):
        if beat.shown > shown or (beat.shown == shown and (beat.choices or not choices)):
            return number
    return len(found) - 1
