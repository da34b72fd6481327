"""The door to contact: who would answer, what stays private, and the two ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.contact.directory import directories, text
from game.contact.errors import ConfigurationError
from game.scenes import contact_opening
from game.scenes.contact_screen import ContactSheet
from game.scenes.shell import Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.contact.roster import Directory
    from game.scenes.shell import Shell


class DoorScreen(ContactSheet):
    """Read first; nothing has been sent that says more than that somebody looks."""

    def __init__(self, shell: Shell) -> None:
        """Opens the desk, if this build has counsellors, and asks who answers."""
        super().__init__(shell)
        self.fault = ""
        try:
            contact_opening.opened(shell)
        except ConfigurationError as fault:
            self.fault = fault.say(shell.t)
        # What is told about stories never goes out in the same moment.
        self._waits = shell.contact is not None and shell.telling is not None and not shell.telling.part.hold(shell.wake)
        if not self._waits:
            self._begin()

    def _begin(self) -> None:
        contact = self.shell.contact
        if contact is not None and contact.directory is None and not contact.busy:
            self._ask()

    def arrived(self) -> None:
        """Takes what came from the server, or asks it once nothing else is under way."""
        super().arrived()
        if self._waits and self.shell.telling is not None and self.shell.telling.part.hold(self.shell.wake):
            self._waits = False
            self._begin()
            self.refresh()

    def _ask(self) -> None:
        desk = self.desk
        desk.do(desk.correspondence.directory(), self._met)

    def _met(self, directory: Directory) -> None:
        self.desk.directory = directory
        self.focus.key = self.first()

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Write to a person")

    def prose(self) -> list[tuple[str, str]]:
        """Returns who answers, what stays private, and the limits of that."""
        t = self.shell.t
        if self.shell.contact is None:
            return [
                ("text", self.fault or t("This build of the game has no counsellors attached, so there is nobody to write to from here.")),
                *self._lines(),
            ]
        if self.desk.directory is None:
            return [
                ("lead", t("A counsellor reads it, not a program. You don’t have to say who you are.")),
                *self.state(),
                *(self._lines() if self.desk.trouble else []),
            ]
        return [*self._private(), *self._people(), *self._lines()]

    def _private(self) -> list[tuple[str, str]]:
        t, roster = self.shell.t, self.desk.directory.roster if self.desk.directory else None
        if roster is None:
            return []
        days = roster.organisation.retention_days
        return [
            ("lead", self.desk.say(roster.organisation.about)),
            (
                "text",
                t("A counsellor reads it, not a program. You don’t have to say who you are: there is no account, no name, no e-mail."),
            ),
            ("text", t("Only the people whose names stand beside your letters can read them. The server in between cannot.")),
            ("text", self.desk.say(roster.organisation.limits)),
            ("text", self.shell.tn("Letters are deleted after {count} day.", "Letters are deleted after {count} days.", days)),
            (
                "small",
                t(
                    "Somebody who watches your internet can see that the game spoke to this server, not what you wrote. "
                    "A spying program on this device sees your screen."
                ),
            ),
        ]

    def _people(self) -> list[tuple[str, str]]:
        t, directory = self.shell.t, self.desk.directory
        found = [("head", t("Who answers"))]
        today = self.desk.today()
        for person in directory.roster.staff if directory else ():
            away = directory.away(person.id, today) if directory else None
            found.append(("text", f"{introduced(self.shell, person.name, person.kind)}. {self.desk.say(person.about)}"))
            if away:
                found.append(
                    ("small", t("{name} is away until {day}.").format(name=isolated(person.name), day=self.shell.words.day(away.until)))
                )
        return found

    def _lines(self) -> list[tuple[str, str]]:
        """Returns whom to call when it cannot wait."""
        words = self.shell.words
        found = [("head", self.shell.t("If somebody is in danger now"))]
        for directory in directories(self.shell.paths.help):
            found += [("small", f"{isolated(line.number)}  {text(line.name, words.asked)}") for line in directory.lines]
        return found

    def rows(self) -> list[Widget]:
        """Returns the ways in."""
        t, verbs = self.shell.t, self.shell.verbs
        if self.shell.contact is None or self.desk.directory is None:
            return []
        rows = [
            ("write", t("Find who fits, and write"), lambda: verbs.go(Route.WISHES)),
            ("return", t("I have seven words from before"), lambda: verbs.go(Route.RETURN)),
        ]
        rows.append(("kept", t("What exactly the server keeps"), lambda: verbs.go(Route.KEPT)))
        return [Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act) for key, name, act in rows]

    def column(self, width: float) -> list[Widget]:
        """Returns the ways in first: whoever comes back need not read it all again."""
        everything = super().column(width)
        rows = [widget for widget in everything if widget.shape is Shape.ROW]
        prose = [widget for widget in everything if widget.shape is not Shape.ROW]
        return [*prose[:2], *rows, *prose[2:]]

    def retry(self) -> None:
        """Asks again who answers."""
        self._ask()
        self.refresh()

    def first(self) -> str:
        """Starts on writing; where nobody was reached, on another try."""
        desk = self.shell.contact
        return "again" if desk is not None and desk.directory is None and desk.again else "write"


def introduced(shell: Shell, name: str, what: str) -> str:
    """Returns a counsellor's name, and what kind of person they are."""
    return shell.words.listed([isolated(name), kind(shell, what)])


def kind(shell: Shell, name: str) -> str:
    """Returns what kind of person a counsellor is."""
    t = shell.t
    kinds = {
        "professional": t("does this for a living"),
        "former": t("has left a group"),
        "survivor": t("has lived through it"),
        "peer": t("about your age"),
    }
    return kinds.get(name, name)
