"""The story itself: a picture, a panel of text that grows line by line, and choices.

Why so long: every key, press and turn of the wheel that reading knows is told apart here, in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes import before_after, chat_aloud, choices, opening, reading_aloud
from game.scenes.chat_page import ChatPage
from game.scenes.chat_painter import RESTLESS, ChatPainter
from game.scenes.pace import Pace
from game.scenes.page_painter import PagePainter, Showing
from game.scenes.reader import Reader
from game.scenes.screen import Screen
from game.scenes.shell import Route
from game.scenes.softened import Softened
from game.scenes.talk import Talks
from game.scenes.talks import began
from game.ui import paint, theme
from game.ui.controls import pill_size
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.scenes.shell import Shell
    from game.ui.controls import Brush

_DIGITS = {**{pygame.K_1 + n: n for n in range(9)}, **{pygame.K_KP_1 + n: n for n in range(9)}}
_MOVES = frozenset({Verb.UP, Verb.DOWN, Verb.LEFT, Verb.RIGHT, Verb.NEXT, Verb.PREVIOUS})
_PAGES = {pygame.K_PAGEUP: -0.85, pygame.K_PAGEDOWN: 0.85}
_ARMED = 0.35  # whoever presses Enter to read on must not choose by it: choices take it once they have stood this long


class ReadingScreen(Screen):
    """Reads the journey of the session."""

    def __init__(self, shell: Shell) -> None:
        """Opens nothing before it is entered."""
        super().__init__(shell)
        self.reader: Reader | None = None
        self.moved_focus = False
        self.hidden = False
        self.pace = Pace(shell)
        self._soft = Softened()

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
        session.draw_map(wanted=self.shell.settings.keep_map)
        if self.reader is None or self.reader.session is not session:
            self.reader = Reader(self.shell, session)
            self.reader.open_sounds(self.now)
            self._turned(lambda reader: reader.take_turn(self.now, end=session.to_choices))
            session.to_choices = False
        else:
            self.retake()
        wish, self.shell.pace = self.shell.pace, ""
        if wish:
            self.pace.begin(wish)
        self.refresh()

    def handle(self, event: pygame.event.Event) -> bool:
        """Takes events as every screen does, and the end of a key that is held to skip."""
        before = self.pace.mode
        taken = self.pace.released(event) or super().handle(event)
        if self.pace.mode != before:
            self.refresh()
        return taken

    def left(self) -> None:
        """The picture rests while another screen is on top; nothing reads on by itself."""
        self.pace.stop()
        if self.reader:
            self.reader.air.backdrop.cut()

    def closed(self) -> None:
        """Lets go of the scenes."""
        if self.reader:
            self.reader.air.backdrop.forget()
        self._soft.forget()

    def take_turn(self) -> None:
        """Takes up the journey's current page from its beginning."""
        self._turned(lambda reader: reader.take_turn(self.now))

    def retake(self) -> None:
        """Takes the page up again in another language or window, as far as it was read."""
        self._turned(lambda reader: reader.retake(self.now))

    def refresh(self) -> None:
        """Lays out anew; where the choice with the focus was scrolled away, the nearest one that can be seen has it."""
        super().refresh()
        widget, view = self.focus.on(self.widgets), self.reader.layout.view if self.reader else None
        if view is None or widget is None or not widget.scrolls:
            return
        seen = [other for other in self.widgets if other.scrolls and other.rect.bottom > view.y and other.rect.y < view.bottom]
        if seen and widget not in seen:
            self.focus.key = min(seen, key=lambda other: abs(other.rect.y - widget.rect.y)).key

    def _turned(self, turn: Callable[[Reader], object]) -> bool:
        """Goes somewhere in the story; no choice has the focus there yet. Tells whether that moved anything."""
        if self.reader is None:
            return False
        moved = turn(self.reader)
        if self.shell.telling is not None:
            self.shell.telling.turned(self.reader.session)
        self.focus.key = ""
        self.moved_focus = False
        self.refresh()
        return bool(moved)

    @property
    def shows_choices(self) -> bool:
        """Tells whether the choices, or what stands at an end, are shown."""
        return self.reader is not None and self.reader.asks

    # Laying out -----------------------------------------------------------------------------------------------------

    def lay_out(self) -> list[Widget]:
        """Places the choices on the panel, and the buttons above it."""
        if self.reader is None or self.hidden:
            return []
        page = [*self._choices(self.reader)] if self.shows_choices else [choices.next_button(self.reader, self.read_on)]
        return [*page, *self._talks_button(self.reader), *self._top_buttons()]

    def _talks_button(self, reader: Reader) -> list[Widget]:
        """Returns the way to the other conversations, where there are any."""
        page = reader.layout
        words = page.waiting(reader.here) if isinstance(page, ChatPage) else ""
        if not isinstance(page, ChatPage) or not words:
            return []
        button = Widget("talks", Role.BUTTON, words, shape=Shape.PILL, icon="talks", news=True)
        button.rect = page.row_rect(pill_size(self.shell.type, self.shell.space, button)[0])
        button.act = self._open_talks
        return [button]

    def _open_talks(self) -> None:
        reader = self.reader
        if reader is not None and isinstance(reader.layout, ChatPage):
            self.shell.talks = Talks(reader.layout.talks(reader.here), reader.session, began(reader.session))
            self.shell.verbs.go(Route.TALKS)

    def _choices(self, reader: Reader) -> list[Widget]:
        acts = [self._chooser(choice.index) for choice in reader.session.page.choices]
        earlier = Route.BACKLOG if self.shell.party is None else Route.GROUP_WAYS
        return choices.widgets(reader, acts or [self._home, lambda: self.shell.verbs.go(earlier)])

    def _home(self) -> None:
        """Leaves an ending for the shelf, by way of the messages where they are sorted once more; a group talks first."""
        if self.shell.party is not None:
            self.shell.verbs.go(Route.GROUP_TALK)
        elif self.shell.session is None or not before_after.after(self.shell, self.shell.session):
            self.shell.verbs.home()

    def _chooser(self, index: int) -> Callable[[], None]:
        def choose() -> None:
            if self.shell.party is None:
                self.take(index)
            else:
                self.shell.verbs.go(Route.GROUP_VOTE)

        return choose

    def take(self, index: int) -> None:
        """Takes a choice of the page."""
        self._turned(lambda reader: reader.choose(index, self.now))

    @property
    def reads(self) -> tuple[Rect, ...]:
        """Returns where the words and choices stand; nothing where they are hidden. The story's title above them is not among it."""
        if self.reader is None or self.hidden:
            return ()
        space, layout, here = self.shell.space, self.reader.layout, self.reader.here
        parts = [layout.view]
        if isinstance(layout, ChatPage) and layout.frame.beside and here.choices:
            top = layout.choices_top(here, self.reader.scrolled)
            parts.append(Rect(layout.frame.replies.x, top, layout.frame.replies.w, layout.frame.panel.bottom - top))
        return tuple(space.place(part) for part in parts)

    def _top_buttons(self) -> list[Widget]:
        """Returns the menu, and before it the sign of what runs by itself, to which the other buttons give way where room is short."""
        found: list[Widget] = []
        for tight in range(int(self.yields), 3):
            self.tight = tight
            menu = self._menu_button()
            sign = self._sign(menu)
            found = [menu] if sign is None else [sign, menu]
            if sign is None or sign.name in self.pace.words[: 2 if tight else 1]:
                break
        return found

    def _sign(self, menu: Widget) -> Widget | None:
        """Returns the sign, between a phone that reaches up to the buttons and the menu."""
        space, rect, layout = self.shell.space, self.shell.space.place(menu.rect), self.reader.layout if self.reader else None
        gap = space.px(theme.SPACE[1])
        begin = min(space.px(theme.MARGIN), space.width * 0.03)
        if layout is not None and layout.frame.panel.y < rect.bottom:
            begin = layout.frame.panel.right + gap
        sign = self.pace.sign(begin, rect.x - gap, rect.y)
        if sign is not None:
            sign.act = self._rest
        return sign

    def _rest(self) -> None:
        """Ends what runs by itself."""
        self.pace.stop()
        self.refresh()

    def _menu_button(self) -> Widget:
        shell, space = self.shell, self.shell.space
        leave = space.place(self.quick_exit().rect)
        widget = Widget("menu", Role.BUTTON, shell.t("Menu"), shape=Shape.PILL, act=lambda: shell.verbs.go(Route.MENU), icon="menu")
        end = leave.x - space.px(theme.SPACE[1])
        width, height = pill_size(shell.type, space, widget)
        if self.tight or width > end - 4:
            widget.bare = True
            width, height = pill_size(shell.type, space, widget)
        widget.rect = space.place(Rect(end - width, leave.y, width, height))
        return widget

    def always(self) -> list[Widget]:
        """Returns the quick exit, unless the interface is hidden."""
        return [] if self.hidden else super().always()

    def first(self) -> str:
        """The focus starts on the first choice, or on reading on."""
        return "choice-0" if self.shows_choices else "next"

    def shows_focus(self, widget: Widget) -> bool:
        """Shows the focus everywhere but on reading on, which has a sign of its own."""
        return super().shows_focus(widget) and (widget.key != "next" or self.shell.settings.scan)

    # Doing ----------------------------------------------------------------------------------------------------------

    def texts(self) -> list[Widget]:
        """Returns the picture and the words of the page, as far as it is read."""
        if self.reader is None or self.hidden:
            return []
        page = self.reader.layout
        return chat_aloud.texts(self.reader, page, self.now) if isinstance(page, ChatPage) else reading_aloud.texts(self.reader, self.now)

    def read_on(self) -> bool:
        """Shows what comes next; tells whether there was anything. Where a group reads along, choices are its own."""
        moved = self._turned(lambda reader: reader.read_on(self.now))
        if moved and self.shell.party is not None and self.shows_choices and self.reader and self.reader.session.page.choices:
            self.shell.verbs.go(Route.GROUP_VOTE)
        return moved

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
        if self.pace.takes(event):
            return True
        taken = self._reading_key(event)
        if self.verbs(event) & _MOVES:
            self.moved_focus = True
        return taken or super().key(event)

    def _reading_key(self, event: pygame.event.Event) -> bool:
        """Takes the keys that only this screen has; tells whether it was one."""
        key, verbs = event.key, self.verbs(event)
        if key in _DIGITS and not event.mod & pygame.KMOD_CTRL:
            return self._choose(_DIGITS[key])
        if Verb.READ_ON in verbs:
            return self._reads_on(key)
        if verbs & {Verb.UP, Verb.DOWN} and not (self.shows_choices and self.moved_focus):
            return self._scroll(self.shell.space.em(90 if Verb.DOWN in verbs else -90))
        if key in _PAGES and verbs & {Verb.REWIND, Verb.FORWARD} and self._scroll_chat(_PAGES[key]):
            return True
        act = next((act for verb, act in self._short_cuts().items() if verb in verbs), None)
        if act is not None:
            act()
        return act is not None

    def _choose(self, number: int) -> bool:
        """Takes a choice by its number, where choices are shown."""
        widget = next((widget for widget in self.widgets if widget.key == f"choice-{number}"), None)
        return self.press(widget)

    def _reads_on(self, key: int) -> bool:
        """Tells whether a key read on instead of pressing what has the focus."""
        widget = self.focus.on(self.widgets)
        if widget is not None and (widget.key in {"menu", "exit", "talks"} or widget.role is Role.STATUS):
            return False
        if not self.shows_choices or (self.reader and self.reader.layout.hidden_below(self.reader.here, self.reader.scrolled) > 1):
            return self.read_on()
        early = self.reader is not None and self.now - self.reader.beat_at < _ARMED
        return not self.moved_focus and (key == pygame.K_SPACE or early)

    def _short_cuts(self) -> dict[Verb, Callable[[], object]]:
        go = self.shell.verbs.go
        return {
            Verb.REWIND: self.rewind,
            Verb.FORWARD: self.forward,
            Verb.MENU: lambda: go(Route.MENU),
            Verb.BACKLOG: lambda: go(Route.BACKLOG),
            Verb.HIDE: self.hide,
            Verb.SKIP: self.pace.skip,
            Verb.AUTO: self.pace.auto,
            Verb.QUICK_SAVE: self.shell.verbs.quick_save,
            Verb.QUICK_LOAD: self.shell.verbs.quick_load,
        }

    def _scroll_chat(self, part: float) -> bool:
        """Scrolls the messages on the phone by a part of what can be seen; at their ends the keys mean what they do on a page."""
        page = self.reader.layout if self.reader else None
        return isinstance(page, ChatPage) and self._scroll(part * page.view.h)

    def _scroll(self, pixels: float) -> bool:
        moved = self.reader is not None and self.reader.scroll(pixels)
        if moved:
            self.refresh()
        return moved

    def elsewhere(self, place: tuple[int, int]) -> bool:
        """A press beside every control reads on."""
        del place
        return self._show() or self.read_on()

    def lead(self, key: str) -> None:
        """Takes the focus to a control; a choice that has it is meant."""
        self.moved_focus = True
        super().lead(key)

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

    def drag(self, pixels: float) -> bool:
        """Scrolls a column taller than the panel, by a finger."""
        return pixels != 0 and self._scroll(pixels)

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
        if isinstance(self.reader.layout, ChatPage):
            return super().moving(now) or self._chat_moving(self.reader, self.reader.layout, now)
        if self.reader.revealed(now) is not None or self.reader.air.backdrop.moving(now, still=self.shell.still_scenes):
            return True
        coming = theme.TEXT_IN + len(self.widgets) * theme.CHOICE_STEP + theme.CHOICE_IN
        return super().moving(now) or now - self.reader.beat_at < (theme.FADE if self.shell.still else coming)

    def _chat_moving(self, reader: Reader, page: ChatPage, now: float) -> bool:
        """Moves while a message comes in or somebody writes; what is out of focus behind the phone stands still."""
        age = now - reader.beat_at
        if self.shell.still:
            return age < theme.FADE
        replies = theme.TEXT_IN + len(self.widgets) * theme.CHOICE_STEP + theme.CHOICE_IN
        return page.arriving or age < (RESTLESS if page.writing(reader.here) else replies)

    def paint_control(self, brush: Brush, widget: Widget) -> None:
        """Draws a control; choices come one after the other, though they take keys at once."""
        age = self.now - self.reader.beat_at if self.reader and not self.shell.still else 1e9
        part = choices.coming(widget, age)
        if part < 1:
            brush.draw.saveLayerAlpha(paint.area(widget.rect.grown(24)), round(part * 255))
        super().paint_control(brush, widget)
        if widget.key == "next" and self.shows_focus(widget):
            brush.ring(widget.rect, self.shell.space.px(theme.RADIUS_KEY))
        if part < 1:
            brush.draw.restore()

    def due(self, now: float) -> float | None:
        """Returns when a pause or a caption ends."""
        if self.reader is None:
            return None
        ends = [end - now for end in (self.reader.hold_until, self.reader.arrives_at, self.reader.air.caption_until) if end > now]
        wait = self.pace.wait(self.reader, now)
        if wait is not None:
            ends.append(wait)
        return max(0.0, min(ends)) + 0.001 if ends else None

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the picture, the panel, the text, the portrait, the choices."""
        self.now, reader, shell = now, self.reader, self.shell
        if reader is None:
            return
        if 0 < reader.hold_until <= now or 0 < reader.arrives_at <= now:
            self._turned(lambda at: at.release(now))
        if (wait := self.pace.wait(reader, now)) is not None and wait <= 0:
            self._turned(lambda at: self.pace.step(at, now))
        backdrop = reader.air.backdrop
        backdrop.fetch(shell.space, now)
        page = reader.layout
        if isinstance(page, ChatPage) and not self.hidden:
            self._soft.paint(draw, shell, backdrop, now)
        else:
            self._soft.forget()
            backdrop.paint(draw, shell.space, now, still=shell.still_scenes)
        paint.veil(draw, Rect(0, 0, shell.space.width, shell.space.height), shell.veil)
        if self.hidden:
            return
        row = (widget for widget in self.widgets if widget.key == "menu" or widget.role is Role.STATUS)
        free = min((shell.space.place(widget.rect).x for widget in row), default=0.0)
        showing = Showing(reader.here, now - reader.beat_at, reader.scrolled, reader.revealed(now), reader.air.heard(now), free)
        if isinstance(page, ChatPage):
            ChatPainter(draw, shell, page, showing).paint()
        else:
            PagePainter(draw, shell, page, showing).paint()
        super().paint(draw, now)
