"""One question, for what cannot be undone."""

from __future__ import annotations

from game.scenes.prose import ProseSheet
from game.ui.widgets import Role, Shape, Widget


class AskScreen(ProseSheet):
    """Asks the shell's question; going back is the answer that changes nothing."""

    width_units = 640.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Are you sure?")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the question."""
        return [("text", self.shell.question.sentence)] if self.shell.question else []

    def column(self, width: float) -> list[Widget]:
        """Returns the question and the answer that does it."""
        question = self.shell.question
        yes = [Widget("yes", Role.BUTTON, question.yes, shape=Shape.ROW, act=self.yes)] if question else []
        return [*super().column(width), *yes]

    def first(self) -> str:
        """Starts on the way back."""
        return "back"

    def yes(self) -> None:
        """Does it."""
        question, self.shell.question = self.shell.question, None
        self.shell.verbs.back()
        if question is not None:
            question.act()
