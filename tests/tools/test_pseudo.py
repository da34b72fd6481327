"""The made-up languages show what a real one would break, and break nothing themselves."""

from __future__ import annotations

import unicodedata

from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from tools import pseudo, strings

FIELD = st.sampled_from(["{n}", "{title}", "{size:.1f}", "{{", "}}"])
TEXTS = st.lists(st.one_of(FIELD, st.text(alphabet="abc XYZ.,?é’", max_size=12)), max_size=8).map("".join)


@given(TEXTS)
def test_accented_text_is_longer_and_keeps_its_placeholders(text: str) -> None:
    """Accented text is at least forty per cent longer, in brackets, with the same placeholders in the same order."""
    made = pseudo.accented(text)
    assert made[0] + made[-1] == "[]"
    assert len(made) >= round(1.4 * len(text))
    assert pseudo.FIELD.findall(made) == pseudo.FIELD.findall(text)
    assert strings.fields(made) == strings.fields(text)


@given(TEXTS)
def test_arabic_text_has_no_latin_letter_outside_placeholders(text: str) -> None:
    """Pseudo-Arabic keeps placeholders and has no English letter beside them."""
    made = pseudo.arabic(text)
    assert pseudo.FIELD.findall(made) == pseudo.FIELD.findall(text)
    assert not any(letter.isascii() and letter.isalpha() for letter in pseudo.FIELD.sub("", made))


def test_pseudo_arabic_runs_from_right_to_left() -> None:
    """Every letter it puts in is one that Unicode lays out from right to left."""
    assert {unicodedata.bidirectional(letter) for letter in pseudo.ARABIC} == {"AL"}


def test_pseudo_arabic_counts_as_arabic_does() -> None:
    """Messages with a number have Arabic's six forms, so that the code's plural handling is really used."""
    template = Catalog()
    template.add(("{n} day", "{n} days"))
    message = pseudo.catalogue(template, "ar_XB")["{n} day"]
    assert isinstance(message.string, tuple)
    assert len(message.string) == 6
