"""The session guide on the screen: length, content note, what to ask and to watch for, and where to find help, at the size a room reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes.guide_row import keep
from game.scenes.prose import ProseSheet
from game.story import guide_text
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.story.guide_text import GuideText, Part
    from game.story.pack import Book

# How the parts of a guide are set on a sheet.
_KINDS = {"paragraph": "text", "bullet": "door", "number": "step", "note": "lead"}


class GroupGuide(ProseSheet):
    """Everything the printed guide says."""

    width_units = 1200.0

    def __init__(self, shell: Shell) -> None:
        """Reads the guide once."""
        super().__init__(shell)
        self._parts: list[tuple[str, str]] = []
        self._tongue = ""
        if self.book is not None:
            self._read(self.book)

    @property
    def book(self) -> Book | None:
        """Returns the story: the group's, or the one that was chosen."""
        if self.shell.party is not None:
            return self.shell.party.book
        return self.shell.chosen.book if self.shell.chosen else None

    def _read(self, book: Book) -> None:
        try:
            self.show(guide_text.read(book, self.shell.words.asked), guide_text.language(book, self.shell.words.asked))
        except ThresholdError as fault:
            self._parts = [("text", fault.say(self.shell.t))]

    def show(self, found: GuideText, tongue: str) -> None:
        """Takes a guide and its language."""
        self._tongue = tongue
        self._parts = [said for part in found.parts for said in _said(part)]

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Session guide")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the guide."""
        return self._parts

    def column(self, width: float) -> list[Widget]:
        """Returns the guide, in the language that it is written in."""
        rows = super().column(width)
        for row in rows:
            row.lang = self._tongue
        return rows

    def beside_back(self) -> list[Widget]:
        """Returns the way to print it."""
        book = self.book
        if book is None or not book.manifest.guide:
            return []
        return [
            Widget("keep", Role.BUTTON, self.shell.t("Keep it as a PDF, to print"), shape=Shape.PILL, act=lambda: keep(self.shell, book))
        ]


def _said(part: Part) -> list[tuple[str, str]]:
    """Returns a part as paragraphs; each row of a table becomes one."""
    if part.kind == "heading":
        return [("head", part.text)]
    if part.kind != "table":
        return [(_KINDS[part.kind], part.text)]
    # Empty cells are for a pen, on paper.
    return [("text" if at else "from", ": ".join(isolated(cell) for cell in row if cell)) for at, row in enumerate(part.rows)]
