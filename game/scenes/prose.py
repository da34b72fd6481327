"""A sheet that is read: headings and paragraphs that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.sheet import Sheet
from game.ui import theme
from game.ui.text import Block, Style
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    import skia

_KINDS = {
    "lead": Style(theme.PROSE, "display", 400, italic=True),
    "head": Style(theme.PROSE, "display", 500),
    "text": Style(theme.LABEL + 4, "ui", 400, leading=1.45),
    "letter": Style(theme.PROSE, "prose", 400),
    "own": Style(theme.LABEL, "ui", 600),
    "broken": Style(theme.LABEL + 2, "ui", 500, leading=1.45),
    "small": Style(theme.LABEL, "ui", 400, leading=1.45),
}


class ProseSheet(Sheet):
    """A sheet whose column is text; the subclasses give it as (kind, words): lead, head, text or small."""

    def prose(self) -> list[tuple[str, str]]:
        """Returns the paragraphs."""
        raise NotImplementedError

    def _block(self, kind: str, words: str, width: float) -> Block:
        look = self.shell.look
        colour = {"lead": look.second, "head": look.label, "own": look.accent, "small": look.second}.get(kind, look.text)
        return self.shell.type.snug(words, _KINDS[kind].tinted(colour), width)

    def column(self, width: float) -> list[Widget]:
        """Returns one text widget a paragraph."""
        widgets = []
        for number, (kind, words) in enumerate(part for part in self.prose() if part[1]):
            role = Role.HEADING if kind == "head" else Role.TEXT
            widget = Widget(f"text-{number}", role, words, value="", icon=kind)
            widget.rect = widget.rect._replace(h=self._block(kind, words, width).height)
            widgets.append(widget)
        return widgets

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a paragraph."""
        if widget.role not in {Role.TEXT, Role.HEADING}:
            super().paint_item(draw, widget)
            return
        block = self._block(widget.icon, widget.name, self.view.w)
        x = widget.rect.right - block.width if self.shell.space.rtl else widget.rect.x
        block.paint(draw, x, widget.rect.y)
