"""The end of a story that a group has read: a question to talk about, and whom to talk to. The room stays open until it is ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.contact.directory import directories, text
from game.scenes.prose import ProseSheet
from game.scenes.shell import Question, Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.shell import Shell


class GroupTalk(ProseSheet):
    """What a group may talk about before the sums are shown."""

    width_units = 1200.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Talk about it together")

    def prose(self) -> list[tuple[str, str]]:
        """Returns questions that nobody can answer wrongly, and whom to talk to."""
        t = self.shell.t
        return [
            ("text", t("What stays with you? What would you like to say to somebody in the story?")),
            ("text", t("Where could it have gone another way, and what would have been needed for that?")),
            *lines(self.shell),
        ]

    def beside_back(self) -> list[Widget]:
        """Returns the ways on: the end, another way, a question of the room's own, and the room."""
        t, verbs = self.shell.t, self.shell.verbs
        if self.shell.party is None:
            return []
        return [
            Widget("end", Role.BUTTON, t("End the session"), shape=Shape.MAIN, act=lambda: ask_end(self.shell)),
            Widget("ways", Role.BUTTON, t("What if?"), shape=Shape.PILL, act=lambda: verbs.go(Route.GROUP_WAYS)),
            Widget("more", Role.BUTTON, t("The room"), shape=Shape.PILL, act=lambda: verbs.go(Route.GROUP_ROOM)),
        ]

    def first(self) -> str:
        """Starts on the end."""
        return "end"

    def arrived(self) -> None:
        """Shows what changed."""
        self.refresh()


def lines(shell: Shell) -> list[tuple[str, str]]:
    """Returns whom to talk to, as paragraphs of a sheet."""
    found = [("head", shell.t("Talking to somebody"))]
    for directory in directories(shell.paths.help):
        found += [("small", f"{isolated(line.number)}  {text(line.name, shell.words.asked)}") for line in directory.lines]
    return found


def ask_end(shell: Shell) -> None:
    """Asks before the session ends, which cannot be undone; its sums are shown then."""
    t = shell.t
    sentence = t("The session ends for everybody, and what phones answered is deleted. The sums stay until you close them.")

    def end() -> None:
        if shell.party is not None:
            shell.party.host.end()
            shell.verbs.only(Route.GROUP_END)

    shell.question = Question(sentence, t("End the session"), end)
    shell.verbs.go(Route.ASK)
