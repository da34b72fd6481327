"""Carries what a story remembers over from an old version of it to a new one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from game.story.outline import Outline

_NUMBERED = re.compile(r"(?:[cg]-)?\d+")
_NUMBERS = ("storySeed", "previousRandom", "turnIdx")


def carried(old: str, fresh: str, outline: Outline) -> str:
    """Returns a new version's first state with the old one's variables and counts of visits, as far as they still mean something.

    `old` may be anything: what does not fit is left out.
    """
    state: dict[str, Any] = msgspec.json.decode(fresh)
    try:
        before = msgspec.json.decode(old)
        state["variablesState"] = {name: value for name, value in before["variablesState"].items() if _means(value, outline)}
        for counts in ("visitCounts", "turnIndices"):
            state[counts] = {path: count for path, count in before[counts].items() if _lasts(path, outline) and _whole(count)}
        state.update({name: before[name] for name in _NUMBERS if _whole(before[name])})
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError, ValueError):
        return fresh
    return msgspec.json.encode(state).decode()


def _lasts(path: str, outline: Outline) -> bool:
    """Tells whether a place is still there and has a name that a writer gave it: numbered ones may mean another choice by now."""
    return not _NUMBERED.fullmatch(path.rpartition(".")[2]) and outline.has_any(path)


def _whole(value: object) -> bool:
    """Tells whether a value is a whole number that an engine can count with."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**31


def _means(value: object, outline: Outline) -> bool:
    """Tells whether a variable's value means something to the new version: a divert must still lead somewhere."""
    if isinstance(value, dict) and "^->" in value:
        return isinstance(value["^->"], str) and outline.has_any(value["^->"])
    return True
