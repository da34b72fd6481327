"""The end of a session: what was voted, what was talked about, and whom to talk to; then everything about the room is deleted."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from game.files import write_atomically
from game.group.room import LEAST, WORDS
from game.scenes.group_talk import lines
from game.scenes.party import words
from game.scenes.prose import ProseSheet
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.group.room import Summary, SumOfRound
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
        met: set[str] = set()
        for one in found.rounds:
            parts.append(("head", self.heading(one, met)))
            if one.kind == WORDS:
                parts.append(("text", self._in_words(one.answered)))
            elif one.shown != _SHOWN:
                parts.append(("small", t("Not shown: too few answers, or not opened to the room.")))
            for choice in one.choices:
                count = "" if choice.votes is None else self.shell.tn("{count} vote", "{count} votes", choice.votes)
                talked = t("talked about") if choice.talked else ""
                more = self.shell.words.listed(part for part in (count, talked) if part)
                said = words(choice.text, language)
                parts.append(("text", f"{isolated(said.rstrip('.'))}: {more}" if more else isolated(said)))
                parts.append(("small", words(choice.prompt, language) if choice.talked else ""))
        return [*parts, *lines(self.shell)]

    def _in_words(self, count: int) -> str:
        """Returns how many wrote something; what they wrote is deleted."""
        if count < LEAST:
            return self.shell.t("Answered in words, by fewer than five.")
        return self.shell.tn("{count} answered in words.", "{count} answered in words.", count)

    def heading(self, one: SumOfRound, met: set[str]) -> str:
        """Returns a question; one that was asked before, as in a what-if, says so. `met` gathers those that were."""
        question, again = words(one.text, self.shell.words.asked), one.question in met
        met.add(one.question)
        return self.shell.t("Asked once more: {question}").format(question=isolated(question)) if again else question

    def back_button(self) -> Widget:
        """Returns the way out, which says what it does: there is no way back into a session."""
        return Widget("done", Role.BUTTON, self.shell.t("Delete the room and close"), shape=Shape.MAIN, act=self.escape)

    def beside_back(self) -> list[Widget]:
        """Returns the ways to keep the sums."""
        t = self.shell.t
        if self.summary is None:
            return []
        return [
            Widget("print", Role.BUTTON, t("Keep as PDF, to print"), shape=Shape.PILL, act=self.print),
            Widget("keep", Role.BUTTON, t("Keep as table (CSV)"), shape=Shape.PILL, act=self.keep),
        ]

    def first(self) -> str:
        """Starts on the end."""
        return "done"

    def keep(self) -> None:
        """Writes the sums as a table where exports are kept, and says where."""
        if self.summary is not None:
            self._write("csv", table(self.summary, self.shell.words.asked).encode("utf-8-sig"))

    def print(self) -> None:
        """Writes the sums as pages to print beside it: what stands on the screen, and nothing else."""
        from game.scenes import group_paper  # noqa: PLC0415  few ever play with a group

        found, shell = self.summary, self.shell
        if found is not None:
            title = words(found.title, shell.words.asked)
            here = shell.tn("{count} phone", "{count} phones", found.seats) if found.seats >= LEAST else ""
            parts = [("text", here), *self.prose()]
            self._write("pdf", group_paper.written(shell.paths.fonts, title, parts, rtl=shell.space.rtl))

    def _write(self, kind: str, data: bytes) -> None:
        """Writes a new file, and says where."""
        t = self.shell.t
        path = self.shell.paths.exports / f"threshold-group.{kind}"
        number = 1
        while path.exists():
            number += 1
            path = path.with_name(f"threshold-group-{number}.{kind}")
        try:
            write_atomically(path, data)
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
        head = (one.number, _plain(words(one.text, language)), one.answered if one.answered >= LEAST else "")
        if not one.choices:
            lines.writerow((*head, "", "", ""))
        for choice in one.choices:
            votes = "" if choice.votes is None else choice.votes
            talked = _plain(words(choice.prompt, language) or "yes") if choice.talked else ""
            lines.writerow((*head, _plain(words(choice.text, language)), votes, talked))
    return written.getvalue()


def _plain(cell: str) -> str:
    """Returns a text that no spreadsheet computes."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
