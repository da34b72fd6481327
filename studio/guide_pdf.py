"""Lays a session guide out on A4 pages and writes it as PDF: no date in it, so that the same guide gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio import pdf_outline
from studio.guide_type import ACCENT, HEAD, INK, MUTED, TEXT, GuideType
from studio.pdf_outline import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studio.markdown import Block
    from studio.session_guide import Guide

WIDE, HIGH = 595.0, 842.0
LEFT, TOP, BOTTOM = 64.0, 62.0, 72.0
COLUMN = WIDE - 2 * LEFT
_BODY, _SMALL = 10.5, 9.5
_HEADS = {1: (24.0, 0.0, 10.0), 2: (15.0, 20.0, 5.0), 3: (12.0, 14.0, 3.0), 4: (10.5, 12.0, 2.5)}
"""Size of a heading by its level, and the room above and below it; the last stands above a set of choices, and not in the outline."""
_TINT, _LINE = 0xFFF6EFE4, 0xFFD9CFBF
_INDENT, _PAD = 16.0, 9.0
_SHORT, _ROOM = 8, 20.0
"""Rows up to which a table stays in one piece, and the height of a row that is to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on a page in one piece: its height, the room above it, how to draw it, whether it stays with what follows.

    `heading` is its level where it is one, with its words in `title`.
    """

    height: float
    above: float
    paint: Callable[[Any, float], None]
    stays: bool = False
    heading: int = 0
    title: str = ""


def written(guide: Guide, title: str) -> bytes:
    """Returns a guide as the bytes of a PDF.

    Raises CompilerError where Skia or the fonts are not there.
    """
    type_ = GuideType(Path(__file__).resolve().parent.parent / "game" / "vendor" / "fonts")
    pages = list(_paged(_Setter(type_).pieces(guide.blocks)))
    about = type_.skia.PDF.Metadata()
    about.fTitle, about.fCreator, about.fProducer = title, "Threshold", "Threshold"
    stream = type_.skia.DynamicMemoryWStream()
    document = type_.skia.PDF.MakeDocument(stream, about)
    for number, page in enumerate(pages, start=1):
        canvas = document.beginPage(WIDE, HIGH)
        for piece, y in page:
            piece.paint(canvas, y)
        type_.set(title, COLUMN, 8.5, family=HEAD, colour=MUTED).paint(canvas, LEFT, HIGH - 44)
        type_.set(f"{number} / {len(pages)}", COLUMN, 8.5, family=HEAD, colour=MUTED, end=True).paint(canvas, LEFT, HIGH - 44)
        document.endPage()
    document.close()
    headed = ((number, piece, y) for number, page in enumerate(pages) for piece, y in page if 0 < piece.heading < len(_HEADS))
    entries = [Entry(piece.title, piece.heading, number, HIGH - y) for number, piece, y in headed]
    return pdf_outline.outlined(bytes(stream.detachAsData()), entries, guide.language)


def _paged(pieces: list[Piece]) -> Iterator[list[tuple[Piece, float]]]:
    """Yields pages: pieces with their places from the top; a heading never stands alone at the bottom."""
    page: list[tuple[Piece, float]] = []
    y = TOP
    for at, piece in enumerate(pieces):
        if page and y + piece.above + _needed(pieces, at) > HIGH - BOTTOM:
            yield page
            page, y = [], TOP
        y += piece.above if page else 0
        page.append((piece, y))
        y += piece.height
    if page:
        yield page


def _needed(pieces: list[Piece], at: int) -> float:
    """Returns the height of a piece together with what it must not be parted from."""
    height = pieces[at].height
    while pieces[at].stays and at + 1 < len(pieces):
        at += 1
        height += pieces[at].above + pieces[at].height
    return height


class _Setter:
    """Makes pieces of the parts of a guide."""

    def __init__(self, type_: GuideType) -> None:
        """Takes what sets text."""
        self._type = type_
        self._skia = type_.skia

    def pieces(self, blocks: list[Block]) -> list[Piece]:
        """Returns the pieces in order."""
        found: list[Piece] = []
        for block in blocks:
            match block.kind:
                case "heading":
                    found.append(self._heading(block))
                case "bullet" | "number":
                    found.append(self._item(block, first=not found or found[-1].above > _SMALL))
                case "note":
                    found.append(self._note(block))
                case "table":
                    found += self._table(block)
                case _:
                    found.append(self._plain(block))
        return found

    def _heading(self, block: Block) -> Piece:
        """Returns a heading."""
        size, above, below = _HEADS[block.level]
        colour = ACCENT if block.level == len(_HEADS) else INK
        text = self._type.set(block.text, COLUMN, size, family=HEAD, colour=colour, bold=True)
        plain = block.text.replace("*", "")
        return Piece(
            text.height + below, above, lambda canvas, y: text.paint(canvas, LEFT, y), stays=True, heading=block.level, title=plain
        )

    def _plain(self, block: Block) -> Piece:
        """Returns a paragraph."""
        text = self._type.set(block.text, COLUMN, _BODY)
        return Piece(text.height, 7, lambda canvas, y: text.paint(canvas, LEFT, y), stays=block.text.endswith(":"))

    def _item(self, block: Block, *, first: bool) -> Piece:
        """Returns an item of a list, its mark in the margin that its text leaves."""
        text = self._type.set(block.text, COLUMN - _INDENT, _BODY)
        mark = self._type.set(f"{block.level}." if block.kind == "number" else "•", _INDENT, _BODY, colour=ACCENT)

        def paint(canvas: Any, y: float) -> None:  # noqa: ANN401 - Skia's own
            aside = 0 if block.kind == "number" else 4
            mark.paint(canvas, LEFT + COLUMN - _INDENT + aside if text.right else LEFT + aside, y)
            text.paint(canvas, LEFT if text.right else LEFT + _INDENT, y)

        return Piece(text.height, 5 if first else 2.5, paint, stays=block.kind == "bullet" and block.level > 0)

    def _note(self, block: Block) -> Piece:
        """Returns a note on a tinted ground, with a bar at its side."""
        text = self._type.set(block.text, COLUMN - 2 * _PAD - 4, _BODY)
        high = text.height + 2 * _PAD - 4

        def paint(canvas: Any, y: float) -> None:  # noqa: ANN401 - Skia's own
            canvas.drawRect(self._skia.Rect.MakeXYWH(LEFT, y, COLUMN, high), self._skia.Paint(Color=_TINT))
            canvas.drawRect(self._skia.Rect.MakeXYWH(LEFT + (COLUMN - 3 if text.right else 0), y, 3, high), self._skia.Paint(Color=ACCENT))
            text.paint(canvas, LEFT + _PAD + (0 if text.right else 4), y + _PAD - 2)

        return Piece(high, 8, paint)

    def _table(self, block: Block) -> Iterator[Piece]:
        """Yields the rows of a table; its columns are as wide as their words want, within reason."""
        longest = [max(3, *(len(row[at]) for row in block.rows)) for at in range(len(block.rows[0]))]
        weights = [min(length, 60) ** 0.75 for length in longest]
        widths = [COLUMN * weight / sum(weights) for weight in weights]
        for number, row in enumerate(block.rows):
            together = number == 0 or (len(block.rows) <= _SHORT and number < len(block.rows) - 1)
            yield self._row(row, widths, head=number == 0, stays=together)

    def _row(self, row: tuple[str, ...], widths: list[float], *, head: bool, stays: bool) -> Piece:
        """Returns a row, with a line below it; empty cells have room to write in."""
        family = HEAD if head else TEXT
        cells = [self._type.set(cell, width - 10, _SMALL, family=family, bold=head) for cell, width in zip(row, widths, strict=True)]
        high = max(*(cell.height for cell in cells), 0 if all(row) or head else _ROOM) + 7

        def paint(canvas: Any, y: float) -> None:  # noqa: ANN401 - Skia's own
            x = LEFT
            order = list(zip(cells, widths, strict=True))
            for cell, width in reversed(order) if cells[-1].right else order:
                cell.paint(canvas, x, y + 3)
                x += width
            canvas.drawRect(self._skia.Rect.MakeXYWH(LEFT, y + high, COLUMN, 1 if head else 0.5), self._skia.Paint(Color=_LINE))

        return Piece(high, 8 if head else 1, paint, stays=stays)
