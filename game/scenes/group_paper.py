"""A session's sums on paper: A4 pages of what the end shows, as PDF. Sums alone, nothing under five, no date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import skia

from game.ui.text import Style, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from game.ui.text import Block

WIDE, HIGH = 595.0, 842.0
LEFT, TOP, BOTTOM = 64.0, 62.0, 72.0
# Skia rounds every letter's width to whole units: set ten times as large and drawn ten times smaller, nobody sees it.
_FINE: Final = 10.0
_INK, _MUTED, _ACCENT = 0xFF22262E, 0xFF5B6270, 0xFF7A4A12
_STYLES = {
    "title": Style(24, "display", 500, colour=_INK, leading=1.25),
    "head": Style(14, "display", 500, colour=_ACCENT, leading=1.3),
    "text": Style(11, "ui", 400, colour=_INK, leading=1.45),
    "small": Style(10, "ui", 400, colour=_MUTED, leading=1.4),
}
_ABOVE = {"head": 16.0, "title": 0.0}
_GAP = 5.0


def written(fonts: Path, title: str, parts: Sequence[tuple[str, str]], *, rtl: bool) -> bytes:
    """Returns pages of (kind, words) as the bytes of a PDF; kinds are head, text and small. `rtl` is where lines begin."""
    typesetter = Typesetter(fonts)
    typesetter.tune(scale=_FINE, reading="")
    about = skia.PDF.Metadata()
    about.fTitle, about.fCreator, about.fProducer = title, "Threshold", "Threshold"
    stream = skia.DynamicMemoryWStream()
    document = skia.PDF.MakeDocument(stream, about)
    for page in _pages(typesetter, [("title", title), *parts]):
        canvas = document.beginPage(WIDE, HIGH)
        canvas.scale(1 / _FINE, 1 / _FINE)
        for block, y in page:
            x = (WIDE - LEFT) * _FINE - block.width if rtl else LEFT * _FINE
            block.paint(canvas, x, y * _FINE)
        document.endPage()
    document.close()
    return bytes(stream.detachAsData())


def _pages(typesetter: Typesetter, parts: Sequence[tuple[str, str]]) -> Iterator[list[tuple[Block, float]]]:
    """Yields pages: paragraphs with their places from the top; a heading is never the last of its page."""
    page: list[tuple[Block, float]] = []
    y = TOP
    blocks = [(kind, typesetter.snug(words, _STYLES[kind], (WIDE - 2 * LEFT) * _FINE)) for kind, words in parts if words]
    for at, (kind, block) in enumerate(blocks):
        height = block.height / _FINE
        follows = blocks[at + 1][1].height / _FINE if kind == "head" and at + 1 < len(blocks) else 0.0
        above = _ABOVE.get(kind, _GAP)
        if page and y + above + height + follows > HIGH - BOTTOM:
            yield page
            page, y = [], TOP
        y += above if page else 0.0
        page.append((block, y))
        y += height
    if page:
        yield page
