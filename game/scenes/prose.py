"""A sheet that is read: headings, paragraphs, steps and letters that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.sheet import Sheet
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Block, Style
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    import skia

_KINDS = {
    "lead": Style(theme.PROSE, "display", 400, italic=True),
    "head": Style(theme.PROSE, "display", 500),
    "text": Style(theme.LABEL + 4, "ui", 400, leading=1.45, airy=True),
    "step": Style(theme.LABEL + 4, "ui", 400, leading=1.45, airy=True),
    "door": Style(theme.LABEL + 4, "ui", 400, leading=1.45, airy=True),
    "theirs": Style(theme.PROSE, "prose", 400),
    "mine": Style(theme.PROSE, "prose", 400),
    "goals": Style(theme.PROSE - 2, "prose", 400),
    "from": Style(theme.LABEL, "ui", 600),
    "own": Style(theme.LABEL, "ui", 600),
    "day": Style(theme.LABEL, "ui", 400, leading=1.45, airy=True),
    "event": Style(theme.LABEL, "ui", 500, leading=1.45, airy=True),
    "broken": Style(theme.LABEL + 2, "ui", 500, leading=1.45, airy=True),
    "small": Style(theme.LABEL, "ui", 400, leading=1.45, airy=True),
    "keys": Style(theme.LABEL + 2, "ui", 400, leading=1.35, airy=True),
}
# Parts what can be done from the keys for it.
BETWEEN = "\t"
_CAPS = Style(theme.LABEL + 2, "ui", 600, leading=1.35, airy=True)
# What stands at the far end, and what stands in the middle between two rules.
_FAR, _MIDDLE = frozenset({"mine", "own"}), frozenset({"day", "event"})
_BUBBLES = frozenset({"mine", "theirs", "broken"})
# A bubble leaves some of the line free, so that it can be seen whose it is.
_BUBBLE_PART = 0.82
_INSET, _BUBBLE_PAD, _STEP = 46, 20, 32


class ProseSheet(Sheet):
    """A sheet whose column is text; the subclasses give it as (kind, words): lead, head, text, small, and those of `_KINDS`."""

    def prose(self) -> list[tuple[str, str]]:
        """Returns the paragraphs."""
        raise NotImplementedError

    def _block(self, kind: str, words: str, width: float) -> Block:
        look = self.shell.look
        colour = {
            "lead": look.second,
            "head": look.label,
            "from": look.label,
            "own": look.own,
            "small": look.second,
            "day": look.second,
        }.get(kind, look.text)
        return self.shell.type.snug(words, _KINDS[kind].tinted(colour), width)

    def _room(self, kind: str, width: float) -> float:
        """Returns how wide the words of a kind may be."""
        space = self.shell.space
        if kind in {"step", "door", "goals"}:
            return max(space.em(40), width - space.em(_INSET))
        if kind in _BUBBLES:
            return max(space.em(80), width * _BUBBLE_PART - 2 * space.em(_BUBBLE_PAD))
        return width * (_BUBBLE_PART if kind in _MIDDLE else 1.0)

    def column(self, width: float) -> list[Widget]:
        """Returns one text widget a paragraph; steps that follow each other are counted."""
        widgets, step = [], 0
        for number, (kind, words) in enumerate(part for part in self.prose() if part[1]):
            step = step + 1 if kind in {"step", "goals"} else 0
            role = Role.HEADING if kind == "head" else Role.TEXT
            widget = Widget(f"text-{number}", role, words.replace(BETWEEN, ": "), value=str(step) if step else "", icon=kind)
            height = self._height(kind, words, width)
            widget.rect = widget.rect._replace(h=height + (1.2 * self.shell.space.em(_BUBBLE_PAD) if kind in _BUBBLES else 0))
            widgets.append(widget)
        return widgets

    def _height(self, kind: str, words: str, width: float) -> float:
        """Returns how tall a paragraph is, or a row of the table of keys."""
        if kind != "keys":
            return self._block(kind, words, self._room(kind, width)).height
        what, keys = self._key_row(words, width)
        return max(what.height, keys.height) if self._beside(what, keys, width) else what.height + keys.height

    def _key_row(self, words: str, width: float) -> tuple[Block, Block]:
        """Returns what can be done, and the keys for it."""
        what, _, keys = words.partition(BETWEEN if BETWEEN in words else ": ")
        return self._block("keys", what, width), self.shell.type.snug(keys, _CAPS.tinted(self.shell.look.label), width)

    def _beside(self, what: Block, keys: Block, width: float) -> bool:
        """Tells whether both have room on one line; else the keys stand below."""
        return what.natural + keys.natural + self.shell.space.em(_INSET) <= width

    def _paint_row(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a row of the table of keys, a thin line below it."""
        space, view = self.shell.space, self.view
        what, keys = self._key_row(widget.name, view.w)
        beside = self._beside(what, keys, view.w)
        left, top = (view.w - keys.width, 0.0) if beside else (0.0, what.height)
        for block, x, y in ((what, 0.0, 0.0), (keys, left, top)):
            at = space.place(Rect(view.x + x, widget.rect.y + y, block.width, block.height))
            block.paint(draw, at.x, at.y)
        draw.drawRect(paint.area(Rect(widget.rect.x, widget.rect.bottom + 2, view.w, 1)), paint.fill(self.shell.look.rule))

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a paragraph."""
        if widget.role not in {Role.TEXT, Role.HEADING}:
            super().paint_item(draw, widget)
            return
        if widget.icon == "keys":
            self._paint_row(draw, widget)
            return
        space, kind, view = self.shell.space, widget.icon, self.view
        block = self._block(kind, widget.name, self._room(kind, view.w))
        pad = space.em(_BUBBLE_PAD) if kind in _BUBBLES else 0.0
        left = space.em(_INSET) if kind in {"step", "door", "goals"} else pad
        if kind in _FAR:
            left = view.w - block.width - pad
        elif kind in _MIDDLE:
            left = (view.w - block.width) / 2
        top = widget.rect.y + pad * 0.6
        at = space.place(Rect(view.x + left, top, block.width, block.height))
        if kind in _BUBBLES:
            self._bubble(draw, kind, Rect(at.x - pad, widget.rect.y, block.width + 2 * pad, widget.rect.h))
        elif kind in _MIDDLE:
            self._rules(draw, widget.rect, at)
        elif left:
            self._mark(draw, kind, widget)
        block.paint(draw, at.x, at.y)

    def _bubble(self, draw: skia.Canvas, kind: str, rect: Rect) -> None:
        """Draws the ground of a letter: the player's own in their colour."""
        look, radius = self.shell.look, self.shell.space.px(theme.RADIUS_CHOICE)
        tint = theme.clear(look.own, 0.16) if kind == "mine" and look.lights else look.field
        draw.drawRRect(paint.rounded(rect, radius), paint.fill(tint))
        edge = look.own if kind == "mine" and not look.lights else look.edge
        if kind == "broken":
            edge = look.second
        if edge:
            draw.drawRRect(paint.rounded(rect.grown(-1), radius), paint.fill(edge, stroke=1.5))

    def _rules(self, draw: skia.Canvas, line: Rect, words: Rect) -> None:
        """Draws a thin line to both sides of what stands in the middle."""
        y, gap = words.y + words.h / 2, self.shell.space.em(16)
        for begin, end in ((line.x, words.x - gap), (words.right + gap, line.right)):
            if end - begin > gap:
                draw.drawRect(paint.area(Rect(begin, y, end - begin, 1)), paint.fill(self.shell.look.rule))

    def _mark(self, draw: skia.Canvas, kind: str, widget: Widget) -> None:
        """Draws what stands before a paragraph: its number in a circle, or a lit door."""
        space, look = self.shell.space, self.shell.look
        size = space.em(_STEP)
        line = self.shell.type.line(_KINDS[kind])
        box = space.place(Rect(self.view.x, widget.rect.y + (line - size) / 2, size, size))
        if kind == "door":
            paint.door(draw, Rect(box.x + size * 0.12, box.y + size * 0.08, size * 0.5, size * 0.76), look)
            return
        if kind == "step":
            draw.drawCircle(box.x + size / 2, box.y + size / 2, size / 2, paint.fill(look.button))
        number = self.shell.type.set(widget.value, Style(theme.LABEL + 2, "ui", 600).tinted(look.text if kind == "step" else look.label))
        number.paint(draw, box.x + (size - number.natural) / 2, box.y + (size - number.height) / 2)
