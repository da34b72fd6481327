"""Before a story starts: what is in it, how long it takes, and that it can be paused or skipped at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import opening
from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.story.manifest import pick
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.story.pack import Book


class NoteScreen(ProseSheet):
    """Shows the content note of the chosen story, and starts it."""

    width_units = 800.0

    @property
    def book(self) -> Book | None:
        """Returns the chosen story."""
        return self.shell.chosen.book if self.shell.chosen else None

    def words(self, name: str) -> str:
        """Returns one of the story's own texts."""
        book = self.book
        return pick(getattr(book.manifest, name), self.shell.words.language, book.manifest.language) if book else ""

    def title(self) -> str:
        """Returns the story's title."""
        return self.words("title")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what to know before."""
        t, book = self.shell.t, self.book
        if book is None:
            return []
        minutes = self.shell.tn("About {count} minute.", "About {count} minutes.", book.manifest.minutes)
        age = t("For readers from {age}.").format(age=book.manifest.age) if book.manifest.age else ""
        found = [
            ("lead", self.words("tagline")),
            ("text", f"{minutes} {age}".strip()),
            ("head", t("What is in it")),
            ("text", self.words("content_note")),
            ("text", t("You can stop at any time: your place is kept. Any scene can be skipped from the menu.")),
        ]
        if not book.trusted:
            found.append(("text", t("This story is not signed by anyone this game knows. It may come from anywhere.")))
        return found

    def beside_back(self) -> list[Widget]:
        """Returns the start."""
        t = self.shell.t
        return [Widget("start", Role.BUTTON, t("Start"), shape=Shape.MAIN, act=self.start, cap=t("Enter"))]

    def first(self) -> str:
        """Starts on the start."""
        return "start"

    def start(self) -> None:
        """Begins the story and reads its first page."""
        self.shell.session = opening.begun(self.shell)
        if self.shell.session is None:
            self.shell.verbs.home()
        else:
            self.shell.verbs.only(Route.READING)
