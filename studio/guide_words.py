"""Writes a session guide's words for the screen: plain, with its marks taken off, as the game reads them aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.story.guide_text import GuideText, Part
from studio.markdown import runs

if TYPE_CHECKING:
    from studio.session_guide import Guide


def written(guide: Guide) -> bytes:
    """Returns a guide's words as JSON, the same bytes for the same guide."""
    parts = (
        Part(block.kind, plain(block.text), block.level, tuple(tuple(plain(cell) for cell in row) for row in block.rows))
        for block in guide.blocks
        if block.kind != "order"
    )
    return msgspec.json.encode(GuideText(tuple(parts)), order="deterministic")


def plain(text: str) -> str:
    """Returns a text without the marks of bold and italic words."""
    return "".join(run.text for run in runs(text))
