"""What every contact screen shares: it is private, it waits without stalling, and it leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.contact.post import Stage
from game.scenes.prose import ProseSheet
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.contact_desk import Desk
    from game.scenes.shell import Shell


def desk_of(shell: Shell) -> Desk:
    """Returns the desk.

    Raises RuntimeError where contact is not open.
    """
    if shell.contact is None:
        message = "contact is not open"
        raise RuntimeError(message)
    return shell.contact


def waiting_words(shell: Shell, desk: Desk) -> str:
    """Returns what is being waited for, in plain words."""
    t = shell.t
    stage = desk.ticket.stage if desk.ticket is not None else Stage.DONE
    return {
        Stage.WAITING: t("One moment."),
        Stage.UNLOCKING: t("Making your key from the words. This takes a second, so that nobody can guess it."),
        Stage.PROVING: t("A small puzzle for your computer: it keeps floods away, so that your letter gets through."),
        Stage.ASKING: t("Asking the server."),
        Stage.SENDING: t("Sending. Your letter is locked already."),
    }.get(stage, "")


class ContactSheet(ProseSheet):
    """A contact screen made of text and rows."""

    private = True
    width_units = 980.0

    @property
    def desk(self) -> Desk:
        """Returns what is known while contact is open."""
        return desk_of(self.shell)

    def state(self) -> list[tuple[str, str]]:
        """Returns what waits, or what went wrong."""
        if self.shell.contact is None:
            return []
        if self.desk.busy:
            return [("lead", waiting_words(self.shell, self.desk))]
        return [("text", self.desk.trouble)] if self.desk.trouble else []

    def rows(self) -> list[Widget]:
        """Returns what can be done."""
        return []

    def column(self, width: float) -> list[Widget]:
        """Returns the text, then what can be done."""
        return [*super().column(width), *self.rows()]

    def beside_back(self) -> list[Widget]:
        """Returns the way to stop waiting, or to try again."""
        t, desk = self.shell.t, self.shell.contact
        if desk is None:
            return []
        if desk.busy:
            return [Widget("cancel", Role.BUTTON, t("Stop waiting"), shape=Shape.PILL, act=self.cancel)]
        if desk.again:
            return [Widget("again", Role.BUTTON, t("Try again"), shape=Shape.MAIN, act=self.retry)]
        return []

    def cancel(self) -> None:
        """Stops waiting."""
        self.desk.cancel()

    def retry(self) -> None:
        """Tries again."""
        self.desk.retry()
        self.refresh()

    def arrived(self) -> None:
        """Takes what came from the server."""
        if self.shell.contact is not None:
            self.shell.contact.take(self.shell.t)
        if self.shell.contact is not None:
            self.refresh()
