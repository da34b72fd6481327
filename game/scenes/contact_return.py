"""Coming back: the seven words, typed however they come, completed and mended word by word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.contact import phrase as phrases
from game.scenes.contact_paper import PaperScreen
from game.scenes.shell import Route
from game.ui import theme
from game.ui.draft import Draft
from game.ui.text import Style, isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.phrase import Phrase, Reading
    from game.contact.thread import Summary, Thread
    from game.scenes.shell import Shell

_INK = 0xFF1C1E45


class ReturnScreen(PaperScreen):
    """A wrong word is marked, and what it may have meant stands below; the rest stays."""

    width_units = 1100.0
    beside = False
    fills = False
    least_lines = 2

    def __init__(self, shell: Shell) -> None:
        """Starts with an empty sheet."""
        super().__init__(shell, Draft(most=phrases.LONGEST, lines=False), Style(theme.PROSE + 4, "prose", 500, colour=_INK))
        self.nothing = False

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Welcome back")

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("Your seven words")

    def note(self) -> str:
        """Returns the small print."""
        return self.shell.t("Four letters of each are enough")

    @property
    def reading(self) -> Reading:
        """Returns what was made of what is typed."""
        return phrases.read(self.field.draft.text, self.desk.language)

    def prose(self) -> list[tuple[str, str]]:
        """Returns how far it is, and which words are not on the list."""
        t, reading = self.shell.t, self.reading
        typed = bool(reading.words)
        ended = self.field.draft.text.endswith((" ", "-", ","))
        wrong = [reading.words[place].text for place in reading.wrong if ended or place < len(reading.words) - 1 or reading.missing <= 0]
        found = [*self.state()]
        if self.nothing:
            found.append(("text", t("Nothing waits for these words. Is one of them different, or are the letters past their days?")))
        if wrong:
            found.append(
                (
                    "text",
                    self.shell.tn(
                        "This is not one of the words: {words}",
                        "These are not among the words: {words}",
                        len(wrong),
                        words=self.shell.words.listed(isolated(word) for word in wrong),
                    ),
                )
            )
        if typed and reading.phrase is None and not wrong:
            found.append(("small", self.shell.tn("{count} word to go.", "{count} words to go.", max(0, reading.missing))))
        if not typed:
            found.append(("text", t("Capitals, spaces and hyphens do not matter. The order does.")))
        return found

    def rows(self) -> list[Widget]:
        """Returns the words that may be meant, and what this device remembers."""
        t, reading = self.shell.t, self.reading
        rows = [
            Widget(
                f"mend-{place}-{word}",
                Role.BUTTON,
                word,
                shape=Shape.ROW,
                act=partial(self._mend, place, word),
                value=t("instead of {word}").format(word=reading.words[place].text),
            )
            for place in reading.wrong
            for word in reading.words[place].suggestions
        ]
        if self.desk.correspondence.remembered and not reading.words:
            rows.append(
                Widget(
                    "recall",
                    Role.BUTTON,
                    t("Use what this device remembers"),
                    shape=Shape.ROW,
                    act=lambda: self.shell.verbs.go(Route.RECALL),
                )
            )
        return rows[:6]

    def _mend(self, place: int, word: str) -> None:
        words = [typed.word or typed.text for typed in self.reading.words]
        words[place] = word
        self.field.draft.select_all()
        self.field.draft.insert(" ".join(words) + (" " if len(words) < phrases.LENGTH else ""))
        self.focus.key = "paper"
        self.refresh()

    def _written(self) -> None:
        """Completes a word when it is decided and a space follows."""
        draft = self.field.draft
        if draft.text.endswith(" ") and draft.caret == len(draft.text):
            last = draft.text.split()[-1:] or [""]
            full = phrases.known(last[0], self.desk.language)
            if full and full != last[0]:
                draft.step(-1)
                draft.erase(-1, words=True)
                draft.insert(full)
                draft.move(len(draft.text))
        self.nothing = False
        super()._written()

    def ending(self) -> list[Widget]:
        """Returns the way in."""
        return [Widget("open", Role.BUTTON, self.shell.t("Open"), shape=Shape.MAIN, act=self.send, enabled=self.reading.phrase is not None)]

    def send(self) -> bool:
        """Opens the mailbox."""
        phrase = self.reading.phrase
        if phrase is None or self.desk.busy:
            return False
        come_back(self.shell, phrase, self._nothing)
        self.refresh()
        return True

    def _nothing(self) -> None:
        self.nothing = True

    def left(self) -> None:
        """Lets text come in no more."""
        super().left()

    def closed(self) -> None:
        """Forgets the words."""
        self.field.forget()


def come_back(shell: Shell, phrase: Phrase, nothing: Callable[[], None]) -> None:
    """Opens a phrase's mailbox, and then its newest conversation; `nothing` is done where none is kept."""
    desk = shell.contact
    if desk is None:
        return

    def read(thread: Thread) -> None:
        desk.thread = thread
        shell.type.forget()
        shell.verbs.instead(Route.CONTACT, Route.THREAD)

    def listed(summaries: tuple[Summary, ...]) -> None:
        desk.summaries = summaries
        if not summaries:
            nothing()
            return
        chosen = next((one for one in summaries if one.unread), summaries[-1])
        desk.do(desk.correspondence.read(chosen.id), read)

    desk.do(desk.correspondence.come_back(phrase), listed)
