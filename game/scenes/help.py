"""Help: the keys, and what is kept where. The same words as the players' page."""

from __future__ import annotations

from game.contact.directory import directories, text
from game.scenes import key_names
from game.scenes.prose import BETWEEN, ProseSheet
from game.scenes.shell import Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget


class HelpScreen(ProseSheet):
    """How the game is used, in one scroll."""

    def entered(self) -> None:
        """Lets those know who count it, where the player takes part."""
        super().entered()
        if self.shell.telling is not None:
            self.shell.telling.helped(self.shell.session)

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Help")

    def _people(self) -> list[tuple[str, str]]:
        """Returns whom to call: the same for everyone, whatever was read or chosen."""
        t, words = self.shell.t, self.shell.words
        found = [("head", t("Talking to somebody"))]
        for directory in directories(self.shell.paths.help):
            for line in directory.lines:
                found.append(("text", f"{isolated(line.number)}  {text(line.name, words.asked)}"))
                found.append(("small", text(line.what, words.asked)))
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

    def keys(self) -> dict[str, str]:
        """Returns what can be done, and by which keys as they are now."""
        shell, t = self.shell, self.shell.t
        rows = {t("Choose"): "1–9", **{name: key_names.told(shell, verb) for verb, name in key_names.verbs(shell).items()}}
        return {**rows, t("Leave at once"): t("Shift ×3")}

    def _reading(self) -> list[tuple[str, str]]:
        """Returns how the story is read, by whatever hands."""
        t = self.shell.t
        rows = [("keys", f"{what}{BETWEEN}{keys}") for what, keys in self.keys().items()]
        sticks = t("A press on a stick goes from button to button, also to the quick exit; from the notepad, hold Start to come back.")
        return [
            ("text", t("Press anywhere to read on, and a choice to take it. The wheel goes back and forward; so does “What was read”.")),
            *rows,
            (
                "text",
                t("Ctrl, held, skips too. Any key, or a press on its sign, stops skipping and reading on by itself; neither ever chooses."),
            ),
            ("text", t("Game pad: A presses, B goes back, X what was read, Y menu, LB and RB go back and forward, RT held skips.")),
            ("text", sticks),
            ("text", t("One key, or one click, is enough: turn it on in the settings, under “Keys”. All keys can be changed there.")),
            ("text", t("A screen reader finds everything by itself.")),
        ]

    def prose(self) -> list[tuple[str, str]]:
        """Returns the keys and what to know."""
        t = self.shell.t
        return [
            *self._people(),
            ("head", t("Reading")),
            *self._reading(),
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
            ("text", self._told()),
        ]

    def _told(self) -> str:
        """Returns what else is sent, for those who turned that on; nothing for everybody else."""
        told = self.shell.t("Because you turned it on, it also tells answers about stories, each blurred by a coin: see the settings.")
        return told if self.shell.settings.insight else ""
