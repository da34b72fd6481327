"""One line to be typed, such as a note for a save. What is typed goes to whoever asked, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes.prose import ProseSheet
from game.ui import theme
from game.ui.draft import Draft
from game.ui.field import Field
from game.ui.geometry import Rect
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

LINE = "line"


class EntryScreen(ProseSheet):
    """Shows the shell's request; Enter keeps what was typed, Escape leaves it as it was."""

    width_units = 760.0

    def __init__(self, shell: Shell) -> None:
        """Starts with what stands there now."""
        super().__init__(shell)
        self.asking = shell.asking
        text, most = (self.asking.text, self.asking.most) if self.asking else ("", 1)
        self.field = Field(Draft(text, most=most, lines=False), shell.type)
        self.field.veiled = self.asking is not None and self.asking.veiled

    def title(self) -> str:
        """Returns what the line is for."""
        return self.asking.title if self.asking else self.shell.t("Note")

    def prose(self) -> list[tuple[str, str]]:
        """Returns a few words about it."""
        return [("text", self.asking.words)] if self.asking else []

    def column(self, width: float) -> list[Widget]:
        """Returns the words and the line."""
        entry = Widget(LINE, Role.ENTRY, self.title(), act=self.keep, value=self.field.shown)
        begin, end = self.field.draft.selection
        caret = self.field.draft.caret
        entry.marked = (end if caret == begin else begin, caret)
        entry.rect = Rect(0, 0, width, self.field.height(width, self.shell.space, 1))
        return [*super().column(width), entry]

    def beside_back(self) -> list[Widget]:
        """Returns the way to keep it."""
        return [Widget("keep", Role.BUTTON, self.shell.t("Keep"), shape=Shape.MAIN, act=self.keep)]

    def first(self) -> str:
        """Starts on the line."""
        return LINE

    def keep(self) -> None:
        """Hands over what was typed."""
        text, asking = self.field.draft.text.strip(), self.asking
        self.shell.verbs.back()
        if asking is not None:
            asking.take(text)

    # Input ------------------------------------------------------------------------------------------------------------

    @property
    def writing(self) -> bool:
        """Tells whether keys go to the line."""
        return self.focus.key == LINE

    def lay_out(self) -> list[Widget]:
        """Places everything, and the line where its control stands."""
        widgets = super().lay_out()
        self.field.rect = next(widget.rect for widget in widgets if widget.key == LINE)
        return widgets

    def entered(self) -> None:
        """Lets text come in, with the system's input methods."""
        super().entered()
        pygame.key.start_text_input()
        self.reveal()
        self._tell_place()

    def left(self) -> None:
        """Lets text come in no more."""
        pygame.key.stop_text_input()

    def closed(self) -> None:
        """Forgets what was typed."""
        self.field.forget()
        self.shell.asking = None

    def _tell_place(self) -> None:
        """Tells input methods where the caret is."""
        at = self.field.caret_rect()
        pygame.key.set_text_input_rect(pygame.Rect(int(at.x), int(at.y), 2, int(at.h)))

    def handle(self, event: pygame.event.Event) -> bool:
        """Gives the line what is its own."""
        mouse = event.type in {pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP}
        mine = mouse or (event.type in {pygame.TEXTINPUT, pygame.TEXTEDITING} and self.writing)
        if mine and self.field.handle(event):
            if event.type == pygame.MOUSEBUTTONDOWN:
                self.focus.key = LINE
            self._written()
            return True
        return super().handle(event)

    def key(self, event: pygame.event.Event) -> bool:
        """Gives the line its keys."""
        if self.writing and event.key not in {pygame.K_TAB, pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_KP_ENTER} and self.field.key(event):
            self._written()
            return True
        return super().key(event)

    def perform(self, verb: str, key: str, text: str) -> bool:
        """Writes what a screen reader puts on the line."""
        if key != LINE or verb not in {"write", "insert"}:
            return super().perform(verb, key, text)
        self.focus.key = LINE
        if verb == "write":
            self.field.draft.select_all()
        self.field.draft.insert(text)
        self._written()
        return True

    def _written(self) -> None:
        self.refresh()
        self.reveal()
        self.field.reveal()
        self._tell_place()

    def point(self, place: tuple[int, int]) -> bool:
        """Leaves the focus on the line while somebody writes there."""
        return False if self.writing else super().point(place)

    # Drawing ----------------------------------------------------------------------------------------------------------

    def due(self, now: float) -> float | None:
        """Returns when the caret blinks next."""
        return None if self.shell.still or not self.writing else self.field.due(now)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the words, or the line."""
        if widget.key != LINE:
            super().paint_item(draw, widget)
            return
        shell = self.shell
        self.field.rect = widget.rect
        self.field.paint(draw, shell.look, shell.space, self.now, focused=self.writing, still=shell.still)
        if self.writing:
            self.brush(draw).ring(widget.rect, shell.space.px(theme.RADIUS_CHOICE))
