"""What is the player's own: the people of the story as far as they were met, a compass, a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable


class MyPagesScreen(ProseSheet):
    """Three rows, and who can read what is behind them: nobody else."""

    width_units = 720.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("My pages")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what becomes of what is written here."""
        return [("text", self.shell.t("Kept on this device and sent nowhere. Nobody reads it, and nothing is counted."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the words and the rows."""
        t, go = self.shell.t, self.shell.verbs.go
        rows: list[tuple[str, str, Callable[[], None]]] = [
            ("journal", t("My journal"), lambda: go(Route.JOURNAL)),
            ("compass", t("My compass"), lambda: go(Route.COMPASS)),
        ]
        if self.shell.session is not None:
            rows.append(("people", t("People in this story"), lambda: go(Route.CLOSENESS)))
        return [*super().column(width), *(Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act) for key, name, act in rows)]

    def first(self) -> str:
        """Starts on the first row."""
        return "journal"
