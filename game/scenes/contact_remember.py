"""Remembering on this device: the seven words under a passphrase that only its owner knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.contact_paper import PaperScreen
from game.scenes.contact_return import come_back
from game.scenes.shell import Question, Route
from game.ui.draft import Draft
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.contact.phrase import Phrase
    from game.scenes.shell import Shell

SHORTEST = 8


class RememberScreen(PaperScreen):
    """Asks for a passphrase, and seals the words under it."""

    width_units = 1000.0
    beside = False
    fills = False
    least_lines = 1

    def __init__(self, shell: Shell) -> None:
        """Starts empty."""
        super().__init__(shell, Draft(most=200, lines=False))

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Remember on this device")

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("A passphrase for this device")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what that means."""
        t = self.shell.t
        return [
            *self.state(),
            (
                "text",
                t(
                    "Then a file lies on this device. Whoever finds it sees that somebody writes to a counsellor, "
                    "but not the words, unless they guess the passphrase."
                ),
            ),
            ("small", t("Do not do this on a device that others use. Eight letters at least.")),
        ]

    def ending(self) -> list[Widget]:
        """Returns the way to keep it."""
        good = len(self.field.draft.text) >= SHORTEST
        return [Widget("keep", Role.BUTTON, self.shell.t("Remember"), shape=Shape.MAIN, act=self.send, enabled=good)]

    def send(self) -> bool:
        """Seals the words."""
        desk = self.desk
        if len(self.field.draft.text) < SHORTEST or desk.phrase is None or desk.busy:
            return False
        desk.do(desk.correspondence.remember(desk.phrase, self.field.draft.text), self._kept)
        self.refresh()
        return True

    def _kept(self, _: None) -> None:
        self.shell.tell(self.shell.t("This device remembers them. You can have it forget under “Delete”."))
        self.shell.verbs.back()

    def closed(self) -> None:
        """Forgets the passphrase."""
        self.field.forget()


class RecallScreen(RememberScreen):
    """Asks for the passphrase that this device remembers the words under."""

    def prose(self) -> list[tuple[str, str]]:
        """Returns what is asked for."""
        return [*self.state(), ("text", self.shell.t("Type the passphrase of this device."))]

    def ending(self) -> list[Widget]:
        """Returns the ways on."""
        t = self.shell.t
        return [
            Widget("forget", Role.BUTTON, t("Forget them"), shape=Shape.PILL, act=self._ask_forget),
            Widget("keep", Role.BUTTON, t("Open"), shape=Shape.MAIN, act=self.send, enabled=bool(self.field.draft.text)),
        ]

    def send(self) -> bool:
        """Fetches the words, and comes back with them."""
        desk = self.desk
        if desk.busy or not self.field.draft.text:
            return False
        desk.do(desk.correspondence.recall(self.field.draft.text), self._recalled)
        self.refresh()
        return True

    def _recalled(self, phrase: Phrase) -> None:
        come_back(self.shell, phrase, lambda: self.shell.tell(self.shell.t("Nothing waits for these words any more.")))

    def _ask_forget(self) -> None:
        t = self.shell.t
        self.shell.question = Question(
            t("This device forgets the seven words. Without them nobody can come back."), t("Forget them"), self._forget
        )
        self.shell.verbs.go(Route.ASK)

    def _forget(self) -> None:
        self.desk.correspondence.forget()
        self.shell.verbs.back()
