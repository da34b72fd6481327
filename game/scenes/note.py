"""Before a story starts: what is in it, how long it takes, and that it can be paused or skipped at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import before_after, group_sign_in, key_names, opening
from game.scenes.guide_row import guide_row, read_row
from game.scenes.prose import ProseSheet
from game.scenes.shell import Asking, Route
from game.story.manifest import pick
from game.ui.keys import Verb
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.deployment import Deployment
    from game.scenes.shell import Shell
    from game.story.pack import Book

MOST_PLAN = 120


class NoteScreen(ProseSheet):
    """Shows the content note of the chosen story, and starts it."""

    width_units = 800.0

    def __init__(self, shell: Shell) -> None:
        """Asks once whether there is a server for groups."""
        super().__init__(shell)
        self._server = group_sign_in.server(shell)

    @property
    def book(self) -> Book | None:
        """Returns the chosen story."""
        return self.shell.chosen.book if self.shell.chosen else None

    def words(self, name: str) -> str:
        """Returns one of the story's own texts."""
        book = self.book
        return pick(getattr(book.manifest, name), self.shell.words.asked, book.manifest.language) if book else ""

    def title(self) -> str:
        """Returns the story's title."""
        return self.words("title")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what to know before."""
        t, book, plan = self.shell.t, self.book, self.shell.own_plan
        if book is None:
            return []
        minutes = self.shell.tn("About {count} minute.", "About {count} minutes.", book.manifest.minutes)
        age = t("For readers from {age}.").format(age=book.manifest.age) if book.manifest.age else ""
        found = [
            ("lead", self.words("tagline")),
            ("text", f"{minutes} {age}".strip()),
            ("head", t("What is in it")),
            ("text", self.words("content_note")),
            ("head", t("If it gets too much")),
            ("text", t("You can stop at any time: your place is kept. The menu skips a scene, or dims everything for a break.")),
            ("text", t("Quick exit leaves at once. Whom you can talk to stands under Help, whatever you choose in the story.")),
            ("text", t("If it gets too much, I will: {plan}").format(plan=plan) if plan else ""),
        ]
        if not book.trusted:
            found.append(("text", t("This story is not signed by anyone this game knows. It may come from anywhere.")))
        return found

    def column(self, width: float) -> list[Widget]:
        """Returns what to know, the way to a plan of one's own, and the session guide."""
        t = self.shell.t
        name = t("Change your line") if self.shell.own_plan else t("Add a line of your own")
        plan = Widget("plan", Role.BUTTON, name, shape=Shape.ROW, act=self._ask_plan)
        group = Widget("group", Role.BUTTON, t("Play with a group"), shape=Shape.ROW, act=self._play_with_group)
        return [
            *super().column(width),
            plan,
            *([group, *self._elsewhere()] if self.book else []),
            *read_row(self.shell, self.book),
            *guide_row(self.shell, self.book),
        ]

    def _elsewhere(self) -> list[Widget]:
        """Returns the way to a group over the internet, where this build knows a server for it."""
        where = self._server
        if where is None:
            return []
        name = self.shell.t("Play with a group over the internet")
        return [Widget("group-elsewhere", Role.BUTTON, name, shape=Shape.ROW, act=lambda: self._sign_in(where))]

    def _sign_in(self, where: Deployment) -> None:
        """Asks for what signs in; the story begins anew for the group."""
        self.shell.session = None
        group_sign_in.begin(self.shell, where)

    def _play_with_group(self) -> None:
        """Opens the way in for phones; the story begins anew for the group."""
        self.shell.session = None
        group_sign_in.drop(self.shell)
        self.shell.verbs.go(Route.GROUP)

    def _ask_plan(self) -> None:
        t = self.shell.t
        words = t(
            "Such as: get a glass of water, or call somebody. It is shown when you take a break, and kept only until you leave the game."
        )
        self.shell.asking = Asking(t("If it gets too much, I will"), words, self.shell.own_plan, MOST_PLAN, self._take_plan)
        self.shell.verbs.go(Route.ENTRY)

    def _take_plan(self, text: str) -> None:
        self.shell.own_plan = text
        self.refresh()

    def beside_back(self) -> list[Widget]:
        """Returns the start."""
        t = self.shell.t
        return [Widget("start", Role.BUTTON, t("Start"), shape=Shape.MAIN, act=self.start, cap=key_names.cap(self.shell, Verb.PRESS))]

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
            before_after.before(self.shell, self.shell.session)
