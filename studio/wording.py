"""Tells whether a translation can stand where its line stands in the ink, and if not, why, in one plain sentence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.errors import CueError
from game.story import cues
from studio import mixed
from studio.utterances import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.messages import Message
    from studio.mixed import Logic, Mixed, Piece
    from studio.utterances import Utterance

LONGEST = 4000

_KEYWORD = re.compile(r"(?:INCLUDE|VAR|CONST|LIST|EXTERNAL|TODO)(?!\w)")
_LABEL = re.compile(r"\([ \t]*\w+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\u2028\u2029]")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a translation cannot be used, and how to mend it."""

    message: str
    mend: str


def fault(message: Message, words: str) -> Fault | None:
    """Returns why a translation of a message cannot be used, or None where it can."""
    if len(words) > LONGEST:
        return Fault(f"This is {len(words)} characters long: at most {LONGEST} are shown.", "Say it in fewer words.")
    if not words.strip():
        return Fault("This translation is only blanks.", "Translate the line, or leave the translation empty.")
    if not message.spots:
        return None
    return next((found for spot in message.spots for found in _in_ink(spot.utterance, words.strip())), None)


def _in_ink(utterance: Utterance, words: str) -> Iterator[Fault]:
    """Yields what is wrong with a translation of an utterance, the likeliest first."""
    if _CONTROL.search(words):
        yield Fault("This translation holds a line break.", "Write it on one line: in ink, a line is a line.")
    if "//" in words or "/*" in words:
        sign = "//" if "//" in words else "/*"
        yield Fault(f"What follows {sign} would be lost: in ink it is a comment.", r"Write \/ for each slash.")
    if (len(words) - len(words.rstrip("\\"))) % 2:
        yield Fault("This translation ends with a backslash, which takes away the meaning of what stands behind it.", "Remove it.")
    try:
        own, other = mixed.read(utterance.text), mixed.read(words)
    except mixed.UnclosedError:
        yield Fault("A { is never closed.", r"Close it with } as in the line itself, or write \{ for a plain brace.")
        return
    yield from _first(utterance, words)
    yield from _marks(other)
    if utterance.kind == "tag":
        yield from _tag(utterance, words)
    yield from _brackets(utterance, words)
    yield from _logic(own, other)


def _marks(words: Mixed) -> Iterator[Fault]:
    """Yields the marks of ink that stand where words should."""
    for piece in _pieces(words):
        shown = piece.written[:_SHOWN]
        if piece.kind == "tag":
            yield Fault(f"“{shown}” would be a tag: # begins one.", r"Write \# for a plain #.")
        elif piece.kind == "divert":
            yield Fault(f"“{shown}” would lead elsewhere: an arrow is a divert.", r"Write \-> or \<- for a plain arrow, or use →.")
        elif piece.kind == "stray":
            yield Fault(f"There is a {shown} outside of braces.", rf"Remove it, or write \{shown} for a plain one.")


def _pieces(words: Mixed) -> Iterator[Piece]:
    """Yields the pieces outside of logic."""
    for piece in words:
        if not isinstance(piece, mixed.Logic):
            yield piece


def _first(utterance: Utterance, words: str) -> Iterator[Fault]:
    """Yields what the first characters would mean to ink."""
    core = words.lstrip()
    if utterance.kind == "tag":
        return
    if core[:1] in {"*", "+", "-", "=", "~"} and not core.startswith("->"):
        means = {"*": "a choice", "+": "a choice", "-": "a gather", "=": "a knot", "~": "logic"}[core[0]]
        yield Fault(f"A line that begins with {core[0]} is {means} in ink.", rf"Write \{core[0]} there, or another character, such as –.")
    if word := _KEYWORD.match(core):
        yield Fault(f"A line that begins with {word.group()} is an order to ink.", f"Write \\{word.group()} there, or other words.")
    if utterance.label and (label := _LABEL.match(core)):
        yield Fault(f"“{label.group()}” at the beginning would be a label.", r"Write \( there.")
    if utterance.kind == "choice" and core.startswith("{"):
        yield Fault("Logic at the beginning of a choice would be its condition.", "Begin with a word.")


def _brackets(utterance: Utterance, words: str) -> Iterator[Fault]:
    """Yields what is wrong with the brackets of a choice."""
    if utterance.kind != "choice":
        return
    own, other = utterance.put(utterance.text), utterance.put(words)
    if len(utterance.parts) == 1 or own is None:
        if split(words, brackets=True) or "[" in _outside(words) or "]" in _outside(words):
            yield Fault("There are brackets here, and none in the line itself.", r"Remove them, or write \[ and \] for plain ones.")
        return
    if other is None:
        yield Fault("The line has one pair of brackets [ ]; this has not.", "Put [ and ] around what is only offered.")
        return
    for at, where in ((0, "before the ["), (1, "between [ and ]")):
        if bool(own[at].strip()) != bool(other[at].strip()):
            lacks = "no words" if own[at].strip() else "words"
            yield Fault(f"There are {lacks} {where}, other than in the line itself.", "Move the brackets to where they stand in the line.")


def _outside(words: str) -> str:
    """Returns words without escaped characters and without logic."""
    return "".join(piece.written for piece in _pieces(mixed.read(re.sub(r"\\.", "", words))))


def _tag(utterance: Utterance, words: str) -> Iterator[Fault]:
    """Yields what is wrong with words in a tag."""
    if bad := next((char for char in _outside(words) if char in "[]"), None):
        yield Fault(f"There is a {bad} in a cue.", rf"Write \{bad} for a plain bracket, or use ( ).")
    plain = re.sub(r"\\(.)", r"\1", words.strip())
    if "{" not in plain:
        try:
            cues.parse(f"{utterance.cue}: {plain}")
        except CueError:
            yield Fault(f"The cue “{utterance.cue}” takes at most 400 characters.", "Say it in fewer words.")


def _logic(own: Mixed, other: Mixed) -> Iterator[Fault]:
    """Yields what is wrong with the logic: it may stand elsewhere in the sentence, and must all be there."""
    first, second = _skeleton(own), _skeleton(other)
    extra, lost = second - first, first - second
    for found, words in ((lost, "is missing here"), (extra, "does not stand in the line itself, or not so")):
        for shown, _ in found:
            yield Fault(
                f"“{shown[:_SHOWN]}” {words}.",
                "Keep all in { } and every <>, but for words between the bars; a word with a colon behind a { is a condition.",
            )


def _skeleton(words: Mixed) -> Counter[tuple[str, object]]:
    """Returns the logic and glue of a text, words left out, each with how it is shown in a complaint."""
    found: Counter[tuple[str, object]] = Counter()
    for piece in words:
        if isinstance(piece, mixed.Logic):
            found[_shown(piece), _inside(piece)] += 1
        elif piece.kind == "glue":
            found["<>", ""] += 1
    return found


def _inside(logic: Logic) -> object:
    """Returns what must be the same inside of braces."""
    branches = tuple(
        (
            tuple(sorted(_skeleton(branch).items(), key=repr)),
            tuple(piece.written for piece in _pieces(branch) if piece.kind in {"divert", "tag"}),
        )
        for branch in logic.branches
    )
    return logic.kind, logic.head.strip(), branches


def _shown(logic: Logic) -> str:
    """Returns logic as a complaint shows it, its words left out."""
    return "{" + logic.head.strip() + "|".join("…" for _ in logic.branches) + "}"
