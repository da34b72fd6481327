"""A session guide is handed out of a pack into the player's documents, and only where it is a plain PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.errors import PackError
from game.paths import below
from game.story import kept, printed
from game.story.pack import Book, open_pack
from tests.game.story import packs

if TYPE_CHECKING:
    from pathlib import Path

_OBJECTS = b"1 0 obj\n<</Type /Catalog>>\nendobj\n2 0 obj\n<</Length 9>> stream\n/JS \x80\x81 x\nendstream\nendobj\n"
PDF = b"%PDF-1.4\n" + _OBJECTS + b"trailer\n<<>>\n%%EOF\n"


def book(folder: Path, pdf: bytes = PDF, **fields: object) -> Book:
    """Returns a story that brings a guide."""
    path = folder / "a.story"
    ink = b'{"inkVersion":21,"root":[["^Hi.","\\n","end",null],"done",null],"listDefs":{}}'
    given = {"guide": {"en": "guide.pdf"}, **fields}
    path.write_bytes(packs.packed({"ink/en.ink.json": ink, "guide.pdf": pdf}, signed=False, id="tale", **given))
    return open_pack(path, set())


def test_a_guide_is_kept_once(tmp_path: Path) -> None:
    """The guide is written under the story's name, not a second time where it is there, and beside another file of that name."""
    story = book(tmp_path)
    first = printed.keep(story, "de", tmp_path / "out")
    assert (first.name, first.read_bytes()) == ("tale-guide.pdf", PDF)
    assert printed.keep(story, "en", tmp_path / "out") == first
    first.write_bytes(b"my own notes")
    assert printed.keep(story, "en", tmp_path / "out").name == "tale-guide-2.pdf"
    assert first.read_bytes() == b"my own notes"


def test_a_kept_guide_is_told_of_and_forgotten(tmp_path: Path) -> None:
    """What is kept on this device must name the guide among the exports, and forgetting those takes it."""
    paths = below(tmp_path / "home")
    path = printed.keep(book(tmp_path), "en", paths.exports)
    assert [part.key for part in kept.parts(paths)] == ["exports"]
    kept.forget(paths, pictures=True)
    assert not path.exists()


@pytest.mark.parametrize(
    "bad",
    [
        b"MZ" + PDF,
        PDF[:-6],
        PDF.replace(b"/Catalog", b"/Catalog /OpenAction 3 0 R"),
        PDF.replace(b"/Catalog", b"/Catalog /Names <</JavaScript 3 0 R>>"),
        PDF.replace(b"/Catalog", b"/Catalog /Open#41ction 3 0 R"),
        PDF.replace(b"/Length 9", b"/Type /ObjStm /Length 9"),
        PDF.replace(b"/Catalog", b"/Catalog /AcroForm 3 0 R"),
        PDF[:-6] + b" " * printed.MOST_BYTES + b"%%EOF\n",
    ],
)
def test_a_pdf_that_does_anything_is_not_kept(tmp_path: Path, bad: bytes) -> None:
    """A guide with programs, forms, hidden objects or another kind of file inside is refused, and nothing is written."""
    with pytest.raises(PackError):
        printed.keep(book(tmp_path, bad), "en", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_guide_must_be_in_the_pack(tmp_path: Path) -> None:
    """A manifest that names a guide which is not there, or somewhere else, is refused."""
    for guide in ({"en": "guide.de.pdf"}, {"en": "art/guide.pdf"}, {"en": "../guide.pdf"}):
        with pytest.raises(PackError):
            book(tmp_path, guide=guide)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where the guide cannot be kept, one sentence says why."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(PackError, match="could not be kept"):
        printed.keep(book(tmp_path), "en", tmp_path / "out" / "below")
