"""The interface's words come from the catalogue of a language, from its base language, or are English."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from babel.messages import mofile
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from game.words import SOURCE, Words, known, made_up, own_name, runs_from_right, system_language

if TYPE_CHECKING:
    from pathlib import Path

WHEN = dt.datetime(2026, 3, 4, 17, 5, tzinfo=dt.UTC)


def catalogue(folder: Path, language: str, **words: str) -> None:
    """Writes a language's compiled catalogue."""
    catalog = Catalog(locale=language)
    for message, translated in words.items():
        catalog.add(message, translated)
    catalog.add(("{count} save", "{count} saves"), ("{count} Stand", "{count} Stände"))
    path = folder / language / "LC_MESSAGES" / "game.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as stream:
        mofile.write_mo(stream, catalog)


def test_a_language_and_its_base(tmp_path: Path) -> None:
    """A catalogue is found by its tag, by the tag's base language, with plurals; words it lacks are English."""
    catalogue(tmp_path, "de", Save="Speichern")
    catalogue(tmp_path, "pt_BR", Save="Salvar")
    assert [Words(tmp_path, tag).language for tag in ("de", "de-AT", "pt-BR", "pt")] == ["de", "de", "pt-BR", SOURCE]
    words = Words(tmp_path, "de-AT")
    assert (words.t("Save"), words.t("Load")) == ("Speichern", "Load")
    assert [words.tn("{count} save", "{count} saves", count) for count in (1, 2)] == ["{count} Stand", "{count} Stände"]


@given(content=st.binary(max_size=200) | st.binary(max_size=60).map(b"\xde\x12\x04\x95\0\0\0\0\1\0\0\0\x1c\0\0\0".__add__))
def test_a_broken_catalogue_is_english(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """A catalogue that cannot be read leaves the interface in English, whatever is in it."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "de" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "de" / "LC_MESSAGES" / "game.mo").write_bytes(content)
    words = Words(folder, "de")
    assert (words.language, words.t("Save")) == (SOURCE, "Save")


@pytest.mark.parametrize(
    ("set_to", "language"),
    [
        ({"LC_ALL": "de_AT.UTF-8", "LANG": "fr_FR.UTF-8"}, "de-AT"),
        ({"LANG": "pt_BR"}, "pt-BR"),
        ({"LANG": "C.UTF-8"}, SOURCE),
        ({"LC_MESSAGES": "POSIX", "LANG": "de_DE"}, SOURCE),
        ({"LANG": "de_DE@euro"}, "de-DE"),
    ],
)
def test_the_systems_language(monkeypatch: pytest.MonkeyPatch, set_to: dict[str, str], language: str) -> None:
    """The variables that systems set, the stronger first, give a language tag."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_the_languages_there_are(tmp_path: Path) -> None:
    """English is always there and first, made-up languages are last, each other one once."""
    for tag in ("fr", "en_XA", "de", "ar_XB"):
        catalogue(tmp_path, tag)
    assert known(tmp_path) == ("en", "de", "fr", "ar-XB", "en-XA")
    assert known(tmp_path / "nowhere") == ("en",)
    assert [tag for tag in known(tmp_path) if made_up(tag)] == ["ar-XB", "en-XA"]


def test_reading_directions_and_names() -> None:
    """Arabic and Hebrew run from the right, and languages are called as their readers call them."""
    assert [runs_from_right(tag) for tag in ("ar-XB", "he", "fa-IR", "en", "de")] == [True, True, True, False, False]
    assert [own_name(tag) for tag in ("de-AT", "en", "tlh", "ar-XB")] == ["Deutsch", "English", "tlh", "ar-XB"]


def test_dates_are_written_as_the_language_does(tmp_path: Path) -> None:
    """A save's time stands as in its language; a made-up language writes it as its base language does."""
    catalogue(tmp_path, "de")
    catalogue(tmp_path, "tlh")
    assert Words(tmp_path, "en").date(WHEN) == "4 Mar, 17:05"
    assert Words(tmp_path, "de").date(WHEN) == "4. März, 17:05"
    assert Words(tmp_path, "tlh").date(WHEN) == "2026-03-04 17:05"


def test_seconds_are_written_as_the_language_does(tmp_path: Path) -> None:
    """With the language's own sign between whole and part, and its own short word; one second is not many."""
    for language in ("de", "ar"):
        catalogue(tmp_path, language)
    assert [Words(tmp_path, tag).seconds(1.5) for tag in ("en", "de", "ar")] == ["1.5 secs", "1,5 Sek.", "1.5 ث"]
    assert Words(tmp_path, "en").seconds(1) == "1 sec"


def test_names_side_by_side_have_the_language_s_own_comma(tmp_path: Path) -> None:
    """English parts names with a comma; Arabic with its own, in its own direction even where every name is in Latin letters."""
    catalogue(tmp_path, "ar")
    latin, arabic = Words(tmp_path, "en"), Words(tmp_path, "ar")
    assert latin.listed(["Maren", "Ines"]) == "Maren, Ines"
    assert arabic.listed(["Maren", "Ines"]) == "\u200f\u2068Maren\u2069، \u2068Ines\u2069"
    assert not arabic.listed([])
