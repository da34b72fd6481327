"""The story itself: a picture, a panel of text that grows line by line, and choices."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pygame

from game.errors import ThresholdError
from game.scenes import leaf, page_layout
from game.scenes.page_layout import PageLayout
from game.scenes.page_painter import PagePainter
from game.scenes.screen import Screen
from game.scenes.session import Session
from game.scenes.shell import Route
from game.scenes.turn import Paragraph, paragraphs
from game.ui import theme
from game.ui.backdrop import Backdrop
from game.ui.geometry import Rect
from game.ui.picture import Wanted
from game.ui.text import words_in
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.scenes.shell import Shell
    from game.story.page import Choice, Page

_log = logging.getLogger(__name__)
_DIGITS = {**{pygame.K_1 + n: n for n in range(9)}, **{pygame.K_KP_1 + n: n for n in range(9)}}
_MOVES = frozenset({pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_TAB})
_READ_ON = frozenset({pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER})
# Somebody who presses Enter to read on must not choose by it: choices take Enter once they have stood this long.
_ARMED = 0.35
_CAPTION = 3.5


class ReadingScreen(Screen):
    """Reads the journey of the session."""

    def __init__(self, shell: Shell) -> None:
        """Takes up the session, or opens the chosen story where it was left."""
        super().__init__(shell)
        self.backdrop = Backdrop(shell.pictures)
        self.page: PageLayout | None = None
        self.turn: tuple[Paragraph, ...] = ()
        self.beat = 0
        self.beat_at = -10.0
        self.leaf_at = -10.0
        self.moved_focus = False
        self.caption: tuple[str, float] = ("", -10.0)
        self.hold_until = -1.0
        self.hidden = False
        self.scroll_by = 0.0
        self._air: tuple[object, ...] = ()
        self._entered_journey: object = None

    @property
    def overlay(self) -> bool:
        """The story covers everything."""
        return False

    @property
    def name(self) -> str:
        """Returns the story's title."""
        session = self.shell.session
        return session.words(session.book.manifest.title) if session else self.shell.t("Story")

    @property
    def session(self) -> Session:
        """Returns the session that is read.

        Raises RuntimeError where none was opened: `entered` opens one before anything else happens.
        """
        if self.shell.session is None:
            message = "no session is open"
            raise RuntimeError(message)
        return self.shell.session

    # Opening ----------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Opens the chosen story where it was left, or goes on; a story that cannot be opened is told of on the shelf."""
        if self.shell.session is None and not self._open():
            return
        if self._entered_journey is not self.session.journey:
            self._entered_journey = self.session.journey
            self._open_sounds()
            self.take_turn()
            if self.session.landed:
                self.shell.tell(self.shell.t(self.session.landed))
                self.session.landed = None
        else:
            self.retake()
        self.refresh()

    def _open(self) -> bool:
        shelved = self.shell.chosen
        if shelved is None or shelved.book is None:
            self.shell.verbs.home()
            return False
        saves, book = self.shell.saves, shelved.book
        try:
            info = saves.latest(book.manifest.id)
            if info is None:
                self.shell.session = Session.begin(book, self.shell.words.language, saves)
                self.shell.session.autosave()
            else:
                self.shell.session = Session.resume(book, saves.load(info), saves)
        except ThresholdError as fault:
            _log.warning("%s", fault)
            self.shell.tell(fault.say(self.shell.t))
            self.shell.verbs.home()
            return False
        return True

    def _open_sounds(self) -> None:
        book = self.session.book
        sounds = book.manifest.sounds

        def read(name: str) -> bytes | None:
            try:
                return book.read(sounds[name].file) if name in sounds else None
            except ThresholdError as fault:
                _log.warning("the sound %s cannot be read: %s", name, fault)
                return None

        self._air = ()
        self.shell.sound.open(read, [name for name, sound in sounds.items() if sound.kind == "music"])

    def left(self) -> None:
        """The picture rests while another screen is on top."""
        self.backdrop.cut()

    # Turns and beats --------------------------------------------------------------------------------------------

    def take_turn(self, *, end: bool = False) -> None:
        """Takes up the journey's current page, at its first beat or at its last."""
        self.turn = paragraphs(self.session)
        self.page = None
        self.refresh()
        self.focus.key = ""
        self.moved_focus = False
        self._to_beat(len(self._beats()) - 1 if end else 0, fresh=not end)
        self._order_portraits()
        self._notices()

    def retake(self) -> None:
        """Takes the page up again in another language or layout, as far as it was read."""
        shown, choices = self._position()
        self.turn = paragraphs(self.session)
        self.page = None
        self.refresh()
        self._to_beat(leaf.find(self._beats(), shown, choices=choices), fresh=False)

    def _position(self) -> tuple[int, bool]:
        beats = self._beats()
        beat = beats[min(self.beat, len(beats) - 1)]
        return beat.shown, beat.choices

    def _beats(self) -> tuple[leaf.Beat, ...]:
        return self.page.beats if self.page else (leaf.Beat(0, 0),)

    def _notices(self) -> None:
        if self.session.notice is not None:
            self.shell.tell(self.session.notice.say(self.shell.t))
            self.session.notice = None

    @property
    def here(self) -> leaf.Beat:
        """Returns the beat that is shown."""
        return self._beats()[min(self.beat, len(self._beats()) - 1)]

    @property
    def shows_choices(self) -> bool:
        """Tells whether the choices, or what stands at an end, are shown."""
        return self.here.choices

    def _to_beat(self, number: int, *, fresh: bool = True) -> None:
        before = self.here.leaf
        self.beat = max(0, min(number, len(self._beats()) - 1))
        self.beat_at = self.now if fresh else -10.0
        if self.here.leaf != before or not fresh:
            self.scroll_by = 0.0
            self.leaf_at = self.beat_at
        self._come_into_force(fresh=fresh)
        self.refresh()
        if self.shows_choices and not self.focus.key.startswith("choice"):
            self.focus.key = ""

    def _come_into_force(self, *, fresh: bool) -> None:
        """Shows the picture and plays the sounds that belong to the newest paragraph."""
        shown = self.here.shown
        paragraph = self.turn[shown - 1] if 0 < shown <= len(self.turn) else None
        stage = paragraph.stage if paragraph else self.session.journey.stage
        scenes = self.session.book.manifest.scenes
        scene = scenes.get(stage.scene) if stage.scene else None
        self.backdrop.show(f"{self.session.book.manifest.id}|{scene.file}" if scene else None)
        self.backdrop.wake(self.now)
        air = (stage.music, stage.ambience)
        if air != self._air:
            self._air = air
            self.shell.sound.layers(stage.music)
            self.shell.sound.air(stage.ambience)
            self._caption_for([*stage.music[-1:], *([stage.ambience] if stage.ambience else [])][-1:] if fresh else [])
        if paragraph and fresh:
            for name in paragraph.sounds:
                self.shell.sound.once(name)
            self._caption_for(paragraph.sounds)
            self.hold_until = -1.0

    def _caption_for(self, names: list[str] | tuple[str, ...]) -> None:
        sounds = self.session.book.manifest.sounds
        captions = [self.session.words(sounds[name].caption) for name in names if name in sounds]
        if captions and self.shell.settings.captions:
            self.caption = (" · ".join(captions), self.now + _CAPTION)

    def _order_portraits(self) -> None:
        width, height = page_layout.portrait_size(self.shell.space)
        for file in dict.fromkeys(paragraph.portrait for paragraph in self.turn if paragraph.portrait):
            self.shell.pictures.get(self.portrait_wanted(file, width, height))

    def portrait_wanted(self, file: str, width: int, height: int) -> Wanted:
        """Returns the order for a portrait."""
        return Wanted(f"{self.session.book.manifest.id}|{file}", width, height)

    # Going on ---------------------------------------------------------------------------------------------------

    def read_on(self) -> bool:
        """Shows the next paragraph, or scrolls to what cannot be seen yet; tells whether there was any."""
        self.shell.banner = ""
        if self.revealing(self.now):
            self.beat_at = -10.0
            return True
        if self.page and self.page.hidden_below(self.here, self.scroll_by) > 1:
            self.scroll_column(self.page.view.h * 0.85)
            return True
        if self.beat + 1 >= len(self._beats()):
            return False
        following = self._beats()[self.beat + 1]
        pause = self.turn[following.shown - 1].pause if 0 < following.shown <= len(self.turn) else 0.0
        if pause and self.hold_until < 0 and not self.shell.still:
            self.hold_until = self.now + pause
            return True
        self._to_beat(self.beat + 1)
        return True

    def rewind(self) -> bool:
        """Goes back a beat, or to the end of the page before."""
        self.shell.banner = ""
        self.hold_until = -1.0
        if self.beat > 0:
            self._to_beat(self.beat - 1, fresh=False)
            return True
        return self._turn_to(self.session.journey.back)

    def forward(self) -> bool:
        """Goes forward a beat, or to the page after, where it was read before."""
        if self.beat + 1 < len(self._beats()):
            self._to_beat(self.beat + 1, fresh=False)
            return True
        return self._turn_to(self.session.journey.forward, end=False)

    def _turn_to(self, way: Callable[[], Page | None], *, end: bool = True) -> bool:
        try:
            page = way()
        except ThresholdError as fault:
            self.shell.tell(fault.say(self.shell.t))
            return True
        if page is None:
            return False
        self.take_turn(end=end)
        return True

    def choose(self, index: int) -> None:
        """Takes a choice."""
        self.shell.banner = ""
        before = self.session.page
        self.session.choose(index)
        if self.session.page is before:
            self._notices()
            return
        self.take_turn()

    def _choose_number(self, number: int) -> bool:
        choices = self.session.page.choices
        if not self.shows_choices or number >= len(choices):
            return False
        self.choose(choices[number].index)
        return True

    # Laying out -------------------------------------------------------------------------------------------------

    def lay_out(self) -> list[Widget]:
        """Places the panel, the choices on it, and the buttons above."""
        if self.shell.session is None:
            return []
        if self.page is None or self.page.stale(self.shell):
            self.page = PageLayout(self.shell, self.turn, self._offers())
        widgets = [self._menu_button()]
        if self.hidden:
            return []
        if self.shows_choices:
            widgets += self._choice_widgets()
        else:
            widgets.append(self._next_button())
        return widgets

    def _offers(self) -> tuple[str, ...]:
        """Returns the words of the choices, or of what can be done at an end."""
        choices = self.session.page.choices
        if choices:
            return tuple(choice.text for choice in choices)
        return (self.shell.t("Back to the shelf"), self.shell.t("Go back to an earlier page"))

    def _choice_widgets(self) -> list[Widget]:
        page = self.page
        if page is None:
            return []
        rects = page.choice_rects(self.here, self.scroll_by)
        choices: tuple[Choice | None, ...] = self.session.page.choices or (None, None)
        ends = (self.shell.verbs.home, lambda: self.shell.verbs.go(Route.BACKLOG))
        widgets = []
        for number, (rect, choice, words) in enumerate(zip(rects, choices, self._offers(), strict=True)):
            act = ends[number] if choice is None else self._chooser(choice.index)
            name = f"{number + 1}"
            widgets.append(Widget(f"choice-{number}", Role.CHOICE, words, rect, Shape.CHOICE, act, cap=name, scrolls=True))
        return widgets

    def _chooser(self, index: int) -> Callable[[], None]:
        return lambda: self.choose(index)

    def _next_button(self) -> Widget:
        page = self.page
        place = page.next_rect() if page else Rect(0, 0, 0, 0)
        return Widget("next", Role.BUTTON, self.shell.t("Read on"), place, Shape.NONE, self.read_on)

    def _menu_button(self) -> Widget:
        shell, space = self.shell, self.shell.space
        leave = self.quick_exit()
        width, height = page_layout.pill(shell, shell.t("Menu"))
        start = space.place(leave.rect)
        rect = space.place(Rect(start.x - space.px(theme.SPACE[1]) - width, start.y, width, height))
        return Widget("menu", Role.BUTTON, shell.t("Menu"), rect, Shape.PILL, lambda: shell.verbs.go(Route.MENU), icon="menu")

    def always(self) -> list[Widget]:
        """Returns the quick exit, unless the interface is hidden."""
        return [] if self.hidden else super().always()

    def first(self) -> str:
        """The focus starts on reading on, or on no choice: none is suggested."""
        return "choice-0" if self.shows_choices else "next"

    def shows_focus(self, widget: Widget) -> bool:
        """Shows the focus everywhere but on reading on, which has a sign of its own."""
        return super().shows_focus(widget) and widget.key != "next"

    # Events -----------------------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        """Takes digits, reading keys and short cuts; the rest as every screen does."""
        if self.hidden:
            self.hidden = False
            self.refresh()
            return True
        taken = self._reading_key(event)
        if event.key in _MOVES:
            self.moved_focus = True
        return taken or super().key(event)

    def _reading_key(self, event: pygame.event.Event) -> bool:
        """Takes the keys that only this screen has; tells whether it was one."""
        key = event.key
        if key in _DIGITS and not event.mod & pygame.KMOD_CTRL:
            return self._choose_number(_DIGITS[key])
        if key in _READ_ON:
            return self._reads_on(key)
        if key in {pygame.K_UP, pygame.K_DOWN}:
            return self._scrolls(key)
        verb = self._short_cuts().get(key)
        if verb is not None:
            verb()
        return verb is not None

    def _reads_on(self, key: int) -> bool:
        """Tells whether a key read on instead of pressing what has the focus."""
        widget = self.focus.on(self.widgets)
        if widget is not None and widget.key in {"menu", "exit"}:
            return False
        if self.read_on():
            return True
        early = self.now - self.beat_at < _ARMED
        return self.shows_choices and not self.moved_focus and (key == pygame.K_SPACE or early)

    def _short_cuts(self) -> dict[int, Callable[[], object]]:
        go = self.shell.verbs.go
        return {
            pygame.K_PAGEUP: self.rewind,
            pygame.K_BACKSPACE: self.rewind,
            pygame.K_PAGEDOWN: self.forward,
            pygame.K_m: lambda: go(Route.MENU),
            pygame.K_l: lambda: go(Route.BACKLOG),
            pygame.K_h: self.hide,
            pygame.K_F5: self.quick_save,
            pygame.K_F9: self.quick_load,
        }

    def hide(self) -> None:
        """Hides everything but the picture, until the next key or press."""
        self.hidden = True
        self.refresh()

    def quick_save(self) -> None:
        """Writes the quick save and says so."""
        try:
            info = self.session.quick_save()
        except ThresholdError as fault:
            self.shell.tell(fault.say(self.shell.t))
            return
        self.shell.tell(self.shell.t("Saved."))
        self.shell.verbs.picture_for(info)

    def quick_load(self) -> None:
        """Goes back to the quick save."""
        quick = next((info for info in self.shell.saves.list(self.session.book.manifest.id) if info.kind == "quick"), None)
        if quick is None:
            self.shell.tell(self.shell.t("There is no quick save yet: F5 makes one."))
            return
        self.shell.verbs.load(quick)

    def escape(self) -> None:
        """Opens the menu."""
        self.shell.verbs.go(Route.MENU)

    def elsewhere(self, place: tuple[int, int]) -> bool:
        """A press beside every control reads on."""
        del place
        if self.hidden:
            self.hidden = False
            self.refresh()
            return True
        return self.read_on()

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the focus with the pointer, but not onto reading on."""
        widget = self.under(place)
        if widget is None or widget.key == "next":
            return False
        self.moved_focus = True
        return super().point(place)

    def wheel(self, steps: float) -> bool:
        """Scrolls a column taller than the panel; else up rewinds and down reads on where it was read before."""
        if self.page and self.scroll_column(-steps * self.shell.space.em(80)):
            return True
        if steps > 0:
            return self.rewind()
        return self.forward() if steps < 0 else False

    def _scrolls(self, key: int) -> bool:
        if self.shows_choices and not (self.page and self.page.overflows(self.here)):
            return False
        down = key == pygame.K_DOWN
        if self.shows_choices and (self.focus.key.startswith("choice") and self.moved_focus):
            return False
        return self.scroll_column(self.shell.space.em(90) * (1 if down else -1))

    def scroll_column(self, pixels: float) -> bool:
        """Moves a column that is taller than the panel; tells whether it moved."""
        if self.page is None:
            return False
        before = self.scroll_by
        self.scroll_by = max(0.0, min(before + pixels, self.page.overflow(self.here)))
        if self.scroll_by == before:
            return False
        self.refresh()
        return True

    def reveal(self) -> None:
        """Brings the focused choice into view."""
        widget = self.focus.on(self.widgets)
        if self.page and widget is not None and widget.scrolls:
            view = self.page.view
            if widget.rect.bottom > view.bottom:
                self.scroll_column(widget.rect.bottom - view.bottom + 8)
            elif widget.rect.y < view.y:
                self.scroll_column(widget.rect.y - view.y - 8)

    # Drawing ----------------------------------------------------------------------------------------------------

    def revealed(self, now: float) -> int | None:
        """Returns how many letters of the newest paragraph are shown, or None for all."""
        speed, shown = self.shell.settings.text_speed, self.here.shown
        if not speed or not 0 < shown <= len(self.turn):
            return None
        ends = words_in(self.turn[shown - 1].text)
        words = int((now - self.beat_at) * speed) + 1
        return None if words >= len(ends) else ends[words - 1]

    def revealing(self, now: float) -> bool:
        """Tells whether words are still to come."""
        return self.revealed(now) is not None

    def moving(self, now: float) -> bool:
        """Moves while text comes in, words follow, or the picture is awake."""
        if self.revealing(now) or self.backdrop.moving(now, still=self.shell.still):
            return True
        count = len(self._offers()) if self.shows_choices and self.shell.session else 0
        time = theme.FADE if self.shell.still else theme.TEXT_IN + count * theme.CHOICE_STEP
        return now - self.beat_at < time

    def due(self, now: float) -> float | None:
        """Returns when a pause or a caption ends."""
        ends = [end - now for end in (self.hold_until, self.caption[1]) if end > now]
        return max(0.0, min(ends)) + 0.001 if ends else None

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the picture, the panel, the text, the portrait, the choices."""
        self.now = now
        if 0 < self.hold_until <= now:
            self.hold_until = -1.0
            self._to_beat(self.beat + 1)
        shell = self.shell
        self.backdrop.fetch(shell.space, now, still=shell.still)
        self.backdrop.paint(draw, shell.space, now, still=shell.still)
        if self.page is None or self.hidden:
            return
        painter = PagePainter(draw, shell, self, self.page)
        painter.paint(now)
        super().paint(draw, now)
