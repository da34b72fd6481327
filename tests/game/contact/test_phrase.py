"""A phrase is made of seven words, and is found again however it was typed."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.contact import phrase
from game.contact.phrase import LENGTH, Phrase

if TYPE_CHECKING:
    import random

LANGUAGES = ("cs", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "tr", "zh", "zh-TW")
FORMS: Final[tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...]] = ("NFC", "NFD", "NFKC", "NFKD")
MARKS = (" ", "  ", "-", " - ", ", ", "\n", " / ", "\u3000", "\t", ". ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_its_words_apart(language: str) -> None:
    """In each list, no two words have the same letters, so that accents and case may be left out."""
    words = phrase._list(phrase.tongue(language))
    assert len(words.words) == len(words.bare) == 2048
    assert all(unicodedata.is_normalized("NFC", word) for word in words.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_be_typed(language: str) -> None:
    """In each list, every word is made of letters alone, and is found as itself; none came damaged with the package that carries it."""
    for word in phrase._list(phrase.tongue(language)).words:
        assert all(unicodedata.category(sign)[0] in "LM" for sign in word), word
        assert phrase.known(word, language) == word


@pytest.mark.parametrize("language", ["de", "sv", "ar", "en-GB", "", "xx"])
def test_a_language_without_a_list_gets_english(language: str) -> None:
    """Where there is no list for a language, the words are English."""
    assert phrase.make(language).tongue == "english"


def test_traditional_signs_have_their_own_list() -> None:
    """Chinese is written with simplified signs, but in places where it is not."""
    assert phrase.tongue("zh") == phrase.tongue("zh-CN") == phrase.tongue("zh_Hans") == "chinese_simplified"
    assert phrase.tongue("zh-TW") == phrase.tongue("zh-Hant-HK") == "chinese_traditional"


@settings(max_examples=60)
@given(st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES), st.randoms(use_true_random=False))
def test_08_a_phrase_typed_in_any_way_is_the_same(language: str, other: str, chance: random.Random) -> None:
    """Odd case, spaces, hyphens, numbers, decomposed letters, and another language's interface change nothing."""
    made = phrase.make(language)
    form = chance.choice(FORMS)
    words = [unicodedata.normalize(form, chance.choice([str.upper, str.lower, str.title])(word)) for word in made.words]
    mark = chance.choice(MARKS)
    typed = "  " + mark.join(f"{number}. {word}" if chance.random() < 0.2 else word for number, word in enumerate(words, 1)) + " "
    reading = phrase.read(typed, other)
    assert reading.phrase == made
    assert reading.phrase is not None
    assert reading.phrase.canonical() == made.canonical()
    assert not reading.wrong
    assert not reading.missing


@settings(max_examples=100)
@given(st.sampled_from(("en", "fr", "es", "it", "pt", "cs")), st.integers(0, 2047))
def test_four_letters_are_enough(language: str, at: int) -> None:
    """Four letters, without accents, complete to one word, and count as it; a whole word is itself even where another begins with it."""
    words = phrase._list(phrase.tongue(language)).words
    bare = phrase._bare(words[at])
    if len(bare) >= 4:
        assert phrase.completions(bare[:4], language) == (words[at],)
        assert phrase.known(bare[:4], language) == words[at]
    assert phrase.known(words[at], language) == words[at]


def test_a_wrong_word_is_named_and_helped() -> None:
    """Of a phrase with one slip, the slip alone is marked, with what it may have meant; the rest stays."""
    reading = phrase.read("abandon abilty able about above absent absorb", "de")
    assert reading.wrong == (1,)
    assert reading.phrase is None
    assert "ability" in reading.words[1].suggestions
    assert [typed.word for typed in reading.words if typed.word] == ["abandon", "able", "about", "above", "absent", "absorb"]
    assert phrase.read("abandon cusx able", "en").words[1].suggestions[0] == "cushion"
    nonsense = phrase.read("xqzv able", "en")
    assert nonsense.wrong == (0,)
    assert len(nonsense.words[0].suggestions) <= 3


@pytest.mark.parametrize(("typed", "missing"), [("", 7), ("able", 6), ("able " * 7, 0), ("able " * 9, -2)])
def test_too_few_and_too_many_are_counted(typed: str, missing: int) -> None:
    """It is said how many words are missing, or too many; neither opens anything."""
    reading = phrase.read(typed, "en")
    assert reading.missing == missing
    assert (reading.phrase is not None) == (missing == 0)


@given(st.text(max_size=600), st.sampled_from(LANGUAGES))
def test_nothing_typed_breaks_it(typed: str, language: str) -> None:
    """Any text at all is read, completed and looked up without an error."""
    reading = phrase.read(typed, language)
    assert len(reading.words) == LENGTH - reading.missing
    phrase.completions(typed, language)
    phrase.known(typed, language)


def test_a_phrase_shows_itself_to_nobody_by_accident() -> None:
    """A phrase, and what was typed, say nothing where they are printed, as in a traceback."""
    made = Phrase(("abandon",) * 7, "english")
    assert "abandon" not in f"{made!r} {made} {phrase.read(made.text(), 'en')!r} {phrase.read('abandon', 'en').words!r}"
    assert made.text() == " ".join(made.words)
    assert hash(made) == hash(Phrase(("abandon",) * 7, "english"))
    assert made != "abandon"


def test_completions_begin_as_typed() -> None:
    """What is offered begins as typed, no more than asked for; nothing typed offers nothing."""
    assert phrase.completions("ac", "en", 4) == ("access", "accident", "account", "accuse")
    assert phrase.completions("", "en") == ()
    assert phrase.completions("ábo", "es")[0].startswith("abo")
    assert phrase.completions("zzzz", "en") == ()
    assert phrase.completions("carre", "en") == ("carreau",)


def test_phrases_differ() -> None:
    """No two phrases are the same."""
    assert len({phrase.make("en") for _ in range(200)}) == 200
