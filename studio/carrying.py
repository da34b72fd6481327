"""Carries translations over to a story that was changed: nothing that was translated is lost, and what may no longer fit is marked.

The lines of then and now are laid side by side in their order. What is the same keeps its translation. A line that was changed a little
keeps it as a guess (fuzzy), which is not used until somebody takes the mark away; so does a line that now stands elsewhere. What is gone
is kept at the end of the file, and taken up again should its line come back.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from studio.catalogue import Entry
from studio.messages import knot_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.messages import Message

NEAR = 0.6
"""How much of a line that stands in the same place must be the same for its translation to be carried over."""
FAR = 0.8
"""How much, where it stands elsewhere."""


def carried(messages: Sequence[Message], entries: Sequence[Entry], gone: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Returns an entry for each message, with the translation that was carried over to it, and the entries that the story no longer has."""
    told = [entry for entry in entries if entry.words]
    carrier = _Carrier(messages, told, [entry for entry in gone if entry.words])
    changed = carrier.side_by_side()
    # The same words in the same knot come first: a line beside them must not take their translation for a guess.
    carrier.within_knots()
    for before, now in changed:
        carrier.changed(before, now)
    carrier.elsewhere()
    carrier.alike()
    left = [entry for entry in carrier.old if id(entry) not in carrier.spent]
    unique = {entry.key: entry for entry in left}
    return [carrier.made.get(at) or Entry(*message.key) for at, message in enumerate(messages)], list(unique.values())


class _Carrier:
    """What was carried over so far: `made` by a message's number, and the old entries that are `spent`."""

    def __init__(self, messages: Sequence[Message], told: list[Entry], gone: list[Entry]) -> None:
        """Begins with nothing carried over."""
        self.messages = messages
        self.old = told + gone
        self._told = told
        self.made: dict[int, Entry] = {}
        self.spent: set[int] = set()

    def side_by_side(self) -> list[tuple[list[Entry], range]]:
        """Lays then and now side by side: the same lines keep their translations; returns the stretches that were rewritten."""
        changed: list[tuple[list[Entry], range]] = []
        before, now = [entry.text for entry in self._told], [message.text for message in self.messages]
        for kind, start, end, first, last in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
            if kind == "equal":
                for entry, at in zip(self._told[start:end], range(first, last), strict=True):
                    self._keep(at, entry)
            elif kind == "replace":
                changed.append((self._told[start:end], range(first, last)))
        return changed

    def changed(self, before: list[Entry], now: range) -> None:
        """Carries over within one stretch that was rewritten, in order; changed lines keep their translations as guesses."""
        for at in (at for at in now if at not in self.made):
            left = [entry for entry in before if id(entry) not in self.spent]
            exact = next((entry for entry in left if entry.text == self.messages[at].text), None)
            if exact:
                self._keep(at, exact)
            elif near := _nearest(self.messages[at].text, left, NEAR):
                self._guess(at, near)

    def within_knots(self) -> None:
        """Carries over to the same words in another place of their knot, as they are."""
        for at, message in self._missing():
            if here := next((entry for entry in self._same(message) if knot_of(entry.context) == message.knot), None):
                self._keep(at, here)

    def elsewhere(self) -> None:
        """Carries over to the same words in another knot, as guesses."""
        for at, message in self._missing():
            if same := self._same(message):
                self._guess(at, same[0])

    def _same(self, message: Message) -> list[Entry]:
        """Returns the old entries with the words of a message that are not carried over yet."""
        return [entry for entry in self.old if entry.text == message.text and id(entry) not in self.spent]

    def alike(self) -> None:
        """Carries over, as guesses, from lines much like the one that is missing, wherever they stood."""
        for at, message in self._missing():
            left = [entry for entry in self.old if id(entry) not in self.spent]
            if near := _nearest(message.text, left, FAR):
                self._guess(at, near)

    def _missing(self) -> list[tuple[int, Message]]:
        """Returns the messages that have nothing yet, with their numbers."""
        return [(at, message) for at, message in enumerate(self.messages) if at not in self.made]

    def _keep(self, at: int, entry: Entry) -> None:
        """Gives a message the translation of the same words."""
        message = self.messages[at]
        self.spent.add(id(entry))
        self.made[at] = replace(entry, context=message.context, text=message.text)

    def _guess(self, at: int, entry: Entry) -> None:
        """Gives a message the translation of other words, or of a line elsewhere, to be looked at."""
        message = self.messages[at]
        self.spent.add(id(entry))
        previous = entry.previous if entry.fuzzy and entry.previous else entry.text
        self.made[at] = replace(entry, context=message.context, text=message.text, fuzzy=True, previous=previous)


def _nearest(text: str, entries: Iterable[Entry], cutoff: float) -> Entry | None:
    """Returns the entry whose text is most like another, or None where none is like it enough."""
    best: Entry | None = None
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(text)
    for entry in entries:
        matcher.set_seq1(entry.text)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and (ratio := matcher.ratio()) >= cutoff:
            best, cutoff = entry, max(cutoff, ratio + 1e-9)
    return best
