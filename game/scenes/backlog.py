"""What was read: every page of the journey, to read again and to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes import whatif
from game.scenes.sheet import Sheet
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.scenes.shell import Shell

_TEXT = Style(theme.LABEL + 4, "prose", 400, leading=1.5, page=True)
_SPEAKER = Style(theme.LABEL, "ui", 600, leading=1.4, tracking=1.2)
_CHOICE = Style(theme.LABEL + 2, "ui", 500, leading=1.4)


class BacklogScreen(Sheet):
    """The journey as one long page, its newest lines in view."""

    width_units = 1000.0

    def __init__(self, shell: Shell) -> None:
        """Starts at the end."""
        super().__init__(shell)
        self.offset = 1e9

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What was read")

    def gap(self) -> float:
        """Returns the space between two turns."""
        return self.shell.space.px(theme.SPACE[1])

    def first(self) -> str:
        """Starts on the newest turn."""
        session = self.shell.session
        return f"turn-{len(session.journey.turns) - 1}" if session else ""

    def column(self, width: float) -> list[Widget]:
        """Returns one item a turn, which leads back to it."""
        session = self.shell.session
        if session is None:
            return []
        widgets = []
        for number, turn in enumerate(session.journey.turns):
            lines = (session.journey.summary(number), *(line.text.strip() for line in turn.page.lines))
            text = " ".join(line for line in lines if line)
            if not text:
                # What only sets the stage, as where a what-if began, was never read.
                continue
            own = all(line.own for line in turn.page.lines if line.text)
            lang = session.book.manifest.language if own and turn.page.lines else turn.language
            widget = Widget(f"turn-{number}", Role.ITEM, text, act=self._back_to(number), value=turn.chosen_text or "", lang=lang)
            widget.hint = self.shell.t("Go back to this page")
            widget.rect = Rect(0, 0, width, self._paint_turn(None, number, Rect(0, 0, width, 0)))
            widgets.append(widget)
        return widgets

    def _back_to(self, number: int) -> Callable[[], None]:
        def act() -> None:
            session = self.shell.session
            if session is None:
                return
            if session.knows_end and number < len(session.journey.turns) - 1:
                # After a first ending, going back is a what-if: the journey is kept as it is.
                whatif.to_turn(self.shell, number)
                return
            try:
                session.journey.jump_to(number)
            except ThresholdError as fault:
                self.shell.tell(fault.say(self.shell.t))
                return
            self.shell.verbs.reread()
            self.shell.verbs.back()

        return act

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a turn."""
        focused = self.shows_focus(widget)
        radius = self.shell.space.px(theme.RADIUS_CHOICE)
        if focused:
            paint.field(draw, widget.rect, radius, self.shell.look, focused=True)
            self.brush(draw).ring(widget.rect.grown(-4), radius)
        self._paint_turn(draw, int(widget.key.removeprefix("turn-")), widget.rect)

    def _paint_turn(self, draw: skia.Canvas | None, number: int, rect: Rect) -> float:
        """Draws a turn, or only measures it; returns its height."""
        shell, session = self.shell, self.shell.session
        if session is None:
            return 0.0
        turn, pad, look = session.journey.turns[number], shell.space.em(16), shell.look
        width, y, last = rect.w - 2 * pad, rect.y + pad, ""
        if summary := session.journey.summary(number):
            y += self._paint_text(draw, summary, _TEXT.tinted(look.second), rect.x + pad, y, width) + shell.space.em(6)
        for line in turn.page.lines:
            if not line.text.strip():
                continue
            person = line.cue("speaker") or ""
            if person and person != last:
                character = session.character(person)
                name = session.words(character.name) if character else person
                colour = theme.colour_of(character.colour) if character else look.second
                y += self._paint_text(draw, name, _SPEAKER.tinted(look.speaker(colour)), rect.x + pad, y, width)
            last = person
            y += self._paint_text(draw, line.text.strip(), _TEXT.tinted(look.text), rect.x + pad, y, width) + shell.space.em(6)
        if turn.chosen_text:
            y += shell.space.em(4)
            mark = "‹ " if shell.space.rtl else "› "
            y += self._paint_text(draw, mark + turn.chosen_text, _CHOICE.tinted(look.own), rect.x + pad, y, width)
        return y + pad - rect.y

    def _paint_text(self, draw: skia.Canvas | None, text: str, style: Style, x: float, y: float, width: float) -> float:
        block = self.shell.type.set(text, style, width)
        if draw is not None:
            block.paint(draw, x, y)
        return block.height
