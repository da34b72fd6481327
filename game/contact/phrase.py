"""The return phrase: seven words of one BIP-39 list, made, typed again in whatever way, and mended word by word.

A phrase is text, and Python cannot wipe text: it is let go of as soon as keys are made from it, and never shown, logged or kept here.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH: Final = 7
LONGEST: Final = 400
DECIDED: Final = 4
_SUGGESTED = 3
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = "english"
_ONE_SIGN = frozenset({"chinese_simplified", "chinese_traditional"})
_TONGUES = {
    "cs": "czech",
    "en": _ENGLISH,
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
    "zh": "chinese_simplified",
}
# The package's Russian list has lost a letter here: between "сниться" and "снять" it means "снова", which nobody could type as it stands.
_MENDED = {"сно\ufffd\ufffdа": "снова"}  # noqa: RUF001  Cyrillic is meant
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


@dataclass(frozen=True, slots=True)
class _List:
    """One language's 2048 words, as they are shown, and where each stands by its bare letters."""

    words: tuple[str, ...]
    bare: dict[str, str]


class Phrase:
    """Seven words; shown only by who asks for `words` or `text`."""

    __slots__ = ("tongue", "words")

    def __init__(self, words: tuple[str, ...], tongue: str) -> None:
        """Takes words of one list, as they are shown."""
        self.words = words
        self.tongue = tongue

    def __repr__(self) -> str:
        """Returns what tells nothing."""
        return "Phrase(…)"

    def __eq__(self, other: object) -> bool:
        """Tells whether two phrases open the same mailbox."""
        return isinstance(other, Phrase) and secrets.compare_digest(self.canonical(), other.canonical())

    def __hash__(self) -> int:
        """Returns the same number for the same phrase, in this run only."""
        return hash(self.canonical())

    def text(self) -> str:
        """Returns the words with spaces, to be copied."""
        return " ".join(self.words)

    def canonical(self) -> bytes:
        """Returns the one form that keys are made from: NFKD, lower case, single spaces."""
        return unicodedata.normalize("NFKD", self.text()).lower().encode()


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """One word as it was typed, the list's word if it is one, and at most three that it may have meant."""

    text: str
    word: str | None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """What was made of a typed phrase."""

    words: tuple[Typed, ...]
    phrase: Phrase | None

    @property
    def missing(self) -> int:
        """Returns how many words are still to come; below zero, how many are too many."""
        return LENGTH - len(self.words)

    @property
    def wrong(self) -> tuple[int, ...]:
        """Returns the places of words that are on no list."""
        return tuple(place for place, typed in enumerate(self.words) if typed.word is None)


def tongue(language: str) -> str:
    """Returns the list for a language tag; English where there is none."""
    base, *rest = language.lower().replace("_", "-").split("-")
    return "chinese_traditional" if base == "zh" and _TRADITIONAL & set(rest) else _TONGUES.get(base, _ENGLISH)


def make(language: str) -> Phrase:
    """Returns a fresh phrase of 77 bits in a language, or in English."""
    name = tongue(language)
    return Phrase(tuple(secrets.choice(_list(name).words) for _ in range(LENGTH)), name)


def completions(typed: str, language: str, most: int = 6) -> tuple[str, ...]:
    """Returns words that begin as typed: from the language's list, else from English, else from the first that has any."""
    begun = _bare(typed[:LONGEST]).strip()
    if not begun:
        return ()
    for name in _order(language):
        if found := [word for bare, word in _list(name).bare.items() if bare.startswith(begun)]:
            return tuple(found[:most])
    return ()


def known(typed: str, language: str) -> str | None:
    """Returns the list's word for a typed one, or for its beginning once that is decided; None where there is none."""
    bare = _bare(typed[:LONGEST]).strip()
    return next((word for name in _order(language) if (word := _found(bare, name))), None)


def read(typed: str, language: str) -> Reading:
    """Returns what was typed, word by word, by the list that knows most of it."""
    text = unicodedata.normalize("NFKC", typed[:LONGEST])
    best: tuple[Typed, ...] = ()
    chosen = _ENGLISH
    for name in _order(language):
        words = tuple(Typed(part, _found(_bare(part), name)) for part in _parts(text, name))
        if not best or _hits(words) > _hits(best):
            best, chosen = words, name
        if best and _hits(best) == len(best):
            break
    if len(best) == LENGTH and _hits(best) == LENGTH:
        return Reading(best, Phrase(tuple(typed.word or "" for typed in best), chosen))
    return Reading(tuple(_helped(typed, chosen) for typed in best), None)


def _hits(words: tuple[Typed, ...]) -> int:
    """Returns how many words are known."""
    return sum(typed.word is not None for typed in words)


def _parts(text: str, name: str) -> list[str]:
    """Returns what stands between spaces, hyphens, numbers and other marks; signs one by one where each is a word."""
    parts: list[str] = _WORD.findall(text)
    return [sign for part in parts for sign in part] if name in _ONE_SIGN and all(part > "\u2e80" for part in parts) else parts


def _found(bare: str, name: str) -> str | None:
    """Returns the word whose letters these are, or the only one that begins with them."""
    words = _list(name).bare
    if bare in words or len(bare) < DECIDED:
        return words.get(bare)
    begun = [word for letters, word in words.items() if letters.startswith(bare)]
    return begun[0] if len(begun) == 1 else None


def _helped(typed: Typed, name: str) -> Typed:
    """Returns a wrong word with what it may have meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a typing mistake needs it

    if typed.word is not None:
        return typed
    bare, words = _bare(typed.text), _list(name).bare
    begun = [word for letters, word in words.items() if letters.startswith(bare[:DECIDED])]
    near = [words[letters] for letters in get_close_matches(bare, words, _SUGGESTED, 0.6)]
    # Who types four letters a word has most often hit a wrong last one: longer words that begin alike come first.
    short = len(bare) <= DECIDED
    alike = [word for letters, word in words.items() if short and len(letters) > len(bare) and letters.startswith(bare[: DECIDED - 1])]
    return Typed(typed.text, None, tuple(dict.fromkeys([*alike[: _SUGGESTED - 1], *near, *begun]))[:_SUGGESTED])


def _bare(text: str) -> str:
    """Returns letters without case and accents, the way both a list's words and typed ones are compared."""
    split = unicodedata.normalize("NFKD", text.lower()).replace("ı", "i")  # noqa: RUF001  Turkish has both
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def _order(language: str) -> Iterator[str]:
    """Yields the lists in the order they are tried in: the language's, English, all others."""
    yield from dict.fromkeys((tongue(language), _ENGLISH, *_TONGUES.values(), "chinese_traditional"))


@cache
def _list(name: str) -> _List:
    """Returns a list, read from the package that carries it."""
    from mnemonic import Mnemonic  # noqa: PLC0415 - the shelf does without

    words = tuple(unicodedata.normalize("NFC", _MENDED.get(word, word)) for word in Mnemonic(name).wordlist)
    return _List(words, {_bare(word): word for word in words})
