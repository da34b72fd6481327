"""The pause menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.sheet import Sheet
from game.scenes.shell import Route
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
            ("on", t("Read on"), "Esc", verbs.back),
            ("backlog", t("What was read"), "L", lambda: verbs.go(Route.BACKLOG)),
            ("save", t("Save"), "", lambda: verbs.go(Route.SAVE)),
            ("load", t("Load"), "", lambda: verbs.go(Route.LOAD)),
            ("settings", t("Settings"), "", lambda: verbs.go(Route.SETTINGS)),
            ("contact", t("Write to a person"), "", lambda: verbs.go(Route.CONTACT)),
            ("help", t("Help"), "F1", lambda: verbs.go(Route.HELP)),
            ("credits", t("Credits"), "", lambda: verbs.go(Route.CREDITS)),
            ("shelf", t("Back to the shelf"), "", verbs.home),
        ]
        if session is not None and session.journey.stage.skip is not None:
            rows.insert(4, ("skip", t("Skip this scene"), "", self.skip))
        return [Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act, value=cap) for key, name, cap, act in rows]

    def skip(self) -> None:
        """Goes past the scene and reads on behind it."""
        if self.shell.session is not None and self.shell.session.skip():
            self.shell.verbs.reread()
        self.shell.verbs.back()
