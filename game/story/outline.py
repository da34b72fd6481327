"""Reads compiled ink as a tree, to tell whether a place that a save remembers is still the same place."""

from __future__ import annotations

import functools
import hashlib
from typing import Any, Final

import msgspec

DIGEST_BYTES: Final = 8


class _Script(msgspec.Struct):
    """A compiled script, its root not yet looked into."""

    root: list[msgspec.Raw] | None = None


class Outline:
    """The knots and containers of one compiled script; a knot is read when it is first asked for, and most never are."""

    def __init__(self, ink_json: str) -> None:
        """Reads a script that a story could open."""
        *parts, last = msgspec.json.decode(ink_json.removeprefix("\ufeff"), type=_Script).root or [msgspec.Raw(b"null")]
        self._knots = _knots(last)
        # Where only names count, an empty list stands for a knot.
        self._root = [*map(msgspec.json.decode, parts), {name: _hollow(raw) for name, raw in self._knots.items()}]
        self._read: dict[str, Any] = {}
        self._around = functools.lru_cache(maxsize=1024)(self._digest)

    def has(self, path: str) -> bool:
        """Tells whether a knot, or `knot.stitch`, can be jumped to: it is there, and asks for no arguments."""
        container = self._find(path)
        if not path or container is None:
            return False
        first = container[0]
        return not (isinstance(first, dict) and "temp=" in first)

    def has_any(self, path: str) -> bool:
        """Tells whether there is a container at this path."""
        return self._find(path) is not None

    def knot_of(self, state: str) -> str:
        """Returns the knot, or `knot.stitch`, that a state stands in; empty outside of all knots."""
        places = _places(state)
        parts = places[-1][0].split(".") if places else [""]
        if not parts[0] or parts[0].isdigit() or self._find(parts[0]) is None:
            return ""
        named = parts[: 2 if len(parts) > 1 and not parts[1].isdigit() else 1]
        return ".".join(named)

    def shape(self, state: str) -> str:
        """Returns a digest of the script around every place a state stands in, texts left out; empty where one is not there."""
        digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
        places = _places(state)
        for path, index in places:
            around = self._around(path)
            if around is None:
                return ""
            digest.update(around + index.to_bytes(4, "big"))
        return digest.hexdigest() if places else ""

    def _digest(self, path: str) -> bytes | None:
        """Returns a digest of a container and, less closely, of the one it lies in; the root's leaves the knots out."""
        container = self._find(path)
        if container is None:
            return None
        above = self._find(path.rpartition(".")[0]) or []
        if not path:
            container, above = container[:-1], []
        bones = msgspec.json.encode([_bones(container), [_bone(part) for part in above]])
        return hashlib.blake2b(bones, digest_size=DIGEST_BYTES).digest()

    def _find(self, path: str) -> list[Any] | None:
        """Returns the container at an absolute path, or None."""
        here: Any = self._root
        for part in path.split(".") if path else ():
            knot = here is self._root and part in self._knots and not part.isdecimal()
            here = self._knot(part) if knot else _child(here, part)
            if not isinstance(here, list) or not here:
                return None
        return here if isinstance(here, list) else None

    def _knot(self, name: str) -> Any:  # noqa: ANN401  (compiled ink is any JSON)
        """Returns what the root holds under a name."""
        if name not in self._read:
            self._read[name] = msgspec.json.decode(self._knots[name])
        return self._read[name]


def _knots(last: msgspec.Raw) -> dict[str, msgspec.Raw]:
    """Returns the JSON of each knot, by name; none where the root has no names at its end."""
    try:
        return msgspec.json.decode(last, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError:
        return {}


def _hollow(raw: msgspec.Raw) -> Any:  # noqa: ANN401
    """Returns an empty list for a container, anything else as it is."""
    return [] if bytes(memoryview(raw)[:1]) == b"[" else msgspec.json.decode(raw)


def _child(container: list[Any], part: str) -> Any:  # noqa: ANN401  (compiled ink is any JSON)
    """Returns what a container holds under a number or a name, or None."""
    if part.isdecimal():
        return container[int(part)] if len(part) < 6 and int(part) < len(container) - 1 else None  # noqa: PLR2004
    names = container[-1]
    if isinstance(names, dict) and part in names:
        return names[part]
    return next((inner for inner in container[:-1] if isinstance(inner, list) and _name(inner) == part), None)


def _name(container: list[Any]) -> str | None:
    """Returns the name a container carries in itself."""
    last = container[-1] if container else None
    name = last.get("#n") if isinstance(last, dict) else None
    return name if isinstance(name, str) else None


def _bones(part: Any) -> Any:  # noqa: ANN401
    """Returns compiled ink without its texts and without the names of knots it leads to."""
    if isinstance(part, str):
        return "^" if part.startswith("^") else part
    if isinstance(part, list):
        return [_bones(inner) for inner in part]
    if isinstance(part, dict):
        return {name: _bones(inner) for name, inner in part.items()} | ({"->": "^"} if _leads_to_knot(part) else {})
    return part


def _leads_to_knot(part: dict[str, Any]) -> bool:
    """Tells whether this is a divert to a knot: under whatever name, whoever stands before it stands where they stood."""
    target = part.get("->")
    return isinstance(target, str) and "var" not in part and "." not in target and not target.isdigit()


def _bone(part: Any) -> Any:  # noqa: ANN401
    """Returns one thing of a container without its texts and without what lies inside it."""
    if isinstance(part, list):
        return []
    if isinstance(part, dict) and any(isinstance(inner, list) for inner in part.values()):
        return sorted(part)
    return _bones(part)


def _places(state: str) -> list[tuple[str, int]]:
    """Returns the path and index of every frame that a state's current thread stands in; none where it is no state."""
    try:
        read = msgspec.json.decode(state)
        flow = read["flows"][read["currentFlowName"]]
        frames = flow["callstack"]["threads"][-1]["callstack"]
        places = [(frame["cPath"], frame["idx"]) for frame in frames if "cPath" in frame]
    except (msgspec.DecodeError, KeyError, IndexError, TypeError):
        return []
    whole = all(isinstance(path, str) and isinstance(index, int) and 0 <= index < 2**31 for path, index in places)
    return places if whole else []
