"""The catalogues say what the code says, and translations cannot break a sentence."""

from __future__ import annotations

import gettext
import shutil
from pathlib import Path

import pytest

from tools import catalogues, strings
from tools.failure import FailureError

ROOT = Path(__file__).parents[2]
CODE = """
from __future__ import annotations
# Translators: a button
a = t("Start {title}")
b = words.tn("{n} minute", "{n} minutes", 3)
c = marked("It’s gone.")
d = other("Not for people")
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with three texts and a German catalogue that has none of them yet."""
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "screen.py").write_text(CODE, "utf-8")
    strings.begin(tmp_path / "locales", "de")
    strings.update(tmp_path)
    return tmp_path


def _german(root: Path, **texts: str) -> None:
    """Fills the German catalogue: one, many, start and gone, each with a good text where none is given."""
    path = root / "locales/de/LC_MESSAGES/game.po"
    catalogue = catalogues.read(path, "de")
    catalogue["Start {title}"].string = texts.get("start", "{title} beginnen")
    catalogue["{n} minute"].string = (texts.get("one", "eine Minute"), texts.get("many", "{n} Minuten"))
    catalogue["It’s gone."].string = texts.get("gone", "Es ist weg.")
    path.write_bytes(strings.text_of(catalogue))


def test_every_marked_text_is_found_and_no_other(root: Path) -> None:
    """`t`, `tn` and `marked` mark a text, plain and as a method; nothing else does."""
    assert {message.id for message in strings.extract(root) if message.id} == {"Start {title}", ("{n} minute", "{n} minutes"), "It’s gone."}


def test_translators_see_the_comment_and_the_file(root: Path) -> None:
    """The template carries what the code tells translators, and no line number that would change with every edit."""
    template = (root / "locales/game.pot").read_text("utf-8")
    assert "#. Translators: a button\n#: game/screen.py\n" in template


def test_a_whole_catalogue_has_no_fault(root: Path) -> None:
    """A translation may leave the number out of the form for one."""
    _german(root)
    assert strings.faults(root) == []


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"start": ""}, "“Start {title}” is not translated"),
        ({"start": "Beginnen"}, "“Start {title}” has other placeholders than the English text: title"),
        ({"start": "{titel} beginnen"}, "“Start {title}” has other placeholders than the English text: titel, title"),
        ({"start": "{title beginnen"}, "“Start {title}” has a stray bracket"),
        ({"many": "{m} Minuten"}, "“{n} minute” has other placeholders than the English text: m, n"),
        ({"one": ""}, "“{n} minute” is not translated"),
    ],
)
def test_a_faulty_translation_is_named(root: Path, texts: dict[str, str], sentence: str) -> None:
    """A missing translation, or one with other placeholders, is a fault with its text."""
    _german(root, **texts)
    found = strings.faults(root)
    assert len(found) == 1
    assert sentence in found[0]


def test_a_changed_text_makes_the_catalogues_stale(root: Path) -> None:
    """A sentence changed in the code is a fault until `strings` has run, and fuzzy until somebody has read it."""
    _german(root)
    (root / "game/screen.py").write_text(CODE.replace("It’s gone.", "It’s all gone."), "utf-8")
    assert any("game.pot is stale" in fault for fault in strings.faults(root))
    strings.update(root)
    found = strings.faults(root)
    assert len(found) == 1
    assert "is fuzzy" in found[0]


def test_a_second_update_changes_nothing(root: Path) -> None:
    """Where no text has changed, no byte of a catalogue changes."""
    _german(root)
    strings.update(root)
    before = {path: path.read_bytes() for path in (root / "locales").rglob("*.po*")}
    strings.update(root)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("language", ["klingon", "de"])
def test_a_catalogue_begins_once_and_for_a_language(root: Path, language: str) -> None:
    """An unknown language, or one that is there, is refused in a sentence."""
    with pytest.raises(FailureError):
        strings.begin(root / "locales", language)


def test_compiled_catalogues_open_with_gettext(root: Path) -> None:
    """Each language is compiled to where the game looks for it; one that has gone is taken away."""
    _german(root)
    target = root / "game/catalogues"
    (target / "xx").mkdir(parents=True)
    assert catalogues.compile_all(root / "locales", target) == ["ar_XB", "de", "en_XA"]
    assert sorted(path.name for path in target.iterdir()) == ["ar_XB", "de", "en_XA"]
    german = gettext.translation("game", target, ["de"])
    assert german.gettext("It’s gone.") == "Es ist weg."
    assert german.ngettext("{n} minute", "{n} minutes", 5) == "{n} Minuten"


def test_a_broken_catalogue_is_named_with_its_line(root: Path) -> None:
    """A catalogue that cannot be read is an error with file and line."""
    path = root / "locales/de/LC_MESSAGES/game.po"
    path.write_text('msgid "a"\nmsgstr "b\nmsgid\n', "utf-8")
    with pytest.raises(FailureError, match=r"game\.po:\d+: "):
        catalogues.compile_all(root / "locales", root / "game/catalogues")
