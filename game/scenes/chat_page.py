"""Where everything of a chat stands: phone, header, bubbles, replies, for one turn and one window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenes import chat_layout, signs
from game.scenes.chat_layout import Message, Piece, Room
from game.scenes.phone import LABEL, LIFTED, TITLE, Measuring, asked_height, offers_height, phone
from game.scenes.talks import in_open, talks
from game.ui import theme
from game.ui.controls import choice_height
from game.ui.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.leaf import Beat
    from game.scenes.page_layout import PageLayout
    from game.scenes.shell import Shell
    from game.scenes.talk import Talk
    from game.scenes.turn import Paragraph
    from game.ui.geometry import Space


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in the phone at a beat: the messages and the paragraphs they are of, their pieces, and where the newest begins."""

    messages: tuple[Message, ...]
    sources: tuple[Paragraph, ...]
    pieces: tuple[Piece, ...]
    height: float
    newest: float


class ChatPage:
    """One turn laid out on the phone; it stands where a page stands otherwise, beat for beat the same."""

    def __init__(self, base: PageLayout, earlier: Sequence[Paragraph], began: int, ruler: Measuring) -> None:
        """Takes the turn as it was dealt out to beats, and what was written before it."""
        self.base, self.shell, self.turn, self.offers = base, base.shell, base.turn, base.offers
        self.beats, self.leaves = base.beats, base.leaves
        self.earlier, self.began, self.ruler = tuple(earlier), began, ruler
        self.now, self.arriving = base.beats[0], False
        session = self.shell.session
        asks = session is not None and not session.page.ended
        self.prompt = (base.prompt or self.shell.t("What do you write?")) if asks else ""
        self.frame = phone(self.shell, self.offers, self.prompt)
        self.choices_scroll = not self.frame.beside
        self._columns: dict[tuple[int, bool, float], Column] = {}
        self._talks: dict[tuple[int, int, bool], tuple[Talk, ...]] = {}

    def stand(self, beat: Beat, *, arriving: bool) -> None:
        """Takes note of the beat that is shown, and whether its newest message is still being written."""
        self.now, self.arriving = beat, arriving

    # What was written -----------------------------------------------------------------------------------------------

    def shown(self, beat: Beat) -> tuple[Paragraph, ...]:
        """Returns every paragraph of the phone up to a beat; one that is still being written is not among them."""
        number = max(0, beat.shown - self.arriving)
        first = number
        while first > 0 and self.turn[first - 1].chats:
            first -= 1
        return (*(self.earlier if first == 0 else ()), *self.turn[first:number])

    def _newest(self, beat: Beat) -> Paragraph | None:
        return self.turn[beat.shown - 1] if 0 < beat.shown <= len(self.turn) else None

    def opened(self, beat: Beat) -> str:
        """Returns the conversation that is open at a beat."""
        newest, session = self._newest(beat), self.shell.session
        stage = newest.stage if newest else session.journey.stage if session else None
        return (stage.thread if stage else None) or ""

    def time(self, beat: Beat) -> str:
        """Returns what the phone's clock says, or nothing."""
        newest = self._newest(beat)
        return (newest.stage.time or "") if newest else ""

    def talks(self, beat: Beat) -> tuple[Talk, ...]:
        """Returns the conversations there are, the open one among them."""
        session = self.shell.session
        if session is None:
            return ()
        seen = session.journey.looked_at(self.began)
        key = (beat.shown, sum(seen.values()), self.arriving)
        if key not in self._talks:
            self._talks[key] = talks(self.shell, session, self.shown(beat), self.opened(beat), seen)
        return self._talks[key]

    def here(self, beat: Beat) -> Talk | None:
        """Returns the open conversation."""
        opened = self.opened(beat)
        return next((talk for talk in self.talks(beat) if talk.name == opened), None)

    def waiting(self, beat: Beat) -> str:
        """Returns what the way to the other conversations is called; nothing where there are none."""
        opened = self.opened(beat)
        others = [talk for talk in self.talks(beat) if talk.name != opened]
        loud = next((talk for talk in others if talk.new and not talk.muted), None)
        if loud is not None:
            return self.shell.tn("{name}: {count} new", "{name}: {count} new", loud.new, name=loud.title)
        return self.shell.t("Conversations") if others else ""

    def writing(self, beat: Beat) -> str:
        """Returns who writes what comes next in the open conversation; nothing where nobody else does."""
        number = beat.shown - 1 if self.arriving else beat.shown
        if number >= len(self.turn) or not self.turn[number].chats:
            return ""
        following = self.turn[number]
        opened = (following.stage.thread or "") == self.opened(beat) and in_open(following, self.opened(beat))
        mine = following.post is not None and (following.post.mine or following.post.thread is None)
        return following.speaker if opened and not mine else ""

    # Places ---------------------------------------------------------------------------------------------------------

    @property
    def space(self) -> Space:
        """Returns the window's space."""
        return self.shell.space

    def stale(self, shell: Shell) -> bool:
        """Tells whether window, fonts or language changed since."""
        return self.base.stale(shell)

    def header_words(self) -> tuple[str, str]:
        """Returns the story's title and the chapter's number and title."""
        return self.base.header_words()

    @property
    def low(self) -> bool:
        """Tells whether the phone is too low for more than its title above the messages."""
        return self.frame.panel.h < self.space.em(560)

    @property
    def header_height(self) -> float:
        """Returns the height of what stands above the messages."""
        line = self.space.px(10) + self.shell.type.line(TITLE)
        other = bool(self.waiting(self.now))
        if self.low:
            return max(line + self.space.px(8), self.space.target(44) + 8 if other else 0.0)
        row = self.space.target(44) + self.space.em(12) if other else 0.0
        return self.space.em(24) + line + self.shell.type.line(LABEL) + self.space.em(20) + row

    def row_rect(self, width: float) -> Rect:
        """Returns where the way to the other conversations stands."""
        panel, tall = self.frame.panel, self.space.target(44)
        room = panel.w - 2 * self.frame.pad
        y = panel.y + (4.0 if self.low else self.header_height - tall - self.space.em(12))
        return self.space.place(Rect(panel.x + self.frame.pad, y, min(width, room), tall))

    @property
    def view(self) -> Rect:
        """Returns the part of the phone in which the messages scroll."""
        panel, foot = self.frame.panel, min(max(40.0, self.space.px(44)), self.frame.panel.h * 0.1)
        top = panel.y + self.header_height + self.space.px(12)
        return Rect(panel.x + self.frame.pad, top, panel.w - 2 * self.frame.pad, max(60.0, panel.bottom - foot - top))

    @property
    def room(self) -> Room:
        """Returns the room of the column."""
        view = self.view
        return Room(view.w, view.h, self.space.type_unit)

    def members(self, talk: Talk) -> str:
        """Returns who is in a conversation, the player last."""
        return self.shell.words.listed([*talk.people, self.shell.t("you")])

    def column(self, beat: Beat) -> Column:
        """Returns the messages at a beat, placed from the top of the column."""
        key = (beat.shown, self.arriving, self.view.h)
        if key not in self._columns:
            self._columns[key] = self._column(beat)
        return self._columns[key]

    def _column(self, beat: Beat) -> Column:
        opened = self.opened(beat)
        sources = [paragraph for paragraph in self.shown(beat) if in_open(paragraph, opened)]
        found = [(message, paragraph) for paragraph in sources for message in self._messages(paragraph)]
        writer = self.writing(beat)
        if writer:
            following = self.turn[beat.shown - 1 if self.arriving else beat.shown]
            words = self.shell.t("{name} is typing").format(name=writer)
            found.append((Message(words, writer, typing=True), following))
        messages = tuple(message for message, _ in found)
        pieces = chat_layout.pieces(messages, self.room, self.ruler)
        last = len(messages) - (2 if writer else 1)
        newest = min((piece.rect.y for piece in pieces if piece.message >= last), default=0.0)
        return Column(messages, tuple(source for _, source in found), tuple(pieces), chat_layout.height(pieces), newest)

    def _messages(self, paragraph: Paragraph) -> list[Message]:
        """Returns a paragraph as messages: what is in a scene is told before it."""
        post = paragraph.post
        note = self.base.note_words(paragraph)
        before = [Message(note, told=True)] if note else []
        if post is None or post.thread is None:
            return [*before, Message(paragraph.text, told=True)]
        reactions = tuple(f"{who}: {signs.named(self.shell, sign)}" for who, sign in post.reactions)
        return [*before, Message(paragraph.text, paragraph.speaker, post.mine, photo=bool(post.photo), signs=reactions)]

    @property
    def above(self) -> float:
        """Returns the space between the messages and replies that stand below them."""
        return self.space.px(LIFTED)

    def choices_height(self) -> float:
        """Returns the height of the prompt and the replies."""
        width = self.frame.replies.w
        return asked_height(self.shell, self.prompt, width) + offers_height(self.shell, self.offers, width)

    def _below(self, beat: Beat) -> float:
        return self.above + self.choices_height() if beat.choices and self.choices_scroll and not self.arriving else 0.0

    def overflow(self, beat: Beat) -> float:
        """Returns how far the messages can be scrolled at a beat."""
        return max(0.0, self.column(beat).height + self._below(beat) - self.view.h)

    def hidden_below(self, beat: Beat, scrolled: float) -> float:
        """Returns how much lies under the phone's foot."""
        return max(0.0, self.overflow(beat) - scrolled)

    def start(self, beat: Beat) -> float:
        """Returns how far the messages are scrolled when a beat comes: to the end, but never past where the newest begins."""
        return min(self.overflow(beat), max(0.0, self.column(beat).newest - self.space.em(8)))

    def choices_top(self, beat: Beat, scrolled: float) -> float:
        """Returns the upper edge of the prompt."""
        if not self.choices_scroll:
            return self.frame.panel.bottom - self.choices_height()
        return max(self.view.bottom - self.choices_height(), self.view.y + self.column(beat).height + self.above) - scrolled

    def choice_rects(self, beat: Beat, scrolled: float) -> list[Rect]:
        """Returns where the replies stand."""
        shell, replies = self.shell, self.frame.replies
        y = self.choices_top(beat, scrolled) + asked_height(shell, self.prompt, replies.w)
        rects = []
        for text in self.offers:
            tall = choice_height(shell.type, shell.space, text, replies.w)
            rects.append(self.space.place(Rect(replies.x, y, replies.w, tall)))
            y += tall + shell.space.px(theme.SPACE[1])
        return rects

    def next_rect(self) -> Rect:
        """Returns the corner of the phone that reads on."""
        size, panel = max(44.0, self.space.px(48)), self.frame.panel
        return self.space.place(Rect(panel.right - size - self.space.px(10), panel.bottom - size - 1, size, size))
