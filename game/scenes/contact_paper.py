"""A screen with a sheet of paper to write on, beside or below a column that scrolls.

Why so long: three places for the paper, by the window's size, and everything that goes to it: keys, mouse, input methods, screen readers.
"""

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
LABEL = Style(theme.LABEL, "ui", 600)
_NOTE = Style(theme.LABEL, "ui", 400)
# From how many lines on the room counts as roomy.
_ROOMY = 9
_LEAST_VIEW = 0.23
# Where less of the window than this is left to read in, everything scrolls.
_LEAST_SEEN = 0.22
PAPER = "paper"


class PaperScreen(ContactSheet):
    """Keys go to the paper while the focus stands on it; Tab leaves it, Escape goes back."""

    width_units = 1600.0
    # How wide the paper may be beside the column; below that it stands under it.
    beside = True
    # Whether the panel takes all the room there is; otherwise it is as low as what is in it.
    fills = True
    # Whether paper that stands below the column takes the room that the column leaves free.
    grows = True
    least_lines = 3

    def __init__(self, shell: Shell, draft: Draft, style: Style | None = None) -> None:
        """Writes on a draft that outlives the screen."""
        super().__init__(shell)
        self.field = Field(draft, shell.type, style)
        self._label_at = Rect(0, 0, 0, 0)

    @property
    def runs_on(self) -> bool:
        """Tells whether paper and buttons scroll with the column where the window is too low for all of them."""
        return True

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
        foot = [self.back_button(), *self.beside_back(), *([] if self.busy else self.ending())]
        buttons.place(foot[:1], foot[1:], room, kind, space)
        low = min(widget.rect.y for widget in foot) - space.px(theme.SPACE[1])
        heading = kind.set(self.title(), _TITLE.tinted(self.shell.look.text), room.w)
        high = self.panel.y + pad * 0.8
        two = self.beside and space.width >= space.em(1250) and space.height >= space.em(620)
        self.headed = low - high - heading.height > space.em(260)
        titled = self.panel.y + min(space.px(theme.PADDING), width * 0.06) + heading.height + space.px(theme.SPACE[2])
        begin = titled if self.headed else high
        self._split(room, begin, low, two=two, high=high)
        self.low = self.runs_on and self.view.h < space.height * _LEAST_SEEN
        if self.low:
            return self._all_in_one(room, high, foot)
        widgets = self.column(self.view.w)
        self._stack(widgets)
        if self.fills and self.grows and not two:
            self._grow()
        if not self.fills and not two:
            moved = self._fit(widgets, foot)
            self._label_at, self.field.rect = self._label_at.moved(0, moved), self.field.rect.moved(0, moved)
        return [*widgets, self._entry(self.field.rect), *foot]

    def _entry(self, rect: Rect) -> Widget:
        """Returns the paper as a control."""
        entry = Widget(PAPER, Role.ENTRY, self.label(), rect, act=self._enter, value=self.field.draft.text)
        begin, end = self.field.draft.selection
        caret = self.field.draft.caret
        entry.marked = (end if caret == begin else begin, caret)
        return entry

    def _label_height(self) -> float:
        return self.shell.type.line(LABEL) + self.shell.space.px(6)

    def _all_in_one(self, room: Rect, high: float, foot: list[Widget]) -> list[Widget]:
        """Has paper and buttons scroll with the column: in a window so low there is no room for all three."""
        space = self.shell.space
        self.headed = False
        self.view = Rect(room.x, high, room.w, max(20.0, room.bottom - high))
        label = self._label_height()
        self._label_at = Rect(0, 0, 0, 0)
        tall = min(self.field.height(room.w, space, self.least_lines), max(space.target(40), self.view.h - label))
        entry = self._entry(Rect(0, 0, room.w, label + tall))
        widgets = [*self.column(room.w), entry, *foot]
        self._stack(widgets)
        self._put_field(entry)
        return widgets

    def _put_field(self, entry: Widget) -> None:
        """Places the field where its control stands, below its label."""
        label = self._label_height()
        self.field.rect = Rect(entry.rect.x, entry.rect.y + label, entry.rect.w, entry.rect.h - label)
        self.field.reveal()

    def _split(self, room: Rect, begin: float, low: float, *, two: bool, high: float) -> None:
        """Divides the room between column and paper."""
        space = self.shell.space
        label = self._label_height()
        if two:
            left = room.w * 0.42
            self.view = Rect(room.x, begin, left, low - begin)
            x = room.x + left + space.px(theme.SPACE[4])
            self._label_at = Rect(x, high, room.right - x, label)
            self.field.height(self._label_at.w, space, self.least_lines)
            paper = Rect(x, high + label, self._label_at.w, low - high - label)
        else:
            wanted = self.field.height(room.w, space, self.least_lines)
            line = self.shell.type.line(self.field.style)
            # Where letters are large in a low window, one line to write on leaves more to read.
            least = line * (2 if low - begin > line * _ROOMY else 1) + space.em(28)
            tall = min(wanted, max((low - begin) * (0.45 if low - begin > line * _ROOMY else 0.2), least))
            tall = min(tall, low - begin - label - space.em(40))
            # Above it there is always something to read, and room for some of it.
            tall = min(tall, max(line + space.em(28), low - begin - label - space.px(theme.SPACE[1]) - space.height * _LEAST_VIEW))
            self._label_at = Rect(room.x, low - tall - label, room.w, label)
            paper = Rect(room.x, low - tall, room.w, tall)
            self.view = Rect(room.x, begin, room.w, max(20.0, self._label_at.y - space.px(theme.SPACE[1]) - begin))
        self.field.rect = space.place(paper)
        self.field.reveal()

    def _grow(self) -> None:
        """Gives the paper the room below the column that nothing is read in."""
        spare = self.view.h - self.content - self.shell.space.px(theme.SPACE[2])
        if spare <= 0:
            return
        self.view = self.view._replace(h=self.view.h - spare)
        self._label_at, paper = self._label_at.moved(0, -spare), self.field.rect
        self.field.rect = Rect(paper.x, paper.y - spare, paper.w, paper.h + spare)
        self.field.reveal()

    # Input ------------------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Tells whether something is waited for: then nothing can be written."""
        return self.desk.busy

    @property
    def writing(self) -> bool:
        """Tells whether keys go to the paper."""
        return self.focus.key == PAPER and not self.busy

    def _enter(self) -> None:
        """The paper is not pressed, it is written on."""

    def entered(self) -> None:
        """Lets text come in, with the system's input methods."""
        super().entered()
        pygame.key.start_text_input()
        if self.low:
            self.reveal()
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
        mouse = event.type in {pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP} or (
            event.type == pygame.MOUSEBUTTONDOWN and not (self.low and not self.shell.space.place(self.view).holds(*event.pos))
        )
        mine = event.type in {pygame.TEXTINPUT, pygame.TEXTEDITING} or mouse or (event.type == pygame.MOUSEWHEEL and self._over_paper())
        if mine and not self.busy and (self.writing or mouse) and self.field.handle(event):
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
        if self.low:
            self.reveal()
        self.field.reveal()
        self._tell_place()

    def point(self, place: tuple[int, int]) -> bool:
        """Leaves the focus on the paper while somebody writes there."""
        return False if self.writing else super().point(place)

    # Hearing ----------------------------------------------------------------------------------------------------------

    def texts(self) -> list[Widget]:
        """Returns the title and what stands above the paper."""
        at = self.shell.space.place(self._label_at)
        return [*super().texts(), Widget("paper-note", Role.TEXT, self.note(), at)]

    def perform(self, verb: str, key: str, text: str) -> bool:
        """Writes what a screen reader puts on the paper."""
        if key != PAPER or verb not in {"write", "insert"}:
            return super().perform(verb, key, text)
        if not self.busy:
            self.focus.key = PAPER
            if verb == "write":
                self.field.draft.select_all()
            self.field.draft.insert(text)
            self._written()
        return True

    # Drawing ----------------------------------------------------------------------------------------------------------

    def due(self, now: float) -> float | None:
        """Returns when the caret blinks next."""
        return None if self.shell.still or not self.writing else self.field.due(now)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws what is in the column: the paper, too, where it scrolls."""
        if widget.key != PAPER:
            super().paint_item(draw, widget)
            return
        self._put_field(widget)
        label = self.shell.type.snug(self.label(), LABEL.tinted(self.shell.look.text), widget.rect.w)
        label.paint(draw, widget.rect.right - label.width if self.shell.space.rtl else widget.rect.x, widget.rect.y)
        self._paint_field(draw, self.now)

    def _paint_field(self, draw: skia.Canvas, now: float) -> None:
        shell = self.shell
        self.field.paint(draw, shell.look, shell.space, now, focused=self.writing, still=shell.still)
        if self.focus.key == PAPER:
            self.brush(draw).ring(self.field.rect, shell.space.px(theme.RADIUS_CHOICE))

    def _paint_label(self, draw: skia.Canvas) -> None:
        """Draws what the paper is called, and the small print beside it where there is room."""
        shell, space, look = self.shell, self.shell.space, self.shell.look
        label = shell.type.snug(self.label(), LABEL.tinted(look.text), self._label_at.w)
        at = space.place(Rect(self._label_at.x, self._label_at.y, label.natural, label.height))
        label.paint(draw, at.x, at.y)
        note = shell.type.set(self.note(), _NOTE.tinted(look.second))
        if note.natural + label.natural + space.em(24) < self._label_at.w:
            at = space.place(Rect(self._label_at.right - note.natural, self._label_at.y, note.natural, note.height))
            note.paint(draw, at.x, at.y)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet, then label, note and paper."""
        super().paint(draw, now)
        if self.low:
            return
        if self._label_at.h:
            self._paint_label(draw)
        self._paint_field(draw, now)
