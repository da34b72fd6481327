"""Tells a story in another language: reads its catalogue, refuses what would break, puts the words into the ink, compiles and compares."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import catalogue, wording
from studio.compile import compile_ink
from studio.diagnostics import Diagnostic, Place, complain
from studio.messages import Message, of_story
from studio.pseudo import made_up
from studio.retelling import retold
from studio.structure import difference

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studio.catalogue import Catalogue, Entry
    from studio.compile import Compiled
    from studio.ink_source import Sources
    from studio.manifest_source import ManifestSource
    from studio.toml_places import KeyPath

Key = tuple[str, str]

COMPLETE = 0.95
"""How much of a story must be translated for the language to be packed; the rest is told in the story's own."""
_ROUNDS = 6
_AT_ONCE = 4
_MARKS = frozenset("{}|[]#<>~*+=-:(\\")


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages are translated, are guesses that wait for a yes, and are missing."""

    told: int = 0
    fuzzy: int = 0
    missing: int = 0

    @property
    def share(self) -> float:
        """Returns how much is translated, from 0 to 1."""
        whole = self.told + self.fuzzy + self.missing
        return self.told / whole if whole else 1.0


@dataclass(slots=True)
class Telling:
    """A story in another language: compiled ink (None: it cannot be told), texts of story.toml by key, counts by chapter, complaints.

    `sources` are the story's own with this language's words in them, line for line, where they could be compiled.
    Chapter None is what stands in story.toml and before the first chapter.
    """

    language: str
    catalogue: Catalogue
    counts: dict[int | None, Count]
    ink: str | None = None
    sources: Sources | None = None
    texts: dict[KeyPath, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def count(self) -> Count:
        """Returns the counts of all chapters together."""
        counts = self.counts.values()
        return Count(sum(one.told for one in counts), sum(one.fuzzy for one in counts), sum(one.missing for one in counts))

    @property
    def complete(self) -> bool:
        """Tells whether a pack for other people carries this language."""
        return self.ink is not None and not made_up(self.language) and self.count.share >= COMPLETE


def tell_all(sources: Sources, manifest: ManifestSource | None, compiled: Compiled) -> list[Telling]:
    """Returns the story in every language that it is translated into."""
    names = catalogue.languages(sources.root)
    if not names or not sources.readable:
        return []
    messages = of_story(sources, manifest)
    own = manifest.shape.language if manifest and manifest.shape else ""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda name: tell(sources, messages, compiled.json, catalogue.load(sources.root, name), own), names))


def counted(messages: Sequence[Message], entries: dict[Key, Entry]) -> dict[int | None, Count]:
    """Returns how much of each chapter is translated."""
    kinds: dict[int | None, Counter[str]] = {}
    for message in messages:
        entry = entries.get(message.key)
        kind = "told" if entry and entry.used else "fuzzy" if entry and entry.words else "missing"
        kinds.setdefault(message.chapter, Counter())[kind] += 1
    return {chapter: Count(kind["told"], kind["fuzzy"], kind["missing"]) for chapter, kind in kinds.items()}


def tell(sources: Sources, messages: Sequence[Message], own_ink: str | None, read: Catalogue, own: str = "") -> Telling:
    """Returns the story in one language; `own_ink` is its compiled ink in the story's own, or None where that is not right."""
    entries = {entry.key: entry for entry in read.entries}
    telling = Telling(read.language, read, counted(messages, entries), faults=list(read.faults))
    if read.language == own and not telling.faults:
        telling.faults.append(complain("PO06", Place(read.file.name), language=f"{own} (the story's own)"))
    if telling.faults:
        return telling
    teller = _Teller(sources, messages, entries, telling)
    teller.judge()
    if own_ink is not None:
        teller.compile(own_ink)
    _age(telling, messages, entries)
    return telling


def _age(telling: Telling, messages: Sequence[Message], entries: dict[Key, Entry]) -> None:
    """Adds what is to be said of a catalogue that is behind the story, or not finished."""
    known = {message.key for message in messages}
    unknown, count = len(known - entries.keys()), telling.count
    gone = sum(bool(entry.words) for key, entry in entries.items() if key not in known)
    file = telling.catalogue.file
    if unknown or gone:
        telling.faults.append(file.complain("PO04", 1, unknown=unknown, gone=gone))
    elif count.fuzzy or count.missing:
        percent = int(count.share * 100)
        packed = "" if count.share >= COMPLETE else f" Packs carry it from {COMPLETE * 100:.0f} % on."
        telling.faults.append(file.complain("PO05", 1, percent=percent, fuzzy=count.fuzzy, missing=count.missing, packed=packed))


class _Teller:
    """What one language says, message by message; what cannot be used is told and left out."""

    def __init__(self, sources: Sources, messages: Sequence[Message], entries: dict[Key, Entry], telling: Telling) -> None:
        """Begins with every translation that is not a guess."""
        self._sources = sources
        self._messages = messages
        self._entries = entries
        self._telling = telling
        self._words: dict[Key, str] = {}

    def judge(self) -> None:
        """Looks at each translation for itself."""
        for message in self._messages:
            entry = self._entries.get(message.key)
            if entry is None or not entry.used:
                continue
            if fault := wording.fault(message, entry.words):
                self._complain("PO02", entry, message=fault.message, mend=fault.mend)
            elif message.path is not None:
                self._telling.texts[message.path] = entry.words
            else:
                self._words[message.key] = entry.words

    def compile(self, own_ink: str) -> None:
        """Compiles what is left, compares it with the story's own, and finds those by whom it comes out differently."""
        words = dict(self._words)
        for _ in range(_ROUNDS):
            ink, what, blamed = self._tried(words, own_ink)
            if what is None:
                self._telling.ink, self._telling.sources = ink, retold(self._sources, self._messages, words)
            if what is None or not words:
                return
            for key in blamed or [self._culprit(words, own_ink)]:
                if key in words:
                    self._complain("PO03", self._entries[key], what=what)
                    del words[key]

    def _tried(self, words: dict[Key, str], own_ink: str) -> tuple[str | None, str | None, list[Key]]:
        """Returns the compiled ink with these words, what is wrong with it (None: nothing), and whose fault that is, where ink says so."""
        compiled = compile_ink(retold(self._sources, self._messages, words))
        if compiled.json is not None:
            return compiled.json, difference(own_ink, compiled.json), []
        wrong = [one for one in compiled.diagnostics if one.is_error]
        places = {(one.file, one.line) for one in wrong}
        blamed = [one.key for one in self._messages if one.key in words and any((at.file, at.line) in places for at in one.places)]
        return None, wrong[0].sentence if wrong else "it does not compile", blamed

    def _culprit(self, words: dict[Key, str], own_ink: str) -> Key:
        """Returns the first translation, in order, with which the story comes out differently; it takes a dozen compilations."""
        keys = list(words)
        odd = [key for key in keys if _MARKS & set(words[key])]

        def wrong(some: list[Key]) -> bool:
            return self._tried({key: words[key] for key in some}, own_ink)[1] is not None

        return _first(odd if odd and len(odd) < len(keys) and wrong(odd) else keys, wrong)

    def _complain(self, code: str, entry: Entry, /, **values: object) -> None:
        """Adds a complaint about a translation."""
        self._telling.faults.append(self._telling.catalogue.complain(code, entry, **values))


def _first(keys: list[Key], wrong: Callable[[list[Key]], bool]) -> Key:
    """Returns the last of the shortest run of keys, from the first one on, that is wrong; all of them together must be."""
    right, end = 0, len(keys)
    while end - right > 1:
        middle = (right + end) // 2
        if wrong(keys[:middle]):
            end = middle
        else:
            right = middle
    return keys[end - 1]
