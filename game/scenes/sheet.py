"""A panel over the softened screen below: a title, a column that scrolls, a way back. Menus, settings and backlog are sheets.

Why so long: one panel for all of them, with everything that scrolls in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes import buttons, key_names
from game.scenes.page_layout import spacing
from game.scenes.screen import Screen
from game.ui import paint, theme
from game.ui.controls import row_height
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell
    from game.ui.geometry import Space
    from game.ui.text import Spacing

_TITLE = Style(theme.TITLE, "display", 400)
# Page keys scroll a sheet, unless a player gave them to something else.
_PAGES = frozenset({Verb.REWIND, Verb.FORWARD})
_BUTTONS = frozenset({Shape.PILL, Shape.MAIN})
# Where the buttons would leave less of the window to read in than this, they scroll with what is read.
_LEAST_VIEW = 0.24


class Sheet(Screen):
    """A screen that is one panel; the subclasses give its title and the controls of its column."""

    width_units = 880.0

    def __init__(self, shell: Shell) -> None:
        """Starts at the top."""
        super().__init__(shell)
        self.offset = 0.0
        self.content = 0.0
        self.panel = Rect(0, 0, 0, 0)
        self.view = Rect(0, 0, 0, 0)
        self.headed = True
        self.title_room = 0.0
        # Whether the buttons at the foot scroll with the column.
        self.low = False
        self._laid_for: tuple[Space, str, Spacing] | None = None

    @property
    def reads(self) -> tuple[Rect, ...]:
        """Returns the view of the column."""
        return (self.shell.space.place(self.view),)

    def title(self) -> str:
        """Returns the words at the top of the panel."""
        raise NotImplementedError

    def column(self, width: float) -> list[Widget]:
        """Returns the controls of the column, their heights set, their places not."""
        raise NotImplementedError

    def gap(self) -> float:
        """Returns the space between two controls of the column."""
        return self.shell.space.px(theme.SPACE[1])

    @property
    def name(self) -> str:
        """Returns the title."""
        return self.title()

    def lay_out(self) -> list[Widget]:
        """Places the panel in the middle, the column inside, and the way back at its foot."""
        space = self.shell.space
        margin = min(space.px(theme.MARGIN), space.width * 0.04)
        top = space.px(40) + space.target(theme.BUTTON_HEIGHT) + space.px(theme.SPACE[1])
        width = min(space.em(self.width_units), space.width - 2 * margin)
        self.panel = self.frame(Rect((space.width - width) / 2, top, width, space.height - top - margin))
        pad = min(space.px(theme.PADDING), width * 0.06)
        inner = self.panel.w - 2 * pad
        self.title_room = self.heading_room(inner)
        heading = self.shell.type.set(self.title(), _TITLE.tinted(self.shell.look.text), self.title_room)
        foot = [self.back_button(), *self.beside_back()]
        room = Rect(self.panel.x + pad, 0, inner, self.panel.bottom - pad * 0.6)
        buttons.place(foot[:1], foot[1:], room, self.shell.type, space)
        foot = [*self.pinned(room, min(widget.rect.y for widget in foot) - space.px(theme.SPACE[2])), *foot]
        free = min(widget.rect.y for widget in foot)
        view_top = self.panel.y + pad + heading.height + space.px(theme.SPACE[2])
        # Where the window is too low for both, what can be done comes before what it is called.
        self.headed = free - space.px(theme.SPACE[1]) - view_top >= space.target(theme.CHOICE_HEIGHT)
        if not self.headed:
            view_top = self.panel.y + pad * 0.6
        self.view = Rect(self.panel.x + pad, view_top, inner, max(20.0, free - space.px(theme.SPACE[1]) - view_top))
        self.low = self.view.h < space.height * _LEAST_VIEW
        if self.low:
            return self._run_on(foot, room)
        widgets = self.column(inner)
        self._stack(widgets)
        self._fit(widgets, foot)
        return [*widgets, *foot]

    def frame(self, panel: Rect) -> Rect:
        """Returns where the panel may stand, of the room below the quick exit."""
        return panel

    def title_width(self) -> float:
        """Returns how wide the title is set: as what is read."""
        return self.view.w

    def heading_room(self, inner: float) -> float:
        """Returns how much of the panel's inner width the title may take."""
        return inner

    def _run_on(self, foot: list[Widget], room: Rect) -> list[Widget]:
        """Has the buttons scroll with the column, below its end: in a window so low there is no room for both."""
        self.view = Rect(self.view.x, self.view.y, self.view.w, max(20.0, room.bottom - self.view.y))
        widgets = [*self.column(self.view.w), *foot]
        self._stack(widgets)
        return widgets

    def _fit(self, widgets: list[Widget], foot: list[Widget]) -> float:
        """Makes the panel as low as what is in it, in the middle of its room; returns how far its foot moved."""
        # Below the last line of a text the buttons would stand too close: some air stays.
        spare = self.view.h - self.content - self.shell.space.px(theme.SPACE[1])
        if spare <= 0:
            return 0.0
        down = round(spare / 2)
        self.panel = Rect(self.panel.x, self.panel.y + down, self.panel.w, self.panel.h - spare)
        self.view = Rect(self.view.x, self.view.y + down, self.view.w, self.view.h - spare)
        for widget in widgets:
            widget.rect = widget.rect.moved(0, down)
        for widget in foot:
            widget.rect = widget.rect.moved(0, down - spare)
        return down - spare

    def _stack(self, widgets: list[Widget]) -> None:
        y = 0.0
        for widget in widgets:
            height = widget.rect.h or row_height(self.shell.type, self.shell.space, widget, self.view.w, self.shell.look)
            widget.rect = Rect(self.view.x, y, self.view.w, height)
            widget.scrolls = True
            y += height + self.gap()
        self.content = max(0.0, y - self.gap())
        self.offset = max(0.0, min(self.offset, self.content - self.view.h))
        for widget in widgets:
            widget.rect = self.shell.space.place(widget.rect.moved(0, self.view.y - self.offset))

    def texts(self) -> list[Widget]:
        """Returns the title."""
        rect = self.shell.space.place(Rect(self.view.x, self.panel.y, self.view.w, max(1.0, self.view.y - self.panel.y)))
        return [Widget("sheet-title", Role.HEADING, self.title(), rect)]

    def perform(self, verb: str, key: str, text: str) -> bool:
        """Does what a screen reader asks; what is scrolled away is brought into view."""
        widget = next((widget for widget in self.widgets if widget.key == key), None)
        if verb == "show" and widget is not None and widget.scrolls and not widget.focusable:
            return self.scroll(widget.rect.y - self.view.y) or True
        return super().perform(verb, key, text)

    def back_button(self) -> Widget:
        """Returns the way back."""
        cap = key_names.cap(self.shell, Verb.BACK)
        return Widget("back", Role.BUTTON, self.shell.t("Back"), shape=Shape.PILL, act=self.escape, icon="back", cap=cap)

    def beside_back(self) -> list[Widget]:
        """Returns what else stands at the foot of the panel."""
        return []

    def pinned(self, room: Rect, bottom: float) -> list[Widget]:
        """Returns what stands still below the column, placed as wide as `room` and no lower than `bottom`."""
        del room, bottom
        return []

    def refresh(self) -> None:
        """Lays the sheet out anew; where the window or the text changed its size, the focused control stays in view."""
        super().refresh()
        settings = self.shell.settings
        now = (self.shell.space, settings.font, spacing(settings))
        changed = now != self._laid_for and (self._laid_for is not None or self.low)
        self._laid_for = now
        if changed:
            self.reveal()

    def reveal(self) -> None:
        """Scrolls so that the focused control can be seen whole."""
        widget = self.focus.on(self.widgets)
        if widget is None or not widget.scrolls:
            return
        room = self.shell.space.px(theme.SPACE[1])
        if widget.rect.y - room < self.view.y:
            self.scroll(widget.rect.y - room - self.view.y)
        elif widget.rect.bottom + room > self.view.bottom:
            self.scroll(min(widget.rect.bottom + room - self.view.bottom, widget.rect.y - room - self.view.y))

    def scroll(self, pixels: float) -> bool:
        """Moves the column; tells whether it moved."""
        before = self.offset
        self.offset = max(0.0, min(self.offset + pixels, self.content - self.view.h))
        if self.offset == before:
            return False
        self.refresh()
        self._follow()
        return True

    def turns_page(self, following: Widget, *, first: bool) -> bool:
        """Scrolls words that nothing in them leads through: down before the buttons at the foot, up again before it all starts anew."""
        more = self.content - self.view.h - self.offset > 1
        if not following.scrolls and not first and more and following.key != "exit":
            self.offset = min(self.offset + 0.8 * self.view.h, self.content - self.view.h)
            self.refresh()
            return True
        if first and not following.scrolls:
            self.scroll(-self.content)
        return False

    def _follow(self) -> None:
        """Moves the focus to the nearest control that can be seen, where its own was scrolled away; never onto the quick exit."""
        widget = self.focus.on(self.widgets)
        if widget is None or self._seen(widget):
            return
        seen = [other for other in self.widgets if other.focusable and other.key != "exit" and self._seen(other)]
        if seen:
            near = min(seen, key=lambda other: (not other.scrolls, abs(other.rect.y - widget.rect.y)))
            self.focus.key = near.key

    def _seen(self, widget: Widget) -> bool:
        return not widget.scrolls or (widget.rect.bottom > self.view.y and widget.rect.y < self.view.bottom)

    def press_focused(self) -> bool:
        """Presses what has the focus; where that was scrolled away, a first press only shows it."""
        widget = self.focus.on(self.widgets)
        if widget is None or self._seen(widget):
            return super().press_focused()
        self.reveal()
        return True

    def wheel(self, steps: float) -> bool:
        """Scrolls by the wheel."""
        return self.scroll(-steps * self.shell.space.em(90))

    def drag(self, pixels: float) -> bool:
        """Scrolls by a finger."""
        return pixels != 0 and self.scroll(pixels)

    def key(self, event: pygame.event.Event) -> bool:
        """Takes page keys for scrolling, the rest as every screen does."""
        page = {pygame.K_PAGEUP: -0.85, pygame.K_PAGEDOWN: 0.85}.get(event.key)
        if page is not None and self.verbs(event) <= _PAGES:
            return self.scroll(page * self.view.h)
        return super().key(event)

    def arrow(self, dx: int, dy: int) -> bool:
        """Moves the focus; where nothing more can take it, the column scrolls."""
        widget = self.focus.on(self.widgets)
        far = dy and (widget is None or not self._near(widget, dy))
        if far and self.scroll(dy * self.shell.space.em(120)):
            return True
        return super().arrow(dx, dy)

    def _near(self, widget: Widget, dy: int) -> bool:
        """Tells whether the next control in this direction lies no further than a screenful away."""
        ahead = [other for other in self.widgets if other.focusable and (other.rect.y - widget.rect.y) * dy > 1]
        return any(abs(other.rect.y - widget.rect.y) < self.view.h + widget.rect.h for other in ahead)

    def visible(self) -> Rect | None:
        """Returns the view, with room for the focus ring."""
        return self.shell.space.place(self.view).grown(self.shell.space.px(6))

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the panel, its title, the column inside its view, and the rest."""
        self.now = now
        shell, space = self.shell, self.shell.space
        self.ground(draw)
        # No wider than its words, so that a title in the other direction stands at the side where reading begins.
        heading = shell.type.snug(self.title() if self.headed else "", _TITLE.tinted(shell.look.text), self.title_width())
        top = self.panel.y + min(space.px(theme.PADDING), self.panel.w * 0.06)
        at = space.place(Rect(self.view.x, top, heading.width, heading.height))
        heading.paint(draw, at.x, at.y)
        view = space.place(self.view)
        self._paint_column(draw, view)
        self._paint_scrollbar(draw, view)
        brush = self.brush(draw)
        for widget in self.widgets:
            if not widget.scrolls:
                brush.control(widget, focused=self.shows_focus(widget))

    def ground(self, draw: skia.Canvas) -> None:
        """Draws what everything stands on."""
        paint.panel(draw, self.panel, self.shell.look, self.shell.space, lamp_right=self.shell.space.rtl)

    def _paint_column(self, draw: skia.Canvas, view: Rect) -> None:
        """Draws the column inside its view; it fades where more lies above or below."""
        room = view.grown(self.shell.space.px(8))
        above, below = self.offset > 1, self.offset < self.content - self.view.h - 1
        soft = self.shell.look.lights and (above or below)
        if soft:
            draw.saveLayer(paint.area(room))
        else:
            draw.save()
        draw.clipRect(paint.area(room))
        for widget in self.widgets:
            if widget.scrolls and widget.rect.bottom > self.view.y - 10 and widget.rect.y < self.view.bottom + 10:
                # Buttons that run on below the column stay buttons, whatever a screen's own rows look like.
                (super().paint_control(self.brush(draw), widget) if widget.shape in _BUTTONS else self.paint_item(draw, widget))
        if soft:
            paint.soften_edges(draw, room, self.shell.space.px(18), above=above, below=below)
        draw.restore()

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws one control of the column."""
        self.brush(draw).control(widget, focused=self.shows_focus(widget))

    def _paint_scrollbar(self, draw: skia.Canvas, view: Rect) -> None:
        if self.content <= self.view.h:
            return
        space = self.shell.space
        width = max(4.0, space.px(6))
        x = view.x - space.px(22) if space.rtl else view.right + space.px(22) - width
        track = Rect(x, view.y, width, view.h)
        draw.drawRRect(paint.rounded(track, width / 2), paint.fill(self.shell.look.rule))
        part = view.h / self.content
        thumb = Rect(x, view.y + view.h * self.offset / self.content, width, max(24.0, view.h * part))
        draw.drawRRect(paint.rounded(thumb, width / 2), paint.fill(self.shell.look.second))
