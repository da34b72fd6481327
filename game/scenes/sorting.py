"""A story's messages, one at a time: does it mean what it says, or is there something behind it? Nothing says which would be right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.scenes import key_names
from game.scenes.prose import ProseSheet
from game.story.sorting import Card, dealt, tally
from game.ui import paint, theme
from game.ui.controls import choice_height
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget
from game.words import runs_from_right

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell
    from game.ui.text import Block

_PAPER, _PAPER_END, _INK, _FAINT = 0xFFFDF6EA, 0xFFF3E4CB, theme.INDIGO, 0xFF4F4B73
_MESSAGE = Style(theme.PROSE, "prose", 400)
_COUNT = Style(theme.LABEL, "ui", 500)
_PAD, _TOP, _BETWEEN = 44, 0.8, 16
# Answers stand side by side where each is at least as wide as this.
_HALF = 330
# Seconds in which a press still belongs to the message before: two clicks are no two answers.
_ARMED = 0.3
# Where pictures lose more of their light than this, a bright sheet would be too much as well.
_DIM = 0.4
_DIGITS = {pygame.K_1: 0, pygame.K_2: 1, pygame.K_KP_1: 0, pygame.K_KP_2: 1}
_HELD = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_ANSWER = "choice-"
_NEVER = -1e9


class SortScreen(ProseSheet):
    """Asks the shell's sorting; what was sorted goes to whoever asked, and leaving takes it along."""

    width_units = 940.0

    def __init__(self, shell: Shell) -> None:
        """Starts at the first message."""
        super().__init__(shell)
        self.sorting = shell.sorting
        self.cards: list[Card] = dealt(self.sorting.book.manifest, self.sorting.language) if self.sorting else []
        self.number = 0
        self.turned_at = _NEVER
        # How often a message was turned up: one that comes again is said again.
        self._turns = 0

    @property
    def done(self) -> bool:
        """Tells whether every message was sorted."""
        return self.number >= len(self.cards)

    @property
    def _after(self) -> bool:
        return self.sorting is not None and self.sorting.after

    # What stands there ------------------------------------------------------------------------------------------------

    def title(self) -> str:
        """Returns the question."""
        t = self.shell.t
        if self.done:
            return t("Thank you.")
        return t("How does this sound to you now?") if self._after else t("How does this sound to you?")

    def prose(self) -> list[tuple[str, str]]:
        """Returns a sentence before the first message, and one after the last."""
        if self.done:
            return [("text", self.shell.t("Nobody sees how you sorted them."))]
        return [("text", self._lead())] if self.number == 0 else []

    def _lead(self) -> str:
        t = self.shell.t
        if self._after:
            return t("The same messages, in another order. Your first thought is enough.")
        return t("Someone you half know sends you these. Your first thought is enough.")

    def answers(self) -> tuple[str, str]:
        """Returns what a message can be taken for: honest first."""
        t = self.shell.t
        return t("It means what it says"), t("There’s more behind it")

    def column(self, width: float) -> list[Widget]:
        """Returns the sentence and the message on its sheet."""
        found = super().column(width)
        if self.done:
            for widget in found:
                widget.news = True
            return found
        card = self.cards[self.number]
        lead = self._height("text", self._lead(), width) + self.gap()
        whole = max(self._tall(one, width) for one in self.cards) + lead
        tall = self._tall(card, width)
        if not self.low:
            # As tall as the longest message needs: the answers stay where they are from the first to the last.
            tall = max(tall, min(whole, self.view.h) - (lead if found else 0.0))
        sheet = Widget(f"message-{self._turns}", Role.TEXT, card.words, Rect(0, 0, width, tall), lang=card.language, news=True)
        sheet.rtl = runs_from_right(card.language)
        # Where not all of it can be seen at once, the message comes first.
        return [sheet, *found] if self.low or whole > self.view.h else [*found, sheet]

    def texts(self) -> list[Widget]:
        """Returns the title and, where there are messages left, which one this is."""
        found = super().texts()
        for widget in found:
            widget.news = self.done
        sheet = next((widget for widget in self.widgets if widget.key.startswith("message-")), None)
        if sheet is not None:
            foot = min(sheet.rect.h, self._pad(sheet.rect.w) + self.shell.type.line(_COUNT))
            rect = Rect(sheet.rect.x, sheet.rect.bottom - foot, sheet.rect.w, foot)
            found.append(Widget("count", Role.TEXT, self._count(), rect, news=True))
        return found

    def _count(self) -> str:
        return self.shell.t("Message {number} of {count}").format(number=self.number + 1, count=len(self.cards))

    def pinned(self, room: Rect, bottom: float) -> list[Widget]:
        """Returns the two answers: always in sight, however long a message is."""
        if self.done:
            return []
        space, gap = self.shell.space, self.shell.space.px(theme.SPACE[1])
        beside = (room.w - gap) / 2 >= space.em(_HALF)
        width = (room.w - gap) / 2 if beside else room.w
        tall = max(choice_height(self.shell.type, space, words, width) for words in self.answers())
        across, down = (width + gap, 0.0) if beside else (0.0, tall + gap)
        found = []
        for number, words in enumerate(self.answers()):
            rect = space.place(Rect(room.x + number * across, bottom - tall - (1 - number) * down, width, tall))
            act = partial(self._answer, taken=number == 0)
            found.append(Widget(f"{_ANSWER}{number}", Role.CHOICE, words, rect, Shape.CHOICE, act, cap=str(number + 1)))
        return found

    def back_button(self) -> Widget:
        """Returns the way out, or where all is sorted, the way back to the last message."""
        if self.done:
            return self._before()
        cap = "" if self.number else key_names.cap(self.shell, Verb.BACK)
        return Widget("leave", Role.BUTTON, self.shell.t("Not now"), shape=Shape.PILL, act=self._leave, cap=cap)

    def beside_back(self) -> list[Widget]:
        """Returns the way back to the message before, or where all is sorted, the way on."""
        t = self.shell.t
        if self.done:
            return [Widget("on", Role.BUTTON, t("Done") if self._after else t("On to the story"), shape=Shape.MAIN, act=self._take)]
        return [self._before()] if self.number else []

    def _before(self) -> Widget:
        cap = key_names.cap(self.shell, Verb.BACK)
        return Widget("before", Role.BUTTON, self.shell.t("The one before"), shape=Shape.PILL, act=self.escape, icon="back", cap=cap)

    def first(self) -> str:
        """Starts on the first answer, and at the end on the way on."""
        return "on" if self.done else f"{_ANSWER}0"

    # What can be done -------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Shows the message from its beginning."""
        self.turned_at = self.now
        super().entered()
        self.offset = 0.0
        self.refresh()

    def closed(self) -> None:
        """Lets go of everything."""
        self.cards = []
        if self.shell.sorting is self.sorting:
            self.shell.sorting = None

    @property
    def _early(self) -> bool:
        return self.now - self.turned_at < _ARMED

    def _answer(self, *, taken: bool) -> None:
        if not self._early:
            self.cards[self.number].taken = taken
            self._turn_to(self.number + 1)

    def _turn_to(self, number: int) -> None:
        """Turns a message up; where it was sorted before, the focus stands on what it was taken for."""
        self.number, self.turned_at, self.offset = number, self.now, 0.0
        self._turns += 1
        taken = None if self.done else self.cards[number].taken
        self.focus.key = f"{_ANSWER}1" if taken is False else self.first()
        self.refresh()

    def escape(self) -> None:
        """Goes back to the message before; from the first one, out."""
        if self.number:
            self._turn_to(self.number - 1)
        else:
            self._leave()

    def _leave(self) -> None:
        self.shell.verbs.back()
        if self.sorting is not None:
            self.sorting.leave()

    def _take(self) -> None:
        """Closes the screen and hands over what was sorted."""
        if self._early:
            return
        result = tally(self.cards)
        self.shell.verbs.back()
        if self.sorting is not None:
            self.sorting.take(result)

    def key(self, event: pygame.event.Event) -> bool:
        """Takes 1 and 2 for the answers, the rest as every sheet does."""
        number = _DIGITS.get(event.key)
        if number is None or self.done or event.mod & _HELD:
            return super().key(event)
        return self.press(next(widget for widget in self.widgets if widget.key == f"{_ANSWER}{number}"))

    def arrow(self, dx: int, dy: int) -> bool:
        """Reads a message that is longer than its room to the end before the focus goes up or down."""
        reads = dy and not self.low and self.focus.key.startswith(_ANSWER)
        return bool(reads and self.scroll(dy * self.shell.space.em(120))) or super().arrow(dx, dy)

    # Drawing ----------------------------------------------------------------------------------------------------------

    def moving(self, now: float) -> bool:
        """Tells whether words are still coming up on the sheet."""
        return super().moving(now) or not (self.done or self.shell.still or now - self.turned_at >= theme.TEXT_IN)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the message's sheet, and the rest as ever."""
        if not widget.key.startswith("message-"):
            super().paint_item(draw, widget)
            return
        rect, space = widget.rect, self.shell.space
        self._paint_sheet(draw, rect)
        part = 1.0 if self.shell.still else theme.ease_out((self.now - self.turned_at) / theme.TEXT_IN)
        draw.saveLayerAlpha(paint.area(rect), round(255 * part))
        pad, rise = self._pad(rect.w), (1 - part) * space.px(theme.TEXT_RISE)
        count, words = self._blocks(self.cards[self.number], rect.w)
        words.paint(draw, rect.right - pad - words.width if widget.rtl else rect.x + pad, rect.y + pad * _TOP + rise)
        count.paint(draw, rect.x + pad if space.rtl else rect.right - pad - count.width, rect.bottom - pad * _TOP - count.height)
        draw.restore()

    def _blocks(self, card: Card, width: float) -> tuple[Block, Block]:
        """Returns which message it is and its words, laid out for a sheet of this width."""
        inner = max(width - 2 * self._pad(width), 40.0)
        ink, faint = (_INK, _FAINT) if self._bright else (self.shell.look.text, self.shell.look.second)
        kind = self.shell.type
        return kind.snug(self._count(), _COUNT.tinted(faint), inner), kind.snug(card.words, _MESSAGE.tinted(ink), inner)

    def _pad(self, width: float) -> float:
        """Returns how much of a sheet stays empty at its sides: in a narrow window its words need the room."""
        return min(self.shell.space.px(_PAD), width * 0.06)

    def _tall(self, card: Card, width: float) -> float:
        """Returns how tall a message's sheet must be."""
        count, words = self._blocks(card, width)
        return count.height + words.height + 2 * _TOP * self._pad(width) + self.shell.space.em(_BETWEEN)

    @property
    def _bright(self) -> bool:
        """Tells whether messages stand on paper: not in high contrast, nor where the lamp is turned down."""
        return self.shell.look.lights and self.shell.look.veil < _DIM

    def _paint_sheet(self, draw: skia.Canvas, rect: Rect) -> None:
        look, radius = self.shell.look, self.shell.space.px(theme.RADIUS_CHOICE)
        if not self._bright:
            paint.field(draw, rect, radius, look, focused=False)
            return
        draw.drawRRect(paint.rounded(rect, radius), paint.linear(rect.x, rect.y, rect.right, rect.bottom, (_PAPER, _PAPER_END)))
        if look.pale:
            draw.drawRRect(paint.rounded(rect.grown(-0.5), radius), paint.fill(theme.clear(look.text, 0.15), stroke=1))
