"""The seven words: shown once, large, and never kept by the game unless somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes.contact_screen import ContactSheet
from game.scenes.shell import Question, Route
from game.ui import theme
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.ui.text import Block

_WORD = Style(theme.TITLE - 4, "prose", 500, leading=1.35)


class PhraseScreen(ContactSheet):
    """Shows the words, and what they are."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Your letter is on its way")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what the words are for."""
        t = self.shell.t
        return [
            (
                "text",
                t("These seven words bring you back to the answer, from any device. They are the only key: nobody can look them up."),
            ),
            ("small", t("Write them down where only you find them, or learn them like a line of a song.")),
            *self.state(),
        ]

    def column(self, width: float) -> list[Widget]:
        """Returns the text, the words, and what can be done with them."""
        text, *rest = super().column(width)
        words = Widget("words", Role.TEXT, self._numbered(), icon="words")
        words.rect = words.rect._replace(h=self._words_block(width).height + 2 * self.shell.space.em(12))
        return [text, words, *rest]

    def _numbered(self) -> str:
        phrase = self.desk.phrase
        return "   ".join(phrase.words) if phrase else ""

    def _words_block(self, width: float) -> Block:
        return self.shell.type.set(self._numbered(), _WORD.tinted(self.shell.look.label), width)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the words larger than anything else."""
        if widget.key != "words":
            super().paint_item(draw, widget)
            return
        block = self._words_block(self.view.w)
        x = widget.rect.right - block.longest if self.shell.space.rtl else widget.rect.x
        block.paint(draw, x, widget.rect.y + self.shell.space.em(12))

    def rows(self) -> list[Widget]:
        """Returns what can be done with the words."""
        t = self.shell.t
        return [
            Widget(
                "copy", Role.BUTTON, t("Copy them"), shape=Shape.ROW, act=self._ask_copy, value=t("other programs can read what is copied")
            ),
            Widget(
                "remember",
                Role.BUTTON,
                t("Remember them on this device"),
                shape=Shape.ROW,
                act=lambda: self.shell.verbs.go(Route.REMEMBER),
                value=t("under a passphrase of yours"),
            ),
        ]

    def beside_back(self) -> list[Widget]:
        """Returns the way on."""
        return [Widget("have", Role.BUTTON, self.shell.t("I have them"), shape=Shape.MAIN, act=self._have)]

    def back_button(self) -> Widget:
        """There is no way back: the letter is sent."""
        return Widget("back", Role.BUTTON, self.shell.t("Leave contact"), shape=Shape.PILL, act=self.escape)

    def first(self) -> str:
        """Starts on the way on."""
        return "have"

    def _ask_copy(self) -> None:
        t = self.shell.t
        sentence = t("Other programs on this device can read what you copy. Paste it where it is safe, then copy something else.")
        self.shell.question = Question(sentence, t("Copy the seven words"), self._copy)
        self.shell.verbs.go(Route.ASK)

    def _copy(self) -> None:
        if self.desk.phrase is not None:
            pygame.scrap.put_text(self.desk.phrase.text())
            self.shell.tell(self.shell.t("Copied."))

    def _have(self) -> None:
        desk = self.desk
        desk.phrase, desk.fresh = None, False
        self.shell.type.forget()
        self.shell.verbs.instead(Route.CONTACT, Route.THREAD)

    def escape(self) -> None:
        """Asks before the words are gone for good."""
        t = self.shell.t
        self.shell.question = Question(
            t("The words are shown this once. Without them nobody can come back to the answer."), t("I have them, leave"), self._leave
        )
        self.shell.verbs.go(Route.ASK)

    def _leave(self) -> None:
        self.desk.phrase, self.desk.fresh = None, False
        self.shell.type.forget()
        self.shell.verbs.instead()
