"""The pause menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.scenes import key_names, whatif
from game.scenes.sheet import Sheet
from game.scenes.shell import Route
from game.ui.keys import Verb
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable


class MenuScreen(Sheet):
    """What can be done in the middle of a story."""

    width_units = 620.0

    def title(self) -> str:
        """Returns the story's title."""
        session = self.shell.session
        return session.words(session.book.manifest.title) if session else self.shell.t("Menu")

    def column(self, width: float) -> list[Widget]:
        """Returns the entries."""
        del width
        t, verbs = self.shell.t, self.shell.verbs
        session = self.shell.session
        rows: list[tuple[str, str, str, Callable[[], None]]] = [
            ("on", t("Read on"), key_names.cap(self.shell, Verb.BACK), verbs.back),
            ("backlog", t("What was read"), key_names.cap(self.shell, Verb.BACKLOG), lambda: verbs.go(Route.BACKLOG)),
            ("save", t("Save"), "", lambda: verbs.go(Route.SAVE)),
            ("load", t("Load"), "", lambda: verbs.go(Route.LOAD)),
            ("seen", t("Skip what you have read"), key_names.cap(self.shell, Verb.SKIP), lambda: self._run("skip")),
            ("auto", t("Read on by itself"), key_names.cap(self.shell, Verb.AUTO), lambda: self._run("auto")),
            ("break", t("Take a break"), "", lambda: verbs.go(Route.BREAK)),
            ("settings", t("Settings"), "", lambda: verbs.go(Route.SETTINGS)),
            ("contact", t("Write to a person"), "", lambda: verbs.go(Route.CONTACT)),
            ("help", t("Help"), key_names.cap(self.shell, Verb.HELP), lambda: verbs.go(Route.HELP)),
            ("credits", t("Credits"), "", lambda: verbs.go(Route.CREDITS)),
            ("shelf", t("Back to the shelf"), "", verbs.home),
        ]
        if session is not None and session.journey.stage.skip is not None:
            rows.insert(4, ("skip", t("Skip this scene"), "", self.skip))
        rows.insert(2, ("pages", t("My pages"), "", lambda: verbs.go(Route.PAGES)))
        if session is not None and session.knows_end:
            rows.insert(2, ("ways", t("Ways"), "", lambda: verbs.go(Route.WAYS)))
        if self.shell.party is not None:
            rows = [row for row in rows if row[0] not in {"ways", "load"}]
            rows.insert(1, ("room", t("The room"), "", lambda: verbs.go(Route.GROUP_ROOM)))
            rows[-1] = ("talk", t("To the end of the session"), "", lambda: verbs.go(Route.GROUP_TALK))
        if whatif.first(self.shell) is not None:
            rows.insert(1, ("first", t("Back from this what-if"), "", lambda: whatif.come_back(self.shell)))
        return [Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act, value=cap) for key, name, cap, act in rows]

    def _run(self, pace: Literal["skip", "auto"]) -> None:
        """Goes back to the story, which reads on by itself from there."""
        self.shell.pace = pace
        self.shell.verbs.back()

    def skip(self) -> None:
        """Goes past the scene and reads on behind it."""
        if self.shell.session is not None and self.shell.session.skip():
            self.shell.verbs.reread()
        self.shell.verbs.back()
