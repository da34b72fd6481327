"""A screen with a sheet of paper to write on, beside or below a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes import buttons
from game.scenes.contact_screen import ContactSheet
from game.ui import theme
from game.ui.field import Field
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell
    from game.ui.draft import Draft

_TITLE = Style(theme.TITLE, "display", 400)
_LABEL = Style(theme.LABEL, "ui", 600)
_NOTE = Style(theme.LABEL, "ui", 400)
_BLINK = 0.55
PAPER = "paper"


class PaperScreen(ContactSheet):
    """Keys go to the paper while the focus stands on it; Tab leaves it, Escape goes back."""

    width_units = 1600.0
    # How wide the paper may be beside the column; below that it stands under it.
    beside = True
    least_lines = 3

    def __init__(self, shell: Shell, draft: Draft, style: Style | None = None) -> None:
        """Writes on a draft that outlives the screen."""
        super().__init__(shell)
        self.field = Field(draft, shell.type, style)
        self._label_at = Rect(0, 0, 0, 0)

    def label(self) -> str:
        """Returns what the paper is for."""
        raise NotImplementedError

    def note(self) -> str:
        """Returns the small print beside the label."""
        return ""

    def ending(self) -> list[Widget]:
        """Returns the buttons at the far end."""
        return []

    def first(self) -> str:
        """Starts on the paper."""
        return PAPER

    # Places -----------------------------------------------------------------------------------------------------------

    def lay_out(self) -> list[Widget]:
        """Places panel, column, paper and buttons."""
        space, kind = self.shell.space, self.shell.type
        margin = min(space.px(theme.MARGIN), space.width * 0.03)
        top = space.px(40) + space.target(theme.BUTTON_HEIGHT) + space.px(theme.SPACE[1])
        width = min(space.em(self.width_units), space.width - 2 * margin)
        self.panel = Rect((space.width - width) / 2, top, width, space.height - top - margin)
        pad = min(space.px(theme.PADDING), width * 0.04)
        room = Rect(self.panel.x + pad, 0, width - 2 * pad, self.panel.bottom - pad * 0.6)
        foot = [self.back_button(), *self.beside_back(), *([] if self.desk.busy else self.ending())]
        buttons.place(foot[:1], foot[1:], room, kind, space)
        low = min(widget.rect.y for widget in foot) - space.px(theme.SPACE[1])
        heading = kind.set(self.title(), _TITLE.tinted(self.shell.look.text), room.w)
        high = self.panel.y + pad * 0.8
        two = self.beside and space.width >= space.em(1250) and space.height >= space.em(620)
        self.headed = low - high - heading.height > space.em(260)
        begin = high + (heading.height + space.px(theme.SPACE[1]) if self.headed else 0)
        self._split(room, begin, low, two=two, high=high)
        widgets = self.column(self.view.w)
        self._stack(widgets)
        entry = Widget(PAPER, Role.ENTRY, self.label(), space.place(self.field.rect), act=self._enter, value=self.field.draft.text)
        return [*widgets, entry, *foot]

    def _split(self, room: Rect, begin: float, low: float, *, two: bool, high: float) -> None:
        """Divides the room between column and paper."""
        space = self.shell.space
        label = self.shell.type.line(_LABEL) + space.px(6)
        if two:
            left = room.w * 0.42
            self.view = Rect(room.x, begin, left, low - begin)
            x = room.x + left + space.px(theme.SPACE[4])
            self._label_at = Rect(x, high, room.right - x, label)
            self.field.height(self._label_at.w, space, self.least_lines)
            paper = Rect(x, high + label, self._label_at.w, low - high - label)
        else:
            wanted = self.field.height(room.w, space, self.least_lines)
            tall = min(wanted, max((low - begin) * 0.45, self.shell.type.line(self.field.style) * 2 + space.em(40)))
            tall = min(tall, low - begin - label - space.em(40))
            self._label_at = Rect(room.x, low - tall - label, room.w, label)
            paper = Rect(room.x, low - tall, room.w, tall)
            self.view = Rect(room.x, begin, room.w, max(20.0, self._label_at.y - space.px(theme.SPACE[0]) - begin))
        self.field.rect = space.place(paper)
        self.field.reveal()

    def _fit(self, widgets: list[Widget], foot: list[Widget]) -> None:
        """The panel takes all the room there is: the paper grows."""

    # Input ------------------------------------------------------------------------------------------------------------

    @property
    def writing(self) -> bool:
        """Tells whether keys go to the paper."""
        return self.focus.key == PAPER and not self.desk.busy

    def _enter(self) -> None:
        """The paper is not pressed, it is written on."""

    def entered(self) -> None:
        """Lets text come in, with the system's input methods."""
        super().entered()
        pygame.key.start_text_input()
        self._tell_place()

    def left(self) -> None:
        """Lets text come in no more."""
        pygame.key.stop_text_input()

    def _tell_place(self) -> None:
        """Tells input methods where the caret is."""
        at = self.field.caret_rect()
        pygame.key.set_text_input_rect(pygame.Rect(int(at.x), int(at.y), 2, int(at.h)))

    def handle(self, event: pygame.event.Event) -> bool:
        """Gives the paper what is its own."""
        mouse = event.type in {pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP}
        mine = event.type in {pygame.TEXTINPUT, pygame.TEXTEDITING} or mouse or (event.type == pygame.MOUSEWHEEL and self._over_paper())
        if mine and not self.desk.busy and (self.writing or mouse) and self.field.handle(event):
            if event.type == pygame.MOUSEBUTTONDOWN:
                self.focus.key = PAPER
            self._written()
            return True
        return super().handle(event)

    def _over_paper(self) -> bool:
        return self.field.rect.holds(*pygame.mouse.get_pos())

    def key(self, event: pygame.event.Event) -> bool:
        """Gives the paper its keys."""
        if self.writing and event.key not in {pygame.K_TAB, pygame.K_ESCAPE, pygame.K_PAGEUP, pygame.K_PAGEDOWN}:
            if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and (
                event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) or not self.field.draft.lines
            ):
                return self.send()
            if self.field.key(event):
                self._written()
                return True
            if event.key in {pygame.K_UP, pygame.K_DOWN}:
                return True
        return super().key(event)

    def send(self) -> bool:
        """Does what Enter means for what was written."""
        return False

    def _written(self) -> None:
        self.refresh()
        self.field.reveal()
        self._tell_place()

    def point(self, place: tuple[int, int]) -> bool:
        """Leaves the focus on the paper while somebody writes there."""
        return False if self.writing else super().point(place)

    # Drawing ----------------------------------------------------------------------------------------------------------

    def due(self, now: float) -> float | None:
        """Returns when the caret blinks next."""
        return None if self.shell.still or not self.writing else _BLINK - now % _BLINK

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet, then label, note and paper."""
        super().paint(draw, now)
        shell, space, look = self.shell, self.shell.space, self.shell.look
        label = shell.type.set(self.label(), _LABEL.tinted(look.text), self._label_at.w)
        at = space.place(Rect(self._label_at.x, self._label_at.y, label.natural, label.height))
        label.paint(draw, at.x, at.y)
        note = shell.type.set(self.note(), _NOTE.tinted(look.second))
        if note.natural + label.natural + space.em(24) < self._label_at.w:
            at = space.place(Rect(self._label_at.right - note.natural, self._label_at.y, note.natural, note.height))
            note.paint(draw, at.x, at.y)
        self.field.paint(draw, look, space, now, focused=self.writing, still=shell.still)
        if self.focus.key == PAPER:
            self.brush(draw).ring(self.field.rect, space.px(theme.RADIUS_CHOICE))
