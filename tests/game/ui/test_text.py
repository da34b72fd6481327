"""Paragraphs: nothing cut, nothing that jumps, every script in letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import skia
from hypothesis import given
from hypothesis import strategies as st

from game.paths import Paths, below
from game.ui.fonts import Face, Fonts
from game.ui.text import Style, Typesetter, isolated, reads_from_right, typographic, words_in
from game.ui.theme import LABEL, PROSE

if TYPE_CHECKING:
    from pathlib import Path

LONG = (
    "The gate is older than anyone who opens it, and it leaks from the left at a rate that somebody writes down every Friday "
    "in a book with a rubber band: the date, the level, the wind, and one word about the water."
)
ARABIC = "في الساعة 10:40 كانت اللوحة تقول 2.35 مترا، وكان الماء ما زال ينخفض."
SCRIPTS = {
    "latin": "Straße, façade, naïve",
    "latin-ext": "İstanbul’da \u0131\u011fd\u0131r, Łódź, Dvořák",
    "greek": "Καλημέρα",
    "cyrillic": "Доброе утро",
    "hebrew": "בוקר טוב",
    "arabic": "صباح الخير",
    "devanagari": "सुप्रभात",
    "thai": "สวัสดีตอนเช้า",
    "chinese": "早上好。水还在退。",
}
PROSE_STYLE = Style(PROSE)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Returns where the bundled fonts lie."""
    found = below(tmp_path_factory.mktemp("text"))
    if not (found.fonts / "literata-latin-400-normal.woff").is_file():
        pytest.skip("The fonts are not here: python -m tools.build vendor")
    return found


@pytest.fixture(scope="module")
def typesetter(paths: Paths) -> Typesetter:
    """Returns a typesetter at one pixel a unit."""
    return Typesetter(paths.fonts)


@pytest.mark.parametrize("font", ["literata", "atkinson", "opendyslexic"])
@pytest.mark.parametrize("scale", [0.56, 1.0, 1.75, 2.5])
@pytest.mark.parametrize("text", [LONG, ARABIC, "“Well?” said Ines."])
def test_no_line_is_wider_than_its_column(paths: Paths, font: str, scale: float, text: str) -> None:
    """At any size, in any font, every line must fit the column it was set in."""
    setter = Typesetter(paths.fonts)
    setter.tune(scale=scale, reading=font)
    for width in (260, 420, 828):
        block = setter.set(text, PROSE_STYLE, width)
        assert block.longest <= width + 1
        assert block.height >= setter.line(PROSE_STYLE) - 1


def test_a_word_longer_than_the_column_is_broken(typesetter: Typesetter) -> None:
    """A word that has no room on any line must go on in the next, not out of the column."""
    assert typesetter.set("W" * 60, PROSE_STYLE, 300).longest <= 301


@given(st.text(alphabet="abcdefghi ÄÖéø“”’—צבם 123", min_size=1, max_size=120), st.sampled_from([160, 300, 720]))
def test_revealing_words_moves_nothing(typesetter: Typesetter, text: str, width: int) -> None:
    """A paragraph must be as tall and as wide while its words come as when all are there."""
    whole = typesetter.set(text, PROSE_STYLE, width)
    for end in words_in(text):
        part = typesetter.set(text, PROSE_STYLE, width, shown=end)
        assert part.height == whole.height
        assert abs(part.longest - whole.longest) < 1


def test_hidden_words_are_not_seen(typesetter: Typesetter) -> None:
    """What is not yet revealed must leave no ink."""

    def ink(shown: int | None) -> int:
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(720, 120))
        typesetter.set("one two three", PROSE_STYLE, 700, shown=shown).paint(surface.getCanvas(), 0, 0)
        return sum(1 for byte in surface.makeImageSnapshot().tobytes() if byte)

    assert ink(0) == 0
    assert 0 < ink(4) < ink(8) < ink(None)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Hello", False),
        ("“مرحبا” said Ines", True),
        ("“Well?” قالت", False),
        ("42 بوابة", True),
        ("…", False),
        ("", False),
        ("שלום", True),
        ("1, 2, 3", False),
        ("\u200fThreshold برنامج حر", True),
        ("\u200e“مرحبا”", False),
    ],
)
def test_the_first_strong_letter_says_which_way_a_text_runs(text: str, right: bool) -> None:  # noqa: FBT001
    """Quotes and figures must not decide the direction; the first letter does."""
    assert reads_from_right(text) is right


def test_text_from_the_right_begins_at_the_right(typesetter: Typesetter) -> None:
    """A short Arabic line must stand at the right of its column, a Latin one at the left."""

    def middle(text: str) -> float:
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(600, 60))
        typesetter.set(text, PROSE_STYLE, 600).paint(surface.getCanvas(), 0, 0)
        data = surface.makeImageSnapshot().tobytes()
        columns = [number // 4 % 600 for number, byte in enumerate(data) if byte]
        return sum(columns) / len(columns)

    assert middle("مرحبا") > 450
    assert middle("hello") < 150


@pytest.mark.parametrize("before", ["א ", "الساعة "])
def test_figures_keep_their_order_in_text_from_the_right(typesetter: Typesetter, before: str) -> None:
    """In text that runs from the right, the hours of a time must stand left of its minutes, both left of the words before."""
    text = f"{before}10:40"

    def columns(shown: int) -> set[int]:
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(600, 60))
        typesetter.set(text, Style(PROSE, "ui"), 600, shown=shown).paint(surface.getCanvas(), 0, 0)
        return {number // 4 % 600 for number, byte in enumerate(surface.makeImageSnapshot().tobytes()) if byte}

    start = len(before)
    words, hours, whole = columns(start), columns(start + 2), columns(len(text))
    assert max(hours - words) < min(whole - hours) < min(words)


@pytest.mark.parametrize("family", ["literata", "atkinson-hyperlegible-next", "opendyslexic"])
@pytest.mark.parametrize("script", [*SCRIPTS])
def test_every_script_has_letters(paths: Paths, family: str, script: str) -> None:
    """For every letter, one of the families that a paragraph is given must have a glyph: no empty boxes."""
    fonts = Fonts(paths.fonts)
    aliases = fonts.families(Face(family), SCRIPTS[script])
    faces = [fonts._provider.matchFamilyStyle(alias, skia.FontStyle()) for alias in aliases]
    for letter in SCRIPTS[script].replace(" ", ""):
        assert any(face.unicharToGlyph(ord(letter)) for face in faces if face), f"{letter!r} has no glyph in {aliases}"


def test_no_font_of_the_system_is_asked_for_what_is_bundled(paths: Paths) -> None:
    """Asking the system takes a third of a second: only letters that no bundled font has are worth it, each once."""
    fonts = Fonts(paths.fonts)
    for script, text in SCRIPTS.items():
        fonts.families(Face("literata"), f"“{text}” – … 1°{isolated(LONG)}")
        assert (fonts._borrowed._system is not None) is (script == "chinese"), script


def test_a_letter_that_no_font_has_is_not_named_in_the_log(paths: Paths, caplog: pytest.LogCaptureFixture) -> None:
    """A letter may be out of somebody's own writing: the log says only that one is missing, once."""
    setter = Typesetter(paths.fonts)
    for width in (200, 300):
        setter.set("a􊜀b", PROSE_STYLE, width)
    said = [record.getMessage() for record in caplog.records]
    assert said == ["no font of this system has a letter that a text wants"]


@pytest.mark.parametrize(
    ("text", "leans"), [("Well, Łódź", True), ("到闸门。", False), ("מים", False), ("ماء", False), ("น้ำ", False), ("पानी", False)]
)
def test_only_scripts_with_italics_lean(typesetter: Typesetter, text: str, leans: bool) -> None:  # noqa: FBT001
    """Letters that were never drawn leaning must stand upright where others lean."""

    def drawn(*, italic: bool) -> bytes:
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(300, 60))
        typesetter.set(text, Style(PROSE, italic=italic), 290).paint(surface.getCanvas(), 0, 0)
        return bytes(surface.makeImageSnapshot().tobytes())

    assert (drawn(italic=True) != drawn(italic=False)) is leans


def test_a_missing_font_file_is_logged_and_text_is_set_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Without any font file the typesetter must say so and still answer."""
    Typesetter(tmp_path).set("Hello", PROSE_STYLE, 300)
    assert "literata-latin-400-normal.woff" in caplog.text


@pytest.mark.parametrize(
    ("typed", "set_in_print"),
    [
        ("that's", "that’s"),
        ("the boys' room", "the boys’ room"),
        ("5' 10\"", "5' 10\""),
        ("it’s", "it’s"),
        ("l'heure d'été", "l’heure d’été"),
    ],
)
def test_apostrophes_are_those_of_print(typed: str, set_in_print: str) -> None:
    """A keyboard's apostrophe after a letter must be shown curled, everything else as written, letter for letter."""
    assert typographic(typed) == set_in_print
    assert len(typographic(typed)) == len(typed)


def test_a_path_keeps_its_direction(typesetter: Typesetter) -> None:
    """A path inside a sentence must be kept apart from it, by marks that take no room."""
    style = Style(LABEL, "ui")
    assert abs(typesetter.width(isolated("/home/a"), style) - typesetter.width("/home/a", style)) < 0.6


def test_what_was_set_is_remembered_until_the_scale_changes(typesetter: Typesetter) -> None:
    """The same paragraph must not be laid out twice; another scale lays it out anew."""
    first = typesetter.set("Again", PROSE_STYLE, 300)
    assert typesetter.set("Again", PROSE_STYLE, 300) is first
    typesetter.tune(scale=2.0, reading="literata")
    larger = typesetter.set("Again", PROSE_STYLE, 300)
    typesetter.tune(scale=1.0, reading="literata")
    assert larger.height == pytest.approx(first.height * 2, abs=2)
