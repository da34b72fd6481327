"""What was sent and what waits, in plain words, each with a way to take it back; and for whoever wants it, the exact bytes."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from game.scenes import taking_part
from game.scenes.insight_words import Telltale
from game.scenes.prose import ProseSheet
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.insight.book import Book, Waiting

_SIZE = 256


class ToldScreen(ProseSheet):
    """Three lists: noted and not blurred yet, waiting, sent."""

    width_units = 980.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What was sent, and what waits")

    @property
    def book(self) -> Book | None:
        """Returns what the game means to tell, if it tells anything."""
        part = taking_part.opened(self.shell)
        return part.book if part else None

    def _day(self, seconds: int) -> str:
        return self.shell.words.day(dt.datetime.fromtimestamp(seconds, dt.UTC).astimezone().date())

    def prose(self) -> list[tuple[str, str]]:
        """Returns what stands where there is nothing, and what was sent."""
        t, book = self.shell.t, self.book
        pages = book.pages if book else None
        if pages is None or not (pages.open or pages.waiting or pages.sent):
            return [("text", t("Nothing waits, and nothing was sent."))]
        sent = [
            (
                "text",
                self._sentence(one.release, one.question, one.told) + " " + t("Sent on {day}.").format(day=self.shell.words.day(one.day)),
            )
            for one in reversed(pages.sent)
        ]
        return [("head", t("Sent")), *sent] if sent else []

    def _sentence(self, release: str, question: str, told: str) -> str:
        words = Telltale(self.shell, release)
        sentence = self.shell.t("{story}. {question}: {answer}.")
        return sentence.format(
            story=isolated(words.title()), question=isolated(words.question(question)), answer=isolated(words.answer(question, told))
        )

    def column(self, width: float) -> list[Widget]:
        """Returns what waits, each with a way to take it back, then what was sent."""
        book = self.book
        if book is None:
            return super().column(width)
        return [*self._noted(book, width), *self._waiting(book, width), *super().column(width)]

    def _texts(self, name: str, width: float, *parts: tuple[str, str]) -> list[Widget]:
        """Returns paragraphs, measured as those of `prose`."""
        found = []
        for number, (kind, words) in enumerate(parts):
            widget = Widget(f"{name}-{number}", Role.HEADING if kind == "head" else Role.TEXT, words, icon=kind)
            widget.rect = widget.rect._replace(h=self._height(kind, words, width))
            found.append(widget)
        return found

    def _noted(self, book: Book, width: float) -> list[Widget]:
        t, found = self.shell.t, book.pages.open
        if not found:
            return []
        rows = self._texts("noted", width, ("head", t("Noted on this device")))
        for number, (story, one) in enumerate(found.items()):
            words = Telltale(self.shell, one.release)
            asked = self.shell.words.listed(isolated(words.question(noted.asked.name)) for noted in one.noted)
            sentence = t("{story}. Drawn for you: {questions}. The coin is tossed on {day}.")
            text = sentence.format(story=isolated(words.title()), questions=asked, day=self._day(one.until))
            rows += self._texts(f"noted-{number}", width, ("text", text))
            rows.append(self._row(f"drop-{number}", t("Answer nothing about this story"), partial(book.drop, story)))
        return rows

    def _waiting(self, book: Book, width: float) -> list[Widget]:
        t, found = self.shell.t, book.pages.waiting
        if not found:
            return []
        rows = self._texts(
            "waiting", width, ("head", t("Waiting to be sent")), ("small", t("A coin was tossed for each: it may be true or not."))
        )
        for number, one in enumerate(sorted(found, key=lambda report: report.due)):
            text = self._sentence(one.release, one.question, one.told) + " " + t("Not before {day}.").format(day=self._day(one.due))
            rows += self._texts(f"waiting-{number}", width, ("text", text), ("small", self._exact(one)))
            rows.append(self._row(f"cancel-{number}", t("Do not send it"), partial(book.cancel, one)))
        return rows

    def _exact(self, report: Waiting) -> str:
        """Returns the bytes as they go out, without the blanks that fill them up."""
        filled = self.shell.t("Filled up with blanks to {count} letters, this is all of it: {report}")
        return filled.format(count=_SIZE, report=isolated(report.body.rstrip()))

    def _row(self, key: str, name: str, act: Callable[[], None]) -> Widget:
        def taken_back() -> None:
            try:
                act()
            except OSError as fault:
                self.shell.tell(self.shell.t("That could not be written ({reason}). Turn it off to be sure.").format(reason=fault.strerror))
            else:
                self.shell.tell(self.shell.t("Taken back. It is never sent."))
            self.refresh()

        return Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=taken_back)

    def first(self) -> str:
        """Starts on the way back."""
        return "back"
