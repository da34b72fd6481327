"""Holds the compiled ink of a translation against that of the story's own language: everything but the words must be the same.

First as a whole, texts left out. Where that differs, because a translator moved logic about within a sentence, what saves and choices
rest on must still be equal: every address that is counted or gone to, every choice, divert, cue and value.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final

from studio.utterances import SAID_BY_CUES

DEEPEST: Final = 200

_MOVED = "its logic stands elsewhere in the line, where saves would not find it"

_DIVERTS = {"->": "a divert", "->t->": "a tunnel", "f()": "a call", "x()": "a call", "*": "a choice"}
_SIGNS = {"#": "a tag", "/#": "a tag", "<>": "glue", "seq": "a list of variants", "->->": "a way back", "thread": "a thread"}


def difference(own: str, other: str) -> str | None:
    """Returns what another language's compiled ink has more or less than the story's own, in a few words; None where nothing."""
    first, second = json.loads(own)["root"], json.loads(other)["root"]
    if _bones(first) == _bones(second):
        return None
    facts, others = Facts(first), Facts(second)
    if loose := _told(facts.loose, others.loose):
        return loose
    if facts.exact == others.exact:
        return None
    return _told(_kinds(facts.exact), _kinds(others.exact)) or _MOVED


def _kinds(facts: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Returns how many facts of each kind there are."""
    return Counter({(kind, ""): count for kind, count in Counter(fact[0] for fact in facts).items()})


def _told(own: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> str | None:
    """Returns the first thing that only one of them has."""
    for found, words in ((other - own, "it adds"), (own - other, "it loses")):
        for fact in sorted(found, key=lambda one: (len(one[-1]), one)):
            return f"{words} {fact[0]}" + (f" ({fact[-1][:60]})" if fact[-1] else "")
    return None


def _tag(part: str) -> str:
    """Returns a text of a tag; where people read it, only the cue's name."""
    cue = part[1:].partition(":")[0].strip()
    return f"^{cue}:" if cue in SAID_BY_CUES else part


def _bones(part: Any, tag: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002 - compiled ink is any JSON
    """Returns compiled ink without the words that readers see; the tags that the game reads stay."""
    if isinstance(part, str):
        return (_tag(part) if tag else "^") if part.startswith("^") else part
    if isinstance(part, list):
        found, inside, said = [], False, False
        for inner in part:
            inside = (inside or inner == "#") and inner != "/#"
            found.append(_bones(inner, inside and not said))
            said = inside and (said or (isinstance(inner, str) and _tag(inner) != inner))
        return found
    if isinstance(part, dict):
        return {name: _bones(inner) for name, inner in part.items()}
    return part


class Facts:
    """What a compiled story holds, each fact with what it is in plain words.

    `exact` are addresses that a save may remember; `loose` is everything else that is not words, by the nearest named place around it.
    """

    def __init__(self, root: list[Any]) -> None:
        """Reads the whole tree."""
        self.exact: Counter[tuple[str, ...]] = Counter()
        self.loose: Counter[tuple[str, ...]] = Counter()
        self._container(root, (), "")

    def _container(self, container: list[Any], path: tuple[str, ...], place: str) -> None:
        """Reads a container and all in it."""
        last = container[-1] if container and isinstance(container[-1], dict) else {}
        if len(path) > DEEPEST:
            return
        if flags := last.get("#f"):
            self.exact["a place that is counted", str(flags), ".".join(path)] += 1
        tag = False
        for index, item in enumerate(container[:-1]):
            tag = (tag or item == "#") and item != "/#"
            name = self._name(item)
            here = (*path, name or str(index))
            if isinstance(item, list):
                self._container(item, here, _without_numbers(".".join(here)) if name else place)
            else:
                self._item(item, here, place, tag=tag)
        for name, item in last.items():
            if isinstance(item, list):
                here = (*path, name)
                where = _without_numbers(".".join(here))
                self.loose["a place", name, where] += 1
                self._container(item, here, where)

    @staticmethod
    def _name(item: Any) -> str:  # noqa: ANN401 - as above
        """Returns the name that a container carries in itself."""
        last = item[-1] if isinstance(item, list) and item else None
        return str(last.get("#n", "")) if isinstance(last, dict) else ""

    def _item(self, item: Any, path: tuple[str, ...], place: str, *, tag: bool) -> None:  # noqa: ANN401 - as above
        """Notes one thing that is no container."""
        if isinstance(item, str) and item.startswith("^"):
            if tag:
                self.loose["a tag", place, _tag(item)[1:]] += 1
            return
        kind = next((kind for kind in _DIVERTS if isinstance(item, dict) and kind in item), None)
        if kind is None:
            words = _SIGNS.get(item, "logic") if isinstance(item, str) else "logic"
            self.loose[words, place, json.dumps(item, sort_keys=True)] += 1
            return
        target = str(item[kind]) if "var" in item else _absolute(str(item[kind]), path)
        rest = json.dumps({name: value for name, value in item.items() if name != kind}, sort_keys=True)
        if kind == "*":
            self.exact[_DIVERTS[kind], rest, target] += 1
        elif kind == "->t->":
            self.exact[_DIVERTS[kind], rest, target, ".".join(path)] += 1
        else:
            self.loose[_DIVERTS[kind], place, rest, _without_numbers(target)] += 1


def _absolute(target: str, path: tuple[str, ...]) -> str:
    """Returns a path from the root."""
    if not target.startswith("."):
        return target
    here = list(path)
    for part in target[1:].split("."):
        if part == "^":
            here = here[:-1]
        else:
            here.append(part)
    return ".".join(here)


def _without_numbers(path: str) -> str:
    """Returns a path with its numbers left out: where a sentence goes on after its logic may move within the sentence."""
    return ".".join("*" if part.isdecimal() else part for part in path.split("."))
