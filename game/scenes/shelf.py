"""The stories there are, what is known of each, and how one is opened: the same for the shelf of covers and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.cover import state_of, story_of
from game.scenes.shell import Route
from game.story.manifest import pick
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.shell import Shell
    from game.story.library import Shelved
    from game.story.saves import SaveInfo
    from game.ui.geometry import Rect


class Shelf:
    """The shell's stories."""

    def __init__(self, shell: Shell) -> None:
        """Knows of no saves before `look`."""
        self.shell = shell
        self.latest: dict[str, SaveInfo | None] = {}

    def look(self) -> None:
        """Leaves the story that was open, and looks which have been begun."""
        self.shell.session = None
        stories = [shelved.book.manifest.id for shelved in self.shell.shelf if shelved.book]
        self.latest = {story: next((info for info in self.shell.saves.list(story) if not info.damaged), None) for story in stories}

    def begun(self, number: int) -> bool:
        """Tells whether a story has a save."""
        return self.latest.get(story_of(self.shell.shelf[number])) is not None

    def state(self, number: int) -> str:
        """Returns how far a story was read, in words."""
        shelved = self.shell.shelf[number]
        return state_of(self.shell, shelved, self.latest.get(story_of(shelved)))

    def title(self, shelved: Shelved) -> str:
        """Returns a story's title, or its file's name where it cannot be opened."""
        if shelved.book is None:
            return shelved.path.stem
        manifest = shelved.book.manifest
        return pick(manifest.title, self.shell.words.asked, manifest.language)

    def note(self, shelved: Shelved) -> str:
        """Returns what to know before a story, or why it cannot be opened."""
        if shelved.book is None:
            return shelved.reason.say(self.shell.t) if shelved.reason else ""
        manifest = shelved.book.manifest
        short = pick(manifest.note_short, self.shell.words.asked, manifest.language)
        return self.shell.t("Before you start: {note}").format(note=short)

    def nothing(self) -> str:
        """Returns what to say where there is no story."""
        text = self.shell.t("There is no story here yet. Put a .story file into {folder} and start again.")
        return text.format(folder=isolated(self.shell.paths.stories))

    def cover(self, number: int, rect: Rect) -> Widget:
        """Returns the control of a story."""
        shelved, t = self.shell.shelf[number], self.shell.t
        state = t("Continue") if self.begun(number) else t("Start")
        if shelved.book is None:
            state = t("cannot be opened")
        name, hint = self.title(shelved), self.note(shelved)
        if shelved.book is not None:
            minutes = self.shell.tn("{count} minute", "{count} minutes", shelved.book.manifest.minutes)
            state = f"{minutes}. {self.state(number)}. {state}"
        return Widget(f"cover-{number}", Role.ITEM, name, rect, Shape.COVER, self.opener(number), value=state, hint=hint)

    def told(self, number: int) -> list[str]:
        """Returns what a story says of itself: tagline, authors, content note; nothing where it cannot be opened."""
        book = self.shell.shelf[number].book
        if book is None:
            return []
        words, own = self.shell.words.asked, book.manifest.language
        parts = (book.manifest.tagline, book.manifest.content_note)
        tagline, note = (pick(texts, words, own) for texts in parts)
        return [tagline, ", ".join(book.manifest.authors), note]

    def opener(self, number: int) -> Callable[[], None]:
        """Returns what goes on where a story was left, or shows its note before it starts."""

        def open_story() -> None:
            shelved = self.shell.shelf[number]
            self.shell.chosen = shelved
            if shelved.book is None:
                self.shell.tell(self.note(shelved))
            elif self.begun(number):
                self.shell.verbs.only(Route.READING)
            else:
                self.shell.verbs.go(Route.NOTE)

        return open_story

    def starter(self, number: int) -> Callable[[], None]:
        """Returns what shows a story's note before it starts from its beginning."""

        def start() -> None:
            self.shell.chosen = self.shell.shelf[number]
            self.shell.verbs.go(Route.NOTE)

        return start
