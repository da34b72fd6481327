"""Taking part: three sentences, a switch that is off until somebody turns it on, how it works, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from game.errors import DeploymentError
from game.scenes import taking_part
from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.insight.part import Part
    from game.scenes.shell import Shell


class InsightScreen(ProseSheet):
    """Says what is told, how nobody can know what one player did, and how to stop."""

    width_units = 880.0

    def __init__(self, shell: Shell) -> None:
        """Finds out whether this build has a place to send answers to."""
        super().__init__(shell)
        self.fault = ""
        self.part: Part | None = None
        self._elsewhere = False
        try:
            self.part = taking_part.opened(shell)
        except DeploymentError as fault:
            self.fault = fault.say(shell.t)

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Help those who write the stories")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the three sentences, and what is not hidden."""
        t = self.shell.t
        if self.part is None:
            nowhere = t("This build of the game has no place to send answers to, so nothing is counted and nothing is sent.")
            return [("text", self.fault or nowhere)]
        host = urlsplit(self.part.origin).hostname or ""
        return [
            (
                "text",
                t(
                    "If you turn this on, the game answers up to four questions about each story that you begin from now on: "
                    "which way you took, how it ended, where you stopped."
                ),
            ),
            (
                "text",
                t("Before an answer leaves this device, a coin decides if it is the true one, so nobody can be sure what you did."),
            ),
            ("text", t("It is off until you turn it on, and off again whenever you like: then nothing is sent, not even what waits.")),
            ("small", t("Only one window of the game can take part. Close the other one first.") if self._elsewhere else ""),
            (
                "small",
                t(
                    "What is not hidden: that a device sent something to {host}, and which story it is about. "
                    "It is never sent while you write to a person, and has nothing to do with that."
                ).format(host=isolated(host)),
            ),
        ]

    def column(self, width: float) -> list[Widget]:
        """Returns the words, the switch, and the ways to know more."""
        t, on, go = self.shell.t, self.shell.settings.insight, self.shell.verbs.go
        rows = [Widget("how", Role.BUTTON, t("How this works"), shape=Shape.ROW, act=lambda: go(Route.INSIGHT_HOW))]
        if self.part is not None:
            value = t("On") if on else t("Off")
            switch = Widget("insight", Role.SWITCH, t("Take part"), shape=Shape.ROW, value=value, act=self.flip, on=on)
            switch.step = lambda _way: self.flip()
            told = Widget("told", Role.BUTTON, t("What was sent, and what waits"), shape=Shape.ROW, act=lambda: go(Route.INSIGHT_TOLD))
            rows = [switch, *rows, told]
        return [*super().column(width), *rows]

    def first(self) -> str:
        """Starts on the way back: nobody is led to the switch."""
        return "back"

    def flip(self) -> None:
        """Takes part, or no more."""
        self._elsewhere = not self.turn(on=not self.shell.settings.insight)
        self.refresh()

    def turn(self, *, on: bool) -> bool:
        """Turns taking part on or off, and keeps that; tells whether it could be done."""
        shell, part = self.shell, self.part
        if part is None or (on and not part.join()):
            return False
        if not on:
            try:
                part.leave()
            except OSError as fault:
                shell.tell(shell.t("It is off, but what waits could not be deleted ({reason}).").format(reason=fault.strerror))
        shell.settings.insight = on
        shell.verbs.settle()
        return True
