"""The story itself: a picture, a panel of text that grows line by line, and choices.

Why so long: every key, press and turn of the wheel that reading knows is told apart here, in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes import choices, opening, page_layout
from game.scenes.page_painter import PagePainter, Showing
from game.scenes.reader import Reader
from game.scenes.screen import Screen
from game.scenes.shell import Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.scenes.shell import Shell
    from game.ui.controls import Brush

_DIGITS = {**{pygame.K_1 + n: n for n in range(9)}, **{pygame.K_KP_1 + n: n for n in range(9)}}
_MOVES = frozenset({pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_TAB})
_READ_ON = frozenset({pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER})
_ARMED = 0.35  # whoever presses Enter to read on must not choose by it: choices take it once they have stood this long


class ReadingScreen(Screen):
    """Reads the journey of the session."""

    def __init__(self, shell: Shell) -> None:
        """Opens nothing before it is entered."""
        super().__init__(shell)
        self.reader: Reader | None = None
        self.moved_focus = False
        self.hidden = False

    @property
    def overlay(self) -> bool:
        """The story covers everything."""
        return False

    @property
    def name(self) -> str:
        """Returns the story's title."""
        session = self.shell.session
        return session.words(session.book.manifest.title) if session else self.shell.t("Story")

    # Opening --------------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Opens the chosen story where it was left, or goes on; a story that cannot be opened is told of on the shelf."""
        session = self.shell.session or opening.resumed(self.shell)
        if session is None:
            self.shell.verbs.home()
            return
        self.shell.session = session
        if self.reader is None or self.reader.session is not session:
            self.reader = Reader(self.shell, session)
            self.reader.open_sounds(self.now)
            self.take_turn()
        else:
            self.retake()
        self.refresh()

    def left(self) -> None:
        """The picture rests while another screen is on top."""
        if self.reader:
            self.reader.air.backdrop.cut()

    def closed(self) -> None:
        """Lets go of the scenes."""
        if self.reader:
            self.reader.air.backdrop.forget()

    def take_turn(self) -> None:
        """Takes up the journey's current page from its beginning."""
        self._turned(lambda reader: reader.take_turn(self.now))

    def retake(self) -> None:
        """Takes the page up again in another language or window, as far as it was read."""
        self._turned(lambda reader: reader.retake(self.now))

    def _turned(self, turn: Callable[[Reader], object]) -> bool:
        """Goes somewhere in the story; no choice has the focus there yet. Tells whether that moved anything."""
        if self.reader is None:
            return False
        moved = turn(self.reader)
        self.focus.key = ""
        self.moved_focus = False
        self.refresh()
        return bool(moved)

    @property
    def shows_choices(self) -> bool:
        """Tells whether the choices, or what stands at an end, are shown."""
        return self.reader is not None and self.reader.here.choices

    # Laying out -----------------------------------------------------------------------------------------------------

    def lay_out(self) -> list[Widget]:
        """Places the choices on the panel, and the buttons above it."""
        if self.reader is None or self.hidden:
            return []
        page = [*self._choices(self.reader)] if self.shows_choices else [choices.next_button(self.reader, self.read_on)]
        return [*page, self._menu_button()]

    def _choices(self, reader: Reader) -> list[Widget]:
        acts = [self._chooser(choice.index) for choice in reader.session.page.choices]
        return choices.widgets(reader, acts or [self.shell.verbs.home, lambda: self.shell.verbs.go(Route.BACKLOG)])

    def _chooser(self, index: int) -> Callable[[], None]:
        def choose() -> None:
            self._turned(lambda reader: reader.choose(index, self.now))

        return choose

    def _menu_button(self) -> Widget:
        shell, space = self.shell, self.shell.space
        leave = space.place(self.quick_exit().rect)
        width, height = page_layout.pill(shell, shell.t("Menu"))
        rect = space.place(Rect(leave.x - space.px(theme.SPACE[1]) - width, leave.y, width, height))
        return Widget("menu", Role.BUTTON, shell.t("Menu"), rect, Shape.PILL, lambda: shell.verbs.go(Route.MENU), icon="menu")

    def always(self) -> list[Widget]:
        """Returns the quick exit, unless the interface is hidden."""
        return [] if self.hidden else super().always()

    def first(self) -> str:
        """The focus starts on the first choice, or on reading on."""
        return "choice-0" if self.shows_choices else "next"

    def shows_focus(self, widget: Widget) -> bool:
        """Shows the focus everywhere but on reading on, which has a sign of its own."""
        return super().shows_focus(widget) and widget.key != "next"

    # Doing ----------------------------------------------------------------------------------------------------------

    def read_on(self) -> bool:
        """Shows what comes next; tells whether there was anything."""
        return self._turned(lambda reader: reader.read_on(self.now))

    def rewind(self) -> bool:
        """Goes back a beat."""
        return self._turned(lambda reader: reader.rewind(self.now))

    def forward(self) -> bool:
        """Goes forward a beat, where it was read before."""
        return self._turned(lambda reader: reader.forward(self.now))

    def hide(self) -> None:
        """Hides everything but the picture, until the next key or press."""
        self.hidden = True
        self.refresh()

    def _show(self) -> bool:
        was, self.hidden = self.hidden, False
        if was:
            self.refresh()
        return was

    def escape(self) -> None:
        """Opens the menu."""
        self.shell.verbs.go(Route.MENU)

    # Events ---------------------------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        """Takes digits, reading keys and short cuts; the rest as every screen does."""
        if self._show():
            return True
        taken = self._reading_key(event)
        if event.key in _MOVES:
            self.moved_focus = True
        return taken or super().key(event)

    def _reading_key(self, event: pygame.event.Event) -> bool:
        """Takes the keys that only this screen has; tells whether it was one."""
        key = event.key
        if key in _DIGITS and not event.mod & pygame.KMOD_CTRL:
            return self._choose(_DIGITS[key])
        if key in _READ_ON:
            return self._reads_on(key)
        if key in {pygame.K_UP, pygame.K_DOWN} and not (self.shows_choices and self.moved_focus):
            return self._scroll(self.shell.space.em(90 if key == pygame.K_DOWN else -90))
        verb = self._short_cuts().get(key)
        if verb is not None:
            verb()
        return verb is not None

    def _choose(self, number: int) -> bool:
        """Takes a choice by its number, where choices are shown."""
        widget = next((widget for widget in self.widgets if widget.key == f"choice-{number}"), None)
        return self.press(widget)

    def _reads_on(self, key: int) -> bool:
        """Tells whether a key read on instead of pressing what has the focus."""
        widget = self.focus.on(self.widgets)
        if widget is not None and widget.key in {"menu", "exit"}:
            return False
        if not self.shows_choices or (self.reader and self.reader.layout.hidden_below(self.reader.here, self.reader.scrolled) > 1):
            return self.read_on()
        early = self.reader is not None and self.now - self.reader.beat_at < _ARMED
        return not self.moved_focus and (key == pygame.K_SPACE or early)

    def _short_cuts(self) -> dict[int, Callable[[], object]]:
        go = self.shell.verbs.go
        return {
            pygame.K_PAGEUP: self.rewind,
            pygame.K_BACKSPACE: self.rewind,
            pygame.K_PAGEDOWN: self.forward,
            pygame.K_m: lambda: go(Route.MENU),
            pygame.K_l: lambda: go(Route.BACKLOG),
            pygame.K_h: self.hide,
            pygame.K_F5: self.shell.verbs.quick_save,
            pygame.K_F9: self.shell.verbs.quick_load,
        }

    def _scroll(self, pixels: float) -> bool:
        moved = self.reader is not None and self.reader.scroll(pixels)
        if moved:
            self.refresh()
        return moved

    def elsewhere(self, place: tuple[int, int]) -> bool:
        """A press beside every control reads on."""
        del place
        return self._show() or self.read_on()

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the focus with the pointer, but not onto reading on."""
        widget = self.under(place)
        if widget is None or widget.key == "next":
            return False
        self.moved_focus = True
        return super().point(place)

    def wheel(self, steps: float) -> bool:
        """Scrolls a column taller than the panel; else up rewinds and down reads on where it was read before."""
        if self._scroll(-steps * self.shell.space.em(80)):
            return True
        return steps != 0 and (self.rewind() if steps > 0 else self.forward())

    def visible(self) -> Rect | None:
        """Returns the panel's column, with room for the focus ring."""
        return self.shell.space.place(self.reader.layout.view).grown(self.shell.space.px(12)) if self.reader else None

    def reveal(self) -> None:
        """Brings the focused choice into view."""
        widget = self.focus.on(self.widgets)
        if self.reader is None or widget is None or not widget.scrolls:
            return
        view = self.reader.layout.view
        below, above = widget.rect.bottom - view.bottom, view.y - widget.rect.y
        self._scroll(below + 8 if below > 0 else -above - 8 if above > 0 else 0.0)

    # Drawing --------------------------------------------------------------------------------------------------------

    def moving(self, now: float) -> bool:
        """Moves while text comes in, words follow, or the picture is awake."""
        if self.reader is None:
            return False
        if self.reader.revealed(now) is not None or self.reader.air.backdrop.moving(now, still=self.shell.still):
            return True
        coming = theme.TEXT_IN + len(self.widgets) * theme.CHOICE_STEP + theme.CHOICE_IN
        return super().moving(now) or now - self.reader.beat_at < (theme.FADE if self.shell.still else coming)

    def paint_control(self, brush: Brush, widget: Widget) -> None:
        """Draws a control; choices come one after the other, though they take keys at once."""
        age = self.now - self.reader.beat_at if self.reader and not self.shell.still else 1e9
        part = choices.coming(widget, age)
        if part < 1:
            brush.draw.saveLayerAlpha(paint.area(widget.rect.grown(24)), round(part * 255))
        super().paint_control(brush, widget)
        if part < 1:
            brush.draw.restore()

    def due(self, now: float) -> float | None:
        """Returns when a pause or a caption ends."""
        if self.reader is None:
            return None
        ends = [end - now for end in (self.reader.hold_until, self.reader.air.caption_until) if end > now]
        return max(0.0, min(ends)) + 0.001 if ends else None

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the picture, the panel, the text, the portrait, the choices."""
        self.now, reader, shell = now, self.reader, self.shell
        if reader is None:
            return
        if 0 < reader.hold_until <= now:
            self._turned(lambda at: at.release(now))
        backdrop = reader.air.backdrop
        backdrop.fetch(shell.space, now)
        backdrop.paint(draw, shell.space, now, still=shell.still)
        if self.hidden:
            return
        free = min((shell.space.place(widget.rect).x for widget in self.widgets if widget.key == "menu"), default=0.0)
        showing = Showing(reader.here, now - reader.beat_at, reader.scrolled, reader.revealed(now), reader.air.heard(now), free)
        PagePainter(draw, shell, reader.layout, showing).paint()
        super().paint(draw, now)
