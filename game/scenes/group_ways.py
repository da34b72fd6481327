"""What if? Every choice that a group has seen: one press goes back there, its journey is kept, and it votes once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import whatif
from game.scenes.prose import ProseSheet
from game.scenes.shell import Question, Route
from game.story.record import excerpt
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style, isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.story.trail import Turn
    from game.ui.text import Block

_LEAST = 2
_NAME = Style(theme.LABEL + 6, "prose", 400, leading=1.4)
_BELOW = Style(theme.LABEL + 2, "ui", 500, leading=1.4)
_PAD = 16


class GroupWays(ProseSheet):
    """The choices of this journey, and of the one that a what-if began from; what the group has not seen has no row."""

    width_units = 1200.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What if?")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what going back does."""
        t = self.shell.t
        return [("text", t("Go back to a choice and vote once more. The group’s journey is kept, and the votes so far stay in the sums."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the way back to the group's journey where there is one, then a row for each choice, the newest first."""
        t, session = self.shell.t, self.shell.session
        rows = super().column(width)
        if session is None:
            return rows
        if whatif.first(self.shell) is not None:
            name = t("Back to the group’s journey")
            rows.append(Widget("first", Role.BUTTON, name, shape=Shape.ROW, act=lambda: whatif.come_back(self.shell)))
        seen = [turn for turn in session.journey.turns if len(turn.page.choices) >= _LEAST and turn.fits and self._was_seen(turn)]
        rows += [self._row(turn, width) for turn in reversed(seen)]
        if not seen:
            rows.append(Widget("none", Role.TEXT, t("There has been no choice yet."), icon="small"))
        return rows

    def _was_seen(self, turn: Turn) -> bool:
        """Tells whether a choice was put to the group: it took a way there, or is asked just now."""
        party, session = self.shell.party, self.shell.session
        if turn.chosen is not None:
            return True
        return party is not None and session is not None and turn.number == session.journey.turns[-1].number and party.votes_on(session)

    def _row(self, turn: Turn, width: float) -> Widget:
        label = turn.page.prompt or excerpt(turn.page)
        row = Widget(f"turn-{turn.number}", Role.ITEM, label, act=self._asker(turn.number, label), lang=turn.language)
        taken = turn.chosen_text
        row.value = self.shell.t("You took: {choice}").format(choice=isolated(taken)) if taken else ""
        row.hint = self.shell.t("Go back here")
        row.rect = Rect(0, 0, width, max(self.shell.space.target(64), sum(one.height for one in self._words(row, width)) + 2 * self._pad))
        return row

    @property
    def _pad(self) -> float:
        return self.shell.space.em(_PAD)

    def _words(self, row: Widget, width: float) -> list[Block]:
        kind, look = self.shell.type, self.shell.look
        inner = max(self.shell.space.em(80), width - 2 * self._pad)
        blocks = [kind.snug(row.name, _NAME.tinted(look.text), inner)]
        return [*blocks, kind.snug(row.value, _BELOW.tinted(look.own), inner)] if row.value else blocks

    def first(self) -> str:
        """Starts on the way back to the group's journey, or on the newest choice."""
        return next((widget.key for widget in self.widgets if widget.scrolls and widget.focusable), "back")

    def _asker(self, number: int, label: str) -> Callable[[], None]:
        def ask() -> None:
            t = self.shell.t
            sentence = t("Go back to “{place}” with the group? Its journey is kept as it is now.").format(place=label)
            self.shell.question = Question(sentence, t("Go back here"), lambda: self._go(number))
            self.shell.verbs.go(Route.ASK)

        return ask

    def _go(self, number: int) -> None:
        """Goes back, and asks the group at once."""
        if whatif.to_turn(self.shell, number):
            self.shell.verbs.go(Route.GROUP_VOTE)

    def arrived(self) -> None:
        """Shows what changed."""
        self.refresh()

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a choice with the way that was taken below it."""
        if widget.role is not Role.ITEM:
            super().paint_item(draw, widget)
            return
        space, rect, focused = self.shell.space, widget.rect, self.shows_focus(widget)
        radius = space.px(theme.RADIUS_CHOICE)
        paint.field(draw, rect, radius, self.shell.look, focused=focused)
        if focused:
            self.brush(draw).ring(rect, radius)
        blocks = self._words(widget, rect.w)
        y = rect.y + (rect.h - sum(block.height for block in blocks)) / 2
        for block in blocks:
            at = space.place(Rect(self.view.x + self._pad, y, block.width, block.height))
            block.paint(draw, at.x, at.y)
            y += block.height
