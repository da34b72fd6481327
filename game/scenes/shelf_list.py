"""The shelf where covers have no room beside each other: small windows, upright phones, large text. The same stories as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import landscape
from game.scenes.cover import Cover, CoverPainter, story_of
from game.scenes.sheet import Sheet
from game.scenes.shelf import Shelf
from game.scenes.shell import Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Block, Style
from game.ui.widgets import Role, Shape, Widget
from game.words import own_name

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

_NAME = Style(theme.PROSE + 4, "display", 500, leading=1.2)
_BOLD = Style(theme.LABEL, "ui", 600)
_LABEL = Style(theme.LABEL, "ui", 400)
_COVER_WIDTH = 132


class ShelfList(Sheet):
    """The first screen as a list."""

    width_units = 1000.0

    def __init__(self, shell: Shell) -> None:
        """Starts at the first story."""
        super().__init__(shell)
        self.shelf = Shelf(shell)
        self._ground: tuple[object, skia.Image] | None = None

    @property
    def overlay(self) -> bool:
        """The shelf covers everything."""
        return False

    def title(self) -> str:
        """Returns the game's name."""
        return self.shell.mark

    def entered(self) -> None:
        """Looks which stories have been begun."""
        self.shelf.look()
        super().entered()

    def back_button(self) -> Widget:
        """Returns the way out: below the shelf there is nothing to go back to."""
        return Widget("quit", Role.BUTTON, self.shell.t("Quit"), shape=Shape.PILL, act=self.shell.verbs.quit)

    def escape(self) -> None:
        """Stays."""

    def column(self, width: float) -> list[Widget]:
        """Returns a row a story, then what else can be done."""
        t, go = self.shell.t, self.shell.verbs.go
        rows = []
        for number in range(len(self.shell.shelf)):
            widget = self.shelf.cover(number, Rect(0, 0, width, 0))
            widget.rect = Rect(0, 0, width, self._height(number, width))
            rows.append(widget)
            if self.shelf.begun(number):
                anew = self.shelf.starter(number)
                rows.append(Widget(f"anew-{number}", Role.BUTTON, t("Start anew"), shape=Shape.ROW, act=anew))
        if not rows:
            nothing = Widget("nothing", Role.TEXT, self.shelf.nothing())
            nothing.rect = Rect(0, 0, width, self.shell.type.set(nothing.name, _LABEL, width).height)
            rows.append(nothing)
        return [
            *rows,
            Widget("settings", Role.BUTTON, t("Settings"), shape=Shape.ROW, act=lambda: go(Route.SETTINGS)),
            Widget("help", Role.BUTTON, t("Help"), shape=Shape.ROW, act=lambda: go(Route.HELP)),
            Widget(
                "language",
                Role.BUTTON,
                t("Language"),
                shape=Shape.ROW,
                value=own_name(self.shell.language()),
                act=lambda: go(Route.LANGUAGE),
            ),
        ]

    def _sizes(self, width: float) -> tuple[float, float, float]:
        """Returns a row's padding, and the width and height of its cover: none where the text needs the room."""
        space = self.shell.space
        pad = space.em(16)
        wide = max(72.0, _COVER_WIDTH * space.unit * 1.4)
        return (pad, wide, wide * theme.COVER[1] / theme.COVER[0]) if width > space.em(420) else (pad, 0.0, 0.0)

    def _blocks(self, number: int, width: float) -> list[Block]:
        pad, wide, _ = self._sizes(width)
        inner = width - 2 * pad - (wide + pad if wide else 0)
        cover, look = self._cover(number), self.shell.look
        book = cover.shelved.book
        lines = [(cover.title, _NAME.tinted(look.text))]
        if book is not None:
            minutes = self.shell.tn("{count} minute", "{count} minutes", book.manifest.minutes)
            lines.append((f"{minutes} · {self.shelf.state(number)}", _BOLD.tinted(look.text)))
        lines.append((cover.note, _LABEL.tinted(look.second)))
        return [self.shell.type.set(text, style, inner) for text, style in lines if text]

    def _cover(self, number: int) -> Cover:
        shelved = self.shell.shelf[number]
        return Cover(shelved, self.shelf.title(shelved), self.shelf.note(shelved), self.shelf.latest.get(story_of(shelved)))

    def _height(self, number: int, width: float) -> float:
        pad, _, tall = self._sizes(width)
        return max(tall, sum(block.height + self.shell.space.em(4) for block in self._blocks(number, width))) + 2 * pad

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the dusk, and the list over it."""
        space, look = self.shell.space, self.shell.look
        key = (space, look.name)
        if self._ground is None or self._ground[0] != key:
            self._ground = (key, landscape.dusk(space, look, space.height * 0.7, door=False))
        draw.drawImage(self._ground[1], 0, 0)
        paint.veil(draw, Rect(0, 0, space.width, space.height), self.shell.veil)
        super().paint(draw, now)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a row."""
        if widget.role is Role.TEXT:
            self.shell.type.set(widget.name, _LABEL.tinted(self.shell.look.text), widget.rect.w).paint(draw, widget.rect.x, widget.rect.y)
            return
        if widget.shape is not Shape.COVER:
            super().paint_item(draw, widget)
            return
        rect, focused = widget.rect, self.shows_focus(widget)
        radius = self.shell.space.px(theme.RADIUS_CHOICE)
        paint.field(draw, rect, radius, self.shell.look, focused=focused)
        number = int(widget.key.removeprefix("cover-"))
        pad, wide, tall = self._sizes(rect.w)
        brush = self.brush(draw)
        if wide:
            painter = CoverPainter(draw, self.shell, 0.0)
            painter.thumb(self.shell.shelf[number], brush.place(rect, pad, (rect.h - tall) / 2, wide, tall))
        x = pad + (wide + pad if wide else 0)
        blocks = self._blocks(number, rect.w)
        gap = self.shell.space.em(4)
        y = (rect.h - sum(block.height + gap for block in blocks)) / 2
        for block in blocks:
            at = brush.place(rect, x, y, rect.w - x - pad, block.height)
            block.paint(draw, at.x, at.y)
            y += block.height + gap
        if focused:
            brush.ring(rect, radius)
