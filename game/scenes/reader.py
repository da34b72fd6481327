"""Where the reader is: the turn that is read, its layout, the beat that is shown, and the ways on and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes import leaf, page_layout
from game.scenes.atmosphere import Atmosphere
from game.scenes.chat_page import ChatPage
from game.scenes.page_layout import PageLayout
from game.scenes.phone import Measuring
from game.scenes.talks import began, earlier
from game.scenes.turn import Paragraph, paragraphs
from game.ui.picture import Wanted
from game.ui.text import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.story.page import Page

_LONG_AGO = -10.0
# Somebody types for so many seconds before a message comes: longer before a long one.
_SHORTEST_TYPING, _LONGEST_TYPING, _TYPED_LETTERS = 0.4, 1.2, 120


class Reader:
    """Reads one session, beat by beat."""

    def __init__(self, shell: Shell, session: Session) -> None:
        """Takes a session; nothing is shown before `take_turn`."""
        self.shell = shell
        self.session = session
        self.air = Atmosphere(shell)
        self.turn: tuple[Paragraph, ...] = ()
        self.page: PageLayout | None = None
        self.beat = 0
        self.beat_at = _LONG_AGO
        self.hold_until = -1.0
        self.arrives_at = -1.0
        self.scrolled = 0.0
        self.chat: ChatPage | None = None
        self._ruler = Measuring(shell)

    # What is shown --------------------------------------------------------------------------------------------------

    @property
    def pages(self) -> PageLayout:
        """Returns the turn dealt out to beats for the window as it is."""
        if self.page is None or self.page.stale(self.shell):
            self.page, self.chat = PageLayout(self.shell, self.turn, self.offers()), None
        return self.page

    @property
    def layout(self) -> PageLayout | ChatPage:
        """Returns where everything of the beat stands: on a page or on the phone."""
        pages = self.pages
        if not self.chats:
            return pages
        if self.chat is None:
            self.chat = ChatPage(pages, earlier(self.session), began(self.session), self._ruler)
        self.chat.stand(self.here, arriving=self.arrives_at > 0)
        return self.chat

    @property
    def chats(self) -> bool:
        """Tells whether the beat is shown on the phone."""
        newest = self._newest()
        return newest.chats if newest else self.session.journey.stage.view == "chat"

    @property
    def asks(self) -> bool:
        """Tells whether the choices, or what stands at an end, are shown."""
        return self.here.choices and self.arrives_at <= 0

    @property
    def here(self) -> leaf.Beat:
        """Returns the beat that is shown."""
        beats = self.pages.beats
        return beats[min(self.beat, len(beats) - 1)]

    def offers(self) -> tuple[str, ...]:
        """Returns the words of the choices, or of what can be done at an end."""
        choices = self.session.page.choices
        if choices:
            return tuple(choice.text for choice in choices)
        if self.shell.party is not None:
            return (self.shell.t("Talk about it together"), self.shell.t("What if? Go back to another choice"))
        return (self.shell.t("Back to the shelf"), self.shell.t("Go back to an earlier page"))

    def revealed(self, now: float) -> int | None:
        """Returns how many letters of the newest paragraph are shown, or None for all."""
        speed, shown = self.shell.settings.text_speed, self.here.shown
        if self.chats or not speed or not 0 < shown <= len(self.turn):
            return None
        ends = words_in(self.turn[shown - 1].text)
        words = int((now - self.beat_at) * speed) + 1
        return None if words >= len(ends) else ends[words - 1]

    # Turns and beats ------------------------------------------------------------------------------------------------

    def take_turn(self, now: float, *, end: bool = False) -> None:
        """Takes up the journey's current page, at its first beat or at its last."""
        self.turn = paragraphs(self.session)
        self.page = None
        self._to_beat(len(self.pages.beats) - 1 if end else 0, now, fresh=not end)
        self._order_portraits()
        self.tell_notice()

    def retake(self, now: float) -> None:
        """Takes the page up again in another language or window, as far as it was read."""
        # Asked of the page as it was: the new layout may deal its lines out to other leaves.
        page = self.page or self.layout
        here = page.beats[min(self.beat, len(page.beats) - 1)]
        over = page.overflow(here)
        part = self.scrolled / over if over > 1 else 0.0
        self.turn = paragraphs(self.session)
        self.page = None
        self._to_beat(leaf.find(self.pages.beats, here.shown, choices=here.choices), now, fresh=False)
        if not self.chats:
            self.scrolled = part * self.layout.overflow(self.here)

    def stand(self, shown: int, now: float, *, choices: bool) -> None:
        """Stands at the beat that shows so many paragraphs, or the one nearest to it."""
        self._to_beat(leaf.find(self.pages.beats, min(shown, len(self.turn)), choices=choices), now, fresh=False)

    def tell_notice(self) -> None:
        """Tells the player what the session has to say: why it cannot be saved, where an older save landed."""
        if self.session.notice is not None:
            self.shell.tell(self.session.notice.say(self.shell.t))
            self.session.notice = None
        if self.session.landed:
            self.shell.tell(self.shell.t(self.session.landed))
            self.session.landed = None

    def _to_beat(self, number: int, now: float, *, fresh: bool = True) -> None:
        self.hold_until = -1.0
        self.beat = max(0, min(number, len(self.pages.beats) - 1))
        self.beat_at = now if fresh else _LONG_AGO
        self.arrives_at = now + self._typed() if fresh and self._typed() else -1.0
        self._settle()
        self.air.take(self.session, self._newest(), now, fresh=fresh)

    def _typed(self) -> float:
        """Returns how many seconds somebody types before the newest message: none where words come at once or nothing moves."""
        newest = self._newest()
        post = newest.post if newest else None
        if newest is None or post is None or self.shell.still or not self.shell.settings.text_speed:
            return 0.0
        away = post.mine or post.thread is None or post.thread != (newest.stage.thread or "")
        return 0.0 if away else min(_LONGEST_TYPING, _SHORTEST_TYPING + len(newest.text) / _TYPED_LETTERS)

    def _settle(self) -> None:
        """Scrolls to where the newest begins: a page to its top, the phone to its foot."""
        self.scrolled = self.layout.start(self.here)

    def arrive(self, now: float) -> None:
        """Has the message come that was being written."""
        if self.arrives_at > 0:
            self.arrives_at, self.beat_at = -1.0, now
            self._settle()

    def open_sounds(self, now: float) -> None:
        """Takes up the story's sounds, and those that belong here."""
        self.air.open(self.session)
        if self.turn:
            self.air.take(self.session, self._newest(), now, fresh=False)

    def _newest(self) -> Paragraph | None:
        shown = self.here.shown
        return self.turn[shown - 1] if 0 < shown <= len(self.turn) else None

    def _order_portraits(self) -> None:
        if not self.shell.settings.portraits:
            return
        width, height = page_layout.portrait_size(self.shell.space)
        for file in dict.fromkeys(paragraph.portrait for paragraph in self.turn if paragraph.portrait):
            self.shell.pictures.get(Wanted(f"{self.session.book.manifest.id}|{file}", width, height))

    # On and back ----------------------------------------------------------------------------------------------------

    def read_on(self, now: float) -> bool:
        """Shows the next paragraph, or scrolls to what cannot be seen yet; tells whether there was any."""
        self.shell.banner = ""
        if self.arrives_at > 0:
            self.arrive(now)
            return True
        if self.revealed(now) is not None:
            self.beat_at = _LONG_AGO
            return True
        if self.layout.hidden_below(self.here, self.scrolled) > 1:
            return self.scroll(self.layout.view.h * 0.85)
        if self.beat + 1 >= len(self.pages.beats):
            return False
        following = self.pages.beats[self.beat + 1]
        pause = self.turn[following.shown - 1].pause if 0 < following.shown <= len(self.turn) else 0.0
        if pause and self.hold_until < 0 and not self.shell.still:
            self.hold_until = now + pause
            return True
        self._to_beat(self.beat + 1, now)
        return True

    def release(self, now: float) -> None:
        """Goes on where a pause has ended, or where somebody has written to the end."""
        if 0 < self.arrives_at <= now:
            self.arrive(now)
        if 0 < self.hold_until <= now:
            self._to_beat(self.beat + 1, now)

    def rewind(self, now: float) -> bool:
        """Goes back a beat, or to the end of the page before."""
        self.shell.banner = ""
        if self.beat > 0:
            self._to_beat(self.beat - 1, now, fresh=False)
            return True
        return self._turn_to(self.session.journey.back, now, end=True)

    def forward(self, now: float) -> bool:
        """Goes forward a beat, or to the page after, where it was read before."""
        if self.beat + 1 < len(self.pages.beats):
            self._to_beat(self.beat + 1, now, fresh=False)
            return True
        return self._turn_to(self.session.journey.forward, now, end=False)

    def _turn_to(self, way: Callable[[], Page | None], now: float, *, end: bool) -> bool:
        try:
            page = way()
        except ThresholdError as fault:
            self.shell.tell(fault.say(self.shell.t))
            return True
        if page is None:
            return False
        self.take_turn(now, end=end)
        return True

    def choose(self, index: int, now: float) -> None:
        """Takes a choice."""
        self.shell.banner = ""
        before = self.session.page
        self.session.choose(index)
        if self.session.page is before:
            self.tell_notice()
        else:
            self.take_turn(now)

    def scroll(self, pixels: float) -> bool:
        """Moves a column that is taller than the panel; tells whether it moved."""
        before = self.scrolled
        self.scrolled = max(0.0, min(before + pixels, self.layout.overflow(self.here)))
        return self.scrolled != before
