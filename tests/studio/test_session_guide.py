"""A session guide becomes a PDF with an outline, always the same bytes, and goes into the pack."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import guide_text
from game.story.pack import open_pack
from game.story.printed import is_plain
from studio import cli, guide_pdf, keys, pdf_outline, session_guide, woff
from studio.build import build
from studio.markdown import Run, blocks, runs
from studio.session_guide import Guide

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

FONTS = Path(__file__).resolve().parents[2] / "game" / "vendor" / "fonts"
GUIDE = """\
# Tale, together

For **you**, and *them*.

<!-- about -->

## Moments
<!-- choices -->

- One
  and more of it
- Two
1. First

> Watch for this,
> and that.

| who | when |
|-----|------|
| me  | now  |
"""


def test_markdown_is_read() -> None:
    """Headings, paragraphs, lists, notes, tables and orders are told apart, lines that go on belong to what they go on from."""
    told = [(block.kind, block.text, block.level) for block in blocks(GUIDE)]
    assert told == [
        ("heading", "Tale, together", 1),
        ("paragraph", "For **you**, and *them*.", 0),
        ("order", "about", 0),
        ("heading", "Moments", 2),
        ("order", "choices", 0),
        ("bullet", "One and more of it", 0),
        ("bullet", "Two", 0),
        ("number", "First", 1),
        ("note", "Watch for this, and that.", 0),
        ("table", "", 0),
    ]
    assert blocks(GUIDE)[-1].rows == (("who", "when"), ("me", "now"))
    assert list(runs(r"a **b** *c* d_e_f \*g\*")) == [Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True), Run(" d_e_f *g*")]


@given(st.text(alphabet="#*-|> \n1._a\\<!", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in a guide, its parts have lines that are there, and no letter is lost from a paragraph."""
    for block in blocks(text):
        assert 1 <= block.line <= text.count("\n") + 1
        assert "".join(run.text for run in runs("a" + block.text)).startswith("a")


def test_what_the_script_knows_is_put_in(tale: Tale) -> None:
    """Chapters, content note and every set of choices that has something to discuss must stand where they are asked for."""
    tale.change("main.ink", "[Go in # prompt: The door stood open.]", "[Go in # prompt: The door stood open. # discuss: Who *is* it?]")
    tale.write("guide.md", GUIDE)
    (guide,) = tale.check().guides
    texts = [block.text for block in guide.blocks]
    assert "Nothing happens." in texts
    at = texts.index("The door stood open.")
    assert texts[at - 1 : at + 3] == ["1. One", "The door stood open.", "Go in", r"**Who \*is\* it?**"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["GUIDE03"]),
        ("See [here](https://example.org).", ["GUIDE01"]),
        ("![x](y.png)", ["GUIDE01"]),
        ("<b>x</b>", ["GUIDE01"]),
        ("a" * 3001, ["GUIDE02"]),
        ("<!-- people -->", ["GUIDE04"]),
        ("<!-- choices: 2 -->\nx", []),
        ("Two < three, and -> goes on.", []),
    ],
)
def test_what_cannot_be_printed_is_told(tale: Tale, text: str, expected: list[str]) -> None:
    """Pictures, links and HTML, parts that are too long, orders nobody knows and a guide without words are told at their line."""
    tale.write("guide.md", text)
    assert tale.codes() == expected


def _guide(text: str, language: str = "en") -> Guide:
    return Guide("guide.md", language, [block for block in blocks(text) if block.kind != "order"])


def test_the_pdf_is_the_same_each_time_and_has_an_outline() -> None:
    """The same guide gives the same bytes, without a date; headings stand in the outline at their pages; nothing in it runs or opens."""
    text = GUIDE + "".join(f"\n## Part {n}\n\n" + "Words enough for a line or two. " * 40 + "\n" for n in range(12))
    pdf = guide_pdf.written(_guide(text), "Tale")
    assert pdf == guide_pdf.written(_guide(text), "Tale")
    assert is_plain(pdf)
    assert b"Date" not in pdf
    assert b"/Lang (en)" in pdf
    titles = [bytes.fromhex(raw.decode())[2:].decode("utf-16-be") for raw in re.findall(rb"/Title <([0-9A-F]+)>", pdf)]
    assert titles == ["Tale, together", "Moments", *(f"Part {n}" for n in range(12))]
    pages = set(re.findall(rb"(\d+) 0 obj\n<</Type /Page\n", pdf))
    named = re.findall(rb"/Dest \[(\d+) 0 R", pdf)
    assert len(pages) > 2
    assert set(named) <= pages
    assert len(set(named)) == len(pages)


def test_every_object_is_where_the_table_says() -> None:
    """Both tables of the file, Skia's and the update's, must lead to their objects."""
    pdf = guide_pdf.written(_guide(GUIDE), "Tale")
    starts = [int(at) for at in re.findall(rb"startxref\n(\d+)\n", pdf)]
    assert len(starts) == 2
    assert all(pdf[at:].startswith(b"xref\n") for at in starts)
    for number, offset in re.findall(rb"\n(\d+) 1\n(\d{10}) 00000 n ", pdf[starts[1] :]):
        assert pdf[int(offset) :].startswith(number + b" 0 obj\n")


def test_other_scripts_have_their_letters() -> None:
    """A guide in Arabic, Greek, Hindi or Thai must be set in the game's fonts for them, in letters and not in boxes."""
    words = {
        "كلمات": b"NotoSansArabic",
        "Λίγα": b"NotoSans-",
        "कुछ": b"NotoSansDevanagari",
        "สองสาม": b"NotoSansThai",
        "מילים": b"NotoSansHebrew",
    }
    for text, font in words.items():
        pdf = guide_pdf.written(_guide(f"- {text}\n\n> {text}\n\n| {text} | {text} |\n|---|---|\n| {text} | |\n"), "x")
        assert b"+" + font in pdf


def test_a_font_is_unpacked() -> None:
    """A WOFF font gives the plain font with all its tables; anything else is refused."""
    packed = (FONTS / "literata-latin-400-normal.woff").read_bytes()
    plain = woff.unpacked(packed)
    assert plain[:4] in (b"\x00\x01\x00\x00", b"OTTO")
    assert len(plain) == int.from_bytes(packed[16:20], "big")
    with pytest.raises(ValueError, match="WOFF"):
        woff.unpacked(b"OTTO")


def test_only_our_own_pdf_is_given_an_outline() -> None:
    """A file that is not a PDF as Skia writes it is refused."""
    with pytest.raises(ValueError, match="PDF"):
        pdf_outline.outlined(b"%PDF-1.4 nothing", [], "en")


def test_guides_go_into_the_pack_by_language(tale: Tale, tmp_path: Path) -> None:
    """`guide.md` becomes guide.pdf, `guide.de.md` guide.de.pdf; the manifest names both, and the pack stays the same when built again."""
    tale.write("guide.md", GUIDE)
    tale.write("guide.de.md", "# Zusammen\n\nFür euch.\n")
    key = keys.development_key(tmp_path / "keys")
    packed = build(tale.folder, tmp_path / "packs", key)
    assert packed.file
    book = open_pack(packed.file, {keys.public(key)})
    assert book.manifest.guide == {"en": "guide.pdf", "de": "guide.de.pdf"}
    assert is_plain(book.read("guide.de.pdf"))
    assert [part.text for part in guide_text.read(book, "de-CH").parts] == ["Zusammen", "Für euch."]
    assert guide_text.language(book, "fr") == "en"
    assert "**" not in str(guide_text.read(book, "en"))
    before = packed.file.read_bytes()
    assert build(tale.folder, tmp_path / "packs", key).file == packed.file
    assert packed.file.read_bytes() == before


def test_the_guide_can_be_looked_at_alone(tale: Tale, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`guide` writes the PDF beside nothing else; without a guide.md it says what to do."""
    assert cli.main(["guide", "--to", str(tmp_path), str(tale.root)]) == 2
    assert "write a guide.md" in capsys.readouterr().err
    tale.write("guide.md", GUIDE)
    assert cli.main(["guide", "--to", str(tmp_path), str(tale.root)]) == 0
    assert (tmp_path / "tale-guide-en.pdf").read_bytes().startswith(b"%PDF-1.")
    tale.write("guide.md", "<b>")
    assert cli.main(["guide", "--to", str(tmp_path), str(tale.root)]) == 1


def test_languages_are_taken_once() -> None:
    """Two guides in one language are one: the first."""
    first, second = _guide("a"), _guide("b")
    assert list(session_guide.languages([first, second])) == [("en", first)]
