"""The journal: every page by its date, to read, to write on, to delete, to take along as plain text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from game.errors import SaveError
from game.scenes.prose import ProseSheet
from game.scenes.shell import Question, Route
from game.story.journal import Journal
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.shell import Shell
    from game.story.journal import Leaf

_MOST_EXCERPT = 60


def day_of(shell: Shell, leaf: Leaf) -> str:
    """Returns when a page was begun, in words."""
    try:
        return shell.words.date(dt.datetime.fromisoformat(leaf.when).astimezone())
    except ValueError:
        return leaf.when


class JournalScreen(ProseSheet):
    """The list of pages; the quick exit drops it."""

    private = True
    width_units = 820.0

    def __init__(self, shell: Shell) -> None:
        """Reads the pages when it is entered."""
        super().__init__(shell)
        self.journal = Journal(shell.paths.data)
        self.leaves: tuple[Leaf, ...] = ()

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("My journal")

    def entered(self) -> None:
        """Reads the pages."""
        self.leaves = self.journal.leaves()
        if self.journal.broken:
            self.shell.tell(self.shell.t("Your journal was damaged and could not be read. It is kept aside, and a new one begins here."))
        super().entered()

    def closed(self) -> None:
        """Lets go of what was written."""
        self.leaves = ()
        self.shell.type.forget()

    def first(self) -> str:
        """Starts on a new page."""
        return "new"

    def prose(self) -> list[tuple[str, str]]:
        """Returns where it is kept."""
        return [("text", self.shell.t("Written here, kept on this device, sent nowhere."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the words, a new page, and the pages by date."""
        t = self.shell.t
        new = Widget("new", Role.BUTTON, t("A new page"), shape=Shape.ROW, act=self._opener(""))
        pages = [self._row(at, leaf) for at, leaf in enumerate(self.leaves)]
        return [*super().column(width), new, *pages]

    def _row(self, at: int, leaf: Leaf) -> Widget:
        day, act = day_of(self.shell, leaf), self._opener(leaf.when)
        return Widget(f"leaf-{at}", Role.BUTTON, _excerpt(leaf.text), shape=Shape.ROW, value=day, act=act)

    def _opener(self, when: str) -> Callable[[], None]:
        def act() -> None:
            self.shell.leaf = when
            self.shell.verbs.go(Route.PAGE)

        return act

    def beside_back(self) -> list[Widget]:
        """Returns the ways to take it along and to delete it."""
        t = self.shell.t
        if not self.leaves:
            return []
        return [
            Widget("export", Role.BUTTON, t("Save as a text file"), shape=Shape.PILL, act=self._export),
            Widget("delete", Role.BUTTON, t("Delete every page"), shape=Shape.PILL, act=self._ask),
        ]

    def _export(self) -> None:
        """Writes every page into a text file, and says where it is."""
        whole = "\n\n\n".join(self._told(leaf) for leaf in reversed(self.leaves)) + "\n"
        try:
            path = self.journal.export(self.shell.paths.exports, whole)
        except SaveError as fault:
            self.shell.tell(fault.say(self.shell.t))
        else:
            self.shell.tell(self.shell.t("Kept as {path}").format(path=isolated(path)))

    def _told(self, leaf: Leaf) -> str:
        """Returns a page as it stands in the file: its day, what was asked, what was written."""
        return "\n".join([day_of(self.shell, leaf), *([leaf.prompt] if leaf.prompt else []), "", leaf.text])

    def _ask(self) -> None:
        t = self.shell.t
        self.shell.question = Question(t("Delete every page of your journal? They cannot be brought back."), t("Delete"), self._delete)
        self.shell.verbs.go(Route.ASK)

    def _delete(self) -> None:
        try:
            self.journal.delete_all()
        except SaveError as fault:
            self.shell.tell(fault.say(self.shell.t))
        self.entered()


def _excerpt(text: str) -> str:
    """Returns the first words of a page."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST_EXCERPT else line[: _MOST_EXCERPT - 1].rstrip() + "…"
