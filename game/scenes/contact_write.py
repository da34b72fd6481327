"""The first letter: the paper, and beside it what happens next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.contact_paper import PaperScreen
from game.scenes.contact_screen import desk_of
from game.scenes.shell import Question, Route
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.contact.thread import Thread
    from game.scenes.shell import Shell


class WriteScreen(PaperScreen):
    """Nothing is asked for; what is written stays in memory until it is sent."""

    least_lines = 6

    def __init__(self, shell: Shell) -> None:
        """Goes on with what was written."""
        super().__init__(shell, desk_of(shell).draft)

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Write to a person")

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("Your letter")

    def note(self) -> str:
        """Returns the small print."""
        return self.shell.t("Kept only in this window until you send it")

    def prose(self) -> list[tuple[str, str]]:
        """Returns whom it goes to, and what happens next."""
        t, desk, offer = self.shell.t, self.desk, self.desk.chosen()
        if offer is None or desk.directory is None:
            return self.state()
        days = self.shell.tn(
            "{who} reads it, and usually answers within {count} day.",
            "{who} reads it, and usually answers within {count} days.",
            offer.reply_days,
            who=desk.who(offer),
        )
        return [
            *self.state(),
            ("text", t("As long or short as you like. You don’t have to say who you are.")),
            ("head", t("What happens next")),
            ("text", "1   " + days),
            ("text", "2   " + t("You get seven words. With them, the answer waits for you here, on any device.")),
            ("text", "3   " + t("You can write back, or stop. Both are fine.")),
            ("small", desk.say(desk.directory.roster.organisation.limits)),
        ]

    def ending(self) -> list[Widget]:
        """Returns the way to send."""
        return [
            Widget("send", Role.BUTTON, self.shell.t("Send"), shape=Shape.MAIN, act=self.send, enabled=bool(self.desk.draft.text.strip()))
        ]

    def send(self) -> bool:
        """Sends it: keys, a small puzzle, and off it goes; the words stay on the screen until it is there."""
        desk = self.desk
        words = desk.draft.text.strip()
        if not words or desk.busy:
            return False
        if desk.correspondence.entered:
            desk.do(desk.correspondence.another(desk.offer, words), self._sent)
        else:
            from game.contact import phrase  # noqa: PLC0415  the word lists are read when they are needed

            desk.phrase, desk.fresh = desk.phrase or phrase.make(desk.language), True
            desk.do(desk.correspondence.first(desk.phrase, desk.offer, words), self._sent)
        self.refresh()
        return True

    def _sent(self, thread: Thread) -> None:
        desk = self.desk
        desk.thread = thread
        self.field.forget()
        self.shell.type.forget()
        self.shell.verbs.instead(Route.CONTACT, Route.PHRASE if desk.fresh else Route.THREAD)

    def escape(self) -> None:
        """Asks before words are lost."""
        if not self.desk.draft.text.strip() or self.desk.busy:
            super().escape()
            return
        t = self.shell.t
        self.shell.question = Question(t("What you wrote is not kept anywhere else."), t("Throw it away"), self._throw)
        self.shell.verbs.go(Route.ASK)

    def _throw(self) -> None:
        self.field.forget()
        self.shell.verbs.back()
