"""A sheet of paper to write on: lines, caret, selection, clipboard, and what an input method composes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.lines import Lines
from game.ui.text import Style

if TYPE_CHECKING:
    import skia

    from game.ui.draft import Draft
    from game.ui.geometry import Space
    from game.ui.lines import Row
    from game.ui.text import Typesetter
    from game.ui.theme import Theme

_PAPER, _PAPER_END, _INK, _CARET, _CHOSEN = 0xFFFDF6EA, 0xFFF3E4CB, 0xFF1C1E45, 0xFFA34A22, 0x55F2B05E
_BLINK = 0.55
# What rounding may take from a line that still counts as whole.
_HAIR = 0.02
_JOINED = "\u200d"
_DOT = "•"
_COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META


class Field:
    """Shows a draft and takes keys for it. `paper` draws it as a sheet; else it takes the theme's colours."""

    def __init__(self, draft: Draft, typesetter: Typesetter, style: Style | None = None) -> None:
        """Shows a draft in a style."""
        self.draft = draft
        self.type = typesetter
        self.style = style or Style(theme.PROSE, "prose", 400, colour=_INK)
        self.composed = ""
        self.rect = Rect(0, 0, 0, 0)
        self.offset = 0.0
        # Whether lines begin at the right before there is a letter that says so.
        self.rtl = False
        # Whether dots stand for what is written.
        self.veiled = False
        self._lines = Lines(typesetter, self.style)
        self._wish: float | None = None
        self._pressed = False
        self._pad = 0.0
        self._painted = 0.0

    # Lines ------------------------------------------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Returns the lines as they are shown."""
        return self._lines.rows(self.shown, max(40.0, self.rect.w - 2 * self._pad), rtl=self.rtl)

    @property
    def shown(self) -> str:
        """Returns what can be seen of the draft."""
        return _DOT * len(self.draft.text) if self.veiled else self.draft.text

    def _row_of(self, rows: list[Row], place: int) -> int:
        """Returns the line that a place stands on; at a break inside a paragraph, the later one."""
        return max((number for number, row in enumerate(rows) if row.start <= place), default=0)

    def _x(self, row: Row, place: int) -> float:
        """Returns where a place stands in its line, from the field's left edge."""
        at = place - row.start
        before = row.text[:at]
        if row.rtl and 0 < at < len(row.text) and row.text[at - 1 : at + 1].isalpha():
            # Letters that join the next one have another shape than at a word's end: measured so, the caret stands between them.
            before += _JOINED
        wide = self._lines.wide(before)
        return self.rect.w - self._pad - wide if row.rtl else self._pad + wide

    def _nearest(self, row: Row, x: float) -> int:
        """Returns the place in a line nearest to a point."""
        places = range(row.start, row.end + 1)
        return min(places, key=lambda place: abs(self._x(row, place) - x))

    def height(self, width: float, space: Space, least: int) -> float:
        """Returns the height for all lines, at least so many."""
        self._pad, self.rtl = space.em(28), space.rtl
        self.rect = self.rect._replace(w=width)
        return max(least, len(self.rows())) * self.type.line(self.style) + 2 * space.em(20)

    # Keys -------------------------------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        """Takes a key; tells whether it meant something to the text."""
        extend, command = bool(event.mod & pygame.KMOD_SHIFT), bool(event.mod & _COMMAND)
        if self.composed:
            return bool(event.key != pygame.K_TAB)
        draft = self.draft
        if event.key in {pygame.K_LEFT, pygame.K_RIGHT}:
            rows = self.rows()
            turned = rows[self._row_of(rows, draft.caret)].rtl
            draft.step(1 if (event.key == pygame.K_RIGHT) != turned else -1, extend=extend, words=command)
        elif event.key in {pygame.K_UP, pygame.K_DOWN}:
            return self._line(1 if event.key == pygame.K_DOWN else -1, extend=extend)
        elif event.key in {pygame.K_HOME, pygame.K_END}:
            self._edge(event.key == pygame.K_END, extend=extend, whole=command)
        elif event.key in {pygame.K_BACKSPACE, pygame.K_DELETE}:
            draft.erase(-1 if event.key == pygame.K_BACKSPACE else 1, words=command)
        elif event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and draft.lines and not command:
            draft.insert("\n")
        elif command:
            return self._command(event.key, extend=extend)
        else:
            # Letters come as text; they must not press anything here.
            return event.key == pygame.K_SPACE or (event.unicode.isprintable() and bool(event.unicode))
        self._wish = None
        return True

    def _command(self, key: int, *, extend: bool) -> bool:
        draft = self.draft
        if key == pygame.K_a:
            draft.select_all()
        elif key in {pygame.K_c, pygame.K_x} and draft.selected and not self.veiled:
            pygame.scrap.put_text(draft.selected)
            if key == pygame.K_x:
                draft.erase(-1)
        elif key == pygame.K_v:
            draft.insert(pygame.scrap.get_text())
        elif key == pygame.K_y or (key == pygame.K_z and extend):
            draft.redo()
        elif key == pygame.K_z:
            draft.undo()
        else:
            return False
        return True

    def _line(self, by: int, *, extend: bool) -> bool:
        rows = self.rows()
        number = self._row_of(rows, self.draft.caret)
        if not 0 <= number + by < len(rows):
            return False
        wish = self._x(rows[number], self.draft.caret) if self._wish is None else self._wish
        row = rows[number + by]
        place = self._nearest(row, wish)
        # At the end of a line that goes on below, the place is the next line's beginning.
        if place == row.end and number + by + 1 < len(rows) and rows[number + by + 1].start == row.end and row.text:
            place -= 1
        self.draft.move(place, extend=extend)
        self._wish = wish
        return True

    def _edge(self, end: bool, *, extend: bool, whole: bool) -> None:  # noqa: FBT001  one of the two edges
        rows = self.rows()
        number = self._row_of(rows, self.draft.caret)
        row = rows[number]
        goes_on = number + 1 < len(rows) and rows[number + 1].start == row.end
        last = row.end - 1 if goes_on and row.text else row.end
        self.draft.move((len(self.draft.text) if whole else last) if end else (0 if whole else row.start), extend=extend)

    def handle(self, event: pygame.event.Event) -> bool:
        """Takes typed and composed text, and the mouse inside; tells whether it meant something."""
        if event.type == pygame.TEXTINPUT:
            self.composed = ""
            self.draft.insert(event.text)
            self._wish = None
        elif event.type == pygame.TEXTEDITING:
            self.composed = event.text
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT and self.rect.holds(*event.pos):
            place = self._at(*event.pos)
            if getattr(event, "clicks", 1) == 2:
                self.draft.select_word(place)
            else:
                self.draft.move(place, extend=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
            self._pressed = True
        elif event.type == pygame.MOUSEMOTION and self._pressed and event.buttons[0]:
            self.draft.move(self._at(*event.pos), extend=True)
        elif event.type == pygame.MOUSEBUTTONUP:
            self._pressed = False
            return False
        elif event.type == pygame.MOUSEWHEEL:
            return self.scroll(-event.y * self.type.line(self.style) * 2)
        else:
            return False
        return True

    def _at(self, x: float, y: float) -> int:
        rows = self.rows()
        number = int((y - self.rect.y - self._inset() + self.offset) // self.type.line(self.style))
        return self._nearest(rows[max(0, min(len(rows) - 1, number))], x - self.rect.x)

    def scroll(self, pixels: float) -> bool:
        """Moves the lines; tells whether they moved."""
        before = self.offset
        most = len(self.rows()) * self.type.line(self.style) - self._room()
        self.offset = max(0.0, min(self.offset + pixels, most))
        return self.offset != before

    def _room(self) -> float:
        """Returns how tall the part is in which lines are seen: whole lines, so that none is cut in half."""
        line = self.type.line(self.style)
        return max(1, int((self.rect.h - 1.4 * self._pad) / line + _HAIR)) * line

    def _inset(self) -> float:
        """Returns how far below its upper edge the first line stands; on low paper, in the middle."""
        return min(self._pad * 0.7, max(0.0, (self.rect.h - self._room()) / 2))

    def reveal(self) -> None:
        """Scrolls so that the caret can be seen."""
        line = self.type.line(self.style)
        top = self._row_of(self.rows(), self.draft.caret) * line
        room = self._room()
        if top < self.offset:
            self.offset = top
        elif top + line > self.offset + room:
            self.offset = top + line - room
        self.scroll(0)

    # Drawing ----------------------------------------------------------------------------------------------------------

    def caret_rect(self) -> Rect:
        """Returns where the caret stands in the window: input methods show their list beside it."""
        rows = self.rows()
        number = self._row_of(rows, self.draft.caret)
        line = self.type.line(self.style)
        y = self.rect.y + self._inset() + number * line - self.offset
        return Rect(self.rect.x + self._x(rows[number], self.draft.caret), y, max(2.0, line / 18), line)

    def blink(self, now: float, *, still: bool) -> bool:
        """Tells whether the caret shows; a still one always does."""
        return still or int(now / _BLINK) % 2 == 0

    def due(self, now: float) -> float:
        """Returns the seconds until the caret blinks, counted from what was drawn last: the moment comes, and passes."""
        return (self._painted // _BLINK + 1) * _BLINK - now

    def paint(self, draw: skia.Canvas, look: Theme, space: Space, now: float, *, focused: bool, still: bool) -> None:
        """Draws paper, selection, lines and caret."""
        self._painted = now
        radius = space.px(theme.RADIUS_CHOICE)
        rect = self.rect
        draw.drawRRect(paint.rounded(rect, radius), paint.linear(rect.x, rect.y, rect.right, rect.bottom, (_PAPER, _PAPER_END)))
        if look.edge:
            draw.drawRRect(paint.rounded(rect.grown(-1), radius), paint.fill(look.edge, stroke=2))
        draw.save()
        draw.clipRRect(paint.rounded(rect, radius), doAntiAlias=True)
        line, top = self.type.line(self.style), rect.y + self._inset()
        y, bottom = top - self.offset, top + self._room()
        begin, end = self.draft.selection
        for row in self.rows():
            if top - 1 < y < bottom - 1:
                self._paint_row(draw, row, y, line, begin, end)
            y += line
        if focused:
            self._paint_caret(draw, now, still=still)
        draw.restore()

    def _paint_row(self, draw: skia.Canvas, row: Row, y: float, line: float, begin: int, end: int) -> None:
        first, last = max(begin, row.start), min(end, row.end)
        if first < last:
            ends = sorted((self._x(row, first), self._x(row, last)))
            draw.drawRect(paint.area(Rect(self.rect.x + ends[0], y, ends[1] - ends[0], line)), paint.fill(_CHOSEN))
        if row.text.strip():
            block = self.type.set(row.text, self.style)
            x = self.rect.right - self._pad - block.width if row.rtl else self.rect.x + self._pad
            block.paint(draw, x, y)

    def _paint_caret(self, draw: skia.Canvas, now: float, *, still: bool) -> None:
        at = self.caret_rect()
        if self.composed:
            block = self.type.set(self.composed, self.style.tinted(_CARET))
            draw.drawRect(paint.area(Rect(at.x, at.y, block.natural, at.h)), paint.fill(_PAPER))
            block.paint(draw, at.x, at.y)
            draw.drawRect(paint.area(Rect(at.x, at.y + at.h * 0.86, block.natural, max(2.0, at.h / 24))), paint.fill(_CARET))
        elif self.blink(now, still=still):
            draw.drawRect(paint.area(Rect(at.x, at.y + at.h * 0.12, at.w, at.h * 0.76)), paint.fill(_CARET))

    def forget(self) -> None:
        """Lets go of everything that was written."""
        self.draft.clear()
        self.composed = ""
        self._lines.forget()
