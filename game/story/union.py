"""Brings together what two devices remember of the same stories: whatever either knows is known afterwards, and nothing twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from game.story.atlas import Atlas
from game.story.compass import Values
from game.story.journal import MOST_PAGES, Leaf, Pages
from game.story.keeping import MOST_BYTES
from game.story.ways import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


def united(name: str, here: bytes, there: bytes) -> bytes | None:
    """Returns what two files of one name come to, the one that is here first; None where they cannot be brought together whole."""
    for kind, unite in _KINDS.items():
        if name.endswith(kind):
            both = unite(here, there)
            return both if both is not None and len(both) <= MOST_BYTES else None
    return _marks(here, there)


def is_map(name: str) -> bool:
    """Tells whether a file holds the map of a story."""
    return name.endswith(f"/{NAME}")


def _both(kind: type[T], here: bytes, there: bytes) -> tuple[T, T] | None:
    """Returns what both files hold; None where either holds something else."""
    try:
        return msgspec.json.decode(here, type=kind), msgspec.json.decode(there, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _marks(here: bytes, there: bytes) -> bytes | None:
    """Returns two lists of texts as one, sorted."""
    both = _both(list[str], here, there)
    return msgspec.json.encode(sorted({*both[0], *both[1]})) if both else None


def _maps(here: bytes, there: bytes) -> bytes | None:
    """Returns two maps as one; the what-if that is under way stays the one that is under way here."""
    both = _both(Atlas, here, there)
    if both is None:
        return None
    both[0].merge(both[1])
    return msgspec.json.encode(both[0]) + b"\n"


def _values(here: bytes, there: bytes) -> bytes | None:
    """Returns two compasses as one: what was put somewhere here stays where it is."""
    both = _both(Values, here, there)
    return msgspec.json.encode(Values(near={**both[1].near, **both[0].near})) + b"\n" if both else None


def _journals(here: bytes, there: bytes) -> bytes | None:
    """Returns two journals as one, in the order of their days; a page that was written on in both places is there twice."""
    both = _both(Pages, here, there)
    if both is None:
        return None
    known, days = {(leaf.text, leaf.prompt) for leaf in both[0].leaves}, {leaf.when for leaf in both[0].leaves}
    new = [_at_its_own_time(leaf, days) for leaf in both[1].leaves if (leaf.text, leaf.prompt) not in known]
    leaves = sorted([*both[0].leaves, *new], key=lambda leaf: leaf.when)
    return msgspec.json.encode(Pages(leaves=leaves)) + b"\n" if len(leaves) <= MOST_PAGES else None


def _at_its_own_time(leaf: Leaf, taken: set[str]) -> Leaf:
    """Returns a page at the first moment that no other page has: moments are what pages are found by."""
    when = leaf.when
    while when in taken:
        try:
            when = (dt.datetime.fromisoformat(when) + dt.timedelta(microseconds=1)).isoformat(timespec="microseconds")
        except (ValueError, OverflowError):
            when = f"{when}+"
    taken.add(when)
    return msgspec.structs.replace(leaf, when=when)


_KINDS: Final[Mapping[str, Callable[[bytes, bytes], bytes | None]]] = {
    f"/{NAME}": _maps,
    "compass/values.json": _values,
    "journal/entries.json": _journals,
}
