"""Help: the keys, and what is kept where. The same words as the players' page."""

from __future__ import annotations

from game.contact.directory import directories, text
from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget


class HelpScreen(ProseSheet):
    """How the game is used, in one scroll."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Help")

    def _people(self) -> list[tuple[str, str]]:
        """Returns whom to call: the same for everyone, whatever was read or chosen."""
        t, words = self.shell.t, self.shell.words
        found = [("head", t("Talking to somebody"))]
        for directory in directories(self.shell.paths.help):
            for line in directory.lines:
                found.append(("text", f"{isolated(line.number)}  {text(line.name, words.language)}"))
                found.append(("small", text(line.what, words.language)))
            checked = t("These numbers are for {region} and were last checked on {day}.")
            found.append(("small", checked.format(region=directory.region, day=words.day(directory.last_checked))))
        return found

    def column(self, width: float) -> list[Widget]:
        """Returns the text, and first of all the way to a person."""
        write = Widget(
            "contact", Role.BUTTON, self.shell.t("Write to a person"), shape=Shape.ROW, act=lambda: self.shell.verbs.go(Route.CONTACT)
        )
        return [write, *super().column(width)]

    def first(self) -> str:
        """Starts on the way back."""
        return "back"

    def prose(self) -> list[tuple[str, str]]:
        """Returns the keys and what to know."""
        t = self.shell.t
        return [
            *self._people(),
            ("head", t("Reading")),
            ("text", t("Read on: Space, Enter, or press anywhere.")),
            ("text", t("Choose: 1 to 9, or the arrows and Enter, or press a choice.")),
            ("text", t("Go back: Page Up, Backspace, or the wheel. Forward again: Page Down.")),
            ("text", t("What was read: L. Menu: Esc or M. Hide the text: H.")),
            ("text", t("Quick save: F5. Back to the quick save: F9. Full screen: F11. Picture of the screen: F12.")),
            ("head", t("Leaving quickly")),
            (
                "text",
                t(
                    "Press Shift three times, or the button at the top: the game turns at once into an empty notepad, silent. "
                    "To come back, press and hold the notepad's title for two seconds, or hold the Home key."
                ),
            ),
            ("head", t("What is kept")),
            (
                "text",
                t(
                    "Your saves and settings stay on this device, in {folder}. The game sends nothing by itself: "
                    "only while you write to a person does it speak to their server."
                ).format(folder=isolated(self.shell.paths.data)),
            ),
        ]
