"""The end of a session: what was voted, what was talked about, and whom to talk to; then everything about the room is deleted."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from game.contact.directory import directories, text
from game.files import write_atomically
from game.scenes.party import words
from game.scenes.prose import ProseSheet
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.group.room import Summary
    from game.scenes.party import Party

_SHOWN = "shown"
# What spreadsheets take for the beginning of something to compute.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class GroupEnd(ProseSheet):
    """Sums alone: nothing of any one phone was ever kept."""

    width_units = 1200.0

    @property
    def party(self) -> Party | None:
        """Returns the session that ends."""
        return self.shell.party

    @property
    def summary(self) -> Summary | None:
        """Returns what is left of it."""
        return self.party.host.summary if self.party else None

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Thank you for playing together")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the sums, and whom to talk to."""
        t, found = self.shell.t, self.summary
        if found is None:
            trouble = self.party.host.trouble if self.party else None
            return [("lead", trouble.say(t) if trouble else t("One moment."))]
        language = self.shell.words.asked
        parts = [("text", self.shell.tn("{count} minute together.", "{count} minutes together.", found.minutes))]
        parts += [("text", t("What stays with you? What would you like to say to somebody in the story?"))]
        for one in found.rounds:
            parts.append(("head", words(one.text, language)))
            if one.shown != _SHOWN:
                parts.append(("small", t("Not shown: too few answers, or not opened to the room.")))
            for choice in one.choices:
                count = "" if choice.votes is None else self.shell.tn("{count} vote", "{count} votes", choice.votes)
                talked = t("talked about") if choice.talked else ""
                more = ", ".join(part for part in (count, talked) if part)
                # A dash: what is chosen often ends in a full stop of its own.
                parts.append(("text", f"{isolated(words(choice.text, language))}{' – ' + more if more else ''}"))
        return [*parts, *self._lines()]

    def _lines(self) -> list[tuple[str, str]]:
        found = [("head", self.shell.t("Talking to somebody"))]
        for directory in directories(self.shell.paths.help):
            found += [("small", f"{isolated(line.number)}  {text(line.name, self.shell.words.asked)}") for line in directory.lines]
        return found

    def beside_back(self) -> list[Widget]:
        """Returns the ways to keep the sums, and to close."""
        t = self.shell.t
        done = Widget("done", Role.BUTTON, t("Delete the room and close"), shape=Shape.MAIN, act=self.escape)
        if self.summary is None:
            return [done]
        return [done, Widget("keep", Role.BUTTON, t("Keep the sums as a table (CSV)"), shape=Shape.PILL, act=self.keep)]

    def first(self) -> str:
        """Starts on the end."""
        return "done"

    def keep(self) -> None:
        """Writes the sums where exports are kept, and says where."""
        t, found = self.shell.t, self.summary
        if found is None:
            return
        path = self.shell.paths.exports / "threshold-group.csv"
        number = 1
        while path.exists():
            number += 1
            path = path.with_name(f"threshold-group-{number}.csv")
        try:
            write_atomically(path, table(found, self.shell.words.asked).encode("utf-8-sig"))
        except OSError as fault:
            self.shell.tell(t("The sums could not be kept ({reason}).").format(reason=fault.strerror))
        else:
            self.shell.tell(t("Kept as {path}").format(path=isolated(path)))

    def escape(self) -> None:
        """Deletes the room, and goes to the shelf."""
        self.shell.verbs.home()

    def closed(self) -> None:
        """Deletes what was kept of the room, whichever way it was left."""
        shell = self.shell
        if shell.party is not None:
            shell.party.end()
            shell.party = None
            shell.verbs.scale()

    def arrived(self) -> None:
        """Shows what came."""
        self.refresh()


def table(found: Summary, language: str) -> str:
    """Returns a session's sums as CSV."""
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(("round", "question", "answered", "choice", "votes", "talked about"))
    for one in found.rounds:
        for choice in one.choices:
            cells = (words(one.text, language), words(choice.text, language))
            question, said = (f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
            votes = "" if choice.votes is None else choice.votes
            lines.writerow((one.number, question, one.answered, said, votes, "yes" if choice.talked else ""))
    return written.getvalue()
