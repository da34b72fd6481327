"""The languages there are, to choose one from."""

from __future__ import annotations

from typing import Any

from game.scenes.sheet import Sheet
from game.ui.widgets import Role, Shape, Widget
from game.words import own_name


class LanguageScreen(Sheet):
    """Every language that the game speaks, and those that only a story on the shelf does, each by its own name."""

    width_units = 620.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Language")

    def first(self) -> str:
        """Starts on the language in use."""
        return self.shell.language()

    def column(self, width: float) -> list[Widget]:
        """Returns a row a language."""
        del width
        t, here, rows = self.shell.t, self.shell.language(), []
        for tag in self.shell.all_languages():
            mark = t("In use") if tag == here else "" if tag in self.shell.languages else t("Stories only")
            rows.append(Widget(tag, Role.BUTTON, own_name(tag), shape=Shape.ROW, value=mark, act=self._chooser(tag)))
        return rows

    def _chooser(self, tag: str) -> Any:  # noqa: ANN401 - a plain callable
        def choose() -> None:
            self.shell.settings.language, self.shell.given_language = tag, ""
            self.shell.verbs.settle()
            self.shell.verbs.back()

        return choose
