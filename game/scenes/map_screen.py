"""The map of what was read: where ways part, which were taken, and which doors have light behind them. It counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes import map_lines, map_rows, whatif
from game.scenes.sheet import Sheet
from game.scenes.shell import Question, Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Block, Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.scenes.map_rows import Row
    from game.scenes.shell import Shell
    from game.story.atlas import Place

_HEAD = Style(theme.PROSE, "display", 500)
_NAME = Style(theme.LABEL + 4, "prose", 400, leading=1.4)
_BELOW = Style(theme.LABEL, "ui", 500, leading=1.45)
_GUTTER = 150
# Where the window is narrower than this, or letters are large, the same is a plain list.
_DRAWN_FROM = 760


class MapScreen(Sheet):
    """A path of light down the page; each place on it leads back there."""

    width_units = 1000.0

    def __init__(self, shell: Shell) -> None:
        """Knows no rows before it is laid out."""
        super().__init__(shell)
        self.rows: dict[str, Row] = {}

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Ways")

    def gap(self) -> float:
        """Leaves no space between rows: the path runs through."""
        return 0.0

    @property
    def drawn(self) -> bool:
        """Tells whether there is room for the path beside the words."""
        return self.shell.space.width >= self.shell.space.em(_DRAWN_FROM)

    @property
    def gutter(self) -> float:
        """Returns how wide the path's part of a row is."""
        return self.shell.space.em(_GUTTER) if self.drawn else 0.0

    def first(self) -> str:
        """Starts on the place where the journey was last."""
        session = self.shell.session
        if session is not None:
            places = [key for key, row in self.rows.items() if row.place is not None and session.turn_at(row.place) is not None]
            if places:
                return places[-1]
        return "back"

    def entered(self) -> None:
        """Brings the place where the journey was last into view."""
        super().entered()
        self.reveal()

    # Rows -----------------------------------------------------------------------------------------------------------

    def column(self, width: float) -> list[Widget]:
        """Returns a widget a row."""
        session = self.shell.session
        self.rows = {row.key: row for row in map_rows.rows(self.shell, session)} if session else {}
        return [self._widget(row, width) for row in self.rows.values()]

    def _widget(self, row: Row, width: float) -> Widget:
        space = self.shell.space
        role = {"head": Role.HEADING, "place": Role.ITEM}.get(row.kind, Role.TEXT)
        name = f"{row.chapter}. {row.words}" if row.chapter else row.words
        widget = Widget(row.key, role, name, value=row.below)
        if row.place is not None:
            widget.act, widget.hint = self._asker(row.place, row), self.shell.t("Go back here")
        height = sum(block.height for block in self._blocks(row, width)) + space.em(20 if row.kind == "head" else 36)
        least = {"place": space.target(96 if self.drawn else 64), "door": space.target(76)}.get(row.kind, 0.0)
        widget.rect = Rect(0, 0, width, max(height, least))
        return widget

    def _blocks(self, row: Row, width: float) -> list[Block]:
        look, kind = self.shell.look, self.shell.type
        if row.kind == "head":
            return [kind.snug(row.words, _HEAD.tinted(look.label), width)]
        inner = width - self._text_at(row) - self.shell.space.em(20)
        lit = row.kind == "place" or any(row.lit)
        blocks = [kind.snug(row.words, _NAME.tinted(look.text if lit else look.second), inner)]
        return [*blocks, kind.set(row.below, _BELOW.tinted(look.own), inner)] if row.below else blocks

    def _text_at(self, row: Row) -> float:
        """Returns where a row's words begin, from the reading side."""
        space = self.shell.space
        if row.kind == "door":
            return max(self.gutter, space.em(72))
        return self.gutter + space.em(20)

    # Doing ----------------------------------------------------------------------------------------------------------

    def beside_back(self) -> list[Widget]:
        """Returns the way to have it all forgotten."""
        if not self.rows and not self.shell.session:
            return []
        return [Widget("forget", Role.BUTTON, self.shell.t("Forget the map"), shape=Shape.PILL, act=self._ask_forget)]

    def _asker(self, place: Place, row: Row) -> Callable[[], None]:
        def ask() -> None:
            t = self.shell.t
            sentence = t("Go back to “{place}” and look at another way? Your journey is kept as it is now.").format(place=row.words)
            self.shell.question = Question(sentence, t("Go back here"), lambda: self._go(place))
            self.shell.verbs.go(Route.ASK)

        return ask

    def _go(self, place: Place) -> None:
        whatif.to_place(self.shell, place)

    def _ask_forget(self) -> None:
        t = self.shell.t
        words = t("Forget which ways, endings and perspectives of this story you have seen? Your saves stay.")
        self.shell.question = Question(words, t("Forget the map"), self._forget)
        self.shell.verbs.go(Route.ASK)

    def _forget(self) -> None:
        session = self.shell.session
        if session is None:
            return
        try:
            session.ways.forget()
        except ThresholdError as fault:
            self.shell.tell(fault.say(self.shell.t))
            return
        self.shell.verbs.back()
        self.shell.tell(self.shell.t("The map is forgotten. What you read from here on is drawn anew."))

    # Drawing --------------------------------------------------------------------------------------------------------

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a row: its part of the path, and its words."""
        row, space = self.rows.get(widget.key), self.shell.space
        if row is None:
            return
        brush, rect = self.brush(draw), widget.rect
        focused, radius = self.shows_focus(widget), space.px(theme.RADIUS_CHOICE)
        if row.place is not None:
            ground = brush.place(rect, self.gutter, space.px(4), rect.w - self.gutter, rect.h - space.px(8))
            if focused or not self.drawn:
                paint.field(draw, ground, radius, self.shell.look, focused=focused)
            if focused:
                brush.ring(ground, radius)
        map_lines.paint(draw, row, rect, self.gutter, self.shell)
        blocks = self._blocks(row, rect.w)
        y = (rect.h - sum(block.height for block in blocks)) / 2
        for block in blocks:
            at = brush.place(rect, 0 if row.kind == "head" else self._text_at(row), y, block.width, block.height)
            block.paint(draw, at.x, at.y)
            y += block.height
